using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Extraction.Attachment;

/// <summary>A claim in the making: its plant may still get its place, and a later sentence may say the same again.</summary>
public sealed record ClaimDraft
{
    public required string Rule { get; init; }

    public required string Predicate { get; init; }

    public required Passage Passage { get; init; }

    /// <summary>UTF-16 span of the words it rests on.</summary>
    public required Span Span { get; init; }

    /// <summary>The subject, where it is a plant.</summary>
    public Plant? Plant { get; init; }

    /// <summary>The subject, where it is not a plant; or the company to fall back to while the plant has no name.</summary>
    public string? Subject { get; set; }

    /// <summary>Where the sentence names the subject; null where it was taken from what was said before.</summary>
    public Span? SubjectSpan { get; init; }

    /// <summary>Why this subject.</summary>
    public string? Reason { get; init; }

    public ClaimValue? Value { get; init; }

    public Span? ValueSpan { get; init; }

    public string? Unit { get; init; }

    public string? Object { get; init; }

    public Span? ObjectSpan { get; init; }

    public string? Kind { get; init; }

    public string? Basis { get; init; }

    public string? Qualifier { get; init; }

    public string? Product { get; init; }

    public string? Level { get; init; }

    public string? Region { get; init; }

    public ImmutableArray<string> Models { get; init; } = [];

    public When? When { get; set; }

    public Modality Modality { get; set; }

    /// <summary>Its words do not say whether this is so or is to be: that hangs on whether the works runs, which another sentence may say.</summary>
    public bool Hangs { get; init; }

    public string? Attribution { get; init; }

    public string? Part { get; init; }

    public string? Name => Plant?.Name ?? Subject;
}
