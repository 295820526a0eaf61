using System.Text;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

public class DecodingTests
{
    private const string Words = "Überherrn: 24 GWh – später 😀\nzweite Zeile";

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_byte_order_mark_is_believed_and_dropped(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var reading = DocumentReader.Parse(encoding.GetPreamble().Concat(encoding.GetBytes(Words)).ToArray(), "a.txt");
        reading.Document!.Text.Value.ShouldBe(Words);
        reading.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Utf16_is_known_without_its_mark() =>
        DocumentReader.Parse(Encoding.Unicode.GetBytes("Lindenau makes ten GWh."), "a.txt").Document!.Text.Value.ShouldBe("Lindenau makes ten GWh.");

    [Fact]
    public void The_old_windows_code_page_is_read_and_said()
    {
        var reading = DocumentReader.Parse(Latin("one\nM\u00FCnster 5\n"), "n/a.txt");
        reading.Document!.Text.Value.ShouldBe("one\nM\u00FCnster 5\n");
        reading.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("n/a.txt:2: not UTF-8: read as Windows-1252 [doc.encoding]");
    }

    [Fact]
    public void Damaged_utf8_keeps_what_is_sound()
    {
        byte[] bytes = [.. "größer\nLindenau "u8, 0xFF, .. " größer"u8];
        var reading = DocumentReader.Parse(bytes, "n/a.txt");
        reading.Document!.Text.Value.ShouldBe("größer\nLindenau \uFFFD größer");
        var diagnostic = reading.Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Id, diagnostic.Line, diagnostic.Skipped).ShouldBe(("doc.encoding", 2, false));
    }

    [Fact]
    public void Binary_empty_and_large_files_are_skipped_with_the_reason()
    {
        Skipped([1, 2, 0, 3], "doc.binary");
        Skipped("PK\u0003\u0004 x"u8.ToArray(), "doc.binary");
        Skipped([], "doc.empty");
        Skipped(" \n\t"u8.ToArray(), "doc.empty");
        var large = DocumentReader.Parse(new byte[2000], "a.txt", null, new ReadingOptions { MaxBytes = 1024 });
        large.Document.ShouldBeNull();
        large.Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("2 KiB is over the limit of 1 KiB");
    }

    [Fact]
    public void A_page_names_its_encoding()
    {
        var html = Latin("<html><head><meta charset=\"iso-8859-1\"></head><body><p>M\u00FCnster</p></body></html>");
        var reading = DocumentReader.Parse(html, "a.html");
        reading.Document!.Text.Value.ShouldBe("M\u00FCnster");
        reading.Diagnostics.ShouldBeEmpty();
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static void Skipped(byte[] bytes, string id)
    {
        var reading = DocumentReader.Parse(bytes, "a.txt");
        reading.Document.ShouldBeNull();
        var diagnostic = reading.Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Id, diagnostic.Skipped).ShouldBe((id, true));
    }
}
