using System.Collections.Immutable;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Digests;

/// <summary>What a document says, beside what others had said by its day: new, confirmed, or otherwise and of what kind.</summary>
public sealed class HeldBefore
{
    /// <summary>The worst first: what a reader should look at.</summary>
    private static readonly ImmutableArray<DisagreementKind> Kinds = [DisagreementKind.Contradiction, DisagreementKind.Stale, DisagreementKind.Superseded, DisagreementKind.Precision];

    private readonly Func<string, bool> _isOwn;
    private readonly ILookup<string, Disagreement> _disagreements;
    private readonly ILookup<string, Finding> _supported;

    /// <param name="held">What is held on the day of the document, the document among what it rests on.</param>
    /// <param name="isOwn">Whether a claim is the document's own.</param>
    public HeldBefore(State held, Func<string, bool> isOwn)
    {
        ArgumentNullException.ThrowIfNull(held);
        _isOwn = isOwn;
        _disagreements = held.Disagreements.SelectMany(row => row.Against.Append(row.Holds).Where(isOwn).Distinct(StringComparer.Ordinal).Select(claim => (claim, row))).ToLookup(one => one.claim, one => one.row, StringComparer.Ordinal);
        _supported = held.Findings.SelectMany(finding => finding.Supports.Where(isOwn).Select(claim => (claim, finding))).ToLookup(one => one.claim, one => one.finding, StringComparer.Ordinal);
    }

    /// <summary>"new", "confirms", "supersedes" what was held, or the kind of what does not fit; of several the one that matters most.</summary>
    public string Of(IEnumerable<Statement> statements)
    {
        var all = statements.ToArray();
        return Differs(all).FirstOrDefault() is { } row ? row.Kind is DisagreementKind.Superseded && _isOwn(row.Holds) ? "supersedes" : row.Kind.Name() : Array.TrueForAll(all, IsConfirmed) ? "confirms" : Array.Exists(all, IsConfirmed) ? "new in part" : "new";
    }

    /// <summary>What of the document and of others does not fit, the worst kind first. Figures that differ in scope fit.</summary>
    public ImmutableArray<Disagreement> Differs(IEnumerable<Statement> statements) =>
    [
        .. statements.SelectMany(one => one.Claims).SelectMany(claim => _disagreements[claim].Where(row => Kinds.Contains(row.Kind) && !(row.Kind is DisagreementKind.Stale && row.Holds == claim) && (row.Holds == claim ? row.Against.Any(other => !_isOwn(other)) : !_isOwn(row.Holds))))
            .Distinct().OrderBy(row => Kinds.IndexOf(row.Kind)).ThenBy(row => row.Topic, StringComparer.Ordinal),
    ];

    private bool IsConfirmed(Statement one) => one.Claims.Any(claim => _supported[claim].Any(finding => finding.Supports.Any(other => !_isOwn(other))));
}
