namespace Gigatrace.Extraction.Values;

/// <summary>tenfold · five-fold · double · twice · three times · 3x · a factor of three.</summary>
internal static class Factors
{
    public static IEnumerable<(string Forms, Lexeme Lexeme)> Words()
    {
        yield return ("twice double doubles doubled doubling twofold", new Lexeme { Factor = 2 });
        yield return ("thrice triple triples tripled tripling threefold", new Lexeme { Factor = 3 });
        yield return ("quadruple quadruples quadrupled quadrupling fourfold", new Lexeme { Factor = 4 });
        yield return ("fivefold quintuple", new Lexeme { Factor = 5 });
        yield return ("sixfold", new Lexeme { Factor = 6 });
        yield return ("sevenfold", new Lexeme { Factor = 7 });
        yield return ("eightfold", new Lexeme { Factor = 8 });
        yield return ("tenfold", new Lexeme { Factor = 10 });
        yield return ("hundredfold", new Lexeme { Factor = 100 });
        yield return ("fold times x", new Lexeme { Starts = false });
    }

    public static Value? TryRead(in ValueTokens s, int at, int floor)
    {
        var (factor, end) = (s.Lexeme(at).Factor, at + 1);
        if (factor == 0)
        {
            if (!Numbers.TryRead(s, at, out var amount)) return null;
            var next = s.SkipHyphen(amount.End);
            var isOf = at - 2 >= floor && s.Is(at - 1, "of") && s.Is(at - 2, "factor");
            if (isOf) return new Value(ValueKind.Factor, new(at - 2, amount.End), s.Span(at, amount.End), amount.Value, amount.Value);
            var isFactor = s.IsAny(next, "times", "fold") || (s[next] is "x" && s.IsGlued(next)) || s[next] is "×";
            if (!isFactor || s.Is(next + 1, "since")) return null;
            (factor, end) = (amount.Value, next + 1);
        }

        var (start, qualifier) = Qualifiers.Before(s, at, floor);
        return new Value(ValueKind.Factor, new(start, end), s.Span(at, end), factor, factor) { Qualifier = qualifier };
    }
}
