using Gigatrace.Claims;
using Gigatrace.Identity;
using Gigatrace.Ledger;
using Gigatrace.Tests.Ledger;
using static Gigatrace.Claims.Modality;

namespace Gigatrace.Tests.Identity;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("Voltara", "Grune Voltara")]
    [InlineData("Brandnew Cells", "Brandnew Cells GmbH")]
    [InlineData("Brandnew Cells", "Brandnew Cells Co., Ltd.")]
    [InlineData("Hasty Cells Ltd", "HASTY CELLS")]
    [InlineData("Dual Peak Storage Xenon", "DPSX")]
    [InlineData("Grune Group", "Grune")]
    public void Names_of_one_organisation_are_one(string one, string other) => Names(one, other).ShouldHaveSingleItem();

    [Theory]
    [InlineData("Voltara", "Lumen Power")]
    [InlineData("Lumen Cars", "Lumen Power")]
    [InlineData("Bright Energy", "Bright Motors")]
    [InlineData("Voltara", "Volta")]
    [InlineData("Dual Peak Storage", "Deep Port Shipping")]
    public void Names_of_two_organisations_are_two(string one, string other) => Names(one, other).Length.ShouldBe(2);

    [Fact]
    public void An_owners_name_before_the_name_is_the_same_company() =>
        new Story().On("2024-01-01", "Daily").Says("Quickcell", "parent", other: "Ostara").Says("Ostara Quickcell", "founded", when: "2001").State()
            .Entities.Single(entity => entity.Name is "Quickcell").Aliases.ShouldBe(["Ostara Quickcell"]);

    [Fact]
    public void The_parts_of_a_persons_name_may_stand_in_another_order()
    {
        var state = new Story().On("2024-01-01", "Daily").Says("Bo Ann", "role", "chairman", other: "Voltara").On("2024-02-01", "Weekly").Says("Ann Bo", "role", "CEO", other: "Grune Voltara").State();
        state.Entities.Single(entity => entity.Kind == EntityKind.Person).Name.ShouldBe("Bo Ann");
    }

    [Fact]
    public void Doubtful_pairs_are_queued_and_a_person_decides()
    {
        Story Two() => new Story().On("2024-01-01", "Daily").Says("Bright Energy", "founded", when: "2001").Says("Bright", "founded", when: "2001");
        var open = Two().State();
        open.Queue.Single().Candidates.ShouldBe(["Bright Energy"]);
        open.Companies.Length.ShouldBe(2);
        Two().Judge(Verdict.Same, "Bright", "Bright Energy").State().Companies.ShouldHaveSingleItem();
        Two().Judge(Verdict.Undecided, "Bright", "Bright Energy").State().Queue.ShouldBeEmpty();
    }

    [Fact]
    public void A_person_may_keep_apart_what_the_table_joins()
    {
        var state = new Story().On("2024-01-01", "Daily").Says("Brandnew Cells", "founded", when: "2001").Says("Brandnew Cells GmbH", "founded", when: "2005").Judge(Verdict.NotSame, "Brandnew Cells", "Brandnew Cells GmbH").State();
        state.Companies.Select(company => company.Name).ShouldBe(["Brandnew Cells", "Brandnew Cells GmbH"]);
    }

    [Theory]
    [InlineData("Voltara Durres", "Voltara", "Durres", null)]
    [InlineData("Voltara Durres 2", "Voltara", "Durres", "2")]
    [InlineData("Grune Voltara Vlora", "Grune Voltara", "Vlora", null)]
    [InlineData("Nobody Cells Durres", "Nobody Cells", "Durres", null)]
    [InlineData("Voltara Smallplace Township", "Voltara", "Smallplace Township", null)]
    [InlineData("Nobody Nowhere", "Nobody", "Nowhere", null)]
    public void A_plants_name_is_taken_apart(string name, string runs, string place, string? part) =>
        PlantName.Parse(name, Story.Knowledge.Organisations, Story.Knowledge.Places, surely: true).ShouldBe(new PlantName(runs, place, part));

    [Theory]
    [InlineData("Voltara")]
    [InlineData("Voltara Energy")]
    [InlineData("Nobody Nowhere")]
    [InlineData("Lumen Power")]
    public void A_companys_name_is_no_plant(string name) => PlantName.Parse(name, Story.Knowledge.Organisations, Story.Knowledge.Places, surely: false).ShouldBeNull();

    [Fact]
    public void A_broader_place_means_the_only_candidate_there()
    {
        var state = new Story().On("2024-01-01", "Daily").Says("Voltara Durres", "status", "operating").On("2025-01-01", "Weekly").Says("Voltara Albania", "jobs", 100).State();
        var jobs = state.Findings.Single(finding => finding.Predicate is "jobs");
        (jobs.Subject, jobs.Inferred).ShouldBe(("Voltara Durres", "Voltara Durres is the only plant known of Voltara in Albania"));
    }

    [Fact]
    public void With_two_candidates_it_stays_undecided_and_is_queued()
    {
        Story Two() => new Story().On("2024-01-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Vlora", "status", "operating").Says("Voltara Albania", "jobs", 100);
        var state = Two().State();
        state.Plants.Select(plant => plant.Name).ShouldBe(["Voltara Albania", "Voltara Durres", "Voltara Vlora"]);
        state.Queue.Single().Candidates.ShouldBe(["Voltara Durres", "Voltara Vlora"]);
        Two().Judge(Verdict.Same, "Voltara Albania", "Voltara Vlora").Plant("Voltara Vlora").Jobs.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_a_person_left_open_stays_apart_and_out_of_the_queue()
    {
        var state = new Story().On("2024-01-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Albania", "jobs", 100).Judge(Verdict.Undecided, "Voltara Albania", "Voltara Durres").State();
        (state.Plants.Length, state.Queue.Length).ShouldBe((2, 0));
    }

    [Fact]
    public void A_person_may_join_two_plants_and_part_them_again()
    {
        Story Two() => new Story().On("2024-01-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Durres", "capacity", 9).Says("Voltara Vlora", "jobs", 100);
        Two().Judge(Verdict.Same, "Voltara Vlora", "Voltara Durres").State().Plants.Single().Jobs.Single().Inferred!.ShouldStartWith("a person said that Voltara Vlora is Voltara Durres");
        Two().Says("Lumen Power Vlora", "status", "operating").Says("Lumen Cars Vlora", "status", "operating").Judge(Verdict.Same, "Lumen Cars Vlora", "Voltara Vlora").State().Plants.Length.ShouldBe(2);
        Two().Judge(Verdict.Same, "Voltara Vlora", "Voltara Durres", withdrawn: true).State().Plants.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("founded", 0)]
    [InlineData("supplies", 0)]
    [InlineData("status", 1)]
    [InlineData("capacity", 1)]
    public void An_unknown_name_that_ends_like_a_place_is_a_plants_where_claims_speak_of_one(string predicate, int plants) =>
        new Story().On("2024-01-01", "Daily").Says("Nobody Vlora", predicate, predicate is "status" ? "operating" : null, other: predicate is "supplies" ? "Lumen Cars" : null).State().Plants.Length.ShouldBe(plants);

    [Fact]
    public void A_second_plant_in_a_country_is_the_only_number_two_there()
    {
        var story = new Story().On("2024-01-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Durres 2", "status", "under_construction").Says("Voltara Vlora", "status", "operating").Says("Voltara Albania 2", "jobs", 100);
        story.Plant("Voltara Durres 2").Jobs.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_second_plant_is_not_the_first_for_want_of_another() =>
        new Story().On("2024-01-01", "Daily").Says("Voltara Durres", "status", "operating").Says("Voltara Albania 2", "jobs", 100).State().Plants.Select(plant => plant.Name).ShouldBe(["Voltara Albania 2", "Voltara Durres"]);

    [Fact]
    public void Of_two_places_of_one_name_the_text_says_which()
    {
        var story = new Story().On("2024-01-01", "Daily").Says("Voltara Springwell", "status", "operating", quote: "its works in Springwell, Utopia, are running");
        story.Plant("Voltara Springwell").Country.ShouldBe("Peru");
    }

    [Fact]
    public void An_owners_plant_is_that_of_the_subsidiary_there()
    {
        var state = new Story().On("2024-01-01", "Daily").Says("Lumen Power Ica", "status", "operating").Says("Lumen Cars Ica", "jobs", 100).State();
        var plant = state.Plants.Single();
        (plant.Name, plant.Jobs[0].Inferred).ShouldBe(("Lumen Power Ica", "Lumen Cars owns Lumen Power, which has the plant at Ica"));
    }

    [Fact]
    public void A_plan_for_a_site_that_runs_is_for_the_part_not_yet_built()
    {
        var story = new Story().On("2021-07-07", "Daily")
            .Says("Voltara Durres", "capacity", 9, modality: Planned, quote: "it is to start with 9 GWh a year").Says("Voltara Durres", "status", "planned", modality: Planned, quote: "the halls will be converted")
            .On("2022-12-19", "Weekly").Says("Voltara Durres 2", "milestone", "construction_start", when: "2022-12-09").Says("Voltara Durres", "milestone", "production_start", when: "2012");
        story.Plant("Voltara Durres").Capacity.Planned.ShouldBeNull();
        story.Plant("Voltara Durres").Status!.Value!.ToString().ShouldBe("operating");
        var planned = story.Plant("Voltara Durres 2").Capacity.Planned!;
        (planned.Value!.ToString(), planned.Inferred).ShouldBe(("9", "Voltara Durres has been running since 2012, so this plan is for number 2, not yet built"));
        story.Plant("Voltara Durres", "2022-01-01").Capacity.Planned!.Value!.ToString().ShouldBe("9");
    }

    [Fact]
    public void A_figure_given_to_one_part_alone_is_of_that_part()
    {
        var story = new Story().On("2022-01-01", "Daily").Says("Voltara Durres 2", "capacity", 15.8, modality: Planned).Says("Voltara Durres", "capacity", 24, part: "3", modality: Planned).Says("Voltara Durres", "investment", 900, part: "3")
            .On("2023-01-01", "Weekly").Says("Voltara Durres", "capacity", 15.8, modality: Planned).Says("Voltara Durres", "investment", 900).Says("Voltara Durres", "jobs", 24).Says("Voltara Durres", "capacity", 24, basis: "additional", modality: Planned);
        Said(story.Plant("Voltara Durres 2").Capacity.Planned!).ShouldBe(2);
        story.Plant("Voltara Durres 3").Capacity.Additional[0].Figure.Inferred.ShouldBe("the same figure is given for number 3, and for no other part of Voltara Durres");
        Said(story.Plant("Voltara Durres 3").Investment[0]).ShouldBe(2);
        (story.Plant("Voltara Durres").Capacity.Planned, story.Plant("Voltara Durres").Investment.Length, story.Plant("Voltara Durres").Jobs.Length).ShouldBe((null, 0, 1));

        int Said(Figure figure) => story.State().Findings.Single(finding => finding.Id == figure.Finding).Supports.Length;
    }

    [Fact]
    public void A_figure_of_two_parts_or_of_the_whole_stays_with_the_site()
    {
        Story Told(string part) => new Story().On("2022-01-01", "Daily").Says("Voltara Durres 2", "capacity", 20, modality: Planned).Says("Voltara Durres", "capacity", 20, part: part, modality: Planned)
            .On("2023-01-01", "Weekly").Says("Voltara Durres", "capacity", 20, modality: Planned);
        foreach (var part in (string[])["3", "site"]) Told(part).Plant("Voltara Durres").Capacity.Planned!.Value!.ToString().ShouldBe("20");
        Told("2").State().Plants.Length.ShouldBe(1);
    }

    [Fact]
    public void A_bare_planned_of_a_site_that_runs_is_stale()
    {
        var story = new Story().On("2022-12-19", "Weekly").Says("Voltara Durres 2", "milestone", "construction_start", when: "2022-12-09").Says("Voltara Durres", "milestone", "production_start", when: "2012")
            .On("2024-01-09", "Vault", SourceKind.Note).Says("Voltara Durres", "status", "planned", modality: Planned, quote: "| Durres | planned |");
        story.Disagreements().ShouldBe(["stale Voltara Durres status 01 | 02"]);
    }

    private static string[] Names(string one, string other) =>
        [.. new Story().On("2024-01-01", "Daily").Says(one, "founded", when: "2001").On("2024-01-02", "Weekly").Says(other, "founded", when: "2001").State().Companies.Select(company => company.Name)];
}
