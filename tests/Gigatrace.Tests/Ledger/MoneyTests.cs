using Gigatrace.Claims;
using static Gigatrace.Claims.Modality;

namespace Gigatrace.Tests.Ledger;

/// <summary>Sums that were given: which texts tell of one sum, which sum is part of another, and what is counted.</summary>
public sealed class MoneyTests
{
    private const string Durres = "Voltara Durres";

    [Fact]
    public void A_sum_that_later_texts_repeat_is_one()
    {
        var story = new Story().On("2023-03-01", "Daily").Says(Durres, "funding", 48_200_000, "EUR", "Albania", kind: "grant").On("2023-06-01", "Weekly").Says(Durres, "funding", 48_000_000, "EUR", when: "2023")
            .On("2025-06-01", "Herald").Says(Durres, "funding", 48_000_000, "EUR", kind: "other");
        var grant = story.Plant(Durres).Funding.Single();
        (grant.Value!.ToString(), grant.Kind, grant.Object).ShouldBe(("48200000", "grant", "Albania"));
        story.Disagreements().ShouldBe(["precision Voltara Durres funding 00 | 01 02"]);
    }

    [Fact]
    public void One_sum_in_two_currencies_is_one_where_a_text_gives_both()
    {
        var story = new Story().On("2025-05-08", "Daily").Says(Durres, "funding", 1_000_000_000, "GBP", quote: "£1 billion ($1.34 billion) in funding")
            .On("2025-05-09", "Weekly").Says(Durres, "funding", 1_340_000_000, "USD", quote: "funding of $1.34 billion");
        story.Plant(Durres).Funding.Select(sum => $"{sum.Value} {sum.Unit}").ShouldBe(["1000000000 GBP"]);
        new Story().On("2025-05-08", "Daily").Says(Durres, "funding", 1_000_000_000, "GBP").On("2025-05-09", "Weekly").Says(Durres, "funding", 1_340_000_000, "USD").Plant(Durres).Funding.Length.ShouldBe(2);
    }

    [Fact]
    public void Two_givers_two_kinds_or_years_apart_are_two_sums() =>
        new Story().On("2023-03-01", "Daily").Says(Durres, "funding", 50, "EUR", "Albania", kind: "grant").Says(Durres, "funding", 50, "EUR", "Bank of Peru", kind: "loan")
            .Says("Voltara", "funding", 50, "EUR", when: "2019").Says("Voltara", "funding", 50, "EUR", when: "2023").State().Findings.Length.ShouldBe(4);

    [Fact]
    public void A_package_and_what_it_is_made_of_differ_in_scope()
    {
        var story = new Story().On("2023-09-14", "Voltara", SourceKind.Release).Says(Durres, "funding", 2000, "EUR", qualifier: "at_least", quote: "a package of more than 2,000")
            .Says(Durres, "funding", 850, "EUR", kind: "equity", quote: "850 in equity").On("2023-09-15", "Daily").Says(Durres, "funding", 600, "EUR", "Bank of Peru", kind: "loan", quote: "of which the bank lends 600")
            .On("2025-09-15", "Daily").Says(Durres, "funding", 300, "EUR", "Albania", kind: "grant", quote: "a grant of 300");
        story.Disagreements().ShouldBe(["scope Voltara Durres funding 00 | 01", "scope Voltara Durres funding 00 | 02"], ignoreOrder: true);
    }

    [Fact]
    public void A_package_counts_once_in_all_and_its_parts_by_kind()
    {
        var story = new Story().On("2023-09-14", "Voltara", SourceKind.Release).Says(Durres, "funding", 2000, "EUR", quote: "a package of 2,000").Says(Durres, "funding", 850, "EUR", kind: "equity").Says(Durres, "funding", 600, "EUR", "Bank of Peru", kind: "loan")
            .On("2024-09-14", "Daily").Says(Durres, "funding", 650, "EUR", "Albania", kind: "grant").Says(Durres, "funding", 100, "USD", kind: "loan", modality: Planned).Says(Durres, "funding", 900, "EUR", kind: "loan", modality: Possible);
        story.Plant(Durres).Money.Select(sum => $"{sum.Modality.Name()} {sum.Kind} {sum.High} {sum.Unit}: {sum.How}").ShouldBe(
        [
            "actual grant 650 EUR: 1 sum", "actual loan 600 EUR: 1 sum", "actual equity 850 EUR: 1 sum", "actual total 2650 EUR: 2 sums; 2 parts of a package not added",
            "planned loan 100 USD: 1 sum", "planned total 100 USD: 1 sum",
        ]);
    }

    [Fact]
    public void What_was_meant_and_then_given_is_one_sum() =>
        new Story().On("2023-03-01", "Daily").Says(Durres, "funding", 600, "EUR", "Bank of Peru", kind: "loan", modality: Possible).On("2024-05-20", "Weekly").Says(Durres, "funding", 600, "EUR", "Bank of Peru", kind: "loan", when: "2024-05")
            .Plant(Durres).Funding.Select(sum => $"{sum.Modality} {sum.When}").ShouldBe(["Actual 2024-05"]);
}
