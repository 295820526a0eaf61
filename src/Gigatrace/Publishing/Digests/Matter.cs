using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Digests;

/// <summary>What a digest is made of: a text, or what is held of a plant, a company or a period.</summary>
public sealed record Matter
{
    public required string Title { get; init; }

    /// <summary>document, plant, company or period.</summary>
    public required string Kind { get; init; }

    public ImmutableArray<string> Lead { get; init; } = [];

    public required IReadOnlyList<Statement> Statements { get; init; }

    public required Naming Naming { get; init; }

    /// <summary>By story of a round-up its headline; that of the whole text under -1.</summary>
    public ImmutableDictionary<int, string> Headlines { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>The day of the news; null for an undated text.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The quotes of claims by id.</summary>
    public required Func<IEnumerable<string>, ImmutableArray<Evidence>> EvidenceOf { get; init; }

    /// <summary>Null where there is nothing to compare with.</summary>
    public HeldBefore? HeldBefore { get; init; }

    public ImmutableArray<Evidence> Evidence(IEnumerable<Statement> statements) => EvidenceOf(statements.SelectMany(one => one.Claims));

    /// <summary>Of what holds first.</summary>
    public ImmutableArray<Evidence> Evidence(Disagreement disagreement) => EvidenceOf(disagreement.Against.Prepend(disagreement.Holds));
}

/// <summary>Thirty seconds, who is who, what happened when: each line with the words it rests on.</summary>
public static class Digest
{
    public static Report Make(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var news = Newsworthiness.Of(matter.Statements, matter.Headlines, matter.Day, matter.Naming);
        var bullets = Bullets.Choose(matter.Statements, news, matter.Naming);
        var who = Who.All(matter.Statements, news, matter.Naming);
        var happened = Happened.All(matter.Statements, matter.Naming);
        // What one figure took the place of may be long: of one topic and kind the nearest is told, and how many more there were.
        var differs = (matter.HeldBefore?.Differs(matter.Statements) ?? []).GroupBy(one => (one.Kind, one.Topic)).Select(group => Nearest(matter, [.. group])).ToImmutableArray();
        return new Report
        {
            Title = matter.Title,
            Lead = matter.Lead,
            Tables =
            [
                new Table([new("fact"), new("held before")]) { Title = "Thirty seconds", Rows = [.. bullets.Select(one => new Row([one.Text, Mark(matter, one.Statements)], matter.Evidence(one.Statements)))] },
                new Table([new("who"), new("what")]) { Title = "Who is who", Rows = [.. who.Select(one => new Row([one.Name, one.What], matter.Evidence(one.Statements)))] },
                new Table([new("when", Whole: true), new("what")]) { Title = "What happened when", Rows = [.. happened.Select(one => new Row([one.Time, one.What], matter.Evidence(one.Statements)))] },
                new Table([new("kind", Whole: true), new("subject"), new("why")]) { Title = "What does not fit with what was held", Rows = [.. differs.Select(one => new Row([one.Kind.Name(), one.Subject, one.Why], matter.Evidence(one)))] },
            ],
            Items = bullets.IsEmpty ? [] : [ToJson(matter, bullets, who, happened, differs)],
            Single = true,
            Nothing = "nothing is said here that a digest could tell",
        };
    }

    private static Disagreement Nearest(Matter matter, IReadOnlyList<Disagreement> rows)
    {
        var nearest = rows.MaxBy(row => matter.Evidence(row).Min(words => words.Published ?? ""), StringComparer.Ordinal)!;
        return rows.Count == 1 ? nearest : nearest with { Why = $"{nearest.Why} ({Phrases.Count(rows.Count - 1, "earlier one")})" };
    }

    private static string Mark(Matter matter, IEnumerable<Statement> statements) => matter.HeldBefore?.Of(statements) ?? "";

    private static JsonObject ToJson(Matter matter, ImmutableArray<Bullet> bullets, ImmutableArray<Who> who, ImmutableArray<Happened> happened, ImmutableArray<Disagreement> differs) => new()
    {
        ["title"] = matter.Title,
        ["of"] = matter.Kind,
        ["day"] = matter.Day is { } day ? Phrases.Day(day) : null,
        ["bullets"] = Json.Array(bullets.Select(one => (JsonNode?)Line(matter, one.Statements, "text", one.Text, mark: true))),
        ["who"] = Json.Array(who.Select(one => Named(Line(matter, one.Statements, "what", one.What), "name", one.Name))),
        ["when"] = Json.Array(happened.Select(one => Named(Line(matter, one.Statements, "what", one.What), "when", one.When.Edtf))),
        ["differs"] = Json.Array(differs.Select(one => (JsonNode?)new JsonObject
        {
            ["kind"] = one.Kind.Name(), ["subject"] = one.Subject, ["predicate"] = one.Predicate, ["why"] = one.Why,
            ["evidence"] = Json.Array(matter.Evidence(one).Select(words => (JsonNode?)words.ToJson())),
        })),
    };

    private static JsonObject Named(JsonObject line, string key, string name)
    {
        line.Insert(0, key, name);
        return line;
    }

    private static JsonObject Line(Matter matter, ImmutableArray<Statement> statements, string key, string text, bool mark = false)
    {
        var json = new JsonObject { [key] = text };
        if (mark) json["held_before"] = matter.HeldBefore?.Of(statements);
        json["statements"] = Json.Array(statements.Select(one => (JsonNode?)ToJson(one)));
        json["evidence"] = Json.Array(matter.Evidence(statements).Select(words => (JsonNode?)words.ToJson()));
        return json;
    }

    internal static JsonObject ToJson(Statement one) => new()
    {
        ["subject"] = one.Subject, ["predicate"] = one.Predicate, ["value"] = Json.Of(one.Value), ["unit"] = one.Unit, ["object"] = one.Object, ["when"] = one.When?.Edtf, ["modality"] = one.Modality.Name(), ["claims"] = Json.Array(one.Claims),
    };
}
