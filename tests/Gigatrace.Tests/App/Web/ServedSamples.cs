using System.Text.Json.Nodes;
using Gigatrace.App;
using Gigatrace.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gigatrace.Tests.App.Web;

/// <summary>The web application over a ledger that was read from the samples, for all tests that only ask it. Who changes the ledger asks for a copy.</summary>
public sealed class ServedSamples : IAsyncLifetime
{
    private readonly TestShell _shell = new();
    private Served? _served;

    public Uri BaseAddress => _served!.Client.BaseAddress!;

    public HttpClient Client => _served!.Client;

    internal Served Served => _served!;

    /// <summary>The program over the same ledger.</summary>
    internal TestShell Shell => _shell;

    private string Untouched => _shell.At("untouched.db");

    public async Task InitializeAsync()
    {
        // As ReadmeTests does: the samples are called what they are called in the pages.
        Environment.CurrentDirectory = Expectations.Root;
        var (code, _, error) = _shell.Run("read", "samples");
        code.ShouldBe(0, error);
        File.Copy(_shell.Ledger, Untouched);
        _served = await Served.Start(_shell.World, _shell.Ledger);
    }

    internal async Task<JsonNode> Json(string address) => JsonNode.Parse(await Client.GetStringAsync(address))!;

    /// <summary>Another one, over a ledger of its own.</summary>
    internal async Task<Served> ServeCopy()
    {
        var ledger = _shell.At($"{Guid.NewGuid():N}.db");
        File.Copy(Untouched, ledger);
        return await Served.Start(_shell.World, ledger);
    }

    public async Task DisposeAsync()
    {
        await _served!.DisposeAsync();
        _shell.Dispose();
    }
}

/// <summary>The web application, listening on a free port of this machine until it is disposed of.</summary>
internal sealed class Served : IAsyncDisposable
{
    public const string Token = "0123456789abcdef-token";

    private Served(WebApplication app, string ledger) => (App, Ledger, Client) = (app, ledger, new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) });

    public WebApplication App { get; }

    public string Ledger { get; }

    public HttpClient Client { get; }

    public IEnumerable<RouteEndpoint> Routes => App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>
    /// One that is told another address than this machine's serves as it would there, and listens here all the same. It answers however many requests: tests ask more
    /// than people do.
    /// </summary>
    /// <param name="how">Changes how it serves; null where it is as here.</param>
    public static async Task<Served> Start(Shell world, string ledger, Func<Serving, Serving>? how = null)
    {
        var usual = new Serving(ledger, new Uri("http://127.0.0.1:0"), Token) { MostInAMinute = int.MaxValue };
        var serving = how?.Invoke(usual) ?? usual;
        var app = WebApp.Build(serving, world);
        if (!serving.IsOpen) app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        return new Served(app, ledger);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }
}

/// <summary>Tests that ask one running application, one after another.</summary>
[CollectionDefinition(nameof(ServedSamples))]
public sealed class ServedSamplesTests : ICollectionFixture<ServedSamples>;
