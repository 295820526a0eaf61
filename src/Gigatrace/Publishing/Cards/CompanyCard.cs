using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>One company: what holds for it, what others have with it, the plants it runs, and what does not fit.</summary>
public static class CompanyCard
{
    public static Report Make(View view, Entity company, bool evidence)
    {
        var own = Facts.Sorted(view.About(company.Name)).ToImmutableArray();
        var turned = Facts.Sorted(view.Findings.Where(finding => finding.Object == company.Name && finding.Subject != company.Name)).ToImmutableArray();
        var plants = view.Entities.Where(entity => entity.Kind == EntityKind.Plant && entity.Operator == company.Name).OrderBy(plant => plant.Name, StringComparer.Ordinal)
            .Select(plant => PlantFacts.From(view, plant)).Where(facts => !facts.All.IsEmpty).ToImmutableArray();
        var disagreements = DisagreementList.Sorted(view.Disagreements.Where(one => one.Subject == company.Name)).ToImmutableArray();
        return new Report
        {
            Title = company.Name,
            Lead = [Headline(view, company)],
            Tables =
            [
                new Table(Facts.Columns) { Rows = [.. own.Select(finding => Facts.Row(view, finding)), .. turned.Select(finding => Facts.Turned(view, finding))] },
                PlantList.ToTable(view, plants) with { Title = "Plants" },
                DisagreementList.ToTable(view, disagreements, withSubject: false) with { Title = "Disagreements" },
            ],
            Items = [ToJson(view, company, own, turned, plants, disagreements, evidence)],
            Single = true,
            Nothing = $"nothing is known about {company.Name} as of {Phrases.Day(view.AsOf)}",
        };
    }

    private static string Headline(View view, Entity company)
    {
        var also = company.Aliases.IsEmpty ? "" : $"also {string.Join(", ", company.Aliases)} · ";
        return $"{also}as of {Phrases.Day(view.AsOf)}";
    }

    private static JsonObject ToJson(
        View view, Entity company, ImmutableArray<Finding> own, ImmutableArray<Finding> turned, ImmutableArray<PlantFacts> plants, ImmutableArray<Disagreement> disagreements, bool evidence)
    {
        JsonArray Own(string predicate) => Facts.Figures(view, own.Where(finding => finding.Predicate == predicate), evidence);
        JsonArray Turned(string predicate) => Json.Array(turned.Where(finding => finding.Predicate == predicate).Select(finding => (JsonNode?)WithSubject(view, finding, evidence)));
        return new JsonObject
        {
            ["name"] = company.Name,
            ["aliases"] = Json.Array(company.Aliases),
            ["as_of"] = Phrases.Day(view.AsOf),
            ["owners"] = Own("parent"),
            ["holders"] = Own("stake"),
            ["acquired"] = Own("acquired"),
            ["founded"] = Own("founded"),
            ["market_share"] = Own("market_share"),
            ["capacity"] = Own("capacity"),
            ["chemistry"] = Own("chemistry"),
            ["customers"] = Own("supplies"),
            ["suppliers"] = Turned("supplies"),
            ["partners"] = Json.Array([.. Own("partnership").ToArray().Select(Detached), .. Turned("partnership").ToArray().Select(Detached)]),
            ["owns"] = Turned("parent"),
            ["holdings"] = Turned("stake"),
            ["acquisitions"] = Turned("acquired"),
            ["funding"] = Own("funding"),
            ["investment"] = Own("investment"),
            ["jobs"] = Own("jobs"),
            ["people"] = Turned("role"),
            ["plants"] = Json.Array(plants.Select(facts => facts.Plant.Name)),
            ["disagreements"] = Json.Array(disagreements.Select(one => (JsonNode?)DisagreementList.ToJson(view, one, evidence))),
        };
    }

    private static JsonObject WithSubject(View view, Finding finding, bool evidence)
    {
        var figure = Facts.Figure(view, finding, evidence);
        figure.Insert(0, "subject", finding.Subject);
        return figure;
    }

    /// <summary>A node can stand in one place only.</summary>
    private static JsonNode? Detached(JsonNode? node) => node?.DeepClone();
}
