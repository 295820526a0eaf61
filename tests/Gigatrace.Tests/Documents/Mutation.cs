namespace Gigatrace.Tests.Documents;

/// <summary>Files broken by chance: the same number gives the same file.</summary>
internal static class Mutation
{
    private const int Longest = 40_000;

    public static (string Name, byte[] Bytes) Make(int number)
    {
        var random = new Random(number);
        var (name, bytes) = FuzzSeeds.All[random.Next(FuzzSeeds.All.Length)];
        for (var change = 1 + Geometric(random); change > 0; change--) bytes = Change(bytes, random);
        // The name may lie.
        if (random.Next(10) == 0) name = FuzzSeeds.All[random.Next(FuzzSeeds.All.Length)].Name;
        if (random.Next(40) == 0) bytes = ArchiveBytes.Gzip(bytes);
        return (name, bytes);
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        var length = Math.Min(bytes.Length - at, 1 + Geometric(random) * random.Next(1, 40));
        switch (random.Next(10))
        {
            case 0: return Replaced(bytes, at, Math.Min(1, length), [(byte)random.Next(256)]);
            case 1: return at == bytes.Length ? bytes : Replaced(bytes, at, 1, [(byte)(bytes[at] ^ (1 << random.Next(8)))]);
            case 2: return Replaced(bytes, at, length, []);
            case 3: return bytes[..at];
            case 4: return Replaced(bytes, at, 0, bytes[at..(at + length)]);
            case 5: return Replaced(bytes, at, 0, Repeated(bytes[at..(at + length)], random));
            case 6: return Replaced(bytes, at, 0, FuzzSeeds.Words[random.Next(FuzzSeeds.Words.Length)]);
            case 7: return Replaced(bytes, at, 0, Repeated(FuzzSeeds.Words[random.Next(FuzzSeeds.Words.Length)], random));
            case 8: return Replaced(bytes, at, length, FuzzSeeds.Words[random.Next(FuzzSeeds.Words.Length)]);
            default:
                var other = FuzzSeeds.All[random.Next(FuzzSeeds.All.Length)].Bytes;
                var from = random.Next(other.Length);
                return Replaced(bytes, at, random.Next(2) * length, other[from..random.Next(from, other.Length)]);
        }
    }

    private static byte[] Replaced(byte[] bytes, int at, int length, byte[] with) => [.. bytes[..at], .. with, .. bytes[(at + length)..]];

    /// <summary>Seldom very often: what is nested or grows with the square shows then.</summary>
    private static byte[] Repeated(byte[] bytes, Random random)
    {
        if (bytes.Length == 0) return bytes;
        var times = random.Next(20) == 0 ? random.Next(Longest) : random.Next(1, 30);
        return [.. Enumerable.Repeat(bytes, Math.Clamp(Longest / bytes.Length, 1, times + 1)).SelectMany(one => one)];
    }

    private static int Geometric(Random random)
    {
        var count = 0;
        while (count < 12 && random.Next(3) > 0) count++;
        return count;
    }
}
