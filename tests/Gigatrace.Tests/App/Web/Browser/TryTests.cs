using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>A text of one's own: its claims, what the ledger has against them, and nothing of it ever runs.</summary>
[Collection(nameof(Browsing))]
public sealed class TryTests(Browsing browsing)
{
    private const string Text = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">\n\nThe AESC plant in Douai will have a capacity of 9 GWh a year.\n";

    [InBrowser]
    public Task A_text_is_read_and_not_run() => browsing.Visit(async page =>
    {
        _ = await page.Open("/read");
        await page.GetByLabel("Published on").FillAsync("2026-02-01");
        await page.Send(Text);
        await Expect(page.Locator("h1")).ToContainTextAsync("in the text");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Claims" })).ToContainTextAsync("AESC Douai");
        await Expect(page.Locator("#main")).ToContainTextAsync("Nothing of it was recorded");
        await Expect(page.Locator("article.text")).ToContainTextAsync("<script>document.title = 'taken'</script>");
        await Expect(page.Locator("article.text mark").First).ToBeVisibleAsync();
        await Expect(page.Locator("article.disagreement").First).ToContainTextAsync("10 GWh");
        (await page.TitleAsync()).ShouldBe("Try a text · Gigatrace");
        (await page.Locator("#main script, #main img").CountAsync()).ShouldBe(0);
        (await page.Locator("textarea").InputValueAsync()).Trim().ShouldBe(Text.Trim());
        _ = await page.Open("/documents");
        await Expect(page.Locator("#main")).Not.ToContainTextAsync("taken");
    });
}
