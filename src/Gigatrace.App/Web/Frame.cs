using Gigatrace.Publishing;

namespace Gigatrace.App.Web;

/// <summary>One page before it has its frame.</summary>
/// <param name="Title">Of the window; the heading is in the body.</param>
internal sealed record Page(string Title, Html Body)
{
    public int Status { get; init; } = 200;
}

/// <summary>What is the same on every page: head, navigation, the day as of which all is told, foot.</summary>
internal static class Frame
{
    private static readonly (string Path, string Name)[] Pages =
    [
        ("/", "Overview"), ("/map", "Map"), ("/plants", "Plants"), ("/companies", "Companies"), ("/pipeline", "Pipeline"), ("/network", "Network"), ("/disagreements", "Disagreements"),
        ("/changes", "Changes"), ("/documents", "Documents"), ("/roundup", "Round-up"), ("/read", "Try a text"), ("/about", "Method"),
    ];

    /// <param name="days">The first and last day that the slider goes to; one day for a page that is of none.</param>
    /// <param name="reader">Who is signed in; null for nobody.</param>
    public static Html Of(Page page, Query query, string path, (DateOnly First, DateOnly Last) days, string? reader) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="same-origin">
        <title>{page.Title} · Gigatrace</title>
        <link rel="icon" href="{Assets.Address("icon.svg")}">
        <link rel="stylesheet" href="{Assets.Address("app.css")}">
        <script src="{Assets.Address("theme.js")}"></script>
        {Html.If(Assets.HasScript, $"<script type=\"module\" src=\"{Assets.Address("app.js")}\"></script>")}
        <link rel="alternate" type="application/atom+xml" title="What became known" href="/changes.atom">
        </head>
        <body>
        <a class="skip" href="#main">To the content</a>
        <header>
        <p class="brand"><a href="{query.To("/")}">Gigatrace</a></p>
        <nav id="nav" aria-label="Pages">{Pages.Select(to => Html.Of($"<a href=\"{query.To(to.Path)}\"{Html.If(IsHere(to.Path, path), $" aria-current=\"page\"")}>{to.Name}</a>\n"))}</nav>
        </header>
        {Html.If(days.First < days.Last, $"{DayForm(query, days)}")}
        <main id="main" tabindex="-1">
        {page.Body}
        </main>
        <footer><p>As of <time datetime="{Said(query, days.Last)}">{Said(query, days.Last)}</time>. Figures lead to the words that they rest on. <a href="/api">API</a> · <a href="/changes.atom">feed</a> · {Person(reader)} · places: GeoNames, CC BY 4.0 <label hidden>Theme <select data-theme-choice><option value="auto">as the system</option><option value="light">light</option><option value="dark">dark</option></select></label> <button type="button" data-keys hidden>keys</button></p></footer>
        </body>
        </html>

        """);

    /// <summary>What to do where nothing can be shown: of that day, or of any.</summary>
    public static Html Nothing(Visit visit) => visit.HasNothing
        ? Html.Of($"<p class=\"problem\">The ledger holds nothing of battery plants yet: <code>gigatrace read PATH</code> brings documents in.</p>")
        : Html.If(visit.Query.AsOf < visit.Days.First, $"<p class=\"problem\">Nothing was known on {Phrases.Day(visit.Day)}, before the first text: <a href=\"{visit.Query.Here(("as-of", Phrases.Day(visit.Days.First)), ("page", null))}\">go to {Phrases.Day(visit.Days.First)}</a>, or <a href=\"{visit.Query.Here(("as-of", null), ("page", null))}\">ask as of now</a>.</p>");

    /// <summary>Works without script: a date and a button. The other parameters of the address stay.</summary>
    private static Html DayForm(Query query, (DateOnly First, DateOnly Last) days) => Html.Of($"""
        <form id="as-of" method="get" aria-label="Day">
        {query.Others("as-of", "page").Select(pair => Html.Of($"<input type=\"hidden\" name=\"{pair.Name}\" value=\"{pair.Value}\">"))}
        <label>As known on <input type="date" name="as-of" value="{(query.AsOf is { } day ? Phrases.Day(day) : "")}" min="{Phrases.Day(days.First)}" max="{Phrases.Day(days.Last)}"></label>
        <input type="range" hidden aria-label="As known on" data-first="{Phrases.Day(days.First)}" data-last="{Phrases.Day(days.Last)}">
        <output></output>
        <button>Show</button>
        {Html.If(query.AsOf is not null, $"<a href=\"{query.Here(("as-of", null), ("page", null))}\">now</a>")}
        </form>
        """);

    private static Html Person(string? reader) => reader is null ? Html.Of($"<a href=\"/sign-in\">sign in to decide</a>") : Html.Of($"signed in as {reader}, <a href=\"/sign-in\">sign out</a>");

    private static string Said(Query query, DateOnly last) => Phrases.Day(query.AsOf ?? last);

    private static bool IsHere(string to, string path) => to == path || (to.Length > 1 && path.StartsWith(to + "/", StringComparison.Ordinal));
}
