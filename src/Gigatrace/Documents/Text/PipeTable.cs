using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A Markdown table: rows of cells between pipes, the second one of dashes.</summary>
internal static class PipeTable
{
    /// <summary>How many lines from <paramref name="first"/> on are a table; 0 where none starts there.</summary>
    public static int Length(string text, List<Line> lines, int first)
    {
        if (!HasPipe(text, lines[first])) return 0;
        var bare = first + 1 >= lines.Count || !IsAlignment(text, lines[first + 1]);
        if (bare && !IsFramed(text, lines[first])) return 0;
        var end = first + 1;
        while (end < lines.Count && HasPipe(text, lines[end]) && (!bare || IsFramed(text, lines[end]))) end++;
        return bare && end - first < 2 ? 0 : end - first;
    }

    /// <summary>Adds a passage for each row. A row with more or fewer cells than the head is read as far as it goes, and reported.</summary>
    public static void Read(SourceText text, ReadOnlySpan<Line> lines, int table, List<Draft> drafts, Action<int, string> report)
    {
        var headed = lines.Length > 1 && IsAlignment(text.Value, lines[1]);
        ImmutableArray<Span> header = [];
        for (var row = 0; row < lines.Length; row++)
        {
            if (IsAlignment(text.Value, lines[row])) continue;
            var cells = Cells(text.Value, lines[row].Content, out var span);
            if (!header.IsEmpty && cells.Length != header.Length)
            {
                report(lines[row].Content.Start, $"a table row of {cells.Length} cells under a head of {header.Length}; it is read as far as it goes");
            }

            if (span.IsEmpty) continue;
            drafts.Add(new Draft { Span = span, Kind = PassageKind.TableRow, Cells = cells, Header = header, Table = table, Marked = true, BlankBefore = row == 0, Quote = lines[row].Quote });
            if (headed && row == 0) header = cells;
        }
    }

    /// <summary>The cells of a row; <paramref name="row"/> is the row without its outer pipes.</summary>
    private static ImmutableArray<Span> Cells(string text, Span line, out Span row)
    {
        var (start, end) = (line.Start, line.End);
        if (start < end && text[start] == '|') start++;
        if (end > start && text[end - 1] == '|' && text[end - 2] != '\\') end--;
        var cells = ImmutableArray.CreateBuilder<Span>();
        var from = start;
        for (var at = start; at <= end; at++)
        {
            if (at == end || text[at] == '|')
            {
                cells.Add(Inline.Bare(text, new Span(from, at)));
                from = at + 1;
            }
            else
            {
                at = SkipHidden(text, at, end);
            }
        }

        row = Inline.Trim(text, new Span(start, end));
        if (row.IsEmpty) row = cells.Count > 0 ? new Span(start, start) : row;
        var bounds = row;
        return [.. cells.Select(cell => cell.IsEmpty ? At(Math.Clamp(cell.Start, bounds.Start, bounds.End)) : cell)];
    }

    private static Span At(int place) => new(place, place);

    /// <summary>A pipe that is escaped, or in a <c>[[link|alias]]</c>, does not part cells.</summary>
    private static int SkipHidden(string text, int at, int end)
    {
        if (text[at] == '\\' && at + 1 < end) return at + 1;
        if (text[at] != '[' || at + 1 >= end || text[at + 1] != '[') return at;
        var close = text.AsSpan(at, Math.Min(end - at, 300)).IndexOf("]]", StringComparison.Ordinal);
        return close < 0 || text.AsSpan(at + 2, close - 2).Contains('[') ? at : at + close + 1;
    }

    private static bool HasPipe(string text, Line line) => !line.IsBlank && text.AsSpan(line.Content.Start, line.Content.Length).Contains('|');

    private static bool IsFramed(string text, Line line) => line.Content.Length > 2 && text[line.Content.Start] == '|' && text[line.Content.End - 1] == '|';

    private static bool IsAlignment(string text, Line line)
    {
        var content = text.AsSpan(line.Content.Start, line.Content.Length);
        return content.Contains('-') && content.Contains('|') && !content.ContainsAnyExcept("|:- \t");
    }
}
