using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gigatrace.Tests.Publishing;

/// <summary>
/// Holds JSON against a schema of <c>docs/schemas</c>, or another's. Knows the part of JSON Schema that those schemas use; a keyword
/// outside it fails the test rather than being passed over.
/// </summary>
internal static class SchemaCheck
{
    private static readonly HashSet<string> Notes = new(["$schema", "$id", "id", "title", "description", "default", "definitions"], StringComparer.Ordinal);
    private static readonly Dictionary<string, JsonObject> Loaded = new(StringComparer.Ordinal);

    /// <returns>What does not hold, each with its place; empty where all does.</returns>
    public static IReadOnlyList<string> Problems(JsonNode? json, string schema) => Problems(json, Load(schema));

    /// <param name="schema">The whole of it: what it refers to as <c>#/definitions/…</c> is in it.</param>
    public static IReadOnlyList<string> Problems(JsonNode? json, JsonObject schema) => [.. Problems(json, schema, "$", schema)];

    private static JsonObject Load(string name)
    {
        lock (Loaded)
        {
            if (Loaded.TryGetValue(name, out var known)) return known;
            var file = Path.Combine(Expectations.Root, "docs/schemas", name + ".schema.json");
            return Loaded[name] = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        }
    }

    private static IEnumerable<string> Problems(JsonNode? json, JsonObject schema, string at, JsonObject root) =>
        schema.Where(pair => !Notes.Contains(pair.Key)).SelectMany(pair => Problems(json, schema, pair.Key, pair.Value!, at, root));

    private static IEnumerable<string> Problems(JsonNode? json, JsonObject schema, string keyword, JsonNode rule, string at, JsonObject root) => keyword switch
    {
        "$ref" when rule.ToString() is ['#', ..] inside => Problems(json, root["definitions"]![inside["#/definitions/".Length..]]!.AsObject(), at, root),
        "$ref" => Load(rule.ToString().Replace(".schema.json", "", StringComparison.Ordinal)) is var other ? Problems(json, other, at, other) : [],
        "type" => Fail(Types(rule).Any(type => IsType(json, type)), $"{at} is no {rule.ToJsonString()}: {json?.ToJsonString() ?? "null"}"),
        "enum" => Fail(rule.AsArray().Any(one => JsonNode.DeepEquals(one, json)), $"{at} is none of {rule.ToJsonString()}: {json?.ToJsonString() ?? "null"}"),
        "const" => Fail(JsonNode.DeepEquals(rule, json), $"{at} is not {rule.ToJsonString()}"),
        "pattern" => Fail(json?.GetValueKind() != System.Text.Json.JsonValueKind.String || Regex.IsMatch(json.ToString(), rule.ToString(), RegexOptions.None, TimeSpan.FromSeconds(1)), $"{at} does not look like {rule}: {json}"),
        "minimum" => Fail(!IsNumber(json) || Number(json!) >= Number(rule), $"{at} is less than {rule}"),
        "maximum" => Fail(!IsNumber(json) || Number(json!) <= Number(rule), $"{at} is more than {rule}"),
        "minItems" => Fail(json is not JsonArray few || few.Count >= rule.GetValue<int>(), $"{at} has too few items"),
        "maxItems" => Fail(json is not JsonArray many || many.Count <= rule.GetValue<int>(), $"{at} has too many items"),
        "items" => json is JsonArray items ? items.Index().SelectMany(one => Problems(one.Item, rule.AsObject(), $"{at}[{one.Index}]", root)) : [],
        "properties" => json is JsonObject held ? rule.AsObject().Where(pair => held.ContainsKey(pair.Key)).SelectMany(pair => Problems(held[pair.Key], pair.Value!.AsObject(), $"{at}.{pair.Key}", root)) : [],
        "required" => json is JsonObject whole ? rule.AsArray().Where(key => !whole.ContainsKey(key!.ToString())).Select(key => $"{at} has no \"{key}\"") : [],
        "additionalProperties" => json is JsonObject open ? Additional(open, schema, rule, at, root) : [],
        "anyOf" => Fail(rule.AsArray().Any(one => !Problems(json, one!.AsObject(), at, root).Any()), $"{at} fits none of the choices: {json?.ToJsonString() ?? "null"}"),
        "oneOf" => OneOf(json, rule.AsArray(), at, root),
        "uniqueItems" => Fail(json is not JsonArray set || set.Index().All(one => !set.Take(one.Index).Any(other => JsonNode.DeepEquals(other, one.Item))), $"{at} has an item twice"),
        "format" => Fail(json?.GetValueKind() != System.Text.Json.JsonValueKind.String || IsOfFormat(json.ToString(), rule.ToString()), $"{at} is no {rule}: {json}"),
        _ => [$"the schema uses {keyword}, which this check does not know"],
    };

    private static IEnumerable<string> OneOf(JsonNode? json, JsonArray choices, string at, JsonObject root)
    {
        var tried = choices.Select(choice => Problems(json, choice!.AsObject(), at, root).ToList()).ToList();
        var fits = tried.Count(problems => problems.Count == 0);
        return fits == 1 ? [] : fits > 1 ? [$"{at} fits {fits} choices"] : tried.MinBy(problems => problems.Count)!;
    }

    private static IEnumerable<string> Additional(JsonObject json, JsonObject schema, JsonNode rule, string at, JsonObject root)
    {
        var others = json.Where(pair => schema["properties"]?.AsObject().ContainsKey(pair.Key) != true);
        if (rule is JsonValue allowed && allowed.GetValue<bool>()) return [];
        return rule is JsonObject each ? others.SelectMany(pair => Problems(pair.Value, each, $"{at}.{pair.Key}", root)) : others.Select(pair => $"{at} has \"{pair.Key}\", which the schema does not know");
    }

    private static IEnumerable<string> Fail(bool holds, string problem) => holds ? [] : [problem];

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray several ? several.Select(one => one!.ToString()) : [rule.ToString()];

    /// <summary>A node made in memory gives its number only as the type it was made of.</summary>
    private static double Number(JsonNode json) => double.Parse(json.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsOfFormat(string text, string format) => format switch
    {
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "uri-reference" => Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute),
        "date-time" => DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _),
        _ => false,
    };

    private static bool IsNumber(JsonNode? json) => json?.GetValueKind() == System.Text.Json.JsonValueKind.Number;

    private static bool IsType(JsonNode? json, string type) => type switch
    {
        "null" => json is null,
        "string" => json?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "number" => IsNumber(json),
        "integer" => IsNumber(json) && Number(json!) % 1 == 0,
        "boolean" => json?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "array" => json is JsonArray,
        "object" => json is JsonObject,
        _ => false,
    };
}
