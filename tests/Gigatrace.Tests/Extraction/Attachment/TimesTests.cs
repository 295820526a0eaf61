namespace Gigatrace.Tests.Extraction.Attachment;

/// <summary>When a claim holds: text → the time of its claims of one predicate, in text order.</summary>
public sealed class TimesTests
{
    private const string Published = "---\npublished: 2024-06-10\n---\n";

    [Theory]
    [InlineData("Verkor opened its battery works in Dunkirk in April 2022. That August ACC opened its works in Douvrin.", "milestone", "2022-04", "2022-08")]
    [InlineData("Verkor opened its battery works in Dunkirk in September 2021. The following June ACC opened its works in Douvrin.", "milestone", "2021-09", "2022-06")]
    [InlineData("Verkor opened its battery works in Dunkirk on 14 July 2023. The same day ACC opened its works in Douvrin.", "milestone", "2023-07-14", "2023-07-14")]
    [InlineData("In 2016, in August, Samsung SDI announced its battery plant in Göd.", "milestone", "2016-08")]
    [InlineData("Verkor will open works in Dunkirk in 2026. They will then have a capacity of 16 GWh.", "capacity", "2026")]
    [InlineData("Output at Verkor's works in Dunkirk should begin in 2026 and reach 16 GWh a year by 2030.", "capacity", "[..2030]")]
    [InlineData("LG Energy Solution agreed early this month to supply Toyota with battery cells from 2027.", "supplies", "2027")]
    [InlineData("With an initial production capacity of 13 GWh, increasing to 40 GWh by 2030, ACC's works in Douvrin will supply Stellantis.", "capacity", null, "[..2030]")]
    [InlineData("Verkor opened its battery works in Dunkirk in May 2023, two years after the groundbreaking.", "milestone", "2023-05")]
    [InlineData("Verkor opened its battery works in Dunkirk in May 2023, a year after the groundbreaking in April 2022.", "milestone", "2023-05", "2022-04")]
    public void A_time_is_that_of_its_claim(string text, string predicate, params string?[] expected) =>
        ClaimsOf.Text(Published + text, predicate, "text.md").Select(claim => claim.When?.Edtf).ShouldBe(expected);

    [Fact]
    public void Who_is_in_office_is_so_since_a_day() =>
        ClaimsOf.Text(Published + "Ivan Espinosa, chief executive of Nissan since April, closes the battery plant.", "role", "text.md").ShouldHaveSingleItem().When!.Edtf.ShouldContain("2024-04");
}
