using System.Collections.Immutable;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>A row with what it says.</summary>
internal readonly record struct HeldItem(string Subject, string Kind, string Key, int From, int To, object What)
{
    /// <summary>Of the rows that a state is made from; the others are for those who look for rows.</summary>
    public static HeldItem[] Of(IEnumerable<HeldRow> rows) => [.. rows.Where(IsRead).Select(Of)];

    /// <summary>Whether a state is made from it.</summary>
    public static bool IsRead(HeldRow row) => IsRead(row.Kind);

    private static bool IsRead(string kind) => kind is not (HeldKinds.Name or HeldKinds.Object or HeldKinds.Runs or HeldKinds.Standing);

    public static HeldItem Of(HeldRow row) => new(row.Subject, row.Kind, row.Key, row.From, row.To, row.Kind switch
    {
        HeldKinds.Plant or HeldKinds.Other => HeldJson.Read<Entity>(row.Payload),
        HeldKinds.Finding => HeldJson.Read<Finding>(row.Payload),
        HeldKinds.Disagreement => HeldJson.Read<Disagreement>(row.Payload),
        HeldKinds.Slips => HeldJson.Read<ImmutableArray<Slip>>(row.Payload),
        HeldKinds.Owned => HeldJson.Read<ImmutableArray<Owned>>(row.Payload),
        HeldKinds.Path => HeldJson.Read<ImmutableArray<Figure>>(row.Payload),
        HeldKinds.Heard => HeldJson.Read<Heard>(row.Payload),
        HeldKinds.Queue => HeldJson.Read<Undecided>(row.Payload),
        _ => throw new InvalidOperationException($"rows of kind {row.Kind} are not read"),
    });

    public bool HoldsOn(int day) => From <= day && To > day;
}

/// <summary>Rows of one day back to what is held.</summary>
internal static class HeldSet
{
    public static bool IsOfSubject(string kind) => kind is not (HeldKinds.Other or HeldKinds.Queue);

    /// <summary>By subject.</summary>
    public static Dictionary<string, SubjectHeld> Of(IEnumerable<HeldItem> items) =>
        items.Where(item => IsOfSubject(item.Kind)).GroupBy(item => item.Subject, StringComparer.Ordinal).ToDictionary(group => group.Key, group => OfSubject(group)!, StringComparer.Ordinal);

    public static IEnumerable<Entity> Others(IEnumerable<HeldItem> items) => items.Where(item => item.Kind is HeldKinds.Other).Select(item => (Entity)item.What);

    public static IEnumerable<Undecided> Queue(IEnumerable<HeldItem> items) => items.Where(item => item.Kind is HeldKinds.Queue).Select(item => (Undecided)item.What);

    /// <summary>Ids of the claims that something rests on, or that stand against it; each once.</summary>
    public static IEnumerable<string> ClaimsOf(IEnumerable<SubjectHeld> held) => held.SelectMany(one =>
        one.Findings.SelectMany(finding => finding.Supports.Concat(finding.Against.Select(against => against.Claim)))
            .Concat(one.Disagreements.SelectMany(row => row.Against.Append(row.Holds))).Concat(one.Path.SelectMany(step => step.Claims))).Distinct(StringComparer.Ordinal);

    /// <summary>Null where there is none.</summary>
    public static SubjectHeld? OfSubject(IEnumerable<HeldItem> items)
    {
        var kinds = items.ToLookup(item => item.Kind, StringComparer.Ordinal);
        if (kinds.Count == 0) return null;
        ImmutableArray<T> List<T>(string kind) => kinds[kind].Select(item => (ImmutableArray<T>)item.What).FirstOrDefault([]);
        return new SubjectHeld
        {
            Plant = kinds[HeldKinds.Plant].Select(item => (Entity)item.What).FirstOrDefault(),
            Findings = SubjectHeld.Sorted(kinds[HeldKinds.Finding].Select(item => (Finding)item.What)),
            Disagreements = SubjectHeld.Sorted(kinds[HeldKinds.Disagreement].Select(item => (Disagreement)item.What)),
            Slips = List<Slip>(HeldKinds.Slips),
            Owned = List<Owned>(HeldKinds.Owned),
            Path = List<Figure>(HeldKinds.Path),
            Heard = [.. kinds[HeldKinds.Heard].OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => (Heard)item.What)],
        };
    }
}
