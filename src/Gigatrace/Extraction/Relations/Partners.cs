using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Relations;

/// <summary>Who works together: a word of it and two companies of which at least one makes cells or cars.</summary>
internal static class Partners
{
    private const string Rule = "partnership.parts";

    private const int MostBehind = 8;

    public static void Read(Cast cast, List<Relation> found)
    {
        var sentence = cast.Sentence;
        if (!cast.Says(RelationWord.Partner) || cast.Scene.IsSaid("partnership")) return;
        for (var at = cast.First(sentence.First, sentence.End, RelationWord.Partner); at >= 0; at = cast.First(at + 1, sentence.End, RelationWord.Partner))
        {
            if (cast.Any(sentence.Clause(at), RelationWord.Deny)) continue;
            var (ones, others) = Sides(cast, at);
            foreach (var one in ones)
            {
                foreach (var other in others)
                {
                    if (!CanBe(cast, one, other) || found.Exists(known => known.Predicate == "partnership" && (known.Subject.Company == one.Name && known.Object == other.Name || known.Subject.Company == other.Name && known.Object == one.Name))) continue;
                    found.Add(new Relation(Rule, "partnership", new TokenRange(Math.Min(at, other.Tokens.First), Math.Max(at + 1, other.Tokens.End)), at, new Attached(null, one.Name, one.Span, "one of two that work together")) { Object = other.Name, ObjectSpan = other.Span, Kind = Kind(cast, at) });
                }
            }
        }
    }

    /// <summary>Who is on either side of a word; the same row twice where all of it works together.</summary>
    private static (List<Mention> Ones, List<Mention> Others) Sides(Cast cast, int at)
    {
        var sentence = cast.Sentence;
        if (sentence.Written(at) is "joint" or "Joint" && !(at + 1 < sentence.End && (cast.Has(at + 1, RelationWord.Venture) || cast.Scene.Terms.Has(sentence[at + 1], TermClass.Plant)))) return ([], []);
        for (var i = at + 1; i < Math.Min(sentence.End, at + MostBehind); i++)
        {
            if (sentence.Written(i) is "," or ";" or "." || cast.Scene.Terms.Has(sentence[i], TermClass.Finite) && sentence.MentionAt(i) is null) break;
            if (sentence.Written(i) is "of" or "between" or "by" && cast.Behind(i + 1) is { } first && cast.Row(first) is { Count: 2 or 3 } all) return (all, all);
            if (sentence.Written(i) is not "with" || cast.Behind(i + 1, 5) is not { } partner) continue;
            return (Self(cast, at), cast.Row(partner));
        }

        // "their joint venture StarPlus"
        if (cast.Has(at, RelationWord.Jointly) && cast.Behind(at + 1, 1) is not null && sentence.Any(Math.Max(sentence.First, at - 3), at, static word => word is "their" or "Their") && Two(cast, at) is { Count: 2 } both) return (both, both);

        // "GM, LG's partner in Ultium Cells"
        if (sentence.Written(at) is "partner" && cast.Parties.FindLast(party => party.Tokens.End <= at - 1 && cast.IsOwner(party)) is { } of && of.Tokens.End == at - 1 && of.Tokens.First > sentence.First && sentence.Written(of.Tokens.First - 1) is "," && cast.Before(of.Tokens.First - 1) is { } beside) return ([beside], [of]);
        // "its partners A and B", "X's partner Y"
        if (sentence.Written(at) is "partner" or "partners" && cast.Behind(at + 1, 2) is { } named)
        {
            var owner = cast.Parties.Find(party => party.Tokens.End <= at && party.Tokens.End >= at - 4 && cast.IsOwner(party));
            if (owner is not null) return ([owner], cast.Row(named));
            return at > sentence.First && sentence.Any(Math.Max(sentence.First, at - 3), at, static word => word is "its" or "Its" or "with") ? (Self(cast, at), cast.Row(named)) : ([], []);
        }

        // "A and B signed a memorandum", "A and B jointly develop": those who act.
        return cast.Subject(at) is { Count: 2 or 3 } row ? (row, row) : ([], []);
    }

    /// <summary>The two that the text spoke of last.</summary>
    private static List<Mention> Two(Cast cast, int at) =>
        [.. cast.Scene.Spoken.Last(cast.Sentence, at, 2).Select(name => Mention.In(cast.Sentence, MentionKind.Organisation, name, at, at + 1) with { Organisation = cast.Scene.Discourse.Listed(name) })];

    /// <summary>Who acts in the clause, else the company spoken of.</summary>
    private static List<Mention> Self(Cast cast, int at)
    {
        // "the Koreans' venture with Stellantis"
        if (cast.Parties.Find(party => cast.IsOwner(party) && at - party.Tokens.End is >= 0 and <= 4) is { } owner) return [owner];
        // "through its battery arm FinDreams together with X"
        if (cast.Before(at) is { } beside) return [beside];
        if (cast.Subject(at) is { Count: > 0 } row) return row;
        var sentence = cast.Sentence;
        if (cast.Parties.Exists(party => party.Tokens.End <= at)) return [];
        return cast.Scene.Discourse.CompanyAt(sentence, at) is { } company && cast.Scene.Discourse.Listed(company) is { } listed ? [Mention.In(sentence, MentionKind.Organisation, company, at, at + 1) with { Organisation = listed }] : [];
    }

    private static bool CanBe(Cast cast, Mention one, Mention other)
    {
        if (one.Name == other.Name || !(IsMaker(cast, one) || IsMaker(cast, other)) || one.Organisation is { GivesMoney: true } || other.Organisation is { GivesMoney: true }) return false;
        var discourse = cast.Scene.Discourse;
        return !discourse.IsDaughter(one.Name, other.Name) && !discourse.IsDaughter(other.Name, one.Name) && !discourse.Ventures.IsName(one.Name) && !discourse.Ventures.IsName(other.Name);
    }

    private static bool IsMaker(Cast cast, Mention party) => party.Organisation is { MakesCells: true } or { MakesCars: true } || cast.Scene.Discourse.Makes(party.Name);

    /// <summary>What a word calls it; who builds a works together has it together.</summary>
    private static string Kind(Cast cast, int at)
    {
        if (cast.Sentence.Written(at) is "together" or "Together" or "jointly" && cast.Sentence.Any(cast.Sentence.Clause(at).First, cast.Sentence.Clause(at).End, static word => word is "build" or "builds" or "building" or "built" or "founded" or "constructing")) return "jv";
        var near = new TokenRange(Math.Max(cast.Sentence.First, at - 3), Math.Min(cast.Sentence.End, at + 3));
        return cast.Any(near, RelationWord.Jointly) ? "jv" : cast.Any(near, RelationWord.Memorandum) ? "mou" : cast.Any(near, RelationWord.Technology) ? "technology" : "alliance";
    }
}
