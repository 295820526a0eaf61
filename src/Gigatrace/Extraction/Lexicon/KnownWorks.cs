using System.Text;
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
            string[] districts = [.. near.Append(row[2]).Where(IsDistrict).SelectMany(Keys)];
            string[] names = [PlaceKey.Of(row[2]), .. near.Where(name => !IsDistrict(name)).Select(PlaceKey.Of), .. districts];
            var site = new KnownSite(row[0], row[1].Split('|', StringSplitOptions.RemoveEmptyEntries), row[3], Array.ConvertAll(names, Encoding.UTF8.GetBytes), Array.ConvertAll(districts, Encoding.UTF8.GetBytes));
            foreach (var name in names) known.Add(name, site);
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

    /// <summary>The region or country of a place that the text leaves open: where all works of that name stand, or else lie near; null where the list has none, or several.</summary>
    public string? RegionOf(string place)
    {
        var key = PlaceKey.Of(place);
        if (_byPlace.GetValueOrDefault(key) is not { } sites) return null;
        var at = sites.FindAll(site => site.IsAt(key));
        if (at.Count == 0) at = sites;
        return at.TrueForAll(site => site.Region == at[0].Region) ? at[0].Region : null;
    }

    /// <summary>Whether a works is called after its region, as if that were a town: "AESC Ibaraki".</summary>
    public bool IsSite(Place region) => _byPlace.GetValueOrDefault(PlaceKey.Of(region.Name))?.Exists(site => site.Region == region.Name) == true;

    /// <summary>The region or country in which a company has works at a place of that name, itself or with others; null where the list knows of none.</summary>
    public string? RegionOf(string company, string place) =>
        _byPlace.GetValueOrDefault(PlaceKey.Of(place))?.Find(site => site.Region.Length > 0 && site.IsOf(company))?.Region;

    /// <summary>The works at a place, or near one by which news calls it.</summary>
    public IEnumerable<KnownSite> At(Mention place)
    {
        var sites = _byPlace.GetValueOrDefault(PlaceKey.Of(place.Written ?? place.Name)) ?? _byPlace.GetValueOrDefault(PlaceKey.Of(place.Name)) ?? (KnownSite.OfGrounds(place.Name) is { } ground ? _byPlace.GetValueOrDefault(PlaceKey.Of(ground)) : null);
        return sites?.Where(site => site.LiesIn(place.Place)) ?? [];
    }
}

/// <summary>A works of the list; places by their <see cref="PlaceKey"/> in UTF-8.</summary>
/// <param name="Company">Who runs it, or its partners' names joined where their venture has no name of its own.</param>
/// <param name="Partners">Who has it together; empty for a company's own.</param>
/// <param name="Region">The region or country in which its place lies.</param>
/// <param name="Names">Its place, and parks, villages, towns beside it, counties and districts by which news places it too.</param>
/// <param name="Districts">Of these the counties and districts.</param>
public sealed record KnownSite(string Company, string[] Partners, string Region, byte[][] Names, byte[][] Districts)
{
    /// <summary>A venture without a name of its own.</summary>
    public bool IsJoint { get; } = Partners.Length > 1 && Company == string.Join('-', Partners);

    internal bool IsOf(string company) => Company.Equals(company, StringComparison.OrdinalIgnoreCase) || Array.Exists(Partners, partner => partner.Equals(company, StringComparison.OrdinalIgnoreCase));

    internal bool LiesIn(Place? place) => place is null || place.Region is null || place.Region == Region || place.Country == Region || place.CountryCode == Region;

    /// <summary>Whether the list knows in which county or district it lies.</summary>
    internal bool HasDistricts => Districts.Length > 0;

    /// <summary>Whether that is a county or district that holds it.</summary>
    internal bool IsDistrict(Mention place) => Districts.Length > 0 && Is(place, Districts);

    /// <summary>Whether that is its place, by the name of the list.</summary>
    internal bool IsAt(Mention place) => Is(place, Names[..1]);

    internal bool IsAt(string key) => Encoding.UTF8.GetString(Names[0]) == key;

    /// <summary>Whether news calls its place by that name.</summary>
    internal bool Covers(Mention place) => Is(place, Names) || OfGrounds(place.Name) is { } ground && IsOne(ground, Names);

    /// <summary>"Eyde" of the "Eyde Energy Park": what grounds are called; null for any other place.</summary>
    internal static string? OfGrounds(string name)
    {
        if (!name.EndsWith(" Park", StringComparison.Ordinal) && !name.EndsWith(" Campus", StringComparison.Ordinal) && !name.EndsWith(" Zone", StringComparison.Ordinal) && !name.EndsWith(" Estate", StringComparison.Ordinal) && !name.EndsWith(" Megasite", StringComparison.Ordinal)) return null;
        var end = name.LastIndexOf(' ');
        foreach (var kind in (ReadOnlySpan<string>)[" Energy", " Industrial", " Business", " Science", " Technology", " Battery", " Innovation", " Industry"])
        {
            if (name.AsSpan(0, end).EndsWith(kind, StringComparison.Ordinal)) end -= kind.Length;
        }

        return name[..end];
    }

    private static bool Is(Mention place, byte[][] among) => IsOne(place.Name, among) || place.Written is { } written && written != place.Name && IsOne(written, among);

    /// <summary>Asked for every place beside every works that a text knows, so without a string for the key.</summary>
    private static bool IsOne(string name, byte[][] among)
    {
        Span<byte> key = stackalloc byte[PlaceKey.MaxLength];
        key = key[..PlaceKey.Write(name, key)];
        foreach (var one in among)
        {
            if (key.SequenceEqual(one)) return true;
        }

        return false;
    }
}
