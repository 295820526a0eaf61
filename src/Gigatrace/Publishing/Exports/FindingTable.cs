using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Exports;

/// <summary>Everything that is held on a day, a finding a row, in columns that any program reads: figures without units or signs, words of the vocabulary as they are.</summary>
public static class FindingTable
{
    private static readonly ImmutableArray<Column> Columns =
    [
        new("finding", Whole: true, Aside: true), new("subject"), new("part", Aside: true), new("predicate"), new("topic", Aside: true), new("value", Right: true), new("value_to", Right: true, Aside: true), new("unit"), new("object"),
        new("kind", Aside: true), new("basis", Aside: true), new("qualifier", Aside: true), new("models", Aside: true), new("valid"), new("modality"), new("known_from", Aside: true), new("decided_by", Aside: true),
        new("supports", Aside: true), new("against", Aside: true), new("inferred", Aside: true),
    ];

    public static Report Make(View view, bool evidence) => Make(view, view.State.Findings, evidence);

    /// <summary>Some of them, in this order.</summary>
    public static Report Make(View view, IReadOnlyCollection<Finding> some, bool evidence) => new()
    {
        Title = $"{Phrases.Count(some.Count, "finding")} as of {Phrases.Day(view.Day)}",
        Tables = [new Table(Columns) { Rows = [.. some.Select(finding => new Row(Cells(finding), evidence ? view.EvidenceOf(finding) : []))] }],
        Items = [.. some.Select(finding => ToJson(view, finding, evidence))],
        Nothing = "nothing is held; `gigatrace read PATH` brings documents in",
    };

    /// <summary>Of a range the lower end stands under value, the upper one under value_to. Several ids or models are told apart by a space or a semicolon.</summary>
    private static ImmutableArray<string> Cells(Finding finding) =>
    [
        finding.Id, finding.Subject, finding.Part ?? "", finding.Predicate, finding.Topic,
        finding.Value switch { null => "", ClaimValue.Range range => new ClaimValue.Number(range.Low).ToString(), var value => value.ToString()! }, finding.Value is ClaimValue.Range { High: var high } ? new ClaimValue.Number(high).ToString() : "",
        finding.Unit ?? "", finding.Object ?? "", finding.Kind ?? "", finding.Basis ?? "", finding.Qualifier ?? "", string.Join("; ", finding.Models), finding.Valid?.Edtf ?? "", finding.Modality.Name(),
        finding.KnownFrom is { } day ? Phrases.Day(day) : "", finding.DecidedBy, string.Join(' ', finding.Supports), string.Join(' ', finding.Against.Select(one => one.Claim)), finding.Inferred ?? "",
    ];

    private static JsonObject ToJson(View view, Finding finding, bool evidence)
    {
        var json = FindingJson.Of(finding);
        json.Insert(0, "finding", finding.Id);
        json["models"] = Json.Array(finding.Models);
        if (evidence) json["evidence"] = Json.Array(view.EvidenceOf(finding).Select(one => (JsonNode?)QuoteJson.Of(one)));
        return json;
    }
}
