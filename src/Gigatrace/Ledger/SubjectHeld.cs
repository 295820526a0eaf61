using System.Collections.Immutable;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>What is held of one subject on one day.</summary>
internal sealed record SubjectHeld
{
    public static SubjectHeld Nothing { get; } = new();

    /// <summary>The plant, where the subject is one; null for a company or person.</summary>
    public Entity? Plant { get; init; }

    public ImmutableArray<Finding> Findings { get; init; } = [];

    public ImmutableArray<Disagreement> Disagreements { get; init; } = [];

    public ImmutableArray<Slip> Slips { get; init; } = [];

    /// <summary>Who owned it from when to when.</summary>
    public ImmutableArray<Owned> Owned { get; init; } = [];

    /// <summary>The capacity path.</summary>
    public ImmutableArray<Figure> Path { get; init; } = [];

    /// <summary>Who spoke of it and when, each once; undated texts left out.</summary>
    public ImmutableArray<Heard> Heard { get; init; } = [];

    public static ImmutableArray<Finding> Sorted(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(finding => finding.Predicate, StringComparer.Ordinal).ThenBy(finding => finding.Topic, StringComparer.Ordinal).ThenBy(finding => finding.Modality).ThenBy(finding => finding.Id, StringComparer.Ordinal)];

    public static ImmutableArray<Disagreement> Sorted(IEnumerable<Disagreement> disagreements) =>
    [
        .. disagreements.OrderBy(row => row.Predicate, StringComparer.Ordinal).ThenBy(row => row.Kind).ThenBy(row => row.Topic, StringComparer.Ordinal)
            .ThenBy(row => row.Against[0], StringComparer.Ordinal).ThenBy(row => row.Holds, StringComparer.Ordinal).ThenBy(row => row.Why, StringComparer.Ordinal),
    ];
}

internal static class SubjectsHeld
{
    /// <summary>Nothing for a subject of which nothing is held.</summary>
    public static SubjectHeld Of(this IReadOnlyDictionary<string, SubjectHeld> held, string subject) => held.GetValueOrDefault(subject, SubjectHeld.Nothing);
}

/// <summary>That a publisher spoke of a subject.</summary>
/// <param name="Known">The day from which it was known.</param>
/// <param name="Publisher">Whose word it is; copies speak with the voice of their original.</param>
internal readonly record struct Heard(DateOnly Known, string Publisher);
