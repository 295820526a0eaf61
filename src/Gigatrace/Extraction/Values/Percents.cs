using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>Parts of a whole: 20% · 20 per cent · a third of · two-thirds · owns half · 50:50 · 60:40. "Percentage points" are a measure.</summary>
internal static class Percents
{
    /// <summary>Decides between percent and percentage points behind the unit.</summary>
    public static Unit? Points(in ValueTokens s, Unit percent, int at, out int end)
    {
        end = at;
        if (s.Is(at - 1, "percentage") && !s.IsAny(at, "point", "points")) return null;
        if (!s.IsAny(at, "point", "points")) return percent;
        end = at + 1;
        return new Unit(ValueKind.Measure, "percentage points");
    }

    /// <summary>A fraction in words, or shares of two that make a hundred.</summary>
    public static Value? TryRead(in ValueTokens s, int at, int floor) => Half(s, at, floor) ?? Fraction(s, at, floor) ?? Even(s, at, floor);

    /// <summary>"a third of", "one third", "two-thirds"; a bare "a third" may be an ordinal and a quarter a time of the year.</summary>
    private static Value? Fraction(in ValueTokens s, int at, int floor)
    {
        var article = s.IsAny(at, "a", "an", "the");
        var count = article ? 1 : s.Lexeme(at).Cardinal;
        if (count is 0 or > 9) return null;
        var rest = article && s.IsAny(at + 1, "remaining", "other", "last");
        var denominator = s.SkipHyphen(rest ? at + 2 : at + 1);
        var parts = s.Lexeme(denominator).Denominator;
        if (parts <= count || (count > 1) != s[denominator].EndsWith("s", StringComparison.OrdinalIgnoreCase)) return null;
        var end = denominator + 1;
        if ((article || parts == 4) && !IsShare(s, end) && !(article && IsHeld(s, at - 1) && (!s.IsWord(end) || s.Is(end, "each"))) && !(rest && s.IsAny(end, "belongs", "lies", "goes", "rests"))) return null;
        if (parts == 4 && s.Is(end, "of") && (s.IsNumber(end + 1) || s.Lexeme(s.Skip(end + 1, "the")) is { Period: not Period.None } or { Shift: not null } || s.Lexeme(end + 1).Shift is not null)) return null;
        return Make(s, at, end, floor, Math.Round(100m * count / parts, 2));
    }

    /// <summary>"half of it", "a half stake", "owns half": only where a part of something is meant.</summary>
    private static Value? Half(in ValueTokens s, int at, int floor)
    {
        var half = s.IsAny(at, "a", "one") && s.Is(s.SkipHyphen(at + 1), "half") ? s.SkipHyphen(at + 1) : at;
        if (!s.Is(half, "half") || s.Lexeme(half - 1).Ordinal > 0 || s.IsAny(half - 1, "latter", "other") || (s.Is(half - 1, "and") && (s.IsNumber(half - 2) || s.Lexeme(half - 2).Cardinal > 0))) return null;
        var isHeld = IsHeld(s, at - 1) || s.IsAny(at - 1, "about", "almost", "nearly", "around", "roughly");
        var isOf = s.IsAny(half + 1, "of", "the", "its", "their", "his", "all") && !s.IsNumber(half + 2) && s.Lexeme(half + 2) is { Shift: null, Month: 0 } && !s.Is(half + 2, "year");
        return isHeld && !s.IsAny(half + 1, "a", "an") || s.Is(half + 1, "each") || isOf || IsShare(s, half + 1) && !s.Is(half + 1, "of") ? Make(s, at, half + 1, floor, 50) : null;
    }

    /// <summary>"keeps a fifth", "hangs on to a tenth": what is held, bought or sold.</summary>
    private static bool IsHeld(in ValueTokens s, int at) =>
        s.IsAny(at, "own", "owns", "owned", "owning", "hold", "holds", "held", "holding", "take", "takes", "took", "taking", "buy", "buys", "bought", "buying", "sell", "sells", "sold", "selling",
            "acquire", "acquires", "acquired", "acquiring", "keep", "keeps", "kept", "keeping", "retain", "retains", "retained", "retaining") || s.Is(at, "to") && s.Is(at - 1, "on");

    /// <summary>50-50, fifty-fifty: one value, for both.</summary>
    private static Value? Even(in ValueTokens s, int at, int floor)
    {
        if (s.Is(at, "fifty") && s.Is(s.SkipHyphen(at + 1), "fifty")) return Make(s, at, s.SkipHyphen(at + 1) + 1, floor, 50);
        return s[at] is "50" && s[at + 2] is "50" && s[at + 1] is "-" or "–" && IsMark(s, at + 1) && !s.IsGlued(at + 3) ? Make(s, at, at + 3, floor, 50) : null;
    }

    /// <summary>50:50, 51/49, a 70-30 venture: two values, each read where it stands.</summary>
    public static Value? Uneven(in ValueTokens s, int at, int floor)
    {
        if (!s.IsNumber(at) || s[at].Length != 2 || Numbers.Parse(s[at]) is not { } part) return null;
        var first = IsMark(s, at + 1) ? at : at - 2;
        if (first < 0 || !IsMark(s, first + 1) || !s.IsNumber(first) || !s.IsNumber(first + 2) || s[first].Length != 2 || s[first + 2].Length != 2) return null;
        if (s[first + 1] is "-" or "–" && !IsVenture(s, first + 3)) return null;
        return Numbers.Parse(s[first]) + Numbers.Parse(s[first + 2]) == 100 ? Make(s, at, at + 1, floor, part) : null;
    }

    /// <summary>A mark that stands tight between two numbers.</summary>
    private static bool IsMark(in ValueTokens s, int at) => s[at] is ":" or "/" or "-" or "–" && s.IsGlued(at) && s.IsGlued(at + 1);

    private static bool IsVenture(in ValueTokens s, int at) => s.IsAny(at, "joint", "venture", "jv", "split", "partnership", "ownership", "owned");

    private static bool IsShare(in ValueTokens s, int at) =>
        s.IsAny(s.SkipHyphen(at), "of", "stake", "stakes", "share", "shares", "interest", "holding", "ownership", "owner", "owned");

    private static Value Make(in ValueTokens s, int first, int end, int floor, decimal percent)
    {
        var (start, qualifier) = Qualifiers.Before(s, first, floor);
        return new Value(ValueKind.Percent, new(start, end), s.Span(first, end), percent, percent) { Unit = "percent", Qualifier = qualifier };
    }
}
