using System.CommandLine;
using Gigatrace.Claims;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Exports;

namespace Gigatrace.App.Verbs.Exports;

internal static class JsonLdExport
{
    public static Command Build(Shell shell)
    {
        var (ledger, authority) = (new LedgerOption(), new AuthorityOption());
        return Verb.Of(
            "jsonld",
            "Every claim that counts as linked data: schema.org, PROV and Web Annotation, each with its words and their place.",
            "gigatrace export jsonld > claims.jsonld\ngigatrace export jsonld --authority example.org,2026 > claims.jsonld",
            parsed =>
            {
                using var store = LedgerStore.Open(ledger.Path(shell, parsed), create: false, shell.Clock);
                Write(shell, store, new LinkedClaims(parsed.GetValue(authority)!));
                return Ending.Done;
            },
            authority, ledger);
    }

    /// <summary>Document by document: a ledger may hold more than memory does.</summary>
    private static void Write(Shell shell, LedgerStore store, LinkedClaims linked)
    {
        var (before, after) = linked.Frame;
        shell.Out.Write(before);
        var first = true;
        foreach (var claims in store.LoadClaims().GroupBy(claim => claim.DocumentId, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            shell.Cancelled.ThrowIfCancellationRequested();
            var document = store.FindDocuments(claims.Key)[0].Document;
            foreach (var node in claims.OrderBy(claim => claim.Start).ThenBy(claim => claim.Id, StringComparer.Ordinal).Select(claim => linked.Of(claim, document)).Prepend(linked.Of(document)))
            {
                shell.Out.Write(first ? Json.Line(node) : ",\n" + Json.Line(node));
                first = false;
            }
        }

        shell.Out.Write(after);
    }
}
