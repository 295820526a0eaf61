namespace Gigatrace.Documents;

/// <summary>Which content of an archive is read, by its declared type.</summary>
internal static class MediaKinds
{
    private static readonly string[] Read =
    [
        "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown", "application/pdf", "application/x-pdf",
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml", "message/rfc822", "application/mbox",
        // Nothing is said; the content is looked at.
        "", "application/octet-stream", "unknown/unknown", "unk", "unknown", "no-type", "warc/revisit", "binary/octet-stream",
    ];

    private static readonly (string Start, string Group)[] Groups =
    [
        ("image/", "picture"), ("video/", "recording"), ("audio/", "recording"), ("font/", "font"), ("application/font", "font"), ("application/x-font", "font"), ("application/vnd.ms-fontobject", "font"),
        ("text/css", "style sheet"), ("text/javascript", "script"), ("application/javascript", "script"), ("application/x-javascript", "script"), ("application/ecmascript", "script"), ("text/ecmascript", "script"),
        ("application/json", "data file"), ("text/json", "data file"), ("application/ld+json", "data file"), ("text/csv", "data file"), ("application/manifest+json", "data file"),
    ];

    /// <summary>Null for what is read; else what it is, as one counts it: "picture".</summary>
    public static string? PassedOver(string? contentType)
    {
        var type = Bare(contentType);
        if (Read.Contains(type, StringComparer.Ordinal)) return null;
        foreach (var (start, group) in Groups)
        {
            if (type.StartsWith(start, StringComparison.Ordinal)) return group;
        }

        return "file of another type";
    }

    public static bool IsPage(string? contentType) => Bare(contentType) is "text/html" or "application/xhtml+xml";

    /// <summary>It may be a feed, a page, or a list of a site's addresses.</summary>
    public static bool IsXml(string? contentType) => Bare(contentType) is "application/xml" or "text/xml" or "application/rdf+xml";

    /// <summary>The charset that the type comes with; null where there is none.</summary>
    public static string? Charset(string? contentType)
    {
        var at = contentType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0) return null;
        var rest = contentType.AsSpan(at + "charset=".Length).TrimStart("\"' ");
        var end = rest.IndexOfAny("\"' ;,");
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private static string Bare(string? contentType)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOfAny(';', ',');
        return (end < 0 ? type : type[..end]).Trim().ToString().ToLowerInvariant();
    }
}
