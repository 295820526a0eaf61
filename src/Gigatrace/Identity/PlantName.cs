using System.Globalization;

namespace Gigatrace.Identity;

/// <summary>A plant's name taken apart: who, where, and which one there.</summary>
/// <param name="Operator">As the name writes it.</param>
/// <param name="Place">As the name writes it.</param>
/// <param name="Part">"2", "3"…; null for the first plant or the site.</param>
public sealed record PlantName(string Operator, string Place, string? Part)
{
    public override string ToString() => Part is null ? $"{Operator} {Place}" : $"{Operator} {Place} {Part}";

    /// <summary>
    /// Null where the name is not a plant's: it is an organisation of the list, or no split into operator and place is
    /// good enough. A known operator or a known place is good enough; neither is, where <paramref name="surely"/> says
    /// that claims speak of it as only plants are spoken of: then the last word is the place.
    /// </summary>
    public static PlantName? Parse(string name, NameTable organisations, Places places, bool surely)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var part = words.Length > 2 && PartOf(words[^1]) is { } number ? number : null;
        if (part is not null) words = words[..^1];
        if (words.Length < 2) return null;
        var known = organisations.Start(words)?.Words ?? 0;
        if (known == words.Length)
        {
            // "AESC Japan" is a company's name and, where claims speak of it as of a plant, its plant in Japan.
            known = surely ? organisations.Start(words.AsSpan()[..^1])?.Words ?? 0 : known;
            if (known != words.Length - 1 || places.Find(words[^1]).Count == 0) return null;
        }

        for (var split = 1; split < words.Length; split++)
        {
            // The longest place first: "Van Buren Township" before "Township".
            if (split >= known && places.Find(string.Join(' ', words[split..])).Count > 0) return Make(words, split, part);
        }

        return surely && known < words.Length ? Make(words, known > 0 ? known : words.Length - 1, part) : null;
    }

    /// <summary>Both ways in which a name may be taken apart: with and without claims that speak of it as only plants are spoken of.</summary>
    public static IEnumerable<PlantName> Readings(string name, NameTable organisations, Places places)
    {
        if (Parse(name, organisations, places, surely: true) is not { } sure) yield break;
        yield return sure;
        if (Parse(name, organisations, places, surely: false) is { } other && other != sure) yield return other;
    }

    private static PlantName Make(string[] words, int split, string? part) =>
        new(string.Join(' ', words[..split]), string.Join(' ', words[split..]), part is "1" ? null : part);

    private static string? PartOf(string word) =>
        word.Length is 1 or 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? word : null;
}
