using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What was left out without a word for each, counted by kind.</summary>
internal sealed class PassedOver
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public ImmutableArray<(Noun Kind, int Count)> Counts => [.. _counts.Select(count => (Noun.Of(count.Key), count.Value))];

    /// <param name="kind">In the singular: "picture".</param>
    public void Add(string kind, int count = 1) => _counts[kind] = _counts.GetValueOrDefault(kind) + count;

    public void Add(PassedOver other)
    {
        foreach (var (kind, count) in other._counts) Add(kind, count);
    }

    /// <summary>One message for all; none where there is nothing to tell.</summary>
    public void Tell(string displayPath, Action<Diagnostic> report)
    {
        var counts = Counts;
        if (!counts.IsEmpty) report(new Diagnostic("doc.passed-over", displayPath, null, "passed over: " + string.Join(", ", counts.Select(one => $"{one.Count} {one.Kind.For(one.Count)}"))) { Counted = counts });
    }
}
