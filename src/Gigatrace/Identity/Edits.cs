namespace Gigatrace.Identity;

/// <summary>Slips of the pen: letters left out, added, changed, or two changed round.</summary>
internal static class Edits
{
    /// <summary>How many slips lie between two words; <paramref name="limit"/> + 1 where there are more.</summary>
    public static int Between(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        if (a.Length > 64 || b.Length > 64) return a == b ? 0 : limit + 1;
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }

            if (least > limit + 1) return limit + 1;
            var free = before;
            before = last;
            last = now;
            now = free;
        }

        return Math.Min(last[b.Length], limit + 1);
    }

    /// <summary>Slips that a word of an organisation's name may hold and still be the same. Short names differ by a letter and are others: CATL, CALB.</summary>
    /// <param name="beside">Another word of the name, one that makes it, is the same.</param>
    public static int Limit(int length, bool beside) => length < 3 || (length < 6 && !beside) ? 0 : length < 9 ? 1 : 2;

    /// <summary>A letter doubled or left single, or two changed round inside the word: the hand slips so, and names of others seldom differ so.</summary>
    public static bool IsTypical(string a, string b)
    {
        if (a.Length < 4 || b.Length < 4 || a[0] != b[0]) return false;
        if (a.Length != b.Length) return Single(a) == Single(b);
        var at = 0;
        while (at < a.Length && a[at] == b[at]) at++;
        return at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at] && a.AsSpan(at + 2).SequenceEqual(b.AsSpan(at + 2));
    }

    /// <summary>Digits that stand for letters: V0ltara.</summary>
    public static string WithoutDigits(string word) => string.Create(word.Length, word, static (letters, from) =>
    {
        for (var at = 0; at < letters.Length; at++) letters[at] = from[at] switch { '0' => 'o', '1' => 'l', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '8' => 'b', var c => c };
    });

    /// <summary>Nearly as it sounds: ph is f, c, ck and q are k, z is s, y is i, w is v, double letters are single.</summary>
    public static string Sound(string word) =>
        Single(word.Replace("ph", "f", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal).Replace("ae", "e", StringComparison.Ordinal).Replace("ou", "u", StringComparison.Ordinal)
            .Replace('c', 'k').Replace('q', 'k').Replace('z', 's').Replace('y', 'i').Replace('w', 'v'));

    private static string Single(string word) => string.Concat(word.Where((c, at) => at == 0 || c != word[at - 1]));

    /// <summary>The same for a word of a person's name, which seldom stands alone.</summary>
    public static int LimitOfPerson(int length) => length < 4 ? 0 : length < 7 ? 1 : 2;
}
