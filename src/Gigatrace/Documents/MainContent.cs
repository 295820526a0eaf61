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

    private const int LeastProse = 160;

    private static readonly double[] Shares = [1, 0.7, 0.4, 0.2, 0.1];

    public static int Find(WebTree tree)
    {
        Drop(tree, byName: true);
        // Names that leave nothing do not mean what they mean elsewhere.
        if (tree.Nodes[0].Prose < LeastProse && tree.Nodes[0].Prose * 4 < tree.Nodes[0].RawProse) Drop(tree, byName: false);
        var nodes = tree.Nodes;
        if (nodes[0].Prose == 0) return Marked(nodes);
        var best = Grown(nodes, Lifted(nodes));
        return Said(nodes, best);
    }

    /// <summary>Marks what its tag, role or names say is none of the text, unless it holds much of the page's; then counts what is left.</summary>
    private static void Drop(WebTree tree, bool byName)
    {
        var nodes = tree.Nodes;
        var total = Inside(nodes, byName);
        nodes[0].Prose = nodes[0].Paragraphs = 0;
        for (var at = 1; at < nodes.Length; at++)
        {
            ref var node = ref nodes[at];
            node.Dropped = (byName && node.Dropped) || nodes[node.Parent].Dropped || IsDropped(ref node, total, byName);
            (node.Prose, node.Paragraphs) = (0, 0);
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
            nodes[node.Parent].Prose += node.Prose;
            nodes[node.Parent].Paragraphs += node.Paragraphs;
        }
    }

    /// <summary>The running text of all but what is never the text.</summary>
    private static int Inside(Span<WebNode> nodes, bool byName)
    {
        var total = nodes[0].RawProse;
        for (var at = 1; byName && at < nodes.Length; at++)
        {
            if (!nodes[at].Role.Any(WebRole.Outside) || total - nodes[at].RawProse < LeastProse) continue;
            total -= nodes[at].RawProse;
            nodes[at].Dropped = true;
            at = nodes[at].End - 1;
        }

        return total;
    }

    private static bool IsDropped(ref WebNode node, int total, bool byName)
    {
        if (node.Words is not null) return false;
        if (node.Tag == WebTag.Aside || node.Role.Any(WebRole.Hidden)) return node.RawProse * 2 < total;
        if (!byName || !node.Role.Any(WebRole.Aside) || node.Tag is WebTag.Paragraph && node.Own > 200 && !node.Role.Any(WebRole.Sponsored)) return false;
        return node.RawProse * (node.Tag is WebTag.Article ? 5 : node.Role.Any(WebRole.Body) ? 4 : 5 / 2.0) < total;
    }

    /// <summary>A page without prose: what its markup calls the main part.</summary>
    private static int Marked(Span<WebNode> nodes)
    {
        for (var at = 1; at < nodes.Length; at++)
        {
            if (!nodes[at].Dropped && nodes[at].Text > 0 && (nodes[at].Role.Any(WebRole.Body | WebRole.Article) || (nodes[at].Node as AngleSharp.Dom.IElement)?.LocalName == "main")) return at;
        }

        return 0;
    }

    private static int Lifted(Span<WebNode> nodes)
    {
        var scores = new double[nodes.Length];
        var best = 0;
        for (var at = 0; at < nodes.Length; at++)
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

    /// <summary>The highest element around it that adds much running text to it, of long paragraphs and few links.</summary>
    private static int Grown(Span<WebNode> nodes, int best)
    {
        var grown = best;
        for (var up = nodes[best].Parent; up >= 0; up = nodes[up].Parent)
        {
            var (gain, paragraphs, linked) = (nodes[up].Prose - nodes[grown].Prose, nodes[up].Paragraphs - nodes[grown].Paragraphs, nodes[up].Linked - nodes[grown].Linked);
            if (gain * 6 < nodes[grown].Prose || paragraphs == 0 || gain / paragraphs < 80 || linked > gain) continue;
            if (nodes[grown].Tag == WebTag.Article && nodes[grown].Prose > 600 && gain < 2 * nodes[grown].Prose) continue;
            grown = up;
        }

        return grown;
    }

    /// <summary>An element whose name says that it holds the text: inside the best if it holds most of that, around it if it adds little else.</summary>
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
