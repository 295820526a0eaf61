using System.Collections.Immutable;

namespace Gigatrace.Identity;

/// <summary>
/// Gives every way in which a plant is written to a plant: names of one operator and place together; a broader place to the
/// operator's only candidate there; an owner's plant to the subsidiary that runs it.
/// </summary>
internal sealed class Sites(Places places, IReadOnlyList<NameDecision> decisions, Func<string, IReadOnlySet<string>> ownersOf)
{
    private readonly SortedDictionary<string, Site> _sites = new(StringComparer.Ordinal);
    private readonly Dictionary<PlantKey, Placed> _placed = [];
    private readonly Dictionary<string, (Site Site, string? Part)> _plants = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OpenPlace> _open = new(StringComparer.Ordinal);

    public ImmutableArray<OpenPlace> Open => [.. _open.Values];

    public void Add(PlantForm form)
    {
        var info = places.Find(form.Place) is [var first, ..] ? first : null;
        var place = KeyOf(form.Place, places);
        if (!_sites.TryGetValue($"{form.Operator}\t{place}", out var site)) _sites.Add($"{form.Operator}\t{place}", site = new Site(form.Operator, place, info));
        site.Add([form]);
    }

    /// <summary>By what a place is known to be the same under two spellings.</summary>
    public static string KeyOf(string place, Places places)
    {
        var info = places.Find(place) is [var first, ..] ? first : null;
        return info?.Id ?? NameTable.Key(info?.Name ?? place);
    }

    /// <summary>The plant of each way of writing one.</summary>
    public IReadOnlyDictionary<PlantKey, Placed> Place()
    {
        var moved = new Dictionary<PlantKey, string>();
        foreach (var site in _sites.Values) site.Info = Meant(site);
        MoveJudged(moved);
        var byPlace = _sites.Values.ToLookup(site => site.PlaceKey, StringComparer.Ordinal);
        foreach (var site in _sites.Values) MoveToSubsidiary(site, byPlace[site.PlaceKey], moved);
        var byOperator = _sites.Values.ToLookup(site => site.Operator, StringComparer.Ordinal);
        foreach (var level in (PlaceLevel[])[PlaceLevel.Region, PlaceLevel.Country])
        {
            foreach (var site in _sites.Values.Where(site => site.Level == level)) MoveToOnlyCandidate(site, byOperator[site.Operator], moved);
        }

        foreach (var site in _sites.Values)
        {
            foreach (var form in site.Forms) _placed[form.Key] = new Placed(site, form.Part, moved.GetValueOrDefault(form.Key), form);
        }

        return _placed;
    }

    /// <summary>The printed name of a part of a site; as the claims write it, where a person said that it is no other.</summary>
    public string NameOf(Placed placed, string? part)
    {
        var name = placed.Site.NameOf(part);
        if (Said(placed.Form.Name, name) is false) name = placed.Form.Name;
        _plants[name] = (placed.Site, part);
        return name;
    }

    public Entity Describe(string plant)
    {
        if (!_plants.TryGetValue(plant, out var found)) return new Entity { Kind = EntityKind.Plant, Name = plant };
        return new Entity { Kind = EntityKind.Plant, Name = plant, Operator = found.Site.Operator, Place = found.Site.Place, Region = found.Site.Info?.Region, Country = found.Site.Info?.Country, Part = found.Part };
    }

    /// <summary>Of several places of one name the one whose region or country stands behind it in a text: "Smyrna, Tennessee"; else where the operator is known to have works.</summary>
    private PlaceInfo? Meant(Site site)
    {
        var meanings = places.Find(site.Place);
        if (meanings.Count < 2 || site.IsBroad) return site.Info;
        return meanings.FirstOrDefault(place => site.Forms.Exists(form => Follows(form, place.Region) || Follows(form, place.Country))) ?? places.OfWorks(site.Operator, site.Place) ?? site.Info;
    }

    private static bool Follows(PlantForm form, string? broad) => broad is not null && form.Within.Contains(NameTable.Key(broad));

    /// <summary>What a person said is one plant, whatever the names: the one that was known later goes to the other.</summary>
    private void MoveJudged(Dictionary<PlantKey, string> moved)
    {
        if (decisions.Count == 0) return;
        foreach (var said in decisions.Where(said => said.Same is true).OrderBy(said => said.First, StringComparer.Ordinal).ThenBy(said => said.Second, StringComparer.Ordinal))
        {
            if (Plant(said.First) is not { } first || Plant(said.Second) is not { } second || first == second || first.Site.IsBroad || second.Site.IsBroad) continue;
            var (from, to) = Comes(first).CompareTo(Comes(second)) > 0 ? (first, second) : (second, first);
            var forms = from.Site.Forms.Where(form => form.Part == from.Part).ToArray();
            Move(from.Site, forms, to.Site, to.Part, moved, $"a person said that {from.Site.NameOf(from.Part)} is {to.Site.NameOf(to.Part)}: {said.Reason}", overridePart: true);
        }

        static (DateOnly, string) Comes((Site Site, string? Part) plant) => plant.Site.Forms.Where(form => form.Part == plant.Part).Min(form => (form.Known, form.Name));

        (Site Site, string? Part)? Plant(string name)
        {
            var key = NameTable.Key(name);
            foreach (var site in _sites.Values)
            {
                foreach (var part in site.Parts.Keys)
                {
                    var number = part.Length == 0 ? null : part;
                    if (NameTable.Key(site.NameOf(number)) == key) return (site, number);
                }
            }

            return null;
        }
    }

    /// <summary>"Volkswagen Salzgitter" is the plant of PowerCo there, where claims or lexicon say that Volkswagen owns PowerCo.</summary>
    private void MoveToSubsidiary(Site site, IEnumerable<Site> samePlace, Dictionary<PlantKey, string> moved)
    {
        if (site.IsBroad || site.Forms.Count == 0) return;
        var there = samePlace.Where(other => other != site && other.Forms.Count > 0 && ownersOf(other.Operator).Contains(site.Operator)).ToArray();
        if (there is not [var subsidiary] || Said(site.NameOf(null), subsidiary.NameOf(null)) is false) return;
        Move(site, [.. site.Forms], subsidiary, null, moved, $"{site.Operator} owns {subsidiary.Operator}, which has the plant at {subsidiary.Place}");
    }

    private void MoveToOnlyCandidate(Site broad, IEnumerable<Site> ofOperator, Dictionary<PlantKey, string> moved)
    {
        var inside = ofOperator.Where(site => site != broad && site.Forms.Count > 0 && Holds(broad, site)).ToArray();
        foreach (var group in broad.Forms.GroupBy(form => form.Part).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray())
        {
            var name = broad.NameOf(group.Key);
            var candidates = inside.SelectMany(site => group.Key is null ? [(Site: site, Part: (string?)null)] : site.Parts.Keys.Where(part => part == group.Key).Select(part => (Site: site, Part: (string?)part))).ToArray();
            if (Array.Exists(candidates, candidate => IsLeftOpen(name, candidate.Site.NameOf(candidate.Part)))) continue;
            if (candidates.FirstOrDefault(candidate => Said(name, candidate.Site.NameOf(candidate.Part)) is true) is { Site: not null } chosen) candidates = [chosen];
            else candidates = [.. candidates.Where(candidate => Said(name, candidate.Site.NameOf(candidate.Part)) is null)];
            if (candidates is [var only]) Move(broad, [.. group], only.Site, only.Part, moved, $"{only.Site.NameOf(only.Part)} is the only {(only.Part is null ? "plant" : $"plant number {only.Part}")} known of {broad.Operator} in {broad.Place}");
            else if (candidates.Length > 1) _open[name] = new OpenPlace(name, [.. candidates.Select(candidate => candidate.Site.NameOf(candidate.Part)).Order(StringComparer.Ordinal)], $"{broad.Operator} has {candidates.Length} plants in {broad.Place} that it could mean");
        }
    }

    private static void Move(Site from, IReadOnlyList<PlantForm> forms, Site to, string? part, Dictionary<PlantKey, string> moved, string why, bool overridePart = false)
    {
        from.Remove(forms.ToHashSet());
        to.Add(forms.Select(form => form with { Operator = to.Operator, Place = to.Place, Part = overridePart ? part : form.Part ?? part }));
        foreach (var form in forms)
        {
            moved[form.Key] = moved.TryGetValue(form.Key, out var before) ? $"{before}; {why}" : why;
        }
    }

    /// <summary>The gazetteer places one inside the other, or a text does: "Douai, France".</summary>
    private bool Holds(Site broad, Site inner)
    {
        if (inner.Level >= broad.Level) return false;
        if (places.Within(inner.Place, broad.Place) is { } meaning)
        {
            if (inner.Level == PlaceLevel.Local) inner.Info = meaning;
            return true;
        }

        return inner.Forms.Exists(form => Follows(form, broad.Place));
    }

    /// <summary>What a person said of two names: one plant, two, or nothing that decides.</summary>
    private bool? Said(string first, string second) => Decision(first, second)?.Same;

    /// <summary>A person looked and could not say: it stays apart, and out of the queue.</summary>
    private bool IsLeftOpen(string first, string second) => Decision(first, second) is { Same: null };

    private NameDecision? Decision(string first, string second)
    {
        if (decisions.Count == 0) return null;
        var (a, b) = (NameTable.Key(first), NameTable.Key(second));
        return a == b ? null : decisions.LastOrDefault(said => (NameTable.Key(said.First), NameTable.Key(said.Second)) is var pair && (pair == (a, b) || pair == (b, a)));
    }
}

/// <summary>Where a way of writing a plant belongs.</summary>
/// <param name="Moved">Why, where it was given to another place, operator or part than it names; null else.</param>
/// <param name="Form">As it stands at the site.</param>
internal sealed record Placed(Site Site, string? Part, string? Moved, PlantForm Form);
