using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Exchange;

/// <summary>A row with its cells found by column.</summary>
/// <param name="Span">In the table's text.</param>
/// <param name="Line">From 1.</param>
internal sealed record TableRow(ImmutableArray<string> Cells, Span Span, int Line);

/// <summary>A file read as a table by its map: its head, its sound rows, and where each column stands.</summary>
internal sealed class TableRows
{
    private readonly Dictionary<string, int> _columns;

    private TableRows(SourceText text, Span head, Dictionary<string, int> columns, ImmutableArray<TableRow> rows) => (Text, Head, _columns, Rows) = (text, head, columns, rows);

    public SourceText Text { get; }

    /// <summary>The record that names the columns.</summary>
    public Span Head { get; }

    public ImmutableArray<TableRow> Rows { get; }

    /// <summary>Null where a column of the map is missing: without it every row would say less than it does.</summary>
    public static TableRows? Read(SourceText text, TableMap map, string path, Action<Diagnostic> report)
    {
        var start = LineStart(text.Value, map.Head);
        var headEnd = text.Value.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length ? start + length : text.Length;
        var delimiter = map.Delimiter ?? Csv.DelimiterOf(text.Value.AsSpan(start, headEnd - start));
        using var records = Csv.Read(text.Value, delimiter, start).GetEnumerator();
        if (!records.MoveNext() || records.Current.Fault is not null)
        {
            report(new Diagnostic("import.head", path, map.Head, $"line {map.Head} names no columns{(records.Current?.Fault is { } fault ? $": {fault.Message}" : "")}", Skipped: true));
            return null;
        }

        var head = records.Current;
        if (Columns(head.Cells, map, path, report) is not { } columns) return null;
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        while (records.MoveNext())
        {
            if (Sound(records.Current, head.Cells.Length, text, path, report) is { } row) rows.Add(row);
        }

        return new TableRows(text, head.Span, columns, rows.ToImmutable());
    }

    /// <summary>A row's cell, as written; empty where the table lacks an optional column.</summary>
    public string Cell(TableRow row, MapColumn column) => _columns.GetValueOrDefault(column.Name, -1) is >= 0 and var at ? row.Cells[at] : "";

    /// <summary>Where a column stands, from 1; 0 where the table lacks it.</summary>
    public int Number(MapColumn column) => _columns.GetValueOrDefault(column.Name, -1) + 1;

    private static TableRow? Sound(CsvRow record, int columns, SourceText text, string path, Action<Diagnostic> report)
    {
        var place = text.Place(record.Fault?.At ?? record.Span.Start);
        if (record.Fault is { } fault)
        {
            report(new Diagnostic("import.row", path, place.Line, $"column {place.Column}: {fault.Message}; the row is left out"));
            return null;
        }

        if (record.Cells.Length == columns) return new TableRow(record.Cells, record.Span, place.Line);
        report(new Diagnostic("import.row", path, place.Line, $"the row has {Phrases.Count(record.Cells.Length, "cell")} for {Phrases.Count(columns, "column")}; it is left out"));
        return null;
    }

    private static Dictionary<string, int>? Columns(ImmutableArray<string> head, TableMap map, string path, Action<Diagnostic> report)
    {
        var at = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var number = 0; number < head.Length; number++) at.TryAdd(Name(head[number]), number);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var column in Used(map).DistinctBy(column => column.Name))
        {
            if (column.Names.Select(name => at.GetValueOrDefault(Name(name), -1)).FirstOrDefault(number => number >= 0, -1) is >= 0 and var number) found[column.Name] = number;
            else if (!column.IsOptional) missing.Add(column.Name);
        }

        if (missing.Count == 0) return found;
        report(new Diagnostic("import.column", path, map.Head, $"there is no column {string.Join(", ", missing.Select(name => $"\"{name}\""))}; there are {string.Join(", ", head.Select(name => $"\"{Name(name)}\""))}", Skipped: true));
        return null;
    }

    /// <summary>Every column that the map names, those of the key and the subject first.</summary>
    public static IEnumerable<MapColumn> Used(TableMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Key.Concat(map.Subject.Select(part => part.Column).OfType<MapColumn>()).Concat(map.Part.Columns).Concat(map.Fields.SelectMany(field => field.Roles).SelectMany(role => role.Columns))
            .Concat(map.Publisher.Columns).Concat(map.Url.Columns).Concat(map.Published.Columns);
    }

    private static string Name(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int LineStart(string text, int line)
    {
        var at = 0;
        for (var passed = 1; passed < line && at < text.Length; passed++) at = text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;
        return at;
    }
}
