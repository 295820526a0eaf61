using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>Figures of several works at once: "the two will give 73 GWh together", "two gigafactories with 48 GWh between them".</summary>
internal static class Totals
{
    public static bool IsTotal(Sentence sentence, List<PlantPhrase> phrases, Discourse discourse, Terms terms, int at)
    {
        if (sentence.ValueAt(at) is not { Kind: Values.ValueKind.Energy or Values.ValueKind.Number or Values.ValueKind.Money } value) return false;
        if (InTwo(sentence, value) || OfTwo(sentence, value) || SaysTotals(sentence, phrases, value) || Opens(sentence, value)) return true;
        if (value.Kind == Values.ValueKind.Money || !SaysTogether(sentence, value)) return false;
        var clause = sentence.Clause(at);
        // "two plants in Kokomo, together 67 GWh": one town's.
        if (phrases.Exists(phrase => phrase.Plural && clause.Contains(phrase.Head) && phrase.Places.Count(place => place.Place is { Kind: PlaceKind.Municipality }) == 1)) return false;
        if (sentence.Any(clause.First, Math.Min(clause.End, at), static word => word is "site" or "complex" or "campus" or "location")) return false;

        if (phrases.Exists(phrase => phrase.Plural && phrase.Head < at)) return true;
        if (Both(sentence, clause, at, terms)) return discourse.Plants.Select(plant => plant.PlaceName).Where(place => place is not null).Distinct().Count() > 1 || discourse.Plants.Count == 0;
        return sentence.Mentions.Where(mention => mention.IsTown && mention.Tokens.First < at).Select(mention => mention.Name).Distinct().Count() > 1;
    }

    /// <summary>"15.5 billion yuan to add 43 GWh in Jianyang (Sichuan) and Qujing": one figure, two towns behind it, and no figure of its own for either.</summary>
    private static bool InTwo(Sentence sentence, Values.Value value)
    {
        var clause = sentence.Clause(value.Tokens.First);
        var towns = sentence.Mentions.Where(mention => mention.IsTown && mention.Tokens.First >= value.Tokens.End && clause.Contains(mention.Tokens.First)).ToList();
        if (towns is not [var first, var second] || first.Place == second.Place || sentence.Written(first.Tokens.First - 1) is not ("in" or "at") || sentence.Written(second.Tokens.First - 1) is not ("and" or "&")) return false;
        if (sentence.Values.Exists(other => other.Kind == value.Kind && other.Tokens.First >= value.Tokens.End && other.Tokens.First < second.Tokens.First)) return false;
        return !sentence.Any(clause.First, clause.End, static word => word is "each" or "Each" or "respectively" or "apiece");
    }

    /// <summary>"… cells in Suminoe and Kaizuka, 10 GWh a year": one figure right behind two towns.</summary>
    private static bool OfTwo(Sentence sentence, Values.Value value)
    {
        if (value.Kind != Values.ValueKind.Energy || sentence.Mentions.FindLast(mention => mention.Tokens.End <= value.Tokens.First) is not { IsTown: true } second || second.Tokens.End < value.Tokens.First - 3) return false;
        var first = sentence.Mentions.FindLast(mention => mention.Tokens.End < second.Tokens.First);
        return first is { IsTown: true } && first.Place != second.Place && first.Tokens.End == second.Tokens.First - 1 && sentence.Written(first.Tokens.End) is "and" or "&" && first.Tokens.First > sentence.First && sentence.Written(first.Tokens.First - 1) is "in" or "at" &&
            !sentence.Any(first.Tokens.First, Math.Min(sentence.End, value.Tokens.End + 4), static word => word is "each" or "respectively" or "apiece");
    }

    /// <summary>"Annual production capacity totals 7.5 GWh", of no works that the clause names: a company's.</summary>
    private static bool SaysTotals(Sentence sentence, List<PlantPhrase> phrases, Values.Value value)
    {
        var clause = sentence.Clause(value.Tokens.First);
        if (value.Kind != Values.ValueKind.Energy || !sentence.Any(Math.Max(clause.First, value.Tokens.First - 3), value.Tokens.First, static word => word is "totals" or "totalled" or "totaled" or "totalling" or "totaling")) return false;
        return !phrases.Exists(phrase => clause.Contains(phrase.Head)) && !sentence.Mentions.Exists(mention => mention.IsTown && clause.Contains(mention.Tokens.First));
    }

    /// <summary>"Taken together that would be 114 GWh", "With Sparks, Nevada, it comes to 73 GWh": the sentence begins with the sum of what was told, or adds a works to it.</summary>
    private static bool Opens(Sentence sentence, Values.Value value)
    {
        if (value.Kind == Values.ValueKind.Money || value.Tokens.First < sentence.First + 3) return false;
        if (sentence.Written(sentence.First) is "Taken" or "All" or "Added" && sentence.Written(sentence.First + 1) is "together" or "told" or "up") return !sentence.Mentions.Exists(mention => mention.IsTown && mention.Tokens.End <= value.Tokens.First);
        var behind = sentence.Written(sentence.First) is "Together" or "Along" && sentence.Written(sentence.First + 1) is "with" ? 7 : 2;
        return sentence.Written(sentence.First) is "With" or "Including" or "Counting" or "Together" or "Along" && sentence.Mentions.Exists(mention => (mention.IsTown || behind > 2 && mention.Kind == MentionKind.Place) && mention.Tokens.First <= sentence.First + behind) &&
            sentence.Any(sentence.First + 2, value.Tokens.First, static word => word is "have" or "has" or "comes" or "come" or "adds" or "total" or "totals" or "reaches" or "reach" or "altogether");
    }

    private static bool SaysTogether(Sentence sentence, Values.Value value)
    {
        if (sentence.Written(sentence.First) is "Combined" or "Together" && sentence.Tokens.Length > 1 && sentence.Written(sentence.First + 1) is not "with") return true;
        for (var i = Math.Max(sentence.First, value.Tokens.First - 4); i < Math.Min(sentence.End, value.Tokens.End + 6); i++)
        {
            if (sentence.Written(i) is "together" or "combined" or "altogether" or "Together" or "Combined" or "jointly") return true;
            if (i + 1 < sentence.End && sentence.Written(i) is "between" && sentence.Written(i + 1) is "them") return true;
        }

        // "Add up all three and you get to"
        for (var i = sentence.First; i + 1 < value.Tokens.First; i++)
        {
            if (sentence.Written(i) is "Add" or "Adding" or "add" or "adding" && sentence.Written(i + 1) is "up" or "all" or "them" or "together") return true;
        }

        return false;
    }

    /// <summary>"the two", "both", "they": works spoken of before.</summary>
    private static bool Both(Sentence sentence, TokenRange clause, int at, Terms terms)
    {
        for (var i = clause.First; i < Math.Min(clause.End, at); i++)
        {
            if (sentence.Written(i) is "both" or "Both" or "they" or "They" or "those" || i > sentence.First && sentence.Written(i) is "two" or "three" or "four" or "pair" && (terms.Has(sentence[i - 1], TermClass.Definite) || sentence.Written(i - 1) is "all" or "All")) return true;
        }

        return false;
    }
}
