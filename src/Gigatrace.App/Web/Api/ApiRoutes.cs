using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.App.Web.Api;

/// <summary>The API: for programs what the command line answers, in the same shapes.</summary>
internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    /// <summary>Where the OpenAPI document is.</summary>
    public const string Contract = $"{Root}/openapi.json";

    public static ImmutableArray<Operation> All { get; } = [.. IndustryOperations.All, .. TimeOperations.All, .. EvidenceOperations.All, .. LedgerOperations.All, .. TextOperations.All];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var operation in All) Map(app, operation);
        Feed.Map(app);
        app.MapPage("/api", ApiPage.Of);
        var contract = new Lazy<Task<string>>(() => Api.Contract.Text(app.ServiceProvider));
        _ = app.MapMethods(Contract, [HttpMethods.Get, HttpMethods.Head], async (HttpContext context, Rooms rooms) =>
        {
            var text = await contract.Value;
            await rooms.Answer(context, Operation.Json, _ => new Reply(text));
        }).ExcludeFromDescription();
        _ = app.Map("/api/{**rest}", (HttpContext context) => throw new Refused(StatusCodes.Status404NotFound, $"there is nothing at {context.Request.Path}; /api lists what there is")).ExcludeFromDescription();
    }

    private static void Map(IEndpointRouteBuilder app, Operation operation)
    {
        var path = Root + operation.Path;
        Task Get(HttpContext context, Rooms rooms) => rooms.Answer(context, operation.Type, visit => operation.Answer!(Known(visit, operation)));
        var told = operation.Take is null ? app.MapGet(path, Get) : app.MapPost(path, (HttpContext context, Rooms rooms) => Post(context, rooms, operation));
        _ = told.WithName(operation.Id).WithSummary(operation.Summary).WithTags(operation.Group).WithMetadata(operation);
        if (operation.Take is null) _ = app.MapMethods(path, [HttpMethods.Head], Get).ExcludeFromDescription();
        var allowed = operation.Take is null ? "GET, HEAD" : "POST";
        _ = app.Map(path, (HttpContext context) => NotAllowed(context, allowed)).ExcludeFromDescription();
    }

    private static async Task Post(HttpContext context, Rooms rooms, Operation operation)
    {
        var given = await Given.Of(context.Request, context.RequestAborted);
        await rooms.Answer(context, operation.Type, visit => operation.Take!(Known(visit, operation), given));
    }

    private static Task NotAllowed(HttpContext context, string allowed)
    {
        context.Response.Headers.Allow = allowed;
        return Guard.Say(context, StatusCodes.Status405MethodNotAllowed, $"ask with {allowed}");
    }

    /// <summary>A parameter that is misspelt is told, not passed over.</summary>
    private static Visit Known(Visit visit, Operation operation)
    {
        visit.Query.Only([.. operation.Parameters.Where(one => !one.IsInPath).Select(one => one.Name)]);
        return visit;
    }
}
