using System.Collections.Immutable;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>Steps of one status, country, company or plant.</summary>
internal sealed record PipelineGroup(string Name, ImmutableArray<CapacityStep> Steps)
{
    private const string NotKnown = "not known";

    /// <summary>What steps may be grouped by.</summary>
    public static ImmutableArray<string> By { get; } = ["status", "country", "company", "plant"];

    private static ImmutableArray<string> Ladder { get; } = ["operating", "under construction", "permitted", "announced", NotKnown];

    /// <summary>Up the ladder, or by why they are watched; other groups the greatest first.</summary>
    public static IEnumerable<PipelineGroup> Of(IEnumerable<CapacityStep> steps, string by) =>
        steps.GroupBy(step => NameOf(step, by), StringComparer.Ordinal).Select(group => new PipelineGroup(group.Key, [.. group]))
            .OrderBy(group => by is "status" ? Math.Max(Ladder.IndexOf(group.Name), Watching.Reasons.IndexOf(group.Name)) : 0)
            .ThenByDescending(group => group.Steps.Sum(step => step.Amount)).ThenBy(group => group.Name, StringComparer.Ordinal);

    /// <summary>What is there today, by the end of each year in which something is due, and in all, as far as that is more.</summary>
    public static IEnumerable<(string By, ImmutableArray<CapacityStep> There)> Growth(ImmutableArray<CapacityStep> counted)
    {
        ImmutableArray<CapacityStep> there = [.. counted.Where(step => step.Due == Due.Today)];
        yield return ($"{Due.Today}", there);
        foreach (var due in counted.Select(step => step.Due).Where(due => due.Year is not null).Distinct().Order()) yield return ($"{due}", there = [.. there, .. counted.Where(step => step.Due == due)]);
        if (counted.Any(step => step.Due == Due.Overdue)) yield return ("with what is overdue", there = [.. there, .. counted.Where(step => step.Due == Due.Overdue)]);
        if (counted.Any(step => step.Due == Due.Undated)) yield return ("with what has no date", [.. there, .. counted.Where(step => step.Due == Due.Undated)]);
    }

    /// <summary>
    /// Of the counted GWh of each group what is committed to customers, what is free of it, and of what no text says so; together they are all that
    /// is counted. Free is what runs today, of a plant that does not run what is counted, less what is committed: below zero where more is promised.
    /// </summary>
    public static IEnumerable<(string Name, decimal Committed, decimal Free, decimal NotSaid, ImmutableArray<string> Findings)> Promises(View view, string by, ImmutableArray<CapacityStep> counted)
    {
        var promises = view.State.Plants.Where(plant => plant.Commitment is not null).ToDictionary(plant => plant.Name, plant => plant.Commitment!, StringComparer.Ordinal);
        foreach (var group in Of(counted.Where(step => promises.ContainsKey(step.Plant)), by))
        {
            var plants = group.Steps.ToLookup(step => step.Plant, StringComparer.Ordinal);
            var committed = plants.Sum(plant => promises[plant.Key].Committed);
            var spoken = plants.Sum(Spoken);
            var all = counted.Where(step => NameOf(step, by) == group.Name).Sum(step => step.Amount);
            yield return (group.Name, committed, spoken - committed, all - spoken, [.. plants.SelectMany(plant => promises[plant.Key].Findings)]);
        }

        static decimal Spoken(IEnumerable<CapacityStep> plant) => plant.Any(step => step.Due == Due.Today) ? plant.Where(step => step.Due == Due.Today).Sum(step => step.Amount) : plant.Sum(step => step.Amount);
    }

    private static string NameOf(CapacityStep step, string by) => by switch
    {
        "country" => step.Country ?? NotKnown,
        "company" => step.Operator ?? NotKnown,
        "plant" => step.Plant,
        _ => step.Watch ?? (step.Status is null ? NotKnown : Phrases.Word(step.Status)),
    };
}
