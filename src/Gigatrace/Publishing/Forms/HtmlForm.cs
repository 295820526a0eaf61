using System.Net;

namespace Gigatrace.Publishing.Forms;

/// <summary>
/// A page that stands alone: headings, tables and numbered quotes, styled by what it carries itself. No scripts, and nothing is fetched from anywhere.
/// Everything that comes from a document is escaped.
/// </summary>
public static class HtmlForm
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1a1a1a;background:#fff}"
        + "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}"
        + "th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #ccc}th{font-weight:600;color:#555}"
        + "td.right,th.right{text-align:right}sup{font-size:.75rem}cite{font-style:normal;color:#555}code{overflow-wrap:anywhere}"
        + "@media(prefers-color-scheme:dark){body{color:#eee;background:#181818}th,cite{color:#aaa}a{color:#8ab4f8}th,td{border-color:#444}}";

    public static void Write(TextWriter output, Report report, bool evidence)
    {
        ArgumentNullException.ThrowIfNull(report);
        output.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        output.Write($"<title>{Escaped(report.Title ?? "Gigatrace")}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n");
        WriteBody(output, report, evidence);
        output.Write("</main>\n</body>\n</html>\n");
    }

    /// <summary>What stands between the beginning and the end of a page, for pages that have a frame of their own.</summary>
    public static void WriteBody(TextWriter output, Report report, bool evidence)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Title is not null) output.Write($"<h1>{Escaped(report.Title)}</h1>\n");
        foreach (var line in report.Lead) output.Write($"<p>{Escaped(line)}</p>\n");
        if (report.IsEmpty) output.Write($"<p>{Escaped(report.Nothing)}</p>\n");
        var notes = evidence ? new Footnotes() : null;
        foreach (var table in report.Tables.Where(table => !table.Rows.IsEmpty)) Write(output, table, notes);
        if (notes is { All.Count: > 0 }) WriteNotes(output, notes);
    }

    /// <param name="notes">Null where no evidence is asked for.</param>
    private static void Write(TextWriter output, Table table, Footnotes? notes)
    {
        // A column that is empty from top to bottom is left out, as in a terminal.
        var shown = Enumerable.Range(0, table.Columns.Length).Where(at => table.Rows.Any(row => row.Cells[at].Length > 0)).ToList();
        output.Write("<section>\n");
        if (table.Title is not null) output.Write($"<h2>{Escaped(table.Title)}</h2>\n");
        output.Write($"<table>\n<thead><tr>{string.Concat(shown.Select(at => $"<th scope=\"col\"{Aligned(table.Columns[at])}>{Escaped(table.Columns[at].Name)}</th>"))}</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            var marks = notes is null ? "" : string.Concat(notes.Numbers(row.Evidence).Select(number => $" <sup><a href=\"#e{number}\">[{number}]</a></sup>"));
            output.Write($"<tr>{string.Concat(shown.Select(at => $"<td{Aligned(table.Columns[at])}>{Escaped(row.Cells[at])}{(at == shown[^1] ? marks : "")}</td>"))}</tr>\n");
        }

        output.Write("</tbody>\n</table>\n</section>\n");
    }

    private static void WriteNotes(TextWriter output, Footnotes notes)
    {
        output.Write("<section>\n<h2>Evidence</h2>\n<ol>\n");
        foreach (var (number, note) in notes.All) output.Write($"<li id=\"e{number}\"><q>{Escaped(note.Quote)}</q> <cite>{Escaped(note.Source)}</cite>, <code>{Escaped(note.Place)}</code></li>\n");
        output.Write("</ol>\n</section>\n");
    }

    private static string Aligned(Column column) => column.Right ? " class=\"right\"" : "";

    /// <summary>Control characters, which no page may hold, are left out.</summary>
    private static string Escaped(string text) => WebUtility.HtmlEncode(string.Concat(text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c))));
}
