using System.Collections.Immutable;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>Writes the text of a page's elements, block by block, and notes what each block is.</summary>
internal sealed class WebBlocks(WebTree tree, int root)
{
    private const int LongestCell = 600;

    /// <summary>Cells of one page's tables: so many are read.</summary>
    private const int MostCells = 50_000;

    private readonly StringBuilder _text = new();
    private State _state = new(PassageKind.Paragraph, 0, 0, -1, 0);
    private int _start = -1;
    private int _boldStart = -1;
    private int _boldEnd = -1;
    private int _linked;
    private bool _rule;
    private int _quotes;
    private int _boxes;
    private int _tables;
    private int _cells;

    /// <summary>What the text being written belongs to.</summary>
    private readonly record struct State(PassageKind Kind, int Level, int Quote, int Box, int Node);

    public List<WebBlock> Blocks { get; } = [];

    /// <summary>All that was written; known when <see cref="Add"/> is done.</summary>
    public string Text { get; private set; } = "";

    /// <summary>A table was too large to be read whole.</summary>
    public bool IsCut => _cells > MostCells;

    /// <summary>The root's text, and what of it stands outside: sentences between the title and it, and further parts called the same.</summary>
    public void Add()
    {
        Before();
        _state = _state with { Node = root };
        Children(root);
        Close();
        After();
        Text = _text.ToString();
    }

    /// <summary>The words between the title and the text are often kept in an element of their own, and so are the first paragraphs where something parts them from the rest.</summary>
    private void Before()
    {
        var nodes = tree.Nodes;
        for (var at = Top(); at < root; at++)
        {
            ref var node = ref nodes[at];
            if (node.End > root) continue;
            if (node.Dropped) { at = node.End - 1; continue; }
            var isText = node.Block == at && node.Tag != WebTag.Heading && !node.Role.Any(WebRole.Byline | WebRole.Credit) && node.Net() >= 50 && node.OwnLinked * 3 < node.Own;
            var isPart = IsPart(at);
            var isLead = (node.Role.Any(WebRole.Lead) || (node is { Tag: WebTag.Heading, Own: >= 60, Marks: > 0, OwnLinked: 0 } && tree.HeadingLevel(at) > 1)) && node.Text is > 30 and < 900 && node.Linked * 3 < node.Text && (node.Block == at || node.Tag == WebTag.Heading);
            var isCaption = node.Tag == WebTag.Caption || (node.Block == at && node.Role.Any(WebRole.Caption) && node.Text is > 0 and < 400);
            if (!isText && !isPart && !isLead && !isCaption) continue;
            Within(at, _state with { Kind = isCaption ? PassageKind.Caption : PassageKind.Paragraph, Node = at });
            at = node.End - 1;
        }
    }

    /// <summary>Behind the title, if it stands before the root; at the start of what holds little more than the root else.</summary>
    private int Top()
    {
        var nodes = tree.Nodes;
        for (var at = root - 1; at > 0; at--)
        {
            if (nodes[at].Tag == WebTag.Heading && tree.HeadingLevel(at) == 1) return nodes[at].End;
        }

        var top = root;
        for (var up = root; up > 0 && nodes[up].Prose * 2 <= nodes[root].Prose * 3; up = nodes[up].Parent) top = up;
        return top;
    }

    /// <summary>Further parts behind the root, before another title and in no other article.</summary>
    private void After()
    {
        var nodes = tree.Nodes;
        if (!nodes[root].Role.Any(WebRole.Body)) return;
        for (var at = nodes[root].End; at < nodes.Length; at++)
        {
            if (nodes[at].Tag == WebTag.Article || (nodes[at].Tag == WebTag.Heading && tree.HeadingLevel(at) == 1)) return;
            var isPart = !nodes[at].Dropped && IsPart(at);
            if (isPart) Within(at, _state with { Node = at });
            if (isPart || nodes[at].Dropped) at = nodes[at].End - 1;
        }
    }

    /// <summary>It has the root's very names, and they say that it holds the text.</summary>
    private bool IsPart(int at)
    {
        ref var node = ref tree.Nodes[at];
        return node.Words is null && node.Prose > 0 && node.Role.Any(WebRole.Body) && tree.Nodes[root].Role.Any(WebRole.Body) && tree.Element(root)?.ClassName is { Length: > 0 } name && tree.Element(at)?.ClassName == name;
    }

    private void Visit(int at)
    {
        ref var node = ref tree.Nodes[at];
        if (node.Words is { } words) { Write(words); return; }
        if (node.Dropped) return;
        switch (node.Tag)
        {
            case WebTag.Break: Close(); break;
            case WebTag.Rule: Close(); _rule = true; break;
            case WebTag.Table when IsData(at): Close(); Table(at); break;
            case WebTag.Heading: Within(at, _state with { Kind = PassageKind.Heading, Level = tree.HeadingLevel(at), Node = at }); break;
            case WebTag.Item: Within(at, _state with { Kind = PassageKind.ListItem, Level = 0, Node = at }); break;
            case WebTag.Term: Within(at, _state with { Kind = PassageKind.Heading, Level = 6, Node = at }); break;
            case WebTag.Caption: Within(at, _state with { Kind = PassageKind.Caption, Level = 0, Node = at }); break;
            case WebTag.Quote: Within(at, _state with { Quote = ++_quotes, Node = at }); break;
            case WebTag.Bold: Bold(at); break;
            case WebTag.Link: Link(at); break;
            case WebTag.Inline: Children(at); break;
            default: Within(at, Boxed(at)); break;
        }
    }

    private void Children(int node)
    {
        for (var at = node + 1; at < tree.Nodes[node].End; at = tree.Nodes[at].End) Visit(at);
    }

    private void Within(int node, State state)
    {
        Close();
        var outer = _state;
        _state = tree.Nodes[node].Role.Any(WebRole.Caption) && state.Kind == PassageKind.Paragraph && tree.Nodes[node].Text < 600 ? state with { Kind = PassageKind.Caption } : state;
        Children(node);
        Close();
        _state = outer;
    }

    /// <summary>A container with a part of the text, not most of it, is a box; boxes do not nest.</summary>
    private State Boxed(int at)
    {
        ref var node = ref tree.Nodes[at];
        var isBox = _state.Box < 0 && node.Tag is WebTag.Block && node.End > at + 2 && node.Text * 2 < tree.Nodes[root].Text;
        return _state with { Node = at, Box = isBox ? _boxes++ : _state.Box };
    }

    private void Bold(int at)
    {
        var leads = _start < 0;
        Children(at);
        if (leads && _start >= 0) (_boldStart, _boldEnd) = (_start, _text.Length);
    }

    private void Link(int at)
    {
        var (start, block) = (_text.Length, _start);
        Children(at);
        if (_start >= 0) _linked += _text.Length - (block == _start ? start : _start);
    }

    /// <summary>Adds text with white space as a browser shows it.</summary>
    private void Write(string words)
    {
        foreach (var letter in words)
        {
            if (char.IsWhiteSpace(letter) || letter is '\u200B' or '\u00AD' or '\uFEFF' or '\0')
            {
                if (_start >= 0 && _text.Length > _start && letter is not ('\u200B' or '\u00AD' or '\uFEFF' or '\0') && _text[^1] != ' ') _text.Append(' ');
                continue;
            }

            if (_start < 0) (_start, _boldStart, _boldEnd, _linked) = (_text.Length, -1, -1, 0);
            _text.Append(letter);
        }
    }

    /// <summary>Ends the block that is being written, if any.</summary>
    private void Close()
    {
        if (_start < 0) return;
        while (_text.Length > _start && _text[^1] == ' ') _text.Length--;
        var span = new Span(_start, _text.Length);
        var bold = _boldStart == span.Start ? Math.Min(_boldEnd, span.End) : -1;
        while (bold > 0 && bold > span.Start && _text[bold - 1] == ' ') bold--;
        var heading = _state.Kind == PassageKind.Paragraph && bold >= span.End - 1 && span.Length <= 200;
        _start = -1;
        Blocks.Add(new WebBlock
        {
            Span = span, Kind = heading ? PassageKind.Heading : _state.Kind, Level = heading ? 6 : _state.Level, Node = _state.Node, Linked = Math.Min(_linked, span.Length), Quote = _state.Quote, Box = _state.Box,
            Marked = heading || _state.Kind == PassageKind.Heading, Lead = !heading && bold > span.Start ? new Span(span.Start, bold) : default, RuleBefore = _rule,
        });
        _rule = false;
    }

    /// <summary>A table of figures, not one that lays out the page: several rows and columns of short cells.</summary>
    private bool IsData(int table)
    {
        var nodes = tree.Nodes;
        int rows = 0, cells = 0, most = 0;
        for (var at = table + 1; at < nodes[table].End; at++)
        {
            if (nodes[at].Tag is WebTag.Table or WebTag.Article || (nodes[at].Tag == WebTag.Heading && tree.HeadingLevel(at) <= 2)) return false;
            if (nodes[at].Tag == WebTag.Row) (rows, cells) = (rows + 1, 0);
            if (nodes[at].Tag == WebTag.Cell) most = Math.Max(most, ++cells);
        }

        return rows >= 2 && most > 1 && nodes[table].Text < LongestCell * rows;
    }

    private void Table(int table)
    {
        var nodes = tree.Nodes;
        WebBlock? header = null;
        var (number, first) = (_tables++, true);
        for (var at = table + 1; at < nodes[table].End && !IsCut; at++)
        {
            if (nodes[at].Tag == WebTag.Caption || tree.Element(at)?.LocalName == "caption") Within(at, _state with { Kind = PassageKind.Caption, Node = at });
            if (nodes[at].Tag != WebTag.Row || nodes[at].Text == 0 || nodes[at].Dropped) continue;
            var (cells, heads) = Row(at);
            if (cells.IsEmpty) continue;
            var span = new Span(cells[0].Start, cells[^1].End);
            if (span.IsEmpty) continue;
            var block = new WebBlock { Span = span, Kind = PassageKind.TableRow, Cells = cells, Header = header, Table = number, Marked = true, RuleBefore = _rule, Box = _state.Box, Node = at, Linked = nodes[at].Linked };
            Blocks.Add(block);
            if (first && heads * 2 > cells.Length) header = block;
            (first, _rule) = (false, false);
        }
    }

    private (ImmutableArray<Span> Cells, int Heads) Row(int row)
    {
        var nodes = tree.Nodes;
        var cells = ImmutableArray.CreateBuilder<Span>();
        var heads = 0;
        for (var at = row + 1; at < nodes[row].End && ++_cells <= MostCells; at = nodes[at].End)
        {
            if (nodes[at].Tag != WebTag.Cell) continue;
            if (cells.Count > 0) _text.Append(" | ");
            var start = _text.Length;
            Cell(at);
            cells.Add(new Span(start, _text.Length));
            heads += tree.Element(at)?.LocalName == "th" ? 1 : 0;
        }

        return (cells.ToImmutable(), heads);
    }

    /// <summary>All words of a cell on one line.</summary>
    private void Cell(int cell)
    {
        var nodes = tree.Nodes;
        _start = _text.Length;
        for (var at = cell + 1; at < nodes[cell].End; at++)
        {
            if (nodes[at].Dropped) { at = nodes[at].End - 1; continue; }
            if (nodes[at].Words is not { } words)
            {
                if (nodes[at].Block == at || nodes[at].Tag == WebTag.Break) Space();
                continue;
            }

            Write(words);
        }

        while (_text.Length > _start && _text[^1] == ' ') _text.Length--;
        _start = -1;
    }

    private void Space()
    {
        if (_text.Length > _start && _text[^1] != ' ') _text.Append(' ');
    }
}
