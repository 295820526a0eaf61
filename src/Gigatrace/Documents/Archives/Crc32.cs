namespace Gigatrace.Documents;

/// <summary>The check sum of gzip (RFC 1952).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <param name="sum">Of what stands before; 0 at the start.</param>
    public static uint Append(uint sum, ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        sum = ~sum;
        foreach (var one in bytes) sum = table[(byte)(sum ^ one)] ^ (sum >> 8);
        return ~sum;
    }

    private static uint Entry(int index)
    {
        var entry = (uint)index;
        for (var bit = 0; bit < 8; bit++) entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ 0xEDB88320;
        return entry;
    }
}
