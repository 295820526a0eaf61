using System.CommandLine;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing.Vaults;

namespace Gigatrace.App.Verbs;

/// <summary><c>export vault</c>: what is held as notes for Obsidian.</summary>
internal static class VaultExport
{
    public static Command Build(Shell shell)
    {
        var ask = new AskOptions();
        var folder = new Argument<string>("DIR") { Description = "The folder of the notes; made where it is not there." };
        var plan = new Option<bool>("--dry-run") { Description = "Say what would be written, and write nothing." };
        return Verb.Of(
            "vault",
            "A note for each plant and company, linked and with footnotes, for Obsidian. Written again, only its own marked parts and properties change; what people wrote stays.",
            "gigatrace export vault notes/\ngigatrace export vault notes/ --dry-run\ngigatrace export vault notes-2022/ --as-of 2022",
            parsed =>
            {
                using var ledger = LedgerStore.Open(ask.Ledger.Path(shell, parsed), create: false, shell.Clock);
                var view = Pipeline.Publish(ledger, Pipeline.Reconcile(ledger, parsed.GetValue(ask.AsOf)), shell.Today, withLines: true);
                var named = parsed.GetValue(folder)!;
                if (File.Exists(named)) throw new Failure($"{named} is a file; name a folder for the notes");
                var changes = Write(shell, new VaultFolder(named), view, parsed.GetValue(plan));
                ask.Format.Write(shell, parsed, VaultReport.Make(named, changes, parsed.GetValue(plan)));
                foreach (var change in changes.Where(change => change.Result is VaultResult.Left)) shell.Say($"{Path.Combine(named, change.Path)}{(change.Line is { } line ? $":{line}" : "")}: {change.Why} [vault.left]");
                return Ending.Done;
            },
            folder, plan, ask.AsOf, ask.Format, ask.Ledger);
    }

    private static IReadOnlyList<VaultChange> Write(Shell shell, VaultFolder folder, Publishing.View view, bool planned)
    {
        var files = folder.Read();
        var changes = Vault.Plan(view, files);
        if (planned) return changes;
        var before = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        return
        [
            .. changes.Select(change =>
            {
                shell.Cancelled.ThrowIfCancellationRequested();
                return folder.Write(change, before.GetValueOrDefault(change.Path));
            }),
        ];
    }
}
