using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

public sealed class InputFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gigatrace-test-").FullName;
    private readonly List<Diagnostic> _diagnostics = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_gives_its_documents_in_ordinal_order()
    {
        foreach (var name in new[] { "b.md", "B.txt", "a/z.html", "a/y.markdown", "a-b.htm", ".hidden/x.md", ".x.md", "b.meta.yaml" }) Write(name);
        Found(_folder).ShouldBe(["B.txt", "a-b.htm", "a/y.markdown", "a/z.html", "b.md"], ignoreOrder: true);
        Found(_folder).ShouldBe(["B.txt", "a/y.markdown", "a/z.html", "a-b.htm", "b.md"]);
        _diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_no_document_is_counted_by_kind_and_the_rest_goes_on()
    {
        foreach (var name in new[] { "a.md", "b.png", "in/c.PNG", "d.css", "data.json", "e.tar.gz" }) Write(name);
        Found(Path.Combine(_folder, "none"), _folder).ShouldBe(["a.md"]);
        _diagnostics.Select(d => (d.Id, d.Skipped)).ShouldBe([("doc.missing", true), ("doc.passed-over", false)]);
        _diagnostics[1].Message.ShouldBe("passed over: 1 archive or office document, 1 data or settings file, 2 pictures, 1 style sheet or script");
    }

    [Fact]
    public void Where_the_ending_says_nothing_the_content_is_looked_at()
    {
        Write("README");
        Write("notes.org", "Lindenau makes ten GWh.");
        Write("page.xml", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>x</p></body></html>");
        Write("map.xml", "<?xml version=\"1.0\"?><places><place/></places>");
        Write("crawl", "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
        Write("blob", "a\0b");
        Found(_folder).ShouldBe(["README", "crawl", "notes.org", "page.xml"]);
        _diagnostics.ShouldHaveSingleItem().Message.ShouldBe("passed over: 1 binary file, 1 data or settings file");
    }

    [Fact]
    public void A_file_that_is_named_itself_is_always_tried()
    {
        Write("a.json", "Lindenau makes ten GWh.");
        Write("b.png", "\u0089PNG\0");
        Found(Path.Combine(_folder, "a.json"), Path.Combine(_folder, "b.png")).ShouldBe(["a.json", "b.png"]);
        _diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("press/*.md", "press/a.md press/b.md")]
    [InlineData("press/?.md", "press/a.md press/b.md")]
    [InlineData("press/**/*.md", "press/a.md press/b.md press/x/c.md press/x/y/d.md")]
    [InlineData("**/d.md", "press/x/y/d.md")]
    [InlineData("press/**", "press/a.md press/b.md press/b.txt press/x/c.md press/x/y/d.md")]
    [InlineData("press/x*", "press/x/c.md press/x/y/d.md")]
    [InlineData("*/*/c.*", "press/x/c.md")]
    [InlineData("press/*.html", "")]
    [InlineData("nowhere/*.md", "")]
    public void A_pattern_stands_for_what_a_shell_would_make_of_it(string pattern, string found)
    {
        foreach (var name in new[] { "press/a.md", "press/b.md", "press/b.txt", "press/x/c.md", "press/x/y/d.md", "press/.hidden/e.md" }) Write(name);
        Found(Path.Combine(_folder, pattern)).ShouldBe(found.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        _diagnostics.Select(d => d.Id).ShouldBe(found.Length == 0 ? ["doc.missing"] : []);
    }

    [Fact]
    public void A_list_of_paths_is_read_from_where_it_lies()
    {
        foreach (var name in new[] { "a.md", "in/b.md", "in/c.md", "in/d.txt" }) Write(name);
        Write("in/list.txt", "# what to read\n\n../a.md\r\n*.md\n@other.txt\nnone.md\n");
        Found("@" + Path.Combine(_folder, "in/list.txt")).ShouldBe(["a.md", "in/b.md", "in/c.md"]);
        _diagnostics.Select(d => (d.Id, d.Line)).ShouldBe([("doc.list", (int?)5), ("doc.missing", null)]);
        _diagnostics.Clear();
        Found("@" + Path.Combine(_folder, "nolist.txt")).ShouldBeEmpty();
        _diagnostics.ShouldHaveSingleItem().Id.ShouldBe("doc.missing");
    }

    [Fact]
    public void A_ring_of_links_ends()
    {
        Write("a.md");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "one"), Path.Combine(_folder, "two"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "two"), Path.Combine(_folder, "one"));
        Found(_folder).ShouldBe(["a.md"]);
    }

    [Fact]
    public void A_file_given_twice_is_read_once()
    {
        Write("a.md");
        Found(Path.Combine(_folder, "a.md"), _folder).Count.ShouldBe(1);
    }

    [Fact]
    public void Links_are_not_followed_out_of_the_folder()
    {
        Write("in/a.md");
        Write("out/b.md");
        File.CreateSymbolicLink(Path.Combine(_folder, "in/c.md"), Path.Combine(_folder, "out/b.md"));
        File.CreateSymbolicLink(Path.Combine(_folder, "in/d.md"), Path.Combine(_folder, "in/a.md"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "in/up"), _folder);
        InputFiles.Enumerate([Path.Combine(_folder, "in")], _diagnostics.Add).Select(f => Path.GetFileName(f.Path)).ShouldBe(["a.md", "d.md"]);
        _diagnostics.Select(d => d.Id).ShouldBe(["doc.link", "doc.link"]);
    }

    [Fact]
    public void A_sidecar_is_read_beside_its_file_and_a_broken_one_is_reported()
    {
        Write("a.md", "The works.");
        Write("a.meta.yaml", "published: 2025-06-05\npublisher: Nordic Wire\n");
        var whole = DocumentReader.Read(new InputFile(Path.Combine(_folder, "a.md"), "x/a.md")).ShouldHaveSingleItem();
        (whole.Document!.Published?.Edtf, whole.Document.Publisher, whole.Document.Name, whole.Document.Path).ShouldBe(("2025-06-05", "Nordic Wire", "a", "x/a.md"));

        Write("a.meta.yaml", "publisher: Nordic Wire\npublished: [2025\n");
        var broken = DocumentReader.Read(new InputFile(Path.Combine(_folder, "a.md"), "x/a.md")).ShouldHaveSingleItem();
        broken.Document!.Publisher.ShouldBe("Nordic Wire");
        var diagnostic = broken.Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Id, diagnostic.Path, diagnostic.Skipped).ShouldBe(("doc.sidecar", "x/a.meta.yaml", false));
        broken.Document.Id.ShouldNotBe(whole.Document.Id);
    }

    [Fact]
    public void A_missing_file_is_said_to_be()
    {
        var reading = DocumentReader.Read(new InputFile(Path.Combine(_folder, "none.md"), "none.md")).ShouldHaveSingleItem();
        reading.Document.ShouldBeNull();
        reading.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("doc.missing");
    }

    private List<string> Found(params string[] paths) =>
        [.. InputFiles.Enumerate(paths, _diagnostics.Add).Select(f => Path.GetRelativePath(_folder, f.Path).Replace('\\', '/'))];

    private void Write(string name, string text = "text")
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
