using System.Collections.Immutable;
using System.Text;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Gigatrace.App.Web;

/// <summary>
/// From a request to its answer. While the ledger and the day stay as they are, so does every answer: it is kept, and a browser that has it is told so.
/// </summary>
internal sealed class Rooms(Ledgers ledgers, Industries industries, Shell shell, Serving serving) : IDisposable
{
    /// <summary>So long after a look at the ledger an answer that was made before is given without another.</summary>
    private static readonly TimeSpan ALook = TimeSpan.FromMilliseconds(100);

    private const string Html = "text/html; charset=utf-8";

    /// <summary>Bytes that keeping a text takes beside it, about.</summary>
    private const int Overhead = 500;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = serving.MostKept, TrackStatistics = true });

    /// <summary>Bytes of the answers that are kept.</summary>
    public long KeptBytes => _kept.GetCurrentStatistics()!.CurrentEstimatedSize ?? 0;

    private volatile Glance? _glance;

    public Task Page(HttpContext context, Func<Visit, Page> page) => Answer(context, Html, visit =>
    {
        var made = page(visit);
        return new Reply(visit.Query.IsPanel ? made.Body.Markup : Framed(context, made with { Body = Web.Html.Of($"{made.Body}{Frame.Nothing(visit)}") }, visit.Query, HttpMethods.IsPost(context.Request.Method) ? visit.Shell.Today : visit.Days.First), made.Status);
    });

    /// <summary>A page that asks the ledger nothing.</summary>
    public static Task Write(HttpContext context, Page page)
    {
        context.Response.StatusCode = page.Status;
        context.Response.ContentType = Html;
        var shell = context.RequestServices.GetRequiredService<Shell>();
        return context.Response.WriteAsync(Framed(context, page, new Query(context.Request), shell.Today), context.RequestAborted);
    }

    private static string Framed(HttpContext context, Page page, Query query, DateOnly first) =>
        Frame.Of(page, query, context.Request.Path, (query.AsOf < first ? query.AsOf.Value : first, context.RequestServices.GetRequiredService<Shell>().Today), context.User.Identity?.Name).Markup;

    /// <summary>A text that follows from the ledger and the address alone.</summary>
    /// <param name="type">Its media type.</param>
    public async Task Answer(HttpContext context, string type, Func<Visit, Reply> make)
    {
        var query = new Query(context.Request);
        var isOwn = type == Html && context.User.Identity?.IsAuthenticated is true;
        var mayKeep = !isOwn && !HttpMethods.IsPost(context.Request.Method);
        // The program, today, what is asked and by which name of the server, and with it the state of the ledger: nothing else goes into an answer but into a page for who is signed in.
        var of = $"{Pipeline.Version} {Phrases.Day(shell.Today)} {type} {query.Host}{context.Request.Path}{context.Request.QueryString}";
        if (mayKeep && Glanced() is { } seen && _kept.TryGetValue($"{seen} {of}", out Kept? kept) && kept is not null)
        {
            await Write(context, type, kept);
            return;
        }

        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, shell.Cancelled);
        var answer = await ledgers.Ask(
            (store, held) =>
            {
                var here = held.Here();
                _glance = new Glance(here, shell.Clock.GetTimestamp());
                if (!mayKeep) return Made(make(new Visit(query, store, held, industries, shell, isOwn ? () => Access.Sealed(context) : null)));
                var key = $"{here} {of}";
                return _kept.TryGetValue(key, out Kept? made) && made is not null ? made : Keep(key, Made(make(new Visit(query, store, held, industries, shell))));
            },
            cancelled.Token);
        await Write(context, type, answer);
    }

    /// <summary>Where something cannot be answered, as a page that needs nothing but itself.</summary>
    public static Task Say(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Html;
        var page = Web.Html.Of($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{status} · Gigatrace</title><link rel="icon" href="data:,"><link rel="stylesheet" href="{Assets.Address("app.css")}"></head>
            <body><main id="main"><h1>{(status == 404 ? "Not found" : "This cannot be answered")}</h1><p>{message}</p><p><a href="/">Overview</a> · <a href="/plants">Plants</a> · <a href="/companies">Companies</a></p></main></body></html>

            """);
        return context.Response.WriteAsync(page.Markup);
    }

    public void Dispose() => _kept.Dispose();

    private Kept Keep(string of, Kept made) => _kept.Set(of, made, new MemoryCacheEntryOptions { Size = made.Bytes.Length + (2 * of.Length) + Overhead });

    private static Kept Made(Reply made)
    {
        var bytes = Encoding.UTF8.GetBytes(made.Text);
        var hashed = made.Headers.IsEmpty ? bytes : [.. bytes, .. Encoding.UTF8.GetBytes(string.Join('\n', made.Headers))];
        return new Kept(made.Status, made.Headers, bytes, $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(hashed))[..20]}\"");
    }

    private static Task Write(HttpContext context, string type, Kept answer)
    {
        context.Response.Headers.ETag = answer.Tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
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

    /// <summary>The state of the ledger, where it was looked at a moment ago; null where it must be looked at.</summary>
    private Watermark? Glanced() => _glance is { } last && shell.Clock.GetElapsedTime(last.At) < ALook ? last.Here : null;

    private sealed record Glance(Watermark Here, long At);

    private sealed record Kept(int Status, ImmutableArray<(string Name, string Value)> Headers, byte[] Bytes, string Tag);
}

/// <summary>What is answered.</summary>
internal sealed record Reply(string Text, int Status = StatusCodes.Status200OK)
{
    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [];
}
