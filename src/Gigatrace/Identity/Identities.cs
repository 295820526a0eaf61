using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Identity;

/// <summary>Which entity each claim speaks of. Made afresh from the claims that are known on a day; nothing of it is kept.</summary>
public sealed class Identities
{
    /// <summary>Predicates that only persons, plants or companies have, and those that mostly plants have.</summary>
    private static readonly string[] OfPersons = ["role"];
    private static readonly string[] OfPlants = ["status", "milestone", "vehicles", "operator"];
    private static readonly string[] OfMostlyPlants = ["capacity", "investment", "jobs"];
    private static readonly string[] OfCompanies = ["founded", "parent", "partnership", "market_share", "rank", "headquarters", "competitor"];

    private readonly NameGroups _names;
    private readonly Dictionary<string, Assignment> _subjects;

    private Identities(NameGroups names, Dictionary<string, Assignment> subjects, ImmutableArray<Entity> all, ImmutableArray<OpenPlace> openPlaces)
    {
        _names = names;
        _subjects = subjects;
        All = all;
        OpenPlaces = openPlaces;
    }

    /// <summary>Sorted by kind and name.</summary>
    public ImmutableArray<Entity> All { get; }

    public ImmutableArray<OpenPlace> OpenPlaces { get; }

    public ImmutableArray<OpenPair> OpenPairs => _names.Open;

    /// <summary>Every name that was joined to another, and why.</summary>
    public ImmutableArray<NameJoin> Joins => _names.Joins;

    /// <summary>The printed name of the entity that a claim's subject means.</summary>
    public string Subject(Claim claim) => _subjects[claim.Id].Entity;

    /// <summary>Why the claim was given to that entity, where its text does not name it; null where it does.</summary>
    public string? Inferred(Claim claim) => _subjects[claim.Id].Inferred;

    /// <summary>The printed name of an organisation or person.</summary>
    public string Name(string name) => _names[name];

    public static Identities Of(IReadOnlyList<Claim> claims, NameTable table, Places places, IReadOnlyList<NameDecision> decisions)
    {
        var ordered = claims.OrderBy(claim => claim.Id, StringComparer.Ordinal).ToArray();
        var parsed = Parse(ordered, table, places);
        var names = NameGroups.Make(Used(ordered, parsed, table), table, decisions);
        var sites = new Sites(names, places, decisions, Owners(ordered, names, table));
        foreach (var claim in ordered)
        {
            if (parsed[claim.Subject] is { } plant) sites.Add(claim, plant);
        }

        var plants = sites.Assign();
        var subjects = new Dictionary<string, Assignment>(ordered.Length, StringComparer.Ordinal);
        foreach (var claim in ordered) subjects[claim.Id] = plants.GetValueOrDefault(claim.Id) ?? new Assignment(names[claim.Subject], null);
        return new Identities(names, subjects, Entities(ordered, parsed, names, sites, subjects), sites.Open);
    }

    private static Dictionary<string, PlantName?> Parse(Claim[] claims, NameTable table, Places places) =>
        claims.GroupBy(claim => claim.Subject, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => ParseOne(group.Key, [.. group.Select(claim => claim.Predicate)], table, places),
            StringComparer.Ordinal);

    /// <summary>What is said of a name tells whether it is a plant's: what was founded and has a market share is a company, though its name ends like a town's.</summary>
    private static PlantName? ParseOne(string name, HashSet<string> said, NameTable table, Places places)
    {
        if (said.Overlaps(OfPersons)) return null;
        var surely = said.Overlaps(OfPlants);
        if (!surely && said.Overlaps(OfCompanies)) return null;
        return PlantName.Parse(name, table, places, surely) is { } plant && (surely || said.Overlaps(OfMostlyPlants) || table.Find(plant.Operator) is not null) ? plant : null;
    }


    private static bool IsOfPerson(Claim claim) => claim.Predicate is "role";

    /// <summary>All names of organisations and persons: subjects that are no plants, operators of plants, and the other sides.</summary>
    private static IEnumerable<UsedName> Used(Claim[] claims, Dictionary<string, PlantName?> parsed, NameTable table)
    {
        var uses = new Dictionary<string, NameUse>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            var plant = parsed[claim.Subject];
            var subject = Use(plant?.Operator ?? claim.Subject, claim);
            subject.Person |= IsOfPerson(claim);
            if (plant is not null) subject.Places.Add(NameTable.Key(plant.Place));
            if (claim.Object is not { Length: > 0 } other) continue;
            _ = Use(other, claim);
            if (plant is null && claim.Predicate is "parent" or "acquired" && claim.Modality == Modality.Actual) subject.Parents.Add(NameComparison.Core(other));
        }

        foreach (var (name, use) in uses)
        {
            if (table.Find(name) is { } listed) use.Parents.UnionWith(table.ParentsOf(listed).Select(parent => NameComparison.Core(parent)));
            yield return new UsedName(name, use.Person, use.Documents.Count, use.Parents, use.Places);
        }

        NameUse Use(string name, Claim claim)
        {
            if (!uses.TryGetValue(name, out var use)) uses.Add(name, use = new NameUse());
            use.Documents.Add(claim.DocumentId);
            return use;
        }
    }

    /// <summary>By printed name, everyone who owns or owned an organisation, by the lexicon or by claims.</summary>
    private static Func<string, IReadOnlySet<string>> Owners(Claim[] claims, NameGroups names, NameTable table)
    {
        var owners = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            if (claim.Predicate is "parent" or "acquired" && claim is { Modality: Modality.Actual, Object: { } owner }) Of(names[claim.Subject]).Add(names[owner]);
        }

        return name => Of(name);

        HashSet<string> Of(string name)
        {
            if (owners.TryGetValue(name, out var set)) return set;
            owners.Add(name, set = new HashSet<string>(table.ParentsOf(name).Select(parent => names[parent]), StringComparer.Ordinal));
            return set;
        }
    }

    private static ImmutableArray<Entity> Entities(Claim[] claims, Dictionary<string, PlantName?> parsed, NameGroups names, Sites sites, Dictionary<string, Assignment> subjects)
    {
        var aliases = new Dictionary<(EntityKind Kind, string Name), SortedSet<string>>();
        foreach (var claim in claims)
        {
            var entity = subjects[claim.Id].Entity;
            Add(parsed[claim.Subject] is not null ? EntityKind.Plant : IsOfPerson(claim) ? EntityKind.Person : EntityKind.Organisation, entity, claim.Subject);
            if (parsed[claim.Subject] is { } plant) Add(EntityKind.Organisation, names[plant.Operator], plant.Operator);
            if (claim.Object is { Length: > 0 } other) Add(EntityKind.Organisation, names[other], other);
        }

        return [.. from entry in aliases
                   where entry.Key.Kind != EntityKind.Organisation || !aliases.ContainsKey((EntityKind.Person, entry.Key.Name))
                   let named = entry.Key.Kind == EntityKind.Plant ? sites.Describe(entry.Key.Name) : new Entity { Kind = entry.Key.Kind, Name = entry.Key.Name }
                   orderby named.Kind, named.Name
                   select named with { Aliases = [.. entry.Value.Where(alias => alias != named.Name)] }];

        void Add(EntityKind kind, string name, string alias)
        {
            if (!aliases.TryGetValue((kind, name), out var set)) aliases.Add((kind, name), set = new SortedSet<string>(StringComparer.Ordinal));
            set.Add(alias);
        }
    }

    private sealed class NameUse
    {
        public HashSet<string> Documents { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Parents { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Places { get; } = new(StringComparer.Ordinal);

        public bool Person { get; set; }
    }
}

/// <summary>The entity of a claim, and why where its text does not name it.</summary>
internal sealed record Assignment(string Entity, string? Inferred);
