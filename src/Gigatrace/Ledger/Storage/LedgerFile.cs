using System.Globalization;
using Gigatrace.Documents;
using Microsoft.Data.Sqlite;

namespace Gigatrace.Ledger.Storage;

/// <summary>The open database file: checks that it is a ledger, runs SQL, and turns what SQLite says into one line for a person.</summary>
internal sealed class LedgerFile : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _path;
    private SqliteTransaction? _transaction;

    private LedgerFile(SqliteConnection connection, string path) => (_connection, _path) = (connection, path);

    public static LedgerFile Open(string path, bool create, string now)
    {
        if (Directory.Exists(path)) throw new LedgerException($"{path} is a folder, not a ledger file");
        if (!create && !File.Exists(path)) throw new LedgerException($"there is no ledger at {path}");
        var mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite;
        // A pooled connection would keep the file open after it is disposed.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        var file = new LedgerFile(connection, path);
        try
        {
            file.Start(now);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Runs in one transaction that nobody else writes beside; when it returns, what was written is on disk.</summary>
    public T Write<T>(Func<T> work) => Guard(() =>
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        _transaction = transaction;
        try
        {
            var result = work();
            transaction.Commit();
            return result;
        }
        finally
        {
            _transaction = null;
        }
    });

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params IEnumerable<(string Name, object? Value)> parameters) => Guard(() =>
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    });

    public object? Scalar(string sql, IEnumerable<(string Name, object? Value)> parameters) => Guard(() =>
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    });

    /// <summary>How many rows it wrote.</summary>
    public int Execute(string sql, params IEnumerable<(string Name, object? Value)> parameters) => Guard(() =>
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    });

    /// <summary>Many rows by one prepared statement.</summary>
    public void Insert(string sql, IEnumerable<IEnumerable<(string Name, object? Value)>> rows) => _ = Guard(() =>
    {
        using var command = Command(sql, []);
        var count = 0;
        foreach (var row in rows)
        {
            foreach (var (name, value) in row)
            {
                if (count == 0) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
                else command.Parameters[name].Value = value ?? DBNull.Value;
            }

            if (count++ == 0) command.Prepare();
            _ = command.ExecuteNonQuery();
        }

        return count;
    });

    private void Start(string now) => _ = Guard(() =>
    {
        _connection.Open();
        Pragma("busy_timeout = 30000");
        var (application, tables) = (Number("PRAGMA application_id"), Number("SELECT count(*) FROM sqlite_schema"));
        if (tables > 0 && application != LedgerSchema.ApplicationId) throw new LedgerException($"{_path} is a database, but not a ledger of this program");
        Pragma("journal_mode = WAL");
        Pragma("synchronous = FULL");
        Pragma("foreign_keys = ON");
        if (tables == 0) Create(now);
        var version = Number("SELECT max(version) FROM schema_version");
        if (version > LedgerSchema.Version) throw new LedgerException($"{_path} was written by a newer version of this program (ledger version {version}, this program knows {LedgerSchema.Version})");
        if (version < LedgerSchema.Version) Migrate(now);
        return version;
    });

    /// <summary>From version 1 to 2: the signatures of the documents that are there. All of it, or none.</summary>
    private void Migrate(string now) => Write(() =>
    {
        // Another process may have done it while this one waited for the lock.
        if (Number("SELECT max(version) FROM schema_version") >= LedgerSchema.Version) return 0;
        _ = Execute(LedgerSchema.CreateSignatures);
        foreach (var row in Rows("SELECT row FROM documents ORDER BY row", row => row.GetInt64(0)))
        {
            var passages = Rows($"SELECT {LedgerRows.PassageColumns} FROM passages p WHERE p.document = $row ORDER BY p.number", LedgerRows.Passage, ("$row", row));
            var document = Rows($"SELECT {LedgerRows.DocumentColumns} FROM documents d WHERE d.row = $row", read => LedgerRows.Document(read, [.. passages]), ("$row", row))[0];
            _ = Execute(LedgerRows.InsertSignature, ("$document", row), ("$prints", Signature.Of(document).ToBytes()));
        }

        return Execute("INSERT INTO schema_version (version, applied) VALUES ($version, $now)", ("$version", LedgerSchema.Version), ("$now", now));
    });

    private void Create(string now) => Write(() =>
    {
        // Another process may have made the tables while this one waited for the lock.
        if (Number("SELECT count(*) FROM sqlite_schema") > 0) return 0;
        _ = Execute(LedgerSchema.Create);
        _ = Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {LedgerSchema.ApplicationId}"));
        return Execute("INSERT INTO schema_version (version, applied) VALUES ($version, $now)", ("$version", LedgerSchema.Version), ("$now", now));
    });

    private void Pragma(string setting) => Scalar("PRAGMA " + setting, []);

    private long Number(string sql) => Scalar(sql, []) as long? ?? 0;

    private SqliteCommand Command(string sql, IEnumerable<(string Name, object? Value)> parameters)
    {
        var command = _connection.CreateCommand();
        command.Transaction = _transaction;
#pragma warning disable CA2100 // Every statement is a constant of this folder; what comes from outside is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw new LedgerException(Explain(exception), exception);
        }
    }

    private string Explain(SqliteException exception) => exception.SqliteErrorCode switch
    {
        26 => $"{_path} is not a ledger: it is no SQLite database",
        11 => $"{_path} is damaged: {exception.Message}",
        8 => $"{_path} cannot be written: the file or its folder is read-only",
        14 => $"{_path} cannot be opened: its folder is missing, or there is no permission",
        5 or 6 => $"{_path} is in use by another program",
        13 => $"{_path} cannot be written: the disk is full",
        _ => $"{_path}: {exception.Message.ReplaceLineEndings(" ")}",
    };
}
