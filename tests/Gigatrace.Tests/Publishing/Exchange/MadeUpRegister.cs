using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Publishing.Exchange;

namespace Gigatrace.Tests.Publishing.Exchange;

/// <summary>
/// A register of works that do not exist, month by month: figures and dates change, come back and become empty, states fall back, owners and
/// towns change their names, rows vanish and come back. The same seed gives the same register.
/// </summary>
internal sealed class MadeUpRegister
{
    public const string Map = """
        register: made-up
        publisher: Office of Works
        date_in_name: "(\\d{4}-\\d{2})"
        empty: ["n/a", "-"]
        key: Id
        subject: "{Operator} {Town}"
        fields:
          - column: Status
            predicate: status
            words: {"(P) *": planned, "(U) Under construction": under_construction, "(OP) Operating": operating, "(X) Stopped": paused}
          - column: Capacity (MWh)
            predicate: capacity
            factor: 0.001
            basis: total
            modality: {column: Status, words: {"(OP)*": actual}, else: planned}
          - columns: [Year, Month]
            predicate: milestone
            value: production_start
            format: [yyyy M, yyyy]
            modality: {column: Status, words: {"(OP)*": actual}, else: planned}
          - column: State
          - column: Note
        """;

    public static readonly string[] Columns = ["Id", "Operator", "Town", "Status", "Capacity (MWh)", "Year", "Month", "State", "Note"];

    private static readonly string[] Statuses = ["(P) Planned", "(P) Permits pending", "(U) Under construction", "(OP) Operating", "(X) Stopped"];
    private static readonly string[] Notes = ["", "-", "n/a", "north, hall 2", "said \"soon\"", "two\nlines", "Erweiterung; später", "電池"];
    private readonly Random _random;
    private readonly List<string[]> _rows = [];
    private readonly List<string[]> _away = [];
    private int _next = 1;

    public MadeUpRegister(int seed, int rows, int months)
    {
        _random = new Random(seed);
        for (var row = 0; row < rows; row++) _rows.Add(NewRow());
        for (var month = 0; month < months; month++)
        {
            if (month > 0) Change(rows);
            Months.Add((new DateOnly(2021, 1, 1).AddMonths(month), [.. _rows.Select(row => row.ToArray())]));
        }
    }

    /// <summary>The first day of each month, and what the register says in it.</summary>
    public List<(DateOnly Month, string[][] Rows)> Months { get; } = [];

    public static string File((DateOnly Month, string[][] Rows) month) => string.Concat(month.Rows.Prepend([.. Columns, "Not mapped"]).Select(row => Csv.Write(row.Length > Columns.Length ? row : [.. row, $"{month.Month.Month}"]) + "\r\n"));

    public static string Name((DateOnly Month, string[][] Rows) month) => string.Create(CultureInfo.InvariantCulture, $"register-{month.Month:yyyy-MM}.csv");

    public static EditionFile Edition((DateOnly Month, string[][] Rows) month) => new(When.Month(month.Month.Year, month.Month.Month), Name(month), _ => File(month));

    /// <summary>Shuffled, the same way each time.</summary>
    public static T[] Shuffled<T>(IEnumerable<T> all, int seed)
    {
        var shuffled = all.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    private void Change(int rows)
    {
        foreach (var row in _rows)
        {
            if (Chance(6)) row[3] = One(Statuses);
            if (Chance(8)) row[4] = Figure();
            if (Chance(8)) (row[5], row[6]) = Date();
            if (Chance(30)) row[7] = One(["North", "South", "", "East"]);
            if (Chance(10)) row[8] = One(Notes);
            if (Chance(60)) row[1] = Operator();
        }

        foreach (var row in _rows.Where(_ => Chance(25)).ToArray())
        {
            _rows.Remove(row);
            _away.Add(row);
        }

        foreach (var row in _away.Where(_ => Chance(4)).ToArray())
        {
            _away.Remove(row);
            _rows.Add(row);
        }

        while (_rows.Count < rows) _rows.Add(NewRow());
        if (Chance(2)) _rows.Reverse();
    }

    private string[] NewRow()
    {
        var (year, month) = Date();
        return [$"{1000 + _next++}", Operator(), Word() + "burg", One(Statuses), Figure(), year, month, One(["North", "South"]), One(Notes)];
    }

    private string Operator() => $"{Word()} Cells";

    /// <summary>No two of them are alike by chance more often than once in a million.</summary>
    private string Word() => string.Concat(Enumerable.Range(0, 4).Select(at => One(["ba", "du", "fe", "gi", "ko", "lu", "mo", "ne", "pi", "ra", "su", "ti", "vo", "wa", "xe", "zu"]))) is var word ? char.ToUpperInvariant(word[0]) + word[1..] : "";

    private string Figure() => One(["", "n/a", $"{_random.Next(1, 60)}00", $"{_random.Next(1, 60)},000", $"{_random.Next(1, 900)}.5"]);

    private (string Year, string Month) Date() => One([("", ""), ($"{_random.Next(2019, 2032)}", $"{_random.Next(1, 13)}"), ($"{_random.Next(2019, 2032)}", "")]);

    private bool Chance(int one) => _random.Next(one) == 0;

    private T One<T>(T[] all) => all[_random.Next(all.Length)];
}
