namespace Gigatrace.Publishing.Forms;

/// <summary>Text that reads in any letter type: headings, and each row as an item with the number of its quotes. No columns that need one width for all letters.</summary>
public static class PlainForm
{
    /// <summary>Characters a line: mail programs break longer ones.</summary>
    private const int Width = 72;

    public static void Write(TextWriter output, Report report, bool evidence)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Title is not null) WriteHeading(output, report.Title, '=');
        foreach (var line in report.Lead) Wrap(output, line, "", "");
        if (report.IsEmpty) Wrap(output, report.Nothing, "", "");
        var notes = evidence ? new Footnotes() : null;
        foreach (var table in report.Tables.Where(table => !table.Rows.IsEmpty)) Write(output, table, notes);
        if (notes is not { All.Count: > 0 }) return;
        output.Write('\n');
        WriteHeading(output, "Evidence", '-');
        foreach (var (number, note) in notes.All) Wrap(output, $"“{note.Quote.ReplaceLineEndings(" ")}” {note.Source}, {note.Place}", $"[{number}] ", "    ");
    }

    /// <summary>Where the first cell names what the row is about, it stands before a colon.</summary>
    private static void Write(TextWriter output, Table table, Footnotes? notes)
    {
        output.Write('\n');
        if (table.Title is not null) WriteHeading(output, table.Title, '-');
        var about = "";
        foreach (var row in table.Rows)
        {
            if (row.Cells[0].Length > 0) about = row.Cells[0];
            var rest = string.Join("; ", row.Cells.Skip(1).Select((cell, at) => (Cell: cell, Name: table.Columns[at + 1].Name)).Where(one => one.Cell.Length > 0).Select((one, at) => at == 0 && table.Columns[1].Name == one.Name ? one.Cell : $"{one.Name}: {one.Cell}"));
            var mark = notes?.Mark(row.Evidence) ?? "";
            Wrap(output, string.Join(' ', new[] { rest.Length == 0 ? about : $"{about}{(about.EndsWith('.') ? "" : ":")} {rest}", mark }.Where(part => part.Length > 0)), "* ", "  ");
        }
    }

    private static void WriteHeading(TextWriter output, string text, char line)
    {
        Wrap(output, text, "", "");
        output.Write(new string(line, Math.Min(text.Length, Width)) + "\n");
    }

    /// <summary>Words longer than a line stay whole.</summary>
    private static void Wrap(TextWriter output, string text, string first, string further)
    {
        var line = first;
        var empty = true;
        foreach (var word in text.ReplaceLineEndings(" ").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && line.Length + 1 + word.Length > Width)
            {
                output.Write(line + "\n");
                line = further;
                empty = true;
            }

            line += empty ? word : $" {word}";
            empty = false;
        }

        output.Write(line + "\n");
    }
}
