using System.Collections.Immutable;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Relations;

/// <summary>Whose cells are in whose cars: a maker of cells and a car, or who builds cars, in one clause that tells of nothing else between them.</summary>
internal static class Customers
{
    private const string Rule = "supplies.parts";

    public static void Read(Cast cast, List<Relation> found)
    {
        var sentence = cast.Sentence;
        if (cast.Scene.IsSaid("supplies") || !sentence.Mentions.Exists(static mention => mention.Kind == MentionKind.Model || mention.Organisation is { MakesCars: true })) return;
        foreach (var clause in sentence.Clauses)
        {
            if (cast.Any(clause, RelationWord.Deny | RelationWord.Venture | RelationWord.Share | RelationWord.Memorandum)) continue;
            var cars = Cars(cast, clause);
            if (cars.Count == 0) continue;
            var delivers = cast.First(clause.First, clause.End, RelationWord.Deliver);
            var byModel = cars.Exists(car => IsModel(sentence, car));
            var makers = Makers(cast, clause, cars);
            if (makers.Count == 0) continue;
            var chooses = Chooses(cast, clause, cars[0], makers);
            if (chooses) cars.RemoveAll(car => Actors.IsOblique(sentence, car));
            if (!byModel && !chooses && (delivers < 0 || cast.Any(clause, RelationWord.Daughter) || !cast.Scene.Terms.Any(sentence, clause.First, clause.End, TermClass.Battery))) continue;
            foreach (var car in cars.Where(car => !byModel || IsModel(sentence, car) || delivers >= 0).DistinctBy(Buyer))
            {
                var buyer = Buyer(car);
                if (buyer is null || cast.Scene.Discourse.Listed(buyer) is { MakesCells: true }) continue;
                ImmutableArray<string> models = [.. cars.Where(other => other.Kind == MentionKind.Model && other.Maker == buyer).Select(static other => other.Name).Distinct()];
                foreach (var maker in makers.Where(maker => maker.Company is { } name && !name.StartsWith(buyer, StringComparison.Ordinal))) found.Add(new Relation(Rule, "supplies", clause, delivers >= 0 ? delivers : car.Tokens.First, maker) { Object = buyer, ObjectSpan = car.Span, Models = models });
            }
        }
    }

    /// <summary>A model, or a company with the name of one behind it that no list knows: "Ford's Kuga", "Kia EV9".</summary>
    private static bool IsModel(Sentence sentence, Mention car)
    {
        if (car.Kind == MentionKind.Model) return true;
        var next = car.Tokens.End;
        if (next < sentence.End && sentence.Written(next) is "'s" or "’s") next++;
        return next < sentence.End && next > car.Tokens.End && sentence[next] is { Kind: TokenKind.Word, Upper: true } && sentence.MentionAt(next) is null;
    }

    private static string? Buyer(Mention car) => car.Kind == MentionKind.Model ? car.Maker : car.Name;

    private static List<Mention> Cars(Cast cast, TokenRange clause)
    {
        var cars = cast.Sentence.Mentions.FindAll(mention => clause.Contains(mention.Tokens.First) && (mention is { Kind: MentionKind.Model, Maker: not null } || mention.Organisation is { MakesCars: true, MakesCells: false }));
        // "BMW, whose i3 runs on cells of X"
        if (cars.Count == 0 && cast.Sentence.Written(clause.First) is "whose" or "which" && cast.Before(cast.Sentence.Written(clause.First - 1) is "," ? clause.First - 1 : clause.First) is { Organisation: { MakesCars: true, MakesCells: false } } whose) cars.Add(whose);
        return cars;
    }

    /// <summary>The one maker of cells that the clause names, or, where it speaks of "the cells" or "its batteries", the works or maker spoken of.</summary>
    private static List<Attached> Makers(Cast cast, TokenRange clause, List<Mention> cars)
    {
        var sentence = cast.Sentence;
        var makers = sentence.Mentions.FindAll(mention => clause.Contains(mention.Tokens.First) && mention.Organisation is { MakesCells: true });
        if (makers.Count == 0 && ShortName(cast, clause) is { } named) return [named];
        // "LG Energy Solution, a unit of LG Chem, lives from the Zoe": not the one that is only named beside.
        if (makers.Count > 1 && makers.Exists(maker => !Actors.IsOblique(sentence, maker) && !cast.IsOwner(maker)) && cast.Row(makers[0]).Count < makers.Count) makers.RemoveAll(maker => Actors.IsOblique(sentence, maker) || cast.IsOwner(maker));
        if (makers.Count > 0) return makers.DistinctBy(static maker => maker.Name).Count() == 1 || cast.Row(makers[0]).Count >= makers.Count ? [.. makers.DistinctBy(static maker => maker.Name).Select(static maker => new Attached(null, maker.Name, maker.Span, "maker of cells in the clause"))] : [];
        if (!cast.Any(clause, RelationWord.Deliver) && !IsModel(sentence, cars[0]) || !LedByCells(cast, clause, cars[0].Tokens.First) && !OfModel(cast, clause, cars)) return [];
        if (cast.Scene.Discourse is { Focus: { PlaceName: not null, Operator: { } runs } focus } discourse && (discourse.LastSubjectWasPlant || discourse.Company == runs || discourse.CellMaker is { } last && (last == runs || discourse.IsPartner(runs, last)))) return [new Attached(focus, runs, null, "works whose cells are spoken of")];
        return cast.Scene.Discourse.CellMaker is { } spoken ? [new Attached(null, spoken, null, "maker whose cells are spoken of")] : [];
    }

    /// <summary>"It makes the cells of the 911": whose cells they are was said before.</summary>
    private static bool OfModel(Cast cast, TokenRange clause, List<Mention> cars)
    {
        var sentence = cast.Sentence;
        if (cars[0].Kind != MentionKind.Model || !cast.Any(clause, RelationWord.Make) || sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.First < cars[0].Tokens.First)) return false;
        var at = cars[0].Tokens.First - 1;
        while (at > clause.First && at > cars[0].Tokens.First - 4 && sentence.Written(at) is not ("of" or "for" or "in")) at--;
        return sentence.Written(at) is "of" or "for" or "in" && sentence.Written(at - 1) is "cells" or "batteries" or "packs" or "modules";
    }

    /// <summary>"Volvo picked CATL": who builds cars has chosen who makes cells.</summary>
    private static bool Chooses(Cast cast, TokenRange clause, Mention car, List<Attached> makers)
    {
        var verb = cast.First(car.Tokens.End, clause.End, RelationWord.Choose);
        return verb > 0 && makers.TrueForAll(maker => maker.Span is { } span && span.Start > cast.Sentence[verb].End);
    }

    /// <summary>"i3 and i8 run on Samsung cells": the maker spoken of by the first word of its name.</summary>
    private static Attached? ShortName(Cast cast, TokenRange clause)
    {
        var sentence = cast.Sentence;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Kind != MentionKind.Organisation || !clause.Contains(mention.Tokens.First) || mention.Tokens.End >= sentence.End || sentence.Written(mention.Tokens.End) is not ("cells" or "batteries" or "packs")) continue;
            if (cast.Scene.Spoken.LastWhere(name => name.StartsWith(mention.Name + " ", StringComparison.Ordinal) && cast.Scene.Discourse.Makes(name)) is { } whole) return new Attached(null, whole, mention.Span, "maker spoken of, by its short name");
        }

        return null;
    }

    /// <summary>"The cells enter cars of", "Its batteries sit in": what is delivered begins the clause.</summary>
    private static bool LedByCells(Cast cast, TokenRange clause, int until)
    {
        var sentence = cast.Sentence;
        for (var at = clause.First; at < Math.Min(clause.First + 5, until); at++)
        {
            if (at == clause.First && sentence.Written(at) is "They" or "they" && cast.Scene.Discourse.CellMaker is not null) return sentence.MentionAt(until)?.Kind == MentionKind.Model || until + 2 < sentence.End && sentence.MentionAt(until + 2)?.Kind == MentionKind.Model;
            if (cast.Scene.Terms.Has(sentence[at], TermClass.Battery) && sentence.Written(at) is "cells" or "batteries" or "packs" or "modules") return sentence.Any(clause.First, at, static word => word is "The" or "the" or "Its" or "its" or "These" or "these" or "Their" or "their");
        }

        return false;
    }
}
