using Gigatrace.Tests.Acceptance;
using ModelContextProtocol.Client;

namespace Gigatrace.Tests.App.Mcp;

/// <summary>The program itself, as an assistant starts it.</summary>
public sealed class McpProcessTests(SampleLedger samples) : IClassFixture<SampleLedger>
{
    [Fact]
    public async Task The_program_is_started_asked_and_ended_by_its_client()
    {
        var said = new List<string>();
        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "gigatrace.dll"), "mcp", "--ledger", samples.Path],
            StandardErrorLines = line =>
            {
                lock (said) said.Add(line);
            },
        });
        await using (var client = await McpClient.CreateAsync(transport))
        {
            (await client.ListToolsAsync()).Count.ShouldBe(10);
            (await McpSession.Ask(client, "plant", ("name", "douai")))["name"]!.ToString().ShouldBe("AESC Douai");
        }

        lock (said) said.ShouldBe([$"gigatrace: answers MCP messages on standard input from the ledger {samples.Path}; ends with the input"]);
    }

    [Fact]
    public void The_verb_ends_with_its_input()
    {
        using var shell = new TestShell();
        var (code, output, error) = shell.Run("mcp", "--allow-judgements");
        (code, output).ShouldBe((0, ""));
        error.ShouldContain("and records judgements");
    }
}
