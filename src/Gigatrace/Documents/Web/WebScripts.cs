using System.Buffers;
using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>A day of publication in the data that a page's own scripts carry: the last resort, and only if they name one day.</summary>
internal static class WebScripts
{
    private const int MaxLength = 4 << 20;
    private const int MostKeys = 200;

    private static readonly SearchValues<string> Starts = SearchValues.Create(["publish", "publication", "pubdate", "dateposted"], StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "datepublished", "publisheddate", "publishdate", "publishedat", "publishdatetime", "publishedtime", "publishtime", "publicationdate", "published", "pubdate", "dateposted", "firstpublished", "firstpublishedat", "articlepublishedtime",
    };

    public static Moment? Published(IReadOnlyList<IElement> scripts, DateOrder order)
    {
        Moment? found = null;
        var (left, keys) = (MaxLength, MostKeys);
        foreach (var script in scripts)
        {
            var text = script.TextContent;
            if ((left -= text.Length) < 0) return null;
            for (var at = Next(text, 0); at >= 0; at = Next(text, at + 7))
            {
                if (--keys < 0) return null;
                if (Value(text, at) is not { } value || Moment.Read(value, order) is not { Start: 0 } moment) continue;
                if (found is { } other && other.Day != moment.Day) return null;
                found = moment;
            }
        }

        return found;
    }

    private static int Next(string text, int from)
    {
        if (from >= text.Length) return -1;
        var at = text.AsSpan(from).IndexOfAny(Starts);
        return at < 0 ? -1 : from + at;
    }

    /// <summary>What is given to the key around this place: <c>"datePublished": "…"</c>; null where it is none of the keys or is given no text.</summary>
    private static string? Value(string text, int at)
    {
        int start = at, end = at;
        while (start > 0 && at - start < 20 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] is '_' or '-')) start--;
        while (end < text.Length && end - at < 24 && (char.IsAsciiLetter(text[end]) || text[end] is '_' or '-')) end++;
        if (!Keys.Contains(text[start..end].Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal))) return null;
        var rest = text.AsSpan(end, Math.Min(60, text.Length - end));
        var colon = rest.TrimStart("\"'\\ ");
        if (colon is not [':' or '=', ..]) return null;
        var value = colon[1..].TrimStart(" \\");
        if (value is not ['"' or '\'', ..]) return null;
        var close = value[1..].IndexOfAny("\"'\\");
        return close is >= 8 and <= 40 ? value.Slice(1, close).ToString() : null;
    }
}
