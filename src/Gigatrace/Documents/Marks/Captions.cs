using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A picture's words: said so at their start or end, or the same line twice.</summary>
internal static class Captions
{
    private const int MostWords = 70;
    private const int ShortestRepeat = 40;

    public static void Mark(string text, List<Draft> drafts)
    {
        for (var at = 0; at < drafts.Count; at++)
        {
            var draft = drafts[at];
            if (draft.Kind is not (PassageKind.Paragraph or PassageKind.Heading) || (draft.Level is > 0 and < 6 && !draft.Bracketed)) continue;
            var repeats = at > 0 && drafts[at - 1].Kind != PassageKind.TableRow && draft.Span.Length >= ShortestRepeat && Same(text, drafts[at - 1].Span, draft.Span);
            if (repeats) (drafts[at - 1].Kind, drafts[at - 1].Level) = (PassageKind.Caption, 0);
            if (repeats || Says(text, draft)) (draft.Kind, draft.Level) = (PassageKind.Caption, 0);
        }
    }

    private static bool Says(string text, Draft draft)
    {
        var span = draft.Span;
        if (span.Length > 700) return false;
        var (words, hits) = draft.Cued(text);
        if (words.Count is 0 or > MostWords) return false;
        foreach (var hit in hits)
        {
            var end = words[hit.End - 1].End;
            if (hit is { Mark: CueMark.Caption, First: 0 } && SetOff(text, end, span.End)) return true;
            var late = hit.First == 0 || words.Count - hit.End <= 6;
            if (hit.Mark == CueMark.Credit && late && (hit.End - hit.First > 1 || (end + 2 < span.End && text[end] is ':' or '/'))) return true;
        }

        return false;
    }

    /// <summary>A colon or dash, or a bracket's end, stands behind the word; "Picture, left to right:" too.</summary>
    private static bool SetOff(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '*' or '_') at++;
        if (at < end && text[at] == ',' && text.AsSpan(at, Math.Min(end - at, 32)).IndexOfAny(':', '.') is > 0 and var mark) at += mark;
        return at < end && text[at] is ':' or '–' or '—' or '|' && text[Math.Min(at + 1, end - 1)] != ':';
    }

    private static bool Same(string text, Span left, Span right) => text.AsSpan(left.Start, left.Length).SequenceEqual(text.AsSpan(right.Start, right.Length));
}
