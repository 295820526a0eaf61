using System.Text;
using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>The words of a small element.</summary>
internal static class HeadText
{
    private const int MostNodes = 80;

    /// <summary>On one line; null where there are none or more than <paramref name="longest"/> characters of them.</summary>
    public static string? Of(IElement element, int longest, bool withTimes = true)
    {
        var words = new StringBuilder();
        var nodes = 0;
        return Add(element, words, longest, withTimes, ref nodes, 0) ? OneLine.Of(words.ToString()) : null;
    }

    private static bool Add(INode node, StringBuilder words, int longest, bool withTimes, ref int nodes, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            if (++nodes > MostNodes || depth > MostNodes) return false;
            if (child is IText text) Append(words, text.Data);
            else if (child is IElement element && !Enter(element, words, longest, withTimes, ref nodes, depth)) return false;
            // Line ends and indents of the source count little.
            if (words.Length > 4 * longest) return false;
        }

        return depth > 0 || Letters(words) <= longest;
    }

    private static bool Enter(IElement element, StringBuilder words, int longest, bool withTimes, ref int nodes, int depth)
    {
        if (element.LocalName is "script" or "style" or "svg" or "template" or "button" or "textarea" || (!withTimes && element.LocalName is "time" or "form")) return true;
        var apart = element.LocalName is not ("a" or "b" or "i" or "em" or "strong" or "span" or "font" or "sup" or "sub" or "small" or "mark" or "u" or "wbr" or "abbr" or "q" or "cite" or "code" or "bdi");
        if (apart) words.Append(' ');
        var read = Add(element, words, longest, withTimes, ref nodes, depth + 1);
        if (apart) words.Append(' ');
        return read;
    }

    /// <summary>Two spans side by side that a style sets apart: a digit after a digit, a capital after a small letter.</summary>
    private static void Append(StringBuilder words, string text)
    {
        if (words.Length > 0 && text.Length > 0 && ((char.IsAsciiDigit(words[^1]) && char.IsAsciiDigit(text[0])) || (char.IsLower(words[^1]) && char.IsUpper(text[0])))) words.Append(' ');
        words.Append(text);
    }

    private static int Letters(StringBuilder words)
    {
        var letters = 0;
        for (var at = 0; at < words.Length; at++)
        {
            if (!char.IsWhiteSpace(words[at]) || (at > 0 && !char.IsWhiteSpace(words[at - 1]))) letters++;
        }

        return letters;
    }
}
