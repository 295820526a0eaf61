using System.CommandLine;
using System.Text.Json.Nodes;
using Gigatrace.Documents;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Exchange;

namespace Gigatrace.App.Verbs;

internal static class RetractVerb
{
    public static Command Build(Shell shell)
    {
        var name = new Argument<string>("DOC") { Description = "A document's id, or its first four digits or more; its name or path." };
        var (person, format, ledger) = (new Person(), new FormatOption(), new LedgerOption());
        return Verb.Of(
            "retract",
            "Takes a document back: it is kept and can be shown, and nothing of it counts any more, even where it is read again.",
            "gigatrace retract douai-opens --reason \"the paper took it back\"",
            parsed =>
            {
                var (reason, by) = (person.ReasonOf(parsed), person.ByOf(shell, parsed));
                using var store = LedgerStore.Open(ledger.Path(shell, parsed), create: false, shell.Clock);
                var document = Ids.Document(store, parsed.GetValue(name)!).Document;
                var before = Pipeline.Reconcile(store, null, withClaims: false);
                if (!store.Retract(document.Id, reason, by)) throw new Failure($"{document.Path} was {Fates.Retracted(store, document.Id)}");
                CompareNext(shell, store, document);
                format.Write(shell, parsed, ToReport(document, reason, by, FindingChanges.Between(before, Pipeline.Reconcile(store, null, withClaims: false))));
                return Ending.Done;
            },
            name, person.Reason, person.By, format, ledger);
    }

    /// <summary>The register's next edition had been compared with the one that is taken back.</summary>
    private static void CompareNext(Shell shell, LedgerStore store, Document document)
    {
        if (RegisterBook.RegisterOf(document) is not { } register || RegisterBook.MapOf(store, register) is not { } text || TableMapReader.Read(text, register).Map is not { } map) return;
        _ = new RegisterBook(store, map).Add([], problem => shell.Say(Inputs.Line(problem)));
    }

    private static Report ToReport(Document document, string reason, string by, System.Collections.Immutable.ImmutableArray<FindingChange> changes) => new()
    {
        Title = $"{document.Path} counts no more",
        Lead = [$"it is kept as {document.Id}; reading the same text again does not bring it back"],
        Tables = [JudgementCard.Changes(changes)],
        Items = [new JsonObject { ["document"] = document.Id, ["path"] = document.Path, ["reason"] = reason, ["by"] = by, ["changed"] = Json.Array(changes.Select(change => (JsonNode?)change.ToJson())) }],
        Single = true,
        Nothing = "no finding changes",
    };
}
