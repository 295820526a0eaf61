using System.Data.Common;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Gigatrace.Ledger.Storage;

/// <summary>A ledger in one schema of a PostgreSQL database.</summary>
internal sealed class PostgresDatabase : Database
{
    private readonly NpgsqlConnection _connection;
    private readonly PostgresAddress _address;

    public PostgresDatabase(PostgresAddress address)
    {
        _address = address;
        _connection = new NpgsqlConnection(ConnectionString(address));
    }

    public override string Name => _address.Name;

    protected override DbConnection Connection => _connection;

    protected override Func<string, string>? Decode => PostgresText.Decode;

    /// <summary>
    /// Text is compared byte by byte, as SQLite does, whatever the database's language. References between rows that one transaction writes together, with
    /// numbers it gave itself, are left out: to look each of them up takes as long as writing.
    /// </summary>
    public override void Create(string tables) => Execute(tables
        .Replace(" STRICT, WITHOUT ROWID", "", StringComparison.Ordinal).Replace(" STRICT", "", StringComparison.Ordinal)
        .Replace(" REFERENCES documents (row)", "", StringComparison.Ordinal).Replace(" REFERENCES readings (row)", "", StringComparison.Ordinal)
        .Replace(" TEXT", " TEXT COLLATE \"C\"", StringComparison.Ordinal).Replace(" INTEGER", " BIGINT", StringComparison.Ordinal).Replace(" BLOB", " BYTEA", StringComparison.Ordinal));

    public override void CreateHeldGuard() => Execute(HeldSchema.GuardInPostgres);

    protected override object Encode(object value) => value is string text ? PostgresText.Encode(text) : value;

    protected override int Start(bool create, string now)
    {
        _connection.Open();
        if (!create && !IsLedger()) throw new LedgerException($"there is no ledger at {Name}; `gigatrace read PATH` makes one");
        if (create && !IsThere()) _ = Write(MakeSchema);
        return LedgerSchema.Prepare(this, now, isEmpty: () => !IsLedger(), mark: () => { });
    }

    protected override DbTransaction Begin()
    {
        var transaction = _connection.BeginTransaction();
        try
        {
            using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended('gigatrace ledger ' || @schema, 0))", _connection, transaction);
            command.Parameters.AddWithValue("schema", _address.Schema);
            _ = command.ExecuteNonQuery();
            return transaction;
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    protected override DbTransaction BeginRead() => _connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    protected override void Append(Table table, IEnumerable<object?[]> rows)
    {
        using var importer = _connection.BeginBinaryImport($"COPY {table.Name} ({table.Names}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            importer.StartRow();
            foreach (var value in row) Write(importer, value);
        }

        _ = importer.Complete();
    }

    protected override string Explain(DbException exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => $"{Name}: the server does not accept this user and password",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => $"{Name}: the server has no database '{_address.Database}'",
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => $"{Name} is in use by another program",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied => $"{Name}: this user may not do that ({denied.MessageText})",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => $"{Name} cannot be written: the server's disk is full",
        PostgresException other => $"{Name}: {other.MessageText.ReplaceLineEndings(" ")}",
        NpgsqlException { InnerException: System.Net.Sockets.SocketException } => $"{Name}: no server answers at {_address.Host}, port {_address.Port.ToString(CultureInfo.InvariantCulture)}",
        _ => $"{Name}: the server could not be asked: {exception.Message.ReplaceLineEndings(" ")}",
    };

    private static string ConnectionString(PostgresAddress address)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port,
            Database = address.Database,
            Username = address.User,
            Password = address.Password,
            SearchPath = $"\"{address.Schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
            ApplicationName = "gigatrace",
            Pooling = false,
            CommandTimeout = 0,
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 2,
            Options = "-c lock_timeout=30s",
        };
        if (address.Encryption is { } mode) settings.SslMode = Enum.TryParse<SslMode>(mode.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known) ? known : throw new LedgerException($"there is no sslmode '{mode}'");
        return settings.ToString();
    }

    private static void Write(NpgsqlBinaryImporter importer, object? value)
    {
        switch (value)
        {
            case null: importer.WriteNull(); break;
            case string text: importer.Write(PostgresText.Encode(text), NpgsqlDbType.Text); break;
            case long number: importer.Write(number, NpgsqlDbType.Bigint); break;
            case int number: importer.Write((long)number, NpgsqlDbType.Bigint); break;
            case byte[] bytes: importer.Write(bytes, NpgsqlDbType.Bytea); break;
            default: throw new ArgumentException($"a row holds a {value.GetType()}", nameof(value));
        }
    }

    private int MakeSchema() => Execute($"CREATE SCHEMA IF NOT EXISTS \"{_address.Schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");

    private bool IsThere() => Number("SELECT count(*) FROM pg_namespace WHERE nspname = @schema", ("@schema", _address.Schema)) > 0;

    /// <summary>False for a schema without tables.</summary>
    private bool IsLedger()
    {
        const string OfSchema = "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = @schema";
        if (Number($"SELECT count(*) {OfSchema}", ("@schema", _address.Schema)) == 0) return false;
        if (Number($"SELECT count(*) {OfSchema} AND c.relname IN ('schema_version', 'readings', 'claims')", ("@schema", _address.Schema)) == 3) return true;
        throw new LedgerException($"{Name}: the schema '{_address.Schema}' holds tables, but no ledger of this program");
    }
}
