using System.Text;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

/// <summary>Each feed with what is read of it.</summary>
public class FeedTests
{
    [Fact]
    public void Rss_2() => Show.CheckFile(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE rss PUBLIC "-//X//DTD RSS//EN" "http://example.org/rss.dtd">
        <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:who="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel>
          <title>Nordic Wire</title><link>https://example.org/</link><atom:link rel="self" href="https://example.org/feed"/>
          <description>All news</description><language>en-gb</language><managingEditor>desk@example.org (News desk)</managingEditor>
          <image><title>Logo</title><link>https://example.org/logo</link></image>
          <item>
            <title>Lindenau opens &amp;amp; hires</title>
            <link>https://example.org/lindenau</link>
            <guid isPermaLink="false">tag:example.org,2025:1</guid>
            <pubDate>Thu, 05 Jun 25 23:17:00 -0800</pubDate>
            <who:creator>A. Author</who:creator>
            <category>Batteries</category><category domain="x">Plants</category>
            <description>The works in Lindenau opened. […]</description>
            <c:encoded><![CDATA[<p>The works in Lindenau opened on Monday.</p><h2>Figures</h2><ul><li>10 GWh &amp; 420 jobs</li></ul>]]></c:encoded>
            <enclosure url="https://example.org/a.mp3" length="1" type="audio/mpeg"/>
          </item>
          <item>
            <title>Aske waits</title>
            <guid>https://example.org/aske</guid>
            <description>The council of Aske votes in autumn.

        The works would make 5 GWh a year.</description>
          </item>
        </channel></rss>
        """,
        """
        =#tag:example.org,2025:1 | 2025-06-05 | Lindenau opens & hires | A. Author | Nordic Wire | https://example.org/lindenau | en | Batteries+Plants
        P The works in Lindenau opened on Monday.
        H2 Figures
        - 10 GWh & 420 jobs
        =#https://example.org/aske | - | Aske waits | News desk | Nordic Wire | https://example.org/aske | en | -
        P The council of Aske votes in autumn.
        P The works would make 5 GWh a year.
        """, "feed.xml");

    [Fact]
    public void Rss_1_and_0_9() => Show.CheckFile(
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://example.org/"><title>Nordic Wire</title><items><rdf:Seq><rdf:li resource="https://example.org/1"/></rdf:Seq></items></channel>
        <item rdf:about="https://example.org/1">
          <title>Lindenau opens</title><dc:date>2025-06-05T01:00:00+02:00</dc:date><dc:creator>A. Author</dc:creator><dc:creator>B. Author</dc:creator><dc:subject>Plants</dc:subject>
          <description>&lt;p&gt;The works opened.&lt;br/&gt;It makes 10 GWh.&lt;/p&gt;</description>
        </item>
        </rdf:RDF>
        """,
        """
        =#https://example.org/1 | 2025-06-05 | Lindenau opens | A. Author, B. Author | Nordic Wire | https://example.org/1 | - | Plants
        P The works opened.
        P It makes 10 GWh.
        """, "feed.rdf");

    [Fact]
    public void Atom() => Show.CheckFile(
        """
        <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="de-DE">
          <a:title type="html">Nordic &lt;b&gt;Wire&lt;/b&gt;</a:title><a:author><a:name>News desk</a:name><a:email>desk@example.org</a:email></a:author>
          <a:entry>
            <a:id>urn:1</a:id><a:title>Lindenau öffnet</a:title>
            <a:link rel="enclosure" href="https://example.org/a.mp3"/><a:link href="https://example.org/1"/>
            <a:updated>2025-06-07T00:00:00Z</a:updated><a:published>2025-06-05T23:30:00-08:00</a:published>
            <a:category term="plants" label="Plants"/>
            <a:summary>Kurz gesagt: offen.</a:summary>
            <a:content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>Das Werk ist <h:b>offen</h:b>.</h:p><h:p>Es macht 10 &lt; 20 GWh.</h:p></h:div></a:content>
          </a:entry>
          <a:entry>
            <a:id>urn:2</a:id><a:title type="text">Aske &lt; Lindenau</a:title><a:author><a:name>A. Author</a:name></a:author>
            <a:source><a:title>Other Wire</a:title><a:updated>2001-01-01T00:00:00Z</a:updated><a:author><a:name>Nobody</a:name></a:author></a:source>
            <a:content type="text">Aske macht &lt;p&gt; 5 GWh.</a:content>
          </a:entry>
          <a:entry><a:id>urn:3</a:id><a:title>Nur ein Titel</a:title><a:content src="https://example.org/a.mp4" type="video/mp4"/></a:entry>
          <a:entry><a:id>urn:4</a:id></a:entry>
        </a:feed>
        """,
        """
        ! feed.empty
        =#urn:1 | 2025-06-05 | Lindenau öffnet | News desk | Nordic Wire | https://example.org/1 | de | Plants
        P Das Werk ist offen.
        P Es macht 10 < 20 GWh.
        =#urn:2 | - | Aske < Lindenau | A. Author | Other Wire | - | de | -
        P Aske macht <p> 5 GWh.
        =#urn:3 | - | Nur ein Titel | News desk | Nordic Wire | - | de | -
        H1 Nur ein Titel
        """, "feed.atom");

    [Fact]
    public void Atom_0_3() => Show.CheckFile(
        """
        <?xml version="1.0"?>
        <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Nordic Wire</title>
        <entry><id>1</id><title mode="base64">TGluZGVuYXU=</title><issued>2003-12</issued><content type="text/html" mode="base64">PHA+VGhlIHdvcmtzIG9wZW5lZC48L3A+</content></entry>
        <entry><id>2</id><title>Aske</title><created>1970-01-01T00:00:00Z</created><modified>2003-12-31T10:14:55Z</modified><content type="text/html" mode="escaped">&lt;p&gt;It opened.&lt;/p&gt;</content></entry>
        </feed>
        """,
        """
        =#1 | 2003-12 | Lindenau | - | Nordic Wire | - | - | -
        P The works opened.
        =#2 | 2003-12-31 | Aske | - | Nordic Wire | - | - | -
        P It opened.
        """, "feed.xml");

    /// <summary>Each flaw that real feeds have; the entries before and behind it are there.</summary>
    [Theory]
    [InlineData("<rss><channel><item><title>A & B</title></item></channel></rss>", "A & B")]
    [InlineData("<rss><channel><item><title>A &a&amp; & B &</title></item></channel></rss>", "A &a& & B &")]
    [InlineData("<rss><channel><item><title>Caf&eacute;&nbsp;X &bogus; &#x1; &#233;</title></item></channel></rss>", "Café X &bogus; é")]
    [InlineData("<rss><channel><item><title>A\u001b\u0002B</title></item></channel></rss>", "AB")]
    [InlineData("<rss><channel><item><title>A</title><description>One <br> two <p>three</description></item></channel></rss>", "A")]
    [InlineData("<rss><channel><item><title>A</title><item><title>B</title></channel></rss>", "A|B")]
    [InlineData("<rss><channel><item><title>A</title></item><item><title>B</title><description>It bre", "A|B")]
    [InlineData("<rss><channel><item><title>A</title></item><item><title>B</title><description><![CDATA[It bre", "A|B")]
    [InlineData("<rss><channel><item><title>A</title></item><!-- no end <item><title>B</title></item></channel></rss>", "A|B")]
    [InlineData("<rss version=2.0 x><channel><item><title>A</title><link href='https://example.org></item></channel></rss>", "A")]
    [InlineData("<rss><channel><item><title>A < B</title></item></channel></rss>", "A < B")]
    [InlineData("<rss><channel><item></b><title>A</title></wrong></item></channel></rss>", "A")]
    [InlineData("<!DOCTYPE rss [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>A &e;</title></item></channel></rss>", "A &e;")]
    public void What_is_broken_is_read_as_meant(string feed, string titles)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(feed));
        var readings = DocumentReader.Read(stream, "feed.xml").ToList();
        readings.Select(reading => reading.Document?.Title).ShouldBe(titles.Split('|'));
        readings[0].Diagnostics.ShouldContain(said => said.Id == "feed.repaired");
    }

    [Theory]
    [InlineData("  \r\n\uFEFF<?xml version='1.0'?><rss><channel><item><title>A</title></item></channel></rss>", "feed.txt")]
    [InlineData("<br />\n<b>Warning</b>: x<?xml version='1.0'?><rss><channel><item><title>A</title></item></channel></rss>", "feed.html")]
    [InlineData("Warning: x\n<?xml version='1.0'?><rss><channel><item><title>A</title></item></channel></rss>", "feed.rss")]
    [InlineData("<!-- x --><?xml-stylesheet href='x'?><RSS><Channel><Item><Title>A</Title></Item></Channel></RSS>", "feed.md")]
    public void It_is_told_by_its_content(string feed, string name) => Show.File(Encoding.UTF8.GetBytes(feed), name).ShouldContain("| A |");

    [Theory]
    [InlineData("A feed starts so:\n\n```\n<?xml version='1.0'?><rss><channel><item><title>A</title></item></channel></rss>\n```\n", "note.md", "P A feed starts so:")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE html><html><body><p>The works opened.</p></body></html>", "page.xml", "P The works opened.")]
    [InlineData("<?xml version='1.0'?><urlset><url/></urlset>", "map.xml", "! feed.none skipped")]
    [InlineData("<rss><channel><title>A</title></channel></rss>", "feed.xml", "! feed.empty skipped")]
    [InlineData("<rss><channel><item><pubDate>x</pubDate></item></channel></rss>", "feed.xml", "! feed.empty skipped")]
    [InlineData("<rss><channel><item><title>A</title><description>The works will…</description></item></channel></rss>", "feed.xml", "! feed.excerpts")]
    [InlineData("<rss><channel><item><title>A</title><description>&lt;p&gt;The works will [&amp;#8230;]&lt;/p&gt;&lt;p&gt;The post A appeared first on &lt;a&gt;Wire&lt;/a&gt;.&lt;/p&gt;</description></item></channel></rss>", "feed.xml", "! feed.excerpts")]
    [InlineData("<rss><channel><item><title>A</title><description>&lt;p&gt;The works open.&lt;/p&gt;&lt;p&gt;The post A appeared first on &lt;a&gt;Wire&lt;/a&gt;.&lt;/p&gt;</description></item></channel></rss>", "feed.xml", "BP P The post A appeared first on Wire.")]
    [InlineData("<rss><channel><item><title>A</title><pubDate>soon</pubDate></item></channel></rss>", "feed.xml", "! doc.date")]
    public void What_is_none_or_has_nothing_says_so(string text, string name, string said) => Show.File(Encoding.UTF8.GetBytes(text), name).ShouldContain(said);

    [Theory]
    [InlineData("iso-8859-1", "iso-8859-1")]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16", "utf-8")]
    [InlineData("windows-1252", "utf-8")]
    public void Encodings_are_those_declared_or_seen(string encoding, string declared)
    {
        var letters = encoding == "windows-1251" ? "Завод" : "Göd – Straße";
        if (encoding == "iso-8859-1") letters = "Göd";
        var codes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        Show.File(codes.GetBytes($"<?xml version=\"1.0\" encoding=\"{declared}\"?><rss><channel><item><title>{letters}</title></item></channel></rss>"), "feed.xml").ShouldContain($"| {letters} |");
    }

    [Fact]
    public void Entities_are_never_expanded()
    {
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY l{n} \"{string.Concat(Enumerable.Repeat($"&l{n - 1};", 10))}\">"));
        var feed = $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"lol\">{laughs}]><rss><channel><item><title>&l9;</title></item></channel></rss>";
        Show.File(Encoding.UTF8.GetBytes(feed), "feed.xml").ShouldContain("| &l9; |");
    }

    /// <summary>Twice as much takes about twice as long: nothing is looked for again and again.</summary>
    [Theory]
    [InlineData("<a>")]
    [InlineData("</a>")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<!x[")]
    [InlineData("<a b=\"")]
    [InlineData("<a b='<a b=\"")]
    [InlineData("&")]
    [InlineData("< ")]
    [InlineData("<item>")]
    [InlineData("<item><title>x")]
    [InlineData("<description><p>")]
    [InlineData("<author><name>x</name>")]
    [InlineData("<a:x xmlns:a=''>")]
    [InlineData("]]>")]
    public void Much_of_anything_takes_time_in_proportion(string part)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Show.File(Encoding.UTF8.GetBytes("<rss><channel><item>" + string.Concat(Enumerable.Repeat(part, 100_000 / part.Length))), "feed.xml").ShouldNotBeEmpty();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }
}
