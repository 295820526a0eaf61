using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>What an element does to text, as far as reading it asks.</summary>
internal enum WebTag : byte
{
    Words, Inline, Link, Bold, Break, Rule, Block, Paragraph, Heading, Item, Term, Caption, Quote, Table, Row, Cell, List, Article, Aside, Hidden,

    /// <summary>On lines of its own, and no container of several passages.</summary>
    Part,
}

/// <summary>One element or stretch of words of a page. Lengths are in letters that are not white space.</summary>
internal struct WebNode
{
    /// <summary>Null for words.</summary>
    public IElement? Element;

    /// <summary>The words themselves; null for an element.</summary>
    public string? Words;
    public WebTag Tag;
    public WebRole Role;
    public int Parent;

    /// <summary>Where the nodes under it end, exclusive.</summary>
    public int End;

    /// <summary>The nearest element that starts a line of its own: it itself, or one above.</summary>
    public int Block;

    /// <summary>All under it; how much of that is linked, and by how many links.</summary>
    public int Text, Linked, Links;

    /// <summary>The words whose nearest block it is: all, linked, and the marks that end or part sentences.</summary>
    public int Own, OwnLinked, Marks;

    /// <summary>Running text under it, links counted against it: of all, and of what is not dropped; and in how many paragraphs; the linked letters there.</summary>
    public int RawProse, Prose, Paragraphs, LinkedInside;

    /// <summary>Headings of the first rank under it, itself included.</summary>
    public int Titles;
    public bool Dropped;

    /// <summary>A paragraph's worth as running text: its letters less twice the linked ones; 0 for what is no sentence.</summary>
    public readonly int Net()
    {
        if (Own < 25 || Tag is WebTag.Heading or WebTag.Caption or WebTag.Aside or WebTag.Term) return 0;
        var net = Own - (2 * OwnLinked);
        if (net < 25 || (Tag is WebTag.Item && net < 60)) return 0;
        return Marks > 0 ? net : Own > 100 ? net / 2 : net / 4;
    }
}

/// <summary>A page's elements in document order with what they hold, counted in one pass down and one up.</summary>
internal sealed class WebTree : IDisposable
{
    /// <summary>Elements nested deeper than any page needs are read as plain text.</summary>
    private const int MaxDepth = 256;

    private static readonly FrozenDictionary<string, WebTag> Tags = new (WebTag Tag, string Names)[]
    {
        (WebTag.Link, "a"), (WebTag.Bold, "b strong"), (WebTag.Break, "br"), (WebTag.Rule, "hr"), (WebTag.Paragraph, "p"), (WebTag.Heading, "h1 h2 h3 h4 h5 h6"), (WebTag.Item, "li dd"), (WebTag.Term, "dt"),
        (WebTag.Caption, "figcaption"), (WebTag.Quote, "blockquote"), (WebTag.Part, "pre figure header"), (WebTag.Table, "table"), (WebTag.Row, "tr"), (WebTag.Cell, "td th"), (WebTag.List, "ul ol dl"),
        (WebTag.Article, "article"), (WebTag.Block, "div section main center fieldset details summary address body html tbody thead tfoot caption hgroup picture noscript"),
        (WebTag.Aside, "nav aside footer form button dialog input label textarea menu"),
        (WebTag.Hidden, "script style template svg iframe select object head video audio canvas map embed link meta title"),
    }.SelectMany(t => t.Names.Split(' ').Select(name => (name, t.Tag))).ToFrozenDictionary(t => t.name, t => t.Tag, StringComparer.Ordinal);

    /// <summary>Borrowed: for a large page it would be large enough to burden every collection.</summary>
    private WebNode[] _nodes = ArrayPool<WebNode>.Shared.Rent(4096);
    private int _count;

    /// <summary>A page repeats its names.</summary>
    private readonly Dictionary<string, WebRole> _named = new(StringComparer.Ordinal);

    public WebTree(INode root)
    {
        var waiting = new Stack<(INode Node, int Parent, int Depth)>([(root, -1, 0)]);
        while (waiting.TryPop(out var next))
        {
            if (next.Node is IText words) AddWords(words.Data, next.Parent);
            else if (next.Node is IElement element) AddElement(element, next.Parent, next.Depth, waiting);
        }

        Sum();
    }

    public Span<WebNode> Nodes => _nodes.AsSpan(0, _count);

    public void Dispose() => ArrayPool<WebNode>.Shared.Return(_nodes, clearArray: true);

    public IElement? Element(int node) => _nodes[node].Element;

    public int HeadingLevel(int node) => Element(node)?.LocalName is { Length: 2 } name ? name[1] - '0' : 6;

    private void Append(WebNode node)
    {
        if (_count == _nodes.Length)
        {
            var larger = ArrayPool<WebNode>.Shared.Rent(2 * _count);
            Array.Copy(_nodes, larger, _count);
            Dispose();
            _nodes = larger;
        }

        _nodes[_count++] = node;
    }

    private void AddWords(string words, int parent)
    {
        if (words.Length == 0) return;
        var (letters, marks) = Count(words);
        ref var block = ref Nodes[Nodes[parent].Block];
        block.Own += letters;
        block.Marks += marks;
        Append(new WebNode { Words = words, Parent = parent, End = _count + 1, Text = letters, Block = Nodes[parent].Block });
    }

    private void AddElement(IElement element, int parent, int depth, Stack<(INode, int, int)> waiting)
    {
        var isCustom = !Tags.TryGetValue(element.LocalName, out var tag);
        if (isCustom) tag = element.LocalName.Contains('-', StringComparison.Ordinal) ? WebTag.Block : WebTag.Inline;
        if (tag == WebTag.Hidden) return;
        var at = _count;
        var block = tag is WebTag.Inline or WebTag.Link or WebTag.Bold or WebTag.Break && parent >= 0 ? _nodes[parent].Block : at;
        var role = parent < 0 || tag is WebTag.Break or WebTag.Rule ? WebRole.None : RoleOf(element);
        if (isCustom && tag == WebTag.Block) role |= Named(element.LocalName);
        if (tag == WebTag.Link && !role.Any(WebRole.Leads)) tag = WebTag.Inline;
        if (tag == WebTag.Article) role |= WebRole.Article;
        if (element.LocalName == "noscript") role |= WebRole.Hidden;
        Append(new WebNode { Element = element, Tag = tag, Role = role & ~WebRole.Leads, Parent = parent, End = at + 1, Block = block, Titles = element.LocalName == "h1" ? 1 : 0 });
        if (depth > MaxDepth)
        {
            var words = element.TextContent;
            Append(new WebNode { Words = words, Parent = at, End = at + 2, Text = Count(words).Letters, Block = block });
            return;
        }

        var children = element.ChildNodes;
        for (var child = children.Length - 1; child >= 0; child--) waiting.Push((children[child], at, depth + 1));
    }

    private WebRole RoleOf(IElement element)
    {
        var role = WebRole.None;
        var attributes = element.Attributes;
        for (var at = 0; at < attributes.Length; at++)
        {
            if (attributes[at] is not { } attribute) continue;
            var value = attribute.Value;
            role |= attribute.Name switch
            {
                "class" or "id" or "data-component" or "data-testid" or "data-block" or "data-module" => Named(value),
                "itemprop" => value switch { "articleBody" => WebRole.Body | WebRole.Article, "author" or "datePublished" or "dateModified" => WebRole.Byline, "comment" => WebRole.Outside, "caption" => WebRole.Caption, "copyrightHolder" or "creditText" => WebRole.Credit, _ => WebRole.None },
                "property" => value is "articleBody" or "schema:articleBody" or "content:encoded" ? WebRole.Body : WebRole.None,
                "role" => value is "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "dialog" or "alertdialog" or "menu" or "menubar" or "alert" or "toolbar" or "tablist" ? WebRole.Aside : value == "article" ? WebRole.Article : WebRole.None,
                "hidden" => WebRole.Hidden,
                "aria-hidden" => value == "true" ? WebRole.Hidden : WebRole.None,
                "rel" => value is "author" ? WebRole.Byline : WebRole.None,
                "style" => IsInvisible(value) ? WebRole.Hidden : WebRole.None,
                "href" => value.Length > 1 && value[0] != '#' ? WebRole.Leads : WebRole.None,
                _ => WebRole.None,
            };
        }

        return role;
    }

    private WebRole Named(string names)
    {
        ref var role = ref CollectionsMarshal.GetValueRefOrAddDefault(_named, names, out var known);
        if (!known) role = WebNames.Of(names);
        return role;
    }

    private static bool IsInvisible(string style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + 7).TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }

    private static (int Letters, int Marks) Count(string words)
    {
        int letters = 0, marks = 0;
        foreach (var letter in words)
        {
            if (letter > ' ' && !char.IsWhiteSpace(letter)) letters++;
            if (letter is '.' or ',' or ';' or '!' or '?' or ':' or '。' or '，' or '।' or '、') marks++;
        }

        return (letters, marks);
    }

    /// <summary>Ancestors come before descendants, so the reverse order sums upwards.</summary>
    private void Sum()
    {
        var nodes = Nodes;
        for (var at = nodes.Length - 1; at >= 0; at--)
        {
            ref var node = ref nodes[at];
            if (node.Tag == WebTag.Link)
            {
                nodes[node.Block].OwnLinked += node.Text - node.Linked;
                (node.Linked, node.Links) = (node.Text, node.Links + 1);
            }

            if (node.Parent < 0) continue;
            ref var parent = ref nodes[node.Parent];
            parent.End = Math.Max(parent.End, node.End);
            parent.Text += node.Text;
            parent.Linked += node.Linked;
            parent.Links += node.Links;
            parent.Titles += node.Titles;
        }

        for (var at = nodes.Length - 1; at >= 0; at--)
        {
            ref var node = ref nodes[at];
            if (node.Block == at) node.RawProse += node.Net();
            if (node.Parent >= 0) nodes[node.Parent].RawProse += node.RawProse;
        }
    }
}
