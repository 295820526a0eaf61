using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Gigatrace.App.Web;
using Gigatrace.Tests.App.Mcp;

namespace Gigatrace.Tests.App.Web.Attacks;

/// <summary>Bodies that are too large, too deep, or something else than they say.</summary>
[Collection(nameof(AttackedLedger))]
public sealed class BodyTests(AttackedLedger attacked)
{
    private Served Served => attacked.Served;

    [Theory]
    [InlineData("/read", "application/x-www-form-urlencoded", 1)]
    [InlineData("/read", "multipart/form-data; boundary=x", 1)]
    [InlineData("/sign-in", "application/x-www-form-urlencoded", 1)]
    [InlineData("/sign-out", "application/x-www-form-urlencoded", 1)]
    [InlineData("/judgements", "application/x-www-form-urlencoded", 1)]
    [InlineData("/api/v1/extract", "text/plain", 1)]
    [InlineData("/api/v1/check", "application/json", 1)]
    [InlineData("/mcp", "application/json", 2)]
    public async Task Too_much_is_refused_with_its_length_told_or_not(string path, string type, int megabytes)
    {
        using var browser = await Browser.SignedIn(Served);
        var length = (megabytes * WebApp.LargestBody) + 1;
        var head = $"POST {path} HTTP/1.1\r\nHost: {Wire.Host(Served)}\r\nCookie: {browser.Cookies}\r\nAccept: {McpRequest.Accepted}\r\nContent-Type: {type}\r\nConnection: close\r\n";
        var told = await Wire.Send(Served, $"{head}Content-Length: {length}\r\n\r\n");
        Wire.StatusOf(told).ShouldBe(413, told);
        AttackedLedger.TellsNothing(told, path);
        var text = type is "application/json" ? '"' + new string('a', length) : new string('a', length);
        // A part of a form that has no end is no form before it is too long; who sends on may be cut off instead of answered.
        Wire.StatusOf(await Wire.Send(Served, $"{head}Transfer-Encoding: chunked\r\n\r\n{text.Length:x}\r\n{text}\r\n0\r\n\r\n")).ShouldBeOneOf(type.StartsWith("multipart", StringComparison.Ordinal) ? [413, 400, 0] : [413, 0]);
    }

    [Fact]
    public async Task A_form_of_a_hundred_thousand_parts_or_of_none_is_refused()
    {
        var forms = new (string Type, string Body)[]
        {
            ("multipart/form-data; boundary=x", string.Concat(Enumerable.Range(0, 15_000).Select(number => $"--x\r\nContent-Disposition: form-data; name=\"{number}\"\r\n\r\n\r\n")) + "--x--\r\n"),
            ("multipart/form-data; boundary=x", string.Concat(Enumerable.Range(0, 5_000).Select(number => $"--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../../{number}\"\r\n\r\na\r\n")) + "--x--\r\n"),
            ("multipart/form-data; boundary=x", $"--x\r\nContent-Disposition: form-data; name=\"{string.Concat(Enumerable.Repeat("a[b]", 20_000))}\"\r\n\r\n\r\n--x--\r\n"),
            ("multipart/form-data; boundary=x", $"--x\r\n{string.Concat(Enumerable.Range(0, 1_000).Select(number => $"X-{number}: a\r\n"))}\r\na\r\n--x--\r\n"),
            ("multipart/form-data", "--x--\r\n"),
            ($"multipart/form-data; boundary={new string('x', 500)}", "--x--\r\n"),
            ("application/x-www-form-urlencoded", string.Concat(Enumerable.Range(0, 100_000).Select(number => $"{number}=&"))),
            ("application/x-www-form-urlencoded", new string('a', 500_000)),
            ("application/x-www-form-urlencoded", "%"),
            ("application/x-www-form-urlencoded; charset=utf-7", "a=b"),
        };
        using var browser = new Browser(Served);
        _ = await browser.Page("/read");
        foreach (var (type, body) in forms)
        {
            foreach (var path in new[] { "/read", "/sign-in" })
            {
                using var answer = await Post(browser.Client, path, Encoding.UTF8.GetBytes(body), type);
                ((int)answer.StatusCode).ShouldBe(400, $"{path} {type}");
            }

            // Who only asks for the page to sign in is not asked for a form.
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type).ShouldBeTrue();
            using var asked = await browser.Client.SendAsync(request);
            asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    /// <summary>What is packed is not unpacked, no other program is started, and what would take for ever is not begun.</summary>
    [Fact]
    public async Task Bombs_do_not_go_off()
    {
        var bombs = new (string Name, byte[] Bytes)[]
        {
            ("bomb.gz", Packed(100 << 20)),
            ("bomb.zip", [.. "PK\x3\x4"u8, .. new byte[1000]]),
            ("a.pdf", "%PDF-1.7\n1 0 obj"u8.ToArray()),
            ("late.md", [.. Encoding.UTF8.GetBytes(new string(' ', 900)), .. "%PDF-1.7"u8]),
            ("a.mbox", Encoding.UTF8.GetBytes("From a@b Mon Jan 1 00:00:00 2024\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjcK\n")),
            ("a.warc", Encoding.UTF8.GetBytes("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n%PDF-1.7\n")),
            ("laughs.xml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&b;&x;</title></item></channel></rss>")),
            ("laughs.md", Encoding.UTF8.GetBytes("---\na: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 25).Select(at => $"{(char)('a' + at)}: &{(char)('a' + at)} [{string.Join(", ", Enumerable.Repeat($"*{(char)('a' + at - 1)}", 9))}]\n")) + "---\nAESC Douai has a capacity of 9 GWh.\n")),
            ("deep.html", Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<b><div>", 24_000)))),
            ("deep.md", Encoding.UTF8.GetBytes(new string('>', 150_000) + " a")),
            ("list.md", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 600).Select(depth => new string(' ', depth) + "- a\n")))),
            ("marks.md", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("**_[`", 38_000)))),
            ("table.md", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("|a", 5_000)) + "\n" + string.Concat(Enumerable.Repeat("|-", 5_000)) + "\n" + string.Concat(Enumerable.Repeat("|9 GWh", 5_000)))),
            ("numbers.md", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("9 GWh and ", 19_000)))),
            ("digits.md", Encoding.UTF8.GetBytes("AESC Douai has " + new string('9', 190_000) + " GWh.")),
            ("names.md", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("AESC Envision ", 14_000)))),
        };
        using var browser = new Browser(Served);
        var form = await browser.Form("/read", "/read");
        foreach (var (name, bytes) in bombs)
        {
            var began = Stopwatch.GetTimestamp();
            using var content = new MultipartFormDataContent();
            foreach (var (key, value) in form.Where(pair => pair.Key is not "file")) content.Add(new StringContent(value), key);
            content.Add(new ByteArrayContent(bytes), "file", name);
            using var answer = await browser.Client.PostAsync("/read", content);
            var text = await answer.Content.ReadAsStringAsync();
            ((int)answer.StatusCode).ShouldBeOneOf([200, 400, 413, 415], $"{name}: {text}");
            AttackedLedger.TellsNothing(text, name);
            Stopwatch.GetElapsedTime(began).TotalSeconds.ShouldBeLessThan(30, name);
            if (name is "bomb.gz" or "bomb.zip" or "a.pdf" or "late.md") ((int)answer.StatusCode).ShouldNotBe(200, name);
        }
    }

    [Fact]
    public async Task Packed_or_deep_bodies_of_programs_are_refused()
    {
        (await Status("/api/v1/extract", Packed(100 << 20), "text/plain")).ShouldBe(400);
        (await Status("/api/v1/extract", Encoding.UTF8.GetBytes(new string('[', 500_000)), "application/json")).ShouldBe(400);
        (await Status("/api/v1/extract", Encoding.UTF8.GetBytes($"{{\"text\":{string.Concat(Enumerable.Repeat("{\"a\":", 100_000))}"), "application/json")).ShouldBe(400);
        (await Status("/api/v1/extract", "AESC Douai"u8.ToArray(), "text/plain; charset=utf-7")).ShouldBe(200, "it is read as what it may be: UTF-8");
        (await Status("/mcp", Encoding.UTF8.GetBytes(McpRequest.List), "application/json; charset=utf-7")).ShouldBe(415);
        (await Status("/mcp", Encoding.UTF8.GetBytes(new string('[', 500_000)), "application/json")).ShouldBe(400);
        (await Status("/mcp", Encoding.UTF8.GetBytes($"{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{{\"name\":\"find\",\"arguments\":{string.Concat(Enumerable.Repeat("{\"a\":", 100_000))}"), "application/json")).ShouldBe(400);
        using var packed = new HttpRequestMessage(HttpMethod.Post, "/api/v1/extract") { Content = new ByteArrayContent(Packed(1000)) };
        packed.Content.Headers.TryAddWithoutValidation("Content-Type", "text/plain");
        packed.Content.Headers.ContentEncoding.Add("gzip");
        ((int)(await Served.Client.SendAsync(packed)).StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task A_text_an_address_and_a_head_have_a_longest()
    {
        using var browser = new Browser(Served);
        var form = await browser.Form("/read", "/read");
        form["text"] = new string('a', 200_001);
        using (var long1 = await browser.Send("/read", form)) long1.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        form["text"] = "AESC Douai " + new string('a', 190_000);
        using (var long2 = await browser.Send("/read", form)) long2.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Wire.Status(Served, $"GET /{new string('a', 4096)} HTTP/1.1\r\nHost: {Wire.Host(Served)}\r\n\r\n")).ShouldBe(414);
        (await Wire.Status(Served, $"GET / HTTP/1.1\r\nHost: {Wire.Host(Served)}\r\nX: {new string('a', 17_000)}\r\n\r\n")).ShouldBe(431);
        (await Wire.Status(Served, $"GET / HTTP/1.1\r\nHost: {Wire.Host(Served)}\r\n{string.Concat(Enumerable.Range(0, 200).Select(at => $"X-{at}: a\r\n"))}\r\n")).ShouldBe(431);
    }

    /// <summary>A page of another site sends what needs no leave, with a browser's word on where it comes from.</summary>
    [Theory]
    [InlineData("/api/v1/extract", "text/plain")]
    [InlineData("/api/v1/check", "text/plain")]
    [InlineData("/mcp", "text/plain")]
    [InlineData("/mcp", "application/json")]
    [InlineData("/read", "multipart/form-data; boundary=x")]
    public async Task Nothing_is_worked_out_for_a_page_of_another_site(string path, string type)
    {
        foreach (var (name, value) in new[] { ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site") })
        {
            using var answer = await Post(Served.Client, path, Encoding.UTF8.GetBytes(McpRequest.List), type, (name, value));
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    private async Task<int> Status(string path, byte[] body, string type)
    {
        using var answer = await Post(Served.Client, path, body, type);
        AttackedLedger.TellsNothing(await answer.Content.ReadAsStringAsync(), path);
        return (int)answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string path, byte[] body, string type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type).ShouldBeTrue();
        request.Headers.Accept.ParseAdd(McpRequest.Accepted);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return await client.SendAsync(request);
    }

    private static byte[] Packed(int length)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(new byte[length]);
        return packed.ToArray();
    }
}
