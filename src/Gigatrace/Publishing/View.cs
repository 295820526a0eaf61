using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing;

/// <summary>What cards and lists are made from: everything that is held on one day, and where its evidence stands.</summary>
public sealed class View
{
    private readonly Dictionary<string, Finding> _findings;
    private readonly Lazy<ILookup<string, Finding>> _bySubject;
    private readonly Lazy<ILookup<string, Finding>> _byObject;
    private readonly Func<Claim, int?> _lineOf;

    /// <param name="today">The day that stands for "now" where the state was made without one.</param>
    /// <param name="lineOf">The line of a claim's first character in its file, from 1; null where the file has no lines of its own.</param>
    public View(State state, DateOnly today, Func<Claim, int?>? lineOf = null)
    {
        State = state;
        Day = state.AsOf ?? today;
        _lineOf = lineOf ?? (_ => null);
        _bySubject = new(() => state.Findings.ToLookup(finding => finding.Subject, StringComparer.Ordinal));
        _byObject = new(() => state.Findings.Where(finding => finding.Object is not null && finding.Object != finding.Subject).ToLookup(finding => finding.Object!, StringComparer.Ordinal));
        _findings = state.Findings.ToDictionary(finding => finding.Id, StringComparer.Ordinal);
    }

    public State State { get; }

    public DateOnly Day { get; }

    public int? LineOf(Claim claim) => _lineOf(claim);

    /// <summary>Null for an id that is no finding's of this day.</summary>
    public Finding? Finding(string id) => _findings.GetValueOrDefault(id);

    /// <summary>What is held of one subject, by its printed name.</summary>
    public IEnumerable<Finding> FindingsOf(string subject) => _bySubject.Value[subject];

    /// <summary>What concerns one of some printed names, as subject or as the other side, each once; everything for none.</summary>
    public IEnumerable<Finding> Concerning(IReadOnlyCollection<string> names) => names.Count == 0 ? State.Findings
        : names.SelectMany(name => _bySubject.Value[name].Concat(_byObject.Value[name])).DistinctBy(finding => finding.Id);

    /// <summary>The evidence of claims by id, in that order; claims that do not count on this day are left out.</summary>
    public ImmutableArray<Evidence> EvidenceOf(IEnumerable<string> claims) =>
        [.. claims.Distinct(StringComparer.Ordinal).Select(id => State.Claims.GetValueOrDefault(id)).OfType<Claim>().Select(claim => Evidence.Of(claim, LineOf(claim)))];

    public ImmutableArray<Evidence> EvidenceOf(Finding finding) => EvidenceOf(finding.Supports);

    /// <summary>Of all that support some findings, by their ids; those that are none of this day are left out.</summary>
    public ImmutableArray<Evidence> EvidenceOfFindings(IEnumerable<string> ids) => EvidenceOf(ids.Select(Finding).OfType<Finding>().SelectMany(finding => finding.Supports));

    /// <summary>Of the claims that the figure itself is taken from, where it names them; else of its finding.</summary>
    public ImmutableArray<Evidence> EvidenceOf(Figure figure) =>
        !figure.Claims.IsEmpty ? EvidenceOf(figure.Claims) : Finding(figure.Finding) is { } finding ? EvidenceOf(finding) : [];
}
