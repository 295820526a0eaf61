using System.CommandLine;
using Gigatrace.App.Mcp;

namespace Gigatrace.App.Verbs;

internal static class McpVerb
{
    public static Command Build(Shell shell)
    {
        var ledger = new LedgerOption();
        var judgements = new Option<bool>("--allow-judgements") { Description = "Let the assistant record what a person decided. Without it nothing can be recorded." };
        return Verb.Of(
            "mcp",
            "Answers an assistant's questions over standard input and output (Model Context Protocol), until the input ends.",
            "gigatrace mcp --ledger gigatrace.db",
            parsed => StdioServer.Run(shell, ledger.Path(shell, parsed), parsed.GetValue(judgements)),
            judgements, ledger);
    }
}
