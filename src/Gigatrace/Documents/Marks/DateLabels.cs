namespace Gigatrace.Documents;

/// <summary>What the words before a date say that it is.</summary>
internal enum DateSaid { Nothing, Published, Dated, Updated, Other }

/// <summary>Labels before a date: "Posted on", "Stand:", "Last edited".</summary>
internal static class DateLabels
{
    private const int Reach = 60;

    /// <summary>Between label and date stand a weekday, a place or a small word, no more.</summary>
    private const int MostLettersBetween = 12;

    /// <summary>The label that stands nearest before a date, where one does.</summary>
    /// <param name="before">The words before the date; only their end counts.</param>
    public static DateSaid Of(ReadOnlySpan<char> before)
    {
        if (before.Length > Reach) before = before[^Reach..];
        var (said, best) = (DateSaid.Nothing, (End: -1, Length: 0));
        for (var at = 0; at < before.Length; at++)
        {
            if (at > 0 && char.IsLetterOrDigit(before[at - 1]) && before[at] <= '\u2E80') continue;
            foreach (var (label, kind) in HeadWords.Default.DateLabels[char.ToLowerInvariant(before[at])])
            {
                var end = at + label.Length;
                if ((end, label.Length).CompareTo(best) <= 0 || !before[at..].StartsWith(label, StringComparison.OrdinalIgnoreCase)) continue;
                if ((end < before.Length && char.IsLetterOrDigit(before[end]) && label[0] <= '\u2E80') || Letters(before[end..]) > MostLettersBetween) continue;
                (said, best) = (kind, (end, label.Length));
            }
        }

        return said;
    }

    /// <summary>How much a line says besides its date, which stands at [start, end).</summary>
    public static int LettersAround(ReadOnlySpan<char> line, int start, int end) => Letters(line[..start]) + Letters(line[end..]);

    private static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var letter in text)
        {
            if (char.IsLetter(letter)) letters++;
        }

        return letters;
    }
}
