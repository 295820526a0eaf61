using System.Net;
using Gigatrace.App.Web;
using Gigatrace.Tests.App.Mcp;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.Tests.App.Web.Attacks;

/// <summary>Tokens that are missing, wrong, told in the wrong place, or guessed; here, and on a server that is reached from other machines.</summary>
[Collection(nameof(AttackedLedger))]
public sealed class TokenTests(AttackedLedger attacked)
{
    /// <summary>Of machines that are there for examples (RFC 5737).</summary>
    private static readonly Uri Beyond = new("http://192.0.2.1:5170");

    [Fact]
    public async Task Beyond_this_machine_nothing_is_answered_without_the_token()
    {
        await using var own = await attacked.ServeCopy(serving => serving with { Address = Beyond });
        var ways = Ways(own);
        ways.Length.ShouldBeGreaterThan(45);
        foreach (var (method, path) in ways)
        {
            foreach (var written in new[] { path, path.ToUpperInvariant(), path.Replace("/", "/%2e/", StringComparison.Ordinal), "/assets/.." + path, "/sign-in/.." + path, path + "/", path + "?token=" + Served.Token })
            {
                var answer = await Wire.Send(own, $"{method} {written} HTTP/1.1\r\nHost: 192.0.2.1\r\nContent-Length: 0\r\nX-Forwarded-For: 127.0.0.1\r\nConnection: close\r\n\r\n");
                Wire.StatusOf(answer).ShouldBeOneOf([302, 401], $"{method} {written}: {answer}");
                if (Wire.StatusOf(answer) == 302) answer.ShouldContain("Location: /sign-in?to=");
                else answer.ShouldContain("WWW-Authenticate: Bearer");
                answer.ShouldNotContain("Douai");
            }
        }

        foreach (var path in new[] { "/sign-in", "/assets/app.css", "/assets/theme.js" }) (await own.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await own.Client.GetStringAsync("/sign-in")).ShouldNotContain("2025", customMessage: "not even how far the ledger goes");
        foreach (var path in new[] { "/", "/api/v1/status", "/changes.atom" }) (await Asked(own, path, "Bearer " + Served.Token)).ShouldBe(HttpStatusCode.OK);
        using var reader = await Browser.SignedIn(own);
        (await reader.Client.GetAsync("/plants")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A page of a name that its owner has lead to that machine reads nothing there either.</summary>
    [Fact]
    public async Task Beyond_this_machine_any_name_is_good_that_a_proxy_or_a_network_gives()
    {
        await using var own = await attacked.ServeCopy(serving => serving with { Address = Beyond });
        (await Wire.Status(own, $"GET /api/v1/status HTTP/1.1\r\nHost: ledger.example\r\nAuthorization: Bearer {Served.Token}\r\nConnection: close\r\n\r\n")).ShouldBe(200);
        (await Wire.Status(own, "GET /api/v1/status HTTP/1.1\r\nHost: ledger.example\r\nConnection: close\r\n\r\n")).ShouldBe(401);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer wrong-token-of-some-length")]
    [InlineData("Bearer 0123456789ABCDEF-TOKEN")]
    [InlineData("Bearer 0123456789abcdef-toke")]
    [InlineData("Bearer 0123456789abcdef-token2")]
    [InlineData("Bearer 0123456789abcdef-token, Bearer x")]
    [InlineData("Basic MDEyMzQ1Njc4OWFiY2RlZi10b2tlbg==")]
    [InlineData("0123456789abcdef-token")]
    [InlineData("Token 0123456789abcdef-token")]
    [InlineData("long")]
    public async Task A_wrong_token_is_refused_even_where_none_is_needed(string given)
    {
        await using var own = await attacked.ServeCopy();
        foreach (var path in new[] { "/", "/api/v1/status", "/assets/app.css" }) (await Asked(own, path, given is "long" ? "Bearer " + new string('x', 10_000) : given)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_in_the_address_opens_nothing()
    {
        using var browser = new Browser(attacked.Served);
        (await browser.Client.GetStringAsync($"/sign-in?token={Served.Token}&name=a")).ShouldNotContain("Signed in");
        (await browser.Client.GetStringAsync($"/?token={Served.Token}&access_token={Served.Token}")).ShouldContain("sign in to decide");
    }

    [Fact]
    public async Task The_token_of_another_start_is_wrong()
    {
        await using var first = await attacked.ServeCopy(serving => serving with { Token = "the-token-of-yesterday" });
        await using var second = await attacked.ServeCopy(serving => serving with { Token = "the-token-of-today---" });
        (await Asked(first, "/", "Bearer the-token-of-yesterday")).ShouldBe(HttpStatusCode.OK);
        (await Asked(second, "/", "Bearer the-token-of-yesterday")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>By whatever door, and the right one is not listened to either, so that nothing is learnt.</summary>
    [Fact]
    public async Task Ten_may_be_guessed_within_a_minute()
    {
        await using var own = await attacked.ServeCopy();
        using var browser = new Browser(own);
        for (var at = 0; at < 5; at++) (await browser.SignIn(token: $"a-guessed-token-{at}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        for (var at = 0; at < 5; at++) (await Asked(own, "/", $"Bearer a-guessed-token-{at}")).ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var path in new[] { "/", "/api/v1/status" }) (await Asked(own, path, "Bearer " + Served.Token)).ShouldBe(HttpStatusCode.TooManyRequests);
        using var late = await browser.SignIn();
        late.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        late.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await browser.Client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK, "who only reads is answered");
    }

    [Fact]
    public async Task Who_has_the_token_is_not_counted()
    {
        await using var own = await attacked.ServeCopy();
        for (var at = 0; at < 30; at++) (await Asked(own, "/about", "Bearer " + Served.Token)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_asks_too_often_waits_on_every_page()
    {
        await using var own = await attacked.ServeCopy(serving => serving with { MostInAMinute = 5 });
        var statuses = new List<int>();
        foreach (var path in new[] { "/", "/assets/app.css", "/api/v1/status", "/nothing", "/sign-in", "/", "/mcp", "/assets/app.css" })
        {
            var answer = await Wire.Send(own, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.{statuses.Count}\r\nConnection: close\r\n\r\n");
            statuses.Add(Wire.StatusOf(answer));
            if (statuses[^1] == 429) answer.ShouldContain("Retry-After: ");
        }

        statuses.ShouldBe([200, 200, 200, 404, 200, 429, 429, 429]);
    }

    /// <summary>Judging is for who sends the token, where whoever runs the server lets assistants judge at all.</summary>
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public async Task An_assistant_judges_only_with_the_token_and_leave(bool mayJudge, bool token, bool expected)
    {
        await using var own = await attacked.ServeCopy(serving => serving with { AssistantsMayJudge = mayJudge });
        var before = AttackedLedger.Recorded(own.Ledger);
        using var request = McpRequest.Of("/mcp", """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"judge","arguments":{"verdict":"not-same","first":"AESC Douai","second":"Svg Batteries Erfurt","reason":"x","by":"y"}}}""");
        if (token) request.Headers.Authorization = new("Bearer", Served.Token);
        using var answer = await own.Client.SendAsync(request);
        (await answer.Content.ReadAsStringAsync()).Contains("\"isError\":true", StringComparison.Ordinal).ShouldBe(!expected);
        (AttackedLedger.Recorded(own.Ledger) != before).ShouldBe(expected);
    }

    /// <summary>On the same machine the program says where; over HTTP nobody needs to know.</summary>
    [Fact]
    public async Task An_assistant_is_not_told_where_the_ledger_is()
    {
        await using var own = await Served.Start(attacked.Shell.World, attacked.Shell.At("secret-ledger-that-is-not-there.db"));
        using var request = McpRequest.Of("/mcp", """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"find","arguments":{}}}""");
        using var answer = await own.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("the ledger cannot be read now");
        AttackedLedger.TellsNothing(text, "/mcp");
        foreach (var path in new[] { "/", "/api/v1/status", "/changes.atom", "/plants/x" })
        {
            using var page = await own.Client.GetAsync(path);
            page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            AttackedLedger.TellsNothing(await page.Content.ReadAsStringAsync(), path);
        }
    }

    private static (string Method, string Path)[] Ways(Served served) =>
    [
        .. served.Routes
            .SelectMany(one => (one.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, Path: System.Text.RegularExpressions.Regex.Replace("/" + one.RoutePattern.RawText!.TrimStart('/'), "\\{.*?\\}", "x", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)))))
            .Where(one => one.Path is not "/sign-in" && !one.Path.StartsWith("/assets/", StringComparison.Ordinal)).Distinct(),
    ];

    private static async Task<HttpStatusCode> Asked(Served served, string path, string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", authorization).ShouldBeTrue();
        using var answer = await served.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
