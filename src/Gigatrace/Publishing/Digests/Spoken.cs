using System.Globalization;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Digests;

/// <summary>Times and figures as a sentence has them.</summary>
internal static class Spoken
{
    /// <summary>" on 3 June 2025", " in early 2026", " by 2030", " on 9 December"; empty for null.</summary>
    public static string Time(When? when)
    {
        if (when is null) return "";
        var edtf = when.Edtf;
        if (DateOnly.TryParseExact(edtf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return $" on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";
        if (DateOnly.TryParseExact(edtf, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return $" in {month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}";
        if (edtf.StartsWith("XXXX-", StringComparison.Ordinal)) return OfSomeYear(edtf["XXXX-".Length..]);
        if (edtf.StartsWith("[..", StringComparison.Ordinal)) return $" by {Plain(edtf[3..].TrimEnd(']'))}";
        if (edtf.EndsWith("/..", StringComparison.Ordinal)) return $" from {Plain(edtf[..^3])}";
        if (edtf.StartsWith("../", StringComparison.Ordinal)) return $" until {Plain(edtf[3..])}";
        if (edtf.Split('/') is [var first, var last]) return $" between {Plain(first)} and {Plain(last)}";
        return edtf.EndsWith('~') ? $" {Phrases.Time(when)}" : $" in {Phrases.Time(when)}";
    }

    /// <summary>Where a state is told: " (June 2021)"; empty for null.</summary>
    public static string Aside(When? when)
    {
        var time = Bare(when);
        return time.Length == 0 ? "" : $" ({time})";
    }

    /// <summary>"10 GWh a year", "at least 20 %", "EUR 450 million".</summary>
    public static string Figure(Statement statement)
    {
        var figure = Phrases.Figure(statement.Value, statement.Unit, statement.Basis is "ceiling" && statement.Qualifier is "up_to" ? null : statement.Qualifier);
        return figure.EndsWith("/yr", StringComparison.Ordinal) ? $"{figure[..^3]} a year" : figure;
    }

    private static string OfSomeYear(string rest) => DateOnly.TryParseExact($"2000-{rest}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? $" on {day.ToString("d MMMM", CultureInfo.InvariantCulture)}"
        : DateOnly.TryParseExact($"2000-{rest}", "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? $" in {month.ToString("MMMM", CultureInfo.InvariantCulture)}" : "";

    private static string Plain(string edtf) => When.TryParse(edtf, out var when) ? Bare(when) : edtf;

    /// <summary>Without "on" or "in".</summary>
    private static string Bare(When? when)
    {
        var time = Time(when).Trim();
        return time.StartsWith("on ", StringComparison.Ordinal) || time.StartsWith("in ", StringComparison.Ordinal) ? time[3..] : time;
    }
}
