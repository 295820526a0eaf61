using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>Dates that hang on the one told before them: "that August", "the following June", "the same day", "a month later", "in 2016, in August".</summary>
internal sealed class ToldDates
{
    /// <summary>The date last told; null where none was, or none so exact.</summary>
    private When? _last;

    private int _story = -1;

    /// <summary>Puts the dates of a sentence that hang on another in place of what was read there.</summary>
    public void Read(Sentence sentence)
    {
        if (sentence.Passage.Story != _story) (_story, _last) = (sentence.Passage.Story, null);
        var next = 0;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            while (next < sentence.Values.Count && sentence.Values[next].Tokens.End <= at) next++;
            var here = next < sentence.Values.Count && sentence.Values[next].Tokens.First == at ? sentence.Values[next] : null;
            if (here is null && next < sentence.Values.Count && sentence.Values[next].Tokens.First < at) continue;
            if ((here is not null || MayBegin(sentence.Written(at)[0])) && Told(sentence, at, next) is { When: { } when } told)
            {
                Put(sentence, told, next);
                (_last, at) = (when, told.Tokens.End - 1);
            }
            else if (here is { Kind: ValueKind.Date, When: { IsDate: true, Earliest: { } first, Latest: { } last } } date && last.DayNumber - first.DayNumber <= 366) _last = date.When;
        }
    }

    /// <summary>The first letter of "that", "the", "a" or "one".</summary>
    private static bool MayBegin(char letter) => letter is 't' or 'T' or 'a' or 'A' or 'o' or 'O';

    private static void Put(Sentence sentence, Value told, int next)
    {
        sentence.Values.RemoveAll(value => value.Tokens.First < told.Tokens.End && value.Tokens.End > told.Tokens.First);
        sentence.Values.Insert(next, told);
    }

    private Value? Told(Sentence sentence, int at, int next)
    {
        if (_last is not { Earliest: { } first, Latest: { } }) return null;
        if (YearBefore(sentence, at, next) is { } year) return Dated(sentence, sentence.Values[next].Tokens, MonthOf(sentence.Values[next]) is { } inYear ? When.Month(year, inYear) : null);
        if ((Is(sentence, at, "that") || Is(sentence, at, "the")) && at + 1 < sentence.End)
        {
            var by = Is(sentence, at + 1, "following") || Is(sentence, at + 1, "next") ? 1 : Is(sentence, at + 1, "previous") || Is(sentence, at + 1, "preceding") ? -1 : 0;
            var end = by != 0 || Is(sentence, at + 1, "same") ? at + 2 : at + 1;
            if (end >= sentence.End || end == at + 1 && Is(sentence, at, "the")) return null;
            if (sentence.Values.Skip(next).FirstOrDefault(value => value.Tokens.End == end + 1) is { Kind: ValueKind.Date } named && named.Tokens.First >= at && MonthOf(named) is { } month)
            {
                return Dated(sentence, new TokenRange(at, end + 1), by < 0 ? null : When.Month(first.Year + (by > 0 && month <= first.Month ? 1 : 0), month));
            }

            return PeriodOf(sentence, end) is { } period ? Dated(sentence, new TokenRange(at, end + 1), Resolver.Shift(_last, period, by)) : null;
        }

        return Later(sentence, at, next);
    }

    /// <summary>"a month later", "two years earlier".</summary>
    private Value? Later(Sentence sentence, int at, int next)
    {
        var (count, unit) = Is(sentence, at, "a") || Is(sentence, at, "one") ? (1, at + 1) : next < sentence.Values.Count && sentence.Values[next] is { Kind: ValueKind.Duration } length && length.Tokens.First == at ? (0, length.Tokens.End - 1) : (0, sentence.End);
        if (unit + 1 >= sentence.End || PeriodOf(sentence, unit, several: true) is not { } period || !Is(sentence, unit + 1, "later") && !Is(sentence, unit + 1, "earlier") || Is(sentence, unit + 2, "than")) return null;
        if (count == 0) count = sentence.Values[next] is { IsRange: false } whole ? (int)(whole.Low / Periods.Days(period)) : 0;
        return count == 0 ? null : Dated(sentence, new TokenRange(at, unit + 2), Resolver.Away(_last, period, Is(sentence, unit + 1, "later") ? count : -count));
    }

    /// <summary>"In 2016, in August": the year that a month without one follows.</summary>
    private static int? YearBefore(Sentence sentence, int at, int next)
    {
        if (next == 0 || next >= sentence.Values.Count || sentence.Values[next].Tokens.First != at || sentence.Values[next - 1] is not { Kind: ValueKind.Date, When: { Edtf.Length: 4, Earliest: { } year } } before) return null;
        if (at - before.Tokens.End is not (1 or 2) || MonthOf(sentence.Values[next]) is null) return null;
        return Is(sentence, at - 1, "in") && (at - before.Tokens.End == 1 || sentence.Written(before.Tokens.End) is ",") ? year.Year : null;
    }

    /// <summary>The month that a value names without its year.</summary>
    private static int? MonthOf(Value value) =>
        value is { Kind: ValueKind.Date, When: { Edtf.Length: 7 } when } && value.Tokens.Length <= 2 && int.TryParse(when.Edtf.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture, out var month) && month <= 12 && value.Span.Length <= "September".Length ? month : null;

    private static Period? PeriodOf(Sentence sentence, int at, bool several = false)
    {
        foreach (var (word, period) in Periodic)
        {
            if (Is(sentence, at, word) || several && at < sentence.End && sentence.Written(at).TrimEnd("sS").Equals(word, StringComparison.OrdinalIgnoreCase)) return period;
        }

        return null;
    }

    private static readonly (string Word, Period Period)[] Periodic = [("day", Period.Day), ("week", Period.Week), ("month", Period.Month), ("year", Period.Year)];

    private static bool Is(Sentence sentence, int at, string word) => at < sentence.End && sentence.Written(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static Value? Dated(Sentence sentence, TokenRange tokens, When? when) =>
        when is null ? null : new Value(ValueKind.Date, tokens, sentence.SpanOf(tokens), 0, 0) { When = when };
}
