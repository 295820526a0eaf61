using System.Threading.RateLimiting;
using Gigatrace.App.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gigatrace.App.Web;

/// <summary>How <c>gigatrace serve</c> was asked to serve.</summary>
/// <param name="Ledger">A file's path or the address of a ledger on a server.</param>
/// <param name="Address">Where it listens; port 0 for any that is free.</param>
internal sealed record Serving(string Ledger, Uri Address);

/// <summary>The web application: what every request goes through, in its order, and who answers it.</summary>
internal static class WebApp
{
    /// <summary>The largest body that is read, in bytes: a text to try, a judgement.</summary>
    public const int LargestBody = 1 << 20;

    /// <summary>Requests of one address within a minute, before it is told to wait.</summary>
    private const int MostInAMinute = 1200;

    public static WebApplication Build(Serving serving, Shell shell)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "gigatrace", ContentRootPath = AppContext.BaseDirectory });
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.UseUrls(serving.Address.ToString()).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestLineSize = 4096;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        _ = builder.Services.AddSingleton(shell).AddSingleton(new Ledgers(serving.Ledger, shell)).AddSingleton(new Industries(shell.Clock)).AddSingleton<Rooms>();
        _ = builder.Services.AddRateLimiter(Limit);
        var app = builder.Build();
        _ = app.Use(Guard.Headers);
        _ = app.Use(Guard.OnlyHere(serving.Address));
        _ = app.Use(Guard.Told);
        _ = app.UseRateLimiter();
        Assets.Map(app);
        IndustryPages.Map(app);
        PlantPages.Map(app);
        CompanyPages.Map(app);
        EvidencePages.Map(app);
        _ = app.MapFallback((HttpContext context) => throw new Refused(StatusCodes.Status404NotFound, $"there is no page {context.Request.Path}"));
        return app;
    }

    private static void Limit(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = MostInAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
    }
}
