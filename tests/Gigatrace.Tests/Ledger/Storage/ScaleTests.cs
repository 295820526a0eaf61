using System.Diagnostics;
using System.Globalization;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Xunit.Abstractions;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>What a ledger of a million claims is asked, and how that grows.</summary>
public sealed class ScaleTests(ITestOutputHelper output)
{
    private sealed record Times(int Claims, double Refresh, double Card, double Disagreements, double OneMore);

    [Theory, InSqlite]
    public void A_ledger_of_ten_thousand_claims_answers(Engine engine)
    {
        var times = Measure(engine, 10_000);
        times.Card.ShouldBeLessThan(100);
        times.OneMore.ShouldBeLessThan(1000);
    }

    [Theory, InSqlite]
    [Trait("Category", "Long")]
    public void A_million_claims_are_answered_as_fast_as_few(Engine engine)
    {
        var times = ((int[])[10_000, 100_000, 1_000_000]).Select(claims => Measure(engine, claims)).ToArray();
        times[^1].Card.ShouldBeLessThan(5);
        times[^1].Disagreements.ShouldBeLessThan(2000);
        times[^1].OneMore.ShouldBeLessThan(50);
        foreach (var (small, large) in times.Zip(times.Skip(1)))
        {
            // n log n, with room for a busy machine.
            var grown = 2.0 * large.Claims / small.Claims * Math.Log(large.Claims) / Math.Log(small.Claims);
            large.Refresh.ShouldBeLessThan(small.Refresh * grown);
            large.Disagreements.ShouldBeLessThan((small.Disagreements + 5) * grown);
        }
    }

    private Times Measure(Engine engine, int claims)
    {
        using var place = new LedgerPlace(engine);
        using var ledger = place.Open();
        var made = new LargeLedger(claims);
        var append = Watch(() => made.Fill(ledger));
        var holdings = ledger.Holdings("test", Knowledge.Default);
        var refresh = Watch(holdings.Refresh);
        var random = new Random(1);
        var cards = Enumerable.Range(0, 400).Select(_ => Watch(() => holdings.Plant(made.Plant(random.Next(made.Plants)), new DateOnly(2016, 1, 1).AddDays(random.Next(4000))).Plants.Length.ShouldBeGreaterThanOrEqualTo(0))).Skip(20).Order().ToArray();
        var disagreements = Enumerable.Range(0, 3).Select(_ => Watch(() => holdings.Disagreements(null).Disagreements.Length.ShouldBeGreaterThan(claims / 100))).Min();
        var more = Enumerable.Range(0, 40).Select(at =>
        {
            var text = made.Text(random.Next(made.Plants), 5 + at, new DateOnly(2026, 3, 1).AddDays(at));
            _ = ledger.AddDocument(text.Document, text.Claims, "1");
            return Watch(holdings.Refresh);
        }).Skip(5).Order().ToArray();
        var times = new Times(claims, refresh, cards[^(cards.Length / 100 + 1)], disagreements, more[more.Length / 2]);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{claims} claims: appended in {append:0} ms, worked out in {refresh:0} ms; plant card p50 {cards[cards.Length / 2]:0.00} ms, p99 {times.Card:0.00} ms; all disagreements {disagreements:0} ms; one more document median {times.OneMore:0.0} ms, worst {more[^1]:0.0} ms"));
        return times;
    }

    private static double Watch(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }
}
