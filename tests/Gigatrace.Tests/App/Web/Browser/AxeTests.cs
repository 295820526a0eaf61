using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>What axe holds against a page. Nothing that it calls serious or critical may be on any, in both themes, signed in or not.</summary>
[Collection(nameof(Browsing))]
public sealed class AxeTests(Browsing browsing)
{
    private static readonly string[] Grave = ["serious", "critical"];

    /// <summary>What a theme may change; everything else on a page is the same in both.</summary>
    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

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
                found.AddRange(Told($"{name}, light", await page.RunAxe()));
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
                found.AddRange(Told($"{name}, dark", await page.RunAxe(Colours)));
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            }
        }, new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce, ColorScheme = ColorScheme.Light }, meant: "status of 40[04]");
        return found;
    }

    private static IEnumerable<string> Told(string where, AxeResult result) => result.Violations.Where(one => Grave.Contains(one.Impact, StringComparer.Ordinal))
        .Select(one => $"{where}: {one.Id}, {one.Help}: {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html))}");
}
