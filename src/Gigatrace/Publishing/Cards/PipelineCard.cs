using System.Collections.Immutable;
using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>GWh a year that run and that are to come, year by year: what counts, what is only watched, what goes to customers, what was given up.</summary>
public static class PipelineCard
{
    /// <summary>Years that have a column of their own; later ones share one.</summary>
    private const int MostYears = 6;

    private const string All = "all";

    public const string WatchTitle = "Watch list, not counted";

    public const string CountedTitle = "Counted";

    public const string GrowthTitle = "If what counts comes in time";

    /// <summary>What the rows may be; the first where nothing else is asked for.</summary>
    public static ImmutableArray<string> By => PipelineGroup.By;

    /// <param name="by">One of <see cref="By"/>.</param>
    public static Report Make(View view, string by, bool evidence)
    {
        var steps = Counting.Steps(view.State, view.Day);
        var counted = steps.Where(step => step.Watch is null).ToImmutableArray();
        var watched = steps.Where(step => step.Watch is not null).ToImmutableArray();
        var columns = Columns(steps);
        return new Report
        {
            Title = $"Pipeline as of {Phrases.Day(view.Day)}, GWh a year",
            Lead = steps.IsEmpty ? [] : [Headline(counted, watched)],
            Tables =
            [
                Matrix(view, counted, by, columns, evidence) with { Title = CountedTitle },
                Growth(view, counted, evidence),
                Commitments(view, by, counted),
                Matrix(view, watched, by, columns, evidence) with { Title = WatchTitle },
                GivenUp(view),
                .. evidence ? [Steps(view, steps)] : Array.Empty<Table>(),
            ],
            Items = [.. steps.Select(step => PipelineJson.Of(view, step, evidence))],
            Whole = PipelineJson.Whole(view, by, counted, watched, evidence),
            Nothing = view.State.Plants.IsEmpty ? "the ledger holds no plants yet; `gigatrace read PATH` brings documents in" : $"no plant with a capacity was known on {Phrases.Day(view.Day)}",
        };
    }

    /// <summary>What one sum of a matrix is made of, step by step.</summary>
    /// <param name="by">One of <see cref="By"/>.</param>
    /// <param name="row">The name of the row, or "all".</param>
    /// <param name="column">The name of the column, or "all"; a year with a plus for it and all later.</param>
    /// <param name="watched">Of the watch list, not of what counts.</param>
    public static Report AddedUp(View view, string by, string row, string column, bool watched)
    {
        ArgumentNullException.ThrowIfNull(view);
        var all = Counting.Steps(view.State, view.Day);
        var due = Columns(all).FirstOrDefault(one => one.Name == column).Holds ?? (_ => false);
        var group = all.Where(step => step.Watch is not null == watched).ToImmutableArray();
        ImmutableArray<CapacityStep> steps = [.. (row == All ? group : PipelineGroup.Of(group, by).FirstOrDefault(one => one.Name == row)?.Steps ?? []).Where(step => due(step.Due))];
        return AddedUp(view, steps, $"{(row == All ? "all" : row)}, {(column == All ? "whenever due" : column)}{(watched ? ", only watched" : "")}");
    }

    /// <summary>What is there by the end of a year, step by step.</summary>
    /// <param name="until">As the row of the table is called.</param>
    public static Report AddedUpUntil(View view, string until)
    {
        ArgumentNullException.ThrowIfNull(view);
        ImmutableArray<CapacityStep> counted = [.. Counting.Steps(view.State, view.Day).Where(step => step.Watch is null)];
        var there = PipelineGroup.Growth(counted).FirstOrDefault(row => row.By == until).There;
        return AddedUp(view, there.IsDefault ? [] : there, $"{until}, if what counts comes in time");
    }

    /// <param name="what">Of what it is the sum.</param>
    private static Report AddedUp(View view, ImmutableArray<CapacityStep> steps, string what) => new()
    {
        Title = $"{Amount(steps.Sum(step => step.Amount))} GWh a year: {what}",
        Tables = [Steps(view, steps) with { Title = null }],
        Nothing = "nothing is added up there",
    };

    /// <summary>"160.9 today and 352.8 to come in 11 plants · 428.3 only watched".</summary>
    private static string Headline(ImmutableArray<CapacityStep> counted, ImmutableArray<CapacityStep> watched)
    {
        var today = counted.Where(step => step.Due == Due.Today).Sum(step => step.Amount);
        return string.Create(CultureInfo.InvariantCulture, $"{today:0.##} today and {counted.Sum(step => step.Amount) - today:0.##} to come in {Phrases.Count(counted.DistinctBy(step => step.Plant).Count(), "plant")} · {watched.Sum(step => step.Amount):0.##} only watched");
    }

    private static ImmutableArray<(string Name, Func<Due, bool> Holds)> Columns(IEnumerable<CapacityStep> steps)
    {
        var years = steps.Select(step => step.Due.Year).OfType<int>().Distinct().Order().ToArray();
        var own = years.Length > MostYears ? years[..(MostYears - 1)] : years;
        return
        [
            ($"{Due.Today}", due => due == Due.Today),
            ($"{Due.Overdue}", due => due == Due.Overdue),
            .. own.Select(year => ($"{Due.By(year)}", (Func<Due, bool>)(due => due.Year == year))),
            .. own.Length < years.Length ? [($"{Due.By(years[own.Length])}+", due => due.Year >= years[own.Length])] : Array.Empty<(string, Func<Due, bool>)>(),
            ($"{Due.Undated}", due => due == Due.Undated),
            (All, _ => true),
        ];
    }

    private static Table Matrix(View view, ImmutableArray<CapacityStep> steps, string by, ImmutableArray<(string Name, Func<Due, bool> Holds)> columns, bool evidence) =>
        new([new(by is "status" && steps.Any(step => step.Watch is not null) ? "why" : by), .. columns.Select(column => new Column(column.Name, Right: true, Whole: true))])
        {
            Rows =
            [
                .. PipelineGroup.Of(steps, by).Select(group => Row(view, group.Name, group.Steps, columns, evidence)),
                .. steps.IsEmpty ? [] : new[] { Row(view, All, steps, columns, evidence) with { Evidence = [] } },
            ],
        };

    /// <param name="evidence">What a sum rests on is asked of every step of it: only where it is wanted.</param>
    private static Row Row(View view, string name, ImmutableArray<CapacityStep> steps, ImmutableArray<(string Name, Func<Due, bool> Holds)> columns, bool evidence) =>
        new([name, .. columns.Select(column => Amount(steps.Where(step => column.Holds(step.Due)).Sum(step => step.Amount)))], evidence ? EvidenceOf(view, steps) : [])
        {
            ByCell = evidence ? [[], .. columns.Select(column => EvidenceOf(view, steps.Where(step => column.Holds(step.Due))))] : [],
        };

    /// <summary>What is there by the end of each year if all that counts comes in time; then with what has no date to come at.</summary>
    private static Table Growth(View view, ImmutableArray<CapacityStep> counted, bool evidence)
    {
        var all = counted.Sum(step => step.Amount);
        return new([new("by the end of", Whole: true), new("GWh", Right: true, Whole: true), new("")])
        {
            Title = GrowthTitle,
            Rows = counted.IsEmpty ? [] :
            [
                .. PipelineGroup.Growth(counted).Select(row => (row.By, row.There, Amount: row.There.Sum(step => step.Amount)))
                    .Select(row => new Row([row.By, Amount(row.Amount), Bars.Of(row.Amount, all)], []) { ByCell = evidence ? [[], EvidenceOf(view, row.There), []] : [] }),
            ],
        };
    }

    private static Table Commitments(View view, string by, ImmutableArray<CapacityStep> counted) =>
        new([new(by), new("committed", Right: true, Whole: true), new("free", Right: true, Whole: true), new("not said", Right: true, Whole: true), new(All, Right: true, Whole: true)])
        {
            Title = "Committed to customers",
            Rows =
            [
                .. PipelineGroup.Promises(view, by, counted).Select(row => new Row(
                    [row.Name, Amount(row.Committed), Amount(row.Free), Amount(row.NotSaid), Amount(row.Committed + row.Free + row.NotSaid)],
                    view.EvidenceOfFindings(row.Findings))),
            ],
        };

    private static Table GivenUp(View view) => new([new("plant"), new("status", Whole: true), new("since", Whole: true), new("GWh/yr", Right: true, Whole: true), new("said as", Whole: true)])
    {
        Title = "Given up, neither counted nor watched",
        Rows =
        [
            .. Counting.GivenUp(view.State).Select(one => new Row(
                [one.Plant.Name, Phrases.Figure(one.Plant.Status!.Value, null), Phrases.Time(one.Plant.Status.When), Facts.Amount(one.Figure, null), one.Figure.Modality.Name()],
                [.. view.EvidenceOf(one.Figure), .. view.EvidenceOf(one.Plant.Status)])),
        ],
    };

    /// <summary>Each step by itself, so that every figure above can be followed to its words.</summary>
    private static Table Steps(View view, ImmutableArray<CapacityStep> steps) =>
        new([new("plant"), new("GWh/yr", Right: true, Whole: true), new("by", Whole: true), new("status", Whole: true), new("only watched")])
        {
            Title = "What was added up",
            Rows = [.. steps.Select(step => new Row([step.Plant, Amount(step.Amount), $"{step.Due}", Phrases.Word(step.Status), step.Watch ?? ""], EvidenceOf(view, [step])))],
        };

    private static ImmutableArray<Evidence> EvidenceOf(View view, IEnumerable<CapacityStep> steps) =>
        view.EvidenceOfFindings(steps.SelectMany(step => step.Findings));

    /// <summary>Empty for nothing.</summary>
    private static string Amount(decimal amount) => amount == 0 ? "" : Phrases.Figure(new ClaimValue.Number(amount), null);
}
