using System.Text.RegularExpressions;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>
/// What is asked often must not cost more as the ledger grows: its queries find rows by an index. Every statement is caught as it is run and its plan asked
/// for, so that a query that is changed is tested as it is.
/// </summary>
public sealed partial class QueryPlanTests(FilledLedgers filled) : IClassFixture<FilledLedgers>
{
    /// <summary>By name, what is asked.</summary>
    private static readonly Dictionary<string, Action<LedgerStore>> Asked = new(StringComparer.Ordinal)
    {
        ["a claim by its id"] = ledger => ledger.FindClaims("a1b2c"),
        ["a document by its id"] = ledger => ledger.FindDocuments("a1b2c"),
        ["the claims of a document"] = ledger => ledger.LoadClaimsOf(["a1b2c3d4"]),
        ["what counts under a path"] = ledger => ledger.Counted("9.txt"),
        ["a document added"] = ledger => ledger.AddDocument(LedgerStoreTests.Document("9.txt", "new text"), [], "1"),
        ["what is held of a subject"] = ledger => ledger.Held.At(["s1", "s2"], 15),
        ["all that was held of a subject"] = ledger => ledger.Held.Of(["s1"]),
        ["what is held of a kind today"] = ledger => ledger.Held.KindAt("finding", 900),
        ["what changed between two days"] = ledger => ledger.Held.KindChanged("finding", 900, 905),
        ["since when so many findings began"] = ledger => ledger.Held.DaySince(900, 20),
        ["up to where it is held"] = ledger => ledger.Held.Meta("upto"),
        ["what is held of a family"] = ledger => ledger.Held.OfFamily("f7", 10),
        ["how names are printed"] = ledger => ledger.Held.Names(["s1", "s2"]),
    };

    /// <summary>By name, what is asked where one document is worked in.</summary>
    private static readonly Dictionary<string, Action<UseRows>> Used = new(StringComparer.Ordinal)
    {
        ["up to where the ledger goes"] = uses => uses.Here(),
        ["readings that changed"] = uses => uses.ChangedReadings(uses.Here() with { Readings = uses.Here().Readings - 1, Retractions = 0 }),
        ["what was judged since"] = uses => uses.JudgedSince(uses.Here(), []),
        ["the day of a document"] = uses => uses.RecordedOn("a1b2c3d4"),
        ["readings of documents"] = uses => uses.ReadingsOf(["a1b2c3d4", "b1b2c3d4"]),
        ["families of names"] = uses => uses.FamiliesOf(["n1", "n2"]),
        ["names of families"] = uses => uses.NamesOf(["f1", "f2"]),
        ["names that may be one"] = uses => uses.InBlocks([1, 2]),
        ["names as the other side"] = uses => uses.FirstAsObject(["n1", "n2"]),
        ["what uses names"] = uses => uses.UsedBy(["n1", "n2"]),
        ["what is settled under names"] = uses => uses.SettledUnder(["n1", "n2"], new CopyRows(null!, uses)),
        ["what speaks of names"] = uses => uses.SpeakingOf(["n1", "n2"]).ToList(),
        ["claims of readings"] = uses => uses.ClaimsOfReadings([7, 8]),
        ["claims by their ids"] = uses => uses.ClaimsById(["a1b2c3d4", "b1b2c3d4"]),
    };

    public static TheoryData<Engine, string> Cases()
    {
        var cases = new TheoryData<Engine, string>();
        foreach (var name in Asked.Keys.Concat(Used.Keys))
        {
            cases.Add(Engine.Sqlite, name);
            if (PostgresServer.Missing is null) cases.Add(Engine.Postgres, name);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_found_by_an_index(Engine engine, string name)
    {
        var place = filled.Of(engine);
        using var database = Database.Open(place.Address, create: true, "2026-01-01");
        var ran = new List<(string Sql, (string, object?)[] Parameters)>();
        using (var ledger = LedgerStore.Over(database, place.Clock))
        {
            database.Ran = (sql, parameters) => ran.Add((sql, [.. parameters]));
            if (Asked.TryGetValue(name, out var ask)) ask(ledger);
            else Used[name](new UseRows(database));
            database.Ran = null;
            ran.RemoveAll(one => !one.Sql.TrimStart().StartsWith("SELECT", StringComparison.Ordinal) && !one.Sql.TrimStart().StartsWith("WITH", StringComparison.Ordinal));
            ran.ShouldNotBeEmpty();
            foreach (var (sql, parameters) in ran) Scans(engine, database, sql, parameters).ShouldBeEmpty($"{sql}\n\n{string.Join('\n', Plan(engine, database, sql, parameters))}");
        }
    }

    private static IEnumerable<string> Scans(Engine engine, Database database, string sql, (string, object?)[] parameters) =>
        Plan(engine, database, sql, parameters).Where(line => engine == Engine.Sqlite ? SqliteScan().IsMatch(line) : PostgresScan().IsMatch(line));

    private static List<string> Plan(Engine engine, Database database, string sql, (string, object?)[] parameters) =>
        database.Rows($"EXPLAIN {(engine == Engine.Sqlite ? "QUERY PLAN " : "")}{sql}", row => row.Text(engine == Engine.Sqlite ? 3 : 0), parameters);

    /// <summary>A whole table or index; not the rows of a part of the query itself.</summary>
    [GeneratedRegex(@"^SCAN (?!(touched|last|counted|l|t|n|CONSTANT|\(subquery|SUBQUERY)\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SqliteScan();

    /// <summary>Judgements, what was withdrawn and what was taken back are few; there are no copies here.</summary>
    [GeneratedRegex(@"Seq Scan on (?!judgements|withdrawals|retractions|held_meta|held_copies)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PostgresScan();
}

/// <summary>A ledger on each engine, large enough that PostgreSQL prefers an index where there is one.</summary>
public sealed class FilledLedgers : IDisposable
{
    private readonly Dictionary<Engine, LedgerPlace> _places = [];

    public void Dispose()
    {
        foreach (var place in _places.Values) place.Dispose();
    }

    internal LedgerPlace Of(Engine engine)
    {
        if (!_places.TryGetValue(engine, out var place)) _places.Add(engine, place = Filled(engine));
        return place;
    }

    private static LedgerPlace Filled(Engine engine)
    {
        var place = new LedgerPlace(engine);
        using var ledger = place.Open();
        ledger.AddDocuments([.. Enumerable.Range(0, 3000).Select(number => LedgerStoreTests.Document($"{number}.txt", $"text {number}")).Select(document => (document, (IReadOnlyList<Gigatrace.Claims.Claim>)[.. LedgerStoreTests.Claims(document)]))], "1");
        ledger.Retract(ledger.FindClaims("a1")[0].DocumentId, "", "Ann");
        ledger.Held.Insert(Enumerable.Range(0, 6000).Select(number => new HeldRow($"f{number % 500}", $"s{number % 1000}", "finding", $"{number / 1000}", number / 10, number % 20 == 0 ? HeldRow.Open : (number / 10) + 20, "payload")));
        using (var database = Database.Open(place.Address, create: false, "2026-01-01")) Use(new UseRows(database));
        if (engine == Engine.Postgres) place.Run("ANALYZE");
        return place;
    }

    private static void Use(UseRows uses)
    {
        var numbers = Enumerable.Range(1, 3000).ToArray();
        uses.AddReadings(numbers.Select(number => ((long)number, (long)number)));
        uses.AddNames(numbers.Select(number => ($"n{number}", $"f{number % 500}")));
        uses.AddBlocks(numbers.Select(number => ((long)number % 700, $"n{number}")));
        uses.AddUses(numbers.SelectMany(number => new[] { UseRows.Home, UseRows.Subject, UseRows.Object }.Select(role => ($"n{number}", role, DateOnly.FromDayNumber(738000 + number), (long)number))));
    }
}
