using System.Diagnostics;
using System.Text;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

/// <summary>Each mail with what is read of it.</summary>
public class MailTests
{
    private const string Head = "From: News desk <desk@example.org>\nDate: Thu, 5 Jun 2025 23:17:00 -0800\nSubject: Lindenau opens\nContent-Language: en-GB\n";

    private const string Known = " | 2025-06-05 | Lindenau opens | News desk | - | - | en | -";

    [Theory]
    [InlineData("", "The works opened.", "P The works opened.")]
    [InlineData("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n", "G=C3=B6d makes 10 GWh =\na year.", "P Göd makes 10 GWh a year.")]
    [InlineData("Content-Type: text/plain; charset=\"iso-8859-1\"\nContent-Transfer-Encoding: base64\n", "R/ZkIG9wZW5lZC4=", "P Göd opened.")]
    [InlineData("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n", "R8O2ZCBv\r\n!cGVuZWQ=\nIFRoZW4gYWdhaW4u", "P Göd opened Then again.")]
    [InlineData("Content-Type: text/plain; charset=iso-2022-jp\n", "\u001b$B9)>l\u001b(B", "P 工場")]
    [InlineData("Content-Type: text/html; charset=utf-8\n", "<html><body><h2>Figures</h2><p>10&nbsp;GWh.</p></body></html>", "H2 Figures⏎P 10 GWh.")]
    [InlineData("Content-Type: text/plain; format=flowed\n", "The works \nopened \non Monday.\nIt \nwill grow.", "P The works opened on Monday.⏎P It will grow.")]
    [InlineData("Content-Type: text/plain; format=flowed; delsp=yes\n", "工場 \nです。\nThe works  \nopened.", "P 工場です。⏎P The works opened.")]
    [InlineData("Content-Type: text/plain; charset=utf-7\n", "The works opened.", "P The works opened.")]
    [InlineData("Content-Type: text/plain; charset=nowhere\n", "The works opened.", "P The works opened.")]
    [InlineData("Content-Type: nonsense\n", "The works opened.", "P The works opened.")]
    [InlineData("Content-Transfer-Encoding: x-uuencode\n", "begin 644 a.txt\n15&AE('=O<FMS(&]P96YE9\"X \n \nend\n", "P The works opened.")]
    public void A_body_is_read_as_it_travelled(string fields, string body, string expected) =>
        Show.CheckFile(Head + fields + "\n" + body, "=" + Known + "\n" + expected.Replace('⏎', '\n'), "a.eml");

    [Theory]
    [InlineData("Subject: =?utf-8?Q?G=C3=B6d_=26?= =?utf-8?B?IExpbmRlbmF1?= now", "Göd & Lindenau now")]
    [InlineData("Subject: =?utf-8?B?R8M=?=\n =?utf-8?B?tmQ=?=", "Göd")]
    [InlineData("Subject: =?ISO-2022-JP?B?GyRCOSk+bBsoQg==?=", "工場")]
    [InlineData("Subject: =?windows-1252*en?q?10_=80?=", "10 €")]
    [InlineData("Subject: =?nowhere?Q?a?= =?utf-8?X?b?= =?utf-8?Q?c", "a =?utf-8?X?b?= =?utf-8?Q?c")]
    [InlineData("Subject: Göd\n\topens", "Göd opens")]
    [InlineData("Subject: Re: AW: [2] Fwd: Göd", "[2] Fwd: Göd")]
    [InlineData("Subject: RE[3]: WG: Göd: 10 GWh", "Göd: 10 GWh")]
    [InlineData("subject : 10 GWh", "10 GWh")]
    [InlineData("X-Long: abc\ndef/ghi==\nSubject: R: I: Göd", "Göd")]
    public void Subjects(string field, string title) => One($"From: a@example.org\n{field}\n\nText.\n").Title.ShouldBe(title);

    [Theory]
    [InlineData("Date: Sun, 7 May 95 16:21:03 GMT", "1995-05-07")]
    [InlineData("Date: 01 Jan 49 00:00 +0000", "2049-01-01")]
    [InlineData("Date: Wed, 20 Sep 1995 00:19:00 (EDT) -0400", "1995-09-20")]
    [InlineData("Date: Tue Mar 28 18:40:37 2017", "2017-03-28")]
    [InlineData("Date: Fri, 31 Dec 1999 23:59:59 -1200", "1999-12-31")]
    [InlineData("Date: Mo, 3 März 2025 10:00:00 +0100", "2025-03-03")]
    [InlineData("Date: 2025-06-05T04:17:00+08:00", "2025-06-05")]
    [InlineData("Date: 20250605T041700Z", "2025-06-05")]
    [InlineData("Received: from a by b; Thu, 5 Jun 2025 10:00:00 +0000", "2025-06-05")]
    [InlineData("Date: Thu, 1 Jan 1970 00:00:00 +0000", null)]
    [InlineData("Date: yesterday", null)]
    [InlineData("Date: 31 Feb 25 10:00:00", null)]
    public void Dates(string field, string? published) => One($"From: a@example.org\nSubject: x\n{field}\n\nText.\n").Published?.Edtf.ShouldBe(published);

    [Theory]
    [InlineData("From: \"Desk, News\" <desk@example.org>", "Desk, News", null)]
    [InlineData("From: desk@example.org (News desk)", "News desk", null)]
    [InlineData("From: desk@example.org", null, null)]
    [InlineData("From: =?utf-8?Q?G=C3=B6d?= Wire <x@example.org>\nList-Unsubscribe: <https://example.org/u>", "Göd Wire", "Göd Wire")]
    [InlineData("From: A. Author <x@example.org>\nList-Id: Cells list <cells.example.org>\nList-Post: <mailto:cells@example.org>", "A. Author", "Cells list")]
    [InlineData("From: A. Author from Nordic Wire <x@example.org>\nList-Unsubscribe: <https://example.org/u>", "A. Author", "Nordic Wire")]
    [InlineData("From: x@news.example.org\nList-Unsubscribe: <https://example.org/u>", null, "news.example.org")]
    public void Senders(string fields, string? author, string? publisher)
    {
        var mail = One($"{fields}\nSubject: x\n\nText.\n");
        (mail.Author, mail.Publisher).ShouldBe((author, publisher));
    }

    [Fact]
    public void Of_two_forms_the_richer_one_is_read() => Show.CheckFile(
        Head + """
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=a

        This is a mail in parts.
        --a
        Content-Type: multipart/alternative; boundary="a b"

        --a b
        Content-Type: text/plain

        The works opened: https://example.org/very/long/address/of/a/page?with=much&behind=it
        --a b
        Content-Type: multipart/related; boundary=c

        --c
        Content-Type: text/html

        <style>p { color: red }</style><p>The works <b>opened</b>.</p><img src="cid:1">
        --c
        Content-Type: image/png

        xxx
        --c--
        --a b--
        --a
        Content-Type: text/plain

        --- The foot of a list.
        --a
        Content-Type: text/calendar

        BEGIN:VCALENDAR
        --a
        Content-Type: text/plain; name*0*=utf-8''G%C3%B6; name*1="d.txt"
        Content-Disposition: attachment

        A text of its own.
        --a
        Content-Type: message/rfc822

        From: Other desk <other@example.org>
        Date: Wed, 4 Jun 2025 10:00:00 +0000
        Subject: Earlier

        It will open.
        --a
        Content-Type: application/octet-stream; name=empty

        --a
        Content-Type: application/zip; name=a.zip

        xx
        --a
        Content-Type: application/octet-stream; name=feed.xml

        <rss><channel><item><guid>1</guid><title>An entry</title></item></channel></rss>
        --a--
        An epilogue.
        """,
        $"""
        ! mail.left-out
        ={Known}
        P The works opened.
        P --- The foot of a list.
        =#4 | - | - | - | - | - | - | -
        P A text of its own.
        =#5 | 2025-06-04 | Earlier | Other desk | - | - | - | -
        P It will open.
        =#8#1 | - | An entry | - | - | - | - | -
        H1 An entry
        """, "a.eml");

    [Theory]
    [InlineData("multipart/alternative; boundary=x", "--x\nContent-Type: text/html\n\n<p>Open in your browser</p>\n--x\nContent-Type: text/plain\n\nThe works opened on Monday with many guests and a speech of its head.\n--x--", "The works opened on Monday with many guests and a speech of its head.")]
    [InlineData("multipart/alternative; boundary=x", "--x\nContent-Type: text/plain\n\n\n--x\nContent-Type: text/html\n\n<p>The works opened.</p>", "The works opened.")]
    [InlineData("multipart/mixed; boundary=wrong", "--right\nContent-Type: text/plain\n\nThe works opened.\n--right--", "The works opened.")]
    [InlineData("multipart/mixed", "--right\nContent-Type: text/plain\n\nThe works opened.\n--right--", "The works opened.")]
    [InlineData("multipart/mixed", "The works opened.", "The works opened.")]
    [InlineData("multipart/mixed; boundary=x", "--x\n\nThe works\n--x2\nopened.", "The works\n--x2\nopened.")]
    [InlineData("multipart/signed; boundary=x", "--x\n\nThe works opened.\n--x\nContent-Type: application/pgp-signature\n\nabc\n--x--", "The works opened.")]
    [InlineData("multipart/report; boundary=x", "--x\n\nThe works opened.\n--x\nContent-Type: message/delivery-status\n\nStatus: 5.0.0\n--x--", "The works opened.")]
    public void Parts_are_told_even_where_they_are_broken(string type, string body, string text) => One($"{Head}Content-Type: {type}\n\n{body}").Text.Value.Trim().ShouldBe(text);

    [Theory]
    [InlineData("Content-Type: message/partial; number=2; total=3\n\nxx", "mail.partial")]
    [InlineData("Content-Type: image/png\n\nxx", "mail.empty")]
    [InlineData("Content-Type: multipart/mixed; boundary=x\n\n--x--\n", "mail.empty")]
    [InlineData("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!!", "mail.empty")]
    public void Where_there_is_no_text_that_is_said(string rest, string id)
    {
        var reading = Read(Head + rest).ShouldHaveSingleItem();
        reading.Document.ShouldBeNull();
        reading.Diagnostics.ShouldContain(said => said.Id == id && said.Skipped);
    }

    [Fact]
    public void A_mailbox_is_read_mail_by_mail() => Show.CheckFile(
        """
        From desk@example.org Thu Jun  5 23:17:00 2025
        From: News desk <desk@example.org>
        Message-ID: <1@example.org>
        Subject: Lindenau opens
        Content-Length: 3

        From the start it makes 10 GWh.
        >From Monday on.
        >>From Tuesday on.

        From - Fri Jun 06 10:00:00 2025
        Subject: Aske waits
        Date: Fri, 6 Jun 2025 10:00:00 +0000
        Content-Type: image/png

        xx
        From desk@example.org Thu Jun  5 23:17:00 2025 +0100
        Subject: Göd goes on
        Message-ID: <1@example.org>

        It makes 5 GWh.
        """,
        """
        =#1@example.org | - | Lindenau opens | News desk | - | - | en | -
        P From the start it makes 10 GWh.
        P From Monday on.
        P From Tuesday on.
        ! mail.empty skipped
        ! mail.left-out
        =#1@example.org~2 | - | Göd goes on | - | - | - | - | -
        P It makes 5 GWh.
        """, "a.mbox");

    [Fact]
    public void A_mail_that_is_too_large_is_left_out_and_the_rest_is_read()
    {
        var box = $"From a Thu Jun  5 23:17:00 2025\nSubject: A\nTo: b\n\nx\n\nFrom a Thu Jun  5 23:17:00 2025\nSubject: B\n\n{new string('x', 200_000)}\n\nFrom a Thu Jun  5 23:17:00 2025\nSubject: C\n\ny\n";
        Show.File(Encoding.UTF8.GetBytes(box), "a.mbox", new ReadingOptions { MaxBytes = 100_000 }).Split('\n').Where(line => line[0] is '=' or '!')
            .ShouldBe(["=#1 | - | A | - | - | - | - | -", "! doc.too-large skipped", "=#3 | - | C | - | - | - | - | -"]);
    }

    [Fact]
    public void A_page_saved_as_a_mail_is_a_page() => Show.CheckFile(
        """
        From: <Saved by a browser>
        Snapshot-Content-Location: https://example.org/lindenau
        Subject: Lindenau opens
        Date: Mon, 9 Jun 2025 10:00:00 +0000
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="x"

        --x
        Content-Type: text/html
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://example.org/lindenau

        <html lang=3D"en"><head><title>Lindenau opens</title><meta property=3D"article:published_time" content=3D"2025-06-05"></head><body><nav>Home</nav><h1>Lindenau opens</h1><p>The works opened on Monday and make ten gigawatt-hours a year there.</p></body></html>
        --x
        Content-Type: text/css
        Content-Location: https://example.org/a.css

        p { }
        --x--
        """,
        """
        = | 2025-06-05 | Lindenau opens | - | - | https://example.org/lindenau | en | -
        P The works opened on Monday and make ten gigawatt-hours a year there.
        """, "a.mhtml");

    [Theory]
    [InlineData("Title: Lindenau opens\nDate: 2025-06-05\n\nText.", "a.txt")]
    [InlineData("From the desk: a letter\nTo: you\n\nText.", "a.txt")]
    [InlineData("From Monday on the works run.\nSubject: none\n", "a.txt")]
    [InlineData("---\nfrom: a@example.org\ndate: 2025-06-05\n---\nText.", "a.md")]
    [InlineData("Received wisdom has it: no.\n", "a.txt")]
    public void Prose_is_no_mail(string text, string name)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        DocumentReader.Read(stream, name).ShouldHaveSingleItem().Document!.Text.Value.ShouldBe(text);
    }

    [Theory]
    [InlineData("a.eml")]
    [InlineData("a.txt")]
    public void A_head_longer_than_what_is_looked_at_is_a_mail_still(string name) =>
        Show.File(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Received: from a by b; Thu, 5 Jun 2025\n", 200)) + "Subject: x\n\nText."), name).ShouldContain("| x |");

    /// <summary>Twice as much takes about twice as long: nothing is looked for again and again.</summary>
    [Theory]
    [InlineData("", "X-A: b\n")]
    [InlineData("X-A: b\n", " folded\n")]
    [InlineData("Subject: ", "=?utf-8?Q?a?= ")]
    [InlineData("Subject: ", "=?utf-8?Q?")]
    [InlineData("Subject: ", "=?utf-8?Q?a?=\n ")]
    [InlineData("Content-Type: text/plain", ";a=b")]
    [InlineData("Content-Type: text/plain", ";a*1=\"b")]
    [InlineData("Content-Type: multipart/mixed; boundary=x\n\n", "--x\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=x\n\n", "--x\n\na\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=x\n\n", "--x-\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=x\n\n", "--x\nContent-Type: multipart/mixed; boundary=x\n\n")]
    [InlineData("Content-Type: multipart/alternative; boundary=x\n\n", "--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\n\na\n")]
    [InlineData("", "Content-Type: message/rfc822\n\n")]
    [InlineData("Content-Type: multipart/mixed\n\n", "--a\n")]
    [InlineData("Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n", "= \t ")]
    [InlineData("Content-Type: text/plain; format=flowed\n\n", "> a \n")]
    [InlineData("Content-Type: text/plain\n\n", "\n-- \n")]
    [InlineData("In-Reply-To: x\nContent-Type: text/plain\n\n", "From: a\n")]
    [InlineData("Content-Type: text/html\n\n", "<table><tr><td>")]
    [InlineData("Content-Type: text/html\n\n", "<table><tr><td>a</td><td>b</td></tr>")]
    [InlineData("Content-Type: text/html\n\n", "<div><span style='font-size:30px'>")]
    [InlineData("Content-Type: text/html\n\n", "<p style='font-size:30px'>a")]
    [InlineData("Content-Type: text/html\n\n", "<font size=7>")]
    [InlineData("From a Thu Jun  5 23:17:00 2025\n", "From a Thu Jun  5 23:17:00 2025\n")]
    [InlineData("From a Thu Jun  5 23:17:00 2025\n", "Subject: a\n\nb\nFrom a Thu Jun  5 23:17:00 2025\n")]
    [InlineData("From a Thu Jun  5 23:17:00 2025\nSubject: a\n\n", ">From ")]
    public void Much_of_anything_takes_time_in_proportion(string start, string part)
    {
        var mail = start + string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
        var clock = Stopwatch.StartNew();
        Show.File(Encoding.UTF8.GetBytes(start.StartsWith("From ", StringComparison.Ordinal) ? mail : Head + mail), "a.eml").ShouldNotBeEmpty();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_page_of_too_many_elements_is_left_out() =>
        Read($"{Head}Content-Type: text/html\n\n{string.Concat(Enumerable.Repeat("<p>", ReadingOptions.MaxElements + 1))}").ShouldHaveSingleItem().Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("doc.html");

    private static Document One(string mail) => Read(mail).ShouldHaveSingleItem().Document.ShouldNotBeNull();

    private static List<Reading> Read(string mail)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(mail));
        return [.. DocumentReader.Read(stream, "a.eml")];
    }
}
