using System.Buffers;
using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>The names that the lists hold: organisations, vehicle models, chemistries, regions. It helps to recognise, never to know.</summary>
public sealed class NameLexicon
{
    private readonly Dictionary<string, Organisation> _organisations = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _governments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);
    private SearchValues<string> _makers = SearchValues.Create([], StringComparison.Ordinal);
    private ILookup<char, string> _makerNames = Enumerable.Empty<string>().ToLookup(name => name[0]);

    private NameLexicon(NameTrie names, Gazetteer places, KnownWorks works)
    {
        Names = names;
        Places = places;
        Works = works;
    }

    /// <summary>Everything but municipalities, which are looked up in <see cref="Places"/>; of these only towns that are plain without their context.</summary>
    public NameTrie Names { get; }

    public Gazetteer Places { get; }

    public KnownWorks Works { get; }

    public Organisation? Organisation(string name) => _organisations.GetValueOrDefault(name);

    /// <summary>Who is commonly said to run a works: for an arm that is named after a country or region ("EVE Power Hungary", "SVOLT Europe") the company that it is an arm of.</summary>
    public string Operator(string company)
    {
        while (Organisation(company) is { Kind: "cell_maker", Parents: [var parent] } arm && SharesFirstWord(arm.Name, parent) && NamesPlace(arm.Name)) company = parent;
        return company;
    }

    /// <summary>Who is commonly said to run a works at a place: for a brand of cars its owner, where the list knows a works of that one there.</summary>
    public string Operator(string company, Mention place) =>
        Organisation(company) is { Kind: "brand", Parents: [var owner] } && Works.At(place).Any(known => known.Company == owner) && !Works.At(place).Any(known => known.Company == company) ? owner : Operator(company);

    private static bool SharesFirstWord(string one, string other) =>
        one.AsSpan(0, Math.Max(0, one.IndexOf(' '))) is { Length: > 1 } first && other.AsSpan().StartsWith(first) && (other.Length == first.Length || other[first.Length] == ' ');

    private bool NamesPlace(string name) => name.Split(' ').Skip(1).Any(word => word is "Europe" or "America" or "Asia" or "USA" || Places.FindRegion(word) is not null) || name.Split(' ') is [_, .., var quarter, var land] && Places.FindRegion($"{quarter} {land}") is not null;

    /// <summary>Whether a text has the name of a maker of cells as a word, as the lists write it.</summary>
    public bool NamesMaker(ReadOnlySpan<char> text)
    {
        for (int at = 0, next; (next = text[at..].IndexOfAny(_makers)) >= 0; at += next + 1)
        {
            var found = text[(at + next)..];
            if (at + next > 0 && char.IsLetterOrDigit(text[at + next - 1])) continue;
            foreach (var name in _makerNames[found[0]])
            {
                if (found.StartsWith(name) && (found.Length == name.Length || !char.IsLetterOrDigit(found[name.Length]))) return true;
            }
        }

        return false;
    }

    /// <summary>The government of a country by the country's code, not that of one of its states; null where no list names it.</summary>
    public string? Government(string country) => _governments.GetValueOrDefault(country);

    /// <summary>The country or region whose government it is, by which a giver of money is named: "Canada" for "Canadian government"; null for a ministry and any other name.</summary>
    public string? State(string government) => _states.GetValueOrDefault(government);

    public static NameLexicon Load(KnowledgeSource source, Vocabulary vocabulary)
    {
        var lexicon = new NameLexicon(new NameTrie(vocabulary), Gazetteer.Load(), KnownWorks.Load(source));
        foreach (var row in source.Table("lexicon/organisations.tsv")) lexicon.AddOrganisation(row);
        foreach (var row in source.Table("lexicon/models.tsv")) lexicon.AddModel(row);
        foreach (var row in source.Table("lexicon/works.tsv")) lexicon.AddWorks(row);
        foreach (var row in source.Table("lexicon/chemistries.tsv"))
        {
            foreach (var alias in row[1].Split('|')) lexicon.Names.Add(alias, new Chemistry(row[0]), lowerCase: true);
        }

        foreach (var row in source.Table("places/regions.tsv")) lexicon.AddRegion(row);
        foreach (var row in source.Table("places/towns.tsv"))
        {
            if (lexicon.Places.Best(row[0], row[1]) is { } town) lexicon.Names.Add(row[0], town);
        }

        lexicon.FindGovernments();
        lexicon.FindMakers(source);
        return lexicon;
    }

    /// <summary>Names of three letters and more; one of small letters too ("Ambri", "Siro") may be a word of a note, unless it is long.</summary>
    private void FindMakers(KnowledgeSource source)
    {
        string[] names = [.. source.Table("lexicon/organisations.tsv").Where(row => row[1] == "cell_maker").SelectMany(row => Column(row, 2).Split('|', StringSplitOptions.RemoveEmptyEntries).Where(alias => alias[0] != '=').Append(row[0])).Select(WithoutYears).Where(name => name.Length > 5 || (name.Length > 2 && name.All(char.IsUpper))).Distinct(StringComparer.Ordinal)];
        (_makers, _makerNames) = (SearchValues.Create(names, StringComparison.Ordinal), names.ToLookup(name => name[0]));
    }

    private void FindGovernments()
    {
        const string Ending = " government";
        foreach (var (name, _, _, country) in _organisations.Values.Where(organisation => organisation.Kind == "government").OrderBy(organisation => organisation.Name, StringComparer.Ordinal))
        {
            // "UK government" is so called in full.
            if (name.EndsWith(Ending, StringComparison.Ordinal) && name[..^Ending.Length] is { Length: > 3 } land)
            {
                if (Names.Single(land) is Nationality nationality) _states.TryAdd(name, nationality.Place.Name);
                else if (Places.FindRegion(land) is { } region) _states.TryAdd(name, region.Name);
            }

            if (country is not null && name.EndsWith(Ending, StringComparison.Ordinal) && Places.FindRegion(name[..^Ending.Length]) is not { Kind: PlaceKind.Region }) _governments.TryAdd(country, name);
        }
    }

    private void AddOrganisation(string[] row)
    {
        string[] parents = [.. Column(row, 3).Split('|', StringSplitOptions.RemoveEmptyEntries).Select(WithoutYears)];
        var organisation = new Organisation(row[0], row[1], parents is [.., var last] ? last : null, Column(row, 4) is { Length: > 0 } country ? country : null) { Parents = [.. parents] };
        _organisations[row[0]] = organisation;
        var aliases = Column(row, 2).Split('|', StringSplitOptions.RemoveEmptyEntries);
        foreach (var alias in aliases)
        {
            // A name of its time is kept as the text writes it: a text of 2019 speaks of Daimler.
            var name = WithoutYears(alias);
            Names.Add(name, name.Length == alias.Length ? organisation : _organisations[name.TrimStart('=')] = organisation with { Name = name.TrimStart('=') });
        }

        if (!aliases.Contains("=" + row[0])) Names.Add(row[0], organisation);
    }

    private void AddModel(string[] row)
    {
        var model = new Model(row[0], row[1]);
        var aliases = Column(row, 2).Split('|', StringSplitOptions.RemoveEmptyEntries);
        foreach (var alias in aliases) Names.Add(alias, model);
        if (!aliases.Contains("=" + row[0])) Names.Add(row[0], model);
    }

    private void AddWorks(string[] row)
    {
        var works = new Works(row[0], Organisation(row[1]) ?? throw new FormatException($"lexicon/works.tsv: no organisation {row[1]}"), row[2], row[3]);
        Names.Add(row[0], works);
        foreach (var alias in Column(row, 4).Split('|', StringSplitOptions.RemoveEmptyEntries)) Names.Add(alias, works);
    }

    private void AddRegion(string[] row)
    {
        // Continents are no plant's place, and "Europe president" is a title.
        if (Places.FindRegion(row[1]) is not { Kind: not PlaceKind.Continent } place) return;
        Names.Add(row[1], place);
        foreach (var alias in Column(row, 4).Split('|', StringSplitOptions.RemoveEmptyEntries)) Names.Add(alias, place);
        // Translated texts write "the swedish maker"; "polish" is a verb too.
        foreach (var adjective in Column(row, 5).Split('|', StringSplitOptions.RemoveEmptyEntries)) Names.Add(adjective, new Nationality(place), lowerCase: place.Kind == PlaceKind.Country && adjective.EndsWith("an", StringComparison.Ordinal) | adjective.EndsWith("ese", StringComparison.Ordinal) | adjective.EndsWith("ish", StringComparison.Ordinal) && adjective is not "Polish");
    }

    private static string Column(string[] row, int at) => at < row.Length ? row[at].Trim() : "";

    internal static string WithoutYears(string name) => name.IndexOf('[') is > 0 and var at ? name[..at].Trim() : name.Trim();
}

/// <summary>A cell chemistry, by the name of the claim vocabulary: NMC, LFP, NCA, sodium-ion, solid-state …</summary>
public sealed record Chemistry(string Name);

/// <summary>A vehicle model and who makes it.</summary>
public sealed record Model(string Name, string Maker);

/// <summary>A works called by a name of its own.</summary>
/// <param name="Region">The region or country of the place.</param>
public sealed record Works(string Name, Organisation Company, string Place, string Region);

/// <summary>The adjective of a country or region.</summary>
public sealed record Nationality(Place Place);
