namespace Gigatrace.Claims;

/// <summary>The time of day behind a date: checked, and left out of the days.</summary>
internal static class EdtfTime
{
    /// <summary><c>T23:20:30</c>, and perhaps <c>Z</c> or an offset of hours or hours and minutes.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length < 9 || text[0] != 'T' || text[3] != ':' || text[6] != ':') return false;
        if (!IsUpTo(text[1..3], 23) || !IsUpTo(text[4..6], 59) || !IsUpTo(text[7..9], 59)) return false;
        var zone = text[9..];
        if (zone.IsEmpty || zone is "Z") return true;
        if (zone[0] is not ('+' or '-') || zone.Length is not (3 or 6) || !IsUpTo(zone[1..3], 23)) return false;
        return zone.Length == 3 || (zone[3] == ':' && IsUpTo(zone[4..], 59));
    }

    private static bool IsUpTo(ReadOnlySpan<char> pair, int limit) =>
        char.IsAsciiDigit(pair[0]) && char.IsAsciiDigit(pair[1]) && ((pair[0] - '0') * 10) + pair[1] - '0' <= limit;
}
