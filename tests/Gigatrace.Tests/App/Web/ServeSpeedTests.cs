using System.Diagnostics;
using System.Globalization;
using Gigatrace.App;
using Gigatrace.App.Web;
using Gigatrace.Ledger.Storage;
using Gigatrace.Tests.Ledger.Storage;
using Xunit.Abstractions;

namespace Gigatrace.Tests.App.Web;

/// <summary>How long pages take when many read at once, over a ledger of a hundred thousand claims on two thousand plants.</summary>
public sealed class ServeSpeedTests(ITestOutputHelper output)
{
    private const int Claims = 100_000, Readers = 50, PagesEach = 60;

    [Fact]
    [Trait("Category", "Long")]
    public async Task Fifty_readers_at_once_and_the_slider_are_answered_in_time()
    {
        using var shell = new TestShell();
        var made = new LargeLedger(Claims);
        using (var ledger = LedgerStore.Open(shell.Ledger, create: true)) made.Fill(ledger);
        await using var served = await Served.Start(shell.World, shell.Ledger);
        served.Client.Timeout = TimeSpan.FromMinutes(10);
        var started = Stopwatch.StartNew();
        (await served.Client.GetStringAsync("/")).ShouldContain("2,000 plants");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the first page, what is held worked out and loaded: {started.Elapsed.TotalSeconds:0.0} s"));
        var plants = await Addresses(served, made.Plants);
        foreach (var warm in Ways(new Random(0), plants).Take(40)) _ = await Ask(served, warm);

        var times = (await Task.WhenAll(Enumerable.Range(1, Readers).Select(reader => Task.Run(async () =>
        {
            var own = new List<(string Path, double Took, int Size)>();
            foreach (var path in Ways(new Random(reader), plants).Take(PagesEach)) own.Add(await Ask(served, path));
            return own;
        })))).SelectMany(own => own).ToArray();
        Tell("all pages", times);
        foreach (var kind in times.GroupBy(one => one.Path.Split('?')[0].Split('/')[1] + (one.Path.Count(c => c == '/') > 1 ? "/…" : ""))) Tell(kind.Key.Length == 0 ? "overview" : kind.Key, [.. kind]);
        times.Where(one => one.Path.StartsWith("/plants/", StringComparison.Ordinal)).Max(one => one.Size).ShouldBeLessThan(150_000);

        // One person moves the slider over days that nobody asked for before.
        var slider = new List<(string Path, double Took, int Size)>();
        foreach (var (path, at) in new[] { "/", "/pipeline", "/plants", "/map", plants[7], "/disagreements" }.SelectMany(path => Enumerable.Range(0, 6).Select(at => (path, at))))
        {
            slider.Add(await Ask(served, $"{path}?as-of={new DateOnly(2019, 3, 3).AddDays((at * 211) + path.Length):yyyy-MM-dd}"));
        }

        Tell("the slider", [.. slider]);
        P95(times).ShouldBeLessThan(100);
        P95([.. slider]).ShouldBeLessThan(200);
    }

    /// <summary>What a reader does: mostly plants, each its own, and now and then a list.</summary>
    private static IEnumerable<string> Ways(Random random, string[] plants)
    {
        string[] lists = ["/", "/plants", "/plants?status=operating", "/plants?page=7", "/companies", "/pipeline", "/pipeline?by=country", "/disagreements", "/disagreements?page=3", "/changes", "/documents", "/about"];
        while (true) yield return random.Next(3) == 0 ? lists[random.Next(lists.Length)] : plants[random.Next(plants.Length)];
    }

    private static async Task<string[]> Addresses(Served served, int count)
    {
        var found = new List<string>();
        for (var page = 1; found.Count < count; page++)
        {
            var before = found.Count;
            found.AddRange(System.Text.RegularExpressions.Regex.Matches(await served.Client.GetStringAsync($"/plants?page={page}"), "href=\"(?<to>/plants/[a-z0-9-]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["to"].Value).Distinct(StringComparer.Ordinal));
            found.Count.ShouldBeGreaterThan(before);
        }

        return [.. found];
    }

    /// <summary>The time that the server says it took, in milliseconds.</summary>
    private static async Task<(string Path, double Took, int Size)> Ask(Served served, string path)
    {
        using var response = await served.Client.GetAsync(path);
        response.EnsureSuccessStatusCode();
        var took = response.Headers.GetValues("Server-Timing").Single().Split("dur=")[1];
        return (path, double.Parse(took, CultureInfo.InvariantCulture), (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    private static double P95((string Path, double Took, int Size)[] times) => times.Select(one => one.Took).Order().ElementAt((int)(times.Length * 0.95));

    private void Tell(string what, (string Path, double Took, int Size)[] times)
    {
        var took = times.Select(one => one.Took).Order().ToArray();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {took.Length} answers, p50 {took[took.Length / 2]:0.0} ms, p95 {P95(times):0.0} ms, longest {took[^1]:0.0} ms ({times.MaxBy(one => one.Took).Path}); {times.Max(one => one.Size) / 1000} kB at most"));
    }
}
