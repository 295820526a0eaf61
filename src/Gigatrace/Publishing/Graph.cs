using System.Collections.Immutable;

namespace Gigatrace.Publishing;

/// <summary>Who has to do with whom, for the forms that draw it. Nodes are sorted by name, and every end of an edge is one of them.</summary>
public sealed record Graph(ImmutableArray<GraphNode> Nodes, ImmutableArray<GraphEdge> Edges);

/// <param name="Name">No two have the same.</param>
/// <param name="Kind">plant, organisation, person, or other.</param>
public sealed record GraphNode(string Name, string Kind, string? Country);

/// <summary>A directed edge between two nodes; two nodes may have several.</summary>
public sealed record GraphEdge
{
    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>supplies, owns, funds or runs.</summary>
    public required string Kind { get; init; }

    /// <summary>What a person reads on it: the kind, then figures and models, a part a line.</summary>
    public required ImmutableArray<string> Label { get; init; }

    /// <summary>Name and value, in a fixed order; numbers as <see cref="decimal"/>, all else as <see cref="string"/>. Nothing stands for what is not known.</summary>
    public required ImmutableArray<(string Name, object Value)> Values { get; init; }
}
