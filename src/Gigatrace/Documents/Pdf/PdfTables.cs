namespace Gigatrace.Documents;

/// <summary>A table as printed.</summary>
/// <param name="Rows">Each with as many cells as there are columns; empty where nothing stands there.</param>
/// <param name="Lines">What it is made of.</param>
internal sealed record PdfTable(List<string[]> Rows, HashSet<PdfLine> Lines);

/// <summary>Rows of short pieces side by side, in columns that run through, are a table; columns of text are not.</summary>
internal static class PdfTables
{
    private const int FewestRows = 3;

    /// <summary>Rows further apart than so many times their height are not of one table.</summary>
    private const double Apart = 3;

    /// <summary>A piece of more words is text.</summary>
    private const int LongestPiece = 8;

    public static List<PdfTable> Find(PdfPage page)
    {
        var tables = new List<PdfTable>();
        var run = new List<List<PdfLine>>();
        foreach (var row in Rows(page))
        {
            if (run.Count > 0 && !(IsRow(row) && row[0].Top - run[^1][0].Bottom < Apart * row[0].Height)) Take(run, tables);
            if (IsRow(row)) run.Add(row);
        }

        Take(run, tables);
        return tables;
    }

    /// <summary>What stands at one height, from left to right.</summary>
    private static List<List<PdfLine>> Rows(PdfPage page)
    {
        var rows = new List<List<PdfLine>>();
        foreach (var line in page.Lines.OrderBy(line => line.Middle))
        {
            if (rows.Count > 0 && line.Middle - rows[^1][0].Middle < 0.5 * Math.Min(line.Height, rows[^1][0].Height)) rows[^1].Add(line);
            else rows.Add([line]);
        }

        foreach (var row in rows) row.Sort((one, other) => one.Left.CompareTo(other.Left));
        return rows;
    }

    private static bool IsRow(List<PdfLine> row) => row.Count > 1 && row.TrueForAll(piece => WordsOf(piece) <= LongestPiece);

    private static void Take(List<List<PdfLine>> run, List<PdfTable> tables)
    {
        var pieces = run.SelectMany(row => row).ToList();
        var columns = Columns(pieces);
        // Narrow columns of text have more words to a line, and seldom figures.
        var terse = pieces.Count > 0 && (pieces.Average(WordsOf) <= 2 || (pieces.Average(WordsOf) <= 4 && pieces.Count(piece => piece.Text.AsSpan().ContainsAnyInRange('0', '9')) * 4 >= pieces.Count));
        if (run.Count >= FewestRows && columns.Count > 1 && terse) tables.Add(new PdfTable(run.ConvertAll(row => Cells(row, columns)), [.. pieces]));
        run.Clear();
    }

    /// <summary>What overlaps from row to row is one column.</summary>
    private static List<(double Left, double Right)> Columns(List<PdfLine> pieces)
    {
        var columns = new List<(double Left, double Right)>();
        foreach (var piece in pieces.OrderBy(piece => piece.Left))
        {
            if (columns.Count > 0 && piece.Left < columns[^1].Right) columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, piece.Right));
            else columns.Add((piece.Left, piece.Right));
        }

        return columns;
    }

    private static string[] Cells(List<PdfLine> row, List<(double Left, double Right)> columns) =>
        [.. columns.Select(column => string.Join(' ', row.Where(piece => piece.Left >= column.Left && piece.Left < column.Right).Select(piece => piece.Text)))];

    private static int WordsOf(PdfLine line) => line.Text.AsSpan().Count(' ') + 1;
}
