using Gigatrace.Claims;

namespace Gigatrace.Tests.Extraction.Lexicon;

/// <summary>By which names companies, people, givers of money and towns come out of a text.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("Indonesia Battery Corporation (IBC) is hiring in Jakarta. IBC will build a 10 GWh battery plant in Batang.", "Indonesia Battery Corporation Batang")]
    [InlineData("Indonesia Battery Corporation, IBC for short, is hiring. IBC will build a 10 GWh battery plant in Batang.", "Indonesia Battery Corporation Batang")]
    [InlineData("Ola Electric is hiring. By 2026 Ola will build a 10 GWh battery plant in Krishnagiri.", "Ola Electric Krishnagiri")]
    [InlineData("The battery maker Molicel will build a 10 GWh battery plant in Kaohsiung.", "Molicel Kaohsiung")]
    [InlineData("The battery maker E-One Moli will build a 10 GWh battery plant in Kaohsiung.", "E-One Moli Kaohsiung")]
    [InlineData("Pomega Energy Storage Technologies will build a 10 GWh battery plant in Polatlı.", "Pomega Polatlı")]
    [InlineData("CATL and Indonesia Battery Corporation are partners. Indonesia Battery Corporation broke ground in Karawang for a 10 GWh battery plant.", "CATL-Indonesia Battery Corporation Karawang")]
    [InlineData("AESC will build a 10 GWh battery plant in SUNDERLAND.", "AESC Sunderland")]
    public void A_works_has_the_name_that_the_text_means(string text, string subject) => Claims(text, "capacity").Select(claim => claim.Subject).Distinct().ShouldBe([subject]);

    [Theory]
    [InlineData("Anna Berg and Carl Dahl, managing directors of Verkor, agreed.", "Anna Berg: managing director, Verkor", "Carl Dahl: managing director, Verkor")]
    [InlineData("Anna Berg, Member of the Executive Board for Research and Development at Porsche, spoke of cells.", "Anna Berg: Member of the Executive Board for Research and Development, Porsche")]
    [InlineData("Anna Berg, chairwoman of Verkor and of Northvolt, agreed.", "Anna Berg: chairwoman, Verkor", "Anna Berg: chairwoman, Northvolt")]
    [InlineData("Anna Berg, chief procurement officer of Verkor, agreed.", "Anna Berg: chief procurement officer, Verkor")]
    [InlineData("Anna Berg, CEO of Gotion EMEA, agreed.", "Anna Berg: CEO, Gotion EMEA")]
    [InlineData("Frank So, executive vice-president of Verkor, agreed.", "Frank So: executive vice-president, Verkor")]
    [InlineData("Verkor builds cells. Conservative Leader Anna Berg is against it.")]
    public void A_person_has_an_office_at_a_company(string text, params string[] expected) =>
        Claims(text, "role").Select(claim => $"{claim.Subject}: {((ClaimValue.Text)claim.Value!).Word}, {claim.Object}").ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("The Government of Canada will contribute a grant of C$80 million to E-One Moli's battery plant in Maple Ridge.", "Canada")]
    [InlineData("Verkor gets a grant of €80 million from the French government for its battery plant in Dunkirk.", "France")]
    [InlineData("AESC gets a grant of £80 million from the UK government for its battery plant in Sunderland.", "UK government")]
    public void A_government_gives_by_the_name_of_its_country(string text, string giver) => Claims(text, "funding").Select(claim => claim.Object).ShouldBe([giver]);

    [Fact]
    public void Words_of_a_heading_in_capitals_are_no_name() =>
        Claims("**GOTION AND VERKOR BREAK GROUND ON LFP CELL FACTORY IN DUNKIRK**\n\nThe 10 GWh plant in Dunkirk will open in 2026.", "capacity").ShouldAllBe(claim => !claim.Subject.StartsWith("BREAK"));

    private static IEnumerable<Claim> Claims(string text, string predicate) =>
        ClaimsOf.Text("---\ntitle: Battery news\npublished: 2025-09-15\n---\n" + text + "\n", predicate, "text.md");
}
