using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Gigatrace.Extraction;

/// <summary>
/// Whether a text speaks of this field at all: one vectorised look for a handful of words, so that a stream of other news
/// costs little and "ten workers" of a warehouse are not taken for a battery plant's. No word, no claim.
/// </summary>
internal static partial class Relevance
{
    /// <summary>"operator: AESC" at the head of a note: who is named there; null where nobody is.</summary>
    public static string? Maker(string note)
    {
        var end = note.StartsWith("---", StringComparison.Ordinal) ? note.IndexOf("\n---", StringComparison.Ordinal) : -1;
        return end > 0 && Operator().Match(note, 0, end) is { Success: true } match ? match.Groups["name"].Value.Trim() : null;
    }

    [GeneratedRegex(@"^(operator|company|maker|manufacturer|run by): *[""']?(\[\[)?(?<name>[^\]""'|\r\n]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Operator();

    /// <summary>Beginnings of words, any case, and who counts the field's figures. Kept few: the search slows down with their number.</summary>
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["batter", "gigafactor", "gwh", "gigawatt", "lithium", " cells", " cell ", "accumulator", "sne research"], StringComparison.OrdinalIgnoreCase);

    /// <summary>A text about the field says so at least once in so many characters, or <see cref="Often"/> times in all.</summary>
    private const int Once = 2000, Often = 3;

    /// <summary>Of the bytes that are looked at together, the last ones are looked at again with the next: no word is longer.</summary>
    private const int Stretch = 16 * 1024, Overlap = 16;

    public static bool SpeaksOfBatteries(ReadOnlySpan<char> text) => text.ContainsAny(Words);

    /// <summary>Whether a text is about the field: one electric van in a long page of town news, or a "battered" trade, does not make it so.</summary>
    /// <param name="text">What is read for claims.</param>
    /// <param name="title">Its title, which need not stand in it; null where it has none.</param>
    public static bool IsOfTheField(string text, string? title)
    {
        var needed = Math.Min(Often, 1 + (text.Length / Once));
        return Weight(text, needed) + Weight(title, needed) >= needed;
    }

    /// <summary>How much a text says of the field; once it is enough, the rest does not count.</summary>
    private static int Weight(string? text, int enough)
    {
        var weight = 0;
        for (int at = 0, next; weight < enough && (next = text.AsSpan(at).IndexOfAny(Words)) >= 0; at += next + 1)
        {
            weight += Weight(text.AsSpan(at + next));
        }

        return weight;
    }

    /// <summary>2 for a word of the field alone, 1 for one that other fields have too, 0 for another word with the same beginning.</summary>
    private static int Weight(ReadOnlySpan<char> word)
    {
        if (word.StartsWith("g", StringComparison.OrdinalIgnoreCase) || word.StartsWith("sne", StringComparison.OrdinalIgnoreCase)) return 2;
        if (!word.StartsWith("batter", StringComparison.OrdinalIgnoreCase)) return 1;
        return word.Length > 6 && word[6] is 'y' or 'Y' or 'i' or 'I' ? 1 : 0;
    }

    /// <summary>Whether a text in UTF-8 (or any code page that holds ASCII) that is not decoded yet has one of the words: they are all ASCII.</summary>
    public static bool SpeaksOfBatteries(ReadOnlySpan<byte> text)
    {
        var chars = ArrayPool<char>.Shared.Rent(Stretch);
        try
        {
            for (var at = 0; at < text.Length; at += Stretch - Overlap)
            {
                var length = Encoding.Latin1.GetChars(text.Slice(at, Math.Min(Stretch, text.Length - at)), chars);
                if (SpeaksOfBatteries(chars.AsSpan(0, length))) return true;
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }
}
