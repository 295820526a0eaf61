using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>
/// Which claims tell of one sum that was given: the same amount but for rounding, or the same in another currency where a text gives both, and
/// nothing in giver, kind or time that tells them apart. A sum that later texts repeat counts once.
/// </summary>
internal static class Sums
{
    /// <summary>Two dates of one sum, agreed and paid out, lie no farther apart.</summary>
    private const int LongestBetween = 550;

    /// <summary>One topic for each sum, sorted by name.</summary>
    public static IReadOnlyList<Topic> Of(string subject, Predicate predicate, IReadOnlyList<Entry> entries)
    {
        var groups = new List<List<Entry>>();
        foreach (var entry in entries.OrderByDescending(Said).ThenByDescending(entry => Agreement.Fineness(entry.Claim)).ThenBy(entry => entry.Known).ThenBy(entry => entry.Id, StringComparer.Ordinal))
        {
            var fits = groups.Where(group => group.TrueForAll(other => IsOne(entry, other))).ToArray();
            var best = fits.OrderByDescending(group => group.Exists(other => Agreement.Equal(other.Value, entry.Value))).FirstOrDefault();
            if (best is null) groups.Add([entry]);
            else best.Add(entry);
        }

        var named = groups.Select(group => (Name: Name(subject, predicate, group[0]), Entries: group)).ToLookup(row => row.Name, row => row.Entries, StringComparer.Ordinal);
        return
        [
            .. named.OrderBy(row => row.Key, StringComparer.Ordinal)
                .SelectMany(row => row.OrderBy(group => group[0].Claim.When?.Edtf, StringComparer.Ordinal).ThenBy(group => group[0].Id, StringComparer.Ordinal)
                    .Select((group, at) => new Topic(subject, predicate, at == 0 ? row.Key : $"{row.Key}/{group[0].Claim.When?.Edtf ?? group[0].Id}", "", "", group))),
        ];
    }

    private static bool IsOne(Entry a, Entry b) =>
        (a.Object is null || b.Object is null || a.Object == b.Object) && IsOneKind(a.Claim.Kind, b.Claim.Kind) && AreNear(a.Claim.When, b.Claim.When) && IsOneAmount(a.Claim, b.Claim);

    private static bool IsOneAmount(Claim a, Claim b)
    {
        if (a.Value is null || b.Value is null) return a.Value is null && b.Value is null;
        if (a.Unit == b.Unit) return Agreement.Alike(a, b);
        return (Currencies.Also(a) is { } first && first.Unit == b.Unit && Agreement.Alike(first, b)) || (Currencies.Also(b) is { } second && second.Unit == a.Unit && Agreement.Alike(second, a));
    }

    private static bool IsOneKind(string? a, string? b) => a is null or "other" || b is null or "other" || a == b;

    /// <summary>Two dates may be of one sum.</summary>
    public static bool AreNear(When? a, When? b)
    {
        if (a is null || b is null || Agreement.OfTimes(a, b)) return true;
        var (first, second) = (a.Latest ?? a.Earliest, b.Latest ?? b.Earliest);
        return first is not { } x || second is not { } y || Math.Abs(x.DayNumber - y.DayNumber) <= LongestBetween;
    }

    /// <summary>Who says most of a sum comes first: giver, kind, amount.</summary>
    private static int Said(Entry entry) => (entry.Object is null ? 0 : 4) + (entry.Claim.Kind is null or "other" ? 0 : 2) + (entry.Value is null ? 0 : 1);

    private static string Name(string subject, Predicate predicate, Entry first) =>
        string.Join('/', new[] { subject, predicate.Name, first.Value?.ToString(), first.Claim.Unit, first.Claim.Kind, first.Object }.OfType<string>());
}
