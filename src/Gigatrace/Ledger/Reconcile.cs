using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>Claims and judgements in, what we hold out.</summary>
public static class Reconcile
{
    /// <summary>
    /// What holds on a day. A pure function of its arguments: the order of claims and judgements does not matter.
    /// Judgements correct how the claims were read and grouped, so they count whatever the day.
    /// </summary>
    /// <param name="asOf">Only what was known on that day counts; null for everything.</param>
    /// <param name="recorded">By document id, the day it was recorded: from when a document without a date is known. One that is missing is always known.</param>
    /// <param name="copies">By document id, the original that the document is a copy of (<see cref="Copies.Find"/>); null where none are known.</param>
    /// <param name="knowledge">Names and places; null for what is built into the program.</param>
    public static State Run(
        IReadOnlyList<Claim> claims,
        IReadOnlyList<Judgement> judgements,
        DateOnly? asOf = null,
        IReadOnlyDictionary<string, DateOnly>? recorded = null,
        Knowledge? knowledge = null,
        IReadOnlyDictionary<string, Signed>? copies = null)
    {
        knowledge ??= Knowledge.Default;
        var judged = new Judgements(judgements);
        var known = Known(claims, judged, asOf, recorded);
        var identities = Identities.Of(known, knowledge.Organisations, knowledge.Places, judged.Names);
        var entries = known.Select(claim => EntryOf(claim, identities, recorded, copies)).OfType<Entry>().ToArray();
        var day = asOf ?? entries.Select(entry => entry.Known).DefaultIfEmpty(DateOnly.MinValue).Max();
        var entities = identities.All;
        var parts = entities.Where(entity => entity.Kind == EntityKind.Plant).ToDictionary(entity => entity.Name, entity => entity.Part, StringComparer.Ordinal);
        var settled = entries.GroupBy(entry => entry.Subject, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Settlement(group.Key, parts.GetValueOrDefault(group.Key), [.. group], judged, day).Run(), StringComparer.Ordinal);
        AddSites(entities, settled);
        var state = new State
        {
            AsOf = asOf,
            Entities = entities,
            Findings = [.. settled.Values.SelectMany(one => one.Findings).OrderBy(finding => finding.Subject, StringComparer.Ordinal).ThenBy(finding => finding.Predicate, StringComparer.Ordinal).ThenBy(finding => finding.Topic, StringComparer.Ordinal).ThenBy(finding => finding.Modality).ThenBy(finding => finding.Id, StringComparer.Ordinal)],
            Disagreements = [.. settled.Values.SelectMany(one => one.Disagreements).OrderBy(row => row.Subject, StringComparer.Ordinal).ThenBy(row => row.Predicate, StringComparer.Ordinal).ThenBy(row => row.Kind).ThenBy(row => row.Topic, StringComparer.Ordinal).ThenBy(row => row.Against[0], StringComparer.Ordinal)],
            Plants = [],
            Companies = [],
            Queue = Queue(identities),
            Claims = known.ToImmutableDictionary(claim => claim.Id, StringComparer.Ordinal),
            Undated = [.. entries.Where(entry => entry.Undated).Select(entry => entry.Id)],
        };
        return Cards.AddTo(state, settled, entries, day);
    }

    /// <summary>Scope between a whole site's capacity and that of one of its parts.</summary>
    private static void AddSites(IEnumerable<Entity> entities, Dictionary<string, Settlement> settled)
    {
        foreach (var site in entities.Where(entity => entity.Kind == EntityKind.Plant).GroupBy(plant => (plant.Operator, plant.Place)))
        {
            if (site.FirstOrDefault(plant => plant.Part is null) is not { } whole || !settled.TryGetValue(whole.Name, out var all)) continue;
            foreach (var part in site.Where(plant => plant.Part is not null))
            {
                if (settled.TryGetValue(part.Name, out var one)) all.AddScopeOfPart(one);
            }
        }
    }

    private static Claim[] Known(IReadOnlyList<Claim> claims, Judgements judged, DateOnly? asOf, IReadOnlyDictionary<string, DateOnly>? recorded) =>
    [
        .. claims.Where(claim => !judged.Rejected(claim.Id) && (asOf is null || Entry.KnownOn(claim, recorded) is not { } since || since <= asOf))
            .DistinctBy(claim => claim.Id).OrderBy(claim => claim.Id, StringComparer.Ordinal),
    ];

    /// <summary>A partnership has no direction: its subject is the first by the alphabet.</summary>
    private static Entry? EntryOf(Claim claim, Identities identities, IReadOnlyDictionary<string, DateOnly>? recorded, IReadOnlyDictionary<string, Signed>? copies)
    {
        if (Predicates.Find(claim.Predicate) is not { } predicate) return null;
        var subject = identities.Subject(claim);
        var other = claim.Object is { Length: > 0 } name ? identities.Name(name) : null;
        if (predicate.Name is "partnership" && other is not null && string.CompareOrdinal(other, subject) < 0) (subject, other) = (other, subject);
        if (claim.Modality == Modality.Actual && claim.When?.Earliest > claim.Published?.Latest)
        {
            // What lies ahead of its own publication has not happened, whatever the words.
            claim = claim with { Modality = Modality.Planned };
        }

        return Entry.Of(claim, predicate, subject, other, identities.Inferred(claim), recorded is not null && recorded.TryGetValue(claim.DocumentId, out var day) ? day : null, copies?.GetValueOrDefault(claim.DocumentId));
    }

    private static ImmutableArray<Undecided> Queue(Identities identities) =>
    [
        .. identities.OpenPlaces.Select(open => new Undecided(open.Name, open.Candidates, open.Why))
            .Concat(identities.OpenPairs.Select(pair => new Undecided(pair.First, [pair.Second], pair.Why)))
            .OrderBy(open => open.Name, StringComparer.Ordinal).ThenBy(open => open.Candidates[0], StringComparer.Ordinal),
    ];
}
