namespace Gigatrace.Documents;

/// <summary>
/// Names of a feed's elements, told by namespace and not by prefix: <c>dc:creator</c> whatever the prefix; RSS's and Atom's own names
/// without any. Letters in small: feeds are not strict about it.
/// </summary>
internal sealed class FeedSpaces
{
    /// <summary>A part of the namespace's address; the first that fits.</summary>
    private static readonly (string Part, string Space)[] Known =
    [
        ("purl.org/dc/elements", "dc:"), ("purl.org/dc/terms", "dcterms:"), ("/modules/content", "content:"), ("itunes", "itunes:"), ("1999/xhtml", "xhtml:"),
        ("22-rdf-syntax", "rdf:"), ("/modules/", "other:"), ("w3.org/2005/atom", ""), ("purl.org/atom", ""), ("purl.org/rss", ""),
        ("netscape.com/", ""), ("userland.com/", ""), ("harvard.edu/tech/rss", ""),
    ];

    /// <summary>By prefix; at first what a prefix stands for where a feed forgets to say so.</summary>
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dc"] = "dc:", ["dcterms"] = "dcterms:", ["content"] = "content:", ["itunes"] = "itunes:", ["xhtml"] = "xhtml:", ["rdf"] = "rdf:", ["atom"] = "", ["rss"] = "",
    };

    /// <summary>The name of the tag that was just read, and the namespace of those without a prefix inside it.</summary>
    /// <param name="tag">Where the reader stands.</param>
    /// <param name="around">The namespace around it; null at the root, whose own is the feed's whatever it is called.</param>
    public (string Name, string Inside) Of(LooseXml tag, string? around)
    {
        var inside = around ?? "";
        foreach (var (name, value) in tag.Attributes)
        {
            if (name == "xmlns" && around is not null) inside = Space(value);
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal)) _prefixes[name[6..]] = Space(value);
        }

        var colon = tag.Name.IndexOf(':', StringComparison.Ordinal);
        var space = colon < 0 ? inside : _prefixes.GetValueOrDefault(tag.Name[..colon], "other:");
        return (space + tag.Name[(colon + 1)..].ToLowerInvariant(), inside);
    }

    /// <summary>The tag as HTML writes it: <c>h:p</c> is <c>p</c>.</summary>
    public static string WithoutPrefix(string tag, string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? tag : tag.Replace(name, name[(colon + 1)..], StringComparison.Ordinal);
    }

    private static string Space(string address)
    {
        foreach (var (part, space) in Known)
        {
            if (address.Contains(part, StringComparison.OrdinalIgnoreCase)) return space;
        }

        return address.Length == 0 ? "" : "other:";
    }
}
