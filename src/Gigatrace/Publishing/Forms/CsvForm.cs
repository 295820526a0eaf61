using System.Buffers;

namespace Gigatrace.Publishing.Forms;

/// <summary>RFC 4180: the first table with a head row. With evidence, one row for each quote, its place in five further columns.</summary>
public static class CsvForm
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private static readonly string[] EvidenceColumns = ["quote", "publisher", "published", "path", "line"];

    public static void Write(TextWriter output, Report report, bool evidence)
    {
        if (report.Tables.IsEmpty) return;
        var table = report.Tables[0];
        WriteLine(output, table.Columns.Select(column => column.Name).Concat(evidence ? EvidenceColumns : []));
        foreach (var row in table.Rows)
        {
            if (evidence) WriteWithEvidence(output, row);
            else WriteLine(output, row.Cells);
        }
    }

    private static void WriteWithEvidence(TextWriter output, Row row)
    {
        foreach (var one in row.Evidence.DefaultIfEmpty())
        {
            var line = one?.Line?.ToString(System.Globalization.CultureInfo.InvariantCulture);
            WriteLine(output, row.Cells.Concat([one?.Quote ?? "", one?.Publisher ?? "", one?.Published ?? "", one?.Path ?? "", line ?? ""]));
        }
    }

    private static void WriteLine(TextWriter output, IEnumerable<string> cells)
    {
        output.Write(string.Join(',', cells.Select(Quoted)));
        output.Write("\r\n");
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
