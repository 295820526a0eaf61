using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing;

/// <summary>The wire form of a finding, as <c>docs/schemas/finding.schema.json</c> describes it.</summary>
public static class FindingJson
{
    public static JsonObject Of(Finding finding) => new()
    {
        ["subject"] = finding.Subject,
        ["part"] = finding.Part,
        ["predicate"] = finding.Predicate,
        ["topic"] = finding.Topic,
        ["value"] = Json.Of(finding.Value),
        ["unit"] = finding.Unit,
        ["object"] = finding.Object,
        ["kind"] = finding.Kind,
        ["basis"] = finding.Basis,
        ["qualifier"] = finding.Qualifier,
        ["valid"] = finding.Valid?.Edtf,
        ["modality"] = finding.Modality.Name(),
        ["known_from"] = finding.KnownFrom is { } day ? Phrases.Day(day) : null,
        ["decided_by"] = finding.DecidedBy,
        ["supports"] = Json.Array(finding.Supports),
        ["against"] = Json.Array(finding.Against.Select(one => (JsonNode?)new JsonObject { ["id"] = one.Claim, ["kind"] = one.Kind.Name() })),
        ["inferred"] = finding.Inferred,
    };
}
