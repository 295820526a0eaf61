using System.IO.Compression;

namespace Gigatrace.Documents;

/// <summary>Compressed content in memory, unpacked within limits.</summary>
internal static class Unpacking
{
    /// <summary>A bomb is one only from here on.</summary>
    private const int SmallResult = 16 * 1024 * 1024;

    /// <param name="packing">As HTTP names it: gzip, deflate, br; several with commas, the last one outermost.</param>
    /// <param name="odd">Told what is wrong; what could be unpacked is given all the same.</param>
    /// <returns>As it is where it is not in fact compressed, as crawlers often keep it; null where it cannot be unpacked at all.</returns>
    public static ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> bytes, string packing, ReadingOptions options, Action<string> odd)
    {
        var steps = packing.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (steps.Length > 2)
        {
            odd("it is compressed more than twice");
            return null;
        }

        ReadOnlyMemory<byte>? result = bytes;
        foreach (var step in steps.Reverse())
        {
            if (result is { } packed) result = Step(packed, step.ToLowerInvariant(), options, odd);
        }

        return result;
    }

    /// <summary>All that comes out of a stream, up to the limits. Null where nothing sound does.</summary>
    public static byte[]? Inflate(Stream stream, long packedLength, ReadingOptions options, Action<string> odd)
    {
        using var result = new MemoryStream();
        var block = new byte[64 * 1024];
        try
        {
            for (int read; (read = stream.Read(block)) > 0;)
            {
                result.Write(block, 0, read);
                var ratio = result.Length / Math.Max(1, packedLength);
                if (result.Length <= options.MaxBytes && (result.Length <= SmallResult || ratio <= options.MaxRatio)) continue;
                odd(result.Length > options.MaxBytes ? $"it unpacks to more than the limit of {DocumentReader.Size(options.MaxBytes)}" : $"it unpacks to more than {options.MaxRatio} times its size");
                return null;
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // Brotli has its own exception for the same.
            odd("the compressed data is damaged; what could be unpacked is read");
        }

        return result.Length == 0 ? null : result.ToArray();
    }

    private static ReadOnlyMemory<byte>? Step(ReadOnlyMemory<byte> bytes, string packing, ReadingOptions options, Action<string> odd)
    {
        if (bytes.Length == 0) return bytes;
        var source = Wrap(bytes);
        switch (packing)
        {
            case "gzip" or "x-gzip":
                return bytes.Span.StartsWith(GzipMembers.Magic) ? Inflated(new GZipStream(source, CompressionMode.Decompress), bytes, options, odd) : bytes;
            case "deflate":
                if (LooksLikeText(bytes.Span)) return bytes;
                return IsZlib(bytes.Span) ? Inflated(new ZLibStream(source, CompressionMode.Decompress), bytes, options, odd) : Inflated(new DeflateStream(source, CompressionMode.Decompress), bytes, options, odd);
            case "br":
                return LooksLikeText(bytes.Span) ? bytes : Inflated(new BrotliStream(source, CompressionMode.Decompress), bytes, options, odd);
            case "identity" or "none" or "utf-8":
                return bytes;
            default:
                if (LooksLikeText(bytes.Span)) return bytes;
                odd($"it is compressed with {(packing.Length > 20 ? packing[..20] : packing)}, which is not read");
                return null;
        }
    }

    private static ReadOnlyMemory<byte>? Inflated(Stream stream, ReadOnlyMemory<byte> packed, ReadingOptions options, Action<string> odd)
    {
        using (stream) return Inflate(stream, packed.Length, options, odd) is { } bytes ? bytes : (ReadOnlyMemory<byte>?)null;
    }

    internal static MemoryStream Wrap(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>RFC 1950: deflate with a window of at most 32 KiB, and a check sum in the first two bytes.</summary>
    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && (bytes[0] & 0x0F) == 8 && bytes[0] >> 4 <= 7 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;

    private static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 64)];
        return start.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] || start.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;
    }
}
