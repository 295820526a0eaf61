namespace Gigatrace.Ledger.Storage;

/// <summary>
/// What follows from the rows of the ledger, kept so that it need not be worked out again. It can be dropped and rebuilt to the same bytes at any
/// time, so these tables alone may be changed and deleted from.
/// </summary>
internal static class HeldSchema
{
    /// <summary>
    /// <c>held</c>: what was held of a subject, from one day (as a day number) until before another one; rows of one subject, kind and key do not
    /// overlap. <c>held_names</c>: every name with its family; <c>held_blocks</c>: by what names that may be one are brought together.
    /// <c>held_uses</c>: which claims that count are settled under a name (role 0), speak of it (1) or have it as their other side (2), with the
    /// day from which they are known. <c>held_readings</c>: the readings whose claims those are. <c>held_copies</c>: of a document, what it is a
    /// copy of. <c>held_meta</c>: up to where it was worked out, and by what.
    /// </summary>
    public const string Create = """
        CREATE TABLE held (
            family TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, known_from INTEGER NOT NULL, known_to INTEGER NOT NULL, payload TEXT NOT NULL,
            PRIMARY KEY (subject, kind, key, known_from), CHECK (known_from < known_to)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX held_by_start ON held (kind, known_from);
        CREATE INDEX held_by_end ON held (kind, known_to, known_from);
        CREATE INDEX held_by_family ON held (family, known_to);
        CREATE TABLE held_names (name TEXT NOT NULL PRIMARY KEY, family TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX held_names_by_family ON held_names (family);
        CREATE TABLE held_blocks (block INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (block, name)) STRICT, WITHOUT ROWID;
        CREATE TABLE held_uses (name TEXT NOT NULL, role INTEGER NOT NULL, known INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (name, role, known, claim)) STRICT, WITHOUT ROWID;
        CREATE TABLE held_readings (reading INTEGER NOT NULL PRIMARY KEY, document INTEGER NOT NULL) STRICT;
        CREATE INDEX held_readings_by_document ON held_readings (document);
        CREATE TABLE held_copies (document TEXT NOT NULL PRIMARY KEY, original TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE held_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        """;

    /// <summary>The extension belongs to the whole database: two ledgers made in it at once wait for each other. A hash of 64 bits stands for subject, kind and key: with
    /// the words themselves rows are written four times as slowly.</summary>
    public const string GuardInPostgres = """
        SELECT pg_advisory_xact_lock(hashtextextended('gigatrace extension', 0));
        CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
        ALTER TABLE held ADD CONSTRAINT held_apart EXCLUDE USING gist (
            hashtextextended(subject || chr(1) || kind || chr(1) || key, 0) WITH =, int8range(known_from, known_to) WITH &&);
        """;

    /// <summary>The primary key finds the rows to compare with, so it costs one more look-up for each row written.</summary>
    public const string GuardInSqlite = """
        CREATE TRIGGER held_apart BEFORE INSERT ON held
        WHEN EXISTS (SELECT 1 FROM held h WHERE h.subject = NEW.subject AND h.kind = NEW.kind AND h.key = NEW.key AND h.known_from < NEW.known_to AND h.known_to > NEW.known_from)
        BEGIN SELECT RAISE(ABORT, 'two rows of held overlap'); END;
        CREATE TRIGGER held_apart_later BEFORE UPDATE OF subject, kind, key, known_from, known_to ON held
        WHEN EXISTS (SELECT 1 FROM held h WHERE h.subject = NEW.subject AND h.kind = NEW.kind AND h.key = NEW.key AND h.known_from < NEW.known_to AND h.known_to > NEW.known_from AND h.known_from <> OLD.known_from)
        BEGIN SELECT RAISE(ABORT, 'two rows of held overlap'); END;
        """;
}
