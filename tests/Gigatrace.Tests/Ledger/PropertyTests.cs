using FsCheck;
using FsCheck.Fluent;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Tests.Ledger;

/// <summary>What must hold of any claims whatever.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Subjects = ["Voltara Durres", "Voltara Durres 2", "Voltara Albania", "Grune Voltara Durres", "Voltara Vlora", "Voltara", "Lumen Power Ica", "Lumen Cars Ica"];

    private static Gen<Claim[]> SomeClaims { get; } = Gen.ArrayOf(OneClaim(), 14).Select(claims => claims.Select((claim, at) => claim with { Id = $"{at:00}" }).ToArray());

    [Fact]
    public void The_order_of_arrival_does_not_matter() => Check(claims => Printed(claims) == Printed([.. claims.Reverse()]) && Printed(claims) == Printed([.. claims.OrderBy(claim => claim.Quote.Length).ThenBy(claim => claim.Predicate)]));

    [Fact]
    public void Reading_twice_is_reading_once() => Check(claims => Printed(claims) == Printed([.. claims, .. claims]));

    [Fact]
    public void What_became_known_later_changes_no_earlier_answer() => Check(claims =>
    {
        var day = new DateOnly(2023, 6, 30);
        return Printed(claims, day) == Printed([.. claims.Where(claim => claim.Published?.Latest <= day)], day);
    });

    [Fact]
    public void A_finding_is_always_supported_by_a_claim_that_counts() => Check(claims =>
    {
        var state = Run(claims, null);
        return state.Findings.All(finding => finding.Supports.Length > 0 && finding.Supports.All(state.Claims.ContainsKey) && finding.Against.All(against => state.Claims.ContainsKey(against.Claim)) &&
            !finding.Supports.Intersect(finding.Against.Select(against => against.Claim)).Any());
    });

    [Fact]
    public void Ids_of_findings_are_unique() => Check(claims => Run(claims, null).Findings.GroupBy(finding => finding.Id).All(group => group.Count() == 1));

    [Fact]
    public void Figures_of_cards_come_from_findings() => Check(claims =>
    {
        var state = Run(claims, null);
        var ids = state.Findings.Select(finding => finding.Id).ToHashSet();
        return state.Plants.SelectMany(plant => plant.Jobs.Concat(plant.Customers).Concat(plant.Milestones).Concat(plant.Owners).Concat(plant.Capacity.Path)).All(figure => ids.Contains(figure.Finding));
    });

    [Fact]
    public void What_agrees_never_contradicts() => Check(claims =>
    {
        var state = Run(claims, null);
        return state.Disagreements.Where(row => row.Kind == DisagreementKind.Contradiction && row.Predicate is "capacity")
            .All(row => row.Against.All(against => state.Claims[against].Modality == Modality.Denied || state.Claims[row.Holds].Modality == Modality.Denied || !Agreement.OfValues(state.Claims[row.Holds], state.Claims[against])));
    });

    internal static void Check(Func<Claim[], bool> holds) => Prop.ForAll(SomeClaims.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static State Run(Claim[] claims, DateOnly? asOf) => Reconcile.Run(claims, [], asOf, null, Story.Knowledge);

    private static string Printed(Claim[] claims, DateOnly? asOf = null) => Print(Run(claims, asOf));

    internal static string Print(State state)
    {
        return string.Join('\n', state.Findings.Select(finding => $"{finding.Id} {finding.DecidedBy} {string.Join(' ', finding.Supports)} | {string.Join(' ', finding.Against)}"))
            + string.Join('\n', state.Disagreements.Select(row => $"{row.Kind} {row.Topic} {row.Holds} {string.Join(' ', row.Against)} {row.Why}"))
            + string.Join('\n', state.Plants.Select(plant => $"{plant.Name} {plant.Status} {plant.InferredStatus} {string.Join(' ', plant.Capacity.Path)} {string.Join(' ', plant.Slips)}"))
            + string.Join('\n', state.Entities.Select(entity => $"{entity.Kind} {entity.Name} {string.Join(' ', entity.Aliases)}")) + string.Join('\n', state.Queue.Select(open => open.Why));
    }

    internal static Gen<Claim> OneClaim() =>
        from subject in Gen.Elements(Subjects)
        from predicate in Gen.Elements("capacity", "capacity", "status", "milestone", "jobs", "supplies", "parent", "market_share", "partnership", "acquired", "role")
        from number in Gen.Choose(1, 6)
        from word in Gen.Choose(0, 3)
        from year in Gen.Choose(2019, 2026)
        from month in Gen.Choose(1, 12)
        from dated in Gen.Choose(0, 5)
        from modality in Gen.Elements(Modality.Actual, Modality.Actual, Modality.Planned, Modality.Possible, Modality.Rumoured, Modality.Denied)
        from source in Gen.Choose(0, 5)
        from basis in Gen.Elements(null, null, "initial", "total", "ceiling")
        from qualifier in Gen.Elements(null, null, "about", "at_least")
        from ai in Gen.Choose(0, 4)
        select Make(subject, predicate, number, word, $"{year}-{month:00}", dated, modality, source, basis, qualifier, ai == 0);

    private static Claim Make(string subject, string predicate, int number, int word, string month, int dated, Modality modality, int source, string? basis, string? qualifier, bool ai)
    {
        object? value = predicate switch
        {
            "status" => new[] { "planned", "under_construction", "operating", "paused" }[word],
            "milestone" => new[] { "announced", "construction_start", "production_start", "cancelled" }[word],
            "supplies" or "parent" or "partnership" or "acquired" => null,
            "role" => "CEO",
            _ => number * 5,
        };
        var when = dated switch { 0 => month[..4], 1 => month, 2 => $"[..{month[..4]}]", _ => null };
        return new Story().On(month, $"Paper {source % 4}", (SourceKind)source)
            .Says(subject, predicate, value, other: predicate is "supplies" or "parent" or "partnership" or "acquired" or "role" ? new[] { "Lumen Cars", "Grune Group", "Grune", "Somebody Ltd" }[word] : null, when: when, modality: modality, basis: predicate is "capacity" ? basis : null, qualifier: predicate is "capacity" ? qualifier : null, ai: ai, quote: $"{subject} to expand {number}")
            .Claims[0] with { DocumentId = $"{month} {source % 4}" };
    }
}
