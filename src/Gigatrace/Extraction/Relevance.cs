using System.Buffers;

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

    public static bool SpeaksOfBatteries(ReadOnlySpan<char> text) => text.ContainsAny(Words);
}
