using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>Settles one fact of many that can hold at once (a customer, a partner, a title): whether it is so, meant, or withdrawn.</summary>
internal static class Sets
{
    public static Settled? Settle(IReadOnlyList<Entry> entries, Judgements judgements)
    {
        var all = entries.OrderBy(Time).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToArray();
        if (all.Length == 0) return null;
        var strong = Array.Exists(all, entry => !entry.Weak) ? Array.FindAll(all, entry => !entry.Weak) : all;
        var last = Last(strong);
        var preferred = judgements.Preferred(all);
        var denied = (preferred ?? last).Modality == Modality.Denied;
        var holding = strong.Where(entry => denied == (entry.Modality == Modality.Denied)).ToArray();
        // A person may prefer what only a note says.
        if (holding.Length == 0) holding = [preferred!];
        // A note may say that it came about what others only mean: nothing is denied by that.
        var holds = preferred ?? Finest(strong, Best(denied ? holding : Array.FindAll(all, entry => entry.Modality != Modality.Denied)));
        var supports = all.Where(entry => denied == (entry.Modality == Modality.Denied)).OrderBy(entry => entry.Modality == holds.Modality ? 0 : 1)
            .ThenBy(entry => entry.Tier).ThenBy(entry => entry.Known).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToImmutableArray();
        var against = all.Where(entry => denied != (entry.Modality == Modality.Denied)).Select(entry => (entry, Kind(entry, holding, all))).ToImmutableArray();
        return new Settled(holds, supports, against, preferred is not null ? "judgement" : By(all, holds, against.Length));
    }

    /// <summary>The latest word; of those within one time the better source's.</summary>
    private static Entry Last(Entry[] entries)
    {
        var latest = entries.Max(Time);
        return entries.Where(entry => latest.DayNumber - Time(entry).DayNumber <= Timeline.SameTimeDays).MinBy(entry => ((int)entry.Tier, -Time(entry).DayNumber, entry.Id))!;
    }

    /// <summary>What happened over what was meant; then the finer time, the better source.</summary>
    private static Entry Best(Entry[] holding) => holding.OrderBy(entry => entry.Modality).ThenBy(entry => entry.Tier)
        .ThenByDescending(entry => Agreement.Fineness(entry.Claim.When)).ThenBy(entry => entry.Known).ThenBy(entry => entry.Id, StringComparer.Ordinal).First();

    /// <summary>The finer form of the same sum is kept, whoever says it.</summary>
    private static Entry Finest(Entry[] entries, Entry best) => best.Value is not ClaimValue.Number ? best
        : entries.Where(entry => entry.Modality == best.Modality && entry.Claim.Unit == best.Claim.Unit).Append(best).MaxBy(entry => (Agreement.Fineness(entry.Claim), entry == best ? 1 : 0, entry.Id)) ?? best;

    private static string By(Entry[] all, Entry holds, int against) =>
        against > 0 ? "latest-state" : Array.Exists(all, entry => entry.Modality != holds.Modality) ? "happened" : "only";

    private static DisagreementKind Kind(Entry entry, Entry[] holding, Entry[] all)
    {
        if (Array.Exists(holding, other => other.Publisher != entry.Publisher && Math.Abs(Time(other).DayNumber - Time(entry).DayNumber) <= Timeline.SameTimeDays)) return DisagreementKind.Contradiction;
        if (Time(entry) <= holding.Max(Time)) return DisagreementKind.Superseded;
        return Array.Exists(all, other => other != entry && (other.Modality == Modality.Denied) == (entry.Modality == Modality.Denied) && Time(other) < holding.Min(Time)) ? DisagreementKind.Stale : DisagreementKind.Contradiction;
    }

    private static DateOnly Time(Entry entry) => entry.Undated ? DateOnly.MinValue : entry.Known;
}
