using System.Globalization;
using System.Text;

namespace Gigatrace.Tests.Documents;

/// <summary>A PDF of text in Helvetica, made for tests; and what <c>pdftotext -bbox-layout</c> would write of it.</summary>
internal static class PdfBytes
{
    /// <summary>A line of text on a page.</summary>
    /// <param name="Y">From the bottom of the page, in points.</param>
    public readonly record struct Piece(int X, int Y, int Size, string Text);

    public static byte[] Of(params Piece[][] pages)
    {
        var objects = new List<string> { "<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, page) => $"{3 + 2 * page} 0 R"))}] >>" };
        foreach (var page in pages)
        {
            var content = $"BT\n{string.Concat(page.Select(piece => $"/F {piece.Size} Tf 1 0 0 1 {piece.X} {piece.Y} Tm ({piece.Text}) Tj\n"))}ET";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        for (var number = 1; number <= objects.Count; number++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }

        return Encoding.Latin1.GetBytes($"{file}{table}trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{file.Length}\n%%EOF\n");
    }

    /// <summary>Lines one below the other, from the top down.</summary>
    public static IEnumerable<Piece> Lines(int x, int y, int size, params string[] lines) => lines.Select((line, number) => new Piece(x, y - number * size * 14 / 10, size, line));

    /// <summary>Each run of pieces at one place on the left, of one size and close below each other, is a block; half the size is a letter's width.</summary>
    public static string Printed(params Piece[][] pages)
    {
        var text = new StringBuilder("<doc>\n");
        foreach (var page in pages)
        {
            text.Append("  <page width=\"595.0\" height=\"842.0\">\n");
            Piece? above = null;
            foreach (var piece in page)
            {
                if (above is not { } last || last.X != piece.X || last.Size != piece.Size || last.Y - piece.Y > 2 * piece.Size) text.Append("    <block xMin=\"0\">\n");
                text.Append("      <line xMin=\"0\">\n").Append(Words(piece)).Append("      </line>\n");
                above = piece;
            }

            text.Append("  </page>\n");
        }

        return text.ToString();
    }

    private static string Words(Piece piece)
    {
        var words = new StringBuilder();
        var x = (double)piece.X;
        foreach (var word in piece.Text.Split(' '))
        {
            var right = x + word.Length * piece.Size / 2.0;
            words.Append(CultureInfo.InvariantCulture, $"        <word xMin=\"{x}\" yMin=\"{842 - piece.Y - piece.Size}\" xMax=\"{right}\" yMax=\"{842 - piece.Y}\">{System.Net.WebUtility.HtmlEncode(word)}</word>\n");
            x = right + piece.Size / 4.0;
        }

        return words.ToString();
    }
}
