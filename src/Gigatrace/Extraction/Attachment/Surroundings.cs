using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Attachment;

/// <summary>What the words around a plant phrase say of it: who builds it, where it stands, that it is only named for comparison.</summary>
internal static class Surroundings
{
    /// <summary>"from AESC, whose factory in Douai": who stands before "whose".</summary>
    public static Mention? Whose(Sentence sentence, PlantPhrase phrase)
    {
        var at = sentence.Written(phrase.Tokens.First) is "whose" ? phrase.Tokens.First : phrase.Tokens.First - 1;
        if (at <= sentence.First || sentence.Written(at) is not "whose") return null;
        return sentence.Mentions.FindLast(mention => mention.Tokens.End <= at && mention.Tokens.End >= at - 1) is { Kind: MentionKind.Organisation } holder ? holder : null;
    }

    /// <summary>"France gets its third cell factory": counted by the country, not at a site.</summary>
    public static bool IsCountrys(Sentence sentence, PlantPhrase phrase) =>
        phrase.Possessive && sentence.Mentions is [{ Kind: MentionKind.Place, Place.Kind: not PlaceKind.Municipality } first, ..] && first.Tokens.First == sentence.First &&
        !sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.End <= phrase.Tokens.First);

    /// <summary>"the factory, which Verkor will build in France": who builds it and where, said by the clause behind it.</summary>
    public static (string Company, Mention? Place)? BuiltBy(Sentence sentence, PlantPhrase phrase, Terms terms)
    {
        var at = phrase.Tokens.End;
        if (at < sentence.End && sentence.Written(at) is ",") at++;
        if (at + 1 >= sentence.End || !(terms.Has(sentence[at], TermClass.Relative) || sentence.Written(at) is "that")) return null;
        if (sentence.MentionAt(at + 1) is not { Kind: MentionKind.Organisation } builder || builder.Tokens.First != at + 1) return null;
        for (var i = builder.Tokens.End; i < Math.Min(sentence.End, builder.Tokens.End + 5); i++)
        {
            if (sentence.Written(i) is not ("build" or "builds" or "building" or "plans" or "planning" or "runs" or "operates" or "opened" or "constructing")) continue;
            var place = sentence.Mentions.Find(mention => mention.Kind == MentionKind.Place && mention.Tokens.First > i && mention.Tokens.First <= i + 5 && sentence.Written(mention.Tokens.First - 1) is "in" or "at" or "near");
            return (builder.Name, place);
        }

        return null;
    }

    /// <summary>"A and B … their common factory": a works of two has the names of both, "A-B".</summary>
    public static string? JointOwner(Sentence sentence, PlantPhrase phrase)
    {
        if (sentence.Written(phrase.Tokens.First) is not ("their" or "Their")) return null;
        for (var at = 0; at + 1 < sentence.Mentions.Count; at++)
        {
            var (first, second) = (sentence.Mentions[at], sentence.Mentions[at + 1]);
            if (first.Kind != MentionKind.Organisation || second.Kind != MentionKind.Organisation || second.Tokens.First >= phrase.Tokens.First) continue;
            if (second.Tokens.First == first.Tokens.End + 1 && sentence.Written(first.Tokens.End) is "and" or "&") return Ventures.Joined(first.Name, second.Name);
        }

        return null;
    }

    /// <summary>"next to the Nissan works in Sunderland AESC plans a second factory": the town of the clause before the phrase.</summary>
    public static Mention? ClausePlace(Sentence sentence, PlantPhrase phrase)
    {
        var clause = sentence.Clause(phrase.Head);
        return sentence.Mentions.FindLast(mention => mention is { Kind: MentionKind.Place, Place.Kind: PlaceKind.Municipality } && clause.Contains(mention.Tokens.First) && mention.Tokens.End <= phrase.Tokens.First &&
            mention.Tokens.First > sentence.First && ((sentence.Written(mention.Tokens.First - 1) is "in" or "In" or "at" or "At" || sentence.Written(mention.Tokens.First - 1) is "near" && sentence.MentionAt(mention.Tokens.First - 2) is not { Kind: MentionKind.Place }) || mention.Tokens.First - 2 >= sentence.First && sentence.Written(mention.Tokens.First - 1) is "of" && sentence.Written(mention.Tokens.First - 2) is "government" or "city" or "town" or "municipality"));
    }

    /// <summary>"After its German plant", "unlike the works in A": named beside what the sentence is about.</summary>
    public static bool IsCompared(Sentence sentence, PlantPhrase phrase) =>
        phrase.Tokens.First > sentence.First && sentence.Written(phrase.Tokens.First - 1) is "After" or "after" or "Unlike" or "unlike" or "Besides" or "besides" or "than" or "Like" or "following" or "Following" or "alongside" or "Alongside" or "to" && (phrase.Tokens.First - 2 < sentence.First || sentence.Written(phrase.Tokens.First - 1) is not "to" || sentence.Written(phrase.Tokens.First - 2) is "compared" or "similar" or "addition" or "next" or "Next" or "comparable" or "identical");

    /// <summary>Whether one of the phrases stands right before a token.</summary>
    public static bool Says(Sentence sentence, int at, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = phrase.Split(' ');
            if (at - words.Length >= sentence.First && sentence.Written(at - 2).SequenceEqual(words[0]) && sentence.Written(at - 1).SequenceEqual(words[1])) return true;
        }

        return false;
    }
}
