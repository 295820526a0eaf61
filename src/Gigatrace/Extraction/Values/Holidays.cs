using System.Globalization;

namespace Gigatrace.Extraction.Values;

/// <summary>Holidays that texts name in the place of a date: Christmas · Easter Monday · Black Friday 2024 · the Labor Day weekend · Lunar New Year.</summary>
internal static class Holidays
{
    /// <summary>Longer before shorter. "day" behind any of them is part of it.</summary>
    private static readonly (string[] Words, Func<int, DateOnly?> Day)[] All =
    [
        .. Of(year => new(year, 12, 24), "christmas eve"),
        .. Of(year => new(year, 12, 25), "christmas"),
        .. Of(year => new(year, 12, 26), "boxing day"),
        .. Of(year => new(year, 12, 31), "new year 's eve", "new years eve", "new year eve"),
        .. Of(year => new(year, 1, 1), "new year 's day", "new years day", "new year day", "new year"),
        .. Of(year => Easter(year).AddDays(-2), "good friday"),
        .. Of(year => Easter(year).AddDays(1), "easter monday"),
        .. Of(year => Easter(year), "easter sunday", "easter"),
        .. Of(year => Nth(year, 11, DayOfWeek.Friday, 4, after: DayOfWeek.Thursday), "black friday"),
        .. Of(year => Nth(year, 11, DayOfWeek.Thursday, 4), "thanksgiving"),
        .. Of(year => Nth(year, 9, DayOfWeek.Monday, 1), "labor day", "labour day"),
        .. Of(year => Last(year, 5, DayOfWeek.Monday), "memorial day"),
        .. Of(year => new(year, 7, 4), "independence day"),
        .. Of(year => new(year, 10, 31), "halloween"),
        .. Of(year => new(year, 2, 14), "valentine 's day", "valentine day"),
        .. Of(year => new(year, 3, 17), "saint patrick 's day", "st patrick 's day", "saint patrick", "st patrick"),
        .. Of(year => From(new ChineseLunisolarCalendar(), year, 1, 1), "chinese new year", "lunar new year"),
        .. Of(year => From(new UmAlQuraCalendar(), year, 10, 1), "eid al fitr"),
    ];

    public static IEnumerable<(string Forms, Lexeme Lexeme)> Words()
    {
        foreach (var first in All.Select(one => one.Words[0]).Distinct()) yield return (first, new Lexeme { IsHoliday = true });
    }

    /// <summary>"Easter 2018", "the Labor Day weekend", "the weekend of Thanksgiving 2023"; without a year the nearest.</summary>
    public static bool TryRead(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (TryName(s, at, out var end) is not (> 0 and var holiday)) return false;
        var isWeekend = s.Is(end, "weekend");
        if (isWeekend) end++;
        if (!DatePoints.TryYearBehind(s, end, out var year, out var yearEnd)) point = new DatePoint(end) { Holiday = holiday, IsWeekend = isWeekend };
        else if (year is null) point = DatePoint.Known(null, yearEnd);
        else point = new DatePoint(yearEnd) { Holiday = holiday, IsWeekend = isWeekend, Year = year };
        return true;
    }

    /// <summary>The holiday that begins at a place: its number, from 1.</summary>
    private static int TryName(in ValueTokens s, int at, out int end)
    {
        end = at;
        if (!s.IsDiary && !s.IsUpper(at)) return 0;
        for (var number = 0; number < All.Length; number++)
        {
            var words = All[number].Words;
            if (!IsThere(s, at, words)) continue;
            end = at + words.Length;
            if (s.Is(end, "day") && !s.Is(end - 1, "day")) end++;
            return number + 1;
        }

        return 0;
    }

    public static DateOnly? Day(int holiday, int year) => All[holiday - 1].Day(year);

    /// <summary>The Saturday and Sunday next to the holiday, and the days to it where it is a Monday or a Friday.</summary>
    public static (DateOnly First, DateOnly Last) Weekend(DateOnly day)
    {
        var number = Resolver.NumberOf(day);
        var saturday = day.AddDays(number < 3 ? -1 - number : 6 - number);
        return (day < saturday ? day : saturday, day > saturday.AddDays(1) ? day : saturday.AddDays(1));
    }

    private static bool IsThere(in ValueTokens s, int at, string[] words)
    {
        for (var word = 0; word < words.Length; word++)
        {
            if (!s.Is(at + word, words[word]) && !(words[word] == "'s" && s.Is(at + word, "’s"))) return false;
        }

        return true;
    }

    private static IEnumerable<(string[] Words, Func<int, DateOnly?> Day)> Of(Func<int, DateOnly?> day, params string[] names) => names.Select(name => (name.Split(' '), day));

    /// <summary>Gregorian Easter Sunday, after Gauss and Butcher.</summary>
    private static DateOnly Easter(int year)
    {
        var (golden, century, within) = (year % 19, year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (within / 4)) - epact - (within % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var sum = epact + toSunday - (7 * late) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }

    /// <summary>The nth such weekday of a month; with <paramref name="after"/> the one that follows the nth of that weekday.</summary>
    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int nth, DayOfWeek? after = null)
    {
        var first = new DateOnly(year, month, 1);
        var counted = after ?? weekday;
        var day = first.AddDays((((int)counted - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
        return day.AddDays(((int)weekday - (int)counted + 7) % 7);
    }

    private static DateOnly Last(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
    }

    /// <summary>A day of a lunar calendar that falls into a Gregorian year; null outside the years the calendar knows.</summary>
    private static DateOnly? From(Calendar calendar, int year, int month, int day)
    {
        if (new DateTime(year, 1, 1) <= calendar.MinSupportedDateTime || new DateTime(year, 12, 31) >= calendar.MaxSupportedDateTime) return null;
        var lunarYear = calendar.GetYear(new DateTime(year, 12, 31));
        for (var candidate = lunarYear; candidate >= lunarYear - 1; candidate--)
        {
            var found = calendar.ToDateTime(candidate, month, day, 0, 0, 0, 0);
            if (found.Year == year) return DateOnly.FromDateTime(found);
        }

        return null;
    }
}
