using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>What does not fit, the gravest first.</summary>
public static class DisagreementList
{
    private static readonly DisagreementKind[] Gravity =
        [DisagreementKind.Contradiction, DisagreementKind.Stale, DisagreementKind.Superseded, DisagreementKind.Scope, DisagreementKind.Precision];

    /// <param name="names">Only those of these printed names; empty for all.</param>
    /// <param name="kind">Only those of this kind; null for all.</param>
    public static Report Make(View view, ImmutableArray<string> names, DisagreementKind? kind, bool evidence)
    {
        var found = Found(view, names, kind).ToImmutableArray();
        return Make(view, found, evidence) with
        {
            Title = names.IsEmpty ? "Disagreements" : $"Disagreements on {Phrases.FirstOf(names)}",
            Tables = [ToTable(view, found, withSubject: names.Length != 1)],
        };
    }

    /// <summary>Some of them, in this order.</summary>
    public static Report Make(View view, IEnumerable<Disagreement> some, bool evidence) => new() { Items = [.. some.Select(one => ToJson(view, one, evidence))], Nothing = "no disagreements" };

    /// <summary>Those that are asked for, the gravest first.</summary>
    public static IEnumerable<Disagreement> Found(View view, ImmutableArray<string> names, DisagreementKind? kind)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Sorted(view.State.Disagreements.Where(one => (names.IsEmpty || names.Contains(one.Subject)) && (kind is null || one.Kind == kind)));
    }

    /// <summary>The gravest first.</summary>
    public static IEnumerable<Disagreement> Sorted(IEnumerable<Disagreement> disagreements) => disagreements
        .OrderBy(one => Array.IndexOf(Gravity, one.Kind))
        .ThenBy(one => one.Subject, StringComparer.Ordinal).ThenBy(one => one.Topic, StringComparer.Ordinal).ThenBy(one => one.Holds, StringComparer.Ordinal)
        .ThenBy(one => one.Against[0], StringComparer.Ordinal).ThenBy(one => one.Why, StringComparer.Ordinal);

    public static Table ToTable(View view, IEnumerable<Disagreement> found, bool withSubject) =>
        new(withSubject ? [new("kind", Whole: true), new("subject"), new("on"), new("why")] : [new("kind", Whole: true), new("on"), new("why")])
        {
            Rows = [.. Sorted(found).Select(one => ToRow(view, one, withSubject))],
        };

    public static JsonArray ToJson(View view, IEnumerable<Disagreement> found, bool evidence) =>
        Json.Array(Sorted(found).Select(one => (JsonNode?)ToJson(view, one, evidence)));

    internal static JsonObject ToJson(View view, Disagreement one, bool evidence)
    {
        var json = new JsonObject
        {
            ["kind"] = one.Kind.Name(),
            ["subject"] = one.Subject,
            ["predicate"] = one.Predicate,
            ["topic"] = one.Topic,
            ["holds"] = one.Holds,
            ["against"] = Json.Array(one.Against),
            ["why"] = one.Why,
        };
        if (evidence) json["evidence"] = Json.Array(view.EvidenceOf(one.Against.Prepend(one.Holds)).Select(quote => (JsonNode?)quote.ToJson()));
        return json;
    }

    private static Row ToRow(View view, Disagreement one, bool withSubject) => new(
        withSubject ? [one.Kind.Name(), one.Subject, Phrases.Word(one.Predicate), one.Why] : [one.Kind.Name(), Phrases.Word(one.Predicate), one.Why],
        view.EvidenceOf(one.Against.Prepend(one.Holds)));
}
