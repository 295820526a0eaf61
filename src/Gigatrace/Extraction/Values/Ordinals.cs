namespace Gigatrace.Extraction.Values;

/// <summary>first · second · 2nd · IIIrd · #7 · No. 2. Its rank is the value.</summary>
internal static class Ordinals
{
    private static readonly Lexeme Hash = new();

    public static IEnumerable<(string Forms, Lexeme Lexeme)> Words()
    {
        string[] words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
            "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
        for (var at = 0; at < words.Length; at++) yield return (words[at], new Lexeme { Ordinal = at + 1, Denominator = at is >= 2 and <= 9 ? at + 1 : 0 });
        yield return ("thirtieth", new Lexeme { Ordinal = 30 });
        yield return ("thirds", new Lexeme { Denominator = 3, Starts = false });
        yield return ("quarter quarters", new Lexeme { Denominator = 4 });
        yield return ("fourths", new Lexeme { Denominator = 4, Starts = false });
        yield return ("fifths", new Lexeme { Denominator = 5, Starts = false });
        yield return ("sixths", new Lexeme { Denominator = 6, Starts = false });
        yield return ("sevenths", new Lexeme { Denominator = 7, Starts = false });
        yield return ("eighths", new Lexeme { Denominator = 8, Starts = false });
        yield return ("ninths", new Lexeme { Denominator = 9, Starts = false });
        yield return ("tenths", new Lexeme { Denominator = 10, Starts = false });
        yield return ("ist", new Lexeme { Ordinal = 1, Starts = false });
        yield return ("iind", new Lexeme { Ordinal = 2 });
        yield return ("iiird", new Lexeme { Ordinal = 3 });
        yield return ("ivth", new Lexeme { Ordinal = 4 });
        yield return ("vth", new Lexeme { Ordinal = 5 });
        yield return ("st nd rd th", new Lexeme { Starts = false });
    }

    /// <summary>Before a rank: "#7".</summary>
    public static Lexeme? Symbol(char c) => c == '#' ? Hash : null;

    public static Value? TryRead(in ValueTokens s, int at)
    {
        if (!TryRank(s, at, out var rank, out var end)) return null;
        return new Value(ValueKind.Ordinal, new(at, end), s.Span(at, end), rank, rank);
    }

    /// <summary>An ordinal as a word, twenty-first, or digits with their ending.</summary>
    public static bool TryRank(in ValueTokens s, int at, out int rank, out int end)
    {
        (rank, end) = (s.Lexeme(at).Ordinal, at + 1);
        if (rank > 0) return true;
        if (s.Lexeme(at).Cardinal is >= 20 and var tens && s.Lexeme(s.SkipHyphen(at + 1)).Ordinal is > 0 and < 10 and var ones)
        {
            (rank, end) = (tens + ones, s.SkipHyphen(at + 1) + 1);
            return true;
        }

        if (s.IsNumber(at) && s[at].Length <= 3 && s.IsGlued(at + 1) && s.IsOrdinalEnding(at + 1) && Numbers.Parse(s[at]) is { } digits)
        {
            (rank, end) = ((int)digits, at + 2);
            return true;
        }

        if (s[at] is not "#" || !s.IsNumber(at + 1) || !s.IsGlued(at + 1) || s[at + 1].Length > 3 || Numbers.Parse(s[at + 1]) is not { } hash) return false;
        (rank, end) = ((int)hash, at + 2);
        return true;
    }
}
