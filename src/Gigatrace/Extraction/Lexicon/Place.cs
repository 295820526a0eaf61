namespace Gigatrace.Extraction.Lexicon;

public enum PlaceKind : byte
{
    /// <summary>A town, village or township; also a county or an industrial park that news names as a plant's place.</summary>
    Municipality,

    /// <summary>A country's first-order region (Tennessee, Saxony-Anhalt) or a wider or older one (Midlands, Basque Country).</summary>
    Region,
    Country,

    /// <summary>Also parts of continents: Central Europe, Scandinavia.</summary>
    Continent,
}

/// <summary>A place as the gazetteer knows it.</summary>
/// <param name="Name">As the gazetteer writes it: "Überherrn" also where a text has "Ueberherrn" only if it holds no row of that name.</param>
/// <param name="Region">The first-order region in English; null where it is not known, and of a country.</param>
/// <param name="Country">In English; null for a continent.</param>
/// <param name="CountryCode">ISO 3166 alpha-2.</param>
/// <param name="Lat">Degrees; null for regions, countries and continents.</param>
/// <param name="Population">0 where not known.</param>
/// <param name="GeonamesId">One place under two names (Dunkerque, Dunkirk) has one number; null where the place is not from there.</param>
public sealed record Place(
    string Name,
    PlaceKind Kind,
    string? Region,
    string? Country,
    string? CountryCode,
    double? Lat,
    double? Lon,
    int Population,
    string? GeonamesId);
