using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>Settles the date of something that happens once: what happened over what was meant, then the better source.</summary>
internal static class Events
{
    /// <summary>What happened and, beside it or instead of it, what was meant. The plan is null where it came true.</summary>
    public static (Settled? Happened, Settled? Target) Settle(IReadOnlyList<Entry> entries, Judgements judgements)
    {
        var happened = Happened([.. entries.Where(entry => entry.Modality == Modality.Actual)], judgements);
        var target = Timeline.Settle([.. entries.Where(entry => entry.Modality != Modality.Actual)], Terms.Targets, judgements);
        if (happened is null || target is null) return (happened, target);
        var missed = target.Supports.Where(entry => !Agreement.OfTimes(entry.Claim.When, happened.Holds.Claim.When) && !entry.Historic).Concat(target.Against.Select(row => row.Entry).Where(entry => !Agreement.OfTimes(entry.Claim.When, happened.Holds.Claim.When)));
        var against = missed.Where(entry => !Terms.Withdrawn(entry)).Select(entry => (entry, entry.Known > KnownSince(happened) ? DisagreementKind.Stale : DisagreementKind.Superseded));
        return (happened with { Against = [.. happened.Against, .. against], By = happened.By is "only" ? "happened" : happened.By }, null);
    }

    private static Settled? Happened(Entry[] entries, Judgements judgements)
    {
        if (entries.Length == 0) return null;
        var groups = Groups(entries);
        var preferred = judgements.Preferred(entries);
        var best = groups
            .OrderByDescending(group => preferred is not null && group.Contains(preferred))
            .ThenByDescending(group => group[0].Claim.When is not null)
            .ThenBy(group => group.Min(entry => entry.Tier))
            .ThenByDescending(Sources.Count)
            .ThenByDescending(group => group.Max(entry => entry.Known))
            .ThenBy(group => group[0].Id, StringComparer.Ordinal).First();
        var documents = best.Select(entry => entry.Claim.DocumentId).ToHashSet(StringComparer.Ordinal);
        var against = entries.Where(entry => !best.Contains(entry) && !Agreement.OfTimes(entry.Claim.When, best[0].Claim.When))
            .OrderBy(entry => entry.Known).ThenBy(entry => entry.Id, StringComparer.Ordinal)
            .Select(entry => (entry, documents.Contains(entry.Claim.DocumentId) ? DisagreementKind.Scope : DisagreementKind.Contradiction)).ToImmutableArray();
        return new Settled(best[0], Sources.BestFirst(best), against, By(groups, best, preferred));
    }

    /// <summary>Entries that name one time, the finest first in each group. An entry without a time joins every group.</summary>
    private static List<List<Entry>> Groups(Entry[] entries)
    {
        var groups = new List<List<Entry>>();
        foreach (var entry in entries.OrderByDescending(entry => Agreement.Fineness(entry.Claim.When)).ThenBy(entry => entry.Tier).ThenBy(entry => entry.Known).ThenBy(entry => entry.Id, StringComparer.Ordinal))
        {
            var found = groups.FindAll(group => Agreement.OfTimes(entry.Claim.When, group[0].Claim.When));
            if (found.Count == 0) groups.Add([entry]);
            else found.ForEach(group => group.Add(entry));
        }

        return groups;
    }

    private static string By(List<List<Entry>> groups, List<Entry> best, Entry? preferred)
    {
        if (preferred is not null && groups.Count > 1) return "judgement";
        if (groups.Count == 1) return best.Exists(entry => entry.Claim.When is not null && entry.Claim.When != best[0].Claim.When) ? "finer" : "only";
        var others = groups.Where(group => group != best).ToArray();
        if (best.Min(entry => entry.Tier) < others.Min(group => group.Min(entry => entry.Tier))) return "better-source";
        return Sources.Count(best) > others.Max(Sources.Count) ? "more-sources" : "later";
    }

    private static DateOnly KnownSince(Settled settled) => settled.Supports.Min(entry => entry.Known);
}
