using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>Title, publisher and author, from the text itself and only where they are plain.</summary>
internal static class Heads
{
    private const int LongestTitle = 250;

    public static string? Title(string text, List<Draft> drafts, bool note)
    {
        foreach (var draft in drafts.Take(12))
        {
            if (draft.Kind == PassageKind.Heading && draft is { Boilerplate: false, Label: false } && text[draft.Span.End - 1] != ':' && (draft.Marked ? draft.Level is 1 or 6 : draft.Level == 1 || !note)
                && !IsSiteName(text, drafts, draft)) return Words(text, draft.Span);
            if (draft.Kind == PassageKind.Heading || draft.Boilerplate || draft.Kind == PassageKind.Caption || PublicationDate.IsDateLine(text, draft.Span)) continue;
            if (draft.Kind != PassageKind.Paragraph || draft.Span.Length > 40) return note && draft.Lead.Length is > 1 and < 80 ? Words(text, draft.Lead) : FirstLine(text, draft);
        }

        return null;
    }

    /// <summary>The site's name above the title, or behind a copyright sign.</summary>
    public static string? Publisher(string text, List<Draft> drafts)
    {
        foreach (var draft in drafts.Take(3))
        {
            if (IsSiteName(text, drafts, draft)) return Words(text, draft.Span);
        }

        foreach (var draft in drafts.AsEnumerable().Reverse().Take(12))
        {
            if (AfterCopyright(text, draft.Span) is { } name) return name;
        }

        return null;
    }

    /// <summary>Who the line "By NAME" names.</summary>
    public static string? Author(string text, List<Draft> drafts)
    {
        foreach (var draft in drafts.Take(10).Where(d => d.Span.Length <= 120 && d.Kind is PassageKind.Paragraph or PassageKind.Heading))
        {
            var line = text.AsSpan(draft.Span.Start, draft.Span.Length);
            var rest = line.StartsWith("By ", StringComparison.Ordinal) ? line[3..] : line.StartsWith("Von ", StringComparison.Ordinal) ? line[4..] : line.StartsWith("Par ", StringComparison.Ordinal) ? line[4..] : default;
            if (rest.IsEmpty || Sentences.EndsAt(text, draft.Span.End)) continue;
            var end = rest.IndexOfAny("|·•,–—(0123456789");
            var name = (end < 0 ? rest : rest[..end]).Trim();
            if (name.Length is > 3 and < 50 && char.IsUpper(name[0]) && name.Count(' ') is >= 1 and <= 4) return name.ToString();
        }

        return null;
    }

    private static string? FirstLine(string text, Draft draft) =>
        draft.Kind == PassageKind.Paragraph && draft.Span.Length <= LongestTitle && !Sentences.EndsAt(text, draft.Span.End) ? Words(text, draft.Span) : null;

    /// <summary>A name of a few words above a longer title that a line with the date follows.</summary>
    private static bool IsSiteName(string text, List<Draft> drafts, Draft draft)
    {
        var at = drafts.IndexOf(draft);
        if (at > 2 || at + 2 >= drafts.Count || draft.Marked || draft.Boilerplate || draft.Span.Length > 40) return false;
        if (draft.Kind is not (PassageKind.Heading or PassageKind.Paragraph) || text.AsSpan(draft.Span.Start, draft.Span.Length).Count(' ') > 3 || !char.IsUpper(text[draft.Span.Start])) return false;
        var title = drafts[at + 1];
        if (title.Span.Length < 20 || title.Span.Length <= draft.Span.Length || title.Span.Length > LongestTitle || Sentences.EndsAt(text, title.Span.End)) return false;
        return drafts.Skip(at + 2).Take(2).Any(d => d.Span.Length < 120 && HeaderDate.Find(text.AsSpan(d.Span.Start, d.Span.Length)) is { IsDay: true });
    }

    private static string? AfterCopyright(string text, Span span)
    {
        var line = text.AsSpan(span.Start, Math.Min(span.Length, 300));
        var sign = line.IndexOf('©');
        if (sign < 0) return null;
        var rest = line[(sign + 1)..].TrimStart(" 0123456789-–,");
        var end = rest.IndexOfAny(".|,·•\n(");
        var name = (end < 0 ? rest : rest[..end]).Trim();
        if (name.Length is < 2 or > 50 || !char.IsUpper(name[0]) || name.Count(' ') > 4) return null;
        return name.StartsWith("All ", StringComparison.OrdinalIgnoreCase) || name is "Terms" or "Privacy" or "Imprint" or "Alle" or "Tous" || name.Contains("rights", StringComparison.OrdinalIgnoreCase) ? null : name.ToString();
    }

    /// <summary>On one line and without marks.</summary>
    private static string? Words(string text, Span span)
    {
        var words = Inline.Plain(text.Substring(span.Start, Math.Min(span.Length, LongestTitle)).ReplaceLineEndings(" "));
        return words.Length == 0 ? null : words;
    }
}
