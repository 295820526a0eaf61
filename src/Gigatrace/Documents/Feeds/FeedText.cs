using System.Text;

namespace Gigatrace.Documents;

/// <summary>Mark-up to what a reader sees of it, in one line; for titles and names, not for texts.</summary>
internal static class FeedText
{
    public static string Line(string text, bool markup)
    {
        var seen = markup ? System.Net.WebUtility.HtmlDecode(WithoutTags(text)) : text;
        return OneLine.Of(seen) ?? "";
    }

    /// <summary>How much of it a reader sees, in UTF-16 units without white space.</summary>
    public static int Length(string text, bool html)
    {
        var length = 0;
        foreach (var letter in html ? WithoutTags(text) : text)
        {
            if (!char.IsWhiteSpace(letter)) length++;
        }

        return length;
    }

    private static string WithoutTags(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('<', at);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            if (close < 0) return kept.Append(text, at, text.Length - at).ToString();
            var isTag = text[open + 1] is '/' or '!' || char.IsLetter(text[open + 1]);
            kept.Append(text, at, (isTag ? open : open + 1) - at);
            at = isTag ? close + 1 : open + 1;
        }

        return kept.ToString();
    }
}
