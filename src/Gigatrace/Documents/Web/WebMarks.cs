using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <param name="Said">What class, label or property say that the date is.</param>
/// <param name="Strength">1 to 5, see <see cref="WebMarks"/>.</param>
/// <param name="Shown">A reader sees the day, and not only an attribute has it.</param>
internal readonly record struct WebDate(Moment Moment, DateSaid Said, int Strength, bool Shown, WebPlace Place)
{
    /// <summary>Marked up as a time, and not only called one.</summary>
    public bool IsTime { get; init; }
}

/// <param name="Words">As written, with "By" and the rest.</param>
/// <param name="Group">Names of one group are named together: those of one byline.</param>
internal readonly record struct WebName(string Words, int Strength, NameTrust Trust, int Group, WebPlace Place);

/// <summary>
/// What a page's elements say of it, gathered in one pass in document order. Strength of a date: 5 a property or label
/// of publication, 4 a class of it, 3 a time element or a class of dates, 2 a line that is only a date, 1 an update. Of a name: 5 a property
/// or an address of a person inside what is marked as the author, 4 such a part whole, 3 what follows "By", 2 a line that starts so.
/// </summary>
internal sealed class WebMarks
{
    private const int MostLinked = 20;
    private const int MostScripts = 100;
    private const int MostSightings = 400;
    private const int LongestDateLine = 120;
    private const int LongestByLine = 200;

    /// <summary>How many elements deep a class of dates or authors reaches.</summary>
    private const int DateReach = 2;
    private const int AuthorReach = 6;

    private readonly HeadWords _words = HeadWords.Default;
    private readonly DateOrder _order;
    private ReadOnlyMemory<char> _before;
    private int _at;
    private int _groups;
    private int _linked;

    private WebMarks(DateOrder order) => _order = order;

    /// <summary>By name, in any case; all values of each, in order.</summary>
    public Dictionary<string, List<string>> Meta { get; } = new(StringComparer.OrdinalIgnoreCase);

    public LinkedData Linked { get; } = new();

    public List<WebDate> Dates { get; } = [];

    public List<WebName> Names { get; } = [];

    public List<WebHeading> Headings { get; } = [];

    /// <summary>Those with a text that is no JSON-LD.</summary>
    public List<IElement> Scripts { get; } = [];

    public string? Title { get; private set; }

    public string? Canonical { get; private set; }

    /// <summary>The heading that leads to the site's first page: the site's name.</summary>
    public string? Home { get; private set; }

    /// <summary>What surrounds a node, as far as it matters to it.</summary>
    /// <param name="IsOther">A date in it is one of something else.</param>
    private readonly record struct Around(WebAside? Aside, ClassMarks Near, int DateReach, int Group, int AuthorReach, bool IsOther);

    private struct Level(INodeList nodes, Around around)
    {
        public readonly INodeList Nodes = nodes;
        public readonly int Count = nodes.Length;
        public readonly Around Around = around;
        public int Next;
    }

    /// <summary>What one element's attributes say.</summary>
    private readonly record struct Attributes(ClassMarks Marks, string? Property, string? Time, string? Link, bool IsPubDate);

    /// <summary>The first value of the first of these meta tags that is there.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Meta.TryGetValue(name, out var values)) return values[0];
        }

        return null;
    }

    public static WebMarks Of(IDocument page, DateOrder order)
    {
        var marks = new WebMarks(order);
        marks.Walk(page.DocumentElement);
        return marks;
    }

    /// <summary>On its own stack: pages nest deeper than calls may.</summary>
    private void Walk(IElement root)
    {
        var levels = new Level[64];
        levels[0] = new Level(root.ChildNodes, default);
        for (var depth = 0; depth >= 0;)
        {
            ref var level = ref levels[depth];
            if (level.Next >= level.Count)
            {
                depth--;
                continue;
            }

            switch (level.Nodes[level.Next++])
            {
                case IText text:
                    See(text.Data, level.Around);
                    break;
                case IElement element when Enter(element, level.Around) is { } inside:
                    if (++depth == levels.Length) Array.Resize(ref levels, 2 * depth);
                    levels[depth] = new Level(element.ChildNodes, inside);
                    break;
            }
        }
    }

    /// <summary>Null where nothing inside matters.</summary>
    private Around? Enter(IElement element, in Around around)
    {
        switch (element.LocalName)
        {
            case "meta": MetaTag(element, around); return null;
            case "title" when element.ParentElement?.LocalName == "head": Title ??= OneLine.Of(element.TextContent); return null;
            case "link": Link(element); return null;
            case "script": Script(element); return null;
            case "style" or "template" or "svg" or "iframe" or "select" or "object" or "textarea" or "option" or "button": return null;
            case "html" or "body" or "head" or "main": return around;
        }

        var said = Read(element);
        var inside = around with { DateReach = around.DateReach - 1, AuthorReach = around.AuthorReach - 1 };
        if (WebAside.KindOf(element, said.Marks) is { } kind) inside = inside with { Aside = new WebAside(element, around.Aside, kind) };
        if (element.LocalName is "h1" or "h2" or "h3" || said.Property is "headline") Heading(element, said, inside);
        if (Dates.Count < MostSightings) inside = Dated(element, said, inside);
        return Names.Count < MostSightings ? Named(element, said, inside) : inside;
    }

    private Attributes Read(IElement element)
    {
        var marks = ClassMarks.None;
        string? property = null, time = null, link = null;
        var isPubDate = false;
        foreach (var attribute in element.Attributes)
        {
            switch (attribute.Name)
            {
                case "class" or "id" or "rel": marks |= _words.Of(Short(attribute.Value)); break;
                case "itemprop" or "property": property = attribute.Value; marks |= _words.Of(Short(attribute.Value)); break;
                case "datetime" or "content": time = attribute.Value; break;
                case "title" when element.LocalName is "abbr" or "span" or "time": time ??= attribute.Value; break;
                case "href": link = attribute.Value; break;
                case "pubdate": isPubDate = true; break;
                case ['d', 'a', 't', 'a', '-', .. var name] when (name.Contains("dat", StringComparison.Ordinal) || name.Contains("publi", StringComparison.Ordinal)) && attribute.Value is [>= '1' and <= '2', ..]: time ??= attribute.Value; break;
            }
        }

        return new Attributes(marks, property, time, link, isPubDate);
    }

    private static ReadOnlySpan<char> Short(string value) => value.AsSpan(0, Math.Min(value.Length, 160));

    private void MetaTag(IElement tag, Around around)
    {
        var name = tag.GetAttribute("property") ?? tag.GetAttribute("name") ?? tag.GetAttribute("http-equiv");
        var property = tag.GetAttribute("itemprop");
        if (OneLine.Of(tag.GetAttribute("content")) is not { } content) return;
        if (property is not null && (around.Group > 0 && around.AuthorReach > 0 && property == "name" || property is "author")) Names.Add(new WebName(content, 5, NameTrust.Property, around.Group, new WebPlace(_at, around.Aside)));
        if (property is not null && Moment.Read(content, _order) is { } moment && _words.Of(property) is var marks && marks.Has(ClassMarks.Time))
        {
            Dates.Add(new WebDate(moment, marks.Has(ClassMarks.Updated) ? DateSaid.Updated : DateSaid.Published, property is "datePublished" ? 5 : 1, Shown: false, new WebPlace(_at, around.Aside)));
        }

        if (name is null || content.Length > 2000) return;
        if (!Meta.TryGetValue(name, out var values)) Meta[name] = values = [];
        if (values.Count < 20) values.Add(content);
    }

    private void Link(IElement link)
    {
        if (string.Equals(link.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase)) Canonical ??= link.GetAttribute("href");
    }

    private void Script(IElement script)
    {
        var type = script.GetAttribute("type");
        if (type?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) != true) { if (Scripts.Count < MostScripts && script.HasChildNodes) Scripts.Add(script); }
        else if (_linked++ < MostLinked) Linked.Read(script.TextContent);
    }

    private void Heading(IElement element, Attributes said, Around inside)
    {
        if (Headings.Count >= 100 || HeadText.Of(element, 400, withTimes: false) is not { } words) return;
        if (IsHome(element)) { Home ??= words; return; }
        Headings.Add(new WebHeading(element, words, element.LocalName is ['h', var digit] ? digit - '0' : 4, new WebPlace(_at, inside.Aside), said.Property is "headline"));
    }

    /// <summary>All of it leads to the site's first page: it is the site's name.</summary>
    private static bool IsHome(IElement heading) => heading.Children is { Length: 1 } children && children[0] is { LocalName: "a" } link && link.GetAttribute("href") is { } address
        && (address is "/" or "./" or "index.html" || (address.IndexOf("://", StringComparison.Ordinal) is > 0 and var at && address.AsSpan(at + 3).TrimEnd('/').IndexOf('/') < 0));

    /// <summary>An element that is marked as a date.</summary>
    private Around Dated(IElement element, Attributes said, Around inside)
    {
        var isTime = element.LocalName is "time" || (element.LocalName == "abbr" && said.Time is not null);
        var own = said.Marks & ClassMarks.Time;
        if (own == ClassMarks.None && !isTime) return inside;
        var near = inside.DateReach > 0 ? inside.Near | own : own;
        var words = HeadText.Of(element, LongestDateLine);
        var isOther = inside.IsOther || (words is not null && EventDate.Is(words, _order)) || (Date(words, said, near, isTime, inside) == DateSaid.Other);
        return inside with { IsOther = isOther, Near = near, DateReach = own == ClassMarks.None ? inside.DateReach : DateReach };
    }

    private DateSaid Date(string? words, Attributes said, ClassMarks near, bool isTime, Around inside)
    {
        var shown = Moment.Read(words, _order, shortYears: true);
        var machine = Moment.Read(said.Time, _order);
        if ((shown ?? machine) is not { } moment) return DateSaid.Nothing;
        var label = DateLabels.Of(Before(words, shown));
        var kind = Kind(label, near, said);
        var property = said.Property is "datePublished" || said.IsPubDate;
        var strength = kind == DateSaid.Updated ? 1 : property || label == DateSaid.Published ? 5 : near.Has(ClassMarks.Published) ? 4 : isTime || near.Has(ClassMarks.Dated) ? 3 : 1;
        Dates.Add(new WebDate(moment, kind, strength, shown is not null, new WebPlace(_at, inside.Aside)) { IsTime = isTime });
        // Where the day shown is not the one of the attribute, the latter may still be what the page was made with.
        if (shown is { } day && machine is { } other && other.Day != day.Day && property) Dates.Add(new WebDate(other, kind, strength, Shown: false, new WebPlace(_at, inside.Aside)));
        return kind;
    }

    /// <summary>A label goes before a class. A class of updates beside one of dates is how themes mark the only date they show.</summary>
    private static DateSaid Kind(DateSaid label, ClassMarks near, Attributes said) => label switch
    {
        DateSaid.Updated or DateSaid.Other or DateSaid.Published => label,
        _ when said.Property is "dateModified" or "dateUpdated" => DateSaid.Updated,
        _ when said.Property?.EndsWith("Date", StringComparison.Ordinal) == true => DateSaid.Other,
        _ when near.Has(ClassMarks.Published) || said.Property is "datePublished" || said.IsPubDate => DateSaid.Published,
        _ when near.Has(ClassMarks.Updated) && !near.Has(ClassMarks.Dated) => DateSaid.Updated,
        DateSaid.Dated => DateSaid.Dated,
        _ => DateSaid.Nothing,
    };

    /// <summary>What stands before the date in its own words, or else right before them.</summary>
    private ReadOnlySpan<char> Before(string? words, Moment? shown)
    {
        var own = words is null || shown is not { } date ? default : words.AsSpan(0, date.Start);
        if (own.ContainsAnyInRange('A', 'z') || _before.IsEmpty) return own;
        return _before.Length <= 40 && (_before.Span[^1] == ':' || _words.IsDateLabel(_before.Span)) ? _before.Span : own;
    }

    private Around Named(IElement element, Attributes said, Around inside)
    {
        var isAuthor = said.Marks.Has(ClassMarks.Author) && !said.Marks.Has(ClassMarks.Picture);
        var isPerson = said.Link is { } link && IsPerson(link);
        var within = inside.Group > 0 && inside.AuthorReach > 0;
        if (!isAuthor && !isPerson && element.LocalName != "address" && !(within && said.Marks.Has(ClassMarks.Name))) return inside;
        var group = within ? inside.Group : ++_groups;
        if (element.LocalName != "address" || isAuthor) Name(element, said, inside, within, isAuthor, isPerson, group);
        return inside with { Group = group, AuthorReach = isAuthor ? AuthorReach : inside.AuthorReach };
    }

    private void Name(IElement element, Attributes said, Around inside, bool within, bool isAuthor, bool isPerson, int group)
    {
        if (HeadText.Of(element, LongestByLine) is not { Length: > 1 } words) return;
        var isProperty = (within && said.Property is "name") || (said.Property is "author" && element.ChildElementCount == 0) || (isPerson && _words.IsAuthorLabel(_before.Span.TrimEnd(": ")));
        var strength = isProperty || (within && (isPerson || said.Marks.Has(ClassMarks.Name))) || (isPerson && isAuthor) ? 5 : isAuthor ? 4 : 3;
        Names.Add(new WebName(words, strength, isProperty ? NameTrust.Property : strength >= 4 ? NameTrust.Marked : NameTrust.Line, group, new WebPlace(_at, inside.Aside)));
    }

    /// <summary><c>/author/a-name</c>: a step that says who, and one more behind it.</summary>
    private bool IsPerson(string link)
    {
        var path = link.AsSpan(0, Math.Min(link.Length, 300)).TrimEnd('/');
        var last = path.LastIndexOf('/');
        if (last <= 0) return false;
        var before = path[..last];
        return _words.IsAuthorStep(before[(before.LastIndexOf('/') + 1)..]);
    }

    private void See(string data, in Around around)
    {
        var words = data.AsSpan().Trim();
        if (words.IsEmpty) return;
        var place = new WebPlace(_at, around.Aside);
        _at += words.Length;
        var isLong = words.Length > LongestByLine || around.Aside?.Element.LocalName is "nav";
        if (!isLong && Dates.Count < MostSightings && !around.IsOther && words.ContainsAnyInRange('0', '9')) Line(OneLine.Of(words.ToString())!, place);
        if (!isLong && Names.Count < MostSightings) Signed(words, place);
        _before = words.Length > 60 || isLong ? default : data.AsMemory().Trim();
    }

    /// <summary>A line that is little more than a date, or that labels it.</summary>
    private void Line(string line, WebPlace place)
    {
        if ((Moment.Read(line, _order) ?? Alone(line)) is not { } moment || EventDate.Is(line, _order)) return;
        var label = DateLabels.Of(Before(line, moment));
        var bare = DateLabels.LettersAround(line, moment.Start, moment.End) <= 40 && !line.EndsWith('.');
        if (label == DateSaid.Other || (label == DateSaid.Nothing && (!bare || line.Length > LongestDateLine))) return;
        if (label != DateSaid.Nothing && moment.Start > 70) return;
        Dates.Add(new WebDate(moment, label, label switch { DateSaid.Published => 5, DateSaid.Dated => 3, DateSaid.Updated => 1, _ => 2 }, Shown: true, place));
    }

    /// <summary>31.10.23, and nothing else.</summary>
    private Moment? Alone(string line) => line.Length is >= 6 and <= 10 && Moment.Read(line, _order, shortYears: true) is { Start: 0 } moment && moment.End == line.Length ? moment : null;

    private void Signed(ReadOnlySpan<char> words, WebPlace place)
    {
        var labelled = ByLine.IsLabel(_before.Span);
        if (!labelled && !ByLine.MayStartWithLabel(words)) return;
        var line = OneLine.Of(words.ToString())!;
        // "Written by:" says plainly whose the next words are; "By" may start anything.
        if (labelled) Names.Add(new WebName(line, _before.Span[^1] == ':' ? 4 : 3, NameTrust.Line, ++_groups, place));
        else if (ByLine.StartsWithLabel(line)) Names.Add(new WebName(line, line.AsSpan(0, Math.Min(30, line.Length)).Contains(':') ? 4 : 2, NameTrust.Line, ++_groups, place));
    }
}
