using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Gigatrace.App.Verbs.Exports;
using Gigatrace.Claims;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Exchange;

namespace Gigatrace.App.Verbs;

internal static class ExportVerb
{
    public static Command Build(Shell shell) => Verb.Of(
        "export",
        "What the ledger holds, in forms that others read and that can be imported again.",
        "gigatrace export claims > claims.jsonl\ngigatrace export register --map us-generators --as-of 2022-03-31 --format csv\ngigatrace export ledger > ledger.jsonl",
        Claims(shell), Ledger(shell), Register(shell),
        FindingsExport.Build(shell), JsonLdExport.Build(shell), GeoJsonExport.Build(shell), AtomExport.Build(shell), SiteExport.Build(shell), VaultExport.Build(shell));

    private static Verb Claims(Shell shell)
    {
        var (format, ledger) = (new FormatOption("jsonl"), new LedgerOption());
        return Verb.Of("claims", "Every claim that counts, as claim lines or as a table with the same keys; both can be imported again.", "gigatrace export claims > claims.jsonl\ngigatrace export claims --format csv > claims.csv", parsed =>
        {
            using var store = LedgerStore.Open(ledger.Path(shell, parsed), create: false, shell.Clock);
            var claims = store.LoadClaims().OrderBy(claim => claim.Path, StringComparer.Ordinal).ToArray();
            if (parsed.GetValue(format) is "jsonl") WriteLines(shell, claims.Select(ClaimLines.Write));
            else format.Write(shell, parsed, ToReport(claims));
            return Ending.Done;
        }, format, ledger);
    }

    private static Verb Ledger(Shell shell)
    {
        var ledger = new LedgerOption();
        return Verb.Of("ledger", "Everything that counts, as JSON Lines: documents with their texts, claims, judgements. `import` makes the same ledger of it.", "gigatrace export ledger > ledger.jsonl", parsed =>
        {
            using var store = LedgerStore.Open(ledger.Path(shell, parsed), create: false, shell.Clock);
            var claims = store.LoadClaims().ToLookup(claim => claim.DocumentId, StringComparer.Ordinal);
            // Some texts at a time: a ledger may hold more than memory does.
            foreach (var stored in Enumerable.Range(0, 256).SelectMany(start => store.FindDocuments($"{start:x2}")).Where(stored => stored.Counted))
            {
                WriteLines(shell, claims[stored.Document.Id].Select(LedgerLines.Of).Prepend(LedgerLines.Of(stored)));
            }

            WriteLines(shell, store.LoadJudgements().Select(LedgerLines.Of));
            WriteLines(shell, store.LoadWithdrawals().Values.Select(LedgerLines.OfWithdrawal).Order(StringComparer.Ordinal));
            return Ending.Done;
        }, ledger);
    }

    private static Verb Register(Shell shell)
    {
        var ask = new AskOptions();
        var map = new Option<string>("--map") { Description = "The register's name, or the map it was imported with.", HelpName = "MAP", Required = true };
        return Verb.Of("register", "A register's columns as its edition of a day had them, written back from the claims that stand on that day.", "gigatrace export register --map us-generators --as-of 2022-03-31 --format csv", parsed =>
        {
            using var store = LedgerStore.Open(ask.Ledger.Path(shell, parsed), create: false, shell.Clock);
            var name = parsed.GetValue(map)!;
            var text = File.Exists(name) ? File.ReadAllText(name) : RegisterBook.MapOf(store, name) ?? throw new Failure($"{name}: no such map, and no register of that name");
            if (TableMapReader.Read(text, name).Map is not { Register: not null } read) throw new Failure($"{name}: it is no map of a register");
            var day = parsed.GetValue(ask.AsOf);
            ask.Format.Write(shell, parsed, RegisterTable.Make(read, [.. store.LoadClaims().Where(claim => day is null || claim.Published?.Latest <= day)]));
            return Ending.Done;
        }, map, ask.AsOf, ask.Format, ask.Ledger);
    }

    private static void WriteLines(Shell shell, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            shell.Cancelled.ThrowIfCancellationRequested();
            shell.Out.Write(line + "\n");
        }
    }

    private static Report ToReport(IReadOnlyList<Claim> claims) => new()
    {
        Title = Phrases.Count(claims.Count, "claim"),
        Tables = [new Table([.. ClaimTable.Columns.Select(key => new Column(key))]) { Rows = [.. claims.Select(claim => new Row(ClaimTable.Cells(claim), []))] }],
        Items = [.. claims.Select(claim => JsonNode.Parse(ClaimLines.Write(claim))!.AsObject())],
        Nothing = "the ledger holds no claims",
    };
}
