using System.Text;

namespace Gigatrace.Documents;

/// <summary>What a feed says of itself, or one of its entries: under each name the values in their order.</summary>
internal sealed class FeedRecord
{
    private readonly Dictionary<string, List<FeedValue>> _values = new(StringComparer.Ordinal);

    public string? Language { get; set; }

    /// <summary><c>rdf:about</c>.</summary>
    public string? About { get; set; }

    public bool IsEmpty => _values.Count == 0 && About is null;

    public void Add(string name, FeedValue value)
    {
        if (!_values.TryGetValue(name, out var values)) _values[name] = values = [];
        values.Add(value);
    }

    public IEnumerable<FeedValue> All(params ReadOnlySpan<string> names)
    {
        var all = new List<FeedValue>();
        foreach (var name in names) all.AddRange(_values.GetValueOrDefault(name) ?? []);
        return all;
    }

    /// <summary>The first that is not empty, in the order of the names.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var value in _values.GetValueOrDefault(name) ?? [])
            {
                if (value.Plain is { Length: > 0 } plain) return plain;
            }
        }

        return null;
    }
}

/// <summary>An element's content while and after it is read.</summary>
internal sealed class FeedValue
{
    private static readonly string[] Markers = ["</", "<p>", "<p ", "<br", "<div", "<img", "<li"];

    private readonly StringBuilder _words = new();
    private readonly StringBuilder _markup = new();
    private bool _hasElements;

    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>As Atom names them; empty where none is given.</summary>
    public string Type => Attributes.GetValueOrDefault("type", "").Trim().ToLowerInvariant();

    private bool IsText => Type is "text" or "text/plain" && Attributes.GetValueOrDefault("mode") is not "escaped";

    public void AddWords(string words, string source)
    {
        _words.Append(words);
        _markup.Append(source);
    }

    public void AddTag(string source)
    {
        _hasElements = true;
        _markup.Append(source);
    }

    /// <summary>One line without mark-up: a title, a name, an address.</summary>
    public string Plain => FeedText.Line(_hasElements ? _markup.ToString() : Decoded(), markup: _hasElements || !IsText);

    /// <summary>
    /// What an entry says, and whether it is HTML; empty where its type is none that is read. Escaped, in CDATA, as elements or in base64:
    /// in practice the type says less than the content.
    /// </summary>
    public (string Text, bool Html) Content()
    {
        if (Type.StartsWith("image/", StringComparison.Ordinal) || Type.StartsWith("audio/", StringComparison.Ordinal) || Type.StartsWith("video/", StringComparison.Ordinal)) return ("", false);
        var words = Decoded();
        var escaped = LooksLikeHtml(words) && !IsText;
        if (_hasElements && (Type.Contains("xhtml", StringComparison.Ordinal) || !escaped)) return (_markup.ToString(), true);
        return escaped || Type.Contains("html", StringComparison.Ordinal) ? (words, true) : (IsText ? words : System.Net.WebUtility.HtmlDecode(words), false);
    }

    private static bool LooksLikeHtml(string words) => Array.Exists(Markers, mark => words.Contains(mark, StringComparison.OrdinalIgnoreCase));

    private string Decoded()
    {
        var words = _words.ToString();
        var encoded = Attributes.GetValueOrDefault("mode") == "base64" || (Type.Contains('/', StringComparison.Ordinal) && !Type.StartsWith("text/", StringComparison.Ordinal) && !Type.Contains("ml", StringComparison.Ordinal));
        if (!encoded || _hasElements) return words;
        var bytes = new byte[words.Length];
        return Convert.TryFromBase64String(words, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : words;
    }
}

/// <summary>Mark-up to what a reader sees of it, in one line; for titles and names, not for texts.</summary>
internal static class FeedText
{
    public static string Line(string text, bool markup)
    {
        var seen = markup ? System.Net.WebUtility.HtmlDecode(WithoutTags(text)) : text;
        return string.Join(' ', seen.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>How much of it a reader sees, in UTF-16 units without white space.</summary>
    public static int Length(string text, bool html)
    {
        var length = 0;
        foreach (var letter in html ? WithoutTags(text) : text)
        {
            if (!char.IsWhiteSpace(letter)) length++;
        }

        return length;
    }

    private static string WithoutTags(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('<', at);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            if (close < 0) return kept.Append(text, at, text.Length - at).ToString();
            var isTag = text[open + 1] is '/' or '!' || char.IsLetter(text[open + 1]);
            kept.Append(text, at, (isTag ? open : open + 1) - at);
            at = isTag ? close + 1 : open + 1;
        }

        return kept.ToString();
    }
}
