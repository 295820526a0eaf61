using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Gigatrace.App.Web.Api;

namespace Gigatrace.Tests.App.Web.Api;

/// <summary>Pages of lists, and answers that stay while the ledger does.</summary>
[Collection(nameof(ServedSamples))]
public sealed class ListTests(ServedSamples served)
{
    public static TheoryData<string> Lists => [.. ApiRoutes.All.Where(one => one.IsList).Select(one => one.Path.Replace("{slug}", "aesc-douai", StringComparison.Ordinal)).Select(path => path is "/search" ? "/search?q=aesc" : path is "/changes" ? "/changes?from=2020" : path)];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Page_by_page_everything_comes_once(string path)
    {
        var (first, total, _) = await Page(Asking.With(ApiRoutes.Root + path, [("size", "500")]));
        total.ShouldBe(first.Count);
        total.ShouldBeGreaterThan(0);
        var (pages, address, size) = (new List<string>(), (string?)Asking.With(ApiRoutes.Root + path, [("size", "3")]), 3);
        while (address is not null)
        {
            var (items, all, links) = await Page(address);
            all.ShouldBe(total);
            items.Count.ShouldBe(Math.Min(size, total - pages.Count));
            links.ContainsKey("prev").ShouldBe(pages.Count > 0);
            if (pages.Count > 0) (await Page(links["prev"])).Items[^1].ShouldBe(pages[^1]);
            pages.AddRange(items);
            address = links.GetValueOrDefault("next");
        }

        pages.ShouldBe(first);
        (await Page(Asking.With(ApiRoutes.Root + path, [("page", "1000000"), ("size", "500")]))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_claims_of_a_document_come_page_by_page_too()
    {
        var id = (await served.Json($"{ApiRoutes.Root}/documents?size=500")).AsArray().MaxBy(one => one!["claims"]!.GetValue<int>())!["id"]!.ToString();
        var all = (await served.Json($"{ApiRoutes.Root}/documents/{id}?size=500"))["claims"]!.AsArray().Select(one => one!["id"]!.ToString()).ToList();
        var (parts, address) = (new List<string>(), (string?)$"{ApiRoutes.Root}/documents/{id}?size=4");
        while (address is not null)
        {
            using var response = await served.Client.GetAsync(address);
            parts.AddRange(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["claims"]!.AsArray().Select(one => one!["id"]!.ToString()));
            address = LinksOf(response).GetValueOrDefault("next");
        }

        parts.ShouldBe(all);
    }

    [Theory]
    [InlineData("/plants?q=aesc", "AESC Douai,AESC Sunderland")]
    [InlineData("/plants?q=douai", "AESC Douai")]
    [InlineData("/plants?country=France&status=operating&q=verkor", "Verkor Dunkirk")]
    [InlineData("/companies?q=verk", "Verkor")]
    public async Task Filters_leave_what_fits(string path, string names)
    {
        var found = (await served.Json(ApiRoutes.Root + path)).AsArray().Select(one => one!["name"]!.ToString()).ToArray();
        foreach (var name in names.Split(',')) found.ShouldContain(name);
        found.Length.ShouldBeLessThan(8);
    }

    [Theory]
    [InlineData("/api/v1/plants?size=2")]
    [InlineData("/api/v1/plants/aesc-douai?evidence=true")]
    [InlineData("/api/v1/map")]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/changes.atom")]
    public async Task What_one_has_is_not_sent_again(string address)
    {
        using var first = await served.Client.GetAsync(address);
        var tag = first.Headers.ETag.ShouldNotBeNull();
        using var again = await Asked(served.Client, HttpMethod.Get, address, tag);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        again.Headers.ETag.ShouldBe(tag);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        using var other = await Asked(served.Client, HttpMethod.Get, address, new EntityTagHeaderValue("\"other\""));
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var head = await Asked(served.Client, HttpMethod.Head, address, null);
        (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, tag, first.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task A_document_that_is_read_changes_what_is_answered()
    {
        await using var own = await served.ServeCopy();
        var address = $"{ApiRoutes.Root}/plants/aesc-douai";
        using var first = await own.Client.GetAsync(address);
        var note = served.Shell.Write("press/new.txt", "Morning Post, 20 February 2026\n\nAESC Douai now has an annual capacity of 11 GWh, the company said.\n");
        served.Shell.Run("read", note, "--ledger", own.Ledger).Code.ShouldBe(0);
        using var second = await Asked(own.Client, HttpMethod.Get, address, first.Headers.ETag!);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.Headers.ETag.ShouldNotBe(first.Headers.ETag);
        (await first.Content.ReadAsStringAsync()).ShouldNotContain("11");
        (await second.Content.ReadAsStringAsync()).ShouldContain("\"value\": 11");
    }

    private static async Task<HttpResponseMessage> Asked(HttpClient client, HttpMethod method, string address, EntityTagHeaderValue? tag)
    {
        using var request = new HttpRequestMessage(method, address);
        if (tag is not null) request.Headers.IfNoneMatch.Add(tag);
        return await client.SendAsync(request);
    }

    private async Task<(List<string> Items, int Total, Dictionary<string, string> Links)> Page(string address)
    {
        using var response = await served.Client.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{address}: {text}");
        var total = int.Parse(response.Headers.GetValues(Replies.Total).Single(), System.Globalization.CultureInfo.InvariantCulture);
        return ([.. JsonNode.Parse(text)!.AsArray().Select(one => one!.ToJsonString())], total, LinksOf(response));
    }

    private static Dictionary<string, string> LinksOf(HttpResponseMessage response) => !response.Headers.TryGetValues("Link", out var links) ? []
        : string.Join(", ", links).Split(", ").Select(link => link.Split(">; rel=")).ToDictionary(parts => parts[1].Trim('"'), parts => parts[0].TrimStart('<'), StringComparer.Ordinal);
}
