using System.Collections.Frozen;

namespace Gigatrace.Publishing.Scoring;

/// <summary>
/// When an extracted claim counts as a gold one: the predicate is equal, subject and (where gold names one) object name
/// the same thing, and the value is equal after normalisation. Time, modality and kind are counted apart, among matches.
/// </summary>
public static class ClaimMatch
{
    public static readonly FrozenSet<string> Numeric =
        FrozenSet.Create(StringComparer.Ordinal, "capacity", "vehicles", "jobs", "investment", "funding", "stake", "market_share");

    private static readonly FrozenSet<string> Enumerated = FrozenSet.Create(StringComparer.Ordinal, "status", "milestone", "chemistry", "role");
    private static readonly FrozenSet<string> Bare = FrozenSet.Create(StringComparer.Ordinal, "supplies", "parent", "acquired", "partnership", "founded");

    private static readonly FrozenDictionary<string, double> GigawattHours = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["gwh/yr"] = 1, ["gwh"] = 1, ["mwh/yr"] = 1e-3, ["mwh"] = 1e-3, ["twh/yr"] = 1e3, ["twh"] = 1e3,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsScored(string predicate) => Numeric.Contains(predicate) || Enumerated.Contains(predicate) || Bare.Contains(predicate);

    /// <summary>Greedy, one to one, best pairs first: a pair that also agrees on time and modality goes before one that does not.</summary>
    /// <param name="ofAnybody">The subject need not agree: whether the words were found and read at all.</param>
    public static IReadOnlyList<(int Gold, int Predicted)> Align(IReadOnlyList<ScoredClaim> gold, IReadOnlyList<ScoredClaim> predicted, bool ofAnybody = false)
    {
        var pairs = from g in Enumerable.Range(0, gold.Count)
                    from p in Enumerable.Range(0, predicted.Count)
                    where Matches(gold[g], predicted[p], ofAnybody)
                    select (Rank: Rank(gold[g], predicted[p]), Gold: g, Predicted: p);
        var (usedGold, usedPredicted) = (new HashSet<int>(), new HashSet<int>());
        var aligned = new List<(int, int)>();
        foreach (var (_, g, p) in pairs.OrderByDescending(pair => pair.Rank).ThenByDescending(pair => pair.Gold).ThenByDescending(pair => pair.Predicted))
        {
            if (usedGold.Contains(g) || usedPredicted.Contains(p)) continue;
            usedGold.Add(g);
            usedPredicted.Add(p);
            aligned.Add((g, p));
        }

        return aligned;
    }

    private static double Rank(ScoredClaim gold, ScoredClaim predicted) =>
        (TimeLikeness.Same(gold.When, predicted.When) ? 1 : 0) + (gold.Modality == predicted.Modality ? 1 : 0) + NameLikeness.Overlap(gold.Subject, predicted.Subject);

    private static bool Matches(ScoredClaim gold, ScoredClaim predicted, bool ofAnybody)
    {
        if (gold.Predicate != predicted.Predicate || !SameValue(gold, predicted)) return false;
        if (ofAnybody && gold.Predicate != "partnership") return gold.Predicate is "investment" or "funding" or "role" || NameLikeness.Same(gold.Object, predicted.Object);
        if (gold.Predicate == "partnership") return SamePair(gold, predicted.Subject, predicted.Object) || SamePair(gold, predicted.Object, predicted.Subject);
        return SamePair(gold with { Object = gold.Predicate == "investment" ? null : gold.Object }, predicted.Subject, predicted.Object);
    }

    private static bool SamePair(ScoredClaim gold, string? subject, string? target) =>
        NameLikeness.Same(gold.Subject, subject) && NameLikeness.Same(gold.Object, target);

    private static bool SameValue(ScoredClaim gold, ScoredClaim predicted) => gold.Predicate switch
    {
        _ when Numeric.Contains(gold.Predicate) => SameNumbers(gold, predicted),
        "role" => NameLikeness.Same(gold.Word, predicted.Word),
        _ when Enumerated.Contains(gold.Predicate) => Normal(gold.Word) == Normal(predicted.Word),
        _ => true,
    };

    /// <summary>Whether the figures of a gold claim stand in an extracted one of any predicate; false for a claim without a figure.</summary>
    public static bool SameFigures(ScoredClaim gold, ScoredClaim predicted) =>
        !gold.Numbers.IsDefault && !predicted.Numbers.IsDefault && Scaled(gold, gold.Unit?.ToLowerInvariant() ?? "").SequenceEqual(Scaled(predicted, predicted.Unit?.ToLowerInvariant() ?? ""));

    private static bool SameNumbers(ScoredClaim gold, ScoredClaim predicted)
    {
        if (gold.Numbers.IsDefault || predicted.Numbers.IsDefault) return gold.Numbers.IsDefault && predicted.Numbers.IsDefault;
        var (unit, other) = (gold.Unit?.ToLowerInvariant() ?? "", predicted.Unit?.ToLowerInvariant() ?? "");
        if (gold.Predicate is "investment" or "funding" && unit.Length > 0 && other.Length > 0 && unit != other) return false;
        var (g, p) = (Scaled(gold, unit), Scaled(predicted, other));
        return g.Count == p.Count && g.Zip(p).All(pair => Math.Abs(pair.First - pair.Second) <= 0.005 * Math.Max(Math.Abs(pair.First), Math.Abs(pair.Second)));
    }

    private static List<double> Scaled(ScoredClaim claim, string unit) =>
        [.. claim.Numbers.Select(number => claim.Predicate == "capacity" ? number * GigawattHours.GetValueOrDefault(unit, 1) : number)];

    private static string Normal(string? word) => new([.. (word ?? "").ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
