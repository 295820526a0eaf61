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

/// <summary>
/// Organisations and persons: every name with the entity's printed name. The same names give the same groups, in whatever order, and what a name is
/// grouped with depends on nothing but the names that it is tied to by likeness (<see cref="Alike"/>) and judgements.
/// </summary>
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
        var forms = names.Select(name => NameForm.Of(name, table)).ToArray();
        var grouping = new Grouping(forms, Decided(forms, decisions));
        var compared = NameBlocks.Pairs(forms).Select(pair => new ComparedPair(pair.A, pair.B, NameComparison.Compare(forms[pair.A], forms[pair.B])));
        grouping.Apply([.. compared.Where(pair => pair.Found.Score >= NameComparison.Unsure).OrderByDescending(pair => pair.Found.Score).ThenBy(pair => pair.A).ThenBy(pair => pair.B)]);
        return Print(names, forms, grouping);
    }

    /// <summary>Pairs of names that could ever be joined or left open, whatever becomes known of places, owners and of who is a person.</summary>
    /// <param name="persons">Names that persons have by some claim; null where any may.</param>
    public static IEnumerable<(string First, string Second)> Alike(IReadOnlyList<string> names, NameTable table, IReadOnlySet<string>? persons = null)
    {
        foreach (var person in (bool[])[false, true])
        {
            var some = person && persons is not null ? [.. names.Where(persons.Contains)] : names;
            var forms = some.Select(name => FormOf(name, person, table)).ToArray();
            foreach (var (a, b) in NameBlocks.Pairs(forms))
            {
                if (NameComparison.CouldEver(forms[a], forms[b])) yield return (some[a], some[b]);
            }
        }
    }

    /// <summary>The key that every name of a listed organisation has.</summary>
    public static long BlockOfListed(string canonical) => NameBlocks.OfListed(canonical);

    /// <summary>By what a name is brought together with others that it may be one with: two names that share no key never are.</summary>
    /// <param name="person">A person may have it too.</param>
    public static IEnumerable<long> BlocksOf(string name, NameTable table, bool person) => (person ? new[] { false, true } : [false]).SelectMany(one => NameBlocks.Of(FormOf(name, one, table))).Distinct();

    private static NameForm FormOf(string name, bool person, NameTable table) =>
        NameForm.Of(new UsedName(name, person, DateOnly.MaxValue, ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty), table);

    /// <summary>Judgements by the places of their names in the list; a name that nobody uses is left out.</summary>
    private static ImmutableArray<(int A, int B, NameDecision Said)> Decided(IReadOnlyList<NameForm> forms, IReadOnlyList<NameDecision> decisions)
    {
        if (decisions.Count == 0) return [];
        var byName = forms.Select((form, at) => (form.Name, at)).ToDictionary(StringComparer.Ordinal);
        var byKey = forms.Select((form, at) => (form.Text.Key, at)).GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Min(pair => pair.at), StringComparer.Ordinal);
        return [.. from said in decisions
                   orderby said.First, said.Second, said.Reason
                   let a = Find(said.First)
                   let b = Find(said.Second)
                   where a >= 0 && b >= 0 && a != b
                   select (a, b, said)];

        int Find(string name) => byName.TryGetValue(name, out var at) || byKey.TryGetValue(NameTable.Key(name), out at) ? at : -1;
    }

    private static NameGroups Print(UsedName[] names, NameForm[] forms, Grouping grouping)
    {
        var printed = new Dictionary<int, string>();
        // Where a person keeps two names of one list entry apart, the list's name goes to the one that is written so, else to the first.
        var holders = names.Select((name, at) => (name.Name, Root: grouping.Root(at))).ToDictionary(StringComparer.Ordinal);
        foreach (var group in Enumerable.Range(0, names.Length).GroupBy(grouping.Root).OrderBy(group => group.Key))
        {
            var name = Candidates(group, names, forms).First(name => !holders.TryGetValue(name, out var holder) || holder == group.Key);
            printed.Add(group.Key, name);
            holders[name] = group.Key;
        }

        var groups = new NameGroups
        {
            Joins = [.. grouping.Joins.Select(join => new NameJoin(names[join.B].Name, printed[grouping.Root(join.A)], join.Found.Score, $"{names[join.A].Name} = {names[join.B].Name}: {join.Found.Why}")).OrderBy(join => join.Entity, StringComparer.Ordinal).ThenBy(join => join.Name, StringComparer.Ordinal).ThenBy(join => join.Why, StringComparer.Ordinal)],
            Open = [.. grouping.Open.Select(pair => new OpenPair(names[pair.A].Name, names[pair.B].Name, pair.Found.Score, pair.Found.Why)).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.First, StringComparer.Ordinal).ThenBy(pair => pair.Second, StringComparer.Ordinal)],
        };
        for (var at = 0; at < names.Length; at++) groups._printed[names[at].Name] = printed[grouping.Root(at)];
        return groups;
    }

    /// <summary>The lexicon's common name, then the name that was known first, the shorter, the first by the alphabet. How often a name is used does not count: it changes with every text.</summary>
    private static IEnumerable<string> Candidates(IEnumerable<int> group, UsedName[] names, NameForm[] forms) =>
        group.Select(at => forms[at].Listed).OfType<string>().Order(StringComparer.Ordinal)
            .Concat(group.Select(at => names[at]).OrderBy(name => name.Known).ThenBy(name => name.Name.Length).ThenBy(name => name.Name, StringComparer.Ordinal).Select(name => name.Name));
}
