using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Identity;

/// <summary>Finds places by name in the rows of <c>places/regions.tsv</c> and <c>places/places.tsv</c>: countries before regions before municipalities, the larger first.</summary>
public static class PlaceTable
{
    /// <param name="regions">Key, name, kind, country code, other names.</param>
    /// <param name="municipalities">Key, name, country code, region …</param>
    public static Places Load(IEnumerable<string[]> regions, IEnumerable<string[]> municipalities)
    {
        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        var byName = new Dictionary<string, List<PlaceInfo>>(StringComparer.Ordinal);
        var rows = regions.Where(row => row[2] is "country" or "region").ToArray();
        foreach (var row in rows.Where(row => row[2] is "country")) countries.TryAdd(row[3], row[1]);
        foreach (var row in rows)
        {
            var place = row[2] is "country" ? new PlaceInfo(row[1], PlaceLevel.Country, null, row[1]) : new PlaceInfo(row[1], PlaceLevel.Region, row[1], countries.GetValueOrDefault(row[3]));
            foreach (var name in row.Length > 4 ? row[4].Split('|', StringSplitOptions.RemoveEmptyEntries).Append(row[1]) : [row[1]]) Add(name.TrimStart('='), place);
        }

        foreach (var row in municipalities) Add(row[1], new PlaceInfo(row[1], PlaceLevel.Local, row[3].Length > 0 ? row[3] : null, countries.GetValueOrDefault(row[2])));
        return new Places(name => byName.GetValueOrDefault(Vocabulary.Fold(name)) ?? []);

        void Add(string name, PlaceInfo place)
        {
            if (!byName.TryGetValue(Vocabulary.Fold(name), out var list)) byName.Add(Vocabulary.Fold(name), list = []);
            if (!list.Contains(place)) list.Add(place);
        }
    }
}
