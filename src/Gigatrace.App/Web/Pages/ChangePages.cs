using System.Collections.Immutable;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Exports;
using Gigatrace.Publishing.Forms;
using Microsoft.AspNetCore.Http;

namespace Gigatrace.App.Web.Pages;

/// <summary>What became known.</summary>
internal static class ChangePages
{
    /// <summary>With fewer a page looks empty.</summary>
    private const int Few = 25;

    /// <summary>The last that became known until the day, the latest first.</summary>
    public static Report Latest(Visit visit, int most) => Since(visit, visit.Query.AsOf ?? visit.Days.Last, most, most);

    /// <summary>As far back as it takes to find something to tell.</summary>
    /// <param name="least">As many are looked for, as far as there are so many.</param>
    private static Report Since(Visit visit, DateOnly to, int least, int most)
    {
        for (var findings = least; ; findings *= 4)
        {
            var from = visit.Held.DaySince(to, findings);
            var report = Between(visit, from, to, [], most);
            if (report.Tables[0].Rows.Length >= least || from == DateOnly.MinValue) return report;
        }
    }

    /// <summary>All that ever became known of some names.</summary>
    private static Report Of(Visit visit, DateOnly to, ImmutableArray<string> names)
    {
        var (view, past) = visit.Asked(to, evidence: false).Past(names);
        return ChangeFeed.Make(view, past, DateOnly.MinValue, to, names, int.MaxValue);
    }

    private static Report Between(Visit visit, DateOnly from, DateOnly to, ImmutableArray<string> names, int most)
    {
        var (view, past) = visit.Asked(to, evidence: false).Changes(from);
        return ChangeFeed.Make(view, past, from, to, names, most);
    }

    public static Page All(Visit visit)
    {
        var to = visit.Query.Day("to") ?? visit.Query.AsOf ?? visit.Days.Last;
        var from = visit.Query.Day("from");
        if (to < from) throw new Refused(StatusCodes.Status400BadRequest, "to is before from");
        var names = Named.Of(visit);
        var report = from is { } first ? Between(visit, first, to, names, int.MaxValue) : names.IsEmpty ? Since(visit, to, Few, int.MaxValue) : Of(visit, to, names);
        var shown = Listed.Of(report.Tables[0].Rows, visit.Query);
        return new Page("Changes", Html.Of($"""
            <h1>{new Html(HtmlForm.Heading(report.Title!))}</h1>
            <form role="search" method="get" data-live>{IndustryPages.Keep(visit)}
            <label>From <input type="date" name="from" value="{(from is null ? "" : Phrases.Day(from.Value))}"></label> <label>to <input type="date" name="to" value="{Phrases.Day(to)}"></label>
            <label>of <input type="search" name="of" value="{visit.Query.Text("of")}"></label> <button>Show</button></form>
            {shown.Turn(visit.Query)}
            {visit.Show(report with { Title = null, Tables = [report.Tables[0] with { Rows = [.. shown.Rows] }] })}
            {shown.Turn(visit.Query, below: true)}
            """));
    }
}
