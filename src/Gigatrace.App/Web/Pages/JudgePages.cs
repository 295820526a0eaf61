using Gigatrace.App.Verbs;
using Gigatrace.Claims;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.App.Web.Pages;

/// <summary>What does not fit and what is open, and what a person decides of it.</summary>
internal static class JudgePages
{
    private const int LongestReason = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPage("/disagreements", Disagreements);
        app.MapPage("/queue", Queue);
        app.MapPage("/judgements", Judgements);
        _ = app.MapPost("/judgements", Judge).ExcludeFromDescription();
    }

    private static Page Disagreements(Visit visit)
    {
        var query = visit.Query;
        var all = Found(visit).ToLookup(visit.IsDecided);
        var decided = query.Flag("decided");
        var shown = Listed.Of([.. all[decided]], query, 25);
        return new Page("Disagreements", Html.Of($"""
            <h1>{Phrases.Count(shown.All, decided ? "decided disagreement" : "disagreement")} as of <time>{Phrases.Day(visit.Day)}</time></h1>
            {Tabs(visit, "/disagreements")}
            <form role="search" method="get" data-live>{IndustryPages.Keep(visit)}{PlantPages.Choice("kind", "Kind", DisagreementsVerb.Kinds, query.Text("kind"))}<label>Of <input type="search" name="of" value="{query.Text("of")}"></label> <button>Show</button></form>
            {shown.Turn(query)}
            {Html.If(shown.All == 0, $"<p>No disagreements.</p>")}
            {Html.If(!decided && all[true].Any(), $"<p>{all[true].Count()} more decided: <a href=\"{query.Here(("decided", "true"), ("page", null))}\">who said what</a>.</p>")}
            {shown.Rows.Select(one => Shown(visit, one))}
            {shown.Turn(query, below: true)}
            """));
    }

    /// <summary>Those that fit the address, the gravest first.</summary>
    public static IEnumerable<Disagreement> Found(Visit visit)
    {
        var kind = DisagreementsVerb.Kind(visit.Query.Word("kind", DisagreementsVerb.Kinds));
        return DisagreementList.Found(visit.All, Named.Of(visit), kind);
    }

    private static Html Shown(Visit visit, Disagreement one) => Html.Of($"""
        <article class="disagreement"><h2><span class="kind {one.Kind.Name()}">{one.Kind.Name()}</span> {visit.Text(one.Subject)}: {Phrases.Word(one.Predicate)}</h2>
        <p>{visit.Text(one.Why)}</p>
        <div class="sides">{Side(visit, one.Holds, "Holds")}{one.Against.Select(id => Side(visit, id, "Against it"))}</div>
        </article>

        """);

    /// <summary>One claim with its words, and what a person may say of it.</summary>
    private static Html Side(Visit visit, string id, string role)
    {
        var claim = visit.All.State.Claims.GetValueOrDefault(id);
        return claim is null ? Html.None : Html.Of($"""
            <section class="side"><h3>{role}: {Phrases.Figure(claim.Value, claim.Unit, claim.Qualifier)} {Html.If(claim.Object is not null, $"{claim.Object}")} {Phrases.Time(claim.When)}</h3>
            <blockquote><a href="{visit.Query.To($"/claims/{claim.Id}")}">{claim.Quote}</a></blockquote>
            <p>{Phrases.Source(claim.Publisher ?? claim.Doc, claim.Published?.Edtf)}, {claim.SourceKind.Name()}{Html.If(claim.AiGenerated, $", AI-generated")} · {claim.Modality.Name()}</p>
            {Decision(visit, claim.Id, null, ("prefer", role == "Holds" ? "Accept: it holds" : "This one holds"), ("reject", "It does not count"))}</section>
            """);
    }

    private static Page Queue(Visit visit)
    {
        var open = visit.All.State.Queue;
        var shown = Listed.Of([.. open], visit.Query, 25);
        return new Page("Open names", Html.Of($"""
            <h1>{Phrases.Count(open.Length, "name")} to decide</h1>
            {Tabs(visit, "/queue")}
            {shown.Turn(visit.Query)}
            {Html.If(open.IsEmpty, $"<p>No name is open.</p>")}
            {shown.Rows.SelectMany(one => one.Candidates.Select(candidate => Html.Of($"""
                <article class="disagreement"><h2>{visit.Text(one.Name)} = {visit.Text(candidate)}?</h2><p>{one.Why}</p>
                {Decision(visit, one.Name, candidate, ("same", "Same"), ("not-same", "Not the same"), ("undecided", "Nobody can say yet"))}</article>

                """)))}
            {shown.Turn(visit.Query, below: true)}
            """));
    }

    private static Page Judgements(Visit visit)
    {
        var report = JudgementCard.List(visit.Store.LoadJudgements(), id => Verbs.Fates.Withdrawn(visit.Store, id));
        return new Page("Judgements", Html.Of($"{visit.Show(report with { Tables = [], Nothing = "" })}{Tabs(visit, "/judgements")}{visit.Show(report with { Title = null, Lead = [] })}"));
    }

    private static Html Tabs(Visit visit, string here) => Html.Of($"""
        <nav class="choices" aria-label="What to decide">{new[] { ("/disagreements", "what does not fit"), ("/queue", "names that may be one"), ("/judgements", "what was decided") }.Select(to => Html.Of($"<a href=\"{visit.Query.To(to.Item1)}\"{Html.If(to.Item1 == here, $" aria-current=\"true\"")}>{to.Item2}</a> "))}</nav>
        """);

    /// <summary>Nothing for who is not signed in.</summary>
    private static Html Decision(Visit visit, string first, string? second, params ReadOnlySpan<(string Verdict, string Label)> choices)
    {
        if (visit.Sealed is not { } seal) return Html.None;
        var buttons = new List<Html>();
        foreach (var (verdict, label) in choices) buttons.Add(Html.Of($"<button name=\"verdict\" value=\"{verdict}\">{label}</button> "));
        return Html.Of($"""
            <form method="post" action="/judgements" class="decision">{seal()}<input type="hidden" name="first" value="{first}">{Html.If(second is not null, $"<input type=\"hidden\" name=\"second\" value=\"{second}\">")}
            <label>Why <input name="reason" required maxlength="{LongestReason}" placeholder="in a sentence; it is kept"></label> {buttons}</form>
            """);
    }

    private static async Task Judge(HttpContext context, Access access, Ledgers ledgers, Rooms rooms, Shell shell)
    {
        if (context.User.Identity is not { IsAuthenticated: true, Name: { Length: > 0 } by }) throw new Refused(StatusCodes.Status401Unauthorized, "sign in to decide");
        var form = await Access.Form(context);
        var (verdict, first, second, reason) = (Verdicts.Find(form["verdict"].ToString()), form["first"].ToString(), form["second"].ToString(), form["reason"].ToString().Trim());
        if (verdict is null || first.Length == 0) throw new Refused(StatusCodes.Status400BadRequest, "the form says no verdict, or upon nothing");
        if (!Access.IsLine(reason, LongestReason)) throw new Refused(StatusCodes.Status400BadRequest, $"say why, in one line of {LongestReason} letters at most");
        var made = await ledgers.Ask((store, _) => access.Once(form["once"].ToString(), shell.Clock.GetUtcNow(), () => Made(store, verdict.Value, first, second, reason, by)), context.RequestAborted);
        await rooms.Page(context, visit => new Page("Recorded", Html.Of($"""
            <h1>Recorded</h1>{visit.Show(made with { Title = null })}
            <p><a href="/disagreements">what does not fit</a> · <a href="/queue">names that may be one</a> · <a href="/judgements">what was decided</a></p>
            """)));
    }

    private static Report Made(LedgerStore store, Verdict verdict, string first, string second, string reason, string by) => verdict is Verdict.Prefer or Verdict.Reject
        ? Judging.Claim(store, verdict, first, reason, by)
        : Judging.Names(store, verdict, first, second, reason, by);
}
