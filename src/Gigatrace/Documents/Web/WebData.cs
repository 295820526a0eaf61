using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace Gigatrace.Documents;

/// <summary>What a page's linked data (JSON-LD) says of its text: the text itself, and whether all may read it.</summary>
/// <param name="Body">Plain text; null where there is none, or only mark-up.</param>
/// <param name="IsFree">Null where it is not said.</param>
internal sealed record WebData(string? Body, bool? IsFree)
{
    private const int MostScripts = 20;
    private const int MostDepth = 32;

    /// <param name="page">The page.</param>
    /// <param name="html">Its source: most say nothing of this, and are not searched for it.</param>
    public static WebData Read(IDocument page, string html)
    {
        var data = new WebData(null, null);
        if (!Says(html)) return data;
        foreach (var script in page.Scripts.Where(s => s.Type == "application/ld+json").Take(MostScripts))
        {
            var json = script.Text;
            if (Says(json)) data = data.With(json);
        }

        return data;
    }

    private static bool Says(string text) => text.Contains("\"articleBody\"", StringComparison.Ordinal) || text.Contains("\"isAccessibleForFree\"", StringComparison.Ordinal);

    private WebData With(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MostDepth });
            return With(parsed.RootElement);
        }
        catch (JsonException)
        {
            return this;
        }
    }

    private WebData With(JsonElement element)
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
