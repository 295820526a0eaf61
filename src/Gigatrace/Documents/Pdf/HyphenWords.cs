using System.Text;

namespace Gigatrace.Documents;

/// <summary>Joins lines; whether a hyphen at the end of one belongs to the word, the rest of the text shows.</summary>
internal sealed class HyphenWords(IEnumerable<string> lines)
{
    private readonly HashSet<string> _words = new(lines.SelectMany(line => line.Split(' ')).Select(word => word.Trim(',', '.', ';', ':', '(', ')', '"', '“', '”')), StringComparer.OrdinalIgnoreCase);

    /// <param name="text">Not empty; ends where the line before ends.</param>
    public void Join(StringBuilder text, string next)
    {
        var hyphen = text.Length > 1 && text[^1] is '-' or '\u2010' or '\u00AD' && char.IsLetter(text[^2]) && char.IsLetter(next[0]);
        if (!hyphen) text.Append(' ');
        else if (text[^1] == '\u00AD' || (char.IsLower(next[0]) && !IsCompound(text, next))) text.Length--;
        text.Append(next);
    }

    private bool IsCompound(StringBuilder text, string next)
    {
        var start = text.Length - 1;
        while (start > 0 && text[start - 1] != ' ') start--;
        var first = text.ToString(start, text.Length - start).TrimStart('(', '"', '“');
        var end = next.AsSpan().IndexOfAny(" ,.;:)\"”");
        var second = end < 0 ? next : next[..end];
        if (_words.Contains(first[..^1] + second)) return false;
        return _words.Contains(first + second) || first.AsSpan(0, first.Length - 1).Contains('-');
    }
}
