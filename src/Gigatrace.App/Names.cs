using System.Collections.Immutable;
using Gigatrace.Identity;
using Gigatrace.Publishing;

namespace Gigatrace.App;

/// <summary>From what a person typed to the one thing that is meant, or a line that says what might be.</summary>
internal static class Names
{
    /// <summary>Where words fit several, the one with so many times the findings of the next is taken, and the others are named.</summary>
    private const int Clearly = 3;

    /// <summary>The words for kinds of entities, in the order of their enumeration.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["company", "plant", "person"];

    public static string Kind(EntityKind kind) => Kinds[(int)kind];

    /// <summary>Its printed name; so below.</summary>
    public static string Plant(Shell shell, Asked asked, string typed) => One(shell, asked, typed, "plant", EntityKind.Plant).Name;

    public static string Company(Shell shell, Asked asked, string typed) => One(shell, asked, typed, "company", EntityKind.Organisation).Name;

    public static Entity PlantOrCompany(Shell shell, Asked asked, string typed) => One(shell, asked, typed, "plant or company", EntityKind.Plant, EntityKind.Organisation);

    public static Entity Anyone(Shell shell, Asked asked, string typed) => One(shell, asked, typed, "plant, company or person", EntityKind.Plant, EntityKind.Organisation, EntityKind.Person);

    /// <summary>The printed names of whatever is meant, of any kind; several where the words fit several.</summary>
    public static ImmutableArray<string> Any(Asked asked, string typed) => [.. Found(asked, typed).Select(entity => entity.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>What concerns whoever is meant: for a company its plants too.</summary>
    public static ImmutableArray<string> Around(Asked asked, string typed)
    {
        var found = Found(asked, typed);
        var plants = found.Where(entity => entity.Kind == EntityKind.Organisation).Select(entity => entity.Name).Distinct(StringComparer.Ordinal)
            .SelectMany(name => asked.Company(name).State.Plants.Where(plant => plant.Operator == name).Select(plant => plant.Name));
        return [.. found.Select(entity => entity.Name).Concat(plants).Distinct(StringComparer.Ordinal)];
    }

    private static ImmutableArray<Entity> Found(Asked asked, string typed)
    {
        var entities = asked.Entities();
        var found = NameSearch.Find(entities, typed, entities);
        return found.IsEmpty ? throw Unknown(asked, entities, typed, "plant, company or person") : found;
    }

    /// <summary>The same where nobody can be told what was guessed: it fits one alone.</summary>
    public static Entity Exactly(Asked asked, string typed, string what, params ReadOnlySpan<EntityKind> kinds) => One(null, asked, typed, what, kinds);

    private static Entity One(Shell? shell, Asked asked, string typed, string what, params ReadOnlySpan<EntityKind> kinds)
    {
        var wanted = kinds.ToArray();
        var all = asked.Entities();
        var entities = all.Where(entity => wanted.Contains(entity.Kind)).ToImmutableArray();
        var found = NameSearch.Find(entities, typed, all);
        if (found.IsEmpty) throw Unknown(asked, entities, typed, what);
        if (found.Length == 1) return found[0];
        var ranked = found.Select(entity => (Entity: entity, Findings: asked.CountOf(entity.Name))).OrderByDescending(one => one.Findings).ToList();
        var names = ranked.Select(one => one.Entity.Name).ToList();
        if (shell is null || ranked[0].Findings < Clearly * ranked[1].Findings) throw new Failure($"'{typed}' fits {Phrases.Count(found.Length, what)}: {Listed(names)}; name one of them");
        shell.Say($"gigatrace: '{typed}' is taken for {names[0]}; it also fits {Listed(names.Skip(1))}");
        return ranked[0].Entity;
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Take(8)) + (names.Count() > 8 ? ", …" : "");

    internal static Failure Unknown(Asked asked, IEnumerable<Entity> entities, string typed, string what)
    {
        var nearest = NameSearch.Nearest(entities, typed);
        var next = !nearest.IsEmpty ? $"did you mean {string.Join(" or ", nearest)}?"
            : asked.AsOf is null && asked.Entities().Count == 0 ? "the ledger holds nothing yet, and `gigatrace read PATH` brings documents in"
            : $"{(what is "plant" ? asked.Lists.Plants : asked.Lists.Others)} lists what there is";
        return new Failure($"no {what} is called '{typed}'{(asked.AsOf is { } day ? $" as of {Phrases.Day(day)}" : "")}; {next}");
    }
}
