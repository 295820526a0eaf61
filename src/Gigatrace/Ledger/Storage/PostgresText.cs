using System.Buffers;
using System.Globalization;
using System.Text;

namespace Gigatrace.Ledger.Storage;

/// <summary>
/// Any string as PostgreSQL can keep it: it takes no character 0 and no half of a surrogate pair, which damaged files have. Such a character is
/// written as the control character 26 and its four hexadecimal digits, and so is 26 itself. All other text stays as it is.
/// </summary>
internal static class PostgresText
{
    private const char Mark = '\u001a';

    private static readonly SearchValues<char> Odd = SearchValues.Create(['\0', Mark, .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    public static string Encode(string text)
    {
        var at = text.AsSpan().IndexOfAny(Odd);
        if (at < 0) return text;
        var encoded = new StringBuilder(text, 0, at, text.Length + 16);
        for (; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) encoded.Append(text[at]).Append(text[++at]);
            else if (text[at] is '\0' or Mark || char.IsSurrogate(text[at])) encoded.Append(Mark).Append(((int)text[at]).ToString("x4", CultureInfo.InvariantCulture));
            else encoded.Append(text[at]);
        }

        return encoded.ToString();
    }

    public static string Decode(string text)
    {
        var at = text.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0) return text;
        var decoded = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++)
        {
            if (text[at] != Mark)
            {
                decoded.Append(text[at]);
                continue;
            }

            decoded.Append((char)int.Parse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            at += 4;
        }

        return decoded.ToString();
    }
}
