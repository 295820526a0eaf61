using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Gigatrace.Ledger.Storage;
using Microsoft.Playwright;

namespace Gigatrace.Tests.App.Web.Browser;

/// <summary>One browser for all tests, and the web application over the samples that it looks at.</summary>
public sealed class Browsing : IAsyncLifetime
{
    /// <summary>How long anything on a page is waited for, in milliseconds: a busy machine is slow.</summary>
    private const float Patience = 30_000;

    private readonly ServedSamples _samples = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal ServedSamples Samples => _samples;

    /// <summary>Pages of every kind, by the names of their pictures.</summary>
    internal IReadOnlyList<(string Name, string Path)> Pages { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        await _samples.InitializeAsync();
        Pages = Addresses.All(_samples);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Needed, Args = Chromium.Flags });
    }

    /// <summary>
    /// Goes a way on a page of its own, whose cookies and memory are its own too. On none may the console tell an error or a warning, a script fail, the policy of
    /// the page be broken, or another host be asked.
    /// </summary>
    /// <param name="at">Where; the samples where it is null.</param>
    /// <param name="meant">What fits a line on the console that belongs to the way; null where none does.</param>
    internal async Task Visit(Func<IPage, Task> way, BrowserNewContextOptions? with = null, Uri? at = null, string? meant = null)
    {
        var home = at ?? _samples.BaseAddress;
        await using var context = await _browser!.NewContextAsync(new BrowserNewContextOptions(with ?? new()) { BaseURL = home.ToString(), Locale = "en-GB", TimezoneId = "UTC" });
        context.SetDefaultTimeout(Patience);
        var wrong = Overheard(context, home, meant);
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error(`policy broken: ${e.violatedDirective} ${e.blockedURI}`))");
        try
        {
            await way(await context.NewPageAsync());
        }
        catch (Exception e) when (!wrong.IsEmpty)
        {
            throw new InvalidOperationException(string.Join('\n', wrong), e);
        }

        wrong.ShouldBeEmpty();
    }

    private static ConcurrentQueue<string> Overheard(IBrowserContext context, Uri home, string? meant)
    {
        var wrong = new ConcurrentQueue<string>();
        context.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning" && (meant is null || !Regex.IsMatch(line.Text, meant, RegexOptions.None, TimeSpan.FromSeconds(1)))) wrong.Enqueue($"{line.Type} on {line.Page?.Url}: {line.Text}");
        };
        context.WebError += (_, error) => wrong.Enqueue($"a script failed on {error.Page?.Url}: {error.Error}");
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } asked && asked.Authority != home.Authority) wrong.Enqueue($"another host is asked: {request.Url}");
        };
        return wrong;
    }

    /// <summary>Another application, over the samples and one document more.</summary>
    internal async Task<Served> ServeWith(string text)
    {
        var copy = await _samples.ServeCopy();
        var (code, _, error) = _samples.Shell.Run("read", _samples.Shell.Write("more.md", text), "--ledger", copy.Ledger);
        return code == 0 ? copy : throw new InvalidOperationException(error);
    }

    /// <summary>Another application, over a ledger that holds nothing.</summary>
    internal async Task<Served> ServeNothing()
    {
        var ledger = _samples.Shell.At($"{Guid.NewGuid():N}.db");
        LedgerStore.Open(ledger, create: true, _samples.Shell.World.Clock).Dispose();
        return await Served.Start(_samples.Shell.World, ledger);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_playwright is not null) await _samples.DisposeAsync();
    }
}

/// <summary>Tests that use the one browser, one after another.</summary>
[CollectionDefinition(nameof(Browsing))]
public sealed class BrowsingTests : ICollectionFixture<Browsing>;
