using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>
/// The stories of a round-up: each starts at a title in brackets, or at bold words in brackets that lead a paragraph; at headings that each
/// give a date of their own, a few days apart; in a text that calls itself a round-up, at each heading of the commonest rank, each paragraph with a bold
/// lead, or behind each rule; at the numbered headings that the title counts; and at the entries below "In brief". One title makes no
/// round-up, and an article's headings none. What stands before the first title is story 0.
/// </summary>
internal static class Stories
{
    /// <summary>What a round-up tells lies no further apart; the dates of a chronicle do.</summary>
    private const int MostDays = 62;

    /// <summary>The passages with story numbers; a bold lead that titles a story becomes a heading of its own.</summary>
    public static List<Draft> Split(string text, string? title, string? publisher, List<Draft> drafts)
    {
        var starts = Titles(text, title, publisher, drafts);
        if (starts is null) return WithRunIns(text, drafts);
        var split = new List<Draft>(drafts.Count + 16);
        var story = 0;
        foreach (var draft in drafts)
        {
            var opens = starts(draft);
            if (opens) story++;
            var parts = opens && draft is { Kind: PassageKind.Paragraph, Lead.Length: > 0 } ? Halves(text, draft) : [draft];
            foreach (var part in parts)
            {
                part.Story = story;
                split.Add(part);
            }
        }

        Advertisements(text, split);
        return split;
    }

    private static Func<Draft, bool>? Titles(string text, string? title, string? publisher, List<Draft> drafts)
    {
        bool InBrackets(Draft d) => d.Bracketed || IsBracketedLead(text, d);
        if (drafts.Count(InBrackets) >= 2) return InBrackets;
        var brief = RoundUps.InBrief(text, drafts);
        var starts = Headed(text, title, publisher, drafts);
        if (brief.Count == 0) return starts;
        return starts is null ? brief.Contains : draft => brief.Contains(draft) || starts(draft);
    }

    private static Func<Draft, bool>? Headed(string text, string? title, string? publisher, List<Draft> drafts)
    {
        var headings = drafts.Where(d => d is { Kind: PassageKind.Heading, Boilerplate: false, AiGenerated: false, Level: > 1 }).GroupBy(d => d.Level).MaxBy(g => g.Count());
        var rank = headings?.Key ?? 0;
        bool OfRank(Draft d) => d.Kind == PassageKind.Heading && d.Level <= rank && d.Level > 1;
        if (headings is not null && headings.Count() >= 3 && AreDated(text, drafts, rank, headings.Count())) return OfRank;
        if (drafts.Count(draft => IsCountedLead(text, draft)) >= FewestRunIns) return draft => IsCountedLead(text, draft);
        if (title is null) return null;
        if (RoundUps.Counted(title) is > 0 and var entries && drafts.Count(d => RoundUps.IsNumbered(text, d)) == entries) return d => RoundUps.IsNumbered(text, d);
        if (!RoundUps.Says(title) && !RoundUps.IsLetter(publisher)) return null;
        if (headings is not null && headings.Count() >= 3) return OfRank;
        if (drafts.Count(IsLead) >= 3) return IsLead;
        return drafts.Count(IsRuled) >= 2 ? IsRuled : null;
    }

    private static bool IsRuled(Draft draft) => draft is { RuleBefore: true, Boilerplate: false, Kind: PassageKind.Heading or PassageKind.Paragraph };

    /// <summary>Two of three headings have a date of their own, in them or in the line below, not all the same and not long apart.</summary>
    private static bool AreDated(string text, List<Draft> drafts, int rank, int headings)
    {
        var days = new List<DateOnly>();
        for (var at = 0; at < drafts.Count; at++)
        {
            var (heading, below) = (drafts[at], at + 1 < drafts.Count ? drafts[at + 1].Span : default);
            if (heading.Kind != PassageKind.Heading || heading.Boilerplate || heading.Level != rank) continue;
            if ((Story.InHeading(text, heading.Span) ?? (below.IsEmpty ? null : Story.InDateLine(text, below))) is { } day) days.Add(day);
        }

        return days.Count * 3 >= headings * 2 && days.Distinct().Count() >= 2 && days.Max().DayNumber - days.Min().DayNumber <= MostDays;
    }

    private static bool IsLead(Draft draft) => draft is { Kind: PassageKind.Paragraph, Boilerplate: false, Lead.Length: >= 3 };

    private static bool IsBracketedLead(string text, Draft draft) =>
        draft.Kind == PassageKind.Paragraph && draft.Lead.Length > 4 && text[draft.Lead.Start] == '[' && text[draft.Lead.End - 1] == ']';

    /// <summary>"**2. Tata names a town.** Agratas …"</summary>
    private static bool IsCountedLead(string text, Draft draft) =>
        IsRunIn(text, draft) && text[draft.Lead.Start] is >= '0' and <= '9' && text.AsSpan(draft.Lead.Start, Math.Min(3, draft.Lead.Length)).ContainsAny('.', ')');

    /// <summary>Fewer bold leads are emphasis, or a label.</summary>
    private const int FewestRunIns = 3;

    private const int LongestRunIn = 80;

    /// <summary>"**Aske (Lindenau).** The works …", "**And Lindenau?** It …": short bold words with a mark behind them, then what they title.</summary>
    private static bool IsRunIn(string text, Draft draft)
    {
        if (!IsLead(draft) || draft.Lead.Length > LongestRunIn) return false;
        var end = Math.Max(draft.Lead.End, Inline.BoldEnd(text, draft.Span));
        return text[draft.Lead.End - 1] is '.' or '?' or ':' || end < draft.Span.End && text[end] is '.' or ':';
    }

    /// <summary>Where most paragraphs have a bold lead, each lead is the heading of what follows.</summary>
    private static List<Draft> WithRunIns(string text, List<Draft> drafts)
    {
        var (leads, paragraphs) = (drafts.Count(draft => IsRunIn(text, draft)), drafts.Count(static draft => draft is { Kind: PassageKind.Paragraph, Boilerplate: false }));
        return leads < FewestRunIns || leads * 2 < paragraphs ? drafts : [.. drafts.SelectMany(draft => IsRunIn(text, draft) ? Halves(text, draft) : [draft])];
    }

    private static Span Title(string text, Draft draft)
    {
        var lead = draft.Lead;
        if (lead.Length > 2 && text[lead.Start] == '[' && text[lead.End - 1] == ']') lead = new Span(lead.Start + 1, lead.End - 1);
        return Inline.Trim(text, lead);
    }

    /// <summary>The lead as the story's heading, and the paragraph behind it.</summary>
    private static IEnumerable<Draft> Halves(string text, Draft draft)
    {
        var title = Title(text, draft);
        var end = Math.Max(draft.Lead.End, Inline.BoldEnd(text, draft.Span));
        while (end < draft.Span.End && (char.IsWhiteSpace(text[end]) || text[end] is ':' or '–' or '—' or '-' or '.' or '|')) end++;
        yield return new Draft
        {
            Span = title, Kind = PassageKind.Heading, Level = 6, Marked = true, Bracketed = true, BlankBefore = draft.BlankBefore, RuleBefore = draft.RuleBefore,
            Quote = draft.Quote, Boilerplate = draft.Boilerplate, AiGenerated = draft.AiGenerated,
        };
        if (end >= draft.Span.End) yield break;
        draft.Span = new Span(end, draft.Span.End);
        yield return draft;
    }

    /// <summary>A story whose title says that it is paid for, or offers jobs.</summary>
    private static void Advertisements(string text, List<Draft> drafts)
    {
        var advertised = -1;
        foreach (var draft in drafts)
        {
            if (draft is { Kind: PassageKind.Heading, Bracketed: true } && draft.Cued(text).Hits.Exists(h => h.Mark == CueMark.Job)) advertised = draft.Story;
            if (draft.Story == advertised) draft.Boilerplate = true;
        }
    }
}
