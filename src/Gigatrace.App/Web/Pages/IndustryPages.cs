using Gigatrace.Ledger;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Exports;
using Gigatrace.Publishing.Forms;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.App.Web.Pages;

/// <summary>What is told of the industry as a whole.</summary>
internal static class IndustryPages
{
    /// <summary>Rows of a table on the overview.</summary>
    private const int Few = 10;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPage("/", Overview);
        app.MapPage("/map", OnMap);
        app.MapPage("/pipeline", Pipeline);
        app.MapPage("/pipeline/steps", Steps);
        app.MapPage("/network", Network);
        app.MapPage("/changes", ChangePages.All);
        app.MapPage("/about", visit => new Page("Method", visit.Show(SiteMethod.Report)));
    }

    private static Page Overview(Visit visit)
    {
        var view = visit.All;
        var pipeline = PipelineCard.Make(view, "status", evidence: false);
        var contradictions = view.State.Disagreements.Where(one => one.Kind is DisagreementKind.Contradiction && !visit.IsDecided(one)).ToArray();
        var latest = ChangePages.Latest(visit, Few);
        return new Page("Overview", Html.Of($"""
            <h1>Battery plants, as of <time>{Phrases.Day(visit.Day)}</time></h1>
            <p class="lead">{Phrases.Count(view.State.Plants.Length, "plant")} and {Phrases.Count(view.State.Companies.Length, "company")}. {string.Join(' ', pipeline.Lead.Select(line => $"GWh a year: {line}."))}</p>
            <div class="cards">
            <section class="card"><h2>GWh by status</h2>{PipelineFigure(visit, "status")}<details{Html.If(!Assets.HasScript, $" open")}><summary>as a table</summary>{Sums(visit, "status", new Report { Tables = [pipeline.Tables[0] with { Title = null }], Nothing = "nothing is counted" }, PipelineCard.CountedTitle)}</details><p><a href="{visit.Query.To("/pipeline")}">the pipeline</a></p></section>
            <section class="card"><h2>Known last</h2><ul class="told">{latest.Tables[0].Rows.Select(row => Html.Of($"<li><time>{row.Cells[0]}</time> {Told(visit, row)}</li>\n"))}</ul><p><a href="{visit.Query.To("/changes")}">all changes</a></p></section>
            <section class="card"><h2>Open contradictions</h2><ul class="told">{DisagreementList.Sorted(contradictions).Take(Few).Select(one => Html.Of($"<li>{visit.Text($"{one.Subject}: {one.Why}")}</li>\n"))}</ul>{Html.If(contradictions.Length == 0, $"<p>None is open.</p>")}<p><a href="{visit.Query.To("/disagreements")}">all {Phrases.Count(view.State.Disagreements.Length, "disagreement")}</a></p></section>
            </div>
            """));
    }

    private static Page OnMap(Visit visit)
    {
        var plants = visit.All.State.Plants.OrderBy(plant => plant.Country ?? "~", StringComparer.Ordinal).ThenBy(plant => plant.Name, StringComparer.Ordinal).GroupBy(plant => plant.Country ?? "country not known", StringComparer.Ordinal);
        return new Page("Map", Html.Of($"""
            <h1>Battery plants on the map, as of <time>{Phrases.Day(visit.Day)}</time></h1>
            {Chart(visit, "map", visit.Query.To("/api/v1/map"), "A circle for each plant at its municipality, as large as its GWh a year")}
            {plants.Select(country => Html.Of($"<h2>{country.Key}</h2><ul class=\"names\">{country.Select(plant => Html.Of($"<li><a href=\"{visit.Query.To(visit.Industry.PathOf(plant.Name)!)}\">{plant.Name}</a>{Html.If(plant.Status is not null, $" <span class=\"status\" data-status=\"{plant.Status?.Value?.ToString()}\">{Phrases.Figure(plant.Status?.Value, null)}</span>")}</li>\n"))}</ul>\n"))}
            """));
    }

    private static Page Pipeline(Visit visit)
    {
        var by = visit.Query.Word("by", PipelineCard.By) ?? PipelineCard.By[0];
        var report = PipelineCard.Make(visit.All, by, evidence: false);
        return new Page("Pipeline", Html.Of($"""
            {visit.Show(report with { Tables = [], Nothing = "" })}
            <nav class="choices" aria-label="Rows">{PipelineCard.By.Select(one => Html.Of($"<a href=\"{visit.Query.Here(("by", one))}\"{Html.If(one == by, $" aria-current=\"true\"")}>by {one}</a> "))}</nav>
            {PipelineFigure(visit, by)}
            {Sums(visit, by, report with { Title = null, Lead = [], Nothing = "no capacity is known" })}
            """));
    }

    /// <summary>What a sum of the pipeline is made of.</summary>
    private static Page Steps(Visit visit)
    {
        var by = visit.Query.Word("by", PipelineCard.By) ?? PipelineCard.By[0];
        var report = visit.Query.Text("until") is { } until ? PipelineCard.AddedUpUntil(visit.All, until) : PipelineCard.AddedUp(visit.All, by, visit.Query.Text("row") ?? "all", visit.Query.Text("due") ?? "all", visit.Query.Word("list", ["counted", "watched"]) is "watched");
        var shown = Listed.Of(report.Tables[0].Rows, visit.Query);
        return new Page("What was added up", Html.Of($"""
            {visit.Show(report with { Tables = [], Nothing = "" })}
            <p><a href="{visit.Query.To("/pipeline", ("by", by))}">the pipeline by {by}</a></p>
            {shown.Turn(visit.Query)}
            {visit.Show(report with { Title = null, Tables = [report.Tables[0] with { Rows = [.. shown.Rows] }] }, evidence: true)}
            {shown.Turn(visit.Query, below: true)}
            """));
    }

    /// <summary>Tables of the pipeline: each sum leads to what was added up.</summary>
    /// <param name="title">Of a table that is shown without its own; null for others.</param>
    private static Html Sums(Visit visit, string by, Report report, string? title = null) =>
        Visit.Show(report, evidence: false, visit.Links(sum: (table, row, at) => at == 0 ? null : (table.Title ?? title) switch
        {
            PipelineCard.CountedTitle => visit.Query.To("/pipeline/steps", ("by", by), ("row", row.Cells[0]), ("due", table.Columns[at].Name)),
            PipelineCard.WatchTitle => visit.Query.To("/pipeline/steps", ("by", by), ("row", row.Cells[0]), ("due", table.Columns[at].Name), ("list", "watched")),
            PipelineCard.GrowthTitle when table.Columns[at].Says => visit.Query.To("/pipeline/steps", ("by", by), ("until", row.Cells[0])),
            _ => null,
        }));

    /// <summary>All ties, a part of each kind; or one kind, page by page.</summary>
    private static Page Network(Visit visit)
    {
        var kind = visit.Query.Word("kind", NetworkCard.Kinds);
        var report = NetworkCard.Make(visit.All, Named.Of(visit), kind, evidence: false);
        return new Page("Network", Html.Of($"""
            <h1>{new Html(HtmlForm.Heading(report.Title!))}</h1>
            <form role="search" method="get" data-live>{Keep(visit)}
            <label>Of <input type="search" name="of" value="{visit.Query.Text("of")}"></label>
            {PlantPages.Choice("kind", "Ties", NetworkCard.Kinds, kind)}
            <button>Show</button></form>
            {Chart(visit, "network", visit.Query.To("/api/v1/network", ("of", visit.Query.Text("of")), ("kind", kind)), "Who supplies, owns and funds whom")}
            {Html.If(report.IsEmpty, $"<p>{report.Nothing}.</p>")}
            {report.Tables.Where(table => !table.Rows.IsEmpty).Select(table => Ties(visit, table, kind))}
            """));
    }

    private static Html Ties(Visit visit, Table table, string? kind)
    {
        var shown = Listed.Of(table.Rows, visit.Query);
        var part = visit.Show(new Report { Tables = [table with { Rows = [.. kind is null ? table.Rows.Take(shown.Size) : shown.Rows] }] });
        if (kind is not null) return Html.Of($"{shown.Turn(visit.Query)}{part}{shown.Turn(visit.Query, below: true)}");
        return Html.Of($"{part}{Html.If(table.Rows.Length > shown.Size, $"<p><a href=\"{visit.Query.Here(("kind", table.Title!.ToLowerInvariant()))}\">all {table.Rows.Length}</a></p>")}");
    }

    /// <summary>One change in a line, its figure leading to its words.</summary>
    private static Html Told(Visit visit, Row row) => new(visit.Links().Text(row.Cells[2], row.Evidence.IsEmpty ? null : visit.Query.To($"/claims/{row.Evidence[0].Claim}")));

    private static Html PipelineFigure(Visit visit, string by) => Chart(visit, "pipeline", visit.Query.To("/api/v1/pipeline", ("by", by)), $"GWh a year by {by} and by when");

    /// <summary>Drawn by the script from what the API says; the table beside it says the same.</summary>
    public static Html Chart(Visit visit, string kind, string source, string caption) => Html.If(Assets.HasScript && !visit.All.State.Plants.IsEmpty, $"<figure data-chart=\"{kind}\" data-src=\"{source}\"><figcaption>{caption}</figcaption></figure>");

    /// <summary>The day goes with a form.</summary>
    public static Html Keep(Visit visit) => Html.If(visit.Query.AsOf is not null, $"<input type=\"hidden\" name=\"as-of\" value=\"{Phrases.Day(visit.Day)}\">");
}
