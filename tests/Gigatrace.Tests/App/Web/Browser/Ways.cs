using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>What several ways have in common.</summary>
internal static class Ways
{
    /// <summary>Until all of it is there, its charts too.</summary>
    public static async Task<IResponse?> Open(this IPage page, string path)
    {
        var response = await page.GotoAsync(path);
        await page.Settle();
        if (path.Contains("#c-", StringComparison.Ordinal)) await Assertions.Expect(page.Locator("#claim h1")).ToBeVisibleAsync();
        return response;
    }

    /// <summary>Until nothing is on its way.</summary>
    public static async Task Settle(this IPage page)
    {
        _ = await page.WaitForFunctionAsync("document.readyState === 'complete'");
        await Assertions.Expect(page.Locator("[aria-busy]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("figure[data-chart]:not(:has(.drawn > *))")).ToHaveCountAsync(0);
    }

    /// <summary>From the page of signing in.</summary>
    public static async Task SignIn(this IPage page, string token = Served.Token)
    {
        if (!page.Url.Contains("/sign-in", StringComparison.Ordinal)) _ = await page.Open("/sign-in");
        await page.GetByLabel("Token").FillAsync(token);
        await page.GetByLabel("Your name").FillAsync("Tester");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.Settle();
    }

    /// <summary>A text to try.</summary>
    public static async Task Send(this IPage page, string text)
    {
        await page.Locator("textarea").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await page.Settle();
    }

    /// <summary>An address that has this in it.</summary>
    public static Regex Address(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>What the page's text says within an element, without leading or trailing space.</summary>
    public static async Task<string> Says(this IPage page, string selector) => (await page.Locator(selector).First.InnerTextAsync()).Trim();
}
