using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>Headings that nothing marks: short lines without a full stop with text below them, and years with a colon.</summary>
internal static class Headings
{
    private const int LongestHeading = 100;
    private const int LongestTitle = 180;
    private const int MostWords = 14;
    private const int MostBetween = 4;

    /// <summary>From the end to the start, as a heading may stand over another one.</summary>
    public static void Mark(string text, List<Draft> drafts)
    {
        for (var at = drafts.Count - 1; at >= 0; at--)
        {
            var draft = drafts[at];
            if (draft is { Kind: PassageKind.Heading, Level: 6, Bracketed: false } && !IsBarePeriod(text, draft) && PublicationDate.IsDateLine(text, draft.Span)) (draft.Kind, draft.Level) = (PassageKind.Paragraph, 0);
            if (draft.Kind == PassageKind.ListItem && NumbersText(text, drafts, at)) (draft.Kind, draft.Level) = (PassageKind.Heading, 6);
            if (draft.Kind != PassageKind.Paragraph || draft.Label || draft.Boilerplate) continue;
            var next = at + 1 < drafts.Count ? drafts[at + 1] : null;
            var above = at < 4 && next is not null && draft.Span.Length >= 16 && IsHeadLine(text, draft, next);
            if (above) (draft.Kind, draft.Level) = (PassageKind.Heading, 1);
            else if (IsPeriod(text, draft.Span) && next is not null) (draft.Kind, draft.Level) = (PassageKind.Heading, 6);
            else if (next is not null && Heads(text, draft, next)) (draft.Kind, draft.Level) = (PassageKind.Heading, 6);
        }

        Title(text, drafts);
    }

    /// <summary><c>2. Short title</c> above prose, not among other items: the number of a section.</summary>
    private static bool NumbersText(string text, List<Draft> drafts, int at)
    {
        var draft = drafts[at];
        if (at + 1 >= drafts.Count || !draft.BlankBefore || draft.Boilerplate || drafts[at + 1].Kind != PassageKind.Paragraph || (at > 0 && drafts[at - 1].Kind == PassageKind.ListItem)) return false;
        var mark = text.AsSpan(0, draft.Span.Start).TrimEnd();
        return mark is [.., >= '0' and <= '9', '.' or ')'] && draft.Lead == default && StartsLikeTitle(text, draft.Span) && EndsLikeTitle(text, draft.Span) && draft.Span.Length <= LongestHeading;
    }

    /// <summary>Near the top, a line without a full stop straight above the line with the date.</summary>
    private static bool IsHeadLine(string text, Draft draft, Draft next) =>
        draft.Span.Length <= LongestTitle && draft.Lead == default && next.Kind == PassageKind.Paragraph && PublicationDate.IsDateLine(text, next.Span)
        && !PublicationDate.IsDateLine(text, draft.Span) && StartsLikeTitle(text, draft.Span) && HasLetters(text, draft.Span) && text[draft.Span.End - 1] is not ('.' or ',' or ';' or ':');

    /// <summary>The first line of a document that has no marked heading before its prose.</summary>
    private static void Title(string text, List<Draft> drafts)
    {
        var first = drafts.FindIndex(d => !d.Boilerplate && !d.Label);
        if (first < 0 || first + 1 >= drafts.Count) return;
        var (draft, next) = (drafts[first], drafts[first + 1]);
        if (draft.Kind == PassageKind.Heading && !draft.Marked && text[draft.Span.End - 1] != ':') draft.Level = 1;
        if (draft.Kind != PassageKind.Paragraph || !next.BlankBefore || draft.Span.Length > LongestTitle || draft.Lead != default) return;
        if (PublicationDate.IsDateLine(text, draft.Span) || text.AsSpan(draft.Span.Start, draft.Span.Length).Contains("::", StringComparison.Ordinal)) return;
        if (draft.Span.Length >= 20 && !Sentences.EndsAt(text, draft.Span.End) && text[draft.Span.End - 1] != ':' && drafts.Exists(d => d.Kind == PassageKind.Paragraph && d.Span.Length > 150 && d != draft))
        {
            (draft.Kind, draft.Level) = (PassageKind.Heading, 1);
            return;
        }

        var prose = next.Kind == PassageKind.Paragraph && next.Span.Length > 1.5 * draft.Span.Length && next.Span.Length > 100;
        if (prose && !(Sentences.EndsAt(text, draft.Span.End) && Words(text, draft.Span) > 10)) (draft.Kind, draft.Level) = (PassageKind.Heading, 1);
    }

    /// <summary><c>2019:</c>, <c>June 2021:</c>, <c>June 3, 2025:</c>: the heading of what happened then.</summary>
    public static bool IsPeriod(string text, Span span)
    {
        if (span.Length > 30 || text[span.End - 1] is not (':' or '：')) return false;
        return IsDate(text.AsSpan(span.Start, span.Length - 1).Trim(" *_"));
    }

    /// <summary>A column of dates, each on a line of its own above what happened then: at least two, text between them.</summary>
    public static void MarkPeriods(string text, List<Draft> drafts)
    {
        bool Opens(int at) => at + 1 < drafts.Count && IsBarePeriod(text, drafts[at]) && drafts[at + 1] is { Kind: PassageKind.Paragraph } below
            && !IsBarePeriod(text, below) && Words(text, below.Span) >= 3 && HasLetters(text, below.Span);
        var last = -1;
        for (var at = 0; at < drafts.Count; at++)
        {
            if (!Opens(at)) continue;
            if (last >= 0 && at - last <= MostBetween)
            {
                (drafts[last].Kind, drafts[last].Level) = (PassageKind.Heading, 6);
                (drafts[at].Kind, drafts[at].Level) = (PassageKind.Heading, 6);
            }

            last = at;
        }
    }

    private static bool IsBarePeriod(string text, Draft draft)
    {
        if (draft.Kind is not (PassageKind.Paragraph or PassageKind.Heading) || draft.Marked || draft.Span.Length is < 4 or > 24) return false;
        var line = text.AsSpan(draft.Span.Start, draft.Span.Length);
        return (line.Contains("19", StringComparison.Ordinal) || line.Contains("20", StringComparison.Ordinal)) && IsDate(line);
    }

    private static bool IsDate(ReadOnlySpan<char> line)
    {
        if (HeaderDate.Find(line) is { Start: 0 } date && date.End == line.Length) return true;
        var digits = 0;
        foreach (var letter in line) digits += char.IsAsciiDigit(letter) ? 1 : 0;
        return digits is 4 or 8 && !line.ContainsAny('.', ',') && (line.Length <= 12 || Months.Starts(line) || line.StartsWith("early", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("late", StringComparison.OrdinalIgnoreCase) || line.StartsWith("mid", StringComparison.OrdinalIgnoreCase) || line.StartsWith("since", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("by", StringComparison.OrdinalIgnoreCase) || line.StartsWith("from", StringComparison.OrdinalIgnoreCase) || line.StartsWith("end", StringComparison.OrdinalIgnoreCase));
    }

    private static bool Heads(string text, Draft draft, Draft next)
    {
        var span = draft.Span;
        if (span.Length > LongestHeading || draft.Lead != default || next.Quote != draft.Quote || next.RuleBefore) return false;
        if (!StartsLikeTitle(text, span) || !EndsLikeTitle(text, span) || PublicationDate.IsDateLine(text, span)) return false;
        if (IsItalic(text, span) || IsValue(text.AsSpan(span.Start, span.Length))) return false;
        // A label under it speaks of what follows.
        if (next.Label) return Words(text, span) <= 5 && text.AsSpan(span.Start, span.Length).IndexOfAnyInRange('0', '9') < 0;
        return next.Kind switch
        {
            PassageKind.Heading => true,
            PassageKind.ListItem => Words(text, span) <= 8,
            PassageKind.TableRow => Words(text, span) <= 8,
            _ => next.Span.Length > span.Length && (next.Span.Length >= 120 || (next.Span.Length >= 50 && Sentences.EndsAt(text, next.Span.End))),
        };
    }

    private static bool StartsLikeTitle(string text, Span span)
    {
        var start = span.Start;
        while (start < span.End && text[start] is '"' or '“' or '‘' or '«' or '„' or '*' or '[') start++;
        if (start < span.End && char.IsSurrogate(text[start])) return true;
        return start < span.End && (char.IsUpper(text[start]) || char.IsDigit(text[start]) || text[start] > '\u2E80');
    }

    private static bool EndsLikeTitle(string text, Span span)
    {
        var last = text[span.End - 1];
        if (last is ':' or '：') return Words(text, span) <= 6;
        if (last is ',' or ';' or '.' or '。' or '…' or '!' or '，' or '|') return false;
        return (last == '?' || !Sentences.EndsAt(text, span.End)) && Words(text, span) <= MostWords && HasLetters(text, span);
    }

    /// <summary>Wholly in italics: a standfirst, a place or a correspondent, not a heading.</summary>
    private static bool IsItalic(string text, Span span) => span.Start > 0 && text[span.Start - 1] is '*' or '_';

    /// <summary><c>Weight: 724 g</c>, <c>key:: value</c>, <c>2021: plan announced</c>.</summary>
    private static bool IsValue(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf(':');
        if (at <= 0 || at + 1 >= line.Length) return false;
        if (char.IsAsciiDigit(line[0]) || Months.Starts(line)) return true;
        return line[at + 1] == ':' || line[(at + 1)..].TrimStart(" *~≈<>€$£") is [>= '0' and <= '9', ..];
    }

    private static bool HasLetters(string text, Span span)
    {
        var letters = 0;
        for (var at = span.Start; at < span.End && letters < 2; at++) letters += char.IsLetter(text[at]) ? 1 : 0;
        return letters == 2;
    }

    private static int Words(string text, Span span) => text.AsSpan(span.Start, span.Length).Count(' ') + 1;
}
