using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>
/// What counts of the plants' capacities, and from when on: the rules of <c>docs/pipeline.md</c>. Figures of one plant are levels
/// that it reaches one after the other; a level adds what it has over those before it, so that first stage and whole, plan and
/// installed, part and site are never added up.
/// </summary>
public static class Counting
{
    /// <summary>Sorted by plant; of a plant what counts before what is watched, each in order of time.</summary>
    /// <param name="day">What was due before it is overdue.</param>
    public static ImmutableArray<CapacityStep> Steps(State state, DateOnly day)
    {
        var findings = state.Findings.ToDictionary(finding => finding.Id, StringComparer.Ordinal);
        return
        [
            .. state.Plants.Where(plant => !IsGivenUp(plant)).GroupBy(SiteOf, StringComparer.Ordinal).SelectMany(site => OfSite(site.SelectMany(plant => Levels(plant, findings, day))))
                .OrderBy(step => step.Plant, StringComparer.Ordinal).ThenBy(step => step.Watch is not null).ThenBy(step => step.Due).ThenBy(step => Watching.Reasons.IndexOf(step.Watch!)),
        ];
    }

    /// <summary>Cancelled and closed plants with a figure, and what they had or were to have; neither counted nor watched.</summary>
    public static IEnumerable<(PlantState Plant, Figure Figure)> GivenUp(State state) =>
        from plant in state.Plants.Where(IsGivenUp).OrderBy(plant => plant.Name, StringComparer.Ordinal)
        let figure = plant.Capacity.Installed ?? plant.Capacity.Planned ?? plant.Capacity.Ceiling
        where figure is not null
        select (plant, figure);

    public static bool IsGivenUp(PlantState plant) => Status(plant) is "cancelled" or "closed";

    /// <summary>The site's name without the part's number.</summary>
    private static string SiteOf(PlantState plant) => plant.Part is { } part && plant.Name.EndsWith(" " + part, StringComparison.Ordinal) ? plant.Name[..^(part.Length + 1)] : plant.Name;

    /// <summary>The firm part of each level first, those said of a single plant before those said of the whole site; then what is only watched.</summary>
    private static List<CapacityStep> OfSite(IEnumerable<Level> levels)
    {
        var (all, steps) = (levels.ToArray(), new List<CapacityStep>());
        foreach (var level in all.Where(level => level.Firm > 0).OrderBy(level => level.OfSite).ThenBy(level => level.Due).ThenBy(level => level.Firm))
        {
            Add(steps, level, level.Firm, level.PlantWatch);
        }

        foreach (var level in all.Where(level => level.Most > level.Firm).OrderBy(level => level.OfSite).ThenBy(level => level.Most))
        {
            Add(steps, level, level.Most, level.PlantWatch ?? level.Watch);
        }

        return steps;
    }

    /// <summary>What a level has over all that is there before it.</summary>
    private static void Add(List<CapacityStep> steps, Level level, decimal amount, string? watch)
    {
        var before = steps.Where(step => level.OfSite ? level.Due != Due.Today || step.Due == Due.Today : step.Plant == level.Plant.Name).Sum(step => step.Amount);
        if (amount <= before) return;
        steps.Add(new CapacityStep
        {
            Plant = level.Plant.Name, Operator = level.Plant.Operator, Country = level.Plant.Country, Status = Status(level.Plant), Amount = amount - before, Due = level.Due, Watch = watch, Findings = level.Findings,
        });
    }

    private static IEnumerable<Level> Levels(PlantState plant, IReadOnlyDictionary<string, Finding> findings, DateOnly day)
    {
        var (capacity, runs) = (plant.Capacity, Runs(plant));
        if (capacity.Installed is { } installed) yield return LevelOf(plant, installed, installed.Value, WatchOf(installed), runs ? null : Expected(plant), runs);
        if (capacity.Planned is { } planned) yield return LevelOf(plant, planned, planned.Value, WatchOf(planned), planned.When is null ? Expected(plant) : null, today: false);
        foreach (var (added, total) in capacity.Additional.Where(added => added.Total is not null).Select(added => (added.Figure, added.Total)))
        {
            yield return LevelOf(plant, added, total, WatchOf(added), null, added.Modality == Modality.Actual && runs);
        }

        if (capacity.Ceiling is { } ceiling)
        {
            var firm = ceiling is { Modality: Modality.Planned, Qualifier: not "up_to", When: not null };
            yield return LevelOf(plant, ceiling, ceiling.Value, firm ? WatchOf(ceiling) : Watching.UpTo, null, today: false) with { OfSite = true };
        }

        string? WatchOf(Figure figure) => IsOfPacks(findings[figure.Finding]) ? Watching.NotCells
            : figure.Modality is Modality.Possible or Modality.Rumoured ? Watching.Possible
            : figure.Qualifier is "up_to" ? Watching.UpTo : null;

        Level LevelOf(PlantState plant, Figure figure, ClaimValue? value, string? watch, Figure? expected, bool today)
        {
            var (low, high) = Agreement.Bounds(value) ?? (0, 0);
            return new Level
            {
                Plant = plant,
                PlantWatch = Counting.WatchOf(plant),
                Firm = watch is null ? low : 0,
                Most = high,
                Watch = watch ?? Watching.UpperEnd,
                Due = today ? Due.Today : DueOf((expected ?? figure).When, day),
                OfSite = plant.Capacity.Path.Any(step => step is { Part: "site" } && step.Finding == figure.Finding && Equals(step.Value, figure.Value)),
                Findings = expected is null ? [figure.Finding] : [figure.Finding, expected.Finding],
            };
        }
    }

    /// <summary>The start that is meant, of a plant that does not run yet; null where none is said.</summary>
    private static Figure? Expected(PlantState plant) => plant.Start is { Modality: not Modality.Actual, When: not null } start ? start : null;

    private static Due DueOf(When? when, DateOnly day) => (when?.Latest ?? when?.Earliest) switch
    {
        null => Due.Undated,
        { } last when when!.Latest is not null && last < day => Due.Overdue,
        { } last => Due.By(Math.Max(last.Year, day.Year)),
    };

    /// <summary>What puts all of a plant on the watch list; null for none.</summary>
    private static string? WatchOf(PlantState plant) => Status(plant) switch
    {
        "rumoured" => Watching.Rumoured,
        _ when plant.InferredStatus is "cancelled" => Watching.SilentFour,
        "paused" => Watching.Paused,
        _ when plant.InferredStatus is not null => Watching.SilentTwo,
        _ => HasNamedSite(plant) ? null : Watching.NoSite,
    };

    /// <summary>A municipality; one that is called like its region is one (Ankara).</summary>
    private static bool HasNamedSite(PlantState plant) => plant.Place is { } place &&
        ((place != plant.Country && place != plant.Region) || Knowledge.Default.Places.Find(place).Any(info => info.Level == PlaceLevel.Local && info.Country == plant.Country && info.Region == plant.Region));

    /// <summary>It has what it is said to have. What a plant is said to have of which no text says that it runs is a plan.</summary>
    private static bool Runs(PlantState plant) => Status(plant) is "operating" or "paused";

    private static string? Status(PlantState plant) => plant.Status?.Value?.ToString();

    private static bool IsOfPacks(Finding finding) => finding.Topic.Split('/').Skip(2).Any(scope => scope.Split(' ').Any(word => word is "pack" or "module"));

    private sealed record Level
    {
        public required PlantState Plant { get; init; }

        /// <summary>Why nothing of the plant counts; null where it does.</summary>
        public required string? PlantWatch { get; init; }

        /// <summary>What is surely meant; 0 where it is only watched.</summary>
        public required decimal Firm { get; init; }

        public required decimal Most { get; init; }

        /// <summary>Why what it has over the firm part is only watched.</summary>
        public required string Watch { get; init; }

        public required Due Due { get; init; }

        /// <summary>It is said of all plants of the site together.</summary>
        public required bool OfSite { get; init; }

        public required ImmutableArray<string> Findings { get; init; }
    }
}
