namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>What must not happen on any way is seen where it does.</summary>
[Collection(nameof(Browsing))]
public sealed class BrowsingWatchTests(Browsing browsing)
{
    [InBrowserWith]
    [InlineData("console.warn('look here')", "look here")]
    [InlineData("setTimeout(() => { throw new Error('broken here') })", "broken here")]
    [InlineData("document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))", "policy broken: script-src-elem inline")]
    [InlineData("void fetch('http://127.0.0.2:9/').catch(() => {})", "policy broken: connect-src http://127.0.0.2:9")]
    [InlineData("location.href = 'http://127.0.0.2:9/'", "another host is asked: http://127.0.0.2:9/")]
    public async Task What_goes_wrong_is_told(string script, string told)
    {
        var thrown = await Record.ExceptionAsync(() => browsing.Visit(async page =>
        {
            _ = await page.Open("/about");
            _ = await page.EvaluateAsync(script);
            await page.WaitForTimeoutAsync(300);
        }));
        thrown.ShouldNotBeNull().Message.ShouldContain(told);
    }
}
