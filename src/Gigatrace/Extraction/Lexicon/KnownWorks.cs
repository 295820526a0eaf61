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
            var site = new KnownSite(row[0], PlaceKey.Of(row[2]), row[3], [.. row[4].Split('|', StringSplitOptions.RemoveEmptyEntries).SelectMany(NearKeys)]);
            known.Add(site.Place, site);
            foreach (var near in site.Near) known.Add(near, site);
        }

        return known;
    }

    /// <summary>"the Coweta plant" stands in Coweta County.</summary>
    private static IEnumerable<string> NearKeys(string name)
    {
        yield return PlaceKey.Of(name);
        if (name.EndsWith(" County", StringComparison.Ordinal)) yield return PlaceKey.Of(name[..^" County".Length]);
    }

    private void Add(string key, KnownSite site)
    {
        if (!_byPlace.TryGetValue(key, out var sites)) _byPlace.Add(key, sites = []);
        sites.Add(site);
    }

    /// <summary>The works at a municipality, or near a place by which news calls it; none of a country or region.</summary>
    public IEnumerable<KnownSite> At(Mention place)
    {
        if (place.Kind != MentionKind.Place || place.Place is { Kind: not PlaceKind.Municipality }) return [];
        var sites = _byPlace.GetValueOrDefault(PlaceKey.Of(place.Written ?? place.Name)) ?? _byPlace.GetValueOrDefault(PlaceKey.Of(place.Name));
        return sites?.Where(site => site.LiesIn(place.Place)) ?? [];
    }
}

/// <summary>A works of the list; places by their <see cref="PlaceKey"/>.</summary>
/// <param name="Company">Who runs it, or its partners' names joined where their venture has no name of its own.</param>
/// <param name="Region">The region or country in which its place lies.</param>
/// <param name="Near">Counties, parks and towns beside it by which news places it too.</param>
public sealed record KnownSite(string Company, string Place, string Region, string[] Near)
{
    internal bool LiesIn(Place? place) => place is null || place.Region is null || place.Region == Region || place.Country == Region || place.CountryCode == Region;

    /// <summary>Whether the name is that of its own place.</summary>
    internal bool IsAt(Mention place) => PlaceKey.Of(place.Name) == Place || place.Written is { } written && PlaceKey.Of(written) == Place;

    /// <summary>Whether news calls its place by that name too.</summary>
    internal bool IsNear(Mention place) => Near.Length > 0 && (Near.Contains(PlaceKey.Of(place.Name)) || place.Written is { } written && Near.Contains(PlaceKey.Of(written)));
}
