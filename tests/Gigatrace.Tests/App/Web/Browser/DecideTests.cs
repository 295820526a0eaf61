using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>Who has the token decides, on a ledger of the test's own.</summary>
[Collection(nameof(Browsing))]
public sealed class DecideTests(Browsing browsing)
{
    private const string Contradiction = "/disagreements?kind=contradiction&of=PowerCo+Valencia";

    [InBrowser]
    public async Task A_disagreement_is_resolved()
    {
        await using var copy = await browsing.Samples.ServeCopy();
        await browsing.Visit(async page =>
        {
            _ = await page.Open(Contradiction);
            await Expect(page.Locator("article.disagreement")).ToHaveCountAsync(1);
            await Expect(page.Locator("form.decision")).ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Link, new() { Name = "sign in to decide" }).ClickAsync();
            await page.SignIn("not-this-one-at-all");
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is not the token of this server");
            await page.SignIn();
            await Expect(page.Locator("body > footer")).ToContainTextAsync("signed in as Tester");

            _ = await page.Open(Contradiction);
            var side = page.Locator(".side").First;
            await side.GetByRole(AriaRole.Button, new() { Name = "Accept: it holds" }).ClickAsync();
            (await side.GetByLabel("Why").EvaluateAsync<bool>("why => why.validity.valueMissing")).ShouldBeTrue("it is sent without a reason");
            await side.GetByLabel("Why").FillAsync("the company itself says so");
            await side.GetByRole(AriaRole.Button, new() { Name = "Accept: it holds" }).ClickAsync();
            await Expect(page.Locator("h1")).ToHaveTextAsync("Recorded");

            _ = await page.Open(Contradiction);
            await Expect(page.Locator("article.disagreement")).ToHaveCountAsync(0);
            await Expect(page.Locator("#main")).ToContainTextAsync("No disagreements");
            await page.GetByRole(AriaRole.Link, new() { Name = "who said what" }).ClickAsync();
            await Expect(page.Locator("article.disagreement")).ToHaveCountAsync(1);
            await page.GetByRole(AriaRole.Link, new() { Name = "what was decided" }).ClickAsync();
            await Expect(page.Locator("#main")).ToContainTextAsync("the company itself says so");
            await Expect(page.Locator("#main")).ToContainTextAsync("Tester");

            await page.GetByRole(AriaRole.Link, new() { Name = "sign out" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await Expect(page.Locator("body > footer")).ToContainTextAsync("sign in to decide");
            _ = await page.Open("/disagreements");
            await Expect(page.Locator("article.disagreement").First).ToBeVisibleAsync();
            await Expect(page.Locator("form.decision")).ToHaveCountAsync(0);
        }, at: copy.Client.BaseAddress, meant: "status of 401");
    }

    [InBrowser]
    public async Task A_name_of_the_queue_is_decided()
    {
        await using var copy = await browsing.ServeWith(OpenName);
        await browsing.Visit(async page =>
        {
            await page.SignIn();
            _ = await page.Open("/queue");
            var open = await page.Locator("article.disagreement").CountAsync();
            open.ShouldBe(2);
            var meant = page.Locator("article.disagreement").Filter(new() { HasText = "PowerCo Germany = PowerCo Salzgitter?" });
            await meant.GetByLabel("Why").FillAsync("it is the one that has so many people");
            await meant.GetByRole(AriaRole.Button, new() { Name = "Same", Exact = true }).ClickAsync();
            await Expect(page.Locator("h1")).ToHaveTextAsync("Recorded");
            await page.GetByRole(AriaRole.Link, new() { Name = "names that may be one" }).ClickAsync();
            await Expect(page.Locator("article.disagreement")).ToHaveCountAsync(0);
            await Expect(page.Locator("#main")).ToContainTextAsync("No name is open");
            _ = await page.Open("/plants?q=powerco");
            await Expect(page.Locator("tbody")).ToContainTextAsync("PowerCo Emden");
            await Expect(page.Locator("tbody")).Not.ToContainTextAsync("PowerCo Germany");
        }, at: copy.Client.BaseAddress);
    }

    /// <summary>Which of the two works is meant, no text says.</summary>
    private const string OpenName = """
        ---
        published: 2026-01-10
        publisher: Valley Courier (sample)
        ---
        # News from the valley

        PowerCo is building a gigafactory in Emden, Germany. The PowerCo plant in Emden will have a capacity of 20 GWh a year.
        """;
}
