using System.Collections.Immutable;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>Rows of one day back to what is held.</summary>
internal static class HeldSet
{
    /// <summary>By subject.</summary>
    public static Dictionary<string, SubjectHeld> Of(IEnumerable<HeldRow> rows) =>
        rows.Where(row => row.Kind is not (HeldKinds.Other or HeldKinds.Name or HeldKinds.Queue or HeldKinds.Object or HeldKinds.Runs or HeldKinds.Standing)).GroupBy(row => row.Subject, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, OfSubject, StringComparer.Ordinal);

    public static IEnumerable<Entity> Others(IEnumerable<HeldRow> rows) => rows.Where(row => row.Kind is HeldKinds.Other).Select(row => HeldJson.Read<Entity>(row.Payload));

    public static IEnumerable<Undecided> Queue(IEnumerable<HeldRow> rows) => rows.Where(row => row.Kind is HeldKinds.Queue).Select(row => HeldJson.Read<Undecided>(row.Payload));

    /// <summary>Ids of the claims that something rests on, or that stand against it; each once.</summary>
    public static IEnumerable<string> ClaimsOf(IEnumerable<SubjectHeld> held) => held.SelectMany(one =>
        one.Findings.SelectMany(finding => finding.Supports.Concat(finding.Against.Select(against => against.Claim)))
            .Concat(one.Disagreements.SelectMany(row => row.Against.Append(row.Holds))).Concat(one.Path.SelectMany(step => step.Claims))).Distinct(StringComparer.Ordinal);

    private static SubjectHeld OfSubject(IEnumerable<HeldRow> rows)
    {
        var kinds = rows.ToLookup(row => row.Kind, StringComparer.Ordinal);
        T? One<T>(string kind) where T : class => kinds[kind].Select(row => HeldJson.Read<T>(row.Payload)).FirstOrDefault();
        ImmutableArray<T> List<T>(string kind) => kinds[kind].Select(row => HeldJson.Read<ImmutableArray<T>>(row.Payload)).FirstOrDefault([]);
        return new SubjectHeld
        {
            Plant = One<Entity>(HeldKinds.Plant),
            Findings = SubjectHeld.Sorted(kinds[HeldKinds.Finding].Select(row => HeldJson.Read<Finding>(row.Payload))),
            Disagreements = SubjectHeld.Sorted(kinds[HeldKinds.Disagreement].Select(row => HeldJson.Read<Disagreement>(row.Payload))),
            Slips = List<Slip>(HeldKinds.Slips),
            Owned = List<Owned>(HeldKinds.Owned),
            Path = List<Figure>(HeldKinds.Path),
            Heard = [.. kinds[HeldKinds.Heard].OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => HeldJson.Read<Heard>(row.Payload))],
        };
    }
}
