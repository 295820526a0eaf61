namespace Gigatrace.Identity;

/// <summary>
/// Names that may ever be taken for one, or whose sites may, whatever else becomes known: a family. What is grouped in one family does not
/// depend on the names of another, so a new document costs as much as the families it speaks of.
/// </summary>
internal sealed class Families
{
    private readonly Dictionary<string, string> _parent = new(StringComparer.Ordinal);
    private readonly NameTable _table;
    private readonly Places _places;

    private Families(NameTable table, Places places) => (_table, _places) = (table, places);

    /// <summary>The family of a name: the first of its names by the alphabet. A name that was not among those given is its own.</summary>
    public string Of(string name) => _parent.ContainsKey(name) ? Root(name) : name;

    /// <summary>Every name with its family, sorted: those given, and the operators that they could hold.</summary>
    public IEnumerable<(string Name, string Family)> All => _parent.Keys.Order(StringComparer.Ordinal).Select(name => (name, Root(name)));

    /// <param name="facts">All facts, whenever they became known.</param>
    public static Families Make(IReadOnlyCollection<Fact> facts, NameTable table, Places places, IReadOnlyList<NameDecision> decisions)
    {
        var families = new Families(table, places);
        foreach (var name in facts.Where(fact => fact.Kind is FactKind.Subject or FactKind.Object).Select(fact => fact.Name).Concat(decisions.SelectMany(said => new[] { said.First, said.Second }))) families.Add(name);
        families.JoinAlike(facts.Where(fact => fact.Kind == FactKind.OfPerson).Select(fact => fact.Name).ToHashSet(StringComparer.Ordinal));
        families.JoinDecided(decisions);
        families.JoinOwners(facts);
        return families;
    }

    /// <summary>The operators that a name could hold, if it were a plant's.</summary>
    public static IEnumerable<string> Operators(string name, NameTable table, Places places) => PlantName.Readings(name, table, places).Select(plant => plant.Operator);

    private void Add(string name)
    {
        if (!_parent.TryAdd(name, name)) return;
        foreach (var runs in Operators(name, _table, _places))
        {
            _ = _parent.TryAdd(runs, runs);
            Join(name, runs);
        }
    }

    private void JoinAlike(IReadOnlySet<string> persons)
    {
        foreach (var (first, second) in NameGroups.Alike([.. _parent.Keys.Order(StringComparer.Ordinal)], _table, persons)) Join(first, second);
    }

    /// <summary>What a person said of two names, or of two plants by the names they are printed with.</summary>
    private void JoinDecided(IReadOnlyList<NameDecision> decisions)
    {
        if (decisions.Count == 0) return;
        var byKey = _parent.Keys.ToLookup(NameTable.Key, StringComparer.Ordinal);
        foreach (var said in decisions)
        {
            Join(said.First, said.Second);
            foreach (var name in byKey[NameTable.Key(said.First)].Concat(byKey[NameTable.Key(said.Second)])) Join(said.First, name);
        }
    }

    /// <summary>An owner and who is owned, where both have plants at one place.</summary>
    private void JoinOwners(IReadOnlyCollection<Fact> facts)
    {
        var places = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var name in facts.Where(fact => fact.Kind == FactKind.Subject).Select(fact => fact.Name).Distinct(StringComparer.Ordinal))
        {
            foreach (var plant in PlantName.Readings(name, _table, _places))
            {
                var root = Root(name);
                if (!places.TryGetValue(root, out var held)) places.Add(root, held = new HashSet<string>(StringComparer.Ordinal));
                _ = held.Add(Sites.KeyOf(plant.Place, _places));
            }
        }

        var owned = facts.Where(fact => fact.Kind == FactKind.Owner).Select(fact => (fact.Name, Owner: fact.Detail)).ToHashSet();
        foreach (var name in _parent.Keys.ToArray())
        {
            if (_table.FindWithoutForm(name) is { } listed) owned.UnionWith(_table.ParentsOf(listed).SelectMany(owner => Named(owner).Select(other => (name, other))));
        }

        foreach (var (name, owner) in owned.OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Item2, StringComparer.Ordinal))
        {
            if (!_parent.ContainsKey(owner) || Root(name) is var one && Root(owner) is var other && (one == other || !places.TryGetValue(one, out var here) || !places.TryGetValue(other, out var there) || !here.Overlaps(there))) continue;
            Join(name, owner);
            var both = Root(name);
            var all = new HashSet<string>(places[one].Concat(places[other]), StringComparer.Ordinal);
            places[both] = all;
        }
    }

    private ILookup<string, string>? _listed;

    private IEnumerable<string> Named(string canonical) => (_listed ??= _parent.Keys.Where(name => _table.FindWithoutForm(name) is not null).ToLookup(name => _table.FindWithoutForm(name)!, StringComparer.Ordinal))[_table.Find(canonical) ?? canonical];

    private void Join(string first, string second)
    {
        _ = _parent.TryAdd(first, first);
        _ = _parent.TryAdd(second, second);
        var (one, other) = (Root(first), Root(second));
        if (one == other) return;
        if (string.CompareOrdinal(one, other) > 0) (one, other) = (other, one);
        _parent[other] = one;
    }

    private string Root(string name)
    {
        var root = name;
        while (_parent[root] is var up && up != root) root = up;
        while (_parent[name] is var next && next != root) (_parent[name], name) = (root, next);
        return root;
    }
}
