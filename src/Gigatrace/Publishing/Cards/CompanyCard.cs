using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>One company: what holds for it and what others have with it, what speaks for and against it, its plants, its standing, its history, and what does not fit.</summary>
public static class CompanyCard
{
    public static Report Make(View view, CompanyState company, bool evidence)
    {
        var plants = view.State.Plants.Where(plant => company.Plants.Contains(plant.Name)).ToArray();
        var points = CasePoints.Of(view, company);
        var history = CompanyHistory.Of(view, company, plants);
        return new Report
        {
            Title = $"{company.Name}, as of {Phrases.Day(view.Day)}",
            Lead = company.Aliases.IsEmpty ? [] : [$"also {string.Join(", ", company.Aliases)}"],
            Tables =
            [
                FactTable(view, company),
                CasePoints.ToTable(view, points),
                PlantList.ToTable(view, plants, withPlace: true) with { Title = "Plants" },
                StandingTable.Make(view, company.Standings),
                CompanyHistory.ToTable(history),
                OwnershipTable.Make(view, company.Ownership),
                MoneyTable.Make(view, company.Money),
                DisagreementList.ToTable(view, company.Disagreements, withSubject: false) with { Title = "Disagreements" },
            ],
            Items = [ToJson(view, company, plants, points, history, evidence)],
            Single = true,
            Nothing = $"nothing is known about {company.Name} as of {Phrases.Day(view.Day)}",
        };
    }

    private static Table FactTable(View view, CompanyState company) => new(Facts.Columns)
    {
        Rows =
        [
            .. Facts.Rows(view, company.Name, "headquarters", company.Headquarters),
            .. Facts.Rows(view, company.Name, "founded", company.Founded),
            .. Facts.Rows(view, company.Name, "owner", company.Owners),
            .. Facts.Rows(view, company.Name, "market share", company.Shares),
            .. Facts.Rows(view, company.Name, "rank", company.Standings.Where(one => one.Predicate is "rank").SelectMany(one => one.Figures).Where(figure => figure.Of == company.Name)),
            .. Facts.Rows(view, company.Name, "competitor", company.Competitors),
            .. Facts.Rows(view, company.Name, "capacity", company.Capacity),
            .. Facts.Rows(view, company.Name, "customer", company.Customers),
            .. Facts.Rows(view, company.Name, "supplier", company.Suppliers),
            .. Facts.Rows(view, company.Name, "partner", company.Partners),
            .. Facts.Rows(view, company.Name, "holds", company.Holdings),
            .. Facts.Rows(view, company.Name, "funding", company.Funding),
            .. Facts.Rows(view, company.Name, "investment", company.Investment),
            .. Facts.Rows(view, company.Name, "jobs", company.Jobs),
            .. Facts.Rows(view, company.Name, "chemistry", company.Chemistry),
            .. Facts.Rows(view, company.Name, "person", company.People),
            .. company.Other.SelectMany(figure => Facts.Rows(view, company.Name, Phrases.Word(view.Finding(figure.Finding)?.Predicate), figure)),
        ],
    };

    private static JsonObject ToJson(View view, CompanyState company, IEnumerable<PlantState> plants, ImmutableArray<CasePoint> points, ImmutableArray<CompanyHistory.Event> history, bool evidence)
    {
        JsonArray Many(ImmutableArray<Figure> figures) => Facts.ToJson(view, figures, evidence);
        return new JsonObject
        {
            ["name"] = company.Name,
            ["aliases"] = Json.Array(company.Aliases),
            ["as_of"] = Phrases.Day(view.Day),
            ["headquarters"] = Facts.ToJson(view, company.Headquarters, evidence),
            ["owners"] = Many(company.Owners),
            ["ownership"] = OwnershipTable.ToJson(view, company.Ownership, evidence),
            ["holdings"] = Many(company.Holdings),
            ["founded"] = Facts.ToJson(view, company.Founded, evidence),
            ["history"] = CompanyHistory.ToJson(history, evidence),
            ["market_share"] = Many(company.Shares),
            ["standings"] = StandingTable.ToJson(view, company.Standings, evidence),
            ["competitors"] = Many(company.Competitors),
            ["capacity"] = Many(company.Capacity),
            ["plants"] = Json.Array(company.Plants),
            ["footprint"] = Json.Array(plants.Select(plant => (JsonNode?)PlantList.ToJson(view, plant, evidence))),
            ["customers"] = Many(company.Customers),
            ["suppliers"] = Many(company.Suppliers),
            ["partners"] = Many(company.Partners),
            ["people"] = Many(company.People),
            ["funding"] = Many(company.Funding),
            ["money"] = MoneyTable.ToJson(company.Money),
            ["investment"] = Many(company.Investment),
            ["jobs"] = Many(company.Jobs),
            ["chemistry"] = Many(company.Chemistry),
            ["other"] = Many(company.Other),
            ["points"] = CasePoints.ToJson(view, points, evidence),
            ["disagreements"] = DisagreementList.ToJson(view, company.Disagreements, evidence),
        };
    }
}
