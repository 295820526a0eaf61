using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Identity;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>What became known day by day: findings that began, ended or took the place of others, new plants, new disagreements.</summary>
public static class ChangeList
{
    /// <param name="past">Everything that began or ended on the days asked for.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; null for all that came after.</param>
    /// <param name="names">Only what is of these printed names; empty for all.</param>
    public static Report Make(View view, Past past, DateOnly from, DateOnly? to, ImmutableArray<string> names, bool evidence)
    {
        ArgumentNullException.ThrowIfNull(past);
        var days = new Days(from, to ?? DateOnly.MaxValue, names);
        var findings = Findings(past, days).ToImmutableArray();
        var plants = Plants(past, days).ToImmutableArray();
        var disagreements = Disagreements(past, days).ToImmutableArray();
        var between = to is { } last ? $"from {Phrases.Day(from)} to {Phrases.Day(last)}" : $"since {Phrases.Day(from)}";
        return new Report
        {
            Title = $"What became known {between}{(names.IsEmpty ? "" : $" of {Phrases.FirstOf(names)}")}",
            Lead = findings.IsEmpty && plants.IsEmpty && disagreements.IsEmpty ? [] : [ChangeCounts.Sentence([.. findings.Select(change => change.Of)], plants.Length, disagreements.Length)],
            Tables =
            [
                FindingTable(view, findings), PlantTable(plants), DisagreementTable(view, disagreements),
                ChangeCounts.Of([.. findings.Select(change => change.Day)], [.. plants.Select(plant => plant.From)], [.. disagreements.Select(one => one.From)]),
            ],
            Items = [.. Told(view, past, findings, plants, disagreements).Select(one => ToJson(view, one, evidence))],
            Nothing = $"nothing became known {between}",
        };
    }

    /// <summary>The same, one by one in order of time, for other forms.</summary>
    internal static IEnumerable<ToldChange> Told(View view, Past past, DateOnly from, DateOnly? to, ImmutableArray<string> names)
    {
        var days = new Days(from, to ?? DateOnly.MaxValue, names);
        return Told(view, past, Findings(past, days), Plants(past, days), Disagreements(past, days));
    }

    /// <summary>On a day new plants come first, then findings, then disagreements. The source of a plant is that of what became known of it on that day.</summary>
    private static IEnumerable<ToldChange> Told(View view, Past past, IEnumerable<Change> findings, IEnumerable<Spell<Entity>> plants, IEnumerable<Spell<Disagreement>> disagreements)
    {
        var began = past.Findings.ToLookup(spell => (spell.Subject, spell.From), spell => spell.What);
        return plants.Select(plant => new ToldChange(plant.From, "plant", plant.Subject, view.EvidenceOf(began[(plant.Subject, plant.From)].SelectMany(finding => finding.Supports))))
            .Concat(findings.Select(change => new ToldChange(change.Day, (change.Of.Before, change.Of.After) switch { (null, _) => "began", (_, null) => "ended", _ => "replaced" }, change.Of.Subject, EvidenceOf(view, change.Of)) { Finding = change.Of }))
            .Concat(disagreements.Select(one => new ToldChange(one.From, "disagreement", one.Subject, view.EvidenceOf(Claims(one.What).OrderByDescending(id => view.State.Claims.GetValueOrDefault(id)?.Published?.Latest ?? DateOnly.MinValue).ThenBy(id => id, StringComparer.Ordinal))) { Disagreement = one.What }))
            .OrderBy(one => one.Day).ThenBy(one => one.Kind switch { "plant" => 0, "disagreement" => 2, _ => 1 });
    }

    /// <summary>What took the place of something else, in order of the days.</summary>
    internal static IEnumerable<(DateOnly Day, FindingChange Change)> Replaced(Past past, DateOnly from, DateOnly to) =>
        Findings(past, new Days(from, to, [])).Where(change => change.Of is { Before: not null, After: not null }).Select(change => (change.Day, change.Of));

    /// <summary>On each day, topic by topic, what ended beside what began. Which texts support an answer is no change of it.</summary>
    private static IEnumerable<Change> Findings(Past past, Days days)
    {
        var began = past.Findings.Where(spell => days.Has(spell.Subject, spell.From)).ToLookup(spell => (Day: spell.From, spell.What.Topic), spell => spell.What);
        var ended = past.Findings.Where(spell => spell.To is { } day && days.Has(spell.Subject, day)).ToLookup(spell => (Day: spell.To!.Value, spell.What.Topic), spell => spell.What);
        return began.Concat(ended).Select(group => group.Key).Distinct()
            .SelectMany(key => FindingChanges.OfTopic(key.Topic, Sorted(ended[key]), Sorted(began[key])).Select(change => new Change(key.Day, change)))
            .OrderBy(change => change.Day).ThenBy(change => change.Of.Subject, StringComparer.Ordinal).ThenBy(change => Believed.Order(change.Of.Predicate)).ThenBy(change => change.Of.Topic, StringComparer.Ordinal);
    }

    private static List<Finding> Sorted(IEnumerable<Finding> findings) => [.. findings.OrderBy(finding => finding.Modality).ThenBy(finding => finding.Id, StringComparer.Ordinal)];

    /// <summary>Plants of which nothing was known the day before.</summary>
    private static IEnumerable<Spell<Entity>> Plants(Past past, Days days)
    {
        var went = past.Plants.Where(spell => spell.To is not null).Select(spell => (spell.Subject, spell.To!.Value)).ToHashSet();
        return past.Plants.Where(spell => days.Has(spell.Subject, spell.From) && !went.Contains((spell.Subject, spell.From))).OrderBy(spell => spell.From).ThenBy(spell => spell.Subject, StringComparer.Ordinal);
    }

    /// <summary>Those of which no claim stood against what held in that way the day before: that something else holds now is told by the findings.</summary>
    private static IEnumerable<Spell<Disagreement>> Disagreements(Past past, Days days)
    {
        var went = past.Disagreements.Where(spell => spell.To is not null).SelectMany(spell => spell.What.Against.Select(claim => (spell.To!.Value, spell.What.Topic, spell.What.Kind, claim))).ToHashSet();
        return past.Disagreements.Where(spell => days.Has(spell.Subject, spell.From) && !spell.What.Against.Any(claim => went.Contains((spell.From, spell.What.Topic, spell.What.Kind, claim))))
            .OrderBy(spell => spell.From).ThenBy(spell => spell.Subject, StringComparer.Ordinal).ThenBy(spell => spell.What.Topic, StringComparer.Ordinal).ThenBy(spell => spell.What.Kind).ThenBy(spell => spell.What.Holds, StringComparer.Ordinal).ThenBy(spell => spell.What.Against[0], StringComparer.Ordinal);
    }

    private static IEnumerable<string> Claims(Disagreement one) => one.Against.Append(one.Holds);

    private static Table FindingTable(View view, IEnumerable<Change> changes) =>
        new([new("known", Whole: true), new("subject"), new("on"), new("before"), new("after") { Says = true }, new("by", Aside: true), new("source")])
        {
            Rows =
            [
                .. changes.Select(change => (change.Day, change.Of, Words: EvidenceOf(view, change.Of))).Select(change => new Row(
                    [
                        Phrases.Day(change.Day), change.Of.Subject, Believed.About((change.Of.After ?? change.Of.Before)!), Believed.SaysHow(change.Of.Before), Believed.SaysHow(change.Of.After),
                        change.Of.After?.DecidedBy ?? "", Facts.Source(change.Words),
                    ],
                    change.Words)),
            ],
        };

    private static Table PlantTable(IEnumerable<Spell<Entity>> plants) => new([new("known", Whole: true), new("plant"), new("operator"), new("country")])
    {
        Title = "New plants",
        Rows = [.. plants.Select(plant => new Row([Phrases.Day(plant.From), plant.Subject, plant.What.Operator ?? "", plant.What.Country ?? ""], []))],
    };

    private static Table DisagreementTable(View view, IEnumerable<Spell<Disagreement>> found) => new([new("known", Whole: true), new("kind", Whole: true), new("subject"), new("why")])
    {
        Title = "New disagreements",
        Rows = [.. found.Select(one => new Row([Phrases.Day(one.From), one.What.Kind.Name(), one.Subject, one.What.Why], view.EvidenceOf(Claims(one.What))))],
    };

    private static JsonObject ToJson(View view, ToldChange one, bool evidence)
    {
        var json = new JsonObject
        {
            ["day"] = Phrases.Day(one.Day),
            ["change"] = one.Kind,
            ["subject"] = one.Subject,
            ["predicate"] = one.Predicate,
            ["topic"] = one.Topic,
            ["finding"] = (one.Finding?.After ?? one.Finding?.Before)?.Id,
            ["before"] = one.Finding?.Before is { } before ? FindingJson.Of(before) : null,
            ["after"] = one.Finding?.After is { } after ? FindingJson.Of(after) : null,
            ["disagreement"] = one.Disagreement is { } found ? DisagreementList.ToJson(view, found, evidence: false) : null,
            ["source"] = one.Words.IsEmpty ? null : one.Words[0].ToJson(),
        };
        if (evidence) json["evidence"] = Json.Array(one.Words.Select(words => (JsonNode?)words.ToJson()));
        return json;
    }

    /// <summary>Of the new one; of what ended none is known to have ended it.</summary>
    private static ImmutableArray<Evidence> EvidenceOf(View view, FindingChange change) => change.After is { } after ? view.EvidenceOf(after) : [];

    private readonly record struct Change(DateOnly Day, FindingChange Of);

    /// <summary>What is asked for: from a day until another, both among them, and of whom; nobody for all.</summary>
    private readonly record struct Days(DateOnly From, DateOnly To, ImmutableArray<string> Names)
    {
        public bool Has(string subject, DateOnly day) => day >= From && day <= To && (Names.IsEmpty || Names.Contains(subject));
    }
}

/// <summary>One thing that became known.</summary>
/// <param name="Kind">plant, began, replaced, ended, or disagreement.</param>
/// <param name="Words">What it rests on; empty for what ended.</param>
internal sealed record ToldChange(DateOnly Day, string Kind, string Subject, ImmutableArray<Evidence> Words)
{
    /// <summary>Null for a plant and a disagreement.</summary>
    public FindingChange? Finding { get; init; }

    public Disagreement? Disagreement { get; init; }

    public string? Predicate => Finding?.Predicate ?? Disagreement?.Predicate;

    public string? Topic => Finding?.Topic ?? Disagreement?.Topic;
}
