using System.Net;
using Gigatrace.Tests.App.Mcp;

namespace Gigatrace.Tests.App.Web.Attacks;

/// <summary>What every answer carries, whatever it is, and what none does.</summary>
[Collection(nameof(AttackedLedger))]
public sealed class HeaderTests(AttackedLedger attacked)
{
    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("HEAD", "/plants", 200)]
    [InlineData("GET", "/assets/app.css", 200)]
    [InlineData("GET", "/assets/nothing.css", 404)]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/nothing.txt", 404)]
    [InlineData("GET", "/plants?as-of=x", 400)]
    [InlineData("GET", "/plants/nobody", 404)]
    [InlineData("POST", "/plants", 404)]
    [InlineData("OPTIONS", "/plants", 404)]
    [InlineData("GET", "/judgements", 200)]
    [InlineData("POST", "/judgements", 401)]
    [InlineData("POST", "/read", 415)]
    [InlineData("POST", "/sign-in", 415)]
    [InlineData("GET", "/sign-in", 200)]
    [InlineData("GET", "/sign-out", 404)]
    [InlineData("GET", "/api/v1/status", 200)]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("OPTIONS", "/api/v1/status", 405)]
    [InlineData("POST", "/api/v1/extract", 415)]
    [InlineData("GET", "/api/v1/openapi.json", 200)]
    [InlineData("GET", "/changes.atom", 200)]
    [InlineData("GET", "/mcp", 404)]
    [InlineData("POST", "/mcp", 200)]
    [InlineData("DELETE", "/mcp", 404)]
    [InlineData("PURGE", "/", 404)]
    public async Task Every_answer_is_guarded(string method, string path, int status)
    {
        using var request = path is "/mcp" && method is "POST" ? McpRequest.Of(path, McpRequest.List) : new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await attacked.Served.Client.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(status);
        IsGuarded(answer);
    }

    [Fact]
    public async Task So_are_redirects_and_what_did_not_change()
    {
        using var first = await attacked.Served.Client.GetAsync("/plants");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/plants");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await attacked.Served.Client.SendAsync(again);
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        IsGuarded(unchanged);
        using var browser = new Browser(attacked.Served);
        using var redirect = await browser.SignIn();
        redirect.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        IsGuarded(redirect);
    }

    [Fact]
    public async Task What_went_wrong_inside_is_said_on_the_terminal_alone()
    {
        using var shell = new TestShell();
        var said = new List<string>();
        shell.OnError = said.Add;
        await using var own = await Served.Start(shell.World with { Clock = new Broken() }, attacked.Served.Ledger);
        using var answer = await own.Client.GetAsync("/plants");
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        IsGuarded(answer);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("the clock stands");
        said.ShouldContain(line => line.Contains("GET /plants: unexpected: the clock stands", StringComparison.Ordinal));
    }

    private static void IsGuarded(HttpResponseMessage answer)
    {
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-");
        policy.ShouldContain("form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
        answer.Headers.CacheControl.ShouldNotBeNull();
        if (!answer.IsSuccessStatusCode && answer.StatusCode is not (HttpStatusCode.NotModified or HttpStatusCode.NotFound)) answer.Headers.CacheControl.NoStore.ShouldBeTrue();
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Any(one => one.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase)).ShouldBeFalse();
    }

    private sealed class Broken : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Environment.StackTrace.Contains("Rooms", StringComparison.Ordinal) ? throw new InvalidOperationException("the clock stands") : DateTimeOffset.UnixEpoch;
    }
}
