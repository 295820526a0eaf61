using System.Globalization;
using Gigatrace.Claims;

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

/// <summary>What was recorded since a watermark.</summary>
/// <param name="UpTo">The watermark that goes with it: from there on is what comes next.</param>
/// <param name="Paths">Where another reading counts than before, or none any more; each path once, in order.</param>
/// <param name="Judgements">Made or taken back since, as they are now.</param>
public sealed record Recorded(Watermark UpTo, IReadOnlyList<PathChange> Paths, IReadOnlyList<Judgement> Judgements);

/// <param name="Before">What counted under the path; null where nothing did.</param>
/// <param name="After">What counts now; null where the document was taken back.</param>
public sealed record PathChange(string Path, CountedReading? Before, CountedReading? After);

/// <summary>A reading that counts, or counted.</summary>
/// <param name="FirstRecorded">The day (UTC) its document was first recorded.</param>
/// <param name="Claims">In the order in which they were recorded.</param>
public sealed record CountedReading(long Row, Signed Document, DateOnly FirstRecorded, IReadOnlyList<Claim> Claims);
