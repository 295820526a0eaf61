using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What the lines of a text or Markdown file are: paragraphs, headings, list items, table rows.</summary>
internal sealed class Blocks
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly List<Line> _lines;
    private readonly Wrapping _wrapping;
    private readonly Action<int, string> _report;
    private readonly bool _markdown;
    private readonly HashSet<string> _neverClosed = new(StringComparer.Ordinal);
    private int _tables;
    private bool _blank = true;
    private bool _rule;

    /// <summary>A list item has come, and nothing since that starts at the margin.</summary>
    private bool _list;

    /// <summary>Up to this line indented lines were found to be text.</summary>
    private int _textUntil;

    private Blocks(SourceText source, int from, bool markdown, Action<int, string> report, IReadOnlyList<Span> hidden)
    {
        _markdown = markdown;
        _source = source;
        _text = source.Value;
        _lines = Lines.Split(_text, from, hidden);
        _wrapping = new Wrapping(_text, _lines);
        _report = report;
    }

    public List<Draft> Drafts { get; } = [];

    public List<string> Tags { get; } = [];

    /// <param name="source">The whole text; it is not changed.</param>
    /// <param name="from">Where the text starts, behind the front matter.</param>
    /// <param name="markdown">The file says that it is Markdown: what is indented by four is code. In plain text it is a paragraph.</param>
    /// <param name="report">Takes the offset and the message of what is wrong with a table.</param>
    /// <param name="hidden">What is not read, in text order; null where all is.</param>
    public static Blocks Read(SourceText source, int from, bool markdown, Action<int, string> report, IReadOnlyList<Span>? hidden = null)
    {
        var blocks = new Blocks(source, from, markdown, report, hidden ?? []);
        for (var at = 0; at < blocks._lines.Count;) at += Math.Max(1, blocks.Next(at));
        return blocks;
    }

    /// <summary>Reads one block; how many lines it took.</summary>
    private int Next(int at)
    {
        var line = _lines[at];
        if (line.IsBlank) return Separate(rule: false);
        if (line.Indent == 0) _list = false;
        if (LineShapes.Fence(_text, line.Content) is { } fence && CodeEnd(at, fence) is > 0 and var code) return code;
        if (LineShapes.IsRule(_text, line.Content)) return Separate(rule: true);
        if (_markdown && IndentedCode(at) is > 0 and var indented) return indented;
        if (PipeTable.Length(_text, _lines, at) is > 0 and var rows) return Table(at, rows);
        if (TabTable.Length(_text, _lines, at) is > 0 and var tabbed) return Tabbed(at, tabbed);
        if (LineShapes.HeadingLevel(_text, line.Content) is > 0 and var level) return Heading(line, level);
        if (LineShapes.IsTags(_text, line.Content)) return TagLine(line);
        if (LineShapes.WithoutPictures(_text, line.Content).IsEmpty) return Separate(rule: false);
        return ListMarker.Length(_text, line.Content) is > 0 and var marker ? Item(at, marker) : Paragraphs(at);
    }

    private int Separate(bool rule)
    {
        _blank = true;
        _rule |= rule;
        return 1;
    }

    /// <summary>A fence that is never closed hides nothing.</summary>
    private int CodeEnd(int at, string fence)
    {
        if (_neverClosed.Contains(fence)) return 0;
        for (var end = at + 1; end < _lines.Count; end++)
        {
            var content = _text.AsSpan(_lines[end].Content.Start, _lines[end].Content.Length);
            if (!content.StartsWith(fence, StringComparison.Ordinal) || content.ContainsAnyExcept(fence[0], ' ')) continue;
            Separate(rule: false);
            return end - at + 1;
        }

        _neverClosed.Add(fence);
        return 0;
    }

    /// <summary>Lines indented by four behind a blank one, outside of lists; a sentence among them shows that they are text all the same.</summary>
    private int IndentedCode(int at)
    {
        if (!_blank || _list || at < _textUntil || _lines[at].Indent < 4 || _lines[at].Quote > 0) return 0;
        var last = at;
        for (var end = at; end < _lines.Count && (_lines[end].IsBlank || _lines[end].Indent >= 4); end++)
        {
            if (_lines[end].IsBlank) continue;
            last = end;
            var content = _lines[end].Content;
            if (Sentences.EndsAt(_text, content.End) && _text.AsSpan(content.Start, content.Length).Count(' ') >= 4)
            {
                _textUntil = end + 1;
                return 0;
            }
        }

        Separate(rule: false);
        return last - at + 1;
    }

    private int Table(int at, int rows)
    {
        PipeTable.Read(_source, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_lines).Slice(at, rows), _tables++, Drafts, _report);
        Separate(rule: false);
        return rows;
    }

    private int Tabbed(int at, int rows)
    {
        TabTable.Read(_text, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_lines).Slice(at, rows), _tables++, Drafts);
        Separate(rule: false);
        return rows;
    }

    private int Heading(Line line, int level)
    {
        var content = _text.AsSpan(line.Content.Start, line.Content.Length).TrimEnd('#');
        Add(new Span(line.Content.Start + level, line.Content.Start + content.Length), PassageKind.Heading, line, level, marked: true);
        _blank = true;
        return 1;
    }

    private int TagLine(Line line)
    {
        foreach (var tag in _text.Substring(line.Content.Start, line.Content.Length).Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            Tags.Add(tag.TrimStart('#'));
        }

        return Separate(rule: false);
    }

    /// <summary>An item with the lines that go on with it: wrapped ones, and ones indented below it.</summary>
    private int Item(int at, int marker)
    {
        _list = true;
        var first = _lines[at];
        var end = at + 1;
        while (end < _lines.Count && Continues(first, _lines[end - 1], end)) end++;
        Add(new Span(first.Content.Start + marker, _lines[end - 1].Content.End), PassageKind.ListItem, first);
        return end - at;
    }

    private bool Continues(Line item, Line above, int at)
    {
        var line = _lines[at];
        if (!IsPlain(at) || line.Quote != item.Quote || !line.Whole || !above.Whole) return false;
        return line.Indent > item.Indent || _wrapping.Joins(at);
    }

    /// <summary>Lines without a blank between them; each is a passage, wrapped ones are one together.</summary>
    private int Paragraphs(int at)
    {
        var end = at + 1;
        while (end < _lines.Count && IsPlain(end) && _lines[end].Quote == _lines[at].Quote && _wrapping.Joins(end)) end++;
        var (first, last) = (_lines[at], _lines[end - 1]);
        var span = new Span(first.Content.Start, last.Content.End);
        if (end == at + 1 && end < _lines.Count && LineShapes.Underline(_text, _lines[end].Content, span) is > 0 and var level)
        {
            Add(span, PassageKind.Heading, first, level, marked: true);
            return 2;
        }

        if (end > at + 1 || !BoldOrBracketed(first)) Add(span, PassageKind.Paragraph, first);
        return end - at;
    }

    /// <summary>A line in bold, in brackets, or a year with a colon: headings without a mark of their own.</summary>
    private bool BoldOrBracketed(Line line)
    {
        var span = LineShapes.WithoutPictures(_text, line.Content);
        var bold = Inline.BoldEnd(_text, span);
        if (bold > 0 && (bold == span.End || (bold == span.End - 1 && _text[bold] is ':' or '.')) && span.Length <= 300 && !(bold == span.End && LineShapes.IsSentence(_text, span)))
        {
            var inner = Inline.Emphasis(_text, new Span(span.Start, bold));
            Add(inner, PassageKind.Heading, line, 6, marked: true, bracketed: _text[inner.Start] == '[');
            return true;
        }

        if (LineShapes.IsBracketedTitle(_text, span))
        {
            Add(new Span(span.Start + 1, span.End - 1), PassageKind.Heading, line, 2, marked: true, bracketed: true);
            return true;
        }

        return false;
    }

    private bool IsPlain(int at)
    {
        var line = _lines[at];
        return !line.IsBlank && LineShapes.Fence(_text, line.Content) is null && !LineShapes.IsRule(_text, line.Content)
            && LineShapes.HeadingLevel(_text, line.Content) == 0 && !LineShapes.IsTags(_text, line.Content)
            && ListMarker.Length(_text, line.Content) == 0 && PipeTable.Length(_text, _lines, at) == 0;
    }

    private void Add(Span span, PassageKind kind, Line line, int level = 0, bool marked = false, bool bracketed = false)
    {
        span = LineShapes.WithoutPictures(_text, span);
        span = kind == PassageKind.Heading ? Inline.Bare(_text, span) : Inline.Emphasis(_text, span);
        if (span.IsEmpty) return;
        Tags.AddRange(InlineTags.In(_text, span));
        foreach (var part in InlineFields.Cut(_text, span).SelectMany(field => Pieces.Cut(_text, field)))
        {
            Drafts.Add(new Draft
            {
                Span = part, Kind = kind, Level = level, BlankBefore = _blank, RuleBefore = _rule, Marked = marked,
                Bracketed = bracketed, Lead = kind == PassageKind.Paragraph ? LineShapes.Lead(_text, part) : default, Quote = line.Quote,
            });
            (_blank, _rule) = (false, false);
        }
    }
}

/// <summary>Keeps passages short enough that work on one stays small, whatever the file holds.</summary>
internal static class Pieces
{
    /// <summary>In UTF-16 units: longer than any paragraph that a person wrote.</summary>
    private const int Longest = 20_000;

    /// <summary>The span in pieces, cut behind a sentence's end where there is one near, else at a space, else anywhere but inside a character.</summary>
    public static IEnumerable<Span> Cut(string text, Span span)
    {
        var start = span.Start;
        while (span.End - start > Longest)
        {
            var end = start + Place(text.AsSpan(start, Longest));
            var piece = Inline.Trim(text, new Span(start, end));
            if (!piece.IsEmpty) yield return piece;
            start = end;
        }

        var rest = Inline.Trim(text, new Span(start, span.End));
        if (!rest.IsEmpty) yield return rest;
    }

    private static int Place(ReadOnlySpan<char> part)
    {
        var half = part.Length / 2;
        var at = part[half..].LastIndexOf(". ", StringComparison.Ordinal);
        if (at >= 0) return half + at + 1;
        at = part[half..].LastIndexOf(' ');
        if (at >= 0) return half + at;
        return char.IsHighSurrogate(part[^1]) ? part.Length - 1 : part.Length;
    }
}
