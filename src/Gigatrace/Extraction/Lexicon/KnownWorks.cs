using Gigatrace.Claims;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>
/// Who has, had or planned battery works where, as the world knows it. It decides between those that a text names: nobody is at a place
/// whom the text does not speak of, and no claim rests on the list.
/// </summary>
public sealed class KnownWorks
{
    private readonly Dictionary<string, List<KnownSite>> _byPlace = new(StringComparer.Ordinal);

    public static KnownWorks Load(KnowledgeSource source)
    {
        var known = new KnownWorks();
        foreach (var row in source.Table("lexicon/sites.tsv"))
        {
            var near = row[4].Split('|', StringSplitOptions.RemoveEmptyEntries);
            var site = new KnownSite(row[0], row[0] == row[1].Replace('|', '-') && row[1].Contains('|', StringComparison.Ordinal), PlaceKey.Of(row[2]), row[3], [.. near.Where(name => !IsDistrict(name)).Select(PlaceKey.Of)], [.. near.Append(row[2]).Where(IsDistrict).SelectMany(Keys)]);
            foreach (var key in (string[])[site.Place, .. site.Near, .. site.Districts]) known.Add(key, site);
        }

        return known;
    }

    private static bool IsDistrict(string name) => name.EndsWith(" County", StringComparison.Ordinal) || name.EndsWith(" district", StringComparison.OrdinalIgnoreCase);

    /// <summary>"the Coweta plant" stands in Coweta County.</summary>
    private static string[] Keys(string district) => [PlaceKey.Of(district), PlaceKey.Of(district[..district.LastIndexOf(' ')])];

    private void Add(string key, KnownSite site)
    {
        if (!_byPlace.TryGetValue(key, out var sites)) _byPlace.Add(key, sites = []);
        sites.Add(site);
    }

    /// <summary>The region or country of a place that the text leaves open: where all works of that name stand; null where the list has none, or several.</summary>
    public string? RegionOf(string place) =>
        _byPlace.GetValueOrDefault(PlaceKey.Of(place)) is { } sites && sites.TrueForAll(site => site.Region == sites[0].Region) ? sites[0].Region : null;

    /// <summary>The works at a place, or near one by which news calls it.</summary>
    public IEnumerable<KnownSite> At(Mention place)
    {
        var sites = _byPlace.GetValueOrDefault(PlaceKey.Of(place.Written ?? place.Name)) ?? _byPlace.GetValueOrDefault(PlaceKey.Of(place.Name));
        return sites?.Where(site => site.LiesIn(place.Place)) ?? [];
    }
}

/// <summary>A works of the list; places by their <see cref="PlaceKey"/>.</summary>
/// <param name="Company">Who runs it, or its partners' names joined where their venture has no name of its own.</param>
/// <param name="IsJoint">A venture without a name of its own.</param>
/// <param name="Region">The region or country in which its place lies.</param>
/// <param name="Near">Parks, villages and towns beside it by which news places it too.</param>
/// <param name="Districts">Counties and districts that hold it.</param>
public sealed record KnownSite(string Company, bool IsJoint, string Place, string Region, string[] Near, string[] Districts)
{
    internal bool LiesIn(Place? place) => place is null || place.Region is null || place.Region == Region || place.Country == Region || place.CountryCode == Region;

    /// <summary>Whether that is a county or district that holds it.</summary>
    internal bool IsDistrict(Mention place) => Is(place, Districts.Contains);

    /// <summary>Whether news calls its place by that name.</summary>
    internal bool Covers(Mention place) => Is(place, key => key == Place || Near.Contains(key) || Districts.Contains(key));

    private static bool Is(Mention place, Func<string, bool> among) => among(PlaceKey.Of(place.Name)) || place.Written is { } written && written != place.Name && among(PlaceKey.Of(written));
}
