using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>Single dates that are said in full or in part: June 3, 2025 · 3rd of June · Q3 2024 · early 2023 · spring · 2025-06-03 · 2030.</summary>
internal static class DatePoints
{
    private static readonly string[] Prepositions =
        ["in", "by", "since", "until", "till", "from", "of", "before", "after", "during", "through", "for", "early", "late", "mid", "last", "next", "this", "every", "and", "to", "between", "on", "starting"];

    public static bool TryRead(in ValueTokens s, int at, out DatePoint point)
    {
        var lexeme = s.Lexeme(at);
        return s.IsNumber(at) ? NumericDates.TryRead(s, at, out point) || TryNumberedPart(s, at, out point) || TryOrdinal(s, at, out point) || TryDayAndMonth(s, at, out point) || TryYear(s, at, out point)
            : lexeme.Month > 0 ? TryMonth(s, at, out point)
            : lexeme.Weekday > 0 ? TryWeekday(s, at, out point)
            : lexeme.NumberOfPeriod > 0 ? TryPart(s, at + 1, PartOf(lexeme.Period, lexeme.NumberOfPeriod), out point)
            : lexeme.Third > 0 ? TryThird(s, at, lexeme.Third, out point)
            : lexeme.Season > 0 ? TrySeason(s, at, lexeme.Season, out point)
            : lexeme.Ordinal > 0 ? TryOrdinal(s, at, out point)
            : Weeks.TryNumbered(s, at, out point) || RelativeDates.TryRead(s, at, out point);
    }

    /// <summary>A year in four digits, 1900 to 2100; behind a month from 1700.</summary>
    public static bool IsYear(in ValueTokens s, int at, int from = 1900) =>
        s.IsNumber(at) && s[at].Length == 4 && !s[at].ContainsAnyExceptInRange('0', '9') && Number(s[at]) is var year && year >= from && year <= 2100 &&
        !(s.IsWord(at + 1) && s.IsGlued(at + 1));

    public static int PartOf(Period period, int number) => (period == Period.Quarter ? 32 : 39) + number;

    /// <summary>Behind a part of a year its year: "2024", "of 2024", ", 2024", "of this year", "/2024", "2024/25".</summary>
    private static bool TryYearBehind(in ValueTokens s, int at, out int? year, out int end)
    {
        var next = s[at] is "," or "/" || s.IsDash(at) && s.IsGlued(at) && s.IsGlued(at + 1) ? at + 1 : at;
        next = s.IsAny(next, "of", "in") ? next + 1 : next;
        next = s.Skip(next, "the");
        if (s.IsAny(next, "fiscal", "financial", "calendar")) next++;
        if (s.Is(next, "year") && IsYear(s, next + 1)) next++;
        (year, end) = (null, next + 1);
        if (IsYear(s, next, from: 1700) && (s[at] is not "," || next == at + 1))
        {
            year = Number(s[next]);
            return true;
        }

        if (s.Lexeme(next).Shift is { } shift && s.Is(next + 1, "year"))
        {
            end = s.Is(next + 2, "'s") ? next + 3 : next + 2;
            year = Resolver.Shift(s.Reference, Period.Year, shift)?.Earliest?.Year;
            return true;
        }

        if (!s.Is(next, "year") || !s.Is(next - 1, "the") || !s.Is(next - 2, "of")) return false;
        year = Resolver.Shift(s.Reference, Period.Year, 0)?.Earliest?.Year;
        return true;
    }

    /// <summary>A part of a year, and its year behind it if one is said.</summary>
    private static bool TryPart(in ValueTokens s, int at, int part, out DatePoint point)
    {
        if (!TryYearBehind(s, at, out var year, out var end)) point = new DatePoint(at) { Part = part };
        else if (year is null) point = DatePoint.Known(null, end);
        else point = new DatePoint(end) { Part = part, Year = year };
        return true;
    }

    /// <summary>"2H 2025", "3Q 2024": with a year only.</summary>
    private static bool TryNumberedPart(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (s[at].Length != 1 || !s.IsGlued(at + 1) || s[at + 1] is not ("H" or "Q")) return false;
        var (number, period) = (s[at][0] - '0', s[at + 1] is "H" ? Period.Half : Period.Quarter);
        if (number < 1 || number > (period == Period.Half ? 2 : 4) || !TryYearBehind(s, at + 2, out var year, out var end) || year is null) return false;
        point = new DatePoint(end) { Year = year, Part = PartOf(period, number) };
        return true;
    }

    private static bool TryOrdinal(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (!Ordinals.TryRank(s, at, out var rank, out var end)) return false;
        var noun = s.SkipHyphen(end);
        var period = s.Lexeme(noun).Period;
        if (rank == 1 && TryMonths(s, noun, isFirst: true, out point)) return true;
        if (period is Period.Quarter or Period.Half && s.Is(noun, period == Period.Quarter ? "quarter" : "half") && rank <= (period == Period.Quarter ? 4 : 2))
        {
            if (!TryPart(s, noun + 1, PartOf(period, rank), out point)) return false;
            return point.Year is not null || point.IsFixed || (s.Is(at - 1, "the") && s.IsAny(at - 2, "in", "during", "for", "since", "by", "of", "from")) || (period == Period.Quarter && !s.Is(noun + 1, "of"));
        }

        return Weeks.TryOf(s, noun, rank, out point) || (s.Is(end, "of") && TryDayAndMonth(s, at, out point));
    }

    /// <summary>"the first nine months of 2024", "the last three months of the year".</summary>
    public static bool TryMonths(in ValueTokens s, int at, bool isFirst, out DatePoint point)
    {
        point = default;
        if (!Numbers.TryRead(s, at, out var amount) || amount.Value is < 2 or > 11 || !s.Is(amount.End, "months")) return false;
        var hasYear = TryYearBehind(s, amount.End + 1, out var year, out var end);
        if (!hasYear && !isFirst) return false;
        if (!hasYear) (year, end) = (s.Reference?.Latest?.Year, amount.End + 1);
        var count = (int)amount.Value;
        point = DatePoint.Known(year is not { } y ? null : isFirst ? When.Between(When.Month(y, 1), When.Month(y, count)) : When.Between(When.Month(y, 13 - count), When.Month(y, 12)), end);
        return true;
    }

    private static bool TryThird(in ValueTokens s, int at, int third, out DatePoint point)
    {
        point = default;
        var next = s.SkipHyphen(at + 1);
        var isNoun = s.IsAny(at, "end", "beginning", "start", "middle");
        if (isNoun && !s.Is(next, "of") && !(s.Is(at, "end") && IsYear(s, next))) return false;
        if (s.IsAny(next, "in", "of")) next++;
        next = s.Skip(next, "the");
        if (s.Is(next, "year") && IsYear(s, next + 1)) next++;
        if (TryDecade(s, next, out point))
        {
            point = point with { Part = 36 + third };
            return true;
        }

        if (IsYear(s, next) && !DateWords.IsThing(s[next + 1])) point = new DatePoint(next + 1) { Year = Number(s[next]), Part = 36 + third, IsEnd = isNoun && third == 3 };
        else if (s.Lexeme(next).Month > 0 && s.IsUpper(next)) return TryMonth(s, next, out point);
        else if (s.Lexeme(next).Season > 0) return TryPart(s, next + 1, 20 + s.Lexeme(next).Season, out point);
        else if (s.Lexeme(next).NumberOfPeriod > 0) return TryPart(s, next + 1, PartOf(s.Lexeme(next).Period, s.Lexeme(next).NumberOfPeriod), out point);
        else if (s.Lexeme(next).Shift is { } shift && s.Is(next + 1, "year")) point = ThirdOf(s, shift, third, next + 2, isNoun && third == 3);
        else if (isNoun && s.Is(next, "year") && s.Is(next - 1, "the")) point = ThirdOf(s, 0, third, next + 1, third == 3);
        else if (isNoun && s.Is(next, "decade")) point = s.Reference?.Earliest?.Year is { } year ? new DatePoint(next + 1) { Year = year / 10 * 10, IsDecade = true, Part = 36 + third } : DatePoint.Known(null, next + 1);
        else if (isNoun && s.Lexeme(next) is { Shift: not null }) return RelativeDates.TryRead(s, next, out point);
        else if (isNoun && s.Lexeme(next).Ordinal > 0) return TryOrdinal(s, next, out point);
        else if (isNoun && s.IsAny(next, "month", "week") && s.Is(next - 1, "the")) point = DatePoint.Known(Resolver.Shift(s.Reference, s.Lexeme(next).Period, 0), next + 1);
        else return false;
        return true;
    }

    private static DatePoint ThirdOf(in ValueTokens s, int shift, int third, int end, bool isEnd) =>
        Resolver.Shift(s.Reference, Period.Year, shift)?.Earliest?.Year is { } year
            ? new DatePoint(end) { Year = year, Part = 36 + third, IsEnd = isEnd }
            : DatePoint.Known(null, end);

    private static bool TrySeason(in ValueTokens s, int at, int season, out DatePoint point)
    {
        TryPart(s, at + 1, 20 + season, out point);
        if (point.Year is not null || point.IsFixed) return true;
        var before = s.Is(at - 1, "the") ? at - 2 : at - 1;
        return s.IsAny(before, "in", "by", "since", "during", "until", "from", "before", "after") && !s.Is(at + 1, "of");
    }

    private static bool TryWeekday(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        var next = s[at + 1] is "." && s.Lexeme(at).NeedsNumber ? at + 2 : at + 1;
        if (s[next] is "," or "(" || s.IsHyphen(next)) next++;
        next = s.Skip(next, "the");
        if (TryRead(s, next, out var date) && date.Day > 0 && !date.IsImpossible)
        {
            point = s[next - 1] is "(" && s[date.End] is ")" ? date with { End = date.End + 1 } : date;
            return true;
        }

        if (TryWeekdayAndDay(s, at, s.Skip(s[at + 1] is "," ? at + 2 : at + 1, "the"), out point)) return true;
        if (s.Lexeme(at).NeedsNumber || !(s.IsUpper(at) || s.Is(at - 1, "on"))) return false;
        var of = s.Skip(at + 1, "of");
        point = s.Lexeme(of).Shift is { } shift && s.Is(of + 1, "week")
            ? DatePoint.Known(RelativeDates.WeekdayOf(s.Reference, s.Lexeme(at).Weekday, shift), of + 2)
            : new DatePoint(at + 1) { Weekday = s.Lexeme(at).Weekday };
        return true;
    }

    /// <summary>"Tuesday the 14th": the nearest such day before the reference, or after it.</summary>
    private static bool TryWeekdayAndDay(in ValueTokens s, int at, int dayAt, out DatePoint point)
    {
        point = default;
        if (!IsDay(s, dayAt, out var day, out var end) || !s.IsNumber(dayAt) || (end == dayAt + 1 && (s.IsWord(end) || s.IsNumber(end + 1)))) return false;
        if (Resolver.Day(s.Reference) is not { } today)
        {
            point = DatePoint.Known(null, end);
            return true;
        }

        if (Nearest(s, today, day, months: 24, s.Lexeme(at).Weekday) is not { } when) return false;
        point = DatePoint.Known(when, end);
        return true;
    }

    /// <summary>The nearest such day of a month, by default of any weekday, at or before <paramref name="today"/>, or at or behind it where dates lie ahead.</summary>
    private static When? Nearest(in ValueTokens s, DateOnly today, int day, int months, int weekday = 0)
    {
        for (var away = 0; away < months; away++)
        {
            var month = today.AddMonths(s.Future ? away : -away);
            if (day > DateTime.DaysInMonth(month.Year, month.Month)) continue;
            var candidate = new DateOnly(month.Year, month.Month, day);
            if (weekday > 0 && Resolver.NumberOf(candidate) != weekday) continue;
            if (s.Future ? candidate >= today : candidate <= today) return When.Day(candidate);
        }

        return null;
    }

    private static bool TryMonth(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        var month = s.Lexeme(at).Month;
        if (!s.IsUpper(at) && s.Lexeme(at).NeedsNumber && !IsDay(s, at + 1, out _, out _)) return false;
        var next = SkipPoint(s, at);
        var dayAt = s[next] is "/" or "," or "-" && s.IsNumber(next + 1) && s[next + 1].Length <= 2 && (s[next] is not "," || s.IsOrdinalEnding(next + 2)) ? next + 1 : next;
        dayAt = s.Skip(dayAt, "the");
        if (IsDay(s, dayAt, out var day, out var dayEnd))
        {
            var hasYear = TryYearBehind(s, dayEnd, out var dayYear, out var dayYearEnd);
            if (hasYear || !s.Is(at - 1, "in") || s.IsOrdinalEnding(dayEnd - 1))
            {
                point = new DatePoint(hasYear ? dayYearEnd : dayEnd) { Month = month, Day = day, Year = dayYear };
                return !point.IsImpossible;
            }
        }

        if (TryYearBehind(s, next, out var year, out var yearEnd))
        {
            point = year is null ? DatePoint.Known(When.MonthOfSomeYear(month), yearEnd) : new DatePoint(yearEnd) { Month = month, Year = year };
            return true;
        }

        point = new DatePoint(next) { Month = month };
        if (!s.IsUpper(at)) return false;
        if (!s.Lexeme(at).NeedsNumber || s.IsAny(s.IsDash(at - 1) ? at - 2 : at - 1, Prepositions)) return true;
        return (s.IsDash(next) || s.Is(next, "to")) && s.Lexeme(next + 1).Month > 0 && s.IsUpper(next + 1);
    }

    /// <summary>The place behind a month and, where it is shortened, its point.</summary>
    private static int SkipPoint(in ValueTokens s, int month) =>
        s[month + 1] is "." && s.IsGlued(month + 1) && s[month].Length <= 4 && s.Lexeme(month).NeedsNumber && !s.Is(month, "may") && month + 2 < s.Count ? month + 2 : month + 1;

    /// <summary>A day of a month in digits: 3, 3rd, 03; not 3% nor 3 GWh.</summary>
    private static bool IsDay(in ValueTokens s, int at, out int day, out int end)
    {
        (day, end) = (0, at + 1);
        if (!s.IsNumber(at) || s[at].Length > 2 || s[at].ContainsAny('.', ',')) return Ordinals.TryRank(s, at, out day, out end) && day <= 31 && !s.IsNumber(at);
        day = Number(s[at]);
        if (s.IsGlued(end) && s.IsOrdinalEnding(end)) end++;
        else if (s.IsWord(end) && s.IsGlued(end)) return false;
        return day is >= 1 and <= 31 && s[end] is not ("%" or ":") && (s.Lexeme(end).Unit is null || !s.IsGlued(end)) && s.Lexeme(end).Scale == 0;
    }

    /// <summary>3 June 2025 · 3rd of June · 14-Nov-2024 · second of August.</summary>
    private static bool TryDayAndMonth(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (!IsDay(s, at, out var day, out var end) || Numbers.IsPartOfName(s, at)) return false;
        var monthAt = s[end] is "/" or "-" && s.IsGlued(end) && s.IsGlued(end + 1) ? end + 1 : s.Skip(end, "of");
        monthAt = s.Skip(monthAt, "the");
        var month = s.Lexeme(monthAt).Month;
        var isMonth = month > 0 && (s.IsUpper(monthAt) || end > at + 1 || !s.IsAny(monthAt, "may", "march", "mar"));
        if (!isMonth) return TryDayAlone(s, at, day, end, out point);
        var next = SkipPoint(s, monthAt);
        var hasYear = TryYearBehind(s, next, out var year, out var yearEnd);
        point = new DatePoint(hasYear ? yearEnd : next) { Month = month, Day = day, Year = year };
        return !point.IsImpossible;
    }

    /// <summary>"on the 14th", not "on the 14th floor": the last such day before the reference.</summary>
    private static bool TryDayAlone(in ValueTokens s, int at, int day, int end, out DatePoint point)
    {
        point = default;
        if (end != at + 2 || !s.Is(at - 1, "the") || !s.IsAny(at - 2, "on", "until", "by", "since", "from") || (s.IsWord(end) && !s.IsUpper(end) && !s.IsAny(end, "and", "of", "in", "at", "when", "that", "with", "it", "to"))) return false;
        point = DatePoint.Known(Resolver.Day(s.Reference) is { } today ? Nearest(s, today, day, months: 3) : null, end);
        return true;
    }

    private static bool TryYear(in ValueTokens s, int at, out DatePoint point)
    {
        if (TryDecade(s, at, out point)) return true;
        if (!IsYear(s, at) || Numbers.IsPartOfName(s, at) || IsCount(s, at)) return false;
        var year = Number(s[at]);
        var next = s[at + 1] is "/" or "," || s.IsHyphen(at + 1) ? at + 2 : at + 1;
        if (s.Lexeme(next) is { NumberOfPeriod: > 0 } part)
        {
            point = new DatePoint(next + 1) { Year = year, Part = PartOf(part.Period, part.NumberOfPeriod) };
        }
        else if (s.Lexeme(at + 1) is { Month: > 0, NeedsNumber: false } month && !IsDay(s, at + 2, out _, out _))
        {
            point = new DatePoint(at + 2) { Year = year, Month = month.Month };
        }
        else
        {
            point = new DatePoint(at + 1) { Year = year };
        }

        return true;
    }

    /// <summary>A number of four digits that counts something: "2000 jobs", "some 2000", "$2000".</summary>
    private static bool IsCount(in ValueTokens s, int at)
    {
        if (s.Lexeme(at - 1) is { Prefix: true } || s.IsAny(at - 1, "some", "nearly", "almost", "least", "over", "another") || (s.Is(at - 1, "than") && !s.IsAny(at - 2, "later", "earlier")) || (s.Is(at - 1, "to") && (s.Is(at - 2, "close") || (s.Is(at - 2, "up") && s.IsWord(at + 1) && !s.IsAny(at + 1, "and", "or", "in", "for", "to", "with", "at", "by"))))) return true;
        if (s[at + 1] is "," or "." or ";" || s.IsAny(at - 1, "in", "since", "until", "during", "of", "before", "after", "mid", "early", "late")) return false;
        var noun = s.SkipHyphen(at + 1);
        return DateWords.IsThing(s[noun]) || s.Lexeme(noun) is { Scale: > 0 } || (s.Lexeme(noun).Unit is not null && !s.IsAny(noun, "won", "points"));
    }

    private static bool TryDecade(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (!s.IsNumber(at) || s[at].Length != 4 || s[at][3] != '0' || s[at].ContainsAny('.', ',')) return false;
        var letter = s[at + 1] is "'" or "’" ? at + 2 : at + 1;
        if (!s.IsGlued(letter) || s[letter] is not ("s" or "'s" or "’s")) return false;
        point = new DatePoint(letter + 1) { Year = Number(s[at]), IsDecade = true };
        return true;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
