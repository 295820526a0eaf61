using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>Dates that hang on the document's own: today · last week · next Friday · two years ago · in the next five years. Without a reference they stay unresolved.</summary>
internal static class RelativeDates
{
    public static bool TryRead(in ValueTokens s, int at, out DatePoint point)
    {
        if (s.Lexeme(at).DayShift is { } days)
        {
            point = DatePoint.Known(days == 0 ? s.Reference : Resolver.Shift(s.Reference, Period.Day, days), at + 1);
            return true;
        }

        if (s.Lexeme(at).Shift is { } shift) return TryShift(s, at, shift, out point);
        if (s.Is(at, "year") && s.IsHyphen(at + 1) && s.Is(at + 2, "end"))
        {
            var hasYear = DatePoints.IsYear(s, at + 3);
            var year = hasYear ? int.Parse(s[at + 3], System.Globalization.CultureInfo.InvariantCulture) : s.Reference?.Earliest?.Year;
            point = year is null ? DatePoint.Known(null, at + 3) : new DatePoint(hasYear ? at + 4 : at + 3) { Year = year, Part = 39, IsEnd = true };
            return true;
        }

        point = default;
        return false;
    }

    /// <summary>"two years ago", "a couple of years ago", "within 18 months", "in two years".</summary>
    public static bool TryDistance(in ValueTokens s, int at, out DatePoint point, out bool isLimit)
    {
        (point, isLimit) = (default, false);
        if (!TryCount(s, at, out var count, out var isAbout, out var end)) return false;
        if (s.Lexeme(end).Shift is { } shift and not 0 && s.Lexeme(end + 1).Period is not (Period.None or Period.Half) and var stretched)
        {
            point = DatePoint.Known(Stretch(s.Reference, stretched, shift * count), end + 2);
            return true;
        }

        var period = s.Lexeme(end).Period;
        if (period is Period.None or Period.Half) return false;
        isLimit = s.IsAny(at - 1, "within", "under");
        if (TryFromPoint(s, end, period, count, out point)) return true;
        var isAgo = s.Is(end + 1, "ago");
        var isAhead = (s.Is(at - 1, "in") && Dates.IsAhead(s, at)) || (s.Is(end + 1, "from") && s.Is(end + 2, "now"));
        if (!isAgo && !isAhead && !isLimit) return false;
        var when = Resolver.Away(s.Reference, period, isAgo ? -count : count);
        if (isAbout && when is not null) when = When.Approximately(when);
        point = DatePoint.Known(when, isAgo ? end + 2 : s.Is(end + 1, "from") && isAhead && !s.Is(at - 1, "in") ? end + 3 : end + 1);
        return true;
    }

    /// <summary>"two weeks before 13 May 1999", "three days after yesterday": as exact as the period allows.</summary>
    private static bool TryFromPoint(in ValueTokens s, int periodAt, Period period, decimal count, out DatePoint point)
    {
        point = default;
        var isBefore = s.IsAny(periodAt + 1, "before");
        if (!isBefore && !s.IsAny(periodAt + 1, "after", "from") || !DatePoints.TryRead(s, periodAt + 2, out var other) || other.IsImpossible) return false;
        if (other is { IsFixed: false, Day: 0, Weekday: 0 }) return false;
        if (Resolver.Day(Resolver.Resolve(other, s.Reference, s.Future)) is not { } day) return false;
        point = DatePoint.Known(Resolver.Away(When.Day(day), period, isBefore ? -count : count), other.End);
        return true;
    }

    /// <summary>How many periods: a number, "a", "a couple of" (about 2), "a few" (about 3).</summary>
    private static bool TryCount(in ValueTokens s, int at, out decimal count, out bool isAbout, out int end)
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

    private static bool TryShift(in ValueTokens s, int at, int shift, out DatePoint point)
    {
        var next = at + 1;
        var lexeme = s.Lexeme(next);
        if (shift < 0 && (Weeks.TryOf(s, next, Weeks.Last, out point) || DatePoints.TryMonths(s, next, isFirst: false, out point))) return true;
        if (lexeme.Period is Period.Quarter or Period.Half && shift < 0 && s.Is(next + 1, "of") && DatePoints.IsYear(s, next + 2))
        {
            point = new DatePoint(next + 3) { Year = int.Parse(s[next + 2], System.Globalization.CultureInfo.InvariantCulture), Part = lexeme.Period == Period.Quarter ? 36 : 41 };
            return true;
        }

        if (s.Is(next, "week") && DayOfWeek(s, next + 1, out var weekdayEnd) is { } weekday)
        {
            point = DatePoint.Known(WeekdayOf(s.Reference, weekday, shift), weekdayEnd);
            return true;
        }

        if (s.Is(next, "year") && s.IsAny(next + 1, "'s", "’s") && DatePoints.TryRead(s, next + 2, out var part) && part is { Part: > 0, Year: null })
        {
            point = DatePoint.Known(Resolver.Shift(s.Reference, Period.Year, shift)?.Earliest is { } first ? Resolver.Resolve(part with { Year = first.Year }, s.Reference, s.Future) : null, part.End);
            return true;
        }

        if (lexeme.Period is not Period.None && lexeme.NumberOfPeriod == 0 && !s[next].EndsWith("s", StringComparison.OrdinalIgnoreCase)) point = DatePoint.Known(Resolver.Shift(s.Reference, lexeme.Period, shift), next + 1);
        else if (lexeme.Weekday > 0 && s.IsUpper(next)) point = DatePoint.Known(Weekday(s.Reference, lexeme.Weekday, shift), next + 1);
        else if (lexeme.Month > 0 && s.IsUpper(next)) point = DatePoint.Known(Part(s.Reference, new DatePoint(next) { Month = lexeme.Month }, shift), next + 1);
        else if (lexeme.Season > 0) point = DatePoint.Known(Part(s.Reference, new DatePoint(next) { Part = 20 + lexeme.Season }, shift), next + 1);
        else if (shift != 0 && TryCount(s, next, out var count, out _, out var end) && s.Lexeme(end).Period is not (Period.None or Period.Half)) point = DatePoint.Known(Stretch(s.Reference, s.Lexeme(end).Period, shift * count), end + 1);
        else point = default;
        return point.End > 0;
    }

    /// <summary>A weekday behind "next week", also "next week on Friday".</summary>
    private static int? DayOfWeek(in ValueTokens s, int at, out int end)
    {
        var day = s.Is(at, "on") || s.IsDash(at) ? at + 1 : at;
        end = day + 1;
        return s.Lexeme(day) is { Weekday: > 0, NeedsNumber: false } word ? word.Weekday : null;
    }

    /// <summary>That day of last, this or next week.</summary>
    public static When? WeekdayOf(When? reference, int weekday, int shift) =>
        Resolver.Day(reference) is { } day ? When.Day(day.AddDays(weekday - Resolver.NumberOf(day) + (7 * shift))) : null;

    /// <summary>"last Friday" lies before the reference's day, "this Friday" in its week, "next Friday" in the week after.</summary>
    private static When? Weekday(When? reference, int weekday, int shift)
    {
        if (Resolver.Day(reference) is not { } day) return null;
        if (shift < 0) return Resolver.Weekday(weekday, When.Day(day.AddDays(-1)), future: false);
        return WeekdayOf(reference, weekday, shift);
    }

    /// <summary>"last May" is the nearest that is over, "next May" the nearest that has not begun, "this May" the reference's year.</summary>
    private static When? Part(When? reference, DatePoint point, int shift)
    {
        if (reference is not { Earliest: { } first, Latest: { } last }) return null;
        if (shift == 0) return Resolver.Resolve(point with { Year = last.Year }, reference, future: false);
        for (var year = first.Year - shift; ; year += shift)
        {
            if (Resolver.Resolve(point with { Year = year }, reference, future: false) is not { Earliest: { } from, Latest: { } to } part) return null;
            if (Math.Abs(year - first.Year) <= 2 && !(shift < 0 ? to < first && year <= first.Year : from > last)) continue;
            return part;
        }
    }

    /// <summary>"the last three months" up to the reference, "the next two years" from it.</summary>
    private static When? Stretch(When? reference, Period period, decimal count)
    {
        var (from, to) = (reference, Resolver.Away(reference, period, count));
        if (from is null || to is null) return null;
        if (period is Period.Year or Period.Decade) from = Resolver.Shift(reference, Period.Year, 0);
        else if (period is Period.Quarter) from = Resolver.Shift(reference, Period.Quarter, Math.Sign(count));
        else if (period is Period.Day or Period.Week && count > 0) from = Resolver.Shift(reference, Period.Day, 1);
        else if (period is Period.Month && Resolver.Day(reference) is { } day) to = When.Day(day.AddMonths((int)count));
        if (from is null) return null;
        return count < 0 ? When.Between(to, from) : When.Between(from, to);
    }
}
