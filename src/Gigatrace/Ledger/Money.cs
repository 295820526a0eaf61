using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>What was given in one currency, or is to be: by kind, and in all.</summary>
/// <param name="Kind">loan, grant, equity, other; total for all together.</param>
/// <param name="Low">The sum, of ranges that of their lower ends.</param>
/// <param name="Modality">Actual, or planned: what is only possible or rumoured is not counted.</param>
/// <param name="Findings">Those that were added up.</param>
/// <param name="LeftOut">Those of the same currency that stand in a counted package, or are a package whose parts are counted.</param>
/// <param name="How">One sentence for a person.</param>
public sealed record MoneySum(string Kind, string Unit, decimal Low, decimal High, Modality Modality, ImmutableArray<string> Findings, ImmutableArray<string> LeftOut, string How);

/// <summary>Adds up money without counting any of it twice.</summary>
internal static class Money
{
    /// <param name="funding">The sums given to one subject, each a finding.</param>
    /// <param name="disagreements">Those of the subject: scope tells which sums are part of which.</param>
    public static ImmutableArray<MoneySum> Of(IEnumerable<Finding> funding, IEnumerable<Disagreement> disagreements)
    {
        var sums = funding.Where(finding => finding is { Predicate: "funding", Unit: not null, Modality: Modality.Actual or Modality.Planned } && Agreement.Bounds(finding.Value) is not null).ToArray();
        var pairs = disagreements.Where(row => row is { Kind: DisagreementKind.Scope, Predicate: "funding" }).ToArray();
        var parts = sums.Where(sum => pairs.Any(row => row.Against.Any(sum.Supports.Contains))).Select(sum => sum.Id).ToHashSet(StringComparer.Ordinal);
        var packages = sums.Where(sum => pairs.Any(row => sum.Supports.Contains(row.Holds))).Select(sum => sum.Id).ToHashSet(StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<MoneySum>();
        foreach (var group in sums.GroupBy(sum => (sum.Unit, sum.Modality)).OrderBy(group => group.Key.Modality).ThenBy(group => group.Key.Unit, StringComparer.Ordinal))
        {
            foreach (var kind in group.Where(sum => !packages.Contains(sum.Id)).GroupBy(sum => sum.Kind ?? "other").OrderBy(kind => Order(kind.Key))) rows.Add(Row(kind.Key, [.. kind], [.. group.Where(sum => packages.Contains(sum.Id) && (sum.Kind ?? "other") == kind.Key)], "package, told by its parts"));
            rows.Add(Row("total", [.. group.Where(sum => !parts.Contains(sum.Id))], [.. group.Where(sum => parts.Contains(sum.Id))], "part of a package"));
        }

        return rows.ToImmutable();
    }

    private static MoneySum Row(string kind, IReadOnlyList<Finding> counted, IReadOnlyList<Finding> left, string why)
    {
        var how = counted.Count == 0 ? "nothing but parts of packages" : Noun.Of("sum").Counted(counted.Count) + (left.Count == 0 ? "" : $"; {Noun.Of(why.Split(',')[0]).Counted(left.Count)}{(why.Contains(',', StringComparison.Ordinal) ? why[why.IndexOf(',', StringComparison.Ordinal)..] : "")} not added");
        var bounds = counted.Select(sum => Agreement.Bounds(sum.Value)!.Value).ToArray();
        return new MoneySum(kind, counted.Concat(left).First().Unit!, bounds.Sum(one => one.Low), bounds.Sum(one => one.High), counted.Concat(left).First().Modality, [.. counted.Select(sum => sum.Id)], [.. left.Select(sum => sum.Id)], how);
    }

    private static int Order(string kind) => kind switch { "grant" => 0, "loan" => 1, "equity" => 2, _ => 3 };
}
