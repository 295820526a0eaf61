using static Gigatrace.Publishing.Forms.HtmlForm;

namespace Gigatrace.Publishing.Forms;

/// <summary>The words at the end of a page: each quote once under its number, and found by the id of every claim that rests on it.</summary>
public sealed class HtmlNotes
{
    private readonly Footnotes _notes = new();
    private readonly Dictionary<int, SortedSet<string>> _claims = [];

    public bool IsEmpty => _notes.All.Count == 0;

    /// <summary>The numbers of some quotes, each once, in order.</summary>
    public IReadOnlyList<int> Numbers(IEnumerable<Evidence> evidence)
    {
        var numbers = new SortedSet<int>();
        foreach (var one in evidence)
        {
            var number = _notes.Number(one);
            if (!_claims.TryGetValue(number, out var claims)) _claims.Add(number, claims = new SortedSet<string>(StringComparer.Ordinal));
            _ = claims.Add(one.Claim);
            _ = numbers.Add(number);
        }

        return [.. numbers];
    }

    /// <summary>The numbers of a row's quotes as links, runs of them as one: "3", "1–4, 7".</summary>
    internal string Marks(IEnumerable<Evidence> evidence) =>
        string.Join(", ", Footnotes.Runs(Numbers(evidence)).Select(run => $"<a href=\"#e{run.First}\">{run.First}{(run.Last > run.First ? $"–{run.Last}" : "")}</a>"));

    /// <param name="reader">Where the words of a claim can be read in their text; null where texts have no pages.</param>
    public void Write(TextWriter output, Func<string, string>? reader = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write("<section>\n<h2>Evidence</h2>\n<ol>\n");
        foreach (var (number, note) in _notes.All)
        {
            var anchors = string.Concat(_claims[number].Select(claim => $"<span id=\"c-{Escaped(claim)}\"></span>"));
            var place = HtmlLinks.IsAddress(note.Url) ? HtmlLinks.Outward(note.Url) : $"<code>{Escaped(note.Place)}</code>";
            var quote = reader is null ? Escaped(note.Quote) : $"<a href=\"{Escaped(reader(_claims[number].Min!))}\">{Escaped(note.Quote)}</a>";
            output.Write($"<li id=\"e{number}\">{anchors}<q>{quote}</q> <cite>{Escaped(note.Source)}</cite>, {place}</li>\n");
        }

        output.Write("</ol>\n</section>\n");
    }
}
