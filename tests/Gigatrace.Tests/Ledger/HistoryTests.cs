using FsCheck;
using FsCheck.Fluent;
using Gigatrace.Ledger;

namespace Gigatrace.Tests.Ledger;

/// <summary>What was known from day to day, kept as rows, is what reconciling says of each day.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void The_rows_of_a_day_are_what_reconciling_says_of_it() => PropertyTests.Check(claims =>
    {
        var rows = Rows(claims);
        foreach (var day in Days(rows)) Of(rows, day).ShouldBe(Of(Reconcile.Run(claims, [], day, knowledge: Story.Knowledge)), $"as of {day:yyyy-MM-dd}");
        return true;
    });

    [Fact]
    public void Nothing_is_held_twice_at_one_time() => PropertyTests.Check(claims =>
        Rows(claims).GroupBy(row => (row.Subject, row.Kind, row.Key)).All(rows => rows.OrderBy(row => row.From).Zip(rows.OrderBy(row => row.From).Skip(1)).All(pair => pair.First.To <= pair.Second.From)));

    private static IReadOnlyList<HeldRow> Rows(Gigatrace.Claims.Claim[] claims) =>
        Histories.Of(claims.DistinctBy(claim => claim.Id).Select(claim => KnownClaim.Of(claim, null, null)).ToArray(), new Judgements([]), Story.Knowledge);

    /// <summary>Every day on which something begins, the day before it, and one after all.</summary>
    private static IEnumerable<DateOnly> Days(IReadOnlyList<HeldRow> rows) =>
        rows.SelectMany(row => new[] { row.From, row.From - 1 }).Where(day => day > 0).Distinct().Select(DateOnly.FromDayNumber).Append(new DateOnly(2050, 1, 1));

    private static string Of(IReadOnlyList<HeldRow> rows, DateOnly day)
    {
        var held = HeldItem.Of(rows.Where(row => row.From <= day.DayNumber && day.DayNumber < row.To));
        return Of(State.Of(day, day, HeldSet.Of(held), HeldSet.Others(held), HeldSet.Queue(held), []));
    }

    private static string Of(State state) => PropertyTests.Print(state) + string.Join('\n', state.Companies.Select(HeldJson.Write)) + string.Join('\n', state.Plants.Select(HeldJson.Write));
}
