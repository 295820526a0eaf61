using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Exchange;

/// <summary>Dates of tables.</summary>
internal static class Dates
{
    /// <param name="formats">.NET date formats, tried in order, and after them EDTF and its shorthand (<c>2025-Q2</c>). One without a day gives a month, one without a month a year.</param>
    public static When? Read(string text, ImmutableArray<string> formats)
    {
        foreach (var format in formats)
        {
            if (DateTime.TryParseExact(text, format.Length == 1 ? "%" + format : format, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date))
            {
                return Has(format, 'd') ? When.Day(DateOnly.FromDateTime(date)) : Has(format, 'M') ? When.Month(date.Year, date.Month) : When.Year(date.Year);
            }
        }

        return When.FromLoose(text);
    }

    private static bool Has(string format, char letter) => format.Contains(letter, StringComparison.Ordinal);
}

/// <summary>The date of a register's edition by its file's name.</summary>
public static class SnapshotDate
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy_MM_dd", "yyyyMMdd", "yyyy-MM", "yyyy_MM", "yyyyMM", "MMMM_yyyy", "MMMM-yyyy", "MMMM yyyy", "MMMMyyyy", "MMM_yyyy", "MMM-yyyy", "MMM yyyy", "MMMyyyy", "yyyy"];

    /// <param name="pattern">Its first group, or where it has none all of it, is the date.</param>
    public static When? In(string name, string pattern)
    {
        try
        {
            var match = Regex.Match(name, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            return match.Success ? Dates.Read(match.Groups[match.Groups.Count > 1 ? 1 : 0].Value, [.. Formats]) : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
