using System.Text.Json.Nodes;
using Gigatrace.Publishing;

namespace Gigatrace.App.Mcp;

/// <summary>JSON without what says nothing, and no longer than there is room.</summary>
internal static class Brief
{
    private const int ShortText = 80;

    /// <summary>Members that are null, false or empty are left out; of evidence the best, and how many more there are.</summary>
    public static JsonObject Of(JsonObject whole, int mostQuotes)
    {
        var brief = new JsonObject();
        foreach (var (key, value) in whole)
        {
            if (IsNothing(value)) continue;
            if (key is "evidence" && value is JsonArray quotes)
            {
                brief[key] = Json.Array(quotes.Take(mostQuotes).Select(quote => Of(quote, mostQuotes)));
                if (quotes.Count > mostQuotes) brief["evidence_left"] = quotes.Count - mostQuotes;
            }
            else
            {
                brief[key] = Of(value, mostQuotes);
            }
        }

        return brief;
    }

    /// <summary>The longest texts are cut, then the longest lists, until it is no longer than so many characters; it then says that it is shortened.</summary>
    public static JsonObject Within(JsonObject whole, int room)
    {
        if (Json.Line(whole).Length <= room) return whole;
        var shorter = whole.DeepClone().AsObject();
        shorter["shortened"] = true;
        while (Json.Line(shorter).Length > room && Cut(shorter)) { }
        return shorter;
    }

    private static JsonNode? Of(JsonNode? value, int mostQuotes) => value switch
    {
        JsonObject inner => Of(inner, mostQuotes),
        JsonArray list => Json.Array(list.Select(one => Of(one, mostQuotes))),
        _ => value?.DeepClone(),
    };

    private static bool IsNothing(JsonNode? value) => value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 } || (value is JsonValue one && one.TryGetValue<bool>(out var flag) && !flag);

    /// <summary>One cut; false where there is nothing left to cut.</summary>
    private static bool Cut(JsonObject whole)
    {
        var all = Below(whole).ToArray();
        if (all.OfType<JsonValue>().Select(value => (Node: value, Text: value.TryGetValue<string>(out var text) ? text : "")).MaxBy(one => one.Text.Length) is { Text.Length: > ShortText } longest) longest.Node.ReplaceWith(Half(longest.Text));
        else if (all.OfType<JsonArray>().MaxBy(list => list.ToJsonString().Length) is { Count: > 0 } list) list.RemoveRange(list.Count / 2, list.Count - (list.Count / 2));
        else if (whole.Where(pair => pair.Key is not "shortened").MaxBy(pair => pair.Value?.ToJsonString().Length ?? 0) is { Key: { } key }) whole.Remove(key);
        else return false;
        return true;
    }

    private static string Half(string text)
    {
        var end = Math.Max(text.Length / 2, ShortText / 2);
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject inner => inner.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(one => Below(one).Append(one)),
        JsonArray list => list.OfType<JsonNode>().SelectMany(one => Below(one).Append(one)),
        _ => [],
    };
}
