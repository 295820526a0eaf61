using Gigatrace.App.Web;
using Gigatrace.Ledger.Storage;
using Gigatrace.Tests.Ledger.Storage;

namespace Gigatrace.Tests.App.Web;

/// <summary>The industry as of any day, as the pages have it.</summary>
public sealed class IndustriesTests
{
    [Fact]
    public void What_is_told_of_now_is_of_the_next_day_after_midnight_and_of_the_same_day_before()
    {
        using var shell = new TestShell();
        shell.Run("read", shell.Write("note.md", "AESC Douai has a capacity of 10 GWh a year since June 2025.")).Code.ShouldBe(0);
        using var ledger = LedgerStore.Open(shell.Ledger, create: false);
        var (held, clock) = (Pipeline.Refreshed(ledger), new SettableClock { Now = new(2026, 3, 1, 23, 0, 0, TimeSpan.Zero) });
        var industries = new Industries(clock);
        var evening = industries.Of(held, null);
        industries.Of(held, null).ShouldBeSameAs(evening);
        clock.Now = clock.Now.AddHours(2);
        var morning = industries.Of(held, null);
        morning.ShouldNotBeSameAs(evening);
        (evening.View.Day, morning.View.Day).ShouldBe((new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2)));
        morning.PathOf("AESC Douai").ShouldBe("/plants/aesc-douai");
    }
}
