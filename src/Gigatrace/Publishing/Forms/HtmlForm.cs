using System.Net;
using System.Text.RegularExpressions;

namespace Gigatrace.Publishing.Forms;

/// <summary>
/// A page that stands alone: headings, tables and numbered quotes, styled by what it carries itself. No scripts, and nothing is fetched from anywhere.
/// Everything that comes from a document is escaped.
/// </summary>
public static partial class HtmlForm
{
    /// <summary>More letters of a cell are a sentence, which needs room.</summary>
    private const int LongCell = 60;

    /// <summary>Of a page and of the pages of a site.</summary>
    internal const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1a1a1a;background:#fff}"
        + "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}"
        + "th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #ccc}th{font-weight:600;color:#555}"
        + "td.right,th.right{text-align:right}td.whole{white-space:nowrap}td.marks{font-size:.8rem;white-space:nowrap}cite{font-style:normal;color:#555}code{overflow-wrap:anywhere}"
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
    /// <param name="evidence">The words stand at the end of the page; else figures lead to them on the page of whom a row is about.</param>
    /// <param name="links">Of a page that has others beside it; null for one that stands alone.</param>
    public static void WriteBody(TextWriter output, Report report, bool evidence, HtmlLinks? links = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Title is not null) output.Write($"<h1>{Heading(report.Title)}</h1>\n");
        foreach (var line in report.Lead) output.Write($"<p>{links?.Text(line, null) ?? Escaped(line)}</p>\n");
        if (report.IsEmpty && report.Nothing.Length > 0) output.Write($"<p>{Escaped(report.Nothing)}</p>\n");
        var notes = evidence ? new HtmlNotes() : null;
        foreach (var table in report.Tables.Where(table => !table.Rows.IsEmpty)) Write(output, table, table.Title ?? report.Title ?? "Table", notes, links);
        if (notes is { IsEmpty: false }) notes.Write(output, links?.Reader);
    }

    /// <param name="label">What the box is called that scrolls where the table is too wide.</param>
    /// <param name="notes">Null where no evidence is asked for.</param>
    private static void Write(TextWriter output, Table table, string label, HtmlNotes? notes, HtmlLinks? links)
    {
        // A column that is empty from top to bottom is left out, as in a terminal.
        var shown = Enumerable.Range(0, table.Columns.Length).Where(at => table.Rows.Any(row => row.Cells[at].Length > 0)).ToList();
        var marked = notes is not null && table.Rows.Any(row => !row.Evidence.IsEmpty);
        output.Write("<section>\n");
        if (table.Title is not null) output.Write($"<h2>{Escaped(table.Title)}</h2>\n");
        output.Write($"<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{Escaped(label)}\"><table>\n<thead><tr>{string.Concat(shown.Select(at => Head(table.Columns[at])))}{(marked ? "<th scope=\"col\">words</th>" : "")}</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            var marks = notes?.Marks(row.Evidence) ?? "";
            output.Write($"<tr>{string.Concat(shown.Select(at => $"<td{Classes(table.Columns[at], row.Cells[at])}{Mark(table.Columns[at], row.Cells[at])}>{links?.Cell(table, row, at, notes) ?? Escaped(row.Cells[at])}</td>"))}{(marked ? $"<td class=\"marks\">{marks}</td>" : "")}</tr>\n");
        }

        output.Write("</tbody>\n</table></div>\n</section>\n");
    }

    /// <summary>A column without a name is a picture of the one before it: bars of signs, which nobody wants read out.</summary>
    private static string Head(Column column) => column.Name.Length == 0 ? "<td></td>" : $"<th scope=\"col\"{Classes(column)}>{Escaped(column.Name)}</th>";

    /// <summary>What a style goes by: where a plant stands.</summary>
    private static string Mark(Column column, string cell) => column.Name.Length == 0 ? " aria-hidden=\"true\"" : column.Name is "status" && cell.Length > 0 ? $" data-status=\"{Escaped(cell.Replace(' ', '_'))}\"" : "";

    private static string Classes(Column column, string cell = "")
    {
        var classes = string.Join(' ', new[] { column.Right ? "right" : "", column.Whole ? "whole" : "", column.Name is "source" ? "source" : "", cell.Length > LongCell ? "long" : "" }.Where(one => one.Length > 0));
        return classes.Length == 0 ? "" : $" class=\"{classes}\"";
    }

    /// <summary>Escaped, its days not to be broken at the end of a line.</summary>
    public static string Heading(string text) => Days().Replace(Escaped(text), "<time>$0</time>");

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", RegexOptions.None, 1000)]
    private static partial Regex Days();

    /// <summary>Control characters, which no page may hold, and marks that turn round how all that follows is read are left out.</summary>
    public static string Escaped(string text) => WebUtility.HtmlEncode(string.Concat(text.ReplaceLineEndings(" ").Where(IsShown)));

    private static bool IsShown(char c) => !char.IsControl(c) && c is not ((>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'));
}
