using System.Globalization;
using System.Net;

namespace Gigatrace.Documents;

/// <summary>Words side by side on a page. Lengths in points from its top left corner.</summary>
/// <param name="Block">Lines of one number were found to belong together.</param>
internal sealed record PdfLine(string Text, double Left, double Right, double Top, double Bottom, int Block)
{
    public double Height => Bottom - Top;

    public double Middle => (Top + Bottom) / 2;
}

/// <param name="Lines">In the order of reading: column by column.</param>
internal sealed record PdfPage(double Width, double Height, List<PdfLine> Lines);

/// <summary>
/// Reads what <c>pdftotext -bbox-layout</c> writes: an element a line, words within lines within blocks. It is read line by line, since the letters
/// of a PDF may be any, and then it is no XML.
/// </summary>
internal static class PdfPages
{
    /// <summary>Words that stand further apart than so many times their height are not of one line: cells of a table.</summary>
    private const double Gap = 1.4;

    public static List<PdfPage> Read(string output)
    {
        var pages = new List<PdfPage>();
        var block = 0;
        PdfLine? open = null;
        foreach (var line in output.AsSpan().EnumerateLines())
        {
            var element = line.TrimStart(' ');
            if (element.StartsWith("<word ") && pages.Count > 0) open = Grown(open, Word(element, block), pages[^1]);
            else Close(ref open, pages);
            if (element.StartsWith("<block ")) block++;
            else if (element.StartsWith("<page ")) pages.Add(new PdfPage(Value(element, "width"), Value(element, "height"), []));
        }

        Close(ref open, pages);
        return pages;
    }

    private static void Close(ref PdfLine? open, List<PdfPage> pages)
    {
        if (open is not null) pages[^1].Lines.Add(open);
        open = null;
    }

    private static PdfLine? Grown(PdfLine? line, PdfLine? word, PdfPage page)
    {
        if (word is null || line is null) return word ?? line;
        if (word.Left - line.Right <= Gap * Math.Min(line.Height, word.Height))
            return line with { Text = $"{line.Text} {word.Text}", Right = Math.Max(line.Right, word.Right), Top = Math.Min(line.Top, word.Top), Bottom = Math.Max(line.Bottom, word.Bottom) };
        page.Lines.Add(line);
        return word;
    }

    private static PdfLine? Word(ReadOnlySpan<char> element, int block)
    {
        var start = element.IndexOf('>') + 1;
        var end = element.LastIndexOf("</word>");
        if (start <= 0 || end <= start) return null;
        var text = WebUtility.HtmlDecode(element[start..end].ToString()).Trim();
        return text.Length == 0 ? null : new PdfLine(text, Value(element, "xMin"), Value(element, "xMax"), Value(element, "yMin"), Value(element, "yMax"), block);
    }

    private static double Value(ReadOnlySpan<char> element, string name)
    {
        var at = element.IndexOf(name);
        if (at < 0) return 0;
        var rest = element[(at + name.Length)..].TrimStart("=\"");
        var end = rest.IndexOf('"');
        return end > 0 && double.TryParse(rest[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;
    }
}
