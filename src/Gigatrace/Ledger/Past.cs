using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>Something with the days on which it was held.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The first day on which it was held no longer; null where that day has not come.</param>
public sealed record Spell<T>(string Subject, T What, DateOnly From, DateOnly? To)
{
    public bool HoldsOn(DateOnly day) => From <= day && !(To <= day);
}

/// <summary>What was held from when until when: what <see cref="State"/> is for one day.</summary>
public sealed record Past
{
    public required ImmutableArray<Spell<Finding>> Findings { get; init; }

    public required ImmutableArray<Spell<Disagreement>> Disagreements { get; init; }

    public required ImmutableArray<Spell<Entity>> Plants { get; init; }

    public required ImmutableArray<Spell<ImmutableArray<Slip>>> Slips { get; init; }

    /// <summary>The claims that these rest on, by id.</summary>
    public required ImmutableDictionary<string, Claim> Claims { get; init; }

    /// <summary>As it was known on a day: what began later is left out, and what ended later had not ended.</summary>
    public Past Until(DateOnly day) => this with { Findings = Until(Findings, day), Disagreements = Until(Disagreements, day), Plants = Until(Plants, day), Slips = Until(Slips, day) };

    /// <summary>Nothing but the claims, so that evidence can be asked for.</summary>
    public State ToState(DateOnly? asOf) => State.Of(asOf, asOf ?? DateOnly.MinValue, new Dictionary<string, SubjectHeld>(StringComparer.Ordinal), [], [], Claims.Values);

    /// <summary>All rows there ever were. A pure function, as <see cref="Reconcile.Run"/> is; the same arguments.</summary>
    internal static IReadOnlyList<HeldRow> Rows(
        IReadOnlyList<Claim> claims, IReadOnlyList<Judgement> judgements, IReadOnlyDictionary<string, DateOnly>? recorded, IReadOnlyDictionary<string, Signed>? copies, Knowledge? knowledge = null) =>
        Histories.Of([.. claims.DistinctBy(claim => claim.Id).Select(claim => KnownClaim.Of(claim, recorded, copies))], new Judgements(judgements), knowledge ?? Knowledge.Default);

    /// <summary>All that was ever held of some subjects, and of whoever ran them, of whom the card takes the owners.</summary>
    /// <param name="rowsOf">Gives all rows of some subjects.</param>
    internal static IReadOnlyList<HeldRow> About(IReadOnlyCollection<string> subjects, Func<IReadOnlyCollection<string>, IReadOnlyList<HeldRow>> rowsOf)
    {
        var own = rowsOf(subjects);
        var ran = own.Where(row => row.Kind is HeldKinds.Plant).Select(row => HeldJson.Read<Entity>(row.Payload).Operator).OfType<string>().Except(subjects, StringComparer.Ordinal).ToArray();
        return [.. own, .. rowsOf(ran).Where(row => row.Kind is HeldKinds.Finding)];
    }

    /// <summary>The kinds of rows of which it is told when they began and ended.</summary>
    internal static ImmutableArray<string> Told { get; } = [HeldKinds.Finding, HeldKinds.Disagreement, HeldKinds.Plant];

    /// <param name="claims">Gives claims by their ids.</param>
    internal static Past Of(IReadOnlyCollection<HeldRow> rows, Func<IReadOnlyCollection<string>, IEnumerable<Claim>> claims)
    {
        var kinds = rows.ToLookup(row => row.Kind, StringComparer.Ordinal);
        var past = new Past
        {
            Findings = Spells<Finding>(kinds[HeldKinds.Finding]),
            Disagreements = Spells<Disagreement>(kinds[HeldKinds.Disagreement]),
            Plants = Spells<Entity>(kinds[HeldKinds.Plant]),
            Slips = Spells<ImmutableArray<Slip>>(kinds[HeldKinds.Slips]),
            Claims = [],
        };
        var ids = past.Findings.SelectMany(spell => spell.What.Supports).Concat(past.Disagreements.SelectMany(spell => spell.What.Against.Prepend(spell.What.Holds))).Distinct(StringComparer.Ordinal).ToArray();
        return past with { Claims = claims(ids).DistinctBy(claim => claim.Id).ToImmutableDictionary(claim => claim.Id, StringComparer.Ordinal) };
    }

    private static ImmutableArray<Spell<T>> Spells<T>(IEnumerable<HeldRow> rows) =>
        [.. rows.Select(row => new Spell<T>(row.Subject, HeldJson.Read<T>(row.Payload), DateOnly.FromDayNumber(row.From), row.To == HeldRow.Open ? null : DateOnly.FromDayNumber(row.To)))];

    private static ImmutableArray<Spell<T>> Until<T>(ImmutableArray<Spell<T>> spells, DateOnly day) =>
        [.. spells.Where(spell => spell.From <= day).Select(spell => spell.To > day ? spell with { To = null } : spell)];
}
