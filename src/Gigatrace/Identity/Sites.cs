using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Identity;

/// <summary>
/// Gives every claim about a plant to a plant: names of one operator and place together; a broader place to the operator's
/// only candidate there; an owner's plant to the subsidiary that runs it; a plan for a site that already runs to the part
/// not yet built.
/// </summary>
internal sealed class Sites(NameGroups names, Places places, IReadOnlyList<NameDecision> decisions, Func<string, IReadOnlySet<string>> ownersOf)
{
    private readonly SortedDictionary<string, Site> _sites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Assignment> _assigned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Site Site, string? Part)> _plants = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OpenPlace> _open = new(StringComparer.Ordinal);

    public ImmutableArray<OpenPlace> Open => [.. _open.Values];

    public void Add(Claim claim, PlantName plant)
    {
        var runs = names[plant.Operator];
        var info = places.Find(plant.Place) is [var first, ..] ? first : null;
        var place = info?.Id ?? NameTable.Key(info?.Name ?? plant.Place);
        if (!_sites.TryGetValue($"{runs}\t{place}", out var site)) _sites.Add($"{runs}\t{place}", site = new Site(runs, place, info));
        site.Mentions.Add(new PlantMention(claim, runs, plant.Place, plant.Part ?? PartSaid(claim)));
    }

    /// <summary>The plant of each claim, by the claim's id.</summary>
    public Dictionary<string, Assignment> Assign()
    {
        var moved = new Dictionary<string, string>(StringComparer.Ordinal);
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
            foreach (var mention in site.Mentions) Settle(site, mention, moved.GetValueOrDefault(mention.Claim.Id));
        }

        return _assigned;
    }

    public Entity Describe(string plant)
    {
        if (!_plants.TryGetValue(plant, out var found)) return new Entity { Kind = EntityKind.Plant, Name = plant };
        return new Entity { Kind = EntityKind.Plant, Name = plant, Operator = found.Site.Operator, Place = found.Site.Place, Region = found.Site.Info?.Region, Country = found.Site.Info?.Country, Part = found.Part };
    }

    /// <summary>Of several places of one name the one whose region or country stands behind it in a text: "Smyrna, Tennessee".</summary>
    private PlaceInfo? Meant(Site site)
    {
        var meanings = places.Find(site.Place);
        if (meanings.Count < 2 || site.IsBroad) return site.Info;
        return meanings.FirstOrDefault(place => site.Mentions.Exists(mention => Follows(mention.Claim.Quote, mention.Place, place.Region) || Follows(mention.Claim.Quote, mention.Place, place.Country))) ?? site.Info;
    }

    private static bool Follows(string quote, string place, string? broad) => broad is not null && quote.Contains($"{place}, {broad}", StringComparison.OrdinalIgnoreCase);

    private static string? PartSaid(Claim claim) => claim.Part is [>= '2' and <= '9'] ? claim.Part : null;

    private void Settle(Site site, PlantMention mention, string? moved)
    {
        var part = mention.Part;
        if (part is null && Parts.Fitting(site, mention.Claim) is { } fitting)
        {
            part = fitting.Part;
            moved = moved is null ? fitting.Why : $"{moved}; {fitting.Why}";
        }

        var name = site.NameOf(part);
        if (Said(mention.Name, name) is false) name = mention.Name;
        _plants.TryAdd(name, (site, part));
        _assigned[mention.Claim.Id] = new Assignment(name, moved);
    }

    /// <summary>What a person said is one plant, whatever the names: the one that fewer claims name goes to the other.</summary>
    private void MoveJudged(Dictionary<string, string> moved)
    {
        if (decisions.Count == 0) return;
        foreach (var said in decisions.Where(said => said.Same is true).OrderBy(said => said.First, StringComparer.Ordinal).ThenBy(said => said.Second, StringComparer.Ordinal))
        {
            if (Plant(said.First) is not { } first || Plant(said.Second) is not { } second || first == second || first.Site.IsBroad || second.Site.IsBroad) continue;
            var (from, to) = first.Site.Count(first.Part) < second.Site.Count(second.Part) ? (first, second) : (second, first);
            var mentions = from.Site.Mentions.Where(mention => mention.Part == from.Part).ToArray();
            Move(from.Site, mentions, to.Site, to.Part, moved, $"a person said that {from.Site.NameOf(from.Part)} is {to.Site.NameOf(to.Part)}: {said.Reason}", overridePart: true);
        }

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
    private void MoveToSubsidiary(Site site, IEnumerable<Site> samePlace, Dictionary<string, string> moved)
    {
        if (site.IsBroad || site.Mentions.Count == 0) return;
        var there = samePlace.Where(other => other != site && other.Mentions.Count > 0 && ownersOf(other.Operator).Contains(site.Operator)).ToArray();
        if (there is not [var subsidiary] || Said(site.NameOf(null), subsidiary.NameOf(null)) is false) return;
        Move(site, [.. site.Mentions], subsidiary, null, moved, $"{site.Operator} owns {subsidiary.Operator}, which has the plant at {subsidiary.Place}");
    }

    private void MoveToOnlyCandidate(Site broad, IEnumerable<Site> ofOperator, Dictionary<string, string> moved)
    {
        var inside = ofOperator.Where(site => site != broad && site.Mentions.Count > 0 && Holds(broad, site)).ToArray();
        foreach (var group in broad.Mentions.GroupBy(mention => mention.Part).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray())
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

    private void Move(Site from, IReadOnlyList<PlantMention> mentions, Site to, string? part, Dictionary<string, string> moved, string why, bool overridePart = false)
    {
        from.Remove(mentions.ToHashSet());
        to.Add(mentions.Select(mention => mention with { Operator = to.Operator, Place = to.Place, Part = overridePart ? part : mention.Part ?? part }));
        foreach (var mention in mentions)
        {
            moved[mention.Claim.Id] = moved.TryGetValue(mention.Claim.Id, out var before) ? $"{before}; {why}" : why;
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

        return inner.Mentions.Exists(mention => Follows(mention.Claim.Quote, inner.Place, broad.Place));
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
