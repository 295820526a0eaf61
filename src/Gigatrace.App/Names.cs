using System.Collections.Immutable;
using Gigatrace.Ledger;
using Gigatrace.Publishing;

namespace Gigatrace.App;

/// <summary>From what a person typed to the one thing that is meant, or a line that says what might be.</summary>
internal static class Names
{
    public static PlantState Plant(View view, string typed)
    {
        var states = view.State.Plants.ToDictionary(plant => plant.Name, StringComparer.Ordinal);
        var entities = view.State.Entities.Where(entity => entity.Kind is EntityKind.Plant or EntityKind.Site && states.ContainsKey(entity.Name));
        return states[One([.. entities], typed, "plant")];
    }

    public static CompanyState Company(View view, string typed)
    {
        var states = view.State.Companies.ToDictionary(company => company.Name, StringComparer.Ordinal);
        return states[One([.. view.State.Entities.Where(entity => entity.Kind == EntityKind.Organisation && states.ContainsKey(entity.Name))], typed, "company")];
    }

    /// <summary>The printed names of whatever is meant, of any kind; several where the words fit several.</summary>
    public static ImmutableArray<string> Any(View view, string typed)
    {
        var found = NameSearch.Find(view.State.Entities, typed);
        return found.IsEmpty ? throw Unknown(view.State.Entities, typed, "name") : [.. found.Select(entity => entity.Name).Distinct(StringComparer.Ordinal)];
    }

    private static string One(ImmutableArray<Entity> entities, string typed, string what)
    {
        var found = NameSearch.Find(entities, typed);
        if (found.IsEmpty) throw Unknown(entities, typed, what);
        if (found.Length == 1) return found[0].Name;
        throw new Failure($"'{typed}' fits {Phrases.Count(found.Length, what)}: {string.Join(", ", found.Select(entity => entity.Name).Take(8))}{(found.Length > 8 ? ", …" : "")}; name one of them");
    }

    private static Failure Unknown(ImmutableArray<Entity> entities, string typed, string what)
    {
        var nearest = NameSearch.Nearest(entities, typed);
        return new Failure($"no {what} is called '{typed}'{(nearest.IsEmpty ? "" : $"; did you mean {string.Join(" or ", nearest)}?")}");
    }
}
