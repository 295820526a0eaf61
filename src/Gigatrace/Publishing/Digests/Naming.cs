using System.Globalization;
using Gigatrace.Identity;

namespace Gigatrace.Publishing.Digests;

/// <summary>What names are called in sentences: "AESC's second plant in Sunderland" for AESC Sunderland 2.</summary>
public sealed class Naming
{
    private static readonly string[] WithArticle = ["UK", "US", "USA", "United States", "United Kingdom", "Netherlands", "Czech Republic", "Philippines"];

    /// <summary>A name with one of these words is a description: "the European Investment Bank".</summary>
    private static readonly string[] Public = [" Bank", " Commission", " Department", "Department of", "Ministry", " Government", " Fund", " Union"];
    private static readonly string[] Ordinals = ["", "first", "second", "third", "fourth", "fifth"];

    private readonly Dictionary<string, Entity> _plants = new(StringComparer.Ordinal);

    /// <param name="entities">Who and what is spoken of; only plants are called otherwise than by their name.</param>
    public Naming(IEnumerable<Entity> entities)
    {
        foreach (var plant in entities.Where(entity => entity.Kind == EntityKind.Plant))
        {
            foreach (var name in plant.Aliases.Prepend(plant.Name)) _ = _plants.TryAdd(name, plant);
        }
    }

    /// <summary>Null for a name that is no plant's.</summary>
    public Entity? Plant(string name) => _plants.GetValueOrDefault(name);

    /// <summary>The operator of a plant, else the name itself: whose matter it is.</summary>
    public string Actor(string name) => Plant(name)?.Operator ?? name;

    public string Of(string name)
    {
        if (Plant(name) is not { Operator: { } runs, Place: { } place } plant) return Public.Any(word => name.Contains(word, StringComparison.Ordinal)) && !name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? $"the {name}" : name;
        return $"{Possessive(runs)} {(plant.Part is { } part ? Which(part) : "plant")} in {Place(place)}";
    }

    /// <summary>"second plant" for part 2.</summary>
    public static string Which(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number > 0 && number < Ordinals.Length ? $"{Ordinals[number]} plant" : $"plant {number}" : $"plant ({part})";

    public static string Place(string place) => WithArticle.Contains(place, StringComparer.Ordinal) ? $"the {place}" : place;

    /// <summary>"A, B and C"; of more than <paramref name="most"/> the rest as a number.</summary>
    public static string Joined(IReadOnlyList<string> names, int most = 6)
    {
        if (names.Count > most) names = [.. names.Take(most - 1), $"{names.Count - most + 1} more"];
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }

    private static string Possessive(string name) => name.EndsWith('s') ? $"{name}'" : $"{name}'s";
}
