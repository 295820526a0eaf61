using System.Text;

namespace Gigatrace.Documents;

/// <summary>Text whose lines were broken for travelling (<c>format=flowed</c>, RFC 3676): a line that ends with a space goes on in the next.</summary>
internal static class FlowedText
{
    /// <param name="text">As it came.</param>
    /// <param name="deleteSpace">The space at the break is not part of the text; but where it is the only one between two words it is, since much software forgets to write two.</param>
    public static string Unwrap(string text, bool deleteSpace)
    {
        var flowed = new StringBuilder(text.Length);
        var (goesOn, quoted) = (false, 0);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimEnd('\r');
            var quotes = line.IndexOfAnyExcept('>') is >= 0 and var end ? end : line.Length;
            line = line[quotes..];
            if (line.StartsWith(" ")) line = line[1..];
            if (goesOn && quotes != quoted) goesOn = false;
            if (!goesOn && flowed.Length > 0) flowed.Append('\n');
            if (!goesOn && quotes > 0) flowed.Append('>', quotes).Append(' ');
            (goesOn, quoted) = (line.EndsWith(" ") && !line.SequenceEqual("-- "), quotes);
            flowed.Append(goesOn && deleteSpace && !IsBetweenWords(line) ? line[..^1] : line);
        }

        return flowed.ToString();
    }

    private static bool IsBetweenWords(ReadOnlySpan<char> line)
    {
        var words = line[..^1];
        return words.Length > 0 && words[^1] is > ' ' and < '\u2E80' && !words[(words.LastIndexOf(' ') + 1)..].Contains("://", StringComparison.Ordinal);
    }
}
