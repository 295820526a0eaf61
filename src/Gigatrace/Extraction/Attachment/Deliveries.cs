using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;

namespace Gigatrace.Extraction.Attachment;

/// <summary>From which works of a supplier a delivery comes, where the words around it say so.</summary>
internal sealed class Deliveries(Discourse discourse)
{
    /// <summary>"will send Subaru cells from Suminoe", "in Sparks, where Panasonic makes cells for Tesla": the supplier's works there; null where no place of such is named.</summary>
    public Plant? From(Sentence sentence, List<PlantPhrase> phrases, Trigger trigger, string supplier)
    {
        var clause = sentence.Clause(trigger.Anchor.First);
        if (sentence.Written(clause.First) is "where" && sentence.Mentions.FindLast(mention => mention.Tokens.End <= clause.First) is { Kind: MentionKind.Place } site && site.Tokens.End >= clause.First - 1 && Of(sentence, site, supplier) is { } here) return here;
        for (var at = trigger.Tokens.First + 1; at < clause.End; at++)
        {
            if (!IsFrom(sentence, at - 1)) continue;
            if (phrases.Find(phrase => phrase.Tokens.First == at || phrase.Tokens.First == at + 1 && sentence.MentionAt(at) is null) is { } works)
            {
                if (discourse.Resolve(sentence, works) is [{ } one] && discourse.Runs(supplier, one)) return one;
            }
            else if (sentence.MentionAt(at) is { Kind: MentionKind.Place, Place.Kind: not PlaceKind.Country } place && Of(sentence, place, supplier) is { } plant)
            {
                return plant;
            }
        }

        return null;
    }

    private static bool IsFrom(Sentence sentence, int at) => sentence.Written(at) is "from" || sentence.Written(at) is "of" && at > sentence.First && sentence.Written(at - 1) is "out";

    /// <summary>The works of a supplier in a place, the nearest town of it where the text names a larger one behind it.</summary>
    private Plant? Of(Sentence sentence, Mention place, string supplier)
    {
        if (discourse.At(sentence, place) is { } plant && discourse.Runs(supplier, plant)) return plant;
        var town = sentence.Mentions.FindLast(mention => mention.IsTown && mention.Tokens.End <= place.Tokens.First && mention.Tokens.End >= place.Tokens.First - 1);
        return town is not null && discourse.At(sentence, town) is { } there && discourse.Runs(supplier, there) ? there : null;
    }
}
