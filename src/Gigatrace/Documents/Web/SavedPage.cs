using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>The mark that a browser or a clipper leaves in the page it saves. Its day is when it was saved, never when it was published.</summary>
internal static class SavedPage
{
    private const int MostNodes = 40;

    /// <summary>Where it was saved from: <c>saved from url=(0042)https://…</c>, <c>Page saved with SingleFile url: https://…</c>.</summary>
    public static string? Address(IDocument page)
    {
        foreach (var comment in page.ChildNodes.Concat(page.DocumentElement.ChildNodes).Concat(page.Head?.ChildNodes.Take(MostNodes) ?? []).Take(3 * MostNodes).OfType<IComment>())
        {
            var words = comment.Data.AsSpan();
            if (words.Length > 4000) continue;
            var isMark = words.Contains("saved from url=", StringComparison.OrdinalIgnoreCase) || words.Contains("saved with", StringComparison.OrdinalIgnoreCase);
            var at = isMark ? words.IndexOf("http", StringComparison.OrdinalIgnoreCase) : -1;
            if (at < 0) continue;
            var rest = words[at..];
            var end = rest.IndexOfAny(" \t\r\n\"'");
            return (end < 0 ? rest : rest[..end]).ToString();
        }

        return null;
    }
}
