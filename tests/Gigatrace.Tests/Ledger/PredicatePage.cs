using System.Globalization;
using System.Text;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Tests.Ledger;

/// <summary>The page on what can be said and how it settles, from <c>knowledge/predicates.tsv</c> and <c>knowledge/sources.tsv</c>.</summary>
internal static class PredicatePage
{
    private static readonly Dictionary<Settles, string> Ways = new()
    {
        [Settles.State] = "One answer at a time. The latest valid one holds; an undated one never goes before a dated one.",
        [Settles.PlanOrState] = "What is, and beside it what is meant: the latest known plan, until its date has passed or, without one, production has started.",
        [Settles.Event] = "Happens once, and its date is what is claimed. What happened goes before what was meant; of two dates the one of the better source holds, then the one of more sources.",
        [Settles.Set] = "Many answers, each a fact of its own: it is so, is meant, or was withdrawn. Two of them never contradict each other.",
        [Settles.Sum] = "Many sums, each a fact of its own. Texts tell of one sum where the amounts are the same but for rounding (or in two currencies that a text gives side by side) and neither giver, kind nor date tells them apart. A package and its parts differ in scope.",
        [Settles.Ladder] = "Rumoured, announced, permitted, under construction, operating: steps that a plant climbs; paused, cancelled and closed stand aside. It climbs by what is said or happens, and falls only by an event.",
    };

    private static readonly Dictionary<string, string> Qualifiers = new(StringComparer.Ordinal)
    {
        ["basis"] = "first stage or plain figure, ceiling, addition, output: the kinds of figure, found from the words, the part and the other figures of the text",
        ["product"] = "for cars, for storage, 12 V",
        ["level"] = "cells, modules, packs",
        ["region"] = "where a share, rank or supply holds; the world where nothing is said",
        ["period"] = "the year that is spoken of; also of what a plant made (`output`)",
        ["object"] = "the other side: customer, holder, acquirer, partner, company",
        ["value"] = "the word or sum itself",
        ["unit"] = "the currency",
        ["kind"] = "loan, grant, equity, other",
    };

    public static string Of()
    {
        var page = new StringBuilder().Append("# What can be said, and how it settles\n\nWritten from `knowledge/predicates.tsv` and `knowledge/sources.tsv` by a test. How answers come about as a whole: [method](method.md).\n\n## Predicates\n\n")
            .Append("Only claims on one topic replace or contradict each other. A topic is the subject, the predicate and what tells its topics apart.\n\n| predicate | holds | value | told apart by | settles | |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var predicate in Predicates.All) page.Append(CultureInfo.InvariantCulture, $"| `{predicate.Name}` | {(predicate.Many ? "many" : "one")} | {Value(predicate)} | {string.Join(", ", predicate.Topic)} | {Name(predicate.Settles)} | {predicate.Doc} |\n");
        page.Append("\n## What tells topics apart\n\n| | |\n| --- | --- |\n");
        foreach (var name in Predicates.All.SelectMany(predicate => predicate.Topic).Distinct(StringComparer.Ordinal)) page.Append(CultureInfo.InvariantCulture, $"| {name} | {Qualifiers[name]} |\n");
        page.Append("\n## Ways to settle\n\n| | |\n| --- | --- |\n");
        foreach (var way in Predicates.All.Select(predicate => predicate.Settles).Distinct().Order()) page.Append(CultureInfo.InvariantCulture, $"| {Name(way)} | {Ways[way]} |\n");
        page.Append("\nA person's judgement goes before all of them. Within one time (two publishers within thirty days of each other) the better kind of source holds, then more independent sources, then the later one. ")
            .Append("A finding names the rule that decided: `only`, `judgement`, `latest-state`, `latest-plan`, `happened`, `better-source`, `more-sources`, `later`, `finer`.\n\n## Kinds of sources\n\n| kind | rank | alone moves a state or plan | |\n| --- | --- | --- | --- |\n");
        foreach (var row in new KnowledgeSource().Table("sources.tsv").OrderBy(row => row[1], StringComparer.Ordinal).ThenBy(row => row[0], StringComparer.Ordinal)) page.Append(CultureInfo.InvariantCulture, $"| `{row[0]}` | {row[1]} | {row[2]} | {row[3]} |\n");
        return page.Append(CultureInfo.InvariantCulture, $"\n1 is best. What single publishers are, a file `{SourceSettings.FileName}` says: tab-separated, a row of heads first, `publisher` and any of `kind` (whatever\n")
            .Append("the text seems to be), `rank` (instead of the kind's), `house` (titles of one house count once) and `aliases` (other names, with `|` between them):\n\n```text\npublisher\tkind\trank\thouse\taliases\nCell Week\tblog\t\t\tCellWeek|cell-week.example\nMorning Herald\tnews\t\tHerald House\t\nEvening Herald\tnews\t\tHerald House\t\n```\n").ToString();
    }

    private static string Value(Predicate predicate) => predicate.Type == Gigatrace.Ledger.ValueType.None ? "" : predicate.Unit is { } unit ? $"{predicate.Type.ToString().ToLowerInvariant()}, {unit}" : predicate.Type.ToString().ToLowerInvariant();

    private static string Name(Settles way) => way switch { Settles.PlanOrState => "plan or state", _ => way.ToString().ToLowerInvariant() };
}
