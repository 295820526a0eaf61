using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>How much text and how much linked text each element holds: counted once, from the leaves up.</summary>
internal sealed class WebWeights
{
    private readonly Dictionary<INode, (int Text, int Linked)> _weights = [];

    public WebWeights(INode root)
    {
        // Ancestors come before descendants in document order, so the reverse order sums upwards.
        var nodes = new List<INode>();
        var waiting = new Stack<INode>([root]);
        while (waiting.TryPop(out var node))
        {
            nodes.Add(node);
            foreach (var child in node.ChildNodes)
            {
                if (child is not IElement element || !IsHidden(element)) waiting.Push(child);
            }
        }

        for (var at = nodes.Count - 1; at >= 0; at--) Sum(nodes[at]);
        Total = Text(root);
    }

    public int Total { get; }

    public int Text(INode node) => _weights.TryGetValue(node, out var weight) ? weight.Text : 0;

    public int Linked(INode node) => _weights.TryGetValue(node, out var weight) ? weight.Linked : 0;

    public static bool IsHidden(IElement element) => element.LocalName is "script" or "style" or "noscript" or "template" or "svg" or "iframe" or "select" or "object" or "head";

    private void Sum(INode node)
    {
        var (text, linked) = node is IText words ? (words.Data.AsSpan().Trim().Length, 0) : (0, 0);
        foreach (var child in node.ChildNodes)
        {
            if (!_weights.TryGetValue(child, out var weight)) continue;
            text += weight.Text;
            linked += weight.Linked;
        }

        _weights[node] = (text, node is IElement { LocalName: "a" } ? text : linked);
    }
}

/// <summary>Which element of a page holds its text, and which parts of it do not belong to the text.</summary>
internal static class MainContent
{
    private static readonly HashSet<string> Aside = new(StringComparer.Ordinal)
    {
        "share", "sharing", "shares", "social", "newsletter", "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "sidebar", "related", "recommended", "recommendations",
        "teaser", "teasers", "promo", "promotion", "advert", "advertisement", "advertising", "ad", "ads", "adslot", "sponsored", "banner", "comments", "comment", "respond", "disqus", "menu", "nav", "navbar",
        "navigation", "pagination", "pager", "footer", "subscribe", "subscription", "paywall", "popup", "modal", "toolbar", "skip", "login", "signup", "outbrain", "taboola", "mostread", "popular", "print", "author-box", "authorbox", "tagcloud",
    };

    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal) { "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar" };

    /// <summary>The element around the paragraphs with the most text of their own; an article or main element near it if there is one.</summary>
    public static IElement Find(IDocument page, WebWeights weights)
    {
        var body = page.Body ?? page.DocumentElement;
        var scores = new Dictionary<IElement, double>();
        foreach (var paragraph in body.QuerySelectorAll("p, pre, blockquote, li"))
        {
            var own = weights.Text(paragraph) - (2 * weights.Linked(paragraph));
            if (own < 40 || (paragraph.LocalName == "li" && own < 80) || IsDroppedWithin(paragraph, weights)) continue;
            var share = (double)own;
            var parent = paragraph.ParentElement;
            for (var up = 0; up < 4 && parent is not null && parent != body; up++, parent = parent.ParentElement, share *= up == 1 ? 0.8 : 0.6)
            {
                scores[parent] = scores.GetValueOrDefault(parent) + share;
            }
        }

        if (scores.Count == 0) return page.QuerySelector("article, main, [role=main]") ?? body;
        var best = scores.MaxBy(s => s.Value).Key;
        var around = best.Closest("[itemprop=articleBody], article, main, [role=main]");
        return around is not null && weights.Text(around) < 4 * weights.Text(best) ? around : best;
    }

    /// <summary>Navigation, sharing, teasers, comments: told by the element, its role, or a word of its class or id. Never most of the page.</summary>
    public static bool IsDropped(IElement element, WebWeights weights)
    {
        if (WebWeights.IsHidden(element)) return true;
        if (element.LocalName is "nav" or "aside" or "footer" or "form" or "button" or "dialog" or "input" or "label" or "textarea") return weights.Text(element) < 0.6 * weights.Total;
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true") return true;
        if (element.GetAttribute("role") is { } role && Roles.Contains(role)) return true;
        return weights.Text(element) < 0.4 * weights.Total && element.LocalName is not ("p" or "h1" or "article" or "main" or "body") && (Names(element.ClassName) || Names(element.Id)) && element.QuerySelector("h1") is null;
    }

    private static bool IsDroppedWithin(IElement element, WebWeights weights)
    {
        var up = 0;
        for (var at = element; at is not null && up < 12; at = at.ParentElement, up++)
        {
            if (IsDropped(at, weights)) return true;
        }

        return false;
    }

    private static bool Names(string? names)
    {
        if (string.IsNullOrEmpty(names)) return false;
        var lookup = Aside.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[24];
        foreach (var range in names.AsSpan().SplitAny(" -_\t\n"))
        {
            var word = names.AsSpan(range);
            if (word.Length is < 2 or > 20) continue;
            word.ToLowerInvariant(lower);
            if (lookup.Contains(lower[..word.Length])) return true;
        }

        return false;
    }
}
