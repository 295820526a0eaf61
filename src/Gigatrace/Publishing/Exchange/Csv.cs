using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Exchange;

/// <summary>A record of a table. Either it has cells or it says what is wrong with it.</summary>
/// <param name="Cells">Without the quotation marks around them; white space is kept.</param>
/// <param name="Span">From its first character to its last, without the line end.</param>
/// <param name="Fault">What is wrong and where; null for a sound record.</param>
internal sealed record CsvRow(ImmutableArray<string> Cells, Span Span, (int At, string Message)? Fault = null);

/// <summary>
/// RFC 4180 as it is written, and nothing beside it: cells between delimiters, quoted where they hold one, a quotation mark or a line
/// end; a quotation mark in them is doubled. A record that is not so is reported, and reading goes on with the next line.
/// </summary>
internal static class Csv
{
    private const string Delimiters = ",;\t|";
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");

    /// <summary>Every record from there on; empty lines are none.</summary>
    public static IEnumerable<CsvRow> Read(string text, char delimiter, int start = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cells = new List<string>();
        for (var at = start; at < text.Length;)
        {
            var row = ReadOne(text, delimiter, at, cells, out var next);
            if (row.Fault is not null || row.Span.Length > 0) yield return row;
            at = next;
        }
    }

    /// <summary>The sign that stands most often outside quotation marks in a line: comma, semicolon, tab or bar. Comma where none does.</summary>
    public static char DelimiterOf(ReadOnlySpan<char> line)
    {
        Span<int> counts = stackalloc int[Delimiters.Length];
        var quoted = false;
        foreach (var c in line)
        {
            if (c is '"') quoted = !quoted;
            else if (!quoted && Delimiters.IndexOf(c) is >= 0 and var which) counts[which]++;
        }

        var best = 0;
        for (var which = 1; which < counts.Length; which++)
        {
            if (counts[which] > counts[best]) best = which;
        }

        return Delimiters[best];
    }

    /// <summary>One record without its line end, quoted only where it must be.</summary>
    public static string Write(IEnumerable<string> cells, char delimiter = ',') => string.Join(delimiter, cells.Select(cell => Quoted(cell, delimiter)));

    /// <summary>The cells of one record; null where it is none or more than one.</summary>
    public static ImmutableArray<string>? Cells(string record)
    {
        if (record.Length == 0) return [""];
        var rows = Read(record, ',').Take(2).ToArray();
        return rows is [{ Fault: null } only] ? only.Cells : null;
    }

    private static string Quoted(string cell, char delimiter) =>
        cell.AsSpan().ContainsAny("\"\r\n") || cell.Contains(delimiter, StringComparison.Ordinal) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static CsvRow ReadOne(string text, char delimiter, int start, List<string> cells, out int next)
    {
        cells.Clear();
        var at = start;
        while (true)
        {
            var fault = text.Length > at && text[at] == '"' ? ReadQuoted(text, ref at, cells) : ReadPlain(text, delimiter, ref at, cells);
            if (fault is not null) return Broken(text, start, fault.Value, out next);
            if (at < text.Length && text[at] == delimiter)
            {
                at++;
                continue;
            }

            if (at < text.Length && text[at] is not ('\r' or '\n')) return Broken(text, start, (at, "there is text behind the closing quotation mark of a cell"), out next);
            next = AfterLineEnd(text, at);
            return new CsvRow([.. cells], new Span(start, at));
        }
    }

    private static (int At, string Message)? ReadPlain(string text, char delimiter, ref int at, List<string> cells)
    {
        var start = at;
        while (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n'))
        {
            if (text[at] == '"') return (at, "there is a quotation mark in a cell that does not begin with one");
            at++;
        }

        cells.Add(text[start..at]);
        return null;
    }

    private static (int At, string Message)? ReadQuoted(string text, ref int at, List<string> cells)
    {
        var open = at++;
        StringBuilder? parts = null;
        while (true)
        {
            var close = text.IndexOf('"', at);
            if (close < 0) return (open, "a quotation mark is opened and not closed");
            if (close + 1 < text.Length && text[close + 1] == '"')
            {
                (parts ??= new StringBuilder()).Append(text, at, close + 1 - at);
                at = close + 2;
                continue;
            }

            cells.Add(parts is null ? text[at..close] : parts.Append(text, at, close - at).ToString());
            at = close + 1;
            return null;
        }
    }

    private static CsvRow Broken(string text, int start, (int, string) fault, out int next)
    {
        var end = text.AsSpan(start).IndexOfAny(LineEnds) is >= 0 and var length ? start + length : text.Length;
        next = AfterLineEnd(text, end);
        return new CsvRow([], new Span(start, end), fault);
    }

    private static int AfterLineEnd(string text, int at) =>
        at >= text.Length ? text.Length : text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
}
