using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>What became of a claim or document since it was recorded.</summary>
public sealed record Fate
{
    public static Fate Unknown { get; } = new();

    /// <summary>Judgements upon it, those taken back among them.</summary>
    public ImmutableArray<Judgement> Judgements { get; init; } = [];

    /// <summary>Why it does not count, in a sentence; null where it does.</summary>
    public string? NotCounted { get; init; }

    /// <summary>Ids of what a person put in its place.</summary>
    public ImmutableArray<string> ReplacedBy { get; init; } = [];

    /// <summary>The id of the claim that it corrects; null for any other.</summary>
    public string? Corrects { get; init; }
}

/// <summary>A claim, a finding, a document or a judgement whole, with a citation to copy.</summary>
public static class ShowCard
{
    public static Report Of(View view, Claim claim, Fate? fate = null)
    {
        fate ??= Fate.Unknown;
        var json = new JsonObject { ["type"] = "claim" };
        var line = JsonNode.Parse(ClaimLines.Write(claim))!.AsObject();
        foreach (var (key, value) in line) json[key] = value?.DeepClone();
        json["line"] = view.LineOf(claim);
        json["citation"] = Citation.Of(claim, view.LineOf(claim));
        json["not_counted"] = fate.NotCounted;
        json["replaced_by"] = Json.Array(fate.ReplacedBy);
        json["corrects"] = fate.Corrects;
        json["judgements"] = Json.Array(fate.Judgements.Select(one => (JsonNode?)JudgementCard.ToJson(one, null)));
        return Whole($"Claim {claim.Id}", json, [Evidence.Of(claim, view.LineOf(claim))], Lead(fate));
    }

    public static Report Of(View view, Finding finding)
    {
        var json = FindingJson.Of(finding);
        json.Insert(0, "type", "finding");
        json.Insert(1, "id", finding.Id);
        var best = finding.Supports.Select(id => view.State.Claims.GetValueOrDefault(id)).FirstOrDefault(claim => claim is not null);
        json["evidence"] = Json.Array(view.EvidenceOf(finding).Select(one => (JsonNode?)one.ToJson()));
        json["citation"] = best is null ? null : Citation.Of(best, view.LineOf(best));
        return Whole($"Finding {finding.Id}", json, view.EvidenceOf(finding.Supports.Concat(finding.Against.Select(one => one.Claim))), []);
    }

    /// <param name="document">As read, or as the ledger keeps it.</param>
    /// <param name="copyOf">The path of its original; null where it is one.</param>
    public static Report Of(Document document, string? copyOf, Fate? fate = null)
    {
        fate ??= Fate.Unknown;
        var json = DocumentLines.Of(document);
        json.Insert(0, "type", "document");
        json.Insert(1, "id", document.Id);
        json["copy_of"] = copyOf;
        json["citation"] = Citation.Of(document);
        json["not_counted"] = fate.NotCounted;
        return Whole($"Document {document.Id}", json, [], Lead(fate));
    }

    /// <param name="withdrawnBy">Who took it back and why; null where it stands.</param>
    public static Report Of(Judgement judgement, string? withdrawnBy)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        var json = JudgementCard.ToJson(judgement, withdrawnBy);
        json.Insert(0, "type", "judgement");
        return Whole($"Judgement {judgement.Id}", json, [], [JudgementCard.Says(judgement)]);
    }

    private static ImmutableArray<string> Lead(Fate fate) =>
    [
        .. fate.NotCounted is null ? Array.Empty<string>() : [$"does not count: {fate.NotCounted}"],
        .. fate.ReplacedBy.Select(id => $"replaced by {id}"),
        .. fate.Corrects is null ? Array.Empty<string>() : [$"corrects {fate.Corrects}"],
        .. fate.Judgements.Select(one => $"{one.Id}: {JudgementCard.Says(one)} ({one.By}: {one.Reason}){(one.Withdrawn ? ", withdrawn" : "")}"),
    ];

    /// <summary>Every key with its value, as far as it has one; lists of objects are counted, not spelt out.</summary>
    private static Report Whole(string title, JsonObject json, ImmutableArray<Evidence> evidence, ImmutableArray<string> lead) => new()
    {
        Title = title,
        Lead = lead,
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
