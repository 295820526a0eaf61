using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>What a plant makes for customers, where texts say how much; in GWh a year.</summary>
/// <param name="Committed">To customers with whom it is agreed or whom it supplies.</param>
/// <param name="Free">What is installed, or planned where nothing is, less that; null where no capacity is known. Below zero where more is promised than there is.</param>
/// <param name="Findings">The supplies that were added up; never empty.</param>
public sealed record Commitment(decimal Committed, decimal? Free, ImmutableArray<string> Findings);

/// <summary>Where a maker stands with a customer.</summary>
internal static class Supplies
{
    /// <summary>talks, agreed, supplying, ended, or denied where there never was anything.</summary>
    /// <param name="status">Of the plant; null for a company. What a plant that does not run yet is said to supply is agreed.</param>
    public static string StateOf(Finding finding, string? status) => finding.Modality switch
    {
        Modality.Denied => finding.Against.Any(row => row.Kind is DisagreementKind.Superseded) ? "ended" : "denied",
        Modality.Possible or Modality.Rumoured => "talks",
        Modality.Planned => "agreed",
        _ when status is "rumoured" or "announced" or "permitted" or "under_construction" => "agreed",
        _ when status is "cancelled" or "closed" => "ended",
        _ => "supplying",
    };

    public static ImmutableArray<Figure> Customers(IEnumerable<Finding> supplies, string? status, bool of = false)
    {
        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        var findings = supplies.ToArray();
        foreach (var finding in findings) states[finding.Id] = StateOf(finding, status);
        return [.. Cards.Figures(findings, of).Select(figure => figure with { State = states[figure.Finding] })];
    }

    /// <summary>Null where no text says how much goes to a customer.</summary>
    public static Commitment? Committed(IEnumerable<Figure> customers, CapacityState capacity)
    {
        var said = customers.Where(figure => figure is { Unit: "GWh/yr", State: "agreed" or "supplying" } && Agreement.Bounds(figure.Value) is not null).ToArray();
        if (said.Length == 0) return null;
        var committed = said.Sum(figure => Agreement.Bounds(figure.Value)!.Value.High);
        return new Commitment(committed, Agreement.Bounds((capacity.Installed ?? capacity.Planned)?.Value)?.High - committed, [.. said.Select(figure => figure.Finding)]);
    }
}
