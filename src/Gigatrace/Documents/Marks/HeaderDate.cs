using System.Globalization;

namespace Gigatrace.Documents;

/// <summary>Which number of 05/06/2025 is the day.</summary>
internal enum DateOrder { Unknown, DayFirst, MonthFirst }

/// <summary>A date as heads of documents write it. <c>Edtf</c> is a day or a month; the place is in the text that was searched.</summary>
internal readonly record struct HeaderDate(string Edtf, int Start, int End)
{
    public bool IsDay => Edtf.Length == 10;

    /// <summary>The first date at or behind <paramref name="from"/>; null where there is none with its year.</summary>
    /// <param name="text">Read from <paramref name="from"/> on.</param>
    /// <param name="from">UTF-16 offset.</param>
    /// <param name="order">Unknown leaves 05/06/2025 open: it is no date then.</param>
    /// <param name="shortYears">28.09.19 is a date of 2019: only where nothing but a date is expected.</param>
    public static HeaderDate? Find(ReadOnlySpan<char> text, int from = 0, DateOrder order = DateOrder.Unknown, bool shortYears = false)
    {
        Span<Part> parts = stackalloc Part[64];
        for (var at = from; at < text.Length;)
        {
            var count = Split(text, at, parts, out var end);
            for (var first = 0; first < count; first++)
            {
                // Near the end of a batch a date may be cut: the next batch starts there.
                if (count == parts.Length && first > count - 8) { at = parts[first].Start; goto next; }
                if (Try(text, parts[first..count], order, shortYears) is { } found) return found;
            }

            return null;
            next:
            if (at >= end) return null;
        }

        return null;
    }

    private readonly record struct Part(int Start, int End, bool IsNumber)
    {
        public int Length => End - Start;
    }

    private static int Split(ReadOnlySpan<char> text, int from, Span<Part> parts, out int at)
    {
        var count = 0;
        for (at = from; at < text.Length && count < parts.Length;)
        {
            var start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
                parts[count++] = new Part(start, at, true);
            }
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && char.IsLetter(text[at])) at++;
                parts[count++] = new Part(start, at, false);
            }
            else
            {
                at++;
            }
        }

        return count;
    }

    private static HeaderDate? Try(ReadOnlySpan<char> text, ReadOnlySpan<Part> parts, DateOrder order, bool shortYears)
    {
        if (parts[0].Start > 0 && text[parts[0].Start - 1] is '.' or '$' or '€' && parts[0].IsNumber) return null;
        return parts[0].IsNumber
            ? parts[0].Length == 4 ? YearFirst(text, parts) : DayFirst(text, parts) ?? Slashes(text, parts, order, shortYears)
            : MonthFirst(text, parts);
    }

    /// <summary>2025-06-05, 2025/6/5, 2025.06.05, 2025年6月5日, 2025-06.</summary>
    private static HeaderDate? YearFirst(ReadOnlySpan<char> text, ReadOnlySpan<Part> parts)
    {
        var numbers = parts;
        if (parts.Length >= 6 && text[parts[1].Start] is '年' or '년' && text[parts[3].Start] is '月' or '월' && text[parts[5].Start] is '日' or '일')
        {
            return Day(text, parts[0], Number(text, parts[2]), parts[4], new Part(parts[0].Start, parts[5].End, true));
        }

        if (numbers.Length >= 3 && Joined(text, parts[0], parts[1]) is var mark && mark is '-' or '/' or '.' && parts[1].IsNumber && parts[2].IsNumber && Joined(text, parts[1], parts[2]) == mark)
        {
            return Day(text, parts[0], Number(text, parts[1]), parts[2], new Part(parts[0].Start, parts[2].End, true));
        }

        var month = numbers.Length >= 2 && parts[1].IsNumber && parts[1].Length == 2 && Joined(text, parts[0], parts[1]) == '-' ? Number(text, parts[1]) : 0;
        return Month(text, parts[0], month, parts[0].Start, parts.Length >= 2 ? parts[1].End : 0);
    }

    /// <summary>5 June 2025, 5th of June 2025, 5. Juni 2025, 1er juin 2025, 5 de junio de 2025.</summary>
    private static HeaderDate? DayFirst(ReadOnlySpan<char> text, ReadOnlySpan<Part> parts)
    {
        var at = Fillers(text, parts, 1);
        if (at >= parts.Length || parts[at].IsNumber) return null;
        var month = Months.Find(text[parts[at].Start..parts[at].End]);
        var year = Fillers(text, parts, at + 1);
        if (month == 0 || year >= parts.Length || parts[year].Length != 4 || !Near(parts[0], parts[at]) || !Near(parts[at], parts[year])) return null;
        return Day(text, parts[year], month, parts[0], new Part(parts[0].Start, parts[year].End, true));
    }

    /// <summary>June 5, 2025; Jun. 5th 2025; June 2025.</summary>
    private static HeaderDate? MonthFirst(ReadOnlySpan<char> text, ReadOnlySpan<Part> parts)
    {
        var month = parts.Length < 2 ? 0 : Months.Find(text[parts[0].Start..parts[0].End]);
        var next = month == 0 ? 0 : Fillers(text, parts, 1);
        if (month == 0 || next >= parts.Length || !Near(parts[0], parts[next]) || !parts[next].IsNumber) return null;
        // "31 June 2025" is no day, and no month either.
        if (parts[next].Length == 4) return text[..parts[0].Start].TrimEnd() is [.., >= '0' and <= '9'] ? null : Month(text, parts[next], month, parts[0].Start, parts[next].End);
        var year = Fillers(text, parts, next + 1);
        if (year >= parts.Length || parts[year].Length != 4 || !Near(parts[next], parts[year])) return null;
        return Day(text, parts[year], month, parts[next], new Part(parts[0].Start, parts[year].End, true));
    }

    /// <summary>05.06.2025 is the fifth of June; 05/06/2025 is told by the language, or not at all.</summary>
    private static HeaderDate? Slashes(ReadOnlySpan<char> text, ReadOnlySpan<Part> parts, DateOrder order, bool shortYears)
    {
        if (parts.Length < 3 || !parts[1].IsNumber || parts[2] is not { IsNumber: true, Length: 4 or 2 } || (parts[2].Length == 2 && !shortYears)) return null;
        var mark = Joined(text, parts[0], parts[1]);
        if (mark is not ('/' or '.' or '-') || Joined(text, parts[1], parts[2]) != mark) return null;
        var (first, second) = (Number(text, parts[0]), Number(text, parts[1]));
        var whole = new Part(parts[0].Start, parts[2].End, true);
        if (mark == '.' || order == DateOrder.DayFirst || first > 12 || first == second) return Day(text, parts[2], second, parts[0], whole);
        return second > 12 || order == DateOrder.MonthFirst ? Day(text, parts[2], first, parts[1], whole) : null;
    }

    private static HeaderDate? Day(ReadOnlySpan<char> text, Part year, int month, Part day, Part whole)
    {
        var (y, d) = (year.Length == 2 ? 2000 + Number(text, year) : Number(text, year), Number(text, day));
        if (year.Length is not (4 or 2) || day.Length > 2 || IsClock(text, year) || y is < 1900 or > 2100 || month is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, month)) return null;
        return new HeaderDate(string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{month:00}-{d:00}"), whole.Start, whole.End);
    }

    /// <summary>28.09.19 and 12:44, run together as 28.09.1912:44.</summary>
    private static bool IsClock(ReadOnlySpan<char> text, Part year) => year.End + 1 < text.Length && text[year.End] == ':' && char.IsAsciiDigit(text[year.End + 1]);

    private static HeaderDate? Month(ReadOnlySpan<char> text, Part year, int month, int start, int end)
    {
        var y = Number(text, year);
        return month is < 1 or > 12 || y is < 1900 or > 2100 || IsClock(text, year) ? null : new HeaderDate(string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{month:00}"), start, end);
    }

    /// <summary>Behind endings of ordinals and the small words between day, month and year.</summary>
    private static int Fillers(ReadOnlySpan<char> text, ReadOnlySpan<Part> parts, int at)
    {
        while (at < parts.Length && !parts[at].IsNumber && text[parts[at].Start..parts[at].End] is "st" or "nd" or "rd" or "th" or "er" or "of" or "de" or "del" or "º" or "o") at++;
        return at;
    }

    private static int Number(ReadOnlySpan<char> text, Part part) =>
        part is { IsNumber: true, Length: <= 4 } ? int.Parse(text[part.Start..part.End], NumberStyles.None, CultureInfo.InvariantCulture) : -1;

    /// <summary>The one character between two parts; NUL where there is none or more.</summary>
    private static char Joined(ReadOnlySpan<char> text, Part left, Part right) => right.Start == left.End + 1 ? text[left.End] : '\0';

    private static bool Near(Part left, Part right) => right.Start - left.End <= 8;
}
