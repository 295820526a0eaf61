using Gigatrace.Documents;
using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction;

/// <summary>What the columns of a document's tables mean: by their heads, else by what stands below them.</summary>
internal sealed class TableHeads(TableWords words, IReadOnlyList<Part> parts)
{
    /// <summary>So many rows of a table are looked at.</summary>
    private const int MostRows = 20;

    /// <summary>A cell that begins with a name and goes on no further than this is that name's.</summary>
    private const int LongestName = 8;

    private readonly Dictionary<int, List<string?>> _known = [];

    /// <summary>Where the table last asked for begins.</summary>
    private int _next;

    public List<string?> Of(Part first)
    {
        if (first.Heads.Count == 0) return [];
        if (_known.TryGetValue(first.Passage.Table, out var known)) return known;
        var meanings = words.Meanings(first.Heads);
        // Tables are asked for in the order of the text.
        while (_next < parts.Count && !ReferenceEquals(parts[_next], first)) _next++;
        Fill(meanings, [.. parts.Skip(_next).Take(MostRows).TakeWhile(part => part.Passage.Kind == PassageKind.TableRow && part.Passage.Table == first.Passage.Table)]);
        return _known[first.Passage.Table] = meanings;
    }

    /// <summary>"Base | GWh/yr" over a column of towns, "Home | …" over one of companies: an unknown head says what its cells are; "State" over countries is none of how far a works is.</summary>
    private static void Fill(List<string?> meanings, List<Part> rows)
    {
        for (var at = 0; at < meanings.Count; at++)
        {
            List<Sentence> cells = [.. rows.Select(row => at < row.Cells.Count ? row.Cells[at] : null).OfType<Sentence>().Where(cell => cell.Tokens.Length <= LongestName && cell.Text[cell.Span].ContainsAnyInRange('A', 'z'))];
            if (cells.Count < 2) continue;
            bool Mostly(Func<Sentence, bool> is_) => 3 * cells.Count(is_) >= 2 * cells.Count;
            if (meanings[at] is null or "status" && Mostly(cell => Opening(cell) is { Kind: MentionKind.Place, Place.Kind: not PlaceKind.Municipality } || IsCode(cell))) meanings[at] = meanings.Contains("country") ? null : "country";
            else if (meanings[at] is null && !meanings.Contains("place") && !meanings.Contains("plant") && Mostly(cell => Opening(cell)?.Kind == MentionKind.Place)) meanings[at] = "place";
            else if (meanings[at] is null && at == 0 && !meanings.Contains("company") && !meanings.Contains("customer") && Mostly(cell => Opening(cell) is { IsCompany: true })) meanings[at] = "company";
        }
    }

    /// <summary>"HU"</summary>
    private static bool IsCode(Sentence cell) => cell.Text[cell.Span] is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    /// <summary>The name that a cell begins with.</summary>
    private static Mention? Opening(Sentence cell) => cell.Mentions is [{ } name, ..] && name.Tokens.First <= cell.First + 1 ? name : null;
}
