using System.Collections.Immutable;
using Gigatrace.App.Web.Pages;
using Gigatrace.Ledger;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Exports;

namespace Gigatrace.App.Web.Api;

/// <summary>Plants and companies, one by one and together.</summary>
internal static class IndustryOperations
{
    private const string Group = "The industry";

    /// <summary>A chart of them wants all at once.</summary>
    private const int UsualLinks = Query.LargestPage;

    private static readonly Parameter Find = new("q", "Only those that have these words in their name, place or company.", "douai"), Status = new("status", "Only those that stand so.", "operating") { Words = PlantState.Statuses },
        Country = new("country", "Only those in this country, by its name in English.", "France"),
        By = new("by", "What the rows are.", "country") { Words = PipelineCard.By, Usual = PipelineCard.By[0] },
        Kind = new("kind", "Only ties of this kind.", "supplies") { Words = NetworkCard.Kinds };

    public static ImmutableArray<Operation> All { get; } =
    [
        new("/plants", "listPlants", "All plants: status, capacity, start", "plants") { Group = Group, Example = "/plants?size=20", IsList = true, Parameters = [Find, Status, Country, .. Parameter.OfList(), Parameter.Evidence], Answer = Plants },
        new("/plants/{slug}", "getPlant", "One plant: status, capacity path, owners, customers, money, jobs, slips, disagreements", "plant") { Group = Group, Example = "/plants/{plant-slug}", Parameters = [Parameter.Slug("a plant", "aesc-douai"), Parameter.AsOf, Parameter.Evidence], Answer = Plant },
        new("/companies", "listCompanies", "All companies, with how many plants, customers, suppliers and disagreements each has", "companies") { Group = Group, Example = "/companies?size=20", IsList = true, Parameters = [Find with { Description = "Only those that have these letters in a name.", Example = "verkor" }, .. Parameter.OfList()], Answer = Companies },
        new("/companies/{slug}", "getCompany", "One company: owners, plants, customers, shares, history, money, disagreements", "company") { Group = Group, Example = "/companies/{company-slug}", Parameters = [Parameter.Slug("a company", "verkor"), Parameter.AsOf, Parameter.Evidence], Answer = Company },
        new("/map", "getMap", "The plants as GeoJSON, at their municipality", "export-geojson") { Group = Group, Type = "application/geo+json", Parameters = [Parameter.AsOf], Answer = visit => Replies.Whole(PlantMap.Make(visit.All)) },
        new("/pipeline", "getPipeline", "GWh a year that run and that are to come, year by year", "pipeline") { Group = Group, Example = "/pipeline?by=country", Parameters = [By, Parameter.AsOf, Parameter.Evidence], Answer = Pipeline },
        new("/network", "listTies", "Who supplies, owns, funds and runs whom", "network") { Group = Group, Example = "/network?of={plant}", IsList = true, Parameters = [Parameter.Of, Kind, .. Parameter.OfList(UsualLinks), Parameter.Evidence], Answer = Network },
    ];

    private static Reply Plants(Visit visit)
    {
        _ = visit.Query.Word(Status.Name, Status.Words);
        var view = visit.View(visit.Query.Evidence);
        return Replies.List(visit, [.. PlantList.Sorted(PlantPages.Found(visit))], some => PlantList.Make(view, some, visit.Query.Evidence));
    }

    private static Reply Plant(Visit visit)
    {
        var name = Named.Plant(visit, visit.Query.Route("slug"));
        return Replies.One(PlantCard.Make(visit.View(visit.Query.Evidence), visit.All.State.Plants.First(one => one.Name == name), visit.Query.Evidence));
    }

    private static Reply Companies(Visit visit)
    {
        var typed = visit.Query.Text(Find.Name);
        var all = visit.All.State.Companies.Where(one => typed is null || one.Aliases.Prepend(one.Name).Any(name => name.Contains(typed, StringComparison.OrdinalIgnoreCase)));
        return Replies.List(visit, CompanyList.Make(visit.All, all));
    }

    private static Reply Company(Visit visit)
    {
        var name = Named.Company(visit, visit.Query.Route("slug"));
        return Replies.One(CompanyCard.Make(visit.View(visit.Query.Evidence), visit.All.State.Companies.First(one => one.Name == name), visit.Query.Evidence));
    }

    private static Reply Pipeline(Visit visit) => Replies.One(PipelineCard.Make(visit.View(visit.Query.Evidence), visit.Query.Word(By.Name, By.Words) ?? By.Usual!, visit.Query.Evidence));

    private static Reply Network(Visit visit) => Replies.List(visit, part => NetworkCard.Make(visit.View(visit.Query.Evidence), Named.Of(visit), visit.Query.Word(Kind.Name, Kind.Words), visit.Query.Evidence, part), UsualLinks);
}
