using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Rules;

/// <summary>What stands between a name and its verb and only says more of who is named: "Lyten, a maker of batteries, acquired".</summary>
internal static class Asides
{
    /// <summary>The longest that is seen past, in tokens.</summary>
    private const int Longest = 30;

    /// <summary>The longest comparison: "an increase of 55.6% compared with the same month of the year before".</summary>
    private const int LongestComparison = 16;

    /// <summary>Behind the comma or dash that ends the aside which begins at one; -1 where none begins or no verb follows it.</summary>
    public static int Behind(Sentence sentence, Terms terms, int at)
    {
        if (at + 1 >= sentence.End || at == sentence.First) return -1;
        if (BehindRegion(sentence, terms, at) is > 0 and var verb) return verb;
        var dash = IsDash(sentence, at);
        if (at + 3 >= sentence.End || !dash && (sentence.Written(at) is not "," || !Begins(sentence, terms, at + 1))) return -1;
        for (var close = at + 2; close < sentence.End - 1 && close <= at + Longest; close++)
        {
            if (sentence.Written(close) is ";" or ":") return -1;
            if (!(dash ? IsDash(sentence, close) : sentence.Written(close) is "," && close > at + 2)) continue;
            if (IsVerb(sentence, terms, close + 1) || !dash && IsOwners(sentence, at + 1) && sentence.MentionAt(close + 1) is null && sentence.Written(close + 1) is "to" or "under" or "for" or "on" or "over" or "about") return close + 1;
            // A third dash would be that of a list.
            if (dash) return -1;
        }

        return -1;
    }

    /// <summary>"PowerCo, Volkswagen's battery arm, is"</summary>
    private static bool IsOwners(Sentence sentence, int at) =>
        sentence.MentionAt(at) is { Kind: MentionKind.Organisation } owner && owner.Tokens.First == at && owner.Tokens.End < sentence.End && sentence.Written(owner.Tokens.End) is "'s" or "’s";

    /// <summary>The verb behind "the plant in St. Thomas, Ontario," or "St. Thomas, Ont.".</summary>
    private static int BehindRegion(Sentence sentence, Terms terms, int at)
    {
        if (sentence.MentionAt(at - 1) is not { Kind: MentionKind.Place } region || region.Tokens.First - 1 <= sentence.First || sentence.Written(region.Tokens.First - 1) is not ",") return -1;
        var end = at;
        if (sentence.Written(end) is ".") end++;
        if (end + 1 < sentence.End && sentence.Written(end) is ",") end++;
        return end > at && end < sentence.End && IsVerb(sentence, terms, end) ? end : -1;
    }

    /// <summary>
    /// Behind what compares a figure and stands between commas, ", an increase of 55.6% year on year,": -1 where it says more than
    /// by how much.
    /// </summary>
    public static int BehindComparison(Sentence sentence, int at)
    {
        if (at + 3 >= sentence.End || sentence.Written(at) is not "," || !Compares(sentence, at + 1)) return -1;
        var measured = false;
        for (var close = at + 2; close < Math.Min(sentence.End - 1, at + LongestComparison); close++)
        {
            if (sentence.Written(close) is ";" or ":" or "." || sentence.MentionAt(close) is not null) return -1;
            if (sentence.Written(close) is ",") return measured ? close + 1 : -1;
            if (sentence.ValueAt(close) is not { } value) continue;
            if (value.Kind is not (ValueKind.Percent or ValueKind.Factor or ValueKind.Date or ValueKind.Ordinal)) return -1;
            measured |= value.Kind is ValueKind.Percent or ValueKind.Factor;
        }

        return -1;
    }

    /// <summary>A dash between words, not one that joins them.</summary>
    internal static bool IsDash(Sentence sentence, int at) =>
        sentence.Written(at) is "—" || sentence.Written(at) is "–" or "-" && sentence[at].SpaceBefore && at + 1 < sentence.End && sentence[at + 1].SpaceBefore;

    private static bool Compares(Sentence sentence, int at)
    {
        if (sentence.Written(at) is "up" or "down") return true;
        if (sentence.Written(at) is "representing" or "marking") at++;
        if (sentence.Written(at) is not ("a" or "an")) return false;
        return sentence.Any(at + 1, Math.Min(sentence.End, at + 4), static word => word is "increase" or "rise" or "growth" or "jump" or "gain" or "surge" or "leap" or "drop" or "decline" or "fall" or "decrease" or "plus" or "minus" or "improvement");
    }

    private static bool IsVerb(Sentence sentence, Terms terms, int at) => sentence.MentionAt(at) is null && terms.Has(sentence[at], TermClass.Finite);

    private static bool Begins(Sentence sentence, Terms terms, int at) =>
        IsOwners(sentence, at) ||
        sentence.MentionAt(at) is null && (terms.Has(sentence[at], TermClass.Relative) || sentence.Written(at) is "a" or "an" or "the" or "one" or "formerly" or "once" or "itself" or "now" or "originally" or "only" or "first" or "set" or "built" or "made" or "born" or "run" or "led" or "held" or "spun" or "upon" or "once" or "together" or "along" or "like" || IsParticiple(sentence.Written(at)));

    /// <summary>"based in", "founded in", "headquartered at".</summary>
    private static bool IsParticiple(ReadOnlySpan<char> word) => word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal);
}
