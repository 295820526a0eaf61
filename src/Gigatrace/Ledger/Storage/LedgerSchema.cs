using Gigatrace.Documents;

namespace Gigatrace.Ledger.Storage;

/// <summary>
/// The tables of a ledger. Every row is written once; what no longer counts is left out when reading. The writer, who is alone, numbers the rows, so that
/// a later one has the higher number. What is worked out of these rows stands apart (<see cref="HeldSchema"/>).
/// </summary>
internal static class LedgerSchema
{
    /// <summary>Raised with every change of the tables. A program refuses ledgers of a higher one.</summary>
    public const int Version = 3;

    /// <summary>What version 2 added: by what a text is known again.</summary>
    public const string CreateSignatures = "CREATE TABLE signatures (document INTEGER PRIMARY KEY REFERENCES documents (row), prints BLOB NOT NULL) STRICT;";

    public const string Create = """
        CREATE TABLE schema_version (version INTEGER NOT NULL, applied TEXT NOT NULL) STRICT;

        CREATE TABLE documents (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL, url TEXT, title TEXT, author TEXT, publisher TEXT,
            published TEXT, source_kind TEXT NOT NULL, language TEXT, aliases TEXT NOT NULL, tags TEXT NOT NULL, text TEXT NOT NULL, recorded TEXT NOT NULL
        ) STRICT;
        CREATE INDEX documents_by_path ON documents (path, row);
        CREATE INDEX documents_by_id ON documents (id, row);

        CREATE TABLE passages (
            document INTEGER NOT NULL REFERENCES documents (row), number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL,
            level INTEGER NOT NULL, story INTEGER NOT NULL, ai_generated INTEGER NOT NULL, boilerplate INTEGER NOT NULL, cells TEXT NOT NULL, header TEXT NOT NULL,
            in_table INTEGER NOT NULL, PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE readings (
            row INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (row), program_version TEXT NOT NULL, recorded TEXT NOT NULL
        ) STRICT;
        CREATE INDEX readings_by_document ON readings (document, row);

        CREATE TABLE claims (
            row INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES readings (row), id TEXT NOT NULL, subject TEXT NOT NULL, part TEXT, predicate TEXT NOT NULL,
            value_low TEXT, value_high TEXT, value_word TEXT, unit TEXT, object TEXT, kind TEXT, basis TEXT, qualifier TEXT, product TEXT, level TEXT, region TEXT,
            models TEXT NOT NULL, holds_when TEXT, modality TEXT NOT NULL, attribution TEXT, ai_generated INTEGER NOT NULL, as_written TEXT, quote TEXT NOT NULL,
            start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL
        ) STRICT;
        CREATE INDEX claims_by_id ON claims (id);
        CREATE INDEX claims_by_reading ON claims (reading);

        CREATE TABLE retractions (
            row INTEGER PRIMARY KEY, document TEXT NOT NULL, reason TEXT NOT NULL, by_whom TEXT NOT NULL, recorded TEXT NOT NULL
        ) STRICT;

        CREATE TABLE judgements (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, verdict TEXT NOT NULL, first TEXT NOT NULL, second TEXT, reason TEXT NOT NULL, by_whom TEXT NOT NULL, recorded TEXT NOT NULL
        ) STRICT;

        CREATE TABLE withdrawals (
            row INTEGER PRIMARY KEY, judgement TEXT NOT NULL REFERENCES judgements (id), reason TEXT NOT NULL, by_whom TEXT NOT NULL, recorded TEXT NOT NULL
        ) STRICT;
        """;

    /// <summary>What version 3 added beside what is held: what was taken back is found without looking through all of it.</summary>
    public const string CreateIndices = """
        CREATE INDEX retractions_by_document ON retractions (document);
        CREATE INDEX withdrawals_by_judgement ON withdrawals (judgement);
        """;

    /// <summary>
    /// The readings that count, of what was recorded by <c>@until</c>: of each path the last one, unless its document was taken back. A file that went
    /// back to older content counts with it, because it was read last.
    /// </summary>
    public const string Counted = """
        counted AS (
            SELECT r.row AS reading, r.document AS document, r.program_version AS program_version
            FROM readings r JOIN documents d ON d.row = r.document
            WHERE r.row IN (SELECT max(x.row) FROM readings x JOIN documents o ON o.row = x.document WHERE x.recorded <= @until GROUP BY o.path)
              AND NOT EXISTS (SELECT 1 FROM retractions t WHERE t.document = d.id AND t.recorded <= @until)
        )
        """;

    /// <summary>Whether a document (<c>d</c>) counts now: the same as <see cref="Counted"/>, for some documents.</summary>
    public const string Counts = """
        (SELECT max(x.row) FROM readings x WHERE x.document = d.row) = (SELECT max(x.row) FROM documents o JOIN readings x ON x.document = o.row WHERE o.path = d.path)
        AND NOT EXISTS (SELECT 1 FROM retractions t WHERE t.document = d.id)
        """;

    /// <summary>Makes the tables where there are none, and brings older ones up to this version: all of it, or nothing. The version that is there then.</summary>
    /// <param name="isEmpty">There are no tables yet. Asked twice: another process may make them while this one waits for the lock.</param>
    /// <param name="mark">Marks the database as a ledger.</param>
    public static int Prepare(Database database, string now, Func<bool> isEmpty, Action mark)
    {
        if (isEmpty()) _ = database.Write(() => isEmpty() ? Make(database, now, mark) : 0);
        var found = Found(database);
        if (found > Version) throw new LedgerException($"{database.Name} was written by a newer version of this program (ledger version {found}, this program knows {Version})");
        return found == Version ? Version : database.Write(() => Migrate(database, now));
    }

    private static int Make(Database database, string now, Action mark)
    {
        database.Create(Create);
        database.Create(CreateSignatures);
        AddHeld(database);
        mark();
        return Applied(database, now);
    }

    /// <summary>Version 2 added the signatures of the documents, 3 what is held.</summary>
    private static int Migrate(Database database, string now)
    {
        var found = Found(database);
        if (found < 2) AddSignatures(database);
        if (found < 3) AddHeld(database);
        return found < Version ? Applied(database, now) : found;
    }

    private static void AddSignatures(Database database)
    {
        database.Create(CreateSignatures);
        foreach (var row in database.Rows("SELECT row FROM documents ORDER BY row", row => row.Long(0)))
        {
            var passages = database.Rows($"SELECT {LedgerRows.PassageColumns} FROM passages p WHERE p.document = @row ORDER BY p.number", LedgerRows.Passage, ("@row", row));
            var document = database.Rows($"SELECT {LedgerRows.DocumentColumns} FROM documents d WHERE d.row = @row", read => LedgerRows.Document(read, [.. passages]), ("@row", row))[0];
            database.Insert(LedgerRows.Signatures, [[row, Signature.Of(document).ToBytes()]]);
        }
    }

    private static void AddHeld(Database database)
    {
        database.Create(HeldSchema.Create);
        database.CreateHeldGuard();
        database.Create(CreateIndices);
    }

    private static int Found(Database database) => (int)database.Number("SELECT max(version) FROM schema_version");

    private static int Applied(Database database, string now)
    {
        _ = database.Execute("INSERT INTO schema_version (version, applied) VALUES (@version, @now)", ("@version", Version), ("@now", now));
        return Version;
    }
}
