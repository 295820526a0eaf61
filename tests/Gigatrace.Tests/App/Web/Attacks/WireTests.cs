using System.Diagnostics;
using System.Net;

namespace Gigatrace.Tests.App.Web.Attacks;

/// <summary>What no browser sends: heads that say two things, paths that climb, names of other servers, and senders and readers that never come to an end.</summary>
[Collection(nameof(AttackedLedger))]
public sealed class WireTests(AttackedLedger attacked)
{
    private Served Served => attacked.Served;

    private string Host => Wire.Host(Served);

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nTransfer-Encoding: chunked, identity\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nHost: evil.example\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: {0}\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\nHost: {0}\nX: a\rb\n\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nX : a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nX: a\0b\r\n\r\n", 400)]
    [InlineData("GET /\0 HTTP/1.1\r\nHost: {0}\r\n\r\n", 400)]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: {0}\r\n\r\n", 400)]
    [InlineData("GET /plants/%ff%fe HTTP/1.1\r\nHost: {0}\r\nConnection: close\r\n\r\n", 404)]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 0)]
    [InlineData("CONNECT {0} HTTP/1.1\r\nHost: {0}\r\nConnection: close\r\n\r\n", 404)]
    [InlineData("TRACE / HTTP/1.1\r\nHost: {0}\r\nX-Secret: mine\r\nConnection: close\r\n\r\n", 404)]
    public async Task A_head_that_says_two_things_or_none_is_refused(string request, int status)
    {
        var answer = await Wire.Send(Served, string.Format(System.Globalization.CultureInfo.InvariantCulture, request, Host));
        Wire.StatusOf(answer).ShouldBe(status, answer);
        answer.ShouldNotContain("X-Secret");
    }

    /// <summary>What follows a body whose length is told twice is never taken for a request.</summary>
    [Fact]
    public async Task Nothing_is_smuggled_behind_a_body_of_two_lengths()
    {
        var answer = await Wire.Send(Served, $"POST /mcp HTTP/1.1\r\nHost: {Host}\r\nContent-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /about HTTP/1.1\r\nHost: {Host}\r\n\r\n");
        answer.ShouldNotContain("<h1>");
        answer.Split("HTTP/1.1 ").Length.ShouldBe(2, answer);
    }

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/../../../../etc/passwd")]
    [InlineData("/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    [InlineData("/assets/..%5c..%5cetc%5cpasswd")]
    [InlineData("/assets/..%c0%afetc/passwd")]
    [InlineData("/assets/%252e%252e%252fetc%252fpasswd")]
    [InlineData("/assets//etc/passwd")]
    [InlineData("/assets/app.css%00.js")]
    [InlineData("/assets/client/app.css")]
    [InlineData("/documents/..%2f..%2fetc%2fpasswd")]
    [InlineData("/documents/%2fetc%2fpasswd")]
    [InlineData("/documents/file:%2f%2f%2fetc%2fpasswd")]
    [InlineData("/claims/..%2f..%2fetc%2fpasswd")]
    [InlineData("/plants/..%2f..%2fetc%2fpasswd")]
    [InlineData("/companies/..%5c..%5cwindows%5cwin.ini")]
    [InlineData("/api/v1/documents/..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/v1/plants/..%2f..%2fetc%2fpasswd")]
    public async Task No_path_leads_out(string path)
    {
        var answer = await Wire.Send(Served, $"GET {path} HTTP/1.1\r\nHost: {Host}\r\nConnection: close\r\n\r\n");
        Wire.StatusOf(answer).ShouldBeOneOf([400, 404], answer);
        AttackedLedger.TellsNothing(answer, path);
    }

    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("evil.example:80", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("127.0.0.2", 421)]
    [InlineData("0.0.0.0", 421)]
    [InlineData("", 421)]
    [InlineData("localhost:1", 200)]
    [InlineData("LOCALHOST", 200)]
    [InlineData("[::1]", 200)]
    public async Task Only_its_own_names_are_answered(string host, int status)
    {
        foreach (var path in new[] { "/about", "/api/v1/status", "/assets/app.css" })
        {
            var answer = await Wire.Send(Served, $"GET {path} HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-Host: localhost\r\nConnection: close\r\n\r\n");
            Wire.StatusOf(answer).ShouldBe(status, answer);
            if (status == 421) answer.ShouldContain("Content-Security-Policy: default-src 'none'");
        }
    }

    /// <summary>An answer that is kept for others does not tell them a name that only one spoke to.</summary>
    [Fact]
    public async Task What_is_kept_is_kept_for_the_name_that_was_asked()
    {
        (await Wire.Send(Served, $"GET /api HTTP/1.1\r\nHost: localhost:6666\r\nConnection: close\r\n\r\n")).ShouldContain("http://localhost:6666/api/v1/extract");
        (await Served.Client.GetStringAsync("/api")).ShouldNotContain("6666");
    }

    /// <summary>300 heads and bodies that go on for ever, and readers that never read, while others are answered as before.</summary>
    [Fact]
    public async Task Slow_ones_hinder_nobody_and_are_cut_off()
    {
        await using var own = await attacked.ServeCopy();
        var slow = Enumerable.Range(0, 300).Select(_ => new Wire(own)).ToArray();
        try
        {
            var host = Wire.Host(own);
            for (var at = 0; at < slow.Length; at++)
            {
                await slow[at].Write((at % 5) switch
                {
                    0 => $"GET / HTTP/1.1\r\nHost: {host}\r\nX-Slow: ",
                    1 => $"POST /read HTTP/1.1\r\nHost: {host}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\n",
                    2 => $"POST /api/v1/extract HTTP/1.1\r\nHost: {host}\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
                    // A form in the body of what is only asked for is never waited for.
                    3 => $"GET /sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nto=",
                    _ => string.Concat(Enumerable.Repeat($"GET /changes?from=2020-01-01 HTTP/1.1\r\nHost: {host}\r\n\r\n", 20)),
                });
            }

            foreach (var path in new[] { "/", "/plants", "/sign-in", "/api/v1/status" })
            {
                var began = Stopwatch.GetTimestamp();
                using var answer = await own.Client.GetAsync(path);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                Stopwatch.GetElapsedTime(began).TotalSeconds.ShouldBeLessThan(8);
            }

            Wire.StatusOf(await slow[0].Rest()).ShouldBe(408);
            // Of a body nothing is answered but that it took too long.
            Wire.StatusOf(await slow[2].Rest()).ShouldBeOneOf([0, 408]);
        }
        finally
        {
            foreach (var one in slow) one.Dispose();
        }

        (await own.Client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
