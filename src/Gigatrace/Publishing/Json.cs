using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gigatrace.Claims;

namespace Gigatrace.Publishing;

/// <summary>How this program writes JSON: UTF-8 as it is, not escaped; numbers without needless zeros; keys in the order they were added.</summary>
public static class Json
{
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions OnOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    public static string Line(JsonNode node) => node.ToJsonString(OnOneLine);

    public static string Pretty(JsonNode node) => node.ToJsonString(Indented);

    /// <summary>10.00 is written 10: a decimal remembers the zeros it was read with.</summary>
    public static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;

    public static JsonNode? Of(ClaimValue? value) => value switch
    {
        ClaimValue.Number number => JsonValue.Create(Plain(number.Amount)),
        ClaimValue.Range range => new JsonArray(Plain(range.Low), Plain(range.High)),
        ClaimValue.Text text => JsonValue.Create(text.Word),
        _ => null,
    };

    public static JsonArray Array(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode?)word)]);

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => new([.. nodes]);
}
