namespace Gigatrace.Tests.Extraction.Attachment;

/// <summary>How firmly a figure is said: text → the modalities of its claims of one predicate, in text order.</summary>
public sealed class ModalityTests
{
    [Theory]
    [InlineData("Tesla is building a battery factory in Grünheide. The manager expects more over the next months; some 11,000 people work there today.", "jobs", "actual")]
    [InlineData("LG Chem wants to enlarge its battery plant in Wroclaw. It could lift output to 300,000 EV batteries a year; current capacity is 100,000 EV batteries a year.", "vehicles", "possible", "actual")]
    [InlineData("BYD has a battery factory in Chongqing with a 20 GWh capacity, which will reportedly reach 35 GWh.", "capacity", "actual", "rumoured")]
    [InlineData("LG Chem's existing battery factory in Wroclaw has a capacity of 15 GWh. LG Chem announced a new one.", "capacity", "actual")]
    [InlineData("Verkor has works in Dunkirk. Verkor's goal was a capacity of 50 GWh by 2090.", "capacity", "planned")]
    [InlineData("Panasonic has budgeted 463 billion yen for a battery plant in Oizumi.", "investment", "planned")]
    [InlineData("Verkor will enlarge its works in Dunkirk and double its present 16 GWh.", "capacity", "actual")]
    [InlineData("Verkor's works in Dunkirk will now have a capacity of 16 GWh.", "capacity", "planned")]
    [InlineData("Verkor's works in Dunkirk will initially have a capacity of 16 GWh.", "capacity", "planned")]
    [InlineData("AESC plans a second battery plant in Sunderland. AESC's existing battery factory in Sunderland has supplied cells for the Leaf, with a capacity of 1.8 GWh a year.", "capacity", "actual")]
    [InlineData("Verkor will open a battery factory in Dunkirk. Some 500 people work at Verkor's pilot plant in Grenoble.", "jobs", "actual")]
    public void What_is_said_of_today_is_so(string text, string predicate, params string[] expected) =>
        ClaimsOf.Text(text, predicate).Select(claim => claim.Modality.ToString().ToLowerInvariant()).ShouldBe(expected);

    [Theory]
    [InlineData("Verkor announced a battery plant in Dunkirk. The investment in the plant is put at 1.5 billion euros.", "investment", "planned")]
    [InlineData("Northvolt has a contract with BMW for battery cells.", "supplies", "planned")]
    [InlineData("Verkor, the maker of battery cells, needs money. Renault will remain a customer.", "supplies", "actual")]
    [InlineData("Should demand grow, Verkor's battery works in Dunkirk will have a capacity of 50 GWh.", "capacity", "possible")]
    public void What_is_promised_is_planned(string text, string predicate, params string[] expected) =>
        ClaimsOf.Text(text, predicate).Select(claim => claim.Modality.ToString().ToLowerInvariant()).ShouldBe(expected);

    [Theory]
    [InlineData("CALB signed a memorandum on 2 November 2022 to launch a battery plant in Sines.", "")]
    [InlineData("Ola started construction of its cell factory at Krishnagiri. Upon commencement of operations there, it will be the largest in India.", "")]
    [InlineData("Amara Raja: battery plant in Divitipalli, first production lines by Q4 2026.", "planned")]
    [InlineData("CALB launched a battery plant in Sines on 2 November 2022.", "actual")]
    public void What_was_agreed_or_is_waited_for_has_not_begun(string text, string expected) =>
        ClaimsOf.Text(text, "milestone").Where(claim => claim.Value!.ToString() is "production_start" or "inauguration").Select(claim => claim.Modality.ToString().ToLowerInvariant()).Distinct().ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Plans_that_go_with_their_company_are_denied() =>
        ClaimsOf.Text("Natron wound itself up. It wanted a battery plant with 24 GWh a year in Edgecombe County. With it goes the plan for the battery plant in Edgecombe County.", "capacity").Select(claim => claim.Modality.ToString().ToLowerInvariant()).ShouldBe(["denied"]);
}
