using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>What people decided and did not take back.</summary>
internal sealed class Judgements
{
    private readonly Judgement[] _standing;
    private readonly Dictionary<string, Judgement> _preferred = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rejected = new(StringComparer.Ordinal);

    public Judgements(IReadOnlyList<Judgement> judgements)
    {
        _standing = [.. judgements.Where(judgement => !judgement.Withdrawn).OrderBy(judgement => judgement.Recorded).ThenBy(judgement => judgement.Id, StringComparer.Ordinal)];
        foreach (var judgement in _standing)
        {
            // The latest word on a claim counts.
            if (judgement.Verdict is not (Verdict.Prefer or Verdict.Reject)) continue;
            _ = _preferred.Remove(judgement.First);
            _ = _rejected.Remove(judgement.First);
            if (judgement.Verdict == Verdict.Prefer) _preferred[judgement.First] = judgement;
            else _ = _rejected.Add(judgement.First);
        }
    }

    /// <summary>The latest word on each pair of names.</summary>
    public IReadOnlyList<NameDecision> Names =>
    [
        .. _standing.Where(judgement => judgement is { Verdict: Verdict.Same or Verdict.NotSame or Verdict.Undecided, Second: not null })
            .GroupBy(judgement => string.CompareOrdinal(judgement.First, judgement.Second) < 0 ? (judgement.First, judgement.Second) : (judgement.Second, judgement.First))
            .Select(group => group.Last())
            .Select(judgement => new NameDecision(judgement.First, judgement.Second!, judgement.Verdict switch { Verdict.Same => true, Verdict.NotSame => false, _ => null }, judgement.Reason)),
    ];

    public bool Rejected(string claim) => _rejected.Contains(claim);

    /// <summary>Of some entries the one that a person preferred last; null where none is.</summary>
    public Entry? Preferred(IEnumerable<Entry> entries)
    {
        if (_preferred.Count == 0) return null;
        return entries.Where(entry => _preferred.ContainsKey(entry.Id)).MaxBy(entry => (_preferred[entry.Id].Recorded, entry.Id));
    }
}
