using Gigatrace.App.Verbs;
using Gigatrace.Claims;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Forms;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.App.Web.Pages;

/// <summary>What all of it rests on: documents, the claims in them, and what was made of these.</summary>
internal static class EvidencePages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPage("/documents", Documents);
        app.MapPage("/documents/{id}", Read);
        app.MapPage("/claims/{id}", OfClaim);
        app.MapPage("/findings/{id}", OfFinding);
    }

    private static Page Documents(Visit visit)
    {
        var typed = visit.Query.Text("q");
        var found = Found(visit);
        var shown = Listed.Of(found, visit.Query);
        return new Page("Documents", Html.Of($"""
            <h1>{Phrases.Count(found.Length, "document")}{Html.If(visit.Query.AsOf is not null, $" known on {Phrases.Day(visit.Day)}")}</h1>
            <form role="search" method="get" data-live>{IndustryPages.Keep(visit)}<label>Find <input type="search" name="q" value="{typed}" placeholder="title, publisher, address"></label> <button>Show</button></form>
            {shown.Turn(visit.Query)}
            {Html.If(found.Length == 0 && typed is not null, $"<p>no document fits; find by another word</p>")}
            <div class="wide" role="region" aria-label="Documents" tabindex="0"{Html.If(found.Length == 0, $" hidden")}><table><thead><tr><th scope="col">published</th><th scope="col">publisher</th><th scope="col">title</th><th scope="col" class="source">kind</th><th scope="col" class="right">claims</th></tr></thead>
            <tbody>{shown.Rows.Select(one => Html.Of($"<tr><td class=\"whole\">{one.Published?.Edtf ?? "undated"}</td><td>{one.Publisher}</td><td><a href=\"{visit.Query.To($"/documents/{one.Id}")}\">{one.Title ?? one.Path}</a></td><td class=\"source\">{one.Kind.Name()}</td><td class=\"right\">{one.Claims}</td></tr>\n"))}</tbody></table></div>
            {shown.Turn(visit.Query, below: true)}
            """));
    }

    /// <summary>Those that fit the address, the latest first.</summary>
    public static Source[] Found(Visit visit)
    {
        var typed = visit.Query.Text("q");
        return [.. visit.Store.Sourced(visit.Query.AsOf).Where(one => typed is null || new[] { one.Title, one.Publisher, one.Path, one.Url }.Any(text => text?.Contains(typed, StringComparison.OrdinalIgnoreCase) is true))];
    }

    /// <summary>The text with every claim marked in it.</summary>
    private static Page Read(Visit visit)
    {
        var stored = Ids.Document(visit.Store, visit.Query.Route("id"));
        var document = stored.Document;
        var claims = visit.Store.LoadClaimsOf([document.Id]);
        var title = document.Title ?? document.Name;
        return new Page(title, Html.Of($"""
            <h1>{title}</h1>
            <p>{Phrases.Source(document.Publisher ?? document.Name, document.Published?.Edtf)} · {document.SourceKind.Name()}{Html.If(HtmlLinks.IsAddress(document.Url), $" · <a href=\"{document.Url}\" rel=\"external noreferrer\">{document.Url}</a>")} · {Phrases.Count(claims.Count, "claim")} · <a href="{visit.Query.To("/digest", ("document", document.Id))}">thirty seconds</a>
            {Html.If(!stored.Counted, $"<strong>It does not count: {Fates.Retracted(visit.Store, document.Id) ?? "a later version of it was read"}.</strong>")}</p>
            <p class="cite">{Citation.Of(document)} <button type="button" data-copy="{Citation.Of(document)}" hidden>copy</button></p>
            <div class="reader"><article class="text" lang="{document.Language}">{Marked.Text(document, claims, id => visit.Query.To($"/claims/{id}"))}</article><aside id="claim" aria-live="polite" aria-label="Claim"></aside></div>
            """));
    }

    private static Page OfClaim(Visit visit)
    {
        var claim = Ids.Claim(visit.Store, visit.Query.Route("id"));
        var document = visit.Store.FindDocuments(claim.DocumentId)[0].Document;
        var line = LineNumber.Of(claim, document.Text);
        var card = ShowCard.Of(visit.All, claim, Fates.Of(visit.Store, visit.All, claim));
        var (findings, disagreements) = (visit.Industry.FindingsOf(claim.Id).ToArray(), visit.Industry.DisagreementsOf(claim.Id).ToArray());
        return new Page($"{claim.Subject}: {Phrases.Word(claim.Predicate)}", Html.Of($"""
            <section class="claim-card">
            <h1>{claim.Subject}: {Phrases.Word(claim.Predicate)} {Phrases.Figure(claim.Value, claim.Unit, claim.Qualifier)}{Html.If(claim.Object is not null, $" · {claim.Object}")}</h1>
            <blockquote>{Marked.Around(document, claim)}</blockquote>
            <p><a href="{visit.Query.To($"/documents/{document.Id}")}#c-{claim.Id}">{Phrases.Source(claim.Publisher ?? claim.Doc, claim.Published?.Edtf)}{Html.If(line is not null, $", line {line ?? 0}")}</a>{Html.If(claim.AiGenerated, $" · AI-generated")}{Html.If(claim.Attribution is not null, $" · said by {claim.Attribution}")} · {claim.Modality.Name()}{Html.If(claim.When is not null, $" · {Phrases.Time(claim.When)}")}</p>
            {card.Lead.Select(said => Html.Of($"<p>{said}</p>"))}
            {visit.Show(new Report { Tables = [Table("What holds", visit.All, findings), Table("What does not fit", visit.All, disagreements)], Nothing = "nothing is held of it as of this day" })}
            <p class="cite">{Citation.Of(claim, line)} <button type="button" data-copy="{Citation.Of(claim, line)}" hidden>copy</button></p>
            <details><summary>all of the claim</summary>{visit.Show(new Report { Tables = card.Tables })}</details>
            </section>
            """));
    }

    private static Page OfFinding(Visit visit)
    {
        var finding = visit.All.Finding(visit.Query.Route("id")) ?? throw new Failure($"no finding of this day has the id {visit.Query.Route("id")}");
        var disagreements = finding.Supports.SelectMany(visit.Industry.DisagreementsOf).Distinct().ToArray();
        return new Page($"{finding.Subject}: {Phrases.Word(finding.Predicate)}", Html.Of($"""
            <h1>{finding.Subject}: {Phrases.Word(finding.Predicate)} {Phrases.Figure(finding.Value, finding.Unit, finding.Qualifier)}{Html.If(finding.Object is not null, $" · {finding.Object}")}</h1>
            {visit.Show(new Report { Tables = [Table(null, visit.All, [finding]), Table("What does not fit", visit.All, disagreements)] }, evidence: true)}
            <details><summary>all of the finding</summary>{visit.Show(ShowCard.Of(visit.All, finding) with { Title = null })}</details>
            """));
    }

    private static Table Table(string? title, View view, IEnumerable<Finding> findings) => new([new("subject"), new("on"), new("what") { Says = true }, new("when", Whole: true), new("said as", Whole: true), new("decided by")])
    {
        Title = title,
        Rows = [.. findings.Select(one => new Row([one.Subject, Believed.About(one), Believed.SaysHow(one), Phrases.Time(one.Valid), one.Modality.Name(), Phrases.Word(one.DecidedBy)], view.EvidenceOf(one)))],
    };

    private static Table Table(string title, View view, IEnumerable<Disagreement> found) => DisagreementList.ToTable(view, found, withSubject: true) with { Title = title };
}
