namespace Gigatrace.Documents;

/// <summary>
/// From the tags of an RSS or Atom feed, of any version and with any prefixes, to the records of the feed and its entries. An element
/// counts by its own name and its parent's; where the end of one is missing, it ends with what it stands in.
/// </summary>
internal sealed class FeedParser
{
    /// <summary>Elements nested deeper than any feed needs are not kept track of.</summary>
    private const int MaxDepth = 400;

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "title", "dc:title", "link", "guid", "id", "content", "content:encoded", "fullitem", "xhtml:body", "xhtml:div", "description", "summary", "dc:description", "itunes:summary",
        "author", "dc:creator", "dc:author", "itunes:author", "managingeditor", "published", "pubdate", "issued", "created", "dc:date", "dcterms:issued", "dcterms:created", "updated", "modified",
        "dcterms:modified", "source", "dc:publisher", "category", "dc:subject", "language", "dc:language",
    };

    private enum Role
    {
        None,
        Feed,
        Entry,
        Author,
        Source,
    }

    /// <summary>An element that is open.</summary>
    /// <param name="Name">As written.</param>
    /// <param name="Role">What its children are told by.</param>
    /// <param name="Inside">The namespace of names without a prefix inside it.</param>
    private readonly record struct Element(string Name, Role Role, string Inside);

    private readonly LooseXml _xml;
    private readonly FeedSpaces _spaces = new();
    private readonly List<Element> _open = [];
    private FeedRecord _record;
    private FeedValue? _value;
    private string _valueName = "";

    /// <summary>How many elements are open around the one whose value is read.</summary>
    private int _valueDepth;

    private FeedParser(LooseXml xml)
    {
        _xml = xml;
        _record = Feed;
    }

    public FeedRecord Feed { get; } = new();

    public List<FeedRecord> Entries { get; } = [];

    public static FeedParser Parse(LooseXml xml)
    {
        var parser = new FeedParser(xml);
        for (var token = xml.Next(); token != XmlToken.End; token = xml.Next())
        {
            if (token == XmlToken.Open) parser.Open();
            else if (token == XmlToken.Close) parser.Close();
            else parser._value?.AddWords(xml.Words, xml.Source);
        }

        if (parser._open.Count > 0) xml.Note("its end is missing");
        parser.CloseDownTo(0);
        return parser;
    }

    private void Open()
    {
        var around = _open.Count > 0 ? _open[^1] : default;
        var (name, inside) = _spaces.Of(_xml, _open.Count > 0 ? around.Inside : null);
        if (name is "item" or "entry") EndEntry();
        if (_open.Count > 0) around = _open[^1];
        // The author and source of Atom have parts, those of RSS are words.
        if (around.Role is Role.Author or Role.Source && _valueDepth == _open.Count - 1) _value = null;
        var role = _value is null ? Begin(name, around.Role) : Role.None;
        if (_value is not null && _valueDepth < _open.Count) _value.AddTag(FeedSpaces.WithoutPrefix(_xml.Source, _xml.Name));
        if (_open.Count < MaxDepth) _open.Add(new Element(_xml.Name, role, inside));
        if (_xml.IsEmpty) CloseDownTo(_open.Count - 1);
    }

    /// <summary>Starts a record or a value, if the element is one that is kept; its role.</summary>
    private Role Begin(string name, Role parent)
    {
        if (name is "item" or "entry")
        {
            Entries.Add(_record = new FeedRecord { About = Attribute("rdf:about"), Language = Attribute("xml:lang") });
            return Role.Entry;
        }

        if (name is "channel" or "feed" && parent == Role.None)
        {
            Feed.Language ??= Attribute("xml:lang");
            return Role.Feed;
        }

        if (parent == Role.Author && name == "name") Capture("author");
        else if (parent == Role.Source && name is "title") Capture("source");
        else if (parent is Role.Feed or Role.Entry && Kept.Contains(name)) Capture(name);
        else return Role.None;
        return parent is Role.Author or Role.Source ? Role.None : name == "author" ? Role.Author : name == "source" ? Role.Source : Role.None;
    }

    private void Capture(string name)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in _xml.Attributes) attributes.TryAdd(key, value);
        _value = new FeedValue { Attributes = attributes };
        (_valueName, _valueDepth) = (name, _open.Count);
    }

    private string? Attribute(string name)
    {
        foreach (var (key, value) in _xml.Attributes)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    private void Close()
    {
        var at = _open.FindLastIndex(element => element.Name.Equals(_xml.Name, StringComparison.OrdinalIgnoreCase));
        if (at != _open.Count - 1) _xml.Note(at < 0 ? "an end without its beginning" : "an element that is not closed");
        if (_value is not null && (at < 0 || at > _valueDepth)) _value.AddTag(FeedSpaces.WithoutPrefix(_xml.Source, _xml.Name));
        if (at >= 0) CloseDownTo(at);
    }

    /// <summary>A new entry where another is open: the other's end is missing.</summary>
    private void EndEntry()
    {
        var entry = _open.FindLastIndex(element => element.Role == Role.Entry);
        if (entry < 0) return;
        _xml.Note("an entry inside another");
        CloseDownTo(entry);
    }

    private void CloseDownTo(int depth)
    {
        for (var at = _open.Count - 1; at >= depth; at--)
        {
            if (_value is not null && at == _valueDepth)
            {
                _record.Add(_valueName, _value);
                _value = null;
            }

            if (_open[at].Role == Role.Entry) _record = Feed;
            _open.RemoveAt(at);
        }
    }
}
