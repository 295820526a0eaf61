using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Exchange;

/// <summary>A register as it stood on one day: its document and its rows by their subject, each subject once.</summary>
internal sealed class Edition
{
    private readonly TableMap _map;
    private readonly TableRows _table;
    private readonly RowClaims _claims;

    /// <summary>The same for a second look: its messages have been given.</summary>
    private readonly RowClaims _quiet;
    private readonly Dictionary<string, TableRow> _rows;
    private readonly ImmutableArray<MapColumn> _used;

    private Edition(Document document, TableMap map, TableRows table, RowClaims claims, RowClaims quiet, Dictionary<string, TableRow> rows) =>
        (Document, _map, _table, _claims, _quiet, _rows, _used) = (document, map, table, claims, quiet, rows, [.. TableRows.Used(map).DistinctBy(column => column.Name)]);

    public Document Document { get; }

    public int Rows => _rows.Count;

    public static Edition? Read(Document document, TableMap map, string path, Action<Diagnostic> report)
    {
        if (TableRows.Read(document.Text, map, path, report) is not { } table) return null;
        var claims = new RowClaims(map, table, path, report);
        return new Edition(document, map, table, claims, new RowClaims(map, table, path, _ => { }), Subjects(map, table, claims, path, report));
    }

    /// <summary>What this edition says otherwise than the one before it: rows that are new, cells that changed, and what is no longer said.</summary>
    /// <param name="before">Null for the first.</param>
    public EditionChange Since(Edition? before)
    {
        var change = new EditionChange { Rows = Rows };
        foreach (var (subject, row) in _rows)
        {
            var old = before?._rows.GetValueOrDefault(subject);
            if (old is not null && SameCells(row, before!, old)) continue;
            if (old is null) change.New++;
            else change.Changed++;
            var said = before is not null && old is not null ? before.Said(before._quiet, subject, old) : [];
            change.Claims.AddRange(Said(_claims, subject, row).SelectMany(field => Differing(field, said, subject, row)));
        }

        foreach (var (subject, row) in before?._rows ?? [])
        {
            if (_rows.ContainsKey(subject)) continue;
            change.Gone++;
            change.Claims.AddRange(before!.Said(before._quiet, subject, row).Where(field => field.Value.Exists(claim => !Registers.IsTakenBack(claim) || claim.AsWritten is not null)).Select(field => Taken(field.Value[0], _table.Head, null)));
        }

        return change;
    }

    private IEnumerable<Claim> Differing(KeyValuePair<string, List<Claim>> field, Dictionary<string, List<Claim>> before, string subject, TableRow row)
    {
        var said = before.GetValueOrDefault(field.Key) ?? [];
        if (field.Value.Select(Content).SequenceEqual(said.Select(Content))) return [];
        return field.Value.Count > 0 ? field.Value : [Taken(said[0] with { Subject = subject }, row.Span, "")];
    }

    /// <summary>By rule, what the row says; every field is there, empty where it says nothing.</summary>
    private Dictionary<string, List<Claim>> Said(RowClaims claims, string subject, TableRow row)
    {
        var said = new Dictionary<string, List<Claim>>(StringComparer.Ordinal) { [RowClaims.Listed] = [claims.OfRow(Document, row, subject)] };
        foreach (var field in _map.Fields) said[RowClaims.RuleOf(field)] = [.. claims.Of(Document, row, subject, field)];
        return said;
    }

    private bool SameCells(TableRow row, Edition before, TableRow old)
    {
        foreach (var column in _used)
        {
            if (!string.Equals(_table.Cell(row, column), before._table.Cell(old, column), StringComparison.Ordinal)) return false;
        }

        return true;
    }

    /// <summary>What was said is said no more: a denial of nothing in particular, with the row, or where there is none the head of the table, as its words.</summary>
    private Claim Taken(Claim said, Span span, string? written) => RowClaims.Identified(RowClaims.Sealed(
        said with { Value = null, Unit = null, Object = null, When = null, Basis = null, Qualifier = null, Product = null, Level = null, Region = null, Modality = Modality.Denied, AsWritten = written }, Document, span));

    private static Claim Content(Claim claim) => claim with { Id = "", DocumentId = "", Published = null, Publisher = null, Url = null, Quote = "", Path = "", Start = 0, End = 0 };

    private static Dictionary<string, TableRow> Subjects(TableMap map, TableRows table, RowClaims claims, string path, Action<Diagnostic> report)
    {
        var named = table.Rows.Select(row => (Row: row, Subject: claims.Subject(row))).Where(one => one.Subject is not null).ToList();
        var shared = named.GroupBy(one => one.Subject!, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var rows = new Dictionary<string, TableRow>(named.Count, StringComparer.Ordinal);
        foreach (var (row, subject) in named)
        {
            var own = shared.Contains(subject!) && !map.Key.IsEmpty ? $"{subject} [{string.Join(' ', map.Key.Select(column => table.Cell(row, column).Trim()))}]" : subject!;
            if (rows.TryAdd(own, row)) continue;
            report(new Diagnostic("import.key", path, row.Line, map.Key.IsEmpty ? $"a second row on \"{own}\"; name the columns that tell rows apart in \"key\"; the row is left out" : $"a second row with the key {own}; the row is left out"));
        }

        return rows;
    }
}

/// <summary>How an edition differs from the one before it.</summary>
internal sealed class EditionChange
{
    public int Rows { get; init; }

    public int New { get; set; }

    public int Changed { get; set; }

    public int Gone { get; set; }

    public List<Claim> Claims { get; } = [];
}
