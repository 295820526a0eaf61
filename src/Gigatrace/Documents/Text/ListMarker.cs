using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What starts a list item: a bullet, a number, a checkbox.</summary>
internal static class ListMarker
{
    private static readonly System.Buffers.SearchValues<char> Bullets = System.Buffers.SearchValues.Create("-*+•‣◦▪▫■□●○►▸▶–—·∙⁃➢➤✓✔☐☑☒→»");

    /// <summary>Length of the marker with the space behind it and a checkbox; 0 where the line starts no item.</summary>
    public static int Length(string text, Span line)
    {
        var content = text.AsSpan(line.Start, line.Length);
        var length = Bullet(content);
        if (length == 0) length = Number(content);
        if (length == 0) return 0;
        while (length < content.Length && char.IsWhiteSpace(content[length])) length++;
        if (content[length..] is ['[', not ('[' or ']'), ']', ' ', ..])
        {
            length += 3;
            while (length < content.Length && char.IsWhiteSpace(content[length])) length++;
        }

        return length >= content.Length ? 0 : length;
    }

    private static int Bullet(ReadOnlySpan<char> content)
    {
        if (content.Length < 2 || !Bullets.Contains(content[0])) return 0;
        if (char.IsWhiteSpace(content[1])) return 1;
        return content[0] is '•' or '▪' or '●' or '■' or '☐' or '☑' or '▸' or '►' or '✓' or '✔' && char.IsLetterOrDigit(content[1]) ? 1 : 0;
    }

    /// <summary><c>1.</c>, <c>2)</c>, <c>(3)</c>; also with a letter straight behind it, but not <c>1.4 million</c> or <c>30. November</c>.</summary>
    private static int Number(ReadOnlySpan<char> content)
    {
        var at = content is ['(', ..] ? 1 : 0;
        var digits = 0;
        while (at < content.Length && char.IsAsciiDigit(content[at]) && digits < 3) (at, digits) = (at + 1, digits + 1);
        if (digits is 0 or > 2 || at + 1 >= content.Length || content[at] is not ('.' or ')' or '、')) return 0;
        if (content[0] == '(' && content[at] != ')') return 0;
        var rest = content[(at + 1)..];
        var spaced = char.IsWhiteSpace(rest[0]);
        if (!spaced && !(char.IsLetter(rest[0]) && content[at] != ')' && char.IsUpper(rest[0])) && content[at] != '、') return 0;
        return content[at] == '.' && Months.Starts(rest.TrimStart()) ? 0 : at + 1;
    }
}
