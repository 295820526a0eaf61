using Gigatrace.Claims;
using Gigatrace.Ledger;
using static Gigatrace.Claims.Modality;

namespace Gigatrace.Tests.Ledger;

/// <summary>Each rule by which claims on one topic are compared, as a small story and the disagreements that come of it.</summary>
public sealed class RulesOfComparingTests
{
    private const string Durres = "Voltara Durres";

    [Fact]
    public void A_later_plan_takes_the_place_of_an_earlier_one()
    {
        var story = new Story().On("2021-03-01", "Daily").Says(Durres, "capacity", 9, modality: Planned).On("2022-09-01", "Weekly").Says(Durres, "capacity", 12, modality: Planned);
        story.Plant(Durres).Capacity.Planned!.Value!.ToString().ShouldBe("12");
        story.State().Findings.Single().DecidedBy.ShouldBe("latest-plan");
        story.Disagreements().ShouldBe(["superseded Voltara Durres capacity 01 | 00"]);
    }

    [Fact]
    public void Different_plans_of_different_publishers_within_thirty_days_contradict_each_other()
    {
        var story = new Story().On("2022-09-10", "Daily").Says(Durres, "capacity", 9, modality: Planned).On("2022-09-20", "Trade blog", SourceKind.Blog).Says(Durres, "capacity", 12, modality: Planned);
        story.Plant(Durres).Capacity.Planned!.Value!.ToString().ShouldBe("9");
        story.State().Findings.Single().DecidedBy.ShouldBe("better-source");
        story.Disagreements().ShouldBe(["contradiction Voltara Durres capacity 00 | 01"]);
    }

    [Fact]
    public void A_parent_and_its_own_parent_are_both_above()
    {
        var story = new Story().On("2023-01-10", "Daily").Says("Minor Cells", "parent", other: "Voltara").On("2024-01-10", "Weekly").Says("Minor Cells", "parent", other: "Grune Group");
        story.Disagreements().ShouldBeEmpty();
        story.State().Findings.Single().Object.ShouldBe("Voltara");
        new Story().On("2023-01-10", "Daily").Says("Minor Cells", "parent", other: "Voltara").On("2024-01-10", "Weekly").Says("Minor Cells", "parent", other: "Lumen Cars").Disagreements().ShouldBe(["superseded Minor Cells parent 01 | 00"]);
    }

    [Fact]
    public void A_pause_that_a_note_tells_after_the_end_is_stale() =>
        new Story().On("2025-02-10", "Daily").Says(Durres, "status", "cancelled").On("2025-02-20", "Vault", SourceKind.Note).Says(Durres, "status", "paused").Disagreements().ShouldBe(["stale Voltara Durres status 00 | 01"]);

    [Fact]
    public void A_bare_plan_does_not_take_up_what_is_paused()
    {
        var story = new Story().On("2023-01-10", "Daily").Says(Durres, "status", "paused").On("2023-06-10", "Weekly").Says(Durres, "status", "planned", modality: Planned);
        story.Plant(Durres).Status!.Value!.ToString().ShouldBe("paused");
        story.On("2023-09-01", "Herald").Says(Durres, "status", "under_construction");
        story.Plant(Durres).Status!.Value!.ToString().ShouldBe("under_construction");
    }

    [Theory]
    [InlineData("initial", null, null, "scope")]
    [InlineData(null, "2026", "[..2030]", "scope")]
    [InlineData(null, "2026", "2030", "scope")]
    [InlineData(null, "2030", "2026", "contradiction")]
    [InlineData(null, null, "2030", "contradiction")]
    public void A_first_stage_and_a_larger_figure_for_later_do_not_contradict_each_other(string? basis, string? first, string? then, string kind) =>
        new Story().On("2022-09-10", "Daily").Says(Durres, "capacity", 9, modality: Planned, basis: basis, when: first).On("2022-09-20", "Weekly").Says(Durres, "capacity", 24, modality: Planned, when: then)
            .Disagreements().ShouldBe([$"{kind} Voltara Durres capacity 01 | 00"]);

    [Fact]
    public void More_independent_sources_win_within_one_time()
    {
        var story = new Story().On("2022-09-10", "Daily").Says(Durres, "capacity", 9, modality: Planned)
            .On("2022-09-12", "Herald").Says(Durres, "capacity", 9, modality: Planned).On("2022-09-20", "Weekly").Says(Durres, "capacity", 12, modality: Planned);
        story.Plant(Durres).Capacity.Planned!.Value!.ToString().ShouldBe("9");
    }

    [Fact]
    public void Copies_and_one_publisher_count_once()
    {
        var story = new Story().On("2022-09-10", "Daily").Says(Durres, "capacity", 9, modality: Planned, quote: "a plant of 9 GWh a year is planned")
            .On("2022-09-12", "Herald").Says(Durres, "capacity", 9, modality: Planned, quote: "a plant of 9 GWh a year is planned")
            .On("2022-09-14", "Daily").Says(Durres, "capacity", 9, modality: Planned)
            .On("2022-09-20", "Weekly").Says(Durres, "capacity", 12, modality: Planned);
        story.Plant(Durres).Capacity.Planned!.Value!.ToString().ShouldBe("12");
    }

    [Fact]
    public void A_plan_and_an_installed_figure_both_hold_until_production_starts()
    {
        var story = new Story().On("2021-03-01", "Daily").Says(Durres, "capacity", 9, modality: Planned).On("2024-09-01", "Weekly").Says(Durres, "capacity", 10);
        var before = story.Plant(Durres);
        (before.Capacity.Planned is null, before.Disagreements.Length).ShouldBe((false, 0));
        story.Says(Durres, "milestone", "production_start", when: "2024-08-20");
        story.Plant(Durres).Capacity.Planned.ShouldBeNull();
        story.Disagreements().ShouldBe(["superseded Voltara Durres capacity 01 | 00"]);
        story.Plant(Durres).Capacity.Path.Select(step => step.Value!.ToString()).ShouldBe(["9", "10"]);
    }

    [Fact]
    public void An_undated_plan_gives_way_to_what_is_installed_once_production_has_started()
    {
        var story = new Story().On(null, "Daily").Says(Durres, "capacity", 9, modality: Planned).On("2024-09-01", "Weekly").Says(Durres, "capacity", 10).Says(Durres, "milestone", "production_start", when: "2024-08-20");
        story.Recorded[story.Claims[0].DocumentId] = new DateOnly(2026, 2, 1);
        story.Plant(Durres).Capacity.Planned.ShouldBeNull();
        story.Disagreements().ShouldBe(["superseded Voltara Durres capacity 01 | 00"]);
    }

    [Fact]
    public void A_plan_whose_target_has_passed_gives_way_to_a_newer_installed_figure()
    {
        var story = new Story().On("2021-03-01", "Daily").Says(Durres, "capacity", 24, when: "2024", modality: Planned).On("2024-09-01", "Weekly").Says(Durres, "capacity", 10);
        story.Disagreements().ShouldBeEmpty();
        story.On("2025-02-01", "Weekly").Says(Durres, "capacity", 10);
        story.Disagreements().ShouldBe(["superseded Voltara Durres capacity 01 | 00"]);
    }

    [Fact]
    public void A_plan_or_rumour_that_came_true_is_no_disagreement()
    {
        var story = new Story().On("2021-03-01", "Daily").Says(Durres, "capacity", 10, modality: Rumoured).On("2022-03-01", "Herald").Says(Durres, "capacity", 10, modality: Planned)
            .On("2024-09-01", "Weekly").Says(Durres, "capacity", 10).Says(Durres, "milestone", "production_start", when: "2024-08");
        story.Disagreements().ShouldBeEmpty();
        story.Plant(Durres).Capacity.Installed!.Value!.ToString().ShouldBe("10");
        story.Plant(Durres).Capacity.Planned.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-01-01", "capacity", "2021", null)]
    [InlineData("2026-01-01", "capacity", null, "for which it had planned 9 GWh")]
    public void A_text_that_itself_dates_an_older_state_disagrees_with_nothing(string published, string predicate, string? when, string? quote)
    {
        var story = new Story().On("2025-03-01", "Daily").Says(Durres, "capacity", 12, modality: Planned).On(published, "Weekly").Says(Durres, predicate, 9, when: when, modality: Planned, quote: quote);
        story.Disagreements().ShouldBeEmpty();
        story.Plant(Durres).Capacity.Planned!.Value!.ToString().ShouldBe("12");
    }

    [Fact]
    public void The_finer_form_is_kept_whoever_says_it()
    {
        var story = new Story().On("2025-03-01", "Weekly").Says("Voltara", "market_share", 37).On("2025-04-01", "Note", SourceKind.Note).Says("Voltara", "market_share", 36.8);
        var finding = story.State().Findings.Single();
        (finding.Value!.ToString(), finding.DecidedBy, finding.Supports.Length).ShouldBe(("36.8", "finer", 2));
        story.Disagreements().ShouldBe(["precision Voltara market_share 01 | 00"]);
    }

    [Fact]
    public void The_same_figure_with_about_is_no_disagreement_at_all() =>
        new Story().On("2025-03-01", "Weekly").Says("Voltara", "market_share", 37).On("2025-04-01", "Daily").Says("Voltara", "market_share", 37, qualifier: "about").Disagreements().ShouldBeEmpty();

    [Fact]
    public void Currencies_are_not_compared() =>
        new Story().On("2025-03-01", "Weekly").Says(Durres, "investment", 500, "EUR").Says(Durres, "investment", 540, "USD").Disagreements().ShouldBeEmpty();

    [Fact]
    public void Period_and_region_belong_to_the_topic_of_share_and_headcount()
    {
        var story = new Story().On("2024-03-01", "Weekly").Says("Voltara", "market_share", 5).Says(Durres, "jobs", 400)
            .On("2025-03-01", "Weekly").Says("Voltara", "market_share", 7).Says("Voltara", "market_share", 30, region: "Peru").Says(Durres, "jobs", 900);
        story.Disagreements().ShouldBeEmpty();
        story.State().Findings.Count(finding => finding.Predicate is "market_share").ShouldBe(3);
    }

    [Fact]
    public void A_note_alone_never_moves_a_state()
    {
        var story = new Story().On("2025-03-01", "Weekly").Says(Durres, "status", "under_construction").On("2025-08-01", "Vault", SourceKind.Note).Says(Durres, "status", "operating");
        story.Plant(Durres).Status!.Value!.ToString().ShouldBe("under_construction");
        story.Disagreements().ShouldBe(["contradiction Voltara Durres status 00 | 01"]);
        story.On("2025-09-01", "Daily").Says(Durres, "status", "operating");
        story.Plant(Durres).Status!.Value!.ToString().ShouldBe("operating");
        story.Disagreements().ShouldBe(["superseded Voltara Durres status 02 | 00"]);
    }

    [Fact]
    public void A_note_that_tells_what_was_planned_for_that_time_contradicts_nobody()
    {
        var story = new Story().On("2023-03-01", "Weekly").Says(Durres, "milestone", "production_start", when: "2024", modality: Planned).On("2024-08-01", "Vault", SourceKind.Note).Says(Durres, "milestone", "production_start", when: "2024-05");
        story.Disagreements().ShouldBeEmpty();
        (story.Plant(Durres).Status!.Value!.ToString(), story.Plant(Durres).Start!.When!.Edtf).ShouldBe(("announced", "2024-05"));
    }

    [Fact]
    public void A_works_that_runs_again_supersedes_that_it_was_closed() =>
        new Story().On("2024-03-01", "Daily").Says(Durres, "status", "operating").On("2025-07-01", "Weekly").Says(Durres, "milestone", "closed", when: "2025-06-30").On("2026-08-01", "Wire").Says(Durres, "status", "operating")
            .Disagreements().ShouldContain("superseded Voltara Durres status 02 | 01");

    [Fact]
    public void A_note_that_repeats_an_earlier_halt_is_stale() =>
        new Story().On("2022-11-01", "Daily").Says(Durres, "status", "paused").On("2023-11-01", "Weekly").Says(Durres, "status", "under_construction").On("2024-02-01", "Vault", SourceKind.Note).Says(Durres, "status", "paused")
            .Disagreements().ShouldContain("stale Voltara Durres status 01 | 02");

    [Fact]
    public void Whether_it_supplies_the_better_source_says_within_one_time()
    {
        var story = new Story().On("2024-06-20", "Lumen Cars", SourceKind.Release).Says("Voltara", "supplies", other: "Lumen Cars", modality: Denied).On("2024-06-22", "Trade blog", SourceKind.Blog).Says("Voltara", "supplies", other: "Lumen Cars");
        story.State().Findings.Single().Modality.ShouldBe(Denied);
        story.Disagreements().ShouldBe(["contradiction Voltara supplies 00 | 01"]);
    }

    [Fact]
    public void A_permit_that_comes_after_the_work_began_disagrees_with_nothing() =>
        new Story().On("2022-03-01", "Daily").Says(Durres, "milestone", "construction_start", when: "2020-02").On("2022-03-05", "Weekly").Says(Durres, "milestone", "approved", when: "2022-03-04").Disagreements().ShouldBeEmpty();

    [Fact]
    public void Halted_or_being_built_within_days_is_a_contradiction() =>
        new Story().On("2024-06-04", "Voltara", SourceKind.Release).Says(Durres, "status", "paused").On("2024-06-10", "Trade blog", SourceKind.Blog).Says(Durres, "status", "under_construction").Disagreements().ShouldBe(["contradiction Voltara Durres status 00 | 01"]);

    [Fact]
    public void Machine_written_text_alone_never_moves_a_plan()
    {
        var story = new Story().On("2021-03-01", "Daily").Says(Durres, "capacity", 9, modality: Planned).On("2022-09-01", "Weekly").Says(Durres, "capacity", 12, modality: Planned)
            .On("2023-05-01", "Digest").Says(Durres, "capacity", 9, modality: Planned, ai: true).Says(Durres, "capacity", 20, modality: Planned, ai: true);
        story.Plant(Durres).Capacity.Planned!.Value!.ToString().ShouldBe("12");
        story.Disagreements().Where(row => row.Contains("02", StringComparison.Ordinal)).ShouldBe(["stale Voltara Durres capacity 01 | 02"]);
    }

    [Fact]
    public void A_note_holds_where_nothing_better_is_known() =>
        new Story().On("2025-08-01", "Vault", SourceKind.Note).Says(Durres, "status", "operating").Plant(Durres).Status!.Value!.ToString().ShouldBe("operating");

    [Fact]
    public void A_fall_down_the_ladder_needs_an_event()
    {
        var story = new Story().On("2025-03-01", "Weekly").Says(Durres, "milestone", "production_start", when: "2025-02-11").On("2026-01-01", "Daily").Says(Durres, "status", "planned", modality: Planned);
        var status = story.Plant(Durres).Status!;
        (status.Value!.ToString(), status.When!.Edtf).ShouldBe(("operating", "2025-02-11"));
        story.Disagreements().ShouldBe(["stale Voltara Durres status 00 | 01"]);
        story.On("2026-02-01", "Daily").Says(Durres, "milestone", "paused", when: "2026-01-15");
        story.Plant(Durres).Status!.Value!.ToString().ShouldBe("paused");
    }

    [Fact]
    public void A_cancelled_plant_stays_so_whatever_the_same_text_had_been_told_before()
    {
        var story = new Story().On("2024-10-28", "Weekly").Says(Durres, "milestone", "production_start", when: "2023", modality: Planned).Says(Durres, "status", "cancelled").Says(Durres, "milestone", "announced", when: "2020-11");
        story.Plant(Durres).Status!.Value!.ToString().ShouldBe("cancelled");
    }

    [Fact]
    public void What_was_said_of_its_state_is_overtaken_when_a_plant_comes_on_and_what_happened_on_the_way_is_not() =>
        new Story().On("2021-03-01", "Weekly").Says(Durres, "status", "planned", modality: Planned).On("2022-03-01", "Daily").Says(Durres, "milestone", "construction_start", when: "2022-02")
            .On("2024-03-01", "Daily").Says(Durres, "status", "operating").Disagreements().ShouldBe(["superseded Voltara Durres status 02 | 00"]);

    [Fact]
    public void A_permitted_plant_is_still_planned() =>
        new Story().On("2021-03-01", "Weekly").Says(Durres, "status", "planned", modality: Planned).On("2022-03-01", "Daily").Says(Durres, "milestone", "approved", when: "2022-02").Disagreements().ShouldBeEmpty();

    [Fact]
    public void A_lesser_source_that_repeats_what_was_left_is_stale_and_moves_nothing()
    {
        var story = new Story().On("2021-03-01", "Daily").Says(Durres, "capacity", 9, modality: Planned).On("2022-09-01", "Weekly").Says(Durres, "capacity", 12, modality: Planned)
            .On("2024-03-01", "Trade blog", SourceKind.Blog).Says(Durres, "capacity", 9, modality: Planned);
        story.Plant(Durres).Capacity.Planned!.Value!.ToString().ShouldBe("12");
        story.Disagreements().ShouldContain("stale Voltara Durres capacity 01 | 02");
    }

    [Fact]
    public void The_company_itself_or_more_publishers_can_go_back_to_an_earlier_figure()
    {
        var story = new Story().On("2021-03-01", "Daily").Says(Durres, "capacity", 9, modality: Planned).On("2022-09-01", "Weekly").Says(Durres, "capacity", 12, modality: Planned)
            .On("2024-03-01", "Herald").Says(Durres, "capacity", 9, modality: Planned).On("2024-06-01", "Wire").Says(Durres, "capacity", 9, modality: Planned);
        story.Plant(Durres).Capacity.Planned!.Value!.ToString().ShouldBe("9");
        new Story().On("2021-03-01", "Daily").Says(Durres, "capacity", 9, modality: Planned).On("2022-09-01", "Weekly").Says(Durres, "capacity", 12, modality: Planned)
            .On("2024-03-01", "Voltara", SourceKind.Release).Says(Durres, "capacity", 9, modality: Planned).Plant(Durres).Capacity.Planned!.Value!.ToString().ShouldBe("9");
    }

    [Fact]
    public void An_order_that_ended_is_superseded_and_a_note_that_still_has_it_is_stale() =>
        new Story().On("2020-03-01", "Daily").Says("Voltara", "supplies", other: "Lumen Cars", modality: Planned).On("2024-03-01", "Weekly").Says("Voltara", "supplies", other: "Lumen Cars", modality: Denied)
            .On("2025-03-01", "Vault", SourceKind.Note).Says("Voltara", "supplies", other: "Lumen Cars").Disagreements().ShouldBe(["superseded Voltara supplies 01 | 00", "stale Voltara supplies 01 | 02"]);

    [Fact]
    public void Who_ran_it_from_one_year_to_another_disagrees_with_nobody_who_runs_it_now() =>
        new Story().On("2025-03-01", "Daily").Says(Durres, "operator", other: "Grune Group").On("2025-06-10", "Weekly").Says(Durres, "operator", other: "Voltara", when: "2021/2024").Disagreements().ShouldBeEmpty();

    [Fact]
    public void What_was_made_in_two_years_is_told_of_each() =>
        new Story().On("2023-03-01", "Daily").Says(Durres, "capacity", 3, basis: "output", when: "2022").On("2024-03-01", "Daily").Says(Durres, "capacity", 5, basis: "output", when: "2023").Disagreements().ShouldBeEmpty();

    [Fact]
    public void Jobs_and_sums_of_the_whole_site_differ_in_scope_from_those_of_a_part() =>
        new Story().On("2024-03-01", "Daily").Says(Durres, "jobs", 1600, part: "site").Says(Durres, "investment", 900, "EUR", part: "site").On("2024-03-02", "Daily").Says(Durres + " 2", "jobs", 400).Says(Durres + " 2", "investment", 500, "GBP")
            .Disagreements().ShouldBe(["scope Voltara Durres jobs 00 | 02"]);

    [Fact]
    public void An_undated_state_never_beats_a_dated_one()
    {
        var story = new Story().On("2025-03-01", "Weekly").Says("Voltara", "parent", other: "Grune Group").On(null, "Daily").Says("Voltara", "parent", other: "Lumen Cars");
        story.State().Findings.Single().Object.ShouldBe("Grune Group");
    }

    [Fact]
    public void An_undated_text_that_says_what_was_left_is_stale() =>
        new Story().On("2020-03-01", "Daily").Says(Durres, "capacity", 8).On("2024-03-01", "Weekly").Says(Durres, "capacity", 17).On(null, "Leaflet").Says(Durres, "capacity", 8)
            .Disagreements().ShouldBe(["superseded Voltara Durres capacity 01 | 00", "stale Voltara Durres capacity 01 | 02"]);

    [Fact]
    public void An_undated_text_that_nobody_bears_out_contradicts_what_holds() =>
        new Story().On("2024-03-01", "Weekly").Says(Durres, "capacity", 17).On(null, "Leaflet").Says(Durres, "capacity", 8).Disagreements().ShouldBe(["contradiction Voltara Durres capacity 00 | 01"]);

    [Fact]
    public void An_undated_text_that_has_a_plant_below_the_step_it_reached_is_stale()
    {
        Story Running() => new Story().On("2022-12-01", "Daily").Says(Durres, "status", "operating").On(null, "Leaflet");
        Running().Says(Durres, "status", "under_construction").Disagreements().ShouldBe(["stale Voltara Durres status 00 | 01"]);
        Running().Says(Durres, "status", "planned", modality: Planned).Disagreements().ShouldBe(["stale Voltara Durres status 00 | 01"]);
        Running().Says(Durres, "milestone", "construction_start").Disagreements().ShouldBeEmpty();
        Running().Says(Durres, "milestone", "production_start", when: "2021", modality: Planned).Disagreements().ShouldBeEmpty();
        Running().Says(Durres, "status", "planned", modality: Possible).Disagreements().ShouldBeEmpty();
        new Story().On("2022-12-01", "Daily").Says(Durres, "milestone", "approved", when: "2022-11").On(null, "Leaflet").Says(Durres, "status", "planned", modality: Planned).Disagreements().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Voltara", "market_share", null)]
    [InlineData(Durres, "jobs", null)]
    [InlineData(Durres, "capacity", "output")]
    [InlineData("Voltara", "stake", null)]
    public void Two_texts_that_tell_of_one_past_year_contradict_each_other_however_late(string subject, string predicate, string? basis)
    {
        Story Told(string second, string publisher) => new Story().On("2024-02-01", "Daily").Says(subject, predicate, 36, other: predicate is "stake" ? "Lumen Cars" : null, when: "2021", basis: basis)
            .On("2024-06-01", publisher).Says(subject, predicate, 49, other: predicate is "stake" ? "Lumen Cars" : null, when: second, basis: basis);
        Told("2021", "Weekly").Disagreements().ShouldBe([$"contradiction {subject} {predicate} 01 | 00"]);
        Told("2021", "Daily").Disagreements().ShouldBeEmpty();
        Told("2022", "Weekly").Disagreements().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("capacity", null)]
    [InlineData("vehicles", "EV/yr")]
    [InlineData("jobs", null)]
    [InlineData("investment", "EUR")]
    public void A_phase_differs_in_scope_from_the_whole_site(string predicate, string? unit)
    {
        foreach (var later in (string[])["2022-12-02", "2023-12-02"])
        {
            new Story().On("2022-12-01", "Daily").Says(Durres, predicate, 10, unit, part: "phase 1", modality: Planned).On(later, "Weekly").Says(Durres, predicate, 40, unit, part: "site", modality: Planned)
                .State().Disagreements.Select(row => row.Kind).ShouldBe([DisagreementKind.Scope]);
            new Story().On("2022-12-01", "Daily").Says(Durres, predicate, 40, unit, part: "site", modality: Planned).On(later, "Weekly").Says(Durres, predicate, 10, unit, part: "phase 1", modality: Planned)
                .State().Disagreements.Select(row => row.Kind).ShouldBe([DisagreementKind.Scope]);
        }
    }

    [Fact]
    public void The_whole_site_can_shrink() =>
        new Story().On("2022-12-01", "Daily").Says(Durres, "capacity", 40, part: "site", modality: Planned).On("2023-12-02", "Weekly").Says(Durres, "capacity", 30, part: "site", modality: Planned)
            .Disagreements().ShouldBe(["superseded Voltara Durres capacity 01 | 00"]);

    [Fact]
    public void All_that_runs_is_what_is_installed_and_its_first_stage_told_later_is_no_change()
    {
        var story = new Story().On("2022-12-01", "Daily").Says(Durres, "capacity", 8, basis: "initial").On("2024-06-01", "Weekly").Says(Durres, "capacity", 14, basis: "total");
        (story.Plant(Durres).Capacity.Installed!.Value!.ToString(), string.Join(' ', story.Disagreements())).ShouldBe(("14", "superseded Voltara Durres capacity 01 | 00"));
        new Story().On("2024-06-01", "Weekly").Says(Durres, "capacity", 14, basis: "total").On("2025-12-01", "Daily").Says(Durres, "capacity", 8, basis: "initial")
            .Disagreements().ShouldBe(["scope Voltara Durres capacity 01 | 00"]);
    }

    [Fact]
    public void Two_dates_of_one_event_contradict_each_other()
    {
        var story = new Story().On("2025-03-01", "Weekly").Says("Voltara", "acquired", other: "Grune Group", when: "2019").On("2026-01-01", "Vault", SourceKind.Note).Says("Voltara", "acquired", other: "Grune", when: "2017");
        story.Disagreements().ShouldBe(["contradiction Voltara acquired 00 | 01"]);
        story.State().Findings.Single().DecidedBy.ShouldBe("better-source");
    }

    [Fact]
    public void A_finer_date_of_one_event_is_precision()
    {
        var story = new Story().On("2025-03-01", "Weekly").Says("Voltara", "acquired", other: "Grune Group", when: "2019").On("2025-06-01", "Daily").Says("Voltara", "acquired", other: "Grune Group", when: "2019-04");
        story.State().Findings.Single().Valid!.Edtf.ShouldBe("2019-04");
        story.Disagreements().ShouldBe(["precision Voltara acquired 01 | 00"]);
    }

    [Fact]
    public void A_target_date_that_moves_is_a_slip()
    {
        var story = new Story().On("2021-03-01", "Weekly").Says(Durres, "milestone", "production_start", when: "2023", modality: Planned).On("2022-06-01", "Weekly").Says(Durres, "milestone", "production_start", when: "2024", modality: Planned)
            .On("2025-06-01", "Daily").Says(Durres, "milestone", "production_start", when: "2025-05-20");
        story.Plant(Durres).Slips.Select(slip => $"{slip.Milestone} {slip.From} {slip.To} {slip.Modality}").ShouldBe(["production_start 2023 2024 Planned", "production_start 2024 2025-05-20 Actual"]);
        story.Disagreements().ShouldBe(["superseded Voltara Durres milestone 02 | 00", "superseded Voltara Durres milestone 02 | 01"]);
    }

    [Fact]
    public void First_stage_and_end_differ_in_scope()
    {
        var story = new Story().On("2021-03-01", "Weekly").Says(Durres, "capacity", 12, basis: "initial", modality: Planned).Says(Durres, "capacity", 35, basis: "total", modality: Planned);
        var capacity = story.Plant(Durres).Capacity;
        (capacity.Planned!.Value!.ToString(), capacity.Ceiling!.Value!.ToString()).ShouldBe(("12", "35"));
        story.Disagreements().ShouldBe(["scope Voltara Durres capacity 00 | 01"]);
    }

    [Fact]
    public void Cells_and_packs_differ_in_scope() =>
        new Story().On("2021-03-01", "Weekly").Says(Durres, "capacity", 12, level: "cell").On("2024-03-01", "Daily").Says(Durres, "capacity", 20, level: "pack").Disagreements().ShouldBe(["scope Voltara Durres capacity 00 | 01"]);

    [Fact]
    public void Site_and_part_differ_in_scope() =>
        new Story().On("2024-03-01", "Daily").Says(Durres, "capacity", 30, part: "site").Says(Durres + " 2", "capacity", 12).Disagreements().ShouldBe(["scope Voltara Durres capacity 00 | 01"]);

    [Fact]
    public void A_company_and_its_plant_differ_in_scope_alone() =>
        new Story().On("2024-03-01", "Daily").Says("Voltara", "capacity", 100, modality: Planned).Says(Durres, "capacity", 12, modality: Planned).Disagreements().ShouldBe(["scope Voltara capacity 00 | 01"]);

    [Fact]
    public void Many_valued_predicates_do_not_contradict() =>
        new Story().On("2024-03-01", "Daily").Says("Voltara", "supplies", other: "Lumen Cars").Says("Other Cells", "supplies", other: "Lumen Cars", product: "12V").Says("Ann Bo", "role", "chairman", other: "Voltara")
            .On("2024-03-05", "Weekly").Says("Bo Ann", "role", "CEO", other: "Voltara").Says("Voltara", "chemistry", "LFP").Says("Voltara", "chemistry", "NMC").Disagreements().ShouldBeEmpty();

    [Fact]
    public void Owners_named_side_by_side_own_it_together()
    {
        var story = new Story().On("2024-03-01", "Daily").Says("Voltara", "parent", other: "Lumen Cars").Says("Voltara", "parent", other: "Grune Group");
        story.Disagreements().ShouldBeEmpty();
        story.State().Companies.Single(company => company.Name is "Voltara").Owners.Select(owner => owner.Object).ShouldBe(["Grune Group", "Lumen Cars"]);
    }

    [Fact]
    public void A_later_owner_takes_the_place_of_an_earlier_one() =>
        new Story().On("2018-03-01", "Daily").Says("Voltara", "parent", other: "Lumen Cars").On("2020-03-01", "Daily").Says("Voltara", "parent", other: "Grune Group").Disagreements().ShouldBe(["superseded Voltara parent 01 | 00"]);

    [Fact]
    public void What_lies_ahead_of_its_publication_has_not_happened() =>
        new Story().On("2023-02-12", "Vault", SourceKind.Note).Says(Durres, "milestone", "production_start", when: "2025").Plant(Durres).Start!.Modality.ShouldBe(Planned);

    [Fact]
    public void An_undated_text_about_a_dated_event_makes_nothing_before_it_stale()
    {
        var story = new Story().On("2022-01-19", "Daily").Says(Durres, "status", "under_construction").On(null, "Weekly").Says(Durres, "milestone", "production_start", when: "2025-06-03").Says(Durres, "status", "operating");
        (story.Plant(Durres).Status!.When!.Edtf, string.Join(' ', story.Disagreements())).ShouldBe(("2025-06-03", "superseded Voltara Durres status 01 | 00"));
    }

    [Fact]
    public void A_withdrawn_plan_no_longer_holds()
    {
        var story = new Story().On("2021-03-01", "Weekly").Says(Durres, "capacity", 12, modality: Planned).On("2023-03-01", "Daily").Says(Durres, "capacity", 12, modality: Denied);
        story.Plant(Durres).Capacity.Planned.ShouldBeNull();
        story.Disagreements().ShouldBe(["superseded Voltara Durres capacity 01 | 00"]);
    }

    [Fact]
    public void A_partnership_has_no_direction()
    {
        var state = new Story().On("2024-03-01", "Daily").Says("Voltara", "partnership", other: "Lumen Cars", kind: "jv").On("2024-04-01", "Weekly").Says("Lumen Cars", "partnership", other: "Voltara", kind: "jv").State();
        state.Findings.Single().Supports.Length.ShouldBe(2);
        state.Companies.Single(company => company.Name is "Voltara").Partners.Single().Object.ShouldBe("Lumen Cars");
    }

    [Fact]
    public void A_judgement_comes_first_and_can_be_taken_back()
    {
        Story Two() => new Story().On("2025-03-01", "Weekly").Says("Voltara", "acquired", other: "Grune Group", when: "2019").On("2026-01-01", "Vault", SourceKind.Note).Says("Voltara", "acquired", other: "Grune Group", when: "2017");
        var finding = Two().Judge(Verdict.Prefer, "01").State().Findings.Single();
        (finding.Valid!.Edtf, finding.DecidedBy).ShouldBe(("2017", "judgement"));
        Two().Judge(Verdict.Prefer, "01", withdrawn: true).State().Findings.Single().Valid!.Edtf.ShouldBe("2019");
        Two().Judge(Verdict.Reject, "00").State().Findings.Single().Valid!.Edtf.ShouldBe("2017");
        Two().Judge(Verdict.Reject, "00").Disagreements().ShouldBeEmpty();
    }

    [Fact]
    public void Silence_is_inferred_only_where_others_wrote_of_the_operator_since()
    {
        var story = new Story().On("2020-03-01", "Weekly").Says(Durres, "status", "planned", modality: Planned).On("2022-09-01", "Weekly").Says("Voltara", "supplies", other: "Lumen Cars");
        story.Plant(Durres).InferredStatus.ShouldBeNull();
        story.On("2022-10-01", "Daily").Says("Voltara Ica", "status", "operating");
        story.Plant(Durres).InferredStatus.ShouldBe("paused");
        story.Plant(Durres, "2022-01-01").InferredStatus.ShouldBeNull();
        story.On("2024-06-01", "Daily").Says("Voltara Ica", "jobs", 10);
        var plant = story.Plant(Durres);
        (plant.InferredStatus, plant.Status!.Value!.ToString()).ShouldBe(("cancelled", "announced"));
    }

    [Fact]
    public void Every_day_has_its_own_answer()
    {
        var story = new Story().On("2021-03", "Weekly").Says(Durres, "status", "under_construction").On("2025-06-05", "Daily").Says(Durres, "status", "operating").On(null, "Leaflet").Says(Durres, "jobs", 40);
        story.Recorded[story.Claims[2].DocumentId] = new DateOnly(2026, 2, 1);
        story.State("2021-03-30").Plants.ShouldBeEmpty();
        story.Plant(Durres, "2021-03-31").Status!.Value!.ToString().ShouldBe("under_construction");
        story.Plant(Durres, "2026-01-31").Jobs.ShouldBeEmpty();
        var state = story.State("2026-02-01");
        state.Undated.ShouldBe([story.Claims[2].Id]);
        state.Findings.Single(finding => finding.Predicate is "jobs").KnownFrom.ShouldBeNull();
    }

    [Fact]
    public void What_is_to_be_added_to_a_running_plant_leaves_the_plan_that_came_true_alone()
    {
        var story = new Story().On("2021-03-01", "Daily").Says(Durres, "capacity", 10, modality: Planned)
            .On("2023-03-01", "Weekly").Says(Durres, "capacity", 16, modality: Planned)
            .On("2025-12-12", "Daily").Says(Durres, "capacity", 16).Says(Durres, "capacity", 50, when: "[..2030]", modality: Planned).Says(Durres, "milestone", "production_start", when: "2025-12-11");
        var capacity = story.Plant(Durres).Capacity;
        (capacity.Installed!.Value!.ToString(), capacity.Planned, capacity.Ceiling!.Value!.ToString()).ShouldBe(("16", null, "50"));
        story.Disagreements().ShouldBe(["superseded Voltara Durres capacity 02 | 00", "scope Voltara Durres capacity 02 | 03"], ignoreOrder: true);
    }

    [Fact]
    public void A_ceiling_that_what_runs_has_passed_is_replaced()
    {
        var story = new Story().On("2020-03-01", "Daily").Says(Durres, "capacity", 65, basis: "ceiling", modality: Planned).On("2024-07-01", "Weekly").Says(Durres, "capacity", 86);
        story.Disagreements().ShouldBe(["superseded Voltara Durres capacity 01 | 00"]);
        story.Plant(Durres).Capacity.Ceiling.ShouldBeNull();
    }

    [Fact]
    public void What_only_a_weak_source_says_came_about_is_told_in_its_words()
    {
        var story = new Story().On("2023-11-12", "Trade blog", SourceKind.Blog).Says(Durres, "funding", 600, "EUR", "Bank of Peru", kind: "loan", modality: Possible)
            .On("2025-12-12", "Daily").Says(Durres, "funding", 600, "EUR", "Bank of Peru", "2024-05", kind: "loan", ai: true);
        var loan = story.Plant(Durres).Funding.Single();
        (loan.Modality, loan.When!.Edtf).ShouldBe((Actual, "2024-05"));
        story.Disagreements().ShouldBeEmpty();
    }

    [Fact]
    public void A_step_of_the_path_has_the_time_that_a_text_gives_or_none()
    {
        var story = new Story().On("2021-03-01", "Daily").Says(Durres, "capacity", 9, modality: Planned, qualifier: "about").On("2021-09-01", "Weekly").Says(Durres, "capacity", 9, modality: Planned).Says(Durres, "capacity", 12, modality: Planned, when: "2025");
        story.Plant(Durres).Capacity.Path.Select(step => $"{step.Qualifier} {step.Value} {step.When} {string.Join('+', step.Claims)}".Trim()).ShouldBe(["about 9  00+01", "12 2025 02"]);
    }

    [Fact]
    public void As_far_as_a_site_may_grow_is_of_another_scope_than_its_second_plant()
    {
        var story = new Story().On("2023-02-12", "Weekly").Says(Durres, "capacity", 1.9).Says(Durres, "capacity", 38, basis: "ceiling", modality: Possible).Says("Voltara Durres 2", "capacity", 12, modality: Planned);
        story.Disagreements().ShouldBe(["scope Voltara Durres capacity 00 | 01", "scope Voltara Durres capacity 01 | 02"], ignoreOrder: true);
    }

    [Fact]
    public void A_person_may_prefer_a_notes_denial_to_everything_else()
    {
        var story = new Story().On("2024-01-01", "Daily").Says("Voltara", "supplies", other: "Lumen Cars").On("2024-06-01", "Vault", Gigatrace.Claims.SourceKind.Note).Says("Voltara", "supplies", other: "Lumen Cars", modality: Denied).Judge(Verdict.Prefer, "01");
        story.State().Findings.Single().Modality.ShouldBe(Denied);
    }
}
