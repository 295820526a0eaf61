using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Digests;

/// <summary>From what is known to what a digest is made of.</summary>
public static class Matters
{
    /// <param name="claims">The document's own.</param>
    /// <param name="held">What is held on its day, its claims among what it rests on; null where there is nothing to compare with.</param>
    /// <param name="evidenceOf">The quotes of claims by id, its own and those of what is held.</param>
    public static Matter Of(Document document, IReadOnlyList<Claim> claims, State? held, Func<IEnumerable<string>, ImmutableArray<Evidence>> evidenceOf)
    {
        ArgumentNullException.ThrowIfNull(document);
        var own = claims.Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        return new Matter
        {
            Kind = "document",
            Title = document.Title ?? document.Name,
            Lead = [$"{Phrases.Source(document.Publisher ?? document.Name, document.Published?.Edtf)} · {document.Path}"],
            Statements = Statement.All(document, claims),
            Naming = new Naming(Reconcile.Run(claims, []).Entities),
            Headlines = Headlines(document),
            Day = document.Published?.Latest ?? document.Published?.Earliest,
            EvidenceOf = evidenceOf,
            HeldBefore = held is null ? null : new HeldBefore(held, own.Contains),
        };
    }

    /// <summary>Of a plant or a company.</summary>
    /// <param name="view">What its card is made from.</param>
    /// <param name="name">As printed.</param>
    public static Matter Of(View view, string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(view);
        var names = view.State.Plants.Where(plant => plant.Operator == name).Select(plant => plant.Name).Append(name).ToHashSet(StringComparer.Ordinal);
        return Of(view, kind, name, [$"as of {Phrases.Day(view.Day)}"], view.State.Entities, view.State.Findings.Where(finding => names.Contains(finding.Subject) || (finding.Object is { } other && other == name))) with
        {
            Headlines = ImmutableDictionary<int, string>.Empty.Add(-1, name),
        };
    }

    /// <summary>What became known in a period.</summary>
    /// <param name="view">With the claims that the past rests on.</param>
    /// <param name="past">Everything that began or ended in it.</param>
    /// <param name="entities">Who and what there was at its end.</param>
    public static Matter Of(View view, Past past, IEnumerable<Identity.Entity> entities, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(past);
        var ended = past.Findings.Where(spell => spell.To is not null).Select(spell => (spell.What.Id, spell.To)).ToHashSet();
        var began = past.Findings.Where(spell => spell.From >= from && spell.From <= to && !(spell.To <= to) && !ended.Contains((spell.What.Id, spell.From))).Select(spell => spell.What);
        return Of(view, "period", $"From {Phrases.Day(from)} to {Phrases.Day(to)}", [], entities, began) with { Day = to };
    }

    private static Matter Of(View view, string kind, string title, ImmutableArray<string> lead, IEnumerable<Identity.Entity> entities, IEnumerable<Finding> findings) => new()
    {
        Kind = kind,
        Title = title,
        Lead = lead,
        Statements = Statement.Past([.. findings.OrderBy(finding => finding.Id, StringComparer.Ordinal).Select(finding => Statement.Of(finding, view.State.Claims.GetValueOrDefault(finding.Supports[0])))], view.Day),
        Naming = new Naming(entities),
        Day = view.Day,
        EvidenceOf = view.EvidenceOf,
    };

    private static ImmutableDictionary<int, string> Headlines(Document document)
    {
        var lines = document.Stories.ToImmutableDictionary(story => story.Number, story => story.Heading.IsEmpty ? "" : document.Text.Quote(story.Heading));
        return document.Title is { } title ? lines.Add(-1, title) : lines;
    }
}
