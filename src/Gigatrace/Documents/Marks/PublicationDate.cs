using System.Buffers;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>
/// The day a text says it was published. Only places that speak of the text itself count: a label, a dateline, a line
/// of its own under the title. A date in the prose is an event.
/// </summary>
internal static class PublicationDate
{
    private const int Head = 20;
    private const int Foot = 12;
    private const int LongestLine = 220;

    /// <summary>Best first.</summary>
    private static readonly string[][] Labels = [HeadWords.Default.Published, HeadWords.Default.Dated, HeadWords.Default.Updated];

    private static readonly SearchValues<string>[] AnyLabel = Array.ConvertAll(Labels, labels => SearchValues.Create(labels, StringComparison.OrdinalIgnoreCase));

    private static readonly SearchValues<string> Any = SearchValues.Create([.. Labels.SelectMany(labels => labels)], StringComparison.OrdinalIgnoreCase);

    /// <summary>EDTF; null where the text does not say.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="drafts">Its passages.</param>
    /// <param name="order">Of day and month between slashes.</param>
    /// <param name="underTitle">A bare line under the title counts.</param>
    public static string? Find(string text, List<Draft> drafts, DateOrder order, bool underTitle = true)
    {
        var lines = drafts.Where((_, at) => at < Head || at >= drafts.Count - Foot).Where(draft => IsLine(draft) && MayLabel(text.AsSpan(draft.Span.Start, draft.Span.Length))).ToList();
        return Labelled(text, lines, 0, order) ?? Dateline(text, drafts, order) ?? (underTitle ? UnderTitle(text, drafts, order) : null)
            ?? Labelled(text, lines, 1, order) ?? Labelled(text, lines, 2, order);
    }

    /// <summary>The passage is little more than a date: a line that says when, not a heading.</summary>
    public static bool IsDateLine(string text, Span span)
    {
        var line = text.AsSpan(span.Start, span.Length);
        if (line.Length > 100 || line[^1] == ':' || HeaderDate.Find(line) is not { } date) return false;
        var outside = DateLabels.LettersAround(line, date.Start, date.End);
        if (line[^1] != '.' || line.EndsWith(".m.", StringComparison.OrdinalIgnoreCase)) return outside <= 50;
        // "7 July 2021 – by A. B." and not "7 July 2021 saw it open."
        return date.Start == 0 && outside <= 25 && line[date.End..].TrimStart() is ['-' or '–' or '—' or '|' or ',' or '·' or '•' or '(', ..];
    }

    private static bool IsLine(Draft draft) => !draft.IsOfSaving && draft.Kind is not PassageKind.TableRow && draft.Span.Length <= LongestLine;

    private static bool MayLabel(ReadOnlySpan<char> line) => line.ContainsAnyInRange('0', '9') && line.ContainsAny(Any);

    private static string? Labelled(string text, List<Draft> lines, int rank, DateOrder order)
    {
        foreach (var draft in lines)
        {
            var line = text.AsSpan(draft.Span.Start, draft.Span.Length);
            if (!line.ContainsAny(AnyLabel[rank])) continue;
            foreach (var label in Labels[rank])
            {
                if (Behind(line, label) is >= 0 and var end && HeaderDate.Find(line, end, order) is { } date
                    && date.Start - end <= 30 && !line[end..date.Start].ContainsAny('.', ';')) return date.Edtf;
            }
        }

        return null;
    }

    /// <summary>Where the label ends, if it starts the line or a part of it set off by a mark; -1 else.</summary>
    private static int Behind(ReadOnlySpan<char> line, string label)
    {
        for (int at = 0, next; at < line.Length; at = next)
        {
            var found = line[at..].IndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (found < 0) return -1;
            found += at;
            next = found + label.Length;
            var before = line[..found].TrimEnd(" \t*_");
            if ((before.IsEmpty || !char.IsLetterOrDigit(before[^1]) && before[^1] is not ',') && (next == line.Length || !char.IsLetter(line[next]) || label[0] > '\u2E80')) return next;
        }

        return -1;
    }

    /// <summary>PLACE, date, perhaps an agency in brackets, and a dash or the paragraph's end; or all in bold, with a point.</summary>
    private static string? Dateline(string text, List<Draft> drafts, DateOrder order)
    {
        foreach (var draft in drafts.Take(Head).Where(d => d.Kind == PassageKind.Paragraph))
        {
            var line = text.AsSpan(draft.Span.Start, Math.Min(draft.Span.Length, 120)).TrimStart("*_");
            if (HeaderDate.Find(line, 0, order) is not { IsDay: true, Start: > 2 and < 60 } date || !IsPlace(line[..date.Start])) continue;
            var rest = WithoutAgency(line[date.End..].TrimStart(" )*_"));
            if (rest.IsEmpty || rest[0] is '–' or '—' or '-' or '/' or '|' or ':' or '―' || rest.StartsWith(".**")) return date.Edtf;
        }

        return null;
    }

    private static ReadOnlySpan<char> WithoutAgency(ReadOnlySpan<char> rest) =>
        rest.StartsWith("(") && rest.IndexOf(')') is > 1 and < 40 and var close ? rest[(close + 1)..].TrimStart(" *_") : rest;

    /// <summary>Capitalised words and commas: <c>TUCSON, Ariz., </c>.</summary>
    private static bool IsPlace(ReadOnlySpan<char> place)
    {
        var trimmed = place.TrimEnd(" *_");
        if (trimmed.IsEmpty || trimmed[^1] is not (',' or '(' or '–' or '—' or '-' or '/') || !char.IsUpper(trimmed[0])) return false;
        foreach (var range in trimmed.Split(' '))
        {
            var word = trimmed[range].Trim(",.()–—-/");
            if (!word.IsEmpty && !char.IsUpper(word[0]) && word is not ("and" or "de" or "am" or "an" or "der" or "la" or "le" or "of" or "upon" or "sur")) return false;
        }

        return FirstWord(trimmed) is not ("In" or "On" or "At" or "By" or "Since" or "From" or "The" or "Until" or "Before" or "After");
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> line) => line.IndexOfAny(' ', ',') is > 0 and var end ? line[..end] : line;

    /// <summary>A line of its own before the prose starts that holds a day and few other words.</summary>
    private static string? UnderTitle(string text, List<Draft> drafts, DateOrder order)
    {
        foreach (var draft in drafts.Take(Head))
        {
            if (draft.Kind == PassageKind.Paragraph && draft.Span.Length > 150) return null;
            if (draft.IsOfSaving || draft.Kind is not (PassageKind.Paragraph or PassageKind.Heading) || draft.Level is > 0 and < 6 || !IsDateLine(text, draft.Span)) continue;
            if (HeaderDate.Find(text.AsSpan(draft.Span.Start, draft.Span.Length), 0, order) is { IsDay: true } date) return date.Edtf;
        }

        return null;
    }
}
