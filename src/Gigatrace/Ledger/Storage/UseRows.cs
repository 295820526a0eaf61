using System.Globalization;
using Gigatrace.Claims;

namespace Gigatrace.Ledger.Storage;

/// <summary>A claim that counts, and where it stands.</summary>
/// <param name="Row">The claim's row.</param>
/// <param name="Known">The day from which it counts; null where it was not asked for.</param>
internal sealed record CountedClaim(long Row, DateOnly? Known, Claim Claim);

/// <summary>Which names claims use, which names are one family, and all SQL on that: what the incremental part of <see cref="Holdings"/> finds its way by.</summary>
internal sealed class UseRows(Database database)
{
    /// <summary>The claim is settled under the name.</summary>
    public const int Home = 0;

    /// <summary>The claim speaks of the name, but is settled under its other side.</summary>
    public const int Subject = 1;

    /// <summary>The name is the claim's other side.</summary>
    public const int Object = 2;

    private const string FromReading = "JOIN readings r ON r.row = c.reading JOIN documents d ON d.row = r.document";

    private static readonly Table Uses = new("held_uses", "name", "role", "known", "claim");
    private static readonly Table Names = new("held_names", "name", "family");
    private static readonly Table Blocks = new("held_blocks", "block", "name");
    private static readonly Table Readings = new("held_readings", "reading", "document");

    public Watermark Here() => new(
        database.Number("SELECT max(row) FROM readings"), database.Number("SELECT max(row) FROM retractions"), database.Number("SELECT max(row) FROM judgements"), database.Number("SELECT max(row) FROM withdrawals"));

    /// <summary>The number of the last day on which a claim that counts became known; 0 where there is none.</summary>
    public long LastDay() => database.Number("SELECT max(known) FROM held_uses");

    /// <summary>The readings that count, each with its document.</summary>
    public IReadOnlyList<(long Reading, long Document)> CountedReadings() => database.Rows($"WITH {LedgerSchema.Counted} SELECT reading, document FROM counted", row => (row.Long(0), row.Long(1)), LedgerRows.Until(null));

    /// <summary>The paths of which other readings count than did when <see cref="AddReadings"/> was told.</summary>
    public IReadOnlyList<ChangedReading> ChangedReadings(Watermark since)
    {
        var paths = database.Rows(
            "SELECT DISTINCT d.path FROM readings r JOIN documents d ON d.row = r.document WHERE r.row > @reading UNION SELECT d.path FROM retractions t JOIN documents d ON d.id = t.document WHERE t.row > @retraction",
            row => row.Text(0), ("@reading", since.Readings), ("@retraction", since.Retractions));
        return [.. paths.Select(ChangedReading).Where(changed => changed.Before != changed.Now?.Reading)];
    }

    /// <summary>The claims, or pairs of names, that a person judged or took a judgement back on.</summary>
    public IReadOnlyList<Judgement> JudgedSince(Watermark since, IReadOnlyList<Judgement> all)
    {
        var rows = database.Rows(
            "SELECT id FROM judgements WHERE row > @judgement UNION SELECT judgement FROM withdrawals WHERE row > @withdrawal", row => row.Text(0), ("@judgement", since.Judgements), ("@withdrawal", since.Withdrawals)).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(judgement => rows.Contains(judgement.Id))];
    }

    /// <summary>The first day on which a document was recorded; null where there is no such document.</summary>
    public DateOnly? RecordedOn(string document) =>
        database.Scalar("SELECT min(recorded) FROM documents WHERE id = @id", ("@id", document)) is string instant ? DateOnly.FromDateTime(LedgerRows.Instant(instant).UtcDateTime) : null;

    /// <summary>Readings that count of documents by id.</summary>
    public IReadOnlyList<long> ReadingsOf(IReadOnlyCollection<string> documents) =>
        database.RowsOf(documents, list => $"SELECT n.reading FROM documents d JOIN held_readings n ON n.document = d.row WHERE d.id IN ({list})", row => row.Long(0));

    /// <summary>The ids of the documents of some readings.</summary>
    public IReadOnlyList<string> DocumentsOf(IReadOnlyCollection<long> readings) => database.RowsOf(readings, list => $"SELECT d.id FROM readings r JOIN documents d ON d.row = r.document WHERE r.row IN ({list})", row => row.Text(0));

    public void AddUses(IEnumerable<(string Name, int Role, DateOnly Known, long Claim)> uses) =>
        database.Insert(Uses, [.. uses.Select(use => new object?[] { use.Name, use.Role, use.Known.DayNumber, use.Claim })]);

    public void RemoveUses(IEnumerable<(string Name, int Role, DateOnly Known, long Claim)> uses)
    {
        foreach (var use in uses)
        {
            _ = database.Execute("DELETE FROM held_uses WHERE name = @name AND role = @role AND known = @known AND claim = @claim", ("@name", use.Name), ("@role", use.Role), ("@known", use.Known.DayNumber), ("@claim", use.Claim));
        }
    }

    public void AddReadings(IEnumerable<(long Reading, long Document)> readings) => database.Insert(Readings, [.. readings.Select(row => new object?[] { row.Reading, row.Document })]);

    public void RemoveReading(long reading) => _ = database.Execute("DELETE FROM held_readings WHERE reading = @reading", ("@reading", reading));

    public void AddNames(IEnumerable<(string Name, string Family)> names) => database.Insert(Names, [.. names.Select(row => new object?[] { row.Name, row.Family })]);

    /// <summary>Documents by id that count, with their rows; without prints where these are not wanted.</summary>
    public IReadOnlyList<(long Row, Signed Signed)> Signed(IReadOnlyCollection<string> documents, bool withPrints) => database.RowsOf(documents, list => withPrints
        ? $"SELECT d.id, d.path, d.publisher, d.published, s.prints, d.row FROM documents d JOIN held_readings n ON n.document = d.row JOIN signatures s ON s.document = d.row WHERE d.id IN ({list})"
        : $"SELECT d.id, d.path, d.publisher, d.published, NULL, d.row FROM documents d JOIN held_readings n ON n.document = d.row WHERE d.id IN ({list})", row => (row.Long(5), withPrints ? LedgerRows.Signed(row) : LedgerRows.Unsigned(row, 0)));

    /// <summary>By id, the rows of documents that count.</summary>
    public IReadOnlyDictionary<string, long> RowsOf(IReadOnlyCollection<string> documents) => Signed(documents, withPrints: false).ToDictionary(row => row.Signed.Id, row => row.Row, StringComparer.Ordinal);

    /// <summary>By key, the first documents that have it; without their prints.</summary>
    public ILookup<long, Signed> Holders(IReadOnlyCollection<long> keys) => database.RowsOf(
        keys, list => $"SELECT d.id, d.path, d.publisher, d.published, p.print FROM held_prints p JOIN documents d ON d.row = p.document WHERE p.print IN ({list})", row => (Key: row.Long(4), Signed: LedgerRows.Unsigned(row, 0))).ToLookup(row => row.Key, row => row.Signed);

    /// <summary>What documents are most like, as far as they are copies.</summary>
    public IReadOnlyList<(string Document, string Original)> Likes(IReadOnlyCollection<string> documents) =>
        database.RowsOf(documents, list => $"SELECT document, original FROM held_copies WHERE document IN ({list})", row => (row.Text(0), row.Text(1)));

    public IReadOnlyList<string> CopiesOf(IReadOnlyCollection<string> documents) => database.RowsOf(documents, list => $"SELECT document FROM held_copies WHERE original IN ({list})", row => row.Text(0));

    public void AddBlocks(IEnumerable<(long Block, string Name)> blocks) => database.Insert(Blocks, [.. blocks.Select(row => new object?[] { row.Block, row.Name })]);

    public void Forget(IReadOnlyCollection<string> names)
    {
        foreach (var name in names) _ = database.Execute("DELETE FROM held_names WHERE name = @name", ("@name", name));
    }

    public void ForgetBlocks(IEnumerable<(long Block, string Name)> blocks)
    {
        foreach (var (block, name) in blocks) _ = database.Execute("DELETE FROM held_blocks WHERE block = @block AND name = @name", ("@block", block), ("@name", name));
    }

    /// <summary>The families of names, as far as they are known.</summary>
    public Dictionary<string, string> FamiliesOf(IReadOnlyCollection<string> names) =>
        database.RowsOf(names, list => $"SELECT name, family FROM held_names WHERE name IN ({list})", row => (Name: row.Text(0), Family: row.Text(1))).ToDictionary(row => row.Name, row => row.Family, StringComparer.Ordinal);

    public IReadOnlyList<string> NamesOf(IReadOnlyCollection<string> families) => database.RowsOf(families, list => $"SELECT name FROM held_names WHERE family IN ({list})", row => row.Text(0));

    public IReadOnlyList<string> InBlocks(IReadOnlyCollection<long> blocks) => [.. database.RowsOf(blocks, list => $"SELECT name FROM held_blocks WHERE block IN ({list})", row => row.Text(0)).Distinct(StringComparer.Ordinal)];

    /// <summary>The first day on which a name was some claim's other side; only those that were.</summary>
    public IReadOnlyList<(string Name, DateOnly Known)> FirstAsObject(IReadOnlyCollection<string> names) =>
        database.RowsOf(names, list => $"SELECT name, min(known) FROM held_uses WHERE name IN ({list}) AND role = {Object} GROUP BY name", row => (row.Text(0), DateOnly.FromDayNumber(row.Int(1))));

    /// <summary>Subject, predicate and other side (and whether a register says it) of the claims that use these names otherwise than as the name they are settled under.</summary>
    public IReadOnlyList<(string Subject, string Predicate, string? Other, bool Register)> UsedBy(IReadOnlyCollection<string> names) => database.RowsOf(
        names, list => $"SELECT DISTINCT c.subject, c.predicate, c.object, d.source_kind FROM held_uses u JOIN claims c ON c.row = u.claim {FromReading} WHERE u.name IN ({list}) AND u.role <> {Home}", row => (row.Text(0), row.Text(1), row.TextOrNull(2), row.Text(3) == SourceKind.Register.Name()));

    /// <summary>The claims that are settled under some names, each once.</summary>
    public IReadOnlyList<KnownClaim> SettledUnder(IReadOnlyCollection<string> names, CopyRows copies)
    {
        var claims = Claims(names, Home).DistinctBy(claim => claim.Claim.Id).ToArray();
        var originals = copies.Originals([.. claims.Select(claim => claim.Claim.DocumentId).Distinct(StringComparer.Ordinal)]);
        return [.. claims.Select(claim => new KnownClaim(claim.Claim, claim.Known!.Value, claim.Known, originals.GetValueOrDefault(claim.Claim.DocumentId)))];
    }

    /// <summary>The claims that speak of some names, but are settled under their other side.</summary>
    public IEnumerable<KnownClaim> SpeakingOf(IReadOnlyCollection<string> names) => Claims(names, Subject).Select(claim => new KnownClaim(claim.Claim, claim.Known!.Value, claim.Known, null));

    private List<CountedClaim> Claims(IReadOnlyCollection<string> names, int role) => database.RowsOf(
        names, list => $"SELECT {LedgerRows.ClaimColumns}, c.row, u.known FROM held_uses u JOIN claims c ON c.row = u.claim {FromReading} WHERE u.name IN ({list}) AND u.role = {role}", Counted);

    public IReadOnlyList<CountedClaim> ClaimsOfReadings(IReadOnlyCollection<long> readings) => database.RowsOf(
        readings, list => $"SELECT {LedgerRows.ClaimColumns}, c.row, NULL FROM claims c {FromReading} WHERE c.reading IN ({list})", Counted);

    /// <summary>Claims by id that count, as far as there are any.</summary>
    public IReadOnlyList<CountedClaim> ClaimsById(IReadOnlyCollection<string> ids) => database.RowsOf(
        ids, list => $"SELECT {LedgerRows.ClaimColumns}, c.row, NULL FROM claims c JOIN held_readings n ON n.reading = c.reading {FromReading} WHERE c.id IN ({list})", Counted);

    /// <summary>All claims that count, as they were recorded; read as they are asked for.</summary>
    public IEnumerable<CountedClaim> AllClaims()
    {
        for (var from = 0L; ;)
        {
            var some = database.Rows($"SELECT {LedgerRows.ClaimColumns}, c.row, NULL FROM claims c JOIN held_readings n ON n.reading = c.reading {FromReading} WHERE c.row > @from ORDER BY c.row LIMIT 20000", Counted, ("@from", from));
            foreach (var claim in some) yield return claim;
            if (some.Count == 0) yield break;
            from = some[^1].Row;
        }
    }

    private ChangedReading ChangedReading(string path)
    {
        var before = database.Rows("SELECT n.reading FROM documents d JOIN held_readings n ON n.document = d.row WHERE d.path = @path", row => row.Long(0), ("@path", path));
        var now = database.Rows(
            """
            SELECT r.row, r.document FROM readings r JOIN documents d ON d.row = r.document
            WHERE r.row = (SELECT max(x.row) FROM readings x JOIN documents o ON o.row = x.document WHERE o.path = @path) AND NOT EXISTS (SELECT 1 FROM retractions t WHERE t.document = d.id)
            """, row => (row.Long(0), row.Long(1)), ("@path", path));
        return new ChangedReading(before.Count == 0 ? null : before[0], now.Count == 0 ? null : now[0]);
    }

    private static CountedClaim Counted(Row row) => new(
        row.Long(LedgerRows.ClaimColumnCount), row.LongOrNull(LedgerRows.ClaimColumnCount + 1) is { } known ? DateOnly.FromDayNumber((int)known) : null, LedgerRows.Claim(row));
}
