using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;
namespace Gigatrace.Extraction.Lexicon;
public enum PlaceKind { Municipality, Region, Country, Continent }
public sealed record Place(string Name, PlaceKind Kind, string? Region, string? Country, string? CountryCode, double Lat, double Lon, int Population, string? GeonamesId);
public sealed class Gazetteer
{
    readonly Dictionary<string, List<Place>> _p = new(); readonly Dictionary<string, Place> _r = new();
    public int MaxWords => 6;
    public static Gazetteer Load()
    {
        var g = new Gazetteer(); var s = new KnowledgeSource();
        foreach (var r in s.Table("places/places.tsv")) { var pl = new Place(r[1], PlaceKind.Municipality, r[3].Length>0?r[3]:null, null, r[2], 0, 0, int.Parse(r[6]), null); if (!g._p.TryGetValue(r[0], out var l)) g._p[r[0]] = l = []; l.Add(pl); }
        foreach (var r in s.Table("places/regions.tsv")) { g._r[r[1]] = new Place(r[1], Enum.Parse<PlaceKind>(r[2], true), null, null, r[3], 0,0,0,null); }
        return g;
    }
    public Place? FindRegion(ReadOnlySpan<char> n) => _r.GetValueOrDefault(n.ToString());
    public Place? Best(string n, string? hint)
    {
        if (!_p.TryGetValue(Vocabulary.Fold(n), out var l)) return null;
        var h = hint is null ? null : _r.GetValueOrDefault(hint);
        if (h is not null && l.Where(x => h.Kind == PlaceKind.Country ? x.CountryCode == h.CountryCode : x.Region == h.Name).MaxBy(x => x.Population) is { } b) return b;
        return l.MaxBy(x => x.Population);
    }
}
