using System.Security.Cryptography;

namespace Gigatrace.Documents;

/// <summary>The check sum that a WARC record has of its content: <c>sha1:</c> and base 32, base 64 or hexadecimal.</summary>
internal static class RecordDigest
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>True, too, where it is of a kind that is not checked.</summary>
    public static bool Holds(string digest, ReadOnlySpan<byte> content)
    {
        var colon = digest.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return true;
        var written = digest[(colon + 1)..].Trim();
        Span<byte> sum = stackalloc byte[SHA256.HashSizeInBytes];
        switch (digest[..colon].ToLowerInvariant())
        {
            // Weak or not, it is the one that archives have; nothing is trusted because of it.
#pragma warning disable CA5350
            case "sha1" or "sha-1": sum = sum[..SHA1.HashData(content, sum)]; break;
#pragma warning restore CA5350
            case "sha256" or "sha-256": sum = sum[..SHA256.HashData(content, sum)]; break;
            default: return true;
        }

        return Same(written, Convert.ToHexString(sum)) || Same(written.TrimEnd('='), InBase32(sum)) || written == Convert.ToBase64String(sum);
    }

    private static bool Same(string written, string right) => written.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static string InBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length * 8 + 4) / 5];
        for (var at = 0; at < text.Length; at++)
        {
            var bit = at * 5;
            var two = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text[at] = Base32[(two >> (11 - bit % 8)) & 31];
        }

        return new string(text);
    }
}
