using Gigatrace.Tests.App.Web.Attacks;

namespace Gigatrace.Tests.App.Web;

/// <summary>Every sum of the pipeline leads to what was added up, and that adds up to it.</summary>
[Collection(nameof(ServedSamples))]
public sealed class SumTests(ServedSamples served)
{
    [Theory]
    [InlineData("/pipeline")]
    [InlineData("/pipeline?by=country")]
    [InlineData("/pipeline?by=company&as-of=2023")]
    public async Task A_sum_leads_to_parts_that_add_up_to_it(string path)
    {
        var page = Markup.Parse(await served.Client.GetStringAsync(path));
        var sums = page.QuerySelectorAll("a.figure[href*='/pipeline/steps']").ToArray();
        sums.Length.ShouldBeGreaterThan(10);
        page.QuerySelectorAll("a.figure[href*='until=']").ShouldNotBeEmpty();
        foreach (var sum in sums)
        {
            var steps = Markup.Parse(await served.Client.GetStringAsync(sum.GetAttribute("href")!));
            var parts = steps.QuerySelectorAll("main table tbody tr").Select(row => decimal.Parse(row.Children[1].TextContent, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            parts.Sum().ToString("#,0.####", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(sum.TextContent, sum.GetAttribute("href"));
        }
    }
}
