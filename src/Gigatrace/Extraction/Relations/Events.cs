using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Relations;

/// <summary>What happened to a works, or how it stands: a word of an event in a clause that names the works, whatever stands between: "mothballed its half-built 29 GWh project in Mo i Rana".</summary>
internal static class Events
{
    private const RelationWord Told = RelationWord.Halt | RelationWord.Abandon | RelationWord.Rise | RelationWord.Begin | RelationWord.Shut | RelationWord.Open;

    /// <summary>A row of works has no more.</summary>
    private const int MostWorks = 3;

    public static void Read(Cast cast, List<Relation> found)
    {
        if (!cast.Says(Told)) return;
        var sentence = cast.Sentence;
        foreach (var clause in sentence.Clauses)
        {
            if (cast.First(clause.First, clause.End, Told) < 0 || cast.Any(clause, RelationWord.Deny) || IsSaid(cast, clause) || Of(cast, clause) is not var (at, predicate, word)) continue;
            foreach (var works in Works(cast, clause)) found.Add(new Relation($"{predicate}.parts", predicate, new TokenRange(Math.Max(clause.First, at - 4), Math.Min(clause.End, at + 6)), at, works) { Word = word });
        }
    }

    /// <summary>A rule has found an event or state in the clause.</summary>
    private static bool IsSaid(Cast cast, TokenRange clause)
    {
        var span = cast.Sentence.SpanOf(clause);
        return cast.Scene.Said.Exists(draft => draft.Predicate is "status" or "milestone" && draft.Span.Overlaps(span));
    }

    private static (int At, string Predicate, string Word)? Of(Cast cast, TokenRange clause)
    {
        if (cast.First(clause.First, clause.End, RelationWord.Halt) is >= 0 and var halt) return (halt, "milestone", "paused");
        if (cast.First(clause.First, clause.End, RelationWord.Abandon) is >= 0 and var end) return (end, "milestone", "cancelled");
        if (cast.First(clause.First, clause.End, RelationWord.Rise) is >= 0 and var rise) return (rise, "status", "under_construction");
        if (cast.First(clause.First, clause.End, RelationWord.Shut) is >= 0 and var shut) return (shut, "milestone", "closed");
        if (cast.First(clause.First, clause.End, RelationWord.Open) is >= 0 and var open) return (open, "milestone", "inauguration");
        var begin = cast.First(clause.First, clause.End, RelationWord.Begin);
        // "construction of which started", "began cell production": what begins stands before the verb, or right behind it.
        for (var at = Math.Min(clause.End, begin + 5) - 1; at >= Math.Max(clause.First, begin - 8); at--)
        {
            if (cast.Has(at, RelationWord.Building)) return (begin, "milestone", "construction_start");
            if (cast.Has(at, RelationWord.Output)) return (begin, "milestone", "production_start");
        }

        return null;
    }

    /// <summary>The works that the clause names, by phrases or by towns alone.</summary>
    private static List<Attached> Works(Cast cast, TokenRange clause)
    {
        var (sentence, discourse, terms) = (cast.Sentence, cast.Scene.Discourse, cast.Scene.Terms);
        var works = new List<Attached>();
        foreach (var phrase in cast.Scene.Phrases)
        {
            if (!clause.Contains(phrase.Head)) continue;
            if (phrase.Plural || phrase.OtherIndustry && !phrase.Battery) return [];
            foreach (var plant in discourse.Resolve(sentence, phrase)) Add(plant, sentence.SpanOf(phrase.Tokens));
        }

        if (works.Count > 0) return works.Count == 1 ? works : [];
        foreach (var town in sentence.Mentions)
        {
            if (!town.IsTown || !clause.Contains(town.Tokens.First)) continue;
            if (Surroundings.IsNoSite(sentence, town, terms) || discourse.IsOther(town)) return [];
            if (discourse.At(sentence, town) is { } plant) Add(plant, town.Span);
        }

        return works.Count <= MostWorks ? works : [];

        void Add(Plant plant, Claims.Span span)
        {
            if (plant is { Operator: not null, PlaceName: not null } && !works.Exists(one => one.Plant == plant)) works.Add(new Attached(plant, plant.Operator, span, "works in the clause"));
        }
    }
}
