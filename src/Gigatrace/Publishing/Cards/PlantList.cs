using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>All plants on a line each.</summary>
public static class PlantList
{
    public static Report Make(View view, bool evidence)
    {
        var plants = view.Entities.Where(entity => entity.Kind == EntityKind.Plant)
            .OrderBy(plant => plant.Name, StringComparer.Ordinal)
            .Select(plant => PlantFacts.From(view, plant)).Where(facts => !facts.All.IsEmpty).ToImmutableArray();
        return new Report
        {
            Title = $"{Phrases.Count(plants.Length, "plant")} as of {Phrases.Day(view.AsOf)}",
            Tables = [ToTable(view, plants)],
            Items = [.. plants.Select(facts => ToJson(view, facts, evidence))],
            Nothing = "the ledger holds no plants yet; `gigatrace read PATH` brings documents in",
        };
    }

    public static Table ToTable(View view, IEnumerable<PlantFacts> plants) =>
        new([new("plant"), new("status"), new("GWh/yr", Right: true, Whole: true), new("planned", Right: true, Whole: true), new("ceiling", Right: true, Whole: true), new("start", Whole: true), new("country")])
        {
            Rows = [.. plants.Select(facts => ToRow(view, facts))],
        };

    private static Row ToRow(View view, PlantFacts facts) => new(
        [
            facts.Plant.Name, Phrases.Figure(facts.Status?.Value, null), Phrases.Figure(facts.Installed?.Value, null), Phrases.Figure(facts.Planned?.Value, null),
            Phrases.Figure(facts.Ceiling?.Value, null), Phrases.Time(facts.Start?.Valid), facts.Plant.Country ?? "",
        ],
        view.EvidenceOf(Shown(facts).SelectMany(finding => finding.Supports)));

    private static IEnumerable<Finding> Shown(PlantFacts facts) =>
        new[] { facts.Status, facts.Installed, facts.Planned, facts.Ceiling, facts.Start }.OfType<Finding>();

    private static JsonObject ToJson(View view, PlantFacts facts, bool evidence)
    {
        JsonNode? One(Finding? finding) => finding is null ? null : Facts.Figure(view, finding, evidence);
        return new JsonObject
        {
            ["name"] = facts.Plant.Name,
            ["operator"] = facts.Plant.Operator,
            ["place"] = facts.Plant.Place,
            ["region"] = facts.Plant.Region,
            ["country"] = facts.Plant.Country,
            ["part"] = facts.Plant.Part,
            ["status"] = One(facts.Status),
            ["installed"] = One(facts.Installed),
            ["planned"] = One(facts.Planned),
            ["ceiling"] = One(facts.Ceiling),
            ["start"] = One(facts.Start),
        };
    }
}
