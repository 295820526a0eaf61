using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Exchange;

/// <summary>A table that is no register's edition: each row says what its map finds in it, with the row's or the file's source and date.</summary>
public static class TableImport
{
    /// <summary>The file as one document, or, where rows have sources of their own, one for each row.</summary>
    public static IReadOnlyList<(Document Document, IReadOnlyList<Claim> Claims)> Read(string text, string path, TableMap map, Action<Diagnostic> report)
    {
        ArgumentNullException.ThrowIfNull(map);
        var name = Path.GetFileNameWithoutExtension(path);
        var source = new SourceText(text);
        if (TableRows.Read(source, map, path, report) is not { } table) return [];
        var rows = new RowClaims(map, table, path, report);
        if (map.Publisher.Columns.IsEmpty && map.Url.Columns.IsEmpty && map.Published.Columns.IsEmpty)
        {
            var whole = Sourced(NewDocument.Of(name, path, text, map.Publisher.Fixed, map.Url.Fixed, map.Published.Fixed), map, _ => null, path, 1, report);
            return [(whole, [.. table.Rows.SelectMany(row => Said(map, rows, whole, row)).DistinctBy(claim => claim.Id)])];
        }

        return [.. table.Rows.Select(row => OfRow(table, row, map, rows, name, path, report)).GroupBy(one => one.Document.Path, StringComparer.Ordinal).Select(Joined)];
    }

    /// <summary>A row with a source of its own: its text is the table's head and the row.</summary>
    private static (Document Document, IReadOnlyList<Claim> Claims) OfRow(TableRows table, TableRow row, TableMap map, RowClaims rows, string name, string path, Action<Diagnostic> report)
    {
        string? Cell(MapRole role) => role.Columns.Select(column => table.Cell(row, column).Trim()).FirstOrDefault(cell => cell.Length > 0 && !map.Empty.Contains(cell.ToLowerInvariant()));
        var head = table.Text.Quote(table.Head) + "\n";
        var text = head + table.Text.Quote(row.Span);
        var facts = new[] { map.Publisher.Fixed ?? Cell(map.Publisher), map.Url.Fixed ?? Cell(map.Url), map.Published.Fixed ?? Cell(map.Published) };
        var bare = NewDocument.Of(name, path, text, facts);
        // Rows of a key, or of one text, are one document again when the file is imported once more, wherever they stand in it.
        var document = Sourced(bare with { Path = $"{path}#{(map.Key.IsEmpty ? bare.Id : rows.Key(row))}", Title = $"{Path.GetFileName(path)}, line {row.Line}" }, map, Cell, path, row.Line, report);
        var span = new Span(head.Length, text.Length);
        return (document, [.. Said(map, rows, document, row with { Span = span }).DistinctBy(claim => claim.Id)]);
    }

    /// <summary>A second row with a key of before goes with the first only where it is the same.</summary>
    private static (Document Document, IReadOnlyList<Claim> Claims) Joined(IGrouping<string, (Document Document, IReadOnlyList<Claim> Claims)> rows) => rows.Last();

    private static IEnumerable<Claim> Said(TableMap map, RowClaims rows, Document document, TableRow row) =>
        rows.Subject(row) is not { } subject ? [] : map.Fields.SelectMany(field => rows.Of(document, row, subject, field)).Where(claim => !Ledger.Registers.IsTakenBack(claim));

    private static Document Sourced(Document document, TableMap map, Func<MapRole, string?> cell, string path, int line, Action<Diagnostic> report)
    {
        var written = map.Published.Fixed ?? cell(map.Published);
        var published = written is null ? null : Dates.Read(written, map.Published.Formats);
        if (written is not null && published is null) report(new Diagnostic("import.value", path, line, $"\"{written}\" is no date of publication; the row counts as undated"));
        return document with { Publisher = map.Publisher.Fixed ?? cell(map.Publisher), Url = map.Url.Fixed ?? cell(map.Url), Published = published, SourceKind = map.SourceKind ?? SourceKind.Unknown };
    }
}
