using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>The pipeline for programs: a line for each step, or one object with the sums, each with the steps it is made of.</summary>
internal static class PipelineJson
{
    public static JsonObject Of(View view, CapacityStep step, bool evidence)
    {
        var json = new JsonObject
        {
            ["plant"] = step.Plant,
            ["company"] = step.Operator,
            ["country"] = step.Country,
            ["status"] = step.Status,
            ["due"] = $"{step.Due}",
            ["gwh"] = Json.Plain(step.Amount),
            ["watch"] = step.Watch,
            ["findings"] = Json.Array(step.Findings),
        };
        if (evidence) json["evidence"] = Json.Array(view.EvidenceOfFindings(step.Findings).Select(one => (JsonNode?)one.ToJson()));
        return json;
    }

    public static JsonObject Whole(View view, string by, ImmutableArray<CapacityStep> counted, ImmutableArray<CapacityStep> watched, bool evidence) => new()
    {
        ["as_of"] = Phrases.Day(view.Day),
        ["by"] = by,
        ["unit"] = "GWh/yr",
        ["counted"] = Sums(view, by, counted, evidence),
        ["growth"] = Json.Array(PipelineGroup.Growth(counted).Select(row => (JsonNode?)new JsonObject { ["by"] = row.By, ["gwh"] = Json.Plain(row.There.Sum(step => step.Amount)) })),
        ["commitments"] = Json.Array(PipelineGroup.Promises(view, by, counted).Select(row => (JsonNode?)new JsonObject
        {
            ["name"] = row.Name, ["committed"] = Json.Plain(row.Committed), ["free"] = Json.Plain(row.Free), ["not_said"] = Json.Plain(row.NotSaid), ["findings"] = Json.Array(row.Findings),
        })),
        ["watched"] = Sums(view, by, watched, evidence),
        ["given_up"] = Json.Array(Counting.GivenUp(view.State).Select(one => (JsonNode?)new JsonObject
        {
            ["plant"] = one.Plant.Name, ["status"] = Facts.ToJson(view, one.Plant.Status, evidence), ["figure"] = Facts.ToJson(view, one.Figure, evidence),
        })),
    };

    private static JsonObject Sums(View view, string by, ImmutableArray<CapacityStep> steps, bool evidence) => new()
    {
        ["gwh"] = Json.Plain(steps.Sum(step => step.Amount)),
        ["due"] = Dues(steps),
        ["groups"] = Json.Array(PipelineGroup.Of(steps, by).Select(group => (JsonNode?)new JsonObject
        {
            ["name"] = group.Name,
            ["gwh"] = Json.Plain(group.Steps.Sum(step => step.Amount)),
            ["due"] = Dues(group.Steps),
            ["steps"] = Json.Array(group.Steps.Select(step => (JsonNode?)Of(view, step, evidence))),
        })),
    };

    private static JsonObject Dues(IEnumerable<CapacityStep> steps) =>
        new(steps.GroupBy(step => step.Due).OrderBy(due => due.Key).Select(due => KeyValuePair.Create($"{due.Key}", (JsonNode?)Json.Plain(due.Sum(step => step.Amount)))));
}
