using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>Writes the text of a page's elements, block by block, and notes what each block is.</summary>
internal sealed class WebBlocks(WebWeights weights, IElement root)
{
    /// <summary>Elements nested deeper than any page needs are read as plain text.</summary>
    private const int MaxDepth = 256;

    private const int LongestCell = 600;

    private readonly StringBuilder _text = new();
    private Block _block = new(PassageKind.Paragraph, 0, 0, -1);
    private int _start = -1;
    private int _boldStart = -1;
    private int _boldEnd = -1;
    private bool _rule;
    private int _quotes;
    private int _boxes;
    private int _tables;

    /// <summary>What the text being written belongs to.</summary>
    private readonly record struct Block(PassageKind Kind, int Level, int Quote, int Box);

    public List<Draft> Drafts { get; } = [];

    public string Text => _text.ToString();

    public void AddTitle(string title)
    {
        Write(title);
        Close(new Block(PassageKind.Heading, 1, 0, -1));
    }

    public void Add(IElement element)
    {
        Children(element, 0);
        Close(_block);
    }

    private void Visit(INode node, int depth)
    {
        if (node is IText words) Write(words.Data);
        if (node is not IElement element || MainContent.IsDropped(element, weights)) return;
        if (depth > MaxDepth) { Write(element.TextContent); return; }
        switch (element.LocalName)
        {
            case "br": Close(_block); break;
            case "hr": Close(_block); _rule = true; break;
            case "pre": Close(_block); if (element.QuerySelector("code") is null) Within(element, _block, depth); break;
            case "table" when IsData(element): Close(_block); Table(element); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": Within(element, _block with { Kind = PassageKind.Heading, Level = element.LocalName[1] - '0' }, depth); break;
            case "li" or "dd": Within(element, _block with { Kind = PassageKind.ListItem, Level = 0 }, depth); break;
            case "dt": Within(element, _block with { Kind = PassageKind.Heading, Level = 6 }, depth); break;
            case "figcaption": Within(element, _block with { Kind = PassageKind.Caption, Level = 0 }, depth); break;
            case "blockquote": Within(element, _block with { Quote = ++_quotes }, depth); break;
            case "strong" or "b": Bold(element, depth); break;
            default:
                if (IsBlock(element)) Within(element, Boxed(element), depth);
                else Children(element, depth);
                break;
        }
    }

    private void Children(INode node, int depth)
    {
        foreach (var child in node.ChildNodes) Visit(child, depth + 1);
    }

    private void Within(IElement element, Block block, int depth)
    {
        Close(_block);
        var outer = _block;
        _block = block;
        Children(element, depth);
        Close(block);
        _block = outer;
    }

    /// <summary>A container with a part of the text, not most of it, is a box; boxes do not nest.</summary>
    private Block Boxed(IElement element)
    {
        var isBox = _block.Box < 0 && element.LocalName is "div" or "section" or "details" && element.ChildElementCount > 1 && weights.Text(element) * 2 < weights.Text(root);
        return isBox ? _block with { Box = _boxes++ } : _block;
    }

    private void Bold(IElement element, int depth)
    {
        var leads = _start < 0;
        Children(element, depth);
        if (leads && _start >= 0) (_boldStart, _boldEnd) = (_start, _text.Length);
    }

    /// <summary>Adds text with white space as a browser shows it.</summary>
    private void Write(string words)
    {
        foreach (var letter in words)
        {
            if (char.IsWhiteSpace(letter) || letter is '\u200B' or '\u00AD' or '\0')
            {
                if (_start >= 0 && letter is not ('\u200B' or '\u00AD' or '\0') && _text[^1] != ' ') _text.Append(' ');
                continue;
            }

            if (_start < 0) Open();
            _text.Append(letter);
        }
    }

    private void Open()
    {
        var close = Drafts.Count > 0 && Drafts[^1].Kind == _block.Kind && _block.Kind is PassageKind.ListItem;
        if (_text.Length > 0) _text.Append(close ? "\n" : "\n\n");
        (_start, _boldStart, _boldEnd) = (_text.Length, -1, -1);
    }

    /// <summary>Ends the block that is being written, if any, as a passage.</summary>
    private void Close(Block block)
    {
        if (_start < 0) return;
        while (_text.Length > _start && _text[^1] == ' ') _text.Length--;
        var span = new Span(_start, _text.Length);
        var bold = _boldStart == span.Start ? Math.Min(_boldEnd, span.End) : -1;
        while (bold > 0 && bold > span.Start && _text[bold - 1] == ' ') bold--;
        var heading = block.Kind == PassageKind.Paragraph && bold >= span.End - 1 && span.Length <= 200;
        _start = -1;
        if (span.IsEmpty) return;
        foreach (var part in Pieces.Cut(_text.ToString(span.Start, span.Length), new Span(0, span.Length)))
        {
            Drafts.Add(new Draft
            {
                Span = new Span(span.Start + part.Start, span.Start + part.End), Kind = heading ? PassageKind.Heading : block.Kind, Level = heading ? 6 : block.Level,
                Marked = heading || block.Kind == PassageKind.Heading, BlankBefore = true, RuleBefore = _rule, Quote = block.Quote, Box = block.Box,
                Lead = !heading && bold > span.Start && part.Start == 0 ? new Span(span.Start, bold) : default,
            });
            _rule = false;
        }
    }

    /// <summary>A table of figures, not one that lays out the page: several rows and columns of short cells.</summary>
    private bool IsData(IElement table)
    {
        var rows = table.QuerySelectorAll("tr");
        if (rows.Length < 2 || table.QuerySelector("table, h1, h2, article") is not null) return false;
        return rows.Max(r => r.ChildElementCount) > 1 && weights.Text(table) < LongestCell * rows.Length;
    }

    private void Table(IElement table)
    {
        var number = _tables++;
        ImmutableArray<Span> header = [];
        var first = true;
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            var cells = Row(row, first);
            if (cells.IsEmpty) continue;
            var span = new Span(cells[0].Start, cells[^1].End);
            if (span.IsEmpty) continue;
            Drafts.Add(new Draft { Span = span, Kind = PassageKind.TableRow, Cells = cells, Header = header, Table = number, Marked = true, BlankBefore = first, RuleBefore = _rule, Box = _block.Box });
            if (first && (row.QuerySelector("th") is not null || row.Closest("thead") is not null) && row.QuerySelectorAll("th").Length * 2 > cells.Length) header = cells;
            (first, _rule) = (false, false);
        }
    }

    private ImmutableArray<Span> Row(IElement row, bool first)
    {
        var cells = ImmutableArray.CreateBuilder<Span>();
        if (weights.Text(row) == 0) return [];
        if (_text.Length > 0) _text.Append(first ? "\n\n" : "\n");
        foreach (var cell in row.Children.Where(c => c.LocalName is "td" or "th"))
        {
            if (cells.Count > 0) _text.Append(" | ");
            var start = _text.Length;
            _text.Append(WebHead.Clean(cell.TextContent));
            cells.Add(new Span(start, _text.Length));
        }

        return cells.ToImmutable();
    }

    private static bool IsBlock(IElement element) => element.LocalName is "p" or "div" or "section" or "article" or "main" or "header" or "footer" or "aside" or "ul" or "ol" or "dl" or "figure"
        or "table" or "tbody" or "thead" or "tr" or "td" or "th" or "details" or "summary" or "address" or "center" or "fieldset" or "body" or "form" or "caption";
}
