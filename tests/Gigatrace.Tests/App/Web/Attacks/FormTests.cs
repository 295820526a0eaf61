using System.Net;
using System.Text;
using Gigatrace.Ledger.Storage;
using Gigatrace.Tests.Ledger.Storage;

namespace Gigatrace.Tests.App.Web.Attacks;

/// <summary>Forms that are not ours, or not of this session, or were sent before; and sessions that are over.</summary>
[Collection(nameof(AttackedLedger))]
public sealed class FormTests(AttackedLedger attacked)
{
    [Fact]
    public async Task A_forged_form_decides_nothing()
    {
        await using var own = await attacked.ServeCopy();
        var before = AttackedLedger.Recorded(own.Ledger);
        using var reader = await Browser.SignedIn(own);
        using var other = await Browser.SignedIn(own);
        using var nobody = new Browser(own);
        var form = await reader.Judgement();
        var sealedBy = form.Keys.Single(key => key.Contains("RequestVerification", StringComparison.Ordinal));
        var others = await other.Judgement();
        var unsigned = await nobody.Form("/read", "/read");

        await Refused(reader.Send("/judgements", Without(form, sealedBy)), HttpStatusCode.BadRequest);
        await Refused(reader.Send("/judgements", new(form) { [sealedBy] = "" }), HttpStatusCode.BadRequest);
        await Refused(reader.Send("/judgements", new(form) { [sealedBy] = form[sealedBy][..^4] + "AAAA" }), HttpStatusCode.BadRequest);
        await Refused(reader.Send("/judgements", new(form) { [sealedBy] = others[sealedBy] }), HttpStatusCode.BadRequest);
        await Refused(reader.Send("/judgements", new(form) { [sealedBy] = unsigned[sealedBy] }), HttpStatusCode.BadRequest);
        await Refused(nobody.Send("/judgements", form), HttpStatusCode.Unauthorized);
        await Refused(nobody.Send("/sign-out", form), HttpStatusCode.BadRequest);
        foreach (var origin in new[] { "http://evil.example", "null", "http://127.0.0.1:1", $"http://{Wire.Host(own)}.evil.example", $"ftp://{Wire.Host(own)}", "http://localhost" }) await Refused(reader.Send("/judgements", form, ("Origin", origin)), HttpStatusCode.Forbidden);
        foreach (var site in new[] { "cross-site", "same-site" }) await Refused(reader.Send("/judgements", form, ("Sec-Fetch-Site", site)), HttpStatusCode.Forbidden);
        var written = string.Join('&', form.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        using (var asText = new StringContent(written, Encoding.UTF8, "text/plain")) await Refused(reader.Client.PostAsync("/judgements", asText), HttpStatusCode.UnsupportedMediaType);
        using (var asJson = new StringContent("{}", Encoding.UTF8, "application/json")) await Refused(reader.Client.PostAsync("/judgements", asJson), HttpStatusCode.UnsupportedMediaType);
        await Refused(reader.Client.GetAsync("/judgements?" + written), HttpStatusCode.OK);
        foreach (var method in new[] { "PUT", "DELETE", "PATCH" }) await Refused(reader.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/judgements") { Content = new FormUrlEncodedContent(form) }), HttpStatusCode.NotFound);
        using (var overridden = new HttpRequestMessage(HttpMethod.Get, "/judgements") { Headers = { { "X-HTTP-Method-Override", "POST" } } }) await Refused(reader.Client.SendAsync(overridden), HttpStatusCode.OK);
        AttackedLedger.Recorded(own.Ledger).ShouldBe(before);

        // The form itself is good; a proxy may have spoken HTTPS.
        using var answer = await reader.Send("/judgements", form, ("Origin", $"https://{Wire.Host(own)}"), ("Sec-Fetch-Site", "same-origin"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        AttackedLedger.Recorded(own.Ledger).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_form_counts_once_and_one_of_which_nothing_came_may_be_sent_again()
    {
        await using var own = await attacked.ServeCopy();
        using var reader = await Browser.SignedIn(own);
        var form = await reader.Judgement();
        await Refused(reader.Send("/judgements", new(form) { ["first"] = "ffffffffffff" }), HttpStatusCode.NotFound);
        await Refused(reader.Send("/judgements", new(form) { ["reason"] = "a\r\n\u001b[31mb" }), HttpStatusCode.BadRequest);
        await Refused(reader.Send("/judgements", new(form) { ["once"] = "" }), HttpStatusCode.Conflict);
        var before = Judgements(own);
        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => reader.Send("/judgements", form)));
        sent.Count(one => one.StatusCode is HttpStatusCode.OK).ShouldBe(1);
        sent.Count(one => one.StatusCode is HttpStatusCode.Conflict).ShouldBe(7);
        Judgements(own).ShouldBe(before + 1);
        foreach (var one in sent) one.Dispose();
    }

    [Fact]
    public async Task Cookies_are_for_this_server_alone()
    {
        using var browser = new Browser(attacked.Served);
        using var page = await browser.Client.GetAsync("/sign-in");
        using var signedIn = await browser.SignIn();
        foreach (var cookie in page.Headers.GetValues("Set-Cookie").Concat(signedIn.Headers.GetValues("Set-Cookie")))
        {
            cookie.ToLowerInvariant().ShouldContain("; samesite=strict");
            cookie.ToLowerInvariant().ShouldContain("; httponly");
            cookie.ToLowerInvariant().ShouldNotContain("domain=");
            cookie.ShouldNotContain(Served.Token);
        }
    }

    [Fact]
    public async Task Who_signed_out_is_out_whatever_cookie_comes_after()
    {
        using var reader = await Browser.SignedIn(attacked.Served);
        var cookies = reader.Cookies;
        using (var signedOut = await reader.Send("/sign-out", await reader.Form("/sign-in", "/sign-out"))) signedOut.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var replayed = new Browser(attacked.Served) { Cookies = cookies };
        (await replayed.Client.GetStringAsync("/")).ShouldContain("sign in to decide");
        await Refused(replayed.Client.PostAsync("/judgements", null), HttpStatusCode.Unauthorized);
    }

    /// <summary>However often the session is used meanwhile.</summary>
    [Fact]
    public async Task A_session_ends_after_twelve_hours()
    {
        var clock = new SettableClock { Now = new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero) };
        await using var own = await attacked.ServeCopy(clock: clock);
        using var reader = await Browser.SignedIn(own);
        var cookies = reader.Cookies;
        for (var hour = 1; hour < 12; hour++)
        {
            clock.Now = clock.Now.AddHours(1);
            (await reader.Client.GetStringAsync("/about")).ShouldContain("signed in as A reader");
        }

        clock.Now = clock.Now.AddHours(1.1);
        (await reader.Client.GetStringAsync("/about")).ShouldContain("sign in to decide");
        clock.Now = clock.Now.AddHours(-2);
        using var replayed = new Browser(own) { Cookies = cookies };
        (await replayed.Client.GetStringAsync("/about")).ShouldContain("sign in to decide", customMessage: "it is forgotten, not only passed over");
    }

    [Fact]
    public async Task Another_servers_cookie_is_nobodys()
    {
        await using var other = await attacked.ServeCopy();
        using var there = await Browser.SignedIn(other);
        using var here = new Browser(attacked.Served) { Cookies = there.Cookies };
        (await here.Client.GetStringAsync("/")).ShouldContain("sign in to decide");
        using var nonsense = new Browser(attacked.Served) { Cookies = "gigatrace=CfDJ8AAAA; gigatrace-form=%00%0d%0a" };
        (await nonsense.Client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>What one who is signed in is shown goes to nobody else, and the other way round.</summary>
    [Fact]
    public async Task Nobody_gets_the_page_of_another()
    {
        using var one = new Browser(attacked.Served);
        (await one.SignIn(name: "Somebody Particular")).Dispose();
        foreach (var path in new[] { "/disagreements?x=private", "/disagreements?x=private&panel", "/DISAGREEMENTS?x=private", "/%64isagreements?x=private" })
        {
            (await one.Client.GetStringAsync(path)).ShouldContain("RequestVerification");
            var others = await attacked.Served.Client.GetStringAsync(path);
            others.ShouldNotContain("Somebody Particular");
            others.ShouldNotContain("RequestVerification");
            (await one.Client.GetStringAsync(path)).ShouldContain("RequestVerification");
        }
    }

    [Theory]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\/evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil.example", "/")]
    [InlineData("", "/")]
    [InlineData("/plants\r\nSet-Cookie: a=b", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/ö", "/")]
    [InlineData("/\ud83d", "/")]
    [InlineData("/%2f%2fevil.example", "/%2f%2fevil.example")]
    [InlineData("/plants?as-of=2022", "/plants?as-of=2022")]
    public async Task Signing_in_leads_to_a_page_of_this_server(string to, string expected)
    {
        using var browser = new Browser(attacked.Served);
        using var answer = await browser.SignIn(to: to);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe(expected);
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.StartsWith("gigatrace", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\r\nSet-Cookie: a=b")]
    [InlineData("\u001b[31m")]
    [InlineData("a\0")]
    [InlineData("81")]
    public async Task A_name_is_one_line(string name)
    {
        using var browser = new Browser(attacked.Served);
        using var answer = await browser.SignIn(name: name is "81" ? new string('a', 81) : name);
        answer.StatusCode.ShouldBe(name.Contains('\0', StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.Unauthorized);
        browser.Cookies.ShouldNotContain("gigatrace=");
    }

    private static int Judgements(Served served)
    {
        using var ledger = LedgerStore.Open(served.Ledger, create: false);
        return ledger.LoadJudgements().Count;
    }

    private static Dictionary<string, string> Without(Dictionary<string, string> form, string key) => form.Where(pair => pair.Key != key).ToDictionary(StringComparer.Ordinal);

    private static async Task Refused(Task<HttpResponseMessage> sent, HttpStatusCode status)
    {
        using var answer = await sent;
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
    }
}
