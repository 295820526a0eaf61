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

        if (ShiftAt(s, at) is { } shift) return TryShift(s, at, shift, out point);
        if (s.Is(at, "final") && TryLastPart(s, at + 1, out point)) return true;
        if (s.Is(at, "year") && (s.IsHyphen(at + 1) || s.IsAny(at + 1, "'s", "’s")) && s.Is(at + 2, "end"))
        {
            var hasYear = DatePoints.IsYear(s, at + 3);
            var year = hasYear ? DatePoints.Number(s[at + 3]) : s.Reference?.Earliest?.Year;
            point = year is null ? DatePoint.Known(null, at + 3) : new DatePoint(hasYear ? at + 4 : at + 3) { Year = year, Part = 39, IsEnd = true };
            return true;
        }

        if (!s.IsDiary && TryTurn(s, at, out point)) return true;
        if (TryToDate(s, at, out point)) return true;
        return s.IsDiary && (TryBare(s, at, out point) || TryRestOf(s, at, out point));
    }

    /// <summary>"around the turn of the year", "before the year is out": about its end.</summary>
    private static bool TryTurn(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        var turns = s.Is(at, "turn") && s.Is(at + 1, "of") && s.Is(at + 2, "the") && s.Is(at + 3, "year");
        if (!turns && !(s.Is(at, "year") && s.Is(at - 1, "the") && s.Is(at + 1, "is") && s.IsAny(at + 2, "out", "over", "up", "through", "done"))) return false;
        var end = at + (turns ? 4 : 3);
        if (s.Reference?.Earliest is not { } day) point = DatePoint.Known(null, end);
        else if (!turns) point = new DatePoint(end) { Year = day.Year, Part = 39, IsEnd = true };
        else
        {
            var year = day.Month < 4 && !Dates.IsAhead(s, at) ? day.Year - 1 : day.Year;
            point = DatePoint.Known(When.Between(When.Day(new DateOnly(year, 12, 1)), When.Day(new DateOnly(year + 1, 1, 31))), end);
        }

        return true;
    }

    /// <summary>last -1, this 0, next 1; "following" in a diary only, as elsewhere it follows what was told before.</summary>
    public static int? ShiftAt(in ValueTokens s, int at) => s.Lexeme(at).Shift ?? (s.IsDiary && s.Is(at, "following") ? 1 : null);

    /// <summary>"two years ago", "a couple of years ago", "within 18 months", "in two years".</summary>
    public static bool TryDistance(in ValueTokens s, int at, out DatePoint point, out bool isLimit)
    {
        (point, isLimit) = (default, false);
        if (TryCountedShift(s, at, out point) || TryRange(s, at, out point, out isLimit)) return true;
        if (!Lengths.TryRead(s, at, out var length)) return false;
        isLimit = s.IsAny(at - 1, "within", "under");
        if (TryFromPoint(s, length, out point)) return true;
        var isLater = s.IsDiary && s.Is(length.End, "later");
        var (sign, end) = isLater ? (1, length.End + 1) : Way(s, at, length.End, isLimit);
        if (sign == 0) return false;
        var when = length.From(s.Reference, sign, s.IsDiary);
        if (isLimit && s.IsDiary && when is not null) when = When.Between(s.Reference!, when);
        else if (length.IsAbout && when is not null) when = When.Approximately(when);
        point = DatePoint.Known(when, end);
        if (s.IsDiary && TryOnWeekday(s, end, out var weekday, out var weekdayEnd)) point = DatePoint.Known(Weekdays.InWeek(when, weekday), weekdayEnd);
        return true;
    }

    /// <summary>Which way from the reference a length lies: -1 where "ago" stands behind it, 1 where it is ahead or a limit, else 0; and the place behind those words.</summary>
    private static (int Sign, int End) Way(in ValueTokens s, int at, int end, bool isLimit)
    {
        if (s.Is(end, "ago")) return (-1, end + 1);
        if (s.Is(end, "from") && s.Is(end + 1, "now")) return (1, end + 2);
        return (isLimit || (s.Is(at - 1, "in") && (s.IsDiary || Dates.IsAhead(s, at))) ? 1 : 0, end);
    }

    /// <summary>"in two to three years", "6-8 months ago": one of the times between; "within two to three years" is up to the later.</summary>
    private static bool TryRange(in ValueTokens s, int at, out DatePoint point, out bool isLimit)
    {
        (point, isLimit) = (default, s.Is(at - 1, "within"));
        if (!Numbers.TryRead(s, at, out var low) || !(s.IsAny(low.End, "to", "or") || s.IsDash(low.End)) || !Lengths.TryRead(s, low.End + 1, out var far)) return false;
        if (far.IsSum || low.Value >= far.Count || !Lengths.TryOf(s, low.Value, far.End - 1, out var near)) return false;
        var (sign, end) = Way(s, at, far.End, isLimit);
        if (sign == 0) return false;
        var (first, last) = (near.From(s.Reference, sign, s.IsDiary), far.From(s.Reference, sign, s.IsDiary));
        var when = first is null || last is null ? null : isLimit ? last : sign < 0 ? When.Between(last, first) : When.Between(first, last);
        point = DatePoint.Known(when, end);
        return true;
    }

    /// <summary>"3 next weeks", "the two past years".</summary>
    private static bool TryCountedShift(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (!Lengths.TryCount(s, at, out var count, out _, out var end) || s.Lexeme(end).Shift is not ({ } shift and not 0)) return false;
        if (count != 1 && !s[end + 1].EndsWith("s", StringComparison.OrdinalIgnoreCase)) return false;
        if (s.Lexeme(end + 1).Period is Period.None or Period.Half or Period.Weekend || !Lengths.TryOf(s, count, end + 1, out var length)) return false;
        point = DatePoint.Known(Stretches.Around(s, length, shift), end + 2);
        return true;
    }

    /// <summary>"two weeks before 13 May 1999", "three days after yesterday": as exact as the period allows.</summary>
    private static bool TryFromPoint(in ValueTokens s, in Length length, out DatePoint point)
    {
        point = default;
        var at = length.End;
        var isBefore = s.Is(at, "before");
        if (!isBefore && !s.IsAny(at, "after", "from") && !(s.IsDiary && s.Is(at, "since"))) return false;
        var pointAt = s.IsDiary && s.Is(at + 1, "the") && s.Is(at + 2, "year") ? at + 3 : at + 1;
        if (!DatePoints.TryRead(s, pointAt, out var other) || other.IsImpossible) return false;
        if (other is { IsFixed: false, Day: 0, Weekday: 0, Holiday: 0 } && !(s.IsDiary && other is { Year: not null, Month: 0, Part: 0 })) return false;
        var start = Resolver.Resolve(other, s.Reference, s.Future || s.IsDiary);
        if ((other.Month == 0 && other.Holiday == 0 && other.Year is not null ? start?.Earliest : Resolver.Day(start)) is not { } day) return false;
        var when = length.From(When.Day(day), isBefore ? -1 : 1, s.IsDiary);
        point = DatePoint.Known(when, other.End);
        if (s.IsDiary && TryOnWeekday(s, other.End, out var weekday, out var end)) point = DatePoint.Known(Weekdays.InWeek(when, weekday), end);
        return true;
    }

    private static bool TryOnWeekday(in ValueTokens s, int at, out int weekday, out int end)
    {
        (weekday, end) = (s.Is(at, "on") ? s.Lexeme(at + 1).Weekday : 0, at + 2);
        return weekday > 0;
    }

    private static bool TryShift(in ValueTokens s, int at, int shift, out DatePoint point)
    {
        var next = at + 1;
        // "this past Friday", "these coming weeks"
        if (shift == 0 && s.IsAny(next, "past", "coming") && TryShift(s, next, s.Is(next, "past") ? -1 : 1, out point)) return true;
        if (s.Lexeme(next).IsSortOfYear && s.Is(next + 1, "year")) next++;
        var lexeme = s.Lexeme(next);
        if (shift < 0 && (Weeks.TryOf(s, next, Weeks.Last, out point) || Stretches.TryMonths(s, next, isFirst: false, out point))) return true;
        if (shift < 0 && TryLastPart(s, next, out point)) return true;
        if (s.Is(next, "week") && DayOfWeek(s, next + 1, out var weekdayEnd) is { } weekday)
        {
            point = DatePoint.Known(Weekdays.InWeek(s.Reference, weekday, shift), weekdayEnd);
            return true;
        }

        if (s.Is(next, "year") && s.IsAny(next + 1, "'s", "’s") && DatePoints.TryRead(s, next + 2, out var part) && part is { Part: > 0, Year: null })
        {
            point = DatePoint.Known(Resolver.Shift(s.Reference, Period.Year, shift)?.Earliest is { } first ? Resolver.Resolve(part with { Year = first.Year }, s.Reference, s.Future) : null, part.End);
            return true;
        }

        if ((lexeme.Period is Period.Fortnight || (lexeme.Period is Period.Decade && s.Is(at, "past"))) && shift != 0 && Lengths.TryOf(s, 1, next, out var one)) point = DatePoint.Known(Stretches.Around(s, one, shift), next + 1);
        else if (lexeme.Period is not Period.None && lexeme.NumberOfPeriod == 0 && !s[next].EndsWith("s", StringComparison.OrdinalIgnoreCase)) point = DatePoint.Known(Resolver.Shift(s.Reference, lexeme.Period, shift), next + 1);
        else if (lexeme.Weekday > 0 && (s.IsUpper(next) || s.IsDiary)) point = OnWeekday(s, at, next, shift);
        else if (lexeme.Month > 0 && (s.IsUpper(next) || (s.IsDiary && !lexeme.NeedsNumber))) point = DatePoint.Known(Part(s.Reference, new DatePoint(next) { Month = lexeme.Month }, shift), next + 1);
        else if (lexeme.Season > 0) point = DatePoint.Known(Part(s.Reference, new DatePoint(next) { Part = 20 + lexeme.Season }, shift), next + 1);
        else if (lexeme.IsHoliday && Holidays.TryRead(s, next, out var holiday) && holiday.Year is null) point = DatePoint.Known(Part(s.Reference, holiday, shift), holiday.End);
        else if (s.IsDiary && NumericDates.TryMonthAndDay(s, next, out var day)) point = DatePoint.Known(Part(s.Reference, day, shift), day.End);
        else if (shift != 0 && Lengths.TryRead(s, next, out var length)) point = DatePoint.Known(Stretches.Around(s, length, shift), length.End);
        else point = default;
        return point.End > 0;
    }

    /// <summary>"last quarter of 2025", "final quarter of next year".</summary>
    private static bool TryLastPart(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (s.Lexeme(at).Period is not (Period.Quarter or Period.Half) || !s.Is(at + 1, "of") || !DatePoints.TryYearBehind(s, at + 1, out var year, out var end)) return false;
        point = year is null ? DatePoint.Known(null, end) : new DatePoint(end) { Year = year, Part = s.Lexeme(at).Period == Period.Quarter ? 36 : 41 };
        return true;
    }

    /// <summary>"next Friday", "this Friday, 15 June".</summary>
    private static DatePoint OnWeekday(in ValueTokens s, int at, int weekdayAt, int shift)
    {
        if (Weekdays.TryRead(s, weekdayAt, out var date) && date is { Day: > 0, Month: > 0 }) return date.Year is null ? DatePoint.Known(Part(s.Reference, date, 0), date.End) : date;
        return DatePoint.Known(Weekdays.Shifted(s, s.Lexeme(weekdayAt).Weekday, shift, s.Is(at, "past")), weekdayAt + 1);
    }

    /// <summary>A weekday behind "next week", also "next week on Friday".</summary>
    private static int? DayOfWeek(in ValueTokens s, int at, out int end)
    {
        var day = s.Is(at, "on") || s.IsDash(at) ? at + 1 : at;
        end = day + 1;
        return s.Lexeme(day) is { Weekday: > 0, NeedsNumber: false } word ? word.Weekday : null;
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

    /// <summary>"the year to date", "year-to-date": up to the reference; in a diary "till date" too.</summary>
    private static bool TryToDate(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (s.IsDiary && s.Is(at, "date") && s.Is(at - 1, "till"))
        {
            point = DatePoint.Known(s.Reference, at + 1);
            return true;
        }

        var period = s.Lexeme(at).Period;
        if (period is not (Period.Month or Period.Quarter or Period.Year)) return false;
        var to = s.SkipHyphen(at + 1);
        var date = s.SkipHyphen(to + 1);
        if (!s.Is(to, "to") || !s.Is(date, "date") || DatePoints.IsYear(s, date + 1)) return false;
        point = DatePoint.Known(Resolver.Shift(s.Reference, period, 0)?.Earliest is { } first && Resolver.Day(s.Reference) is { } day ? When.Between(When.Day(first), When.Day(day)) : null, date + 1);
        return true;
    }

    /// <summary>In a diary: "the year", "the same week", "that weekend" are the reference's, and so are "the day before" and "the day after".</summary>
    private static bool TryBare(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        var period = s.Lexeme(at).Period;
        if (period is Period.None or Period.Half or Period.Fortnight || s.Lexeme(at).NumberOfPeriod > 0 || s.IsNumber(at + 1) || s[at].EndsWith("s", StringComparison.OrdinalIgnoreCase)) return false;
        if (!s.IsAny(at - 1, "the", "same", "that") && !(period == Period.Weekend && !s.IsAny(at - 1, "a", "every", "each"))) return false;
        if (s.Is(at + 1, "of"))
        {
            if (period == Period.Weekend && Holidays.TryRead(s, at + 2, out var holiday)) point = holiday with { IsWeekend = true };
            return point.End > 0;
        }

        var by = period == Period.Day && !s.IsWord(at + 2) && s.IsAny(at + 1, "before", "after") ? (s.Is(at + 1, "before") ? -1 : 1) : 0;
        point = DatePoint.Known(Resolver.Shift(s.Reference, period, by), by == 0 ? at + 1 : at + 2);
        return true;
    }

    /// <summary>In a diary: "earlier this month" up to the reference, "later this week" from it.</summary>
    private static bool TryRestOf(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (!s.IsAny(at, "earlier", "later") || s.Lexeme(at + 1).Shift != 0 || !TryRead(s, at + 1, out var whole)) return false;
        var when = whole.Fixed is { Earliest: { } first, Latest: { } last } && Resolver.Day(s.Reference) is { } day && day > first && day <= last
            ? s.Is(at, "earlier") ? When.Between(When.Day(first), When.Day(day.AddDays(-1))) : When.Between(When.Day(day), When.Day(last))
            : whole.Fixed;
        point = DatePoint.Known(when, whole.End);
        return true;
    }
}
