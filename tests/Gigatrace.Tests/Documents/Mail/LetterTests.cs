using System.Text;

namespace Gigatrace.Tests.Documents;

/// <summary>What in a mail is the writer's text, and what is quoted, signed, laid out or there for the sending.</summary>
public class LetterTests
{
    [Theory]
    [InlineData("Subject: Re: Lindenau", "BP ")]
    [InlineData("Subject: Lindenau\nIn-Reply-To: <1@example.org>", "BP ")]
    [InlineData("Subject: Fwd: Lindenau\nReferences: <1@example.org>", "")]
    [InlineData("Subject: Lindenau", "")]
    public void What_an_answer_quotes_is_none_of_it(string fields, string mark) => Check(fields, "text/plain",
        """
        It is open now.

        On Thursday, 5 June 2025, the desk wrote:
        > When does Lindenau open?
        >> Nobody knows.

        Thanks!
        """,
        $"""
        P It is open now.
        {mark}P On Thursday, 5 June 2025, the desk wrote:
        {mark}P When does Lindenau open?
        {mark}P Nobody knows.
        P Thanks!
        """);

    [Theory]
    [InlineData("-----Original Message-----\nFrom: desk@example.org\nSubject: Lindenau")]
    [InlineData("Von: News desk\nGesendet: Donnerstag, 5. Juni 2025\nAn: you\nBetreff: Lindenau")]
    public void An_earlier_mail_below_an_answer_is_none_of_it(string opening)
    {
        var shown = Shown("Subject: AW: Lindenau", "text/plain", $"It is open now.\n\n{opening}\n\nWhen does it open?\n").Split('\n');
        shown[0].ShouldBe("P It is open now.");
        shown[1..].ShouldAllBe(line => line.StartsWith("BP "));
        Shown("Subject: WG: Lindenau", "text/plain", $"It is open now.\n\n{opening}\n\nWhen does it open?\n").ShouldContain("\nP When does it open?");
    }

    [Theory]
    [InlineData("-- \nNews desk, Example House\n+00 000 000")]
    [InlineData("--\nNews desk, Example House")]
    [InlineData("_______________________________________________\nCells mailing list\nhttps://example.org/lists")]
    [InlineData("-----BEGIN PGP SIGNATURE-----\nabcdefg\n-----END PGP SIGNATURE-----")]
    public void A_signature_is_none_of_it(string signature)
    {
        var shown = Shown("Subject: Lindenau", "text/plain", $"The works opened on Monday.\n\n{signature}\n").Split('\n');
        shown[0].ShouldBe("P The works opened on Monday.");
        shown[1..].ShouldAllBe(line => line.StartsWith("BP "));
    }

    [Fact]
    public void What_programs_quote_in_html_is_a_quotation() => Check("Subject: Re: Lindenau", "text/html",
        """
        <div>It is open now.</div><div class="gmail_quote"><div>On Thursday the desk wrote:</div><blockquote>When does it open?</blockquote></div>
        """,
        """
        P It is open now.
        BP P On Thursday the desk wrote:
        BP P When does it open?
        """);

    /// <summary>Laid out with tables, headings by the size of their letters, a preview line, a foot.</summary>
    [Fact]
    public void A_newsletter_is_read_in_its_order() => Check("Subject: Cells, the weekly digest\nList-Unsubscribe: <https://example.org/u>", "text/html",
        """
        <html><head><style>td { color: red }</style></head><body>
        <div style="display:none;max-height:0">Lindenau opens, Aske waits</div>
        <table role="presentation" width="100%"><tr><td align="center">
         <table width="600"><tr><td><a href="https://example.org/view">View this email in your browser</a></td></tr>
          <tr><td><img src="logo.png" alt=""></td><td style="font-size: 12px">Issue 7</td></tr></table>
         <table width="600">
          <tr><td style="font-family: Arial; font-size: 24px; font-weight: bold"><a href="https://example.org/1">Lindenau opens</a></td></tr>
          <tr><td style="font-size:14px">The works in Lindenau opened on Monday. They make ten gigawatt-hours of cells a year.<br><br>It hired 420 people.</td></tr>
          <tr><td><table><tr><td style="width:50%"><div style="font-size:22px">Aske waits</div><p style="font-size:14px">The council of Aske votes in autumn on a second works, which would make five gigawatt-hours.</p></td>
              <td style="width:50%"><div style="font-size:22px">Prices fall</div><p style="font-size:14px">Cells cost a tenth less than a year ago, the agency counts, and packs a little less than that.</p></td></tr></table></td></tr>
          <tr><td style="font-size:14px"><table><tr><th>Plant</th><th>GWh</th></tr><tr><td>Lindenau</td><td>10</td></tr><tr><td>Aske</td><td>5</td></tr></table></td></tr>
         </table>
         <table class="footer"><tr><td style="font-size:11px">You are receiving this email because you signed up.</td></tr>
          <tr><td style="font-size:11px">Nordic Wire, Example Street 1, Exampletown</td></tr>
          <tr><td style="font-size:11px"><a href="https://example.org/u">Unsubscribe</a> <a href="https://example.org/p">Manage preferences</a></td></tr></table>
        </td></tr></table></body></html>
        """,
        """
        BP P View this email in your browser
        H1 Issue 7
        S1 H3 Lindenau opens
        S1 P The works in Lindenau opened on Monday. They make ten gigawatt-hours of cells a year.
        S1 P It hired 420 people.
        S2 H3 Aske waits
        S2 P The council of Aske votes in autumn on a second works, which would make five gigawatt-hours.
        S3 H3 Prices fall
        S3 P Cells cost a tenth less than a year ago, the agency counts, and packs a little less than that.
        S3 T Plant | GWh
        S3 T Lindenau | 10
        S3 T Aske | 5
        S3 BP P You are receiving this email because you signed up.
        S3 BP P Nordic Wire, Example Street 1, Exampletown
        S3 BP P Unsubscribe Manage preferences
        """, "https://example.org/view");

    [Theory]
    [InlineData("<h2>One</h2><p style=\"font-size:30px\">Two</p>", "H2 One\nP Two")]
    [InlineData("<p style=\"font-size:14px\">The text of the mail, and more.</p><p>A <span style=\"font-size:30px\">big</span> word.</p>", "P The text of the mail, and more.\nP A big word.")]
    [InlineData("<p><font size=2>The text of the mail, and more.</font></p><p><font size=\"5\">A head</font></p><p><font size=2>More of the text.</font></p>", "P The text of the mail, and more.\nH3 A head\nP More of the text.")]
    [InlineData("<table><tr><td><p>2024</p></td><td><p>5 GWh</p></td></tr><tr><td>2025</td><td>10 GWh</td></tr></table>", "T 2024 | 5 GWh\nT 2025 | 10 GWh")]
    [InlineData("<table role=presentation><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>", "P A\nP B\nP C\nP D")]
    [InlineData("<p>One<o:p></o:p></p><v:shape>Two</v:shape><img><br>Three &lt;p&gt;", "P One\nP Two\nP Three <p>")]
    public void Layout_is_told_from_structure(string html, string expected) => Check("Subject: Lindenau", "text/html", html, expected);

    private static void Check(string fields, string type, string body, string expected, string? url = null)
    {
        Shown(fields, type, body).Split('\n').ShouldBe(expected.ReplaceLineEndings("\n").Split('\n'));
        if (url is not null) Whole(fields, type, body).ShouldContain($"| {url} |");
    }

    private static string Shown(string fields, string type, string body) => string.Join('\n', Whole(fields, type, body).Split('\n').Where(line => line[0] != '='));

    private static string Whole(string fields, string type, string body) => Show.File(Encoding.UTF8.GetBytes($"From: News desk <desk@example.org>\nContent-Type: {type}; charset=utf-8\n{fields}\n\n{body}"), "a.eml");
}
