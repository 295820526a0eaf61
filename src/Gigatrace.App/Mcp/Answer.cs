using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Publishing;

namespace Gigatrace.App.Mcp;

/// <summary>What a tool answers before it is cut into pages.</summary>
/// <param name="Head">What is said once: of what and of which day it is.</param>
/// <param name="Items">What is told piece by piece, over as many pages as it takes.</param>
internal sealed record Answer(JsonObject Head, ImmutableArray<JsonObject> Items)
{
    /// <summary>A report that is a list.</summary>
    public static Answer List(Report report, DateOnly day) => new(HeadOf(report, day), report.Items);

    /// <summary>
    /// A report that is one object, in its own words: each figure, and each member of a list in it, is an item that says in <c>on</c> where it stands
    /// (<c>capacity.path</c>); what is left, single words and numbers, is the head.
    /// </summary>
    public static Answer Card(Report report, DateOnly day)
    {
        var (head, items) = (HeadOf(report, day), ImmutableArray.CreateBuilder<JsonObject>());
        Part(report.Items[0], "", head, items);
        return new Answer(head, items.ToImmutable());
    }

    /// <summary>An object that says where it stands.</summary>
    public static JsonObject On(string place, JsonObject item)
    {
        var copy = item.DeepClone().AsObject();
        copy.Insert(0, "on", place);
        return copy;
    }

    /// <summary>Puts the members of an object where they belong.</summary>
    public static void Part(JsonObject whole, string place, JsonObject head, ImmutableArray<JsonObject>.Builder items)
    {
        foreach (var (key, value) in whole)
        {
            var at = place + key;
            if (value is JsonArray list && list.Any(one => one is JsonObject)) items.AddRange(list.OfType<JsonObject>().Select(one => On(at, one)));
            else if (value is JsonObject one && IsWhole(one)) items.Add(On(at, one));
            else if (value is JsonObject several) Part(several, at + ".", head, items);
            else if (value is JsonArray { Count: > MostInHead } words) items.AddRange(words.Chunk(MostInHead).Select(some => new JsonObject { ["on"] = at, ["values"] = Json.Array(some.Select(word => word?.DeepClone())) }));
            else head[at] = value?.DeepClone();
        }
    }

    private const int MostInHead = 12;

    /// <summary>A figure, or an object that holds no other.</summary>
    private static bool IsWhole(JsonObject one) => one.ContainsKey("finding") || !one.Any(pair => pair.Value is JsonObject || (pair.Value is JsonArray list && list.Any(inner => inner is JsonObject)));

    private static JsonObject HeadOf(Report report, DateOnly day)
    {
        var head = new JsonObject { ["title"] = report.Title, ["as_of"] = Phrases.Day(day), ["lead"] = Json.Array(report.Lead) };
        if (report.Items.IsEmpty) head["nothing"] = report.Nothing;
        return head;
    }
}
