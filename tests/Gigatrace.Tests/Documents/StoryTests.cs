namespace Gigatrace.Tests.Documents;

public class StoryTests
{
    [Fact]
    public void Titles_in_brackets_part_the_stories() => Show.Check(
        """
        A month in cells: Lindenau opens; Aske waits

        [Nordic Cells Opens Its Works in Lindenau]

        On 3 March the first cells left the line in Lindenau, the company said in a statement to the press on the same day.

        Our sponsor wishes you a Merry Christmas

        [Aske must wait for its permit!]

        The council put off the vote on the second works until the autumn, as two of the reports on ground water are missing.
        """,
        """
        H1 A month in cells: Lindenau opens; Aske waits
        S1 H2 Nordic Cells Opens Its Works in Lindenau
        S1 P On 3 March the first cells left the line in Lindenau, the company said in a statement to the press on the same day.
        S1 BP P Our sponsor wishes you a Merry Christmas
        S2 H2 Aske must wait for its permit!
        S2 P The council put off the vote on the second works until the autumn, as two of the reports on ground water are missing.
        """);

    [Fact]
    public void A_bold_lead_becomes_the_storys_heading() => Show.Check(
        """
        **[SWEDEN: Lindenau opens]** The works runs since Monday. It has 420 people.

        **[NORWAY] Aske waits**
        The council put off its vote.

        **[JOBS BOARD] (advertisement)**
        Dry-room technician, north
        """,
        """
        S1 H6 SWEDEN: Lindenau opens
        S1 P The works runs since Monday. It has 420 people.
        S2 H6 [NORWAY] Aske waits
        S2 P The council put off its vote.
        S3 BP H6 [JOBS BOARD] (advertisement)
        S3 BP P Dry-room technician, north
        """);

    [Fact]
    public void A_newsletters_headings_part_its_stories() => Show.Check(
        """
        # The cell week, 12/2025

        ## Lindenau opens
        The works runs since Monday.

        ## Aske waits
        The council put off its vote.

        ## Prices fall
        Lithium costs half of what it did.
        """,
        """
        H1 The cell week, 12/2025
        S1 H2 Lindenau opens
        S1 P The works runs since Monday.
        S2 H2 Aske waits
        S2 P The council put off its vote.
        S3 H2 Prices fall
        S3 P Lithium costs half of what it did.
        """);

    [Fact]
    public void An_articles_headings_do_not() => Show.Check(
        """
        # Lindenau opens

        ## The works
        It runs since Monday.

        ## The people
        There are 420 of them.

        **Cell-to-pack:** in the making.
        """,
        """
        H1 Lindenau opens
        H2 The works
        P It runs since Monday.
        H2 The people
        P There are 420 of them.
        P **Cell-to-pack:** in the making.
        """);
}
