using System.Collections.Frozen;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Publishing.Scoring;

/// <summary>
/// When two names count as the same in scoring: they share at least two thirds of their telling words and carry the same
/// number ("AESC Sunderland 2" is neither "AESC Sunderland" nor "AESC"); no number counts as the first.
/// </summary>
public static class NameLikeness
{
    private static readonly FrozenSet<string> Noise = ("the a an of at in on for and its plant factory gigafactory site battery batteries cell cells co ltd inc " +
        "corp corporation group company plc gmbh ag sa se llc limited holding holdings motor motors cars automotive de la " +
        "phase works high tech hightech technology technologies energy new jv joint venture").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Synonyms = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["second"] = "2", ["third"] = "3", ["ii"] = "2", ["iii"] = "3", ["mercedes"] = "mercedesbenz", ["vw"] = "volkswagen",
        ["jlr"] = "jaguarlandrover", ["lges"] = "lgenergysolution", ["gm"] = "generalmotors", ["eib"] = "europeaninvestmentbank",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Phrase, string Word)[] Phrases =
    [
        ("mercedes-benz", "mercedesbenz"), ("mercedes benz", "mercedesbenz"), ("jaguar land rover", "jaguarlandrover"),
        ("lg energy solution", "lgenergysolution"), ("lg energy", "lgenergysolution"), ("general motors", "generalmotors"),
        ("european investment bank", "europeaninvestmentbank"), ("envision aesc", "aesc"),
    ];

    /// <summary>True also where gold names nothing: then anything will do.</summary>
    public static bool Same(string? gold, string? predicted)
    {
        if (gold is null) return true;
        var (goldWords, goldNumbers) = Split(Words(gold));
        var (words, numbers) = Split(Words(predicted));
        return goldWords.Count > 0 && words.Count > 0 && goldNumbers.SetEquals(numbers) && 3 * goldWords.Intersect(words).Count() >= 2 * goldWords.Union(words).Count();
    }

    /// <summary>Words shared over words in either, numbers included: from 0 to 1.</summary>
    public static double Overlap(string? gold, string? predicted)
    {
        var (g, p) = (Words(gold), Words(predicted));
        return g.Intersect(p).Count() / (double)Math.Max(1, g.Union(p).Count());
    }

    private static (HashSet<string> Words, HashSet<string> Numbers) Split(HashSet<string> words)
    {
        var numbers = words.Where(word => word is "2" or "3" or "4" or "5" or "6").ToHashSet(StringComparer.Ordinal);
        return (words.Except(numbers).Where(word => word != "1").ToHashSet(StringComparer.Ordinal), numbers);
    }

    private static HashSet<string> Words(string? name)
    {
        var text = Plain(name ?? "");
        foreach (var (phrase, word) in Phrases) text = text.Replace(phrase, word, StringComparison.Ordinal);
        var found = Runs(text).Select(word => Synonyms.GetValueOrDefault(word, word)).ToHashSet(StringComparer.Ordinal);
        var kept = found.Where(word => !Noise.Contains(word)).ToHashSet(StringComparer.Ordinal);
        return kept.Count > 0 ? kept : found;
    }

    /// <summary>Letters that are no letter with a mark on it: outside ASCII, they are left out.</summary>
    private const string Undivided = "ßøØłŁæÆœŒđĐıÞþðÐ’‘ʼ";

    /// <summary>Without diacritics, ASCII alone, in lower case.</summary>
    private static string Plain(string name)
    {
        var divided = new string([.. name.Where(c => !Undivided.Contains(c, StringComparison.Ordinal)).Select(c => char.IsWhiteSpace(c) ? ' ' : c)]);
        return new string([.. Vocabulary.Fold(divided).Where(char.IsAscii)]);
    }

    private static IEnumerable<string> Runs(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsAsciiLetterOrDigit(text[at])) continue;
            if (at > start) yield return text[start..at];
            start = at + 1;
        }
    }
}
