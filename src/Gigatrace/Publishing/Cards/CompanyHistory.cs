using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>What became of a company, in order: founded, owned and sold, what it bought, the milestones of its plants.</summary>
public static class CompanyHistory
{
    /// <param name="Who">The company, one of its plants, or what it bought.</param>
    internal sealed record Event(When When, string Who, string What, Modality Modality, ImmutableArray<Evidence> Evidence);

    /// <param name="plants">Those of the company.</param>
    internal static ImmutableArray<Event> Of(View view, CompanyState company, IEnumerable<PlantState> plants) =>
    [
        .. Founded(view, company).Concat(Owned(view, company)).Concat(Bought(view, company)).Concat(Milestones(view, plants))
            .OrderBy(one => one.When.Latest ?? one.When.Earliest ?? DateOnly.MaxValue).ThenBy(one => one.When.Earliest ?? DateOnly.MinValue).ThenBy(one => one.Who, StringComparer.Ordinal).ThenBy(one => one.What, StringComparer.Ordinal),
    ];

    internal static Table ToTable(ImmutableArray<Event> events) => new([new("when", Whole: true), new("who"), new("what"), new("said as", Whole: true), new("source")])
    {
        Title = "History",
        Rows = [.. events.Select(one => new Row([Phrases.Time(one.When), one.Who, one.What, one.Modality.Name(), Facts.Source(one.Evidence)], one.Evidence))],
    };

    internal static JsonArray ToJson(ImmutableArray<Event> events, bool evidence) => Json.Array(events.Select(one =>
    {
        var json = new JsonObject { ["when"] = one.When.Edtf, ["who"] = one.Who, ["what"] = one.What, ["modality"] = one.Modality.Name(), ["claims"] = Json.Array(one.Evidence.Select(quote => quote.Claim)) };
        if (evidence) json["evidence"] = Json.Array(one.Evidence.Select(quote => (JsonNode?)quote.ToJson()));
        return (JsonNode?)json;
    }));

    private static IEnumerable<Event> Founded(View view, CompanyState company) =>
        company.Founded is { When: { } when } founded ? [new Event(when, company.Name, "founded", founded.Modality, view.EvidenceOf(founded))] : [];

    private static IEnumerable<Event> Owned(View view, CompanyState company) => company.Ownership.Where(one => one.From is not null).Select(one => new Event(
        one.From!, company.Name, $"{(one.Share is null ? "owned by" : $"{Phrases.Figure(one.Share, "percent")} held by")} {one.Owner}{(one.To is null ? "" : $", until {Phrases.Time(one.To)}")}", Modality.Actual, view.EvidenceOf(one.Claims)));

    private static IEnumerable<Event> Bought(View view, CompanyState company) => company.Holdings
        .Where(one => one is { When: not null, Of: not null } && view.Finding(one.Finding) is { Predicate: "acquired" })
        .Select(one => new Event(one.When!, one.Of!, $"bought by {company.Name}", one.Modality, view.EvidenceOf(one)));

    private static IEnumerable<Event> Milestones(View view, IEnumerable<PlantState> plants) => plants
        .SelectMany(plant => plant.Milestones.Where(one => one.When is not null).Select(one => new Event(one.When!, plant.Name, Phrases.Figure(one.Value, null), one.Modality, view.EvidenceOf(one))));
}
