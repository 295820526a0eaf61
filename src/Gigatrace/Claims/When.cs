using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gigatrace.Claims;

/// <summary>
/// A time as the field writes it: EDTF (ISO 8601-2, levels 0 to 2) with the first and last day it may mean. Equal when the EDTF is equal.
/// </summary>
/// <remarks>
/// By 2030 is <c>[..2030]</c>, about 2028 <c>2028~</c>, quarters <c>-33</c> to <c>-36</c>, halves <c>-40</c> and <c>-41</c>, early, mid and
/// late (thirds of a year) <c>-37</c> to <c>-39</c>, seasons <c>-21</c> to <c>-24</c>, 9 December of a year not said <c>XXXX-12-09</c>.
/// "Approximate" and "uncertain" do not widen the days.
/// </remarks>
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

    /// <summary>The first day it may mean; null where it is open to the past, the year is not said or it lies before the year 1.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>The last day it may mean; null where it is open to the future, the year is not said or it lies after the year 9999.</summary>
    public DateOnly? Latest { get; }

    public static bool TryParse(string? edtf, [NotNullWhen(true)] out When? when)
    {
        when = edtf is not null && EdtfParser.TryParse(edtf, out var extent) ? new When(edtf, extent.Earliest, extent.Latest) : null;
        return when is not null;
    }

    /// <summary>
    /// A time in shorthand or EDTF: <c>2025-Q2</c>, <c>2025-H1</c>, <c>2025-early</c>, <c>../2030</c> (by 2030). Null where it is neither.
    /// </summary>
    public static When? FromLoose(string? text)
    {
        if (text is null) return null;
        var parts = text.Trim().Split('/');
        var edtf = parts switch
        {
            ["..", var end] when end is not (".." or "") => $"[..{Strict(end)}]",
            [var start, var end] => $"{Strict(start)}/{Strict(end)}",
            [var one] => Strict(one),
            _ => "",
        };
        return TryParse(edtf, out var when) ? when : null;
    }

    /// <summary>0 to 9999.</summary>
    public static When Year(int year) => Make(Y(year));

    /// <summary>The ten years from a year that ends in 0: <c>202X</c>.</summary>
    public static When Decade(int year) => Make(string.Create(CultureInfo.InvariantCulture, $"{year / 10:000}X"));

    public static When Month(int year, int month) => Part(year, month);

    public static When Day(int year, int month, int day) => Day(new DateOnly(year, month, day));

    public static When Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day);

    /// <summary>A month of a year not said: <c>XXXX-12</c>.</summary>
    public static When MonthOfSomeYear(int month) => Make(string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}"));

    /// <summary>A day of a year not said: <c>XXXX-12-09</c>.</summary>
    public static When DayOfSomeYear(int month, int day) => Make(string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}"));

    /// <summary>1 spring, 2 summer, 3 autumn, 4 winter (December to February after it); of the northern half.</summary>
    public static When Season(int year, int season) => Part(year, 20 + season);

    /// <summary>1 to 4.</summary>
    public static When Quarter(int year, int quarter) => Part(year, 32 + quarter);

    /// <summary>Early 1, mid 2, late 3.</summary>
    public static When Third(int year, int third) => Part(year, 36 + third);

    /// <summary>1 or 2.</summary>
    public static When Half(int year, int half) => Part(year, 39 + half);

    /// <summary>At the latest then: <c>[..2030]</c>. Of a time that is no single date, its last day counts; one without an end stays itself.</summary>
    public static When By(When when) => when.IsDate ? Make($"[..{when.Edtf}]") : when.Latest is { } last ? By(Day(last)) : when;

    /// <summary>From then on, without an end: <c>2027/..</c>.</summary>
    public static When From(When when) => when.IsDate ? Make($"{when.Edtf}/..") : when.Earliest is { } first ? From(Day(first)) : when;

    /// <summary>Up to then, without a beginning: <c>../2037</c>.</summary>
    public static When Until(When when) => when.IsDate ? Make($"../{when.Edtf}") : when.Latest is { } last ? Until(Day(last)) : when;

    /// <summary>An interval, both ends inside it; null where the end lies before the start or one of them is no single date.</summary>
    public static When? Between(When start, When end) => start == end ? start : TryParse($"{start.Edtf}/{end.Edtf}", out var when) ? when : null;

    /// <summary>One of them, it is not said which: <c>[2026,2027]</c>; null where one of them is no single date.</summary>
    public static When? OneOf(params ReadOnlySpan<When> choices) =>
        TryParse($"[{string.Join(',', choices.ToArray().Select(choice => choice.Edtf))}]", out var when) ? when : null;

    /// <summary>About then: <c>2028~</c>. A time that is no single date, or is qualified already, stays itself.</summary>
    public static When Approximately(When when) => TryParse($"{when.Edtf}~", out var about) ? about : when;

    /// <summary>It is a date or part of a year, neither interval nor set.</summary>
    public bool IsDate => !Edtf.AsSpan().ContainsAny('/', '[', '{');

    public override string ToString() => Edtf;

    private static When Part(int year, int part) => Make(string.Create(CultureInfo.InvariantCulture, $"{Y(year)}-{part:00}"));

    private static string Y(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    private static When Make(string edtf) =>
        TryParse(edtf, out var when) ? when : throw new ArgumentException($"not a time: {edtf}", nameof(edtf));

    private static string Strict(string date)
    {
        var dash = date.LastIndexOf('-');
        var part = dash < 0 ? null : date[(dash + 1)..].ToUpperInvariant() switch
        {
            "Q1" => "33",
            "Q2" => "34",
            "Q3" => "35",
            "Q4" => "36",
            "EARLY" => "37",
            "MID" => "38",
            "LATE" => "39",
            "H1" => "40",
            "H2" => "41",
            _ => null,
        };
        return part is null ? date : date[..(dash + 1)] + part;
    }
}
