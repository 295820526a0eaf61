using System.Collections.Immutable;

namespace Gigatrace.Publishing.Scoring;

/// <summary>How many were matched, extracted and in gold.</summary>
public readonly record struct Tally(int Matched, int Predicted, int Gold)
{
    public double Precision => Predicted == 0 ? 0 : (double)Matched / Predicted;

    public double Recall => Gold == 0 ? 0 : (double)Matched / Gold;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Tally operator +(Tally one, Tally other) => new(one.Matched + other.Matched, one.Predicted + other.Predicted, one.Gold + other.Gold);
}

/// <summary>What was asked for in one document: its gold claims, those extracted, and which of them go together.</summary>
public sealed record ScoredDocument(string Name, ImmutableArray<ScoredClaim> Gold, ImmutableArray<ScoredClaim> Predicted)
{
    public IReadOnlyList<(int Gold, int Predicted)> Pairs { get; } = ClaimMatch.Align(Gold, Predicted);

    public Tally Tally => new(Pairs.Count, Predicted.Length, Gold.Length);

    public IEnumerable<ScoredClaim> Missed => Gold.Where((_, at) => Pairs.All(pair => pair.Gold != at));

    public IEnumerable<ScoredClaim> Spurious => Predicted.Where((_, at) => Pairs.All(pair => pair.Predicted != at));
}

/// <summary>
/// Extracted claims against gold claims: precision, recall and F1 over all (micro) and by predicate; among the matched, the
/// share whose time (where gold has one), modality (all) and kind (where gold has one) agree.
/// </summary>
public sealed record Score
{
    public required ImmutableArray<ScoredDocument> Documents { get; init; }

    public Tally All => Documents.Aggregate(default(Tally), (sum, document) => sum + document.Tally);

    /// <summary>Only the predicates whose value is a number.</summary>
    public Tally Figures => ByPredicate.Where(one => ClaimMatch.Numeric.Contains(one.Predicate)).Aggregate(default(Tally), (sum, one) => sum + one.Tally);

    /// <summary>
    /// Where claims are lost, as shares of what the stage before let through: figures of gold that were read as anything, gold claims read as what they are
    /// (whoever's they were taken for), and those of them with the right subject. The last stage is <see cref="When"/>.
    /// </summary>
    public (double Value, double Trigger, double Subject) Stages
    {
        get
        {
            var figures = Documents.SelectMany(document => document.Gold.Where(claim => !claim.Numbers.IsDefault), (document, claim) => document.Predicted.Any(other => ClaimMatch.SameFigures(claim, other))).ToList();
            var found = Documents.Sum(document => ClaimMatch.Align(document.Gold, document.Predicted, ofAnybody: true).Count);
            return (figures.Count == 0 ? 0 : figures.Count(read => read) / (double)figures.Count, All.Gold == 0 ? 0 : found / (double)All.Gold, found == 0 ? 0 : All.Matched / (double)found);
        }
    }

    public double When => Share(Matched.Where(pair => pair.Gold.When is { Length: > 0 }), pair => TimeLikeness.Same(pair.Gold.When, pair.Predicted.When));

    public double Modality => Share(Matched, pair => pair.Gold.Modality == pair.Predicted.Modality);

    public double Kind => Share(Matched.Where(pair => pair.Gold.Kind is { Length: > 0 }), pair => pair.Gold.Kind == pair.Predicted.Kind);

    /// <summary>The predicates with most gold claims first.</summary>
    public IReadOnlyList<(string Predicate, Tally Tally)> ByPredicate =>
    [
        .. Documents.SelectMany(Parts).GroupBy(part => part.Predicate, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Aggregate(default(Tally), (sum, part) => sum + part.Tally)))
            .OrderByDescending(one => one.Item2.Gold).ThenBy(one => one.Key, StringComparer.Ordinal),
    ];

    private IEnumerable<(ScoredClaim Gold, ScoredClaim Predicted)> Matched =>
        Documents.SelectMany(document => document.Pairs.Select(pair => (document.Gold[pair.Gold], document.Predicted[pair.Predicted])));

    /// <summary>Predictions of predicates that are not scored are left out.</summary>
    public static ScoredDocument Document(string name, IEnumerable<ScoredClaim> gold, IEnumerable<ScoredClaim> predicted) =>
        new(name, [.. gold], [.. predicted.Where(claim => ClaimMatch.IsScored(claim.Predicate))]);

    private static IEnumerable<(string Predicate, Tally Tally)> Parts(ScoredDocument document) =>
        document.Gold.Select(claim => (claim.Predicate, new Tally(0, 0, 1)))
            .Concat(document.Predicted.Select(claim => (claim.Predicate, new Tally(0, 1, 0))))
            .Concat(document.Pairs.Select(pair => (document.Gold[pair.Gold].Predicate, new Tally(1, 0, 0))));

    private static double Share<T>(IEnumerable<T> pairs, Func<T, bool> agrees)
    {
        var all = pairs.ToList();
        return all.Count(agrees) / (double)Math.Max(1, all.Count);
    }
}
