using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Ledger.Storage;

public enum Added
{
    /// <summary>Nothing was written: the same document was read by the same version before.</summary>
    Unchanged,

    /// <summary>A document whose path was not known.</summary>
    New,

    /// <summary>Other content (or another date or publisher) under a known path: the old version is kept but no longer counted.</summary>
    Changed,

    /// <summary>The same document read by another version of the program: its claims are added, the old ones kept but no longer counted.</summary>
    Reread,
}

/// <summary>A document as the ledger keeps it.</summary>
/// <param name="Recorded">When it was first read.</param>
/// <param name="ProgramVersion">Of its last reading.</param>
/// <param name="Counted">False for an older version of a path, or one that was taken back.</param>
public sealed record StoredDocument(Document Document, DateTimeOffset Recorded, string ProgramVersion, bool Counted);

/// <summary>A document that counts, without its text.</summary>
/// <param name="Claims">How many it gave.</param>
public sealed record Source(string Id, string Path, string? Title, string? Publisher, string? Url, When? Published, SourceKind Kind, int Claims);

/// <summary>A person took something back: a document, or a judgement.</summary>
/// <param name="Id">What it was.</param>
public sealed record TakenBack(string Id, string Reason, string By, DateTimeOffset Recorded);

/// <summary>One ledger: a file (SQLite), or a schema of a PostgreSQL database. Rows are appended, never changed. Not for use by several threads at once.</summary>
public sealed class LedgerStore : IDisposable
{
    private readonly Database _database;
    private readonly TimeProvider _clock;

    private LedgerStore(Database database, TimeProvider clock) => (_database, _clock, Held) = (database, clock, new HeldRows(database));

    /// <param name="ledger">A file's path, or <c>postgres://user:password@host:port/database</c>; <c>?schema=name</c> for several ledgers in one database, <c>sources=file</c> for its settings of publishers.</param>
    /// <exception cref="LedgerException">It is no ledger, is of a newer version, cannot be opened, or is missing and <paramref name="create"/> is false.</exception>
    public static LedgerStore Open(string ledger, bool create, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        var sources = SourcesOf(ledger);
        return new LedgerStore(Database.Open(ledger, create, LedgerRows.Instant(clock.GetUtcNow())), clock) { Sources = sources };
    }

    /// <summary>
    /// How good sources are: what <see cref="SourceSettings.FileName"/> beside the ledger's file says, or the file that a server's address names, else the
    /// built-in order. What is held is worked out anew when it changes.
    /// </summary>
    public SourceSettings Sources { get; init; } = SourceSettings.Default;

    /// <summary>One over a database that is open; it is closed with it.</summary>
    internal static LedgerStore Over(Database database, TimeProvider clock) => new(database, clock);

    /// <summary>What was worked out of the rows before. Nothing here keeps it in step with them.</summary>
    public HeldRows Held { get; }

    /// <summary>What is held, kept in step with the rows.</summary>
    /// <param name="version">Of the program and its knowledge.</param>
    /// <param name="knowledge">Null for what is built into the program.</param>
    public Holdings Holdings(string version, Knowledge? knowledge = null) =>
        new(_database, this, (knowledge ?? Knowledge.Default) with { Sources = Sources }, Sources.Fingerprint.Length == 0 ? version : $"{version}+{Sources.Fingerprint}");

    /// <summary>All that is read within it is of one moment, whatever others record meanwhile. Nothing can be written within it.</summary>
    public T Read<T>(Func<T> work) => _database.Read(work);

    /// <summary>Everything that is written within it is written at once: all of it, or, where something throws, nothing.</summary>
    public T Write<T>(Func<T> work) => _database.Write(work);

    /// <summary>Document, passages and claims in one transaction: when this returns, they are on disk.</summary>
    /// <exception cref="LedgerException">It cannot be written; nothing of the document was.</exception>
    public Added AddDocument(Document document, IReadOnlyList<Claim> claims, string programVersion) => AddDocuments([(document, claims)], programVersion)[0];

    /// <summary>Several documents in one transaction, as if one after another: waiting for the disk once costs as much as for one.</summary>
    /// <exception cref="LedgerException">It cannot be written; nothing of any of them was.</exception>
    public IReadOnlyList<Added> AddDocuments(IReadOnlyList<(Document Document, IReadOnlyList<Claim> Claims)> read, string programVersion) =>
        _database.Write(() => Appending.Run(_database, read, programVersion, LedgerRows.Instant(_clock.GetUtcNow())));

    /// <summary>What this version has read before, so that it need not be read for claims once more.</summary>
    public ReadBefore ReadBefore(string programVersion) => new(_database.Rows(
        $"""
        SELECT {ReadingKey.Columns}, (SELECT count(*) FROM claims c WHERE c.reading = r.row) FROM readings r JOIN documents d ON d.row = r.document
        WHERE r.row IN (SELECT max(x.row) FROM readings x JOIN documents o ON o.row = x.document GROUP BY o.path) AND r.program_version = @version
        """, row => (ReadingKey.Of(row), row.Int(ReadingKey.Count)), ("@version", programVersion)));

    /// <summary>A document taken back: kept, no longer counted. False where there is no such document, or it was taken back before.</summary>
    public bool Retract(string documentId, string reason, string by) => TakeBack("retractions", "document", "documents", documentId, reason, by);

    /// <summary>Claims of the documents that count, in the order in which they were recorded.</summary>
    /// <param name="recordedBy">As this ledger was at that instant: only what was recorded by then counts. Null for now; so below.</param>
    public IReadOnlyList<Claim> LoadClaims(DateTimeOffset? recordedBy = null) => _database.Rows(
        $"WITH {LedgerSchema.Counted} SELECT {LedgerRows.ClaimColumns} FROM counted n JOIN claims c ON c.reading = n.reading JOIN documents d ON d.row = n.document ORDER BY c.row", LedgerRows.Claim, LedgerRows.Until(recordedBy));

    /// <summary>Claims of some documents (by id) that count.</summary>
    public IReadOnlyList<Claim> LoadClaimsOf(IEnumerable<string> documents) => [.. documents.SelectMany(id => _database.Rows(
        $"SELECT {LedgerRows.ClaimColumns} FROM documents d JOIN claims c ON c.reading = (SELECT max(x.row) FROM readings x WHERE x.document = d.row) WHERE d.id = @id AND {LedgerSchema.Counts} ORDER BY c.row", LedgerRows.Claim, ("@id", id)))];

    /// <summary>The documents that count, as far as <see cref="Copies.Find"/> asks for them.</summary>
    public IReadOnlyList<Signed> LoadSignatures(DateTimeOffset? recordedBy = null) => _database.Rows(
        $"WITH {LedgerSchema.Counted} SELECT d.id, d.path, d.publisher, d.published, s.prints FROM counted n JOIN documents d ON d.row = n.document JOIN signatures s ON s.document = d.row", LedgerRows.Signed, LedgerRows.Until(recordedBy));

    /// <summary>Every claim, counted or not, whose id starts so; of a claim read several times the last reading.</summary>
    public IReadOnlyList<Claim> FindClaims(string idPrefix) =>
    [
        .. _database.Rows($"SELECT {LedgerRows.ClaimColumns} FROM claims c JOIN readings r ON r.row = c.reading JOIN documents d ON d.row = r.document WHERE c.id >= @from AND c.id < @to ORDER BY c.row DESC", LedgerRows.Claim, Between(idPrefix))
            .DistinctBy(claim => claim.Id).Reverse(),
    ];

    /// <summary>All documents, older versions of a path before newer ones; each content of a path once, with what was last known of it.</summary>
    public IReadOnlyList<StoredDocument> LoadDocuments() => Documents("", []);

    public IReadOnlyList<StoredDocument> FindDocuments(string idPrefix) => Documents("WHERE d.id >= @from AND d.id < @to", Between(idPrefix));

    /// <summary>By document id, the day (UTC) it was first recorded: what <see cref="Reconcile.Run"/> takes for undated documents.</summary>
    public IReadOnlyDictionary<string, DateOnly> RecordedDays(DateTimeOffset? recordedBy = null) => _database
        .Rows("SELECT id, min(recorded) FROM documents WHERE recorded <= @until GROUP BY id", row => (Id: row.Text(0), Day: DateOnly.FromDateTime(LedgerRows.Instant(row.Text(1)).UtcDateTime)), LedgerRows.Until(recordedBy))
        .ToDictionary(row => row.Id, row => row.Day, StringComparer.Ordinal);

    /// <summary>The documents that count and were known on a day, the latest first.</summary>
    /// <param name="asOf">Null for all; one without a date is known from the day on which it was recorded.</param>
    public IReadOnlyList<Source> Sourced(DateOnly? asOf) =>
    [
        .. _database.Rows(
            $"""
            WITH {LedgerSchema.Counted} SELECT d.id, d.path, d.title, d.publisher, d.url, d.published, d.source_kind, d.recorded, (SELECT count(*) FROM claims c WHERE c.reading = n.reading) FROM counted n JOIN documents d ON d.row = n.document
            """, row => (Source: LedgerRows.Source(row), Known: LedgerRows.Instant(row.Text(7))), LedgerRows.Until(null))
            .Where(one => asOf is null || (one.Source.Published?.Latest ?? one.Source.Published?.Earliest ?? DateOnly.FromDateTime(one.Known.UtcDateTime)) <= asOf)
            .Select(one => one.Source).OrderByDescending(one => one.Published?.Latest ?? one.Published?.Earliest ?? DateOnly.MinValue).ThenBy(one => one.Path, StringComparer.Ordinal),
    ];

    /// <summary>The documents that count and whose path begins so, without their texts: id, path, name, and the version of their last reading.</summary>
    public IReadOnlyList<(string Id, string Path, string Name, string ProgramVersion)> Counted(string pathPrefix) => _database.Rows(
        $"""
        SELECT d.id, d.path, d.name, (SELECT r.program_version FROM readings r WHERE r.document = d.row ORDER BY r.row DESC LIMIT 1)
        FROM documents d WHERE d.path >= @from AND d.path < @to AND {LedgerSchema.Counts} ORDER BY d.row
        """, row => (row.Text(0), row.Text(1), row.Text(2), row.Text(3)), Between(pathPrefix));

    /// <summary>What was taken back, in that order.</summary>
    public IReadOnlyList<TakenBack> LoadRetractions() => TakenBack("retractions", "document");

    /// <summary>By judgement id, who took it back and why.</summary>
    public IReadOnlyDictionary<string, TakenBack> LoadWithdrawals() => TakenBack("withdrawals", "judgement").ToDictionary(one => one.Id, StringComparer.Ordinal);

    /// <summary>Appends a judgement; <paramref name="second"/> is null where it speaks of a claim.</summary>
    public Judgement AddJudgement(Verdict verdict, string first, string? second, string reason, string by) => _database.Write(() =>
    {
        var recorded = _clock.GetUtcNow();
        var number = _database.Number("SELECT count(*) FROM judgements");
        var judgement = new Judgement("j" + Hash($"{number}\n{verdict}\n{first}\n{second}\n{LedgerRows.Instant(recorded)}"), verdict, first, second, reason, by, LedgerRows.Instant(LedgerRows.Instant(recorded)));
        _ = _database.Execute("INSERT INTO judgements (row, id, verdict, first, second, reason, by_whom, recorded) VALUES (@row, @id, @verdict, @first, @second, @reason, @by, @recorded)",
            ("@row", number + 1), ("@id", judgement.Id), ("@verdict", verdict.ToString()), ("@first", first), ("@second", second), ("@reason", reason), ("@by", by), ("@recorded", LedgerRows.Instant(recorded)));
        return judgement;
    });

    /// <summary>Takes a judgement back. False where there is no such judgement, or it was taken back before.</summary>
    public bool Withdraw(string judgementId, string reason, string by) => TakeBack("withdrawals", "judgement", "judgements", judgementId, reason, by);

    /// <summary>All judgements in the order in which they were made, those taken back marked so.</summary>
    public IReadOnlyList<Judgement> LoadJudgements(DateTimeOffset? recordedBy = null) => _database.Rows(
        $"SELECT {LedgerRows.JudgementColumns} FROM judgements j WHERE j.recorded <= @until ORDER BY j.row", LedgerRows.Judgement, LedgerRows.Until(recordedBy));

    public void Dispose() => _database.Dispose();

    /// <param name="table">Where it is written down.</param>
    /// <param name="column">What that table calls it.</param>
    /// <param name="of">Where it has its id.</param>
    private bool TakeBack(string table, string column, string of, string id, string reason, string by) => _database.Write(() => _database.Execute(
        $"""
        INSERT INTO {table} (row, {column}, reason, by_whom, recorded) SELECT (SELECT coalesce(max(row), 0) + 1 FROM {table}), @id, @reason, @by, @recorded
        WHERE EXISTS (SELECT 1 FROM {of} WHERE id = @id) AND NOT EXISTS (SELECT 1 FROM {table} WHERE {column} = @id)
        """, ("@id", id), ("@reason", reason), ("@by", by), ("@recorded", LedgerRows.Instant(_clock.GetUtcNow()))) > 0);

    private List<TakenBack> TakenBack(string table, string column) =>
        _database.Rows($"SELECT {column}, reason, by_whom, recorded FROM {table} ORDER BY row", row => new TakenBack(row.Text(0), row.Text(1), row.Text(2), LedgerRows.Instant(row.Text(3))));

    private List<StoredDocument> Documents(string where, (string, object?)[] parameters)
    {
        var passages = _database.Rows($"SELECT {LedgerRows.PassageColumns}, p.document FROM passages p JOIN documents d ON d.row = p.document {where} ORDER BY p.document, p.number",
            row => (Document: row.Long(10), Passage: LedgerRows.Passage(row)), parameters).ToLookup(row => row.Document, row => row.Passage);
        var rows = _database.Rows($"""
            SELECT {LedgerRows.DocumentColumns}, d.row, d.recorded, (SELECT r.program_version FROM readings r WHERE r.document = d.row ORDER BY r.row DESC LIMIT 1),
                CASE WHEN {LedgerSchema.Counts} THEN 1 ELSE 0 END FROM documents d {where} ORDER BY d.row
            """, row => new StoredDocument(LedgerRows.Document(row, [.. passages[row.Long(13)]]), LedgerRows.Instant(row.Text(14)), row.TextOrNull(15) ?? "", row.Int(16) != 0), parameters);
        return [.. rows.GroupBy(stored => stored.Document.Id, StringComparer.Ordinal).Select(versions => versions.LastOrDefault(stored => stored.Counted) ?? versions.Last())];
    }

    /// <summary>Bounds of all ids that start with a prefix: an index finds them, and no character in it is a pattern.</summary>
    private static (string, object?)[] Between(string prefix) => [("@from", prefix), ("@to", prefix + char.MaxValue)];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..15];

    private static SourceSettings SourcesOf(string ledger)
    {
        if (PostgresAddress.IsOne(ledger))
        {
            if (PostgresAddress.Of(ledger).Sources is not { } named) return SourceSettings.Default;
            return File.Exists(named) ? SourceSettings.Parse(File.ReadAllText(named), named) : throw new LedgerException($"{named}: the ledger's address names this file with its sources, and it is not there");
        }

        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(ledger)) ?? "", SourceSettings.FileName);
        return File.Exists(file) ? SourceSettings.Parse(File.ReadAllText(file), file) : SourceSettings.Default;
    }
}
