namespace Gigatrace.App;

/// <summary>The shell's clock, which can be set: what is put back from an exported ledger keeps the moment when it was recorded.</summary>
internal sealed class SetClock(TimeProvider clock) : TimeProvider
{
    /// <summary>Null for the clock's own time.</summary>
    public DateTimeOffset? Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now ?? clock.GetUtcNow();
}
