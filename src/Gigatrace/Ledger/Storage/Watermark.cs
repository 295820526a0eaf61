using System.Globalization;

namespace Gigatrace.Ledger.Storage;

/// <summary>Up to where a ledger goes: the highest row numbers. Whatever is recorded later has higher ones.</summary>
public readonly record struct Watermark(long Readings, long Retractions, long Judgements, long Withdrawals)
{
    /// <summary>Four numbers, with points between them: what <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Readings}.{Retractions}.{Judgements}.{Withdrawals}");

    /// <summary>Null where it is none.</summary>
    public static Watermark? Parse(string? text)
    {
        if (text?.Split('.') is not { Length: 4 } parts) return null;
        var numbers = Array.ConvertAll(parts, part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1);
        return Array.TrueForAll(numbers, number => number >= 0) ? new Watermark(numbers[0], numbers[1], numbers[2], numbers[3]) : null;
    }
}

/// <summary>A path of which other claims count than before.</summary>
/// <param name="Before">The reading whose claims counted; null where none did.</param>
/// <param name="Now">The reading whose claims count, and its document; null where none does.</param>
internal sealed record ChangedReading(long? Before, (long Reading, long Document)? Now);
