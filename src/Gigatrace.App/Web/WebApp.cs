using System.Threading.RateLimiting;
using Gigatrace.App.Mcp;
using Gigatrace.App.Web.Api;
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
/// <param name="Token">Who has it may decide, and, beyond this machine, read.</param>
internal sealed record Serving(string Ledger, Uri Address, string Token)
{
    /// <summary>Whoever reaches it may read: it is reached from this machine alone.</summary>
    public bool IsOpen => Address.IsLoopback;

    /// <summary>Requests of one address within a minute, before it is told to wait.</summary>
    public int MostInAMinute { get; init; } = 1200;

    /// <summary>Bytes of answers that are kept while the ledger stays as it is.</summary>
    public long MostKept { get; init; } = 64 << 20;

    /// <summary>Assistants that send the token may record judgements.</summary>
    public bool AssistantsMayJudge { get; init; }
}

/// <summary>The web application: what every request goes through, in its order, and who answers it.</summary>
internal static class WebApp
{
    /// <summary>The largest body that is read, in bytes: a text to try, a judgement.</summary>
    public const int LargestBody = 1 << 20;

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
        _ = builder.Services.AddSingleton(shell.Clock).AddSingleton(shell).AddSingleton(new Ledgers(serving.Ledger, shell)).AddSingleton(new Industries(shell.Clock)).AddSingleton<Rooms>().AddSingleton(serving);
        Access.Add(builder.Services);
        McpEndpoints.Add(builder.Services, shell, serving.Ledger, context => serving.AssistantsMayJudge && context.User.Identity?.IsAuthenticated is true);
        _ = builder.Services.AddRateLimiter(options => Limit(options, serving.MostInAMinute));
        Contract.Add(builder.Services);
        var app = builder.Build();
        _ = app.Use(Guard.Timed(shell.Clock));
        _ = app.Use(Guard.Headers);
        if (serving.IsOpen) _ = app.Use(Guard.OnlyHere(serving.Address));
        _ = app.Use(Guard.Told);
        _ = app.Use(Access.OnlyFromHere);
        _ = app.UseRateLimiter();
        _ = app.UseAuthentication();
        _ = app.Use(app.Services.GetRequiredService<Access>().Check);
        Assets.Map(app);
        IndustryPages.Map(app);
        PlantPages.Map(app);
        CompanyPages.Map(app);
        EvidencePages.Map(app);
        JudgePages.Map(app);
        DigestPages.Map(app);
        TryPages.Map(app);
        SignInPages.Map(app);
        _ = McpEndpoints.Map(app);
        ApiRoutes.Map(app);
        _ = app.MapFallback((HttpContext context) => throw new Refused(StatusCodes.Status404NotFound, $"there is no page {context.Request.Path}"));
        return app;
    }

    private static void Limit(RateLimiterOptions options, int most)
    {
        options.OnRejected = Guard.TooMany;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Window(context, most));
    }

    /// <summary>So many for each address within a minute.</summary>
    internal static RateLimitPartition<string> Window(HttpContext context, int most) => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
}
