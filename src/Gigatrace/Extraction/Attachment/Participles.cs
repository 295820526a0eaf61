using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>"AESC, acquired by Envision in 2018, will supply": who and what is named in such an aside says nothing of the verb behind it.</summary>
internal static class Participles
{
    /// <summary>The longest aside that is looked for, in tokens.</summary>
    private const int Longest = 30;

    /// <summary>The aside that a token stands in, without the marks around it; null where it stands in none.</summary>
    public static TokenRange? Around(Sentence sentence, Terms terms, int at)
    {
        for (var open = at - 1; open > Math.Max(sentence.First, at - Longest); open--)
        {
            if (sentence.Written(open) is ";" or ":") return null;
            if (!Begins(sentence, terms, open) || !IsBehindName(sentence, open - 1)) continue;
            return Close(sentence, terms, open) is var close && close > at ? new TokenRange(open + 1, close) : null;
        }

        return null;
    }

    private static bool IsBehindName(Sentence sentence, int last) =>
        sentence.MentionAt(last) is { Kind: MentionKind.Organisation } || sentence.Phrases?.Exists(phrase => phrase.Tokens.End == last + 1) == true;

    private static bool Begins(Sentence sentence, Terms terms, int open)
    {
        if (sentence.Written(open) is not ("," or "(" or "–" or "—") || open + 2 >= sentence.End) return false;
        var first = open + 1;
        if (sentence.Written(first).EndsWith("ly", StringComparison.Ordinal) || sentence.Written(first) is "once" or "first" or "now" or "since" or "long" or "also" or "later") first++;
        if (sentence.MentionAt(first) is not null) return false;
        // "acquired by", "founded in", and no verb of its own: "acquired its".
        return IsParticiple(sentence.Written(first)) && !terms.Has(sentence[first + 1], TermClass.Determiner | TermClass.Possessive);
    }

    private static bool IsParticiple(ReadOnlySpan<char> word) =>
        word is "built" or "run" or "bought" or "sold" or "led" or "held" or "set" or "made" or "taken" or "spun" || word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>The mark that ends an aside: a comma only where a verb goes on behind it; -1 where none does.</summary>
    private static int Close(Sentence sentence, Terms terms, int open)
    {
        for (var close = open + 2; close < Math.Min(sentence.End - 1, open + Longest); close++)
        {
            if (sentence.Written(close) is ";" or ":") return -1;
            if (sentence.Written(open) is "(" ? sentence.Written(close) is ")" : sentence.Written(open) is "," ? sentence.Written(close) is "," && GoesOn(sentence, terms, close + 1) : sentence.Written(close) is "–" or "—") return close;
        }

        return -1;
    }

    private static bool GoesOn(Sentence sentence, Terms terms, int at) =>
        sentence.MentionAt(at) is null && (terms.Has(sentence[at], TermClass.Finite) || at + 1 < sentence.End && IsParticiple(sentence.Written(at)) && terms.Has(sentence[at + 1], TermClass.Determiner | TermClass.Possessive) || sentence.Written(at) is "also" or "now" or "already" or "recently" && at + 1 < sentence.End && terms.Has(sentence[at + 1], TermClass.Finite));
}
