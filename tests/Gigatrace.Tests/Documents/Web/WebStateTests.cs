namespace Gigatrace.Tests.Documents;

/// <summary>What a page shows of its text, and who pays for it.</summary>
public class WebStateTests
{
    private const string Prose = "<p>The council of Brede wants the grid built before a single hall is approved, and says so in a letter.</p><p>The maker of cells will decide in the summer whether it waits for the line.</p>";

    [Theory]
    [InlineData("<article>" + Prose + "</article>", "")]
    [InlineData("<article>" + Prose + "<p>To continue reading, subscribe today.</p></article>", "doc.partial")]
    [InlineData("<article>" + Prose + "<p>What the letter does not say is…</p></article>", "doc.partial")]
    [InlineData("<article>" + Prose + "<div class='paywall'><p>All of it for a euro.</p><a href='/abo'>Subscribe</a></div></article>", "doc.partial")]
    [InlineData("<article>" + Prose + "<div class='paywall' hidden><p>All of it for a euro.</p><a href='/abo'>Subscribe</a></div></article>", "")]
    [InlineData("<article><p>Sponsored content</p>" + Prose + "</article>", "doc.sponsored")]
    [InlineData("<article><p>Anzeige</p>" + Prose + "</article>", "doc.sponsored")]
    [InlineData("<article>" + Prose + "<p>The bus was sponsored by the council, which has no bus of its own.</p></article>", "")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":true}</script><article>" + Prose + "<p>To continue reading, scroll down.</p></article>", "")]
    [InlineData("<script type='application/ld+json'>{ broken \"articleBody\" }</script><article>" + Prose + "</article>", "")]
    public void A_page_says_whether_it_shows_all_and_who_pays(string html, string id)
    {
        var reading = Show.Read("<html><body>" + html + "</body></html>", "page.html");
        string.Join(' ', reading.Diagnostics.Select(d => d.Id)).ShouldBe(id);
        var document = reading.Document.ShouldNotBeNull();
        (document.IsPartial, document.IsSponsored).ShouldBe((id == "doc.partial", id == "doc.sponsored"));
    }

    [Fact]
    public void The_title_is_no_part_of_the_text()
    {
        var document = Show.Document("<html><head><title>Grid first</title></head><body><article><h1>Grid first</h1><p>By A. Author</p><p>3 June 2025</p>" + Prose + "</article></body></html>", "page.html");
        document.Title.ShouldBe("Grid first");
        document.Text.Value.ShouldStartWith("The council of Brede");
    }
}
