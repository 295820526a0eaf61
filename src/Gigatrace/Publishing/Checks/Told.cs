using System.Text.RegularExpressions;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Checks;

/// <summary>Statements that a note itself puts into the past, takes back or dates: they stay true, whatever came later.</summary>
internal static partial class Told
{
    /// <summary>Where the claim stands, the note speaks of what was, not of what is.</summary>
    /// <param name="day">The last day from which the note speaks.</param>
    public static bool AsPast(Document document, Claim claim, DateOnly day)
    {
        var text = document.Text.Value;
        var (start, end) = (document.Text.FromCodePoint(claim.Start), document.Text.FromCodePoint(claim.End));
        if (document.Passages.LastOrDefault(passage => passage.Span.Start <= start && start < passage.Span.End) is not { } passage) return false;
        return IsDated(text, passage, claim) || IsHistory(document, passage) || HasPastWords(text, passage, start, end, claim, day);
    }

    /// <summary>The words around a figure say that it is of a part: a first step, a hall, a line.</summary>
    public static bool IsOfPart(Document document, Claim claim) => claim.Value is not ClaimValue.Text && StageWords().IsMatch(Clause(document, claim));

    /// <summary>Words that are struck out say nothing any more.</summary>
    public static bool IsStruck(Document document, Claim claim)
    {
        var (text, start) = (document.Text.Value, document.Text.FromCodePoint(claim.Start));
        var line = text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
        var end = text.IndexOf('\n', start) is >= 0 and var stop ? stop : text.Length;
        return Struck().Matches(text[line..end]).Any(match => match.Index + line < document.Text.FromCodePoint(claim.End) && start < match.Index + line + match.Length);
    }

    /// <summary>The line begins with a date, "July 2021: 9 GWh", and the claim has none of its own but that.</summary>
    private static bool IsDated(string text, Passage passage, Claim claim)
    {
        var begin = LeadingDate().Match(text, passage.Span.Start, Math.Min(60, passage.Span.Length));
        if (!begin.Success || (claim.When is not null && claim.Modality == Modality.Actual)) return false;
        return claim.Modality == Modality.Actual || claim.When?.Earliest?.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) != begin.Groups["year"].Value;
    }

    /// <summary>It stands below a heading such as "History" or "Plans of 2021".</summary>
    private static bool IsHistory(Document document, Passage passage)
    {
        var level = int.MaxValue;
        foreach (var heading in document.Passages.Where(one => one.Kind == PassageKind.Heading && one.Span.Start < passage.Span.Start).Reverse())
        {
            if (heading.Level >= level) continue;
            level = heading.Level;
            if (Historic().IsMatch(document.Text.Quote(heading.Span))) return true;
        }

        return false;
    }

    /// <summary>The words around it, up to the next comma or stop, say that it was so once.</summary>
    private static bool HasPastWords(string text, Passage passage, int start, int end, Claim claim, DateOnly day)
    {
        var clause = Clause(text, passage.Span, start, end);
        if (PastWords().IsMatch(clause)) return true;
        if (claim.Predicate is "milestone" || (claim.When is not null && claim.Modality == Modality.Actual)) return false;
        return PastYear().Matches(clause).Select(match => int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).Any(year => year < day.Year && !(claim.When?.Earliest?.Year <= year && year <= claim.When?.Latest?.Year));
    }

    private static string Clause(Document document, Claim claim)
    {
        var (start, end) = (document.Text.FromCodePoint(claim.Start), document.Text.FromCodePoint(claim.End));
        return Clause(document.Text.Value, document.Passages.LastOrDefault(passage => passage.Span.Start <= start && start < passage.Span.End)?.Span ?? new Span(start, end), start, end);
    }

    private static string Clause(string text, Span within, int start, int end)
    {
        var (from, to) = (start, Math.Min(end, within.End));
        while (from > within.Start && !IsEnd(text, from - 1)) from--;
        while (to < within.End && !IsEnd(text, to)) to++;
        return text[from..Math.Max(from, to)];
    }

    private static bool IsEnd(string text, int at) => text[at] is ';' or '\n' or '|' or '(' or ')' || (text[at] is '.' or ',' or '!' or '?' or ':' && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]));

    [GeneratedRegex(@"\G\W*((early|mid|late|end of|spring|summer|autumn|fall|winter|Q[1-4]|H[12])\s+)?(\d{1,2}(st|nd|rd|th)?\.?\s+)?((Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+)?(\d{1,2},\s+)?(?<year>(19|20)\d\d)([-/.]\d{1,2}){0,2}\W*(:|\||–|—| - )", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeadingDate();

    [GeneratedRegex(@"\b(history|histories|timeline|chronicle|chronology|archive|old|older|former|past|earlier|obsolete|outdated|superseded|background)\b|^\W*(19|20)\d\d\W*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Historic();

    [GeneratedRegex(@"\b(had|once|at first|at the time|back then|those days|used to|formerly|earlier|previous(ly)?|original(ly)?|initially|first (plan|plans|figure|announcement|date|target|idea|said|announced|talk)|(plan|plans|target|figure|aim|idea) (was|were|had)|was (to|the plan|planned|meant|supposed|only|first)|were (to|the plan|planned|meant|supposed|only|first)|no longer|not any ?more|instead of|rather than|down from|up from|(cut|raised|lowered|increased) from|old (plan|plans|figure|target)|dropped|shelved|abandoned|outdated|obsolete|gone|long ago|years? ago|scrapped)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PastWords();

    [GeneratedRegex(@"\b(in|of|from|as of|since|announced|said) ((early|mid|late|spring|summer|autumn|winter|Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|Jun\w*|Jul\w*|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*) )?(?<year>(19|20)\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PastYear();

    [GeneratedRegex(@"\b(first|initial|phase|phases|stage|step|hall|halls|line|lines|block|half of|part of|per|each|share of|for (?!the year)[A-Z]\w+)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StageWords();

    [GeneratedRegex("~~.+?~~", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Struck();
}
