using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>Findings as rows that a person reads and as objects that a program reads.</summary>
public static class Facts
{
    public static readonly ImmutableArray<Column> Columns =
        [new("what", Whole: true), new("finding"), new("when", Whole: true), new("said as", Whole: true), new("source")];

    /// <summary>In the order a reader asks: what it is, how large, since when, for whom, with whose money.</summary>
    private static readonly string[] Order =
    [
        "status", "parent", "operator", "founded", "headquarters", "capacity", "milestone", "vehicles", "supplies", "chemistry", "jobs", "investment",
        "funding", "stake", "acquired", "partnership", "market_share", "rank", "role", "competitor",
    ];

    public static Row Row(View view, Finding finding) => new(
        [Label(finding), What(view, finding), Phrases.Time(finding.Valid), SaidAs(finding), Source(view, finding)],
        view.EvidenceOf(finding));

    /// <summary>The finding seen from its object: a customer's supplier, an owner's holding.</summary>
    public static Row Turned(View view, Finding finding) => new(
        [TurnedLabel(finding), Joined(finding.Subject, Phrases.Figure(finding.Value, finding.Unit)), Phrases.Time(finding.Valid), SaidAs(finding), Source(view, finding)],
        view.EvidenceOf(finding));

    public static IEnumerable<Finding> Sorted(IEnumerable<Finding> findings) => findings
        .OrderBy(finding => Array.IndexOf(Order, finding.Predicate) is >= 0 and var at ? at : Order.Length)
        .ThenBy(finding => finding.Modality)
        .ThenBy(finding => finding.Valid?.Earliest ?? finding.Valid?.Latest ?? DateOnly.MaxValue)
        .ThenBy(finding => finding.Topic, StringComparer.Ordinal).ThenBy(finding => finding.Id, StringComparer.Ordinal);

    /// <summary>A figure of a card: its value and the finding it comes from, so that a program can go on to the quotes.</summary>
    public static JsonObject Figure(View view, Finding finding, bool evidence)
    {
        var figure = new JsonObject
        {
            ["value"] = Json.Of(finding.Value),
            ["unit"] = finding.Unit,
            ["object"] = finding.Object,
            ["kind"] = finding.Kind,
            ["basis"] = finding.Basis,
            ["when"] = finding.Valid?.Edtf,
            ["modality"] = finding.Modality.Name(),
            ["inferred"] = finding.Inferred,
            ["finding"] = finding.Id,
        };
        if (evidence) figure["evidence"] = Json.Array(view.EvidenceOf(finding).Select(one => (JsonNode?)one.ToJson()));
        return figure;
    }

    public static JsonArray Figures(View view, IEnumerable<Finding> findings, bool evidence) =>
        Json.Array(findings.Select(finding => (JsonNode?)Figure(view, finding, evidence)));

    /// <summary>Who says so: the best source, and how many others.</summary>
    public static string Source(View view, Finding finding)
    {
        var sources = view.EvidenceOf(finding).Select(one => one.Source).Distinct(StringComparer.Ordinal).ToList();
        return sources.Count switch { 0 => "", 1 => sources[0], _ => $"{sources[0]} +{sources.Count - 1}" };
    }

    /// <summary>The value with what belongs to it: "10 GWh/yr", "Renault (R5)", "EUR 450 million, loan, European Investment Bank".</summary>
    public static string What(View view, Finding finding) => finding.Predicate switch
    {
        "supplies" => finding.Object + Models(view, finding),
        "parent" or "acquired" or "partnership" or "competitor" or "operator" => Joined(finding.Object, Phrases.Word(finding.Kind)),
        "stake" => Joined(Phrases.Figure(finding.Value, finding.Unit), finding.Object),
        "role" => Joined(Phrases.Figure(finding.Value, null), finding.Object),
        "founded" => Phrases.Time(finding.Valid),
        _ => Joined(Phrases.Figure(finding.Value, finding.Unit), Phrases.Word(finding.Kind), finding.Object),
    };

    private static string Label(Finding finding) => finding.Predicate switch
    {
        "capacity" => finding.Basis switch
        {
            null => "capacity",
            "output" => "output",
            _ => $"capacity, {finding.Basis}",
        },
        "supplies" => "customer",
        "parent" => "owner",
        "acquired" => "acquired by",
        "stake" => "holder",
        "partnership" => "partner",
        _ => Phrases.Word(finding.Predicate),
    };

    private static string TurnedLabel(Finding finding) => finding.Predicate switch
    {
        "supplies" => "supplied by",
        "parent" => "owns",
        "acquired" => "acquired",
        "stake" => "holds in",
        "funding" => "funds",
        "investment" => "invests in",
        "partnership" => "partner",
        "role" => Joined(Phrases.Figure(finding.Value, null)),
        _ => Phrases.Word(finding.Predicate),
    };

    private static string SaidAs(Finding finding) => finding.Modality.Name() + (finding.Inferred is null ? "" : ", inferred");

    private static string Models(View view, Finding finding)
    {
        var models = finding.Supports.Where(view.Claims.ContainsKey).SelectMany(id => view.Claims[id].Models).Distinct(StringComparer.Ordinal).ToList();
        return models.Count == 0 ? "" : $" ({string.Join(", ", models)})";
    }

    private static string Joined(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
