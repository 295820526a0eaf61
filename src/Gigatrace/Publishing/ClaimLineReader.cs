using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gigatrace.Claims;

namespace Gigatrace.Publishing;

/// <summary>
/// Reads claim lines back. A line does not carry the hash of its document, so the document's name stands for it.
/// Keys that are missing count as null; keys that are not known are left aside.
/// </summary>
public static class ClaimLineReader
{
    /// <returns>False, with what is wrong in <paramref name="problem"/>, for a line that is no claim.</returns>
    public static bool TryRead(string line, [NotNullWhen(true)] out Claim? claim, [NotNullWhen(false)] out string? problem)
    {
        claim = null;
        try
        {
            using var json = JsonDocument.Parse(line);
            problem = Check(json.RootElement);
            if (problem is null) claim = Read(json.RootElement);
        }
        catch (JsonException)
        {
            problem = "is no JSON";
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Half of a surrogate pair.
            problem = "holds what is no text";
        }

        return problem is null;
    }

    private static string? Check(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return "is no JSON object";
        foreach (var key in (string[])["id", "doc", "subject", "predicate", "quote", "modality"])
        {
            if (Text(json, key) is null) return $"has no text in \"{key}\"";
        }

        if (Modalities.Find(Text(json, "modality")) is null) return $"has a modality that is not known: {Text(json, "modality")}";
        foreach (var key in (string[])["published", "when"])
        {
            if (Text(json, key) is { } time && !When.TryParse(time, out _)) return $"has no EDTF time in \"{key}\": {time}";
        }

        return Whole(json, "start") is { } start && Whole(json, "end") is { } end && end >= start ? null : "has no \"start\" and \"end\" in order";
    }

    private static Claim Read(JsonElement json) => new()
    {
        Id = Text(json, "id")!,
        DocumentId = Text(json, "doc")!,
        Doc = Text(json, "doc")!,
        Path = Text(json, "path") ?? Text(json, "doc")!,
        Url = Text(json, "url"),
        Publisher = Text(json, "publisher"),
        SourceKind = SourceKinds.Find(Text(json, "source_kind")) ?? SourceKind.Unknown,
        Published = Time(json, "published"),
        Subject = Text(json, "subject")!,
        Part = Text(json, "part"),
        Predicate = Text(json, "predicate")!,
        Value = Value(json),
        Unit = Text(json, "unit"),
        Object = Text(json, "object"),
        Kind = Text(json, "kind"),
        Basis = Text(json, "basis"),
        Qualifier = Text(json, "qualifier"),
        Product = Text(json, "product"),
        Level = Text(json, "level"),
        Region = Text(json, "region"),
        Models = Models(json),
        When = Time(json, "when"),
        Modality = Modalities.Find(Text(json, "modality"))!.Value,
        Attribution = Text(json, "attribution"),
        AiGenerated = json.TryGetProperty("ai_generated", out var ai) && ai.ValueKind == JsonValueKind.True,
        AsWritten = Text(json, "as_written"),
        Quote = Text(json, "quote")!,
        Start = Whole(json, "start")!.Value,
        End = Whole(json, "end")!.Value,
        Rule = Text(json, "rule") ?? "unknown",
    };

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static int? Whole(JsonElement json, string key) =>
        json.TryGetProperty(key, out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number) ? number : null;

    private static When? Time(JsonElement json, string key) => When.TryParse(Text(json, key), out var when) ? when : null;

    private static ImmutableArray<string> Models(JsonElement json) =>
        json.TryGetProperty("model", out var found) && found.ValueKind == JsonValueKind.Array
            ? [.. found.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)]
            : [];

    private static ClaimValue? Value(JsonElement json) => json.TryGetProperty("value", out var found) ? OneValue(found) : null;

    private static ClaimValue? OneValue(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.Number when found.TryGetDecimal(out var amount) => new ClaimValue.Number(amount),
        JsonValueKind.String => new ClaimValue.Text(found.GetString()!),
        JsonValueKind.Array when found.GetArrayLength() == 2 && found[0].TryGetDecimal(out var low) && found[1].TryGetDecimal(out var high) =>
            new ClaimValue.Range(low, high),
        _ => null,
    };
}
