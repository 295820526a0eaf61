namespace Gigatrace.Publishing.Forms;

/// <summary>Markdown to paste into a note or a page: a heading, tables, and, where it is asked for, the quotes at the end.</summary>
public static class MarkdownForm
{
    public static void Write(TextWriter output, Report report, bool evidence)
    {
        if (report.Title is not null) WriteParagraph(output, $"# {report.Title}");
        foreach (var line in report.Lead) WriteParagraph(output, Escaped(line));
        if (report.IsEmpty) WriteParagraph(output, Escaped(report.Nothing));
        var notes = new Footnotes();
        foreach (var table in report.Tables.Where(table => !table.Rows.IsEmpty)) Write(output, table, evidence ? notes : null);
        if (notes.All.Count > 0) WriteParagraph(output, "## Evidence");
        foreach (var (number, note) in notes.All) output.Write($"{number}. “{Escaped(note.Quote)}” — {Escaped(note.Source)}, `{note.Place}`\n");
    }

    /// <param name="notes">Null where no evidence is asked for.</param>
    private static void Write(TextWriter output, Table table, Footnotes? notes)
    {
        if (table.Title is not null) WriteParagraph(output, $"## {table.Title}");
        WriteRow(output, table.Columns.Select(column => column.Name));
        WriteRow(output, table.Columns.Select(column => column.Right ? "---:" : "---"));
        foreach (var row in table.Rows)
        {
            var mark = notes?.Mark(row.Evidence) ?? "";
            WriteRow(output, row.Cells.Select((cell, at) => Escaped(cell) + (at == row.Cells.Length - 1 && mark.Length > 0 ? " " + mark : "")));
        }

        output.Write('\n');
    }

    private static void WriteParagraph(TextWriter output, string text) => output.Write($"{text}\n\n");

    private static void WriteRow(TextWriter output, IEnumerable<string> cells) => output.Write($"| {string.Join(" | ", cells)} |\n");

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
