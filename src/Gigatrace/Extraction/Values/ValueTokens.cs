using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Values;

/// <summary>What the grammars read from: one sentence's tokens with what each may be in a value. Places are within the sentence; any place may be asked for.</summary>
internal readonly ref struct ValueTokens(SourceText text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Lexeme?> lexemes, When? reference, bool future, DateStyle style)
{
    private readonly ReadOnlySpan<char> _chars = text.Value;
    private readonly ReadOnlySpan<Token> _tokens = tokens;
    private readonly ReadOnlySpan<Lexeme?> _lexemes = lexemes;

    public int Count => _tokens.Length;

    /// <summary>What relative dates are resolved against; null where the text has no date.</summary>
    public When? Reference { get; } = reference;

    /// <summary>Dates without a year lie ahead of the reference.</summary>
    public bool Future { get; } = future;

    public bool IsDiary { get; } = style == DateStyle.Diary;

    public ReadOnlySpan<Token> Tokens => _tokens;

    /// <summary>The token as written; empty outside the sentence.</summary>
    public ReadOnlySpan<char> this[int at] => IsInside(at) ? _chars.Slice(_tokens[at].Start, _tokens[at].Length) : default;

    /// <summary>What the word may be in a value; <see cref="Lexeme.None"/> where nothing, and outside the sentence.</summary>
    public Lexeme Lexeme(int at) => IsInside(at) ? _lexemes[at] ?? Values.Lexeme.None : Values.Lexeme.None;

    public bool IsNumber(int at) => IsInside(at) && _tokens[at].Kind == TokenKind.Number;

    public bool IsWord(int at) => IsInside(at) && _tokens[at].Kind == TokenKind.Word;

    public bool IsUpper(int at) => IsInside(at) && _tokens[at].Upper;

    /// <summary>It follows the token before it without a space.</summary>
    public bool IsGlued(int at) => at > 0 && IsInside(at) && _tokens[at].Start == _tokens[at - 1].End;

    /// <summary>The word, in lower case, stands there in any case.</summary>
    public bool Is(int at, ReadOnlySpan<char> word) => this[at].Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsAny(int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(at, word)) return true;
        }

        return false;
    }

    /// <summary>The words end at <paramref name="last"/>, and none of them stands before <paramref name="floor"/>.</summary>
    public bool Ends(int last, int floor, string[] words)
    {
        var first = last - words.Length + 1;
        if (first < floor) return false;
        for (var at = 0; at < words.Length; at++)
        {
            if (!Is(first + at, words[at])) return false;
        }

        return true;
    }

    /// <summary>What follows a number's digits: 1st, 2nd, 3rd, 4th.</summary>
    public bool IsOrdinalEnding(int at) => IsAny(at, "st", "nd", "rd", "th");

    public bool IsHyphen(int at) => this[at] is "-" or "‐" or "‑";

    /// <summary>A hyphen or a dash.</summary>
    public bool IsDash(int at) => IsHyphen(at) || this[at] is "–" or "—" or "−";

    /// <summary>The place behind a hyphen that binds <paramref name="at"/> to its neighbours; <paramref name="at"/> itself where there is none.</summary>
    public int SkipHyphen(int at) => IsHyphen(at) && IsGlued(at) && IsGlued(at + 1) ? at + 1 : at;

    /// <summary>The place behind the word, where it stands there.</summary>
    public int Skip(int at, ReadOnlySpan<char> word) => Is(at, word) ? at + 1 : at;

    public Span Span(int first, int end) => new(_tokens[first].Start, _tokens[end - 1].End);

    private bool IsInside(int at) => (uint)at < (uint)_tokens.Length;
}
