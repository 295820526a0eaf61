using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>What was left out without a word for each, counted by kind.</summary>
internal sealed class PassedOver
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <param name="kind">In the singular: "picture".</param>
    public void Add(string kind) => _counts[kind] = _counts.GetValueOrDefault(kind) + 1;

    /// <summary>One message for all; none where there is nothing to tell.</summary>
    public void Tell(string displayPath, Action<Diagnostic> report)
    {
        if (_counts.Count > 0) report(new Diagnostic("doc.passed-over", displayPath, null, "passed over: " + string.Join(", ", _counts.Select(count => $"{count.Value} {Plural(count.Key, count.Value)}")))
        {
            Counted = [.. _counts.Select(count => (Plural(count.Key, 2), count.Value))],
        });
    }

    /// <summary>"copy of an earlier page" and "style sheet or script" change at their nouns.</summary>
    private static string Plural(string kind, int count)
    {
        if (count == 1) return kind;
        if (kind.IndexOf(" or ", StringComparison.Ordinal) is > 0 and var split) return $"{Plural(kind[..split], count)} or {Plural(kind[(split + 4)..], count)}";
        var noun = kind.IndexOf(" of ", StringComparison.Ordinal) is > 0 and var end ? end : kind.Length;
        return (kind[noun - 1] == 'y' ? kind[..(noun - 1)] + "ies" : kind[..noun] + "s") + kind[noun..];
    }
}
