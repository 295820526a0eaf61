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
    public void Killed_ten_times(Engine engine) => Killed(engine, times: 10, seed: 1);

    [Theory, InSqlite, InPostgres]
    [Trait("Category", "Long")]
    public void Killed_a_hundred_times(Engine engine) => Killed(engine, times: 100, seed: 2);

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
        var before = Read(place, Note(0));
        using (var program = ChildProgram.StartWithin(150_000, "read", _folder, "--ledger", place.Address, "--format", "csv"))
        {
            var (code, _, error) = program.End();
            code.ShouldBe(2, error);
            error.ShouldContain("cannot be written: the disk is full, or a file may not become larger");
        }

        Complete(place).ShouldContain(Note(0));
        before.ShouldContain($"{Note(0)},new");
        Read(place, _folder);
        Complete(place).Count.ShouldBe(Notes);
    }

    [Theory, InSqlite, InPostgres]
    public void Killed_while_it_brings_an_old_ledger_up_to_date(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        Read(place, _folder);
        var whole = Complete(place);
        var random = new Random(3);
        for (var time = 0; time < 5; time++)
        {
            place.MakeOld();
            using (var program = ChildProgram.Start("plants", "--ledger", place.Address)) program.KillAfter(TimeSpan.FromMilliseconds(random.Next(100, 500)));
            Complete(place).ShouldBe(whole);
            using var ledger = place.Open();
            ledger.LoadSignatures().Count.ShouldBe(Notes);
        }
    }

    /// <summary>All documents are read, and that is killed; what was seen in the ledger or reported before must be there ever after.</summary>
    private void Killed(Engine engine, int times, int seed)
    {
        var random = new Random(seed);
        LedgerPlace? place = null;
        var reported = new List<string>();
        var longest = TimeSpan.FromSeconds(1);
        var killed = 0;
        while (killed < times)
        {
            // Once all is recorded there is nothing left to interrupt.
            if (place is null || reported.Count == Notes)
            {
                place?.Dispose();
                place = new LedgerPlace(engine);
                reported = [];
            }

            var watch = Stopwatch.StartNew();
            using var program = ChildProgram.Start("read", _folder, "--ledger", place.Address, "--format", "csv");
            if (program.KillAfter(longest * (0.1 + (0.9 * random.NextDouble())))) killed++;
            else longest = watch.Elapsed;
            var there = Complete(place);
            reported.ShouldAllBe(path => there.Contains(path));
            reported = there;
            if (random.Next(4) != 0) continue;
            Read(place, Note(random.Next(Notes)));
            reported = Complete(place);
        }

        Read(place!, _folder);
        Complete(place!).Count.ShouldBe(Notes);
        place!.Dispose();
    }

    private string Note(int number) => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"note{number:000}.md"));

    private static string Read(LedgerPlace place, string path)
    {
        using var program = ChildProgram.Start("read", path, "--ledger", place.Address, "--format", "csv");
        var (code, output, error) = program.End();
        code.ShouldBe(0, error);
        return output;
    }

    /// <summary>The paths in the ledger; every document is whole, and there is nothing beside them.</summary>
    private static List<string> Complete(LedgerPlace place)
    {
        using var ledger = place.Open();
        var documents = ledger.LoadDocuments();
        documents.ShouldAllBe(stored => stored.Counted && stored.Document.Passages.Length == 2);
        documents.Select(stored => stored.Document.Path).ShouldBeUnique();
        ledger.LoadSignatures().Count.ShouldBe(documents.Count);
        var claims = ledger.LoadClaims();
        claims.CountBy(claim => claim.Path).ShouldAllBe(count => count.Value == 3);
        claims.Select(claim => claim.Path).Distinct(StringComparer.Ordinal).Count().ShouldBe(documents.Count);
        place.Rows().ShouldBe(documents.Count * 7);
        return [.. documents.Select(stored => stored.Document.Path)];
    }
}
