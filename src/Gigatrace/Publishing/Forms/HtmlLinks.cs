using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using static Gigatrace.Publishing.Forms.HtmlForm;

namespace Gigatrace.Publishing.Forms;

/// <summary>Where the cells of a page lead: names to their pages, figures to their words, addresses to themselves.</summary>
/// <param name="page">By printed name the address of its page from the one that is written; null for a name without one.</param>
/// <param name="self">Whose page it is; its name is no link on it. Null for a page of nobody.</param>
public sealed class HtmlLinks(Func<string, string?> page, string? self = null)
{
    /// <summary>Where the words of a claim can be read in their text, by its id; null where texts have no pages.</summary>
    public Func<string, string>? Reader { get; init; }

    /// <summary>Where a figure leads that is made of several, as table, row and number of the cell; null for its words. Null where none is made so.</summary>
    public Func<Table, Row, int, string?>? Sum { get; init; }

    /// <summary>The longest name that is looked for, in words.</summary>
    private const int MostWords = 10;

    /// <summary>Only addresses of the web become links.</summary>
    public static bool IsAddress([NotNullWhen(true)] string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    /// <summary>An address of the web as a link to itself.</summary>
    internal static string Outward(string address) => $"<a href=\"{Escaped(address)}\" rel=\"external noreferrer\">{Escaped(address)}</a>";

    /// <param name="notes">The words at the end of the page; null where they stand on the page of whom the row is about.</param>
    public string Cell(Table table, Row row, int at, HtmlNotes? notes)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(row);
        if (table.Columns[at].Name is "source") return Escaped(row.Cells[at]);
        var words = table.Columns[at].Says || !row.ByCell.IsEmpty ? row.Behind(at) : [];
        return Text(row.Cells[at], Sum?.Invoke(table, row, at) ?? (words.IsEmpty ? null : notes is null ? Elsewhere(row, words) : $"#e{notes.Numbers(words)[0]}"));
    }

    /// <param name="figures">Where figures lead; null for nowhere.</param>
    public string Text(string text, string? figures)
    {
        if (IsAddress(text)) return Outward(text);
        var written = new StringBuilder();
        var from = 0;
        foreach (var (start, end) in Names(text))
        {
            _ = written.Append(Figures(text[from..start], figures)).Append($"<a href=\"{Escaped(page(text[start..end])!)}\">{Escaped(text[start..end])}</a>");
            from = end;
        }

        return written.Append(Figures(text[from..], figures)).ToString();
    }

    /// <summary>In their text, else on the page of the first that the row names and that has one.</summary>
    private string? Elsewhere(Row row, ImmutableArray<Evidence> words) =>
        Reader is not null ? Reader(words[0].Claim) : row.Cells.Select(page).FirstOrDefault(about => about is not null) is { } about ? $"{about}#c-{words[0].Claim}" : null;

    /// <summary>What has a figure or stands by itself as a word of the vocabulary, without the signs that part it from names.</summary>
    private static string Figures(string text, string? address)
    {
        var figure = text.Trim(' ', ',', ';', ':', '(', ')');
        if (address is null || figure.Length == 0) return Escaped(text);
        var start = text.IndexOf(figure, StringComparison.Ordinal);
        return $"{Escaped(text[..start])}<a class=\"figure\" href=\"{Escaped(address)}\">{Escaped(figure)}</a>{Escaped(text[(start + figure.Length)..])}";
    }

    /// <summary>Names that have a page, the longest at each place, none within another.</summary>
    private IEnumerable<(int Start, int End)> Names(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfName(text, start);
            if (end > start && text[start..end] != self) yield return (start, end);
            start = end > start ? end : NextWord(text, start);
        }
    }

    /// <summary>The start itself where no name begins there, none ends at a word's end, or it is only the beginning of another: "Hauts-de-France", "Renault 5".</summary>
    private int EndOfName(string text, int start)
    {
        var (found, end) = (start, start);
        if (start > 0 && text[start - 1] is '-') return start;
        for (var words = 0; words < MostWords && end < text.Length; words++)
        {
            end = EndOfWord(text, end);
            if (text[start..end] is var name && page(name) is not null && !GoesOn(text, end)) found = end;
        }

        return found;
    }

    /// <summary>By a hyphen, or by a number that is no year.</summary>
    private static bool GoesOn(string text, int end)
    {
        if (end >= text.Length) return false;
        if (text[end] is '-') return true;
        var number = text[end] is ' ' ? text[(end + 1)..Math.Min(end + 5, text.Length)].TakeWhile(char.IsAsciiDigit).Count() : 0;
        return number is > 0 and < 4;
    }

    /// <summary>Behind the letters and digits that follow, whatever stands before them.</summary>
    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
        while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
        return at;
    }

    private static int NextWord(string text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
        while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
        return at;
    }
}
