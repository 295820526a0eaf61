using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>By keys alone, without script, on paper, without movement, in the theme that was chosen.</summary>
[Collection(nameof(Browsing))]
public sealed class AccessTests(Browsing browsing)
{
    /// <summary>Pages that show what the ledger holds, and so nothing where it holds nothing.</summary>
    private static readonly string[] Filled = ["/", "/plants", "/companies", "/pipeline", "/network", "/disagreements", "/changes", "/documents", "/map", "/roundup"];

    [InBrowser]
    public Task Keys_reach_everything() => browsing.Visit(async page =>
    {
        _ = await page.Open("/plants");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("a.skip")).ToBeFocusedAsync();
        await Expect(page.Locator("a.skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByLabel("Find")).ToBeFocusedAsync();

        _ = await page.ReloadAsync();
        var all = await page.Locator("a[href], button, input:not([type=hidden]), select, [tabindex='0']").EvaluateAllAsync<int>("all => all.filter(one => one.checkVisibility()).length");
        var reached = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < all * 3; at++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(Number) is not { } number) break;
            _ = reached.Add(number);
        }

        reached.Count.ShouldBe(all);
    });

    /// <summary>Of what has the focus, among all of the page; null where nothing has. What has it must be seen to have it.</summary>
    private const string Number = """
        () => {
          const at = document.activeElement;
          if (at === document.body) return null;
          if (getComputedStyle(at).outlineStyle === "none") throw new Error("the focus is not seen on " + at.outerHTML);
          return String([...document.querySelectorAll("*")].indexOf(at));
        }
        """;

    [InBrowser]
    public Task Single_keys_do_what_they_say() => browsing.Visit(async page =>
    {
        _ = await page.Open("/plants");
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByLabel("Find")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByLabel("Find")).ToHaveValueAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await page.GetByLabel("Single keys are on").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    });

    [InBrowser]
    public Task A_theme_is_remembered() => browsing.Visit(async page =>
    {
        _ = await page.Open("/");
        var light = await Ground(page);
        await page.GetByLabel("Theme").SelectOptionAsync("dark");
        (await Ground(page)).ShouldNotBe(light);
        _ = await page.Open("/plants");
        (await Ground(page)).ShouldNotBe(light);
        await Expect(page.GetByLabel("Theme")).ToHaveValueAsync("dark");
        await page.GetByLabel("Theme").SelectOptionAsync("auto");
        (await Ground(page)).ShouldBe(light);
    }, new BrowserNewContextOptions { ColorScheme = ColorScheme.Light });

    private static Task<string> Ground(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    [InBrowser]
    public Task Without_script_every_page_answers() => browsing.Visit(async page =>
    {
        foreach (var (name, path) in browsing.Pages)
        {
            var response = (await page.GotoAsync(path))!;
            response.Status.ShouldBe(name switch { "not-found" => 404, "error" => 400, _ => 200 }, path);
            (await page.Locator("h1").First.InnerTextAsync()).ShouldNotBeEmpty(path);
            (await page.Locator("figure svg, [aria-busy]").CountAsync()).ShouldBe(0, path);
        }

        _ = await page.GotoAsync("/plants?country=France");
        await page.Locator("#as-of input[type=date]").FillAsync("2022-03-01");
        await page.Locator("#as-of button").ClickAsync();
        page.Url.ShouldContain("country=France");
        page.Url.ShouldContain("as-of=2022-03-01");
        await Expect(page.Locator("h1")).ToContainTextAsync("2022-03-01");
        await page.GetByLabel("Find").FillAsync("douai");
        await page.Locator("form[role=search] button").ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        page.Url.ShouldContain("as-of=2022-03-01");
    }, new BrowserNewContextOptions { JavaScriptEnabled = false }, meant: Addresses.Refused);

    [InBrowser]
    public Task Paper_holds_what_is_told_and_no_more() => browsing.Visit(async page =>
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        _ = await page.Open("/plants/aesc-douai");
        foreach (var aside in new[] { "body > header", "#as-of", "a.skip" }) await Expect(page.Locator(aside)).ToBeHiddenAsync();
        await Expect(page.Locator("table").First).ToBeVisibleAsync();
        await Expect(page.Locator("li q").First).ToBeVisibleAsync();
        await Expect(page.Locator("body > footer")).ToContainTextAsync("As of 2026-03-01");
        (await Ground(page)).ShouldBe("rgb(255, 255, 255)");
        (await page.Locator(".wide").First.EvaluateAsync<string>("box => getComputedStyle(box).maxHeight")).ShouldBe("none");
        (await page.PdfAsync()).Length.ShouldBeGreaterThan(10_000);
    });

    [InBrowser]
    public Task Nothing_moves_for_who_wants_no_movement() => browsing.Visit(async page =>
    {
        _ = await page.Open("/");
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('*')].filter(one => (getComputedStyle(one).transitionDuration + getComputedStyle(one).animationDuration).match(/[1-9]/)).map(one => one.tagName)")).ShouldBeEmpty();
    }, new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce });

    [InBrowser]
    public Task A_day_before_all_says_what_to_do() => browsing.Visit(async page =>
    {
        foreach (var path in Filled)
        {
            _ = await page.Open($"{path}?as-of=1990");
            (await page.Locator("figure").CountAsync()).ShouldBe(0, path);
            (await page.Says("#main")).ShouldContain("ask as of now", Case.Sensitive, path);
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "ask as of now" }).ClickAsync();
        await Expect(page.Locator("h1")).Not.ToContainTextAsync("1990");
    });

    [InBrowser]
    public async Task A_ledger_without_documents_says_what_to_do()
    {
        await using var empty = await browsing.ServeNothing();
        await browsing.Visit(async page =>
        {
            foreach (var path in Filled)
            {
                (await page.Open(path))!.Status.ShouldBe(200, path);
                (await page.Says("#main")).ShouldContain("gigatrace read", Case.Sensitive, path);
            }
        }, at: empty.Client.BaseAddress);
    }

    [InBrowser]
    public Task What_is_on_its_way_is_told() => browsing.Visit(async page =>
    {
        var release = new TaskCompletionSource();
        await page.RouteAsync("**/api/v1/pipeline*", async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        _ = await page.GotoAsync("/pipeline");
        await Expect(page.Locator("figure[data-chart]")).ToHaveAttributeAsync("aria-busy", "true");
        release.SetResult();
        await Expect(page.Locator("figure[data-chart] svg").First).ToBeVisibleAsync();
        await Expect(page.Locator("[aria-busy]")).ToHaveCountAsync(0);
    });
}
