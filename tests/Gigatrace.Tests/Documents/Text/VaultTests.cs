using Gigatrace.Claims;

namespace Gigatrace.Tests.Documents;

/// <summary>What people write into notes, and what is read of it.</summary>
public class VaultTests
{
    [Fact]
    public void Callouts_give_their_title_and_their_text() => Show.Check(
        """
        # Lindenau

        > [!note]- What [[Nordic Cells|the maker]] says
        > The works in the north of the town runs since Monday of last week, the maker says.
        > > [!quote] Inside the hall
        > > It has 420 people in it, and there are to be more of them by the end of the year.

        > [!info]+
        > There is no second hall.
        """,
        """
        H1 Lindenau
        H6 What [[Nordic Cells|the maker]] says
        P The works in the north of the town runs since Monday of last week, the maker says.
        H6 Inside the hall
        P It has 420 people in it, and there are to be more of them by the end of the year.
        P There is no second hall.
        """);

    [Fact]
    public void What_is_not_said_is_not_read() => Show.Check(
        """
        # Lindenau

        ![[hall.png|300]]
        ![[Another note#Part]]

        The works runs since Monday. ^first-hall

        ^lonely

        $$
        c = 10 GWh
        $$

        $$c = 10 GWh$$

        ```dataview
        TABLE capacity
        ```

            print("10 GWh")

        %% ask again in May %%

        <!-- 10 GWh -->

        <div class="wide">The hall is white.</div>
        """,
        """
        H1 Lindenau
        P The works runs since Monday.
        P The hall is white.
        """);

    [Fact]
    public void Indented_text_is_no_code_below_an_item_in_plain_text_or_where_it_holds_a_sentence()
    {
        Show.Check("- The first hall\n\n    its roof\n", "- The first hall\nP its roof");
        Show.Check("Lindenau now\n\n    ten halls\n", "P Lindenau now\nP ten halls", "text.txt");
        Show.Check("Lindenau now\n\n    There are ten halls in all.\n", "P Lindenau now\nP There are ten halls in all.");
    }

    [Fact]
    public void Tasks_and_footnotes_are_read_without_their_signs() => Show.Check(
        """
        - [ ] Ask for the permit
        - [x] Visit the works
        - [?] Is the roof done

        The works has 420 people.[^1]

        [^1]: Of whom 30 are new.
        """,
        """
        - Ask for the permit
        - Visit the works
        - Is the roof done
        P The works has 420 people.[^1]
        P Of whom 30 are new.
        """);

    [Fact]
    public void Cells_are_what_is_shown_in_them() => Show.Check(
        """
        | Works | Makes | With |
        |:------|------:|:----:|
        | [[works/Lindenau\|The hall]] | ==10 GWh== | Nordic \| Aske |
        | [[works/Aske#Plans]] | **4 GWh** | [[Nordic Cells]] |
        """,
        """
        T Works | Makes | With
        T The hall | 10 GWh | Nordic \| Aske
        T Aske | 4 GWh | Nordic Cells
        """);

    [Fact]
    public void Fields_behind_a_line_are_lines_of_their_own() => Show.Check(
        """
        # Lindenau

        status:: operating

        - The works runs [capacity:: 10 GWh] (maker:: [[Nordic Cells]])

        It has (jobs:: 420) now, see [[Aske]] (and [[Torup]]).
        """,
        """
        H1 Lindenau
        P status:: operating
        - The works runs
        - capacity:: 10 GWh
        - maker:: [[Nordic Cells]]
        P It has (jobs:: 420) now, see [[Aske]] (and [[Torup]]).
        """);

    [Fact]
    public void Tags_come_from_front_matter_and_text_but_not_from_code_and_addresses()
    {
        var document = Show.Document("---\ntags: [battery, site/north]\n---\n#works #plan/2026\n\nThe hall (#roof) stands, see https://example.org/#door and `#window` and #12.\n");
        document.Tags.ShouldBe(["battery", "site/north", "works", "plan/2026", "roof"]);
    }

    [Theory]
    [InlineData("# The [[Nordic Cells|Nordic]] works in [[places/Lindenau#Now]]\n\nIt runs.\n", "The Nordic works in Lindenau")]
    [InlineData("---\naliases: [x]\n---\nSee [[Aske]].\n", "Lindenau")]
    public void A_notes_title_is_what_is_shown_or_its_files_name(string text, string title) => Show.Document(text, "works/Lindenau.md").Title.ShouldBe(title);

    [Fact]
    public void Properties_are_lines_of_a_note_but_not_of_another_page()
    {
        Show.Check("---\ntags: [works]\ncapacity: 10 GWh\nowner: \"[[Nordic Cells]]\"\ncreated: 2026-01-02\n---\n# Lindenau\n\nSee [[Aske]].\n", "- capacity: 10 GWh\n- owner: \"[[Nordic Cells]]\"\nH1 Lindenau\nBP P See [[Aske]].");
        Show.Check("---\ntags: [works]\ncapacity: 10 GWh\n---\n# Lindenau\n\nIt runs.\n", "H1 Lindenau\nP It runs.");
    }

    [Fact]
    public void A_template_is_skipped()
    {
        var reading = Show.Read("---\ncreated: {{date}}\n---\n# {{title}}\n\nCapacity:\n", "note.md");
        reading.Document.ShouldBeNull();
        reading.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("doc.template");
    }

    [Fact]
    public void The_text_is_not_changed()
    {
        const string Text = "# A\r\n\r\n==B== [[c|d]] ^e\r\n";
        Show.Document(Text).Text.Value.ShouldBe(Text);
    }
}
