using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.App.Verbs;
using Gigatrace.Claims;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Exports;

namespace Gigatrace.App.Mcp;

/// <summary>What has an id, with all words that it rests on and all that stand against it.</summary>
internal static class EvidenceTool
{
    /// <summary>Members of a claim that its document has said once.</summary>
    private static readonly string[] OfDocument = ["doc", "path", "url", "publisher", "source_kind", "published"];

    public static Answer Of(Call call)
    {
        var typed = call.Given.Needed("id");
        var (id, store) = (Ids.Prefix(typed), call.Store);
        var view = call.Still(call.Asked.All());
        List<(string Id, Func<Answer> Make)> found =
        [
            .. store.FindClaims(id).Select(claim => (claim.Id, (Func<Answer>)(() => OfClaim(store, view, claim)))),
            .. view.State.Findings.Where(finding => finding.Id.StartsWith(id, StringComparison.Ordinal)).Select(finding => (finding.Id, (Func<Answer>)(() => OfFinding(view, finding)))),
            .. store.LoadJudgements().Where(one => one.Id.StartsWith(id, StringComparison.Ordinal)).Select(one => (one.Id, (Func<Answer>)(() => Answer.Card(ShowCard.Of(one, Fates.Withdrawn(store, one.Id)), view.Day)))),
            .. Ids.Documents(store, typed).Select(stored => (stored.Document.Id, (Func<Answer>)(() => WithClaims(store, view, stored)))),
        ];
        return found.Count switch
        {
            0 => throw new Failure($"nothing{(call.Asked.AsOf is { } day ? $" known on {Phrases.Day(day)}" : "")} has an id that begins with '{typed}'; ids stand in the answers of the other tools as claim, finding and document"),
            1 => call.Still(found[0].Make()),
            _ => throw Ids.Several(typed, found.Select(one => one.Id)),
        };
    }

    /// <summary>The claim with the passage it stands in; then the findings that it supports or stands against, and where it does not fit.</summary>
    private static Answer OfClaim(LedgerStore store, View view, Claim claim)
    {
        var card = Answer.Card(ShowCard.Of(view, claim, Fates.Of(store, view, claim)), view.Day);
        card.Head["document"] = claim.DocumentId;
        card.Head["passage"] = PassageOf(store, claim);
        return card with
        {
            Items =
            [
                .. card.Items,
                .. view.State.Findings.Where(finding => finding.Supports.Contains(claim.Id)).Select(finding => Held("supports", finding)),
                .. view.State.Findings.Where(finding => finding.Against.Any(one => one.Claim == claim.Id)).Select(finding => Held("stands against", finding)),
                .. DisagreementList.ToJson(view, view.State.Disagreements.Where(one => one.Holds == claim.Id || one.Against.Contains(claim.Id)), evidence: true).Select(one => Answer.On("disagreement", one!.AsObject())),
            ],
        };
    }

    /// <summary>Every quote by itself, the best first.</summary>
    private static Answer OfFinding(View view, Finding finding)
    {
        var json = ShowCard.Of(view, finding).Items[0].DeepClone().AsObject();
        foreach (var key in (string[])["supports", "against", "evidence"]) json.Remove(key);
        var card = Answer.Card(new Report { Title = $"Finding {finding.Id}", Items = [json] }, view.Day);
        return card with
        {
            Items =
            [
                .. view.EvidenceOf(finding).Select(one => Answer.On("supports", QuoteJson.Of(one))),
                .. finding.Against.SelectMany(one => view.EvidenceOf([one.Claim]).Select(quote => Against(one, quote))),
            ],
        };
    }

    /// <summary>Where the document comes from, and what was taken out of it.</summary>
    private static Answer WithClaims(LedgerStore store, View view, StoredDocument stored)
    {
        var json = ShowVerb.WithoutText(store, stored);
        json["characters"] = stored.Document.Text.Value.EnumerateRunes().Count();
        var card = Answer.Card(new Report { Title = $"Document {stored.Document.Id}", Items = [json] }, view.Day);
        return card with { Items = [.. store.LoadClaimsOf([stored.Document.Id]).Select(claim => Answer.On("claim", WithoutSource(claim)))] };
    }

    private static JsonObject Held(string how, Finding finding)
    {
        var json = FindingJson.Of(finding);
        json.Insert(0, "finding", finding.Id);
        return Answer.On(how, json);
    }

    private static JsonObject Against(Opposition one, Evidence quote)
    {
        var json = Answer.On("against", QuoteJson.Of(quote));
        json.Insert(1, "kind", one.Kind.Name());
        return json;
    }

    private static JsonObject WithoutSource(Claim claim)
    {
        var json = JsonNode.Parse(ClaimLines.Write(claim))!.AsObject();
        foreach (var key in OfDocument) json.Remove(key);
        return json;
    }

    /// <summary>Null where the document has no passage there.</summary>
    private static string? PassageOf(LedgerStore store, Claim claim)
    {
        var document = store.FindDocuments(claim.DocumentId)[0].Document;
        return document.PassageAt(document.Text.FromCodePoint(claim.Start)) is { } around ? document.Text.Quote(around.Span) : null;
    }
}
