using System.Globalization;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Forms;
using Spectre.Console;
using Table = Gigatrace.Publishing.Table;

namespace Gigatrace.App;

/// <summary>
/// Tables for people, made to read well at 80 columns. Quotes stand under the tables, numbered, so that rows stay rows.
/// A column that is empty from top to bottom is left out. Colour only where the shell has it; no spaces at the ends of lines.
/// </summary>
internal static class TableForm
{
    /// <summary>From so many columns on, what stands aside is shown too.</summary>
    private const int Roomy = 100;

    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Faint = new(decoration: Decoration.Dim);

    public static void Write(Shell shell, Report report, bool evidence)
    {
        using var buffer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = Console(buffer, shell);
        var notes = evidence ? new Footnotes() : null;
        if (report.Title is not null) console.Write(new Text(report.Title + "\n", Strong));
        foreach (var line in report.Lead) console.Write(new Text(line + "\n"));
        foreach (var table in report.Tables.Where(table => !table.Rows.IsEmpty)) Write(console, table, notes);
        if (report.IsEmpty || report.Tables.All(table => table.Rows.IsEmpty)) console.Write(new Text(report.Nothing + "\n"));
        if (notes is { All.Count: > 0 }) WriteNotes(console, notes);
        WriteLines(shell.Out, buffer.ToString());
    }

    /// <summary>Without spaces at the ends of lines, and never two empty lines together.</summary>
    private static void WriteLines(TextWriter output, string text)
    {
        var lines = text.TrimEnd().Split('\n').Select(line => IsBlank(line) ? "" : line.TrimEnd()).ToArray();
        var last = Array.FindLastIndex(lines, line => line.Length > 0);
        var before = "";
        foreach (var line in lines.Take(last + 1))
        {
            if (line.Length > 0 || before.Length > 0) output.WriteLine(line);
            before = line;
        }
    }

    /// <summary>Nothing but spaces, and colour for them.</summary>
    private static bool IsBlank(string line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '\u001B' && line.IndexOf('m', at) is >= 0 and var end) at = end;
            else if (!char.IsWhiteSpace(line[at])) return false;
        }

        return true;
    }

    private static void Write(IAnsiConsole console, Table table, Footnotes? notes)
    {
        console.Write(new Text("\n"));
        if (table.Title is not null) console.Write(new Text(table.Title + "\n", Strong));
        var grid = new Spectre.Console.Table { Border = TableBorder.Simple, BorderStyle = Faint, UseSafeBorder = false };
        var shown = table.Columns.Select((column, at) => (!column.Aside || console.Profile.Width >= Roomy) && table.Rows.Any(row => row.Cells[at].Length > 0)).ToList();
        foreach (var column in table.Columns.Where((_, at) => shown[at])) grid.AddColumn(Head(column));
        if (notes is not null) grid.AddColumn(Head(new Column("", Whole: true)));
        foreach (var row in table.Rows)
        {
            var cells = row.Cells.Where((_, at) => shown[at]).Select(cell => new Text(cell)).ToList();
            if (notes is not null) cells.Add(new Text(notes.Mark(row.Evidence), Faint));
            grid.AddRow(cells);
        }

        console.Write(grid);
    }

    private static void WriteNotes(IAnsiConsole console, Footnotes notes)
    {
        console.Write(new Text("\nEvidence\n", Strong));
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(1)).AddColumn(new GridColumn());
        foreach (var (number, note) in notes.All)
        {
            grid.AddRow(new Text($"[{number}]", Faint), new Text($"“{note.Quote.ReplaceLineEndings(" ")}”"));
            grid.AddRow(new Text(""), new Text($"{note.Source} · {note.Place}", Faint));
        }

        console.Write(grid);
    }

    private static TableColumn Head(Column column)
    {
        var head = new TableColumn(new Text(column.Name, Faint)) { Padding = new Padding(0, 0, 1, 0), NoWrap = column.Whole };
        return column.Right ? head.RightAligned() : head.LeftAligned();
    }

    private static IAnsiConsole Console(TextWriter writer, Shell shell)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = shell.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = shell.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = shell.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
