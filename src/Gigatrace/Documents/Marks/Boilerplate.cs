using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What stands around a text and is not part of it. It is marked, never dropped.</summary>
internal static class Boilerplate
{
    private const int MostWords = 45;
    private const int MostOfLabel = 8;
    private const int ShortestProse = 160;

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    /// <summary>Passages that say themselves, by their words or shape, that they are none of the text.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="drafts">Its passages; AI labels are known already.</param>
    /// <param name="note">In somebody's own notes a list of related notes is content.</param>
    public static void MarkLines(string text, List<Draft> drafts, bool note)
    {
        foreach (var draft in drafts) draft.Boilerplate |= draft.Label || Says(text, draft, note) || note && IsTrail(text, draft) || IsMenu(text, draft) || IsLeftover(text, draft) || !HasWords(text, draft);
    }

    /// <summary>Passages that are none of the text because of what stands around them.</summary>
    public static void MarkSections(string text, List<Draft> drafts, bool note)
    {
        if (!note) MarkTails(text, drafts);
        MarkBetween(text, drafts);
    }

    private static bool Says(string text, Draft draft, bool note)
    {
        if (draft.Kind is PassageKind.TableRow || draft.Span.Length > 500) return false;
        if (draft.Kind is PassageKind.Caption && (!draft.OfPage || draft.Span.Length > 60)) return false;
        var (words, hits) = draft.Cued(text);
        if (words.Count is 0 or > MostWords) return false;
        foreach (var hit in hits)
        {
            var said = hit.Mark switch
            {
                CueMark.Line => !note && !FollowsSentence(text, draft.Span.Start, words, hit.First),
                CueMark.Closed => true,
                CueMark.Paid => hit.First == 0 && words.Count <= MostOfLabel,
                CueMark.Begins => hit.First == 0,
                CueMark.Starts => hit.First == 0 && SetOff(text, words[hit.End - 1].End, draft.Span.End, words.Count - hit.End),
                CueMark.Trail => note && hit.First == 0 && LeadsToLink(text, words[hit.End - 1].End, draft.Span.End),
                CueMark.Whole => hit.First == 0 && hit.End == words.Count && !note,
                _ => false,
            };
            if (said) return true;
        }

        return StartsWithCopyright(text, draft.Span);
    }

    /// <summary>A sentence of some length stands before it: the passage says something else first.</summary>
    private static bool FollowsSentence(string text, int start, List<CueWord> words, int hit)
    {
        for (var word = 6; word <= hit; word++)
        {
            if (Sentences.EndsAt(text, TrimEnd(text, start, words[word].Start))) return true;
        }

        return false;
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }

    private static bool StartsWithCopyright(string text, Span span) => text[span.Start] == '©';

    /// <summary>A mark that separates, not a word, follows; or nothing.</summary>
    private static bool SetOff(string text, int at, int end, int wordsBehind)
    {
        while (at < end && text[at] is ' ' or '*' or '_' or ']') at++;
        if (at >= end) return wordsBehind == 0;
        return text[at] is ':' or '|' or '/' or '>' or '»' or '·' or '•' or '–' or '—' or '[' or '›' or '→' or '(' or '\n';
    }

    /// <summary>A link follows, behind a colon, an arrow or a count at the most.</summary>
    private static bool LeadsToLink(string text, int at, int end)
    {
        while (at < end && (text[at] is ' ' or ':' or '\uFE0F' or '*' or '_' or '→' or '>' or '(' or ')' || char.IsAsciiDigit(text[at]))) at++;
        return at + 1 < end && text[at] == '[' && text[at + 1] == '[';
    }

    /// <summary>"← [[Makers]] | [[Policy]]", "[[A]] · [[B]]": of a note, the line that leads to others by arrows, or by nothing but links.</summary>
    private static bool IsTrail(string text, Draft draft)
    {
        if (draft.Kind is not (PassageKind.Paragraph or PassageKind.Heading) || draft.Span.Length > 300) return false;
        var line = text.AsSpan(draft.Span.Start, draft.Span.Length);
        if (line[0] is '←' or '⬅' or '↑' or '⬆' or '↩' or '⤴' or '→' or '➡') return LeadsToLink(text, draft.Span.Start + 1, draft.Span.End);
        var links = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (char.IsLetterOrDigit(line[at])) return false;
            if (!line[at..].StartsWith("[[")) continue;
            if (line[at..].IndexOf("]]", StringComparison.Ordinal) is not (> 0 and var length)) return false;
            at += length + 1;
            links++;
        }

        return links > 1;
    }

    /// <summary>Several short words between bars or dots, or buttons in brackets, and no figure among them.</summary>
    private static bool IsMenu(string text, Draft draft)
    {
        if (draft.Kind is PassageKind.TableRow or PassageKind.Caption || draft.Span.Length > 300) return false;
        var line = text.AsSpan(draft.Span.Start, draft.Span.Length);
        if (line.Contains("[[", StringComparison.Ordinal) || line.Contains("::", StringComparison.Ordinal)) return false;
        int parts = 1, words = 0, longest = 0, digits = 0, buttons = 0;
        for (var at = 0; at < line.Length; at++)
        {
            var spaced = at > 0 && at + 1 < line.Length && line[at - 1] == ' ' && line[at + 1] == ' ';
            if (line[at] is '|' or '»' or '›' or '·' or '•' or '▸' || (spaced && line[at] is '/' or '>'))
            {
                (parts, longest, words) = (parts + 1, Math.Max(longest, words), 0);
            }
            else if (line[at] == ']') buttons++;
            else if (char.IsAsciiDigit(line[at])) digits++;
            else if (line[at] == ' ') words++;
        }

        longest = Math.Max(longest, words);
        if (buttons >= 2 && !line.Contains('(')) return digits == 0;
        return parts >= 3 && longest <= 6 && digits <= 2 && !Sentences.EndsAt(text, draft.Span.End);
    }

    /// <summary>One word in small letters on a line of its own: what a page's template left behind.</summary>
    private static bool IsLeftover(string text, Draft draft)
    {
        if (draft.Kind != PassageKind.Paragraph || draft.Span.Length > 24 || !char.IsAsciiLetterLower(text[draft.Span.Start])) return false;
        return !text.AsSpan(draft.Span.Start, draft.Span.Length).ContainsAnyExcept(Letters);
    }

    private static bool HasWords(string text, Draft draft)
    {
        if (draft is { Kind: PassageKind.TableRow } or { Kind: PassageKind.Heading, Marked: false }) return true;
        for (var at = draft.Span.Start; at < draft.Span.End; at++)
        {
            if (char.IsLetter(text[at])) return true;
        }

        return Headings.IsPeriod(text, draft.Span) || HeaderDate.Find(text.AsSpan(draft.Span.Start, Math.Min(draft.Span.Length, 40))) is not null;
    }

    /// <summary>From a heading such as "You may also like" to the next real paragraph, heading or story.</summary>
    private static void MarkTails(string text, List<Draft> drafts)
    {
        for (var at = 0; at < drafts.Count; at++)
        {
            if (!OpensTail(text, drafts, at)) continue;
            drafts[at].Boilerplate = true;
            while (at + 1 < drafts.Count && IsTeaser(text, drafts, at + 1)) drafts[++at].Boilerplate = true;
        }
    }

    private static bool OpensTail(string text, List<Draft> drafts, int at)
    {
        var draft = drafts[at];
        if (draft.Kind is PassageKind.TableRow or PassageKind.ListItem || draft.Span.Length > 400) return false;
        var (words, hits) = draft.Cued(text);
        foreach (var hit in hits)
        {
            if (hit.Mark != CueMark.Tail || hit.First != 0) continue;
            var rest = words.Count - hit.End;
            if (rest == 0 || (draft.Kind == PassageKind.Heading && rest <= 3) || SetOff(text, words[hit.End - 1].End, draft.Span.End, rest)) return true;
        }

        return false;
    }

    private static bool IsTeaser(string text, List<Draft> drafts, int at)
    {
        var draft = drafts[at];
        if (draft.Boilerplate) return true;
        if (draft.RuleBefore || draft.Bracketed || draft.Kind is PassageKind.TableRow || AiSections.IsBox(text, draft)) return false;
        if (draft.Kind == PassageKind.ListItem) return draft.Span.Length < 2 * ShortestProse;
        if (draft.Kind == PassageKind.Heading && draft.Marked) return false;
        // A short line right above prose is that prose's heading, and the text goes on.
        if (draft.Kind == PassageKind.Heading && at + 1 < drafts.Count && drafts[at + 1] is { Kind: PassageKind.Paragraph } below && below.Span.Length >= ShortestProse) return false;
        // A page shows by its links what leads elsewhere; a short sentence there is the text going on.
        if (draft.OfPage && Sentences.EndsAt(text, draft.Span.End) && draft.Linked * 2 < draft.Span.Length) return false;
        return draft.Span.Length < (Sentences.EndsAt(text, draft.Span.End) ? ShortestProse / 2 : ShortestProse);
    }

    /// <summary>Behind the text, the title once more: "3 comments on TITLE".</summary>
    public static void MarkRepeatedTitle(string text, string? title, List<Draft> drafts)
    {
        if (title is not { Length: >= 16 }) return;
        var prose = drafts.FindIndex(d => d.Kind == PassageKind.Paragraph && d.Span.Length >= ShortestProse);
        for (var at = prose + 1; prose >= 0 && at < drafts.Count; at++)
        {
            var span = drafts[at].Span;
            if (span.Length <= title.Length + 40 && text.AsSpan(span.Start, span.Length).Contains(title, StringComparison.OrdinalIgnoreCase)) drafts[at].Boilerplate = true;
        }
    }

    /// <summary>A few words without a full stop between two lines that are not the text's are not the text's either.</summary>
    private static void MarkBetween(string text, List<Draft> drafts)
    {
        for (var at = 1; at + 1 < drafts.Count; at++)
        {
            var draft = drafts[at];
            if (draft.Boilerplate || draft.Kind is PassageKind.TableRow or PassageKind.ListItem || (draft.Level is > 0 and < 6 && !(draft.OfPage && draft.Level >= 4)) || draft.Bracketed) continue;
            if (drafts[at - 1] is { Boilerplate: true, Label: false } && drafts[at + 1] is { Boilerplate: true, Label: false } && draft.Span.Length <= 60 && !Sentences.EndsAt(text, draft.Span.End)) draft.Boilerplate = true;
        }
    }
}
