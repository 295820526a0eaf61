using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>One plant: what holds for it, how its capacity came about, what slipped and what does not fit.</summary>
public static class PlantCard
{
    public static Report Make(View view, PlantState plant, bool evidence) => new()
    {
        Title = $"{plant.Name}, as of {Phrases.Day(view.Day)}",
        Lead = [.. new[] { Headline(plant), Slipped(plant) }.Where(line => line.Length > 0)],
        Tables =
        [
            FactTable(view, plant), PathTable(view, plant), SlipTable(view, plant), OwnershipTable.Make(view, plant.Ownership), MoneyTable.Make(view, plant.Money),
            DisagreementList.ToTable(view, plant.Disagreements, withSubject: false) with { Title = "Disagreements" },
        ],
        Items = [ToJson(view, plant, evidence)],
        Single = true,
        Nothing = $"nothing is known about {plant.Name} as of {Phrases.Day(view.Day)}",
    };

    /// <summary>Place, operator and owner on one line, as far as they are known.</summary>
    private static string Headline(PlantState plant)
    {
        var place = string.Join(", ", new[] { plant.Place, plant.Region, plant.Country }.OfType<string>().Distinct(StringComparer.Ordinal));
        // A share is an owner's only where it is the greater part, and only what is so is told up here.
        var owner = plant.Owners.FirstOrDefault(figure => figure.Modality == Modality.Actual && (figure.Unit is null || figure.Value is ClaimValue.Number { Amount: > 50 }))?.Object;
        var parts = new[] { place, plant.Operator is null ? "" : $"run by {plant.Operator}", owner is null ? "" : $"owned by {owner}" };
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    /// <summary>"production start put off 2 times, by 17 months".</summary>
    private static string Slipped(PlantState plant) => plant.Slipped.IsEmpty ? "" : string.Join(" · ", plant.Slipped.Select(one =>
        $"{Phrases.Word(one.Milestone)} put off {(one.Times == 1 ? "once" : Phrases.Count(one.Times, "time"))}{(one.Months is { } months ? $", by {Phrases.Count(months, "month")}" : "")}"));

    private static Table FactTable(View view, PlantState plant) => new(Facts.Columns)
    {
        Rows =
        [
            .. Facts.Rows(view, plant.Name, "status", plant.Status),
            .. plant.InferredStatus is null ? [] : new[] { new Row(["status, inferred", plant.InferredStatus, "", "from silence", ""], []) },
            .. Facts.Rows(view, plant.Name, "installed", plant.Capacity.Installed),
            .. Facts.Rows(view, plant.Name, "planned", plant.Capacity.Planned),
            .. Facts.Rows(view, plant.Name, "up to", plant.Capacity.Ceiling),
            .. plant.Capacity.Additional.SelectMany(added => Facts.Rows(view, plant.Name, added.Total is null ? "added" : $"added, to {Phrases.Figure(added.Total, null)}", added.Figure)),
            .. Facts.Rows(view, plant.Name, "made", plant.Capacity.Output),
            .. Facts.Rows(view, plant.Name, "start", IsMilestone(plant, plant.Start) ? null : plant.Start),
            .. Facts.Rows(view, plant.Name, "milestone", plant.Milestones),
            .. Facts.Rows(view, plant.Name, "owner", plant.Owners),
            .. Facts.Rows(view, plant.Name, "customer", plant.Customers),
            .. plant.Commitment is { } promised ? [CommitmentRow(view, promised)] : Array.Empty<Row>(),
            .. Facts.Rows(view, plant.Name, "vehicles", plant.Vehicles),
            .. Facts.Rows(view, plant.Name, "jobs", plant.Jobs),
            .. Facts.Rows(view, plant.Name, "investment", plant.Investment),
            .. Facts.Rows(view, plant.Name, "funding", plant.Funding),
            .. Facts.Rows(view, plant.Name, "chemistry", plant.Chemistry),
        ],
    };

    private static Row CommitmentRow(View view, Commitment promised) => new(
        ["committed", $"{Phrases.Figure(new ClaimValue.Number(promised.Committed), "GWh/yr")}{(promised.Free is { } free ? $", {Phrases.Figure(new ClaimValue.Number(free), null)} free" : "")}", "", "added up", ""],
        view.EvidenceOfFindings(promised.Findings));

    private static bool IsMilestone(PlantState plant, Figure? figure) => figure is not null && plant.Milestones.Any(milestone => milestone.Finding == figure.Finding);

    /// <summary>Nothing where the capacity never changed: the card's first table says it already.</summary>
    private static Table PathTable(View view, PlantState plant) =>
        new([new("known", Whole: true), new("capacity", Right: true, Whole: true), new("as"), new("for", Whole: true), new("said as", Whole: true), new("source")])
        {
            Title = "Capacity path",
            Rows = plant.Capacity.Path.Length < 2 ? [] : [.. plant.Capacity.Path.Select(step => PathRow(view, step))],
        };

    private static Row PathRow(View view, Figure step)
    {
        var evidence = view.EvidenceOf(step);
        return new Row(
            [KnownOf(view, step) is { } day ? Phrases.Day(day) : "undated", Facts.Amount(step, step.Unit), AsWhat(step), Phrases.Time(step.When), step.Modality.Name(), Facts.Source(evidence)],
            evidence);
    }

    /// <summary>The day of the first text that says it; null where none has a date.</summary>
    private static DateOnly? KnownOf(View view, Figure step) => step.Claims.Select(id => view.State.Claims[id].Published?.Latest).Min();

    /// <summary>"planned, initial", "ceiling", "installed, phase 1".</summary>
    private static string AsWhat(Figure step) => string.Join(", ", new[] { step.As, step.Basis == step.As ? null : step.Basis, step.Part }.OfType<string>());

    private static Table SlipTable(View view, PlantState plant) =>
        new([new("slipped"), new("from", Whole: true), new("to", Whole: true), new("months", Right: true, Whole: true), new("said as", Whole: true), new("known", Whole: true)])
        {
            Title = "Slips",
            Rows =
            [
                .. plant.Slips.Select(slip => new Row(
                    [Phrases.Word(slip.Milestone), Phrases.Time(slip.From), Phrases.Time(slip.To), slip.Months?.ToString(CultureInfo.InvariantCulture) ?? "", slip.Modality.Name(), slip.Known is { } day ? Phrases.Day(day) : "undated"],
                    view.Finding(slip.Finding) is { } finding ? view.EvidenceOf(finding) : [])),
            ],
        };

    private static JsonObject ToJson(View view, PlantState plant, bool evidence)
    {
        JsonNode? One(Figure? figure) => Facts.ToJson(view, figure, evidence);
        JsonArray Many(ImmutableArray<Figure> figures) => Facts.ToJson(view, figures, evidence);
        JsonObject? PathStep(Figure step)
        {
            var json = Facts.ToJson(view, step, evidence);
            json?["known"] = KnownOf(view, step) is { } day ? Phrases.Day(day) : null;
            return json;
        }

        return new JsonObject
        {
            ["name"] = plant.Name,
            ["operator"] = plant.Operator,
            ["owners"] = Many(plant.Owners),
            ["ownership"] = OwnershipTable.ToJson(view, plant.Ownership, evidence),
            ["place"] = plant.Place,
            ["region"] = plant.Region,
            ["country"] = plant.Country,
            ["part"] = plant.Part,
            ["as_of"] = Phrases.Day(view.Day),
            ["status"] = One(plant.Status),
            ["inferred_status"] = plant.InferredStatus,
            ["capacity"] = new JsonObject
            {
                ["installed"] = One(plant.Capacity.Installed),
                ["planned"] = One(plant.Capacity.Planned),
                ["ceiling"] = One(plant.Capacity.Ceiling),
                ["additional"] = Json.Array(plant.Capacity.Additional.Select(added => (JsonNode?)new JsonObject { ["figure"] = One(added.Figure), ["to"] = added.To, ["total"] = Json.Of(added.Total) })),
                ["output"] = Many(plant.Capacity.Output),
                ["path"] = Json.Array(plant.Capacity.Path.Select(step => (JsonNode?)PathStep(step))),
            },
            ["start"] = One(plant.Start),
            ["milestones"] = Many(plant.Milestones),
            ["customers"] = Many(plant.Customers),
            ["commitment"] = plant.Commitment is { } promised ? new JsonObject { ["committed"] = Json.Plain(promised.Committed), ["free"] = promised.Free is { } free ? Json.Plain(free) : null, ["findings"] = Json.Array(promised.Findings) } : null,
            ["funding"] = Many(plant.Funding),
            ["money"] = MoneyTable.ToJson(plant.Money),
            ["investment"] = Many(plant.Investment),
            ["jobs"] = Many(plant.Jobs),
            ["vehicles"] = Many(plant.Vehicles),
            ["chemistry"] = Many(plant.Chemistry),
            ["slips"] = Json.Array(plant.Slips.Select(slip => (JsonNode?)ToJson(slip))),
            ["slipped"] = Json.Array(plant.Slipped.Select(one => (JsonNode?)new JsonObject { ["milestone"] = one.Milestone, ["times"] = one.Times, ["from"] = one.From.Edtf, ["to"] = one.To.Edtf, ["months"] = one.Months })),
            ["disagreements"] = DisagreementList.ToJson(view, plant.Disagreements, evidence),
        };
    }

    private static JsonObject ToJson(Slip slip) => new()
    {
        ["milestone"] = slip.Milestone,
        ["from"] = slip.From.Edtf,
        ["to"] = slip.To.Edtf,
        ["months"] = slip.Months,
        ["modality"] = slip.Modality.Name(),
        ["known"] = slip.Known is { } day ? Phrases.Day(day) : null,
        ["finding"] = slip.Finding,
    };
}
