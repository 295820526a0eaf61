using System.Net;

namespace Gigatrace.App.Web.Api;

/// <summary>The API as people read it: what may be asked, with what, and an example of each to follow.</summary>
internal static class ApiPage
{
    /// <summary>What most operations take; told once.</summary>
    private static readonly Parameter[] Common = [Parameter.AsOf, Parameter.Evidence, Parameter.Page, Parameter.Size];

    public static Page Of(Visit visit) => new("API", Html.Of($"""
        <h1>API</h1>
        <p class="lead">What the pages say, for programs: JSON in the shapes that the command line prints with <code>--format json</code>. <a href="{ApiRoutes.Contract}">The OpenAPI document</a> says all of it.</p>
        <p>A list comes in pages: <code>{Replies.Total}</code> says how many there are, <code>Link</code> where the next ones are. Every answer has an <code>ETag</code>: sent as <code>If-None-Match</code>, it is answered with 304 while the ledger stays as it is.
        What cannot be answered is said as <code>application/problem+json</code>. What became known can be subscribed to: <a href="{Feed.Path}">{Feed.Path}</a>.</p>
        <p>What most of them take:</p>
        {Told("common", Common)}
        {ApiRoutes.All.GroupBy(one => one.Group).Select(group => Html.Of($"<h2>{group.Key}</h2>\n{group.Select(one => Section(visit, one))}"))}
        """));

    private static Html Section(Visit visit, Operation one) => Html.Of($"""
        <section id="{one.Id}">
        <h3><code>{(one.Take is null ? "GET" : "POST")} {ApiRoutes.Root}{one.Path}</code></h3>
        <p>{one.Summary}.</p>
        {Told(one.Id, [.. one.Parameters.Where(own => !IsCommon(own))])}
        {Html.If(one.Parameters.Any(IsCommon), $"<p>Takes {string.Join(", ", one.Parameters.Where(IsCommon).Select(common => common.Name))}.</p>")}
        {(one.Take is null ? Example(visit, one) : Html.Of($"<pre>curl -H 'Content-Type: text/plain' --data-binary @note.md http://{visit.Query.Host}{ApiRoutes.Root}{one.Path}</pre>"))}
        </section>

        """);

    private static bool IsCommon(Parameter one) => Common.Any(common => common.Name == one.Name);

    private static Html Told(string of, Parameter[] all) => Html.If(all.Length > 0, $"""
        <div class="wide" role="region" aria-label="Parameters: {of}" tabindex="0"><table><thead><tr><th scope="col">parameter</th><th scope="col">what it is</th></tr></thead><tbody>{all.Select(Row)}</tbody></table></div>
        """);

    private static Html Row(Parameter one) => Html.Of($"<tr><td class=\"whole\"><code>{one.Name}</code></td><td>{one.Description}{Html.If(!one.Words.IsEmpty && one.Name != Parameter.Evidence.Name, $" One of {string.Join(", ", one.Words)}.")}{Html.If(one.Most is not null && one.Name != Parameter.Page.Name, $" At most {one.Most ?? 0}.")}{Html.If(one.Usual is not null, $" Without it: {one.Usual}.")}</td></tr>\n");

    private static Html Example(Visit visit, Operation one) => AddressOf(visit, one) is { } address ? Html.Of($"<p><a href=\"{address}\"><code>{WebUtility.UrlDecode(address)}</code></a></p>") : Html.None;

    /// <summary>Null where the ledger has nothing to show it by.</summary>
    private static string? AddressOf(Visit visit, Operation one)
    {
        var (state, address) = (visit.All.State, ApiRoutes.Root + one.Example);
        foreach (var (name, value) in new (string, Func<string?>)[]
        {
            ("plant", () => state.Plants.FirstOrDefault()?.Name), ("plant-slug", () => Slug(visit, state.Plants.FirstOrDefault()?.Name)), ("company-slug", () => Slug(visit, state.Companies.FirstOrDefault()?.Name)),
            ("finding", () => state.Findings.FirstOrDefault()?.Id), ("claim", () => state.Findings.FirstOrDefault()?.Supports[0]), ("document", () => visit.Store.Sourced(visit.Query.AsOf).FirstOrDefault()?.Id), ("week", () => Week(visit.Days.Last)),
        })
        {
            if (!address.Contains($"{{{name}}}", StringComparison.Ordinal)) continue;
            if (value() is not { } found) return null;
            address = address.Replace($"{{{name}}}", Uri.EscapeDataString(found), StringComparison.Ordinal);
        }

        return address;
    }

    private static string? Slug(Visit visit, string? name) => name is null ? null : LedgerOperations.Slug(visit, name);

    private static string Week(DateOnly day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{System.Globalization.ISOWeek.GetYear(day):0000}-W{System.Globalization.ISOWeek.GetWeekOfYear(day):00}");
}
