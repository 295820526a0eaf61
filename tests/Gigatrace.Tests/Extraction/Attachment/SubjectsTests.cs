namespace Gigatrace.Tests.Extraction.Attachment;

/// <summary>Whose figure it is: text → the subjects of its claims of one predicate, in text order.</summary>
public sealed class SubjectsTests
{
    [Theory]
    [InlineData("Honda and LG Energy Solution will build a battery plant in Jeffersonville, Ohio. The plant will make 40 GWh a year.", "Honda-LG Energy Solution Jeffersonville")]
    [InlineData("Stellantis N.V. and Samsung SDI want a cell factory in Kokomo, Ind. The joint venture, called StarPlus Energy, starts in 2026. The factory will have a capacity of 23 GWh.", "StarPlus Energy Kokomo")]
    [InlineData("Ford has a battery plant in Marshall, Mich. It licensed the technology from China's CATL for the battery plant. The plant will have a capacity of 20 GWh.", "Ford Marshall")]
    public void Two_that_build_together_run_it_together(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("SVOLT is building a battery factory in Saarland. The works will stand just east of Lauchhammer.\n\nThe base is set at 20 GWh per year.", "SVOLT Saarland")]
    [InlineData("EVE Energy will build a production base in Jianyang (Sichuan Province). The capacity of the base is 20 GWh per year.", "EVE Energy Jianyang")]
    [InlineData("Natron Energy opened a sodium-ion battery plant in Holland, Michigan. The Holland plant has a capacity of 1 GWh.", "Natron Energy Holland")]
    [InlineData("Panasonic Energy builds cells in De Soto, close to Kansas City. The Kansas factory will have a capacity of 32 GWh.", "Panasonic Energy De Soto")]
    public void A_place_is_read_as_the_text_means_it(string text, string expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("AESC plans 9 GWh in Sunderland and 24 GWh in Douai.", "AESC Sunderland", "AESC Douai")]
    [InlineData("AESC runs plants in Sunderland and Douai. They have capacities of 12 GWh and 10 GWh respectively.", "AESC Sunderland", "AESC Douai")]
    public void Each_place_has_its_own_figure(string text, params string[] expected) => Check(text, "capacity", expected);

    [Theory]
    [InlineData("Unlike Northvolt's battery factory in Skellefteå, which employed 5,000 people, the AESC plant in Douai runs well.", "Northvolt Skellefteå")]
    [InlineData("Toyota makes batteries in Liberty, North Carolina. Toyota also operates 10 plants in the United States that employ 48,000 people.", "Toyota")]
    public void A_clause_keeps_its_figure(string text, params string[] expected) => Check(text, "jobs", expected);

    [Theory]
    [InlineData("LG Chem broke ground on its cathode plant in Clarksville, Tennessee. The plant will employ 850 people.", "jobs")]
    [InlineData("CATL has a battery plant in Arnstadt. Europe's battery demand will reach 900 GWh of capacity in 2030.", "capacity")]
    [InlineData("Ford makes batteries in Marshall, Michigan. It plans to introduce 20 EVs by 2030.", "vehicles")]
    public void What_is_of_no_battery_plant_gives_nothing(string text, string predicate) => Check(text, predicate);

    [Fact]
    public void Who_says_we_is_the_publisher()
    {
        const string Page = "---\npublisher: Volthaven\nurl: https://www.volthaven.example/news\n---\n# A second hall\n\nWe build cells in Zwickau. Our plant in Zwickau will make 15 GWh a year. We like our town.\n";
        Subjects(Page, "page.md", "capacity").ShouldBe(["Volthaven Zwickau"]);
    }

    private static void Check(string text, string predicate, params string[] expected) => Subjects(text, "text.txt", predicate).ShouldBe(expected);

    private static IEnumerable<string> Subjects(string text, string name, string predicate) => ClaimsOf.Text(text, predicate, name).Select(claim => claim.Subject);
}
