using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A table pasted from a spreadsheet: lines with the same number of tabs inside, the first one the head.</summary>
internal static class TabTable
{
    private const int FewestRows = 3;

    /// <summary>How many lines from <paramref name="first"/> on are one; 0 where none starts there.</summary>
    public static int Length(string text, List<Line> lines, int first)
    {
        var tabs = Tabs(text, lines[first]);
        if (tabs == 0) return 0;
        var end = first + 1;
        while (end < lines.Count && Tabs(text, lines[end]) == tabs) end++;
        return end - first >= FewestRows ? end - first : 0;
    }

    public static void Read(string text, ReadOnlySpan<Line> lines, int table, List<Draft> drafts)
    {
        ImmutableArray<Span> header = [];
        for (var row = 0; row < lines.Length; row++)
        {
            var cells = Cells(text, lines[row].Content);
            drafts.Add(new Draft { Span = lines[row].Content, Kind = PassageKind.TableRow, Cells = cells, Header = header, Table = table, Marked = true, BlankBefore = row == 0, Quote = lines[row].Quote });
            if (row == 0) header = cells;
        }
    }

    private static ImmutableArray<Span> Cells(string text, Span line)
    {
        var cells = ImmutableArray.CreateBuilder<Span>();
        for (var start = line.Start; start <= line.End;)
        {
            var length = text.AsSpan(start, line.End - start).IndexOf('\t');
            var end = length < 0 ? line.End : start + length;
            cells.Add(Inline.Bare(text, new Span(start, end)));
            start = end + 1;
        }

        return cells.ToImmutable();
    }

    private static int Tabs(string text, Line line) => line.IsBlank ? 0 : text.AsSpan(line.Content.Start, line.Content.Length).Count('\t');
}
