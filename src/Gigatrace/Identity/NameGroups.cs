using System.Collections.Immutable;

namespace Gigatrace.Identity;

/// <summary>A person's word on two names: one entity or two. Null for "nobody can say yet".</summary>
public sealed record NameDecision(string First, string Second, bool? Same, string Reason);

/// <summary>Why a name belongs to an entity.</summary>
public sealed record NameJoin(string Name, string Entity, double Score, string Why);

/// <summary>Two names that could be one; a person should look.</summary>
public sealed record OpenPair(string First, string Second, double Score, string Why);

/// <summary>A name that is used, to be grouped.</summary>
/// <param name="Known">The first day on which it was used.</param>
internal sealed record UsedName(string Name, bool Person, DateOnly Known, IReadOnlySet<string> Parents, IReadOnlySet<string> Places);

/// <summary>Organisations and persons: every name with the entity's printed name. The same names give the same groups, in whatever order.</summary>
internal sealed class NameGroups
{
    private readonly Dictionary<string, string> _printed = new(StringComparer.Ordinal);

    public ImmutableArray<NameJoin> Joins { get; private init; } = [];

    public ImmutableArray<OpenPair> Open { get; private init; } = [];

    /// <summary>Every name with the printed name of its entity; sorted.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => _printed.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The printed name of the entity that a name means; null for a name that was not among those grouped.</summary>
    public string? Find(string name) => _printed.GetValueOrDefault(name);

    public static NameGroups Make(IEnumerable<UsedName> used, NameTable table, IReadOnlyList<NameDecision> decisions)
    {
        var names = used.OrderBy(name => name.Name, StringComparer.Ordinal).ToArray();
        var forms = names.Select(name => NameComparison.Form(name.Name, table, name.Person, name.Parents, name.Places)).ToArray();
        var roots = Enumerable.Range(0, names.Length).ToArray();
        var listed = forms.Select(form => form.Listed).ToArray();
        var pairs = Compared(forms, NameComparison.Compare);
        var joins = new List<(int A, int B, Comparison Found)>();
        var open = new List<OpenPair>();
        var decided = Decided(forms, decisions);
        foreach (var (a, b, said) in decided.Where(row => row.Said.Same is true)) Join(roots, listed, joins, a, b, new Comparison(2, "a person said so: " + said.Reason));
        var apart = decided.Where(row => row.Said.Same is not true).ToList();
        foreach (var (a, b, found) in pairs.OrderByDescending(pair => pair.Found.Score).ThenBy(pair => pair.A).ThenBy(pair => pair.B))
        {
            if (Root(roots, a) == Root(roots, b) || KeptApart(roots, apart, a, b)) continue;
            if (found.Same && MayJoin(listed[Root(roots, a)], listed[Root(roots, b)])) Join(roots, listed, joins, a, b, found);
            else if (found.Unsure || found.Same) open.Add(new OpenPair(names[a].Name, names[b].Name, found.Score, found.Why));
        }

        return Print(names, forms, roots, joins, open);
    }

    /// <summary>Pairs of names that could be one, if places and owners speak for it.</summary>
    public static IEnumerable<(string First, string Second)> Alike(IReadOnlyList<string> names, NameTable table)
    {
        var none = new HashSet<string>(StringComparer.Ordinal);
        var forms = names.SelectMany(name => new[] { NameComparison.Form(name, table, false, none, none), NameComparison.Form(name, table, true, none, none) }).ToArray();
        return Compared(forms, NameComparison.MayBeOne).Where(pair => pair.Found.Unsure || pair.Found.Same).Select(pair => (forms[pair.A].Name, forms[pair.B].Name));
    }

    /// <summary>The one that every name of a listed organisation has.</summary>
    public static string BlockOfListed(string canonical) => "@" + canonical;

    /// <summary>By what a name is brought together with others that it may be one with: two names that share none never are.</summary>
    public static IEnumerable<string> BlocksOf(string name, NameTable table)
    {
        var none = new HashSet<string>(StringComparer.Ordinal);
        return NameComparison.Blocks(NameComparison.Form(name, table, false, none, none)).Concat(NameComparison.Blocks(NameComparison.Form(name, table, true, none, none))).Distinct(StringComparer.Ordinal);
    }

    private static NameGroups Print(UsedName[] names, NameForm[] forms, int[] roots, List<(int A, int B, Comparison Found)> joins, List<OpenPair> open)
    {
        var printed = new Dictionary<int, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in Enumerable.Range(0, names.Length).GroupBy(at => Root(roots, at)).OrderBy(group => group.Key))
        {
            // Where a person keeps two names of one list entry apart, only the first is printed with the list's name.
            var name = Candidates(group, names, forms).FirstOrDefault(taken.Add) ?? names[group.Key].Name;
            printed.Add(group.Key, name);
        }

        var groups = new NameGroups
        {
            Joins = [.. joins.Select(join => new NameJoin(names[join.B].Name, printed[Root(roots, join.A)], join.Found.Score, $"{names[join.A].Name} = {names[join.B].Name}: {join.Found.Why}")).OrderBy(join => join.Entity, StringComparer.Ordinal).ThenBy(join => join.Name, StringComparer.Ordinal).ThenBy(join => join.Why, StringComparer.Ordinal)],
            Open = [.. open],
        };
        for (var at = 0; at < names.Length; at++) groups._printed[names[at].Name] = printed[Root(roots, at)];
        return groups;
    }

    /// <summary>The lexicon's common name, then the name known first, the shorter, the first by the alphabet.</summary>
    private static IEnumerable<string> Candidates(IEnumerable<int> group, UsedName[] names, NameForm[] forms) =>
        group.Select(at => forms[at].Listed).OfType<string>().Order(StringComparer.Ordinal)
            .Concat(group.Select(at => names[at]).OrderBy(name => name.Known).ThenBy(name => name.Name.Length).ThenBy(name => name.Name, StringComparer.Ordinal).Select(name => name.Name));

    private static List<(int A, int B, Comparison Found)> Compared(NameForm[] forms, Func<NameForm, NameForm, Comparison> compare)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var at = 0; at < forms.Length; at++)
        {
            foreach (var key in NameComparison.Blocks(forms[at]).Distinct(StringComparer.Ordinal))
            {
                if (!blocks.TryGetValue(key, out var block)) blocks.Add(key, block = []);
                block.Add(at);
            }
        }

        var seen = new HashSet<long>();
        var found = new List<(int, int, Comparison)>();
        foreach (var block in blocks.Values)
        {
            // A block this large is a word that says nothing of itself; its members meet in other blocks.
            if (block.Count > 64) continue;
            for (var i = 0; i < block.Count; i++)
            {
                for (var j = i + 1; j < block.Count; j++)
                {
                    var (a, b) = (Math.Min(block[i], block[j]), Math.Max(block[i], block[j]));
                    if (forms[a].Person == forms[b].Person && seen.Add(((long)a << 32) | (uint)b)) found.Add((a, b, compare(forms[a], forms[b])));
                }
            }
        }

        return found;
    }

    private static List<(int A, int B, NameDecision Said)> Decided(NameForm[] forms, IReadOnlyList<NameDecision> decisions)
    {
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < forms.Length; at++) byKey.TryAdd(forms[at].Key, at);
        return [.. from said in decisions
                   orderby said.First, said.Second, said.Reason
                   let a = byKey.GetValueOrDefault(NameTable.Key(said.First), -1)
                   let b = byKey.GetValueOrDefault(NameTable.Key(said.Second), -1)
                   where a >= 0 && b >= 0 && a != b
                   select (a, b, said)];
    }

    /// <summary>Two groups with different names of the lexicon are never joined by the table.</summary>
    private static bool MayJoin(string? left, string? right) => left is null || right is null || left == right;

    private static bool KeptApart(int[] roots, List<(int A, int B, NameDecision Said)> apart, int a, int b)
    {
        var (left, right) = (Root(roots, a), Root(roots, b));
        foreach (var (x, y, _) in apart)
        {
            var (rootX, rootY) = (Root(roots, x), Root(roots, y));
            if ((rootX == left && rootY == right) || (rootX == right && rootY == left)) return true;
        }

        return false;
    }

    private static void Join(int[] roots, string?[] listed, List<(int A, int B, Comparison Found)> joins, int a, int b, Comparison found)
    {
        var (left, right) = (Root(roots, a), Root(roots, b));
        if (left == right) return;
        var (kept, lost) = (Math.Min(left, right), Math.Max(left, right));
        roots[lost] = kept;
        listed[kept] ??= listed[lost];
        joins.Add((a, b, found));
    }

    private static int Root(int[] roots, int at)
    {
        while (roots[at] != at) at = roots[at] = roots[roots[at]];
        return at;
    }
}
