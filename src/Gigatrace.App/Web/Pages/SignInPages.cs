using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gigatrace.App.Web.Pages;

/// <summary>Signing in with the server's token, and out.</summary>
internal static class SignInPages
{
    private const int LongestName = 80;

    public static void Map(IEndpointRouteBuilder app)
    {
        _ = app.MapGet("/sign-in", (HttpContext context) => Rooms.Write(context, Form(context, context.Request.Query["to"].ToString(), null))).ExcludeFromDescription();
        _ = app.MapPost("/sign-in", SignIn).ExcludeFromDescription();
        _ = app.MapPost("/sign-out", SignOut).ExcludeFromDescription();
    }

    private static async Task SignIn(HttpContext context, Access access)
    {
        var form = await Access.Form(context);
        var (token, name) = (form["token"].ToString().Trim(), form["name"].ToString().Trim());
        var to = form["to"].ToString();
        if (!access.IsToken(context, token)) await Rooms.Write(context, Form(context, to, "This is not the token of this server. It is printed where the server was started, or was set there."));
        else if (!Access.IsLine(name, LongestName)) await Rooms.Write(context, Form(context, to, $"Say who you are, in one line of {LongestName} letters at most: what you decide is kept with your name."));
        else
        {
            await access.SignIn(context, name);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = Local(to);
        }
    }

    private static async Task SignOut(HttpContext context)
    {
        _ = await Access.Form(context);
        await context.SignOutAsync();
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/";
    }

    /// <param name="to">The page that is asked for.</param>
    /// <param name="problem">Null for a form that was not sent yet.</param>
    private static Page Form(HttpContext context, string to, string? problem)
    {
        var body = context.User.Identity is { IsAuthenticated: true, Name: { } name }
            ? Html.Of($"<h1>Signed in as {name}</h1><form method=\"post\" action=\"/sign-out\">{Access.Sealed(context)}<p><button>Sign out</button></p></form>")
            : Html.Of($"""
                <h1>Sign in</h1>
                <p>Whoever has the token of this server may decide what disagrees: it is kept with the name given here, and can be taken back.</p>
                {Html.If(problem is not null, $"<p role=\"alert\" class=\"problem\">{problem}</p>")}
                <form method="post" action="/sign-in" class="stacked">{Access.Sealed(context)}<input type="hidden" name="to" value="{Local(to)}">
                <label>Token <input type="password" name="token" required autocomplete="current-password"></label>
                <label>Your name <input name="name" required maxlength="{LongestName}" autocomplete="name"></label>
                <p><button>Sign in</button></p></form>
                """);
        return new Page("Sign in", body) { Status = problem is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized };
    }

    /// <summary>Only a page of this server, written as addresses are.</summary>
    private static string Local(string to) => to is ['/', not ('/' or '\\'), ..] && to.All(letter => letter is > ' ' and < '\x7f') ? to : "/";
}
