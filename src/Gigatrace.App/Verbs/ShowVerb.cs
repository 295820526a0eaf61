using System.CommandLine;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class ShowVerb
{
    private const int Shortest = 4;

    public static Command Build(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "The id of a claim, a finding or a document, or its first four digits or more; or a document's name or path." };
        var format = new FormatOption();
        var ledger = new LedgerOption();
        return Verb.Of(
            "show",
            "A claim, a finding or a document whole, with a citation to copy.",
            "gigatrace show c7f1a2\ngigatrace show c7f1a2 --format json",
            parsed => Run(shell, parsed.GetValue(id)!, ledger.Path(shell, parsed), report => format.Write(shell, parsed, report, evidence: true)),
            id, format, ledger);
    }

    private static int Run(Shell shell, string typed, string path, Action<Report> write)
    {
        var id = typed.Trim().ToLowerInvariant();
        if (id.Length < Shortest) throw new Failure($"'{typed}' is too short for an id; give at least its first {Shortest} digits");
        using var ledger = LedgerStore.Open(path, create: false, shell.Clock);
        var view = Pipeline.Publish(ledger, Pipeline.Reconcile(ledger, null), shell.Today, withLines: true);
        var found = Find(ledger, view, id);
        if (found.Count == 0) found = FindNamed(ledger, typed);
        if (found.Count == 0) throw new Failure($"nothing has an id that begins with '{typed}', and no document is called so");
        if (found.Count > 1) throw new Failure($"'{typed}' begins {found.Count} ids: {string.Join(", ", found.Select(one => one.Id).Take(8))}; give more of it");
        write(found[0].Make());
        return Ending.Done;
    }

    private static List<(string Id, Func<Report> Make)> Find(LedgerStore ledger, View view, string id) =>
    [
        .. ledger.FindClaims(id).Select(claim => (claim.Id, new Func<Report>(() => ShowCard.Of(view, claim)))),
        .. view.State.Findings.Where(finding => finding.Id.StartsWith(id, StringComparison.Ordinal)).Select(finding => (finding.Id, new Func<Report>(() => ShowCard.Of(view, finding)))),
        .. ledger.FindDocuments(id).Select(stored => (stored.Document.Id, new Func<Report>(() => OfDocument(ledger, stored)))),
    ];

    /// <summary>The version that counts of a document by its name or path.</summary>
    private static List<(string Id, Func<Report> Make)> FindNamed(LedgerStore ledger, string typed) =>
    [
        .. ledger.LoadDocuments().Where(stored => stored.Counted && (stored.Document.Name == typed || stored.Document.Path == typed))
            .Select(stored => (stored.Document.Id, new Func<Report>(() => OfDocument(ledger, stored)))),
    ];

    private static Report OfDocument(LedgerStore ledger, StoredDocument stored) =>
        ShowCard.Of(stored.Document, stored.Counted ? Pipeline.Copies(ledger).GetValueOrDefault(stored.Document.Id)?.Path : null);
}
