using System.Text.RegularExpressions;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Checks;

/// <summary>Statements that a note itself puts into the past, takes back or dates: they stay true, whatever came later.</summary>
internal static partial class Told
{
    /// <summary>Where the claim stands, the note speaks of what was, not of what is: by its words, its date, its heading, or a row that tells who went bankrupt.</summary>
    /// <param name="day">The last day from which the note speaks.</param>
    public static bool AsPast(Document document, Claim claim, DateOnly day)
    {
        var (text, words) = (document.Text.Value, Around.SpanOf(document.Text, claim));
        if (document.PassageAt(words.Start) is not { } passage) return false;
        if (claim.Predicate is "status") words = Cell(document.Text, passage, claim);
        return IsDated(text, passage, claim) || IsHistory(document, passage) || (passage.Kind == PassageKind.TableRow && Bust().IsMatch(document.Text.Quote(passage.Span))) || HasPastWords(Clause(text, passage.Span, words), claim, day);
    }

    /// <summary>The words around a figure say that it is of a part: a first step, a hall, a line.</summary>
    public static bool IsOfPart(Document document, Claim claim) => claim.Value is not ClaimValue.Text && StageWords().IsMatch(Clause(document, claim));

    /// <summary>Words that are struck out say nothing any more.</summary>
    public static bool IsStruck(Document document, Claim claim)
    {
        var (text, words) = (document.Text.Value, Around.SpanOf(document.Text, claim));
        var line = Around.LineStart(text, words.Start);
        return Struck().Matches(text[line..Around.LineEnd(text, words.Start)]).Any(match => match.Index + line < words.End && words.Start < match.Index + line + match.Length);
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
            if (document.Text.Quote(heading.Span) is var words && !words.EndsWith('.') && Historic().IsMatch(words)) return true;
        }

        return false;
    }

    /// <summary>The words around it say that it was so once.</summary>
    private static bool HasPastWords(string clause, Claim claim, DateOnly day)
    {
        if (PastWords().IsMatch(clause)) return true;
        if (claim.Predicate is "milestone" || (claim.When is not null && claim.Modality == Modality.Actual)) return false;
        // What has been so "since 2023" still is.
        return PastYear().Matches(clause).Where(match => claim.Predicate is not "status" || !match.Value.StartsWith("since", StringComparison.OrdinalIgnoreCase)).Select(match => int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).Any(year => year < day.Year && !(claim.When?.Earliest?.Year <= year && year <= claim.When?.Latest?.Year));
    }

    private static string Clause(Document document, Claim claim)
    {
        var words = Around.SpanOf(document.Text, claim);
        return document.PassageAt(words.Start) is not { } passage ? document.Text.Quote(words) : Clause(document.Text.Value, passage.Span, Cell(document.Text, passage, claim));
    }

    /// <summary>Of a row, the cell that says it, where but one does; else all of a claim's words.</summary>
    private static Span Cell(SourceText text, Passage passage, Claim claim) => passage.Kind == PassageKind.TableRow ? Around.ValueOf(text, claim) : Around.SpanOf(text, claim);

    /// <summary>Some words and those around them, up to the next comma or stop.</summary>
    private static string Clause(string text, Span within, Span words)
    {
        var (from, to) = (words.Start, Math.Min(words.End, within.End));
        while (from > within.Start && !IsEnd(text, from - 1)) from--;
        // Words that end with the sentence do not run into the next.
        while (to < within.End && !IsEnd(text, to) && !(to > words.Start && IsEnd(text, to - 1))) to++;
        return text[from..Math.Max(from, to)];
    }

    private static bool IsEnd(string text, int at) => text[at] is ';' or '\n' or '|' or '(' or ')' || (text[at] is '.' or ',' or '!' or '?' or ':' && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]));

    [GeneratedRegex(@"\G\W*((early|mid|late|end of|spring|summer|autumn|fall|winter|Q[1-4]|H[12])\s+)?(\d{1,2}(st|nd|rd|th)?\.?\s+)?((Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+)?(\d{1,2},\s+)?(?<year>(19|20)\d\d)([-/.]\d{1,2}){0,2}\W*(:|\||–|—| - )", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeadingDate();

    [GeneratedRegex(@"\b(history|histories|timeline|chronicle|chronology|archive|old|older|former|past|earlier|obsolete|outdated|superseded|background)\b|^\W*(19|20)\d\d\W*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Historic();

    [GeneratedRegex(@"\b(had|once|at first|at the time|back then|those days|used to|formerly|earlier|previous(ly)?|original(ly)?|initially|first (plan|plans|figure|announcement|date|target|idea|said|announced|talk)|(plan|plans|target|figure|aim|idea) (was|were|had)|(planned|promised|foreseen) (was|were)|meant to (?!be)|(was|were) \w+['’]s (plan|idea|aim|goal)|wanted to|hoped to|was (to|the plan|planned|meant|supposed|only|first)|were (to|the plan|planned|meant|supposed|only|first)|no longer|not any ?more|instead of|rather than|down from|up from|(cut|raised|lowered|increased) from|old (plan|plans|figure|target)|dropped|shelved|abandoned|outdated|obsolete|gone|long ago|years? ago|scrapped)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PastWords();

    [GeneratedRegex(@"\b(in|of|from|as of|since|announced|said) ((early|mid|late|spring|summer|autumn|winter|Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|Jun\w*|Jul\w*|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*) )?(?<year>(19|20)\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PastYear();

    [GeneratedRegex(@"\b(first|initial|phase|phases|stage|step|hall|halls|line|lines|block|half of|part of|per (?!year|annum)|each|share of|for (?!the year)[A-Z]\w+)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StageWords();

    [GeneratedRegex(@"\b(insolven|bankrupt|liquidat|receivership|administration)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bust();

    [GeneratedRegex("~~.+?~~", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Struck();
}
