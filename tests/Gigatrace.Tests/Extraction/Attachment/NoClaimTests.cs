namespace Gigatrace.Tests.Extraction.Attachment;

/// <summary>What is said of something else than a works of cells, and who gives what.</summary>
public sealed class NoClaimTests
{
    [Theory]
    [InlineData("CATL has not closed its battery plant in Arnstadt.")]
    [InlineData("ACC has not really scrapped the battery factory in Termoli.")]
    [InlineData("AESC never halted construction of the battery plant in Sunderland.")]
    public void An_end_that_is_denied_is_none(string text) => ClaimsOf.Text(text, "status").Concat(ClaimsOf.Text(text, "milestone")).ShouldAllBe(claim => claim.Value!.ToString() != "closed" && claim.Value!.ToString() != "cancelled" && claim.Value!.ToString() != "paused");

    [Theory]
    [InlineData("Series production of the ID.4 begins in Zwickau in August 2020. The Zwickau plant will turn out 300,000 cars a year. Its battery cells come from LG Chem.", "milestone")]
    [InlineData("BYD's battery packs are sought after. BYD's fifth car factory is to start at Fuzhou in April 2027. Fuzhou starts production on 15 April 2027.", "milestone")]
    [InlineData("CATL makes the battery cells of the ES6 in Ningde. The ES6 was officially launched on December 15, 2018 in Shanghai.", "milestone")]
    [InlineData("LG Energy Solution has a battery plant in Karawang. In 2025 the minister opened a polyurethane plant in Karawang.", "milestone")]
    [InlineData("The battery cells come from LG Energy Solution's works in Wroclaw, after the two companies scrapped plans in 2023 for a venture in Turkey.", "milestone")]
    [InlineData("ElevenEs makes battery cells in Subotica. Beside the town the utility runs a 40 MWh grid battery.", "capacity")]
    [InlineData("CATL had an installed battery capacity of 259.7 GWh in 2023, up 40.8 percent.", "capacity")]
    [InlineData("Battery cells in India: the ACC-PLI scheme has 18,100 crore to give. Target of the ACC PLI scheme: 50 GWh.", "capacity")]
    [InlineData("Freyr makes battery cells. Its 5 GW solar module manufacturing facility in Wilmer started production in November 2024.", "milestone")]
    [InlineData("LG Energy Solution makes battery cells. Hanwha's photovoltaic cell factory in Dalton began production in 2019.", "milestone")]
    [InlineData("SK On makes battery cells in Changzhou. SK On has been promising its battery cells since 2017 and postponed them.", "milestone")]
    [InlineData("CATL and BYD lead in batteries. Their share of the market stands at 53.3%.", "market_share")]
    public void Another_thing_gives_no_claim(string text, string predicate) => ClaimsOf.Text(text, predicate).ShouldBeEmpty();

    [Theory]
    [InlineData("Verkor, partly owned by Renault, builds a battery plant in Dunkirk. The funding consists of 850 million euros in capital, 600 million euros in loans from the European Investment Bank.", null, "European Investment Bank")]
    [InlineData("Freyr builds a battery plant in Mo i Rana with backing from Eksfin, which has indicated up to 400 million euros in loans.", "Eksfin")]
    [InlineData("The French government gives Verkor's battery plant in Dunkirk a grant of 650 million euros.", "France")]
    [InlineData("The federal and Quebec governments will lend C$100 million to Lion Electric for a battery plant in Saint-Jérôme.", "Canadian government and Québec")]
    [InlineData("Toyota runs a battery plant in Liberty. North Carolina's incentives stand at about $430 million.", "North Carolina")]
    [InlineData("ElevenEs makes battery cells in Subotica. The European Investment Bank, I hear, is weighing a loan of some 60 million euros.", "European Investment Bank")]
    [InlineData("Oklahoma, which wooed Panasonic with $700 million for a battery works at Pryor, was turned down.", "Oklahoma")]
    public void A_sum_comes_from_who_stands_by_it(string text, params string?[] givers) =>
        ClaimsOf.Text(text, "funding").Select(claim => claim.Object).ShouldBe(givers);

    [Theory]
    [InlineData("AESC has a battery plant in Sunderland. It is to begin work at a planned battery plant to serve Nissan's car factory. The new plant will create 1,000 jobs.", "jobs", "AESC Sunderland")]
    [InlineData("FinDreams will build a battery factory in Central China. The facility will be located in Zhengzhou and have a capacity of 40 GWh.", "capacity", "FinDreams Battery Zhengzhou")]
    [InlineData("Agratas will build a battery gigafactory in Somerset. The facility will be built near Bridgwater. The factory will have a capacity of 40 GWh.", "capacity", "Agratas Bridgwater")]
    [InlineData("A consultant spoke for Britishvolt, which had wanted to build a 30 GWh battery factory near Blyth.", "capacity", "Britishvolt Blyth")]
    public void The_subject_is_who_the_words_are_of(string text, string predicate, string expected) =>
        ClaimsOf.Text(text, predicate).Select(claim => claim.Subject).Distinct().ShouldBe([expected]);

    [Theory]
    [InlineData("Exide Energy signed a memorandum of understanding with Hyundai and Kia on battery cells.", 2)]
    [InlineData("Hyundai and Kia signed a memorandum of understanding with Exide Energy on battery cells.", 2)]
    public void Two_on_one_side_are_no_pair(string text, int pairs) => ClaimsOf.Text(text, "partnership").Count().ShouldBe(pairs);
}
