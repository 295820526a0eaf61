using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>
/// The stories of a round-up: each starts at a title in brackets, or at bold words in brackets that lead a paragraph;
/// in a text that calls itself a round-up, at each heading of the commonest rank, or each paragraph with a bold lead.
/// One title makes no round-up. What stands before the first title is story 0.
/// </summary>
internal static class Stories
{
    private static readonly string[] RoundUpWords =
        ["week", "weekly", "roundup", "round-up", "round up", "digest", "newsletter", "briefing", "news in brief", "this month", "monthly", "bulletin", "wochenrückblick", "revue de presse", "周报"];

    /// <summary>The passages with story numbers; a bold lead that titles a story becomes a heading of its own.</summary>
    public static List<Draft> Split(string text, string? title, List<Draft> drafts)
    {
        var starts = Titles(text, title, drafts);
        if (starts is null) return drafts;
        var split = new List<Draft>(drafts.Count + 16);
        var story = 0;
        foreach (var draft in drafts)
        {
            var opens = starts(draft);
            if (opens) story++;
            var parts = opens && draft.Kind == PassageKind.Paragraph ? Halves(text, draft) : [draft];
            foreach (var part in parts)
            {
                part.Story = story;
                split.Add(part);
            }
        }

        Advertisements(text, split);
        return split;
    }

    private static Func<Draft, bool>? Titles(string text, string? title, List<Draft> drafts)
    {
        bool InBrackets(Draft d) => d.Bracketed || IsBracketedLead(text, d);
        if (drafts.Count(InBrackets) >= 2) return InBrackets;
        if (title is null || !RoundUpWords.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase))) return null;
        var ranks = drafts.Where(d => d is { Kind: PassageKind.Heading, Boilerplate: false, AiGenerated: false, Level: > 1 }).GroupBy(d => d.Level).MaxBy(g => g.Count());
        if (ranks is not null && ranks.Count() >= 3) return d => d.Kind == PassageKind.Heading && d.Level <= ranks.Key && d.Level > 1;
        return drafts.Count(IsLead) >= 3 ? IsLead : null;
    }

    private static bool IsLead(Draft draft) => draft is { Kind: PassageKind.Paragraph, Boilerplate: false, Lead.Length: >= 3 };

    private static bool IsBracketedLead(string text, Draft draft) =>
        draft.Kind == PassageKind.Paragraph && draft.Lead.Length > 4 && text[draft.Lead.Start] == '[' && text[draft.Lead.End - 1] == ']';

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
