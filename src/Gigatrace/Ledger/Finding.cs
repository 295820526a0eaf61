using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>We hold: the answer for one subject and topic as of a day, with the rule that decided it.</summary>
public sealed record Finding
{
    /// <summary>Hash over subject, part, topic and what it holds: stable over runs.</summary>
    public required string Id { get; init; }

    /// <summary>The entity's name: a plant with its part ("AESC Sunderland 2"), a company, a person.</summary>
    public required string Subject { get; init; }

    public string? Part { get; init; }

    public required string Predicate { get; init; }

    /// <summary>Subject, predicate and the qualifiers that separate unlike things: claims on one topic replace or contradict each other.</summary>
    public required string Topic { get; init; }

    public ClaimValue? Value { get; init; }

    public string? Unit { get; init; }

    public string? Object { get; init; }

    public string? Kind { get; init; }

    public string? Basis { get; init; }

    /// <summary>about, at_least, up_to; null where the value is given plainly.</summary>
    public string? Qualifier { get; init; }

    /// <summary>For a supply: every vehicle model that a supporting claim names, sorted.</summary>
    public ImmutableArray<string> Models { get; init; } = [];

    /// <summary>When it holds in the world.</summary>
    public When? Valid { get; init; }

    public Modality Modality { get; init; }

    /// <summary>The first day on which this could be known from what was published; null for undated documents.</summary>
    public DateOnly? KnownFrom { get; init; }

    /// <summary>The name of the rule that decided: <c>only</c>, <c>judgement</c>, <c>latest-state</c>, <c>latest-plan</c>, <c>happened</c>, <c>better-source</c>, <c>more-sources</c>, <c>later</c>, <c>finer</c>.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Ids of the claims that say so, best first; never empty.</summary>
    public required ImmutableArray<string> Supports { get; init; }

    public ImmutableArray<Opposition> Against { get; init; } = [];

    /// <summary>Why the subject was inferred (a broader place with one candidate); null where it was named.</summary>
    public string? Inferred { get; init; }
}

/// <summary>A claim that does not fit a finding, and how.</summary>
public readonly record struct Opposition(string Claim, DisagreementKind Kind);

public enum DisagreementKind
{
    /// <summary>The plan or state changed, in order.</summary>
    Superseded,

    /// <summary>A later text repeats an older state.</summary>
    Stale,

    /// <summary>Part against site, initial against ceiling, cell against pack, company against plant.</summary>
    Scope,

    /// <summary>One is the rounder form of the other.</summary>
    Precision,

    /// <summary>Both cannot be so at the same time.</summary>
    Contradiction,
}

/// <summary>Claims on one topic that do not fit, or sibling topics that differ in scope.</summary>
public sealed record Disagreement
{
    public required DisagreementKind Kind { get; init; }

    public required string Subject { get; init; }

    public required string Predicate { get; init; }

    public required string Topic { get; init; }

    /// <summary>Id of the claim that holds.</summary>
    public required string Holds { get; init; }

    /// <summary>Ids of the claims against it; never empty.</summary>
    public required ImmutableArray<string> Against { get; init; }

    /// <summary>One sentence for a person: both values with their sources and dates, and why this kind.</summary>
    public required string Why { get; init; }
}
