using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>Whether a page shows the whole of its text, and whether it is paid for.</summary>
internal static class WebState
{
    /// <summary>A text with more letters than so that breaks off is none that was cut for a paywall.</summary>
    private const int LongestCut = 2500;

    /// <summary>Labels stand above the text.</summary>
    private const int MostAbove = 6;
    private const int LongestLabel = 8;

    public static IEnumerable<Diagnostic> Of(string text, DraftDocument read, WebTree tree, int root, WebData data, string displayPath)
    {
        if (IsPartial(text, read, tree, root, data)) yield return new Diagnostic("doc.partial", displayPath, null, "the page shows only a part of its text");
        if (IsPaid(text, read)) yield return new Diagnostic("doc.sponsored", displayPath, null, "the page says that its text is paid for");
    }

    private static bool IsPartial(string text, DraftDocument read, WebTree tree, int root, WebData data)
    {
        if (data.IsFree == true) return false;
        if (read.Passages.Exists(d => WebFrame.IsClosed(text, d)) || HasWall(tree, root)) return true;
        return read.Passages.FindLast(d => !d.Boilerplate) is { Kind: PassageKind.Paragraph } last && text.Length < LongestCut && IsCut(text.AsSpan(last.Span.Start, last.Span.Length));
    }

    /// <summary>A box that asks for payment is shown in the text or behind it.</summary>
    private static bool HasWall(WebTree tree, int root)
    {
        var nodes = tree.Nodes;
        for (var at = root; at < nodes.Length; at++)
        {
            if (nodes[at].Role.Any(WebRole.Hidden)) { at = nodes[at].End - 1; continue; }
            if (nodes[at].Dropped && nodes[at].Role.Any(WebRole.Paywall) && nodes[at].Text > 20) return true;
        }

        return false;
    }

    private static bool IsCut(ReadOnlySpan<char> last) => last.TrimEnd("])") is [.., '…'] or [.., '.', '.', '.'];

    /// <summary>A label of a few words above the text.</summary>
    private static bool IsPaid(string text, DraftDocument read)
    {
        foreach (var draft in read.Passages.Take(MostAbove))
        {
            var (words, hits) = draft.Cued(text);
            if (words.Count <= LongestLabel && hits.Exists(h => h.Mark == CueMark.Paid && h.First == 0)) return true;
            if (draft is { Kind: PassageKind.Paragraph, Boilerplate: false } && words.Count > LongestLabel) return false;
        }

        return false;
    }
}
