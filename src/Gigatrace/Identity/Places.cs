using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Identity;

public enum PlaceLevel
{
    /// <summary>A municipality or a named site.</summary>
    Local,
    Region,
    Country,
}

/// <summary>One place that a name can mean.</summary>
/// <param name="Region">The first-level region that holds it; its own name for a region.</param>
/// <param name="Country">English name; its own name for a country.</param>
/// <param name="Id">One place under two names (Dunkerque, Dunkirk) has one id; null where none is known.</param>
public sealed record PlaceInfo(string Name, PlaceLevel Level, string? Region, string? Country, string? Id = null)
{
    private const double KilometresPerDegree = 111.2;

    /// <summary>In degrees; null where it is not known.</summary>
    public (double Lat, double Lon)? At { get; init; }

    /// <summary>How far it is to another place, in kilometres, as over a plain; null where it is not known of both where they are.</summary>
    public double? To(PlaceInfo other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (At is not var (lat, lon) || other.At is not var (otherLat, otherLon)) return null;
        return KilometresPerDegree * Math.Sqrt(Math.Pow(lat - otherLat, 2) + Math.Pow((lon - otherLon) * Math.Cos(lat * Math.PI / 180), 2));
    }
}

/// <summary>What the gazetteer knows of place names, most likely meaning first.</summary>
public sealed class Places(Func<string, IReadOnlyList<PlaceInfo>> find)
{
    private readonly Dictionary<string, IReadOnlyList<PlaceInfo>> _known = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    private Func<string, string, string?> _regionOf = (_, _) => null;

    /// <summary>Countries and regions before municipalities, those by their people.</summary>
    /// <param name="regionOf">In which region or country a company's works at a place lies; null where that is not known.</param>
    public static Places Of(Gazetteer gazetteer, Func<string, string, string?> regionOf) => new(name =>
    [
        .. gazetteer.FindRegion(name) is { Kind: PlaceKind.Country or PlaceKind.Region } broad ? [InfoOf(broad)] : Array.Empty<PlaceInfo>(),
        .. gazetteer.Find(name).Select(InfoOf),
    ]) { _regionOf = regionOf };

    /// <summary>Every place of that name, most likely first; empty where none is known.</summary>
    public IReadOnlyList<PlaceInfo> Find(string name)
    {
        lock (_lock)
        {
            if (!_known.TryGetValue(name, out var places)) _known.Add(name, places = find(name));
            return places;
        }
    }

    /// <summary>A broader place holds a local one, for some meaning of both. The meaning of the local one is returned.</summary>
    public PlaceInfo? Within(string local, string broad)
    {
        foreach (var outer in Find(broad))
        {
            if (outer.Level == PlaceLevel.Local) continue;
            foreach (var inner in Find(local))
            {
                if (inner.Level < outer.Level && Holds(outer, inner)) return inner;
            }
        }

        return null;
    }

    /// <summary>Of several places of one name the one where the company is known to have works; null where it is not, or where one alone has the name.</summary>
    public PlaceInfo? OfWorks(string company, string place) => Find(place) is { Count: > 1 } meanings && _regionOf(company, place) is { } broad
        ? meanings.FirstOrDefault(meaning => NameTable.Key(meaning.Region ?? "") == NameTable.Key(broad) || NameTable.Key(meaning.Country ?? "") == NameTable.Key(broad)) : null;

    /// <summary>Whether a company is known to have works at a place of that name.</summary>
    public bool HasWorks(string company, string place) => _regionOf(company, place) is not null;

    private static PlaceInfo InfoOf(Place place) => place.Kind switch
    {
        PlaceKind.Country => new PlaceInfo(place.Name, PlaceLevel.Country, null, place.Name),
        PlaceKind.Region => new PlaceInfo(place.Name, PlaceLevel.Region, place.Name, place.Country),
        _ => new PlaceInfo(place.Name, PlaceLevel.Local, place.Region, place.Country, place.GeonamesId) { At = place is { Lat: { } lat, Lon: { } lon } ? (lat, lon) : null },
    };

    private static bool Holds(PlaceInfo outer, PlaceInfo inner) => outer.Level == PlaceLevel.Country
        ? outer.Country == inner.Country
        : outer.Country == inner.Country && outer.Region == inner.Region;
}
