using System.Buffers;
using System.Text;

namespace Gigatrace.Extraction;

/// <summary>
/// Whether a text speaks of this field at all: one vectorised look for a handful of words, so that a stream of other news
/// costs little and "ten workers" of a warehouse are not taken for a battery plant's. No word, no claim.
/// </summary>
internal static class Relevance
{
    /// <summary>Beginnings of words, any case. Kept few: the search slows down with their number.</summary>
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["batter", "gigafactor", "gwh", "gigawatt", "lithium", " cells", " cell ", "accumulator"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Of the bytes that are looked at together, the last ones are looked at again with the next: no word is longer.</summary>
    private const int Stretch = 16 * 1024, Overlap = 16;

    public static bool SpeaksOfBatteries(ReadOnlySpan<char> text) => text.ContainsAny(Words);

    /// <summary>The same of a text in UTF-8 (or any code page that holds ASCII) that is not decoded yet: the words are all ASCII.</summary>
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
