using System.Collections.Immutable;
using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Publishing;

namespace Gigatrace.App;

/// <summary>From what a person typed to the one thing that is meant, or a line that says what might be.</summary>
internal static class Names
{
    /// <summary>Where words fit several, the one with so many times the findings of the next is taken, and the others are named.</summary>
    private const int Clearly = 3;

    public static PlantState Plant(Shell shell, View view, string typed)
    {
        var states = view.State.Plants.ToDictionary(plant => plant.Name, StringComparer.Ordinal);
        var entities = view.State.Entities.Where(entity => entity.Kind == EntityKind.Plant && states.ContainsKey(entity.Name));
        return states[One(shell, view, [.. entities], typed, "plant")];
    }

    public static CompanyState Company(Shell shell, View view, string typed)
    {
        var states = view.State.Companies.ToDictionary(company => company.Name, StringComparer.Ordinal);
        var entities = view.State.Entities.Where(entity => entity.Kind == EntityKind.Organisation && states.ContainsKey(entity.Name));
        return states[One(shell, view, [.. entities], typed, "company")];
    }

    /// <summary>The printed names of whatever is meant, of any kind; several where the words fit several.</summary>
    public static ImmutableArray<string> Any(View view, string typed)
    {
        var found = NameSearch.Find(view.State.Entities, typed, view.State.Entities);
        return found.IsEmpty ? throw Unknown(view, view.State.Entities, typed, "plant, company or person") : [.. found.Select(entity => entity.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What concerns whoever is meant: for a company its plants too.</summary>
    public static ImmutableArray<string> Around(View view, string typed)
    {
        var names = Any(view, typed);
        return [.. names.Concat(view.State.Plants.Where(plant => plant.Operator is not null && names.Contains(plant.Operator)).Select(plant => plant.Name)).Distinct(StringComparer.Ordinal)];
    }

    private static string One(Shell shell, View view, ImmutableArray<Entity> entities, string typed, string what)
    {
        var found = NameSearch.Find(entities, typed, view.State.Entities);
        if (found.IsEmpty) throw Unknown(view, entities, typed, what);
        if (found.Length == 1) return found[0].Name;
        var ranked = found.Select(entity => (entity.Name, Findings: view.State.Findings.Count(finding => finding.Subject == entity.Name))).OrderByDescending(one => one.Findings).ToList();
        var names = ranked.Select(one => one.Name).ToList();
        if (ranked[0].Findings < Clearly * ranked[1].Findings) throw new Failure($"'{typed}' fits {Phrases.Count(found.Length, what)}: {Listed(names)}; name one of them");
        shell.Say($"gigatrace: '{typed}' is taken for {names[0]}; it also fits {Listed(names.Skip(1))}");
        return names[0];
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Take(8)) + (names.Count() > 8 ? ", …" : "");

    private static Failure Unknown(View view, ImmutableArray<Entity> entities, string typed, string what)
    {
        var nearest = NameSearch.Nearest(entities, typed);
        return new Failure($"no {what} is called '{typed}'{(view.State.AsOf is { } day ? $" as of {Phrases.Day(day)}" : "")}{(nearest.IsEmpty ? "" : $"; did you mean {string.Join(" or ", nearest)}?")}");
    }
}
