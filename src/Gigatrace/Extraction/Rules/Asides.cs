using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction.Rules;

/// <summary>What stands between a name and its verb and only says more of who is named: "Lyten, a maker of batteries, acquired".</summary>
internal static class Asides
{
    /// <summary>The longest that is seen past, in tokens.</summary>
    private const int Longest = 30;

    /// <summary>Behind the comma that ends the aside which begins at a comma; -1 where none begins or no verb follows it.</summary>
    public static int Behind(Sentence sentence, Terms terms, int at)
    {
        if (at + 3 >= sentence.End || sentence.Written(at) is not "," || !Begins(sentence, terms, at + 1)) return -1;
        for (var close = at + 3; close < sentence.End - 1 && close <= at + Longest; close++)
        {
            if (sentence.Written(close) is ";" or ":") return -1;
            if (sentence.Written(close) is "," && sentence.MentionAt(close + 1) is null && (terms.Has(sentence[close + 1], TermClass.Finite) || sentence.Written(close + 1) is "to" or "under" or "for" or "on" or "over" or "about" && IsOwners(sentence, at + 1))) return close + 1;
        }

        return -1;
    }

    /// <summary>"PowerCo, Volkswagen's battery arm, is"</summary>
    private static bool IsOwners(Sentence sentence, int at) =>
        sentence.MentionAt(at) is { Kind: MentionKind.Organisation } owner && owner.Tokens.First == at && owner.Tokens.End < sentence.End && sentence.Written(owner.Tokens.End) is "'s" or "’s";

    private static bool Begins(Sentence sentence, Terms terms, int at) => IsOwners(sentence, at) ||
        sentence.MentionAt(at) is null && (terms.Has(sentence[at], TermClass.Relative) || sentence.Written(at) is "a" or "an" or "the" or "one" or "formerly" or "once" or "itself" or "now" or "originally" or "only" or "first" or "set" or "built" or "made" or "born" or "run" or "led" or "held" or "spun" || IsParticiple(sentence.Written(at)));

    /// <summary>"based in", "founded in", "headquartered at".</summary>
    private static bool IsParticiple(ReadOnlySpan<char> word) => word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal);
}
