using System.Globalization;
using System.Text;

namespace Gigatrace.Documents;

/// <summary>The head of a WARC record, versions 0.17 to 1.1: <c>WARC/1.0</c>, then fields, then an empty line.</summary>
internal static class WarcHead
{
    private const int Longest = 128 * 1024;

    public static ArchiveFormat Format { get; } = new(Read, Find, Longest, "\r\n\r\n"u8.ToArray());

    public static ReadOnlySpan<byte> Start => "WARC/"u8;

    private static ArchiveHead? Read(ReadOnlyMemory<byte> window)
    {
        if (!Begins(window.Span)) return null;
        var fields = HeaderFields.Read(window[..Math.Min(window.Length, Longest)]);
        return new ArchiveHead
        {
            Size = fields.Size,
            Type = (fields["WARC-Type"] ?? "").ToLowerInvariant(),
            Url = fields["WARC-Target-URI"]?.Trim('<', '>', ' ') is { Length: > 0 } url ? url : null,
            ContentType = fields["Content-Type"],
            Length = long.TryParse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null,
            Digest = fields["WARC-Block-Digest"],
        };
    }

    private static int Find(ReadOnlyMemory<byte> window)
    {
        var bytes = window.Span;
        for (var at = 0; at < bytes.Length; at += Start.Length)
        {
            var next = bytes[at..].IndexOf(Start);
            if (next < 0) return -1;
            at += next;
            if ((at == 0 || bytes[at - 1] == '\n') && Begins(bytes[at..])) return at;
        }

        return -1;
    }

    /// <summary>The version, and a field on the line after it: a text that speaks of WARC has seldom both.</summary>
    private static bool Begins(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Start) || bytes.Length < 10 || !char.IsAsciiDigit((char)bytes[5]) || bytes[6] != '.' || !char.IsAsciiDigit((char)bytes[7])) return false;
        var line = bytes[8..Math.Min(bytes.Length, 100)];
        var end = line.IndexOf((byte)'\n');
        return end is >= 0 and < 8 && line[(end + 1)..].IndexOf((byte)':') is > 0 and < 60;
    }
}
