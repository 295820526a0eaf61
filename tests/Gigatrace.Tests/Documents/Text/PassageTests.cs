using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

public class PassageTests
{
    [Fact]
    public void Each_line_of_plain_text_that_is_not_wrapped_is_a_passage() => Show.Check(
        """
        Harbour Wire

        Cell works at Lindenau starts its second line

        Published: Mar. 4, 2025  9:10 a.m.
        00:00
        The operator of the Lindenau works switched on a second line on Tuesday and expects to fill it within two years, a spokesman said.
        Nordic Cells now counts 420 people there and wants to hire 180 more once the line runs at its full pace.
        """,
        """
        H1 Harbour Wire
        H1 Cell works at Lindenau starts its second line
        P Published: Mar. 4, 2025  9:10 a.m.
        BP P 00:00
        P The operator of the Lindenau works switched on a second line on Tuesday and expects to fill it within two years, a spokesman said.
        P Nordic Cells now counts 420 people there and wants to hire 180 more once the line runs at its full pace.
        """);

    [Fact]
    public void Lines_wrapped_by_hand_are_one_paragraph() => Show.Check(
        """
        The plant in Lindenau was meant to reach ten gigawatt-hours a year, but
        the second hall stands empty and nobody can say when the machines from
        Korea will come. The mayor, who had hoped for a thousand jobs, says the
        town has learned to wait.

        A second paragraph, wrapped as well, tells of the line for modules that
        Nordic Cells wants to build beside it.
        """,
        """
        P The plant in Lindenau was meant to reach ten gigawatt-hours a year, but⏎the second hall stands empty and nobody can say when the machines from⏎Korea will come. The mayor, who had hoped for a thousand jobs, says the⏎town has learned to wait.
        P A second paragraph, wrapped as well, tells of the line for modules that⏎Nordic Cells wants to build beside it.
        """);

    [Fact]
    public void A_line_that_leaves_room_for_the_next_word_is_not_wrapped() => Show.Check(
        """
        Up to 90 gigawatt-hours at most, seven billion Canadian dollars, three thousand jobs
        The state pays thirteen billion
        not the town beside it, that is somebody else's
        """,
        """
        P Up to 90 gigawatt-hours at most, seven billion Canadian dollars, three thousand jobs
        P The state pays thirteen billion
        P not the town beside it, that is somebody else's
        """);

    [Fact]
    public void So_are_lines_of_one_length_in_a_language_with_capital_nouns() => Show.Check(
        """
        LINDENAU – Der Hersteller hat am Freitag den Betrieb seines neuen
        Werks an der Küste begonnen. Dort sollen im nächsten Jahr schon
        Zellen für zwanzigtausend Autos der Region entstehen, sagte ein
        Sprecher.
        """,
        """
        P LINDENAU – Der Hersteller hat am Freitag den Betrieb seines neuen⏎Werks an der Küste begonnen. Dort sollen im nächsten Jahr schon⏎Zellen für zwanzigtausend Autos der Region entstehen, sagte ein⏎Sprecher.
        """);

    [Fact]
    public void Dates_on_lines_of_their_own_head_what_happened_then() => Show.Check(
        """
        The works in three dates

        2019
        Nordic Cells buys the old paper mill at Lindenau.
        June 2021
        The first hall is finished, a year late.
        3 June 2025
        Production starts; the minister presses a button.
        1200
        """,
        """
        H1 The works in three dates
        H6 2019
        P Nordic Cells buys the old paper mill at Lindenau.
        H6 June 2021
        P The first hall is finished, a year late.
        H6 3 June 2025
        P Production starts; the minister presses a button.
        BP P 1200
        """);

    [Fact]
    public void A_number_above_prose_is_a_sections_and_a_year_before_words_is_an_entry() => Show.Check(
        """
        # Notes

        1. Lindenau opens
        The works runs since Monday, and four hundred people have found a place there.

        2. Aske waits
        2023: site bought
        2024: permit
        The council of Aske put off its vote until the autumn, as two reports were missing.
        """,
        """
        H1 Notes
        H6 Lindenau opens
        P The works runs since Monday, and four hundred people have found a place there.
        H6 Aske waits
        P 2023: site bought
        P 2024: permit
        P The council of Aske put off its vote until the autumn, as two reports were missing.
        """);

    [Fact]
    public void A_year_with_a_colon_heads_the_line_below_it() => Show.Check(
        """
        What Happened When
        2019:
        The company was sold to a maker of wind turbines, which kept the name.
        June 2021:
        A second plant was announced.
        June 3, 2025:
        It was opened.
        """,
        """
        H1 What Happened When
        H6 2019:
        P The company was sold to a maker of wind turbines, which kept the name.
        H6 June 2021:
        P A second plant was announced.
        H6 June 3, 2025:
        P It was opened.
        """);

    [Fact]
    public void A_notes_marks_are_read_and_left_out() => Show.Check(
        """
        ---
        tags: [battery, plant]
        ---
        #cells #lindenau

        up:: [[Plants MOC]]

        > [!info] last seen 2025-03-04
        > figures from the council

        # Lindenau works ##

        **Bull:**
        - [x] permit granted
          in the second round
        - [ ] second line?
        1. **2024-01** first cells %% source: council %%

        %% a comment
        over two lines %%
        ![[map.png]]
        ```
        code 12 GWh
        ```
        * * *
        Owner:: [[Nordic Cells|the Nordics]] <!-- check -->
        """,
        """
        BP P up:: [[Plants MOC]]
        P last seen 2025-03-04⏎> figures from the council
        H1 Lindenau works
        H6 Bull:
        - permit granted⏎  in the second round
        - second line?
        - **2024-01** first cells
        P Owner:: [[Nordic Cells|the Nordics]]
        """);

    [Fact]
    public void Tables_have_cells_and_heads()
    {
        const string text =
            """
            | Plant | Owner | GWh |
            |:------|-------|----:|
            | **Lindenau** | [[Nordic Cells\|Nordic]] | 10 |
            | [[Aske|the Aske works]] | `none` | |
            """;
        Show.Check(text,
            """
            T Plant | Owner | GWh
            T Lindenau | Nordic | 10
            T the Aske works | none |
            """);
        var document = Show.Document(text);
        document.Passages[0].Header.ShouldBeEmpty();
        document.Passages[2].Header.Select(document.Text.Quote).ShouldBe(["Plant", "Owner", "GWh"]);
        document.Passages.ShouldAllBe(p => p.Table == 0);
    }

    [Fact]
    public void A_ragged_table_is_read_as_far_as_it_goes()
    {
        const string text = "Figures:\n\n| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n";
        Show.Check(text, "H6 Figures:\nT a | b\nT 1\nT 1 | 2 | 3");
        Show.Read(text, "notes/x.md").Diagnostics.Select(d => d.ToString()).ShouldBe(
        [
            "notes/x.md:5: a table row of 1 cells under a head of 2; it is read as far as it goes [doc.table]",
            "notes/x.md:6: a table row of 3 cells under a head of 2; it is read as far as it goes [doc.table]",
        ]);
    }

    [Fact]
    public void A_table_pasted_from_a_spreadsheet_is_one()
    {
        const string text = "Plant\tOwner\tGWh\nLindenau\tNordic Cells\t10\nAske\t\t5\n";
        Show.Check(text, "T Plant | Owner | GWh\nT Lindenau | Nordic Cells | 10\nT Aske |  | 5");
        Show.Document(text).Passages[1].Header.Length.ShouldBe(3);
    }

    [Fact]
    public void A_pictures_words_are_a_caption() => Show.Check(
        """
        # Lindenau

        *Image: the works from the air (archive)*

        [Photo: the mayor at the gate, council press office]

        Picture, left to right: the mayor and the head of Nordic Cells at the gate

        The mayor of Lindenau, left, with the head of Nordic Cells at the gate of the works. Photo: Council
        The mayor of Lindenau, left, with the head of Nordic Cells at the gate of the works. Photo: Council

        In the long run this changes the picture: the works pays half of what the town takes in.
        """,
        """
        H1 Lindenau
        C Image: the works from the air (archive)
        C Photo: the mayor at the gate, council press office
        C Picture, left to right: the mayor and the head of Nordic Cells at the gate
        C The mayor of Lindenau, left, with the head of Nordic Cells at the gate of the works. Photo: Council
        C The mayor of Lindenau, left, with the head of Nordic Cells at the gate of the works. Photo: Council
        P In the long run this changes the picture: the works pays half of what the town takes in.
        """);

    [Fact]
    public void Numbers_and_dates_at_a_lines_start_are_no_list() => Show.Check(
        """
        30. November 2024 war der letzte Tag der alten Linie in Lindenau.
        1.4 billion euros went into the new one.
        2.Both halls stand.
        """,
        """
        P 30. November 2024 war der letzte Tag der alten Linie in Lindenau.
        P 1.4 billion euros went into the new one.
        - Both halls stand.
        """);

    [Fact]
    public void A_very_long_line_is_cut_between_sentences()
    {
        var document = Show.Document(string.Concat(Enumerable.Repeat("Lindenau makes ten gigawatt-hours a year. ", 3000)));
        document.Passages.Length.ShouldBeGreaterThan(5);
        document.Passages.ShouldAllBe(p => document.Text.Quote(p.Span).EndsWith('.'));
        Show.Sound(document);
    }
}
