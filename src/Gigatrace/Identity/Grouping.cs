using System.Collections.Immutable;

namespace Gigatrace.Identity;

/// <summary>Two names of a list, by their places in it, and what the table says of them.</summary>
internal readonly record struct ComparedPair(int A, int B, Comparison Found);

/// <summary>
/// Names joined step by step: what people said first, then the pairs of the table from the surest down. Made afresh every time; what was taken back
/// was never there.
/// </summary>
internal sealed class Grouping
{
    private readonly IReadOnlyList<NameForm> _forms;
    private readonly int[] _roots;
    private readonly string?[] _listed;
    private readonly Dictionary<int, List<(int Other, NameDecision Said)>> _apart = [];
    private readonly HashSet<(int A, int B)> _asked = [];
    private readonly List<ComparedPair> _joins = [];
    private readonly List<ComparedPair> _open = [];

    public Grouping(IReadOnlyList<NameForm> forms, ImmutableArray<(int A, int B, NameDecision Said)> decided)
    {
        _forms = forms;
        _roots = [.. Enumerable.Range(0, forms.Count)];
        _listed = [.. forms.Select(form => form.Listed)];
        foreach (var (a, b, said) in decided.Where(row => row.Said.Same is not true))
        {
            ApartFrom(a).Add((b, said));
            ApartFrom(b).Add((a, said));
        }

        foreach (var (a, b, said) in decided.Where(row => row.Said.Same is true)) TakeWord(new ComparedPair(a, b, new Comparison(2, ["judgement"], "a person said so: " + said.Reason)));
    }

    public IReadOnlyList<ComparedPair> Joins => _joins;

    public IReadOnlyList<ComparedPair> Open => _open;

    /// <param name="pairs">The surest first.</param>
    public void Apply(IReadOnlyList<ComparedPair> pairs)
    {
        foreach (var pair in pairs.Where(pair => pair.Found is { Same: true, IsAcronym: false })) Take(pair);
        foreach (var letters in pairs.Where(pair => pair.Found is { Same: true, IsAcronym: true }).ToLookup(pair => Root(Letters(pair)))) TakeLetters([.. letters.Where(IsFree)]);
        foreach (var pair in pairs.Where(pair => pair.Found.Unsure)) Ask(pair);
    }

    public int Root(int at)
    {
        while (_roots[at] != at) at = _roots[at] = _roots[_roots[at]];
        return at;
    }

    private void TakeWord(ComparedPair pair)
    {
        if (Apart(pair.A, pair.B) is not { } said) Join(pair);
        else if (said.Same is false) _open.Add(pair with { Found = pair.Found with { Why = $"{pair.Found.Why}; but {said.First} and {said.Second} are kept apart: {said.Reason}" } });
    }

    private void Take(ComparedPair pair)
    {
        if (!IsFree(pair)) return;
        if (MayJoin(pair)) Join(pair);
        else Ask(pair);
    }

    /// <summary>Letters can stand for several: they join only where all that they could stand for is one.</summary>
    private void TakeLetters(ComparedPair[] pairs)
    {
        var meant = pairs.Where(MayJoin).Select(pair => Root(pair.A) == Root(Letters(pair)) ? Root(pair.B) : Root(pair.A)).Distinct().Count();
        foreach (var pair in pairs)
        {
            if (meant == 1) Take(pair);
            else Ask(pair with { Found = pair.Found with { Score = NameComparison.Unsure, Why = pair.Found.Why + "; the letters could stand for others too" } });
        }
    }

    /// <summary>Of all names of two groups one pair is asked about, the surest.</summary>
    private void Ask(ComparedPair pair)
    {
        if (!IsFree(pair)) return;
        var (left, right) = (Root(pair.A), Root(pair.B));
        if (_asked.Add((Math.Min(left, right), Math.Max(left, right)))) _open.Add(pair);
    }

    private bool IsFree(ComparedPair pair) => Root(pair.A) != Root(pair.B) && Apart(pair.A, pair.B) is null;

    private int Letters(ComparedPair pair) => _forms[pair.A].Text.Words.Length == 1 ? pair.A : pair.B;

    /// <summary>Two groups with different names of the lexicon are never joined by the table.</summary>
    private bool MayJoin(ComparedPair pair) => _listed[Root(pair.A)] is not { } left || _listed[Root(pair.B)] is not { } right || left == right;

    private NameDecision? Apart(int a, int b)
    {
        var (left, right) = (Root(a), Root(b));
        return _apart.TryGetValue(left, out var others) ? others.Find(row => Root(row.Other) == right).Said : null;
    }

    private List<(int Other, NameDecision Said)> ApartFrom(int root)
    {
        if (!_apart.TryGetValue(root, out var others)) _apart.Add(root, others = []);
        return others;
    }

    private void Join(ComparedPair pair)
    {
        var (left, right) = (Root(pair.A), Root(pair.B));
        if (left == right) return;
        var (kept, lost) = (Math.Min(left, right), Math.Max(left, right));
        _roots[lost] = kept;
        _listed[kept] ??= _listed[lost];
        if (_apart.Remove(lost, out var others)) ApartFrom(kept).AddRange(others);
        _joins.Add(pair);
    }
}
