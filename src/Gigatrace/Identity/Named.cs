using System.Collections.Immutable;

namespace Gigatrace.Identity;

public enum NamedKind
{
    Organisation,
    Site,
    Plant,
    Person,
}

/// <summary>What names mean: one organisation, plant or person, with every name that claims use for it.</summary>
public sealed record Named
{
    public required NamedKind Kind { get; init; }

    /// <summary>As printed.</summary>
    public required string Name { get; init; }

    /// <summary>Other names in use, sorted.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public string? Operator { get; init; }

    public string? Place { get; init; }

    public string? Region { get; init; }

    public string? Country { get; init; }

    public string? Part { get; init; }
}

/// <summary>A plant's name that could mean one of several plants.</summary>
public sealed record OpenPlace(string Name, ImmutableArray<string> Candidates, string Why);
