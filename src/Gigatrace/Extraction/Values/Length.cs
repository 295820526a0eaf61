using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>A length of time as read.</summary>
/// <param name="Count">How many of the period; of a length in several parts how many of the last.</param>
/// <param name="Period">The finest period it is said in.</param>
/// <param name="End">The place behind it.</param>
internal readonly record struct Length(decimal Count, Period Period, int End)
{
    public int Months { get; init; }

    public int Days { get; init; }

    public bool IsAbout { get; init; }

    /// <summary>Said in several parts.</summary>
    public bool IsSum { get; init; }

    /// <summary>Days that people work on.</summary>
    public bool IsBusiness { get; init; }

    /// <summary>No text means a time so far away.</summary>
    public bool IsBeyondCalendar => (Months * 30L) + Days > 200 * 365;

    /// <summary>The time so long before (-1) or after (1) another: as exact as the period, or to the day.</summary>
    public When? From(When? when, int sign, bool isExact)
    {
        if (IsBeyondCalendar) return null;
        if (!isExact && !IsSum) return Resolver.Away(when, Period, sign * Count);
        if (Resolver.Day(when) is not { } day) return IsSum ? null : Resolver.Away(when, Period, sign * Count);
        var moved = When.Day(day.AddMonths(sign * Months).AddDays(sign * Days));
        return isExact ? moved : Resolver.Shift(moved, Period, 0);
    }
}
