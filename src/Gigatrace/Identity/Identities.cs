using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Identity;

/// <summary>Which entity each claim speaks of, by what is known on a day. Made afresh from the facts of that day; nothing of it is kept.</summary>
public sealed class Identities
{
    private readonly NameGroups _names;
    private readonly Sites _sites;
    private readonly IReadOnlyDictionary<PlantKey, Placed> _placed;
    private readonly IReadOnlySet<string> _persons;

    private Identities(NameGroups names, Sites sites, IReadOnlySet<string> persons)
    {
        _names = names;
        _sites = sites;
        _placed = sites.Place();
        _persons = persons;
    }

    public ImmutableArray<OpenPlace> OpenPlaces => _sites.Open;

    public ImmutableArray<OpenPair> OpenPairs => _names.Open;

    /// <summary>Every name that was joined to another, and why.</summary>
    public ImmutableArray<NameJoin> Joins => _names.Joins;

    /// <summary>Every name of an organisation or person that is used, with the printed name of whom it means; sorted.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Names => _names.All;

    /// <summary>The printed name of an organisation or person; null where the name is not among these.</summary>
    public string? Name(string name) => _names.Find(name);

    /// <summary>What kind of thing a claim with that subject speaks of.</summary>
    internal EntityKind KindOf(Claim claim) =>
        _placed.ContainsKey(KeyOf(claim)) ? EntityKind.Plant : _persons.Contains(claim.Subject) && claim.Predicate is "role" ? EntityKind.Person : EntityKind.Organisation;

    /// <summary>The entity that a claim's subject means.</summary>
    /// <param name="claim">One of those whose facts these identities were made of.</param>
    /// <param name="building">How the claims of its document that speak of something to be built write their plants.</param>
    internal Assignment Assign(Claim claim, IReadOnlyCollection<PlantKey> building)
    {
        if (!_placed.TryGetValue(KeyOf(claim), out var placed)) return new Assignment(_names.Find(claim.Subject) ?? claim.Subject, null);
        var (part, moved) = (placed.Part, placed.Moved);
        if (part is null && (Parts.WithFigure(placed.Site, claim) ?? Parts.Fitting(placed.Site, claim, IsToBeBuilt(placed.Site, building))) is { } fitting)
        {
            part = fitting.Part;
            moved = moved is null ? fitting.Why : $"{moved}; {fitting.Why}";
        }

        return new Assignment(_sites.NameOf(placed, part), moved);
    }

    private bool IsToBeBuilt(Site site, IReadOnlyCollection<PlantKey> building) => building.Any(key => _placed.TryGetValue(key, out var other) && other.Site == site && other.Part is null);

    /// <summary>Whether the way in which a claim writes its subject is among those that these identities were made of.</summary>
    internal bool Knows(Claim claim) => _placed.ContainsKey(KeyOf(claim)) || (KeyOf(claim).Part.Length == 0 && _names.Find(claim.Subject) is not null);

    /// <summary>Every way of writing a plant, with the printed name of the plant where nothing but its name and part tells which it is.</summary>
    internal IEnumerable<(PlantKey Key, string Name)> Plants => _placed.Select(row => (row.Key, _sites.NameOf(row.Value, row.Value.Part)));

    /// <summary>A plant that claims were given to, by its printed name.</summary>
    internal Entity Plant(string name) => _sites.Describe(name);

    /// <summary>The organisations and persons, each with its other names; sorted.</summary>
    public IEnumerable<Entity> Others()
    {
        var persons = _persons.Select(name => _names.Find(name) ?? name).ToHashSet(StringComparer.Ordinal);
        return _names.All.GroupBy(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new Entity
        {
            Kind = persons.Contains(group.Key) ? EntityKind.Person : EntityKind.Organisation,
            Name = group.Key,
            Aliases = [.. group.Where(name => name != group.Key).Order(StringComparer.Ordinal)],
        });
    }

    internal static PlantKey KeyOf(Claim claim) => new(claim.Subject, Fact.PartSaid(claim) ?? "");

    /// <param name="known">What is known on the day, each fact with the first day on which it was. Of names that none of these could be joined with nothing need be there.</param>
    internal static Identities Of(IEnumerable<KeyValuePair<Fact, DateOnly>> known, NameTable table, Places places, IReadOnlyList<NameDecision> decisions)
    {
        var facts = Grouped(known);
        var subjects = facts.Where(group => group.Value.Exists(row => row.Fact.Kind == FactKind.Subject)).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        var plants = subjects.ToDictionary(group => group.Key, group => PlantOf(group.Key, group.Value, table, places), StringComparer.Ordinal);
        var names = NameGroups.Make(Used(facts, plants, table), table, decisions);
        var sites = new Sites(places, decisions, Owners(subjects, names, table));
        foreach (var (name, said) in subjects)
        {
            if (plants[name] is { } plant) Add(sites, plant, names.Find(plant.Operator) ?? plant.Operator, name, said);
        }

        return new Identities(names, sites, subjects.Where(group => group.Value.Exists(row => row.Fact.Kind == FactKind.OfPerson)).Select(group => group.Key).ToHashSet(StringComparer.Ordinal));
    }

    private static Dictionary<string, List<(Fact Fact, DateOnly Day)>> Grouped(IEnumerable<KeyValuePair<Fact, DateOnly>> known)
    {
        var facts = new Dictionary<string, List<(Fact, DateOnly)>>(StringComparer.Ordinal);
        foreach (var (fact, day) in known)
        {
            if (!facts.TryGetValue(fact.Name, out var list)) facts.Add(fact.Name, list = []);
            list.Add((fact, day));
        }

        return facts;
    }

    /// <summary>What is said of a name tells whether it is a plant's: what was founded and has a market share is a company, though its name ends like a town's.</summary>
    private static PlantName? PlantOf(string name, List<(Fact Fact, DateOnly Day)> said, NameTable table, Places places)
    {
        bool Is(FactKind kind) => said.Exists(row => row.Fact.Kind == kind);
        if (Is(FactKind.OfPerson)) return null;
        var surely = Is(FactKind.OfPlant);
        if (!surely && Is(FactKind.OfCompany)) return null;
        return PlantName.Parse(name, table, places, surely) is { } plant && (surely || Is(FactKind.OfMostlyPlants) || table.Find(plant.Operator) is not null) ? plant : null;
    }

    private static void Add(Sites sites, PlantName plant, string runs, string name, List<(Fact Fact, DateOnly Day)> said)
    {
        ImmutableArray<string> within = [.. Details(FactKind.Within).Where(pair => pair[0] == plant.Place).Select(pair => pair[1])];
        foreach (var (fact, day) in said.Where(row => row.Fact.Kind == FactKind.Part))
        {
            var days = Details(FactKind.Runs).Where(pair => pair[0] == fact.Detail).Select(pair => (DateOnly?)DateOnly.ParseExact(pair[1], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            sites.Add(new PlantForm(new PlantKey(name, fact.Detail), runs, plant.Place, plant.Part ?? (fact.Detail.Length > 0 ? fact.Detail : null), day, days.Min(), within)
            {
                Figures = [.. Details(FactKind.Figure).Where(pair => pair[0] == fact.Detail).Select(pair => pair[1])],
                WholeFigures = fact.Detail.Length > 0 ? [] : [.. Details(FactKind.Figure).Where(pair => pair[0] == "site").Select(pair => pair[1])],
            });
        }

        IEnumerable<string[]> Details(FactKind kind) => said.Where(row => row.Fact.Kind == kind).Select(row => row.Fact.Detail.Split('\t'));
    }

    /// <summary>All names of organisations and persons: subjects that are no plants, operators of plants, and the other sides.</summary>
    private static IEnumerable<UsedName> Used(Dictionary<string, List<(Fact Fact, DateOnly Day)>> facts, Dictionary<string, PlantName?> plants, NameTable table)
    {
        var uses = new Dictionary<string, NameUse>(StringComparer.Ordinal);
        foreach (var (name, said) in facts)
        {
            foreach (var (fact, day) in said)
            {
                if (fact.Kind == FactKind.Object) _ = Use(name, day);
                if (fact.Kind != FactKind.Subject) continue;
                var plant = plants[name];
                var subject = Use(plant?.Operator ?? name, day);
                if (plant is not null) subject.Places.Add(NameTable.Key(plant.Place));
                else subject.Parents.UnionWith(said.Where(row => row.Fact.Kind == FactKind.Owner).Select(row => table.Words.Core(row.Fact.Detail)));
                subject.Person |= said.Exists(row => row.Fact.Kind == FactKind.OfPerson);
            }
        }

        foreach (var (name, use) in uses)
        {
            if (table.FindWithoutForm(name) is { } listed) use.Parents.UnionWith(table.ParentsOf(listed).Select(table.Words.Core));
            yield return new UsedName(name, use.Person, use.Known, use.Parents, use.Places);
        }

        NameUse Use(string name, DateOnly day)
        {
            if (!uses.TryGetValue(name, out var use)) uses.Add(name, use = new NameUse { Known = day });
            if (day < use.Known) use.Known = day;
            return use;
        }
    }

    /// <summary>By printed name, everyone who owns or owned an organisation, by the lexicon or by claims.</summary>
    private static Func<string, IReadOnlySet<string>> Owners(IEnumerable<KeyValuePair<string, List<(Fact Fact, DateOnly Day)>>> subjects, NameGroups names, NameTable table)
    {
        var owners = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (name, said) in subjects)
        {
            foreach (var (fact, _) in said.Where(row => row.Fact.Kind == FactKind.Owner)) Of(names.Find(name) ?? name).Add(names.Find(fact.Detail) ?? fact.Detail);
        }

        return name => Of(name);

        HashSet<string> Of(string name)
        {
            if (owners.TryGetValue(name, out var set)) return set;
            owners.Add(name, set = new HashSet<string>(table.ParentsOf(name).Select(parent => names.Find(parent) ?? parent), StringComparer.Ordinal));
            return set;
        }
    }

    private sealed class NameUse
    {
        public HashSet<string> Parents { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Places { get; } = new(StringComparer.Ordinal);

        public bool Person { get; set; }

        public required DateOnly Known { get; set; }
    }
}

/// <summary>The entity that a claim was given to.</summary>
/// <param name="Inferred">Why, where the text does not name it; null where it does.</param>
internal sealed record Assignment(string Entity, string? Inferred);
