using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>What was believed of a plant or a company, from when until when.</summary>
public static class HistoryCard
{
    /// <summary>The predicates that a word of a person's stands for.</summary>
    private static readonly Dictionary<string, ImmutableArray<string>> Words = new(StringComparer.Ordinal)
    {
        ["start"] = ["milestone"],
        ["owner"] = ["parent", "stake", "acquired"],
        ["owners"] = ["parent", "stake", "acquired"],
        ["customers"] = ["supplies"],
    };

    /// <summary>What a person calls a topic (a predicate, "start", "owner", "customers") as it is asked for; null for other words.</summary>
    public static string? Topic(string typed)
    {
        var word = typed.Replace('-', '_').ToLowerInvariant();
        return Words.ContainsKey(word) || Predicates.Find(word) is not null ? word : null;
    }

    /// <param name="names">Under which it was held: its name, and those it had before. What else <paramref name="past"/> holds is of those who ran it.</param>
    /// <param name="topic">Only what this word of <see cref="Topic"/> stands for; null for everything.</param>
    public static Report Make(View view, Past past, ImmutableArray<string> names, string? topic, bool evidence)
    {
        ArgumentNullException.ThrowIfNull(past);
        var rows = Joined(past.Findings.Where(spell => Wanted(spell.What, topic) && (names.Contains(spell.Subject) || spell.What.Predicate is "parent" or "stake" or "acquired")))
            .OrderBy(spell => names.Contains(spell.Subject) ? 0 : 1).ThenBy(spell => Believed.Order(spell.What.Predicate)).ThenBy(spell => spell.Subject, StringComparer.Ordinal).ThenBy(spell => spell.What.Topic, StringComparer.Ordinal)
            .ThenBy(spell => spell.From).ThenBy(spell => spell.What.Modality).ThenBy(spell => spell.What.Id, StringComparer.Ordinal).Select(spell => (Spell: spell, Slip: SlipOf(past, spell))).ToImmutableArray();
        return new Report
        {
            Title = $"What was believed of {names[0]}{(topic is null ? "" : $": {Phrases.Word(topic)}")}, as of {Phrases.Day(view.Day)}",
            Tables =
            [
                new Table([new("on"), new("from", Whole: true), new("until", Whole: true), new("held"), new("said as", Whole: true), new("by", Aside: true), new("source")])
                {
                    Rows = [.. rows.Select(row => ToRow(view, row.Spell, row.Slip, names[0]))],
                },
            ],
            Items = [.. rows.Select(row => ToJson(view, row.Spell, row.Slip, evidence))],
            Nothing = $"nothing was believed of {names[0]}{(topic is null ? "" : $" on {Phrases.Word(topic)}")}",
        };
    }

    private static bool Wanted(Finding finding, string? topic) =>
        topic is null || (Words.TryGetValue(topic, out var predicates) ? predicates.Contains(finding.Predicate) && (topic is not "start" || finding.Value is ClaimValue.Text { Word: "production_start" }) : finding.Predicate == topic);

    /// <summary>What was held on and on by the same rule is one row, with the sources it had when it began.</summary>
    private static IEnumerable<Spell<Finding>> Joined(IEnumerable<Spell<Finding>> spells)
    {
        foreach (var same in spells.GroupBy(spell => (spell.Subject, spell.What.Id)))
        {
            Spell<Finding>? open = null;
            foreach (var spell in same.OrderBy(spell => spell.From))
            {
                if (open is not null && open.To == spell.From && open.What.DecidedBy == spell.What.DecidedBy)
                {
                    open = open with { To = spell.To };
                    continue;
                }

                if (open is not null) yield return open;
                open = spell;
            }

            if (open is not null) yield return open;
        }
    }

    /// <summary>How the date was moved to this one, as it was known when this one came to be held; null where it was not.</summary>
    private static Slip? SlipOf(Past past, Spell<Finding> row) => row.What.Predicate is not "milestone" ? null : past.Slips
        .Where(spell => spell.Subject == row.Subject && spell.HoldsOn(row.From)).SelectMany(spell => spell.What)
        .LastOrDefault(slip => slip.Milestone == row.What.Value?.ToString() && slip.To.Edtf == row.What.Valid?.Edtf);

    private static Row ToRow(View view, Spell<Finding> spell, Slip? slip, string name) => new(
        [
            (spell.Subject == name ? "" : $"{spell.Subject}: ") + Believed.About(spell.What), Phrases.Day(spell.From), spell.To is { } to ? Phrases.Day(to) : "", Believed.Says(spell.What) + Moved(slip),
            spell.What.Modality.Name(), spell.What.DecidedBy, Facts.Source(view.EvidenceOf(spell.What)),
        ],
        view.EvidenceOf(spell.What));

    /// <summary>", moved from 2024 (+12 months)".</summary>
    private static string Moved(Slip? slip) => slip is null ? "" : string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $", moved from {Phrases.Time(slip.From)}{(slip.Months is { } months ? $" ({(months < 0 ? "−" : "+")}{Phrases.Count(Math.Abs(months), "month")})" : "")}");

    private static JsonObject ToJson(View view, Spell<Finding> spell, Slip? slip, bool evidence)
    {
        var words = view.EvidenceOf(spell.What);
        var json = new JsonObject
        {
            ["subject"] = spell.Subject,
            ["predicate"] = spell.What.Predicate,
            ["topic"] = spell.What.Topic,
            ["from"] = Phrases.Day(spell.From),
            ["to"] = spell.To is { } to ? Phrases.Day(to) : null,
            ["finding"] = spell.What.Id,
            ["held"] = FindingJson.Of(spell.What),
            ["moved"] = slip is null ? null : new JsonObject { ["from"] = slip.From.Edtf, ["to"] = slip.To.Edtf, ["months"] = slip.Months },
            ["source"] = words.IsEmpty ? null : words[0].ToJson(),
        };
        if (evidence) json["evidence"] = Json.Array(words.Select(one => (JsonNode?)one.ToJson()));
        return json;
    }
}
