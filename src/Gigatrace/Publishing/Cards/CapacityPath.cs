using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>
/// Every capacity that was ever stated for a plant, in the order of its time: what was planned before what came. A step
/// stands at the time it speaks of, or, where it names none, at the day it became known.
/// </summary>
public static class CapacityPath
{
    public static ImmutableArray<Claim> Of(View view, PlantFacts plant) =>
    [
        .. plant.Of("capacity").SelectMany(finding => finding.Supports.Concat(finding.Against.Select(against => against.Claim)))
            .Concat(view.Disagreements.Where(one => one.Subject == plant.Plant.Name && one.Predicate == "capacity").SelectMany(one => one.Against.Prepend(one.Holds)))
            .Distinct(StringComparer.Ordinal)
            .Where(view.Claims.ContainsKey).Select(id => view.Claims[id])
            .GroupBy(claim => (claim.Value, claim.Basis, claim.Modality, claim.When)).Select(same => same.OrderBy(Known).ThenBy(claim => claim.Id, StringComparer.Ordinal).First())
            .OrderBy(Known).ThenBy(claim => claim.Id, StringComparer.Ordinal),
    ];

    public static JsonObject Step(Claim claim) => new()
    {
        ["when"] = (claim.When ?? claim.Published)?.Edtf,
        ["value"] = Json.Of(claim.Value),
        ["basis"] = claim.Basis,
        ["modality"] = claim.Modality.Name(),
        ["claim"] = claim.Id,
    };

    public static Table ToTable(View view, IEnumerable<Claim> steps) =>
        new([new("published", Whole: true), new("capacity", Right: true, Whole: true), new("basis", Whole: true), new("for", Whole: true), new("said as", Whole: true), new("source")])
        {
            Title = "Capacity path",
            Rows = [.. steps.Select(claim => ToRow(view, claim))],
        };

    private static Row ToRow(View view, Claim claim) => new(
        [claim.Published?.Edtf ?? "undated", Phrases.Figure(claim.Value, claim.Unit), Phrases.Word(claim.Basis), Phrases.Time(claim.When), claim.Modality.Name(), claim.Publisher ?? claim.Doc],
        view.EvidenceOf([claim.Id]));

    private static DateOnly Known(Claim claim) => claim.Published?.Latest ?? claim.Published?.Earliest ?? claim.When?.Latest ?? DateOnly.MaxValue;
}
