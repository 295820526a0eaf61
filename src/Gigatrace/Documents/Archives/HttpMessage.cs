using System.Globalization;

namespace Gigatrace.Documents;

/// <summary>What a server answered, as a crawler kept it, with the body as the server meant it: chunks joined, unpacked.</summary>
/// <param name="Status">Null where there is no status line: the body alone was kept.</param>
/// <param name="Packing">How the body is compressed; null where it is not.</param>
internal sealed record HttpMessage(int? Status, string? ContentType, string? Packing, ReadOnlyMemory<byte> Body)
{
    private static ReadOnlySpan<byte> Start => "HTTP/"u8;

    public static HttpMessage Read(ReadOnlyMemory<byte> content)
    {
        int? status = null;
        HeaderFields? fields = null;
        // A server may say that it goes on (1xx) before it answers.
        while (content.Span.StartsWith(Start) && status is null or < 200)
        {
            fields = HeaderFields.Read(content);
            content = content[fields.Size..];
            status = StatusOf(fields.First);
        }

        var chunked = fields?["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) ?? false;
        return new HttpMessage(status, fields?["Content-Type"], fields?["Content-Encoding"], chunked ? Joined(content) : content);
    }

    private static int StatusOf(string line)
    {
        var parts = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;
    }

    /// <summary>Crawlers often keep the body joined and the field that says it is in chunks: what does not begin with a chunk is as it is.</summary>
    private static ReadOnlyMemory<byte> Joined(ReadOnlyMemory<byte> body)
    {
        if (Chunk(body.Span) is not { } first || !EndsWell(body.Span, first)) return body;
        using var joined = new MemoryStream(body.Length);
        while (Chunk(body.Span) is { Length: > 0 } chunk)
        {
            var length = Math.Min(chunk.Length, body.Length - chunk.From);
            joined.Write(body.Span.Slice(chunk.From, length));
            body = body[(chunk.From + length)..];
            if (body.Span.StartsWith("\r\n"u8)) body = body[2..];
            else if (body.Span.StartsWith("\n"u8)) body = body[1..];
        }

        return joined.ToArray();
    }

    /// <summary>The size line in hexadecimal, perhaps with an extension; null where there is none.</summary>
    private static (int From, int Length)? Chunk(ReadOnlySpan<byte> body)
    {
        var end = body[..Math.Min(body.Length, 1024)].IndexOf((byte)'\n');
        if (end <= 0) return null;
        var line = body[..end].TrimEnd("\r "u8);
        if (line.IndexOf((byte)';') is var extension and >= 0) line = line[..extension].TrimEnd((byte)' ');
        return line.Length <= 12 && long.TryParse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) && length >= 0
            ? (end + 1, (int)Math.Min(length, int.MaxValue))
            : null;
    }

    /// <summary>A text may begin with a line that reads as a number; then no line ends where the chunk would.</summary>
    private static bool EndsWell(ReadOnlySpan<byte> body, (int From, int Length) chunk)
    {
        var behind = body[Math.Min(body.Length, (int)Math.Min(chunk.From + (long)chunk.Length, int.MaxValue))..];
        return behind.Length == 0 || behind[0] is (byte)'\r' or (byte)'\n' || chunk.Length == 0;
    }
}
