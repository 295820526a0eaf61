using Gigatrace.Claims;

namespace Gigatrace.Ledger.Storage;

/// <summary>What changed of what counts, found from the new rows alone: it costs as much as there is new, whatever the size of the ledger.</summary>
internal static class RecordedSince
{
    /// <summary>So many documents or readings are asked for at once.</summary>
    private const int Chunk = 64;

    /// <summary>Paths with the reading that counted before, and the one that does now.</summary>
    private const string Touched = """
        WITH touched AS (
            SELECT d.path AS path FROM readings r JOIN documents d ON d.row = r.document WHERE r.row > @readings
            UNION SELECT d.path FROM retractions t JOIN documents d ON d.id = t.document WHERE t.row > @retractions
        ), last AS (
            SELECT t.path AS path,
                (SELECT max(r.row) FROM documents d JOIN readings r ON r.document = d.row WHERE d.path = t.path AND r.row <= @readings) AS earlier,
                (SELECT max(r.row) FROM documents d JOIN readings r ON r.document = d.row WHERE d.path = t.path) AS later
            FROM touched t
        ), counted AS (
            SELECT l.path AS path,
                (SELECT r.row FROM readings r JOIN documents d ON d.row = r.document WHERE r.row = l.earlier AND NOT EXISTS (SELECT 1 FROM retractions t WHERE t.document = d.id AND t.row <= @retractions)) AS earlier,
                (SELECT r.row FROM readings r JOIN documents d ON d.row = r.document WHERE r.row = l.later AND NOT EXISTS (SELECT 1 FROM retractions t WHERE t.document = d.id)) AS later
            FROM last l
        )
        SELECT path, coalesce(earlier, 0), coalesce(later, 0) FROM counted WHERE earlier IS DISTINCT FROM later ORDER BY path
        """;

    public static Watermark Now(Database database) => database.Rows(
        """
        SELECT (SELECT coalesce(max(row), 0) FROM readings), (SELECT coalesce(max(row), 0) FROM retractions),
            (SELECT coalesce(max(row), 0) FROM judgements), (SELECT coalesce(max(row), 0) FROM withdrawals)
        """, row => new Watermark(row.Long(0), row.Long(1), row.Long(2), row.Long(3)))[0];

    public static Recorded Load(Database database, Watermark since)
    {
        var paths = database.Rows(Touched, row => (Path: row.Text(0), Before: row.Long(1), After: row.Long(2)), ("@readings", since.Readings), ("@retractions", since.Retractions));
        var readings = Readings(database, [.. paths.SelectMany(path => new[] { path.Before, path.After }).Where(row => row > 0).Distinct()]);
        return new Recorded(Now(database), [.. paths.Select(path => new PathChange(path.Path, readings.GetValueOrDefault(path.Before), readings.GetValueOrDefault(path.After)))], Judgements(database, since));
    }

    public static List<Claim> ClaimsOf(Database database, IReadOnlyCollection<string> documents) => InChunks(documents, chunk =>
    {
        var (names, values) = Database.List(chunk);
        return database.Rows($"""
            SELECT {LedgerRows.ClaimColumns} FROM documents d JOIN readings r ON r.document = d.row JOIN claims c ON c.reading = r.row
            WHERE d.id IN ({names}) AND {LedgerSchema.Counts} AND r.row = (SELECT max(x.row) FROM readings x WHERE x.document = d.row)
            ORDER BY d.id, c.row
            """, LedgerRows.Claim, values);
    });

    private static Dictionary<long, CountedReading> Readings(Database database, IReadOnlyCollection<long> rows)
    {
        var claims = InChunks(rows, chunk => Claims(database, chunk)).ToLookup(one => one.Reading, one => one.Claim);
        return InChunks(rows, chunk => Heads(database, chunk)).ToDictionary(
            head => head.Row, head => new CountedReading(head.Row, head.Document, DateOnly.FromDateTime(LedgerRows.Instant(head.Recorded).UtcDateTime), [.. claims[head.Row]]));
    }

    private static List<(long Reading, Claim Claim)> Claims(Database database, long[] readings)
    {
        var (names, values) = Database.List(readings);
        return database.Rows($"""
            SELECT {LedgerRows.ClaimColumns}, c.reading FROM claims c JOIN readings r ON r.row = c.reading JOIN documents d ON d.row = r.document
            WHERE c.reading IN ({names}) ORDER BY c.row
            """, row => (row.Long(LedgerRows.ClaimColumnCount), LedgerRows.Claim(row)), values);
    }

    private static List<(long Row, Signed Document, string Recorded)> Heads(Database database, long[] readings)
    {
        var (names, values) = Database.List(readings);
        return database.Rows($"SELECT d.id, d.path, d.publisher, d.published, s.prints, r.row, (SELECT min(o.recorded) FROM documents o WHERE o.id = d.id) FROM readings r JOIN documents d ON d.row = r.document JOIN signatures s ON s.document = d.row WHERE r.row IN ({names})",
            row => (row.Long(5), LedgerRows.Signed(row), row.Text(6)), values);
    }

    private static List<Judgement> Judgements(Database database, Watermark since) => database.Rows(
        $"""
        SELECT {LedgerRows.JudgementColumns} FROM judgements j
        WHERE j.row IN (
            SELECT made.row FROM judgements made WHERE made.row > @judgements
            UNION SELECT taken.row FROM withdrawals w JOIN judgements taken ON taken.id = w.judgement WHERE w.row > @withdrawals)
        ORDER BY j.row
        """, LedgerRows.Judgement, ("@until", LedgerRows.Instant(DateTimeOffset.MaxValue)), ("@judgements", since.Judgements), ("@withdrawals", since.Withdrawals));

    private static List<T> InChunks<TKey, T>(IReadOnlyCollection<TKey> keys, Func<TKey[], List<T>> load) => [.. keys.Chunk(Chunk).SelectMany(load)];
}
