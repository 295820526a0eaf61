using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>What people decided: one with what it changed, or all of them.</summary>
public static class JudgementCard
{
    /// <summary>So many changes are told to people; programs get all.</summary>
    private const int Told = 20;

    /// <param name="withdrawnBy">Who took it back and why; null where it stands.</param>
    public static Report Made(Judgement judgement, ImmutableArray<FindingChange> changes, string? withdrawnBy = null)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        var json = ToJson(judgement, withdrawnBy);
        json["changed"] = Json.Array(changes.Select(change => (JsonNode?)change.ToJson()));
        var subjects = changes.Select(change => change.Subject).Distinct(StringComparer.Ordinal).Count();
        return new Report
        {
            Title = $"{judgement.Id}: {Says(judgement)}{(withdrawnBy is null ? "" : ", withdrawn")}",
            Lead =
            [
                changes.IsEmpty ? "no finding changes" : $"{Phrases.Count(changes.Length, "finding")} of {Phrases.Count(subjects, "subject")} {(changes.Length == 1 ? "changes" : "change")}{(changes.Length > Told ? $"; the first {Told}:" : "")}",
                .. withdrawnBy is null ? [$"to take it back: gigatrace judge withdraw {judgement.Id} --reason \"…\""] : Array.Empty<string>(),
            ],
            Tables = [Changes([.. changes.Take(Told)])],
            Items = [json],
            Single = true,
            Nothing = "",
        };
    }

    public static Table Changes(ImmutableArray<FindingChange> changes) => new([new("subject"), new("what", Whole: true), new("before"), new("now")])
    {
        Rows = [.. changes.Select(change => new Row([change.Subject, Phrases.Word(change.Predicate), FindingChange.Says(change.Before) ?? "–", FindingChange.Says(change.After) ?? "–"], []))],
    };

    /// <param name="withdrawals">By id, who took a judgement back and why.</param>
    public static Report List(IReadOnlyList<Judgement> judgements, Func<string, string?> withdrawals) => new()
    {
        Title = Phrases.Count(judgements.Count, "judgement"),
        Tables =
        [
            new Table([new("id", Whole: true), new("day", Whole: true), new("by"), new("says"), new("reason"), new("withdrawn")])
            {
                Rows = [.. judgements.Select(one => new Row([one.Id, Day(one), one.By, Says(one), one.Reason, one.Withdrawn ? withdrawals(one.Id) ?? "yes" : ""], []))],
            },
        ],
        Items = [.. judgements.Select(one => ToJson(one, withdrawals(one.Id)))],
        Nothing = "nobody has decided anything yet; gigatrace judge queue says what there is to decide",
    };

    /// <summary>"Voltara Energy is the same as Voltara", "claim c7f1a2 holds".</summary>
    public static string Says(Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        return judgement.Verdict switch
        {
            Verdict.Same => $"{judgement.First} is the same as {judgement.Second}",
            Verdict.NotSame => $"{judgement.First} is not the same as {judgement.Second}",
            Verdict.Undecided => $"whether {judgement.First} is {judgement.Second} is left open",
            Verdict.Prefer => $"claim {judgement.First} holds",
            _ => $"claim {judgement.First} does not count",
        };
    }

    public static JsonObject ToJson(Judgement judgement, string? withdrawnBy)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        return new JsonObject
        {
            ["id"] = judgement.Id,
            ["verdict"] = judgement.Verdict.Name(),
            ["first"] = judgement.First,
            ["second"] = judgement.Second,
            ["reason"] = judgement.Reason,
            ["by"] = judgement.By,
            ["recorded"] = Day(judgement),
            ["withdrawn"] = withdrawnBy is not null || judgement.Withdrawn,
            ["withdrawn_by"] = withdrawnBy,
        };
    }

    private static string Day(Judgement judgement) => judgement.Recorded.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
