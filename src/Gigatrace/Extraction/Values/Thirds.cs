using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>The beginning, middle or end of a year, decade or month: early 2025 · mid-2022 · the end of next year · the late 2010s · mid-November.</summary>
internal static class Thirds
{
    public static bool TryRead(in ValueTokens s, int at, int third, out DatePoint point)
    {
        point = default;
        var next = s.SkipHyphen(at + 1);
        var isNoun = s.IsAny(at, "end", "beginning", "start", "middle", "close");
        if (isNoun && !s.Is(next, "of") && !(s.Is(at, "end") && DatePoints.IsYear(s, next))) return false;
        if (s.IsAny(next, "in", "of")) next++;
        next = s.Skip(next, "the");
        if (s.Is(next, "year") && DatePoints.IsYear(s, next + 1)) next++;
        if (Decades.TryRead(s, next, out point))
        {
            point = point with { Part = 36 + third };
            return true;
        }

        if (DatePoints.IsYear(s, next) && !DateWords.IsThing(s[next + 1])) point = new DatePoint(next + 1) { Year = DatePoints.Number(s[next]), Part = 36 + third, IsEnd = isNoun && third == 3 };
        else if (s.Lexeme(next).Month > 0 && (s.IsUpper(next) || s.IsDiary))
        {
            if (!DatePoints.TryMonth(s, next, out point)) return false;
            point = point with { IsEnd = isNoun && third == 3, Part = s.IsDiary && point is { Day: 0, IsFixed: false } ? 36 + third : 0 };
        }
        // The months of an account are not said, so neither is when it ends.
        else if (isNoun && (s.Lexeme(next).Year > 0 || s.Lexeme(next).IsSortOfYear)) return FiscalYears.TryRead(s, next, out point);
        else if (s.Lexeme(next).Season > 0) return DatePoints.TryPart(s, next + 1, 20 + s.Lexeme(next).Season, out point);
        else if (s.Lexeme(next).NumberOfPeriod > 0) return DatePoints.TryPart(s, next + 1, DatePoints.PartOf(s.Lexeme(next).Period, s.Lexeme(next).NumberOfPeriod), out point);
        else if (s.Lexeme(next).Shift is { } shift && s.Is(next + 1, "year")) point = ThirdOf(s, shift, third, next + 2, isNoun && third == 3);
        else if (isNoun && s.Is(next, "year") && s.Is(next - 1, "the")) point = ThirdOf(s, 0, third, next + 1, third == 3);
        else if ((isNoun || s.IsHyphen(next - 1)) && s.Is(next, "decade")) point = s.Reference?.Earliest?.Year is { } year ? new DatePoint(next + 1) { Year = year / 10 * 10, IsDecade = true, Part = 36 + third } : DatePoint.Known(null, next + 1);
        else if (isNoun && s.Lexeme(next) is { Shift: not null }) return RelativeDates.TryRead(s, next, out point);
        else if (isNoun && s.Lexeme(next).Ordinal > 0) return DatePoints.TryOrdinal(s, next, out point);
        else if (isNoun && s.IsAny(next, "month", "week") && (s.IsDiary || s.Is(next - 1, "the"))) point = DatePoint.Known(OfThis(s, s.Lexeme(next).Period, third), next + 1);
        else return false;
        return true;
    }

    private static DatePoint ThirdOf(in ValueTokens s, int shift, int third, int end, bool isEnd) =>
        Resolver.Shift(s.Reference, Period.Year, shift)?.Earliest?.Year is { } year
            ? new DatePoint(end) { Year = year, Part = 36 + third, IsEnd = isEnd }
            : DatePoint.Known(null, end);

    /// <summary>"the end of the month"; its days only in a diary. The end of a week begins on Thursday.</summary>
    private static When? OfThis(in ValueTokens s, Period period, int third)
    {
        if (Resolver.Shift(s.Reference, period, 0) is not { Earliest: { } first } whole) return null;
        if (!s.IsDiary) return whole;
        if (period == Period.Month) return Resolver.ThirdOfMonth(first.Year, first.Month, third);
        return third == 3 ? When.Between(When.Day(first.AddDays(3)), When.Day(first.AddDays(6))) : third == 1 ? When.Between(When.Day(first), When.Day(first.AddDays(2))) : whole;
    }
}
