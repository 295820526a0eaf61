using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>From a name to a plant, from a figure to its words.</summary>
[Collection(nameof(Browsing))]
public sealed class FindTests(Browsing browsing)
{
    [InBrowser]
    public Task A_plant_is_found_as_one_types() => browsing.Visit(async page =>
    {
        _ = await page.Open("/plants");
        var all = await page.Locator("tbody tr").CountAsync();
        await page.EvaluateAsync("window.stayed = true");
        await page.GetByLabel("Find").PressSequentiallyAsync("dou");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(Ways.Address(@"/plants\?q=dou&"));
        all.ShouldBeGreaterThan(10);
        (await page.EvaluateAsync<bool>("window.stayed === true")).ShouldBeTrue("the page was loaded anew");
        await Expect(page.GetByLabel("Find")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "AESC Douai" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("AESC Douai");
        _ = await page.GoBackAsync();
        await Expect(page.GetByLabel("Find")).ToHaveValueAsync("dou");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
    });

    [InBrowser]
    public Task What_nothing_fits_says_what_to_do() => browsing.Visit(async page =>
    {
        _ = await page.Open("/plants");
        await page.GetByLabel("Find").FillAsync("atlantis");
        await Expect(page.Locator("#main")).ToContainTextAsync("no plant fits; take a filter away");
    });

    [InBrowser]
    public Task A_figure_leads_to_its_words() => browsing.Visit(async page =>
    {
        _ = await page.Open("/plants/aesc-douai");
        await page.GetByRole(AriaRole.Link, new() { Name = "10 GWh/yr" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(Ways.Address(@"#e\d+$"));
        var quote = page.Locator("li:target q");
        await Expect(quote).ToHaveTextAsync("installed capacity of 10 GWh a year");
        await Expect(quote).ToBeInViewportAsync();
        await quote.Locator("a").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("AESC Douai: capacity 10 GWh/yr");
        await Expect(page.Locator("blockquote mark")).ToHaveTextAsync("installed capacity of 10 GWh a year");
        await page.Locator("a[href*='/documents/']").First.ClickAsync();
        var mark = page.Locator("mark[aria-current=true]");
        await Expect(mark).ToHaveTextAsync("installed capacity of 10 GWh a year");
        await Expect(mark).ToBeInViewportAsync();
        await Expect(page.Locator("#claim h1")).ToHaveTextAsync("AESC Douai: capacity 10 GWh/yr");
    });

    [InBrowser]
    public Task The_reader_goes_from_claim_to_claim() => browsing.Visit(async page =>
    {
        _ = await page.Open(browsing.Pages.First(one => one.Name == "document").Path.Split('#')[0]);
        (await page.Locator("article.text").EvaluateAsync<string>("text => getComputedStyle(text).whiteSpaceCollapse")).ShouldBe("preserve");
        var (marks, current) = (page.Locator("mark[data-claim]"), page.Locator("mark[aria-current=true]").First);
        var first = await marks.First.GetAttributeAsync("data-claim");
        await page.Keyboard.PressAsync("n");
        await Expect(current).ToHaveAttributeAsync("data-claim", first!);
        await Expect(page.Locator("mark[aria-current=true] a").First).ToBeFocusedAsync();
        await Expect(page.Locator("#claim h1")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(current).Not.ToHaveAttributeAsync("data-claim", first!);
        var second = await current.GetAttributeAsync("data-claim");
        await Expect(page.Locator($"#claim a[href*='#c-{second}']").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("p");
        await Expect(current).ToHaveAttributeAsync("data-claim", first!);
        await marks.Last.ClickAsync();
        await Expect(marks.Last).ToHaveAttributeAsync("aria-current", "true");
    });
}
