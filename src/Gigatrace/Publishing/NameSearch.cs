using System.Collections.Immutable;
using FuzzySharp;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Identity;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing;

/// <summary>
/// Finds what a person means however they type it: upper or lower case, without accents, by another name, by a part of
/// the name ("douai"), with or without the plant's number ("sunderland 2").
/// </summary>
public static class NameSearch
{
    private static readonly HashSet<string> Noise = new(["the", "a", "of", "in", "at", "plant", "factory", "gigafactory", "site", "works", "battery"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Numbers = new(StringComparer.Ordinal)
    {
        ["first"] = "1", ["second"] = "2", ["third"] = "3", ["fourth"] = "4", ["ii"] = "2", ["iii"] = "3", ["iv"] = "4",
    };

    /// <summary>
    /// The entities that fit best: those called exactly so, else those whose names hold every word typed, the shortest first.
    /// More than one where the words fit several equally well; none where nothing fits.
    /// </summary>
    /// <param name="operators">Where a plant's operator is found, so that its other names count too.</param>
    public static ImmutableArray<Entity> Find(IEnumerable<Entity> entities, string typed, IEnumerable<Entity> operators)
    {
        var aliases = operators.Where(entity => entity.Kind == EntityKind.Organisation).ToLookup(entity => entity.Name, entity => entity.Aliases, StringComparer.Ordinal);
        var all = entities as IReadOnlyCollection<Entity> ?? [.. entities];
        var exact = all.Where(entity => Names(entity).Any(name => Vocabulary.Fold(name) == Vocabulary.Fold(typed.Trim()))).ToList();
        if (exact.Count > 0) return Own(exact, typed);
        var words = Words(typed);
        if (words.Count == 0) return [];
        var found = Fit(all, aliases, words);
        return found.IsEmpty && Canonical(typed) is { } known ? Fit(all, aliases, Words(known)) : found;
    }

    private static ImmutableArray<Entity> Fit(IReadOnlyCollection<Entity> all, ILookup<string, ImmutableArray<string>> aliases, HashSet<string> words)
    {
        var fits = all.Select(entity => (Entity: entity, Left: LeftOver(entity, aliases[entity.Operator ?? ""].SelectMany(names => names), words))).Where(fit => fit.Left is not null).ToList();
        var least = fits.Min(fit => fit.Left);
        return [.. fits.Where(fit => fit.Left == least).Select(fit => fit.Entity)];
    }

    /// <summary>"Envision AESC Douai" is "AESC Douai": a name that the lexicon knows by another, at the start of what was typed; null where none is.</summary>
    private static string? Canonical(string typed)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Knowledge.Default.Organisations.Start(words) is { } known ? string.Join(' ', words[known.Words..].Prepend(known.Canonical)) : null;
    }

    /// <summary>Up to three names that look most like what was typed, best first; none that looks nothing like it.</summary>
    public static ImmutableArray<string> Nearest(IEnumerable<Entity> entities, string typed)
    {
        var folded = Vocabulary.Fold(typed);
        return [.. entities
            .Select(entity => (entity.Name, Likeness: Names(entity).Max(name => Fuzz.WeightedRatio(folded, Vocabulary.Fold(name)))))
            .Where(one => one.Likeness >= 60)
            .OrderByDescending(one => one.Likeness).ThenBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => one.Name).Distinct(StringComparer.Ordinal).Take(3)];
    }

    /// <summary>Who carries the name as its own goes before who is only also called so.</summary>
    private static ImmutableArray<Entity> Own(List<Entity> exact, string typed)
    {
        var own = exact.Where(entity => Vocabulary.Fold(entity.Name) == Vocabulary.Fold(typed.Trim())).ToList();
        return [.. own.Count > 0 ? own : exact];
    }

    private static IEnumerable<string> Names(Entity entity) => entity.Aliases.Prepend(entity.Name);

    /// <summary>How many words of the entity's own name were not typed; null where a typed word or number is not in any of its names.</summary>
    private static int? LeftOver(Entity entity, IEnumerable<string> operatorNames, HashSet<string> typed)
    {
        var own = Words(entity.Name);
        var known = Names(entity).Concat(operatorNames).Concat([entity.Operator, entity.Place, entity.Region, entity.Country]).OfType<string>().SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        if (IsFirst(entity)) known.Add("1");
        if (entity.Part is not null && typed.Any(IsNumber)) own.UnionWith(Words(entity.Part));
        return typed.All(word => known.Contains(word) || (!IsNumber(word) && word.Length >= 3 && known.Any(one => one.StartsWith(word, StringComparison.Ordinal))))
            ? own.Except(typed).Count()
            : null;
    }

    private static bool IsFirst(Entity entity) => entity.Kind == EntityKind.Plant && entity.Part is null or "1" or "phase 1";

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    private static HashSet<string> Words(string name)
    {
        var words = Vocabulary.Fold(name).Split([' ', '-', '.', ',', '\'', '"', '/', '(', ')', '&'], StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => !Noise.Contains(word)).Select(word => Numbers.GetValueOrDefault(word, word)).ToHashSet(StringComparer.Ordinal);
        return telling.Count > 0 ? telling : [.. words];
    }
}
