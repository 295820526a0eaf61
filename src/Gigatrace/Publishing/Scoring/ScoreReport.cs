using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Gigatrace.Publishing.Scoring;

/// <summary>A score for people and for programs.</summary>
public static class ScoreReport
{
    /// <param name="errors">How many missed and how many spurious claims to list.</param>
    public static Report Make(Score score, bool perDocument, int errors)
    {
        var stages = score.Stages;
        return new()
        {
            Title = $"{Phrases.Count(score.All.Gold, "gold claim")} in {Phrases.Count(score.Documents.Length, "document")}",
            Lead =
            [
                $"all: P {Share(score.All.Precision)} R {Share(score.All.Recall)} F1 {Share(score.All.F1)} · figures F1 {Share(score.Figures.F1)}",
                $"stages: value {Share(stages.Value)} · trigger {Share(stages.Trigger)} · subject {Share(stages.Subject)} · time {Share(score.When)}",
                $"time {Share(score.When)} · modality {Share(score.Modality)} · kind {Share(score.Kind)}",
            ],
            Tables =
            [
                Table("predicate", score.ByPredicate.Select(one => (one.Predicate, one.Tally))),
                Table("document", perDocument ? score.Documents.Select(document => (document.Name, document.Tally)) : []),
                ErrorTable(score, errors),
            ],
            Items = [ToJson(score, stages, perDocument, errors)],
            Single = true,
        };
    }

    private static Table Table(string what, IEnumerable<(string Name, Tally Tally)> tallies) =>
        new([new(what, Whole: true), .. Figures("P", "R", "F1", "matched", "extracted", "gold")])
        {
            Rows = [.. tallies.Select(one => new Row([one.Name, Share(one.Tally.Precision), Share(one.Tally.Recall), Share(one.Tally.F1), $"{one.Tally.Matched}", $"{one.Tally.Predicted}", $"{one.Tally.Gold}"], []))],
        };

    private static IEnumerable<Column> Figures(params IEnumerable<string> names) => names.Select(name => new Column(name, Right: true, Whole: true));

    private static Table ErrorTable(Score score, int errors) =>
        new([new("error", Whole: true), new("document", Whole: true), new("claim")])
        {
            Title = "Errors",
            Rows =
            [
                .. score.Documents.SelectMany(document => document.Missed.Select(claim => new Row(["missed", document.Name, claim.ToString()], []))).Take(errors),
                .. score.Documents.SelectMany(document => document.Spurious.Select(claim => new Row(["spurious", document.Name, claim.ToString()], []))).Take(errors),
            ],
        };

    private static JsonObject ToJson(Score score, (double Value, double Trigger, double Subject) stages, bool perDocument, int errors)
    {
        var json = new JsonObject
        {
            ["documents"] = score.Documents.Length,
            ["gold"] = score.All.Gold,
            ["predicted"] = score.All.Predicted,
            ["precision"] = Rounded(score.All.Precision),
            ["recall"] = Rounded(score.All.Recall),
            ["f1"] = Rounded(score.All.F1),
            ["figures_f1"] = Rounded(score.Figures.F1),
            ["stages"] = new JsonObject { ["value"] = Rounded(stages.Value), ["trigger"] = Rounded(stages.Trigger), ["subject"] = Rounded(stages.Subject), ["time"] = Rounded(score.When) },
            ["when"] = Rounded(score.When),
            ["modality"] = Rounded(score.Modality),
            ["kind"] = Rounded(score.Kind),
            ["predicates"] = new JsonObject(score.ByPredicate.Select(one => KeyValuePair.Create(one.Predicate, (JsonNode?)ToJson(one.Tally)))),
        };
        if (perDocument) json["by_document"] = new JsonObject(score.Documents.Select(document => KeyValuePair.Create(document.Name, (JsonNode?)ToJson(document.Tally))));
        if (errors > 0) json["errors"] = Json.Array(ErrorTable(score, errors).Rows.Select(row => (JsonNode?)new JsonObject { ["error"] = row.Cells[0], ["doc"] = row.Cells[1], ["claim"] = JsonNode.Parse(row.Cells[2]) }));
        return json;
    }

    private static JsonObject ToJson(Tally tally) => new()
    {
        ["precision"] = Rounded(tally.Precision),
        ["recall"] = Rounded(tally.Recall),
        ["f1"] = Rounded(tally.F1),
        ["matched"] = tally.Matched,
        ["predicted"] = tally.Predicted,
        ["gold"] = tally.Gold,
    };

    private static double Rounded(double share) => Math.Round(share, 4);

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
