using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction.Attachment;

/// <summary>Gives a works that was spoken of without its town, or only broadly placed, the town that a sentence says it stands in.</summary>
internal sealed class Placing(Discourse discourse, Terms terms)
{
    /// <summary>"The factory stands in Kobierzyce": the exact place of a plant that was only broadly placed.</summary>
    public void Refine(Sentence sentence, List<PlantPhrase> phrases)
    {
        RefinePronoun(sentence, phrases);
        foreach (var phrase in phrases)
        {
            if (phrase.Places.Exists(place => place.IsTown) || phrase.Plural || phrase.OtherIndustry || discourse.Resolve(sentence, phrase) is not [var plant, ..]) continue;
            var clause = sentence.Clause(phrase.Head);
            foreach (var place in sentence.Mentions)
            {
                if (place.Kind != MentionKind.Place || place.Tokens.First < phrase.Tokens.End && !phrase.Another || !clause.Contains(place.Tokens.First) || phrases.Exists(other => other.Tokens.Contains(place.Tokens.First))) continue;
                if (!StandsAt(sentence, place) || !IsBeside(sentence, phrase, place) && Surroundings.IsNoSite(sentence, place, terms) || phrase.Places.Exists(known => known.Kind == MentionKind.Place) && place.Place is not { Kind: PlaceKind.Municipality }) continue;
                Sites.Refine(plant, place);
                break;
            }
        }
    }

    /// <summary>"The facility will be located just east of X": what else only says which way a site lies, is its place where it is all that is said of that.</summary>
    private static bool IsBeside(Sentence sentence, PlantPhrase phrase, Mention place)
    {
        if (sentence.Written(place.Tokens.First - 1) is not "of" || sentence.Mentions.Exists(other => other.IsTown && other != place && other.Tokens.First < place.Tokens.First)) return false;
        return sentence.Any(phrase.Tokens.End, place.Tokens.First, static word => word is "located" or "situated" or "built" or "stand" or "stands" or "lies" or "rise" or "site");
    }

    /// <summary>"in X", "just east of X", "coming to X", "in the town of X".</summary>
    private static bool StandsAt(Sentence sentence, Mention place)
    {
        var before = place.Tokens.First - 1;
        if (before <= sentence.First) return before == sentence.First && sentence.Written(before) is "In" or "At" or "Near";
        if (sentence.Written(before) is "in" or "at" or "near" or "outside") return true;
        var further = sentence.Written(before - 1);
        return sentence.Written(before) switch
        {
            "of" => Surroundings.IsCompass(further) || further is "outside" or "town" or "city" or "village" or "municipality",
            "to" => further is "coming" or "come" or "comes" or "goes" or "going" or "close" or "next",
            _ => false,
        };
    }

    /// <summary>"It will find its place at Kenitra": the town of a plant that was spoken of without one.</summary>
    private void RefinePronoun(Sentence sentence, List<PlantPhrase> phrases)
    {
        if (!terms.Has(sentence[sentence.First], TermClass.Pronoun) || discourse.Focus is not { } plant || !discourse.LastSubjectWasPlant && !SaysWhere(sentence)) return;
        if (plant.Place is { Kind: PlaceKind.Municipality }) return;
        var place = sentence.Mentions.Find(mention => mention.IsTown && mention.Tokens.First > sentence.First &&
            sentence.Written(mention.Tokens.First - 1) is "in" or "at" or "near" && !phrases.Exists(phrase => phrase.Tokens.Contains(mention.Tokens.First)));
        if (place is not null) Sites.Refine(plant, place);
    }

    /// <summary>Words of standing somewhere near the sentence's start: said of a works, not of the company that has it.</summary>
    private static bool SaysWhere(Sentence sentence) =>
        sentence.Any(sentence.First, Math.Min(sentence.End, sentence.First + 8), static word => word is "place" or "stand" or "stands" or "located" or "situated" or "built" or "rise" or "rises" or "erected" or "sited" or "lies");
}
