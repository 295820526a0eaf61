using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Tests.Ledger;

namespace Gigatrace.Tests.Publishing;

public sealed class TimelineTests
{
    [Fact]
    public void A_status_that_a_milestone_brought_is_not_told_twice()
    {
        var state = new Story().On("2022-12-19", "Weekly").Says("Voltara Durres", "milestone", "construction_start", when: "2022-12-09").State();
        Timeline.Make(new View(state, new DateOnly(2023, 1, 1)), [], evidence: false).Tables[0].Rows.Select(row => row.Cells[2]).ShouldBe(["construction start"]);
    }

    [Fact]
    public void A_qualifier_is_printed_with_its_figure()
    {
        var state = new Story().On("2021-07-20", "Weekly").Says("Voltara", "stake", 20, other: "Lumen Cars", when: "2022", qualifier: "at_least", modality: Gigatrace.Claims.Modality.Planned).State();
        var view = new View(state, new DateOnly(2023, 1, 1));
        Timeline.Make(view, [], evidence: false).Tables[0].Rows.Single().Cells[2].ShouldBe("at least 20 % held by Lumen Cars");
        CompanyCard.Make(view, state.Companies.Single(company => company.Name == "Voltara"), evidence: false).Tables[0].Rows.Single().Cells.ShouldBe(["owner", "at least 20 %, Lumen Cars", "2022", "planned", "Weekly, 2021-07-20"]);
    }
}
