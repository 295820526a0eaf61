using System.Globalization;
using Gigatrace.Publishing;

namespace Gigatrace.App;

/// <summary>An instant at which a ledger is asked for what it held.</summary>
/// <param name="At">Whatever was recorded then or before counts.</param>
/// <param name="Typed">A day or an instant, as it is said to people.</param>
internal sealed record Instant(DateTimeOffset At, string Typed)
{
    private static readonly string[] Forms = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>In UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);

    /// <summary>Null for what is neither. A day, month or year stands for its end; an instant without a zone is one of UTC.</summary>
    public static Instant? Parse(string typed)
    {
        if (AskOptions.Day(typed) is { } day) return new Instant(new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero), Phrases.Day(day));
        return DateTimeOffset.TryParseExact(typed, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? new Instant(at, typed) : null;
    }

    /// <summary>The report says that it is of then.</summary>
    public Report Said(Report report)
    {
        var said = $"as this ledger held it on {Typed}";
        return report with { Title = report.Title is null ? said : $"{report.Title}, {said}" };
    }
}
