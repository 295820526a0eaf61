using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>What happened, or is to happen, when: every finding that names a time, in its order. A status that a milestone of that time brought is told by the milestone.</summary>
public static class Timeline
{
    /// <param name="names">Only what concerns these printed names, as subject or object; empty for all.</param>
    /// <param name="part">Null for all.</param>
    public static Report Make(View view, ImmutableArray<string> names, bool evidence, Part? part = null)
    {
        var all = Events(view.Concerning(names));
        var events = (part ?? Part.All).Of(all);
        return new Report
        {
            Of = all.Length,
            Title = $"Timeline{(names.IsEmpty ? "" : $" of {Phrases.FirstOf(names)}")}, as of {Phrases.Day(view.Day)}",
            Tables = [ToTable(view, events)],
            Items = [.. events.Select(finding => ToJson(view, finding, evidence))],
            Nothing = "no dated findings",
        };
    }

    /// <summary>Of some findings those that are told, in order.</summary>
    internal static ImmutableArray<Finding> Events(IEnumerable<Finding> findings)
    {
        var all = findings.ToArray();
        var milestones = all.Where(finding => finding is { Predicate: "milestone", Modality: Modality.Actual }).Select(finding => (finding.Subject, finding.Valid)).ToHashSet();
        return
        [
            .. all.Where(finding => finding.Valid is not null && !(finding.Predicate is "status" && milestones.Contains((finding.Subject, finding.Valid))))
                .OrderBy(finding => First(finding.Valid!)).ThenBy(finding => Last(finding.Valid!))
                .ThenBy(finding => finding.Subject, StringComparer.Ordinal).ThenBy(finding => finding.Topic, StringComparer.Ordinal).ThenBy(finding => finding.Id, StringComparer.Ordinal),
        ];
    }

    internal static Table ToTable(View view, ImmutableArray<Finding> events) => new([new("when", Whole: true), new("who"), new("what"), new("said as", Whole: true), new("source")])
    {
        Rows = [.. events.Select(finding => ToRow(view, finding))],
    };

    private static Row ToRow(View view, Finding finding) => new(
        [Phrases.Time(finding.Valid), finding.Subject, What(finding), finding.Modality.Name(), Facts.Source(view.EvidenceOf(finding))],
        view.EvidenceOf(finding));

    private static string What(Finding finding) => finding.Predicate switch
    {
        "milestone" or "status" => Phrases.Figure(finding.Value, null),
        "founded" => "founded",
        "supplies" => $"supplies {finding.Object}",
        "acquired" => $"acquired by {finding.Object}",
        "parent" => $"owned by {finding.Object}",
        "partnership" => $"partnership with {finding.Object}",
        "role" => $"{Phrases.Figure(finding.Value, null)}, {finding.Object}",
        "stake" => $"{Phrases.Figure(finding.Value, finding.Unit, finding.Qualifier)} held by {finding.Object}",
        "vehicles" => Phrases.Figure(finding.Value, finding.Unit, finding.Qualifier),
        "jobs" => $"{Phrases.Figure(finding.Value, null, finding.Qualifier)} jobs",
        _ => $"{Phrases.Word(finding.Predicate)} {Phrases.Figure(finding.Value, finding.Unit, finding.Qualifier)}{(finding.Object is null ? "" : $", {finding.Object}")}",
    };

    private static JsonObject ToJson(View view, Finding finding, bool evidence)
    {
        var json = FindingJson.Of(finding);
        json.Insert(0, "finding", finding.Id);
        if (evidence) json["evidence"] = Json.Array(view.EvidenceOf(finding).Select(one => (JsonNode?)one.ToJson()));
        return json;
    }

    private static DateOnly First(When when) => when.Earliest ?? when.Latest ?? DateOnly.MaxValue;

    private static DateOnly Last(When when) => when.Latest ?? DateOnly.MaxValue;
}
