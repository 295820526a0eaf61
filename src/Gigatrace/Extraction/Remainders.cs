using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>
/// Shares that are told beside another: "A holds 80 percent, B the other 20", "45 per cent, Mercedes-Benz (30) and Saft (25)", "the rest is B's".
/// A bare number is one only where all of them make a hundred.
/// </summary>
internal static class Remainders
{
    public static void Read(IReadOnlyList<Sentence> sentences)
    {
        Sentence? before = null;
        foreach (var sentence in sentences)
        {
            var shares = Sum(sentence);
            if (before is not null && (shares > 0 || sentence.Passage != before.Passage)) before = null;
            if (shares == 0 && before is not null) shares = Sum(before);
            if (shares is > 0 and < 100 && !Spoken(sentence))
            {
                if (SaysShares(sentence) | (before is not null && SaysShares(before))) Complete(sentence, 100 - shares);
                else if (SaysHas(sentence)) MakeHundred(sentence, 100 - shares);
            }

            before = Sum(sentence) > 0 ? sentence : null;
        }
    }

    /// <summary>The percentages of a sentence together; 0 where it has none, or one that is no share.</summary>
    private static decimal Sum(Sentence sentence)
    {
        var sum = 0m;
        foreach (var value in sentence.Values)
        {
            if (value is { Kind: ValueKind.Percent, IsRange: false }) sum += value.Low;
        }

        return sum;
    }

    private static bool SaysShares(Sentence sentence) => sentence.Any(sentence.First, sentence.End, static word => word is
        "own" or "owns" or "owned" or "owning" or "hold" or "holds" or "held" or "holding" or "stake" or "stakes" or "shares" or "shareholder" or "shareholders" or "shareholding" or
        "hands" or "equity" or "capital" or "belongs" or "belong" or "venture" or "interest" or "controls" or "owners" or "ownership" or "partners");

    /// <summary>Words that may speak of shares where all numbers make a hundred: "the Chinese keep 80 percent and the Slovaks the remaining 20".</summary>
    private static bool SaysHas(Sentence sentence) => sentence.Any(sentence.First, sentence.End, static word => word is "has" or "have" or "had" or "keep" or "keeps" or "kept" or "take" or "takes" or "took" or "gets" or "get" or "retains" or "retain");

    private static bool Spoken(Sentence sentence) => sentence.Any(sentence.First, sentence.End, static word => word is
        "market" or "Market" or "sales" or "votes" or "installed" or "demand" or "workers" or "employees" or "electricity" or "output");

    /// <summary>Bare numbers that are what is missing to a hundred are shares.</summary>
    /// <returns>What they make together; -1 where they were taken for shares.</returns>
    private static decimal MakeHundred(Sentence sentence, decimal missing)
    {
        var sum = 0m;
        foreach (var value in sentence.Values)
        {
            if (IsBare(sentence, value)) sum += value.Low;
        }

        if (sum != missing) return sum;
        for (var at = 0; at < sentence.Values.Count; at++)
        {
            if (IsBare(sentence, sentence.Values[at])) sentence.Values[at] = sentence.Values[at] with { Kind = ValueKind.Percent, Unit = "percent" };
        }

        return -1;
    }

    private static void Complete(Sentence sentence, decimal missing)
    {
        var sum = MakeHundred(sentence, missing);
        if (sum >= 0 && Rest(sentence) is var rest and >= 0 && (sum == 0 || Named(sentence, missing) is var named and > 0 && (missing -= named) > 0))
        {
            var tokens = new TokenRange(rest, rest + 1);
            var place = sentence.Values.FindIndex(value => value.Tokens.First > rest);
            sentence.Values.Insert(place < 0 ? sentence.Values.Count : place, new Value(ValueKind.Percent, tokens, sentence.SpanOf(tokens), missing, missing) { Unit = "percent" });
            sentence.Index();
        }
    }

    /// <summary>"A owns 50 percent, B 40 and C the rest": numbers right behind companies are shares too. Their sum; 0 where it is too much.</summary>
    private static decimal Named(Sentence sentence, decimal missing)
    {
        bool IsShare(Value value) => IsBare(sentence, value) && sentence.MentionAt(value.Tokens.First - 1) is { Kind: MentionKind.Organisation };
        var sum = sentence.Values.Where(IsShare).Sum(static value => value.Low);
        if (sum >= missing) return 0;
        for (var at = 0; at < sentence.Values.Count; at++)
        {
            if (IsShare(sentence.Values[at])) sentence.Values[at] = sentence.Values[at] with { Kind = ValueKind.Percent, Unit = "percent" };
        }

        return sum;
    }

    /// <summary>"the other 20", "(30)", "twenty with InoBat": a number that counts nothing.</summary>
    private static bool IsBare(Sentence sentence, Value value)
    {
        if (value is not { Kind: ValueKind.Number, IsRange: false, Low: > 0 and < 100, Qualifier: null }) return false;
        var (before, behind) = (value.Tokens.First - 1, value.Tokens.End);
        if (before < sentence.First) return false;
        if (sentence.Written(before) is "(") return behind < sentence.End && sentence.Written(behind) is ")";
        return behind >= sentence.End || sentence.MentionAt(behind) is null && sentence.Written(behind) is "." or "," or ";" or ")" or "with" or "to" or "by" or "for" or "in" or "belong" or "belongs" or "are" or "is" or "being" or "lie" or "go" or "all" or "and";
    }

    /// <summary>"the rest belongs to", "holds the remainder": the word's place; -1 where what is left is of something else.</summary>
    private static int Rest(Sentence sentence)
    {
        for (var at = sentence.First + 1; at < sentence.End; at++)
        {
            if (sentence.Written(at - 1) is not ("the" or "The")) continue;
            if (sentence.Written(at) is "remaining" && at + 1 < sentence.End && sentence.Written(at + 1) is "quarter" or "third" or "half" or "fifth" or "tenth" or "part" or "share" or "shares") return at;
            if (sentence.Written(at) is not ("rest" or "remainder" or "balance")) continue;
            if (at + 1 >= sentence.End || sentence.Written(at + 1) is not "of") return at;
            return at + 2 < sentence.End && sentence.Written(at + 2) is "it" or "the" && sentence.Any(at + 2, Math.Min(sentence.End, at + 6), static word => word is "it" or "shares" or "equity" or "capital" or "stock" or "company" or "venture") ? at : -1;
        }

        return -1;
    }
}
