using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.App.Web;

internal static class Routes
{
    /// <summary>A page that only reads.</summary>
    public static void MapPage(this IEndpointRouteBuilder app, string route, Func<Visit, Page> page) =>
        app.MapMethods(route, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Rooms rooms) => rooms.Page(context, page)).ExcludeFromDescription();
}
