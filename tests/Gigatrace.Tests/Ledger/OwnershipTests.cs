using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Tests.Ledger;

/// <summary>Who owned what from when to when.</summary>
public sealed class OwnershipTests
{
    [Fact]
    public void The_day_of_the_sale_ends_one_owner_and_begins_the_next() => Check(
        new Story().On("2016-05-01", "Daily").Says("Voltara", "parent", other: "Lumen Cars").On("2019-05-10", "Wire").Says("Voltara", "parent", other: "Grune Group")
            .On("2020-05-10", "Wire").Says("Voltara", "acquired", other: "Grune Group", when: "2019-04"),
        "Lumen Cars  [..2016-05-01] 2019-04 parent 00", "Grune Group  2019-04  parent 01 02");

    [Fact]
    public void Without_a_deal_the_change_lies_between_two_texts() => Check(
        new Story().On("2016-05-01", "Daily").Says("Voltara", "parent", other: "Lumen Cars").On("2019-05-10", "Wire").Says("Voltara", "parent", other: "Grune Group"),
        "Lumen Cars  [..2016-05-01] [2016-05-01..2019-05-10] parent 00", "Grune Group  [..2019-05-10]  parent 01");

    [Fact]
    public void Whoever_bought_it_owns_it_though_nobody_calls_it_a_parent() => Check(
        new Story().On("2021-06-01", "Daily").Says("Voltara", "acquired", other: "Lumen Cars", when: "2015").Says("Voltara", "acquired", other: "Grune Group", when: "2021-06-01"),
        "Lumen Cars  2015 2021-06-01 acquired 00", "Grune Group  2021-06-01  acquired 01");

    [Fact]
    public void Who_sold_it_is_told_with_both_days_where_a_text_gives_them() => Check(
        new Story().On("2025-06-01", "Daily").Says("Voltara", "parent", other: "Grune Group").On("2025-07-01", "Wire").Says("Voltara", "parent", other: "Lumen Cars", when: "2012/2018"),
        "Lumen Cars  2012-01-01 2018-12-31 parent 01", "Grune Group  [..2025-06-01]  parent 00");

    [Fact]
    public void Owners_side_by_side_end_nobody() => Check(
        new Story().On("2024-03-01", "Daily").Says("Voltara", "parent", other: "Lumen Cars").Says("Voltara", "parent", other: "Grune Group"),
        "Grune Group  [..2024-03-01]  parent 01", "Lumen Cars  [..2024-03-01]  parent 00");

    [Fact]
    public void A_holder_has_one_share_after_the_other() => Check(
        new Story().On("2021-09-24", "Daily").Says("Voltara", "stake", 33.33, other: "Lumen Cars").On("2024-02-01", "Wire").Says("Voltara", "stake", 30, other: "Lumen Cars", when: "2023-06"),
        "Lumen Cars 33.33 [..2021-09-24] 2023-06 stake 00", "Lumen Cars 30 2023-06  stake 01");

    [Fact]
    public void Whoever_takes_all_ends_the_shares_of_the_others() => Check(
        new Story().On("2022-03-24", "Daily").Says("Voltara", "stake", 51, other: "Grune Group").Says("Voltara", "stake", 49, other: "Lumen Cars").On("2026-02-07", "Wire").Says("Voltara", "parent", other: "Grune Group", quote: "Grune Group becomes its sole owner"),
        "Grune Group  [..2026-02-07]  parent 02", "Grune Group 51 [..2022-03-24] [..2026-02-07] stake 00", "Lumen Cars 49 [..2022-03-24] [..2026-02-07] stake 01");

    [Fact]
    public void A_parent_may_have_others_beside_it() => Check(
        new Story().On("2022-03-24", "Daily").Says("Voltara", "stake", 49, other: "Lumen Cars").On("2026-02-07", "Wire").Says("Voltara", "parent", other: "Grune Group"),
        "Grune Group  [..2026-02-07]  parent 01", "Lumen Cars 49 [..2022-03-24]  stake 00");

    private static void Check(Story story, params string[] expected)
    {
        var company = story.State().Companies.Single(company => company.Name is "Voltara");
        company.Ownership.Select(one => $"{one.Owner} {one.Share} {one.From} {one.To} {one.By} {string.Join(' ', one.Claims)}").ShouldBe(expected);
    }
}
