using Gigatrace.Claims;

namespace Gigatrace.Identity;

/// <summary>A claim about a plant, with the plant's name taken apart.</summary>
/// <param name="Operator">The operator's printed name.</param>
/// <param name="Place">As the claim writes it.</param>
/// <param name="Part">"2", "3"…; null for the first plant, the site, or where the text does not say.</param>
internal sealed record PlantMention(Claim Claim, string Operator, string Place, string? Part)
{
    public string Name => new PlantName(Operator, Place, Part).ToString();
}

/// <summary>Everything said of one operator at one place.</summary>
internal sealed class Site(string @operator, string placeKey, PlaceInfo? info)
{
    private IReadOnlyDictionary<string, DateOnly?>? _parts;
    private IReadOnlySet<string>? _building;

    public string Operator { get; } = @operator;

    public string PlaceKey { get; } = placeKey;

    /// <summary>What the place is; null where the gazetteer does not know it.</summary>
    public PlaceInfo? Info { get; set; } = info;

    public List<PlantMention> Mentions { get; } = [];

    public bool IsBroad => Info is { Level: not PlaceLevel.Local };

    public PlaceLevel Level => Info?.Level ?? PlaceLevel.Local;

    /// <summary>The spelling that most documents use.</summary>
    public string Place => field ??= Mentions.GroupBy(mention => mention.Place, StringComparer.Ordinal)
        .OrderByDescending(group => group.Select(mention => mention.Claim.DocumentId).Distinct(StringComparer.Ordinal).Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal).First().Key;

    public string NameOf(string? part) => new PlantName(Operator, Place, part).ToString();

    /// <summary>Every part that a claim names, with the first day on which it is known to run: null where nothing says so. "" is the site or its first plant.</summary>
    public IReadOnlyDictionary<string, DateOnly?> Parts => _parts ??= Mentions.GroupBy(mention => mention.Part ?? "", StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(mention => RunsFrom(mention.Claim)).Min(), StringComparer.Ordinal);

    /// <summary>How many claims name a part.</summary>
    public int Count(string? part) => Mentions.Count(mention => mention.Part == part);

    /// <summary>Documents in which a claim that names no part speaks of something to be built here.</summary>
    public IReadOnlySet<string> Building => _building ??= Mentions.Where(mention => mention.Part is null && Identity.Parts.SpeaksOfBuilding(mention.Claim))
        .Select(mention => mention.Claim.DocumentId).ToHashSet(StringComparer.Ordinal);

    public void Add(IEnumerable<PlantMention> mentions)
    {
        Mentions.AddRange(mentions);
        (_parts, _building) = (null, null);
    }

    public void Remove(IReadOnlySet<PlantMention> mentions)
    {
        _ = Mentions.RemoveAll(mentions.Contains);
        (_parts, _building) = (null, null);
    }

    private static DateOnly? RunsFrom(Claim claim)
    {
        if (claim.Modality != Modality.Actual || claim.Value is not ClaimValue.Text { Word: var word }) return null;
        var runs = claim.Predicate is "status" ? word is "operating" : claim.Predicate is "milestone" && word is "production_start" or "inauguration" or "full_production";
        return runs ? claim.When?.Latest ?? claim.When?.Earliest ?? claim.Published?.Latest : null;
    }
}
