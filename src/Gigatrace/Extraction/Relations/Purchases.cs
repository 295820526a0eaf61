using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Relations;

/// <summary>Who buys which makers and works, be they in a row: "Lyten signed for Northvolt's factory in Skellefteå, its laboratory in Västerås and its site in Heide".</summary>
internal static class Purchases
{
    private const string Rule = "acquired.parts";

    /// <summary>How many words may stand between the verb and what is bought.</summary>
    private const int MostBefore = 7;

    public static void Read(Cast cast, List<Relation> found)
    {
        if (!cast.Says(RelationWord.Buy)) return;
        var sentence = cast.Sentence;
        for (var at = cast.First(sentence.First, sentence.End, RelationWord.Buy); at >= 0; at = cast.First(at + 1, sentence.End, RelationWord.Buy))
        {
            if (cast.Any(sentence.Clause(at), RelationWord.Deny) || Passive(cast, at) || Buyer(cast, at) is not { } buyer) continue;
            foreach (var target in Row(cast, at, buyer.Name))
            {
                if (cast.Scene.Said.Exists(draft => draft.Predicate is "acquired" or "stake" && draft.Name == (target.Plant?.Name ?? target.Company))) continue;
                found.Add(new Relation(Rule, "acquired", new TokenRange(at, Math.Min(sentence.End, at + 6)), at, target) { Object = buyer.Name, ObjectSpan = buyer.Span });
            }
        }
    }

    private static bool Passive(Cast cast, int at) => cast.Sentence.Any(Math.Max(cast.Sentence.First, at - 2), at, static word => word is "was" or "is" or "were" or "are" or "been" or "be" or "being" or "to") && cast.Sentence.Any(at, Math.Min(cast.Sentence.End, at + 4), static word => word is "by");

    /// <summary>Who acts at the verb: a name, or "it" for the company spoken of.</summary>
    private static Mention? Buyer(Cast cast, int at)
    {
        if (cast.Actors(at) is [.., var buyer]) return buyer;
        var sentence = cast.Sentence;
        if (!sentence.Any(Math.Max(sentence.Clause(at).First, at - 3), at, static word => word is "it" or "It")) return null;
        return cast.Scene.Discourse.CompanyAt(sentence, at) is { } spoken ? Mention.In(sentence, MentionKind.Organisation, spoken, at, at + 1) : null;
    }

    /// <summary>What is bought: works and makers, one behind the other, up to what is no more of the row.</summary>
    private static List<Attached> Row(Cast cast, int verb, string buyer)
    {
        var (sentence, row) = (cast.Sentence, new List<Attached>());
        var until = verb + MostBefore;
        for (var at = verb + 1; at < Math.Min(sentence.End, until);)
        {
            if (cast.Scene.Phrases.Find(phrase => phrase.Tokens.First <= at && phrase.Tokens.End > at) is { } phrase)
            {
                if (phrase.OtherIndustry && !phrase.Battery || phrase.Plural) return row;
                row.AddRange(cast.Scene.Discourse.Resolve(sentence, phrase).Where(plant => plant.PlaceName is not null && plant.Operator is not null && !plant.IsOf(buyer)).Select(plant => new Attached(plant, plant.Operator, sentence.SpanOf(phrase.Tokens), "works that the verb of buying takes")));
                if (row.Count > 0) AddTowns(cast, phrase.Tokens, row);
                (at, until) = (phrase.Tokens.End, phrase.Tokens.End + MostBefore);
                continue;
            }

            if (row is [{ Plant.Operator: not null }, ..] && sentence.MentionAt(at) is { IsTown: true } town)
            {
                AddTowns(cast, town.Tokens, row);
                (at, until) = (town.Tokens.End, town.Tokens.End + MostBefore);
                continue;
            }

            if (cast.Parties.Find(party => party.Tokens.First == at) is { } maker)
            {
                if (!cast.IsOwner(maker))
                {
                    if (maker.Name == buyer || maker.Organisation is { MakesCells: false } || maker.Organisation is null && !cast.Scene.Discourse.Makes(maker.Name)) return row;
                    row.Add(new Attached(null, maker.Name, maker.Span, "maker that the verb of buying takes"));
                }

                (at, until) = (maker.Tokens.End, maker.Tokens.End + MostBefore);
                continue;
            }

            // "Northvolt's half of Novo Energy": what was still another's.
            var part = cast.Has(at, RelationWord.Share | RelationWord.Half | RelationWord.Rest) && cast.Parties.Exists(party => party.Tokens.First > verb && party.Tokens.End <= at && party.Tokens.End >= at - 2 && cast.IsOwner(party));
            if (!part && IsOther(cast, at)) return row;
            at++;
        }

        return row;
    }

    /// <summary>"…, its laboratory in Västerås and its site in Heide": further towns of the row are the same seller's.</summary>
    private static void AddTowns(Cast cast, TokenRange within, List<Attached> row)
    {
        foreach (var town in cast.Sentence.Mentions)
        {
            if (!town.IsTown || !within.Contains(town.Tokens.First) || row.Exists(known => known.Plant is { } plant && Sites.SamePlace(plant, town))) continue;
            var plant = cast.Scene.Discourse.FindOrAdd(row[0].Plant?.Operator, town, null);
            row.Add(new Attached(plant, plant.Operator, town.Span, "works in a row of what is bought"));
        }
    }

    /// <summary>What is bought is cells, shares or land, or the row is over.</summary>
    private static bool IsOther(Cast cast, int at)
    {
        var sentence = cast.Sentence;
        if (cast.Scene.Terms.Has(sentence[at], TermClass.Battery) && !(at + 1 < sentence.End && cast.Scene.Terms.Has(sentence[at + 1], TermClass.CompanyNoun | TermClass.Plant))) return true;
        return cast.Has(at, RelationWord.Share | RelationWord.Hold | RelationWord.Deliver & ~RelationWord.Buy) && !cast.Has(at, RelationWord.Buy) || cast.Scene.Terms.Has(sentence[at], TermClass.Finite | TermClass.Relative) || sentence.ValueAt(at) is { Kind: Values.ValueKind.Percent } || sentence.Written(at) is ";" or ":" or "." or "from" or "for" && at > sentence.First && !cast.Has(at - 1, RelationWord.Buy) || sentence.Written(at) is "with" or "by" or "equipment" or "machines" or "machinery" or "land" or "technology" or "know-how" or "materials";
    }
}
