using System.Globalization;

namespace Gigatrace.Documents;

/// <summary>A day that a page names, and the hour where it is given in universal time: the day at the publisher's may be another.</summary>
/// <param name="UtcHour">Null where the time has an offset of its own, or is not given.</param>
/// <param name="Start">Where the day starts in the words it was read from.</param>
/// <param name="End">And where it ends.</param>
internal readonly record struct Moment(DateOnly Day, int? UtcHour, int Start, int End)
{
    /// <summary>No page of the web is older.</summary>
    private const int FirstYear = 1991;

    private const int Longest = 200;

    public string Edtf => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The first whole day in these words; null where there is none.</summary>
    public static Moment? Read(string? words, DateOrder order, bool shortYears = false)
    {
        if (string.IsNullOrEmpty(words)) return null;
        var text = words.AsSpan(0, Math.Min(words.Length, Longest));
        if (Compact(text) is { } compact) return compact;
        if (HeaderDate.Find(text, 0, order, shortYears) is not { } date) return null;
        // A month alone may stand before the day: "June 2020 issue, 5 June 2020".
        if (!date.IsDay) return null;
        return Of(date.Edtf, UtcHourOf(text[date.End..]), date.Start, date.End);
    }

    /// <summary><c>20250603</c>, with or without a time behind it.</summary>
    private static Moment? Compact(ReadOnlySpan<char> text)
    {
        if (text.Length < 8 || text[..8].ContainsAnyExceptInRange('0', '9') || (text.Length > 8 && char.IsAsciiDigit(text[8]) && text.Length != 14)) return null;
        return Of($"{text[..4]}-{text[4..6]}-{text[6..8]}", null, 0, 8);
    }

    private static Moment? Of(string day, int? hour, int start, int end) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) && parsed.Year >= FirstYear ? new Moment(parsed, hour, start, end) : null;

    private static int? UtcHourOf(ReadOnlySpan<char> rest)
    {
        if (rest is not ['T' or ' ', var tens, var ones, ':', ..] || !char.IsAsciiDigit(tens) || !char.IsAsciiDigit(ones)) return null;
        var utc = rest.TrimEnd().EndsWith("Z") || rest.Contains("+00:00", StringComparison.Ordinal) || rest.Contains("+0000", StringComparison.Ordinal) || rest.Contains("GMT", StringComparison.Ordinal) || rest.Contains("UTC", StringComparison.Ordinal);
        return utc ? ((tens - '0') * 10) + ones - '0' : null;
    }
}
