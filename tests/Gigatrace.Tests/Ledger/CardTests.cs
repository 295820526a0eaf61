using Gigatrace.Claims;
using Gigatrace.Ledger;
using static Gigatrace.Claims.Modality;

namespace Gigatrace.Tests.Ledger;

/// <summary>One longer story, told by five sources over five years, and the cards that come of it on two days.</summary>
public sealed class CardTests
{
    private const string Durres = "Voltara Durres";

    private static Story Told() => new Story()
        .On("2021-07-07", "Trade blog", SourceKind.Blog)
        .Says(Durres, "status", "under_construction").Says(Durres, "capacity", 9, basis: "initial", modality: Planned).Says(Durres, "capacity", 43, basis: "ceiling", modality: Possible)
        .Says(Durres, "supplies", other: "Lumen Cars", modality: Possible)
        .Says("Voltara Vlora", "capacity", 9, modality: Planned, quote: "the works are to be converted and start with 9 GWh").Says("Voltara Vlora", "capacity", 35, basis: "total", modality: Planned, quote: "to expand to 35 GWh")
        .On("2022-12-19", "Cell Week", SourceKind.Blog)
        .Says("Voltara Vlora 2", "milestone", "construction_start", when: "2022-12-09").Says("Voltara Vlora 2", "capacity", 12, basis: "initial", when: "2025", modality: Planned)
        .Says("Voltara Vlora 2", "milestone", "production_start", when: "2025", modality: Planned).Says("Voltara Vlora", "milestone", "production_start", when: "2012")
        .On("2025-06-05", "Daily")
        .Says(Durres, "milestone", "inauguration", when: "2025-06-03").Says(Durres, "milestone", "production_start").Says(Durres, "capacity", 10, basis: "initial").Says(Durres, "supplies", other: "Lumen Cars")
        .Says(Durres, "jobs", 650).Says(Durres, "jobs", 1000, modality: Planned).Says("Grune Voltara", "parent", other: "Grune Group")
        .Says(Durres, "funding", 450, "EUR", "Bank of Peru", "2023", kind: "loan", ai: true).Says("Voltara", "stake", 20, other: "Lumen Cars", when: "2019", ai: true).Says("Voltara Albania 2", "funding", 1000, "GBP", when: "2025-05", ai: true)
        .On("2026-01-09", "Vault", SourceKind.Note)
        .Says("Voltara Peru", "status", "planned", modality: Planned).Says("Voltara", "market_share", 3).Says("Voltara Durres", "status", "planned", modality: Planned);

    [Fact]
    public void The_plant_today()
    {
        var plant = Told().Plant(Durres);
        (plant.Status!.Value!.ToString(), plant.Status.When!.Edtf, plant.Operator, plant.Country).ShouldBe(("operating", "2025-06-03", "Voltara", "Albania"));
        (plant.Capacity.Installed!.Value!.ToString(), plant.Capacity.Planned, plant.Capacity.Ceiling!.Value!.ToString()).ShouldBe(("10", null, "43"));
        plant.Capacity.Path.Select(step => $"{step.Value} {step.Modality.Name()}").ShouldBe(["9 planned", "43 possible", "10 actual"]);
        plant.Owners.Select(owner => $"{owner.Object} of {owner.Of}").ShouldBe(["Grune Group of Voltara", "Lumen Cars of Voltara"]);
        plant.Jobs.Select(jobs => $"{jobs.Value} {jobs.Modality.Name()}").ShouldBe(["650 actual", "1000 planned"]);
        (plant.Funding.Single().Object, plant.Customers.Single().Modality).ShouldBe(("Bank of Peru", Actual));
        plant.Disagreements.Select(row => row.Kind).ShouldBe([DisagreementKind.Superseded, DisagreementKind.Scope, DisagreementKind.Superseded, DisagreementKind.Stale]);
    }

    [Fact]
    public void The_plant_as_it_was_known_four_years_before()
    {
        var plant = Told().Plant(Durres, "2022-01-01");
        (plant.Status!.Value!.ToString(), plant.Capacity.Installed, plant.Capacity.Planned!.Value!.ToString(), plant.Capacity.Ceiling!.Value!.ToString()).ShouldBe(("under_construction", null, "9", "43"));
        (plant.Funding.Length, plant.Jobs.Length, plant.Owners.Length, plant.Customers.Single().Modality).ShouldBe((0, 0, 0, Possible));
    }

    [Fact]
    public void The_second_plant_and_the_first_apart()
    {
        var story = Told();
        var second = story.Plant("Voltara Vlora 2");
        (second.Status!.Value!.ToString(), second.Status.When!.Edtf, second.Start!.When!.Edtf).ShouldBe(("under_construction", "2022-12-09", "2025"));
        (second.Capacity.Planned!.Value!.ToString(), second.Capacity.Ceiling!.Value!.ToString(), second.Funding.Single().Inferred).ShouldBe(("12", "35", "Voltara Vlora 2 is the only plant number 2 known of Voltara in Albania"));
        second.Disagreements.Select(row => row.Kind).ShouldBe([DisagreementKind.Superseded, DisagreementKind.Scope]);
        var first = story.Plant("Voltara Vlora");
        (first.Status!.Value!.ToString(), first.Start!.When!.Edtf, first.Capacity.Path.Length).ShouldBe(("operating", "2012", 0));
    }

    [Fact]
    public void The_company_with_its_plants()
    {
        var company = Told().State().Companies.Single(company => company.Name is "Voltara");
        company.Aliases.ShouldBe(["Grune Voltara"]);
        company.Owners.Select(owner => $"{owner.Object} {owner.Value}").ShouldBe(["Grune Group ", "Lumen Cars 20"]);
        company.Plants.ShouldBe([Durres, "Voltara Peru", "Voltara Vlora", "Voltara Vlora 2"]);
        (company.Shares.Single().Value!.ToString(), company.Customers.Single().Of).ShouldBe(("3", Durres));
    }

    [Fact]
    public void How_often_and_how_far_a_start_was_put_off()
    {
        var story = new Story().On("2021-03-01", "Weekly").Says(Durres, "milestone", "production_start", when: "2023", modality: Planned).On("2022-06-01", "Daily").Says(Durres, "milestone", "production_start", when: "2024", modality: Planned)
            .On("2023-02-01", "Trade blog", SourceKind.Blog).Says(Durres, "milestone", "production_start", when: "2023", modality: Planned).On("2023-06-01", "Daily").Says(Durres, "milestone", "production_start", when: "2024", modality: Planned)
            .On("2025-06-01", "Daily").Says(Durres, "milestone", "production_start", when: "2025-05-20");
        story.Plant(Durres).Slipped.Select(one => $"{one.Milestone} {one.Times} {one.From} {one.To} {one.Months}").ShouldBe(["production_start 2 2023 2025-05-20 17"]);
        story.Plant(Durres).Slips.Select(slip => slip.Months).ShouldBe([12, 5]);
    }

    [Theory]
    [InlineData("possible", null, "talks")]
    [InlineData("rumoured", null, "talks")]
    [InlineData("planned", null, "agreed")]
    [InlineData("actual", null, "supplying")]
    [InlineData("actual", "under_construction", "agreed")]
    [InlineData("actual", "closed", "ended")]
    [InlineData("denied", null, "denied")]
    public void Where_a_plant_stands_with_a_customer(string modality, string? status, string state)
    {
        var story = new Story().On("2024-03-01", "Daily").Says(Durres, "supplies", other: "Lumen Cars", modality: Modalities.Find(modality)!.Value);
        if (status is not null) story.Says(Durres, "status", status);
        story.Plant(Durres).Customers.Single().State.ShouldBe(state);
    }

    [Fact]
    public void What_was_agreed_and_then_denied_has_ended() =>
        new Story().On("2020-03-01", "Daily").Says(Durres, "supplies", other: "Lumen Cars", modality: Planned).On("2024-03-01", "Daily").Says(Durres, "supplies", other: "Lumen Cars", modality: Denied).Plant(Durres).Customers.Single().State.ShouldBe("ended");

    [Fact]
    public void What_is_committed_and_what_is_free()
    {
        var story = new Story().On("2024-03-01", "Daily").Says(Durres, "capacity", 16).Says(Durres, "supplies", 9, "GWh/yr", "Lumen Cars").Says(Durres, "supplies", 3, "GWh/yr", "Grune Group", modality: Planned).Says(Durres, "supplies", 8, "GWh/yr", "Somebody Ltd", modality: Possible);
        var commitment = story.Plant(Durres).Commitment!;
        (commitment.Committed, commitment.Free, commitment.Findings.Length).ShouldBe((12, 4, 2));
        new Story().On("2024-03-01", "Daily").Says(Durres, "capacity", 16).Says(Durres, "supplies", other: "Lumen Cars").Plant(Durres).Commitment.ShouldBeNull();
    }

    [Fact]
    public void Steps_of_the_path_say_what_they_are_and_an_addition_what_it_comes_on_top_of()
    {
        var story = new Story().On("2021-03-01", "Daily").Says(Durres, "capacity", 4, basis: "initial", modality: Planned).Says(Durres, "capacity", 40, basis: "ceiling", modality: Possible).On("2023-03-01", "Daily").Says(Durres, "capacity", 5).Says(Durres, "milestone", "production_start", when: "2023-02")
            .On("2024-03-01", "Daily").Says(Durres, "capacity", 20, basis: "additional", modality: Planned).Says(Durres, "capacity", 3, basis: "output", when: "2023");
        var capacity = story.Plant(Durres).Capacity;
        capacity.Path.Select(step => $"{step.As} {step.Value}").ShouldBe(["planned 4", "ceiling 40", "installed 5", "additional 20", "output 3"]);
        var added = capacity.Additional.Single();
        (added.Figure.Value!.ToString(), added.Total!.ToString(), added.To).ShouldBe(("20", "25", capacity.Installed!.Finding));
        (capacity.Output.Single().Value!.ToString(), capacity.Installed.Value!.ToString()).ShouldBe(("3", "5"));
    }

    [Fact]
    public void Every_finding_names_its_topic_its_rule_and_when_it_became_known()
    {
        var finding = Told().State().Findings.Single(finding => finding.Subject is Durres && finding.Predicate is "capacity" && finding.Modality == Actual);
        (finding.Topic, finding.DecidedBy, finding.KnownFrom).ShouldBe(("Voltara Durres/capacity", "happened", new DateOnly(2025, 6, 5)));
        finding.Against.Single().Kind.ShouldBe(DisagreementKind.Superseded);
    }
}
