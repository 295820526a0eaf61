using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Gigatrace.App.Web.Api;

/// <summary>The schemas of docs/schemas, built into the program, as an OpenAPI document holds them: by name, and referring to each other there.</summary>
internal static class Schemas
{
    private const string Prefix = "schemas/", Ending = ".schema";

    /// <summary>By name, without endings.</summary>
    private static readonly FrozenDictionary<string, JsonObject> All = typeof(Schemas).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..].Replace(Ending, "", StringComparison.Ordinal), Load, StringComparer.Ordinal);

    /// <summary>Some, and those they refer to.</summary>
    public static IEnumerable<(string Name, JsonObject Schema)> With(IEnumerable<string> names)
    {
        var (known, open) = (new SortedSet<string>(StringComparer.Ordinal), new Stack<string>(names));
        while (open.TryPop(out var name))
        {
            if (!known.Add(name)) continue;
            foreach (var other in References(All[name])) open.Push(other);
        }

        return known.Select(name => (name, Referring(All[name]).AsObject()));
    }

    private static JsonObject Load(string resource)
    {
        using var stream = typeof(Schemas).Assembly.GetManifestResourceStream(resource)!;
        var schema = JsonNode.Parse(stream)!.AsObject();
        _ = schema.Remove("$schema");
        _ = schema.Remove("$id");
        return schema;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(pair => pair.Key is "$ref" ? [NameOf(pair.Value!)] : References(pair.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private static JsonNode Referring(JsonNode node) => node switch
    {
        JsonObject json => new JsonObject(json.Select(pair => KeyValuePair.Create(pair.Key, pair.Key is "$ref" ? $"#/components/schemas/{NameOf(pair.Value!)}" : pair.Value is null ? null : Referring(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(one => one is null ? null : Referring(one))]),
        _ => node.DeepClone(),
    };

    private static string NameOf(JsonNode reference) => reference.ToString().Replace($"{Ending}.json", "", StringComparison.Ordinal);
}
