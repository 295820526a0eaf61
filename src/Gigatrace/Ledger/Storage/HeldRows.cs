using System.Data.Common;
using System.Globalization;

namespace Gigatrace.Ledger.Storage;

/// <summary>What was held of a subject, half-open: from one day until before another.</summary>
/// <param name="Kind">What it is ("finding", "plant"); days of different kinds do not touch each other.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="Key">Which of the subject's: its topic.</param>
/// <param name="From">A day number (<see cref="DateOnly.DayNumber"/>).</param>
/// <param name="To">A day number; <see cref="Open"/> while it still holds.</param>
/// <param name="Payload">What was held.</param>
public sealed record HeldRow(string Kind, string Subject, string Key, int From, int To, string Payload)
{
    /// <summary>One past the last day there is.</summary>
    public const int Open = 3652059;
}

/// <summary>
/// The rows of what is held, and all SQL on them. They follow from the ledger's rows and may be cleared and rebuilt. Several calls belong into one
/// <see cref="LedgerStore.Write"/>, so that nobody sees them half done.
/// </summary>
public sealed class HeldRows
{
    private const string Columns = "kind, subject, key, known_from, known_to, payload";

    /// <summary>So many subjects are asked for at once.</summary>
    private const int Chunk = 64;

    private static readonly Table Table = new("held", "kind", "subject", "key", "known_from", "known_to", "payload");

    private readonly Database _database;

    internal HeldRows(Database database) => _database = database;

    /// <exception cref="LedgerException">Two rows of one subject, kind and key would overlap; nothing was written.</exception>
    public void Insert(IEnumerable<HeldRow> rows) => _database.Write(() =>
    {
        _database.Insert(Table, rows.Select(row => new object?[] { row.Kind, row.Subject, row.Key, row.From, row.To, row.Payload }));
        return 0;
    });

    /// <summary>Ends what still holds on that day: it held until before it. False where nothing did.</summary>
    public bool Close(string subject, string kind, string key, int day) => _database.Write(() => _database.Execute(
        "UPDATE held SET known_to = @day WHERE subject = @subject AND kind = @kind AND key = @key AND known_to > @day AND known_from < @day", [.. One(subject, kind, key), ("@day", day)]) > 0);

    /// <summary>Forgets of these subjects what held from a day on: rows that begin later go, those that reach over it are open again until it is said otherwise.</summary>
    public void DeleteFrom(IReadOnlyCollection<string> subjects, int day) => _database.Write(() =>
    {
        foreach (var chunk in subjects.Chunk(Chunk))
        {
            var (names, values) = In(chunk);
            _ = _database.Execute($"DELETE FROM held WHERE subject IN ({names}) AND known_from >= @day", [.. values, ("@day", day)]);
            _ = _database.Execute($"UPDATE held SET known_to = @open WHERE subject IN ({names}) AND known_to >= @day AND known_to < @open", [.. values, ("@day", day), ("@open", HeldRow.Open)]);
        }

        return 0;
    });

    /// <summary>Forgets everything, and up to where it was worked out.</summary>
    public void Clear() => _database.Write(() => _database.Execute("DELETE FROM held") + _database.Execute("DELETE FROM held_meta"));

    /// <summary>All that ever was held of these subjects.</summary>
    public IReadOnlyList<HeldRow> Of(IReadOnlyCollection<string> subjects) => Scan(subjects, "", []);

    /// <summary>What was held of these subjects on a day.</summary>
    public IReadOnlyList<HeldRow> At(IReadOnlyCollection<string> subjects, int day) => Scan(subjects, "AND known_from <= @day AND known_to > @day", [("@day", day)]);

    /// <summary>Everything of a kind that was held on a day.</summary>
    public IReadOnlyList<HeldRow> KindAt(string kind, int day) => _database.Rows(
        $"SELECT {Columns} FROM held WHERE kind = @kind AND known_to > @day AND known_from <= @day ORDER BY subject, key, known_from", Row, ("@kind", kind), ("@day", day));

    /// <summary>Everything of a kind that began or ended after one day, up to and with another.</summary>
    public IReadOnlyList<HeldRow> KindChanged(string kind, int after, int upTo) => _database.Rows(
        $"""
        SELECT {Columns} FROM held WHERE kind = @kind AND known_from > @after AND known_from <= @up_to
        UNION SELECT {Columns} FROM held WHERE kind = @kind AND known_to > @after AND known_to <= @up_to
        ORDER BY 2, 3, 4
        """, Row, ("@kind", kind), ("@after", after), ("@up_to", upTo));

    /// <summary>Something said of what is held as a whole (up to where it was worked out); null where it was never said.</summary>
    public string? Meta(string name) => _database.Scalar("SELECT value FROM held_meta WHERE name = @name", ("@name", name)) as string;

    public void SetMeta(string name, string value) => _database.Write(() =>
        _database.Execute("INSERT INTO held_meta (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", ("@name", name), ("@value", value)));

    private List<HeldRow> Scan(IReadOnlyCollection<string> subjects, string which, (string, object?)[] parameters)
    {
        var rows = new List<HeldRow>();
        foreach (var chunk in subjects.Chunk(Chunk))
        {
            var (names, values) = In(chunk);
            rows.AddRange(_database.Rows($"SELECT {Columns} FROM held WHERE subject IN ({names}) {which} ORDER BY subject, kind, key, known_from", Row, [.. values, .. parameters]));
        }

        return rows;
    }

    private static (string Names, (string, object?)[] Values) In(string[] subjects)
    {
        (string Name, object?)[] values = [.. subjects.Select((subject, at) => (string.Create(CultureInfo.InvariantCulture, $"@s{at}"), (object?)subject))];
        return (string.Join(", ", values.Select(value => value.Name)), values);
    }

    private static (string, object?)[] One(string subject, string kind, string key) => [("@subject", subject), ("@kind", kind), ("@key", key)];

    private static HeldRow Row(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetString(5));
}
