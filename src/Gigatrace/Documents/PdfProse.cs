using System.Text;

namespace Gigatrace.Documents;

/// <summary>Pages as printed to text as written: no running heads and page numbers, lines joined to paragraphs, words and sentences whole over line and page.</summary>
internal static class PdfProse
{
    /// <summary>So many lines at the top and at the bottom of a page may be its running head or foot.</summary>
    private const int Edge = 3;

    private const string Bullets = "•●▪■◦‣∙·–▶➢✓*";

    public static string From(string printed)
    {
        var pages = printed.Split('\f').Select(page => page.Split('\n').Select(line => line.Trim(' ', '\r', '\t')).ToList()).Where(page => page.Exists(line => line.Length > 0)).ToList();
        DropRunning(pages);
        var words = Words(pages);
        var paragraphs = new List<string>();
        foreach (var page in pages)
        {
            var first = true;
            foreach (var paragraph in Paragraphs(page, words))
            {
                if (first && paragraphs.Count > 0 && GoesOn(paragraphs[^1], paragraph)) paragraphs[^1] = Joined(paragraphs[^1], paragraph, words);
                else paragraphs.Add(paragraph);
                first = false;
            }
        }

        return string.Join("\n\n", paragraphs) + "\n";
    }

    /// <summary>Empties the lines at the edges of pages that return on others, and page numbers.</summary>
    private static void DropRunning(List<List<string>> pages)
    {
        var edges = pages.ConvertAll(EdgesOf);
        var times = edges.SelectMany((lines, page) => lines.Select(line => Shape(pages[page][line])).Distinct(StringComparer.Ordinal)).CountBy(shape => shape, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        // On two pages of two it may be chance; left and right pages have heads of their own.
        var often = Math.Max(2, pages.Count / 3);
        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var line in edges[page].Where(line => IsPageNumber(pages[page][line]) || (pages.Count > 2 && times[Shape(pages[page][line])] >= often))) pages[page][line] = "";
        }
    }

    private static List<int> EdgesOf(List<string> page)
    {
        var written = Enumerable.Range(0, page.Count).Where(line => page[line].Length > 0).ToList();
        return [.. written.Take(Edge).Union(written.TakeLast(Edge))];
    }

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

    private static bool IsPageNumber(string line) => line.Length <= 24 && Shape(line).Trim('-', '–', '—', '|', '[', ']', '(', ')', ' ', '.') is "#" or "page #" or "page # of #" or "# of #" or "#/#" or "# / #" or "seite #" or "seite # von #" or "p. #";

    /// <summary>A line goes on with the next unless it is short and the next begins anew, or the next is an item of a list.</summary>
    private static IEnumerable<string> Paragraphs(List<string> page, HashSet<string> words)
    {
        var width = Width(page);
        var open = "";
        var last = "";
        foreach (var line in page)
        {
            var begins = line.Length == 0 || IsItem(line) || (last.Length < width * 6 / 10 && !GoesOn(open, line)) || (last.Length < width * 85 / 100 && Ends(last) && char.IsUpper(line[0]));
            if (begins && open.Length > 0)
            {
                yield return open;
                open = "";
            }

            if (line.Length > 0) open = open.Length == 0 ? Item(line) : Joined(open, line, words);
            last = line;
        }

        if (open.Length > 0) yield return open;
    }

    /// <summary>Of the lines that fill their column: nine in ten are no longer.</summary>
    private static int Width(List<string> page)
    {
        var lengths = page.Where(line => line.Length > 0).Select(line => line.Length).Order().ToList();
        return lengths.Count == 0 ? 0 : lengths[lengths.Count * 9 / 10];
    }

    /// <summary>The sentence is not at its end, and what follows begins as the middle of one does.</summary>
    private static bool GoesOn(string text, string next) => text.Length > 0 && !Ends(text) && next.Length > 0 && !IsItem(next) && (char.IsLower(next[0]) || text[^1] is ',' or '-' or '\u00AD');

    private static bool Ends(string text) => text.AsSpan().TrimEnd("\"'”’»)]") is [.., '.' or '!' or '?' or ':' or '。'];

    private static string Joined(string text, string next, HashSet<string> words)
    {
        if (text[^1] == '\u00AD') return text[..^1] + next;
        if (text[^1] is not ('-' or '\u2010') || text.Length < 2 || !char.IsLetter(text[^2]) || !char.IsLetter(next[0])) return $"{text} {next}";
        return char.IsLower(next[0]) && !IsCompound(text, next, words) ? text[..^1] + next : text + next;
    }

    /// <summary>The hyphen belongs to the word where the text writes it so elsewhere.</summary>
    private static bool IsCompound(string text, string next, HashSet<string> words)
    {
        var first = text[(text.LastIndexOf(' ') + 1)..];
        var end = next.AsSpan().IndexOfAny(" ,.;:)");
        var second = end < 0 ? next : next[..end];
        if (words.Contains(first[..^1] + second)) return false;
        return words.Contains(first + second) || first.AsSpan(0, first.Length - 1).Contains('-');
    }

    private static HashSet<string> Words(List<List<string>> pages) =>
        new(pages.SelectMany(page => page).SelectMany(line => line.Split(' ')).Select(word => word.Trim(',', '.', ';', ':', '(', ')', '"', '“', '”')), StringComparer.OrdinalIgnoreCase);

    private static bool IsItem(string line) => line.Length > 2 && Bullets.Contains(line[0], StringComparison.Ordinal) && line[1] is ' ' or '\t';

    private static string Item(string line) => IsItem(line) ? "- " + line[2..].TrimStart() : line;
}
