using System.Globalization;
using System.Threading.RateLimiting;
using Gigatrace.Ledger.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Gigatrace.App.Web;

/// <summary>What stands before every answer: headers, who is spoken to, and what is said where something cannot be answered.</summary>
internal static class Guard
{
    /// <summary>Plot puts one style into each chart, always the same; it is allowed by its hash, and no other.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Marks a request that is to be told how to bring its token.</summary>
    public const string Challenge = "challenge";

    public static Task Headers(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // What may be kept says so itself.
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    }

    /// <summary>How long it took, for whoever looks at it in a browser.</summary>
    public static Func<HttpContext, RequestDelegate, Task> Timed(TimeProvider clock) => (context, next) =>
    {
        var began = clock.GetTimestamp();
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"app;dur={clock.GetElapsedTime(began).TotalMilliseconds:0.0}");
            return Task.CompletedTask;
        });
        return next(context);
    };

    /// <summary>A page of another host that has its name lead to this machine is not answered. Where a token is needed, such a page has none.</summary>
    public static Func<HttpContext, RequestDelegate, Task> OnlyHere(Uri address)
    {
        HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]", address.Host };
        return (context, next) => hosts.Contains(context.Request.Host.Host) ? next(context) : Say(context, StatusCodes.Status421MisdirectedRequest, $"this is not {context.Request.Host.Host}");
    }

    /// <summary>What could not be answered is said in one form, and nothing of the program's inside with it.</summary>
    public static async Task Told(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && Status(e, context) is var (status, message))
        {
            if (status == StatusCodes.Status500InternalServerError) context.RequestServices.GetRequiredService<Shell>().Say($"gigatrace: {context.Request.Method} {context.Request.Path}: unexpected: {e.Message} ({e.GetType().Name})");
            context.Response.Clear();
            if (context.Items.ContainsKey(Challenge)) context.Response.Headers.WWWAuthenticate = "Bearer";
            if ((e as Refused)?.After is { } after) context.Response.Headers.RetryAfter = after.ToString(CultureInfo.InvariantCulture);
            await Headers(context, _ => Say(context, status, message, (e as Refused)?.Parameter));
        }
    }

    private static (int Status, string Message)? Status(Exception e, HttpContext context) => e switch
    {
        Refused refused => (refused.Status, refused.Message),
        Failure failure => (StatusCodes.Status404NotFound, failure.Message),
        BadHttpRequestException bad => (bad.StatusCode, "the request cannot be read"),
        LedgerException => (StatusCodes.Status503ServiceUnavailable, "the ledger cannot be read now"),
        OperationCanceledException when context.RequestAborted.IsCancellationRequested => null,
        _ => (StatusCodes.Status500InternalServerError, "this was not foreseen; the terminal of the server says more"),
    };

    /// <summary>Who asks too much is told when to come back.</summary>
    public static async ValueTask TooMany(OnRejectedContext rejected, CancellationToken cancelled)
    {
        var seconds = Seconds(rejected.Lease);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Say(rejected.HttpContext, StatusCodes.Status429TooManyRequests, $"too many requests within a minute; come back in {seconds} s");
    }

    /// <summary>Until there is room again.</summary>
    public static int Seconds(RateLimitLease full) => full.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 60;

    /// <summary>For programs as a problem (RFC 9457), for people as a page.</summary>
    /// <param name="parameter">The one that is wrong; null where it is something else.</param>
    public static Task Say(HttpContext context, int status, string message, string? parameter = null) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        ? Results.Problem(message, statusCode: status, type: "about:blank", extensions: parameter is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["parameter"] = parameter }).ExecuteAsync(context)
        : Rooms.Say(context, status, message);
}
