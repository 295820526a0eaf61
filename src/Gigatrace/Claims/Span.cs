namespace Gigatrace.Claims;

/// <summary>
/// A half-open stretch [<paramref name="Start"/>, <paramref name="End"/>) of a <see cref="SourceText"/>, in UTF-16 units.
/// <c>default</c> is the empty span at the start.
/// </summary>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public bool Contains(Span other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(Span other) => other.Start < End && Start < other.End;

    public Span Union(Span other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
