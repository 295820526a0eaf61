using System.Runtime.InteropServices;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Ledger;

/// <summary>A document as far as copies are told by it.</summary>
public sealed record Signed(string Id, string Path, string? Publisher, When? Published, Signature Signature);

/// <summary>
/// Which documents are the same text again: syndicated, with another headline, edited a little, or quoted at length. A copy is kept and its
/// claims are recorded, but it speaks with the voice of its original, so that both count as one source.
/// </summary>
public static class Copies
{
    /// <summary>So much of the shorter text stands in the other one.</summary>
    private const double Shared = 0.6;

    /// <summary>Of the figures that stand among the same words so many are the same; else it is one form filled in twice.</summary>
    private const double SameFigures = 0.8;

    /// <summary>Below (some thirty words) a text says too little to be known again.</summary>
    private const int Least = 12;

    /// <summary>Of texts that share a stretch, so many of the earliest are compared: what a thousand papers print is found by any of them.</summary>
    private const int MostCompared = 32;

    /// <summary>
    /// By the copy's id, its original: of the earlier texts the one it is most like, and what that one is a copy of; dated ones go before undated ones. A pure function of the set: the order of
    /// <paramref name="documents"/> does not matter, and what was published later changes nothing about earlier texts.
    /// </summary>
    public static IReadOnlyDictionary<string, Signed> Find(IEnumerable<Signed> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var ordered = documents.OrderBy(one => one.Published?.Latest ?? DateOnly.MaxValue).ThenBy(one => one.Path, StringComparer.Ordinal).ThenBy(one => one.Id, StringComparer.Ordinal).ToArray();
        var originals = new Dictionary<string, Signed>(StringComparer.Ordinal);
        var holding = new Dictionary<Fingerprint, List<int>>();
        var hits = new int[ordered.Length];
        var touched = new List<int>();
        for (var at = 0; at < ordered.Length; at++)
        {
            var one = ordered[at];
            if (one.Signature.Prints.Length < Least) continue;
            foreach (var print in one.Signature.Prints)
            {
                ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(holding, print, out _);
                foreach (var other in held ??= new List<int>(1))
                {
                    if (hits[other]++ == 0) touched.Add(other);
                }

                if (held.Count < MostCompared) held.Add(at);
            }

            touched.Sort();
            if (MostAlike(one, touched.Where(other => MayBeAlike(hits[other], one, ordered[other])).Select(other => ordered[other])) is { } like) originals[one.Id] = originals.GetValueOrDefault(like.Id, like);
            foreach (var other in touched) hits[other] = 0;
            touched.Clear();
        }

        return originals;
    }

    /// <summary>The earliest of those that share most with it; null where none shares enough.</summary>
    private static Signed? MostAlike(Signed one, IEnumerable<Signed> earlier)
    {
        var (found, most) = ((Signed?)null, 0.0);
        foreach (var other in earlier)
        {
            if (Likeness(one.Signature, other.Signature) is { } share && share > most) (found, most) = (other, share);
        }

        return found;
    }

    /// <summary>How much of the shorter of two texts stands in the other, figures and all; null where it is too little for a copy.</summary>
    public static double? Likeness(Signature one, Signature other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (shorter, longer) = one.Prints.Length <= other.Prints.Length ? (one.Prints, other.Prints) : (other.Prints, one.Prints);
        if (shorter.Length < Least) return null;
        var (shared, figures, same) = (0, 0, 0);
        for (int at = 0, first = 0; at < shorter.Length; at++)
        {
            while (first < longer.Length && longer[first].Words < shorter[at].Words) first++;
            if (first == longer.Length) break;
            if (longer[first].Words != shorter[at].Words) continue;
            shared++;
            if (shorter[at].Figures == 0) continue;
            figures++;
            for (var twin = first; twin < longer.Length && longer[twin].Words == shorter[at].Words; twin++)
            {
                if (longer[twin].Figures != shorter[at].Figures) continue;
                same++;
                break;
            }
        }

        return shared >= Shared * shorter.Length && same >= SameFigures * figures ? (double)shared / shorter.Length : null;
    }

    /// <summary>A first look by what is counted anyway: stretches that are the same with their figures, some of which may not have been compared.</summary>
    private static bool MayBeAlike(int hits, Signed one, Signed other) => hits >= 0.3 * Math.Min(one.Signature.Prints.Length, other.Signature.Prints.Length);
}
