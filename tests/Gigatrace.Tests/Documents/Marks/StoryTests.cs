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
    public void Bold_words_before_most_paragraphs_are_headings() => Show.Check(
        """
        **Aske (Lindenau).** The works runs since Monday. It has 420 people.

        **And Borg?** The council put off its vote.

        **Borg Cells:** waits for a permit.
        """,
        """
        H6 Aske (Lindenau).
        P The works runs since Monday. It has 420 people.
        H6 And Borg?
        P The council put off its vote.
        H6 Borg Cells:
        P waits for a permit.
        """);

    [Fact]
    public void Numbered_bold_words_before_paragraphs_part_the_stories() => Show.Check(
        """
        **1. Lindenau opens.** The works runs since Monday. It has 420 people.

        **2. Aske waits.** The council put off its vote.

        **3. Borg** hires.

        **4. Cells.** They are dear.
        """,
        """
        S1 H6 1. Lindenau opens.
        S1 P The works runs since Monday. It has 420 people.
        S2 H6 2. Aske waits.
        S2 P The council put off its vote.
        S2 P **3. Borg** hires.
        S3 H6 4. Cells.
        S3 P They are dear.
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

    [Fact]
    public void A_week_in_a_headline_is_no_round_up() => Show.Check(
        """
        # Lindenau opens next week

        ## The works
        It is ready at last.

        ## The people
        There are 420 of them.

        ## The money
        A bank has lent it.
        """,
        """
        H1 Lindenau opens next week
        H2 The works
        P It is ready at last.
        H2 The people
        P There are 420 of them.
        H2 The money
        P A bank has lent it.
        """);

    [Fact]
    public void Rules_part_a_round_ups_stories() => Show.Check(
        """
        # Cell briefing, no. 12

        Good morning, here is what came in.

        ---

        Nordic Cells has opened its works in Lindenau, with 420 people in it.

        ---

        The council of Aske put off its vote on the second works until autumn.
        """,
        """
        H1 Cell briefing, no. 12
        P Good morning, here is what came in.
        S1 P Nordic Cells has opened its works in Lindenau, with 420 people in it.
        S2 P The council of Aske put off its vote on the second works until autumn.
        """);

    [Fact]
    public void A_title_counts_its_numbered_entries() => Show.Check(
        """
        # Three works to watch

        ## 1. Lindenau
        It opens in spring.

        ## 2. Aske
        It has its permit.

        ## 3. Torup
        It has no money yet.
        """,
        """
        H1 Three works to watch
        S1 H2 1. Lindenau
        S1 P It opens in spring.
        S2 H2 2. Aske
        S2 P It has its permit.
        S3 H2 3. Torup
        S3 P It has no money yet.
        """);

    [Fact]
    public void Numbered_sections_of_an_article_part_nothing() => Show.Document(
        """
        # How Lindenau was built

        ## 1. The plan
        It was drawn in a week.

        ## 2. The site
        It was a meadow.

        ## 3. The works
        It runs since Monday.
        """).Passages.ShouldAllBe(passage => passage.Story == 0);

    [Fact]
    public void What_stands_in_brief_is_cut_up_and_the_article_above_is_not() => Show.Check(
        """
        # Lindenau opens

        ## The works
        It runs since Monday.

        ## In brief

        **Aske:** The council put off its vote.

        **Torup:** The bank has said no.

        ## About us
        We write on cells.
        """,
        """
        H1 Lindenau opens
        H2 The works
        P It runs since Monday.
        S1 H2 In brief
        S2 H6 Aske:
        S2 P The council put off its vote.
        S3 H6 Torup:
        S3 P The bank has said no.
        S4 H2 About us
        S4 P We write on cells.
        """);

    [Fact]
    public void Headings_with_dates_of_their_own_are_stories()
    {
        var document = Show.Document(
            """
            ---
            published: 2025-06-10
            ---
            # Cells in the north

            ## Lindenau opens
            3 June 2025

            The works runs since yesterday.

            ## Aske waits (5 June 2025)

            The council put off its vote.

            ## Torup gets a loan of 7 June 2030

            TORUP, 9 June 2025 – The bank has said yes.
            """);
        document.Stories.Select(story => $"{story.Number} {document.Text.Quote(story.Heading)} {story.Published?.Edtf}").ShouldBe(
            ["1 Lindenau opens 2025-06-03", "2 Aske waits (5 June 2025) 2025-06-05", "3 Torup gets a loan of 7 June 2030 2025-06-09"]);
        document.SpokenOn(document.Passages[^1])!.Edtf.ShouldBe("2025-06-09");
        document.SpokenOn(document.Passages[0])!.Edtf.ShouldBe("2025-06-10");
    }

    [Fact]
    public void A_chronicle_is_one_story() => Show.Document(
        """
        # The works at Lindenau

        ## Ground is broken (3 June 2021)
        The mayor came.

        ## The roof is on (5 May 2023)
        The mayor came again.

        ## Production starts (7 June 2025)
        The mayor had retired.
        """).Passages.ShouldAllBe(passage => passage.Story == 0);

    [Theory]
    [InlineData("The cell week, 12/2025", true)]
    [InlineData("This week in cells", true)]
    [InlineData("Battery briefing", true)]
    [InlineData("Week 12: Lindenau opens", true)]
    [InlineData("Lindenau opens next week", false)]
    [InlineData("A week in Lindenau", false)]
    [InlineData("Minister gives briefing on the works", false)]
    [InlineData("Weekend work at Lindenau", false)]
    public void A_title_calls_itself_a_round_up(string title, bool says) => Gigatrace.Documents.RoundUps.Says(title).ShouldBe(says);
}
