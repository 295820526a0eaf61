using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A block of a page's text before it is known whether it belongs to it.</summary>
internal sealed class WebBlock
{
    /// <summary>In the text of all blocks.</summary>
    public required Span Span { get; init; }

    public required PassageKind Kind { get; set; }

    public int Level { get; init; }

    /// <summary>The element that it is the text of.</summary>
    public required int Node { get; init; }

    /// <summary>Letters of it that are linked.</summary>
    public int Linked { get; init; }

    public int Quote { get; init; }

    public int Box { get; init; } = -1;

    /// <summary>The bold words that it starts with.</summary>
    public Span Lead { get; init; }

    public bool RuleBefore { get; init; }

    public bool Marked { get; init; }

    public ImmutableArray<Span> Cells { get; init; } = [];

    /// <summary>The head row of its table; null for the head itself and outside tables.</summary>
    public WebBlock? Header { get; init; }

    public int Table { get; init; } = -1;

    public bool Dropped { get; set; }

    /// <summary>White space counts: only about so much of it is linked.</summary>
    public bool IsLinked => Linked > 0 && Linked * 10 >= Span.Length * 7;
}
