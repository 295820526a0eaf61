using System.Collections.Immutable;

namespace Gigatrace.Identity;

public enum EntityKind
{
    Organisation,

    /// <summary>An organisation's battery works in one municipality, or a part of them where there are several: what people call a plant.</summary>
    Plant,

    Person,
}

/// <summary>What mentions name: a grouping of the names in claims, made afresh whenever findings are made.</summary>
public sealed record Entity
{
    /// <summary>Stable over runs: a slug of the printed name.</summary>
    public string Id => NameTable.Key(Name).Replace(' ', '-');

    public required EntityKind Kind { get; init; }

    /// <summary>As printed: "AESC Sunderland 2".</summary>
    public required string Name { get; init; }

    /// <summary>Every other name that claims use for it, sorted.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>For a plant: who runs it; the name of an organisation.</summary>
    public string? Operator { get; init; }

    /// <summary>For a plant: the municipality, or the broadest place that is said.</summary>
    public string? Place { get; init; }

    public string? Region { get; init; }

    /// <summary>English name of the country.</summary>
    public string? Country { get; init; }

    public string? Part { get; init; }
}

/// <summary>A plant's name that could mean one of several plants.</summary>
public sealed record OpenPlace(string Name, ImmutableArray<string> Candidates, string Why);
