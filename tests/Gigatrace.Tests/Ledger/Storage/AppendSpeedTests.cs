using System.Diagnostics;
using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Xunit.Abstractions;

namespace Gigatrace.Tests.Ledger.Storage;

/// <summary>
/// How fast documents with their claims are appended, beside making the same rows of them and writing those past the program into tables without index, key or constraint: in
/// SQLite by prepared statements in one transaction, in PostgreSQL by COPY. The program does it in transactions of a thousand documents; those of 64, as
/// <c>read</c> makes them so that little is lost when it is cut off, are measured too. The better of two rounds counts: what else the machine does is no part of it.
/// </summary>
public sealed class AppendSpeedTests(ITestOutputHelper output)
{
    private const int ClaimsEach = 10;

    private static readonly Table[] Tables = [LedgerRows.Documents, LedgerRows.Passages, LedgerRows.Signatures, LedgerRows.Readings, LedgerRows.Claims];

    [Theory, InSqlite, InPostgres]
    [Trait("Category", "Long")]
    public void Appending_is_at_least_half_as_fast_as_writing_bare_rows(Engine engine)
    {
        const int Claims = 100_000;
        Measure(engine, Claims / 10, 1000);
        var rounds = new[] { Measure(engine, Claims, 1000), Measure(engine, Claims, 1000), Measure(engine, Claims, 64) };
        rounds[..2].Max().ShouldBeGreaterThan(0.5);
    }

    private double Measure(Engine engine, int claims, int documentsAtOnce)
    {
        using var place = new LedgerPlace(engine);
        var read = Enumerable.Range(0, claims / ClaimsEach).Select(Made).ToArray();
        using (var ledger = place.Open()) ledger.AddDocuments([Made(-1)], "1");
        var bare = Bare(engine, place, read);
        var appended = Time(() =>
        {
            using var ledger = place.Open();
            foreach (var some in read.Chunk(documentsAtOnce)) ledger.AddDocuments(some, "1");
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine}, {claims:#,0} claims, {documentsAtOnce} documents at once: appended {claims / appended:#,0} claims a second ({appended:0.00} s), bare {claims / bare:#,0} ({bare:0.00} s): {bare / appended:0.00}"));
        return bare / appended;
    }

    private static double Bare(Engine engine, LedgerPlace place, (Document Document, IReadOnlyList<Claim> Claims)[] read)
    {
        foreach (var table in Tables) _ = place.Run($"CREATE TABLE bare_{table.Name} AS SELECT * FROM {table.Name} WHERE 1 = 0");
        using var connection = place.Connect();
        var took = Time(() =>
        {
            using var transaction = connection.BeginTransaction();
            foreach (var (table, values) in Tables.Zip(Rows(read)))
            {
                if (connection is NpgsqlConnection postgres) Copy(postgres, table, values);
                else Insert((SqliteConnection)connection, table, values);
            }

            transaction.Commit();
        });
        foreach (var table in Tables) _ = place.Run($"DROP TABLE bare_{table.Name}");
        return took;
    }

    private static void Insert(SqliteConnection connection, Table table, List<object?[]> rows)
    {
        using var command = connection.CreateCommand();
        var names = Enumerable.Range(0, table.Columns.Count).Select(at => $"@p{at}").ToArray();
#pragma warning disable CA2100 // Names of this program's own tables.
        command.CommandText = $"INSERT INTO bare_{table.Name} ({table.Names}) VALUES ({string.Join(", ", names)})";
#pragma warning restore CA2100
        var parameters = Array.ConvertAll(names, name => command.Parameters.Add(new SqliteParameter(name, null)));
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++) parameters[at].Value = row[at] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static void Copy(NpgsqlConnection connection, Table table, List<object?[]> rows)
    {
        using var importer = connection.BeginBinaryImport($"COPY bare_{table.Name} ({table.Names}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            importer.StartRow();
            foreach (var value in row)
            {
                if (value is null) importer.WriteNull();
                else if (value is string text) importer.Write(text, NpgsqlDbType.Text);
                else if (value is byte[] bytes) importer.Write(bytes, NpgsqlDbType.Bytea);
                else importer.Write(Convert.ToInt64(value, CultureInfo.InvariantCulture), NpgsqlDbType.Bigint);
            }
        }

        importer.Complete();
    }

    /// <summary>By table, the rows that the documents are.</summary>
    private static List<object?[]>[] Rows((Document Document, IReadOnlyList<Claim> Claims)[] read)
    {
        var rows = Array.ConvertAll(Tables, _ => new List<object?[]>());
        for (var at = 0; at < read.Length; at++)
        {
            var (document, claims) = read[at];
            rows[0].Add(LedgerRows.Of(document, at, "2026-01-01T00:00:00.000Z"));
            rows[1].AddRange(document.Passages.Select((passage, number) => LedgerRows.Of(passage, at, number)));
            rows[2].Add([(long)at, Signature.Of(document).ToBytes()]);
            rows[3].Add([(long)at, (long)at, "1", "2026-01-01T00:00:00.000Z"]);
            rows[4].AddRange(claims.Select((claim, number) => LedgerRows.Of(claim, (at * ClaimsEach) + number, at)));
        }

        return rows;
    }

    /// <summary>An article of eight paragraphs, with ten claims.</summary>
    private static (Document Document, IReadOnlyList<Claim> Claims) Made(int number)
    {
        var paragraphs = Enumerable.Range(0, 8).Select(at => $"Paragraph {at} of article {number}: the battery plant in Durres will have a capacity of {number % 50} GWh a year, said the maker, and employ {number % 1000} people.").ToArray();
        var text = string.Join("\n\n", paragraphs);
        var starts = paragraphs.Select((paragraph, at) => paragraphs[..at].Sum(before => before.Length + 2)).ToArray();
        var document = LedgerStoreTests.Document($"press/{number}.md", text) with { Passages = [.. paragraphs.Select((paragraph, at) => new Passage { Span = new Span(starts[at], starts[at] + paragraph.Length), Kind = PassageKind.Paragraph })] };
        var (claim, other) = LedgerStoreTests.Claims(document).ToArray() is [var first, var second] ? (first, second) : throw new InvalidOperationException();
        return (document, [.. Enumerable.Range(0, ClaimsEach).Select(at => (at % 2 == 0 ? claim : other) with { Id = Id(number, at), Quote = paragraphs[at % 8] })]);
    }

    private static string Id(int document, int claim) => (((ulong)((document * ClaimsEach) + claim) + 1) * 0x9E3779B97F4A7C15UL).ToString("x16", CultureInfo.InvariantCulture);

    private static double Time(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
