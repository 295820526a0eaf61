using System.Collections.Immutable;
using System.Globalization;
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
