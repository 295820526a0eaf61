using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

/// <summary>Small pages as data: what each says of itself in its head, its markup, its address and its text.</summary>
public class PageHeadTests
{
    private const string Prose =
        "<p>Nordic Cells opened its works in Lindenau on Monday and wants to make ten gigawatt-hours of cells a year there, its head said before guests from all over the region.</p>"
        + "<p>A second works is to follow in Aske, where the council will vote in the autumn; it could make half as much, and nobody in the town is known to be against it so far.</p>";

    public static TheoryData<string> Undated => Whats("PageUndated");

    public static TheoryData<string> Dated => Whats("PageDated");

    public static TheoryData<string> Authored => Whats("PageAuthors");

    public static TheoryData<string> Titled => Whats("PageTitles");

    [Theory]
    [MemberData(nameof(Undated))]
    public void A_page_that_does_not_say_when_gets_no_date(string what)
    {
        var document = Page("PageUndated", what);
        (document.Published?.Edtf, document.PublishedFrom).ShouldBe((null, null));
    }

    [Theory]
    [MemberData(nameof(Dated))]
    public void A_page_that_says_when_gets_its_date_and_where_it_was_found(string what)
    {
        var document = Page("PageDated", what);
        $"{document.Published?.Edtf} {document.PublishedFrom?.Name()}".ShouldBe(Expected("PageDated", what));
    }

    [Theory]
    [MemberData(nameof(Authored))]
    public void Authors(string what) => (Page("PageAuthors", what).Author ?? "none").ShouldBe(Expected("PageAuthors", what));

    [Theory]
    [MemberData(nameof(Titled))]
    public void Titles(string what)
    {
        var parts = Parts("PageTitles", what);
        Show.Document($"<html lang=\"en\"><head>{parts["head"]}</head><body>{parts["body"].Replace("{0}", Prose, StringComparison.Ordinal)}</body></html>", "page.html").Title.ShouldBe(parts["expect"]);
    }

    [Fact]
    public void There_are_enough_of_them() => (Undated.Count >= 40, Dated.Count >= 40).ShouldBe((true, true));

    private static Document Page(string file, string what)
    {
        var parts = Parts(file, what);
        string Of(string key) => parts.GetValueOrDefault(key) ?? "";
        var canonical = parts.TryGetValue("url", out var url) ? $"<link rel=\"canonical\" href=\"{url}\">" : "";
        return Show.Document(
            $"""
            <!DOCTYPE html><html lang="{parts.GetValueOrDefault("lang") ?? "en"}"><head><title>Lindenau opens its works</title>{canonical}{Of("head")}</head><body>
            <nav><a href="/">Home</a></nav>{Of("top")}<article><h1>Lindenau opens its works</h1>{Of("body")}{Prose}</article>{Of("foot")}</body></html>
            """, "page.html");
    }

    private static string Expected(string file, string what) => Parts(file, what)["expect"];

    private static Dictionary<string, string> Parts(string file, string what) => Records(file).First(record => record["what"] == what);

    private static TheoryData<string> Whats(string file) => [.. Records(file).Select(record => record["what"])];

    /// <summary>Records apart by an empty line, of lines <c>key: value</c>; a line without a key goes on with the value before.</summary>
    private static IEnumerable<Dictionary<string, string>> Records(string file)
    {
        var lines = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents/Web", file + ".corpus")).ReplaceLineEndings("\n").Split('\n').SkipWhile(line => line.StartsWith('#'));
        var (record, last) = (new Dictionary<string, string>(StringComparer.Ordinal), "");
        foreach (var line in lines.Append(""))
        {
            if (line.Length == 0)
            {
                if (record.Count > 0) yield return record;
                record = new Dictionary<string, string>(StringComparer.Ordinal);
            }
            else if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and < 8 and var at && line.AsSpan(0, at).IndexOfAnyExceptInRange('a', 'z') < 0)
            {
                record[last = line[..at]] = line[(at + 2)..];
            }
            else
            {
                record[last] += "\n" + line;
            }
        }
    }
}
