using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Publishing;

namespace Gigatrace.App;

/// <summary>What became of one reading.</summary>
/// <param name="Result">new, changed, reread, unchanged or skipped.</param>
internal sealed record Outcome(string Path, string Result, int Claims, IReadOnlyList<Diagnostic> Remarks)
{
    /// <summary>Of the document; null where there is none.</summary>
    public string? Id { get; init; }

    /// <summary>The path of the document whose text this is again, or at length; null for an original.</summary>
    public string? CopyOf { get; init; }

    public const string SkippedResult = "skipped";

    public bool Skipped => Result == SkippedResult;

    /// <summary>Why it was skipped, in a word or two that others share; null where it was not.</summary>
    public string? Reason => Skipped ? Reasons.Of(Decisive) : null;

    /// <summary>How many things were skipped, by their reason: one, except where a message stands for many.</summary>
    public IEnumerable<(string Reason, int Count)> SkippedFor => !Skipped ? [] : Decisive is { Counted: { IsEmpty: false } counted } ? counted : [(Reason!, 1)];

    private Diagnostic? Decisive => Remarks.FirstOrDefault(problem => problem.Skipped) ?? Remarks.FirstOrDefault();
}

/// <summary>The report at the end of reading: counts, and one row or object for each document.</summary>
internal static class ReadingReport
{
    /// <summary>So many documents are listed for people; programs get all.</summary>
    private const int Listed = 40;

    /// <summary>What a person should look at first.</summary>
    private static readonly string[] Order = ["skipped", "changed", "reread", "new"];

    /// <summary>What is unchanged is counted for people, not listed.</summary>
    public static Report Of(IReadOnlyList<Outcome> outcomes, bool forPeople)
    {
        var listed = forPeople ? Listed : int.MaxValue;
        var told = outcomes.Where(one => one.Result != "unchanged").OrderBy(one => Array.IndexOf(Order, one.Result)).ToList();
        ImmutableArray<JsonObject> items = [.. outcomes.Select(Item)];
        return new Report
        {
            Title = Summary(outcomes),
            Lead = told.Count > listed ? [$"the first {listed} of {told.Count} that were not unchanged; --format jsonl lists all"] : [],
            Tables = [new Table([new("document"), new("read as", Whole: true), new("claims", Right: true, Whole: true), new("remarks")]) { Rows = [.. told.Take(listed).Select(ToRow)] }],
            Items = items,
            Whole = forPeople ? null : Counts(outcomes, items),
            Nothing = "nothing new",
        };
    }

    /// <summary>"18 documents, 214 claims: 2 changed, 16 new, 12 skipped (9 pictures, 3 too large)".</summary>
    public static string Summary(IReadOnlyList<Outcome> outcomes)
    {
        var read = outcomes.Where(one => !one.Skipped).ToList();
        var parts = outcomes.GroupBy(one => one.Result, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
            string.Create(CultureInfo.InvariantCulture, $"{(group.Key == Outcome.SkippedResult ? group.Sum(Skipped) : group.Count()):#,0} {group.Key}") + (group.Key == Outcome.SkippedResult ? $" ({string.Join(", ", SkippedFor(group).Select(reason => Reasons.Counted(reason.Count, reason.Reason)))})" : ""));
        if (read.Count(one => one.CopyOf is not null) is > 0 and var copies) parts = parts.Append($"of them {Phrases.Count(copies, "copy")}");
        return $"{Phrases.Count(read.Count, "document")}, {Phrases.Count(read.Sum(one => one.Claims), "claim")}: {string.Join(", ", parts)}";
    }

    private static JsonObject Counts(IReadOnlyList<Outcome> outcomes, IEnumerable<JsonObject> items)
    {
        int Count(string result) => outcomes.Count(one => one.Result == result);
        return new JsonObject
        {
            ["read"] = outcomes.Count(one => !one.Skipped),
            ["new"] = Count("new"),
            ["changed"] = Count("changed"),
            ["reread"] = Count("reread"),
            ["unchanged"] = Count("unchanged"),
            ["copies"] = outcomes.Count(one => one.CopyOf is not null),
            ["skipped"] = outcomes.Sum(Skipped),
            ["skipped_for"] = new JsonObject(SkippedFor(outcomes).Select(reason => KeyValuePair.Create(reason.Reason, (JsonNode?)reason.Count))),
            ["claims"] = outcomes.Where(one => !one.Skipped).Sum(one => one.Claims),
            ["documents"] = Json.Array(items.Select(item => item.DeepClone())),
        };
    }

    /// <summary>The commonest reason first.</summary>
    private static IEnumerable<(string Reason, int Count)> SkippedFor(IEnumerable<Outcome> outcomes) =>
        outcomes.SelectMany(one => one.SkippedFor).GroupBy(one => one.Reason, StringComparer.Ordinal).Select(group => (Reason: group.Key, Count: group.Sum(one => one.Count))).OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Reason, StringComparer.Ordinal);

    private static int Skipped(Outcome one) => one.SkippedFor.Sum(reason => reason.Count);

    private static JsonObject Item(Outcome one) => new()
    {
        ["path"] = one.Path, ["result"] = one.Result, ["reason"] = one.Reason, ["claims"] = one.Claims, ["copy_of"] = one.CopyOf, ["remarks"] = Json.Array(one.Remarks.Select(problem => problem.Message)),
    };

    private static Row ToRow(Outcome one) => new([one.Path, one.Result, one.Skipped ? "" : $"{one.Claims}", string.Join("; ", one.Remarks.Select(problem => problem.Message).Concat(one.CopyOf is null ? [] : [$"a copy of {one.CopyOf}"]))], []);
}

/// <summary>Why files are skipped, as groups to be counted.</summary>
internal static class Reasons
{
    /// <summary>"9 pictures", "1 picture", "3 too large".</summary>
    public static string Counted(int count, string reason) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count > 1 ? reason : Singular(reason))}");

    public static string Of(Diagnostic? problem) => problem?.Id switch
    {
        null => "for no known reason",
        "doc.ending" => "sidecars",
        "doc.link" => "linked out of the folder",
        "doc.template" => "templates",
        "doc.html" => "nested too deeply",
        var id => id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('-', ' '),
    };

    /// <summary>"copies of an earlier page" as "copy of an earlier page"; what is no plural stays.</summary>
    private static string Singular(string reason)
    {
        var noun = reason.IndexOf(" of ", StringComparison.Ordinal) is > 0 and var end ? end : reason.Length;
        if (reason[noun - 1] != 's') return reason;
        return (reason[..noun].EndsWith("ies", StringComparison.Ordinal) ? reason[..(noun - 3)] + "y" : reason[..(noun - 1)]) + reason[noun..];
    }
}
