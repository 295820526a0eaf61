namespace Gigatrace.Extraction.Values;

/// <summary>Times of day: 4:17 p.m. · 14:30 · 7 a.m. Read so that their numbers are taken for nothing else.</summary>
internal static class Times
{
    public static Value? TryRead(in ValueTokens s, int at)
    {
        if (!s.IsNumber(at) || s[at].Length > 2) return null;
        var end = at + 1;
        while (s[end] is ":" && s.IsGlued(end) && s.IsGlued(end + 1) && s.IsNumber(end + 1) && s[end + 1].Length == 2) end += 2;
        var hasMinutes = end > at + 1;
        if (s.IsAny(end, "am", "pm")) end++;
        else if (s.IsAny(end, "a", "p") && s[end + 1] is "." && s.Is(end + 2, "m")) end = s[end + 3] is "." ? end + 4 : end + 3;
        else if (!hasMinutes || Numbers.Parse(s[at]) > 24 || Numbers.Parse(s[at + 2]) > 59) return null;
        return new Value(ValueKind.Measure, new(at, end), s.Span(at, end), 0, 0) { Unit = "time" };
    }
}
