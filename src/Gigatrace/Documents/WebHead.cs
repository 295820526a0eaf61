using System.Text.Json;
using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>What a page says of itself: meta tags, JSON-LD, the time of its article.</summary>
internal sealed record WebHead(Known Known, string? Url, string? Kind)
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date", "dc.date.issued", "dc.date.created",
        "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date", "sailthru.date", "article.published", "date.published", "published", "cxenseparse:recs:publishtime", "last-modified-date",
    ];

    private const int MostScripts = 20;

    public static WebHead Read(IDocument page)
    {
        var meta = Meta(page);
        var ld = new LinkedData();
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']").Take(MostScripts)) ld.Read(script.TextContent);
        string? Of(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (meta.TryGetValue(name, out var value)) return value;
            }

            return null;
        }

        var publisher = Of("og:site_name") ?? ld.Publisher ?? Of("dc.publisher", "dcterms.publisher", "publisher", "application-name");
        var author = ld.Author ?? Of("author", "dc.creator", "article:author", "parsely-author", "sailthru.author", "byl") ?? Clean(page.QuerySelector("[rel=author], [itemprop=author]")?.TextContent);
        return new WebHead(
            new Known
            {
                Title = WithoutSite(ld.Headline ?? Of("og:title", "twitter:title", "dc.title") ?? Clean(page.QuerySelector("h1")?.TextContent) ?? Clean(page.Title), publisher),
                Publisher = publisher,
                Author = author is { Length: > 80 } || author?.Contains("://", StringComparison.Ordinal) == true ? null : author,
                Published = Date(ld.Published) ?? Date(Of(DateNames)) ?? Times(page),
                Language = page.DocumentElement.GetAttribute("lang") is { Length: >= 2 } lang ? lang[..2].ToLowerInvariant() : null,
            },
            page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Of("og:url"),
            ld.Kind);
    }

    /// <summary>On one line, single spaces; null where nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Dictionary<string, string> Meta(IDocument page)
    {
        var meta = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in page.QuerySelectorAll("meta[content], [itemprop=datePublished][datetime]"))
        {
            var name = tag.GetAttribute("property") ?? tag.GetAttribute("name") ?? tag.GetAttribute("itemprop");
            var value = Clean(tag.GetAttribute("content") ?? tag.GetAttribute("datetime"));
            if (name is not null && value is not null) meta.TryAdd(name, value);
        }

        return meta;
    }

    /// <summary>The first machine-readable time before or in the article that is marked as its publication, else the only one there.</summary>
    private static string? Times(IDocument page)
    {
        var times = page.QuerySelectorAll("time[datetime]").Take(50).ToList();
        var marked = times.Find(t => t.HasAttribute("pubdate") || t.ClassName?.Contains("publi", StringComparison.OrdinalIgnoreCase) == true || t.ClassName?.Contains("entry-date", StringComparison.OrdinalIgnoreCase) == true);
        var chosen = marked ?? times.Find(t => t.Closest("article header, header, article") is not null) ?? (times.Count == 1 ? times[0] : null);
        return Date(chosen?.GetAttribute("datetime"));
    }

    private static string? Date(string? written) => written is null ? null : HeaderDate.Find(written.AsSpan(0, Math.Min(written.Length, 60)))?.Edtf ?? Compact(written);

    /// <summary><c>20250603</c>, with or without a time behind it.</summary>
    private static string? Compact(string written)
    {
        if (written.Length < 8 || written.AsSpan(0, 8).ContainsAnyExceptInRange('0', '9') || (written.Length > 8 && char.IsAsciiDigit(written[8]))) return null;
        return HeaderDate.Find($"{written[..4]}-{written[4..6]}-{written[6..8]}")?.Edtf;
    }

    /// <summary><c>Headline | Site</c> without the site.</summary>
    private static string? WithoutSite(string? title, string? site)
    {
        if (Clean(title) is not { } clean) return null;
        foreach (var mark in (ReadOnlySpan<string>)[" | ", " – ", " — ", " - ", " :: ", " · "])
        {
            var at = clean.LastIndexOf(mark, StringComparison.Ordinal);
            if (at < 12) continue;
            var tail = clean[(at + mark.Length)..];
            if ((site is not null && (tail.Contains(site, StringComparison.OrdinalIgnoreCase) || site.Contains(tail, StringComparison.OrdinalIgnoreCase))) || (mark == " | " && tail.Length < 30)) return clean[..at].Trim();
        }

        return clean;
    }

    /// <summary>The first of each that any JSON-LD block of the page gives for an article.</summary>
    private sealed class LinkedData
    {
        public string? Headline { get; private set; }

        public string? Author { get; private set; }

        public string? Publisher { get; private set; }

        public string? Published { get; private set; }

        /// <summary>A source kind's name, where the type of the article tells it.</summary>
        public string? Kind { get; private set; }

        public void Read(string json)
        {
            try
            {
                using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
                Walk(parsed.RootElement);
            }
            catch (JsonException)
            {
                // A broken block says nothing; the page's other marks do.
            }
        }

        private void Walk(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray()) Walk(item);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                if (element.TryGetProperty("datePublished", out _) || element.TryGetProperty("headline", out _)) Article(element);
                if (element.TryGetProperty("@graph", out var graph)) Walk(graph);
            }
        }

        private void Article(JsonElement article)
        {
            Headline ??= Text(article, "headline");
            Kind ??= Text(article, "@type") switch { "NewsArticle" or "ReportageNewsArticle" or "AnalysisNewsArticle" => "news", "BlogPosting" => "blog", _ => null };
            Published ??= Text(article, "datePublished");
            Publisher ??= Name(article, "publisher");
            Author ??= Name(article, "author");
        }

        private static string? Text(JsonElement element, string key) =>
            element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? Clean(System.Net.WebUtility.HtmlDecode(value.GetString())) : null;

        private static string? Name(JsonElement element, string key)
        {
            if (!element.TryGetProperty(key, out var value)) return null;
            if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
            return value.ValueKind switch
            {
                JsonValueKind.String => Clean(value.GetString()),
                JsonValueKind.Object => Text(value, "name"),
                _ => null,
            };
        }
    }
}
