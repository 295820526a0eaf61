using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>The words that a plant phrase is built around: plant, factory, site, "the second phase", "another one".</summary>
internal static class PlantHeads
{
    /// <summary>Whether the word speaks of a works here.</summary>
    public static bool Is(Sentence sentence, Terms terms, int at) => IsOne(sentence, terms, at) && IsPlausible(sentence, terms, at);

    /// <summary>A plant word, or "one" in "a third one" where a plant word stands before in the sentence.</summary>
    private static bool IsOne(Sentence sentence, Terms terms, int at)
    {
        if (terms.Has(sentence[at], TermClass.Plant | TermClass.Plants) || IsAssembly(sentence, at)) return true;
        // "the second phase", "phase two": counted like works of the site.
        if (sentence.Written(at) is "phase" or "stage" or "Phase" or "Stage") return at > sentence.First && sentence.ValueAt(at - 1) is { Kind: ValueKind.Ordinal, Low: > 1 and < 6 } && !InSteps(sentence, at - 1) || Number(sentence, at + 1) > 1 && !InSteps(sentence, at);
        // "Number two is a first for the company": counted likewise.
        if (sentence.Written(at) is "Number" && at == sentence.First && at + 2 < sentence.End && Number(sentence, at + 1) > 0 && terms.Has(sentence[at + 2], TermClass.Finite)) return true;
        // "The first is due to open in 2025; the second is on hold."
        if (sentence.ValueAt(at) is { Kind: ValueKind.Ordinal, Low: < 4 } && at > sentence.First && sentence.Written(at - 1) is "the" or "The" && at + 1 < sentence.End && (terms.Has(sentence[at + 1], TermClass.Finite) || at - 1 > sentence.First && sentence.Written(at + 1) is "," or "(" or "with" && at + 2 < sentence.End && !terms.Has(sentence[at + 2], TermClass.Locating))) return at - 1 == sentence.First || terms.Any(sentence, sentence.First, at - 1, TermClass.Plant | TermClass.Plants);
        if (sentence.Written(at) is "one" && at > sentence.First && sentence.Written(at - 1) is "Another" or "another" && at + 1 < sentence.End && terms.Has(sentence[at + 1], TermClass.Finite | TermClass.Locating)) return true;
        // "The one in Kaiserslautern": of the works spoken of before.
        if (sentence.Written(at) is "one" && at == sentence.First + 1 && sentence.Written(sentence.First) is "The" && at + 2 < sentence.End && sentence.Written(at + 1) is "in" or "at" or "near" && sentence.MentionAt(at + 2) is { Kind: MentionKind.Place }) return true;
        if (sentence.Written(at) is not "one" || at == sentence.First || sentence.ValueAt(at - 1) is not { Kind: ValueKind.Ordinal }) return false;
        // "The first one has run since 2012.": of the works that the sentence before spoke of.
        if (at - 2 == sentence.First && sentence.Written(sentence.First) is "The" or "A") return true;
        return terms.Any(sentence, sentence.First, at - 1, TermClass.Plant | TermClass.Plants);
    }

    /// <summary>"Fort Wayne Assembly": a works of cars by its name.</summary>
    public static bool IsAssembly(Sentence sentence, int at) =>
        sentence.Written(at) is "Assembly" && at > sentence.First && sentence[at - 1].Upper && sentence.MentionAt(at - 1) is { Kind: MentionKind.Place };

    /// <summary>"works" is mostly a verb, "complex" mostly an adjective, "site" may be a page: they need a battery word or an article.</summary>
    private static bool IsPlausible(Sentence sentence, Terms terms, int at)
    {
        if (at == sentence.First) return sentence.Written(at) is not ("works" or "complex" or "Works" or "Complex");
        if (sentence.Written(at) is "works" && at + 1 < sentence.End && sentence.Written(at + 1) is "council" or "councils" or "committee") return false;
        var before = sentence[at - 1];
        return sentence.Written(at) switch
        {
            // "is still a building site": what a place is, no works.
            "site" when at - 2 >= sentence.First && sentence.Written(at - 1) is "building" or "construction" && sentence.Written(at - 2) is "a" => false,
            "works" => terms.Has(before, TermClass.Battery | TermClass.Definite | TermClass.PlantModifier | TermClass.Possessive) || sentence.Written(at - 1) is "whose" || sentence.MentionAt(at - 1) is { Kind: MentionKind.Place or MentionKind.Nationality } || sentence.ValueAt(at - 1) is { Kind: ValueKind.Ordinal },
            "complex" or "campus" or "base" or "site" or "project" when sentence.MentionAt(sentence.Written(at - 1) is "," ? at - 2 : at - 1) is { Kind: MentionKind.Place or MentionKind.Nationality } => true,
            "base" or "project" or "unit" => terms.Has(before, TermClass.Battery) || sentence.Written(at - 1) is "manufacturing" or "production" || sentence.Written(at) is not "unit" && terms.Has(before, TermClass.Definite | TermClass.Possessive),
            "hall" => terms.Has(before, TermClass.Battery) || sentence.Written(at - 1) is "assembly" or "production" or "manufacturing" && at - 2 >= sentence.First && terms.Has(sentence[at - 2], TermClass.Battery),
            "campus" => terms.Has(before, TermClass.Battery | TermClass.Definite | TermClass.Possessive) || sentence.Written(at - 1) is "manufacturing",
            "complex" or "installation" or "fab" => terms.Has(before, TermClass.Battery | TermClass.Definite) && (at + 1 == sentence.End || sentence[at + 1].Word == 0 || !terms.Has(sentence[at + 1], TermClass.CompanyNoun)) || sentence.Written(at - 1) is "manufacturing" or "production",
            _ => true,
        };
    }

    /// <summary>"in a second phase": when, not what.</summary>
    private static bool InSteps(Sentence sentence, int at) => sentence.Any(Math.Max(sentence.First, at - 2), at, static word => word is "in" or "In" or "during" or "During");

    /// <summary>The number behind a plant word: "plant 2", "phase two"; 0 where none stands there.</summary>
    public static int Number(Sentence sentence, int at)
    {
        if (at >= sentence.End || sentence[at].LineBefore) return 0;
        if (sentence[at].Kind == TokenKind.Number) return sentence[at].Length == 1 ? sentence.Written(at)[0] - '0' : 0;
        return sentence.Written(at) switch { "one" or "One" or "I" => 1, "two" or "Two" or "II" => 2, "three" or "Three" or "III" => 3, "four" => 4, _ => 0 };
    }
}
