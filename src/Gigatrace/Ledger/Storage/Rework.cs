using Gigatrace.Identity;

namespace Gigatrace.Ledger.Storage;

/// <summary>Works out anew what follows from some names, from a day on: the families they are in now, and those that speak of names which are printed otherwise.</summary>
internal sealed class Rework(HeldRows held, UseRows uses, Knowledge knowledge, Judgements judged, CopyRows copies, Change change)
{
    private readonly Neighbours _neighbours = new(uses, knowledge, judged, copies);
    private readonly PrintedNames _names = new();
    private readonly HashSet<string> _printed = new(StringComparer.Ordinal);

    public void Run()
    {
        var around = _neighbours.Around(change);
        var members = _neighbours.Members(around);
        var old = uses.FamiliesOf(members);
        var (facts, claims) = _neighbours.FactsOf(members);
        var families = Families.Make(facts.Keys, knowledge.Organisations, knowledge.Places, judged.Names);
        var parts = families.All.GroupBy(row => row.Family, row => row.Name, StringComparer.Ordinal).Where(family => family.Any(members.Contains))
            .Select(family => new FamilyPart(family.Key, [.. family], [.. family.Select(name => old.GetValueOrDefault(name)).OfType<string>().Distinct(StringComparer.Ordinal)])).ToArray();
        Rename(old, parts);
        var split = parts.SelectMany(part => part.Old).GroupBy(family => family, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var rebuilt = parts.Where(part => part.Old.Count > 0 && (part.Old is not [var only] || only != part.Family || split.Contains(only))).ToArray();
        // A name that nothing speaks of any more is in no family now, but it was in one.
        var touched = change.Names.Select(name => old.GetValueOrDefault(name)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var changed = parts.Except(rebuilt).Where(part => part.Old.Any(touched.Contains) || part.Names.Any(change.Names.Contains)).ToArray();
        var byFamily = facts.ToLookup(fact => families.Of(fact.Key.Name), StringComparer.Ordinal);
        var dependents = Dependents(rebuilt.Concat(changed).SelectMany(part => Reprint(part, byFamily[part.Family])).ToHashSet(StringComparer.Ordinal), rebuilt.Concat(changed));

        var gone = old.Values.Distinct(StringComparer.Ordinal).Except(parts.SelectMany(part => part.Old), StringComparer.Ordinal);
        held.Replace([.. gone.Concat(rebuilt.SelectMany(part => part.Old)).Distinct(StringComparer.Ordinal).SelectMany(family => held.OfFamily(family, -1))], [.. rebuilt.SelectMany(part => Whole(part.Family, Of(part, claims), byFamily[part.Family]))]);
        foreach (var part in changed) Renew(part.Family, Of(part, claims), [.. byFamily[part.Family]]);
        foreach (var family in dependents)
        {
            var names = uses.NamesOf([family]);
            var (own, said) = _neighbours.FactsOf(names.ToHashSet(StringComparer.Ordinal));
            Renew(family, Of(new FamilyPart(family, names, []), said), [.. own]);
        }
    }

    private void Rename(Dictionary<string, string> old, IReadOnlyCollection<FamilyPart> parts)
    {
        var now = parts.SelectMany(part => part.Names.Select(name => (Name: name, part.Family))).ToArray();
        var differ = now.Where(row => old.GetValueOrDefault(row.Name) != row.Family).ToArray();
        var gone = old.Keys.Except(now.Select(row => row.Name), StringComparer.Ordinal).ToArray();
        uses.Forget([.. gone, .. differ.Where(row => old.ContainsKey(row.Name)).Select(row => row.Name)]);
        uses.AddNames(differ);
        uses.ForgetBlocks(gone.SelectMany(Blocks));
        // One that was known may be a person's only now.
        var persons = change.Persons.Where(name => old.ContainsKey(name) && !gone.Contains(name));
        var added = differ.Select(row => row.Name).Where(name => !old.ContainsKey(name)).Concat(persons).SelectMany(Blocks).ToArray();
        uses.ForgetBlocks(added);
        uses.AddBlocks(added);

        IEnumerable<(long, string)> Blocks(string name) => NameGroups.BlocksOf(name, knowledge.Organisations, change.Persons.Contains(name)).Select(block => (block, name));
    }

    /// <summary>Prints the names of a family anew. Those that are printed otherwise than they were, on any day, are returned.</summary>
    private IEnumerable<string> Reprint(FamilyPart part, IEnumerable<KeyValuePair<Fact, DateOnly>> facts)
    {
        var before = new PrintedNames();
        before.Add(held.Names(part.Names));
        _names.Add(new FamilyWalk([], facts, _names.On, judged, knowledge), before, part.Old.Count == 0 ? DateOnly.MinValue : change.From);
        _printed.UnionWith(part.Names);
        return part.Names.Where(name => !before.Turns(name).SequenceEqual(_names.Turns(name))).ToArray();
    }

    /// <summary>Families that speak of names of others which are printed otherwise.</summary>
    private IEnumerable<string> Dependents(HashSet<string> turned, IEnumerable<FamilyPart> done)
    {
        var homes = uses.UsedBy(turned).Select(use => KnownClaim.Home(use.Subject, use.Predicate, use.Other, use.Register, knowledge.Organisations)).Distinct(StringComparer.Ordinal).ToArray();
        return uses.FamiliesOf(homes).Values.Except(done.Select(part => part.Family), StringComparer.Ordinal).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
    }

    private void Renew(string family, IReadOnlyList<KnownClaim> claims, IReadOnlyList<KeyValuePair<Fact, DateOnly>> facts)
    {
        var eve = change.From == DateOnly.MinValue ? -1 : change.From.DayNumber - 1;
        var before = held.OfFamily(family, eve);
        var (walk, renaming) = Walk(claims, facts);
        if (History.Since(change.From, before, family, walk, renaming) is { } rows) held.Replace(before, rows);
        else held.Replace(held.OfFamily(family, -1), Whole(family, claims, facts));
    }

    private IReadOnlyList<HeldRow> Whole(string family, IReadOnlyList<KnownClaim> claims, IEnumerable<KeyValuePair<Fact, DateOnly>> facts)
    {
        var (walk, renaming) = Walk(claims, facts);
        return History.Of(family, walk, renaming);
    }

    private (FamilyWalk Walk, SortedDictionary<DateOnly, HashSet<string>> Renaming) Walk(IReadOnlyList<KnownClaim> claims, IEnumerable<KeyValuePair<Fact, DateOnly>> facts)
    {
        var walk = new FamilyWalk(claims, facts, _names.On, judged, knowledge);
        var others = walk.Others.ToArray();
        _names.Add(held.Names([.. others.Where(_printed.Add)]));
        return (walk, Histories.Renaming(others, _names));
    }

    private static IReadOnlyList<KnownClaim> Of(FamilyPart part, ILookup<string, KnownClaim> claims) => [.. part.Names.SelectMany(name => claims[name]).DistinctBy(claim => claim.Claim.Id)];
}

/// <summary>A family as it is now.</summary>
/// <param name="Old">The families that its names were in.</param>
internal sealed record FamilyPart(string Family, IReadOnlyList<string> Names, IReadOnlyList<string> Old);
