using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing;

/// <summary>What is held otherwise than before; both null never.</summary>
/// <param name="Before">Null for a topic that had no answer.</param>
/// <param name="After">Null for one that has none any more.</param>
public sealed record FindingChange(string Topic, Finding? Before, Finding? After)
{
    public string Subject => (After ?? Before)!.Subject;

    public string Predicate => (After ?? Before)!.Predicate;

    public JsonObject ToJson() => new() { ["subject"] = Subject, ["predicate"] = Predicate, ["topic"] = Topic, ["before"] = Says(Before), ["after"] = Says(After) };

    /// <summary>"10 GWh/yr, planned, 2025"; null for no finding.</summary>
    public static string? Says(Finding? finding) => finding is null ? null : string.Join(", ", new[]
    {
        Phrases.Figure(finding.Value, finding.Unit, finding.Qualifier), finding.Object ?? "", Phrases.Time(finding.Valid), finding.Modality.Name(),
    }.Where(part => part.Length > 0));
}

public static class FindingChanges
{
    /// <summary>Topic by topic, in their order; of a topic with several answers each by itself. Which texts support an answer is no change of it.</summary>
    public static ImmutableArray<FindingChange> Between(State before, State after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (before.Findings.ToLookup(finding => finding.Topic, StringComparer.Ordinal), after.Findings.ToLookup(finding => finding.Topic, StringComparer.Ordinal));
        return [.. old.Concat(now).Select(group => group.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(topic => OfTopic(topic, [.. old[topic]], [.. now[topic]]))];
    }

    /// <summary>The same of one topic; the lists are used up.</summary>
    internal static IEnumerable<FindingChange> OfTopic(string topic, List<Finding> before, List<Finding> after)
    {
        foreach (var same in before.Where(one => after.Exists(other => other.Id == one.Id)).ToArray())
        {
            _ = before.Remove(same);
            _ = after.RemoveAll(other => other.Id == same.Id);
        }

        for (var at = 0; at < Math.Max(before.Count, after.Count); at++) yield return new FindingChange(topic, before.ElementAtOrDefault(at), after.ElementAtOrDefault(at));
    }
}
