using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Forms;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.App.Web.Pages;

/// <summary>Companies: all of them, and each by itself.</summary>
internal static class CompanyPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPage("/companies", All);
        app.MapPage("/companies/{slug}", One);
    }

    private static Page All(Visit visit)
    {
        var report = CompanyList.Make(visit.All);
        var typed = visit.Query.Text("q");
        var rows = report.Tables[0].Rows.Where(row => typed is null || row.Cells[0].Contains(typed, StringComparison.OrdinalIgnoreCase)).ToArray();
        var shown = Listed.Of(rows, visit.Query);
        return new Page("Companies", Html.Of($"""
            <h1>{new Html(HtmlForm.Heading(report.Title!))}</h1>
            <form role="search" method="get" data-live>{IndustryPages.Keep(visit)}<label>Find <input type="search" name="q" value="{typed}" placeholder="a name"></label> <button>Show</button></form>
            {shown.Turn(visit.Query)}
            {visit.Show(new Report { Tables = [report.Tables[0] with { Rows = [.. shown.Rows] }], Nothing = "no company fits; find by another name" })}
            {shown.Turn(visit.Query, below: true)}
            """));
    }

    private static Page One(Visit visit)
    {
        if (PlantPages.Here(visit, "companies") is not { } name) return PlantPages.Unknown(visit);
        var view = visit.All;
        var report = CompanyCard.Make(view, view.State.Companies.First(one => one.Name == name), evidence: true);
        return new Page(name, Html.Of($"""
            {visit.Show(report with { Tables = [] }, self: name)}
            <nav class="choices" aria-label="More of it"><a href="{visit.Query.To("/digest", ("of", name))}">thirty seconds</a> <a href="{visit.Query.To("/network", ("of", name))}">who has to do with it</a> <a href="{visit.Query.To("/changes", ("of", name))}">what became known</a></nav>
            {visit.Show(report with { Title = null, Lead = [] }, evidence: true, self: name)}
            """));
    }
}
