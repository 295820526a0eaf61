using Gigatrace.Documents;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;
using Microsoft.Data.Sqlite;

namespace Gigatrace.Tests.Acceptance;

/// <summary>What reading must not change: twice, in another order, or later documents after earlier ones.</summary>
public sealed class ReadingTests(SampleLedger samples) : IClassFixture<SampleLedger>
{
    [Fact]
    public void Reading_twice_adds_no_row_and_changes_no_finding()
    {
        using var ledger = new SampleLedger();
        var (rows, held) = (Rows(ledger), Held(ledger.View()));
        rows.Values.Sum().ShouldBeGreaterThan(300);
        ledger.Read(SampleLedger.Files());
        Rows(ledger).ShouldBe(rows);
        Held(ledger.View()).ShouldBe(held);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1912)]
    public void Any_order_of_reading_gives_the_same(int seed)
    {
        var shuffled = SampleLedger.Files().ToArray();
        new Random(seed).Shuffle(shuffled);
        using var ledger = new SampleLedger(shuffled);
        Held(ledger.View()).ShouldBe(Held(samples.View()));
        Held(ledger.View("2023-01-31")).ShouldBe(Held(samples.View("2023-01-31")));
    }

    /// <summary>Documents come in the order of their dates; what was answered for a day is answered so for ever.</summary>
    [Fact]
    public void Later_documents_change_no_earlier_answer()
    {
        var dated = SampleLedger.Files().Select(file => (File: file, SampleLedger.Document(file).Published?.Latest)).Where(one => one.Latest is not null).OrderBy(one => one.Latest).ToList();
        dated.Count.ShouldBe(18);
        using var ledger = new SampleLedger(Array.Empty<InputFile>());
        foreach (var (file, day) in dated)
        {
            ledger.Read([file]);
            var then = Phrases.Day(day!.Value);
            Held(ledger.View(then)).ShouldBe(Held(samples.View(then)), $"as of {then}, the day of {file.DisplayPath}");
        }
    }

    /// <summary>Every card and list, with its evidence, as a program gets it.</summary>
    private static string Held(View view) => string.Join('\n', (IEnumerable<string>)
    [
        .. view.State.Findings.Select(finding => FindingJson.Of(finding).ToJsonString()),
        .. DisagreementList.Make(view, [], null, evidence: true).Items.Select(item => item.ToJsonString()),
        .. view.State.Plants.Select(plant => PlantCard.Make(view, plant, evidence: true).Items[0].ToJsonString()),
        .. view.State.Companies.Select(company => CompanyCard.Make(view, company, evidence: true).Items[0].ToJsonString()),
    ]);

    private static Dictionary<string, long> Rows(SampleLedger ledger)
    {
        using var file = new SqliteConnection($"Data Source={ledger.Path};Mode=ReadOnly;Pooling=False");
        file.Open();
        return Strings(file, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'held%' ORDER BY name")
            .ToDictionary(table => table, table => long.Parse(Strings(file, $"SELECT count(*) FROM \"{table}\"").Single(), System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    private static List<string> Strings(SqliteConnection file, string sql)
    {
        using var command = file.CreateCommand();
#pragma warning disable CA2100 // the names of the ledger's own tables
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var all = new List<string>();
        while (rows.Read()) all.Add(rows.GetValue(0).ToString()!);
        return all;
    }
}
