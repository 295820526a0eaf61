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
    internal const int MostCompared = 32;

    /// <summary>Texts with more prints than this are looked up by some of them only.</summary>
    private const int MostKeys = 64;

    /// <summary>
    /// By the copy's id, its original: of the earlier texts the one it is most like, and what that one is a copy of; dated ones go before undated ones. A pure function of the set: the order of
    /// <paramref name="documents"/> does not matter, and what was published later changes nothing about earlier texts.
    /// </summary>
    public static IReadOnlyDictionary<string, Signed> Find(IEnumerable<Signed> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var found = Look(documents);
        var originals = new Dictionary<string, Signed>(StringComparer.Ordinal);
        foreach (var one in found.Ordered)
        {
            if (found.Likes.TryGetValue(one.Id, out var like)) originals[one.Id] = originals.GetValueOrDefault(like.Id, like);
        }

        return originals;
    }

    /// <summary>What every document is a copy of, and by what they are looked up.</summary>
    internal static CopyIndex Look(IEnumerable<Signed> documents)
    {
        var ordered = documents.Order(Earlier).ToArray();
        var likes = new Dictionary<string, Signed>(StringComparer.Ordinal);
        var holding = new Dictionary<long, List<int>>();
        var hits = new int[ordered.Length];
        var touched = new List<int>();
        for (var at = 0; at < ordered.Length; at++)
        {
            var one = ordered[at];
            foreach (var key in KeysOf(one.Signature))
            {
                ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(holding, key, out _);
                foreach (var other in held ??= new List<int>(1))
                {
                    if (hits[other]++ == 0) touched.Add(other);
                }

                if (held.Count < MostCompared) held.Add(at);
            }

            touched.Sort();
            if (MostAlike(one, touched.Where(other => MayBeAlike(hits[other], one.Signature.Prints.Length, ordered[other].Signature.Prints.Length)).Select(other => ordered[other])) is { } like) likes[one.Id] = like;
            foreach (var other in touched) hits[other] = 0;
            touched.Clear();
        }

        return new CopyIndex(ordered, likes, holding);
    }

    /// <summary>The order in which texts are looked at: by day, path and id.</summary>
    internal static Comparer<Signed> Earlier { get; } = Comparer<Signed>.Create((a, b) =>
    {
        var days = (a.Published?.Latest ?? DateOnly.MaxValue).CompareTo(b.Published?.Latest ?? DateOnly.MaxValue);
        if (days != 0) return days;
        var paths = string.CompareOrdinal(a.Path, b.Path);
        return paths != 0 ? paths : string.CompareOrdinal(a.Id, b.Id);
    });

    /// <summary>By what a text is looked up: all prints of a short one, a quarter of those of a longer one; none of one that says too little.</summary>
    internal static IEnumerable<long> KeysOf(Signature signature) => signature.Prints.Length < Least ? []
        : signature.Prints.Where(print => signature.Prints.Length <= MostKeys || print.Words % 8 == 0).Select(print => ((long)print.Words << 16) | print.Figures);

    /// <summary>The earliest of those that share most with it; null where none shares enough.</summary>
    internal static Signed? MostAlike(Signed one, IEnumerable<Signed> earlier)
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

    /// <summary>A first look by what is counted anyway: the keys that both have, some of which may not have been compared.</summary>
    /// <param name="one">How many prints the one has.</param>
    /// <param name="other">How many prints the other has.</param>
    internal static bool MayBeAlike(int hits, int one, int other) => hits >= 0.3 * Math.Min(one, other) * (Math.Max(one, other) <= MostKeys ? 1 : 0.125);
}

/// <summary>What every document is a copy of, and by what they are looked up.</summary>
/// <param name="Ordered">All documents, as they are looked at.</param>
/// <param name="Likes">By the copy's id, what it is most like; that may be a copy itself.</param>
/// <param name="Holders">By key, the first documents that have it, as places in <paramref name="Ordered"/>; <see cref="Copies.MostCompared"/> at the most.</param>
internal sealed record CopyIndex(IReadOnlyList<Signed> Ordered, IReadOnlyDictionary<string, Signed> Likes, IReadOnlyDictionary<long, List<int>> Holders);
