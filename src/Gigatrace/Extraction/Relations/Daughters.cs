using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Relations;

/// <summary>Whose daughter a company is: "LG Energy Solution, spun off as a wholly owned unit of LG Chem", "Huawei's investment arm Hubble", "X, wholly owned by Y".</summary>
internal static class Daughters
{
    private const string Rule = "parent.parts";

    private const int MostBetween = 12;

    public static void Read(Cast cast, List<Relation> found)
    {
        var sentence = cast.Sentence;
        if (!cast.Says(RelationWord.Daughter | RelationWord.Hold) || cast.Parties.Count == 0 || cast.Scene.IsSaid("parent")) return;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var wholly = IsWhollyOwned(sentence, at);
            if (!wholly && !cast.Has(at, RelationWord.Daughter) || cast.Any(sentence.Clause(at), RelationWord.Deny)) continue;
            if ((wholly ? cast.Behind(at + 2) : Parent(cast, at)) is not { } parent || cast.Row(parent) is { Count: > 1 } row && !(wholly && row.Count == 2 && sentence.Written(parent.Tokens.End) is ",")) continue;
            if ((wholly ? Owned(cast, at, parent) : Child(cast, at, parent)) is not { } child || child.Name == parent.Name || cast.Scene.Discourse.IsDaughter(parent.Name, child.Name) || child.Name.StartsWith(parent.Name, StringComparison.Ordinal) && child.Organisation is null) continue;
            found.Add(new Relation(Rule, "parent", new TokenRange(Math.Min(child.Tokens.First, parent.Tokens.First), Math.Max(child.Tokens.End, parent.Tokens.End)), at, new Attached(null, child.Name, child.Span, "daughter by the parts of the sentence")) { Object = parent.Name, ObjectSpan = parent.Span });
            return;
        }
    }

    /// <summary>"wholly owned by", "entirely owned by".</summary>
    private static bool IsWhollyOwned(Sentence sentence, int at) =>
        at > sentence.First && at + 2 < sentence.End && sentence.Written(at) is "owned" && sentence.Written(at + 1) is "by" && sentence.Any(Math.Max(sentence.First, at - 2), at, static word => word is "wholly" or "Wholly" or "fully" or "Fully" or "entirely" or "100%" or "completely");

    private static Mention? Parent(Cast cast, int at)
    {
        var sentence = cast.Sentence;
        for (var of = at + 1; of < Math.Min(sentence.End, at + 3); of++)
        {
            if (sentence.Written(of) is "of") return cast.Behind(of + 1, 5);
        }

        var before = cast.Parties.FindLast(party => party.Tokens.End <= at && party.Tokens.End >= at - 5);
        return before is not null && !sentence.Any(before.Tokens.End, at, static word => word is "," or ";" or "(" or "and" or "of" or "a" or "the" or "an" or "its") ? before : null;
    }

    private static Mention? Child(Cast cast, int at, Mention parent)
    {
        var sentence = cast.Sentence;
        if (parent.Tokens.End <= at)
        {
            if (Unlisted(cast, at + 1) is { } unlisted) return unlisted;
            if (cast.Behind(at + (at + 1 < sentence.End && sentence.Written(at + 1) is "," or "(" ? 2 : 1), 2) is { } behind) return behind;
            var before = cast.Before(Math.Max(sentence.First, parent.Tokens.First - 1));
            return before is not null && sentence.Written(parent.Tokens.First - 1) is "," or "(" && !Actors.IsOblique(sentence, before) && sentence.Written(before.Tokens.First - 1) is not ("Besides" or "and") ? before : null;
        }

        var child = cast.Parties.FindLast(party => party.Tokens.End <= at);
        if (child is null || at - child.Tokens.End > MostBetween || cast.IsOwner(child) || Actors.IsOblique(sentence, child) && sentence.Written(child.Tokens.End) is not ",") return null;
        return sentence.Written(child.Tokens.End) is "," or "(" or "is" or "was" or "became" or "becomes" or "–" or "as" ? child : null;
    }

    /// <summary>"Huawei's investment arm Hubble": capitals right behind the word, that no list knows.</summary>
    private static Mention? Unlisted(Cast cast, int at)
    {
        var (sentence, end) = (cast.Sentence, cast.Capitals(at));
        return end == at || end - at > 3 ? null : Mention.In(sentence, MentionKind.Organisation, sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, end))), at, end);
    }

    /// <summary>"X, wholly owned by Y", "Wholly owned by Y, X is putting up a plant".</summary>
    private static Mention? Owned(Cast cast, int at, Mention parent) =>
        cast.Actors(at) is [.., var before] ? before : cast.Parties.Find(party => party.Tokens.First >= parent.Tokens.End && (party.Tokens.First == parent.Tokens.End + 1 || !Actors.IsOblique(cast.Sentence, party)));
}
