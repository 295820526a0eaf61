using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Relations;

/// <summary>Which chemistry a maker or works has: its name beside cells or a verb of making, in a clause that is about one of them alone.</summary>
internal static class Makings
{
    private const string Rule = "chemistry.parts";

    public static void Read(Cast cast, List<Relation> found)
    {
        var sentence = cast.Sentence;
        if (cast.Scene.IsSaid("chemistry")) return;
        foreach (var chemistry in sentence.Mentions)
        {
            if (chemistry.Kind != MentionKind.Chemistry) continue;
            var clause = sentence.Clause(chemistry.Tokens.First);
            if (cast.Any(clause, RelationWord.Deny) || !IsOfCells(cast, chemistry, clause) || Of(cast, chemistry, clause) is not { } maker || found.Exists(known => known.Predicate == "chemistry" && known.Word == chemistry.Name)) continue;
            found.Add(new Relation(Rule, "chemistry", new TokenRange(Math.Max(clause.First, chemistry.Tokens.First - 5), Math.Min(clause.End, chemistry.Tokens.End + 3)), chemistry.Tokens.First, maker) { Word = chemistry.Name });
        }
    }

    private static bool IsOfCells(Cast cast, Mention chemistry, TokenRange clause)
    {
        var (from, to) = (Math.Max(clause.First, chemistry.Tokens.First - 4), Math.Min(clause.End, chemistry.Tokens.End + 4));
        return cast.Scene.Terms.Any(cast.Sentence, from, to, TermClass.Battery) && (cast.Any(clause, RelationWord.Make | RelationWord.Deliver) || IsOfOne(cast, chemistry) || cast.Scene.Phrases.Exists(phrase => clause.Contains(phrase.Head)));
    }

    /// <summary>"CATL puts sodium-ion cells on sale": cells, in a sentence that names one company alone.</summary>
    private static bool IsOfOne(Cast cast, Mention chemistry) =>
        chemistry.Tokens.End < cast.Sentence.End && cast.Sentence.Written(chemistry.Tokens.End) is "cells" or "batteries" && cast.Sentence.Mentions.FindAll(static mention => mention.Kind is MentionKind.Organisation or MentionKind.Model) is [{ Organisation.MakesCells: true }];

    /// <summary>"Its LFP cells", "the company bets on", "we make": about who was spoken of, and not about makers at large.</summary>
    private static bool GoesOn(Cast cast, TokenRange clause)
    {
        var (sentence, terms) = (cast.Sentence, cast.Scene.Terms);
        for (var at = clause.First; at < clause.End; at++)
        {
            if (terms.Has(sentence[at], TermClass.Pronoun | TermClass.Possessive) || sentence.Written(at) is "we" or "We" or "our" or "Our" or "I") return true;
            if (at > clause.First && terms.Has(sentence[at], TermClass.CompanyNoun | TermClass.Plant) && terms.Has(sentence[at - 1], TermClass.Definite)) return true;
        }

        return false;
    }

    private static Attached? Of(Cast cast, Mention chemistry, TokenRange clause)
    {
        var (sentence, discourse) = (cast.Sentence, cast.Scene.Discourse);
        var makers = sentence.Mentions.FindAll(mention => clause.Contains(mention.Tokens.First) && mention.Kind == MentionKind.Organisation);
        if (cast.Scene.Phrases.FindAll(phrase => clause.Contains(phrase.Head)) is [{ Plural: false } phrase] && (!phrase.OtherIndustry || phrase.Battery) && discourse.Resolve(sentence, phrase) is [{ Operator: not null } plant] && makers.TrueForAll(maker => maker.Organisation is { MakesCells: false } || plant.IsOf(maker.Name)) && discourse.Makes(plant.Operator)) return new Attached(plant, plant.Operator, sentence.SpanOf(phrase.Tokens), "works in the clause");
        if (makers is [{ Organisation.MakesCells: true } maker]) return new Attached(null, maker.Name, maker.Span, "only maker in the clause");
        if (makers.Count > 0 || sentence.Mentions.Exists(static mention => mention.Kind is MentionKind.Organisation or MentionKind.Model) || !GoesOn(cast, clause)) return null;
        if (discourse is { LastSubjectWasPlant: true, Focus: { Operator: { } runs, PlaceName: not null } focus }) return new Attached(focus, runs, null, "plant last spoken of");
        return (discourse.OnlyMaker(sentence.Passage) ?? discourse.SectionCompany ?? discourse.Main) is { } main && discourse.Makes(main) ? new Attached(null, main, null, "maker spoken of") : null;
    }
}
