using System.Collections.Immutable;
using System.Globalization;

namespace Gigatrace.Publishing.Cards;

/// <summary>How much became known when: a row for each week, month or year, whichever gives rows that fit on a screen.</summary>
internal static class ChangeCounts
{
    /// <summary>Where more stretches of a kind have changes, the next longer kind is taken.</summary>
    private const int MostRows = 24;

    private static readonly Func<DateOnly, string>[] Stretches =
    [
        day => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(day.ToDateTime(default)):00}"),
        day => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        day => day.ToString("yyyy", CultureInfo.InvariantCulture),
    ];

    /// <summary>"12 findings began, 3 were replaced, 1 ended · 2 new plants · 4 new disagreements".</summary>
    public static string Sentence(IReadOnlyCollection<FindingChange> changes, int plants, int disagreements)
    {
        var (began, ended) = (changes.Count(change => change.Before is null), changes.Count(change => change.After is null));
        return $"{Phrases.Count(began, "finding")} began, {changes.Count - began - ended} replaced, {ended} ended · {Phrases.Count(plants, "new plant")} · {Phrases.Count(disagreements, "new disagreement")}";
    }

    /// <summary>No rows where all became known in one stretch.</summary>
    /// <param name="findings">The day of each finding that began, ended or took the place of another; so the others.</param>
    public static Table Of(ImmutableArray<DateOnly> findings, ImmutableArray<DateOnly> plants, ImmutableArray<DateOnly> disagreements)
    {
        DateOnly[] all = [.. findings, .. plants, .. disagreements];
        var stretch = Stretches.FirstOrDefault(of => all.Select(of).Distinct(StringComparer.Ordinal).Count() <= MostRows) ?? Stretches[^1];
        var rows = all.Select(stretch).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => (Name: name, Findings: Count(findings, name), Plants: Count(plants, name), Disagreements: Count(disagreements, name))).ToArray();
        var most = rows.Select(row => row.Findings).DefaultIfEmpty(0).Max();
        return new([new("known", Whole: true), new("findings", Right: true, Whole: true), new("plants", Right: true, Whole: true), new("disagreements", Right: true, Whole: true), new("")])
        {
            Title = "When it became known",
            Rows = rows.Length < 2 ? [] : [.. rows.Select(row => new Row([row.Name, Written(row.Findings), Written(row.Plants), Written(row.Disagreements), Bars.Of(row.Findings, most, width: 24)], []))],
        };

        int Count(ImmutableArray<DateOnly> days, string name) => days.Count(day => stretch(day) == name);
    }

    private static string Written(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);
}
