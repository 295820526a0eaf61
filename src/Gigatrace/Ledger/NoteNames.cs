using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>Whom the claims of one note speak of, in the ledger's own names: a name that the ledger does not use is grouped with those that it uses.</summary>
internal sealed class NoteNames
{
    private readonly Beside _beside;
    private readonly Knowledge _knowledge;
    private readonly Dictionary<Fact, DateOnly> _facts = [];
    private readonly Dictionary<string, Identities> _grouped = new(StringComparer.Ordinal);
    private readonly ILookup<string, PlantKey> _building;

    public NoteNames(IReadOnlyCollection<KnownClaim> claims, Beside beside, Knowledge knowledge)
    {
        (_beside, _knowledge) = (beside, knowledge);
        foreach (var claim in claims) FamilySet.AddFacts(_facts, claim, knowledge, _ => true);
        _building = claims.Where(known => Parts.SpeaksOfBuilding(known.Claim)).ToLookup(known => known.Claim.DocumentId, known => Identities.KeyOf(known.Claim), StringComparer.Ordinal);
    }

    /// <summary>Null where it cannot be said of whom the claim speaks, or its predicate settles nothing.</summary>
    public Entry? EntryOf(KnownClaim known)
    {
        var claim = known.Claim;
        var home = KnownClaim.Home(claim, _knowledge.Organisations);
        var family = _beside.FamilyOf(home);
        var (subject, inferred) = home == claim.Subject ? Subject(claim, family) : (Name(home), null);
        if (subject is null) return null;
        var other = home != claim.Subject ? Name(claim.Subject) : claim.Object is { Length: > 0 } named ? Name(named) : null;
        return family.Walk.EntryOf(known, subject, other is null ? null : InFull(claim, subject, other, family), inferred);
    }

    /// <summary>"LG": whom the ledger knows in full as one with a share in the same company, where there is but one such.</summary>
    private static string InFull(Claim claim, string subject, string other, BesideFamily family)
    {
        if (claim.Predicate is not "stake") return other;
        var held = family.Walk.EntriesOf(subject).Where(entry => entry.Predicate.Name == claim.Predicate).Select(entry => entry.Object).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (held.Contains(other)) return other;
        var full = held.Where(name => name.StartsWith(other + " ", StringComparison.Ordinal)).ToArray();
        return full is [var one] ? one : other;
    }

    /// <summary>Null where the claim may mean one of several of the ledger's subjects.</summary>
    private (string? Subject, string? Inferred) Subject(Claim claim, BesideFamily family)
    {
        var building = _building[claim.DocumentId].Distinct().ToArray();
        if (family.Identities.Knows(claim))
        {
            var (name, moved) = family.Identities.Assign(claim, building);
            return family.Identities.OpenPlaces.Any(open => open.Name == name) ? (null, null) : (name, moved);
        }

        // "Coweta" is Coweta County.
        if (family.Identities.Plants.Any(plant => plant.Name == claim.Subject + " County")) return (claim.Subject + " County", null);
        var grouped = Grouped(family);
        var (entity, inferred) = grouped.Assign(claim, building);
        if (grouped.KindOf(claim) != EntityKind.Plant) return (Name(claim.Subject), inferred);
        if (grouped.OpenPlaces.Any(open => open.Name == entity)) return (null, null);
        if (family.Walk.EntriesOf(entity).Count > 0) return (entity, inferred);
        var written = grouped.Plants.Where(plant => plant.Name == entity).Select(plant => plant.Key).ToHashSet();
        var held = family.Identities.Plants.Where(plant => written.Contains(plant.Key)).Select(plant => plant.Name).Distinct(StringComparer.Ordinal).ToArray();
        return held switch { [] => (entity, inferred), [var one] => (one, inferred), _ => (null, null) };
    }

    private string Name(string name)
    {
        var family = _beside.FamilyOf(name);
        if (family.Printed(name) is { } printed) return printed;
        if (Grouped(family).Name(name) is not { } entity) return name;
        return Grouped(family).Names.Where(pair => pair.Value == entity).Select(pair => family.Printed(pair.Key)).OfType<string>().FirstOrDefault() ?? entity;
    }

    private Identities Grouped(BesideFamily family)
    {
        if (!_grouped.TryGetValue(family.Name, out var grouped)) _grouped.Add(family.Name, grouped = _beside.Grouped(family, _facts));
        return grouped;
    }
}
