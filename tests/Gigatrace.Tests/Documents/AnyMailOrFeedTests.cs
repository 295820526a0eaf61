using System.Text;
using Gigatrace.Documents;

namespace Gigatrace.Tests.Documents;

/// <summary>Mails and feeds with bytes changed, moved or lost, and with pieces of others put in: whatever comes of them is sound, and nothing throws.</summary>
public class AnyMailOrFeedTests
{
    private static readonly string[] Samples =
    [
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Wire</title><item><title>A &amp; B</title><guid>1</guid><pubDate>Thu, 5 Jun 2025 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>10 GWh</p><ul><li>x</li></ul>]]></content:encoded></item><item><description>&lt;p&gt;y&lt;/p&gt;</description></item></channel></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Wire</title><entry><id>1</id><link href=\"https://example.org\"/><author><name>A</name></author><updated>2025-06-05T00:00:00Z</updated><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>x</p></div></content></entry></feed>",
        "From: =?utf-8?Q?G=C3=B6d?= <a@example.org>\nDate: Thu, 5 Jun 2025 10:00:00 +0000\nSubject: Re: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain; charset=utf-8; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\nG=C3=B6d =\nx \ny\n> z\n-- \nsig\n--c\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPGgyPng8L2gyPjxwPnk8L3A+\n--c--\n--b\nContent-Type: message/rfc822\n\nSubject: y\n\nz\n--b\nContent-Type: text/plain; name*0*=utf-8''a%20; name*1=b\nContent-Disposition: attachment\n\nw\n--b--\n",
        "From a@example.org Thu Jun  5 10:00:00 2025\nSubject: x\nContent-Type: text/html\nList-Unsubscribe: <https://example.org>\n\n<table><tr><td style=\"font-size:30px\">x</td></tr><tr><td>Unsubscribe</td></tr></table><div class=\"gmail_quote\">y</div>\n\nFrom b Fri Jun  6 10:00:00 2025\nSubject: y\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n#86)C\n \nend\n",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_read_is_sound(int seed) => Check(seed, 2500);

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [Trait("Category", "Long")]
    public void So_is_much_more_of_it(int seed) => Check(seed, 60_000);

    private static void Check(int seed, int turns)
    {
        var random = new Random(seed);
        for (var turn = 0; turn < turns; turn++) Show.File(Mutated(random), "any.eml").ShouldNotBeEmpty();
    }

    private static byte[] Mutated(Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(Samples[random.Next(Samples.Length)]).ToList();
        for (var change = random.Next(1, 10); change > 0 && bytes.Count > 2; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, bytes[random.Next(bytes.Count)]); break;
                case 3: bytes.RemoveRange(at, Math.Min(random.Next(40), bytes.Count - at)); break;
                case 4: bytes.InsertRange(at, Piece(random)); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Piece(Random random)
    {
        var sample = Encoding.UTF8.GetBytes(Samples[random.Next(Samples.Length)]);
        var from = random.Next(sample.Length);
        return sample[from..Math.Min(sample.Length, from + random.Next(60))];
    }
}
