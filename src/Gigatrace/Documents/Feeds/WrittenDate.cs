using System.Globalization;

namespace Gigatrace.Documents;

/// <summary>
/// The day in a date as machines write it into heads of mails and feeds: RFC 822 and its successors with years of two digits and odd
/// zones, asctime, ISO 8601. The day is the one written, in the zone it was written in.
/// </summary>
internal static class WrittenDate
{
    /// <summary>Longer than any date with its comments.</summary>
    private const int Longest = 100;

    /// <summary>EDTF; null where no day or month with its year can be read, or it is the day that clocks start from.</summary>
    public static string? Find(string? written)
    {
        if (written is null) return null;
        var text = written.AsSpan(0, Math.Min(written.Length, Longest)).Trim();
        var edtf = ShortYear(text) ?? Basic(text) ?? HeaderDate.Find(text)?.Edtf ?? YearLast(text);
        return edtf is "1970-01-01" ? null : edtf;
    }

    /// <summary>The first that can be read; else the first as it is written, so that somebody hears of it. Null where there is none.</summary>
    public static string? First(IEnumerable<string?> written)
    {
        string? unread = null;
        foreach (var date in written)
        {
            if (Find(date) is { } found) return found;
            if (!string.IsNullOrWhiteSpace(date) && HeaderDate.Find(date.AsSpan(0, Math.Min(date.Length, Longest))) is null) unread ??= date;
        }

        return unread;
    }

    /// <summary>Sun, 7 May 95 16:21:03 GMT: two digits are 1950 to 2049, as RFC 5322 (4.3) has it.</summary>
    private static string? ShortYear(ReadOnlySpan<char> text)
    {
        Span<Range> words = stackalloc Range[5];
        var count = text.SplitAny(words, " ,-", StringSplitOptions.RemoveEmptyEntries);
        var day = count > 0 && char.IsLetter(text[words[0]][0]) ? 1 : 0;
        if (count < day + 3 || text[words[day + 2]] is not { Length: 2 or 3 } digits) return null;
        var month = Months.Find(text[words[day + 1]]);
        if (month == 0 || !Number(text[words[day]], out var d) || !Number(digits, out var year)) return null;
        return Day(year + (digits.Length == 3 || year >= 50 ? 1900 : 2000), month, d);
    }

    /// <summary>20250605T041700Z.</summary>
    private static string? Basic(ReadOnlySpan<char> text)
    {
        if (text.Length < 8 || text[..8].ContainsAnyExceptInRange('0', '9') || (text.Length > 8 && char.IsAsciiDigit(text[8]))) return null;
        return Number(text[..4], out var year) && Number(text[4..6], out var month) && Number(text[6..8], out var day) ? Day(year, month, day) : null;
    }

    /// <summary>Tue Mar 28 18:40:37 2017.</summary>
    private static string? YearLast(ReadOnlySpan<char> text)
    {
        Span<Range> words = stackalloc Range[8];
        var count = text.Split(words, ' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at + 3 < count; at++)
        {
            var month = Months.Find(text[words[at]]);
            if (month == 0 || !Number(text[words[at + 1]], out var day)) continue;
            for (var last = at + 3; last < count; last++)
            {
                if (text[words[last]].Length == 4 && Number(text[words[last]], out var year)) return Day(year, month, day);
            }
        }

        return null;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string? Day(int year, int month, int day) =>
        year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? null
        : string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
}
