using System.Net;
using Gigatrace.App.Mcp;
using Gigatrace.Tests.Acceptance;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;

namespace Gigatrace.Tests.App.Mcp;

/// <summary>The same tools over HTTP, in an application that has nothing else.</summary>
public sealed class McpHttpTests(SampleLedger samples) : IClassFixture<SampleLedger>
{
    [Fact]
    public async Task A_session_lists_asks_errs_and_cancels()
    {
        await using var app = await Start();
        await using var client = await Client(app);
        (await client.ListToolsAsync()).Select(tool => tool.Name).ShouldBe(Tools.All.Where(tool => tool.IsReadOnly).Select(tool => tool.Name));
        (await McpSession.Ask(client, "find", ("name", "douai")))["items"]![0]!["name"]!.ToString().ShouldBe("AESC Douai");
        (await McpSession.Ask(client, "plant", ("name", "douai")))["items"]!.AsArray().Count.ShouldBeGreaterThan(5);
        (await McpSession.Ask(client, "check_text", ("text", "AESC Douai is under construction. It is planned with 9 GWh.")))["statements"]!.GetValue<int>().ShouldBe(2);
        var refused = await client.CallToolAsync("plant", new Dictionary<string, object?> { ["name"] = "doui" });
        (refused.IsError, McpSession.Text(refused)).ShouldBe((true, "no plant is called 'doui'; did you mean AESC Douai?"));
        using var end = new CancellationTokenSource();
        var call = client.CallToolAsync("check_text", new Dictionary<string, object?> { ["text"] = string.Concat(Enumerable.Repeat("AESC Douai has a capacity of 9 GWh.\n\n", 4000)) }, cancellationToken: end.Token).AsTask();
        end.CancelAfter(TimeSpan.FromMilliseconds(50));
        await Should.ThrowAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
        (await McpSession.Ask(client, "find", ("name", "verkor")))["items"]!.AsArray().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Who_may_judge_is_asked_for_each_request()
    {
        await using var app = await Start(mayJudge: "let me in");
        await using var reader = await Client(app);
        await using var judge = await Client(app, "let me in");
        (await reader.ListToolsAsync()).Select(tool => tool.Name).ShouldNotContain("judge");
        (await judge.ListToolsAsync()).Select(tool => tool.Name).ShouldContain("judge");
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("", 400)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}", 400)]
    public async Task A_broken_message_is_refused_without_a_trace(string body, int expected)
    {
        await using var app = await Start();
        using var response = await Post(app, body);
        ((int)response.StatusCode).ShouldBe(expected);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Too_much_is_refused()
    {
        await using var app = await Start();
        using var response = await Post(app, McpRequest.List.Replace("tools/list", new string('a', Toolbox.LongestMessage), StringComparison.Ordinal));
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("own", HttpStatusCode.OK)]
    public async Task Pages_of_other_origins_get_no_answer(string origin, HttpStatusCode expected)
    {
        await using var app = await Start();
        using var response = await Post(app, McpRequest.List, origin is "own" ? Address(app).GetLeftPart(UriPartial.Authority) : origin);
        response.StatusCode.ShouldBe(expected);
    }

    private async Task<WebApplication> Start(string? mayJudge = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        McpEndpoints.Add(builder.Services, McpSession.Shell(), samples.Path, context => mayJudge is not null && context.Request.Headers.Authorization == $"Bearer {mayJudge}");
        var app = builder.Build();
        McpEndpoints.Map(app);
        await app.StartAsync();
        return app;
    }

    private static Uri Address(WebApplication app) => new(new Uri(app.Urls.Single()), "/mcp");

    private static async Task<McpClient> Client(WebApplication app, string? token = null) => await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
    {
        Endpoint = Address(app),
        TransportMode = HttpTransportMode.StreamableHttp,
        AdditionalHeaders = token is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" },
    }));

    private static async Task<HttpResponseMessage> Post(WebApplication app, string body, string? origin = null)
    {
        using var http = new HttpClient();
        using var request = McpRequest.Of(Address(app).ToString(), body);
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await http.SendAsync(request);
    }
}
