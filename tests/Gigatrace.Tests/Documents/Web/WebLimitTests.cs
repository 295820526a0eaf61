using System.Diagnostics;
using System.Text;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

/// <summary>No page, however it is made, takes more than its length is worth; what is cut says so.</summary>
public class WebLimitTests
{
    [Theory]
    [InlineData("<p>The works makes cells, and more of them than ever. </p>")]
    [InlineData("<div><p>Short. </p>")]
    [InlineData("<article><h1>Title of it</h1><p>The works makes cells, and more of them than ever.</p></article>")]
    [InlineData("<div class='article-body'><p>The works makes cells, and more of them than ever.</p></div>")]
    [InlineData("<div class='related-posts comments share'><a href='/x'>more</a></div>")]
    [InlineData("<ul><li><a href='/x'>one</a><li>two</ul>")]
    [InlineData("<table><tr><td>1<td>2<tr><td>3<td>4</table>")]
    [InlineData("<tr><td>1</td></tr>")]
    [InlineData("<h2>Heading</h2>")]
    [InlineData("<figure><figcaption>A picture</figcaption></figure>")]
    [InlineData("<br>line")]
    [InlineData("<b>bold</b> ")]
    [InlineData("<a href='/x'>link</a> ")]
    [InlineData("<blockquote><p>Said so.</p>")]
    [InlineData("<p>To continue reading, subscribe…</p>")]
    [InlineData("<span class='a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t'></span>")]
    [InlineData("<script type='application/ld+json'>{\"articleBody\":\"x\"}</script>")]
    public void Much_of_anything_takes_time_in_proportion(string part)
    {
        const int length = 600_000;
        Read(part, length / 20);
        var (once, twice) = (Read(part, length), Read(part, 2 * length));
        twice.ShouldBeLessThan((4 * once) + TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Pages_with_parts_changed_moved_or_lost_have_sound_spans(int seed)
    {
        var random = new Random(seed);
        var pages = Directory.GetFiles(Path.Combine(Expectations.Root, "tests/Gigatrace.Tests/Documents/Web/Pages"), "*.html").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        for (var turn = 0; turn < 300; turn++)
        {
            var page = new StringBuilder(pages[random.Next(pages.Count)]);
            for (var change = random.Next(1, 10); change > 0 && page.Length > 50; change--)
            {
                var at = random.Next(page.Length - 40);
                if (random.Next(2) == 0) page.Remove(at, random.Next(1, 40));
                else page.Insert(at, pages[random.Next(pages.Count)].AsSpan(random.Next(200), random.Next(200)));
            }

            if (Show.Read(page.ToString(), "page.html").Document is { } document) Show.Sound(document);
        }
    }

    [Fact]
    public void Of_a_table_without_end_the_first_cells_are_read()
    {
        var reading = Show.Read("<html><body><table>" + string.Concat(Enumerable.Repeat("<tr><td>a</td><td>b</td></tr>", 60_000)) + "</table></body></html>", "page.html");
        reading.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("doc.table");
        reading.Document.ShouldNotBeNull().Passages.Length.ShouldBeInRange(20_000, 30_000);
    }

    private static TimeSpan Read(string part, int length)
    {
        var bytes = Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat(part, length / part.Length)));
        var clock = Stopwatch.StartNew();
        if (DocumentReader.Parse(bytes, "page.html").Document is { } document) Show.Sound(document);
        return clock.Elapsed;
    }
}
