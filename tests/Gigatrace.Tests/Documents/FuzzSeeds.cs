using System.Text;

namespace Gigatrace.Tests.Documents;

/// <summary>Small files of every kind that is read, to be broken in every way.</summary>
internal static class FuzzSeeds
{
    private const string Note = """
        ---
        title: Lindenau
        published: 2025-06-05
        tags: [plants, "north"]
        aliases:
          - Lindenau works
        ---
        # Lindenau

        *3 March 2025* – The [[works|Lindenau works]] will make **ten GWh** a year by 2027 ![[map.png]].

        > [!info] What is known
        > The operator has 24 GWh planned.

        | Plant | Capacity | Start |
        |---|---:|---|
        | Lindenau | 10 GWh | 2025 |
        | [[Harbour|x]] | 8 GWh | – |

        - [x] phase one: 5 GWh
          - more of it
        1. phase two

        ```
        code
        ```

        AI generated, for reference only

        The operator sold its stake for €200 million.

        [A first story in brackets]

        Words. %%hidden%% <!-- none --> #tag key:: value

        [Another story in brackets]

        Published: 4 May 2024
        """;

    private const string Page = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Lindenau opens – Sample Wire</title>
        <meta property="og:title" content="Lindenau opens"><meta property="article:published_time" content="2025-06-05T10:00:00+02:00">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Lindenau opens","datePublished":"2025-06-05","author":[{"name":"A. Author"}]}</script></head>
        <body><nav><ul><li><a href="/">Home</a></li><li><a href="/x">More</a></li></ul></nav><div class="cookie">We use cookies</div>
        <article><header><h1>Lindenau opens</h1><p class="byline">By A. Author, 5 June 2025</p></header>
        <p>The works at Lindenau will make <b>ten GWh</b> of cells a year, the operator said on Thursday, and employs 400 people.</p>
        <figure><img src="a.jpg"><figcaption>The hall. Photo: Sample</figcaption></figure><h2>What is next</h2><p>A second phase with 24&nbsp;GWh is planned for 2027.<br>It costs &euro;1.2 billion.</p>
        <table><tr><th>Plant</th><th colspan="2">Capacity</th></tr><tr><td rowspan=2>Lindenau</td><td>10 GWh</td><td>2025</td></tr><tr><td>24 GWh</td></tr></table>
        <ul><li>one<li>two</ul><blockquote>We are glad.</blockquote><pre>x</pre></article><aside>Related: <a href="/y">Harbour</a></aside><footer>&copy; Sample Wire</footer></body></html>
        """;

    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Sample Wire</title><link>https://example.org/</link>
        <item><title>Lindenau opens</title><link>https://example.org/1</link><guid>1</guid><pubDate>Thu, 05 Jun 2025 10:00:00 +0200</pubDate><description>&lt;p&gt;Ten &lt;b&gt;GWh&lt;/b&gt;.&lt;/p&gt;</description></item>
        <item><title><![CDATA[Harbour & more]]></title><content:encoded><![CDATA[<p>The works at Harbour will make 8 GWh.</p>]]></content:encoded></item></channel></rss>
        """;

    private const string Atom = """
        <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Sample</title><entry><title type="html">Lindenau &amp;amp; more</title><id>urn:x:1</id><updated>2025-06-05T10:00:00Z</updated>
        <link rel="alternate" href="https://example.org/1"/><author><name>A. Author</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ten GWh.</p></div></content></entry></feed>
        """;

    private const string Mail = """
        From: Sample Wire <news@example.org>
        To: reader@example.org
        Subject: =?utf-8?B?TGluZGVuYXUg4oCTIG9wZW5z?=
        Date: Thu, 5 Jun 2025 10:00:00 +0200
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b1"

        --b1
        Content-Type: multipart/alternative; boundary=b2

        --b2
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        The works at Lindenau will make ten GWh=20a year, the operator said=
         on Thursday. Gr=C3=B6=C3=9Fer.
        --b2
        Content-Type: text/html; charset=iso-8859-1
        Content-Transfer-Encoding: base64

        PGh0bWw+PGJvZHk+PHA+VGhlIHdvcmtzIHdpbGwgbWFrZSB0ZW4gR1doLjwvcD48L2JvZHk+PC9odG1sPg==
        --b2--
        --b1
        Content-Type: message/rfc822

        From: x@example.org
        Subject: inner

        Inner words of it.
        --b1--
        """;

    /// <summary>The name that each is read under, and its bytes.</summary>
    public static (string Name, byte[] Bytes)[] All { get; } =
    [
        ("note.md", Bytes(Note)), ("text.txt", Bytes("Lindenau\n\nBy A. Author\n3 March 2025\n\nThe works will make 10 GWh a year.\nIt goes on here\nand here.\n\nPlant\tGWh\nLindenau\t10\nHarbour\t8\n\n2019:\n- opened\n\nYou may also like\n\n© X\n")),
        ("page.html", Bytes(Page)), ("fragment.html", Bytes("<div><p>One<p>Two<table><tr><td>a<td>b<tr><td>c</table></div>")),
        ("feed.xml", Bytes(Rss)), ("atom.xml", Bytes(Atom)), ("mail.eml", Bytes(Mail.ReplaceLineEndings("\r\n"))),
        ("box.mbox", Bytes($"From x@example.org Thu Jun  5 10:00:00 2025\n{Mail}\n\nFrom y@example.org Fri Jun  6 10:00:00 2025\nSubject: two\n\n>From the works.\n")),
        ("crawl.warc", Crawl()), ("crawl.warc.gz", ArchiveBytes.Gzip(Parts())), ("crawl.arc", [.. "filedesc://a.arc 0.0.0.0 20250605100000 text/plain 0\n\n"u8, .. ArchiveBytes.Arc("http://a/1", Page), .. ArchiveBytes.Arc("http://a/2", Page)]),
        ("note.md.gz", ArchiveBytes.Gzip(Bytes(Note))), ("wide.txt", Encoding.Unicode.GetBytes("Lindenau makes ten GWh a year.\n\nMore.")), ("old.txt", Encoding.Latin1.GetBytes("M\u00FCnster wird gr\u00F6\u00DFer: 10 GWh.")),
        ("kanji.txt", Charset("shift_jis", "電池工場は年間10GWhの電池を作る。")), ("cyrillic.txt", Charset("windows-1251", "Завод будет выпускать десять гигаватт-часов в год.")),
    ];

    /// <summary>What means something in one of the kinds.</summary>
    public static byte[][] Words { get; } =
    [
        .. new[]
        {
            "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "<li>", "<b>", "<b id=x>", "<a href=x>", "<i>", "<font>", "<svg>", "<math>", "<template>", "<select>", "<script>", "</script>", "<style>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml", "<html>", "<body>", "<title>", "<h1>",
            "<iframe>", "<noscript>", "<textarea>", "<plaintext>", "<frameset>", "&amp;", "&#x110000;", "&#0;", "&nbsp;", "&x;", "charset=utf-16", "charset=utf-7", "charset=shift_jis", "colspan=99999999", "rowspan=99999999", "<!DOCTYPE x [<!ENTITY a \"&b;&b;\">]>", "<rss>", "<item>", "<entry>", "<channel>", "<pubDate>", "<link>", "<description>",
            "From ", "\nFrom x\n", "Subject: ", "Date: ", "Content-Type: multipart/mixed; boundary=b1\r\n", "Content-Type: message/rfc822\r\n", "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "--b1\r\n", "--b1--", "--b2\r\n", "=?utf-8?Q?=3D?=", "=?x?B?", "=\r\n", "=C3", "begin 644 x\n",
            "WARC/1.0\r\n", "WARC/1.1\r\nWARC-Type: response\r\n", "Content-Length: 0\r\n", "Content-Length: 99999999999\r\n", "Content-Length: -1\r\n", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 100 Continue\r\n\r\n", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "Content-Encoding: deflate\r\n", "\r\n\r\n", "ffffffff\r\n", "0\r\n\r\n", "filedesc://",
            "---\n", "# ", "| ", "|---|\n", "[[", "]]", "![[", "```\n", "> ", "%%", "- ", "1. ", "***", "#tag", "key:: ", "\t", "\n\n", "\0", "\uFEFF", "😀", "\u2028", "\u200B", "AI generated\n", "[A bracketed title]\n", "2025-06-05", "31 February 2025", "99999999999999999999", "10 GWh", "€1.2 billion", "title: ", "? ", ": ", "!!x ", "&a *a ", "%PDF-1.4",
        }.Select(Bytes),
        [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0, 0, 0xFE, 0xFF], [0xFF, 0xFE, 0, 0],
    ];

    private static IEnumerable<byte[]> Parts() =>
    [
        ArchiveBytes.Record("warcinfo", "", "application/warc-fields", "software: x\r\n"u8.ToArray()), ArchiveBytes.Response("http://a/1", Page),
        ArchiveBytes.Response("http://a/2", "5\r\nwords\r\n0\r\n\r\n", "Content-Type: text/plain\r\nTransfer-Encoding: chunked"), ArchiveBytes.Response("http://a/feed", Rss, "Content-Type: application/rss+xml"),
        ArchiveBytes.Response("http://a/3", ArchiveBytes.Gzip(Bytes(Page)), "Content-Type: text/html\r\nContent-Encoding: gzip"), ArchiveBytes.Response("http://a/4", "x", "Content-Type: image/png"), ArchiveBytes.Record("resource", "http://a/mail", "message/rfc822", Bytes(Mail)),
    ];

    private static byte[] Crawl() => ArchiveBytes.Joined(Parts());

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Charset(string name, string text) => CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes(text);
}
