using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>A claim, a finding or a document whole, with a citation to copy.</summary>
public static class ShowCard
{
    public static Report Of(View view, Claim claim)
    {
        var json = new JsonObject { ["type"] = "claim" };
        var line = JsonNode.Parse(ClaimLines.Write(claim))!.AsObject();
        foreach (var (key, value) in line) json[key] = value?.DeepClone();
        json["line"] = view.LineOf(claim);
        json["citation"] = Citation.Of(claim, view.LineOf(claim));
        return Whole($"Claim {claim.Id}", json, [Evidence.Of(claim, view.LineOf(claim))]);
    }

    public static Report Of(View view, Finding finding)
    {
        var json = FindingJson.Of(finding);
        json.Insert(0, "type", "finding");
        json.Insert(1, "id", finding.Id);
        var best = finding.Supports.Select(id => view.State.Claims.GetValueOrDefault(id)).FirstOrDefault(claim => claim is not null);
        json["evidence"] = Json.Array(view.EvidenceOf(finding).Select(one => (JsonNode?)one.ToJson()));
        json["citation"] = best is null ? null : Citation.Of(best, view.LineOf(best));
        return Whole($"Finding {finding.Id}", json, view.EvidenceOf(finding.Supports.Concat(finding.Against.Select(one => one.Claim))));
    }

    /// <param name="document">As read, or as the ledger keeps it.</param>
    /// <param name="copyOf">The path of its original; null where it is one.</param>
    public static Report Of(Document document, string? copyOf)
    {
        var json = DocumentLines.Of(document);
        json.Insert(0, "type", "document");
        json.Insert(1, "id", document.Id);
        json["copy_of"] = copyOf;
        json["citation"] = Citation.Of(document);
        return Whole($"Document {document.Id}", json, []);
    }

    /// <summary>Every key with its value, as far as it has one; lists of objects are counted, not spelt out.</summary>
    private static Report Whole(string title, JsonObject json, ImmutableArray<Evidence> evidence) => new()
    {
        Title = title,
        Tables =
        [
            new Table([new("key", Whole: true), new("value")])
            {
                Rows = [.. json.Where(pair => pair.Value is not null and not JsonArray { Count: 0 }).Select(pair => new Row([Phrases.Word(pair.Key), Said(pair.Value!)], pair.Key is "quote" or "supports" ? evidence : []))],
            },
        ],
        Items = [json],
        Single = true,
    };

    private static string Said(JsonNode value) => value switch
    {
        JsonArray list when list.All(one => one is JsonValue) => string.Join(", ", list.Select(one => one!.ToString())),
        JsonArray list => list.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
