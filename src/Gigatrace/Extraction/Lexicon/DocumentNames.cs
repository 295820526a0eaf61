using Gigatrace.Claims;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>
/// Names that this document itself makes plain: places that stand behind "in" or before a country, organisations that no
/// list holds but that act, own or are described as one, short forms in brackets. Once plain, a name counts throughout.
/// </summary>
public sealed class DocumentNames
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _organisations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _none = new(StringComparer.Ordinal);
    private readonly HashSet<string> _firstWords = new(StringComparer.Ordinal);

    /// <summary>One bit of 64 for each first letter of these.</summary>
    private ulong _firstLetters;

    private readonly Dictionary<string, (string Name, Organisation? Organisation)> _short = new(StringComparer.Ordinal);

    public bool HasOrganisations => _organisations.Count > 0;

    public int LongestName { get; private set; } = 1;

    public void AddPlace(string written, Place place) => _places.TryAdd(written, place);

    public Place? Place(ReadOnlySpan<char> written) => _places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var place) ? place : null;

    /// <summary>A town stands in a region that the text speaks of, rather than in one that it never names: De Soto in a text about Kansas.</summary>
    public void Settle(IEnumerable<Place> spokenOf, Gazetteer gazetteer)
    {
        var regions = spokenOf.Distinct().ToList();
        bool IsSpokenOf(Place place) => regions.Exists(region => region.CountryCode == place.CountryCode && region.Name == place.Region);
        foreach (var (written, place) in _places.ToList())
        {
            if (regions.Count == 0 || IsSpokenOf(place) || place.Region is null) continue;
            if (gazetteer.Find(written).FirstOrDefault(IsSpokenOf) is { } likelier && likelier.CountryCode == place.CountryCode) _places[written] = likelier;
        }
    }

    /// <param name="written">As it stands in the text.</param>
    /// <param name="name">The name that it stands for: itself, or the long form of an acronym.</param>
    /// <param name="words">How many tokens it has.</param>
    public void AddOrganisation(string written, string name, int words)
    {
        if (!_organisations.TryAdd(written, name)) return;
        var first = FirstWord(written);
        _firstWords.Add(first.ToString());
        if (first.Length > 0) _firstLetters |= 1UL << first[0];
        LongestName = Math.Max(LongestName, words);
    }

    private readonly Dictionary<string, string> _people = new(StringComparer.Ordinal);

    /// <summary>Somebody with an office, who may be called by the last name alone from there on.</summary>
    public void AddPerson(string surname, string name) => _people[surname] = name;

    public bool HasPeople => _people.Count > 0;

    public string? Person(ReadOnlySpan<char> surname) => _people.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(surname, out var name) ? name : null;

    /// <summary>An acronym that this text has for a thing.</summary>
    public void MeansNone(string written) => _none.Add(written);

    public bool IsNone(ReadOnlySpan<char> written) => _none.Count > 0 && _none.GetAlternateLookup<ReadOnlySpan<char>>().Contains(written);

    /// <summary>A word that was taken for a name of its own is the short form of a longer one.</summary>
    public void StandsFor(string written, string name)
    {
        AddOrganisation(written, name, 1);
        _organisations[written] = name;
    }

    public string? Organisation(ReadOnlySpan<char> written) => _organisations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var name) ? name : null;

    /// <summary>An acronym at the head of a name that the text has in full stands for the whole.</summary>
    public void AddShort(string written, Organisation organisation) => _short.TryAdd(written, (organisation.Name, organisation));

    /// <summary>"Indonesia Battery Corporation (IBC)": an acronym that the text itself explains, whatever the lists have for it.</summary>
    /// <param name="organisation">Null where no list holds the name.</param>
    public void Explains(string written, string name, Organisation? organisation) => _short[written] = (name, organisation);

    public (string Name, Organisation? Organisation)? Short(ReadOnlySpan<char> written) => _short.Count > 0 && _short.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var meant) ? meant : null;

    public bool MayStart(ReadOnlySpan<char> word) => (_firstLetters >> word[0] & 1) != 0 && _firstWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> name)
    {
        var at = 0;
        while (at < name.Length && char.IsLetterOrDigit(name[at])) at++;
        return name[..at];
    }
}
