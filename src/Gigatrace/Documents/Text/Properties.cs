using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What a note's front matter says of its subject (<c>capacity: 10 GWh</c>), as lines to be read like those of a list.</summary>
internal static class Properties
{
    private const int LongestKey = 40;

    /// <summary>Keys that speak of the note itself.</summary>
    private static readonly HashSet<string> OfTheNote = new(
        [
            "title", "aliases", "alias", "tags", "tag", "cssclass", "cssclasses", "created", "updated", "modified", "date", "published", "publisher", "author", "authors", "url", "link", "source",
            "source_kind", "kind", "type", "lang", "language", "description", "summary", "id", "uid", "publish", "permalink", "up", "related", "parent", "site", "category", "categories", "topic", "topics",
        ], StringComparer.OrdinalIgnoreCase);

    /// <param name="text">The whole text.</param>
    /// <param name="end">Where the front matter ends; 0 where there is none.</param>
    /// <param name="generated">This program wrote the note: properties of its own are not read.</param>
    public static IEnumerable<Draft> Read(string text, int end, bool generated)
    {
        foreach (var line in Lines.Split(text[..end], 0))
        {
            var content = text.AsSpan(line.Content.Start, line.Content.Length);
            var colon = content.IndexOf(": ", StringComparison.Ordinal);
            if (line.Indent > 0 || colon is < 1 or > LongestKey || !char.IsLetter(content[0])) continue;
            if (OfTheNote.Contains(content[..colon].ToString()) || (generated && GeneratedParts.Keys.Contains(content[..colon].ToString())) || content[(colon + 2)..].TrimStart() is not [not ('[' or '{' or '|' or '>' or '&' or '#'), ..]) continue;
            yield return new Draft { Span = line.Content, Kind = PassageKind.ListItem, BlankBefore = true };
        }
    }
}
