using System.Text;
using System.Text.Unicode;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>Bytes to text. A byte order mark is believed and dropped; else it is UTF-8, or what it most looks like, with a message.</summary>
internal static class Decoding
{
    private const int Probe = 64 * 1024;

    private static readonly (byte[] Start, string What)[] Magic =
    [
        ("%PDF-"u8.ToArray(), "a PDF"), ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"),
        ("GIF8"u8.ToArray(), "a picture"), ([(byte)'P', (byte)'K', 3, 4], "an archive or office document"), ([0x1F, 0x8B], "a compressed file"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"), ("SQLite format 3"u8.ToArray(), "a database"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an office document"), ("{\\rtf"u8.ToArray(), "a rich text file"), ("7z\xBC\xAF"u8.ToArray(), "an archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a compressed file"), ("BZh9"u8.ToArray(), "a compressed file"),
    ];

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    /// <summary>Null for a binary file; the message says so.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string displayPath, Action<Diagnostic> report, Encoding? declared = null)
    {
        if (ByteOrderMark(bytes) is var (marked, length)) return Marked(marked, bytes[length..], displayPath, report);
        if (Binary(bytes) is { } what)
        {
            report(new Diagnostic("doc.binary", displayPath, null, $"it is {what}, not text", Skipped: true));
            return null;
        }

        if (WideWithoutMark(bytes) is { } wide) return Marked(wide, bytes, displayPath, report);
        if (Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        return declared is { CodePage: not 65001 } ? declared.GetString(bytes) : Broken(bytes, displayPath, report);
    }

    private static (Encoding Encoding, int Length)? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static string Marked(Encoding encoding, ReadOnlySpan<byte> bytes, string displayPath, Action<Diagnostic> report)
    {
        var text = encoding.GetString(bytes);
        var broken = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (broken >= 0) report(new Diagnostic("doc.encoding", displayPath, LineOf(text, broken), $"broken {encoding.WebName}: what cannot be read stands as \uFFFD"));
        return text;
    }

    /// <summary>What it is where it is no text; null where it may be.</summary>
    public static string? Binary(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, what) in Magic)
        {
            if (bytes.StartsWith(start)) return what;
        }

        var probe = bytes[..Math.Min(bytes.Length, Probe)];
        return probe.Contains((byte)0) && WideWithoutMark(bytes) is null ? "a binary file" : null;
    }

    /// <summary>UTF-16 has zeros in the bytes of one parity only: in most of them, or it is in scripts that have few and makes sense as such.</summary>
    private static Encoding? WideWithoutMark(ReadOnlySpan<byte> bytes)
    {
        var probe = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        if (!probe.Contains((byte)0)) return null;
        int even = 0, odd = 0;
        for (var at = 0; at < probe.Length; at++)
        {
            if (probe[at] != 0) continue;
            if (at % 2 == 0) even++;
            else odd++;
        }

        var enough = probe.Length * 2 / 5;
        if (probe.Length < 8 || Math.Min(even, odd) > 0) return null;
        if (odd > enough || (odd > 0 && IsSense(Encoding.Unicode, probe))) return Encoding.Unicode;
        return even > enough || (even > 0 && IsSense(Encoding.BigEndianUnicode, probe)) ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Nearly all of it is ASCII, Greek, Cyrillic, kana, Han, Hangul, or their punctuation.</summary>
    private static bool IsSense(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);
        var sense = 0;
        foreach (var letter in text)
        {
            if (letter is '\n' or '\r' or '\t' or (>= ' ' and <= '~') or (>= '\u00A0' and <= '\u04FF') or (>= '\u2010' and <= '\u203A') or (>= '\u3000' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uFF01' and <= '\uFF5E')) sense++;
        }

        return sense * 50 >= text.Length * 49;
    }

    /// <summary>With some sound sequences beside the broken ones it is damaged UTF-8; with none it is one of the old encodings.</summary>
    private static string Broken(ReadOnlySpan<byte> bytes, string displayPath, Action<Diagnostic> report)
    {
        var (sound, broken, line) = CountSequences(bytes);
        var damaged = sound >= broken;
        var old = damaged ? Encoding.UTF8 : EncodingGuess.Guess(bytes);
        report(new Diagnostic("doc.encoding", displayPath, line, damaged
            ? $"broken UTF-8 ({broken} {(broken == 1 ? "place" : "places")}, the first one here): what cannot be read stands as \uFFFD"
            : $"not UTF-8: read as {Name(old)}"));
        return old.GetString(bytes);
    }

    private static string Name(Encoding encoding) => encoding.WebName.StartsWith("windows", StringComparison.Ordinal) ? "W" + encoding.WebName[1..] : encoding.WebName.ToUpperInvariant();

    private static (int Sound, int Broken, int Line) CountSequences(ReadOnlySpan<byte> bytes)
    {
        int sound = 0, broken = 0, line = 1, lineOfFirst = 1;
        for (var at = 0; at < bytes.Length;)
        {
            if (bytes[at] < 0x80)
            {
                if (bytes[at++] == '\n') line++;
                continue;
            }

            var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
            if (status == System.Buffers.OperationStatus.Done) sound++;
            else if (broken++ == 0) lineOfFirst = line;
            at += Math.Max(1, length);
        }

        return (sound, broken, lineOfFirst);
    }

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;
}
