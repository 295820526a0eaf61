using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Gigatrace.App.Mcp;
using Gigatrace.Tests.Acceptance;

namespace Gigatrace.Tests.App.Mcp;

/// <summary>Lines that are no messages, or messages that make no sense: the server answers or passes over them, and goes on.</summary>
public sealed class McpMessageTests(SampleLedger samples) : IClassFixture<SampleLedger>
{
    private const string Hello = """{"jsonrpc":"2.0","id":"hello","method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";
    private const string Good = """{"jsonrpc":"2.0","id":"good","method":"tools/call","params":{"name":"find","arguments":{"name":"douai"}}}""";

    private static readonly string[] Odd =
    [
        "",
        "   ",
        "{",
        "}{",
        "null",
        "[]",
        "42",
        "\"text\"",
        "not JSON at all",
        "\u0000\u0001\u0002",
        "{\"jsonrpc\":\"2.0\"}",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"tools/list\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"tools/list\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":17}",
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"no/such/method\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":[]}",
        "{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"tools/call\",\"params\":{\"name\":7}}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"find\",\"arguments\":\"douai\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"tools/call\",\"params\":{\"name\":\"find\",\"arguments\":{\"name\":{\"a\":[1]}}}}",
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"resources/read\",\"params\":{\"uri\":\"file:///etc/passwd\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":10,\"result\":{\"of\":\"nothing\"}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"nobody\"}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/nonsense\"}",
        "[" + Good + "]",
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Odd.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task An_odd_line_stops_nothing_and_tells_nothing(int number) => await Survives(Encoding.UTF8.GetBytes(Odd[number]));

    [Fact]
    public async Task Bytes_that_are_no_text_stop_nothing() => await Survives([0xff, 0xfe, 0x00, 0xc3, 0x28, 0xf0, 0x9f]);

    [Fact]
    public async Task Deep_JSON_stops_nothing() => await Survives(Encoding.UTF8.GetBytes(new string('[', 100_000)));

    [Fact]
    public async Task A_message_that_is_too_long_stops_nothing()
    {
        var text = new string('a', 3 * Toolbox.LongestMessage);
        await Survives(Encoding.UTF8.GetBytes(Good.Replace("douai", text, StringComparison.Ordinal).Replace("good", "long", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_line_is_cut_where_it_is_too_long_and_the_next_is_whole()
    {
        await using var lines = new ShortLines(new MemoryStream("123456789\n1234\n\n12345\n123456"u8.ToArray()), 5);
        using var reader = new StreamReader(lines);
        (await reader.ReadToEndAsync()).ShouldBe("12345\n1234\n\n12345\n12345");
    }

    /// <summary>After a hello, the line is sent, then a good call: that is answered, and whatever else is said is a message without a trace of the program.</summary>
    private async Task Survives(byte[] line)
    {
        var (to, from) = (new Pipe(new PipeOptions(pauseWriterThreshold: 0)), new Pipe(new PipeOptions(pauseWriterThreshold: 0)));
        using var said = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var served = StdioServer.Serve(McpSession.Shell(said), samples.Path, judgements: false, to.Reader.AsStream(), from.Writer.AsStream());
        using var answers = new StreamReader(from.Reader.AsStream());
        await to.Writer.WriteAsync(Encoding.UTF8.GetBytes(Hello + "\n"));
        (await Read(answers))["id"]!.ToString().ShouldBe("hello");
        await to.Writer.WriteAsync((byte[])[.. line, (byte)'\n', .. Encoding.UTF8.GetBytes(Good + "\n")]);
        for (var answer = await Read(answers); answer["id"]?.ToString() != "good"; answer = await Read(answers)) (answer["error"] is not null || answer["result"]?["isError"]?.GetValue<bool>() is true).ShouldBeTrue(answer.ToJsonString());
        await to.Writer.CompleteAsync();
        await served.WaitAsync(TimeSpan.FromSeconds(30));
        said.ToString().ShouldBeEmpty();
    }

    private static async Task<JsonObject> Read(StreamReader answers)
    {
        var line = await answers.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        line.ShouldNotBeNull();
        line.ShouldNotContain("   at ");
        line.ShouldNotContain("ModelContextProtocol");
        line.ShouldNotContain("root:");
        return JsonNode.Parse(line)!.AsObject();
    }
}
