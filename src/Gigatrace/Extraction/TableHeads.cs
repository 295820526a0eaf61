using Gigatrace.Documents;
using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction;

/// <summary>A table's columns: what each means, and what its cells are.</summary>
internal sealed record Sheet(List<string?> Meanings, List<Column> Columns);

/// <summary>What the columns of a document's tables mean: by their heads, by what stands below them, and by the words above the table.</summary>
/// <param name="title">The document's title, which stands over all its tables.</param>
internal sealed class TableHeads(TableWords words, IReadOnlyList<Part> parts, string title)
{
    /// <summary>So many rows of a table are looked at.</summary>
    private const int MostRows = 20;

    /// <summary>A line above a table that is longer than this says more than what the table is of.</summary>
    private const int LongestLead = 200;

    private readonly Dictionary<int, Sheet> _known = [];

    /// <summary>Where the table last asked for begins.</summary>
    private int _next;

    public List<string?> Of(Part first) => SheetOf(first).Meanings;

    public Sheet SheetOf(Part first)
    {
        if (first.Heads.Count == 0) return new Sheet([], []);
        if (_known.TryGetValue(first.Passage.Table, out var known)) return known;
        // Tables are asked for in the order of the text.
        while (_next < parts.Count && !ReferenceEquals(parts[_next], first)) _next++;
        List<Part> rows = [.. parts.Skip(_next).Take(MostRows).TakeWhile(part => part.Passage.Kind == PassageKind.TableRow && part.Passage.Table == first.Passage.Table)];
        List<Column> columns = [.. first.Heads.Select((head, at) => new Column(head, [.. rows.Select(row => at < row.Cells.Count ? row.Cells[at] : null).OfType<Sentence>()]))];
        return _known[first.Passage.Table] = new Sheet(new ColumnMeanings(words, columns, Above()).All(), columns);
    }

    /// <summary>The words above the table: its title, its heading and the line that leads to it.</summary>
    private string Above()
    {
        var above = title;
        for (var at = Math.Min(_next, parts.Count) - 1; at >= 0; at--)
        {
            var passage = parts[at].Passage;
            if (parts[at].Sentences is [var line, ..] && (passage.Kind == PassageKind.Heading || at == _next - 1 && passage is { Kind: not PassageKind.TableRow, Span.Length: < LongestLead })) above += "\n" + line.Text.Quote(passage.Span);
            if (passage.Kind == PassageKind.Heading) break;
        }

        return above;
    }
}
