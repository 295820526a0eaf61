namespace Gigatrace.Documents;

/// <summary>From one day to another, or from one hour to another: when something takes place, not when a page was published.</summary>
internal static class EventDate
{
    public static bool Is(ReadOnlySpan<char> words, DateOrder order)
    {
        if (HeaderDate.Find(words, 0, order, shortYears: true) is not { } date) return false;
        var rest = words[date.End..].TrimStart();
        var dash = rest.StartsWith("-") || rest.StartsWith("–") || rest.StartsWith("—") || rest.StartsWith("bis ") || rest.StartsWith("to ") || rest.StartsWith("until ");
        if (IsHours(rest)) return true;
        if (dash && HeaderDate.Find(rest, 0, order, shortYears: true) is { Start: < 12 }) return true;
        return words[..date.Start].TrimEnd() is [.. var before, '-' or '–'] && before.TrimEnd() is [.., >= '0' and <= '9'];
    }

    /// <summary><c>15:00 – 17:00</c> somewhere in these words.</summary>
    private static bool IsHours(ReadOnlySpan<char> words)
    {
        var dash = words.IndexOfAny('–', '-', '—');
        return dash > 0 && words[..dash].TrimEnd() is [.., ':' or '.', var tens, var ones] && char.IsAsciiDigit(tens) && char.IsAsciiDigit(ones) && words[(dash + 1)..].TrimStart() is [var next, ..] && char.IsAsciiDigit(next);
    }
}
