using System.Buffers;
using System.Net;
using System.Text;

namespace Gigatrace.Documents;

internal enum XmlToken
{
    End,
    Open,
    Close,
    Words,
}

/// <summary>
/// XML as it is found: tag by tag, without a tree, and without ever failing. What a strict reader stops at (a bare <c>&amp;</c>, an HTML
/// entity, an attribute without quotation marks, an end that is missing) is read as it was meant, and noted. No entity that a document
/// declares is expanded and nothing outside it is looked at. The work grows with the length and no faster.
/// </summary>
internal sealed class LooseXml
{
    private const int LongestEntity = 32;

    private static readonly SearchValues<char> Controls = SearchValues.Create("\0\x01\x02\x03\x04\x05\x06\x07\b\v\f\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\uFFFE\uFFFF");

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/><=");

    private readonly string _text;
    private readonly List<KeyValuePair<string, string>> _attributes = [];

    /// <summary>What does not occur from here on, so that it is not looked for again.</summary>
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    private int _at;

    public LooseXml(string text)
    {
        _text = text;
        if (text.AsSpan().ContainsAny(Controls)) Note("control characters", text.AsSpan().IndexOfAny(Controls));
    }

    /// <summary>The first thing that was not as XML has it, and where; null where nothing was.</summary>
    public (string What, int At)? Flaw { get; private set; }

    /// <summary>The name of a tag as written, with its prefix.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The tag that was opened is closed at once.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Text with its entities replaced; of a CDATA section just as it is.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The token as it stands in the text; of a CDATA section its words as mark-up.</summary>
    public string Source { get; private set; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> Attributes => _attributes;

    public XmlToken Next()
    {
        while (_at < _text.Length)
        {
            var rest = _text.AsSpan(_at);
            if (rest[0] != '<') return Text(_at);
            if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal)) return CData();
            if (rest.StartsWith("<!--", StringComparison.Ordinal)) Skip("-->", 4);
            else if (rest.StartsWith("<?", StringComparison.Ordinal)) Skip(">", 2);
            else if (rest.StartsWith("<!", StringComparison.Ordinal)) Declaration();
            else if (rest.Length > 2 && rest[1] == '/' && IsNameStart(rest[2])) return Close();
            else if (rest.Length > 1 && IsNameStart(rest[1])) return Open();
            else return Text(_at);
        }

        return XmlToken.End;
    }

    public void Note(string what, int? at = null) => Flaw ??= (what, at ?? _at);

    private static bool IsNameStart(char letter) => char.IsLetter(letter) || letter is '_' or ':';

    private XmlToken Text(int start)
    {
        if (_text[start] == '<') Note("a < that opens no tag");
        var next = _text.IndexOf('<', start + 1);
        _at = next < 0 ? _text.Length : next;
        Source = _text[start.._at];
        Words = Decoded(Source, start);
        return XmlToken.Words;
    }

    private XmlToken CData()
    {
        var start = _at + 9;
        var end = Find("]]>", start);
        if (end < 0) Note("a CDATA section that does not end");
        Words = WithoutControls(end < 0 ? _text[start..] : _text[start..end]);
        Source = WebUtility.HtmlEncode(Words);
        _at = end < 0 ? _text.Length : end + 3;
        return XmlToken.Words;
    }

    /// <summary>A comment that does not end hides nothing.</summary>
    private void Skip(string end, int opening)
    {
        var found = Find(end, _at + opening);
        if (found < 0) Note("a comment that does not end");
        _at = found < 0 ? _at + opening : found + end.Length;
    }

    private int Find(string mark, int from)
    {
        if (_missing.Contains(mark)) return -1;
        var found = _text.IndexOf(mark, from, StringComparison.Ordinal);
        if (found < 0) _missing.Add(mark);
        return found;
    }

    /// <summary>A document type with what it declares: none of it is used.</summary>
    private void Declaration()
    {
        var end = _text.IndexOfAny(['>', '['], _at);
        if (end >= 0 && _text[end] == '[') end = Find("]>", end) is >= 0 and var close ? close + 1 : Find(">", end);
        _at = end < 0 ? _text.Length : end + 1;
    }

    private XmlToken Close()
    {
        var start = _at;
        Name = NameAt(_at + 2);
        var end = _text.IndexOfAny(['>', '<'], _at + 2);
        if (end < 0 || _text[end] == '<') Note("a tag that does not end");
        _at = end < 0 ? _text.Length : _text[end] == '<' ? end : end + 1;
        Source = _text[start.._at];
        return XmlToken.Close;
    }

    private XmlToken Open()
    {
        var start = _at;
        Name = NameAt(_at + 1);
        IsEmpty = false;
        _attributes.Clear();
        _at += 1 + Name.Length;
        while (_at < _text.Length && _text[_at] is not ('>' or '<')) Attribute();
        if (_at < _text.Length && _text[_at] == '>') _at++;
        else Note("a tag that does not end");
        Source = _text[start.._at];
        return XmlToken.Open;
    }

    private string NameAt(int at)
    {
        var length = _text.AsSpan(at).IndexOfAny(NameEnds);
        return length < 0 ? _text[at..] : _text.Substring(at, length);
    }

    /// <summary>One attribute, or one character that is none.</summary>
    private void Attribute()
    {
        if (!IsNameStart(_text[_at]))
        {
            if (!char.IsWhiteSpace(_text[_at])) IsEmpty = _text[_at] == '/';
            _at++;
            return;
        }

        var name = NameAt(_at);
        _at += name.Length;
        var equals = SkipSpace(_at);
        if (equals >= _text.Length || _text[equals] != '=')
        {
            Note("an attribute without a value");
            return;
        }

        _at = SkipSpace(equals + 1);
        var place = _at;
        _attributes.Add(new(name, Decoded(Value(), place)));
        IsEmpty = false;
    }

    private string Value()
    {
        var start = _at;
        var mark = _at < _text.Length ? _text[_at] : ' ';
        var end = mark == '"' ? Find("\"", _at + 1) : mark == '\'' ? Find("'", _at + 1) : -1;
        if (end >= 0)
        {
            _at = end + 1;
            return _text[(start + 1)..end];
        }

        Note("an attribute without quotation marks");
        var length = _text.AsSpan(_at).IndexOfAny(" \t\r\n><");
        _at = length < 0 ? _text.Length : _at + length;
        return _text[start.._at].Trim('"', '\'');
    }

    private int SkipSpace(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at])) at++;
        return at;
    }

    /// <summary>The five entities of XML, numbers, and those of HTML; what is none stays as it is.</summary>
    private string Decoded(string words, int place)
    {
        var ampersand = words.IndexOf('&', StringComparison.Ordinal);
        if (ampersand < 0) return WithoutControls(words);
        var decoded = new StringBuilder(words.Length);
        var done = 0;
        for (; ampersand >= 0; ampersand = words.IndexOf('&', Math.Max(ampersand + 1, done)))
        {
            var entity = Entity(words.AsSpan(ampersand, Math.Min(LongestEntity, words.Length - ampersand))).ToString();
            var meant = WebUtility.HtmlDecode(entity);
            if (meant == entity) Note("an & that begins no entity", place + ampersand);
            else if (entity[1] != '#' && entity is not ("&lt;" or "&gt;" or "&amp;" or "&quot;" or "&apos;")) Note("an entity of HTML", place + ampersand);
            decoded.Append(words, done, ampersand - done).Append(meant);
            done = ampersand + entity.Length;
        }

        return WithoutControls(decoded.Append(words, done, words.Length - done).ToString());
    }

    /// <summary>Up to its semicolon; empty where there is none.</summary>
    private static ReadOnlySpan<char> Entity(ReadOnlySpan<char> words)
    {
        var end = words[1..].IndexOfAny("&; <") + 1;
        return end > 0 && words[end] == ';' ? words[..(end + 1)] : [];
    }

    private static string WithoutControls(string words)
    {
        if (!words.AsSpan().ContainsAny(Controls)) return words;
        var kept = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            if (!Controls.Contains(letter)) kept.Append(letter);
        }

        return kept.ToString();
    }
}
