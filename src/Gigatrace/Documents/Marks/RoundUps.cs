using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What shows that a text tells of several things that have nothing to do with each other.</summary>
internal static class RoundUps
{
    private static readonly string[] Names =
        [
            "weekly", "roundup", "round-up", "round up", "digest", "newsletter", "news in brief", "the week in", "this week in", "week in review", "month in review", "this month in", "the month in", "monthly",
            "wochenrückblick", "wochenschau", "presseschau", "revue de presse", "rassegna stampa", "周报", "月报",
        ];

    /// <summary>These name a round-up in a title of their own, but stand in any headline too.</summary>
    private static readonly string[] Labels = ["week", "briefing", "bulletin", "this month", "headlines"];

    /// <summary>"Next week", "a week": a time, not a name.</summary>
    private static readonly HashSet<string> Times = new(["next", "last", "past", "coming", "previous", "per", "a", "one", "every", "each", "first", "second", "two", "later", "earlier", "within", "this", "working", "work"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Briefs = new(
        ["in brief", "news in brief", "briefs", "brief news", "short news", "other news", "in other news", "also in the news", "also this week", "elsewhere", "kurz gemeldet", "kurz notiert", "kurzmeldungen", "meldungen", "en bref", "brèves", "in breve", "en breve", "kort nytt", "kort nyt", "kort", "简讯", "短讯"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>A label counts where it ends or opens the title, or the title has a number for its issue; "next week" is none.</summary>
    public static bool Says(string title)
    {
        if (Array.Exists(Names, name => title.Contains(name, StringComparison.OrdinalIgnoreCase))) return true;
        if (HasIssue(title)) return true;
        foreach (var label in Labels)
        {
            var at = title.IndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsLetter(title[at - 1])) || (at + label.Length < title.Length && char.IsLetter(title[at + label.Length]))) continue;
            var before = title[..at].TrimEnd();
            if (label is not "this month" && Times.Contains(before[(before.LastIndexOf(' ') + 1)..])) continue;
            var rest = title[(at + label.Length)..].Trim();
            if (before.Length == 0 || rest.Length == 0 || rest[0] is ':' or '–' or '—' or '-' or '|' or '#' or ',' || title.Any(char.IsAsciiDigit)) return true;
        }

        return false;
    }

    /// <summary>A newsletter by the name of who publishes it.</summary>
    public static bool IsLetter(string? publisher) => publisher?.Contains("newsletter", StringComparison.OrdinalIgnoreCase) == true;

    private static readonly string[] Issues = ["#", "issue ", "no. ", "nr. ", "№ ", "edition ", "vol. ", "letter "];

    /// <summary>Behind a name and its number stands nothing, or a mark: "Cell Dispatch #214: Lansing …", "The Anode Post, no. 9/2025".</summary>
    private static bool HasIssue(string title)
    {
        foreach (var mark in Issues)
        {
            var at = title.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || char.IsLetterOrDigit(title[at - 1])) continue;
            var end = at + mark.Length;
            while (end < title.Length && (char.IsAsciiDigit(title[end]) || title[end] is '/' or '-' && end + 1 < title.Length && char.IsAsciiDigit(title[end + 1]))) end++;
            if (end > at + mark.Length && (end == title.Length || title[end] is ':' or ',' or '|' or '–' or '—' or ')' || title.AsSpan(end).TrimStart() is [] or ['–' or '—' or '|' or '·' or '-', ..])) return true;
        }

        return false;
    }

    /// <summary>Of "Five works to watch" 5: so many numbered headings are its entries. 0 where the title counts nothing.</summary>
    public static int Counted(string title)
    {
        var word = title[..(title.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : title.Length)];
        if (int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) return number is >= 3 and <= 100 ? number : 0;
        return Array.FindIndex(Numbers, one => one.Equals(word, StringComparison.OrdinalIgnoreCase)) is > 0 and var at ? at + 2 : 0;
    }

    /// <summary>"1. Lindenau opens", "#3: Aske".</summary>
    public static bool IsNumbered(string text, Draft draft)
    {
        if (draft is not { Kind: PassageKind.Heading, Boilerplate: false }) return false;
        var heading = text.AsSpan(draft.Span.Start, draft.Span.Length).TrimStart("#*№");
        var digits = heading.IndexOfAnyExceptInRange('0', '9');
        if (digits is 1 or 2) return heading[digits] is '.' or ')' or ':';
        // Of "1. Aske" on a line of its own the number is a mark in front of the heading.
        return text.AsSpan(0, draft.Span.Start).TrimEnd() is [.., >= '0' and <= '9', '.' or ')'];
    }

    /// <summary>What stands below a heading such as "In brief": its items, its bold leads, its own headings, and the heading that ends it.</summary>
    public static HashSet<Draft> InBrief(string text, List<Draft> drafts)
    {
        var opens = new HashSet<Draft>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < drafts.Count; at++)
        {
            var heading = drafts[at];
            if (heading is not { Kind: PassageKind.Heading, Boilerplate: false } || !Briefs.Contains(text.Substring(heading.Span.Start, heading.Span.Length).Trim(' ', ':', '*', '#'))) continue;
            var end = drafts.FindIndex(at + 1, draft => draft.Kind == PassageKind.Heading && draft.Level <= heading.Level && draft.Level < 6);
            var below = drafts[(at + 1)..(end < 0 ? drafts.Count : end)];
            var entries = below.FindAll(draft => draft is { Kind: PassageKind.Heading, Boilerplate: false } || draft is { Kind: PassageKind.Paragraph, Boilerplate: false, Lead.Length: >= 3 });
            if (entries.Count < 2) entries = below.FindAll(draft => draft is { Kind: PassageKind.ListItem, Boilerplate: false });
            if (entries.Count < 2)
            {
                if (end < 0) break;
                at = end - 1;
                continue;
            }

            opens.Add(heading);
            opens.UnionWith(entries);
            if (end < 0) break;
            opens.Add(drafts[end]);
            at = end - 1;
        }

        return opens;
    }
}
