using System.Diagnostics.CodeAnalysis;

namespace Gigatrace.Claims;

/// <summary>
/// A time as the field writes it: EDTF (ISO 8601-2) with the first and last day it may mean. Equal when the EDTF is equal.
/// </summary>
public sealed record When
{
    private When(string edtf, DateOnly? earliest, DateOnly? latest)
    {
        Edtf = edtf;
        Earliest = earliest;
        Latest = latest;
    }

    /// <summary>The EDTF text: <c>2025-06-03</c>, <c>2025-33</c> (first quarter), <c>[..2030]</c> (by 2030), <c>2028~</c>.</summary>
    public string Edtf { get; }

    /// <summary>The first day it may mean; null where it is open to the past or the year is not said.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>The last day it may mean; null where it is open to the future or the year is not said.</summary>
    public DateOnly? Latest { get; }

    public static bool TryParse(string? edtf, [NotNullWhen(true)] out When? when) => throw new NotSupportedException();

    public static When Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), day, day);

    public override string ToString() => Edtf;
}
