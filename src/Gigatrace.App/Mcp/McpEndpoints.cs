using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using ModelContextProtocol.AspNetCore;

namespace Gigatrace.App.Mcp;

/// <summary>The tools over HTTP, as part of a web application that says who may come in. No session is kept: each message is answered by itself.</summary>
internal static class McpEndpoints
{
    /// <param name="mayJudge">Whether who sends this request may record judgements; asked for each.</param>
    public static void Add(IServiceCollection services, Shell shell, string ledger, Func<HttpContext, bool> mayJudge)
    {
        var tools = new Toolbox(shell, ledger, tellsPlaces: false);
        services.AddMcpServer().WithHttpTransport(options =>
        {
            options.SessionMode = HttpServerSessionMode.Stateless;
            options.ConfigureSessionOptions = (context, session, _) =>
            {
                tools.SetUp(session, mayJudge(context));
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>At <c>/mcp</c>. A page of another origin that a browser shows gets no answer; who may come in at all is for the application to say.</summary>
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes) => routes.MapMcp("/mcp")
        .WithMetadata(new RequestSizeLimitAttribute(Toolbox.LongestMessage))
        .AddEndpointFilter((context, next) => IsUtf8(context.HttpContext.Request) ? next(context) : ValueTask.FromResult<object?>(Results.Problem("send JSON in UTF-8", statusCode: StatusCodes.Status415UnsupportedMediaType)))
        .AddEndpointFilter((context, next) => IsOwn(context.HttpContext.Request) ? next(context) : ValueTask.FromResult<object?>(Results.Problem("a page of another origin may not ask here", statusCode: StatusCodes.Status403Forbidden)));

    private static bool IsUtf8(HttpRequest request) => !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
