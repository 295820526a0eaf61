namespace Gigatrace.Tests.Extraction.Relations;

/// <summary>What companies have to do with each other, read by the parts they play and not by their order.</summary>
public sealed class RelationsTests
{
    [Theory]
    [InlineData("NovaLit Energy, in which Hyundai Motor holds 30 percent while its partners Posco and Hanwha share the rest, will build a battery plant.", "NovaLit Energy 30 Hyundai", "NovaLit Energy  Hanwha", "NovaLit Energy  POSCO")]
    [InlineData("Ultium Cells (General Motors 50, LG Energy Solution 50) is a joint venture for battery cells.", "Ultium Cells 50 General Motors", "Ultium Cells 50 LG Energy Solution")]
    [InlineData("In the battery firm Gotion the Volkswagen group has about a quarter.", "Gotion 25 Volkswagen")]
    [InlineData("Of the shares in the battery company Verkor, Renault has a good 10 percent and Schneider Electric 8.", "Verkor 10 Renault", "Verkor 8 Schneider Electric")]
    [InlineData("GIB is an undertaking of Gotion and InoBat for batteries, where the Chinese have 80 percent and the Slovaks the other 20.", "GIB 20 InoBat", "GIB 80 Gotion")]
    [InlineData("Samsung SDI and Stellantis own StarPlus Energy at 51 and 49 percent. It makes battery cells.", "StarPlus Energy 49 Stellantis", "StarPlus Energy 51 Samsung SDI")]
    [InlineData("The battery start-up Sila, in whom Mercedes-Benz and Siemens hold shares, raised money.", "Sila  Mercedes-Benz", "Sila  Siemens")]
    public void Shares_go_to_those_they_stand_with(string text, params string[] expected) => Of(text, "stake").ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("Battery costs fell 20 percent at CATL, and BMW took 30 percent of its cells.")]
    [InlineData("About 80 percent of the battery plant in Sunderland is finished, AESC says.")]
    [InlineData("CATL holds 37 percent of the world's battery market, BYD 16.")]
    public void Other_percentages_are_no_shares(string text) => Of(text, "stake").ShouldBeEmpty();

    [Theory]
    [InlineData("Lyten on Monday signed for Northvolt's battery plant in Skellefteå, its laboratory in Västerås and its site in Heide.", "Northvolt Heide  Lyten", "Northvolt Skellefteå  Lyten", "Northvolt Västerås  Lyten")]
    [InlineData("CATL bought a lithium mine from North American Lithium and makes batteries.")]
    public void A_row_of_works_is_bought(string text, params string[] expected) => Of(text, "acquired").ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("LG Energy Solution, split off in December as a fully owned unit of LG Chem, makes batteries.", "LG Energy Solution  LG Chem")]
    [InlineData("Wholly owned by Exide Industries, Exide Energy Solutions is building a battery plant in Bengaluru.", "Exide Energy Solutions  Exide Industries")]
    public void A_daughter_may_stand_before_or_behind_her_parent(string text, params string[] expected) => Of(text, "parent").ShouldBe(expected);

    [Theory]
    [InlineData("Samsung SDI had the Audi e-tron and the BMW i3, the battery statistics show.", "Samsung SDI  Audi", "Samsung SDI  BMW")]
    [InlineData("Volvo Cars turned to CATL for the batteries of the EX30.", "CATL  Volvo Cars")]
    [InlineData("Inside the Kia Niro there are batteries of SK On.", "SK On  Kia")]
    [InlineData("CATL and Volkswagen are talking about a battery plant.")]
    [InlineData("SK On is building a battery plant next to the works of Hyundai.")]
    public void A_maker_of_cells_and_a_car_in_one_clause(string text, params string[] expected) => Of(text, "supplies").ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("Stellantis and Samsung SDI make batteries in Kokomo; both works belong to their joint venture StarPlus Energy.", "Samsung SDI  Stellantis")]
    [InlineData("The union and AESC reached an agreement on wages at the battery plant in Sunderland.")]
    public void Who_works_together(string text, params string[] expected) => Of(text, "partnership").Select(static pair => string.Join("  ", pair.Split("  ").Order(StringComparer.Ordinal))).ShouldBe(expected);

    [Theory]
    [InlineData("CATL puts sodium-ion cells on sale.", "CATL sodium-ion ")]
    [InlineData("Northvolt never made LFP cells.")]
    public void What_a_maker_makes(string text, params string[] expected) => Of(text, "chemistry").ShouldBe(expected);

    [Theory]
    [InlineData("Last year AESC mothballed, to the dismay of the county, its battery project in Florence, South Carolina.", "AESC Florence paused ")]
    [InlineData("SVOLT's battery factory in Überherrn, announced with pomp, has been on hold since May.", "SVOLT Überherrn paused ")]
    [InlineData("BMW builds battery packs in Irlbach. Woodruff in South Carolina is now under construction as well.", "BMW Woodruff under_construction ")]
    [InlineData("CATL gives up its battery factory in Arnstadt after all.", "CATL Arnstadt cancelled ")]
    [InlineData("AESC has not mothballed the battery plant in Sunderland.")]
    [InlineData("BMW halted car production in Munich, while CATL makes batteries in Arnstadt.")]
    public void An_event_and_the_works_it_befell(string text, params string[] expected) => Of(text, "status").Where(static said => said.EndsWith("paused ", StringComparison.Ordinal) || said.EndsWith("cancelled ", StringComparison.Ordinal) || said.EndsWith("under_construction ", StringComparison.Ordinal)).ShouldBe(expected);

    [Theory]
    [InlineData("The battery maker Suzuki has long been led by chairman Osamu Suzuki.", "Osamu Suzuki chairman Suzuki")]
    [InlineData("In Göd Samsung SDI vice president Jeong Se-woong laid the first stone for the battery plant.", "Jeong Se-woong vice president Samsung SDI")]
    [InlineData("President Yoon Suk Yeol visited the battery plant of LG Energy Solution.")]
    public void A_title_beside_a_name(string text, params string[] expected) => Of(text, "role").ShouldBe(expected);

    private static IEnumerable<string> Of(string text, string predicate) => ClaimsOf.Text(text, predicate).Select(static claim => $"{claim.Subject} {claim.Value} {claim.Object}");
}
