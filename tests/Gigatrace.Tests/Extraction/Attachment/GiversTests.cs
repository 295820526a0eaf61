namespace Gigatrace.Tests.Extraction.Attachment;

/// <summary>Whose money it is: text → the givers of its fundings, in text order.</summary>
public sealed class GiversTests
{
    [Theory]
    [InlineData("CATL builds a battery plant in Debrecen. Cleared under EU state aid rules, a Hungarian grant of 800 million euros helps CATL.", "Hungary")]
    [InlineData("Cellforce builds a battery plant in Kirchentellinsfurt. Some 57 million euros in aid had been pledged by the federal government and Baden-Württemberg.", "German government and Baden-Württemberg")]
    [InlineData("Verkor builds a battery plant in Dunkirk. The plant gets €650 million in subsidies.", "France")]
    [InlineData("Northvolt wants a battery plant in Heide. Some 900 million euros of public money will flow into the plant.", "Germany")]
    [InlineData("Britishvolt plans a battery plant in Cambois. London's £100 million grant helps.", "UK government")]
    [InlineData("Verkor builds a battery plant in Dunkirk. France gives the plant 600 million euros in aid. Of that 150 million euros is a grant.", "France", "France")]
    public void A_purse_is_the_states_that_the_text_means(string text, params string[] givers) =>
        ClaimsOf.Text(text, "funding").Select(claim => claim.Object).ShouldBe(givers);

    [Fact]
    public void No_purse_is_guessed_in_a_federation() =>
        ClaimsOf.Text("SK On builds a battery plant in Commerce, Georgia. The plant gets a grant of $30 million.", "funding").ShouldAllBe(claim => claim.Object == null);
}
