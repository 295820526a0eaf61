using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>Lines at the top of a plain text that say what it is: <c>Title: …</c>, <c>Source: …</c>, <c>Date: …</c>; and a line that is only an address.</summary>
internal static class KeyLines
{
    private const int Top = 8;

    private static readonly Dictionary<string, string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "title", ["headline"] = "title", ["subject"] = "title", ["titel"] = "title", ["titre"] = "title",
        ["publisher"] = "publisher", ["source"] = "publisher", ["publication"] = "publisher", ["outlet"] = "publisher", ["site"] = "publisher", ["quelle"] = "publisher",
        ["date"] = "published", ["published"] = "published", ["posted"] = "published", ["datum"] = "published",
        ["publication date"] = "published", ["published on"] = "published", ["date published"] = "published", ["veröffentlicht"] = "published",
        ["author"] = "author", ["authors"] = "author", ["by"] = "author", ["byline"] = "author", ["autor"] = "author", ["url"] = "url", ["link"] = "url", ["web"] = "url", ["source url"] = "url", ["original url"] = "url",
        ["site name"] = "publisher", ["website"] = "publisher", ["updated"] = "updated", ["modified"] = "updated",
        ["created"] = "created", ["clipped"] = "saved", ["clipped on"] = "saved", ["date clipped"] = "saved", ["saved"] = "saved", ["saved on"] = "saved", ["date saved"] = "saved", ["captured"] = "saved", ["retrieved"] = "saved", ["accessed"] = "saved", ["archived"] = "saved", ["tags"] = "saved",
    };

    /// <summary>What two or more of such lines say; they are not part of the text, but for the title, which becomes its heading.</summary>
    public static Dictionary<string, string> Read(string text, List<Draft> drafts)
    {
        var found = new List<(Draft Draft, string Key, Span Value)>();
        foreach (var draft in drafts.Take(Top))
        {
            // An export puts the title above them.
            if (found.Count == 0 && draft is { Kind: PassageKind.Heading, Level: 1 } && draft == drafts[0] && Pair(text, draft.Span) is null) continue;
            if (draft.Kind is not (PassageKind.Paragraph or PassageKind.Heading) || Pair(text, draft.Span) is not { } pair) break;
            found.Add((draft, pair.Key, pair.Value));
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (draft, key, value) in found)
        {
            if (found.Count < 2) break;
            var words = text.Substring(value.Start, value.Length);
            values.TryAdd(key == "publisher" && words.Contains("://", StringComparison.Ordinal) ? "url" : key, words);
            if (key == "title") (draft.Span, draft.Kind, draft.Level) = (value, PassageKind.Heading, 1);
            else draft.Boilerplate = true;
        }

        // With an address the text is a page that was saved: its "created" is the day of that.
        var isSaved = values.ContainsKey("url");
        foreach (var (draft, key, _) in found) draft.IsOfSaving = found.Count >= 2 && (key == "saved" || (key is "created" or "updated" && isSaved));
        if (Address(text, drafts) is { } address) values.TryAdd("url", address);
        return values;
    }

    public static Known Known(Dictionary<string, string> lines) => new()
    {
        Title = lines.GetValueOrDefault("title"),
        Author = lines.GetValueOrDefault("author"),
        Publisher = lines.GetValueOrDefault("publisher"),
        Published = lines.GetValueOrDefault("published"),
    };

    private static (string Key, Span Value)? Pair(string text, Span span)
    {
        var line = text.AsSpan(span.Start, Math.Min(span.Length, 400));
        var colon = line.IndexOf(':');
        if (span.Length >= 400 || colon is < 2 or > 18 || colon + 2 >= line.Length) return null;
        var key = line[..colon].Trim("*_ ").ToString();
        return Keys.TryGetValue(key, out var name) ? (name, Inline.Trim(text, new Span(span.Start + line[colon..].IndexOfAnyExcept(":*_ ") + colon, span.End))) : null;
    }

    /// <summary>An address alone on one of the first or last lines.</summary>
    private static string? Address(string text, List<Draft> drafts)
    {
        foreach (var draft in drafts.Where((_, at) => at < 3 || at >= drafts.Count - 2))
        {
            var line = text.AsSpan(draft.Span.Start, Math.Min(draft.Span.Length, 500)).Trim("<>");
            if (draft.Kind == PassageKind.Paragraph && line.StartsWith("http", StringComparison.OrdinalIgnoreCase) && line.Contains("://", StringComparison.Ordinal) && !line.ContainsAny(' ', '\t', '\n')) return line.ToString();
        }

        return null;
    }
}
