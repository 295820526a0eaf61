namespace Gigatrace.Ledger;

public enum Verdict
{
    /// <summary>Two names mean one entity.</summary>
    Same,

    /// <summary>Two names mean two entities.</summary>
    NotSame,

    /// <summary>Nobody can say yet; keeps the pair out of the queue.</summary>
    Undecided,

    /// <summary>Of the claims on its topic, this one holds.</summary>
    Prefer,

    /// <summary>This claim does not count.</summary>
    Reject,
}

/// <summary>A person decided. Appended, never changed; taken back by a later row that withdraws it.</summary>
/// <param name="First">A name, or a claim's id.</param>
/// <param name="Second">The other name; null for a claim.</param>
/// <param name="Withdrawn">A later row took it back.</param>
public sealed record Judgement(string Id, Verdict Verdict, string First, string? Second, string Reason, string By, DateTimeOffset Recorded, bool Withdrawn = false);

/// <summary>The words for verdicts, as they are typed and printed.</summary>
public static class Verdicts
{
    private static readonly string[] Names = ["same", "not-same", "undecided", "prefer", "reject"];

    public static string Name(this Verdict verdict) => Names[(int)verdict];

    public static Verdict? Find(string? name) => Array.IndexOf(Names, name) is >= 0 and var at ? (Verdict)at : null;
}
