using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction.Attachment;

/// <summary>Places as those of works: which is more exact, which is the same, how a plant's name writes it.</summary>
internal static class Sites
{
    /// <summary>Gives a plant whose place is only broadly known the exact place that a sentence about it names.</summary>
    public static void Refine(Plant plant, Mention place)
    {
        if (plant.PlaceName is null || Broader(plant.Place, place.Place)) (plant.PlaceName, plant.Place) = (NameOf(place), place.Place);
    }

    /// <summary>"Randolph County" in a text that names Liberty too, where the list has the works: the town is the more exact.</summary>
    internal static void Narrow(Plant plant, IEnumerable<Part> text)
    {
        if (plant is not { Known: { } listed, Place: { } place } || (place.Kind == PlaceKind.Municipality && !IsCounty(place))) return;
        if (text.SelectMany(static part => part.Sentences).SelectMany(static sentence => sentence.Mentions).FirstOrDefault(mention => mention.IsTown && listed.IsAt(mention)) is { } town) (plant.PlaceName, plant.Place) = (NameOf(town), town.Place);
    }

    public static bool SamePlace(Plant plant, Mention place) =>
        plant.PlaceName is not null && (string.Equals(plant.PlaceName, NameOf(place), StringComparison.OrdinalIgnoreCase) || plant.Place is { Kind: PlaceKind.Municipality } && Broader(place.Place, plant.Place) && !LiesElsewhere(plant, place) || plant.Known?.Covers(place) == true);

    /// <summary>A county that is not the one in which the list has the works.</summary>
    private static bool LiesElsewhere(Plant plant, Mention place) =>
        place.Place is { } county && IsCounty(county) && plant.Known is { HasDistricts: true } known && !known.Covers(place);

    /// <summary>Whether the first is a region or country that holds the second.</summary>
    public static bool Broader(Place? outer, Place? inner)
    {
        if (outer is null || inner is null || outer == inner) return false;
        // A county holds the towns of its state, as far as one text goes.
        if (IsCounty(outer) && inner.Kind == PlaceKind.Municipality && !IsCounty(inner)) return inner.CountryCode == outer.CountryCode && inner.Region == outer.Region && outer.Region is not null;
        if (outer.Kind == PlaceKind.Municipality) return false;
        if (outer.Kind == PlaceKind.Country) return inner.Kind != PlaceKind.Country && inner.CountryCode == outer.CountryCode;
        return outer.Kind == PlaceKind.Region && inner.Kind == PlaceKind.Municipality && inner.CountryCode == outer.CountryCode && (inner.Region == outer.Name || inner.Region is null || IsShire(outer));
    }

    /// <summary>Somerset, below England, which is the region that the lists know of its towns.</summary>
    private static bool IsShire(Place place) => place is { CountryCode: "GB", Kind: PlaceKind.Region, Name: not ("England" or "Scotland" or "Wales" or "Northern Ireland") };

    /// <summary>A county, or grounds with a name of their own: a works is rather called by the town.</summary>
    private static bool IsCounty(Place place) => place.Kind == PlaceKind.Municipality && (place.Name.EndsWith(" County", StringComparison.Ordinal) || place.Name.EndsWith(" Park", StringComparison.Ordinal));

    /// <summary>A place as a plant's name has it: municipalities as written, countries by their short English name.</summary>
    public static string NameOf(Mention place) => place.Place is { Kind: PlaceKind.Country or PlaceKind.Region } broad ? NameOf(broad) : InCase(place.Written ?? place.Name, place.Name);

    public static string NameOf(Place place) => place switch
    {
        { Kind: PlaceKind.Country, Name: "United Kingdom" } => "UK",
        { Kind: PlaceKind.Country, Name: "United States" } => "US",
        _ => place.Name,
    };

    /// <summary>"SUNDERLAND" over a section: a town in capitals as it is written elsewhere.</summary>
    private static string InCase(string written, string name) =>
        written.Length < 4 || HasSmall(written) ? written : string.Equals(written, name, StringComparison.OrdinalIgnoreCase) ? name : System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(written.ToLowerInvariant());

    private static bool HasSmall(string written)
    {
        foreach (var letter in written)
        {
            if (char.IsLower(letter)) return true;
        }

        return false;
    }

    /// <summary>The places of a phrase that are not merely the region or country of the one before.</summary>
    public static List<Mention> Distinct(PlantPhrase phrase)
    {
        var result = new List<Mention>();
        foreach (var place in phrase.Places)
        {
            if (result.Count > 0 && Broader(place.Place, result[^1].Place)) continue;
            if (result.Count > 0 && !phrase.Plural && place.Place?.Kind != PlaceKind.Municipality) continue;
            result.Add(place);
        }

        // "in the French town of Douai": the town, whatever stood first.
        // "its Suminoe factory in Osaka": the town before the city that it lies in.
        if (!phrase.Plural && result is [{ IsTown: true } city, ..]) result.RemoveAll(place => place == city && result.Exists(town => town.IsTown && town.Place?.Region == city.Name));
        result.Sort((a, b) => (a.Place?.Kind == PlaceKind.Municipality ? 0 : 1).CompareTo(b.Place?.Kind == PlaceKind.Municipality ? 0 : 1));
        return result;
    }
}
