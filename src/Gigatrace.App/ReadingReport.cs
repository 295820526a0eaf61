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
    public Noun? Reason => Skipped ? Reasons.Of(Decisive) : null;

    /// <summary>How many things were skipped, by their reason: one, except where a message stands for many.</summary>
    public IEnumerable<(Noun Reason, int Count)> SkippedFor => Reason is not { } reason ? [] : Decisive is { Counted: { IsEmpty: false } counted } ? counted : [(reason, 1)];

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
            string.Create(CultureInfo.InvariantCulture, $"{(group.Key == Outcome.SkippedResult ? group.Sum(Skipped) : group.Count()):#,0} {group.Key}") + (group.Key == Outcome.SkippedResult ? $" ({string.Join(", ", SkippedFor(group).Select(reason => reason.Reason.Counted(reason.Count)))})" : ""));
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
            ["skipped_for"] = new JsonObject(SkippedFor(outcomes).Select(reason => KeyValuePair.Create(reason.Reason.Many, (JsonNode?)reason.Count))),
            ["claims"] = outcomes.Where(one => !one.Skipped).Sum(one => one.Claims),
            ["documents"] = Json.Array(items.Select(item => item.DeepClone())),
        };
    }

    /// <summary>The commonest reason first.</summary>
    private static IEnumerable<(Noun Reason, int Count)> SkippedFor(IEnumerable<Outcome> outcomes) =>
        outcomes.SelectMany(one => one.SkippedFor).GroupBy(one => one.Reason).Select(group => (Reason: group.Key, Count: group.Sum(one => one.Count))).OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Reason.Many, StringComparer.Ordinal);

    private static int Skipped(Outcome one) => one.SkippedFor.Sum(reason => reason.Count);

    private static JsonObject Item(Outcome one) => new()
    {
        ["path"] = one.Path, ["result"] = one.Result, ["reason"] = one.Reason?.Many, ["claims"] = one.Claims, ["copy_of"] = one.CopyOf, ["remarks"] = Json.Array(one.Remarks.Select(problem => problem.Message)),
    };

    private static Row ToRow(Outcome one) => new([one.Path, one.Result, one.Skipped ? "" : $"{one.Claims}", string.Join("; ", one.Remarks.Select(problem => problem.Message).Concat(one.CopyOf is null ? [] : [$"a copy of {one.CopyOf}"]))], []);
}

/// <summary>Why files are skipped, as groups to be counted: "9 sidecars", "1 sidecar", "3 too large".</summary>
internal static class Reasons
{
    public static Noun Of(Diagnostic? problem) => problem?.Id switch
    {
        null => Same("for no known reason"),
        "doc.ending" => Noun.Of("sidecar"),
        "doc.link" => Same("linked out of the folder"),
        "doc.template" => Noun.Of("template"),
        "doc.html" => Same("nested too deeply"),
        var id => Same(id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('-', ' ')),
    };

    private static Noun Same(string words) => new(words, words);
}
