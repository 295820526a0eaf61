using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Gigatrace.Publishing.Scoring;

/// <summary>What scoring compares of a claim line, gold or extracted. Gold lines use fewer keys and a plainer way to write times.</summary>
public sealed record ScoredClaim
{
    public required JsonElement Line { get; init; }

    public required string Predicate { get; init; }

    public string? Doc { get; init; }

    public string? Subject { get; init; }

    public string? Object { get; init; }

    /// <summary>Text of an enumerated value; null for numbers.</summary>
    public string? Word { get; init; }

    /// <summary>A number, or both ends of a range; default where there is none.</summary>
    public ImmutableArray<double> Numbers { get; init; }

    public string? Unit { get; init; }

    public string? When { get; init; }

    public string? Modality { get; init; }

    public string? Kind { get; init; }

    /// <summary>Null for a line that is no claim, such as the first of a gold file.</summary>
    public static ScoredClaim? Read(JsonElement line) => Text(line, "predicate") is not { } predicate ? null : new ScoredClaim
    {
        Line = line,
        Predicate = predicate,
        Doc = Text(line, "doc"),
        Subject = Text(line, "subject"),
        Object = Text(line, "object"),
        Word = Text(line, "value"),
        Numbers = NumbersOf(line),
        Unit = Text(line, "unit"),
        When = Text(line, "when"),
        Modality = Text(line, "modality"),
        Kind = Text(line, "kind"),
    };

    /// <summary>The line without what is empty or says only where it stands: short enough for a list of errors.</summary>
    public override string ToString() => "{" + string.Join(", ", Line.EnumerateObject()
        .Where(pair => pair.Value.ValueKind is not JsonValueKind.Null && pair.Name is not ("start" or "end" or "doc"))
        .Select(pair => $"\"{pair.Name}\": {pair.Value.GetRawText()}")) + "}";

    private static string? Text(JsonElement line, string key) => line.TryGetProperty(key, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    } : null;

    private static ImmutableArray<double> NumbersOf(JsonElement line)
    {
        if (!line.TryGetProperty("value", out var value)) return default;
        var numbers = (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Number) : [Number(value)]).ToList();
        return numbers.Contains(null) ? default : [.. numbers.Select(number => number!.Value)];
    }

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
