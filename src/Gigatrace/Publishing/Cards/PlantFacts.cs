using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>What is held on one plant, by what a reader asks of it. Each is the finding that answers; null or empty where none does.</summary>
public sealed record PlantFacts
{
    public required Entity Plant { get; init; }

    public required ImmutableArray<Finding> All { get; init; }

    public Finding? Status => Latest(Of("status"));

    /// <summary>What the plant can make a year now.</summary>
    public Finding? Installed => Latest(Capacities(Modality.Actual).Where(finding => finding.Basis is not "ceiling"));

    /// <summary>What it is to make a year, without what is only an upper end of plans.</summary>
    public Finding? Planned => Latest(Capacities(Modality.Planned).Where(finding => finding.Basis is not "ceiling"));

    /// <summary>The most that anybody plans or holds possible for it.</summary>
    public Finding? Ceiling => Of("capacity").Where(finding => finding.Basis is "ceiling" || finding.Modality is Modality.Possible).MaxBy(Amount);

    /// <summary>When it began or is to begin to produce; its inauguration where nobody says.</summary>
    public Finding? Start => Milestone("production_start") ?? Milestone("inauguration") ?? Milestone("full_production");

    public ImmutableArray<Finding> Milestones => [.. Of("milestone").OrderBy(finding => finding.Valid?.Earliest ?? finding.Valid?.Latest ?? DateOnly.MaxValue)];

    public ImmutableArray<Finding> Of(string predicate) => [.. All.Where(finding => finding.Predicate == predicate)];

    public static PlantFacts From(View view, Entity plant) => new() { Plant = plant, All = view.About(plant.Name) };

    private IEnumerable<Finding> Capacities(Modality modality) =>
        Of("capacity").Where(finding => finding.Modality == modality && finding.Basis is not ("output" or "additional"));

    private Finding? Milestone(string name) => Of("milestone")
        .Where(finding => finding.Value is ClaimValue.Text text && text.Word == name && finding.Modality is not Modality.Denied)
        .OrderBy(finding => finding.Modality).FirstOrDefault();

    /// <summary>The one known or valid last; between equals the larger figure, so that a first phase does not hide the whole.</summary>
    private static Finding? Latest(IEnumerable<Finding> findings) => findings
        .OrderByDescending(finding => finding.Valid?.Latest ?? finding.KnownFrom ?? DateOnly.MinValue)
        .ThenByDescending(finding => finding.KnownFrom ?? DateOnly.MinValue)
        .ThenByDescending(Amount).FirstOrDefault();

    private static decimal Amount(Finding finding) => finding.Value switch
    {
        ClaimValue.Number number => number.Amount,
        ClaimValue.Range range => range.High,
        _ => 0,
    };
}
