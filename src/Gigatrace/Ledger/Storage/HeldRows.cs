namespace Gigatrace.Ledger.Storage;

/// <summary>
/// The rows of what is held, and all SQL on them. They follow from the ledger's rows and may be cleared and rebuilt. Several calls belong into one
/// <see cref="LedgerStore.Write"/>, so that nobody sees them half done.
/// </summary>
public sealed class HeldRows
{
    private const string Columns = "family, subject, kind, key, known_from, known_to, payload";

    private static readonly Table Table = new("held", "family", "subject", "kind", "key", "known_from", "known_to", "payload");

    private readonly Database _database;

    internal HeldRows(Database database) => _database = database;

    /// <exception cref="LedgerException">Two rows of one subject, kind and key would overlap; nothing was written.</exception>
    public void Insert(IEnumerable<HeldRow> rows) => _database.Write(() =>
    {
        // While rows are copied into a table no other question may be asked, so that all of them are there before.
        _database.Insert(Table, rows.Select(row => new object?[] { row.Family, row.Subject, row.Kind, row.Key, row.From, row.To, row.Payload }).ToArray());
        return 0;
    });

    /// <summary>What is held of a family and does not end before a day.</summary>
    public IReadOnlyList<HeldRow> OfFamily(string family, int day) =>
        _database.Rows($"SELECT {Columns} FROM held WHERE family = @family AND known_to > @day ORDER BY subject, kind, key, known_from", Read, ("@family", family), ("@day", day));

    /// <summary>Puts rows in the place of others. Only what differs is written.</summary>
    public void Replace(IReadOnlyCollection<HeldRow> before, IReadOnlyCollection<HeldRow> after) => _database.Write(() =>
    {
        var kept = before.ToHashSet();
        kept.IntersectWith(after);
        foreach (var row in before.Where(row => !kept.Contains(row)))
        {
            _ = _database.Execute("DELETE FROM held WHERE subject = @subject AND kind = @kind AND key = @key AND known_from = @from", ("@subject", row.Subject), ("@kind", row.Kind), ("@key", row.Key), ("@from", row.From));
        }

        Insert(after.Where(row => !kept.Contains(row)));
        return 0;
    });

    /// <summary>Forgets everything, and up to where it was worked out.</summary>
    public void Clear() => _database.Write(() =>
    {
        foreach (var table in (string[])["held", "held_names", "held_blocks", "held_uses", "held_readings", "held_copies", "held_prints", "held_meta"]) _ = _database.Execute($"DELETE FROM {table}");
        return 0;
    });

    /// <summary>All that ever was held of these subjects.</summary>
    public IReadOnlyList<HeldRow> Of(IReadOnlyCollection<string> subjects) => Scan(subjects, "", []);

    /// <summary>What was held of these subjects on a day.</summary>
    public IReadOnlyList<HeldRow> At(IReadOnlyCollection<string> subjects, int day) => Scan(subjects, "AND known_from <= @day AND known_to > @day", [("@day", day)]);

    /// <summary>Everything that was ever held, in an order of its own.</summary>
    public IReadOnlyList<HeldRow> All() => _database.Rows($"SELECT {Columns} FROM held ORDER BY subject, kind, key, known_from", Read);

    /// <summary>Everything that was held on a day.</summary>
    public IReadOnlyList<HeldRow> At(int day) => _database.Rows($"SELECT {Columns} FROM held WHERE known_to > @day AND known_from <= @day ORDER BY subject, kind, key", Read, ("@day", day));

    /// <summary>The number of the first day on which a finding was held; null where none ever was.</summary>
    public int? FirstDay() => _database.Number("SELECT CAST(min(known_from) AS BIGINT) FROM held WHERE kind = @kind", ("@kind", HeldKinds.Finding)) is > 0 and var day ? (int)day : null;

    /// <summary>The number of the day since which, until another, so many findings began; null where there are not so many.</summary>
    public int? DaySince(int day, int findings) => _database
        .Rows("SELECT known_from FROM held WHERE kind = @kind AND known_from <= @day ORDER BY known_from DESC LIMIT 1 OFFSET @before", row => row.Int(0), ("@kind", HeldKinds.Finding), ("@day", day), ("@before", findings - 1))
        .Select(found => (int?)found).FirstOrDefault();

    /// <summary>Everything of a kind that was held on a day.</summary>
    public IReadOnlyList<HeldRow> KindAt(string kind, int day) => _database.Rows(
        $"SELECT {Columns} FROM held WHERE kind = @kind AND known_to > @day AND known_from <= @day ORDER BY subject, key, known_from", Read, ("@kind", kind), ("@day", day));

    /// <summary>The same without what they are of, one by one.</summary>
    public void PayloadsAt(string kind, int day, Action<string> take) => _database.Rows("SELECT payload FROM held WHERE kind = @kind AND known_to > @day AND known_from <= @day", row =>
    {
        take(row.Text(0));
        return 0;
    }, ("@kind", kind), ("@day", day));

    /// <summary>Everything of a kind that began or ended after one day, up to and with another.</summary>
    public IReadOnlyList<HeldRow> KindChanged(string kind, int after, int upTo) => _database.Rows(
        $"""
        SELECT {Columns} FROM held WHERE kind = @kind AND known_from > @after AND known_from <= @up_to
        UNION SELECT {Columns} FROM held WHERE kind = @kind AND known_to > @after AND known_to <= @up_to
        ORDER BY 2, 3, 4
        """, Read, ("@kind", kind), ("@after", after), ("@up_to", upTo));

    /// <summary>How names are printed, on all days.</summary>
    public IReadOnlyList<HeldRow> Names(IReadOnlyCollection<string> names) => Scan(names, "AND kind = @kind", [("@kind", HeldKinds.Name)]);

    /// <summary>Something said of what is held as a whole (up to where it was worked out); null where it was never said.</summary>
    public string? Meta(string name) => _database.Rows("SELECT value FROM held_meta WHERE name = @name", row => row.Text(0), ("@name", name)).FirstOrDefault();

    public void SetMeta(string name, string value) => _database.Write(() =>
        _database.Execute("INSERT INTO held_meta (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", ("@name", name), ("@value", value)));

    private List<HeldRow> Scan(IReadOnlyCollection<string> subjects, string which, (string, object?)[] parameters) =>
        _database.RowsOf(subjects, names => $"SELECT {Columns} FROM held WHERE subject IN ({names}) {which} ORDER BY subject, kind, key, known_from", Read, parameters);

    private static HeldRow Read(Row row) => new(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Int(4), row.Int(5), row.Text(6));
}
