using System.Globalization;
using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>Weeks by number (ISO 8601: Monday to Sunday, the first holds the first Thursday): week 5/2025 · week 31 · the last week of June.</summary>
internal static class Weeks
{
    /// <summary>The rank of "last".</summary>
    public const int Last = -1;

    public static bool TryNumbered(in ValueTokens s, int at, out DatePoint point)
    {
        if (TryBeginning(s, at, out point)) return true;
        if (!s.Is(at, "week") || !s.IsNumber(at + 1) || s[at + 1].Length > 2 || Numbers.Parse(s[at + 1]) is not (>= 1 and <= 53 and var number)) return false;
        var end = at + 2;
        var year = s.Reference?.Latest?.Year;
        var yearAt = s[end] is "/" or "," ? end + 1 : s.Skip(end, "of");
        if (DatePoints.IsYear(s, yearAt))
        {
            year = DatePoints.Number(s[yearAt]);
            end = yearAt + 1;
        }
        else if (yearAt > end && s.Lexeme(yearAt).Shift is { } shift && s.Is(yearAt + 1, "year"))
        {
            year = Resolver.Shift(s.Reference, Period.Year, shift)?.Earliest?.Year;
            end = yearAt + 2;
        }

        point = DatePoint.Known(year is { } y && number <= ISOWeek.GetWeeksInYear(y) ? Resolver.Week(DateOnly.FromDateTime(ISOWeek.ToDateTime(y, (int)number, DayOfWeek.Monday))) : null, end);
        return true;
    }

    /// <summary>"the week beginning 4 February", "the week ended 10 February", "the week of 4 February".</summary>
    private static bool TryBeginning(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (!s.Is(at, "week") || !s.Is(at - 1, "the") || !s.IsAny(at + 1, "beginning", "starting", "commencing", "ending", "ended", "of")) return false;
        var next = s.Skip(s.Skip(at + 2, "on"), "the");
        if (!DatePoints.TryRead(s, next, out var day) || day is { Day: 0, IsFixed: false } || day.IsImpossible) return false;
        if (Resolver.Resolve(day, s.Reference, s.Future || s.IsDiary || Dates.IsAhead(s, at)) is { } when && Resolver.Day(when) is { } first) point = DatePoint.Known(Resolver.Week(first), day.End);
        return point.End > 0;
    }

    /// <summary>"first week of 2019", "the last week of June"; the place is that of "week".</summary>
    public static bool TryOf(in ValueTokens s, int at, int rank, out DatePoint point)
    {
        point = default;
        if (!s.Is(at, "week") || !s.IsAny(at + 1, "of", "in") || !DatePoints.TryRead(s, s.Skip(at + 2, "the"), out var whole) || whole is { Day: > 0 }) return false;
        var within = Resolver.Resolve(whole, s.Reference, s.Future);
        if (within is { Earliest: null } or { Latest: null }) within = null;
        point = DatePoint.Known(within is null ? null : Of(within.Earliest!.Value, within.Latest!.Value, rank), whole.End);
        return true;
    }

    private static When? Of(DateOnly first, DateOnly last, int rank)
    {
        if (rank == Last)
        {
            var thursday = last.AddDays(-((Resolver.NumberOf(last) + 3) % 7));
            return Resolver.Week(thursday);
        }

        var firstThursday = first.AddDays((11 - Resolver.NumberOf(first)) % 7);
        return Resolver.Week(firstThursday.AddDays(7 * (rank - 1)));
    }
}
