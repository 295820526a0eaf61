using System.Globalization;

namespace Gigatrace.Ledger.Storage;

/// <summary>How far the rows of a ledger go: the highest number of each table that is added to.</summary>
internal readonly record struct Watermark(long Reading, long Retraction, long Judgement, long Withdrawal)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reading} {Retraction} {Judgement} {Withdrawal}");

    /// <summary>Null for what is no watermark.</summary>
    public static Watermark? Parse(string? text) =>
        text?.Split(' ').Select(word => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1).ToArray() is [>= 0 and var reading, >= 0 and var retraction, >= 0 and var judgement, >= 0 and var withdrawal]
            ? new Watermark(reading, retraction, judgement, withdrawal) : null;
}

/// <summary>A path of which other claims count than before.</summary>
/// <param name="Before">The reading whose claims counted; null where none did.</param>
/// <param name="Now">The reading whose claims count, and its document; null where none does.</param>
internal sealed record ChangedReading(long? Before, (long Reading, long Document)? Now);
