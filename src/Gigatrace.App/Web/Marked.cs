using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.App.Web;

/// <summary>A document's text with the words of its claims marked.</summary>
internal static class Marked
{
    /// <summary>Letters shown before and after the words of a single claim.</summary>
    private const int LettersBeside = 240;

    /// <param name="address">Of a claim by its id.</param>
    public static Html Text(Document document, IReadOnlyList<Claim> claims, Func<string, string> address)
    {
        var text = document.Text;
        var spans = claims.Select(claim => (claim.Id, Start: text.FromCodePoint(claim.Start), End: text.FromCodePoint(claim.End))).OrderBy(one => one.Start).ThenBy(one => one.End).ThenBy(one => one.Id, StringComparer.Ordinal).ToArray();
        var borders = spans.SelectMany(one => new[] { one.Start, one.End }).Append(0).Append(text.Length).Distinct().Order().ToArray();
        return Html.Of(Pieces());

        IEnumerable<Html> Pieces()
        {
            var (open, next) = (new List<(string Id, int Start, int End)>(), 0);
            for (var at = 0; at + 1 < borders.Length; at++)
            {
                var (start, end) = (borders[at], borders[at + 1]);
                _ = open.RemoveAll(one => one.End <= start);
                var began = new List<string>();
                for (; next < spans.Length && spans[next].Start == start; next++)
                {
                    open.Add(spans[next]);
                    began.Add(spans[next].Id);
                }

                var words = text.Value[start..end];
                if (open.Count == 0) yield return Html.Of($"{new Lines(words)}");
                else yield return Mark(words, began, open, address);
            }
        }
    }

    /// <summary>The narrowest claim is what the words lead to; the others begin here too or go on.</summary>
    private static Html Mark(string words, List<string> began, List<(string Id, int Start, int End)> open, Func<string, string> address)
    {
        var narrow = open.MinBy(one => (one.End - one.Start, one.Id)).Id;
        var others = began.Where(id => id != narrow).Select(id => Html.Of($"<span id=\"c-{id}\"></span>"));
        return Html.Of($"{others}<mark{Html.If(began.Contains(narrow), $" id=\"c-{narrow}\"")} data-claim=\"{narrow}\"><a href=\"{address(narrow)}\">{new Lines(words)}</a></mark>");
    }

    /// <summary>The words of one claim with what stands around them.</summary>
    public static Html Around(Document document, Claim claim)
    {
        var text = document.Text;
        var (start, end) = (text.FromCodePoint(claim.Start), text.FromCodePoint(claim.End));
        var passage = document.Passages.FirstOrDefault(one => one.Span.Start <= start && one.Span.End >= end)?.Span ?? new Span(start, end);
        var (before, after) = (text.Value[passage.Start..start], text.Value[end..passage.End]);
        return Html.Of($"{new Lines(before.Length > LettersBeside ? "… " + LastWords(before[^LettersBeside..]) : before)}<mark>{new Lines(text.Value[start..end])}</mark>{new Lines(after.Length > LettersBeside ? FirstWords(after[..LettersBeside]) + " …" : after)}");
    }

    /// <summary>Without the word, or the half of a letter, that was cut; as it is where it has no space.</summary>
    private static string FirstWords(string text) => text.LastIndexOf(' ') is > 0 and var at ? text[..at] : char.IsHighSurrogate(text[^1]) ? text[..^1] : text;

    private static string LastWords(string text) => text.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? text[(at + 1)..] : char.IsLowSurrogate(text[0]) ? text[1..] : text;
}

/// <summary>Text whose line breaks stay.</summary>
internal readonly record struct Lines(string Text);
