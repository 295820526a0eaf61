using System.Collections.Frozen;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What frames the body of a page's text: its title, author and date in front, a picture's credit, what hangs behind the last paragraph.</summary>
internal static class WebFrame
{
    /// <summary>So many blocks in front may be something else before the body is taken to have begun.</summary>
    private const int MostBefore = 8;

    private const int LongestCredit = 110;
    private const int ShortestCaption = 15;
    private const int LongestByline = 140;
    private const int LongestBio = 500;
    private const int LongestOffer = 250;

    /// <summary>So much may stand behind who signed a text.</summary>
    private const int LongestBehind = 400;

    private static readonly FrozenSet<string> By = FrozenSet.Create(StringComparer.Ordinal, "by", "von", "par", "por", "di", "door", "text", "autor", "autorin", "author", "written", "geschrieben", "published", "posted", "updated");

    /// <returns>Who signed it at its end, where nothing else says who wrote it; else as it was.</returns>
    public static DraftDocument Mark(string text, DraftDocument read)
    {
        var drafts = read.Passages;
        MarkFront(text, read);
        foreach (var draft in drafts)
        {
            if (!draft.Boilerplate && IsCredit(text, draft)) draft.Boilerplate = true;
            else if (draft.Kind == PassageKind.Caption) draft.Span = WithoutCredit(text, draft);
        }

        MarkClosed(text, drafts);
        MarkEnd(text, read);
        return Signed(text, drafts) is not { } name ? read : read with { Author = read.Author ?? name };
    }

    /// <summary>A name alone in bold or slanted letters, as newspapers put it below the last sentence; what stands behind it is not of the text.</summary>
    private static string? Signed(string text, List<Draft> drafts)
    {
        for (var at = drafts.Count - 1; at > 0 && text.Length - drafts[at].Span.End < LongestBehind; at--)
        {
            if (drafts[at] is not { Kind: PassageKind.Heading, Level: 6, Span.Length: <= 40 } draft || at < drafts.Count - 1 && !Sentences.EndsAt(text, drafts[at - 1].Span.End)) continue;
            var words = text.Substring(draft.Span.Start, draft.Span.Length);
            if (words.Split(' ') is not { Length: 2 or 3 } || ByLine.Names(words, NameTrust.Line) is not [var name] || name.Length != words.Length) continue;
            foreach (var behind in drafts[at..]) behind.Boilerplate = true;
            return name;
        }

        return null;
    }

    /// <summary>What an offer to pay is made of, behind the words that the rest is closed.</summary>
    private static void MarkClosed(string text, List<Draft> drafts)
    {
        var wall = drafts.FindIndex(d => IsClosed(text, d));
        if (wall <= 0 || drafts.FindIndex(wall, d => d.Span.Length > LongestOffer) >= 0) return;
        for (var at = wall; at < drafts.Count; at++) drafts[at].Boilerplate = true;
    }

    /// <summary>It says that the rest of the text is kept from the reader.</summary>
    public static bool IsClosed(string text, Draft draft) => draft.Boilerplate && draft.Cued(text).Hits.Exists(hit => hit.Mark == CueMark.Closed);

    private static void MarkFront(string text, DraftDocument read)
    {
        var (seen, sentences, titles) = (0, 0, 0);
        foreach (var draft in read.Passages)
        {
            if (draft.Boilerplate || draft.Kind == PassageKind.Caption) continue;
            var isFirst = draft is { Kind: PassageKind.Heading, Level: 1, Marked: true } && sentences == 0 && titles++ == 0;
            if (isFirst || IsTitle(text, draft, read.Title) || IsByline(text, draft, read)) draft.Boilerplate = true;
            else if (draft.Kind == PassageKind.Paragraph && Sentences.EndsAt(text, draft.Span.End) && ++sentences == 2) return;
            else if (draft.Span.Length > 160 || ++seen > MostBefore) return;
        }
    }

    /// <summary>Dates, names and headings with nothing below them behind the last paragraph.</summary>
    private static void MarkEnd(string text, DraftDocument read)
    {
        var drafts = read.Passages;
        for (var at = drafts.Count - 1; at > 0; at--)
        {
            var draft = drafts[at];
            if (draft.Boilerplate) continue;
            var hangs = draft is { Kind: PassageKind.Heading, Marked: true, Level: < 6 } && draft.Span.Length <= 120 && text[draft.Span.End - 1] is not ('.' or '!');
            if (!hangs && !IsByline(text, draft, read) && !IsSignature(text, draft) && !IsBio(text, draft)) return;
            draft.Boilerplate = true;
        }
    }

    /// <summary>A name behind a dash or in brackets.</summary>
    private static bool IsSignature(string text, Draft draft)
    {
        var line = text.AsSpan(draft.Span.Start, draft.Span.Length);
        if (draft.Kind is not PassageKind.Paragraph || draft.Quote > 0 || line.Length > 50 || line[0] is not ('–' or '—' or '-' or '(' or '/')) return false;
        var words = draft.Cued(text).Words;
        return words.Count is > 0 and <= 5 && (IsName(text, words, 0) || line.Length <= 12);
    }

    /// <summary>Who wrote it, in a sentence or two.</summary>
    private static bool IsBio(string text, Draft draft)
    {
        if (draft.Kind is not (PassageKind.Paragraph or PassageKind.ListItem) || draft.Span.Length > LongestBio) return false;
        var (words, hits) = draft.Cued(text);
        return words.Count > 0 && hits.Exists(h => h.Mark == CueMark.Bio && h.First <= 8);
    }

    private static bool IsTitle(string text, Draft draft, string? title)
    {
        if (draft.Kind is PassageKind.TableRow || draft.Span.Length > 300) return false;
        if (title is null) return false;
        var (words, called) = (WebTitle.Key(text.AsSpan(draft.Span.Start, draft.Span.Length)), WebTitle.Key(title));
        if (words.Length == 0 || called.Length == 0) return false;
        return words == called || (words.Length >= 20 && (called.Contains(words, StringComparison.Ordinal) || (words.Length < called.Length + 30 && words.Contains(called, StringComparison.Ordinal))));
    }

    private static bool IsByline(string text, Draft draft, DraftDocument read)
    {
        if (draft.Kind is PassageKind.TableRow or PassageKind.ListItem || draft.Span.Length > LongestByline || draft.Quote > 0) return false;
        if (text.AsSpan(draft.Span.Start, draft.Span.Length).StartsWith("SOURCE ", StringComparison.Ordinal)) return true;
        if (PublicationDate.IsDateLine(text, draft.Span)) return true;
        if (Sentences.EndsAt(text, draft.Span.End)) return false;
        if (read.Author is { Length: > 3 } author && text.AsSpan(draft.Span.Start, draft.Span.Length).Contains(author, StringComparison.OrdinalIgnoreCase) && draft.Span.Length < author.Length + 40) return true;
        var words = draft.Cued(text).Words;
        return words.Count is >= 2 and <= 14 && By.Contains(words[0].Word) && (words[1].Word is "by" or "von" or "par" or "por" or "on" or "at" ? IsName(text, words, 2, mostSmall: 2) : IsName(text, words, 1));
    }

    /// <summary>Only short words, figures and words with a capital follow, but for so many.</summary>
    private static bool IsName(string text, List<CueWord> words, int from, int mostSmall = 0)
    {
        var small = 0;
        for (var at = from; at < words.Count; at++)
        {
            if (words[at].Word.Length > 3 && char.IsLower(text[words[at].Start]) && ++small > mostSmall) return false;
        }

        return from < words.Count;
    }

    /// <summary>Nothing but whose a picture is: "Photo: AGENCY", "NAME / AGENCY via AGENCY".</summary>
    private static bool IsCredit(string text, Draft draft)
    {
        if (draft.Kind is PassageKind.TableRow || draft.Span.Length > LongestCredit || draft.Kind == PassageKind.Heading && draft.Level < 6) return false;
        var (words, hits) = draft.Cued(text);
        if (words.Count <= 10 && (text[draft.Span.Start] == '©' || (draft.Span.Length > 2 && text[draft.Span.Start + 1] == '©'))) return true;
        if (words.Count is 0 or > 14 || Sentences.EndsAt(text, draft.Span.End) && words.Count > 8) return false;
        foreach (var hit in hits)
        {
            var behind = words.Count - hit.End;
            if (hit.Mark == CueMark.Credit && (hit.First == 0 || behind == 0) && IsName(text, words, hit.First == 0 ? hit.End : 0, mostSmall: 1) && (behind > 0 || hit.First > 0 || hit.End > 1)) return true;
            if (hit is { Mark: CueMark.Caption, First: 0 } && behind is > 0 and <= 6 && text[words[hit.End - 1].End] == ':' && IsName(text, words, hit.End)) return true;
        }

        return false;
    }

    /// <summary>A caption without the credit at its end.</summary>
    private static Span WithoutCredit(string text, Draft draft)
    {
        var (span, (words, hits)) = (draft.Span, draft.Cued(text));
        var sign = text.IndexOf('©', span.Start, span.Length);
        var end = sign > 0 && span.End - sign <= LongestCredit ? sign : span.End;
        foreach (var hit in hits)
        {
            var behind = words[hit.End - 1].End;
            var marks = behind < span.End && (text[behind] == ':' || words[hit.End - 1].Word == "by");
            if (hit.Mark is CueMark.Credit or CueMark.Caption && marks && words[hit.First].Start < end && span.End - words[hit.First].Start <= LongestCredit) end = words[hit.First].Start;
        }

        while (end > span.Start && text[end - 1] is ' ' or '(' or '[' or '|' or '–' or '—' or '-' or '/' or '·' or ',') end--;
        return end - span.Start < ShortestCaption ? span : new Span(span.Start, end);
    }
}
