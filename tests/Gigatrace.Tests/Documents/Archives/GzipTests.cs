using System.Text;
using Gigatrace.Documents;
using static Gigatrace.Tests.Documents.ArchiveBytes;

namespace Gigatrace.Tests.Documents;

public class GzipTests
{
    [Theory]
    [InlineData("page.html.gz", Page, "page")]
    [InlineData("note.md.gz", "# Lindenau opens\n\nTen GWh.", "note")]
    [InlineData("page", Page, "page")]
    public void A_packed_file_is_read_as_what_it_holds(string file, string content, string name)
    {
        var (documents, problems) = ReadAll.Of(Gzip(Encoding.UTF8.GetBytes(content)), file);
        var document = documents.ShouldHaveSingleItem();
        (document.Name, document.Path, document.Title).ShouldBe((name, file, "Lindenau opens"));
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void Members_go_on_from_each_other() =>
        ReadAll.Of(Gzip("Ten "u8.ToArray(), "GWh."u8.ToArray(), [], " A year."u8.ToArray()), "a.txt.gz").Documents.ShouldHaveSingleItem().Text.Value.ShouldBe("Ten GWh. A year.");

    [Fact]
    public void An_archive_may_have_one_member_a_record_one_for_all_or_any_cuts()
    {
        var whole = Joined(Response("http://a/1"), Response("http://a/2"));
        foreach (var file in new[] { Gzip(Response("http://a/1"), Response("http://a/2")), Gzip(whole), Gzip(whole[..100], whole[100..400], whole[400..]), [.. Gzip(whole), 0, 0, 0, 0] })
        {
            var (documents, problems) = ReadAll.Of(file, "a.warc.gz");
            documents.Select(d => d.Url).ShouldBe(["http://a/1", "http://a/2"]);
            problems.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Damage_in_one_member_costs_that_one_alone()
    {
        var members = Enumerable.Range(1, 9).Select(number => Gzip(Response($"http://a/{number}"))).ToList();
        var at = members.Take(4).Sum(member => member.Length);
        for (var place = 12; place < members[4].Length - 12; place += 7)
        {
            var file = Joined(members);
            for (var one = at + place; one < at + place + 4; one++) file[one] ^= 0x5A;
            var (documents, problems) = ReadAll.Of(file, "a.warc.gz");
            new[] { 1, 2, 3, 4, 6, 7, 8, 9 }.Select(number => $"http://a/{number}").Except(documents.Select(d => d.Url)).ShouldBeEmpty();
            problems.ShouldContain(problem => problem.StartsWith($"at byte {at} of the compressed file: ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_file_cut_off_gives_what_is_there()
    {
        var members = new[] { Gzip(Response("http://a/1")), Gzip(Response("http://a/2")) };
        var (documents, problems) = ReadAll.Of(Joined(members)[..^40], "a.warc.gz");
        documents[0].Url.ShouldBe("http://a/1");
        problems[0].ShouldContain("cut off or damaged");
    }

    [Fact]
    public void What_is_packed_twice_is_not_unpacked() => ReadAll.Of(Gzip(Gzip("x"u8.ToArray())), "a.gz").Problems.ShouldBe(["it is compressed twice, which is not unpacked [doc.gzip]"]);

    [Theory]
    [InlineData(40_000_000, "at byte 0 of the compressed file: it unpacks to more than 200 times its size; the rest of it is left out [doc.gzip]")]
    [InlineData(3_000_000, "it unpacks to more than the limit of 2 MiB [doc.gzip]")]
    public void A_bomb_is_left_alone(int size, string problem)
    {
        var options = size > 16_000_000 ? ReadingOptions.Default : new ReadingOptions { MaxBytes = 2 * 1024 * 1024 };
        var (documents, problems) = ReadAll.Of(Bomb(size), "a.txt.gz", options);
        documents.ShouldBeEmpty();
        problems.ShouldContain(problem);
    }

    [Fact]
    public void So_is_one_in_an_archive()
    {
        var bomb = Bomb(40_000_000);
        var (documents, problems) = ReadAll.Of(Joined(Gzip(Response("http://a/1", bomb, "Content-Type: text/html\r\nContent-Encoding: gzip")), Bomb(40_000_000), Gzip(Response("http://a/3"))), "a.warc.gz");
        documents.Select(d => d.Url).ShouldBe(["http://a/3"]);
        problems.Count(problem => problem.Contains("200 times", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public void Files_lie_in_files_only_so_deep(int archives, int documents)
    {
        var file = Encoding.UTF8.GetBytes(Page);
        for (var archive = 0; archive < archives; archive++) file = Response("http://a/", file, "Content-Type: application/octet-stream");
        var read = ReadAll.Of(Gzip(file), "a.warc.gz", new ReadingOptions { MaxContainers = 3 });
        read.Documents.Count.ShouldBe(documents);
        read.Problems.Count.ShouldBe(1 - documents);
    }

    private static byte[] Bomb(int size)
    {
        using var file = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionLevel.SmallestSize)) gzip.Write(new byte[size]);
        return file.ToArray();
    }
}
