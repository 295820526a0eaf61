using Gigatrace.Publishing;
using Gigatrace.Publishing.Exports;

namespace Gigatrace.App.Web.Pages;

/// <summary>What became known.</summary>
internal static class ChangePages
{
    /// <summary>How far back is looked where nobody says.</summary>
    private const int Months = 12;

    /// <summary>The last that became known until the day, the latest first.</summary>
    public static Report Latest(Visit visit, int most)
    {
        var to = visit.Query.AsOf ?? visit.Held.LastDay();
        var from = new DateOnly(Math.Max(to.Year - 1, 1), to.Month, 1);
        var (view, past) = visit.Asked().Changes(from);
        return ChangeFeed.Make(view, past, from, to, [], most);
    }

    public static Page All(Visit visit)
    {
        var to = visit.Query.Day("to") ?? visit.Query.AsOf ?? visit.Held.LastDay();
        var from = visit.Query.Day("from") ?? to.AddMonths(-Months);
        if (to < from) throw new Refused(400, "to is before from");
        var names = visit.Query.Text("of") is { } typed ? Named.Any(visit, typed) : [];
        var (view, past) = visit.Asked().Changes(from);
        var report = ChangeFeed.Make(view, past, from, to, names, int.MaxValue);
        var shown = Listed.Of(report.Tables[0].Rows, visit.Query);
        return new Page("Changes", Html.Of($"""
            <h1>{report.Title}</h1>
            <form role="search" method="get" data-live>{IndustryPages.Keep(visit)}
            <label>From <input type="date" name="from" value="{Phrases.Day(from)}"></label> <label>to <input type="date" name="to" value="{Phrases.Day(to)}"></label>
            <label>of <input type="search" name="of" value="{visit.Query.Text("of")}"></label> <button>Show</button></form>
            {shown.Turn(visit.Query)}
            {visit.Show(report with { Title = null, Tables = [report.Tables[0] with { Rows = [.. shown.Rows] }] })}
            {shown.Turn(visit.Query)}
            """));
    }
}
