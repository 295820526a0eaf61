using System.Diagnostics;
using System.Globalization;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>
/// The program killed at random moments, by a full disk, beside another one. Whatever happens, the ledger opens, each document in it is whole and there
/// once, what was reported as recorded is there, and reading again brings it to where it would have been.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Notes = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("gigatrace-crash").FullName;

    public CrashTests()
    {
        for (var at = 0; at < Notes; at++) File.WriteAllText(Note(at), $"---\ncreated: 2025-01-{1 + (at % 28):00}\n---\n# Note {at}\n\nAESC opened its battery plant in Douai. The plant has a capacity of {1 + (at % 9)} GWh a year.\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, InSqlite, InPostgres]
    public void Killed_while_it_reads(Engine engine) => Killed(engine, ["read", _folder], times: 5, seed: 1);

    [Theory, InSqlite, InPostgres]
    public void Killed_while_it_imports(Engine engine) => Killed(engine, ["import", Claims()], times: 3, seed: 2);

    [Theory, InSqlite, InPostgres]
    public void Killed_while_a_person_decides(Engine engine) => KilledDeciding(engine, times: 2, seed: 3);

    [Theory, InSqlite, InPostgres]
    public void Killed_while_it_brings_an_old_ledger_up_to_date(Engine engine) => KilledMigrating(engine, times: 3, seed: 4);

    /// <summary>Two hundred times on both engines together.</summary>
    [Theory, InSqlite, InPostgres]
    [Trait("Category", "Long")]
    public void Killed_a_hundred_times(Engine engine)
    {
        Killed(engine, ["read", _folder], times: 50, seed: 5);
        Killed(engine, ["import", Claims()], times: 25, seed: 6);
        KilledDeciding(engine, times: 10, seed: 7);
        KilledMigrating(engine, times: 15, seed: 8);
    }

    [Theory, InSqlite, InPostgres]
    public void Two_processes_read_the_same_at_once(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        using var one = ChildProgram.Start("read", _folder, "--ledger", place.Address, "--format", "csv");
        using var two = ChildProgram.Start("read", _folder, "--ledger", place.Address, "--format", "csv");
        foreach (var (code, _, error) in new[] { one.End(), two.End() }) code.ShouldBe(0, error);
        Complete(place).Count.ShouldBe(Notes);
    }

    /// <summary>What was recorded before stays; nothing of the rest is left behind.</summary>
    [Fact]
    public void A_full_disk_is_said_and_harms_nothing()
    {
        using var place = new LedgerPlace(Engine.Sqlite);
        var before = Run(place, "read", Note(0));
        using (var program = ChildProgram.StartWithin(150_000, "read", _folder, "--ledger", place.Address, "--format", "csv"))
        {
            var (code, _, error) = program.End();
            code.ShouldBe(2, error);
            error.ShouldContain("cannot be written: the disk is full, or a file may not become larger");
        }

        Complete(place).ShouldContain(Note(0));
        before.ShouldContain($"{Note(0)},new");
        Run(place, "read", _folder);
        Complete(place).Count.ShouldBe(Notes);
    }

    /// <summary>What was seen in the ledger or reported before must be there ever after.</summary>
    private void Killed(Engine engine, string[] command, int times, int seed)
    {
        var random = new Random(seed);
        var place = new LedgerPlace(engine);
        List<string> before = [];
        var longest = TimeSpan.FromSeconds(1);
        for (var killed = 0; killed < times;)
        {
            // Once all is recorded there is nothing left to interrupt.
            if (before.Count == Notes)
            {
                place.Dispose();
                (place, before) = (new LedgerPlace(engine), []);
            }

            var watch = Stopwatch.StartNew();
            using var program = ChildProgram.Start([.. command, "--ledger", place.Address, "--format", "csv"]);
            if (program.KillAfter(longest * (0.1 + (0.9 * random.NextDouble())))) killed++;
            else longest = watch.Elapsed;
            var there = Complete(place);
            before.ShouldAllBe(path => there.Contains(path));
            before = there;
        }

        Run(place, command);
        Complete(place).Count.ShouldBe(Notes);
        place.Dispose();
    }

    private void KilledDeciding(Engine engine, int times, int seed)
    {
        var random = new Random(seed);
        using var place = new LedgerPlace(engine);
        Run(place, "read", _folder);
        var claims = new Queue<string>(Opened(place, ledger => ledger.LoadClaims()).Select(claim => claim.Id).Distinct(StringComparer.Ordinal));
        var decided = new List<string>();
        var longest = TimeSpan.FromSeconds(1);
        for (var killed = 0; killed < times;)
        {
            var (watch, claim) = (Stopwatch.StartNew(), claims.Dequeue());
            using var program = ChildProgram.Start("judge", "reject", claim, "--reason", "a test", "--by", "Ann", "--ledger", place.Address);
            if (program.KillAfter(longest * (0.3 + (0.7 * random.NextDouble())))) killed++;
            else (longest, decided) = (watch.Elapsed, [.. decided, program.End().Code == 0 ? claim : throw new InvalidOperationException(program.End().Error)]);
            var there = Opened(place, ledger => ledger.LoadJudgements()).Select(one => one.First).ToList();
            there.ShouldBeUnique();
            decided.ShouldAllBe(one => there.Contains(one));
            decided = there;
        }

        Complete(place).Count.ShouldBe(Notes);
    }

    private void KilledMigrating(Engine engine, int times, int seed)
    {
        using var place = new LedgerPlace(engine);
        Run(place, "read", _folder);
        var whole = Complete(place);
        var random = new Random(seed);
        for (var time = 0; time < times; time++)
        {
            place.MakeOld(1 + (time % 2));
            using (var program = ChildProgram.Start("plants", "--ledger", place.Address)) program.KillAfter(TimeSpan.FromMilliseconds(random.Next(100, 800)));
            Complete(place).ShouldBe(whole);
        }
    }

    /// <summary>Claim lines of all documents, in a file.</summary>
    private string Claims()
    {
        using var program = ChildProgram.Start("extract", _folder);
        var (code, output, error) = program.End();
        code.ShouldBe(0, error);
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, ".claims")).FullName, "claims.jsonl");
        File.WriteAllText(file, output);
        return file;
    }

    private string Note(int number) => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"note{number:000}.md"));

    private static string Run(LedgerPlace place, params string[] command)
    {
        using var program = ChildProgram.Start([.. command, "--ledger", place.Address, "--format", "csv"]);
        var (code, output, error) = program.End();
        code.ShouldBe(0, error);
        return output;
    }

    private static T Opened<T>(LedgerPlace place, Func<LedgerStore, T> ask)
    {
        using var ledger = place.Open();
        return ask(ledger);
    }

    /// <summary>The paths in the ledger; every document is whole, and there is nothing beside them.</summary>
    private static List<string> Complete(LedgerPlace place) => Opened(place, ledger =>
    {
        var documents = ledger.LoadDocuments();
        documents.ShouldAllBe(stored => stored.Counted && stored.Document.Passages.Length > 0);
        documents.Select(stored => stored.Document.Path).ShouldBeUnique();
        ledger.LoadSignatures().Count.ShouldBe(documents.Count);
        var claims = ledger.LoadClaims();
        claims.CountBy(claim => claim.Path).ShouldAllBe(count => count.Value == 3);
        claims.Select(claim => claim.Path).Distinct(StringComparer.Ordinal).Count().ShouldBe(documents.Count);
        place.Rows().ShouldBe((documents.Count * 5) + documents.Sum(stored => stored.Document.Passages.Length));
        return documents.Select(stored => stored.Document.Path).ToList();
    });
}
