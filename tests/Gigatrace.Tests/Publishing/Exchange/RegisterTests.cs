using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing.Exchange;

namespace Gigatrace.Tests.Publishing.Exchange;

/// <summary>A register's monthly snapshots, imported in any order: the answer as of each month is that month's file, field by field.</summary>
public sealed class RegisterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gigatrace-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, 24, 200, false)]
    [InlineData(2, 12, 60, true)]
    [InlineData(3, 12, 60, true)]
    public void The_answer_as_of_each_month_is_that_months_file(int seed, int months, int rows, bool oneByOne)
    {
        var register = new MadeUpRegister(seed, rows, months);
        using var ledger = Open();
        var files = MadeUpRegister.Shuffled(register.Months.Select(MadeUpRegister.Edition), seed);
        if (oneByOne) foreach (var file in files) Import(ledger, file);
        else Import(ledger, files);
        foreach (var month in register.Months) Table(ledger, End(month.Month)).ShouldBe(Rows(month.Rows), $"{month.Month}");
    }

    [Fact]
    public void What_is_held_as_of_each_month_is_what_the_file_says()
    {
        var register = new MadeUpRegister(4, 40, 14);
        using var ledger = Open();
        foreach (var file in MadeUpRegister.Shuffled(register.Months.Select(MadeUpRegister.Edition), 5)) Import(ledger, file);
        foreach (var month in register.Months)
        {
            var state = Pipeline.Reconcile(ledger, End(month.Month));
            var held = state.Plants.Select(plant => $"{plant.Name}: {plant.Status?.Value} {(plant.Capacity.Installed ?? plant.Capacity.Planned)?.Value} {plant.Start?.When}");
            held.Order(StringComparer.Ordinal).ShouldBe(month.Rows.Select(Said).Order(StringComparer.Ordinal), $"{month.Month}");
            state.Disagreements.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Importing_again_changes_nothing()
    {
        var register = new MadeUpRegister(6, 20, 5);
        using var ledger = Open();
        EditionFile[] files = [.. register.Months.Select(MadeUpRegister.Edition)];
        Import(ledger, files).ShouldAllBe(one => one.Result == "new");
        var claims = ledger.LoadClaims().Select(claim => claim.Id).ToArray();
        Import(ledger, files).ShouldAllBe(one => one.Result == "unchanged");
        ledger.LoadClaims().Select(claim => claim.Id).ShouldBe(claims);
    }

    [Fact]
    public void The_order_of_import_does_not_matter()
    {
        var register = new MadeUpRegister(7, 30, 8);
        var all = new[] { 0, 1, 2 }.Select(order =>
        {
            using var ledger = Open($"{order}.db");
            foreach (var file in order == 0 ? [.. register.Months.Select(MadeUpRegister.Edition)] : MadeUpRegister.Shuffled(register.Months.Select(MadeUpRegister.Edition), order)) Import(ledger, file);
            return string.Join('\n', ledger.LoadClaims().Select(claim => claim.Id).Order(StringComparer.Ordinal));
        });
        all.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_month_that_is_published_anew_takes_the_place_of_the_old_and_later_months_stay()
    {
        var register = new MadeUpRegister(8, 30, 4);
        using var ledger = Open();
        Import(ledger, [.. register.Months.Select(MadeUpRegister.Edition)]);
        var anew = (register.Months[1].Month, Rows: register.Months[1].Rows.Skip(3).ToArray());
        anew.Rows[0][3] = "(X) Stopped";
        Import(ledger, MadeUpRegister.Edition(anew)).Select(one => one.Result).ShouldBe(["changed", "compared anew"]);
        Table(ledger, End(anew.Month)).ShouldBe(Rows(anew.Rows));
        foreach (var month in register.Months.Where((_, at) => at != 1)) Table(ledger, End(month.Month)).ShouldBe(Rows(month.Rows));
    }

    [Fact]
    public void A_month_taken_back_is_gone_and_the_others_stay()
    {
        var register = new MadeUpRegister(9, 30, 4);
        using var ledger = Open();
        EditionFile[] files = [.. register.Months.Select(MadeUpRegister.Edition)];
        Import(ledger, files);
        ledger.Retract(ledger.Counted("made-up@2021-02")[0].Id, "wrong file", "Ann").ShouldBeTrue();
        Import(ledger).Select(one => one.Result).ShouldBe(["compared anew"]);
        Import(ledger, files).Select(one => one.Result).ShouldBe(["unchanged", "retracted", "unchanged", "unchanged"]);
        Table(ledger, End(register.Months[1].Month)).ShouldBe(Rows(register.Months[0].Rows));
        foreach (var month in register.Months.Where((_, at) => at != 1)) Table(ledger, End(month.Month)).ShouldBe(Rows(month.Rows));
    }

    [Fact]
    public void Another_map_reads_all_editions_anew()
    {
        var register = new MadeUpRegister(10, 20, 3);
        using var ledger = Open();
        Import(ledger, [.. register.Months.Select(MadeUpRegister.Edition)]);
        var map = Map(MadeUpRegister.Map + "\n  - column: Not mapped\n");
        new RegisterBook(ledger, map).Add([], _ => { }).ShouldAllBe(one => one.Result == "compared anew");
        foreach (var month in register.Months)
        {
            Table(ledger, End(month.Month), map).ShouldBe(month.Rows.Select(row => string.Join('·', row.Append($"{month.Month.Month}"))).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Targets_that_a_register_moves_are_slips_and_what_is_moved_forward_is_none()
    {
        using var ledger = Open();
        (string Year, string Month)[] targets = [("2025", "3"), ("2025", "9"), ("2025", "9"), ("2025", "6"), ("", ""), ("2026", "1")];
        for (var month = 0; month < targets.Length; month++)
        {
            Import(ledger, MadeUpRegister.Edition((new DateOnly(2024, 1, 1).AddMonths(month), [["1", "Badufegi Cells", "Kolumoneburg", "(P) Planned", "500", targets[month].Year, targets[month].Month, "", ""]])));
        }

        Slips("2024-02-29").ShouldBe(["2025-03 2025-09"]);
        Slips("2024-04-30").ShouldBe(["2025-03 2025-09"]);
        Slips("2024-05-31").ShouldBeEmpty();
        Slips("2024-06-30").ShouldBe(["2025-03 2025-09", "2025-06 2026-01"]);

        IEnumerable<string> Slips(string day) => Pipeline.Reconcile(ledger, DateOnly.Parse(day, CultureInfo.InvariantCulture)).Plants.Single().Slips.Select(slip => $"{slip.From} {slip.To}");
    }

    [Fact]
    public void Rows_that_look_alike_stay_apart_by_their_key()
    {
        using var ledger = Open();
        string[][] rows = [["1", "Voltara Ltd", "Douai"], ["2", "Voltara", "Douai"], ["3", "Voltara", "France"], ["4", "AESC", "Douai"], ["5", "AESC", "Douai"], ["6", "AESC", "France"], ["7", "Envision AESC", "Douai"]];
        var map = Map(MadeUpRegister.Map.Replace("{Town}", "{Town} [{Id}]", StringComparison.Ordinal));
        new RegisterBook(ledger, map).Add([MadeUpRegister.Edition((new DateOnly(2024, 1, 1), [.. rows.Select(row => new[] { row[0], row[1], row[2], "(OP) Operating", $"{row[0]}000", "", "", "", "" })]))], _ => { });
        var plants = Pipeline.Reconcile(ledger, null).Plants;
        plants.Select(plant => plant.Capacity.Installed!.Value!.ToString()).Order(StringComparer.Ordinal).ShouldBe(["1", "2", "3", "4", "5", "6", "7"]);
        plants.ShouldAllBe(plant => plant.Name.EndsWith($"[{plant.Capacity.Installed!.Value}]", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_claim_rests_on_its_words_and_few_are_needed()
    {
        var register = new MadeUpRegister(11, 100, 12);
        using var ledger = Open();
        var outcomes = Import(ledger, [.. register.Months.Select(MadeUpRegister.Edition)]);
        var texts = ledger.LoadDocuments().ToDictionary(stored => stored.Document.Id, stored => stored.Document.Text);
        foreach (var claim in ledger.LoadClaims())
        {
            var text = texts[claim.DocumentId];
            text.Quote(new Span(text.FromCodePoint(claim.Start), text.FromCodePoint(claim.End))).ShouldBe(claim.Quote);
        }

        outcomes.Skip(1).Average(one => one.Claims).ShouldBeLessThan(outcomes[0].Claims);
    }

    private static string Said(string[] row)
    {
        var status = row[3][..3] switch { "(P)" => "announced", "(U)" => "under_construction", "(OP" => "operating", _ => "paused" };
        var capacity = row[4].Replace(",", "", StringComparison.Ordinal);
        var figure = decimal.TryParse(capacity, CultureInfo.InvariantCulture, out var number) ? (number / 1000).ToString("0.######", CultureInfo.InvariantCulture) : "";
        return $"{row[1]} {row[2]}: {status} {figure} {(row[5].Length == 0 ? "" : row[6].Length == 0 ? row[5] : $"{row[5]}-{int.Parse(row[6], CultureInfo.InvariantCulture):00}")}";
    }

    private static string[] Rows(string[][] rows) => [.. rows.Select(row => string.Join('·', row)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Table(LedgerStore ledger, DateOnly day, TableMap? map = null) =>
        RegisterTable.Make(map ?? Map(), [.. ledger.LoadClaims().Where(claim => claim.Published?.Latest <= day)]) is var report
            ? report.Tables[0].Rows.Select(row => string.Join('·', (map is null ? MadeUpRegister.Columns : [.. MadeUpRegister.Columns, "Not mapped"]).Select(name => row.Cells[report.Tables[0].Columns.Select(column => column.Name).ToList().IndexOf(name)]))).Order(StringComparer.Ordinal) : [];

    private static IReadOnlyList<EditionOutcome> Import(LedgerStore ledger, params EditionFile[] files) => new RegisterBook(ledger, Map()).Add(files, problem => throw new InvalidOperationException(problem.ToString()));

    private static TableMap Map(string? text = null)
    {
        var (map, problems) = TableMapReader.Read(text ?? MadeUpRegister.Map, "map.yaml");
        problems.ShouldBeEmpty();
        return map!;
    }

    private static DateOnly End(DateOnly month) => month.AddMonths(1).AddDays(-1);

    private LedgerStore Open(string name = "ledger.db") => LedgerStore.Open(Path.Combine(_folder, name), create: true);
}
