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
            : lexeme.Weekday > 0 ? Weekdays.TryRead(s, at, out point)
            : lexeme.NumberOfPeriod > 0 ? TryPart(s, at + 1, PartOf(lexeme.Period, lexeme.NumberOfPeriod), out point)
            : lexeme.Third > 0 ? Thirds.TryRead(s, at, lexeme.Third, out point)
            : lexeme.Season > 0 ? TrySeason(s, at, lexeme.Season, out point)
            : lexeme.Ordinal > 0 ? TryOrdinal(s, at, out point)
            : s.IsAny(at, "latter", "former") && s.Is(at + 1, "half") ? TryPart(s, at + 2, PartOf(Period.Half, s.Is(at, "latter") ? 2 : 1), out point) && point.Year is not null
            : lexeme.Cardinal > 0 ? TryOrdinal(s, at, out point) || TryDayAndMonth(s, at, out point) || WordYears.TryAlone(s, at, out point)
            : lexeme.Year > 0 || lexeme.IsSortOfYear ? FiscalYears.TryRead(s, at, out point)
            : lexeme.Decade > 0 ? Decades.TryRead(s, at, out point)
            : lexeme.IsHoliday ? Holidays.TryRead(s, at, out point)
            : Weeks.TryNumbered(s, at, out point) || RelativeDates.TryRead(s, at, out point);
    }

    /// <summary>A year in four digits, 1900 to 2100; behind a month from 1700.</summary>
    public static bool IsYear(in ValueTokens s, int at, int from = 1900) =>
        s.IsNumber(at) && s[at].Length == 4 && !s[at].ContainsAnyExceptInRange('0', '9') && Number(s[at]) is var year && year >= from && year <= 2100 &&
        !(s.IsWord(at + 1) && s.IsGlued(at + 1));

    public static int PartOf(Period period, int number) => (period == Period.Quarter ? 32 : 39) + number;

    /// <summary>Behind a part of a year its year: "2024", "of 2024", ", 2024", "of this year", "/2024", "2024/25".</summary>
    public static bool TryYearBehind(in ValueTokens s, int at, out int? year, out int end)
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

        if (s.Lexeme(next).Year is > 0 and var fiscal)
        {
            year = fiscal;
            return true;
        }

        if (WordYears.TryRead(s, next, out var spoken, out var spokenEnd))
        {
            (year, end) = (spoken, spokenEnd);
            return true;
        }

        if (TryShortYear(s, at, next, out var digits))
        {
            (year, end) = (Resolver.FullYear(Number(s[digits]), s.Reference), digits + 1);
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

    /// <summary>"'24", and behind a month "of 87".</summary>
    private static bool TryShortYear(in ValueTokens s, int at, int next, out int digits)
    {
        digits = s[next] is "'" or "’" or "‘" ? next + 1 : next;
        if (!s.IsNumber(digits) || s[digits].Length != 2 || (s.IsWord(digits + 1) && s.IsGlued(digits + 1))) return false;
        return digits > next ? s.IsGlued(digits) : s.Lexeme(at - 1).Month > 0 && s.Is(at, "of") && Number(s[digits]) > 31 && !s.IsWord(digits + 1);
    }

    /// <summary>A part of a year, and its year behind it if one is said.</summary>
    public static bool TryPart(in ValueTokens s, int at, int part, out DatePoint point)
    {
        if (!TryYearBehind(s, at, out var year, out var end)) point = new DatePoint(at) { Part = part };
        else if (year is null) point = DatePoint.Known(null, end);
        else point = new DatePoint(end) { Part = part, Year = year };
        return true;
    }

    /// <summary>"2H 2025", "3Q 2024", "1H26": with a year only.</summary>
    private static bool TryNumberedPart(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (s[at].Length != 1 || !s.IsGlued(at + 1) || s[at + 1] is not (['H' or 'Q', ..] and var letter)) return false;
        var (number, period) = (s[at][0] - '0', letter[0] == 'H' ? Period.Half : Period.Quarter);
        if (number < 1 || number > (period == Period.Half ? 2 : 4)) return false;
        if (letter.Length == 3 && !letter[1..].ContainsAnyExceptInRange('0', '9'))
        {
            point = new DatePoint(at + 2) { Year = Resolver.FullYear(Number(letter[1..]), s.Reference), Part = PartOf(period, number) };
            return true;
        }

        if (letter.Length > 1 || !TryYearBehind(s, at + 2, out var year, out var end) || year is null) return false;
        point = new DatePoint(end) { Year = year, Part = PartOf(period, number) };
        return true;
    }

    public static bool TryOrdinal(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (!Ordinals.TryRank(s, at, out var rank, out var end)) return false;
        var noun = s.SkipHyphen(end);
        var period = s.Lexeme(noun).Period;
        if (rank == 1 && Stretches.TryMonths(s, noun, isFirst: true, out point)) return true;
        if (period is Period.Quarter or Period.Half && (period == Period.Quarter ? s.IsAny(noun, "quarter", "trimester") : s.Is(noun, "half")) && rank <= (period == Period.Quarter ? 4 : 2))
        {
            if (!TryPart(s, noun + 1, PartOf(period, rank), out point)) return false;
            return point.Year is not null || point.IsFixed || (s.Is(at - 1, "the") && s.IsAny(at - 2, "in", "during", "for", "since", "by", "of", "from")) || (period == Period.Quarter && !s.Is(noun + 1, "of"));
        }

        return Weeks.TryOf(s, noun, rank, out point) || TryDayOf(s, rank, end, out point) || TryMonthOf(s, rank, noun, out point) || Decades.TryCentury(s, rank, end, out point) || (s.Is(end, "of") && TryDayAndMonth(s, at, out point));
    }

    /// <summary>"the 15th day of next month", "the 21st of this month", "the twenty-third day of September".</summary>
    private static bool TryDayOf(in ValueTokens s, int rank, int at, out DatePoint point)
    {
        point = default;
        var of = s.Skip(at, "day");
        if (rank > 31 || (!s.Is(of, "of") && !(s.IsDiary && of == at))) return false;
        var next = s.Skip(of, "of");
        next = s.Skip(next, "the");
        if (s.Lexeme(next).Month > 0 && of > at && TryMonth(s, next, out point) && point.Day == 0)
        {
            point = point with { Day = rank };
            return !point.IsImpossible;
        }

        var shift = s.Is(next, "month") && s.Is(next - 1, "the") ? 0 : s.Lexeme(next).Shift;
        var end = s.Is(next, "month") ? next + 1 : next + 2;
        if (shift is not { } by || !s.Is(end - 1, "month")) return false;
        var month = Resolver.Shift(s.Reference, Period.Month, by)?.Earliest;
        point = DatePoint.Known(month is { } first && rank <= DateTime.DaysInMonth(first.Year, first.Month) ? When.Day(first.AddDays(rank - 1)) : null, end);
        return true;
    }

    /// <summary>"the third month of 2021".</summary>
    private static bool TryMonthOf(in ValueTokens s, int rank, int at, out DatePoint point)
    {
        point = default;
        if (rank > 12 || !s.Is(at, "month") || !s.Is(at + 1, "of") || !TryYearBehind(s, at + 1, out var year, out var end)) return false;
        point = year is null ? DatePoint.Known(null, end) : new DatePoint(end) { Year = year, Month = rank };
        return true;
    }

    private static bool TrySeason(in ValueTokens s, int at, int season, out DatePoint point)
    {
        TryPart(s, at + 1, 20 + season, out point);
        if (point.Year is { } winter && IsNextYear(s, point.End, winter)) point = point with { End = point.End + 2 };
        if (point.Year is not null || point.IsFixed) return true;
        var before = s.Is(at - 1, "the") ? at - 2 : at - 1;
        return s.IsAny(before, "in", "by", "since", "during", "until", "from", "before", "after") && !s.Is(at + 1, "of");
    }

    /// <summary>The "/26" of winter 2025/26.</summary>
    private static bool IsNextYear(in ValueTokens s, int at, int year) =>
        (s[at] is "/" || s.IsDash(at)) && s.IsGlued(at) && s.IsGlued(at + 1) && s.IsNumber(at + 1) && s[at + 1].Length == 2 && Numbers.Parse(s[at + 1]) == (year + 1) % 100;

    public static bool TryMonth(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        var month = s.Lexeme(at).Month;
        var next = SkipPoint(s, at);
        var dayAt = s[next] is "/" or "," or "-" && s.IsNumber(next + 1) && s[next + 1].Length <= 2 && (s[next] is not "," || s.IsOrdinalEnding(next + 2)) ? next + 1 : next;
        dayAt = s.Skip(dayAt, "the");
        var isLower = !s.IsUpper(at) && s.Lexeme(at).NeedsNumber;
        if (isLower && !IsDay(s, dayAt, out _, out _) && !(s.IsDiary && s.IsAny(at - 1, "in", "by", "since", "of", "mid", "late", "early"))) return false;
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
        if (!s.IsUpper(at)) return s.IsDiary;
        if (!s.Lexeme(at).NeedsNumber || s.IsAny(s.IsDash(at - 1) ? at - 2 : at - 1, Prepositions)) return true;
        return (s.IsDash(next) || s.Is(next, "to")) && s.Lexeme(next + 1).Month > 0 && s.IsUpper(next + 1);
    }

    /// <summary>The place behind a month and, where it is shortened, its point.</summary>
    private static int SkipPoint(in ValueTokens s, int month) =>
        s[month + 1] is "." && s.IsGlued(month + 1) && s[month].Length <= 4 && s.Lexeme(month).NeedsNumber && !s.Is(month, "may") && month + 2 < s.Count ? month + 2 : month + 1;

    /// <summary>A day of a month in digits: 3, 3rd, 03; not 3% nor 3 GWh.</summary>
    public static bool IsDay(in ValueTokens s, int at, out int day, out int end)
    {
        (day, end) = (0, at + 1);
        if (s.IsDiary && s.Lexeme(at).Cardinal > 0 && !Ordinals.TryRank(s, at, out _, out _)) return WordYears.TryBelowHundred(s, at, out day, out end) && day <= 31 && (!s.IsWord(end) || s.Lexeme(end).Month > 0 || WordYears.TryRead(s, end, out _, out _));
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
        point = DatePoint.Known(Resolver.Day(s.Reference) is { } today ? Weekdays.Nearest(s, today, day, months: 3) : null, end);
        return true;
    }

    private static bool TryYear(in ValueTokens s, int at, out DatePoint point)
    {
        if (Decades.TryRead(s, at, out point)) return true;
        if (!IsYear(s, at) || Numbers.IsPartOfName(s, at) || IsCount(s, at) || IsFirstOfDigits(s, at)) return false;
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

    /// <summary>2010-2015-86 is a telephone's number, 2015-32 of something else; 2019-20 is two years.</summary>
    private static bool IsFirstOfDigits(in ValueTokens s, int at)
    {
        if (!IsBound(s, at + 1)) return false;
        var next = Number(s[at + 2]);
        return next > 12 && (IsBound(s, at + 3) || (s[at + 2].Length == 2 && (next <= Number(s[at]) % 100 || next > (Number(s[at]) % 100) + 10) && !s.IsWord(at + 3)));
    }

    /// <summary>A hyphen that binds the numbers on both sides.</summary>
    private static bool IsBound(in ValueTokens s, int at) =>
        s[at] is "-" && s.IsGlued(at) && s.IsGlued(at + 1) && s.IsNumber(at + 1) && s[at + 1].Length <= 4 && !s[at + 1].ContainsAny('.', ',');

    /// <summary>A number of four digits that counts something: "2000 jobs", "some 2000", "$2000".</summary>
    private static bool IsCount(in ValueTokens s, int at)
    {
        if (s.Lexeme(at - 1) is { Prefix: true } || s.IsAny(at - 1, "some", "nearly", "almost", "least", "over", "another") || (s.Is(at - 1, "than") && !s.IsAny(at - 2, "later", "earlier", "sooner")) || (s.Is(at - 1, "to") && (s.Is(at - 2, "close") || (s.Is(at - 2, "up") && s.IsWord(at + 1) && !s.IsAny(at + 1, "and", "or", "in", "for", "to", "with", "at", "by"))))) return true;
        if (s[at + 1] is "," or "." or ";" || s.IsAny(at - 1, "in", "since", "until", "during", "of", "before", "after", "mid", "early", "late")) return false;
        var noun = s.SkipHyphen(at + 1);
        return DateWords.IsThing(s[noun]) || s.Lexeme(noun) is { Scale: > 0 } || (s.Lexeme(noun).Unit is not null && !s.IsAny(noun, "won", "points"));
    }

    public static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
