using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gigatrace.Ledger.Storage;

/// <summary>A ledger in one file.</summary>
internal sealed class SqliteDatabase : Database
{
    /// <summary>"Giga" in ASCII: what SQLite keeps in a file's head to tell whose database it is.</summary>
    private const int ApplicationId = 0x47696761;

    /// <summary>SQLite's extended codes for writing to a file and making it larger or smaller.</summary>
    private const int WriteFailed = 778, ResizeFailed = 1546;

    /// <summary>A file up to so many bytes is looked through for damage when it is opened; a larger one where something in it cannot be read.</summary>
    private const long Checked = 32 << 20;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<Table, sqlite3_stmt> _statements = [];
    private byte[] _utf8 = new byte[1024];

    public SqliteDatabase(string path, bool create)
    {
        if (Directory.Exists(path)) throw new LedgerException($"{path} is a folder, not a ledger file");
        if (!create && !File.Exists(path)) throw new LedgerException($"there is no ledger at {path}; `gigatrace read PATH` makes one");
        Name = path;
        var mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite;
        // A pooled connection would keep the file open after it is disposed.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
    }

    public override string Name { get; }

    protected override DbConnection Connection => _connection;

    public override void Create(string tables) => Execute(tables);

    public override void CreateHeldGuard() => Execute(HeldSchema.GuardInSqlite);

    protected override int Start(bool create, string now)
    {
        _connection.Open();
        Pragma("busy_timeout = 30000");
        var (application, tables) = (Number("PRAGMA application_id"), Tables());
        if (tables > 0 && application != ApplicationId) throw new LedgerException($"{Name} is a database, but not a ledger of this program");
        Pragma("journal_mode = WAL");
        Pragma("synchronous = FULL");
        Pragma("foreign_keys = ON");
        Pragma("cell_size_check = ON");
        Pragma("cache_size = -65536");
        Pragma("wal_autocheckpoint = 8000");
        if (new FileInfo(Name).Length is > 0 and <= Checked && Damage() is { } damage) throw new LedgerException(Damaged(damage));
        return LedgerSchema.Prepare(this, now, isEmpty: () => Tables() == 0, mark: () => Pragma(string.Create(CultureInfo.InvariantCulture, $"application_id = {ApplicationId}")));
    }

    /// <summary>Asks for the writer's lock at once: a transaction that began with reading could not get it later.</summary>
    protected override DbTransaction Begin() => _connection.BeginTransaction(deferred: false);

    protected override DbTransaction BeginRead() => _connection.BeginTransaction(deferred: true);

    /// <summary>Past the layer that looks each parameter up by its name; each statement is prepared once.</summary>
    protected override void Append(Table table, IEnumerable<object?[]> rows)
    {
        if (!_statements.TryGetValue(table, out var statement)) _statements.Add(table, statement = Prepare(table));
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++) Check(Bind(statement, at + 1, row[at]));
            var result = raw.sqlite3_step(statement);
            _ = raw.sqlite3_reset(statement);
            if (result != raw.SQLITE_DONE) Check(result);
        }
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
        base.Dispose(disposing);
    }

    private sqlite3_stmt Prepare(Table table)
    {
        Check(raw.sqlite3_prepare_v2(_connection.Handle, $"INSERT INTO {table.Name} ({table.Names}) VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))})", out var statement));
        return statement;
    }

    private int Bind(sqlite3_stmt statement, int column, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, column),
        string text => raw.sqlite3_bind_text(statement, column, Utf8(text)),
        long number => raw.sqlite3_bind_int64(statement, column, number),
        int number => raw.sqlite3_bind_int64(statement, column, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, column, bytes),
        _ => throw new ArgumentException($"a row holds a {value.GetType()}", nameof(value)),
    };

    /// <summary>SQLite copies it at once, so one piece of memory serves all. Never a null pointer, which would mean null.</summary>
    private ReadOnlySpan<byte> Utf8(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < most) _utf8 = new byte[most * 2];
        return _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection.Handle);

    protected override string Explain(DbException exception) => ((SqliteException)exception).SqliteErrorCode switch
    {
        26 => $"{Name} is not a ledger: it is no SQLite database",
        11 => Damaged(Damage() ?? exception.Message),
        8 => $"{Name} cannot be written: the file or its folder is read-only",
        14 => $"{Name} cannot be opened: its folder is missing, or there is no permission",
        5 or 6 => $"{Name} is in use by another program",
        13 => Full,
        10 => ((SqliteException)exception).SqliteExtendedErrorCode is WriteFailed or ResizeFailed ? Full : $"{Name} cannot be read: the disk reports an error",
        _ => $"{Name}: {exception.Message.ReplaceLineEndings(" ")}",
    };

    private string Full => $"{Name} cannot be written: the disk is full, or a file may not become larger; what was recorded before is kept";

    /// <summary>What SQLite finds wrong with the file; null where it finds nothing. It sees the structure, not whether a letter was changed.</summary>
    private string? Damage()
    {
        try
        {
            using var command = _connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            return command.ExecuteScalar() is string found and not "ok" ? found.ReplaceLineEndings(" ") : null;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is 11 or 26)
        {
            return exception.Message;
        }
    }

    private string Damaged(string how) => $"{Name} is damaged and was left as it is: restore it from a copy, or read the documents into a new ledger ({how})";

    private long Tables() => Number("SELECT count(*) FROM sqlite_schema");

    private void Pragma(string setting) => Scalar("PRAGMA " + setting);
}
