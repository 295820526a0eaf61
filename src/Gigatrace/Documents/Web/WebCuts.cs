using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>Blocks inside the main part that are none of the text, told by their links and the names around them.</summary>
internal static class WebCuts
{
    /// <summary>An element with more letters is no byline or credit, whatever its name.</summary>
    private const int LongestLine = 300;

    private const int LongestLabel = 80;

    /// <summary>So many quotations are looked for elsewhere in the text.</summary>
    private const int MostQuotes = 40;

    /// <summary>What stands twice in the same words, and with so many letters, was put there twice by the page.</summary>
    private const int ShortestRepeat = 80;

    private static readonly string[] More = ["read more", "continue reading", "learn more", "see more", "full story", "mehr lesen", "weiterlesen", "mehr erfahren", "lire la suite", "leer más", "leggi tutto", "lees meer"];

    public static void Mark(WebTree tree, WebBlocks written, string? title)
    {
        var blocks = written.Blocks;
        var top = Title(tree, title);
        if (blocks.Where(b => tree.Nodes[b.Node].End <= top).Sum(b => b.Span.Length) * 3 > written.Text.Length) top = 0;
        var quotes = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < blocks.Count; at++)
        {
            var block = blocks[at];
            block.Dropped = tree.Nodes[block.Node].End <= top || IsNamed(tree, block) || IsLinks(tree, written.Text, blocks, at) || IsTeaser(written.Text, block);
            if (!block.Dropped && MayBePulled(written.Text, block) && ++quotes <= MostQuotes) block.Dropped = IsPulled(written.Text, blocks, block);
            if (!block.Dropped && block.Kind != PassageKind.TableRow && block.Span.Length >= ShortestRepeat) block.Dropped = !seen.Add(written.Text.AsSpan(block.Span.Start, block.Span.Length));
        }

        for (var at = blocks.Count - 1; at >= 0; at--)
        {
            if (!blocks[at].Dropped) blocks[at].Dropped = HeadsLinks(written.Text, blocks, at);
        }
    }

    /// <summary>The element of the title: what little stands before it is the page's, not the text's. 0 where there is none.</summary>
    private static int Title(WebTree tree, string? title)
    {
        if (title is null) return 0;
        var wanted = WebTitle.Key(title);
        for (var at = 1; at < tree.Nodes.Length; at++)
        {
            if (tree.Nodes[at].Tag != WebTag.Heading || tree.Nodes[at].Dropped || tree.HeadingLevel(at) > 2 || tree.Nodes[at].Text > 300) continue;
            var words = WebTitle.Key(tree.Element(at)!.TextContent);
            if (words.Length >= 8 && (wanted.StartsWith(words, StringComparison.Ordinal) || words.StartsWith(wanted, StringComparison.Ordinal))) return at;
        }

        return 0;
    }

    /// <summary>A few words, or a heading of nothing else, over links that are dropped.</summary>
    private static bool HeadsLinks(string text, List<WebBlock> blocks, int at)
    {
        var block = blocks[at];
        if (block.Span.Length > LongestLabel || at + 1 >= blocks.Count || !blocks[at + 1].Dropped) return false;
        if (block is { Kind: PassageKind.Heading, IsLinked: true }) return true;
        if (blocks[at + 1].Linked == 0) return false;
        if (block.Kind == PassageKind.Paragraph) return !Sentences.EndsAt(text, block.Span.End);
        var next = blocks.FindIndex(at + 1, b => !b.Dropped);
        return block.Kind == PassageKind.Heading && (next < 0 || (blocks[next].Kind == PassageKind.Heading && blocks[next].Level <= block.Level));
    }

    /// <summary>The first words of another text: it breaks off, or ends in a link to the rest; or a note in brackets that leads elsewhere.</summary>
    private static bool IsTeaser(string text, WebBlock block)
    {
        if (block.Kind == PassageKind.Paragraph && block.Span.Length is > 40 and < 500 && text.AsSpan(block.Span.Start, block.Span.Length).TrimEnd() is [.., '[', '…', ']'] or [.., '[', '.', '.', '.', ']']) return true;
        if (block.Linked > 0 && block.Span.Length < 400 && text[block.Span.Start] == '[' && text[block.Span.End - 1] == ']') return true;
        if (block.Linked is < 4 or > 60 || block.Span.Length > 500 || block.Kind is PassageKind.TableRow) return false;
        var end = text.AsSpan(block.Span.Start, block.Span.Length).TrimEnd(" .…»›>→[]()");
        foreach (var more in More)
        {
            if (end.EndsWith(more, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>A short block in an element that names itself as the line of author and date, or as a picture's credit.</summary>
    private static bool IsNamed(WebTree tree, WebBlock block)
    {
        var nodes = tree.Nodes;
        if (block.Span.Length > LongestLine) return false;
        for (var up = block.Node; up > 0 && nodes[up].Text <= LongestLine; up = nodes[up].Parent)
        {
            if (nodes[up].Role.Any(WebRole.Byline | WebRole.Credit | WebRole.Paywall)) return true;
        }

        return false;
    }

    /// <summary>A paragraph that is a link, a list or box most of whose words are, a heading that leads elsewhere.</summary>
    private static bool IsLinks(WebTree tree, string text, List<WebBlock> blocks, int at)
    {
        var nodes = tree.Nodes;
        var block = blocks[at];
        switch (block.Kind)
        {
            case PassageKind.ListItem:
                var list = nodes[block.Node].Parent;
                return (list >= 0 && nodes[list].Tag == WebTag.List && nodes[list].Linked * 2 > nodes[list].Text) || (block.IsLinked && nodes[block.Node].Tag != WebTag.Item);
            case PassageKind.Paragraph:
                return (block.IsLinked && !IsSentence(text.AsSpan(block.Span.Start, block.Span.Length))) || IsPointer(text, block);
            case PassageKind.Heading when block.IsLinked:
                return IsShouted(text.AsSpan(block.Span.Start, block.Span.Length)) || at + 1 >= blocks.Count || blocks[at + 1].IsLinked || blocks[at + 1].Kind != PassageKind.Paragraph || nodes[nodes[block.Node].Parent].End < nodes[blocks[at + 1].Node].End;
            default:
                return false;
        }
    }

    /// <summary>Words that a longer paragraph says are set beside it once more, in quotation marks or as a quotation.</summary>
    private static bool IsPulled(string text, List<WebBlock> blocks, WebBlock block)
    {
        var words = text.AsSpan(block.Span.Start, block.Span.Length).Trim("\"'“”„‘’«» ");
        var before = text.AsSpan(0, block.Span.Start).IndexOf(words, StringComparison.Ordinal);
        var behind = before >= 0 ? -1 : text.AsSpan(block.Span.End).IndexOf(words, StringComparison.Ordinal);
        var at = before >= 0 ? before : block.Span.End + behind;
        return (before >= 0 || behind >= 0) && blocks.Exists(b => b.Span.Start <= at && at < b.Span.End && b.Span.Length > block.Span.Length);
    }

    private static bool MayBePulled(string text, WebBlock block) => block.Span.Length is >= 25 and <= 250 && (block.Quote > 0 || text[block.Span.Start] is '"' or '“' or '„' or '‘' or '«');

    /// <summary>A link may be a sentence of the text; a headline has no full stop.</summary>
    private static bool IsSentence(ReadOnlySpan<char> text) => text.Length >= 50 && text[^1] == '.' && text[^2] != '.' && char.IsUpper(text[0]);

    private static bool IsShouted(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var letter in text)
        {
            if (char.IsLower(letter)) return false;
            letters += char.IsUpper(letter) ? 1 : 0;
        }

        return letters >= 8;
    }

    /// <summary>"See also: LINK".</summary>
    private static bool IsPointer(string text, WebBlock block)
    {
        if (block.Linked < 15 || block.Span.Length > 300 || block.Linked * 2 < block.Span.Length) return false;
        var colon = text.AsSpan(block.Span.Start, block.Span.Length).IndexOf(':');
        return colon is > 0 and <= 40 && block.Span.Length - colon - 1 <= block.Linked + 6;
    }
}
