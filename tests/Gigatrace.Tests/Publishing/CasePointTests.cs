using Gigatrace.Claims;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Tests.Ledger;
using static Gigatrace.Claims.Modality;

namespace Gigatrace.Tests.Publishing;

/// <summary>What speaks for a company and against it: each rule, and what comes close to it.</summary>
public sealed class CasePointTests
{
    private const string Durres = "Voltara Durres", Vlora = "Voltara Vlora";

    private static Story Start => new Story().On("2024-03-01", "Daily").Says(Durres, "status", "operating");

    [Fact]
    public void What_is_installed_grew_or_fell()
    {
        Check(Capacity("2024-03-01", 10, Actual).On("2025-03-01", "Weekly").Says(Durres, "capacity", 16), "bull grew: installed capacity of Voltara Durres grew from 10 GWh/yr to 16 GWh/yr");
        Check(Capacity("2024-03-01", 16, Actual).On("2025-03-01", "Weekly").Says(Durres, "capacity", 10), "bear shrank: installed capacity of Voltara Durres fell from 16 GWh/yr to 10 GWh/yr");
        Check(Capacity("2024-03-01", 10, Actual).On("2025-03-01", "Weekly").Says(Durres, "capacity", 10));
        Check(Capacity("2024-03-01", 10, Actual).On("2024-03-15", "Weekly").Says(Durres, "capacity", 16).Says(Durres, "status", "operating"), "bear unclear: sources contradict each other on the capacity of Voltara Durres");
    }

    [Fact]
    public void Plans_were_raised_or_cut()
    {
        Check(Capacity("2024-03-01", 30, Planned).On("2025-03-01", "Weekly").Says(Durres, "capacity", 40, modality: Planned), "bull plan-raised: planned capacity of Voltara Durres was raised from 30 GWh/yr to 40 GWh/yr");
        Check(Capacity("2024-03-01", 30, Planned).On("2025-03-01", "Weekly").Says(Durres, "capacity", 24, modality: Planned), "bear plan-cut: planned capacity of Voltara Durres was cut from 30 GWh/yr to 24 GWh/yr");
        Check(Capacity("2024-03-01", 30, Planned).On("2025-03-01", "Weekly").Says(Durres, "capacity", (24, 30), modality: Planned));
    }

    [Fact]
    public void A_plant_opened_in_time_or_late_or_stopped()
    {
        var aimed = new Story().On("2023-01-01", "Daily").Says(Durres, "milestone", "production_start", when: "2025", modality: Planned);
        Check(aimed.On("2025-06-03", "Weekly").Says(Durres, "milestone", "production_start", when: "2025-06-02"), "bull opened: Voltara Durres began production, 2025-06-02");
        var late = new Story().On("2023-01-01", "Daily").Says(Durres, "milestone", "production_start", when: "2024", modality: Planned);
        Check(late.On("2025-06-03", "Weekly").Says(Durres, "milestone", "production_start", when: "2025-06-02"), "bear slipped: production start of Voltara Durres put off from 2024 to 2025-06-02, by 5 months");
        Check(new Story().On("2025-06-03", "Weekly").Says(Durres, "milestone", "inauguration", when: "2025-06-02"), "bull opened: Voltara Durres opened, 2025-06-02");
        Check(Start.On("2025-06-03", "Weekly").Says(Durres, "milestone", "closed", when: "2025-06-01"), "bear stopped: Voltara Durres is closed");
    }

    [Fact]
    public void Customers_and_money_came_and_went()
    {
        Check(Start.On("2025-01-01", "Weekly").Says(Durres, "supplies", other: "Lumen Cars"), "bull customer: supplies Lumen Cars from Voltara Durres");
        Check(new Story().On("2025-01-01", "Weekly").Says("Voltara", "supplies", other: "Lumen Cars", modality: Planned), "bull customer: is to supply Lumen Cars");
        Check(new Story().On("2024-01-01", "Weekly").Says("Voltara", "supplies", other: "Lumen Cars", modality: Planned).On("2025-01-01", "Weekly").Says("Voltara", "supplies", other: "Lumen Cars", modality: Denied), "bear customer-ended: no longer supplies Lumen Cars");
        Check(new Story().On("2025-01-01", "Weekly").Says("Voltara", "supplies", other: "Lumen Cars", modality: Rumoured));
        Check(Start.On("2025-01-01", "Weekly").Says(Durres, "funding", 600_000_000, "EUR", "Bank of Peru", kind: "loan"), "bull funded: Voltara Durres has EUR 600 million from Bank of Peru (loan)");
        Check(Start.On("2025-01-01", "Weekly").Says(Durres, "funding", 600_000_000, "EUR", "Bank of Peru", kind: "loan", modality: Planned));
    }

    [Fact]
    public void Shares_of_the_same_months_are_compared()
    {
        static Story Share(string first, string second) => new Story().On("2024-01-10", "Weekly").Says("Voltara", "market_share", 37.4, when: second).Says("Voltara", "market_share", 35.7, when: first);
        Check(Share("2022-01/2022-11", "2023-01/2023-11"), "bull share-rose: market share rose from 35.7 % (2022-01 to 2022-11) to 37.4 % (2023-01 to 2023-11)");
        Check(Share("2022-01/2022-11", "2023"));
    }

    /// <summary>Counted from the newest text on the company, not from today.</summary>
    [Fact]
    public void What_is_older_than_two_years_is_no_point()
    {
        var story = new Story().On("2021-01-01", "Weekly").Says("Voltara", "supplies", other: "Lumen Cars").Says(Durres, "milestone", "closed", when: "2020-12");
        Check(story, "bull customer: supplies Lumen Cars", "bear stopped: Voltara Durres is closed");
        Check(story.On("2024-01-01", "Weekly").Says(Vlora, "jobs", 40));
    }

    [Fact]
    public void Shares_stand_beside_those_of_the_same_period()
    {
        var story = new Story().On("2024-01-10", "Weekly").Says("Voltara", "market_share", 15, when: "2023").Says("Lumen Power", "market_share", 37, when: "2023").Says("Somebody Ltd", "market_share", 5, when: "2023-05")
            .Says("Nobody Ltd", "market_share", 9, when: "2023", region: "Europe").Says("Lumen Cars", "market_share", 3, when: "2019").Says("Voltara", "competitor", other: "Lumen Cars").Says("Voltara", "rank", 2, when: "2023").Says("Lumen Power", "rank", 1, when: "2023");
        var standings = story.State().Companies.Single(company => company.Name == "Voltara").Standings;
        standings.Select(one => $"{one.Predicate} {one.Period?.Edtf}: {string.Join(", ", one.Figures.Select(figure => $"{figure.Of} {figure.Value}"))} | {string.Join(", ", one.Beside.Select(figure => $"{figure.Of} {figure.Value} {figure.When?.Edtf}"))}").ShouldBe(
            ["market_share 2023: Lumen Power 37, Voltara 15 | Somebody Ltd 5 2023-05, Lumen Cars 3 2019", "rank 2023: Lumen Power 1, Voltara 2 | "]);
    }

    private static Story Capacity(string day, int value, Modality modality) => new Story().On(day, "Daily").Says(Durres, "capacity", value, modality: modality);

    /// <summary>"case rule: text" of each point; each rests on claims that are there.</summary>
    private static void Check(Story story, params string[] points)
    {
        var view = new View(story.State(), new DateOnly(2030, 1, 1));
        var found = CasePoints.Of(view, view.State.Companies.Single(company => company.Name == "Voltara"));
        found.Select(point => $"{(point.Bull ? "bull" : "bear")} {point.Rule}: {point.Text}").ShouldBe(points);
        found.ShouldAllBe(point => point.Claims.All(id => view.State.Claims.ContainsKey(id)));
    }
}
