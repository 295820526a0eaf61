using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>What a page says of itself: JSON-LD, meta tags, the marks of its article, its address.</summary>
internal sealed record WebHead(Known Known, string? Url, string? Kind)
{
    /// <summary>What its linked data says of the text.</summary>
    public required WebData Data { get; init; }

    private const int LongestTitle = 500;

    public static WebHead Read(IDocument page)
    {
        var language = page.DocumentElement.GetAttribute("lang") ?? page.DocumentElement.GetAttribute("xml:lang");
        var order = Order(language);
        var marks = WebMarks.Of(page, order);
        var address = WebAddress.Original(marks.Canonical) is { } canonical && canonical.Contains("://", StringComparison.Ordinal) ? canonical : WebAddress.Original(marks.First("og:url")) ?? WebAddress.Original(marks.Canonical) ?? WebAddress.Original(SavedPage.Address(page));
        var articles = marks.Linked.Articles();
        var publisher = marks.First("og:site_name") ?? articles.Select(one => one.Publisher).FirstOrDefault(name => name is not null) ?? marks.First("dc.publisher", "dcterms.publisher", "publisher", "application-name");
        var named = Named(marks, articles);
        var sites = Sites(publisher, marks, articles, address);
        var headline = WebTitle.Headline(marks.Headings, named, sites);
        var article = Article(articles, named, headline, address);
        var dates = WebDates.Of(marks, article, headline, address, order);
        return new WebHead(
            new Known
            {
                Title = WebTitle.Of(headline, named, sites),
                Publisher = publisher,
                Author = WebAuthors.Of(marks, article, headline, sites),
                Published = dates.Published,
                PublishedFrom = dates.Published is null ? null : dates.Place,
                Updated = dates.Updated,
                IsPage = true,
                Language = language is { Length: >= 2 } ? language[..2].ToLowerInvariant() : null,
            },
            address,
            article?.Type switch { "NewsArticle" or "ReportageNewsArticle" or "AnalysisNewsArticle" => "news", "BlogPosting" => "blog", _ => null })
        {
            Data = marks.Linked.Data,
        };
    }

    private static DateOrder Order(string? language) => language?.ToLowerInvariant().Replace('_', '-') switch
    {
        null or "" or "en" or "en-ca" => DateOrder.Unknown,
        "en-us" => DateOrder.MonthFirst,
        _ => DateOrder.DayFirst,
    };

    /// <summary>What the head calls the page, best first.</summary>
    private static List<string> Named(WebMarks marks, List<LinkedArticle> articles) =>
        [.. new[] { articles.Where(one => one.IsArticle).Select(one => one.Headline).FirstOrDefault(name => name is not null), marks.First("og:title", "twitter:title", "dc.title"), marks.Title }
            .OfType<string>().Where(name => name.Length <= LongestTitle)];

    /// <summary>The article that the page is: by its address or headline, else the only one there.</summary>
    private static LinkedArticle? Article(List<LinkedArticle> articles, List<string> named, WebHeading? headline, string? address)
    {
        if (articles.Count == 0) return null;
        var titles = named.Skip(articles.Exists(one => one.IsArticle && one.Headline == named.FirstOrDefault()) ? 1 : 0).Append(headline?.Words ?? "").Select(title => WebTitle.Key(title)).Where(key => key.Length > 0).ToList();
        double Points(LinkedArticle one)
        {
            var points = one.IsArticle ? 2 : 0.0;
            if (address is not null && one.Addresses.Any(own => SameAddress(own, address))) points += 3;
            if (one.Headline is { } words && WebTitle.Key(words) is { Length: > 0 } key && titles.Exists(title => title.Contains(key, StringComparison.Ordinal) || key.Contains(title, StringComparison.Ordinal))) points += 3;
            return points + (one.Published is null ? 0 : 0.5) + (one.Authors.Count == 0 ? 0 : 0.25);
        }

        var best = articles.MaxBy(Points)!;
        return Points(best) < 3 && articles.Count(one => one.IsArticle) > 1 ? null : best;
    }

    private static bool SameAddress(string one, string other)
    {
        static ReadOnlySpan<char> Path(string address)
        {
            var path = address.AsSpan();
            if (path.IndexOf("://") is >= 0 and var scheme) path = path[(scheme + 3)..];
            if (path.IndexOfAny('#', '?') is >= 0 and var end) path = path[..end];
            return path.StartsWith("www.") ? path[4..].TrimEnd('/') : path.TrimEnd('/');
        }

        return Path(one).Equals(Path(other), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the site calls itself, each name as <see cref="WebTitle.Key"/> has it.</summary>
    private static HashSet<string> Sites(string? publisher, WebMarks marks, List<LinkedArticle> articles, string? address)
    {
        var sites = new[] { publisher, marks.Linked.Site, marks.Home, marks.First("application-name") }.Concat(articles.Select(one => one.Publisher)).OfType<string>().ToList();
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Split('.') is { Length: >= 2 } host) sites.AddRange([host[^2], uri.Host, uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host]);
        return sites.Select(site => WebTitle.Key(site)).ToHashSet(StringComparer.Ordinal);
    }
}
