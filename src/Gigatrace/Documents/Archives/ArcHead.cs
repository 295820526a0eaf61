using System.Globalization;
using System.Text;

namespace Gigatrace.Documents;

/// <summary>
/// The head of an ARC record, one line: <c>URL IP-address date type length</c>, in version 2 with more fields before the length. The address may have
/// spaces in it, so the line is read from the date.
/// </summary>
internal static class ArcHead
{
    private const int Longest = 16 * 1024;

    public static ArchiveFormat Format { get; } = new(Read, Find, Longest, default);

    public static ReadOnlySpan<byte> Start => "filedesc://"u8;

    private static ArchiveHead? Read(ReadOnlyMemory<byte> window)
    {
        var bytes = window.Span[..Math.Min(window.Length, Longest)];
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0) end = bytes.Length;
        if (bytes[..end].IndexOf("://"u8) is <= 0 or > 20 && !bytes.StartsWith("dns:"u8)) return null;
        var parts = Encoding.UTF8.GetString(bytes[..end]).TrimEnd('\r').Split(' ');
        var date = Array.FindLastIndex(parts, IsDate);
        if (date < 2 || parts.Length - date is < 3 or > 9) return null;
        var url = string.Join(' ', parts[..(date - 1)]);
        return new ArchiveHead
        {
            Size = Math.Min(end + 1, bytes.Length),
            Type = url.StartsWith("filedesc:", StringComparison.OrdinalIgnoreCase) ? "warcinfo" : url.StartsWith("dns:", StringComparison.OrdinalIgnoreCase) ? "resource" : "response",
            Url = url,
            ContentType = parts[date + 1],
            Length = long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null,
        };
    }

    private static int Find(ReadOnlyMemory<byte> window)
    {
        for (var at = 0; at < window.Length;)
        {
            if (Read(window[at..]) is not null) return at;
            var end = window.Span[at..].IndexOf((byte)'\n');
            if (end < 0) break;
            at += end + 1;
        }

        return -1;
    }

    /// <summary>A year to a second, sometimes with digits too many.</summary>
    private static bool IsDate(string part) => part.Length is >= 8 and <= 20 && part.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && part[0] is '1' or '2';
}
