using System.Net;
using System.Text;
using Gigatrace.App;
using Gigatrace.App.Web;
using Gigatrace.Ledger.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Gigatrace.Tests.App.Web.Attacks;

/// <summary>Much at once, much that is given up, and much that fails: nothing is left behind, and the next is answered.</summary>
[Collection(nameof(AttackedLedger))]
public sealed class LoadTests(AttackedLedger attacked)
{
    private const int Many = 60;

    [Fact]
    public async Task Two_hundred_of_all_kinds_at_once_leave_no_trace()
    {
        await using var own = await attacked.ServeCopy();
        var before = AttackedLedger.Recorded(own.Ledger);
        string[] paths = ["/", "/plants", "/plants/nobody", "/plants?as-of=x", "/map", "/network", "/changes?from=2020-01-01", "/api/v1/plants?evidence=true", "/api/v1/claims/00000000", "/changes.atom", "/assets/app.css", "/nothing", "/plants?as-of=2025-07", "/api/v1/search?q=zzz", "/sign-in"];
        var sent = await Task.WhenAll(Enumerable.Range(0, 200).Select(async at =>
        {
            using var late = new CancellationTokenSource(TimeSpan.FromMilliseconds(at % 4 == 0 ? 5 + at : 60_000));
            try
            {
                using var text = new StringContent("AESC Douai has a capacity of 9 GWh.", Encoding.UTF8, "text/plain");
                using var answer = at % 10 == 1 ? await own.Client.PostAsync("/api/v1/check", text, late.Token) : await own.Client.GetAsync(paths[at % paths.Length], late.Token);
                return (int)answer.StatusCode;
            }
            catch (OperationCanceledException)
            {
                return 0;
            }
        }));
        sent.Where(status => status != 0).ShouldAllBe(status => status == 200 || status == 400 || status == 404);
        sent.Count(status => status == 200).ShouldBeGreaterThan(80);
        await StillAnswers(own);
        AttackedLedger.Recorded(own.Ledger).ShouldBe(before);
    }

    /// <summary>Whatever happens to a question, the place it had is free afterwards, and the ledger that it asked is asked again or closed.</summary>
    [Fact]
    public async Task A_question_that_fails_or_is_given_up_frees_its_place()
    {
        using var ledgers = new Ledgers(attacked.Served.Ledger, attacked.Shell.World);
        var stores = new HashSet<LedgerStore>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < Many; at++)
        {
            _ = await Should.ThrowAsync<Failure>(ledgers.Ask<int>((store, _) => throw Seen(store, new Failure("no such plant")), default));
            _ = await Should.ThrowAsync<Refused>(ledgers.Ask<int>((store, _) => throw Seen(store, new Refused(StatusCodes.Status400BadRequest, "no")), default));
        }

        stores.Count.ShouldBe(1, "one that was refused an answer is not broken");
        for (var at = 0; at < Many; at++) _ = await Should.ThrowAsync<InvalidOperationException>(ledgers.Ask<int>((store, _) => throw Seen(store, new InvalidOperationException()), default));
        stores.Count.ShouldBe(Many, "one that may be broken is not asked again");
        foreach (var store in stores) Should.Throw<Exception>(() => store.LoadJudgements());
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        for (var at = 0; at < Many; at++) _ = await Should.ThrowAsync<OperationCanceledException>(ledgers.Ask((_, _) => 1, over.Token));
        (await Task.WhenAll(Enumerable.Range(0, Many).Select(at => ledgers.Ask((_, _) => at, default)))).Length.ShouldBe(Many);

        Exception Seen(LedgerStore store, Exception thrown)
        {
            _ = stores.Add(store);
            return thrown;
        }
    }

    /// <summary>Who waits for a place and goes away leaves none taken.</summary>
    [Fact]
    public async Task Who_waits_and_goes_leaves_the_queue()
    {
        using var ledgers = new Ledgers(attacked.Served.Ledger, attacked.Shell.World);
        using var held = new ManualResetEventSlim();
        var places = Math.Max(2, Environment.ProcessorCount * 2);
        var first = Enumerable.Range(0, places).Select(_ => Task.Factory.StartNew(() => ledgers.Ask((_, _) => held.Wait(TimeSpan.FromSeconds(20)), default), default, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()).ToArray();
        while (ledgers.Free > 0) await Task.Delay(5);
        using var gone = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, Many).Select(_ => ledgers.Ask((_, _) => true, gone.Token)).ToArray();
        await gone.CancelAsync();
        foreach (var one in waiting) _ = await Should.ThrowAsync<OperationCanceledException>(one);
        held.Set();
        (await Task.WhenAll(first)).ShouldAllBe(answered => answered);
        ledgers.Free.ShouldBe(places);
    }

    /// <summary>The ledger was away for a moment: it is asked again, and nobody is told for ever what went wrong once.</summary>
    [Fact]
    public async Task A_ledger_that_comes_back_is_answered_from()
    {
        var path = attacked.Shell.At("secret-ledger-comes-and-goes.db");
        await using var own = await Served.Start(attacked.Shell.World, path);
        foreach (var _ in Enumerable.Range(0, 20)) (await own.Client.GetAsync("/plants")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await File.WriteAllTextAsync(path, "this is no ledger, and long enough not to be taken for an empty one");
        (await own.Client.GetAsync("/plants")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        File.Copy(attacked.Shell.Ledger, path, overwrite: true);
        await StillAnswers(own);
    }

    /// <summary>What is held was not to be read for a moment, and the rows are the same afterwards.</summary>
    [Fact]
    public async Task What_failed_once_is_made_again()
    {
        await using var own = await attacked.ServeCopy();
        using (var store = LedgerStore.Open(own.Ledger, create: false)) _ = Pipeline.Refreshed(store);
        Change("UPDATE held SET payload = '{' || payload");
        (await own.Client.GetAsync("/plants")).IsSuccessStatusCode.ShouldBeFalse();
        (await own.Client.GetAsync("/api/v1/plants")).IsSuccessStatusCode.ShouldBeFalse();
        Change("UPDATE held SET payload = substr(payload, 2)");
        await StillAnswers(own);

        void Change(string sql)
        {
            using var database = new SqliteConnection($"Data Source={own.Ledger};Pooling=False");
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery().ShouldBeGreaterThan(0);
        }
    }

    /// <summary>As many addresses as anybody thinks of: what is kept of their answers has a bound.</summary>
    [Fact]
    public async Task Many_addresses_fill_no_memory()
    {
        const int most = 300_000;
        await using var own = await attacked.ServeCopy(serving => serving with { MostKept = most });
        var rooms = own.App.Services.GetRequiredService<Rooms>();
        for (var at = 0; at < 150; at++)
        {
            (await own.Client.GetAsync($"/about?x={at}")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await own.Client.GetAsync($"/plants/nobody-{at}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            rooms.KeptBytes.ShouldBeLessThanOrEqualTo(most);
        }

        rooms.KeptBytes.ShouldBeGreaterThan(0);
    }

    private static async Task StillAnswers(Served served)
    {
        foreach (var path in new[] { "/", "/plants", "/api/v1/status", "/changes.atom" }) (await served.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
    }
}
