using System.Text;

namespace Gigatrace.Documents;

/// <summary>Words of a header in other alphabets: <c>=?utf-8?Q?G=C3=B6d?=</c> (RFC 2047).</summary>
internal static class EncodedWords
{
    private const int LongestCharset = 60;
    private const int LongestWord = 4000;

    private readonly record struct Word(string Charset, byte[] Bytes, int End);

    /// <summary>What is no sound encoded word stays as it is.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal)) return text;
        var decoded = new StringBuilder(text.Length);
        var (bytes, charset, done) = (new List<byte>(), "", 0);
        for (var at = text.IndexOf("=?", StringComparison.Ordinal); at >= 0; at = text.IndexOf("=?", at, StringComparison.Ordinal))
        {
            if (Read(text, at) is not { } word)
            {
                at += 2;
                continue;
            }

            // White space between two encoded words is there for folding only; a letter may be cut in two between them.
            var between = text.AsSpan(done, at - done);
            var follows = bytes.Count > 0 && between.IsWhiteSpace();
            if (!follows || !charset.Equals(word.Charset, StringComparison.OrdinalIgnoreCase)) Flush(decoded, bytes, charset);
            if (!follows) decoded.Append(between);
            bytes.AddRange(word.Bytes);
            (charset, done, at) = (word.Charset, word.End, word.End);
        }

        Flush(decoded, bytes, charset);
        return decoded.Append(text, done, text.Length - done).ToString();
    }

    private static void Flush(StringBuilder decoded, List<byte> bytes, string charset)
    {
        if (bytes.Count == 0) return;
        var encoding = Charsets.Find(charset) ?? Encoding.UTF8;
        decoded.Append(encoding.GetString([.. bytes]));
        bytes.Clear();
    }

    private static Word? Read(string text, int start)
    {
        var charset = text.IndexOf('?', start + 2, Math.Min(LongestCharset, text.Length - start - 2));
        if (charset < 0 || charset + 3 >= text.Length || text[charset + 2] != '?') return null;
        var end = text.IndexOf("?=", charset + 3, Math.Min(LongestWord, text.Length - charset - 3), StringComparison.Ordinal);
        if (end < 0) return null;
        var words = Encoding.Latin1.GetBytes(text[(charset + 3)..end]);
        var bytes = text[charset + 1] switch
        {
            'B' or 'b' => TransferEncoding.Base64(words),
            'Q' or 'q' => TransferEncoding.QuotedPrintable(words, inWord: true),
            _ => null,
        };
        // "utf-8*en" names the language, too.
        return bytes is null ? null : new Word(text[(start + 2)..charset].Split('*')[0], bytes, end + 2);
    }
}
