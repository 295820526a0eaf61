using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using Gigatrace.Documents;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.Tests.Publishing.Forms;

/// <summary>The forms in which an answer is sent: a page, and a mail that holds it.</summary>
public sealed class SentFormTests
{
    private static readonly Report Answer = new()
    {
        Title = "Skellefteå & <Dunkirk>: \"what became known\" in a week that had rather many words",
        Lead = ["as of 2026-03-01"],
        Tables =
        [
            new Table([new("fact"), new("held before"), new("figure", Right: true)])
            {
                Title = "Thirty seconds",
                Rows = [new Row(["<script>alert(1)</script> & more", "", "10"], [new Evidence("c1", "doc", "ten <b>GWh</b>", "Wire & Co", "2025-06-04", "press/a.md", 3)]), new Row(["A second\u0007 line", "", "9"], [new Evidence("c2", "doc", "nine", null, null, "press/b.md", null)]), new Row(["From here on", "", ""], []), new Row([$"ünusual — = words {new string('x', 200)}", "", "1"], [])],
            },
        ],
    };

    private const string Text = """
        Skellefteå & <Dunkirk>: "what became known" in a week that had rather
        many words
        ========================================================================
        as of 2026-03-01

        Thirty seconds
        --------------
        * <script>alert(1)</script> & more: figure: 10 [1]

        """;

    [Fact]
    public void A_page_stands_alone_and_holds_the_answer_as_text()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        HtmlForm.Write(output, Answer, evidence: true);
        var page = new HtmlParser().ParseDocument(output.ToString());
        page.QuerySelectorAll("script, link, img, iframe, b").ShouldBeEmpty();
        page.QuerySelectorAll("[src], [onclick], [style]").ShouldBeEmpty();
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.Title.ShouldBe(Answer.Title);
        page.QuerySelector("h1")!.TextContent.ShouldBe(Answer.Title);
        page.QuerySelectorAll("th").Select(head => head.TextContent).ShouldBe(["fact", "figure", "words"]);
        page.QuerySelectorAll("td").Select(cell => cell.TextContent).ShouldBe(["<script>alert(1)</script> & more", "10", "1", "A second line", "9", "2", "From here on", "", "", $"ünusual — = words {new string('x', 200)}", "1", ""]);
        page.QuerySelectorAll("a[href]").Select(link => page.QuerySelector(link.GetAttribute("href")!)!.QuerySelector("q")!.TextContent).ShouldBe(["ten <b>GWh</b>", "nine"]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Zoë Example <desk@example.org>", "all@example.org")]
    public void A_mail_keeps_to_the_rules_and_is_read_back(string? sender, string? recipient)
    {
        var mail = Mail(sender, recipient);
        mail.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        mail.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\r');
        Ascii.IsValid(mail).ShouldBeTrue();
        mail.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
        var head = mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).ToArray();
        head.ShouldBe(["Date", "From", "To", "Subject", "MIME-Version", "Content-Type"]);
        mail.ShouldContain("Date: Sun, 01 Mar 2026 12:00:00 +0000\r\n");
        if (sender is null) mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)].ShouldNotContain("@");
        else mail.ShouldContain(" <desk@example.org>\r\nTo: all@example.org\r\n");

        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(mail));
        var document = DocumentReader.Read(stream, "mail.eml").Single().Document!;
        document.Title.ShouldBe(Answer.Title);
        document.Published!.Edtf.ShouldBe("2026-03-01");
        document.Text.Value.ShouldContain("<script>alert(1)</script> & more");
        Decoded(mail.Split("Content-Transfer-Encoding: quoted-printable\r\n\r\n")[1]).ShouldStartWith(Text.ReplaceLineEndings("\r\n"));

    }

    [Fact]
    public void An_address_cannot_add_a_field() => Mail("a@example.org\r\nBcc: b@example.org", null).ShouldContain("From: a@example.orgBcc: b@example.org\r\nTo:");

    /// <summary>As RFC 2045 says: soft line ends away, then bytes.</summary>
    private static string Decoded(string body)
    {
        var text = body.Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var at = 0; at < text.Length; at++)
        {
            var coded = text[at] == '=' && at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _);
            bytes.Add(coded ? byte.Parse(text.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : (byte)text[at]);
            if (coded) at += 2;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Mail(string? sender, string? recipient)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var mail = new MailForm { Sender = sender, Recipient = recipient, Sent = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) };
        mail.Write(output, Answer, evidence: true);
        return output.ToString();
    }
}
