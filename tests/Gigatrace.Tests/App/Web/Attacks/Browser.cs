using System.Net;
using AngleSharp.Html.Dom;

namespace Gigatrace.Tests.App.Web.Attacks;

/// <summary>A browser as far as it matters here: it keeps cookies, and sends the forms of pages as they are or changed.</summary>
internal sealed class Browser : IDisposable
{
    private readonly Served _served;
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };

    public Browser(Served served)
    {
        _served = served;
        Client = new HttpClient(_handler) { BaseAddress = served.Client.BaseAddress };
    }

    public HttpClient Client { get; }

    /// <summary>As the header has them.</summary>
    public string Cookies
    {
        get => _handler.CookieContainer.GetCookieHeader(_served.Client.BaseAddress!);
        set => value.Split("; ").ToList().ForEach(one => _handler.CookieContainer.SetCookies(_served.Client.BaseAddress!, one));
    }

    public async Task<IHtmlDocument> Page(string path) => Markup.Parse(await Client.GetStringAsync(path));

    /// <summary>What the form of a page would send.</summary>
    public async Task<Dictionary<string, string>> Form(string path, string action)
    {
        var form = (await Page(path)).QuerySelector($"form[action='{action}']").ShouldNotBeNull($"{path} has a form to {action}");
        return form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
    }

    public async Task<HttpResponseMessage> Send(string action, Dictionary<string, string> form, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(form) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return await Client.SendAsync(request);
    }

    public async Task<HttpResponseMessage> SignIn(string token = Served.Token, string name = "A reader", string to = "/")
    {
        var form = await Form($"/sign-in?to={Uri.EscapeDataString(to)}", "/sign-in");
        (form["token"], form["name"], form["to"]) = (token, name, to);
        return await Send("/sign-in", form);
    }

    /// <summary>A judgement that was not made yet, ready to be sent.</summary>
    public async Task<Dictionary<string, string>> Judgement()
    {
        var form = await Form("/disagreements", "/judgements");
        (form["reason"], form["verdict"]) = ("because", "prefer");
        return form;
    }

    public static async Task<Browser> SignedIn(Served served)
    {
        var browser = new Browser(served);
        using var answer = await browser.SignIn();
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return browser;
    }

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
    }
}
