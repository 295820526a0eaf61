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
    public void What_is_no_document_is_named_and_the_rest_goes_on()
    {
        Write("a.md");
        Write("b.png");
        Found(Path.Combine(_folder, "none"), _folder).ShouldBe(["a.md"]);
        _diagnostics.Select(d => (d.Id, d.Skipped)).ShouldBe([("doc.missing", true), ("doc.ending", true)]);
        _diagnostics[1].Message.ShouldStartWith("files ending in .png are not read, only .txt .md");
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
