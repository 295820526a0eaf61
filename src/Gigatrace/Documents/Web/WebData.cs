using System.Net;
using System.Text.Json;

namespace Gigatrace.Documents;

/// <summary>What a page's linked data (JSON-LD) says of its text: the text itself, and whether all may read it.</summary>
/// <param name="Body">Plain text; null where there is none, or only mark-up.</param>
/// <param name="IsFree">Null where it is not said.</param>
internal sealed record WebData(string? Body, bool? IsFree)
{
    public static readonly WebData None = new(null, null);

    /// <summary>This, and what one more piece of linked data says.</summary>
    public WebData With(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().Aggregate(this, (data, item) => data.With(item));
        if (element.ValueKind != JsonValueKind.Object) return this;
        var data = new WebData(Body ?? Text(element), IsFree ?? Free(element));
        return element.TryGetProperty("@graph", out var graph) ? data.With(graph) : data;
    }

    private static string? Text(JsonElement element)
    {
        if (!element.TryGetProperty("articleBody", out var body) || body.ValueKind != JsonValueKind.String) return null;
        var text = WebUtility.HtmlDecode(body.GetString()!);
        return text.Contains("</", StringComparison.Ordinal) ? null : text;
    }

    private static bool? Free(JsonElement element)
    {
        if (!element.TryGetProperty("isAccessibleForFree", out var free)) return null;
        return free.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(free.GetString(), out var said) => said,
            _ => null,
        };
    }
}
