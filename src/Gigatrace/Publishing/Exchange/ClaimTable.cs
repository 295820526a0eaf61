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

    /// <summary>The first record of a text; empty where it is none.</summary>
    public static ImmutableArray<string> HeadOf(string text) => Csv.Read(text, ',').FirstOrDefault() is { Fault: null } head ? head.Cells : [];

    /// <summary>Claim lines, with the place of each row in the text.</summary>
    public static IEnumerable<(int At, string Line)> Rows(string text, Action<int, string> report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var row in Csv.Read(text, ',').Skip(1))
        {
            if (row.Fault is { } fault) report(fault.At, $"{fault.Message}; the row is left out");
            else if (row.Cells.Length != Columns.Length) report(row.Span.Start, $"the row has {Phrases.Count(row.Cells.Length, "cell")} for {Phrases.Count(Columns.Length, "column")}; it is left out");
            else yield return (row.Span.Start, LineOf(row.Cells));
        }
    }

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
