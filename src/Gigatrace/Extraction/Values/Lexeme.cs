using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>All that one word may be in a value: "second" an ordinal and a unit, "march" a month, "m" a metre and a million.</summary>
internal sealed record Lexeme
{
    public static readonly Lexeme None = new();

    /// <summary>one to ninety; 0 where it is no such word.</summary>
    public int Cardinal { get; init; }

    /// <summary>hundred, thousand, million, bn: what the number before it is multiplied with; 0 where it is no such word.</summary>
    public decimal Scale { get; init; }

    /// <summary>m, b, k, t: a scale only beside a currency.</summary>
    public decimal ShortScale { get; init; }

    public int Ordinal { get; init; }

    /// <summary>third 3, quarter 4: what "a" of it is a part of; 0 where it is no such word.</summary>
    public int Denominator { get; init; }

    public decimal Factor { get; init; }

    /// <summary>What a number before it (or, for a currency, before or behind it) counts in.</summary>
    public Unit? Unit { get; init; }

    /// <summary>It may stand before the number: € but not "euros".</summary>
    public bool Prefix { get; init; }

    /// <summary>1 to 12.</summary>
    public int Month { get; init; }

    /// <summary>1 Monday to 7 Sunday.</summary>
    public int Weekday { get; init; }

    /// <summary>1 spring to 4 winter.</summary>
    public int Season { get; init; }

    /// <summary>The word is a month or day only beside a number: may, march, sun, dec.</summary>
    public bool NeedsNumber { get; init; }

    public Period Period { get; init; }

    /// <summary>early 1, mid 2, late 3: a third of the year, or decade, behind it.</summary>
    public int Third { get; init; }

    /// <summary>today 0, tomorrow 1, yesterday -1.</summary>
    public int? DayShift { get; init; }

    /// <summary>last -1, this 0, next 1 of a period.</summary>
    public int? Shift { get; init; }

    /// <summary>Q1 to Q4 and H1 to H2: the number, and what it is of in <see cref="Period"/>.</summary>
    public int NumberOfPeriod { get; init; }

    /// <summary>FY25: the year that such a word holds; 0 for none.</summary>
    public int Year { get; init; }

    /// <summary>fiscal, calendar: what sort of year is meant by the words behind it.</summary>
    public bool IsSortOfYear { get; init; }

    /// <summary>nineties 90: ten years of a century not said; 0 for none.</summary>
    public int Decade { get; init; }

    /// <summary>A holiday's name may begin with it: christmas, black.</summary>
    public bool IsHoliday { get; init; }

    /// <summary>A count may begin with it that is neither digits nor a cardinal: a, few, half.</summary>
    public bool IsCount { get; init; }

    /// <summary>Of all values only dates begin with it.</summary>
    public bool IsOnlyDate { get; private init; }

    /// <summary>A value may begin with it.</summary>
    public bool Starts { get; init; } = true;

    /// <summary>Once all that the word may be is known.</summary>
    public Lexeme Settled() => this with { IsOnlyDate = !IsCount && Cardinal == 0 && Scale == 0 && Ordinal == 0 && Denominator == 0 && Factor == 0 && Unit is null && Period != Period.Half };
}

internal enum Period : byte
{
    None,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
}

/// <summary>What a number counts in.</summary>
/// <param name="Kind">Energy, Money, Percent, Duration or Measure.</param>
/// <param name="Name">As <see cref="Value.Unit"/>: "GWh", an ISO currency, "km".</param>
/// <param name="Factor">One of it in the unit named: 0.001 for a MWh, which is named in GWh.</param>
internal sealed record Unit(ValueKind Kind, string Name, decimal Factor = 1);
