using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.App.Verbs;
using Gigatrace.App.Web.Pages;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Exports;
using Microsoft.AspNetCore.Http;

namespace Gigatrace.App.Web.Api;

/// <summary>What all of it rests on, and what does not fit.</summary>
internal static class EvidenceOperations
{
    private const string Group = "Evidence";

    private static readonly Parameter Kind = new("kind", "Only disagreements of this kind.", "contradiction") { Words = DisagreementsVerb.Kinds },
        Find = new("q", "Only those that have these letters in title, publisher, path or address.", "douai");

    public static ImmutableArray<Operation> All { get; } =
    [
        new("/disagreements", "listDisagreements", "What does not fit, with its kind and why; the gravest first", "disagreement") { Group = Group, Example = "/disagreements?size=20", IsList = true, Parameters = [Parameter.Of, Kind, .. Parameter.OfList(), Parameter.Evidence], Answer = Disagreements },
        new("/findings", "listFindings", "What is held: each finding with the rule that decided and what supports it", "export-finding") { Group = Group, Example = "/findings?of={plant}", IsList = true, Parameters = [Parameter.Of, .. Parameter.OfList(), Parameter.Evidence], Answer = Findings },
        new("/findings/{id}", "getFinding", "One finding with the words it rests on and a citation", "show") { Group = Group, Example = "/findings/{finding}", Parameters = [Parameter.Id("finding"), Parameter.AsOf], Answer = Finding },
        new("/claims/{id}", "getClaim", "One claim: who said what in which words, and what became of it", "show") { Group = Group, Example = "/claims/{claim}", Parameters = [Parameter.Id("claim"), Parameter.AsOf], Answer = OfClaim },
        new("/documents", "listDocuments", "The documents that count, the latest first", "source") { Group = Group, Example = "/documents?size=20", IsList = true, Parameters = [Find, .. Parameter.OfList()], Answer = Documents },
        new("/documents/{id}", "getDocument", "One document: what is known of it, and its claims with their quotes, a page of them; its text stays here", "document") { Group = Group, Example = "/documents/{document}", IsPagedInside = true, Parameters = [Parameter.Id("document"), .. Parameter.OfList()], Answer = OfDocument },
        new("/who", "listPeople", "Who is who: people with their titles, companies with their owners, plants and customers", "who") { Group = Group, IsList = true, Parameters = [Parameter.Of with { Description = "Only this person, or this company and its people." }, .. Parameter.OfList(), Parameter.Evidence], Answer = Who },
        new("/queue", "listUndecided", "What there is to decide, what matters most first", "queue") { Group = Group, IsList = true, Parameters = [.. Parameter.OfList()], Answer = visit => Replies.List(visit, QueueList.Make(visit.All, all: true)) },
    ];

    /// <summary>A document that was known on the day, by the first digits of its id.</summary>
    public static StoredDocument Known(Visit visit, string id)
    {
        var stored = visit.Store.FindDocuments(Ids.Prefix(id)) is [var one] ? one : Ids.Document(visit.Store, id);
        return visit.Query.AsOf is { } day && DayOf(stored) > day ? throw new Failure($"the document {stored.Document.Id} was not known on {Phrases.Day(day)}") : stored;
    }

    private static DateOnly DayOf(StoredDocument stored) => stored.Document.Published?.Latest ?? stored.Document.Published?.Earliest ?? DateOnly.FromDateTime(stored.Recorded.UtcDateTime);

    private static Reply Disagreements(Visit visit) =>
        Replies.List(visit, [.. JudgePages.Found(visit)], some => DisagreementList.Make(visit.View(visit.Query.Evidence), some, visit.Query.Evidence));

    private static Reply Findings(Visit visit)
    {
        var names = Named.Of(visit);
        Finding[] found = [.. visit.All.State.Findings.Where(one => names.IsEmpty || names.Contains(one.Subject))];
        return Replies.List(visit, found, some => FindingTable.Make(visit.View(visit.Query.Evidence), [.. some], visit.Query.Evidence));
    }

    private static Reply Finding(Visit visit)
    {
        var id = visit.Query.Id("id");
        var view = visit.View(evidence: true);
        var found = view.Finding(id) is { } one ? [one] : view.State.Findings.Where(finding => finding.Id.StartsWith(id, StringComparison.Ordinal)).Take(2).ToArray();
        return found.Length == 1 ? Replies.One(ShowCard.Of(view, found[0])) : throw new Failure(found.Length == 0 ? $"no finding of this day has an id that begins with {id}" : $"{id} begins several ids; give more of it");
    }

    private static Reply OfClaim(Visit visit)
    {
        var claim = Ids.Claim(visit.Store, visit.Query.Id("id"));
        _ = Known(visit, claim.DocumentId);
        var view = visit.View(evidence: true);
        return Replies.One(ShowCard.Of(view, claim, Fates.Of(visit.Store, view, claim)));
    }

    private static Reply Documents(Visit visit) => Replies.List(visit, EvidencePages.Found(visit), some => new Report { Items = [.. some.Select(ToJson)] });

    private static JsonObject ToJson(Source one) => new()
    {
        ["id"] = one.Id, ["path"] = one.Path, ["title"] = one.Title, ["publisher"] = one.Publisher, ["url"] = one.Url, ["published"] = one.Published?.Edtf, ["source_kind"] = one.Kind.Name(), ["claims"] = one.Claims,
    };

    private static Reply OfDocument(Visit visit)
    {
        var stored = Known(visit, visit.Query.Id("id"));
        var claims = visit.Store.LoadClaimsOf([stored.Document.Id]);
        var json = ShowVerb.WithoutText(visit.Store, stored);
        _ = json.Remove("type");
        return Replies.Inside(visit, json, "claims", claims, claim => JsonNode.Parse(ClaimLines.Write(claim))!);
    }

    private static Reply Who(Visit visit) => Replies.List(visit, part => WhoIsWho.Make(visit.View(visit.Query.Evidence), visit.Query.Text(Parameter.Of.Name) is { } typed ? Names.Any(visit.Asked(), typed) : [], visit.Query.Evidence, part));
}
