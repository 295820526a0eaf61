using System.Text;

namespace Gigatrace.Documents;

/// <summary>Running heads and feet, and page numbers: lines at the edges of pages that return at the same place on others.</summary>
internal static class PdfMargins
{
    /// <summary>The part of a page's height, at its top and at its bottom, that may hold them.</summary>
    private const double Edge = 0.12;

    /// <summary>How far, in points, they may stray from page to page.</summary>
    private const double Stray = 6;

    /// <param name="largest">What is set larger is a heading of the text.</param>
    public static void Drop(List<PdfPage> pages, double largest)
    {
        bool AtEdge(PdfLine line, PdfPage page) => line.Height <= largest && (line.Bottom < Edge * page.Height || line.Top > (1 - Edge) * page.Height);
        var places = pages.SelectMany(page => page.Lines.Where(line => AtEdge(line, page)).Select(Place).Distinct()).CountBy(place => place).ToDictionary();
        // Left and right pages have heads of their own. What stands on two pages only may be chance.
        var often = Math.Max(3, pages.Count / 3);
        foreach (var page in pages) page.Lines.RemoveAll(line => AtEdge(line, page) && (IsNumber(line.Text) || Times(places, Place(line)) >= often));
    }

    private static (string Shape, int At) Place(PdfLine line) => (Shape(line.Text), (int)(line.Top / Stray));

    private static int Times(Dictionary<(string Shape, int At), int> places, (string Shape, int At) place) =>
        places.GetValueOrDefault(place) + places.GetValueOrDefault((place.Shape, place.At - 1)) + places.GetValueOrDefault((place.Shape, place.At + 1));

    /// <summary>Numbers change from page to page.</summary>
    private static string Shape(string line)
    {
        var shape = new StringBuilder();
        foreach (var c in line)
        {
            if (!char.IsDigit(c)) shape.Append(char.ToLowerInvariant(c));
            else if (shape.Length == 0 || shape[^1] != '#') shape.Append('#');
        }

        return shape.ToString();
    }

    private static bool IsNumber(string line) => line.Length <= 24 && Shape(line).Trim('-', '–', '—', '|', '[', ']', '(', ')', ' ', '.') is "#" or "page #" or "page # of #" or "# of #" or "#/#" or "# / #" or "seite #" or "seite # von #" or "p. #" or "i" or "ii" or "iii" or "iv" or "v" or "vi";
}
