using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>A claim with what the ledger knows of its document.</summary>
/// <param name="Known">The first day on which it counts: publication, or recording where the document has no date.</param>
/// <param name="Recorded">The day its document was recorded; null where nothing says so.</param>
/// <param name="Original">What its document is a copy of; null where it is none.</param>
internal sealed record KnownClaim(Claim Claim, DateOnly Known, DateOnly? Recorded, Signed? Original)
{
    public static KnownClaim Of(Claim claim, IReadOnlyDictionary<string, DateOnly>? recorded, IReadOnlyDictionary<string, Signed>? copies)
    {
        DateOnly? day = recorded is not null && recorded.TryGetValue(claim.DocumentId, out var known) ? known : null;
        return new KnownClaim(claim, Entry.KnownOn(claim, day) ?? DateOnly.MinValue, day, copies?.GetValueOrDefault(claim.DocumentId));
    }

    /// <summary>
    /// The name under which it is settled: its subject's. A partnership has no direction: it is settled under the first of both names by the
    /// alphabet, by their common names where the lexicon knows them. What a register says stays with its own subject, so that its next word meets it there.
    /// </summary>
    public static string Home(Claim claim, NameTable table) => Home(claim.Subject, claim.Predicate, claim.Object, claim.SourceKind == SourceKind.Register, table);

    /// <param name="other">The claim's other side.</param>
    /// <param name="register">A register says it.</param>
    public static string Home(string subject, string predicate, string? other, bool register, NameTable table)
    {
        if (predicate is not "partnership" || register || other is not { Length: > 0 }) return subject;
        return string.CompareOrdinal(table.Find(other) ?? other, table.Find(subject) ?? subject) < 0 ? other : subject;
    }
}
