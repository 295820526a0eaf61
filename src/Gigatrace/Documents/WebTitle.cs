using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>The title of a page as it shows it: its headline, told from other headings by what its head names it.</summary>
internal static class WebTitle
{
    private const int Longest = 300;

    private static readonly string[] Marks = [" | ", " – ", " — ", " - ", " :: ", " · ", " « ", " » ", " • ", " // ", " ‒ ", " ǀ ", " / ", " : ", "|"];

    /// <summary>The heading that is the page's own; null where none can be told.</summary>
    /// <param name="headings">In document order.</param>
    /// <param name="named">What the head names the page, best first.</param>
    /// <param name="site">The site's name; a heading that is only this is no headline.</param>
    public static WebHeading? Headline(List<WebHeading> headings, IReadOnlyList<string> named, string? site)
    {
        WebHeading? best = null;
        var score = 0.0;
        foreach (var heading in headings)
        {
            var points = Points(heading, named, site);
            if (points <= score) continue;
            (best, score) = (heading, points);
        }

        return best;
    }

    /// <summary>The headline's words, or else the first of the names without the site's.</summary>
    public static string? Of(WebHeading? headline, IReadOnlyList<string> named, string? site)
    {
        if (headline is { } shown && shown.Words.Length <= Longest) return shown.Words;
        return named.Count == 0 ? null : WithoutSite(named, site);
    }

    private static double Points(WebHeading heading, IReadOnlyList<string> named, string? site)
    {
        var words = Key(heading.Words);
        if (words.Length == 0 || (site is not null && words == Key(site) && named.Count > 0 && !named.Any(name => Key(name) == words))) return 0;
        var agrees = 0.0;
        foreach (var name in named) agrees = Math.Max(agrees, Agreement(words, Key(name), name, heading));
        var alone = heading.Level == 1 ? 2.0 : 0;
        if (agrees == 0 && alone == 0) return 0;
        return (10 * agrees) + alone + (heading.Level == 1 ? 1 : heading.Level == 2 ? 0.5 : 0) + (heading.IsMarked ? 1 : 0) - (heading.Place.Aside is null ? 0 : agrees > 0.9 ? 1 : 3);
    }

    /// <summary>1 for the same words, less where one holds the other, by how much of it.</summary>
    private static double Agreement(string words, string name, string written, WebHeading heading)
    {
        if (name.Length == 0) return 0;
        if (words == name) return 1;
        if (name.StartsWith(words, StringComparison.Ordinal) && EndsAtMark(written, heading.Words)) return words.Length >= 12 || words.Length * 3 > name.Length ? 0.95 : 0.5;
        var least = heading.Level == 1 && words.Length >= 12 ? 0.8 : 0;
        if (name.Contains(words, StringComparison.Ordinal)) return Math.Max(least, 0.9 * words.Length / name.Length);
        if (words.Contains(name, StringComparison.Ordinal)) return Math.Max(least, 0.9 * name.Length / words.Length);
        return Shared(heading.Words, written) is var shared && (heading.Level == 1 || shared > 0.5) ? shared : 0;
    }

    private static bool EndsAtMark(string written, string shown) =>
        written.Length <= shown.Length || !char.IsLetterOrDigit(written[Math.Min(written.Length - 1, shown.Length)]);

    /// <summary>The share of the longer one's words that both have, if it is most of them.</summary>
    private static double Shared(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        var both = a.Count(b.Contains);
        var share = both / (double)Math.Max(1, Math.Max(a.Count, b.Count));
        return share >= 0.4 && both >= 2 ? 0.8 * share : 0;
    }

    private static HashSet<string> Words(string text) => [.. text.ToLowerInvariant().Split((char[])[' ', ',', '.', ':', '-', '–', '|', '"', '“', '”', '„', '\'', '’', '?', '!', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2)];

    /// <summary>Letters and digits only, in small letters.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary><c>Headline | Site</c> without the site, in front or behind: the part that is the site's name, or that another name of the page lacks.</summary>
    private static string WithoutSite(IReadOnlyList<string> named, string? site)
    {
        var title = named[0];
        var shorter = named.Where(name => name.Length >= 8 && name.Length < title.Length && (title.StartsWith(name, StringComparison.OrdinalIgnoreCase) || title.EndsWith(name, StringComparison.OrdinalIgnoreCase))).MinBy(name => name.Length);
        if (shorter is not null && Marks.Any(mark => title.Contains(shorter + mark, StringComparison.OrdinalIgnoreCase) || title.Contains(mark + shorter, StringComparison.OrdinalIgnoreCase))) return shorter;
        foreach (var mark in Marks)
        {
            for (var turn = 0; turn < 3; turn++)
            {
                var at = title.LastIndexOf(mark, StringComparison.Ordinal);
                if (at < 8 || !IsSite(title[(at + mark.Length)..], site, mark)) break;
                title = title[..at].TrimEnd();
            }

            if (title.IndexOf(mark, StringComparison.Ordinal) is > 0 and var first && site is not null && Key(title[..first]) == Key(site)) title = title[(first + mark.Length)..].TrimStart();
        }

        return title;
    }

    private static bool IsSite(string tail, string? site, string mark)
    {
        if (site is { Length: > 2 } && Key(tail) is { Length: > 2 } key && Key(site) is { Length: > 2 } name && (key.Contains(name, StringComparison.Ordinal) || name.Contains(key, StringComparison.Ordinal))) return true;
        return mark == " | " && tail.Length < 30;
    }
}
