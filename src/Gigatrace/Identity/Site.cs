using System.Collections.Immutable;

namespace Gigatrace.Identity;

/// <summary>How claims write a plant: the name of their subject, and the part that they say beside it.</summary>
/// <param name="Part">Empty where they say none.</param>
internal readonly record struct PlantKey(string Subject, string Part);

/// <summary>A plant as claims write it, its name taken apart.</summary>
/// <param name="Operator">The operator's printed name.</param>
/// <param name="Place">As the claims write it.</param>
/// <param name="Part">"2", "3"…; null for the first plant, the site, or where the text does not say.</param>
/// <param name="Known">The first day on which it was written so.</param>
/// <param name="Runs">The first day by which it runs; null where nothing says so.</param>
/// <param name="Within">Keys of broader places that texts name behind the place.</param>
internal sealed record PlantForm(PlantKey Key, string Operator, string Place, string? Part, DateOnly Known, DateOnly? Runs, ImmutableArray<string> Within)
{
    public string Name => new PlantName(Operator, Place, Part).ToString();

    /// <summary>What claims give the part, each as <see cref="Parts.FigureOf"/> writes it; empty for a site, whose figures may be those of any part.</summary>
    public ImmutableArray<string> Figures { get; init; } = [];

    /// <summary>What claims give the whole site in so many words.</summary>
    public ImmutableArray<string> WholeFigures { get; init; } = [];
}

/// <summary>Everything said of one operator at one place.</summary>
internal sealed class Site(string @operator, string placeKey, PlaceInfo? info)
{
    private IReadOnlyDictionary<string, DateOnly?>? _parts;
    private bool? _hasFigures;

    public string Operator { get; } = @operator;

    public string PlaceKey { get; } = placeKey;

    /// <summary>What the place is; null where the gazetteer does not know it.</summary>
    public PlaceInfo? Info { get; set; } = info;

    public List<PlantForm> Forms { get; } = [];

    public bool IsBroad => Info is { Level: not PlaceLevel.Local };

    public PlaceLevel Level => Info?.Level ?? PlaceLevel.Local;

    /// <summary>The gazetteer's spelling where a text uses it, else the one that was used first.</summary>
    public string Place => field ??= Forms.OrderBy(form => form.Place == Info?.Name ? 0 : 1).ThenBy(form => form.Known).ThenBy(form => form.Place, StringComparer.Ordinal).First().Place;

    public string NameOf(string? part) => new PlantName(Operator, Place, part).ToString();

    /// <summary>Every part that a claim names, with the first day on which it is known to run: null where nothing says so. "" is the site or its first plant.</summary>
    public IReadOnlyDictionary<string, DateOnly?> Parts => _parts ??= Forms.GroupBy(form => form.Part ?? "", StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(form => form.Runs).Min(), StringComparer.Ordinal);

    /// <summary>Whether a claim gives one of its parts a figure.</summary>
    public bool HasFigures => _hasFigures ??= Forms.Exists(form => form.Part is not null && form.Figures.Length > 0);

    public void Add(IEnumerable<PlantForm> forms)
    {
        Forms.AddRange(forms);
        (_parts, _hasFigures) = (null, null);
    }

    public void Remove(IReadOnlySet<PlantForm> forms)
    {
        _ = Forms.RemoveAll(forms.Contains);
        (_parts, _hasFigures) = (null, null);
    }
}
