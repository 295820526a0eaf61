using System.Net;
using System.Text.RegularExpressions;

namespace Gigatrace.Tests.App.Web;

/// <summary><c>gigatrace serve</c> from its first line to its end.</summary>
public sealed class ServeVerbTests : IDisposable
{
    private readonly TestShell _shell = new();
    private readonly CancellationTokenSource _ended = new();

    public void Dispose()
    {
        _ended.Dispose();
        _shell.Dispose();
    }

    [Fact]
    public async Task It_says_where_it_listens_answers_there_and_ends_when_it_is_told_to()
    {
        ReadNote();
        var (address, token) = (new TaskCompletionSource<Uri>(), new TaskCompletionSource<string>());
        _shell.OnError = line =>
        {
            if (Regex.Match(line, @"http://127\.0\.0\.1:\d+", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } found) _ = address.TrySetResult(new Uri(found.Value));
            if (line.Contains("signs in with ", StringComparison.Ordinal)) _ = token.TrySetResult(line.Split(' ')[^1]);
        };
        _shell.Cancelled = _ended.Token;
        var running = Task.Run(() => _shell.Run("serve", "--port", "0"));
        using var client = new HttpClient { BaseAddress = await address.Task.WaitAsync(TimeSpan.FromSeconds(60)) };
        (await client.GetStringAsync("/plants/aesc-douai")).ShouldContain("10 GWh/yr");
        (await token.Task.WaitAsync(TimeSpan.FromSeconds(60))).Length.ShouldBeGreaterThanOrEqualTo(16);
        await _ended.CancelAsync();
        (await running.WaitAsync(TimeSpan.FromSeconds(60))).Code.ShouldBeOneOf(0, 130);
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync("/"));
    }

    [Theory]
    [InlineData("no address of a machine", "--host", "nowhere")]
    [InlineData("from 0 to 65535", "--port", "70000")]
    [InlineData("a token is needed", "--host", "0.0.0.0")]
    [InlineData("a token is needed", "--host", "192.0.2.1")]
    [InlineData("a token is needed", "--host", "::")]
    public void What_cannot_be_served_is_said_with_what_to_do(string says, params string[] options)
    {
        ReadNote();
        var (code, _, error) = _shell.Run(["serve", .. options]);
        code.ShouldBe(2);
        error.ShouldContain(says);
    }

    [Theory]
    [InlineData("short", "too short to be safe")]
    [InlineData("   ", "holds no token")]
    public void A_token_that_protects_nothing_is_refused(string token, string says)
    {
        ReadNote();
        var (code, _, error) = _shell.Run("serve", "--port", "0", "--token-file", _shell.Write("token", token));
        code.ShouldBe(2);
        error.ShouldContain(says);
    }

    [Fact]
    public void Without_a_ledger_it_does_not_begin()
    {
        var (code, _, error) = _shell.Run("serve", "--port", "0", "--ledger", _shell.At("none.db"));
        code.ShouldBe(2);
        error.ShouldContain("none.db");
    }

    [Fact]
    public void A_port_that_is_taken_is_said()
    {
        ReadNote();
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var (code, _, error) = _shell.Run("serve", "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");
        code.ShouldBe(2);
        error.ShouldContain("in use");
    }

    private void ReadNote() => _shell.Run("read", _shell.Write("note.md", "AESC Douai has a capacity of 10 GWh a year since June 2025.")).Code.ShouldBe(0);
}
