using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>Times from one day to another that a length gives: the next five years · the last three months · the first nine months of 2024 · two weeks starting 20 May.</summary>
internal static class Stretches
{
    /// <summary>"the first nine months of 2024", "the last three months of the year".</summary>
    public static bool TryMonths(in ValueTokens s, int at, bool isFirst, out DatePoint point)
    {
        point = default;
        if (!Numbers.TryRead(s, at, out var amount) || amount.Value is < 2 or > 11 || !s.Is(amount.End, "months")) return false;
        var hasYear = DatePoints.TryYearBehind(s, amount.End + 1, out var year, out var end);
        if (!hasYear && !isFirst) return false;
        if (!hasYear) (year, end) = (s.Reference?.Latest?.Year, amount.End + 1);
        var count = (int)amount.Value;
        point = DatePoint.Known(year is not { } y ? null : isFirst ? When.Between(When.Month(y, 1), When.Month(y, count)) : When.Between(When.Month(y, 13 - count), When.Month(y, 12)), end);
        return true;
    }

    /// <summary>"the last three months" up to the reference, "the next two years" from it.</summary>
    public static When? Around(in ValueTokens s, in Length length, int sign)
    {
        var reference = s.Reference;
        var period = length.Period;
        if (length.IsBeyondCalendar) return null;
        if (length.IsBusiness && Resolver.Day(reference) is { } today) return BusinessDays(today, (int)length.Count * sign);
        if (s.IsDiary && period == Period.Decade && sign > 0 && Resolver.Shift(reference, period, 1)?.Earliest is { } decade) return When.Between(When.Year(decade.Year), When.Year(decade.Year + (10 * (int)length.Count) - 1));
        var (from, to) = (reference, length.From(reference, sign, s.IsDiary && period is not Period.Quarter));
        if (from is null || to is null) return null;
        if (period is Period.Day or Period.Week or Period.Fortnight && sign > 0 || (s.IsDiary && period == Period.Year && sign > 0)) from = Resolver.Shift(reference, Period.Day, 1);
        else if (!s.IsDiary && period is Period.Year or Period.Decade) from = Resolver.Shift(reference, Period.Year, 0);
        else if (period is Period.Quarter) from = Resolver.Shift(reference, Period.Quarter, sign);
        else if (period is Period.Month && Resolver.Day(reference) is { } day) to = When.Day(day.AddMonths(sign * (int)length.Count));
        if (from is null) return null;
        return sign < 0 ? When.Between(to, from) : When.Between(from, to);
    }

    /// <summary>"two weeks starting 20 May", "for three days from today".</summary>
    public static bool TryStarting(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (!s.IsDiary || !Lengths.TryRead(s, at, out var length)) return false;
        var next = s[length.End] is "," ? length.End + 1 : length.End;
        if (!s.IsAny(next, "starting", "beginning") && !(s.Is(next, "from") && s.Is(at - 1, "for"))) return false;
        if (!DatePoints.TryRead(s, s.Skip(next + 1, "on"), out var start) || Resolver.Day(Resolver.Resolve(start, s.Reference, future: true)) is not { } first) return false;
        var last = Resolver.Day(length.From(When.Day(first), 1, isExact: true))?.AddDays(-1);
        point = DatePoint.Known(last is { } day && day >= first ? When.Between(When.Day(first), When.Day(day)) : null, start.End);
        return true;
    }

    /// <summary>"three months ended 30 June 2025", "the 12 months to March 2026", "fiscal year ending March 2026": the months up to that one.</summary>
    public static bool TryEnding(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        var year = s.Lexeme(at).IsSortOfYear ? at + 1 : at;
        Length length;
        if (s.Is(year, "year") && (year > at || s.Is(at - 1, "the"))) length = new Length(1, Period.Year, year + 1) { Months = 12 };
        else if (!Lengths.TryRead(s, at, out length)) return false;
        if (length.Period != Period.Year && length.Period != Period.Month || length.Months is < 1 or > 24 || length.Days > 0) return false;
        var next = s.Skip(length.End, "that");
        if (!s.IsAny(next, "ended", "ending", "ends", "to", "through") || s.Lexeme(at - 1).Shift is not null) return false;
        if (!DatePoints.TryRead(s, s.Skip(next + 1, "on"), out var last) || last is not { Month: > 0, Year: { } lastYear } || last.IsImpossible) return false;
        var first = new DateOnly(lastYear, last.Month, 1).AddMonths(1 - length.Months);
        point = DatePoint.Known(When.Between(When.Month(first.Year, first.Month), When.Month(lastYear, last.Month)), last.End);
        return true;
    }

    private static When? BusinessDays(DateOnly today, int count)
    {
        if (count == 0) return null;
        var (step, day, first) = (Math.Sign(count), today, (DateOnly?)null);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (Resolver.NumberOf(day) > 5) continue;
            first ??= day;
            left--;
        }

        return step > 0 ? When.Between(When.Day(first!.Value), When.Day(day)) : When.Between(When.Day(day), When.Day(first!.Value));
    }
}
