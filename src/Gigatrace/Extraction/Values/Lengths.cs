namespace Gigatrace.Extraction.Values;

/// <summary>Lengths of time in words, as a <see cref="Length"/>: two years · a couple of weeks · a fortnight · four business days · 2 weeks and 2 days.</summary>
internal static class Lengths
{
    public static bool TryRead(in ValueTokens s, int at, out Length length)
    {
        length = default;
        if (!TryCount(s, at, out var count, out var isAbout, out var end) || !TryPeriod(s, ref end, out var period, out var isBusiness)) return false;
        var one = Of(count, period, end + 1);
        var isSum = false;
        while (TryMore(s, one.End, period, out var more))
        {
            one = more with { Months = one.Months + more.Months, Days = one.Days + more.Days };
            (period, isSum) = (more.Period, true);
        }

        length = one with { IsAbout = isAbout, IsSum = isSum, IsBusiness = isBusiness };
        return true;
    }

    /// <summary>How many periods: a number, "a", "a couple of" (about 2), "a few" (about 3).</summary>
    public static bool TryCount(in ValueTokens s, int at, out decimal count, out bool isAbout, out int end)
    {
        (count, isAbout, end) = (1, false, at + 1);
        var vague = s.IsAny(at, "a", "the") ? at + 1 : at;
        if (s.Is(vague, "couple") || s.Is(vague, "few"))
        {
            (count, isAbout, end) = (s.Is(vague, "few") ? 3 : 2, true, s.Skip(vague + 1, "of"));
            return true;
        }

        if (s.IsAny(at, "a", "an", "one") && s.Lexeme(at + 1).Period is not Period.None) return true;
        if (!Numbers.TryRead(s, at, out var amount) || amount.Value > 5000) return false;
        (count, end) = (amount.Value, s.SkipHyphen(amount.End));
        return true;
    }

    /// <summary>The length of a count known already and the period that stands at a place.</summary>
    public static bool TryOf(in ValueTokens s, decimal count, int at, out Length length)
    {
        var period = at;
        var isRead = TryPeriod(s, ref period, out var one, out var isBusiness);
        length = isRead ? Of(count, one, period + 1) with { IsBusiness = isBusiness } : default;
        return isRead;
    }

    private static bool TryPeriod(in ValueTokens s, ref int at, out Period period, out bool isBusiness)
    {
        isBusiness = s.IsAny(at, "business", "working");
        if (isBusiness || s.IsAny(at, "calendar", "full", "more")) at++;
        period = s.Lexeme(at).NumberOfPeriod > 0 ? Period.None : s.Lexeme(at).Period;
        isBusiness &= period == Period.Day;
        return period is not (Period.None or Period.Half or Period.Weekend);
    }

    /// <summary>" and 2 days", " 1 month": a finer part of the same length.</summary>
    private static bool TryMore(in ValueTokens s, int at, Period coarser, out Length more)
    {
        more = default;
        var next = s[at] is "," ? at + 1 : s.Skip(at, "and");
        if (!Numbers.TryRead(s, next, out var amount) || amount.Value > 5000) return false;
        var period = s.Lexeme(amount.End).Period;
        if (period is Period.None or Period.Half or Period.Weekend || period >= coarser) return false;
        more = Of(amount.Value, period, amount.End + 1);
        return true;
    }

    private static Length Of(decimal count, Period period, int end)
    {
        var months = period switch { Period.Month => 1, Period.Quarter => 3, Period.Year => 12, Period.Decade => 120, _ => 0 };
        var days = months > 0 ? 0 : Periods.Days(period);
        return new Length(count, period, end) { Months = (int)(count * months), Days = (int)(count * days) };
    }
}
