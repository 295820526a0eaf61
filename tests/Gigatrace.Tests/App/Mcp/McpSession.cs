using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gigatrace.App;
using Gigatrace.App.Mcp;
using Gigatrace.Tests.Ledger.Storage;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gigatrace.Tests.App.Mcp;

/// <summary>The SDK's own client over pipes to the server in this process.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    private readonly Task _served;
    private readonly PipeWriter _to;

    private McpSession(Task served, PipeWriter to, McpClient client) => (_served, _to, Client) = (served, to, client);

    public McpClient Client { get; }

    public static Shell Shell(TextWriter? error = null, TimeProvider? clock = null) => new()
    {
        Out = TextWriter.Null,
        Error = error ?? TextWriter.Null,
        In = () => Stream.Null,
        Clock = clock ?? new SettableClock { Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) },
    };

    public static async Task<McpSession> Open(string ledger, bool judgements = false, TimeProvider? clock = null, TextWriter? error = null)
    {
        var (to, from) = (new Pipe(), new Pipe());
        var served = StdioServer.Serve(Shell(error, clock), ledger, judgements, to.Reader.AsStream(), from.Writer.AsStream());
        var client = await McpClient.CreateAsync(new StreamClientTransport(to.Writer.AsStream(), from.Reader.AsStream()));
        return new McpSession(served, to.Writer, client);
    }

    /// <summary>What a tool answers, which is no error, and whose two forms are one.</summary>
    public static async Task<JsonObject> Ask(McpClient client, string tool, params (string Name, object Value)[] given)
    {
        var result = await client.CallToolAsync(tool, given.ToDictionary(one => one.Name, one => (object?)one.Value));
        var text = Text(result);
        result.IsError.ShouldNotBe(true, text);
        var page = JsonNode.Parse(text)!.AsObject();
        JsonNode.DeepEquals(page, JsonNode.Parse(result.StructuredContent!.Value.GetRawText())).ShouldBeTrue("text and structured content say the same");
        return page;
    }

    public Task<JsonObject> Ask(string tool, params (string Name, object Value)[] given) => Ask(Client, tool, given);

    /// <summary>The message of a tool that refuses.</summary>
    public async Task<string> Refused(string tool, params (string Name, object? Value)[] given)
    {
        var result = await Client.CallToolAsync(tool, given.ToDictionary(one => one.Name, one => one.Value));
        result.IsError.ShouldBe(true, Text(result));
        result.StructuredContent.ShouldBeNull();
        return Text(result);
    }

    /// <summary>All items of an answer, page by page; every page is within the limit.</summary>
    public async Task<(JsonObject First, List<JsonObject> Items)> Pages(string tool, int limit, params (string Name, object Value)[] given)
    {
        var (first, items, cursor) = ((JsonObject?)null, new List<JsonObject>(), (string?)null);
        do
        {
            var page = await Ask(tool, [.. given, ("limit", limit), .. cursor is null ? [] : new[] { ("cursor", (object)cursor) }]);
            Gigatrace.Publishing.Json.Line(page).Length.ShouldBeLessThanOrEqualTo(limit * Page.CharactersAToken, tool);
            first ??= page;
            var some = page["items"]!.AsArray().Select(item => item!.AsObject()).ToList();
            items.AddRange(some);
            cursor = page["next_cursor"]?.GetValue<string>();
            (cursor is null).ShouldBe(page["left"]!.GetValue<int>() == 0);
            (some.Count > 0 || cursor is null).ShouldBeTrue("a page that is not the last has something on it");
        }
        while (cursor is not null);
        return (first, items);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        // The input ends, and with it the server.
        await _to.CompleteAsync();
        await _served.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public static string Text(CallToolResult result) => result.Content.OfType<TextContentBlock>().Single().Text;
}
