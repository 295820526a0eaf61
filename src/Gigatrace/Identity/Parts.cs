using Gigatrace.Claims;

namespace Gigatrace.Identity;

/// <summary>Which part of a site a claim is about that names none.</summary>
internal static class Parts
{
    /// <summary>Beginnings of words that speak of something not yet there.</summary>
    private static readonly string[] Building =
        ["new", "second", "third", "another", "further", "additional", "expan", "extend", "extens", "convert", "conversion", "build", "construct", "start with", "launch", "groundbreaking", "ground-breaking"];

    /// <summary>
    /// A plan made while the site already ran is for the part not yet built, where its document says that something is to
    /// be built, there is exactly one such part, and the text does not speak of the whole site. Null: it stays with the site.
    /// </summary>
    public static (string Part, string Why)? Fitting(Site site, Claim claim)
    {
        if (claim.Part is "site" or "1" || !IsPlan(claim) || claim.Published?.Latest is not { } said) return null;
        if (site.RunningSince(null) is not { } runs || runs >= (claim.Published.Earliest ?? said)) return null;
        var unbuilt = site.Parts.OfType<string>().Where(part => !(site.RunningSince(part) < said)).ToArray();
        if (unbuilt is not [var only] || !SpeaksOfBuilding(site, claim)) return null;
        return (only, $"{site.NameOf(null)} has been running since {runs.Year}, so this plan is for number {only}, not yet built");
    }

    private static bool IsPlan(Claim claim) => claim.Predicate switch
    {
        "status" => claim.Modality != Modality.Actual || claim.Value is ClaimValue.Text { Word: "planned" or "under_construction" },
        "milestone" => claim.Modality != Modality.Actual || claim.Value is ClaimValue.Text { Word: "construction_start" or "approved" },
        "capacity" or "vehicles" or "jobs" or "investment" or "supplies" or "chemistry" or "funding" => claim.Modality is not (Modality.Actual or Modality.Denied),
        _ => false,
    };

    private static bool SpeaksOfBuilding(Site site, Claim claim) =>
        IsBuilding(claim) || site.Mentions.Exists(mention => mention.Part is null && mention.Claim.DocumentId == claim.DocumentId && IsPlan(mention.Claim) && IsBuilding(mention.Claim));

    private static bool IsBuilding(Claim claim) =>
        claim.Value is ClaimValue.Text { Word: "construction_start" or "under_construction" } || Array.Exists(Building, word => StartsWord(claim.Quote, word));

    private static bool StartsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetter(text[at - 1])) return true;
        }

        return false;
    }
}
