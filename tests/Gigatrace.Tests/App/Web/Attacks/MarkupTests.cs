using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;

namespace Gigatrace.Tests.App.Web.Attacks;

/// <summary>Whatever documents, tables, people and addresses say: it is shown as words, on every page that can be reached and in every answer.</summary>
[Collection(nameof(AttackedLedger))]
public sealed class MarkupTests(AttackedLedger attacked)
{
    private const int MostPages = 1500;

    private static readonly string[] Beginnings =
    [
        "/", "/sign-in", "/read", "/queue", "/judgements", "/about", "/changes.atom", "/api", "/api/v1/plants?evidence=true", "/api/v1/companies", "/api/v1/who?evidence=true", "/api/v1/documents", "/api/v1/findings?evidence=true&size=500", "/api/v1/documents/{titles}",
        "/api/v1/disagreements?evidence=true", "/api/v1/timeline?evidence=true", "/api/v1/changes?evidence=true&from=2020", "/api/v1/network", "/api/v1/map", "/api/v1/queue", "/changes?from=2020-01-01", "/digest?from=2020-01-01", "/roundup?month=2025-06",
    ];

    [Fact]
    public async Task Nobodys_words_become_markup_for_who_reads()
    {
        using var browser = new Browser(attacked.Served);
        await Crawl(browser);
    }

    [Fact]
    public async Task Nor_for_who_is_signed_in_under_a_name_of_markup()
    {
        using var browser = new Browser(attacked.Served);
        using var answer = await browser.SignIn(name: AttackedLedger.Attribute + AttackedLedger.Element);
        ((int)answer.StatusCode).ShouldBe(303);
        await Crawl(browser);
        (await browser.Page("/disagreements")).QuerySelectorAll("form[action='/judgements']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_pasted_is_shown_as_words_too()
    {
        using var browser = new Browser(attacked.Served);
        var form = await browser.Form("/read", "/read");
        form["text"] = $"</textarea>{AttackedLedger.Element} AESC Douai has a capacity of 11 GWh {AttackedLedger.Element}. Evil<attack/x=1> Energy will supply Renault.\n\u202e\u001b";
        form["published"] = AttackedLedger.Attribute;
        using var answer = await browser.Send("/read", form);
        var page = Markup.Parse(await answer.Content.ReadAsStringAsync());
        Markup.Foreign(page).ShouldBeEmpty();
        page.QuerySelector("main")!.TextContent.ShouldContain($"11 GWh {AttackedLedger.Element}");
    }

    [Theory]
    [InlineData("/<attack x=1>")]
    [InlineData("/plants/\" onattack=\"alert(1)")]
    [InlineData("/claims/<attack x=1>")]
    [InlineData("/documents/<attack x=1>")]
    [InlineData("/plants?q=\"><attack x=1>&\"><attack x=1>=\"><attack x=1>")]
    [InlineData("/plants?as-of=<attack x=1>")]
    [InlineData("/pipeline?by=<attack x=1>")]
    [InlineData("/pipeline/steps?row=<attack x=1>&due=<attack x=1>")]
    [InlineData("/digest?of=<attack x=1>")]
    [InlineData("/sign-in?to=/\"><attack x=1>")]
    [InlineData("/api?x=<attack x=1>")]
    public async Task What_an_address_says_is_words_too(string path)
    {
        using var answer = await attacked.Served.Client.GetAsync(Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal).Replace("%3F", "?", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal).Replace("%26", "&", StringComparison.Ordinal));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        Markup.Foreign(Markup.Parse(await answer.Content.ReadAsStringAsync())).ShouldBeEmpty();
    }

    /// <summary>Goes wherever a link, a form or a chart leads.</summary>
    private static async Task Crawl(Browser browser)
    {
        var documents = JsonNode.Parse(await browser.Client.GetStringAsync("/api/v1/documents"))!.AsArray();
        var titles = documents.Single(one => one!["path"]!.ToString().EndsWith("titles.md", StringComparison.Ordinal))!["id"]!.ToString();
        var (open, seen, shown) = (new Queue<string>(Beginnings.Select(path => path.Replace("{titles}", titles, StringComparison.Ordinal))), new HashSet<string>(Beginnings, StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        while (open.TryDequeue(out var path))
        {
            seen.Count.ShouldBeLessThan(MostPages);
            using var answer = await browser.Client.GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync();
            ((int)answer.StatusCode).ShouldBeOneOf([200, 404], $"{path}: {text}");
            AttackedLedger.TellsNothing(text, path);
            foreach (var found in Links(path, answer.Content.Headers.ContentType!.MediaType!, text, shown).Where(found => !IsEndless(found) && seen.Add(found))) open.Enqueue(found);
        }

        seen.Count.ShouldBeGreaterThan(100);
        // The attacks were there to be seen.
        foreach (var one in new[] { AttackedLedger.Unsaid, AttackedLedger.Element, "onattack=", "Evil<attack/x=1/onerror=alert(1)> Energy", "</title><script>" }) shown.ShouldContain(text => text.Contains(one, StringComparison.Ordinal), one);
    }

    /// <summary>There is always a month before.</summary>
    private static bool IsEndless(string path) => path.StartsWith("/roundup?month=", StringComparison.Ordinal);

    private static IEnumerable<string> Links(string path, string type, string text, HashSet<string> shown)
    {
        if (type is "application/json" or "application/geo+json" or "application/problem+json") return Read(path, text);
        if (type is "application/atom+xml") return Fed(text);
        type.ShouldBe("text/html", path);
        var page = Markup.Parse(text);
        Markup.Foreign(page).ShouldBeEmpty(path);
        _ = shown.Add(page.QuerySelector("main")!.TextContent);
        return page.QuerySelectorAll("a[href^='/'], [data-src]").Select(link => (link.GetAttribute("href") ?? link.GetAttribute("data-src")!).Split('#')[0]);
    }

    private static IEnumerable<string> Read(string path, string text)
    {
        text.ShouldNotContain(AttackedLedger.Unsaid, customMessage: path);
        Should.NotThrow(() => JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 32 }), path);
        return [];
    }

    /// <summary>A reader of feeds may follow what it is given.</summary>
    private static IEnumerable<string> Fed(string text)
    {
        var feed = XDocument.Parse(text);
        feed.Descendants().Attributes("href").ShouldAllBe(link => link.Value.StartsWith("https://", StringComparison.Ordinal) || link.Value.StartsWith("http://", StringComparison.Ordinal));
        feed.Descendants().Attributes("type").ShouldAllBe(type => type.Value != "html" && type.Value != "xhtml");
        return [];
    }
}
