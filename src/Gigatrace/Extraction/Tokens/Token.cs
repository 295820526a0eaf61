using Gigatrace.Claims;

namespace Gigatrace.Extraction.Tokens;

public enum TokenKind : byte
{
    /// <summary>Letters, or letters with digits behind them: <c>GWh</c>, <c>R5</c>, <c>'s</c>.</summary>
    Word,

    /// <summary>Digits with the commas and points between them: <c>1,000</c>, <c>1.4</c>, <c>09</c>.</summary>
    Number,

    /// <summary>One mark of punctuation.</summary>
    Punctuation,

    /// <summary>One other character: currency, arithmetic, emoji.</summary>
    Symbol,
}

[Flags]
public enum TokenFlags : byte
{
    None = 0,

    /// <summary>White space (or the passage's start) stands before it.</summary>
    SpaceBefore = 1,

    /// <summary>Starts with an upper-case letter.</summary>
    Upper = 2,

    /// <summary>Two or more letters, none of them lower-case.</summary>
    AllUpper = 4,

    /// <summary>A line break stands before it.</summary>
    LineBefore = 8,

    /// <summary>Marked up as a tag, link or emphasis: <c>#northvolt</c>, <c>[[CATL]]</c>.</summary>
    Marked = 16,
}

/// <summary>A word, number or mark of a text.</summary>
/// <param name="Start">UTF-16 offset in the document's text.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Word">Its number in the <see cref="Vocabulary"/> (folded: lower case, no diacritics); 0 where nothing that the program knows uses the word.</param>
public readonly record struct Token(int Start, int Length, int Word, TokenKind Kind, TokenFlags Flags)
{
    public int End => Start + Length;

    public Span Span => new(Start, Start + Length);

    public bool SpaceBefore => (Flags & TokenFlags.SpaceBefore) != TokenFlags.None;

    public bool Upper => (Flags & TokenFlags.Upper) != TokenFlags.None;

    public bool AllUpper => (Flags & TokenFlags.AllUpper) != TokenFlags.None;

    public bool Marked => (Flags & TokenFlags.Marked) != TokenFlags.None;

    public bool LineBefore => (Flags & TokenFlags.LineBefore) != TokenFlags.None;
}

/// <summary>A half-open run of tokens, by their place in the token list.</summary>
public readonly record struct TokenRange(int First, int End)
{
    public int Length => End - First;

    public bool Contains(int token) => token >= First && token < End;
}
