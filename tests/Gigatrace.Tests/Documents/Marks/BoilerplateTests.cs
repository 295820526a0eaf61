namespace Gigatrace.Tests.Documents;

public class BoilerplateTests
{
    private const string Article = "Nordic Cells opened its works in Lindenau on Monday and wants to make ten gigawatt-hours of cells a year there, its head said at the gate. It went on to say that the second works would come.";

    [Theory]
    [InlineData("We use cookies to make this site better. [Accept] [Refuse]")]
    [InlineData("Home > News > Batteries")]
    [InlineData("LOG IN | SUBSCRIBE | EVENTS")]
    [InlineData("Share: Facebook · X · LinkedIn")]
    [InlineData("[Print] [Download] [RSS]")]
    [InlineData("© 2026 Nordic Media. All rights reserved.")]
    [InlineData("**Sponsored** – Reach the people who buy cells.")]
    [InlineData("**Media contact:** Nordic Cells, press office")]
    [InlineData("*Sign up for our morning letter and never miss a story.*")]
    [InlineData("**Read next:** Prices fall · A map of halls")]
    [InlineData("You have 3 free articles left this month.")]
    [InlineData("Your email address will not be published. Required fields are marked *")]
    [InlineData("Alle Rechte vorbehalten")]
    public void Lines_around_a_text_are_marked_and_kept(string line)
    {
        var passages = Show.Document($"# Lindenau opens\n\n{Article}\n\n{line}\n").Passages;
        passages.Length.ShouldBe(3);
        passages.Select(p => p.Boilerplate).ShouldBe([false, false, true]);
    }

    [Theory]
    [InlineData("The Lindenau works is among the most popular sites for visitors of the region.")]
    [InlineData("Its share of the market rose to 12%, up from 9% a year before.")]
    [InlineData("10 GWh | 420 jobs | EUR 300 million")]
    [InlineData("Home storage makes up a third of what it sells.")]
    [InlineData("Related companies own another fifth of the works.")]
    [InlineData("About Nordic Cells")]
    [InlineData("Nordic Cells is the maker of cells in Lindenau. Visit our website or follow us on any network you like.")]
    public void Prose_with_the_same_words_is_not(string line)
    {
        var passages = Show.Document($"# Lindenau opens\n\n{Article}\n\n{line}\n\n{Article}\n").Passages;
        passages.ShouldAllBe(p => !p.Boilerplate);
    }

    [Fact]
    public void A_list_of_teasers_goes_with_its_heading_and_the_text_goes_on() => Show.Check(
        $"""
        {Article}

        **You may also like**
        - Five halls that stand empty
        - Which cell for which car? Our guide.

        {Article}

        For more:

        1.Prices fall! What comes next for makers of cells?
        2.A map of halls

        Popular searches
        """,
        $"""
        P {Article}
        BP H6 You may also like
        BP - Five halls that stand empty
        BP - Which cell for which car? Our guide.
        P {Article}
        BP H6 For more:
        BP - Prices fall! What comes next for makers of cells?
        BP - A map of halls
        BP P Popular searches
        """);

    [Fact]
    public void A_notes_own_links_are_content() => Show.Check(
        """
        ---
        aliases: [Lindenau]
        ---
        ## Related
        - [[Nordic Cells]] — owner
        - [[Aske]] — sister works
        """,
        """
        H2 Related
        - [[Nordic Cells]] — owner
        - [[Aske]] — sister works
        """);
}
