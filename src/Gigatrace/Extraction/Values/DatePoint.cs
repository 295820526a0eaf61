using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>A date as written, before it is resolved: some of year, month and day, or a time already known.</summary>
/// <param name="End">The place behind it.</param>
internal readonly record struct DatePoint(int End)
{
    public int? Year { get; init; }

    /// <summary>1 to 12; 0 where none is said.</summary>
    public int Month { get; init; }

    /// <summary>1 to 31; 0 where none is said.</summary>
    public int Day { get; init; }

    /// <summary>The code of EDTF for a part of the year: 21 spring to 41 second half; 0 for none.</summary>
    public int Part { get; init; }

    /// <summary><see cref="Year"/> stands for its ten years.</summary>
    public bool IsDecade { get; init; }

    /// <summary>Monday 1 to Sunday 7, without a date; 0 for none.</summary>
    public int Weekday { get; init; }

    /// <summary>A holiday by its number in <see cref="Holidays"/>; 0 for none.</summary>
    public int Holiday { get; init; }

    /// <summary>The days around the holiday that nobody works.</summary>
    public bool IsWeekend { get; init; }

    /// <summary>The time, where it is known without the rest; with <see cref="IsFixed"/> and null it cannot be resolved.</summary>
    public When? Fixed { get; init; }

    public bool IsFixed { get; init; }

    /// <summary>It was said as the end of a year or month: "by the end of 2025" means its last part.</summary>
    public bool IsEnd { get; init; }

    public static DatePoint Known(When? when, int end) => new(end) { Fixed = when, IsFixed = true };

    /// <summary>No such day: 30 February.</summary>
    public bool IsImpossible => Day > 0 && Month > 0 && Day > EdtfDay.DaysIn(Year ?? 2000, Month);
}
