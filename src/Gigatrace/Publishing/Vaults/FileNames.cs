using System.Globalization;
using System.Text;

namespace Gigatrace.Publishing.Vaults;

/// <summary>Names that any file system takes and Obsidian can link to.</summary>
public static class FileNames
{
    /// <summary>In bytes of UTF-8, without the ending: file systems take 255, and folders, endings and numbers want their part.</summary>
    private const int Longest = 150;

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>A name that is safe for itself; two names may become one.</summary>
    public static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var space = Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control;
            if (category is UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse || rune.Value is 0xFFFD) continue;
            _ = space ? safe.Append(' ') : rune.Value < 128 && "/\\:*?\"<>|#^[]%`{}$".Contains((char)rune.Value) ? safe.Append('-') : safe.Append(rune.ToString());
        }

        var plain = string.Join(' ', safe.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ', '~');
        plain = Cut(plain).TrimEnd('.', ' ');
        if (plain.Length == 0 || plain.All(sign => sign is '-')) return "unnamed";
        return Reserved.Contains(plain.Split('.')[0].Trim()) ? $"{plain.Split('.')[0].Trim()}_{plain[plain.Split('.')[0].Length..]}" : plain;
    }

    /// <summary>By name, a file name that no other has, upper or lower case; one that had to be changed so ends in a sum of the name.</summary>
    /// <param name="taken">File names that are not to be used, folded by <see cref="Fold"/>; what is given out is added.</param>
    public static string Unique(string name, ISet<string> taken)
    {
        var safe = Safe(name);
        for (var turn = 0; !taken.Add(Fold(safe)); turn++) safe = $"{Safe(name)} ({Sum(name, turn)})";
        return safe;
    }

    /// <summary>What file systems that know no case take for one name.</summary>
    public static string Fold(string name) => name.ToUpperInvariant();

    /// <summary>At the end of a sign as people see it.</summary>
    private static string Cut(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= Longest) return name;
        var (cut, size) = (new StringBuilder(), 0);
        var signs = StringInfo.GetTextElementEnumerator(name);
        while (signs.MoveNext() && (size += Encoding.UTF8.GetByteCount(signs.GetTextElement())) <= Longest) cut.Append(signs.GetTextElement());
        return cut.ToString();
    }

    private static string Sum(string name, int turn)
    {
        var hash = 2166136261u + (uint)turn;
        foreach (var sign in name) hash = (hash ^ sign) * 16777619u;
        return hash.ToString("x8", CultureInfo.InvariantCulture)[..6];
    }
}
