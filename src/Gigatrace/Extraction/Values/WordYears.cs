namespace Gigatrace.Extraction.Values;

/// <summary>Years as they are spoken: nineteen ninety-six · seventeen hundred thirty-three · two thousand and five · twenty twenty-five.</summary>
internal static class WordYears
{
    public static bool TryRead(in ValueTokens s, int at, out int year, out int end)
    {
        (year, end) = (0, at);
        var first = s.Lexeme(at).Cardinal;
        if (first == 2 && s.Is(at + 1, "thousand"))
        {
            var rest = s.Skip(at + 2, "and");
            year = 2000 + (TryBelowHundred(s, rest, out var behind, out end) ? behind : 0);
            if (year == 2000) end = at + 2;
            return !s.IsHyphen(end);
        }

        if (first is not (>= 16 and <= 20)) return false;
        var isHundred = s.Is(at + 1, "hundred");
        var next = isHundred ? s.Skip(at + 2, "and") : at + 1;
        if (!TryBelowHundred(s, next, out var below, out end) || (below < 10 && !isHundred)) return false;
        year = (first * 100) + below;
        return true;
    }

    /// <summary>Where no date stands before it: a year with its century said, or in a diary any behind a preposition, and nothing it could count.</summary>
    public static bool TryAlone(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (s.Lexeme(at).Cardinal is not (2 or >= 16 and <= 20) || !s.IsAny(at - 1, "in", "by", "since", "until", "before", "after", "from") || !TryRead(s, at, out var year, out var end)) return false;
        if ((year >= 2000 && !s.IsDiary) || s.Lexeme(end) is not { Unit: null, Scale: 0, Period: Period.None, Cardinal: 0 }) return false;
        point = new DatePoint(end) { Year = year };
        return true;
    }

    /// <summary>Six, sixteen, ninety, ninety-six.</summary>
    public static bool TryBelowHundred(in ValueTokens s, int at, out int number, out int end)
    {
        (number, end) = (s.Lexeme(at).Cardinal, at + 1);
        if (number < 20 || s.Lexeme(s.SkipHyphen(end)).Cardinal is not (> 0 and < 10 and var ones)) return number > 0;
        (number, end) = (number + ones, s.SkipHyphen(end) + 1);
        return true;
    }
}
