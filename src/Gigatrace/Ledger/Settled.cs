using System.Collections.Immutable;

namespace Gigatrace.Ledger;

/// <summary>What holds on one topic, and what stands against it.</summary>
/// <param name="Holds">The entry whose form is kept: the finest of those that say so.</param>
/// <param name="Supports">All that say so since the last change, best first.</param>
/// <param name="By">The rule that decided.</param>
internal sealed record Settled(Entry Holds, ImmutableArray<Entry> Supports, ImmutableArray<(Entry Entry, DisagreementKind Kind)> Against, string By)
{
    /// <summary>The answers that held one after the other, the present one last, each with all that said so while it held; empty where nothing can follow another.</summary>
    public ImmutableArray<ImmutableArray<Entry>> Eras { get; init; } = [];
}

/// <summary>How entries of one topic are compared: what they say, when, and what a change is called.</summary>
/// <param name="Agree">Both can be meant by the same truth.</param>
/// <param name="Fineness">The larger, the less it leaves open.</param>
/// <param name="Time">When it counts from: validity for what is so, publication for what is meant.</param>
/// <param name="Changed">The name of the rule by which a later one wins: <c>latest-state</c> or <c>latest-plan</c>.</param>
internal sealed record Terms(Func<Entry, Entry, bool> Agree, Func<Entry, int> Fineness, Func<Entry, DateOnly> Time, string Changed)
{
    public static Terms Plans { get; } = new(PlansAgree, entry => Agreement.Fineness(entry.Claim), entry => entry.Undated ? DateOnly.MinValue : entry.Known, "latest-plan");

    public static Terms States { get; } = new((a, b) => Agreement.OfValues(a.Claim, b.Claim), entry => Agreement.Fineness(entry.Claim), ValidTime, "latest-state");

    /// <summary>The other side is what is said: parent, operator. A parent and whoever owns that parent are both above; the nearer is the finer form.</summary>
    public static Terms Others { get; } = new((a, b) => a.Object == b.Object || IsAbove(a, b) || IsAbove(b, a), entry => entry.Above.Count, ValidTime, "latest-state");

    private static bool IsAbove(Entry further, Entry nearer) => further.Object is { } owner && nearer.Above.Contains(owner);

    /// <summary>A target date is what is said.</summary>
    public static Terms Targets { get; } = new(
        (a, b) => Withdrawn(a) == Withdrawn(b) && (Withdrawn(a) || Agreement.OfTimes(a.Claim.When, b.Claim.When)),
        entry => Agreement.Fineness(entry.Claim.When), Plans.Time, "latest-plan");

    /// <summary>Two figures of one plan: a first stage and what comes of it, or what is meant for an earlier and, larger, for a later time.</summary>
    public bool AreSteps(Entry a, Entry b)
    {
        if (Changed is not "latest-plan" || Withdrawn(a) || Withdrawn(b) || a.Claim.Unit != b.Claim.Unit) return false;
        if (Agreement.Bounds(a.Value) is not { } x || Agreement.Bounds(b.Value) is not { } y) return false;
        var (first, then) = x.High < y.Low ? (a, b) : y.High < x.Low ? (b, a) : (null, null);
        if (first is null || then is null) return false;
        return (first.Basis is "initial" && then.Basis is not "initial") || first.Claim.When?.Latest < (then.Claim.When?.Earliest ?? then.Claim.When?.Latest);
    }

    public static bool Withdrawn(Entry entry) => entry.Modality == Claims.Modality.Denied;

    private static bool PlansAgree(Entry a, Entry b) => Withdrawn(a) == Withdrawn(b) && (Withdrawn(a) || Agreement.OfValues(a.Claim, b.Claim));

    /// <summary>An undated state never beats a dated one, so it comes first.</summary>
    private static DateOnly ValidTime(Entry entry) => entry.Undated && entry.Claim.When is null ? DateOnly.MinValue : entry.Valid;
}
