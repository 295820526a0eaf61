using System.Collections.Immutable;

namespace Gigatrace.Publishing.Digests;

/// <summary>A name or word that stands in many more documents of a period than of the time before it.</summary>
/// <param name="Now">In so many documents of the period.</param>
/// <param name="Before">In so many of the time before.</param>
/// <param name="Surprise">Dunning's log-likelihood ratio G² of both shares: 10.8 comes about by chance once in a thousand terms.</param>
public sealed record HotTerm(string Term, int Now, int Before, double Surprise);

/// <summary>Which terms are hot. What counts is in how many documents a term stands, not how often.</summary>
internal static class HotTerms
{
    /// <summary>Once in a thousand by chance, with one degree of freedom.</summary>
    private const double Least = 10.83;

    private const int FewestDocuments = 3;
    private const int Most = 10;

    /// <param name="now">The terms of each document of the period, with its publisher; what has none is one publisher's.</param>
    /// <param name="before">The terms of each document of the time before.</param>
    public static ImmutableArray<HotTerm> Find(IReadOnlyCollection<(string? Publisher, IReadOnlySet<string> Terms)> now, IReadOnlyCollection<IReadOnlySet<string>> before)
    {
        if (before.Count == 0) return [];
        var (inNow, inBefore) = (Counted(now.Select(document => document.Terms)), Counted(before));
        // One publisher's series has its own words in every part.
        var common = now.SelectMany(document => document.Terms.Select(term => (term, document.Publisher))).Distinct().GroupBy(one => one.term, StringComparer.Ordinal).Where(term => term.Skip(1).Any()).Select(term => term.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. inNow.Where(term => term.Value >= FewestDocuments && common.Contains(term.Key)).Select(term => new HotTerm(term.Key, term.Value, inBefore.GetValueOrDefault(term.Key), Surprise(term.Value, now.Count, inBefore.GetValueOrDefault(term.Key), before.Count)))
                .Where(term => term.Surprise >= Least && (long)term.Now * before.Count > (long)term.Before * now.Count)
                .OrderByDescending(term => term.Surprise).ThenByDescending(term => term.Term.Length).ThenBy(term => term.Term, StringComparer.Ordinal).Take(Most),
        ];
    }

    /// <summary>How badly one share for both times fits what was counted: G² = 2 Σ observed · ln(observed / expected).</summary>
    internal static double Surprise(int now, int ofNow, int before, int ofBefore)
    {
        var share = (double)(now + before) / (ofNow + ofBefore);
        return 2 * (Part(now, ofNow * share) + Part(ofNow - now, ofNow * (1 - share)) + Part(before, ofBefore * share) + Part(ofBefore - before, ofBefore * (1 - share)));
    }

    private static double Part(int observed, double expected) => observed == 0 ? 0 : observed * Math.Log(observed / expected);

    private static Dictionary<string, int> Counted(IEnumerable<IReadOnlySet<string>> documents)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in documents.SelectMany(document => document)) counts[term] = counts.GetValueOrDefault(term) + 1;
        return counts;
    }
}
