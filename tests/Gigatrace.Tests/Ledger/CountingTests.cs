using System.Collections.Immutable;
using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Tests.Ledger;

/// <summary>What of a plant's capacities counts, from when on, and what is only watched: each rule of <c>docs/pipeline.md</c>.</summary>
public sealed class CountingTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public void What_runs_counts_today_and_a_plan_adds_what_it_has_over_it() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Durres", "capacity", 10).Says("Voltara Durres", "capacity", 16, when: "2027", modality: Modality.Planned),
        "Voltara Durres 10 today", "Voltara Durres 6 2027");

    [Fact]
    public void What_a_plant_is_said_to_have_that_does_not_run_is_a_plan() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "status", "under_construction").Says("Voltara Durres", "capacity", 10).Says("Voltara Vlora", "capacity", 12),
        "Voltara Durres 10 no date", "Voltara Vlora 12 no date");

    [Theory]
    [InlineData("2027", "2027")]
    [InlineData("[..2030]", "2030")]
    [InlineData("2028~", "2028")]
    [InlineData("2026-33", "2026")]
    [InlineData("[2027,2028]", "2028")]
    [InlineData("2029/..", "2029")]
    [InlineData("2020/..", "2026")]
    [InlineData("2026-02", "overdue")]
    [InlineData("2026-03", "2026")]
    [InlineData("XXXX-12", "no date")]
    [InlineData(null, "no date")]
    public void A_plan_counts_in_the_year_by_whose_end_it_is_meant(string? when, string due) => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "status", "announced").Says("Voltara Durres", "capacity", 16, when: when, modality: Modality.Planned), $"Voltara Durres 16 {due}");

    [Fact]
    public void A_plan_without_a_date_is_for_the_start_that_is_meant() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "capacity", 16, modality: Modality.Planned).Says("Voltara Durres", "milestone", "production_start", when: "2028", modality: Modality.Planned),
        "Voltara Durres 16 2028");

    [Fact]
    public void Of_a_range_the_lower_end_counts() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "status", "announced").Says("Voltara Durres", "capacity", (24, 30), when: "2030", modality: Modality.Planned),
        "Voltara Durres 24 2030", "Voltara Durres 6 2030: upper end");

    [Fact]
    public void As_far_as_it_may_be_extended_is_watched() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Durres", "capacity", 10).Says("Voltara Durres", "capacity", 43, basis: "ceiling", modality: Modality.Possible),
        "Voltara Durres 10 today", "Voltara Durres 33 no date: up to");

    [Fact]
    public void An_end_of_expansion_that_is_planned_for_a_date_counts() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "status", "announced").Says("Voltara Durres", "capacity", 10, basis: "initial", when: "2027", modality: Modality.Planned).Says("Voltara Durres", "capacity", 43, basis: "ceiling", when: "2030", modality: Modality.Planned),
        "Voltara Durres 10 2027", "Voltara Durres 33 2030");

    [Fact]
    public void A_mere_upper_bound_is_watched() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "status", "announced").Says("Voltara Durres", "capacity", 40, qualifier: "up_to", modality: Modality.Planned),
        "Voltara Durres 40 no date: up to");

    [Fact]
    public void What_is_added_counts_on_top_of_what_is_there() => Check(
        new Story().On("2024-06-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Durres", "capacity", 10)
            .On("2025-06-01", "Daily").Says("Voltara Durres", "capacity", 6, basis: "additional", when: "2028", modality: Modality.Planned),
        "Voltara Durres 10 today", "Voltara Durres 6 2028");

    [Fact]
    public void A_plan_and_what_is_added_to_arrive_there_count_once() => Check(
        new Story().On("2024-06-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Durres", "capacity", 10)
            .On("2025-06-01", "Daily").Says("Voltara Durres", "capacity", 16, when: "2027", modality: Modality.Planned).Says("Voltara Durres", "capacity", 6, basis: "additional", when: "2028", modality: Modality.Planned),
        "Voltara Durres 10 today", "Voltara Durres 6 2027");

    [Fact]
    public void Parts_count_by_themselves_and_a_figure_of_the_site_what_it_has_over_them() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Durres", "capacity", 2).Says("Voltara Durres 2", "status", "under_construction")
            .Says("Voltara Durres 2", "capacity", 16, when: "2027", modality: Modality.Planned).Says("Voltara Durres", "capacity", 38, basis: "ceiling", part: "site", modality: Modality.Possible),
        "Voltara Durres 2 today", "Voltara Durres 2 16 2027", "Voltara Durres 20 no date: up to");

    [Theory]
    [InlineData("rumoured", Modality.Rumoured, "rumoured")]
    [InlineData("planned", Modality.Possible, "rumoured")]
    [InlineData("paused", Modality.Actual, "paused")]
    public void By_its_status_a_plant_is_watched(string status, Modality modality, string why) => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "status", status is "rumoured" ? "planned" : status, modality: modality).Says("Voltara Durres", "capacity", 16, modality: Modality.Planned),
        $"Voltara Durres 16 no date: {why}");

    [Fact]
    public void A_figure_that_is_only_possible_is_watched() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "status", "under_construction").Says("Voltara Durres", "capacity", 16, modality: Modality.Possible),
        "Voltara Durres 16 no date: only possible");

    [Fact]
    public void A_plant_without_a_town_is_watched() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Albania", "status", "planned").Says("Voltara Albania", "capacity", 16, modality: Modality.Planned),
        "Voltara Albania 16 no date: no named site");

    [Theory]
    [InlineData("2021-06-01", "silent for four years")]
    [InlineData("2023-06-01", "silent for two years")]
    public void A_plant_of_which_nothing_is_heard_is_watched(string said, string why) => Check(
        new Story().On(said, "Daily").Says("Voltara Durres", "status", "planned").Says("Voltara Durres", "capacity", 16, modality: Modality.Planned)
            .On("2026-01-01", "Post").Says("Voltara", "jobs", 40).On("2026-01-02", "Wire").Says("Voltara", "jobs", 41),
        $"Voltara Durres 16 no date: {why}");

    [Fact]
    public void Packs_are_watched() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Durres", "capacity", 5, level: "pack"),
        "Voltara Durres 5 today: packs or modules");

    [Fact]
    public void What_was_made_in_a_year_is_no_capacity() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Durres", "capacity", 7, basis: "output"));

    [Theory]
    [InlineData("cancelled")]
    [InlineData("closed")]
    public void What_is_given_up_is_neither_counted_nor_watched(string status)
    {
        var story = new Story().On("2024-06-01", "Daily").Says("Voltara Durres", "capacity", 16, modality: Modality.Planned).On("2025-06-01", "Daily").Says("Voltara Durres", "status", status);
        Check(story);
        Counting.GivenUp(story.State()).Select(one => $"{one.Plant.Name} {one.Figure.Value}").ShouldBe(["Voltara Durres 16"]);
    }

    [Fact]
    public void The_page_names_every_reason_in_its_order()
    {
        var page = File.ReadAllLines(Path.Combine(Expectations.Root, "docs/pipeline.md"));
        page.SkipWhile(line => !line.StartsWith("| reason", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')[1].Trim()).ShouldBe(Watching.Reasons);
    }

    [Fact]
    public void No_plant_counts_for_more_than_its_greatest_figure_and_no_site_for_more_than_its_plants_and_its_own() => PropertyTests.Check(claims =>
    {
        var state = Reconcile.Run(claims, [], null, null, Story.Knowledge);
        return Counting.Steps(state, Day).GroupBy(step => step.Plant).All(steps => steps.Sum(step => step.Amount) <= Greatest(state.Plants.Single(plant => plant.Name == steps.Key)) && steps.All(step => step.Amount > 0 && !step.Findings.IsEmpty));
    });

    private static decimal Greatest(PlantState plant) => new[] { plant.Capacity.Installed?.Value, plant.Capacity.Planned?.Value, plant.Capacity.Ceiling?.Value }
        .Concat(plant.Capacity.Additional.Select(added => added.Total)).Max(value => Agreement.Bounds(value)?.High ?? 0);

    /// <summary>A line for each step: "Voltara Durres 6 2027", and behind a colon why it is only watched.</summary>
    private static void Check(Story story, params string[] expected) => Counting.Steps(story.State(), Day)
        .Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Plant} {step.Amount:0.##} {step.Due}{(step.Watch is null ? "" : ": ")}{step.Watch}")).Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
}
