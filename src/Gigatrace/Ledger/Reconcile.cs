using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>Claims and judgements in, what we hold out.</summary>
public static class Reconcile
{
    /// <summary>
    /// What holds on a day. A pure function of its arguments: the order of claims and judgements does not matter.
    /// Judgements correct how the claims were read and grouped, so they count whatever the day.
    /// </summary>
    /// <param name="asOf">Only what was known on that day counts; null for everything.</param>
    /// <param name="recorded">By document id, the day it was recorded: from when a document without a date is known. One that is missing is always known.</param>
    public static State Run(
        IReadOnlyList<Claim> claims,
        IReadOnlyList<Judgement> judgements,
        DateOnly? asOf = null,
        IReadOnlyDictionary<string, DateOnly>? recorded = null) => throw new NotSupportedException();
}
