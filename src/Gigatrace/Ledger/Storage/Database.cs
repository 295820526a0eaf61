using System.Data.Common;
using System.Globalization;

namespace Gigatrace.Ledger.Storage;

/// <summary>
/// A ledger's open database: runs SQL that both engines understand (parameters are written <c>@name</c>), and turns what an engine says into one
/// line for a person. One connection; not for use by several threads at once.
/// </summary>
internal abstract class Database : IDisposable
{
    /// <summary>A statement for each number of keys is prepared once and kept; no more than this.</summary>
    private const int KeysAtOnce = 64;

    private DbTransaction? _transaction;
    private bool _writing;

    /// <summary>What a ledger is called in messages: the file's path, or the address without its password.</summary>
    public abstract string Name { get; }

    /// <summary>Hears every statement before it is run: to look at its plan, or to count.</summary>
    public Action<string, IReadOnlyCollection<(string Name, object? Value)>>? Ran { get; set; }

    protected abstract DbConnection Connection { get; }

    /// <param name="ledger">A file's path, or <c>postgres://user:password@host:port/database?schema=name</c>.</param>
    /// <param name="create">Makes the ledger where there is none.</param>
    /// <param name="now">What is written where tables are made.</param>
    public static Database Open(string ledger, bool create, string now)
    {
        Database database = PostgresAddress.IsOne(ledger) ? new PostgresDatabase(PostgresAddress.Of(ledger)) : new SqliteDatabase(ledger, create);
        try
        {
            database.Guard(() => database.Start(create, now));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Runs in one transaction that nobody else writes beside; when it returns, what was written is on disk. Within another one it is a part of that.
    /// </summary>
    public T Write<T>(Func<T> work)
    {
        if (_transaction is null) return Guard(() => Run(Begin(), writing: true, work));
        return _writing ? work() : throw new InvalidOperationException("it is being read, and cannot be written within that");
    }

    /// <summary>All that is read within it is of one moment, whatever others write meanwhile. Within another one it is a part of that.</summary>
    public T Read<T>(Func<T> work) => _transaction is null ? Guard(() => Run(BeginRead(), writing: false, work)) : work();

    public List<T> Rows<T>(string sql, Func<Row, T> read, params IEnumerable<(string Name, object? Value)> parameters) => Guard(() =>
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var row = new Row(reader, Decode);
        var rows = new List<T>();
        while (reader.Read()) rows.Add(Read(row, read));
        return rows;
    });

    /// <summary>Null where there is no row, or nothing in it.</summary>
    public object? Scalar(string sql, params IEnumerable<(string Name, object? Value)> parameters) => Guard(() =>
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    });

    /// <summary>0 where there is no row.</summary>
    public long Number(string sql, params IEnumerable<(string Name, object? Value)> parameters) => Scalar(sql, parameters) as long? ?? 0;

    /// <summary>How many rows it wrote.</summary>
    public int Execute(string sql, params IEnumerable<(string Name, object? Value)> parameters) => Guard(() =>
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    });

    /// <summary>Many rows, as fast as the engine takes them.</summary>
    /// <param name="rows">Values in the order of the table's columns: string, int, long, byte[] or null.</param>
    public void Insert(Table table, IEnumerable<object?[]> rows) => Guard(() =>
    {
        Append(table, rows);
        return 0;
    });

    /// <summary>Makes tables. They are written as SQLite has them; where another engine has other words, it puts them in.</summary>
    public abstract void Create(string tables);

    /// <summary>Makes the engine refuse two rows of <c>held</c> that say of one thing what it was on one day.</summary>
    public abstract void CreateHeldGuard();

    /// <summary>Rows of any number of keys, some keys at a time.</summary>
    /// <param name="sql">Given the names of some keys, for <c>IN (…)</c>.</param>
    public List<T> RowsOf<TKey, T>(IReadOnlyCollection<TKey> keys, Func<string, string> sql, Func<Row, T> read, params IEnumerable<(string Name, object? Value)> parameters)
    {
        var rows = new List<T>();
        foreach (var chunk in keys.Chunk(KeysAtOnce))
        {
            var (names, values) = List(chunk);
            rows.AddRange(Rows(sql(names), read, [.. values, .. parameters]));
        }

        return rows;
    }

    /// <summary>Names for a list in <c>IN (…)</c>, with the values they stand for.</summary>
    public static (string Names, (string Name, object? Value)[] Values) List<T>(IReadOnlyCollection<T> values)
    {
        (string Name, object?)[] named = [.. values.Select((value, at) => (string.Create(CultureInfo.InvariantCulture, $"@v{at}"), (object?)value))];
        return (string.Join(", ", named.Select(value => value.Name)), named);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        _transaction?.Dispose();
        Connection.Dispose();
    }

    /// <summary>Turns text as the engine keeps it into text; null where it keeps any text.</summary>
    protected virtual Func<string, string>? Decode => null;

    /// <summary>A value as the engine can keep it.</summary>
    protected virtual object Encode(object value) => value;

    /// <summary>Connects, makes or migrates the tables, and refuses what is no ledger.</summary>
    protected abstract int Start(bool create, string now);

    /// <summary>A transaction that has waited until no other one writes to this ledger.</summary>
    protected abstract DbTransaction Begin();

    /// <summary>A transaction that sees the ledger as it is at its first query.</summary>
    protected abstract DbTransaction BeginRead();

    protected abstract void Append(Table table, IEnumerable<object?[]> rows);

    /// <summary>One line for a person. Never holds a password.</summary>
    protected abstract string Explain(DbException exception);

    protected DbCommand Command(string sql, IEnumerable<(string Name, object? Value)> parameters)
    {
        Ran?.Invoke(sql, [.. parameters]);
        var command = Connection.CreateCommand();
        command.Transaction = _transaction;
#pragma warning disable CA2100 // Every statement is a constant of this folder; what comes from outside is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters) Add(command, name, value);
        return command;
    }

    protected DbParameter Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value is null ? DBNull.Value : Encode(value);
        command.Parameters.Add(parameter);
        return parameter;
    }

    /// <summary>A row that holds what this program never writes was changed by something else.</summary>
    private T Read<T>(Row row, Func<Row, T> read)
    {
        try
        {
            return read(row);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException or InvalidCastException or System.Text.Json.JsonException)
        {
            throw new LedgerException($"{Name} is damaged: a row in it is not as this program writes it ({exception.Message.ReplaceLineEndings(" ")})", exception);
        }
    }

    private T Run<T>(DbTransaction transaction, bool writing, Func<T> work)
    {
        (_transaction, _writing) = (transaction, writing);
        try
        {
            var result = work();
            transaction.Commit();
            return result;
        }
        finally
        {
            _transaction = null;
            transaction.Dispose();
        }
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DbException exception)
        {
            throw new LedgerException(Explain(exception), exception);
        }
        catch (InvalidOperationException exception) when (Connection.State != System.Data.ConnectionState.Open)
        {
            throw new LedgerException($"{Name}: the connection was lost", exception);
        }
    }
}

/// <summary>A table to which rows are added. Two are the same only where they are one.</summary>
internal sealed class Table(string name, params string[] columns)
{
    public string Name => name;

    public IReadOnlyList<string> Columns => columns;

    /// <summary>The columns as SQL names them: <c>end</c> is a word of its own in it.</summary>
    public string Names { get; } = string.Join(", ", columns.Select(column => $"\"{column}\""));
}
