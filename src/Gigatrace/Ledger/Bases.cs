using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>Which of a plant's capacities a figure is: the first stage or the plain one, the end of expansion, what is added, what is made.</summary>
internal static class Bases
{
    private static readonly string[] First = ["initial", "start with", "starts with", "launch with", "first phase", "first stage", "phase one", "phase 1", "at first", "to begin with", "first step"];
    private static readonly string[] Last = ["expansion", "expand", "extend", "as far as", "scale to", "scaled to", "scaling up to", "upgraded", "eventually", "in the end", "in the long term", "full build-out", "when fully", "could double", "second phase"];
    private static readonly string[] Past = ["had planned", "was planned", "were planned", "originally", "had intended", "once planned", "had announced", "first planned", "previously planned", "had been planned", "previous goal", "previous target", "previous plan", "earlier goal", "earlier target", "earlier plan", "former goal", "former target", "original goal", "original target", "original plan"];

    /// <summary>What the words around a figure and the part it is given for say of it, for a claim that does not say so itself; null where they say nothing.</summary>
    public static string? Of(Claim claim)
    {
        if (claim.IsRow || Predicates.Find(claim.Predicate)?.Topic.Contains("basis") != true) return null;
        if (claim.Part is { } part && IsPhase(part)) return part is "phase 1" ? "initial" : "additional";
        if (claim is { Part: "site", Modality: not Modality.Actual }) return "total";
        if (claim.Predicate is not "capacity") return null;
        return Says(claim.Quote, First) ? "initial" : Says(claim.Quote, Last) && claim.Modality != Modality.Actual ? "ceiling" : null;
    }

    public static bool IsPhase(string part) => part.StartsWith("phase ", StringComparison.Ordinal);

    public static bool SpeaksOfThePast(string quote) => Says(quote, Past);

    /// <summary>
    /// The class of every capacity of one subject: "" for the first stage or the plain figure, ceiling, additional, output.
    /// A total is the ceiling where a smaller first stage is told apart from it; so is a plain plan that repeats a known
    /// ceiling, and the larger of two figures in one document that is for later or less sure, whether the smaller is a plan
    /// or runs already. Of several ceilings in one document the largest is one, the others are steps.
    /// </summary>
    public static IEnumerable<(Entry Entry, string Class)> Classes(IReadOnlyList<Entry> entries)
    {
        var first = entries.Where(entry => entry.Basis is "initial").ToArray();
        var ceilings = entries.Where(entry => entry.Basis is "ceiling" or "total").ToArray();
        var stages = entries.Where(entry => IsStage(entry) && entry.Basis is null or "initial" or "total" && High(entry) is not null).ToLookup(entry => entry.Claim.DocumentId, StringComparer.Ordinal);
        var largest = entries.Where(entry => entry.Basis is "ceiling").GroupBy(entry => entry.Claim.DocumentId).ToDictionary(group => group.Key, group => group.Max(High), StringComparer.Ordinal);
        var lowest = first.Select(High).Min();
        foreach (var entry in entries)
        {
            yield return (entry, entry.Basis switch
            {
                "ceiling" when High(entry) < largest[entry.Claim.DocumentId] => "",
                "ceiling" or "additional" or "output" => entry.Basis,
                "total" when lowest < High(entry) && !HasGrown(entry, first) && !Array.Exists(first, other => Agreement.Alike(other.Claim, entry.Claim)) => "ceiling",
                null when IsPlan(entry) && lowest < High(entry) && Repeats(entry, ceilings, first) => "ceiling",
                null or "total" when IsPlan(entry) && stages[entry.Claim.DocumentId].Any(other => High(other) < Low(entry) && ComesAfter(other, entry)) => "ceiling",
                _ => "",
            });
        }
    }

    private static bool ComesAfter(Entry first, Entry later) =>
        first.Basis is "initial" || later.Basis is "total" || later.Modality > first.Modality || later.Claim.When?.Latest > (first.Claim.When?.Latest ?? DateOnly.MinValue);

    /// <summary>All of it runs, later than the smaller stages did: that is what is installed now.</summary>
    private static bool HasGrown(Entry total, Entry[] first) =>
        total.Modality == Modality.Actual && Array.TrueForAll(first, other => !(High(other) < High(total)) || (other.Modality == Modality.Actual && other.Valid < total.Valid));

    private static bool Repeats(Entry entry, Entry[] ceilings, Entry[] first) =>
        Array.Exists(ceilings, other => Agreement.Alike(other.Claim, entry.Claim)) && !Array.Exists(first, other => Agreement.Alike(other.Claim, entry.Claim));

    /// <summary>What is meant, and what runs at the time of writing.</summary>
    private static bool IsStage(Entry entry) => entry is { Modality: not Modality.Denied, Historic: false };

    private static bool IsPlan(Entry entry) => entry.Modality is not (Modality.Actual or Modality.Denied) && !entry.Historic;

    private static decimal? High(Entry entry) => Agreement.Bounds(entry.Value)?.High;

    private static decimal? Low(Entry entry) => Agreement.Bounds(entry.Value)?.Low;

    private static bool Says(string quote, string[] phrases) => Array.Exists(phrases, phrase => quote.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
