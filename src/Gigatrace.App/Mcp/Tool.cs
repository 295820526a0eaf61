using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Publishing;

namespace Gigatrace.App.Mcp;

/// <summary>A question, or a decision, that an assistant can put to the ledger.</summary>
/// <param name="Name">As it is called; snake_case.</param>
/// <param name="Title">For people.</param>
/// <param name="Description">For the assistant: what it answers and when to ask it.</param>
internal sealed record Tool(string Name, string Title, string Description, ImmutableArray<Parameter> Parameters, Func<Call, Answer> Answer)
{
    /// <summary>It records nothing.</summary>
    public bool IsReadOnly { get; init; } = true;

    /// <summary>JSON Schema of what it takes.</summary>
    public JsonObject InputSchema() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(Parameters.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Schema()))),
        ["required"] = Json.Array(Parameters.Where(one => one.IsRequired).Select(one => one.Name)),
        ["additionalProperties"] = false,
    };
}

/// <summary>What a tool takes: a text, or a whole number.</summary>
internal sealed record Parameter(string Name, string Description)
{
    public const int LongestName = 400;

    public bool IsRequired { get; init; }

    /// <summary>Characters of a text.</summary>
    public int Longest { get; init; } = LongestName;

    /// <summary>Its words, where only some are meant; empty for any.</summary>
    public ImmutableArray<string> OneOf { get; init; } = [];

    /// <summary>From and to, both included, for a number; null for a text.</summary>
    public (int From, int To)? Bounds { get; init; }

    public JsonObject Schema()
    {
        if (Bounds is { } bounds) return new JsonObject { ["type"] = "integer", ["description"] = Description, ["minimum"] = bounds.From, ["maximum"] = bounds.To };
        var schema = new JsonObject { ["type"] = "string", ["description"] = Description };
        if (Longest != LongestName) schema["maxLength"] = Longest;
        if (!OneOf.IsEmpty) schema["enum"] = Json.Array(OneOf);
        return schema;
    }
}
