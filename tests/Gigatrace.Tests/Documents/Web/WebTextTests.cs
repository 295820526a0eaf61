using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gigatrace.Tests.Documents;

/// <summary>
/// Pages as publishing systems write them, each a file beside this one. What belongs to the text carries <c>data-gold</c> in the
/// page itself; all of that and nothing else must come out. To add a page is to add a file.
/// </summary>
public class WebTextTests
{
    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Folder, "*.html").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Expectations.Root, "tests/Gigatrace.Tests/Documents/Web/Pages");

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_body_of_a_page_comes_out_and_nothing_else(string page)
    {
        var html = File.ReadAllText(Path.Combine(Folder, page + ".html"));
        var document = Show.Document(html, page + ".html");
        Words(document.Text.Value).ShouldBe(Gold(html), $"{page}: {Show.Passages(document)}");
        Show.Sound(document);
    }

    private static string Gold(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        return Words(string.Join(' ', page.QuerySelectorAll("[data-gold]").Select(e => e.TextContent)));
    }

    private static string Words(string text)
    {
        var words = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w != "|")) words.Append(word).Append(' ');
        return words.ToString().TrimEnd();
    }
}
