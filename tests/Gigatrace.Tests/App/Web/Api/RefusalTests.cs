using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Gigatrace.App.Web.Api;
using Gigatrace.Tests.Publishing;
using Microsoft.OpenApi;

namespace Gigatrace.Tests.App.Web.Api;

/// <summary>What cannot be answered is said in one form, whatever is asked, and nothing falls over.</summary>
[Collection(nameof(ServedSamples))]
public sealed class RefusalTests(ServedSamples served)
{
    private static readonly string[] Nonsense =
    [
        "'; DROP TABLE claims; --", "\" OR 1=1", "%", "_", "*", "<script>alert(1)</script>", "../../etc/passwd", "..\\..\\windows", "/etc/passwd", "C:\\", "file:///etc/passwd", "\0", "a\0b", "\r\nSet-Cookie: a=b", "\u202e", "\ufffe", "🔋🔋", "ﷺ", "İ", "ß", "null",
        "undefined", "NaN", "-1", "0", "1.5", "1e9", "99999999999999999999", "２", "2022-13-45", "0000", "0001-01-01", "9999-12-31", "0001", "2025-W99", "0000-W01", "true ", "TRUE", "{}", "[]", "{{7*7}}", "${jndi:ldap://x}", "%00", "%2e%2e%2f", "a&b=c#d", new('a', 301), new('x', 3000), "aaaa", "ffff", " ", "\u0301", "()[]\\^$.|?*+",
    ];

    [Fact]
    public async Task Nonsense_in_any_parameter_is_refused_or_answered()
    {
        var asking = new Asking(served);
        var tried = 0;
        foreach (var (path, method, operation) in Asking.Operations(await asking.Contract()))
        {
            var usual = (await asking.Addresses(path, operation))[0];
            foreach (var parameter in operation.Parameters ?? [])
            {
                foreach (var nonsense in Nonsense)
                {
                    var address = parameter.In == ParameterLocation.Path ? path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(nonsense), StringComparison.Ordinal) : Asking.With(usual, [(parameter.Name!, nonsense)]);
                    using var response = await asking.Send(address, method);
                    await IsRefusedOrAnswered(response, address, parameter.Name!);
                    tried++;
                }
            }
        }

        tried.ShouldBeGreaterThan(2000);
    }

    [Theory]
    [InlineData("plants?page=1&page=2", "page")]
    [InlineData("plants?asof=2022", "asof")]
    [InlineData("plants?as-of=yesterday", "as-of")]
    [InlineData("plants?size=501", "size")]
    [InlineData("plants?status=open", "status")]
    [InlineData("plants?evidence=yes", "evidence")]
    [InlineData("pipeline?by=moon", "by")]
    [InlineData("search", "q")]
    [InlineData("digest", "of")]
    [InlineData("digest?of=douai&from=2025", "of")]
    [InlineData("roundup?week=2025-W23&month=2025-06", "week")]
    [InlineData("changes?from=2025-06&to=2025-01", "from")]
    [InlineData("plants/douai/history?topic=weather", "topic")]
    [InlineData("claims/zzzz", "id")]
    [InlineData("claims/c7f", "id")]
    public async Task A_wrong_parameter_is_named(string address, string parameter)
    {
        using var response = await served.Client.GetAsync($"{ApiRoutes.Root}/{address}");
        (await IsProblem(response, HttpStatusCode.BadRequest))["parameter"]!.ToString().ShouldBe(parameter);
    }

    [Theory]
    [InlineData("GET", "nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "nothing.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "../v2/plants", HttpStatusCode.NotFound)]
    [InlineData("GET", "plants/atlantis", HttpStatusCode.NotFound)]
    [InlineData("GET", "plants/aesc", HttpStatusCode.NotFound)]
    [InlineData("GET", "claims/00000000", HttpStatusCode.NotFound)]
    [InlineData("GET", "findings/00000000", HttpStatusCode.NotFound)]
    [InlineData("GET", "documents/00000000", HttpStatusCode.NotFound)]
    [InlineData("GET", "digest?of=atlantis", HttpStatusCode.NotFound)]
    [InlineData("GET", "roundup?month=1999-01", HttpStatusCode.NotFound)]
    [InlineData("POST", "plants", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "plants/aesc-douai", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "extract", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "nothing", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_a_problem(string method, string address, HttpStatusCode status)
    {
        using var response = await served.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"{ApiRoutes.Root}/{address}"));
        _ = await IsProblem(response, status);
        if (status is HttpStatusCode.MethodNotAllowed) response.Content.Headers.Allow.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("extract", "<a>b</a>", "text/html", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("extract", "a=b", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("extract", "%PDF-1.7 …", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("extract", "", "text/plain", HttpStatusCode.BadRequest)]
    [InlineData("extract", "{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("extract", "[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("extract", "{\"title\": \"a\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("extract", "{\"text\": 3}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("extract", "{\"text\": \"a\", \"path\": \"/etc/passwd\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("extract", "{\"text\": \"a\", \"title\": \"b\\nc\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("extract", "{\"text\": \"\\ud800\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("check", "[[[[[[[[[[[[[[[[[[[[", "application/json", HttpStatusCode.BadRequest)]
    public async Task A_body_that_is_none_is_a_problem(string address, string body, string type, HttpStatusCode status) => _ = await IsProblem(await Post(address, Encoding.UTF8.GetBytes(body), type), status);

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_problem()
    {
        _ = await IsProblem(await Post("extract", [0xff, 0xfe, 0x00, 0xd8], "text/plain"), HttpStatusCode.BadRequest);
        _ = await IsProblem(await Post("extract", "{\"text\": \"\xff\"}"u8.ToArray().Select(one => one > 0x7f ? (byte)0xff : one).ToArray(), "application/json"), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_a_problem()
    {
        _ = await IsProblem(await Post("check", Encoding.UTF8.GetBytes(new string('a', 200_001)), "text/plain"), HttpStatusCode.RequestEntityTooLarge);
        _ = await IsProblem(await Post("extract", new byte[(1 << 20) + 1], "text/plain"), HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using var own = await Served.Start(served.Shell.World, served.Shell.Ledger, serving => serving with { MostInAMinute = 3 });
        for (var i = 0; i < 3; i++) (await own.Client.GetAsync($"{ApiRoutes.Root}/status")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var response = await own.Client.GetAsync($"{ApiRoutes.Root}/status");
        _ = await IsProblem(response, HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_read_is_a_problem()
    {
        await using var own = await Served.Start(served.Shell.World, served.Shell.Write("broken.db", "this is no ledger, and long enough not to be taken for an empty one"));
        using var response = await own.Client.GetAsync($"{ApiRoutes.Root}/plants");
        _ = await IsProblem(response, HttpStatusCode.ServiceUnavailable);
    }

    private static async Task IsRefusedOrAnswered(HttpResponseMessage response, string address, string parameter)
    {
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBeOneOf([200, 400, 404, 405, 414], $"{address}: {text}");
        text.ShouldNotContain("   at ");
        // What the server cannot read at all, it refuses before anybody here is asked.
        if (text.Length == 0 || response.StatusCode is HttpStatusCode.OK) return;
        var problem = await IsProblem(response, response.StatusCode);
        if (response.StatusCode is HttpStatusCode.BadRequest) problem["parameter"].ShouldNotBeNull($"{address} ({parameter}): {text}");
    }

    private static async Task<JsonObject> IsProblem(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(text)!.AsObject();
        SchemaCheck.Problems(problem, "problem").ShouldBeEmpty();
        problem["status"]!.GetValue<int>().ShouldBe((int)status);
        return problem;
    }

    private async Task<HttpResponseMessage> Post(string address, byte[] body, string type)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{ApiRoutes.Root}/{address}") { Content = content };
        // What is refused by its length is answered before it is sent, not while it is.
        request.Headers.ExpectContinue = true;
        return await served.Client.SendAsync(request);
    }
}
