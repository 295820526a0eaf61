using System.Text;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.Publishing.Vaults;

/// <summary>The footnotes of a note: each quote once, by a name that it keeps from one export to the next.</summary>
internal sealed class NoteSources(View view)
{
    /// <summary>A row names so many of its sources, best first; the card and <c>show</c> name all.</summary>
    private const int Most = 4;

    private readonly Dictionary<(string Place, string Quote), string> _labels = [];
    private readonly Dictionary<string, string> _claims = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    /// <summary>"[^a1b2c3d4][^e5f6a7b8]"; empty where there is no evidence.</summary>
    public string Mark(IEnumerable<Evidence> evidence) => string.Concat(evidence.DistinctBy(one => (one.Place, one.Quote)).Take(Most).Select(one => $"[^{Label(one)}]"));

    /// <summary>A line for each, in the order in which they were first needed.</summary>
    public string Text => _text.ToString();

    private string Label(Evidence one)
    {
        if (_labels.TryGetValue((one.Place, one.Quote), out var label)) return label;
        label = one.Claim[..Math.Min(8, one.Claim.Length)];
        if (!_claims.TryAdd(label, one.Claim)) _ = _claims.TryAdd(label = one.Claim, one.Claim);
        _ = _text.Append($"[^{label}]: “{NoteLinks.Escaped(one.Quote)}” — {NoteLinks.Escaped(one.Source)}, {Address(one)}\n");
        return _labels[(one.Place, one.Quote)] = label;
    }

    /// <summary>Its address on the web, else the file and line.</summary>
    private string Address(Evidence one) => view.State.Claims.GetValueOrDefault(one.Claim) is { Url: { } url } && IsWeb(url) ? $"<{url}>" : $"`{one.Place.Replace('`', '\'').ReplaceLineEndings(" ")}`";

    private static bool IsWeb(string url) => HtmlLinks.IsAddress(url) && !url.AsSpan().ContainsAny(" <>\r\n\t") && !url.Contains("%%", StringComparison.Ordinal);
}
