using Gigatrace.Documents;
using static Gigatrace.Tests.Documents.PdfBytes;

namespace Gigatrace.Tests.Documents;

public class PdfTests
{
    [Fact]
    public void Lines_are_joined_to_paragraphs_and_words_over_their_hyphens() =>
        Texts(Page(Lines(50, 700, 10, "The works at Lindenau will make lithium-ion cells and ten giga-", "watt-hours of them a year, and then more lithium-", "ion cells for cars.", "A second paragraph of it.")))
            .ShouldBe(["The works at Lindenau will make lithium-ion cells and ten gigawatt-hours of them a year, and then more lithium-ion cells for cars.", "A second paragraph of it."]);

    [Fact]
    public void A_sentence_goes_on_over_column_and_page() =>
        Texts(Page(Lines(50, 700, 10, "The first column ends in the middle of a"), Lines(320, 700, 10, "sentence, and this page ends in")), Page(Lines(50, 700, 10, "another one. The end.")))
            .ShouldBe(["The first column ends in the middle of a sentence, and this page ends in another one. The end."]);

    [Fact]
    public void Running_heads_feet_and_page_numbers_are_dropped()
    {
        var pages = Enumerable.Range(1, 5).Select(number => Page(Lines(50, 800, 8, $"Report of the year, page {number}"), Lines(50, 700, 10, $"Sentence number {number} stands here alone."), Lines(280, 30, 8, $"– {number} –"))).ToArray();
        Texts(pages).ShouldBe(Enumerable.Range(1, 5).Select(number => $"Sentence number {number} stands here alone."));
    }

    [Fact]
    public void What_stands_at_the_top_of_one_page_stays() =>
        Texts(Page(Lines(50, 800, 10, "The works opened in June.")), Page(Lines(50, 700, 10, "It makes cells."))).ShouldBe(["The works opened in June.", "It makes cells."]);

    [Fact]
    public void Larger_lines_are_headings_and_bullets_are_items()
    {
        var passages = Read(Page(Lines(50, 700, 16, "A new works", "at Lindenau"), Lines(50, 600, 10, "It makes cells of several kinds for several makers of cars."), Lines(50, 560, 10, "• for cars,", "  which is most", "• for storage"))).Passages;
        passages.Select(passage => (passage.Kind, passage.Level)).ShouldBe([(PassageKind.Heading, 2), (PassageKind.Paragraph, 0), (PassageKind.ListItem, 0), (PassageKind.ListItem, 0)]);
    }

    [Fact]
    public void Short_pieces_in_columns_are_a_table()
    {
        string[][] rows = [["Plant", "Capacity", "Start"], ["Lindenau", "10 GWh", "2025"], ["North works 2", "24 GWh", "2027"], ["Harbour", "8 GWh", ""]];
        var document = Read(Page([.. rows.SelectMany((row, y) => row.Select((cell, x) => new Piece(50 + 130 * x, 700 - 16 * y, 10, cell)).Where(piece => piece.Text.Length > 0))]));
        document.Passages.ShouldAllBe(passage => passage.Kind == PassageKind.TableRow);
        document.Passages.Select(passage => string.Join('/', passage.Cells.Select(cell => document.Text.Value[cell.Start..cell.End]))).ShouldBe(rows.Select(row => string.Join('/', row)));
        document.Passages.Select(passage => passage.Header.Length).ShouldBe([0, 3, 3, 3]);
    }

    [Fact]
    public void Columns_of_text_are_no_table()
    {
        var left = Lines(50, 700, 10, "The operator of the works at Lindenau", "said on Thursday that the second hall", "of it will be finished next year.");
        var right = Lines(320, 700, 10, "A third one is planned as well, but no", "date is set for it, and the money has", "not been found.");
        Texts(Page(left, right)).ShouldBe(["The operator of the works at Lindenau said on Thursday that the second hall of it will be finished next year.", "A third one is planned as well, but no date is set for it, and the money has not been found."]);
    }

    [Fact]
    public void The_real_program_reads_a_real_file()
    {
        var file = PdfBytes.Of(Page(Lines(50, 700, 16, "A new works"), Lines(50, 660, 10, "The works at Lindenau will make ten giga-", "watt-hours of cells a year.")));
        var (documents, problems) = ReadAll.Of(file, "a.pdf");
        if (documents.Count == 0) problems.ShouldHaveSingleItem().ShouldContain("apt-get install poppler-utils");
        else documents[0].Text.Value.ShouldBe("A new works\n\nThe works at Lindenau will make ten gigawatt-hours of cells a year.");
    }

    [Fact]
    public void Where_the_program_is_missing_it_is_said_how_to_get_it() =>
        ReadAll.Of("%PDF-1.4"u8.ToArray(), "a.pdf", new ReadingOptions { PdfToText = "no-such-program" }).Problems.ShouldHaveSingleItem().ShouldEndWith("`brew install poppler` (macOS) [doc.pdf-program]");

    [Theory]
    [InlineData("sleep 60", "reading it takes longer than 1 s; it was given up [doc.slow]")]
    [InlineData("sleep 60 & sleep 60", "reading it takes longer than 1 s; it was given up [doc.slow]")]
    [InlineData("echo 'Syntax Error: no trailer' >&2; exit 1", "pdftotext cannot read this PDF: Syntax Error: no trailer [doc.pdf]")]
    [InlineData("kill -9 $$", "pdftotext cannot read this PDF (code 137) [doc.pdf]")]
    [InlineData("cat > /dev/null", "the PDF holds no text, perhaps only pictures of pages [doc.pdf]")]
    [InlineData("while :; do echo '<word xMin=\"1\">many and many words</word>'; done", "its text is over the limit of 2 MiB [doc.too-large]")]
    public void What_a_broken_program_does_is_said(string script, string problem)
    {
        // Scripts need a shell; how a process is ended does not differ.
        if (OperatingSystem.IsWindows()) return;
        var options = new ReadingOptions { MaxTime = TimeSpan.FromSeconds(problem.Contains("1 s", StringComparison.Ordinal) ? 1 : 60), MaxBytes = 2 * 1024 * 1024 };
        WithProgram(script, program => ReadAll.Of([.. "%PDF-1.4"u8, .. new byte[1_000_000]], "a.pdf", options with { PdfToText = program }).Problems.ShouldBe([problem]));
    }

    private static void WithProgram(string script, Action<string> check)
    {
        var folder = Directory.CreateTempSubdirectory("gigatrace-test-");
        try
        {
            var program = Path.Combine(folder.FullName, "pdftotext");
            File.WriteAllText(program, $"#!/bin/sh\n{script}\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            check(program);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Piece[] Page(params IEnumerable<Piece>[] parts) => [.. parts.SelectMany(part => part)];

    private static Document Read(params Piece[][] pages)
    {
        var draft = PdfBlocks.Read(Printed(pages), CancellationToken.None);
        var document = new Document { Id = "", Name = "a", Path = "a.pdf", Text = draft.Text, Passages = [.. draft.Passages.Select(passage => passage.ToPassage())] };
        Show.Sound(document);
        return document;
    }

    private static IEnumerable<string> Texts(params Piece[][] pages)
    {
        var document = Read(pages);
        return document.Passages.Select(passage => document.Text.Value[passage.Span.Start..passage.Span.End]);
    }
}
