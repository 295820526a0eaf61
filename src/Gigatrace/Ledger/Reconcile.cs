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
        var known = claims.Where(claim => !judged.Rejected(claim.Id)).DistinctBy(claim => claim.Id).Select(claim => KnownClaim.Of(claim, recorded, copies)).Where(claim => asOf is null || claim.Known <= asOf).ToArray();
        var day = asOf ?? known.Where(claim => Predicates.Find(claim.Claim.Predicate) is not null).Select(claim => claim.Known).DefaultIfEmpty(DateOnly.MinValue).Max();
        var all = new FamilySet(known, judged, knowledge);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var walks = all.Names.Select(family => all.Walk(family, (name, _) => names.GetValueOrDefault(name, name))).ToArray();
        foreach (var walk in walks)
        {
            foreach (var (name, printed) in walk.GroupedOn(day).Names) names[name] = printed;
        }

        foreach (var walk in walks) _ = walk.Advance(day);
        var held = walks.SelectMany(walk => walk.Held).ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);
        return State.Of(asOf, day, held, walks.SelectMany(walk => walk.Identities.Others()), walks.SelectMany(walk => Queue(walk.Identities)), Registers.Standing([.. known.Select(claim => claim.Claim)]));
    }

    /// <summary>What a person should decide.</summary>
    internal static IEnumerable<Undecided> Queue(Identities identities) =>
        identities.OpenPlaces.Select(open => new Undecided(open.Name, open.Candidates, open.Why)).Concat(identities.OpenPairs.Select(pair => new Undecided(pair.First, [pair.Second], pair.Why)));
}
