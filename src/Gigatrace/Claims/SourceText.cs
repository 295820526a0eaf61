namespace Gigatrace.Claims;

/// <summary>
/// The text of one document, unchanged after it is made. The one place where UTF-16 offsets (all spans inside the
/// program) are turned into Unicode code points (all offsets outside it) and into lines and columns.
/// </summary>
public sealed class SourceText
{
    /// <summary>UTF-16 offsets of the second half of every surrogate pair, ascending. Empty for nearly every text.</summary>
    private readonly int[] _lowSurrogates;
    private int[]? _lineStarts;

    public SourceText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        _lowSurrogates = FindLowSurrogates(value);
    }

    public string Value { get; }

    public int Length => Value.Length;

    /// <summary>Length in Unicode code points.</summary>
    public int CodePoints => Value.Length - _lowSurrogates.Length;

    public Span All => new(0, Value.Length);

    public ReadOnlySpan<char> this[Span span] => Value.AsSpan(span.Start, span.Length);

    public string Quote(Span span) => Value.Substring(span.Start, span.Length);

    /// <summary>The code point offset of a UTF-16 offset. An offset inside a surrogate pair counts as the one after it.</summary>
    public int ToCodePoint(int utf16)
    {
        var at = Array.BinarySearch(_lowSurrogates, utf16);
        return utf16 - (at >= 0 ? at : ~at);
    }

    /// <summary>The UTF-16 offset of a code point offset; the inverse of <see cref="ToCodePoint"/>.</summary>
    public int FromCodePoint(int codePoint)
    {
        // The k-th low surrogate lies before the code point when its own code point offset, low[k] - k, is at most it.
        int low = 0, high = _lowSurrogates.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lowSurrogates[middle] - middle <= codePoint) low = middle + 1;
            else high = middle;
        }

        return codePoint + low;
    }

    /// <summary>Line and column, both from 1; the column in code points.</summary>
    public (int Line, int Column) Place(int utf16)
    {
        _lineStarts ??= FindLineStarts(Value);
        var at = Array.BinarySearch(_lineStarts, utf16);
        var line = at >= 0 ? at : ~at - 1;
        return (line + 1, ToCodePoint(utf16) - ToCodePoint(_lineStarts[line]) + 1);
    }

    /// <summary>The span without white space at its ends.</summary>
    public Span Trim(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(Value[start])) start++;
        while (end > start && char.IsWhiteSpace(Value[end - 1])) end--;
        return new Span(start, end);
    }

    private static int[] FindLowSurrogates(string value)
    {
        var found = new List<int>();
        for (var at = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF'); at >= 0 && at < value.Length - 1; at++)
        {
            if (char.IsSurrogatePair(value[at], value[at + 1])) found.Add(++at);
        }

        return [.. found];
    }

    private static int[] FindLineStarts(string value)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '\n' || (value[at] == '\r' && (at + 1 == value.Length || value[at + 1] != '\n'))) starts.Add(at + 1);
        }

        return [.. starts];
    }
}
