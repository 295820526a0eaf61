using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Tests.Ledger;

namespace Gigatrace.Tests.Publishing;

/// <summary>However the pipeline is grouped, it is the same sum, every line adds up, and every figure leads to its findings.</summary>
public sealed class PipelineCardTests
{
    private static readonly DateOnly Today = new(2025, 3, 1);

    [Fact]
    public void Every_grouping_has_the_same_sums_and_every_sum_is_that_of_its_parts() => PropertyTests.Check(claims =>
    {
        var view = new View(Reconcile.Run(claims, [], null, null, Story.Knowledge), Today);
        var all = PipelineCard.By.Select(by => PipelineCard.Make(view, by, evidence: false).Whole!).ToArray();
        foreach (var list in (string[])["counted", "watched"])
        {
            if (all.Select(whole => Number(whole[list]!["gwh"])).Distinct().Count() != 1) return false;
            if (!all.All(whole => AddsUp(whole[list]!.AsObject(), view))) return false;
        }

        return all.All(whole => Number(whole["growth"]!.AsArray()[^1]!["gwh"]) == Number(whole["counted"]!["gwh"]));
    });

    [Fact]
    public void The_last_row_of_a_table_adds_up_the_others() => PropertyTests.Check(claims =>
    {
        var view = new View(Reconcile.Run(claims, [], null, null, Story.Knowledge), Today);
        return PipelineCard.By.SelectMany(by => PipelineCard.Make(view, by, evidence: true).Tables.Where(table => table.Title is "Counted" or "Watch list, not counted" && !table.Rows.IsEmpty)).All(table =>
            Enumerable.Range(1, table.Columns.Length - 1).All(at => table.Rows[..^1].Sum(row => Cell(row, at)) == Cell(table.Rows[^1], at)) &&
            table.Rows.All(row => Enumerable.Range(1, table.Columns.Length - 2).Sum(at => Cell(row, at)) == Cell(row, table.Columns.Length - 1)));
    });

    [Fact]
    public void Committed_free_and_not_said_are_all_that_counts()
    {
        var story = new Story().On("2024-06-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Durres", "capacity", 10).Says("Voltara Durres", "capacity", 16, when: "2027", modality: Modality.Planned)
            .Says("Voltara Durres", "supplies", 6, "GWh/yr", other: "Lumen Cars").Says("Voltara Vlora", "status", "operating").Says("Voltara Vlora", "capacity", 5)
            .Says("Lumen Power Ica", "status", "announced").Says("Lumen Power Ica", "capacity", 4, modality: Modality.Planned).Says("Lumen Power Ica", "supplies", 9, "GWh/yr", other: "Lumen Cars", modality: Modality.Planned);
        var rows = PipelineCard.Make(new View(story.State(), Today), "company", evidence: false).Tables.Single(table => table.Title == "Committed to customers").Rows;
        rows.Select(row => string.Join(' ', row.Cells)).ShouldBe(["Voltara 6 4 11 21", "Lumen Power 9 -5  4"]);
        rows.ShouldAllBe(row => row.Evidence.Length > 0);
    }

    [Fact]
    public void Years_past_the_sixth_share_a_column()
    {
        var story = new Story().On("2024-06-01", "Daily");
        for (var year = 2026; year < 2034; year++) story.Says($"Voltara Durres {year - 2024}", "status", "announced").Says($"Voltara Durres {year - 2024}", "capacity", 1, when: $"{year}", modality: Modality.Planned);
        PipelineCard.Make(new View(story.State(), Today), "status", evidence: false).Tables[0].Columns.Select(column => column.Name).ShouldBe(["status", "today", "overdue", "2026", "2027", "2028", "2029", "2030", "2031+", "no date", "all"]);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(0.01, "▏")]
    [InlineData(5, "██")]
    [InlineData(5.3, "██▏")]
    [InlineData(10, "████")]
    [InlineData(12, "████")]
    public void Bars_are_an_eighth_fine(double amount, string bar) => Bars.Of((decimal)amount, 10, width: 4).ShouldBe(bar);

    private static bool AddsUp(JsonObject sums, View view) =>
        Number(sums["gwh"]) == sums["groups"]!.AsArray().Sum(group => Number(group!["gwh"])) && Dues(sums) == Number(sums["gwh"]) &&
        sums["groups"]!.AsArray().All(group => Dues(group!.AsObject()) == Number(group["gwh"]) && group["steps"]!.AsArray().Sum(step => Number(step!["gwh"])) == Number(group["gwh"]) &&
            group["steps"]!.AsArray().All(step => step!["findings"]!.AsArray().All(id => view.Finding($"{id}") is not null)));

    private static decimal Dues(JsonObject sums) => sums["due"]!.AsObject().Sum(due => Number(due.Value));

    private static decimal Number(JsonNode? json) => decimal.Parse(json!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Cell(Row row, int at) => row.Cells[at].Length == 0 ? 0 : decimal.Parse(row.Cells[at], System.Globalization.CultureInfo.InvariantCulture);
}
