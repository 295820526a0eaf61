using System.CommandLine;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Exchange;

namespace Gigatrace.App.Verbs;

internal static class ShowVerb
{
    public static Command Build(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "The id of a claim, a finding, a document or a judgement, or its first four digits or more; or a document's name or path." };
        var cite = new Option<string?>("--cite") { Description = "Print only a citation: plain, markdown, bibtex or csl (CSL-JSON).", HelpName = "FORM" };
        cite.AcceptOnlyFromAmong("plain", "markdown", "bibtex", "csl");
        var format = new FormatOption();
        var ledger = new LedgerOption();
        return Verb.Of(
            "show",
            "A claim, a finding, a document or a judgement whole, with what became of it and a citation to copy.",
            "gigatrace show c7f1a2\ngigatrace show c7f1a2 --format json\ngigatrace show c7f1a2 --cite bibtex",
            parsed =>
            {
                using var store = LedgerStore.Open(ledger.Path(shell, parsed), create: false, shell.Clock);
                var shown = Find(shell, store, parsed.GetValue(id)!);
                if (parsed.GetValue(cite) is { } form) shell.Out.Write(shown.Cited(form) + "\n");
                else format.Write(shell, parsed, shown.Make(), evidence: true);
                return Ending.Done;
            },
            id, cite, format, ledger);
    }

    private static Shown Find(Shell shell, LedgerStore store, string typed)
    {
        var id = Ids.Prefix(typed);
        var view = Pipeline.Publish(store, Pipeline.Reconcile(store, null), shell.Today, withLines: true);
        var found = WithId(store, view, id);
        if (found.Count == 0) found = [.. Ids.Documents(store, typed).Select(stored => OfDocument(store, stored))];
        if (found.Count == 0) throw new Failure($"nothing has an id that begins with '{typed}', and no document is called so");
        return found.Count == 1 ? found[0] : throw Ids.Several(typed, found.Select(one => one.Id));
    }

    private static List<Shown> WithId(LedgerStore store, View view, string id) =>
    [
        .. store.FindClaims(id).Select(claim => new Shown(claim.Id, () => ShowCard.Of(view, claim, Fates.Of(store, view, claim)), () => (DocumentOf(store, claim), claim))),
        .. view.State.Findings.Where(finding => finding.Id.StartsWith(id, StringComparison.Ordinal)).Select(finding => new Shown(finding.Id, () => ShowCard.Of(view, finding), () => OfBest(store, view, finding))),
        .. store.FindDocuments(id).Select(stored => OfDocument(store, stored)),
        .. store.LoadJudgements().Where(one => one.Id.StartsWith(id, StringComparison.Ordinal)).Select(one => new Shown(one.Id, () => ShowCard.Of(one, Fates.Withdrawn(store, one.Id)), () => throw new Failure("a judgement has no source to cite; show the claim"))),
    ];

    private static Shown OfDocument(LedgerStore store, StoredDocument stored) => new(
        stored.Document.Id,
        () => Card(store, stored),
        () => (stored.Document, null));

    private static Report Card(LedgerStore store, StoredDocument stored) =>
        ShowCard.Of(stored.Document, stored.Counted ? Pipeline.Copies(store, [stored.Document.Id]).GetValueOrDefault(stored.Document.Id)?.Path : null, Fates.Of(store, stored));

    /// <summary>What is told of a document, but for its text, which is whoever's wrote it, and what points into it.</summary>
    internal static JsonObject WithoutText(LedgerStore store, StoredDocument stored)
    {
        var json = Card(store, stored).Items[0];
        foreach (var key in (string[])["text", "stories", "passages"]) _ = json.Remove(key);
        return json;
    }

    private static (Document, Claim?) OfBest(LedgerStore store, View view, Finding finding)
    {
        var best = view.State.Claims[finding.Supports[0]];
        return (DocumentOf(store, best), best);
    }

    private static Document DocumentOf(LedgerStore store, Claim claim) => store.FindDocuments(claim.DocumentId)[0].Document;

    /// <summary>One thing with that id: its card, and what it is cited by.</summary>
    private sealed record Shown(string Id, Func<Report> Make, Func<(Document Document, Claim? Claim)> Source)
    {
        public string Cited(string form)
        {
            var (document, claim) = Source();
            return form switch
            {
                "markdown" => Citation.Markdown(document, claim),
                "bibtex" => Citation.BibTex(document, claim),
                "csl" => Json.Pretty(Citation.Csl(document, claim)),
                _ => claim is null ? Citation.Of(document) : Citation.Of(claim, LineNumber.Of(claim, document.Text)),
            };
        }
    }
}

/// <summary>What became of claims and documents: who judged them, what replaced them, why they do not count.</summary>
internal static class Fates
{
    public static Fate Of(LedgerStore store, View view, Claim claim) => new()
    {
        Judgements = [.. store.LoadJudgements().Where(one => one.First == claim.Id)],
        NotCounted = view.State.Claims.ContainsKey(claim.Id) ? null : Why(store, claim),
        ReplacedBy = [.. view.State.Claims.Values.Where(other => EnteredClaims.Corrects(other) == claim.Id).Select(other => other.Id).Order(StringComparer.Ordinal)],
        Corrects = EnteredClaims.Corrects(claim),
    };

    public static Fate Of(LedgerStore store, StoredDocument stored) => new() { NotCounted = stored.Counted ? null : Retracted(store, stored.Document.Id) ?? "a later version of it was read" };

    /// <summary>"Ann, 2026-03-01: it was the other one"; null where it stands.</summary>
    public static string? Withdrawn(LedgerStore store, string judgement) => store.LoadWithdrawals().TryGetValue(judgement, out var back) ? Said(back) : null;

    /// <summary>"Ann, 2026-03-01: the paper took it back"; null for a document that was not taken back.</summary>
    public static string? Retracted(LedgerStore store, string document) => store.LoadRetractions().FirstOrDefault(one => one.Id == document) is { } back ? $"taken back by {Said(back)}" : null;

    private static string Why(LedgerStore store, Claim claim)
    {
        if (store.LoadJudgements().LastOrDefault(one => one.First == claim.Id && !one.Withdrawn) is { Verdict: Verdict.Reject } rejected) return $"rejected by {rejected.By}: {rejected.Reason}";
        if (Retracted(store, claim.DocumentId) is { } back) return $"its document was {back}";
        if (claim.SourceKind != SourceKind.Register) return "its document was read again, and this is no more in it";
        return Registers.IsTakenBack(claim) ? "it takes back what the register said before" : "a later edition of the register says otherwise, or was compared anew";
    }

    private static string Said(TakenBack back) => $"{back.By}, {Phrases.Day(DateOnly.FromDateTime(back.Recorded.UtcDateTime))}: {back.Reason}";
}
