using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>
/// What a date means beside the document's own: a date without a year is the nearest before it, or after it where the future is meant.
/// A reference that knows only its month or year resolves months or years, not days.
/// </summary>
internal static class Resolver
{
    public static When? Resolve(in DatePoint point, When? reference, bool future)
    {
        if (point.IsFixed) return point.Fixed;
        if (point.Weekday > 0) return Weekday(point.Weekday, reference, future);
        if (point.Year is { } year) return WithYear(point, year);
        if (reference is null) return WithoutYear(point);
        return (reference.Latest ?? reference.Earliest) is { } day ? WithYear(point, NearestYear(point, reference, day, future)) : WithoutYear(point);
    }

    /// <summary>A reference that no text can have is none, so that no distance from it leaves the calendar.</summary>
    public static When? Plausible(When? reference) =>
        reference is { Earliest: { Year: > 1700 and < 2300 }, Latest: { Year: > 1700 and < 2300 } } ? reference : null;

    public static DateOnly? Day(When? reference) => reference is { Earliest: { } first } && reference.Latest == first ? first : null;

    /// <summary>The period that many periods from the reference's: last week, next year.</summary>
    public static When? Shift(When? reference, Period period, int by)
    {
        if (reference is not { Earliest: { } first, Latest: { } last }) return null;
        var isMonth = first.Year == last.Year && first.Month == last.Month;
        return period switch
        {
            Period.Day when first == last => When.Day(first.AddDays(by)),
            Period.Weekend when first == last => Weekend(first.AddDays(7 * by)),
            Period.Week when first == last => Week(first.AddDays(7 * by)),
            Period.Month when isMonth => Month(first.AddMonths(by)),
            Period.Quarter when isMonth => Quarter(first.AddMonths(3 * by)),
            Period.Half when isMonth => Half(first.AddMonths(6 * by)),
            Period.Year when first.Year == last.Year => When.Year(first.Year + by),
            Period.Decade when first.Year == last.Year => When.Decade(((first.Year / 10) + by) * 10),
            _ => null,
        };
    }

    /// <summary>A point that many periods from the reference, as exact as the period: "two years ago" is a year.</summary>
    public static When? Away(When? reference, Period period, decimal count)
    {
        if (Math.Abs(count) * Periods.Days(period) > 200 * 365) return null;
        var whole = (int)Math.Round(count);
        return period switch
        {
            Period.Decade => Shift(reference, Period.Year, whole * 10),
            Period.Week or Period.Fortnight => Shift(reference, Period.Day, (int)(count * Periods.Days(period))),
            Period.Year when count != whole => Shift(reference, Period.Month, (int)(count * 12)),
            _ => Shift(reference, period, whole),
        };
    }

    /// <summary>The last of this weekday before or at the reference; the next after or at it where the future is meant.</summary>
    public static When? Weekday(int weekday, When? reference, bool future)
    {
        if (Day(reference) is not { } day) return null;
        var today = NumberOf(day);
        return When.Day(day.AddDays(future ? (weekday - today + 7) % 7 : -((today - weekday + 7) % 7)));
    }

    public static int NumberOf(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    public static When? Week(DateOnly day)
    {
        var monday = day.AddDays(1 - NumberOf(day));
        return When.Between(When.Day(monday), When.Day(monday.AddDays(6)));
    }

    private static When? Weekend(DateOnly day)
    {
        var saturday = day.AddDays(6 - NumberOf(day));
        return When.Between(When.Day(saturday), When.Day(saturday.AddDays(1)));
    }

    /// <summary>A year of two digits: no more than twenty years after the reference's.</summary>
    public static int FullYear(int twoDigits, When? reference)
    {
        var latest = (reference?.Latest?.Year ?? 2025) + 20;
        var year = (latest / 100 * 100) + twoDigits;
        return year > latest ? year - 100 : year;
    }

    /// <summary>The first half of a month, ten days in its middle, or its second half.</summary>
    public static When? ThirdOfMonth(int year, int month, int third)
    {
        var (first, last) = third switch { 1 => (1, 15), 2 => (10, 20), _ => (16, DateTime.DaysInMonth(year, month)) };
        return When.Between(When.Day(year, month, first), When.Day(year, month, last));
    }

    private static When Month(DateOnly day) => When.Month(day.Year, day.Month);

    private static When Quarter(DateOnly day) => When.Quarter(day.Year, ((day.Month - 1) / 3) + 1);

    private static When Half(DateOnly day) => When.Half(day.Year, day.Month <= 6 ? 1 : 2);

    private static When? WithYear(in DatePoint point, int year)
    {
        if (point.IsDecade) return Decade(year, point.Part);
        if (point.Holiday > 0) return Holiday(point, year);
        if (point.Month > 0 && point.Part > 36) return ThirdOfMonth(year, point.Month, point.Part - 36);
        if (point.Month > 0 && point.Day > 0) return point.Day <= EdtfDay.DaysIn(year, point.Month) ? When.Day(year, point.Month, point.Day) : null;
        if (point.Month > 0) return When.Month(year, point.Month);
        return point.Part > 0 && When.TryParse($"{year:D4}-{point.Part}", out var part) ? part : When.Year(year);
    }

    private static When? Holiday(in DatePoint point, int year)
    {
        if (Holidays.Day(point.Holiday, year) is not { } day) return null;
        if (!point.IsWeekend) return When.Day(day);
        var (first, last) = Holidays.Weekend(day);
        return When.Between(When.Day(first), When.Day(last));
    }

    /// <summary>Early, mid and late of ten years: four, three and three.</summary>
    private static When? Decade(int year, int part) => part switch
    {
        37 => When.Between(When.Year(year), When.Year(year + 3)),
        38 => When.Between(When.Year(year + 4), When.Year(year + 6)),
        39 => When.Between(When.Year(year + 7), When.Year(year + 9)),
        _ => When.Decade(year),
    };

    private static When? WithoutYear(in DatePoint point) => (point.Month, point.Day) switch
    {
        ( > 0, > 0) => When.DayOfSomeYear(point.Month, point.Day),
        ( > 0, _) => When.MonthOfSomeYear(point.Month),
        _ => null,
    };

    private static int NearestYear(in DatePoint point, When reference, DateOnly day, bool future)
    {
        var year = day.Year;
        if (WithYear(point, year) is not { Earliest: { } first, Latest: { } last }) return future ? year + 1 : year - 1;
        if (future) return last < (reference.Earliest ?? day) ? year + 1 : year;
        return first > day ? year - 1 : year;
    }
}
