using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>The slider of days: what is shown is of the day that the address says.</summary>
[Collection(nameof(Browsing))]
public sealed class SliderTests(Browsing browsing)
{
    private static ILocator Slider(IPage page) => page.Locator("#as-of input[type=range]");

    [InBrowser]
    public Task By_keys_a_day_is_gone_to_and_kept() => browsing.Visit(async page =>
    {
        _ = await page.Open("/pipeline");
        var (now, drawn) = (await page.Says("#main"), await page.Locator("figure svg[role=group]").InnerHTMLAsync());
        await page.Keyboard.PressAsync("d");
        await Expect(Slider(page)).ToBeFocusedAsync();
        for (var month = 0; month < 48; month++) await page.Keyboard.PressAsync("PageDown");
        await Expect(page).ToHaveURLAsync(At("2022-03-01"));
        await Expect(page.Locator("h1")).ToContainTextAsync("2022-03-01");
        await Expect(page.Locator("body > footer")).ToContainTextAsync("As of 2022-03-01");
        await Expect(Slider(page)).ToHaveAttributeAsync("aria-valuetext", "1 March 2022");
        await Expect(page.Locator("#said")).ToHaveTextAsync("As known on 1 March 2022");
        await Expect(Slider(page)).ToBeFocusedAsync();
        await page.Settle();
        (await page.Says("#main")).ShouldNotBe(now);
        (await page.Locator("figure svg[role=group]").InnerHTMLAsync()).ShouldNotBe(drawn, "the chart is of the other day still");
        (await page.Locator("header nav a, #main a[href^='/']").EvaluateAllAsync<string[]>("links => links.map(link => link.href)")).ShouldAllBe(link => link.Contains("as-of=2022-03-01", StringComparison.Ordinal));
        _ = await page.ReloadAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("2022-03-01");
        await Expect(Slider(page)).ToHaveAttributeAsync("aria-valuetext", "1 March 2022");
        await page.GetByRole(AriaRole.Link, new() { Name = "Plants", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("as of 2022-03-01");
        // A movement is one step back; on a machine that stands still for seconds it may have been taken for two.
        for (var steps = 0; steps < 4 && page.Url.Contains("as-of=", StringComparison.Ordinal); steps++) _ = await page.GoBackAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("2026-03-01");
        await page.Settle();
        (await page.Says("#main")).ShouldBe(now);
    });

    [InBrowser]
    public Task Who_goes_back_before_all_listens_is_shown_what_the_address_says() => browsing.Visit(async page =>
    {
        // What is put off for no time comes five seconds late, as on a machine that stands still.
        await page.AddInitScriptAsync("const put = setTimeout; window.setTimeout = (work, time, ...given) => put(work, time || 5000, ...given);");
        _ = await page.Open("/pipeline");
        await page.Keyboard.PressAsync("d");
        await page.Keyboard.PressAsync("PageDown");
        await Expect(page).ToHaveURLAsync(At("2026-02-01"));
        await Expect(page.Locator("h1")).ToContainTextAsync("2026-02-01");
        _ = await page.ReloadAsync();
        _ = await page.GoBackAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("2026-03-01", new() { Timeout = 4000 });
    });

    [InBrowser]
    public Task By_hand_it_is_drawn_to_a_day() => browsing.Visit(async page =>
    {
        _ = await page.Open("/plants");
        var rows = await page.Locator("tbody tr").CountAsync();
        var box = (await Slider(page).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width - 6, box.Y + (box.Height / 2));
        await page.Mouse.DownAsync();
        for (var part = 9; part >= 3; part--) await page.Mouse.MoveAsync(box.X + (box.Width * part / 10), box.Y + (box.Height / 2));
        await page.Mouse.UpAsync();
        var day = await page.Locator("#as-of input[type=date]").InputValueAsync();
        await Expect(page).ToHaveURLAsync(At(day));
        await Expect(page.Locator("h1")).ToContainTextAsync(day);
        string.CompareOrdinal(day, "2024-01-01").ShouldBeLessThan(0);
        (await page.Locator("tbody tr").CountAsync()).ShouldBeLessThan(rows);
        _ = await page.GoBackAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(rows);
    });

    [InBrowser]
    public Task An_older_answer_never_comes_after_a_newer() => browsing.Visit(async page =>
    {
        _ = await page.Open("/plants");
        var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync(At("2026-02-28"), async route =>
        {
            _ = held.TrySetResult();
            await release.Task;
            await route.ContinueAsync();
        });
        await Slider(page).FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await held.Task;
        await Expect(page.Locator("#main")).ToHaveAttributeAsync("aria-busy", "true");
        for (var day = 0; day < 5; day++) await page.Keyboard.PressAsync("ArrowLeft");
        release.SetResult();
        await Expect(page.Locator("h1")).ToContainTextAsync("2026-02-23");
        await page.Settle();
        (await page.Says("h1")).ShouldContain("2026-02-23");
        page.Url.ShouldContain("as-of=2026-02-23");
    });

    [InBrowser]
    public Task What_cannot_be_loaded_is_told() => browsing.Visit(async page =>
    {
        _ = await page.Open("/plants");
        await page.RouteAsync(At("2026-02-28"), route => route.AbortAsync());
        await Slider(page).FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator("#said")).ToBeVisibleAsync();
        await Expect(page.Locator("#said")).ToContainTextAsync("could not be loaded");
        await Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();
        await Expect(page.Locator("[aria-busy]")).ToHaveCountAsync(0);
    }, meant: "ERR_FAILED|Failed to fetch");

    private static Regex At(string day) => Ways.Address($"as-of={day}");
}
