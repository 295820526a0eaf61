using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing;

/// <summary>What cards and lists are made from: everything that is held as of one day, and the claims it rests on.</summary>
public sealed record View
{
    public required DateOnly AsOf { get; init; }

    public required ImmutableArray<Entity> Entities { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    public ImmutableArray<Disagreement> Disagreements { get; init; } = [];

    public required IReadOnlyDictionary<string, Claim> Claims { get; init; }

    /// <summary>The line of a claim's first character in its file, from 1; null where the file has no lines of its own (HTML, PDF).</summary>
    public Func<Claim, int?> LineOf { get; init; } = _ => null;

    /// <summary>The evidence of claims by id, in that order; ids that the ledger does not hold are left out.</summary>
    public ImmutableArray<Evidence> EvidenceOf(IEnumerable<string> claims) =>
        [.. claims.Distinct(StringComparer.Ordinal).Where(Claims.ContainsKey).Select(id => Evidence.Of(Claims[id], LineOf(Claims[id])))];

    public ImmutableArray<Evidence> EvidenceOf(Finding finding) => EvidenceOf(finding.Supports);

    /// <summary>What is held on a subject by its printed name, in the order of the findings.</summary>
    public ImmutableArray<Finding> About(string subject) => [.. Findings.Where(finding => finding.Subject == subject)];
}
