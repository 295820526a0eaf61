using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>The history of everything that was known: what is held as of every day there is.</summary>
internal static class Histories
{
    /// <summary>All rows of all families. A pure function of its arguments; the order of the claims does not matter.</summary>
    public static IReadOnlyList<HeldRow> Of(IReadOnlyCollection<KnownClaim> claims, Judgements judged, Knowledge knowledge)
    {
        var names = new PrintedNames();
        var counted = claims.Where(claim => !judged.Rejected(claim.Claim.Id)).ToArray();
        var families = new FamilySet(counted, judged, knowledge);
        var walks = families.Names.Select(family => (Family: family, Walk: families.Walk(family, names.On))).ToArray();
        foreach (var (_, walk) in walks) names.Add(walk);
        return [.. walks.SelectMany(row => History.Of(row.Family, row.Walk, Renaming(row.Walk.Others, names)))];
    }

    /// <summary>By day, which of some names are printed otherwise from that day on.</summary>
    public static SortedDictionary<DateOnly, HashSet<string>> Renaming(IEnumerable<string> used, PrintedNames names)
    {
        var days = new SortedDictionary<DateOnly, HashSet<string>>();
        foreach (var name in used)
        {
            foreach (var (from, _) in names.Turns(name))
            {
                if (!days.TryGetValue(from, out var turned)) days.Add(from, turned = new HashSet<string>(StringComparer.Ordinal));
                _ = turned.Add(name);
            }
        }

        return days;
    }
}
