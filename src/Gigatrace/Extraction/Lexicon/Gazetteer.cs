using System.Collections.Concurrent;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>
/// Where the world's towns, regions and countries are. Names repeat: <see cref="Find"/> gives every place of a name, and
/// <see cref="Best"/> the one that a region or country named beside it picks, else the one with most people. Many places
/// are called like ordinary words (Liberty, Commerce, Of): whether a word in a text is a place is for the reader to say.
/// </summary>
public sealed class Gazetteer
{
    /// <summary>The longest name, in tokens; hyphens and points count.</summary>
    public const int MaxTokens = 9;

    private const int MostPlaces = 20;

    private const int City = 100_000;

    private const int MostRemembered = 4096;

    /// <summary>The names last asked for and their places: a text asks for the same again and again.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<Place>> _asked = new(StringComparer.Ordinal);
    private int _count;

    private readonly PlaceTable _sites = new("places/sites.tsv");
    private readonly PlaceTable _places = new("places/places.tsv");
    private readonly GazetteerRegions _regions;
    private readonly Lazy<HashSet<string>> _firstOrder;

    private Gazetteer(GazetteerRegions regions)
    {
        _regions = regions;
        _firstOrder = new Lazy<HashSet<string>>(FirstOrderRegions);
    }

    public static Gazetteer Load() => new(GazetteerRegions.Load(new KnowledgeSource()));

    /// <summary>All municipalities of that name, most people first, at most 20.</summary>
    public IReadOnlyList<Place> Find(ReadOnlySpan<char> name)
    {
        if (name.Length > PlaceKey.MaxLength) return Look(name);
        if (_asked.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known)) return known;
        if (Interlocked.Increment(ref _count) > MostRemembered)
        {
            _asked.Clear();
            _count = 0;
        }

        return _asked[name.ToString()] = Look(name);
    }

    private IReadOnlyList<Place> Look(ReadOnlySpan<char> name)
    {
        Span<byte> key = stackalloc byte[PlaceKey.MaxLength];
        key = key[..PlaceKey.Write(name, key)];
        if (key.IsEmpty || (!_places.Contains(key) && !_sites.Contains(key))) return [];
        var rows = new List<string>();
        _sites.Find(key, rows);
        _places.Find(key, rows);
        return [.. rows.Select(Read).OrderByDescending(place => place.Population).Take(MostPlaces)];
    }

    /// <summary>A continent, country or region by one of its names; abbreviations only as they are written (<c>Ga.</c>, <c>GA</c>).</summary>
    public Place? FindRegion(string name) => _regions.Find(name);

    /// <summary>The country or region of an adjective: French, Bavarian.</summary>
    public Place? FindAdjective(string name) => _regions.FindAdjective(name);

    /// <summary>A country by its ISO 3166 alpha-2 code in capitals. The same letters may be a state's: <c>DE</c> is Delaware too.</summary>
    public Place? FindCountry(string code) => _regions.FindCountry(code);

    /// <summary>The place of that name in the region or country of the hint; without a hint the one with most people.</summary>
    /// <param name="hintRegionOrCountry">A name, abbreviation, adjective or country code. An unknown one is as good as none.</param>
    /// <returns>
    /// Null where nothing has the name. Where nothing of the name is known where the hint says: a city, if one has it (the
    /// hint was the next of a list: "Munich, Spain and Canada"), else a place there, without coordinates or number.
    /// </returns>
    public Place? Best(string name, string? hintRegionOrCountry = null)
    {
        var places = Find(name);
        if (places.Count == 0 || hintRegionOrCountry is null) return places.FirstOrDefault();
        var hints = _regions.Readings(hintRegionOrCountry);
        if (hints.Count == 0) return places.FirstOrDefault(place => place.Region == hintRegionOrCountry) ?? places[0];
        return places.FirstOrDefault(place => hints.Any(hint => Lies(place, hint)))
            ?? places.FirstOrDefault(place => hints.Any(hint => MayLie(place, hint)))
            ?? (hints[0].Kind == PlaceKind.Country && places[0].Population >= City ? places[0] : Unlisted(name, hints[0]));
    }

    private static Place Unlisted(string name, Place within) => within with { Name = name, Kind = PlaceKind.Municipality };

    private static bool Lies(Place place, Place hint) => hint.Kind switch
    {
        PlaceKind.Country => place.CountryCode == hint.CountryCode,
        PlaceKind.Region => place.CountryCode == hint.CountryCode && place.Region == hint.Name,
        _ => true,
    };

    /// <summary>In the hint's country, where rows cannot tell the region: the place's is not known, or the hint is no first-order one (Midlands).</summary>
    private bool MayLie(Place place, Place hint) =>
        hint.Kind == PlaceKind.Region && place.CountryCode == hint.CountryCode && (place.Region is null || !_firstOrder.Value.Contains(hint.Name));

    private HashSet<string> FirstOrderRegions()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in (PlaceTable[])[_sites, _places])
        {
            var row = -1;
            while (table.Next(ref row) is { IsEmpty: false } line) names.Add(Encoding.UTF8.GetString(Column(line, 3)));
        }

        return names;
    }

    private static ReadOnlySpan<byte> Column(ReadOnlySpan<byte> line, int column)
    {
        while (column-- > 0) line = line[(line.IndexOf((byte)'\t') + 1)..];
        return line.IndexOf((byte)'\t') is >= 0 and var end ? line[..end] : line;
    }

    private Place Read(string row)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var columns = row.Split('\t');
        return new Place(
            columns[1], PlaceKind.Municipality, columns[3].Length == 0 ? null : columns[3], _regions.FindCountry(columns[2])?.Name ?? columns[2], columns[2],
            double.Parse(columns[4], invariant), double.Parse(columns[5], invariant), int.Parse(columns[6], invariant), columns[7].Length == 0 ? null : columns[7]);
    }
}
