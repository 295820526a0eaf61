using System.IO.Compression;
using System.Text;
using Gigatrace.Documents;
using static Gigatrace.Tests.Documents.ArchiveBytes;

namespace Gigatrace.Tests.Documents;

public class ArchiveTests
{
    [Fact]
    public void A_page_of_an_archive_is_a_document_with_its_address_and_no_date_of_its_own()
    {
        var (documents, problems) = Read(Response("<https://example.org/lindenau>"));
        var document = documents.ShouldHaveSingleItem();
        (document.Path, document.Name, document.Url, document.Title).ShouldBe(("a.warc#https://example.org/lindenau", "a#1", "https://example.org/lindenau", "Lindenau opens"));
        document.Published.ShouldBeNull();
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_no_page_is_counted()
    {
        var (documents, problems) = Read(Joined(
            Record("warcinfo", "", "application/warc-fields", "software: x"u8.ToArray()), Record("request", "http://a/", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            Record("metadata", "http://a/", "text/plain", "x"u8.ToArray()), Record("revisit", "http://a/", "application/http", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray()),
            Response("http://a/1.png", "x", "Content-Type: image/png"), Response("http://a/2.png", "x", "Content-Type: image/png"), Response("http://a/x", "x", "Content-Type: video/mp4"),
            Response("http://a/r", Page, status: "HTTP/1.1 302 Found"), Response("http://a/e", Page, status: "HTTP/1.1 404 Not Found"),
            Response("http://a/robots.txt", "User-agent: *", "Content-Type: text/plain"), Response("http://a/none", " \r\n"), Record("resource", "metadata://tool/log", "text/plain", "log"u8.ToArray())));
        documents.ShouldBeEmpty();
        problems.ShouldBe(["passed over: 1 copy of an earlier page, 1 empty page, 1 error of the server, 4 notes of the crawler, 2 pictures, 1 recording, 1 redirect, 1 request [doc.passed-over]"]);
    }

    [Theory]
    [InlineData("resource", "text/html")]
    [InlineData("conversion", "text/plain")]
    public void A_record_may_hold_the_thing_itself(string type, string contentType) =>
        Read(Record(type, "http://a/", contentType, Encoding.UTF8.GetBytes(contentType == "text/html" ? Page : "Lindenau makes ten GWh."))).Documents.ShouldHaveSingleItem().Text.Value.ShouldContain("Lindenau");

    [Theory]
    [InlineData("3\r\nab\n\r\n4;x=y\r\ncdef\r\n0\r\n\r\n", "ab\ncdef")]
    [InlineData("003\nabc\n2\nde\n0\n\n", "abcde")]
    [InlineData("Ten GWh in two lines\r\nand no chunks", "Ten GWh in two lines\r\nand no chunks")]
    [InlineData("10\r\nplants were named in the text", "10\r\nplants were named in the text")]
    [InlineData("10\r\nFirst and onlyXX\r\n", "First and onlyXX")]
    public void Chunks_are_joined_where_there_are_some(string body, string text) =>
        Read(Response("http://a/", body, "Content-Type: text/plain\r\nTransfer-Encoding: chunked")).Documents.ShouldHaveSingleItem().Text.Value.ShouldBe(text);

    public static TheoryData<string, Func<Stream, Stream>> Packings => new()
    {
        { "gzip", stream => new GZipStream(stream, CompressionLevel.Fastest) },
        { "deflate", stream => new ZLibStream(stream, CompressionLevel.Fastest) },
        { "deflate", stream => new DeflateStream(stream, CompressionLevel.Fastest) },
        { "br", stream => new BrotliStream(stream, CompressionLevel.Fastest) },
    };

    [Theory]
    [MemberData(nameof(Packings))]
    public void A_body_is_unpacked_or_was_so_when_it_was_kept(string packing, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed)) stream.Write(Encoding.UTF8.GetBytes(Page));
        var fields = $"Content-Type: text/html\r\nContent-Encoding: {packing}";
        Read(Joined(Response("http://a/1", packed.ToArray(), fields), Response("http://a/2", Page, fields))).Documents.Select(d => d.Title).ShouldBe(["Lindenau opens", "Lindenau opens"]);
    }

    [Fact]
    public void A_packing_that_is_not_known_is_said() =>
        Read(Response("http://a/", [1, 2, 3, 4, 250], "Content-Type: text/html\r\nContent-Encoding: zstd")).Problems.ShouldBe(["at byte 0: it is compressed with zstd, which is not read [doc.archive]"]);

    [Fact]
    public void The_server_names_the_encoding() =>
        Read(Response("http://a/", [.. "<html><body><p>Die Zellfabrik in M"u8, 0xFC, .. "nster wird gr"u8, 0xF6, 0xDF, .. "er.</p></body></html>"u8], "Content-Type: text/html; charset=ISO-8859-1"))
            .Documents.ShouldHaveSingleItem().Text.Value.ShouldBe("Die Zellfabrik in Münster wird größer.");

    [Theory]
    [InlineData("5", "it is longer than its head says")]
    [InlineData("900", "it is shorter than its head says")]
    [InlineData("-1", "its head gives no length")]
    [InlineData("many", "its head gives no length")]
    public void A_wrong_length_costs_no_record(string length, string problem)
    {
        var content = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Page);
        var (documents, problems) = Read(Joined(Response("http://a/1"), Record("response", "http://a/2", "application/http", content, length), Response("http://a/3")));
        documents.Select(d => d.Url).ShouldBe(["http://a/1", "http://a/2", "http://a/3"]);
        documents.Select(d => d.Text.Value).Distinct().ShouldHaveSingleItem();
        problems.ShouldBe([$"at byte {Response("http://a/1").Length}: {problem} [doc.archive]"]);
    }

    [Fact]
    public void What_lies_between_records_is_left_out()
    {
        var (documents, problems) = Read(Joined("\r\n\r\n"u8.ToArray(), Response("http://a/1"), "\0\0 lost words\n"u8.ToArray(), Response("http://a/2")));
        documents.Select(d => d.Url).ShouldBe(["http://a/1", "http://a/2"]);
        problems.ShouldHaveSingleItem().ShouldContain("no record begins where one should");
    }

    [Fact]
    public void A_cut_off_archive_gives_what_is_there()
    {
        var whole = Joined(Response("http://a/1"), Response("http://a/2"));
        var (documents, problems) = Read(whole[..^60]);
        documents.Count.ShouldBe(2);
        problems.ShouldHaveSingleItem().ShouldContain("it is cut off");
    }

    [Fact]
    public void A_check_sum_is_held_to()
    {
        const string right = "WARC-Block-Digest: sha1:", content = "Lindenau makes ten GWh.";
        var sum = System.Security.Cryptography.SHA1.HashData(Encoding.UTF8.GetBytes(content));
        byte[] With(string digest) => Record("resource", "http://a/", "text/plain", Encoding.UTF8.GetBytes(content), more: $"{right}{digest}\r\n");
        Read(With(Convert.ToHexString(sum))).Problems.ShouldBeEmpty();
        Read(With(Convert.ToBase64String(sum))).Problems.ShouldBeEmpty();
        Read(With("MSI7YF5NMVPXOVADDY43KTSAAZSSTJ7Q")).Problems.ShouldHaveSingleItem().ShouldContain("check sum");
    }

    [Fact]
    public void What_is_too_large_is_passed_and_the_rest_read()
    {
        var (documents, problems) = Read(Joined(Response("http://a/1", new string('x', 300_000)), Response("http://a/2")), options: new ReadingOptions { MaxBytes = 20_000 });
        documents.ShouldHaveSingleItem().Url.ShouldBe("http://a/2");
        problems.ShouldHaveSingleItem().ShouldContain("over the limit of 19.5 KiB");
    }

    [Fact]
    public void The_same_address_twice_is_two_documents() =>
        Read(Joined(Response("http://a/"), Response("http://a/"))).Documents.Select(d => d.Path).ShouldBe(["a.warc#http://a/", "a.warc#http://a/~2"]);

    [Fact]
    public void An_older_archive_has_spaces_in_addresses_and_lengths_that_are_wrong()
    {
        var arc = Joined("filedesc://a.arc 0.0.0.0 20250605100000 text/plain 0\n\n"u8.ToArray(), Arc("http://a/one two", Page), Arc("http://a/3", Page, "-1"), Arc("http://a/4", Page));
        var (documents, problems) = Read(arc, "a.arc");
        documents.Select(d => d.Url).ShouldBe(["http://a/one two", "http://a/3", "http://a/4"]);
        problems[0].ShouldContain("its head gives no length");
    }

    private static (List<Document> Documents, List<string> Problems) Read(byte[] bytes, string name = "a.warc", ReadingOptions? options = null) => ReadAll.Of(bytes, name, options);
}
