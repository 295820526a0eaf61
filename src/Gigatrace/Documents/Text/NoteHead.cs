namespace Gigatrace.Documents;

/// <summary>What the keys at the head of a note say of it, be it somebody's own or a page that a clipper saved.</summary>
internal static class NoteHead
{
    private static readonly string[] Addresses = ["url", "link", "canonical", "permalink", "source_url", "original_url", "page_url", "web_url", "source", "website"];
    private static readonly string[] Publishers = ["publisher", "site", "site_name", "sitename", "outlet", "publication", "newspaper", "website", "source"];
    private static readonly string[] Publications = ["published", "publish_date", "date_published", "published_date", "publication_date", "pubdate", "published_at", "published_on", "published_time", "date"];
    private static readonly string[] Creations = ["created", "created_at", "date_created"];
    private static readonly string[] Changes = ["updated", "modified", "last_modified", "date_modified", "date_updated", "updated_at", "modified_at", "lastmod"];

    public static string? Url(FlatYaml values) => Addresses.Select(key => Address(values.First(key))).FirstOrDefault(address => address is not null) ?? values.First("url", "link", "canonical", "permalink");

    public static Known Read(FlatYaml values)
    {
        // A clipper's "created" is the day on which the page was clipped; a note's own is the note's.
        var isClip = Url(values)?.Contains("://", StringComparison.Ordinal) == true && Creations.Any(values.Has);
        var changed = isClip ? null : values.First(Changes);
        var published = values.First(Publications) ?? (isClip ? null : values.First(Creations) ?? changed);
        return new Known
        {
            Title = values.First("title", "headline"),
            Author = Authors(values),
            Publisher = Publishers.Select(key => values.First(key)).Where(value => value is not null && Address(value) is null).Select(value => Plain(value!)).FirstOrDefault(),
            Published = published,
            PublishedFrom = published is null ? null : DatePlace.FrontMatter,
            Updated = changed is null ? null : HeaderDate.Find(changed.AsSpan(0, Math.Min(changed.Length, 60)))?.Edtf,
            Language = values.First("language", "lang"),
        };
    }

    /// <summary>The address in a value, also as a Markdown link or in angle brackets; null where it holds none.</summary>
    private static string? Address(string? value)
    {
        if (value is null || value.IndexOf("http", StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at)) return null;
        var address = value.AsSpan(at);
        if (!address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return null;
        if (at > 0 && value[at - 1] is not ('(' or '<' or '"')) return null;
        var end = address.IndexOfAny(" \t)>\"");
        return (end < 0 || at == 0 && address[end] == ')' ? address : address[..end]).ToString();
    }

    private static string? Authors(FlatYaml values)
    {
        foreach (var key in (ReadOnlySpan<string>)["author", "authors", "byline", "creator"])
        {
            var names = values.All(key).Select(Plain).Where(name => name.Length is > 0 and <= 120 && !name.Contains('@', StringComparison.Ordinal) && !name.Contains("://", StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase).Take(12).ToList();
            if (names.Count > 0) return string.Join("; ", names);
        }

        return null;
    }

    /// <summary><c>[[Nordic Wire|the wire]]</c> as Nordic Wire.</summary>
    private static string Plain(string value)
    {
        var plain = value.Trim().Trim('"').Trim();
        if (!plain.StartsWith("[[", StringComparison.Ordinal) || !plain.EndsWith("]]", StringComparison.Ordinal)) return plain;
        plain = plain[2..^2];
        var bar = plain.IndexOf('|', StringComparison.Ordinal);
        return (bar < 0 ? plain : plain[..bar]).Trim();
    }
}
