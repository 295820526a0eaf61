using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>Which of the sums given to one subject is part of another: a package and what it is made of. Both hold, and only the package is counted.</summary>
internal static class Packages
{
    private static readonly string[] Wholes = ["package", "in total", "in all", "altogether", "overall", "total of", "totalling", "totaling", "combined", "all in all"];
    private static readonly string[] Parts = ["of which", "of this", "of it", "including", "includes", "included", "part of", "made up of", "consists of", "comprises", "comprising"];

    /// <summary>Each part with the smallest package that holds it. A part that has parts of its own is a package too.</summary>
    public static IEnumerable<(Settled Package, Settled Part)> Of(IReadOnlyList<Settled> sums)
    {
        foreach (var part in sums)
        {
            var whole = sums.Where(other => other != part && IsPart(part, other)).OrderBy(other => High(other.Holds)).ThenBy(other => other.Holds.Id, StringComparer.Ordinal).FirstOrDefault();
            if (whole is not null) yield return (whole, part);
        }
    }

    private static bool IsPart(Settled part, Settled package)
    {
        if (part.Holds.Claim.Unit != package.Holds.Claim.Unit || !(High(part.Holds) < High(package.Holds)) || package.Holds.Modality == Modality.Denied || part.Holds.Modality == Modality.Denied) return false;
        return package.Supports.Any(whole => part.Supports.Any(one => Tells(whole, one)));
    }

    /// <summary>One text names both and says which is which; or texts of the same days, where the smaller is said to be part of something.</summary>
    private static bool Tells(Entry whole, Entry part) =>
        whole.Claim.DocumentId == part.Claim.DocumentId ? Says(whole, Wholes) || Says(part, Parts)
        : Says(whole, Wholes) && Says(part, Parts) && !whole.Undated && !part.Undated && Math.Abs(whole.Known.DayNumber - part.Known.DayNumber) <= Timeline.SameTimeDays;

    private static bool Says(Entry entry, string[] phrases) => Array.Exists(phrases, phrase => entry.Claim.Quote.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    private static decimal High(Entry entry) => Agreement.Bounds(entry.Value)?.High ?? 0;
}
