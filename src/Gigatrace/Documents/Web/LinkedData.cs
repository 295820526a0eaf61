using System.Text.Json;

namespace Gigatrace.Documents;

/// <summary>An article, or the page as such, as a page's JSON-LD describes it; null where it does not say.</summary>
internal sealed record LinkedArticle
{
    public required string? Type { get; init; }

    public string? Headline { get; init; }

    /// <summary>Addresses that name it: its own, its page's, its id.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }

    public string? Published { get; init; }

    public string? Created { get; init; }

    public string? Modified { get; init; }

    public required IReadOnlyList<LinkedName> Authors { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Not merely the page that an article stands on.</summary>
    public bool IsArticle => Type is null || !Type.EndsWith("Page", StringComparison.Ordinal);
}

/// <param name="Name">As written.</param>
/// <param name="IsPerson">False for an organisation; true where the type is not said.</param>
internal readonly record struct LinkedName(string Name, bool IsPerson);

/// <summary>The JSON-LD of a page. Lists, events and products are not walked: what they date is not the page.</summary>
internal sealed class LinkedData
{
    private const int MaxLength = 1 << 20;
    private const int MostObjects = 400;

    private readonly Dictionary<string, LinkedName> _names = new(StringComparer.Ordinal);
    private readonly List<(LinkedArticle Article, List<string> AuthorIds, string? PublisherId)> _articles = [];
    private int _objects;

    /// <summary>In the page's order; who is named by an id has its name.</summary>
    public List<LinkedArticle> Articles() => _articles.ConvertAll(one => one.Article with
    {
        Authors = [.. one.Article.Authors, .. one.AuthorIds.Where(_names.ContainsKey).Select(id => _names[id])],
        Publisher = one.Article.Publisher ?? (one.PublisherId is { } id && _names.TryGetValue(id, out var name) ? name.Name : null),
    });

    /// <summary>What is said of the text itself.</summary>
    public WebData Data { get; private set; } = WebData.None;

    /// <summary>The site's own name.</summary>
    public string? Site { get; private set; }

    public void Read(string json)
    {
        if (json.Length > MaxLength) return;
        try
        {
            using var parsed = JsonDocument.Parse(Plain(json), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
            Walk(parsed.RootElement);
            Data = Data.With(parsed.RootElement);
        }
        catch (JsonException)
        {
            // A broken block says nothing; the page's other marks do.
        }
    }

    /// <summary>Raw line ends and tabs inside strings, and the marks of CDATA, are common faults.</summary>
    private static string Plain(string json)
    {
        var at = json.AsSpan().IndexOfAny('{', '[');
        var end = json.AsSpan().LastIndexOfAny('}', ']');
        if (at < 0 || end < at) return "";
        return string.Create(end + 1 - at, (json, at), static (plain, from) =>
        {
            from.json.AsSpan(from.at, plain.Length).CopyTo(plain);
            foreach (ref var letter in plain)
            {
                if (letter < ' ') letter = ' ';
            }
        });
    }

    private void Walk(JsonElement element)
    {
        if (_objects > MostObjects) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Walk(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            _objects++;
            Note(element);
            if (element.TryGetProperty("@graph", out var graph)) Walk(graph);
            if (element.TryGetProperty("mainEntity", out var main) && Type(element)?.EndsWith("Page", StringComparison.Ordinal) == true) Walk(main);
        }
    }

    private void Note(JsonElement element)
    {
        var type = Type(element);
        if (type is "WebSite") Site ??= Text(element, "name");
        if (type is "Person" or "Organization" or "NewsMediaOrganization" or "Corporation" && Text(element, "@id") is { } id && Text(element, "name") is { } name) _names.TryAdd(id, new LinkedName(name, type == "Person"));
        if (IsArticle(type, element)) _articles.Add(Article(type, element));
    }

    private static bool IsArticle(string? type, JsonElement element)
    {
        if (type is null) return element.TryGetProperty("headline", out _) && element.TryGetProperty("datePublished", out _);
        return type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || (type.EndsWith("Page", StringComparison.Ordinal) && type is not ("CollectionPage" or "SearchResultsPage"))
            || type is "Report" or "Review" or "Recipe" or "CreativeWork" or "Question" or "HowTo" or "PressRelease" or "Chapter" or "Book" or "VideoObject" or "PodcastEpisode";
    }

    private (LinkedArticle Article, List<string> AuthorIds, string? PublisherId) Article(string? type, JsonElement element)
    {
        var (authors, ids) = (new List<LinkedName>(), new List<string>());
        foreach (var key in (ReadOnlySpan<string>)["author", "creator"])
        {
            if (authors.Count + ids.Count == 0 && element.TryGetProperty(key, out var said)) Names(said, authors, ids);
        }

        var addresses = new[] { Text(element, "url"), Text(element, "@id"), Text(element, "mainEntityOfPage") ?? (element.TryGetProperty("mainEntityOfPage", out var page) ? Text(page, "@id") ?? Text(page, "url") : null) };
        var publisher = element.TryGetProperty("publisher", out var owner) ? owner : default;
        if (publisher.ValueKind == JsonValueKind.Array) publisher = publisher.EnumerateArray().FirstOrDefault();
        return (new LinkedArticle
        {
            Type = type, Headline = Text(element, "headline") ?? (type is "VideoObject" ? null : Text(element, "name")), Addresses = [.. addresses.OfType<string>()],
            Published = Text(element, "datePublished") ?? (type == "VideoObject" ? Text(element, "uploadDate") : null), Created = Text(element, "dateCreated"), Modified = Text(element, "dateModified"),
            Authors = authors, Publisher = publisher.ValueKind == JsonValueKind.String ? OneLine.Of(publisher.GetString()) : Text(publisher, "name"),
        }, ids, Text(publisher, "@id"));
    }

    private void Names(JsonElement said, List<LinkedName> authors, List<string> ids)
    {
        switch (said.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in said.EnumerateArray().Take(20)) Names(item, authors, ids);
                break;
            case JsonValueKind.String when OneLine.Of(said.GetString()) is { } name:
                authors.Add(new LinkedName(name, true));
                break;
            case JsonValueKind.Object when said.TryGetProperty("name", out var inner) && inner.ValueKind == JsonValueKind.Array:
                Names(inner, authors, ids);
                break;
            case JsonValueKind.Object when Text(said, "name") is { } name:
                authors.Add(new LinkedName(name, Type(said) is null or "Person"));
                Note(said);
                break;
            case JsonValueKind.Object when Text(said, "@id") is { } id:
                ids.Add(id);
                break;
        }
    }

    /// <summary>Of several types the first that is one of an article.</summary>
    private static string? Type(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type)) return null;
        if (type.ValueKind != JsonValueKind.Array) return type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        var types = type.EnumerateArray().Take(8).Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!).ToList();
        return types.Find(one => IsArticle(one, element)) ?? types.FirstOrDefault();
    }

    private static string? Text(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? OneLine.Of(System.Net.WebUtility.HtmlDecode(value.GetString())) : null;
}
