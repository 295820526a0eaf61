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
    /// <param name="unsaid">What the figures before this sentence were counted in; null where there are none.</param>
    public static void Read(SourceText text, ReadOnlySpan<Token> tokens, int firstTokenIndex, When? reference, List<Value> into, bool future = false, DateStyle style = DateStyle.News, Unsaid? unsaid = null)
    {
        if (lexemes is null || lexemes.Length < tokens.Length) lexemes = new Lexeme?[Math.Max(256, tokens.Length * 2)];
        var words = lexemes.AsSpan(0, tokens.Length);
        if (!Lexemes.Classify(text, tokens, words) && style == DateStyle.News) return;
        var sentence = new ValueTokens(text, tokens, words, Resolver.Plausible(reference), future, style);
        unsaid ??= new Unsaid();
        unsaid.Enter();
        for (int at = 0, floor = 0; at < tokens.Length;)
        {
            if (words[at] is null && tokens[at].Kind != TokenKind.Number || TryRead(sentence, at, floor) is not { } value)
            {
                at++;
                continue;
            }

            value = unsaid.Read(sentence, value);
            into.Add(value with { Tokens = new TokenRange(value.Tokens.First + firstTokenIndex, value.Tokens.End + firstTokenIndex) });
            at = floor = value.Tokens.End;
        }
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
        best = Longer(best, Ordinals.TryRead(s, at));
        return best is { Kind: ValueKind.Number, Tokens.Length: 1 } && IsCellFormat(s, at) ? null : best;
    }

    /// <summary>"the new 4680 cells", "compared with the 2170": how large a round cell is, and no number of anything.</summary>
    private static bool IsCellFormat(in ValueTokens s, int at) =>
        s[at] is "2170" or "4680" or "4695" or "18650" or "21700" or "26650" or "26700" or "32700" or "46120" && s[at + 1] is not ("jobs" or "people" or "employees" or "workers" or "positions" or "cars" or "vehicles");

    private static Value? Longer(Value? one, Value? other) => other is null || (one is not null && one.Tokens.End >= other.Tokens.End) ? one : other;
}
