using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>Makes companies' cards: what is held of them, of their plants, and of others with them.</summary>
internal sealed class Companies(State state, IReadOnlyList<Entity> plants, IReadOnlyDictionary<string, SubjectHeld> held)
{
    private static readonly string[] Shown = ["parent", "stake", "acquired", "founded", "market_share", "capacity", "supplies", "partnership", "role", "funding", "investment", "jobs", "chemistry", "status", "milestone", "headquarters", "rank", "competitor"];

    private readonly ILookup<string, Finding> _byObject = state.Findings.Where(finding => finding.Object is not null).ToLookup(finding => finding.Object!, StringComparer.Ordinal);
    private readonly ILookup<string, Entity> _plants = plants.Where(plant => plant.Operator is not null).ToLookup(plant => plant.Operator!, StringComparer.Ordinal);

    private readonly ILookup<string, Finding> _standings = state.Findings.Select(finding => (Topic: Standing.TopicOf(finding), finding)).Where(one => one.Topic is not null).ToLookup(one => one.Topic!, one => one.finding, StringComparer.Ordinal);

    public CompanyState Card(Entity company)
    {
        var own = held.Of(company.Name).Findings.ToLookup(finding => finding.Predicate, StringComparer.Ordinal);
        var others = _byObject[company.Name].ToLookup(finding => finding.Predicate, StringComparer.Ordinal);
        var sites = _plants[company.Name].ToArray();
        return new CompanyState
        {
            Id = company.Id,
            Name = company.Name,
            Aliases = company.Aliases,
            Owners = [.. Cards.Holders(held.Of(company.Name).Findings).Select(finding => Cards.FigureOf(finding))],
            Ownership = held.Of(company.Name).Owned,
            Holdings = Cards.Figures(others["parent"].Concat(others["stake"]).Concat(others["acquired"]).DistinctBy(finding => finding.Subject), of: true),
            Founded = own["founded"].Select(finding => Cards.FigureOf(finding)).FirstOrDefault(),
            Shares = [.. own["market_share"].OrderByDescending(finding => finding.Topic, StringComparer.Ordinal).Select(finding => Cards.FigureOf(finding))],
            Capacity = [.. Cards.Figures(own["capacity"]), .. Cards.Figures(sites.SelectMany(site => held.Of(site.Name).Findings).Where(finding => finding.Predicate is "capacity"), of: true)],
            Plants = [.. sites.Select(site => site.Name).Order(StringComparer.Ordinal)],
            Customers = [.. Supplies.Customers(own["supplies"], null), .. sites.SelectMany(site => Supplies.Customers(held.Of(site.Name).Findings.Where(finding => finding.Predicate is "supplies"), held.Of(site.Name).Findings.FirstOrDefault(finding => finding.Predicate is "status")?.Value?.ToString(), of: true))],
            Suppliers = Cards.Figures(others["supplies"], of: true),
            Partners = Both(own["partnership"], others["partnership"]),
            People = Cards.Figures(others["role"], of: true),
            Funding = Cards.Figures(own["funding"]),
            Money = Money.Of(own["funding"], held.Of(company.Name).Disagreements),
            Investment = Cards.Figures(own["investment"]),
            Jobs = Cards.Figures(own["jobs"]),
            Chemistry = [.. Cards.Figures(own["chemistry"]), .. Cards.Figures(sites.SelectMany(site => held.Of(site.Name).Findings).Where(finding => finding.Predicate is "chemistry"), of: true)],
            Headquarters = own["headquarters"].Select(finding => Cards.FigureOf(finding)).FirstOrDefault(),
            Standings = Standing.Of(company.Name, own, name => held.Of(name).Findings, _standings),
            Competitors = Both(own["competitor"], others["competitor"]),
            Other = Cards.Figures(held.Of(company.Name).Findings.Where(finding => Array.IndexOf(Shown, finding.Predicate) < 0)),
            Disagreements = held.Of(company.Name).Disagreements,
        };
    }

    /// <summary>The other company stands in <see cref="Figure.Object"/>, whichever side the finding names first.</summary>
    private static ImmutableArray<Figure> Both(IEnumerable<Finding> first, IEnumerable<Finding> second) =>
        [.. Cards.Figures(first).Concat(second.Select(finding => Cards.FigureOf(finding) with { Object = finding.Subject })).OrderBy(figure => figure.Object, StringComparer.Ordinal).ThenBy(figure => figure.Kind, StringComparer.Ordinal)];
}
