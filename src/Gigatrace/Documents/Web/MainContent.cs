namespace Gigatrace.Documents;

/// <summary>
/// Which element of a page holds its text. The cascade: what stands around a text is dropped by its names; the paragraphs left
/// lift the elements around them, and the one lifted most wins; it grows to what holds as much again of the same kind; an
/// element said to hold the article's text goes before it if it holds most of that.
/// </summary>
internal static class MainContent
{
    /// <summary>A single paragraph lifts the elements around it by no more than so many letters.</summary>
    private const int MostOfParagraph = 700;

    private const int LeastProse = 80;
    private const int LongestCredit = 150;
    private const int LongestWall = 900;
    private const int LongestLine = 120;

    private static readonly double[] Shares = [1, 0.7, 0.4, 0.2, 0.1];

    public static int Find(WebTree tree)
    {
        Drop(tree, byName: true);
        // Names that leave nothing do not mean what they mean elsewhere.
        if (tree.Nodes[0].Prose < LeastProse && tree.Nodes[0].Prose * 4 < tree.Nodes[0].RawProse) Drop(tree, byName: false);
        var nodes = tree.Nodes;
        if (nodes[0].Prose == 0) return Marked(nodes);
        var best = Grown(tree, Lifted(nodes, First(nodes)));
        return Said(nodes, best);
    }

    /// <summary>Marks what its tag, role or names say is none of the text, unless it holds much of the page's; then counts what is left.</summary>
    private static void Drop(WebTree tree, bool byName)
    {
        var nodes = tree.Nodes;
        var total = Inside(nodes, byName);
        nodes[0].Prose = nodes[0].Paragraphs = nodes[0].LinkedInside = 0;
        for (var at = 1; at < nodes.Length; at++)
        {
            ref var node = ref nodes[at];
            node.Dropped = (byName && node.Dropped) || nodes[node.Parent].Dropped || IsDropped(nodes, at, total, byName);
            (node.Prose, node.Paragraphs, node.LinkedInside) = (0, 0, 0);
        }

        for (var at = nodes.Length - 1; at >= 0; at--)
        {
            ref var node = ref nodes[at];
            if (!node.Dropped && node.Block == at && node.Net() is > 0 and var net)
            {
                node.Prose += net;
                node.Paragraphs++;
            }

            if (node.Parent < 0) continue;
            if (node.Tag == WebTag.Link && !node.Dropped) node.LinkedInside = node.Text;
            nodes[node.Parent].Prose += node.Prose;
            nodes[node.Parent].LinkedInside += node.LinkedInside;
            nodes[node.Parent].Paragraphs += node.Paragraphs;
        }
    }

    /// <summary>The running text of all but what is never the text.</summary>
    private static int Inside(Span<WebNode> nodes, bool byName)
    {
        var total = nodes[0].RawProse;
        for (var at = 1; byName && at < nodes.Length; at++)
        {
            if (!nodes[at].Role.Any(WebRole.Outside) || total - nodes[at].RawProse < LeastProse || (nodes[at].Titles > 0 && nodes[at].RawProse * 4 > total)) continue;
            total -= nodes[at].RawProse;
            nodes[at].Dropped = true;
            at = nodes[at].End - 1;
        }

        return total;
    }

    private static bool IsDropped(Span<WebNode> nodes, int at, int total, bool byName)
    {
        ref var node = ref nodes[at];
        if (node.Words is not null) return false;
        if (node.Tag == WebTag.Aside || node.Role.Any(WebRole.Hidden)) return node.RawProse * 2 < total;
        if (node.Role.Any(WebRole.Credit) && node.Text <= LongestCredit && !node.Role.Any(WebRole.Body)) return true;
        if (node.Role.Any(WebRole.Byline) && node.Block != at && nodes[node.Block].Own <= LongestLine) return true;
        if (byName && node.Role.Any(WebRole.Paywall) && node.Links > 0 && node.Text <= LongestWall && node.RawProse * 2 < total) return true;
        if (!byName || !node.Role.Any(WebRole.Aside) || node.Tag is WebTag.Caption || (node.Tag is WebTag.Paragraph && node.Own > 200)) return false;
        return node.RawProse * (node.Tag is WebTag.Article ? 5 : node.Role.Any(WebRole.Body) ? 4 : 5 / 2.0) < total;
    }

    /// <summary>A page without prose: what its markup calls the main part.</summary>
    private static int Marked(Span<WebNode> nodes)
    {
        for (var at = 1; at < nodes.Length; at++)
        {
            if (!nodes[at].Dropped && nodes[at].Text > 0 && (nodes[at].Role.Any(WebRole.Body | WebRole.Article) || nodes[at].Element?.LocalName == "main")) return at;
        }

        return 0;
    }

    /// <summary>Where several articles with a title each follow one another, the first; the whole page else.</summary>
    private static int First(Span<WebNode> nodes)
    {
        int first = 0, articles = 0;
        for (var at = 1; at < nodes.Length; at++)
        {
            if (nodes[at].Tag != WebTag.Article || nodes[at].Dropped || nodes[at].Titles == 0 || nodes[at].Prose < LeastProse) continue;
            if (articles++ == 0) first = at;
            at = nodes[at].End - 1;
        }

        return articles > 1 ? first : 0;
    }

    private static int Lifted(Span<WebNode> nodes, int within)
    {
        var scores = new double[nodes.Length];
        var best = 0;
        for (var at = within; at < nodes[within].End; at++)
        {
            if (nodes[at].Dropped || nodes[at].Block != at) continue;
            double net = Math.Min(nodes[at].Net(), MostOfParagraph);
            if (net == 0) continue;
            var up = nodes[at].Tag is WebTag.Block or WebTag.Cell or WebTag.Article ? at : nodes[at].Parent;
            for (var step = 0; step < Shares.Length && up > 0; step++, up = nodes[up].Parent)
            {
                scores[up] += net * Shares[step];
            }
        }

        for (var at = 1; at < nodes.Length; at++)
        {
            var linked = nodes[at].Text == 0 ? 0 : (double)nodes[at].Linked / nodes[at].Text;
            if (scores[at] * (1 - linked) > scores[best] * (best == 0 ? 1 : 1 - ((double)nodes[best].Linked / Math.Max(1, nodes[best].Text)))) best = at;
        }

        return best;
    }

    /// <summary>The highest element around it that adds much running text to it, of no mere phrases and with few links, and no other article.</summary>
    private static int Grown(WebTree tree, int best)
    {
        var nodes = tree.Nodes;
        var grown = best;
        var titles = nodes[best].Titles;
        for (var up = nodes[best].Parent; up >= 0; up = nodes[up].Parent)
        {
            var (gain, paragraphs, linked) = (nodes[up].Prose - nodes[grown].Prose, nodes[up].Paragraphs - nodes[grown].Paragraphs, nodes[up].LinkedInside - nodes[grown].LinkedInside);
            if (titles > 0 && nodes[up].Titles > titles && nodes[up].Prose > nodes[grown].Prose) return grown;
            titles = nodes[up].Titles;
            if (paragraphs == 0 || gain / paragraphs < 40 || linked * 3 > gain) continue;
            var isWhole = nodes[grown].Tag == WebTag.Article || nodes[grown].Role.Any(WebRole.Body) || tree.Element(grown)?.LocalName == "main" || up == 0;
            if (gain * (isWhole ? 1 : 6) >= nodes[grown].Prose) grown = up;
        }

        return grown;
    }

    /// <summary>An element whose name says that it holds the text, inside the best, if it holds most of that.</summary>
    private static int Said(Span<WebNode> nodes, int best)
    {
        var said = best;
        for (var at = best + 1; at < nodes[best].End; at++)
        {
            if (nodes[at].Dropped || !nodes[at].Role.Any(WebRole.Body) || nodes[at].Words is not null) continue;
            if (nodes[at].Prose * 10 < nodes[best].Prose * 7) continue;
            said = at;
        }

        return said;
    }
}
