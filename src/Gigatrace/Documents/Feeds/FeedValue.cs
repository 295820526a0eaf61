using System.Text;

namespace Gigatrace.Documents;

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
