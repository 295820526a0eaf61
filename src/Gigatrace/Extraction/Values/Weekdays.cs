using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>Days of the week, alone or with their date: Friday · Tuesday, 3 June · Tuesday the 14th · Tuesday of next week.</summary>
internal static class Weekdays
{
    public static bool TryRead(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        var next = s[at + 1] is "." && s.Lexeme(at).NeedsNumber ? at + 2 : at + 1;
        if (s[next] is "," or "(" || s.IsHyphen(next)) next++;
        next = s.Skip(next, "the");
        if ((DatePoints.TryRead(s, next, out var date) || NumericDates.TryMonthAndDay(s, next, out date)) && date.Day > 0 && !date.IsImpossible)
        {
            point = s[next - 1] is "(" && s[date.End] is ")" ? date with { End = date.End + 1 } : date;
            return true;
        }

        var weekday = s.Lexeme(at).Weekday;
        if (TryWeekdayAndDay(s, at, s.Skip(s[at + 1] is "," ? at + 2 : at + 1, "the"), out point)) return true;
        if (s.Lexeme(at).NeedsNumber || !(s.IsUpper(at) || s.IsDiary || s.Is(at - 1, "on"))) return false;
        if (s.IsDiary && RelativeDates.TryDistance(s, at + 1, out var distance, out _))
        {
            point = DatePoint.Known(InWeek(distance.Fixed, weekday), distance.End);
            return true;
        }

        var of = s.Skip(at + 1, "of");
        if (of > at + 1) of = s.Skip(of, "the");
        point = RelativeDates.ShiftAt(s, of) is { } shift && s.Is(of + 1, "week")
            ? DatePoint.Known(InWeek(s.Reference, weekday, shift), of + 2)
            : new DatePoint(at + 1) { Weekday = weekday };
        return true;
    }

    /// <summary>That day of the week that a day lies in, or of one many weeks from it.</summary>
    public static When? InWeek(When? when, int weekday, int shift = 0) =>
        Resolver.Day(when) is { } day ? When.Day(day.AddDays(weekday - Resolver.NumberOf(day) + (7 * shift))) : null;

    /// <summary>"last Friday" lies before the reference's day, in a diary in the week before; "this Friday" in its week, "next Friday" in the week after.</summary>
    public static When? Shifted(in ValueTokens s, int weekday, int shift, bool isPast)
    {
        if (Resolver.Day(s.Reference) is not { } day) return null;
        if (shift < 0 && (isPast || !s.IsDiary)) return Resolver.Weekday(weekday, When.Day(day.AddDays(-1)), future: false);
        return InWeek(s.Reference, weekday, shift);
    }

    /// <summary>"Tuesday the 14th": the nearest such day before the reference, or after it.</summary>
    private static bool TryWeekdayAndDay(in ValueTokens s, int at, int dayAt, out DatePoint point)
    {
        point = default;
        if (!DatePoints.IsDay(s, dayAt, out var day, out var end) || !(s.IsNumber(dayAt) || (s.Is(dayAt - 1, "the") && !s.IsWord(end))) || (end == dayAt + 1 && s.IsNumber(dayAt) && (s.IsWord(end) || s.IsNumber(end + 1)))) return false;
        if (Resolver.Day(s.Reference) is not { } today)
        {
            point = DatePoint.Known(null, end);
            return true;
        }

        if (Nearest(s, today, day, months: 24, s.Lexeme(at).Weekday) is not { } when) return false;
        point = DatePoint.Known(when, end);
        return true;
    }

    /// <summary>The nearest such day of a month, by default of any weekday, at or before <paramref name="today"/>, or at or behind it where dates lie ahead.</summary>
    public static When? Nearest(in ValueTokens s, DateOnly today, int day, int months, int weekday = 0)
    {
        for (var away = 0; away < months; away++)
        {
            var month = today.AddMonths(s.Future ? away : -away);
            if (day > DateTime.DaysInMonth(month.Year, month.Month)) continue;
            var candidate = new DateOnly(month.Year, month.Month, day);
            if (weekday > 0 && Resolver.NumberOf(candidate) != weekday) continue;
            if (s.Future ? candidate >= today : candidate <= today) return When.Day(candidate);
        }

        return null;
    }
}
