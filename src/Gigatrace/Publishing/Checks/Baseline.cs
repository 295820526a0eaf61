using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Checks;

/// <summary>
/// Problems that were there when somebody began to check, and are not told again. They are known by their fingerprints, which hang on the words and not on
/// the path or line; what is there twice has to be in it twice.
/// </summary>
/// <param name="Counts">By fingerprint, how many.</param>
public sealed record Baseline(ImmutableDictionary<string, int> Counts)
{
    public static Baseline Empty { get; } = new(ImmutableDictionary<string, int>.Empty);

    /// <summary>Problems of a check, as a file: sorted, so that two of them can be compared line by line.</summary>
    public static string Write(IEnumerable<Problem> problems)
    {
        var rows = problems.Where(problem => problem.Silenced != Silenced.InNote).OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Region.Start).ThenBy(problem => problem.Rule.Id, StringComparer.Ordinal)
            .Select(problem => Json.Line(new JsonObject { ["fingerprint"] = problem.Fingerprint, ["rule"] = problem.Rule.Id, ["path"] = problem.Path, ["quote"] = problem.Quote }));
        return $"[\n{string.Join(",\n", rows)}\n]\n".Replace("[\n\n]", "[]", StringComparison.Ordinal);
    }

    /// <summary>Null where the text is no baseline.</summary>
    public static Baseline? Read(string text)
    {
        try
        {
            if (JsonNode.Parse(text) is not JsonArray rows) return null;
            var known = rows.Select(row => row is JsonObject one && one["fingerprint"] is JsonValue value && value.TryGetValue<string>(out var fingerprint) ? fingerprint : null).ToArray();
            return known.Contains(null) ? null : new Baseline(known.GroupBy(one => one!, StringComparer.Ordinal).ToImmutableDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>For one check: what was met is used up.</summary>
    internal Remaining Begin() => new(Counts);

    internal sealed class Remaining(IEnumerable<KeyValuePair<string, int>> counts)
    {
        private readonly Dictionary<string, int> _left = new(counts, StringComparer.Ordinal);

        public Problem Look(Problem problem)
        {
            if (problem.Silenced != Silenced.No || !_left.TryGetValue(problem.Fingerprint, out var left) || left == 0) return problem;
            _left[problem.Fingerprint] = left - 1;
            return problem with { Silenced = Silenced.Baseline };
        }
    }
}
