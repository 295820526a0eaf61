using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>
/// Dates with what stands around them: by 2030 · not before 2027 · until 2037 · about 2028 · 2026 or 2027 · between 2023 and 2025 · April 2023 to March 2024.
/// </summary>
internal static class Dates
{
    private enum Bound
    {
        None,
        By,
        Before,
        From,
        After,
        Until,
        About,

        /// <summary>An open end only where a diary is read: news name by it when something began.</summary>
        Since,
    }

    /// <summary>Words before a date that make a bound of it; longer before shorter. The article between is skipped.</summary>
    private static readonly (string[] Words, Bound Bound)[] Phrases =
    [
        (["no", "later", "than"], Bound.By), (["not", "later", "than"], Bound.By), (["at", "horizon"], Bound.By), (["horizon"], Bound.By), (["by"], Bound.By),
        (["not", "before"], Bound.From), (["no", "earlier", "than"], Bound.From), (["no", "sooner", "than"], Bound.From), (["not", "earlier", "than"], Bound.From), (["not", "until"], Bound.From),
        (["before"], Bound.Before), (["ahead", "of"], Bound.Before), (["prior", "to"], Bound.Before),
        (["later", "than"], Bound.After), (["after"], Bound.After),
        (["until"], Bound.Until), (["up", "to"], Bound.Until), (["till"], Bound.Until), (["through"], Bound.Until),
        (["about"], Bound.About), (["around"], Bound.About), (["circa"], Bound.About), (["approximately"], Bound.About), (["roughly"], Bound.About),
        (["since"], Bound.Since), (["starting", "on"], Bound.Since), (["starting"], Bound.Since), (["beginning", "on"], Bound.Since), (["as", "early", "as"], Bound.Since),
        (["<", "="], Bound.Until), (["≤"], Bound.Until), ([">", "="], Bound.From), (["≥"], Bound.From), (["="], Bound.None),
    ];

    /// <summary>Words before a date by which the sentence looks ahead.</summary>
    private static readonly HashSet<string> Ahead = new(StringComparer.OrdinalIgnoreCase)
    {
        "will", "shall", "expected", "expects", "expect", "planned", "plans", "plan", "planning", "scheduled", "due", "slated", "aims", "aim", "intends", "intend", "targeted",
        "targets", "targeting", "upcoming", "should", "would", "starting", "hopes", "anticipated", "anticipates", "'ll", "tomorrow", "next", "starts", "begins", "opens", "commences",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AheadLookup = Ahead.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Value? TryRead(in ValueTokens s, int at, int floor)
    {
        var lexeme = s.Lexeme(at);
        var isCount = (s.IsNumber(at) || lexeme.Cardinal > 0 || lexeme.IsCount) && IsBeforePeriod(s, at);
        if (isCount && Stretches.TryStarting(s, at, out var stretch)) return Make(s, floor, at - 1 >= floor && s.Is(at - 1, "for") ? at - 1 : at, at, stretch.End, stretch.End, stretch.Fixed);
        if ((isCount || lexeme.IsSortOfYear || lexeme.Period == Period.Year) && Stretches.TryEnding(s, at, out var ended)) return Make(s, floor, at, at, ended.End, ended.End, ended.Fixed);
        if (isCount && TryDistance(s, at, floor) is { } distance) return distance;
        if ((s.IsNumber(at) || lexeme.Ordinal > 0 || lexeme.Month > 0) && TryDays(s, at, floor) is { } days) return days;
        if (!DatePoints.TryRead(s, at, out var first) || first.IsImpossible) return null;
        if (TryPair(s, at, first, floor) is { } pair) return pair;
        var (start, bound) = BoundBefore(s, at, floor);
        var end = first.End;
        if (bound is Bound.Before or Bound.After && !s.IsDiary && (IsMilestone(s, first) || s.Lexeme(start - 1).Period is not Period.None)) (start, bound) = (at, Bound.None);
        var when = Resolver.Resolve(first, s.Reference, first.Year is null && (bound is Bound.By or Bound.Until || IsAhead(s, at)));
        if (when is null && !first.IsFixed && first.Weekday == 0 && first.Part == 0) return null;
        bound = Behind(s, ref end) ?? bound;
        if (bound == Bound.Since) (start, bound) = s.IsDiary ? (start, Bound.From) : (at, Bound.None);
        var isWithinEnd = first.IsEnd && bound == Bound.Before && (first.Month > 0 || s.IsDiary);
        when = isWithinEnd ? Apply(Bound.By, when, isEnd: false) : Apply(bound, when, first is { IsEnd: true, Month: 0 });
        return Make(s, floor, start, at, end, first.End, when);
    }

    /// <summary>A period's name comes soon: without one a number begins no length of time.</summary>
    private static bool IsBeforePeriod(in ValueTokens s, int at)
    {
        for (var next = at + 1; next < at + 9 && next < s.Count; next++)
        {
            if (s.Lexeme(next).Period != Period.None) return true;
        }

        return false;
    }

    /// <summary>"after October's lay-offs", "before the May vote": the date belongs to what follows; a year or full date stands alone.</summary>
    private static bool IsMilestone(in ValueTokens s, in DatePoint point) =>
        s.IsAny(point.End, "'s", "’s") || (point is { Year: null, Day: 0, IsFixed: false } && s.IsWord(point.End) && !s.IsAny(point.End, "and", "or", "in", "at", "when"));

    private static Value Make(in ValueTokens s, int floor, int start, int first, int end, int spanEnd, When? when) =>
        new(ValueKind.Date, new(s.IsDiary && start == first && end == spanEnd ? Article(s, first, floor) : start, end), s.Span(first, spanEnd), 0, 0) { When = when };

    /// <summary>In a diary the words that lead to a date are its tokens: "the 14th", "on Friday", "the same week".</summary>
    private static int Article(in ValueTokens s, int first, int floor)
    {
        if (first == floor) return first;
        if (s.IsAny(first - 1, "year", "same", "that")) return first - 1;
        return s.IsAny(first - 1, "the", "on", "within") ? first - 1 : first;
    }

    private static Value? TryDistance(in ValueTokens s, int at, int floor)
    {
        if (!RelativeDates.TryDistance(s, at, out var point, out var isLimit)) return null;
        var when = isLimit && !s.IsDiary && point.Fixed is { } limit ? When.By(limit) : point.Fixed;
        var start = at - 1 >= floor && (isLimit || (s.Is(at - 1, "in") && !s.Is(point.End - 1, "ago"))) ? at - 1 : at;
        return MoreThan(s, at, floor, point.End, when) ?? Make(s, floor, start, at, point.End, point.End, when);
    }

    /// <summary>In a diary "more than two weeks ago" is any day before that, "more than two weeks after the fair" any day behind it.</summary>
    private static Value? MoreThan(in ValueTokens s, int at, int floor, int end, When? when)
    {
        if (!s.IsDiary || at - 2 < floor || !s.Is(at - 1, "than") || !s.Is(at - 2, "more") || Resolver.Day(when) is not { } day) return null;
        var isBack = s.Is(end - 1, "ago");
        for (var word = at; word < end && !isBack; word++) isBack = s.Is(word, "before");
        return Make(s, floor, at - 2, at, end, end, isBack ? When.By(When.Day(day.AddDays(-1))) : When.From(When.Day(day.AddDays(1))));
    }

    /// <summary>"3 to 5 June", "between 3 and 12 of September", "June 3-5".</summary>
    private static Value? TryDays(in ValueTokens s, int at, int floor)
    {
        int day;
        DatePoint other;
        int end;
        if ((s.IsNumber(at) || s.Lexeme(at).Ordinal > 0) && DatePoints.IsDay(s, at, out day, out var dayEnd) && !Numbers.IsPartOfName(s, at))
        {
            var highAt = s.Skip(dayEnd + 1, "the");
            if (!IsConnector(s, at, dayEnd, floor) || !(s.IsNumber(highAt) || s.Lexeme(highAt).Ordinal > 0) || !DatePoints.TryRead(s, highAt, out other) || other is not { Day: > 0, Month: > 0 }) return null;
            end = other.End;
        }
        else
        {
            if (s.Lexeme(at).Month == 0 || !DatePoints.TryRead(s, at, out other) || other is not { Day: > 0, Year: null } || !IsConnector(s, at, other.End, floor)) return null;
            var next = s.Skip(other.End + 1, "the");
            if (!(s.IsNumber(next) || s.Lexeme(next).Ordinal > 0) || !DatePoints.IsDay(s, next, out var high, out end) || high <= other.Day || s.Lexeme(end).Month > 0) return null;
            day = other.Day;
            if (s.Lexeme(end).Unit is not null || s.Lexeme(end).Scale > 0) return null;
            var yearAt = s[end] is "," ? end + 1 : end;
            var year = DatePoints.IsYear(s, yearAt) ? DatePoints.Number(s[yearAt]) : (int?)null;
            other = other with { Day = high, Year = year };
            if (year is not null) end = yearAt + 1;
        }

        var ahead = IsAhead(s, at);
        if (other.IsImpossible || Resolver.Resolve(other, s.Reference, ahead) is not { } to) return null;
        if (to.Earliest is null) return Make(s, floor, at, at, end, end, null);
        if (Resolver.Resolve(other with { Day = day, Year = to.Earliest?.Year }, s.Reference, ahead) is not { } from || When.Between(from, to) is not { } when) return null;
        return Make(s, floor, IntervalStart(s, at, floor), at, end, end, when);
    }

    /// <summary>Two dates as an interval or a choice; the first takes month and year from the second where it has none.</summary>
    private static Value? TryPair(in ValueTokens s, int at, DatePoint first, int floor)
    {
        var isChoice = s.Is(first.End, "or") && first is { IsFixed: false, Weekday: 0, Day: 0 };
        if (!isChoice && !IsConnector(s, at, first.End, floor)) return ShortYears(s, at, first, floor);
        var secondAt = s.Skip(first.End + 1, "the");
        if (!TrySecond(s, secondAt, out var second)) return ShortYears(s, at, first, floor);
        if (first is { Month: 0, Part: 0, IsFixed: false, Weekday: 0 } != second is { Month: 0, Part: 0, IsFixed: false, Weekday: 0 } && isChoice) return null;
        var ahead = IsAhead(s, at);
        if (first.Year is null && first.Month > 0 && second.Year is { } year) first = first with { Year = first.Month > second.Month && second.Month > 0 ? year - 1 : year };
        else if (first.Year is null && first.Part > 0 && second is { Year: not null, Part: > 0 }) first = first with { Year = second.Year };
        var isAheadOfBoth = ahead && first.Year is null && first.Month > 0 && second is { Year: null, Month: > 0 };
        if (isAheadOfBoth && Resolver.Resolve(second, s.Reference, ahead) is { Latest: { } last }) first = first with { Year = first.Month > second.Month ? last.Year - 1 : last.Year };
        if (Resolver.Resolve(first, s.Reference, ahead) is not { } from) return null;
        if (second.Year is null && second.Month > 0 && from.Earliest is { } start) second = second with { Year = second.Month < first.Month ? start.Year + 1 : start.Year };
        if (Resolver.Resolve(second, s.Reference, ahead) is not { } to) return null;
        var when = isChoice ? When.OneOf(from, to) : When.Between(FirstDay(from), LastDay(to));
        return when is null ? null : Make(s, floor, isChoice ? at : IntervalStart(s, at, floor), at, second.End, second.End, when);
    }

    private static When FirstDay(When when) => when is { IsDate: false, Earliest: { } first } ? When.Day(first) : when;

    private static When LastDay(When when) => when is { IsDate: false, Latest: { } last } ? When.Day(last) : when;

    /// <summary>The end of an interval: a date, "now", or in "to date" the reference.</summary>
    private static bool TrySecond(in ValueTokens s, int at, out DatePoint point)
    {
        if (s.Is(at, "current") && s.Is(at + 1, "date"))
        {
            point = DatePoint.Known(s.Reference, at + 2);
            return true;
        }

        if (s.Is(at, "now") || (s.Is(at, "date") && s.IsAny(at - 1, "to", "till", "until")))
        {
            point = DatePoint.Known(s.Reference, at + 1);
            return true;
        }

        return DatePoints.TryRead(s, at, out point) && !point.IsImpossible;
    }

    /// <summary>2024/25, 2023–24.</summary>
    private static Value? ShortYears(in ValueTokens s, int at, DatePoint first, int floor)
    {
        var next = first.End + 1;
        if (first is not { Year: { } year, Month: 0, Part: 0, IsDecade: false } || !(s[first.End] is "/" || s.IsDash(first.End)) || !s.IsGlued(first.End) || !s.IsGlued(next)) return null;
        if (!s.IsNumber(next) || s[next].Length != 2 || Numbers.Parse(s[next]) is not { } two || two <= year % 100 || two > (year % 100) + 10) return null;
        return Make(s, floor, at, at, next + 1, next + 1, When.Between(When.Year(year), When.Year((year / 100 * 100) + (int)two)));
    }

    private static bool IsConnector(in ValueTokens s, int first, int at, int floor) =>
        (s.IsDash(at) && (s.IsGlued(at) == s.IsGlued(at + 1) && (s.IsGlued(at) || s[at] is not "—"))) || s[at] is "~" || s.IsAny(at, "to", "until", "till", "through") ||
        (s[at] is "/" && (s.Lexeme(at + 1).Month > 0 || s.IsAny(at + 1, "early", "mid", "late") || DatePoints.IsYear(s, at + 1))) || (s.Is(at, "and") && IsBetween(s, first, floor));

    private static bool IsBetween(in ValueTokens s, int first, int floor) =>
        (first - 1 >= floor && s.Is(first - 1, "between")) || (first - 2 >= floor && s.Is(first - 1, "the") && s.Is(first - 2, "between"));

    private static int IntervalStart(in ValueTokens s, int at, int floor)
    {
        var before = s.Is(at - 1, "the") ? at - 2 : at - 1;
        return before >= floor && s.IsAny(before, "from", "between") ? before : at;
    }

    private static (int Start, Bound Bound) BoundBefore(in ValueTokens s, int at, int floor)
    {
        if (s[at - 1] is "~" or "≈" && at - 1 >= floor) return (at - 1, Bound.About);
        var last = at - 1;
        while (last > floor && (s.IsAny(last, "the", "year", "of", "in", "sometime") && !s.Is(last - 1, "ahead"))) last--;
        foreach (var (words, bound) in Phrases)
        {
            if (!s.Ends(last, floor, words)) continue;
            if (bound == Bound.About && s.IsAny(last - 1, "how", "what")) break;
            var start = last - words.Length + 1;
            if (bound == Bound.Until && s.Is(start - 1, "not") && start - 1 >= floor) return (start - 1, Bound.From);
            if (bound is Bound.Before or Bound.Until && !s.IsDiary && IsNegated(s, start, floor)) return (start, Bound.From);
            return (start, bound);
        }

        return (at, Bound.None);
    }

    /// <summary>"not expected to start before 2026", "will hardly be reached until May": what is no earlier than a day is from that day on.</summary>
    private static bool IsNegated(in ValueTokens s, int at, int floor)
    {
        for (var back = at - 1; back >= Math.Max(floor, at - MostNegated) && !(s[back] is "," or ";" or "." or ":" or "("); back--)
        {
            if (s.IsAny(back, "not", "never", "hardly", "scarcely", "barely", "nobody", "unlikely", "n't", "n’t", "neither")) return true;
        }

        return false;
    }

    /// <summary>So many words may stand between a negation and the bound that it turns round.</summary>
    private const int MostNegated = 8;

    /// <summary>"at the latest", "at the earliest", "onwards", "or later", "2024+".</summary>
    private static Bound? Behind(in ValueTokens s, ref int end)
    {
        var (bound, length) = s.Is(end, "at") && s.Is(end + 1, "the") && s.Is(end + 2, "latest") ? (Bound.By, 3)
            : s.Is(end, "at") && s.Is(end + 1, "the") && s.Is(end + 2, "earliest") ? (Bound.From, 3)
            : s.IsAny(end, "onwards", "onward") ? (Bound.From, 1)
            : s.IsAny(end, "or", "and") && s.IsAny(end + 1, "later", "beyond", "greater") ? (Bound.From, 2)
            : s.Is(end, "or") && s.IsAny(end + 1, "earlier", "sooner") ? (Bound.By, 2)
            : s[end] is "+" && s.IsGlued(end) ? (Bound.From, 1)
            : (Bound.None, 0);
        end += length;
        return length == 0 ? null : bound;
    }

    /// <summary>"By the end of 2025" is its last part, as "at the end of 2025" is; "before the end of June" is by June.</summary>
    private static When? Apply(Bound bound, When? when, bool isEnd) => (bound, when) switch
    {
        (_, null) => null,
        (Bound.By, _) => isEnd ? when : When.By(when),
        (Bound.Before, { Earliest: { Year: > 1 } first }) => isEnd ? when : When.By(Same(when, first.AddDays(-1))),
        (Bound.From, _) => When.From(when),
        (Bound.After, { Latest: { Year: < 9999 } last }) => When.From(Same(when, last.AddDays(1))),
        (Bound.Until, _) => When.Until(when),
        (Bound.About, _) => When.Approximately(when),
        _ => when,
    };

    /// <summary>The day as exact as the time was: a year, a month or a day.</summary>
    private static When Same(When when, DateOnly day) => when.Edtf.Length switch
    {
        4 => When.Year(day.Year),
        7 => When.Month(day.Year, day.Month),
        _ => When.Day(day),
    };

    /// <summary>A date without a year lies in the future here: the caller says so, or a word shortly before.</summary>
    public static bool IsAhead(in ValueTokens s, int at)
    {
        if (s.Future) return true;
        for (var before = at - 1; before >= 0 && before > at - 16 && s[before] is not (";" or ":" or "—"); before--)
        {
            // "…, it announced on Friday": whatever was announced, that was said before.
            if (s.IsAny(before, "announced", "said", "confirmed", "reported", "told", "revealed", "declared") && !s.IsAny(before - 1, "be", "been")) return false;
            if (AheadLookup.Contains(s[before]) || (s.Is(before, "to") && s.IsAny(before + 1, "be", "start", "begin", "open", "go", "take"))) return true;
        }

        return false;
    }
}
