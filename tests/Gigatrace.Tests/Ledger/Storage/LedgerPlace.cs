using System.Data.Common;
using System.Reflection;
using Gigatrace.Ledger.Storage;
using Microsoft.Data.Sqlite;
using Xunit.Sdk;

namespace Gigatrace.Tests.Ledger.Storage;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>The test is run in a ledger file.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Sqlite]];
}

/// <summary>The test is run on a server; skipped where there is none and that is allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InPostgresAttribute : DataAttribute
{
    public InPostgresAttribute() => Skip = PostgresServer.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Postgres]];
}

/// <summary>Room for one ledger: a file in a folder of its own, or a schema of the tests' server.</summary>
internal sealed class LedgerPlace : IDisposable
{
    private readonly Engine _engine;
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger").FullName;
    private readonly string _schema = "t" + Guid.NewGuid().ToString("N");

    public LedgerPlace(Engine engine)
    {
        _engine = engine;
        Address = engine == Engine.Sqlite ? Path.Combine(_folder, "test.db") : PostgresServer.Running.Address(_schema);
    }

    /// <summary>Takes out of a ledger what version 3 added.</summary>
    private const string WithoutVersion3 = """
        DROP TABLE held; DROP TABLE held_names; DROP TABLE held_blocks; DROP TABLE held_uses; DROP TABLE held_readings; DROP TABLE held_copies; DROP TABLE held_prints; DROP TABLE held_meta;
        DROP INDEX retractions_by_document; DROP INDEX withdrawals_by_judgement;
        """;

    public string Address { get; }

    public SettableClock Clock { get; } = new();

    public LedgerStore Open() => LedgerStore.Open(Address, create: true, Clock);

    /// <summary>The one line that opening it ends with.</summary>
    public string Refusal(bool create = true) => OneLine(() => LedgerStore.Open(Address, create, Clock).Dispose());

    public static string OneLine(Action action)
    {
        var message = Should.Throw<LedgerException>(action).Message;
        message.ShouldNotContain("\n");
        message.ShouldNotContain(PostgresServer.Password);
        message.ShouldNotContain(Uri.EscapeDataString(PostgresServer.Password));
        return message;
    }

    /// <summary>Past the program.</summary>
    public object? Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of a test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    /// <summary>Makes of a ledger one of an older version, as it was then.</summary>
    public void MakeOld(int version = 1) => Run(WithoutVersion3 + (version < 2 ? "DROP TABLE signatures;" : "")
        + $"DELETE FROM schema_version; INSERT INTO schema_version (version, applied) VALUES ({version}, '2025-01-01')");

    /// <summary>The same where there is no ledger yet.</summary>
    public void RunBefore(string sql)
    {
        if (_engine == Engine.Postgres) _ = Run($"CREATE SCHEMA {_schema}");
        _ = Run(sql);
    }

    public long Rows() => (long)Run("SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM readings) + (SELECT count(*) FROM claims) + (SELECT count(*) FROM passages)")!;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public DbConnection Connect()
    {
        if (_engine == Engine.Postgres) return PostgresServer.Running.Connect(_schema);
        var connection = new SqliteConnection($"Data Source={Address};Pooling=False");
        connection.Open();
        return connection;
    }
}

internal sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
