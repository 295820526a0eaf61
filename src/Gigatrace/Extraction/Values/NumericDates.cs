using System.Globalization;
using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>Dates in digits: 2025-06-03 · 2025-06 · 2025/06/03 · 03.06.2025 · 25/06/2025. 03/06/2025 is one of two days.</summary>
internal static class NumericDates
{
    public static bool TryRead(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (Numbers.IsPartOfName(s, at) && !(s.IsDiary && IsWhole(s, at))) return false;
        if (s.IsHyphen(at - 1) && s.IsGlued(at) && s.IsGlued(at - 1) && s.IsNumber(at - 2) && s[at + 1] is not "/" && !(IsYear(s[at - 2]) && s.IsHyphen(at - 3))) return false;
        if (s[at].Contains('.')) return TryPoints(s, at, out point);
        return TryMarks(s, at, out point) || (s.IsDiary && (TryMonthAndDay(s, at, out point) || TrySpaced(s, at, out point)));
    }

    /// <summary>Month and day without a year: 7/6, and behind a weekday 7-6 and 7.6. Only where the month is known to stand first.</summary>
    public static bool TryMonthAndDay(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (!s.IsDiary || !s.IsNumber(at)) return false;
        var isOnDay = s.Lexeme(at - 1).Weekday > 0;
        int month, day, end;
        if (s[at].Contains('.'))
        {
            var mark = s[at].IndexOf('.');
            if (!isOnDay || s[at].Length > 5) return false;
            (month, day, end) = (Read(s[at][..mark]), Read(s[at][(mark + 1)..]), at + 1);
        }
        else
        {
            if (!(s[at + 1] is "/" || (isOnDay && s.IsHyphen(at + 1))) || !s.IsGlued(at + 1) || !s.IsGlued(at + 2) || !s.IsNumber(at + 2) || s[at].Length > 2 || s[at + 2].Length > 2) return false;
            if (s[at + 3] is "/" && s.IsGlued(at + 3)) return false;
            (month, day, end) = (Read(s[at]), Read(s[at + 2]), at + 3);
        }

        var hasYear = s[end] is "," && s.IsNumber(end + 1) && IsYear(s[end + 1]);
        if (month is < 1 or > 12 || day < 1 || day > EdtfDay.DaysIn(2000, month)) return false;
        point = new DatePoint(hasYear ? end + 2 : end) { Month = month, Day = day, Year = hasYear ? Read(s[end + 1]) : null };
        return true;
    }

    /// <summary>2016 10 16, 20161016.</summary>
    private static bool TrySpaced(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (s[at].Length == 8 && !s[at].ContainsAny('.', ',')) point = IsYear(s[at][..4]) ? Make(at + 1, Read(s[at][..4]), Read(s[at][4..6]), Read(s[at][6..])) : default;
        else if (IsYear(s[at]) && s.IsNumber(at + 1) && s.IsNumber(at + 2) && s[at + 1].Length == 2 && s[at + 2].Length == 2) point = Make(at + 3, Read(s[at]), Read(s[at + 1]), Read(s[at + 2]));
        return point.End > 0;
    }

    /// <summary>2018-09-23 within a file's name.</summary>
    private static bool IsWhole(in ValueTokens s, int at) =>
        s[at].Length == 8 || (s[at].Length == 4 && s.IsHyphen(at + 1) && s[at + 2].Length == 2 && s.IsHyphen(at + 3) && s[at + 4].Length == 2);

    /// <summary>The tokenizer keeps digits with points together. The day comes first unless the year does.</summary>
    private static bool TryPoints(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        var text = s[at];
        Span<Range> parts = stackalloc Range[4];
        if (text.Split(parts, '.') != 3) return false;
        var (first, second, third) = (Read(text[parts[0]]), Read(text[parts[1]]), Read(text[parts[2]]));
        point = IsYear(text[parts[0]]) ? Make(at + 1, first, second, third)
            : IsYear(text[parts[2]]) ? Make(at + 1, third, second, first)
            : default;
        return point.End > 0;
    }

    private static bool TryMarks(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        var mark = s[at + 1];
        if (mark is "-" or "/" && IsYear(s[at]) && s.Lexeme(at + 2).Month is > 0 and var month && s[at + 3].SequenceEqual(mark) && s.IsNumber(at + 4) && s.IsGlued(at + 4))
        {
            point = Make(at + 5, Read(s[at]), month, Read(s[at + 4]));
            return point.End > 0;
        }

        if (!(mark is "-" or "/" or "‑" or "." && s.IsGlued(at + 1) && s.IsGlued(at + 2) && s.IsNumber(at + 2))) return false;
        var (first, second) = (Read(s[at]), Read(s[at + 2]));
        var isTriple = s[at + 3].SequenceEqual(mark) && s.IsGlued(at + 3) && s.IsGlued(at + 4) && s.IsNumber(at + 4);
        if (isTriple && IsYear(s[at])) point = Make(at + 5, first, second, Read(s[at + 4]));
        else if (isTriple && IsYear(s[at + 4])) point = MonthOrDayFirst(s, at + 5, Read(s[at + 4]), first, second);
        else if (isTriple && mark is "/" && s[at].Length <= 2 && s[at + 2].Length <= 2 && s[at + 4].Length == 2) point = MonthOrDayFirst(s, at + 5, Resolver.FullYear(Read(s[at + 4]), s.Reference), first, second);
        else if (isTriple) return false;
        else if (IsYear(s[at]) && (s[at + 2].Length == 2 || (s.IsDiary && mark is "-")) && second is >= 1 and <= 12 && !(s.IsGlued(at + 3) && s[at + 3] is "/" or "-")) point = new DatePoint(at + 3) { Year = first, Month = second };
        else if (mark is "/" && IsYear(s[at + 2]) && first is >= 1 and <= 12 && s[at].Length <= 2) point = new DatePoint(at + 3) { Year = second, Month = first };
        return point.End > 0;
    }

    private static DatePoint MonthOrDayFirst(in ValueTokens s, int end, int year, int first, int second)
    {
        var (dayFirst, monthFirst) = (Make(end, year, second, first), Make(end, year, first, second));
        if (s.IsDiary && monthFirst.End > 0) return monthFirst;
        if (dayFirst.End == 0 || monthFirst.End == 0 || dayFirst == monthFirst) return dayFirst.End > 0 ? dayFirst : monthFirst;
        var (low, high) = (Math.Min(first, second), Math.Max(first, second));
        return DatePoint.Known(When.OneOf(When.Day(year, low, high), When.Day(year, high, low)), end);
    }

    private static DatePoint Make(int end, int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= EdtfDay.DaysIn(year, month) ? new DatePoint(end) { Year = year, Month = month, Day = day } : default;

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && Read(digits) is >= 1700 and <= 2100;

    private static int Read(ReadOnlySpan<char> digits) =>
        digits.Length <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
