using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Extraction.Rules;

/// <summary>One rule of <c>knowledge/rules/*.rules</c>: what triggers a claim, what it takes, and the sentences that hold it to that.</summary>
public sealed record Rule
{
    /// <summary>Unique, such as <c>capacity.of</c>; its first part is by custom the predicate.</summary>
    public required string Id { get; init; }

    /// <summary>As written, one per <c>when</c> line.</summary>
    public required ImmutableArray<string> Patterns { get; init; }

    public required ImmutableArray<ClaimShape> Claims { get; init; }

    public ImmutableArray<Example> Examples { get; init; } = [];

    /// <summary>File and line of its first line.</summary>
    public required string Place { get; init; }
}

/// <summary><c>claim capacity(plant) = energy -> org basis:initial as:planned</c></summary>
/// <param name="Predicate">A name of <c>predicates.tsv</c>.</param>
/// <param name="Subject">Label of the slot that is the subject; null to let attachment find it.</param>
/// <param name="Value">Label of the slot that is the value; null where the predicate has none or <paramref name="Word"/> gives it.</param>
/// <param name="Word">A word of the vocabulary or a number that the claim takes as its value; before a title, what goes before it ("former").</param>
/// <param name="Object">Label of the slot that is the object.</param>
/// <param name="Modality">Set by the rule, whatever the clause says; null to let the clause decide.</param>
/// <param name="More">kind, basis, product, level: what else the claim says; after: the predicate of the figure behind which alone it holds.</param>
public sealed record ClaimShape(string Predicate, string? Subject, string? Value, string? Word, string? Object, Modality? Modality, ImmutableDictionary<string, string> More)
{
    /// <summary>What shapes of one rule have in common that are ways to say the same.</summary>
    public string Meaning { get; } = Predicate == "pair" ? "partnership" : Predicate + Value + Word + (Predicate == "stake" ? Object : null);

    /// <summary>Label of the slot that gives the time; null to let attachment find it.</summary>
    public string? Time { get; init; }
}

public enum ExampleKind
{
    /// <summary>Must give exactly the marked spans.</summary>
    Yes,

    /// <summary>Must give no claim of the rule's predicates.</summary>
    No,

    /// <summary>Known to be missed: fails when it begins to match, so that it is moved to yes.</summary>
    Todo,
}

/// <param name="Text">Without the marks.</param>
/// <param name="Spans">What stood between ⟦ and ⟧, in UTF-16 units of <paramref name="Text"/>.</param>
public sealed record Example(ExampleKind Kind, string Text, ImmutableArray<Span> Spans, string Place);
