namespace Gigatrace.Extraction.Values;

/// <summary>Words before a value that loosen it: about, at least, up to. They belong to the value's tokens but not to its span.</summary>
internal static class Qualifiers
{
    private const string About = "about", AtLeast = "at_least", UpTo = "up_to";

    /// <summary>Longer before shorter: "not more than" is up to.</summary>
    private static readonly (string[] Words, string Meaning)[] Phrases =
    [
        .. Of(UpTo, "no more than", "not more than", "as many as", "as much as", "as far as", "as high as", "a maximum of", "maximum of", "a maximum", "maximum", "up to",
            "at most", "no greater than", "max", "until", "less than", "fewer than", "under", "below"),
        .. Of(AtLeast, "not less than", "no less than", "no fewer than", "more than", "greater than", "higher than", "larger than", "at least", "a minimum of", "minimum of", "upwards of", "upward of",
            "in excess of", "well over", "just over", "exceeding", "exceeds", "exceed", "exceeded", "over", "above", "beyond", "surpassing"),
        .. Of(About, "in the region of", "somewhere around", "an estimated", "close to", "approximately", "about", "around", "roughly", "some", "nearly", "almost", "circa", "approx", "ca", "estimated",
            "just under", "just shy of", "virtually", "practically"),
    ];

    private static readonly Dictionary<string, (string[] Words, string Meaning)[]> ByLastWord =
        Phrases.GroupBy(phrase => phrase.Words[^1], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, (string[] Words, string Meaning)[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByLastWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where the value's tokens begin with its qualifier, not before <paramref name="floor"/>; and what the qualifier means.</summary>
    public static (int Start, string? Meaning) Before(in ValueTokens s, int first, int floor)
    {
        if (s[first - 1] is "~" or "≈" or "∼" && first - 1 >= floor) return (first - 1, About);
        if (s[first - 1] is ">" or "≥" && first - 1 >= floor) return (first - 1, AtLeast);
        if (s[first - 1] is "<" or "≤" && first - 1 >= floor) return (first - 1, UpTo);
        var last = first - 1;
        while (last > floor && (s.IsAny(last, "a", "an", "the") || (s[last] is "." && s.IsAny(last - 1, "approx", "ca", "max")))) last--;
        if (last < floor || !s.IsWord(last) || !Lookup.TryGetValue(s[last], out var phrases)) return (first, null);
        foreach (var (words, meaning) in phrases)
        {
            if (s.Ends(last, floor, words)) return (Widen(s, last - words.Length + 1, floor), meaning);
        }

        return (first, null);
    }

    /// <summary>A plus sign or words behind the number: "2,000+", "100 or more", "100 or a little more".</summary>
    public static string? After(in ValueTokens s, ref int end)
    {
        if (s[end] is "+" && s.IsGlued(end) && !s.IsNumber(end + 1))
        {
            end++;
            return AtLeast;
        }

        if (s.IsHyphen(end) && s.IsGlued(end) && s.Is(end + 1, "plus"))
        {
            end += 2;
            return AtLeast;
        }

        if (!s.Is(end, "or")) return null;
        // "or a little more", "or slightly less"
        var last = end + 1;
        if (s.Is(last, "a") && s.IsAny(last + 1, "little", "bit", "few", "touch")) last += 2;
        else if (s.IsAny(last, "slightly", "somewhat", "even", "thereabouts", "rather")) last++;
        if (s.Is(last - 1, "thereabouts"))
        {
            end = last;
            return About;
        }

        if (!s.IsAny(last, "more", "so", "less")) return null;
        end = last + 1;
        return s.Is(last, "more") ? AtLeast : s.Is(last, "so") ? About : UpTo;
    }

    /// <summary>The article of "a maximum of", and "of" before "up to" and the like stay outside; "at an estimated" has none.</summary>
    private static int Widen(in ValueTokens s, int start, int floor) => start > floor && s.IsAny(start - 1, "well", "just", "still") ? start - 1 : start;

    private static IEnumerable<(string[] Words, string Meaning)> Of(string meaning, params string[] phrases) =>
        phrases.Select(phrase => (phrase.Split(' '), meaning));
}
