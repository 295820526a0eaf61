namespace Gigatrace.Extraction.Values;

/// <summary>Lengths of time behind a number, in days: four weeks · 6–8 months · 20-year.</summary>
internal static class Periods
{
    private static readonly Unit[] Units = [.. Enum.GetValues<Period>().Select(period => new Unit(ValueKind.Duration, "days", Days(period)))];

    public static IEnumerable<(string Forms, Lexeme Lexeme)> Words()
    {
        yield return ("day days", Of(Period.Day));
        yield return ("week", new Lexeme { Period = Period.Week });
        yield return ("weeks", Of(Period.Week));
        yield return ("weekend", new Lexeme { Period = Period.Weekend });
        yield return ("fortnight fortnights", Of(Period.Fortnight));
        yield return ("month months", Of(Period.Month));
        yield return ("quarter quarters trimester trimesters", Of(Period.Quarter));
        yield return ("half", new Lexeme { Period = Period.Half });
        yield return ("halves", Of(Period.Half));
        yield return ("year years yr yrs", Of(Period.Year));
        yield return ("decade decades", Of(Period.Decade));
    }

    /// <summary>Roughly: a month has 30 days, a year 365.</summary>
    public static int Days(Period period) => period switch
    {
        Period.None => 0,
        Period.Day => 1,
        Period.Weekend => 2,
        Period.Week => 7,
        Period.Fortnight => 14,
        Period.Month => 30,
        Period.Quarter => 91,
        Period.Half => 182,
        Period.Year => 365,
        _ => 3650,
    };

    /// <summary>A period as the unit of a number; not quarters and halves, which are parts of a thing or of a year.</summary>
    public static Unit? TryUnit(in ValueTokens s, int at, out int end)
    {
        var word = s.SkipHyphen(at);
        if (s.IsAny(word, "business", "working", "calendar", "full", "consecutive", "more", "additional", "further") && s.Lexeme(word + 1).Period is not Period.None) word++;
        var period = s.Lexeme(word).Period;
        end = word + 1;
        if (period is Period.None or Period.Weekend or Period.Quarter or Period.Half) return null;
        if (s.IsHyphen(end) && s.IsGlued(end) && s.Is(end + 1, "old")) end += 2;
        return Units[(int)period];
    }

    private static Lexeme Of(Period period) => new() { Period = period, Starts = false };
}
