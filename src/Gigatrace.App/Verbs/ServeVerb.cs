using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using Gigatrace.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Gigatrace.App.Verbs;

internal static class ServeVerb
{
    public static Command Build(Shell shell)
    {
        var port = new Option<int>("--port") { Description = "The port; 0 for any that is free.", HelpName = "PORT", DefaultValueFactory = _ => 5170 };
        var host = new Option<string>("--host") { Description = "The address to listen on. Beyond this machine a token is needed.", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };
        var tokenFile = new Option<string?>("--token-file") { Description = "A file that holds the token. Default: $GIGATRACE_TOKEN; on this machine, where there is none, one is made and printed.", HelpName = "FILE" };
        var judgements = new Option<bool>("--allow-judgements") { Description = "Let assistants that send the token record what a person decided, at /mcp." };
        var ledger = new LedgerOption();
        return Verb.Of(
            "serve",
            "The ledger as pages in a browser, with an API for programs.",
            "gigatrace serve\ngigatrace serve --port 8080 --ledger team.db",
            parsed =>
            {
                var address = AddressOf(parsed.GetValue(host)!, parsed.GetValue(port));
                var given = Token(shell, parsed.GetValue(tokenFile));
                if (given is null && !address.IsLoopback) throw new Failure("beyond this machine a token is needed: set GIGATRACE_TOKEN, or name a file with --token-file");
                var serving = new Serving(ledger.Path(shell, parsed), address, given ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))) { AssistantsMayJudge = parsed.GetValue(judgements) };
                // What is wrong with the ledger is said now, not to the first reader.
                using (var store = ledger.Open(shell, parsed)) _ = Pipeline.Refreshed(store);

                using var app = WebApp.Build(serving, shell);
                app.StartAsync(shell.Cancelled).GetAwaiter().GetResult();
                shell.Say($"gigatrace: {app.Urls.First()} in a browser; Ctrl-C ends it");
                if (given is null) shell.Say($"gigatrace: who decides something there signs in with {serving.Token}");
                app.WaitForShutdownAsync(shell.Cancelled).GetAwaiter().GetResult();
                return Ending.Done;
            },
            port, host, tokenFile, judgements, ledger);
    }

    /// <summary>Null where none is given.</summary>
    private static string? Token(Shell shell, string? file)
    {
        var token = (file is not null ? File.ReadAllText(file) : shell.Variable("GIGATRACE_TOKEN") ?? "").Trim();
        if (token.Length == 0) return file is null ? null : throw new Failure($"{file} holds no token");
        return token.Length >= Access.ShortestToken ? token : throw new Failure($"the token is too short to be safe; take {Access.ShortestToken} letters at least");
    }

    private static Uri AddressOf(string host, int port)
    {
        if (!IPAddress.TryParse(host, out var address)) throw new Failure($"'{host}' is no address of a machine; write 127.0.0.1, or 0.0.0.0 for all");
        if (port is < 0 or > 65535) throw new Failure("--port is a number from 0 to 65535");
        return new UriBuilder("http", address.ToString(), port).Uri;
    }
}
