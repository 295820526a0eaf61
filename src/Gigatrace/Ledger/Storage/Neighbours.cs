using Gigatrace.Identity;

namespace Gigatrace.Ledger.Storage;

/// <summary>Which names of the ledger may have to do with some others, and what is said of them.</summary>
internal sealed class Neighbours(UseRows uses, Knowledge knowledge, Judgements judged, CopyRows copies)
{
    /// <summary>The names that changed, and those that they may be joined with.</summary>
    public HashSet<string> Around(Change change)
    {
        var around = new HashSet<string>(change.Names, StringComparer.Ordinal);
        around.UnionWith(change.Names.SelectMany(name => Families.Operators(name, knowledge.Organisations, knowledge.Places)));
        var known = uses.FamiliesOf(around);
        var unknown = around.Where(name => !known.ContainsKey(name)).ToArray();
        foreach (var name in unknown.Union(change.Persons))
        {
            var others = uses.InBlocks([.. NameGroups.BlocksOf(name, knowledge.Organisations, change.Persons.Contains(name))]);
            around.UnionWith(others.Where(other => other != name && NameGroups.Alike([name, other], knowledge.Organisations).Any()));
        }

        // What a person spoke of has a family, though no claim may have spoken of it yet.
        var judgedOf = judged.Names.SelectMany(said => new[] { said.First, said.Second });
        if (change.Owners || unknown.Concat(judgedOf.Where(change.Names.Contains)).Any(name => PlantName.Readings(name, knowledge.Organisations, knowledge.Places).Any())) around.UnionWith(Owners(around));
        return around;
    }

    /// <summary>Owners of the families of some names, and whom these own: they are one family where both have plants at one place.</summary>
    private IEnumerable<string> Owners(IReadOnlyCollection<string> names)
    {
        var members = Members(names);
        var listed = members.Select(knowledge.Organisations.Find).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var related = listed.SelectMany(name => knowledge.Organisations.ParentsOf(name).Select(parent => knowledge.Organisations.Find(parent) ?? parent).Concat(knowledge.Organisations.OwnedBy(name)));
        var (facts, _) = FactsOf(members);
        return uses.InBlocks([.. related.Select(NameGroups.BlockOfListed).Distinct()])
            .Concat(facts.Keys.Where(fact => fact.Kind == FactKind.Owner).Select(fact => fact.Detail))
            .Concat(uses.UsedBy(members).Where(use => use.Predicate is "parent" or "acquired").Select(use => use.Subject)).Distinct(StringComparer.Ordinal).ToArray();
    }

    /// <summary>Some names, and all that are of one family with them.</summary>
    public HashSet<string> Members(IReadOnlyCollection<string> names) => uses.NamesOf([.. uses.FamiliesOf(names).Values.Distinct(StringComparer.Ordinal)]).Concat(names).ToHashSet(StringComparer.Ordinal);

    /// <summary>What is said of some names, and the claims that are settled under each.</summary>
    public (Dictionary<Fact, DateOnly> Facts, ILookup<string, KnownClaim> Claims) FactsOf(IReadOnlySet<string> names)
    {
        var claims = uses.SettledUnder(names, copies);
        return (FactsOf(names, claims.Concat(uses.SpeakingOf(names))), claims.ToLookup(known => KnownClaim.Home(known.Claim, knowledge.Organisations), StringComparer.Ordinal));
    }

    /// <summary>What some claims say of some names, and since when anything in the ledger is said of them as the other side.</summary>
    public Dictionary<Fact, DateOnly> FactsOf(IReadOnlySet<string> names, IEnumerable<KnownClaim> claims)
    {
        var facts = new Dictionary<Fact, DateOnly>();
        foreach (var known in claims) FamilySet.AddFacts(facts, known, knowledge, fact => fact.Kind != FactKind.Object && names.Contains(fact.Name));
        foreach (var (name, day) in uses.FirstAsObject(names)) facts[new Fact(FactKind.Object, name, "")] = day;
        return facts;
    }
}
