using Gigatrace.Claims;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>Continents, countries and regions with all their names, from <c>places/regions.tsv</c>.</summary>
internal sealed class GazetteerRegions
{
    private readonly Dictionary<string, Place> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _asWritten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _byAdjective = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _byCode = new(StringComparer.Ordinal);

    public static GazetteerRegions Load(KnowledgeSource source)
    {
        var rows = source.Table("places/regions.tsv").ToList();
        var countries = rows.Where(row => row[2] == "country").ToDictionary(row => row[3], row => row[1], StringComparer.Ordinal);
        var regions = new GazetteerRegions();
        foreach (var row in rows) regions.Add(row, countries);
        return regions;
    }

    public Place? Find(string name) =>
        _asWritten.GetValueOrDefault(name) ?? _byKey.GetValueOrDefault(PlaceKey.Of(name));

    public Place? FindAdjective(string name) => _byAdjective.GetValueOrDefault(PlaceKey.Of(name));

    public Place? FindCountry(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Everything that a hint may mean: its name, adjective and country code (<c>DE</c> is Delaware and Germany).</summary>
    public IReadOnlyList<Place> Readings(string hint) =>
        [.. new[] { Find(hint), FindAdjective(hint), FindCountry(hint) }.OfType<Place>().Distinct()];

    private void Add(string[] row, Dictionary<string, string> countries)
    {
        var kind = row[2] switch { "country" => PlaceKind.Country, "region" => PlaceKind.Region, _ => PlaceKind.Continent };
        var code = row[3].Length == 0 ? null : row[3];
        var place = new Place(row[1], kind, kind == PlaceKind.Region ? row[1] : null, code is null ? null : countries.GetValueOrDefault(code) ?? code, code, null, null, 0, null);
        _asWritten.TryAdd(row[1], place);
        if (!Values(row, 4).Contains("=" + row[1])) _byKey.TryAdd(row[0], place);
        if (kind == PlaceKind.Country) _byCode.Add(row[3], place);
        foreach (var alias in Values(row, 4))
        {
            if (alias[0] == '=') _asWritten.TryAdd(alias[1..], place);
            else _byKey.TryAdd(PlaceKey.Of(alias), place);
        }

        foreach (var adjective in Values(row, 5)) _byAdjective.TryAdd(PlaceKey.Of(adjective.TrimStart('=')), place);
    }

    private static string[] Values(string[] row, int column) =>
        column < row.Length ? row[column].Split('|', StringSplitOptions.RemoveEmptyEntries) : [];
}
