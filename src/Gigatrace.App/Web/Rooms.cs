using System.Text;
using Gigatrace.Publishing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

namespace Gigatrace.App.Web;

/// <summary>
/// From a request to its answer. While the ledger and the day stay as they are, so does every answer: it is kept, and a browser that has it is told so.
/// </summary>
internal sealed class Rooms(Ledgers ledgers, Industries industries, Shell shell) : IDisposable
{
    private const long MostKept = 64 << 20;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public Task Page(HttpContext context, Func<Visit, Page> page) => Answer(context, "text/html; charset=utf-8", visit =>
    {
        var made = page(visit);
        if (visit.Query.IsPanel) return (made.Status, made.Body.Markup);
        var days = (visit.Held.FirstDay(), shell.Today);
        return (made.Status, Frame.Of(made, visit.Query, context.Request.Path, days, context.User.Identity?.Name).Markup);
    });

    /// <summary>A text that follows from the ledger and the address alone.</summary>
    /// <param name="type">Its media type.</param>
    public async Task Answer(HttpContext context, string type, Func<Visit, (int Status, string Text)> make)
    {
        var query = new Query(context.Request);
        var cancelled = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, shell.Cancelled).Token;
        var answer = await ledgers.Ask(
            (store, held) =>
            {
                // The program, the state of the ledger, today, whoever asks and what they ask: nothing else goes into an answer.
                var of = $"{Pipeline.Version} {held.Here()} {Phrases.Day(shell.Today)} {context.User.Identity?.Name} {type} {context.Request.Path}{context.Request.QueryString}";
                return _kept.TryGetValue(of, out Kept? kept) && kept is not null ? kept : Keep(of, make(new Visit(query, store, held, industries, shell)));
            },
            cancelled);
        await Write(context, type, answer);
    }

    /// <summary>Where something cannot be answered, as a page that needs nothing but itself.</summary>
    public static Task Say(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        var page = Html.Of($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{status} · Gigatrace</title><link rel="icon" href="data:,"><link rel="stylesheet" href="{Assets.Address("app.css")}"></head>
            <body><main id="main"><h1>{(status == 404 ? "Not found" : "This cannot be answered")}</h1><p>{message}</p><p><a href="/">Overview</a> · <a href="/plants">Plants</a> · <a href="/companies">Companies</a></p></main></body></html>

            """);
        return context.Response.WriteAsync(page.Markup);
    }

    public void Dispose() => _kept.Dispose();

    private Kept Keep(string of, (int Status, string Text) made)
    {
        var bytes = Encoding.UTF8.GetBytes(made.Text);
        var kept = new Kept(made.Status, bytes, $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..20]}\"");
        return _kept.Set(of, kept, new MemoryCacheEntryOptions { Size = bytes.Length + of.Length });
    }

    private static Task Write(HttpContext context, string type, Kept answer)
    {
        context.Response.Headers.ETag = answer.Tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (answer.Status == 200 && context.Request.Headers.IfNoneMatch.Any(tags => tags is not null && EntityTagHeaderValue.TryParseList([tags], out var all) && all.Any(tag => tag.Tag == answer.Tag || tag.Tag == "*")))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = type;
        context.Response.ContentLength = answer.Bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(answer.Bytes, context.RequestAborted).AsTask();
    }

    private sealed record Kept(int Status, byte[] Bytes, string Tag);
}
