namespace Gigatrace.Claims;

/// <summary>Which forms of a date may stand in a place.</summary>
internal enum EdtfForms
{
    /// <summary>Years of four digits, months, parts of years, days.</summary>
    Calendar,

    /// <summary>Also a time of day and years of more than four digits.</summary>
    All,
}

/// <summary>A day of the proleptic Gregorian calendar, in any year.</summary>
internal readonly record struct EdtfDay(long Year, int Month, int Day)
{
    public DateOnly? ToDate() => Year is >= 1 and <= 9999 ? new DateOnly((int)Year, Month, Day) : null;

    public bool IsAfter(EdtfDay other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day)) > 0;

    public static int DaysIn(long year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// <summary>One date of an EDTF text.</summary>
/// <param name="First">The first day that it may mean.</param>
/// <param name="Last">The last day that it may mean.</param>
/// <param name="Floor">The first day, with unsaid digits taken as late as possible: what an interval's start must not lie behind.</param>
/// <param name="YearUnsaid">No digit of the year is said.</param>
internal readonly record struct EdtfDate(EdtfDay First, EdtfDay Last, EdtfDay Floor, bool YearUnsaid)
{
    public DateOnly? Earliest => YearUnsaid ? null : First.ToDate();

    public DateOnly? Latest => YearUnsaid ? null : Last.ToDate();

    public static bool TryParse(ReadOnlySpan<char> text, EdtfForms forms, out EdtfDate date)
    {
        date = default;
        if (forms == EdtfForms.All && text.StartsWith('Y')) return EdtfYear.TryLong(text[1..], out date);
        var rest = text;
        var qualified = Qualifier(ref rest);
        if (!EdtfYear.TryTake(ref rest, out var year)) return false;
        if (forms == EdtfForms.All && rest.StartsWith('S')) return EdtfYear.TrySignificant(year, rest[1..], out date);
        qualified |= Qualifier(ref rest);
        if (rest.IsEmpty) return Whole(year, out date);

        if (!TryPair(ref rest, out var month, ref qualified)) return false;
        if (rest.IsEmpty) return TryMonth(year, month, out date);

        if (!TryPair(ref rest, out var day, ref qualified) || !TryDay(year, month, day, out date)) return false;
        if (rest.IsEmpty) return true;
        return forms == EdtfForms.All && !qualified && date.First == date.Last && EdtfTime.IsValid(rest);
    }

    private static bool Qualifier(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] is not ('?' or '~' or '%')) return false;
        rest = rest[1..];
        return true;
    }

    /// <summary>A hyphen and two digits, each of which may be X, with a qualifier before or behind.</summary>
    private static bool TryPair(ref ReadOnlySpan<char> rest, out (char Tens, char Ones) pair, ref bool qualified)
    {
        pair = default;
        if (!rest.StartsWith('-')) return false;
        rest = rest[1..];
        qualified |= Qualifier(ref rest);
        if (rest.Length < 2 || !IsDigit(rest[0]) || !IsDigit(rest[1])) return false;
        pair = (rest[0], rest[1]);
        rest = rest[2..];
        qualified |= Qualifier(ref rest);
        return true;
    }

    private static bool Whole(EdtfYear year, out EdtfDate date)
    {
        date = new EdtfDate(new(year.Low, 1, 1), new(year.High, 12, 31), new(year.High, 1, 1), year.Unsaid);
        return true;
    }

    private static bool TryMonth(EdtfYear year, (char Tens, char Ones) pair, out EdtfDate date)
    {
        date = default;
        var (low, high) = Matching(pair, 1, 12);
        if (low > 0)
        {
            date = new EdtfDate(new(year.Low, low, 1), new(year.High, high, EdtfDay.DaysIn(year.High, high)), new(year.High, high, 1), year.Unsaid);
            return true;
        }

        if (Matching(pair, 21, 41) is not ({ } part and > 0, _) || pair.Tens == 'X' || pair.Ones == 'X') return false;
        var (start, months) = PartOfYear(part);
        var end = start + months - 1;
        var (lastYear, lastMonth) = (year.High + ((end - 1) / 12), ((end - 1) % 12) + 1);
        date = new EdtfDate(new(year.Low, start, 1), new(lastYear, lastMonth, EdtfDay.DaysIn(lastYear, lastMonth)), new(year.High, start, 1), year.Unsaid);
        return true;
    }

    private static bool TryDay(EdtfYear year, (char Tens, char Ones) month, (char Tens, char Ones) day, out EdtfDate date)
    {
        EdtfDay? first = null, last = null;
        // 2000 stands for any leap year: a year with an unsaid digit may be one.
        var (lowYear, highYear) = year.Low == year.High ? (year.Low, year.High) : (2000, 2000);
        for (var m = 1; m <= 12; m++)
        {
            if (!Matches(month, m)) continue;
            var (low, _) = Matching(day, 1, EdtfDay.DaysIn(lowYear, m));
            var (_, high) = Matching(day, 1, EdtfDay.DaysIn(highYear, m));
            if (high <= 0) continue;
            first ??= new EdtfDay(year.Low, m, Math.Min(low, EdtfDay.DaysIn(year.Low, m)));
            last = new EdtfDay(year.High, m, Math.Min(high, EdtfDay.DaysIn(year.High, m)));
        }

        date = first is null ? default : new EdtfDate(first.Value, last!.Value, last.Value, year.Unsaid);
        return first is not null;
    }

    /// <summary>First month and number of months. 21–24 seasons, 25–28 northern, 29–32 southern, 33–36 quarters, 37–39 thirds, 40–41 halves.</summary>
    private static (int Start, int Months) PartOfYear(int part) => part switch
    {
        <= 24 => (((part - 21) * 3) + 3, 3),
        <= 28 => (((part - 25) * 3) + 3, 3),
        <= 30 => (((part - 29) * 3) + 9, 3),
        <= 32 => (((part - 31) * 3) + 3, 3),
        <= 36 => (((part - 33) * 3) + 1, 3),
        <= 39 => (((part - 37) * 4) + 1, 4),
        _ => (((part - 40) * 6) + 1, 6),
    };

    /// <summary>The least and greatest number from <paramref name="from"/> to <paramref name="to"/> that the digits allow; 0 where none does.</summary>
    private static (int Low, int High) Matching((char Tens, char Ones) pair, int from, int to)
    {
        int low = 0, high = 0;
        for (var number = from; number <= to; number++)
        {
            if (!Matches(pair, number)) continue;
            if (low == 0) low = number;
            high = number;
        }

        return (low, high);
    }

    private static bool Matches((char Tens, char Ones) pair, int number) =>
        (pair.Tens == 'X' || pair.Tens - '0' == number / 10) && (pair.Ones == 'X' || pair.Ones - '0' == number % 10);

    private static bool IsDigit(char c) => c == 'X' || char.IsAsciiDigit(c);
}
