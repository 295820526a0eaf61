using Gigatrace.App.Verbs;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Digests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.App.Web.Pages;

/// <summary>Thirty seconds, of whatever is asked; and what a week or a month brought.</summary>
internal static class DigestPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPage("/digest", Digested);
        app.MapPage("/roundup", RoundedUp);
    }

    private static Page Digested(Visit visit)
    {
        var query = visit.Query;
        var report = Digest.Make(MatterOf(visit));
        return new Page(report.Title ?? "Thirty seconds", Html.Of($"""
            {visit.Show(report with { Tables = [], Nothing = "" })}
            <form role="search" method="get">{IndustryPages.Keep(visit)}<label>Of <input type="search" name="of" value="{query.Text("of")}" placeholder="a plant or company"></label> <button>Show</button></form>
            {visit.Show(report with { Title = null, Lead = [] }, evidence: true)}
            """));
    }

    private static Matter MatterOf(Visit visit)
    {
        var (asked, query) = (visit.Asked(), visit.Query);
        if (query.Text("document") is { } id) return DigestVerb.OfDocument(visit.Shell, visit.Store, Ids.Document(visit.Store, id).Document);
        if (query.Text("of") is { } typed) return DigestVerb.Of(asked, Names.PlantOrCompany(visit.Shell, asked, typed));
        var to = query.Day("to") ?? query.AsOf ?? visit.Days.Last;
        var from = query.Day("from") ?? (to.DayNumber > 31 ? to.AddMonths(-1) : DateOnly.MinValue);
        return from <= to ? DigestVerb.OfPeriod(asked, from, to) : throw new Refused(StatusCodes.Status400BadRequest, "to is before from");
    }

    /// <summary>Of a month where nothing is said: the last in which anything became known.</summary>
    private static Page RoundedUp(Visit visit)
    {
        var query = visit.Query;
        var last = query.AsOf ?? visit.Days.Last;
        var month = query.Text("month") ?? last.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        var days = query.Text("week") is { } week ? RoundupVerb.WeekOf(week) ?? throw new Refused(StatusCodes.Status400BadRequest, "week is written 2022-W50")
            : RoundupVerb.MonthOf(month) ?? throw new Refused(StatusCodes.Status400BadRequest, "month is written 2022-12");
        if (query.AsOf < days.To) days = days with { To = query.AsOf.Value > days.From ? query.AsOf.Value : days.From };
        var report = Roundup.Make(RoundupVerb.Load(visit.Asked(days.To, evidence: true), visit.Store, days, visit.On(days.To)));
        return new Page(report.Title ?? "Round-up", Html.Of($"""
            {visit.Show(report with { Tables = [], Nothing = "" })}
            <form role="search" method="get">{IndustryPages.Keep(visit)}<label>Month <input type="month" name="month" value="{(query.Text("week") is null ? month : "")}"></label> <label>or week <input name="week" value="{query.Text("week")}" placeholder="2022-W50" pattern="[0-9]{"{4}"}-W[0-9]{"{2}"}" size="9"></label> <button>Show</button></form>
            <nav class="choices" aria-label="Other months"><a href="{Month(query, days.From, -1)}">← the month before</a> <a href="{Month(query, days.From, 1)}">the month after →</a></nav>
            {visit.Show(report with { Title = null, Lead = [] }, evidence: true)}
            """));
    }

    /// <summary>A month of the years that there are.</summary>
    private static string Month(Query query, DateOnly day, int on)
    {
        var month = Math.Clamp((day.Year * 12) + day.Month - 1 + on, 12, (9999 * 12) + 11);
        return query.To("/roundup", ("month", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}")));
    }
}
