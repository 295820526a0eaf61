using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Gigatrace.Publishing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gigatrace.App.Web;

/// <summary>
/// Who may read and who may decide. One token opens both: a program sends it with each request, a person once, for a session that the server keeps. On this
/// machine reading needs none, deciding always does.
/// </summary>
internal sealed class Access(Serving serving) : IDisposable
{
    public const int ShortestToken = 16;

    /// <summary>Wrong tokens of one address within a minute, before none of its tokens is looked at.</summary>
    private const int MostGuesses = 10;

    private static readonly TimeSpan Session = TimeSpan.FromHours(12);

    private readonly byte[] _token = SHA256.HashData(Encoding.UTF8.GetBytes(serving.Token));

    private readonly PartitionedRateLimiter<HttpContext> _guesses = PartitionedRateLimiter.Create<HttpContext, string>(context => WebApp.Window(context, MostGuesses));

    private readonly Lock _guessing = new();

    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);

    public static void Add(IServiceCollection services)
    {
        // Sessions end with the program: no key of theirs lies on the disk.
        _ = services.AddDataProtection().UseEphemeralDataProtectionProvider();
        _ = services.AddSingleton<Access>();
        _ = services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "gigatrace-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        _ = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "gigatrace";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Session;
            options.SlidingExpiration = false;
            options.SessionStore = new Sessions();
        });
    }

    /// <summary>Compared so that the time it takes tells nothing of the token, and not at all for who gave too many wrong ones.</summary>
    public bool IsToken(HttpContext context, string given)
    {
        lock (_guessing)
        {
            using var room = _guesses.AttemptAcquire(context, 0);
            if (!room.IsAcquired) throw new Refused(StatusCodes.Status429TooManyRequests, $"too many wrong tokens within a minute; come back in {Guard.Seconds(room)} s") { After = Guard.Seconds(room) };
            if (CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), _token)) return true;
            _guesses.AttemptAcquire(context).Dispose();
            return false;
        }
    }

    /// <summary>Lets in who may read; a program's token is looked at here, a person's session was before.</summary>
    public Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.Authorization.ToString() is { Length: > 0 } given)
        {
            if (!given.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || !IsToken(context, given["Bearer ".Length..].Trim())) throw Unknown(context, "the token is not the one of this server");
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "token")], "Bearer"));
        }

        if (serving.IsOpen || context.User.Identity?.IsAuthenticated is true || context.Request.Path == "/sign-in" || context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)) return next(context);
        if (!HttpMethods.IsGet(context.Request.Method) || IsForPrograms(context)) throw Unknown(context, "this server answers with a token only: Authorization: Bearer …");
        context.Response.Redirect($"/sign-in?to={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        return Task.CompletedTask;
    }

    /// <summary>A request that changes anything comes from a page of ours: browsers say from where they come.</summary>
    public static Task OnlyFromHere(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return next(context);
        var origin = request.Headers.Origin.ToString();
        var isOther = (origin.Length > 0 && !IsOwn(origin, request)) || request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
        return isOther ? throw new Refused(StatusCodes.Status403Forbidden, "a page of another site may not send this") : next(context);
    }

    /// <summary>A proxy before this server may speak HTTPS.</summary>
    private static bool IsOwn(string origin, HttpRequest request) => new[] { "http", "https" }.Any(scheme => origin.Equals($"{scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));

    /// <summary>Who sends a form of ours, signed in or not: it carries what only our pages know.</summary>
    public static async Task<IFormCollection> Form(HttpContext context)
    {
        if (!context.Request.HasFormContentType) throw new Refused(StatusCodes.Status415UnsupportedMediaType, "a form is expected");
        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
        }
        catch (AntiforgeryValidationException e) when (e.InnerException is BadHttpRequestException unread)
        {
            throw new Refused(unread.StatusCode, unread.StatusCode == StatusCodes.Status413PayloadTooLarge ? "this is more than is read" : "the request cannot be read");
        }
        catch (Exception e) when (e is AntiforgeryValidationException or NotSupportedException)
        {
            throw new Refused(StatusCodes.Status400BadRequest, "this form is not of this session; load the page again and send it from there");
        }

        return await context.Request.ReadFormAsync(context.RequestAborted);
    }

    /// <summary>What goes into each form that is sent.</summary>
    public static Html Sealed(HttpContext context)
    {
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return Html.Of($"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{tokens.RequestToken}\"><input type=\"hidden\" name=\"once\" value=\"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}\">");
    }

    /// <summary>A form counts once, however often it is sent; one of which nothing came may be sent again.</summary>
    public T Once<T>(string number, DateTimeOffset now, Func<T> record)
    {
        foreach (var old in _used.Where(one => one.Value < now - Session)) _ = _used.TryRemove(old.Key, out _);
        if (number.Length != 24 || !_used.TryAdd(number, now)) throw new Refused(StatusCodes.Status409Conflict, "this was sent before and is recorded already");
        try
        {
            return record();
        }
        catch
        {
            _ = _used.TryRemove(number, out _);
            throw;
        }
    }

    /// <summary>What is kept with a judgement is one line: nothing that a terminal or a page takes for anything but letters.</summary>
    public static bool IsLine(string text, int longest) => text.Length > 0 && text.Length <= longest && !text.Any(char.IsControl);

    public void Dispose() => _guesses.Dispose();

    public Task SignIn(HttpContext context, string name) => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], CookieAuthenticationDefaults.AuthenticationScheme)));

    private static bool IsForPrograms(HttpContext context) => new[] { "/api", "/mcp" }.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)) || context.Request.Path.Value!.EndsWith(".atom", StringComparison.Ordinal);

    private static Refused Unknown(HttpContext context, string message)
    {
        context.Items[Guard.Challenge] = true;
        return new Refused(StatusCodes.Status401Unauthorized, message);
    }

    /// <summary>Sessions live here and nowhere else: who signs out, or whose time is over, is out whatever cookie comes.</summary>
    private sealed class Sessions : ITicketStore
    {
        private readonly ConcurrentDictionary<string, AuthenticationTicket> _tickets = new(StringComparer.Ordinal);

        public Task<string> StoreAsync(AuthenticationTicket ticket)
        {
            foreach (var old in _tickets.Where(one => one.Value.Properties.ExpiresUtc < ticket.Properties.IssuedUtc)) _ = _tickets.TryRemove(old.Key, out _);
            var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            _tickets[key] = ticket;
            return Task.FromResult(key);
        }

        public Task RenewAsync(string key, AuthenticationTicket ticket)
        {
            if (_tickets.ContainsKey(key)) _tickets[key] = ticket;
            return Task.CompletedTask;
        }

        public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(_tickets.GetValueOrDefault(key));

        public Task RemoveAsync(string key)
        {
            _ = _tickets.TryRemove(key, out _);
            return Task.CompletedTask;
        }
    }
}
