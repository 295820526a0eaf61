using System.Collections.Immutable;
using System.Text;
using Gigatrace.App.Web.Api;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Checks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.App.Web.Pages;

/// <summary>A text that is pasted or sent is read: which claims it gives and what the ledger has against them. Nothing of it is recorded.</summary>
internal static class TryPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        _ = app.MapGet("/read", (HttpContext context) => Rooms.Write(context, new Page("Try a text", Html.Of($"<h1>Try a text</h1>{Form(context, "", null)}")))).ExcludeFromDescription();
        _ = app.MapPost("/read", Read).ExcludeFromDescription();
    }

    private static async Task Read(HttpContext context, Rooms rooms)
    {
        var form = await Access.Form(context);
        var bytes = await Bytes(form, context.RequestAborted);
        if (bytes.Length == 0) throw new Refused(StatusCodes.Status400BadRequest, "paste a text, or choose a file");
        if (SentText.IsPdf(bytes.AsSpan(0, Math.Min(bytes.Length, 1024)))) throw new Refused(StatusCodes.Status415UnsupportedMediaType, "a PDF is read by `gigatrace extract`; paste its words here");
        var published = When.TryParse(form["published"].ToString(), out var day) ? day : null;
        var name = form.Files.Count > 0 && form["text"].ToString().Trim().Length == 0 && Path.GetExtension(form.Files[0].FileName) is ".html" or ".htm" ? "text.html" : SentText.Name;
        await rooms.Page(context, visit => Told(visit, context, bytes, name, published));
    }

    private static Page Told(Visit visit, HttpContext context, byte[] bytes, string name, When? published)
    {
        var read = Given.Read(bytes, name, said: null, new ReadingOptions { Notes = true });
        var text = new SentText(read with { Published = published ?? read.Published });
        var (document, claims) = (text.Document, text.Claims);
        var problems = text.Beside(visit.Store, visit.Held, visit.Shell.Today).Told.ToArray();
        return new Page("Try a text", Html.Of($"""
            <h1>{Phrases.Count(claims.Length, "claim")} in the text</h1>
            <p>Nothing of it was recorded. {(claims.IsEmpty ? "No statement on battery plants was found in it." : "")}</p>
            {Claims(claims, document)}
            <h2>Beside the ledger</h2>
            {Html.If(problems.Length == 0, $"<p>The ledger has nothing against it.</p>")}
            {problems.Select(problem => Objection(visit, problem))}
            <h2>The text</h2>
            <div class="reader"><article class="text">{Marked.Text(document, claims, id => "#row-" + id)}</article></div>
            <h2>Another one</h2>
            {Form(context, document.Text.Value, published)}
            """));
    }

    /// <summary>Each with its words, which lead to their place in the text below.</summary>
    private static Html Claims(ImmutableArray<Claim> claims, Document document) => Html.If(!claims.IsEmpty, $"""
        <div class="wide" role="region" aria-label="Claims" tabindex="0"><table><thead><tr><th scope="col" class="right">line</th><th scope="col">subject</th><th scope="col">on</th><th scope="col">what</th><th scope="col">when</th><th scope="col">said as</th><th scope="col">words</th></tr></thead>
        <tbody>{claims.Select(claim => Html.Of($"<tr id=\"row-{claim.Id}\"><td class=\"right\">{LineNumber.Of(claim, document.Text) ?? 0}</td><td>{claim.Subject}</td><td>{Phrases.Word(claim.Predicate)}</td><td>{What(claim)}</td><td>{Phrases.Time(claim.When)}</td><td>{claim.Modality.Name()}</td><td><a href=\"#c-{claim.Id}\">{claim.Quote}</a></td></tr>\n"))}</tbody></table></div>
        """);

    private static string What(Claim claim) => string.Join(", ", new[] { Phrases.Figure(claim.Value, claim.Unit, claim.Qualifier), claim.Object }.Where(part => !string.IsNullOrEmpty(part)));

    private static Html Objection(Visit visit, Problem problem) => Html.Of($"""
        <article class="disagreement"><h3><span class="kind">{problem.Rule.Name}</span> line {problem.Region.Line}: {visit.Text(problem.Message)}</h3><p>“{problem.Quote}”</p>
        {problem.Evidence.Select(words => Html.Of($"<blockquote><a href=\"{visit.Query.To($"/claims/{words.Claim}")}\">{words.Quote}</a> <cite>{words.Source}</cite></blockquote>"))}</article>

        """);

    private static Html Form(HttpContext context, string text, When? published) => Html.Of($"""
        <form method="post" action="/read" enctype="multipart/form-data" class="stacked">{Access.Sealed(context)}
        <label>Text <textarea name="text" rows="12" maxlength="{SentText.Longest}">
        {new Lines(text)}</textarea></label>
        <label>or a file, text or a web page <input type="file" name="file" accept=".txt,.md,.html,.htm,text/plain,text/markdown,text/html"></label>
        <label>Published on <input type="date" name="published" value="{published?.Edtf}"></label>
        <p>What is written about battery plants: each statement is shown with its words, and what the ledger has against it. Nothing is recorded.</p>
        <p><button>Read it</button></p></form>
        """);

    private static async Task<byte[]> Bytes(IFormCollection form, CancellationToken cancelled)
    {
        if (form["text"].ToString() is { } text && text.Trim().Length > 0) return text.Length <= SentText.Longest ? Encoding.UTF8.GetBytes(text) : throw Given.TooLong();
        if (form.Files.Count == 0) return [];
        if (form.Files[0].Length > SentText.Longest) throw Given.TooLong();
        using var bytes = new MemoryStream();
        await form.Files[0].CopyToAsync(bytes, cancelled);
        return bytes.ToArray();
    }
}
