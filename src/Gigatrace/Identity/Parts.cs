using Gigatrace.Claims;

namespace Gigatrace.Identity;

/// <summary>Which part of a site a claim is about that names none.</summary>
internal static class Parts
{
    /// <summary>Beginnings of words that speak of something not yet there.</summary>
    private static readonly string[] Building =
        ["new", "second", "third", "another", "further", "additional", "expan", "extend", "extens", "convert", "conversion", "build", "construct", "start with", "launch", "groundbreaking", "ground-breaking"];

    /// <summary>
    /// A figure that texts give exactly one part of the site, and neither another part nor the whole, is of that part where a text names no part.
    /// Null: it stays with the site.
    /// </summary>
    public static (string Part, string Why)? WithFigure(Site site, Claim claim)
    {
        if (claim.Part is "site" or "1" || !site.HasFigures || FigureOf(claim) is not { } figure) return null;
        if (site.Forms.Exists(form => form.WholeFigures.Contains(figure))) return null;
        string[] parts = [.. site.Forms.Where(form => form.Part is not null && form.Figures.Contains(figure)).Select(form => form.Part!).Distinct(StringComparer.Ordinal)];
        return parts is [var only] ? (only, $"the same figure is given for number {only}, and for no other part of {site.NameOf(null)}") : null;
    }

    /// <summary>
    /// A figure by which a part may be known: a capacity, a sum or a number of vehicles, with what it measures. Null for anything else: jobs are
    /// round numbers too often, and a total is of the whole by its words.
    /// </summary>
    public static string? FigureOf(Claim claim)
    {
        if (claim.Predicate is not ("capacity" or "investment" or "vehicles") || claim.Modality == Modality.Denied || claim.Value is null or ClaimValue.Text || claim.Basis is "total") return null;
        return $"{claim.Predicate} {(claim.Basis is "ceiling" or "output" ? claim.Basis : "")} {claim.Value} {claim.Unit}";
    }

    /// <summary>
    /// A plan made while the site already ran is for the part not yet built, where its document says that something is to
    /// be built, there is exactly one such part, and the text does not speak of the whole site. Null: it stays with the site.
    /// </summary>
    /// <param name="building">Its document says that something is to be built at the site.</param>
    public static (string Part, string Why)? Fitting(Site site, Claim claim, bool building)
    {
        if (claim.Part is "site" or "1" || !IsPlan(claim) || claim.Published?.Latest is not { } said) return null;
        if (site.Parts.GetValueOrDefault("") is not { } runs || runs >= (claim.Published.Earliest ?? said)) return null;
        var unbuilt = site.Parts.Where(part => part.Key.Length > 0 && !(part.Value < said)).ToArray();
        if (unbuilt is not [var only] || !building) return null;
        return (only.Key, $"{site.NameOf(null)} has been running since {runs.Year}, so this plan is for number {only.Key}, not yet built");
    }

    /// <summary>A plan whose words speak of something not yet there.</summary>
    public static bool SpeaksOfBuilding(Claim claim) => IsPlan(claim) && !claim.IsRow &&
        (claim.Value is ClaimValue.Text { Word: "construction_start" or "under_construction" } || Array.Exists(Building, word => StartsWord(claim.Quote, word)));

    private static bool IsPlan(Claim claim) => claim.Predicate switch
    {
        "status" => claim.Modality != Modality.Actual || claim.Value is ClaimValue.Text { Word: "planned" or "under_construction" },
        "milestone" => claim.Modality != Modality.Actual || claim.Value is ClaimValue.Text { Word: "construction_start" or "approved" },
        "capacity" or "vehicles" or "jobs" or "investment" or "supplies" or "chemistry" or "funding" => claim.Modality is not (Modality.Actual or Modality.Denied),
        _ => false,
    };

    private static bool StartsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetter(text[at - 1])) return true;
        }

        return false;
    }
}
