using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Exchange;

/// <summary>
/// Claims as a table and back: the keys of a claim line are its columns. An empty cell is null; a text that is empty, begins with a
/// quotation mark or could be taken for a figure stands as JSON, in quotation marks of its own.
/// </summary>
public static class ClaimTable
{
    private static readonly string[] Whole = ["start", "end"];

    /// <summary>The columns in the order of a claim line.</summary>
    public static ImmutableArray<string> Columns { get; } = [.. Line(new Claim { Id = "", DocumentId = "", Doc = "", Path = "", Subject = "", Predicate = "", Quote = "", Start = 0, End = 0, Rule = "" }).Select(pair => pair.Key)];

    public static bool Is(ImmutableArray<string> head) => head.SequenceEqual(Columns, StringComparer.Ordinal);

    public static ImmutableArray<string> Cells(Claim claim) => [.. Line(claim).Select(pair => Cell(pair.Key, pair.Value))];

    /// <summary>A claim line.</summary>
    public static string LineOf(ImmutableArray<string> cells) => Json.Line(new JsonObject(Columns.Select((key, at) => KeyValuePair.Create(key, Node(key, cells[at])))));

    private static JsonObject Line(Claim claim) => JsonNode.Parse(ClaimLines.Write(claim))!.AsObject();

    private static string Cell(string key, JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is var text && NeedsJson(key, text) ? Json.Line(value) : text,
        _ => Json.Line(node),
    };

    private static bool NeedsJson(string key, string text) => text.Length == 0 || text[0] is '"' || (key is "value" && (text[0] is '[' || IsNumber(text)));

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static JsonNode? Node(string key, string cell)
    {
        if (cell.Length == 0) return null;
        try
        {
            if (cell[0] is '"' || Array.IndexOf(Whole, key) >= 0 || key is "ai_generated" or "model" || (key is "value" && (cell[0] is '[' || IsNumber(cell)))) return JsonNode.Parse(cell);
        }
        catch (JsonException)
        {
            // Taken as it stands; the reader of claim lines says what is wrong with it.
        }

        return JsonValue.Create(cell);
    }
}
