using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>What axe holds against a page. Nothing that it calls serious or critical may be on any, in both themes, signed in or not.</summary>
[Collection(nameof(Browsing))]
public sealed class AxeTests(Browsing browsing)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What a theme may change; everything else on a page is the same in both.</summary>
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    private const string Run = """
        async rules => (await axe.run(document, { resultTypes: ["violations"], ...(rules.length ? { runOnly: rules } : {}) })).violations
          .filter(one => ["serious", "critical"].includes(one.impact))
          .map(one => `${one.id}, ${one.help}: ${one.nodes.slice(0, 3).map(node => node.html).join(" | ")}`)
        """;

    [InBrowser]
    public async Task Nothing_on_a_page_keeps_anyone_out()
    {
        var pages = browsing.Pages.Append(("sent", "/read")).ToArray();
        // Two at a time: as many as a small machine has cores.
        var halves = await Task.WhenAll(pages.Chunk((pages.Length + 1) / 2).Select(half => Looked(half, signedIn: false)));
        halves.SelectMany(found => found).ShouldBeEmpty();
    }

    [InBrowser]
    public async Task Nor_on_those_with_more_for_who_is_signed_in() =>
        (await Looked([.. browsing.Pages.Where(page => page.Name is "overview" or "disagreements" or "queue" or "judgements" or "sign-in")], signedIn: true)).ShouldBeEmpty();

    [InBrowser]
    public Task A_button_that_says_nothing_is_found() => browsing.Visit(async page =>
    {
        _ = await page.Open("/about");
        _ = await page.EvaluateAsync(Axe);
        _ = await page.EvaluateAsync("document.querySelector('main').append(document.createElement('button'))");
        (await page.EvaluateAsync<string[]>(Run, Array.Empty<string>())).ShouldHaveSingleItem().ShouldStartWith("button-name");
    });

    private async Task<List<string>> Looked((string Name, string Path)[] pages, bool signedIn)
    {
        var found = new List<string>();
        await browsing.Visit(async page =>
        {
            if (signedIn) await page.SignIn();
            foreach (var (name, path) in pages)
            {
                _ = await page.Open(path);
                if (name == "sent") await page.Send("The Sunderland plant will have a capacity of 12 GWh.");
                _ = await page.EvaluateAsync(Axe);
                found.AddRange((await page.EvaluateAsync<string[]>(Run, Array.Empty<string>())).Select(told => $"{name}, light: {told}"));
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
                found.AddRange((await page.EvaluateAsync<string[]>(Run, Colours)).Select(told => $"{name}, dark: {told}"));
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            }
        }, new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce, ColorScheme = ColorScheme.Light }, meant: Addresses.Refused);
        return found;
    }
}
