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
        var words = HeadWords.Default;
        var (said, best) = (DateSaid.Nothing, (End: -1, Length: 0));
        foreach (var (labels, kind) in (ReadOnlySpan<(string[], DateSaid)>)[(words.Published, DateSaid.Published), (words.Updated, DateSaid.Updated), (words.Dated, DateSaid.Dated), (words.Other, DateSaid.Other)])
        {
            foreach (var label in labels)
            {
                var at = LastWord(before, label);
                if (at < 0 || (at + label.Length, label.Length).CompareTo(best) <= 0 || Letters(before[(at + label.Length)..]) > MostLettersBetween) continue;
                (said, best) = (kind, (at + label.Length, label.Length));
            }
        }

        return said;
    }

    private static int LastWord(ReadOnlySpan<char> text, string word)
    {
        for (var end = text.Length; ;)
        {
            var at = text[..end].LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0) return -1;
            var next = at + word.Length;
            if (word[0] > '\u2E80' || ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (next == text.Length || !char.IsLetterOrDigit(text[next])))) return at;
            end = next - 1;
        }
    }

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
