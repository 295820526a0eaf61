using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>The <c>#tags</c> of a note that stand among its words: not in code, not in an address, and not a mere number.</summary>
internal static class InlineTags
{
    public static IEnumerable<string> In(string text, Span span)
    {
        var code = false;
        for (var at = span.Start; at < span.End; at++)
        {
            if (text[at] == '`') code = !code;
            if (code || text[at] != '#' || !(at == span.Start || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or ',')) continue;
            var end = at + 1;
            while (end < span.End && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '/')) end++;
            var tag = text.AsSpan(at + 1, end - at - 1).TrimEnd('/');
            if (tag.ContainsAnyExceptInRange('0', '9') && char.IsLetterOrDigit(tag[0])) yield return tag.ToString();
            at = end - 1;
        }
    }
}
