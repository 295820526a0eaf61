using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>The title of a page as it shows it: its headline, told from other headings by what its head names it.</summary>
internal static class WebTitle
{
    private const int Longest = 300;

    private static readonly string[] Marks = [" | ", " – ", " — ", " - ", " :: ", " · ", " « ", " » ", " • ", " // ", " ‒ ", " ǀ ", "|"];

    private const double Plain = 0.3;
    private const double Sure = 0.6;

    /// <summary>The heading that is the page's own; null where none can be told.</summary>
    /// <param name="headings">In document order.</param>
    /// <param name="named">What the head names the page, best first.</param>
    /// <param name="sites">The keys of the site's names; a heading that is only one of them is no headline.</param>
    public static WebHeading? Headline(List<WebHeading> headings, IReadOnlyList<string> named, HashSet<string> sites)
    {
        var names = named.Select(name => new Name(name, Key(name), Words(name))).ToList();
        var own = headings.Where(heading => !sites.Contains(heading.Key)).Select(heading => (Heading: heading, Agrees: Agrees(heading, names))).ToList();
        return Best(own.Where(one => one.Heading.Level == 1 && one.Agrees >= Plain)) ?? Best(own.Where(one => one.Agrees >= Sure)) ?? Best(own.Where(one => one.Heading is { Level: 1, Place.Aside: null }).Take(1));
    }

    private static WebHeading? Best(IEnumerable<(WebHeading Heading, double Agrees)> headings) =>
        headings.Select(one => ((WebHeading?)one.Heading, one.Agrees - (one.Heading.Place.Aside is null ? 0 : 0.3) + (one.Heading.IsMarked ? 0.1 : 0))).OrderByDescending(one => one.Item2).FirstOrDefault().Item1;

    /// <summary>The headline's words, or else the first of the names without the site's.</summary>
    public static string? Of(WebHeading? headline, IReadOnlyList<string> named, HashSet<string> sites)
    {
        if (headline is { } shown && shown.Words.Length <= Longest) return shown.Words;
        return named.Count == 0 ? null : WithoutSite(named, sites);
    }

    /// <summary>What the head calls the page, made ready to compare.</summary>
    private readonly record struct Name(string Written, string Key, HashSet<string> Words);

    private static double Agrees(WebHeading heading, List<Name> named)
    {
        var agrees = 0.0;
        if (heading.Key.Length == 0) return 0;
        foreach (var name in named) agrees = Math.Max(agrees, Agreement(heading.Key, name, heading));
        return agrees;
    }

    /// <summary>1 for the same words, less where one holds the other, by how much of it.</summary>
    private static double Agreement(string words, Name named, WebHeading heading)
    {
        var name = named.Key;
        if (name.Length == 0) return 0;
        if (words == name) return 1;
        if (name.StartsWith(words, StringComparison.Ordinal) && EndsAtMark(named.Written, heading.Words)) return words.Length >= 12 || words.Length * 3 > name.Length ? 0.95 : 0.5;
        var least = heading.Level == 1 && words.Length >= 12 ? 0.8 : 0;
        if (words.Length >= 12 && name.EndsWith(words, StringComparison.Ordinal)) least = Math.Max(least, 0.7);
        if (name.Contains(words, StringComparison.Ordinal)) return Math.Max(least, 0.9 * words.Length / name.Length);
        if (words.Contains(name, StringComparison.Ordinal)) return Math.Max(least, 0.9 * name.Length / words.Length);
        return heading.Level == 1 || heading.IsMarked ? Shared(heading.Words, named.Words) : 0;
    }

    private static bool EndsAtMark(string written, string shown) =>
        written.Length <= shown.Length || written.AsSpan(shown.Length).TrimStart() is not [var next, ..] || !char.IsLetterOrDigit(next);

    /// <summary>The share of the longer one's words that both have, if it is most of them.</summary>
    private static double Shared(string one, HashSet<string> other)
    {
        var words = Words(one);
        var both = words.Count(other.Contains);
        var share = both / (double)Math.Max(1, Math.Max(words.Count, other.Count));
        return share >= 0.4 && both >= 2 ? 0.8 * share : 0;
    }

    private static HashSet<string> Words(string text) => [.. text.ToLowerInvariant().Split((char[])[' ', ',', '.', ':', '-', '–', '|', '"', '“', '”', '„', '\'', '’', '?', '!', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2)];

    /// <summary>Letters and digits only, in small letters: how titles and names are compared.</summary>
    public static string Key(ReadOnlySpan<char> text)
    {
        Span<char> key = text.Length <= 512 ? stackalloc char[512] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter)) key[length++] = char.ToLowerInvariant(letter);
        }

        return new string(key[..length]);
    }

    /// <summary><c>Headline | Site</c> without the site, in front or behind: the part that is one of the site's names, or that another name of the page lacks.</summary>
    private static string WithoutSite(IReadOnlyList<string> named, HashSet<string> sites)
    {
        var title = named[0];
        var shorter = named.Where(name => name.Length >= 8 && name.Length < title.Length && (title.StartsWith(name, StringComparison.OrdinalIgnoreCase) || title.EndsWith(name, StringComparison.OrdinalIgnoreCase))).MinBy(name => name.Length);
        if (shorter is not null && Marks.Any(mark => title.Contains(shorter + mark, StringComparison.OrdinalIgnoreCase) || title.Contains(mark + shorter, StringComparison.OrdinalIgnoreCase))) return shorter;
        for (var turn = 0; turn < 4; turn++)
        {
            if (LastPart(title) is var (at, length) && at >= 3 && IsSite(title[(at + length)..].TrimStart(), title[..at], sites)) title = title[..at].TrimEnd();
            else break;
        }

        foreach (var mark in Marks)
        {
            if (title.IndexOf(mark, StringComparison.Ordinal) is > 0 and var first && sites.Contains(Key(title.AsSpan(0, first)))) return title[(first + mark.Length)..].TrimStart();
        }

        return title;
    }

    /// <summary>Where the last mark that sets parts of a title off stands; -1 where none does.</summary>
    private static (int At, int Length) LastPart(string title)
    {
        (int At, int Length) last = (-1, 0);
        foreach (var mark in Marks)
        {
            if (title.LastIndexOf(mark, StringComparison.Ordinal) is var at && at > last.At) last = (at, mark.Length);
        }

        return last;
    }

    /// <summary>One of the site's names, or a few words behind the longer rest.</summary>
    private static bool IsSite(string tail, string head, HashSet<string> sites)
    {
        var key = Key(tail);
        if (key.Length > 2 && sites.Any(name => name.Length > 2 && (key.Contains(name, StringComparison.Ordinal) || name.Contains(key, StringComparison.Ordinal)))) return true;
        return head.Length >= 12 && tail.Length < Math.Min(30, head.Length) && tail.AsSpan().Count(' ') <= 3 && tail is [var first, ..] && char.IsUpper(first);
    }
}
