using ModelContextProtocol.Server;

namespace Gigatrace.App.Mcp;

/// <summary>The tools over standard input and output: a message a line, and nothing else is written there.</summary>
internal static class StdioServer
{
    /// <summary>Until the input ends, or it is told to end.</summary>
    public static int Run(Shell shell, string ledger, bool judgements)
    {
        shell.Say($"gigatrace: answers MCP messages on standard input from the ledger {Shown(ledger)}{(judgements ? ", and records judgements" : "")}; ends with the input");
        Serve(shell, ledger, judgements, shell.In(), shell.OutBytes()).GetAwaiter().GetResult();
        shell.Cancelled.ThrowIfCancellationRequested();
        return Ending.Done;
    }

    internal static async Task Serve(Shell shell, string ledger, bool judgements, Stream input, Stream output)
    {
        await using var transport = new StreamServerTransport(new ShortLines(input, Toolbox.LongestMessage), output);
        await using var server = McpServer.Create(transport, new Toolbox(shell, ledger).Options(judgements));
        await server.RunAsync(shell.Cancelled);
    }

    /// <summary>An address may hold a password.</summary>
    private static string Shown(string ledger) => ledger.Contains("://", StringComparison.Ordinal) ? "on a server" : ledger;
}
