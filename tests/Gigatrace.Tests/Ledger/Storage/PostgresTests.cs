using System.Globalization;
using Gigatrace.Ledger.Storage;
using Npgsql;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>What is so of a ledger on a server only: what is said where it cannot be reached, and what it needs there.</summary>
public sealed class PostgresTests
{
    [Theory]
    [InlineData("postgres://", "a ledger on a server is written postgres://user:password@host:port/database")]
    [InlineData("postgres://host", "a ledger on a server is written postgres://user:password@host:port/database")]
    [InlineData("postgres://ann:geheim@host/a/b", "a ledger on a server is written postgres://user:password@host:port/database")]
    [InlineData("postgres://ann:geheim@host/db?colour=red", "a ledger's address has no option 'colour'; it may have schema=NAME, sslmode=MODE and sources=FILE")]
    [InlineData("postgres://ann:geheim@host/db?sslmode=perhaps", "there is no sslmode 'perhaps'")]
    [InlineData("postgres://ann:geheim@127.0.0.1:1/db", "postgres://ann@127.0.0.1:1/db: no server answers at 127.0.0.1, port 1")]
    [InlineData("postgresql://ann:geheim@127.0.0.1:1/db?schema=two", "postgres://ann@127.0.0.1:1/db?schema=two: no server answers at 127.0.0.1, port 1")]
    public void What_is_wrong_with_an_address_is_said_without_its_password(string address, string message) =>
        LedgerPlace.OneLine(() => LedgerStore.Open(address, create: true)).ShouldBe(message);

    [Theory, InPostgres]
    public void A_wrong_password_is_said(Engine engine) => Said(engine, Address("tester:geheim", "postgres")).ShouldEndWith("/postgres: the server does not accept this user and password");

    [Theory, InPostgres]
    public void A_missing_database_is_said(Engine engine) => Said(engine, Address($"tester:{Uri.EscapeDataString(PostgresServer.Password)}", "nothing")).ShouldEndWith("the server has no database 'nothing'");

    [Theory, InPostgres]
    public void A_user_without_rights_is_told(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        using (place.Open()) { }
        place.Run("DO $$ BEGIN CREATE ROLE reader LOGIN PASSWORD 'geheim'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        Said(engine, Address("reader:geheim", "postgres")).ShouldContain("this user may not do that");
    }

    [Theory, InPostgres]
    public void Two_ledgers_in_one_database_are_apart(Engine engine)
    {
        using var one = new LedgerPlace(engine);
        using var two = new LedgerPlace(engine);
        using var first = one.Open();
        using var second = two.Open();
        first.AddDocument(LedgerStoreTests.Document("a.txt", "one"), [], "1").ShouldBe(Added.New);
        second.LoadDocuments().ShouldBeEmpty();
        second.AddDocument(LedgerStoreTests.Document("a.txt", "one"), [], "1").ShouldBe(Added.New);
    }

    [Theory, InPostgres]
    public void Its_settings_of_publishers_are_a_file_that_the_address_names(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "publisher\tkind\nCell Week\tblog\n");
            using (var ledger = LedgerStore.Open($"{place.Address}&sources={Uri.EscapeDataString(file)}", create: true)) ledger.Sources.Fingerprint.ShouldNotBeEmpty();
            using (var ledger = place.Open()) ledger.Sources.Fingerprint.ShouldBeEmpty();
        }
        finally
        {
            File.Delete(file);
        }

        LedgerPlace.OneLine(() => LedgerStore.Open($"{place.Address}&sources={Uri.EscapeDataString(file)}", create: true)).ShouldBe($"{file}: the ledger's address names this file with its sources, and it is not there");
    }

    /// <summary>Also past the program: the database itself refuses.</summary>
    [Theory, InPostgres]
    public void What_is_held_cannot_overlap(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        using (place.Open()) { }
        place.Run("INSERT INTO held (family, subject, kind, key, known_from, known_to, payload) VALUES ('f', 's', 'k', 'y', 1, 5, '')");
        Should.Throw<PostgresException>(() => place.Run("INSERT INTO held (family, subject, kind, key, known_from, known_to, payload) VALUES ('f', 's', 'k', 'y', 4, 6, '')")).SqlState.ShouldBe(PostgresErrorCodes.ExclusionViolation);
    }

    [Theory, InPostgres]
    public void A_lost_connection_is_said(Engine engine)
    {
        using var place = new LedgerPlace(engine);
        using var database = Database.Open(place.Address, create: true, "2026-01-01");
        var process = database.Scalar("SELECT pg_backend_pid()");
        place.Run(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_terminate_backend({process})"));
        LedgerPlace.OneLine(() => database.Number("SELECT max(row) FROM claims")).ShouldNotBeEmpty();
        LedgerPlace.OneLine(() => database.Number("SELECT max(row) FROM claims")).ShouldEndWith("the connection was lost");
    }

    private static string Said(Engine engine, string address)
    {
        engine.ShouldBe(Engine.Postgres);
        var message = LedgerPlace.OneLine(() => LedgerStore.Open(address, create: true));
        message.ShouldNotContain("geheim");
        return message;
    }

    private static string Address(string user, string database) => string.Create(CultureInfo.InvariantCulture, $"postgres://{user}@127.0.0.1:{PostgresServer.Running.Port}/{database}");
}
