using Gigatrace.Claims;

namespace Gigatrace.Extraction.Tokens;

/// <summary>Cuts a stretch of text into tokens, in one pass and without allocating per token.</summary>
public static class Tokenizer
{
    public static void Tokenize(SourceText text, Span within, Vocabulary vocabulary, List<Token> into)
    {
        var chars = text.Value.AsSpan(0, within.End);
        var flags = TokenFlags.SpaceBefore;
        for (var at = within.Start; at < chars.Length;)
        {
            var c = chars[at];
            if (char.IsWhiteSpace(c))
            {
                flags |= TokenFlags.SpaceBefore | (c is '\n' or '\r' ? TokenFlags.LineBefore : TokenFlags.None);
                at++;
                continue;
            }

            if (IsInvisible(c))
            {
                at++;
                continue;
            }

            var token = Next(chars, at, flags, vocabulary);
            into.Add(token);
            at = token.End;
            flags = TokenFlags.None;
        }
    }

    private static Token Next(ReadOnlySpan<char> chars, int at, TokenFlags flags, Vocabulary vocabulary)
    {
        var c = chars[at];
        if (char.IsLetter(c)) return Word(chars, at, StartsWithCurrency(chars[at..]) ? at + 3 : EndOfWord(chars, at), flags, vocabulary);
        if (char.IsAsciiDigit(c)) return Number(chars, at, flags, vocabulary);
        if (IsApostrophe(c) && IsSuffix(chars, at)) return Word(chars, at, EndOfWord(chars, at + 1), flags, vocabulary);
        var length = char.IsHighSurrogate(c) && at + 1 < chars.Length && char.IsLowSurrogate(chars[at + 1]) ? 2 : 1;
        var kind = char.IsPunctuation(c) ? TokenKind.Punctuation : TokenKind.Symbol;
        return new Token(at, length, vocabulary.Find(chars.Slice(at, length)), kind, flags);
    }

    private static Token Word(ReadOnlySpan<char> chars, int start, int end, TokenFlags flags, Vocabulary vocabulary)
    {
        var word = chars[start..end];
        if (char.IsUpper(word[0]))
        {
            flags |= TokenFlags.Upper;
            if (word.Length > 1 && !HasLower(word)) flags |= TokenFlags.AllUpper;
        }

        return new Token(start, end - start, vocabulary.Find(word), TokenKind.Word, flags);
    }

    /// <summary>Digits, with a comma or point between two digits: 1,000 and 1.4 but not the point that ends a sentence.</summary>
    private static Token Number(ReadOnlySpan<char> chars, int start, TokenFlags flags, Vocabulary vocabulary)
    {
        var at = start + 1;
        while (at < chars.Length && (char.IsAsciiDigit(chars[at]) || (chars[at] is ',' or '.' && at + 1 < chars.Length && char.IsAsciiDigit(chars[at + 1])))) at++;
        return new Token(start, at - start, vocabulary.Find(chars[start..at]), TokenKind.Number, flags);
    }

    /// <summary>EUR450m: the code is a token of its own, so that the number behind it is read as one.</summary>
    private static bool StartsWithCurrency(ReadOnlySpan<char> chars) =>
        chars.Length > 3 && char.IsAsciiDigit(chars[3]) && char.IsAsciiLetterUpper(chars[0]) &&
        chars[..3] is "EUR" or "USD" or "GBP" or "CHF" or "CAD" or "AUD" or "JPY" or "CNY" or "RMB" or "KRW" or "INR" or "SEK" or "NOK" or "DKK" or "PLN" or "HUF" or "CZK" or "HKD" or "SGD" or "NZD";

    private static int EndOfWord(ReadOnlySpan<char> chars, int at)
    {
        while (at < chars.Length && (char.IsLetterOrDigit(chars[at]) || IsMark(chars[at]))) at++;
        return at;
    }

    /// <summary>'s, 's and the like behind a letter: a token of its own. An opening quotation mark is not one.</summary>
    private static bool IsSuffix(ReadOnlySpan<char> chars, int at) =>
        at > 0 && char.IsLetterOrDigit(chars[at - 1]) && at + 1 < chars.Length && char.IsLower(chars[at + 1]) &&
        EndOfWord(chars, at + 1) - at <= 3;

    private static bool HasLower(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c)) return true;
        }

        return false;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    private static bool IsMark(char c) => c >= 0x300 && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>Zero-width characters, soft hyphens and variation selectors: never part of a token at its start.</summary>
    private static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\uFE0F' or '\uFE0E';
}
