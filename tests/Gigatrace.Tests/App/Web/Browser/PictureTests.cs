using Microsoft.Playwright;

namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>
/// Each page as wide as a desk and as a phone. On neither may the page itself go sideways. <c>UPDATE_PICTURES=1 dotnet test --filter PictureTests</c> writes docs/screenshots anew, which
/// are for looking at and not compared.
/// </summary>
[Collection(nameof(Browsing))]
public sealed class PictureTests(Browsing browsing)
{
    private const string Folder = "docs/screenshots";

    [InBrowserWith]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public Task No_page_goes_sideways(int width, int height) => browsing.Visit(async page =>
    {
        foreach (var (name, path) in browsing.Pages)
        {
            await page.Open(path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
            if (Environment.GetEnvironmentVariable("UPDATE_PICTURES") == "1") _ = await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Expectations.Root, Folder, $"{name}-{width}.png"), Caret = ScreenshotCaret.Hide });
        }
    }, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce }, meant: Addresses.Refused);

    [Fact]
    public void Every_page_has_its_pictures()
    {
        var told = File.ReadAllText(Path.Combine(Expectations.Root, "docs/serve.md"));
        foreach (var name in Addresses.Names)
        {
            told.ShouldContain($"screenshots/{name}-1440.png");
            foreach (var width in new[] { 1440, 390 }) File.Exists(Path.Combine(Expectations.Root, Folder, $"{name}-{width}.png")).ShouldBeTrue($"{name} at {width}");
        }
    }
}
