using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing;

/// <summary>How figures, times and sources are said to people. Programs get the values themselves.</summary>
public static class Phrases
{
    /// <summary>"10 GWh/yr", "200,000 EV/yr", "about EUR 450 million", "at least 20 %", "24–30 GWh/yr", "under construction"; empty for null.</summary>
    /// <param name="qualifier">about, at_least, up_to; null where the value is given plainly.</param>
    public static string Figure(ClaimValue? value, string? unit, string? qualifier = null) => value switch
    {
        ClaimValue.Number number => Qualified(qualifier) + WithUnit(Amount(number.Amount, unit), unit),
        ClaimValue.Range range => Qualified(qualifier) + WithUnit($"{Amount(range.Low, unit)}–{Amount(range.High, unit)}", unit),
        ClaimValue.Text text => Word(text.Word),
        _ => "",
    };

    /// <summary>A word of the vocabulary as people write it: <c>under_construction</c> is "under construction".</summary>
    public static string Word(string? word) => word?.Replace('_', ' ') ?? "";

    /// <summary>EDTF in words: "by 2030", "Q1 2025", "early 2026", "about 2028", "2026 or 2027"; empty for null.</summary>
    public static string Time(When? when) => when is null ? "" : TimeWords.Of(when);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Publisher and date: "Morning Post, 2025-06-05"; a missing date is said.</summary>
    public static string Source(string publisher, string? published) => $"{publisher}, {published ?? "undated"}";

    public static string Name(this DisagreementKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>A count with its noun: "1 claim", "2 claims", "3 diaries".</summary>
    public static string Count(int count, string noun) => Noun.Of(noun).Counted(count);

    /// <summary>"AESC", "AESC and 2 more"; for one name at least.</summary>
    internal static string FirstOf(IReadOnlyList<string> names) => names.Count > 1 ? $"{names[0]} and {names.Count - 1} more" : names[0];

    private static string Qualified(string? qualifier) => qualifier is null ? "" : Word(qualifier) + " ";

    private static string WithUnit(string amount, string? unit) => unit switch
    {
        null => amount,
        "percent" => $"{amount} %",
        { Length: 3 } when IsCurrency(unit) => $"{unit} {amount}",
        _ => $"{amount} {unit}",
    };

    private static string Amount(decimal amount, string? unit) => unit is not null && IsCurrency(unit) ? Money(amount) : Grouped(amount);

    private static string Money(decimal amount) => amount switch
    {
        >= 1_000_000_000_000 => Grouped(amount / 1_000_000_000_000) + " trillion",
        >= 1_000_000_000 => Grouped(amount / 1_000_000_000) + " billion",
        >= 1_000_000 => Grouped(amount / 1_000_000) + " million",
        _ => Grouped(amount),
    };

    private static string Grouped(decimal amount) => amount.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static bool IsCurrency(string unit) => unit.Length == 3 && unit.All(char.IsAsciiLetterUpper);
}
