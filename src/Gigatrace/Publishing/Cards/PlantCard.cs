using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>One plant: what holds for it, how its capacity came about, and what does not fit.</summary>
public static class PlantCard
{
    public static Report Make(View view, Entity plant, bool evidence)
    {
        var facts = PlantFacts.From(view, plant);
        var path = CapacityPath.Of(view, facts);
        var disagreements = DisagreementList.Sorted(view.Disagreements.Where(one => one.Subject == plant.Name)).ToImmutableArray();
        return new Report
        {
            Title = plant.Name,
            Lead = [Headline(view, facts)],
            Tables =
            [
                new Table(Facts.Columns) { Rows = [.. Facts.Sorted(facts.All).Select(finding => Facts.Row(view, finding))] },
                CapacityPath.ToTable(view, path.Length > 1 ? path : []),
                DisagreementList.ToTable(view, disagreements, withSubject: false) with { Title = "Disagreements" },
            ],
            Items = [ToJson(view, facts, path, disagreements, evidence)],
            Single = true,
            Nothing = $"nothing is known about {plant.Name} as of {Phrases.Day(view.AsOf)}",
        };
    }

    /// <summary>Place, operator and day on one line.</summary>
    private static string Headline(View view, PlantFacts facts)
    {
        var plant = facts.Plant;
        var place = string.Join(", ", new[] { plant.Place, plant.Region, plant.Country }.OfType<string>().Distinct(StringComparer.Ordinal));
        var owners = string.Join(", ", Owners(view, plant).Select(owner => owner.Object));
        var parts = new[] { place, plant.Operator is null ? "" : $"run by {plant.Operator}", owners.Length == 0 ? "" : $"owned by {owners}", $"as of {Phrases.Day(view.AsOf)}" };
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    /// <summary>Who owns the plant or, where nobody says, who owns its operator.</summary>
    private static ImmutableArray<Finding> Owners(View view, Entity plant)
    {
        var own = Parents(view, plant.Name);
        return own.IsEmpty && plant.Operator is not null ? Parents(view, plant.Operator) : own;
    }

    private static ImmutableArray<Finding> Parents(View view, string subject) =>
        [.. view.About(subject).Where(finding => finding.Predicate == "parent" && finding.Modality == Modality.Actual)];

    private static JsonObject ToJson(View view, PlantFacts facts, ImmutableArray<Claim> path, ImmutableArray<Disagreement> disagreements, bool evidence)
    {
        JsonNode? One(Finding? finding) => finding is null ? null : Facts.Figure(view, finding, evidence);
        JsonArray Many(IEnumerable<Finding> findings) => Facts.Figures(view, findings, evidence);
        var plant = facts.Plant;
        return new JsonObject
        {
            ["name"] = plant.Name,
            ["operator"] = plant.Operator,
            ["owners"] = Many(Owners(view, plant)),
            ["place"] = plant.Place,
            ["region"] = plant.Region,
            ["country"] = plant.Country,
            ["part"] = plant.Part,
            ["as_of"] = Phrases.Day(view.AsOf),
            ["status"] = One(facts.Status),
            ["inferred_status"] = null,
            ["capacity"] = new JsonObject
            {
                ["installed"] = One(facts.Installed),
                ["planned"] = One(facts.Planned),
                ["ceiling"] = One(facts.Ceiling),
                ["path"] = Json.Array(path.Select(claim => (JsonNode?)CapacityPath.Step(claim))),
            },
            ["start"] = One(facts.Start),
            ["milestones"] = Many(facts.Milestones),
            ["customers"] = Many(facts.Of("supplies")),
            ["funding"] = Many(facts.Of("funding")),
            ["investment"] = Many(facts.Of("investment")),
            ["jobs"] = Many(facts.Of("jobs")),
            ["vehicles"] = Many(facts.Of("vehicles")),
            ["chemistry"] = Many(facts.Of("chemistry")),
            ["slips"] = new JsonArray(),
            ["disagreements"] = Json.Array(disagreements.Select(one => (JsonNode?)DisagreementList.ToJson(view, one, evidence))),
        };
    }
}
