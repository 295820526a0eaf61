using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.App.Web.Pages;

/// <summary>Plants: all of them, and each by itself.</summary>
internal static class PlantPages
{
    private static readonly string[] Sorts = ["name", "status", "GWh", "planned", "start", "country"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPage("/plants", All);
        app.MapPage("/plants/{slug}", One);
        app.MapPage("/plants/{slug}/history", History);
    }

    private static Page All(Visit visit)
    {
        var query = visit.Query;
        var all = visit.All.State.Plants;
        var (statuses, countries) = (Words(all.Select(StatusOf)), Words(all.Select(plant => plant.Country)));
        var (status, country, sort) = (query.Text("status"), query.Text("country"), query.Word("sort", Sorts) ?? Sorts[0]);
        var shown = Listed.Of([.. Sorted(Found(visit), sort)], query);
        return new Page("Plants", Html.Of($"""
            <h1>{Phrases.Count(all.Length, "plant")} as of <time>{Phrases.Day(visit.Day)}</time></h1>
            <form role="search" method="get" data-live>{IndustryPages.Keep(visit)}
            <label>Find <input type="search" name="q" value="{query.Text("q")}" placeholder="a name, place or company"></label>
            {Choice("status", "Status", statuses, status)}{Choice("country", "Country", countries, country)}{Choice("sort", "Sorted by", Sorts, sort, all: false)}
            <button>Show</button></form>
            {Html.If(shown.All < all.Length, $"<p>{shown.All} of them fit.</p>")}
            {shown.Turn(query)}
            {visit.Show(new Report { Tables = [PlantList.ToTable(visit.All, shown.Rows, withPlace: true)], Nothing = all.IsEmpty ? "" : "no plant fits; take a filter away" })}
            {shown.Turn(query, below: true)}
            """));
    }

    /// <summary>Those that fit the address.</summary>
    public static IEnumerable<PlantState> Found(Visit visit)
    {
        var (typed, status, country) = (visit.Query.Text("q"), visit.Query.Text("status"), visit.Query.Text("country"));
        return visit.All.State.Plants.Where(plant => (status is null || StatusOf(plant) == status) && (country is null || plant.Country == country) && Fits(plant, typed));
    }

    private static Page One(Visit visit)
    {
        if (Here(visit, "plants") is not { } name) return Unknown(visit);
        var view = visit.All;
        var plant = view.State.Plants.First(one => one.Name == name);
        var report = PlantCard.Make(view, plant, evidence: true);
        var path = visit.Query.To($"/api/v1/plants/{visit.Query.Route("slug")}");
        return new Page(name, Html.Of($"""
            {visit.Show(report with { Tables = [] }, self: name)}
            <nav class="choices" aria-label="More of it"><a href="{visit.Query.To($"/plants/{visit.Query.Route("slug")}/history")}">what was believed when</a> <a href="{visit.Query.To("/digest", ("of", name))}">thirty seconds</a> <a href="{visit.Query.To("/changes", ("of", name))}">what became known</a></nav>
            {Html.If(plant.Capacity.Path.Length > 1, $"{IndustryPages.Chart(visit, "capacity", path, $"Capacity of {name}, GWh a year, as it was planned and built")}")}
            {visit.Show(WithTimeline(view, report, name) with { Title = null, Lead = [] }, evidence: true, self: name)}
            """));
    }

    /// <summary>The card with what happened when, which on the command line is a verb of its own.</summary>
    private static Report WithTimeline(View view, Report card, string name)
    {
        var timeline = Timeline.Make(view, [name], evidence: false).Tables[0];
        return card with { Tables = [.. card.Tables[..^1], timeline with { Title = "Timeline" }, card.Tables[^1]] };
    }

    private static Page History(Visit visit)
    {
        if (Here(visit, "plants") is not { } name) return Unknown(visit);
        var (view, past) = visit.Asked().Past([name]);
        var report = HistoryCard.Make(view, past, [name], null, evidence: true);
        return new Page($"{name}: history", visit.Show(report, evidence: true));
    }

    /// <summary>Whose page it is on that day; null for nobody's.</summary>
    public static string? Here(Visit visit, string folder) => visit.Industry.NameAt($"/{folder}/{visit.Query.Route("slug")}");

    /// <summary>What was meant, perhaps: a name as one types it, or a plant of another day.</summary>
    public static Page Unknown(Visit visit)
    {
        var typed = visit.Query.Route("slug").Replace('-', ' ');
        var near = NameSearch.Find(visit.All.State.Entities, typed, visit.All.State.Entities).Where(entity => entity.Kind != EntityKind.Person).Select(entity => entity.Name).Concat(NameSearch.Nearest(visit.All.State.Entities, typed))
            .Distinct(StringComparer.Ordinal).Where(name => visit.Industry.PathOf(name) is not null).Take(5);
        return new Page("Not found", Html.Of($"""
            <h1>Nothing is held of “{typed}” as of <time>{Phrases.Day(visit.Day)}</time></h1>
            <ul>{near.Select(name => Html.Of($"<li><a href=\"{visit.Query.To(visit.Industry.PathOf(name)!)}\">{name}</a></li>\n"))}</ul>
            {Html.If(visit.Query.AsOf is not null, $"<p>It may have become known later: <a href=\"{visit.Query.Here(("as-of", null))}\">ask as of now</a>.</p>")}
            <p>Find it among <a href="{visit.Query.To("/plants")}">all plants</a> or <a href="{visit.Query.To("/companies")}">all companies</a>.</p>
            """)) { Status = StatusCodes.Status404NotFound };
    }

    /// <param name="all">One may choose none of them.</param>
    public static Html Choice(string name, string label, IEnumerable<string> words, string? chosen, bool all = true) => Html.Of($"""
        <label>{label} <select name="{name}">{Html.If(all, $"<option value=\"\">all</option>")}{words.Select(word => Html.Of($"<option value=\"{word}\"{Html.If(word == chosen, $" selected")}>{Phrases.Word(word)}</option>"))}</select></label>
        """);

    private static string[] Words(IEnumerable<string?> words) => [.. words.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string? StatusOf(PlantState plant) => plant.Status?.Value?.ToString();

    private static bool Fits(PlantState plant, string? typed) => typed is null || typed.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(word => new[] { plant.Name, plant.Operator, plant.Place, plant.Region, plant.Country }.Any(text => text is not null && Folded(text).Contains(Folded(word), StringComparison.Ordinal)));

    private static string Folded(string text) => Gigatrace.Extraction.Tokens.Vocabulary.Fold(text);

    private static IEnumerable<PlantState> Sorted(IEnumerable<PlantState> plants, string by)
    {
        var named = plants.OrderBy(plant => plant.Name, StringComparer.OrdinalIgnoreCase);
        return by switch
        {
            "status" => named.OrderBy(plant => StatusOf(plant) ?? "~", StringComparer.Ordinal),
            "GWh" => named.OrderByDescending(plant => Amount(plant.Capacity.Installed)),
            "planned" => named.OrderByDescending(plant => Amount(plant.Capacity.Planned)),
            "start" => named.OrderBy(plant => plant.Start?.When?.Earliest ?? plant.Start?.When?.Latest ?? DateOnly.MaxValue),
            "country" => named.OrderBy(plant => plant.Country ?? "~", StringComparer.Ordinal),
            _ => named,
        };
    }

    private static decimal Amount(Figure? figure) => figure?.Value switch { Claims.ClaimValue.Number number => number.Amount, Claims.ClaimValue.Range range => range.High, _ => -1 };
}
