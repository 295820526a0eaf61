using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>
/// Which passages a machine wrote, by the labels that say so. A label speaks of the block around it: the quotation or
/// the box that it stands in; the section that it opens, when it follows a heading or ends in a colon; else the
/// section that it closes, back to the label before, to the heading of the box, or to the end of the list above it.
/// </summary>
internal static class AiSections
{
    private const int MostWords = 28;
    private const int LatestPhrase = 10;

    private static readonly HashSet<string> Reporting = new(StringComparer.Ordinal) { "said", "says", "told", "uses", "plans", "announced", "company", "gwh" };

    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal) { "article", "story", "post", "page", "text", "artikel", "beitrag", "artículo", "articolo" };

    /// <summary>A label that is the name of a part stands over it.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "summary", "overview", "digest", "recap", "zusammenfassung", "überblick", "résumé", "resumen", "riassunto", "samenvatting" };

    private static readonly HashSet<string> Below = new(StringComparer.Ordinal) { "below", "following", "unten", "folgende", "suivant" };

    /// <summary>Finds the labels; the sections are marked once boilerplate is known.</summary>
    public static void FindLabels(string text, List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            if (draft.Kind is PassageKind.TableRow || draft.Span.Length > 260) continue;
            var (words, hits) = draft.Cued(text);
            if (words.Count is 0 or > MostWords || hits.Count == 0 || words.Exists(w => Reporting.Contains(w.Word))) continue;
            draft.Label = hits.Exists(hit => hit.Mark == CueMark.Ai && hit.First <= LatestPhrase);
        }
    }

    public static void Mark(string text, List<Draft> drafts)
    {
        var previous = -1;
        var content = false;
        for (var at = 0; at < drafts.Count; at++)
        {
            content |= IsContent(text, drafts[at]);
            if (!drafts[at].Label || at <= previous) continue;
            var (start, end) = Section(text, drafts, at, previous, content);
            for (var inside = start; inside < end; inside++) drafts[inside].AiGenerated = true;
            drafts[at].AiGenerated = true;
            previous = Math.Max(at, end - 1);
        }
    }

    /// <summary>The half-open run of passages that the label at <paramref name="at"/> speaks of.</summary>
    private static (int Start, int End) Section(string text, List<Draft> drafts, int at, int previous, bool afterContent)
    {
        var label = drafts[at];
        var words = Cues.WordsOf(text, label.Span).ConvertAll(w => w.Word);
        if (label.Quote > 0) return Around(drafts, at, other => other.Quote == label.Quote);
        if (label.Box >= 0) return Around(drafts, at, other => other.Box == label.Box);
        var whole = words.Exists(Whole.Contains);
        if (!afterContent || Opens(text, drafts, at, words)) return (at, Forward(drafts, at, whole));
        return whole ? (previous + 1, at) : (Back(text, drafts, at, previous), at);
    }

    /// <summary>Something that a label behind it could speak of.</summary>
    private static bool IsContent(string text, Draft draft) =>
        draft is { Kind: PassageKind.Paragraph or PassageKind.ListItem or PassageKind.TableRow, Boilerplate: false } && !PublicationDate.IsDateLine(text, draft.Span);

    private static (int Start, int End) Around(List<Draft> drafts, int at, Predicate<Draft> same)
    {
        var (start, end) = (at, at + 1);
        while (start > 0 && same(drafts[start - 1])) start--;
        while (end < drafts.Count && same(drafts[end])) end++;
        return (start, end);
    }

    /// <summary>The label stands before what it speaks of.</summary>
    private static bool Opens(string text, List<Draft> drafts, int at, List<string> words)
    {
        var label = drafts[at];
        if (at + 1 >= drafts.Count || at == 0) return at == 0;
        if (label.Kind == PassageKind.Heading && label.Marked) return true;
        if (text[label.Span.End - 1] == ':' || words.Exists(Below.Contains)) return true;
        var (above, below) = (drafts[at - 1], drafts[at + 1]);
        if ((label.RuleBefore && !below.RuleBefore) || above.Kind == PassageKind.Heading) return true;
        if (words.Count <= 4 && words.Exists(Names.Contains)) return true;
        // It stands with what it touches: a list, or the block that no blank line parts from it.
        if (below.Kind == PassageKind.ListItem) return above.Kind != PassageKind.ListItem;
        return label.BlankBefore && !below.BlankBefore && below.Kind == PassageKind.Paragraph;
    }

    /// <summary>To the next heading of its rank, rule, label or boilerplate; without any, over the next block only.</summary>
    private static int Forward(List<Draft> drafts, int at, bool whole)
    {
        var label = drafts[at];
        var opener = label.Kind == PassageKind.Heading ? label : at > 0 && drafts[at - 1].Kind == PassageKind.Heading ? drafts[at - 1] : null;
        var level = opener?.Level ?? 6;
        var end = at + 1;
        if (end < drafts.Count && drafts[end].Kind == PassageKind.Heading && drafts[end].Level >= level) return Subsections(drafts, end);
        while (end < drafts.Count && !Stops(drafts[end], whole ? 0 : level)) end++;
        if (whole || end < drafts.Count || end == at + 1) return end;
        if (opener is { Level: > 1 }) return end;
        // Nothing closes it: a list is its own block, and so is one paragraph.
        var kind = drafts[at + 1].Kind;
        end = at + 2;
        while (kind != PassageKind.Paragraph && end < drafts.Count && drafts[end].Kind == kind) end++;
        return end;
    }

    /// <summary>Headings straight below the label part what it speaks of; it ends at the next label's own heading, a rule or boilerplate.</summary>
    private static int Subsections(List<Draft> drafts, int end)
    {
        while (end < drafts.Count && !Stops(drafts[end], 0)) end++;
        return end < drafts.Count && drafts[end].Label && drafts[end - 1].Kind == PassageKind.Heading ? end - 1 : end;
    }

    private static bool Stops(Draft draft, int level) =>
        draft.Label || draft.Boilerplate || draft.RuleBefore || (draft.Kind == PassageKind.Heading && draft.Level <= level);

    private static int Back(string text, List<Draft> drafts, int at, int previous)
    {
        var nearest = -1;
        var prose = 0;
        for (var start = at - 1; start > previous; start--)
        {
            var draft = drafts[start];
            if (draft.Kind == PassageKind.Heading)
            {
                if (IsBox(text, draft)) return Extended(text, drafts, start, previous);
                if (start - 1 > previous && drafts[start - 1] is { Kind: PassageKind.Heading, Boilerplate: false } && previous < 0 && start > 2) return Extended(text, drafts, start - 1, previous);
                if (draft.Boilerplate) break;
                if (nearest < 0 && (draft.Level > 1 || start > 2)) nearest = start;
                prose = 0;
            }
            else
            {
                if (draft.Boilerplate) { nearest = nearest < 0 ? start + 1 : nearest; break; }
                if (draft.Kind == PassageKind.Paragraph && ++prose > 3 && previous < 0) break;
            }

            if (draft.RuleBefore) return start;
        }

        if (previous >= 0 && Adjoins(drafts, previous, at)) return previous + 1;
        return nearest >= 0 ? nearest : BlockAbove(text, drafts, at, previous);
    }

    /// <summary>From the label before to this one there is one box: nothing that is not part of it stands between.</summary>
    private static bool Adjoins(List<Draft> drafts, int previous, int at)
    {
        for (var between = previous + 1; between < at; between++)
        {
            if (drafts[between].Boilerplate || drafts[between].RuleBefore) return false;
        }

        return at - previous > 1 && drafts[previous + 1].Kind == PassageKind.Heading;
    }

    /// <summary>With the headings of boxes straight above it.</summary>
    private static int Extended(string text, List<Draft> drafts, int start, int previous)
    {
        while (start - 1 > previous && drafts[start - 1].Kind == PassageKind.Heading && IsBox(text, drafts[start - 1])) start--;
        return start;
    }

    /// <summary>The list, or the one paragraph, straight above the label.</summary>
    private static int BlockAbove(string text, List<Draft> drafts, int at, int previous)
    {
        var start = at - 1;
        if (start <= previous) return at;
        if (drafts[start].Kind != PassageKind.ListItem) return start;
        while (start - 1 > previous && drafts[start - 1].Kind == PassageKind.ListItem) start--;
        if (start - 1 > previous && text[drafts[start - 1].Span.End - 1] == ':' && drafts[start - 1].Span.Length < 100) start--;
        return start;
    }

    /// <summary>The heading of a digest: "Key points", "Summary".</summary>
    public static bool IsBox(string text, Draft draft)
    {
        if (draft.Kind != PassageKind.Heading || draft.Span.Length > 120) return false;
        var (words, hits) = draft.Cued(text);
        return hits.Exists(hit => hit.Mark == CueMark.Box && words.Count - (hit.End - hit.First) <= 4);
    }
}
