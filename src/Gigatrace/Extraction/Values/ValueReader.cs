using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Values;

/// <summary>Finds the values of a sentence: leftmost, then longest, not overlapping, in order.</summary>
public static class ValueReader
{
    [ThreadStatic]
    private static Lexeme?[]? lexemes;

    /// <param name="text">The document's text.</param>
    /// <param name="tokens">The tokens of one sentence.</param>
    /// <param name="firstTokenIndex">The place of the sentence's first token in the token list that <see cref="Value.Tokens"/> counts in.</param>
    /// <param name="reference">When the document was published; null leaves relative dates unresolved.</param>
    /// <param name="into">Where the values are added.</param>
    /// <param name="future">A date without a year lies after the reference, not before it; else the words before each such date decide.</param>
    /// <param name="style">How exact dates are meant.</param>
    public static void Read(SourceText text, ReadOnlySpan<Token> tokens, int firstTokenIndex, When? reference, List<Value> into, bool future = false, DateStyle style = DateStyle.News)
    {
        if (lexemes is null || lexemes.Length < tokens.Length) lexemes = new Lexeme?[Math.Max(256, tokens.Length * 2)];
        var words = lexemes.AsSpan(0, tokens.Length);
        if (!Lexemes.Classify(text, tokens, words) && style == DateStyle.News) return;
        var sentence = new ValueTokens(text, tokens, words, Resolver.Plausible(reference), future, style);
        string? currency = null;
        for (int at = 0, floor = 0; at < tokens.Length;)
        {
            if (words[at] is null && tokens[at].Kind != TokenKind.Number || TryRead(sentence, at, floor) is not { } value)
            {
                at++;
                continue;
            }

            if (value.Kind == ValueKind.Money) currency = value.Unit;
            else if (currency is not null && IsSum(sentence, value)) value = value with { Kind = ValueKind.Money, Unit = currency };
            into.Add(value with { Tokens = new TokenRange(value.Tokens.First + firstTokenIndex, value.Tokens.End + firstTokenIndex) });
            at = floor = value.Tokens.End;
        }
    }

    /// <summary>"$2 billion, added to the 4.3 billion that…": millions of nothing, behind a sum, are in its currency.</summary>
    private static bool IsSum(in ValueTokens s, Value value)
    {
        if (value.Kind != ValueKind.Number || s.Lexeme(value.Tokens.End - 1).Scale < 1_000_000) return false;
        var next = value.Tokens.End;
        return !s.IsWord(next) || s.IsAny(next, "that", "which", "in", "for", "from", "to", "by", "on", "over", "and", "as", "was", "is", "were", "at", "with", "more", "already", "when");
    }

    /// <summary>The longest of what the grammars read here; the earlier grammar of two that read as far.</summary>
    private static Value? TryRead(in ValueTokens s, int at, int floor)
    {
        if (Percents.Uneven(s, at, floor) is { } share) return share;
        if (Times.TryRead(s, at) is { } time) return time;
        var best = Dates.TryRead(s, at, floor);
        if (s.Lexeme(at).IsOnlyDate) return best;
        best = Longer(best, Factors.TryRead(s, at, floor));
        best = Longer(best, Percents.TryRead(s, at, floor));
        best = Longer(best, Quantities.TryRead(s, at, floor));
        return Longer(best, Ordinals.TryRead(s, at));
    }

    private static Value? Longer(Value? one, Value? other) => other is null || (one is not null && one.Tokens.End >= other.Tokens.End) ? one : other;
}
