using Gigatrace.App;
using Gigatrace.App.Mcp;
using Gigatrace.Tests.Acceptance;
using ModelContextProtocol;
using ModelContextProtocol.Client;

namespace Gigatrace.Tests.App.Mcp;

/// <summary>What a tool says where it cannot answer, and how a call is given up.</summary>
public sealed class McpErrorTests(SampleLedger samples) : IClassFixture<SampleLedger>
{
    [Theory]
    [InlineData("plant", "name", "doui", "did you mean AESC Douai?")]
    [InlineData("plant", "name", "aesc", "'aesc' fits 2 plants: AESC Douai, AESC Sunderland; name one of them")]
    [InlineData("plant", "name", "qqqqqq", "no plant is called 'qqqqqq'; `find` with the kind plant lists what there is")]
    [InlineData("company", "name", "douai", "no company is called 'douai'")]
    [InlineData("timeline", "name", "qqqqqq", "no plant, company or person is called 'qqqqqq'; `find` lists what there is")]
    [InlineData("plant", "name", "", "plant needs 'name': The plant, however it is written")]
    [InlineData("plant", "nam", "douai", "plant takes no 'nam'; it takes name, as_of, limit, cursor")]
    [InlineData("pipeline", "by", "colour", "'by' is to be one of status, country")]
    [InlineData("pipeline", "as_of", "yesterday", "as_of: 'yesterday' is no date; write 2022-01-31, 2022-01 or 2022")]
    [InlineData("pipeline", "limit", "much", "'limit' is to be a whole number from 250 to 20000")]
    [InlineData("pipeline", "limit", "-1", "'limit' is to be a whole number from 250 to 20000")]
    [InlineData("evidence", "id", "abc", "'abc' is too short for an id")]
    [InlineData("evidence", "id", "00000000", "nothing has an id that begins with '00000000'")]
    [InlineData("evidence", "id", "../../etc/passwd", "nothing has an id that begins with '../../etc/passwd'")]
    [InlineData("find", "name", "'; DROP TABLE claims; --", "no plant, company or person is called")]
    [InlineData("changes", "name", "douai", "changes needs 'from'")]
    [InlineData("check_text", "text", "%PDF-1.7 AESC Douai", "the words themselves")]
    public async Task A_tool_says_what_to_do_next(string tool, string parameter, string value, string expected)
    {
        await using var session = await McpSession.Open(samples.Path);
        (await session.Refused(tool, (parameter, value))).ShouldContain(expected);
    }

    [Fact]
    public async Task Wrong_types_and_too_much_are_refused()
    {
        await using var session = await McpSession.Open(samples.Path);
        (await session.Refused("plant", ("name", (string[])["douai"]))).ShouldBe("'name' is to be a text");
        (await session.Refused("plant", ("name", "douai"), ("limit", new { a = 1 }))).ShouldBe("'limit' is to be a whole number");
        (await session.Refused("plant", ("name", new string('a', 401)))).ShouldContain("no more than 400 are taken");
        (await session.Refused("check_text", ("text", new string('a', SentText.Longest + 1)))).ShouldContain("no more than 200,000 are taken");
        (await session.Refused("changes", ("from", "2025"), ("as_of", "2024"))).ShouldBe("as_of is before from");
        _ = await session.Ask("plant", ("name", "douai"), ("limit", "2000"), ("as_of", 2024), ("cursor", ""));
    }

    [Fact]
    public async Task A_name_that_is_taken_for_one_of_several_says_so()
    {
        await using var session = await McpSession.Open(samples.Path);
        var page = await session.Ask("findings", ("name", "salzgitter"));
        page["remarks"]?.AsArray().ShouldAllBe(remark => !remark!.ToString().StartsWith("gigatrace:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_tool_is_an_error_of_the_protocol()
    {
        await using var session = await McpSession.Open(samples.Path);
        (await Should.ThrowAsync<McpProtocolException>(async () => await session.Client.CallToolAsync("plants"))).Message.ShouldContain("there is no such tool; there are find, plant");
    }

    [Fact]
    public async Task A_ledger_that_is_not_there_yet_is_told_and_may_come()
    {
        using var shell = new TestShell();
        await using var session = await McpSession.Open(shell.Ledger);
        (await session.Refused("find")).ShouldContain("`gigatrace read PATH` makes one");
        shell.Write("docs/opening.txt", "AESC opens in Douai\n\nPublished: June 5, 2025\n\nAESC has started production at its battery plant in Douai, France.\n");
        shell.Run("read", shell.At("docs")).Code.ShouldBe(0);
        (await session.Ask("find", ("name", "douai")))["items"]![0]!["name"]!.ToString().ShouldBe("AESC Douai");
        shell.Write("broken.db", "no database at all, whatever it is called");
        await using var broken = await McpSession.Open(shell.At("broken.db"));
        (await broken.Refused("find")).ShouldNotContain("   at ");
    }

    [Fact]
    public async Task What_was_not_foreseen_is_told_to_whoever_runs_it_and_not_to_the_client()
    {
        using var said = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        await using var session = await McpSession.Open(samples.Path, clock: new Broken(), error: said);
        (await session.Refused("find")).ShouldBe("something went wrong that was not foreseen; the server's standard error says what");
        said.ToString().ShouldContain("a made-up secret (InvalidTimeZoneException)");
    }

    /// <summary>A call that hangs is given up at once; two of them do not hold up a third for longer than they work.</summary>
    [Fact]
    public async Task A_call_that_is_cancelled_ends_and_the_session_goes_on()
    {
        var clock = new Halted();
        await using var session = await McpSession.Open(samples.Path, clock: clock);
        using var end = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 3).Select(_ => session.Client.CallToolAsync("timeline", cancellationToken: end.Token).AsTask()).ToArray();
        clock.Reached.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        await end.CancelAsync();
        foreach (var call in waiting) await Should.ThrowAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
        (await session.Client.ListToolsAsync()).Count.ShouldBeGreaterThan(0);
        clock.Go.Set();
        (await session.Ask("find", ("name", "douai")))["items"]!.AsArray().Count.ShouldBeGreaterThan(0);
    }

    private sealed class Broken : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidTimeZoneException("a made-up secret");
    }

    private sealed class Halted : TimeProvider
    {
        public ManualResetEventSlim Reached { get; } = new();

        public ManualResetEventSlim Go { get; } = new();

        public override DateTimeOffset GetUtcNow()
        {
            Reached.Set();
            Go.Wait();
            return new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        }
    }
}
