using System.Globalization;

namespace Gigatrace.Documents;

/// <summary>How bytes of a mail travel as ASCII. What is broken is passed over, and the rest is read.</summary>
internal static class TransferEncoding
{
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> bytes, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(bytes.Span),
        "quoted-printable" => QuotedPrintable(bytes.Span, inWord: false),
        "x-uuencode" or "uuencode" or "x-uue" => UuEncoded(bytes.Span),
        _ => bytes,
    };

    /// <summary>Every letter that is none of the alphabet is left out; a text may consist of several, one behind the other.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> letters)
    {
        var bytes = new byte[(letters.Length / 4 * 3) + 3];
        int length = 0, bits = 0, held = 0;
        foreach (var letter in letters)
        {
            var value = Value(letter);
            if (letter == (byte)'=') (bits, held) = (0, 0);
            if (value < 0) continue;
            (bits, held) = (bits << 6 | value, held + 6);
            if (held < 8) continue;
            held -= 8;
            bytes[length++] = (byte)(bits >> held);
            bits &= (1 << held) - 1;
        }

        return bytes[..length];
    }

    /// <param name="letters">What to decode.</param>
    /// <param name="inWord">In an encoded word, where _ is a space.</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> letters, bool inWord)
    {
        var bytes = new byte[letters.Length];
        var length = 0;
        for (var at = 0; at < letters.Length; at++)
        {
            var letter = letters[at];
            if (letter == (byte)'_' && inWord) bytes[length++] = (byte)' ';
            else if (letter != (byte)'=') bytes[length++] = letter;
            else if (at + 2 < letters.Length && byte.TryParse(letters.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var coded))
            {
                bytes[length++] = coded;
                at += 2;
            }
            else if (SoftBreak(letters[(at + 1)..]) is > 0 and var soft) at += soft;
            else bytes[length++] = letter;
        }

        return bytes[..length];
    }

    /// <summary>Lines of a length and as many letters, between <c>begin</c> and <c>end</c>.</summary>
    private static byte[] UuEncoded(ReadOnlySpan<byte> letters)
    {
        var bytes = new List<byte>(letters.Length);
        var inside = false;
        foreach (var range in letters.Split((byte)'\n'))
        {
            var line = letters[range].TrimEnd("\r\n"u8);
            if (line.StartsWith("begin "u8)) inside = true;
            else if (line.SequenceEqual("end"u8)) break;
            else if (inside && line.Length > 0) AddLine(bytes, line[1..], (line[0] - 32) & 63);
        }

        return [.. bytes];
    }

    private static void AddLine(List<byte> bytes, ReadOnlySpan<byte> letters, int count)
    {
        int bits = 0, held = 0;
        foreach (var letter in letters)
        {
            (bits, held) = ((bits << 6 | ((letter - 32) & 63)) & 0xFFFF, held + 6);
            if (held < 8 || count == 0) continue;
            held -= 8;
            count--;
            bytes.Add((byte)(bits >> held));
        }
    }

    /// <summary>How many letters of a line's end, with white space before it, an equals sign hides; 0 where there is no end.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (at < rest.Length && rest[at] is (byte)' ' or (byte)'\t' or (byte)'\r') at++;
        return at == rest.Length || rest[at] == (byte)'\n' ? Math.Min(at + 1, rest.Length) : 0;
    }

    private static int Value(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };
}
