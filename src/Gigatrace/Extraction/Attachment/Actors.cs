using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>Which of the organisations that a sentence names acts in it, and which is only named beside.</summary>
internal static class Actors
{
    /// <summary>Behind "with", "from", "to", "by", "for": not what a sentence is about.</summary>
    public static bool IsOblique(Sentence sentence, Mention mention)
    {
        var before = mention.Tokens.First - 1;
        while (before > sentence.First && (sentence.Written(before) is "the" or "a" or "both" or "its" or "their" or "partner" or "maker" or "supplier" or "manufacturer" or "recycler" or "utility" or "developer" or "producer" or "battery" or "cell" or "carmaker" or "automaker" or "giant" or "startup" or "start-up" or "subsidiary" or "group" or "company" or "firm" or "conglomerate" or "parent" or "refining" or "oil" or "steel" or "coal" or "chemical" or "electronics" or "materials" or "refiner" or "-" or "based" || IsOrigin(sentence, before))) before--;
        if (before > sentence.First && sentence.Written(before) is "and" or "," or "&" && sentence.MentionAt(before - 1) is { Kind: MentionKind.Organisation } row && row.Tokens.End == before) return IsOblique(sentence, row) && !OpensBehind(sentence, mention, before);
        return before >= sentence.First && sentence.Written(before) is "with" or "from" or "to" or "by" or "for" or "With" or "From" or "For" or "of" or "into" or "in" or "against" or "than" or "behind" or "Behind" or "unlike" or "Unlike" or "beside" or "Beside" or "opposite" or "besides" or "Besides" or "alongside" or "Alongside" or "Like";
    }

    /// <summary>"With A, B has agreed": the verb of the sentence is that of who stands behind the comma.</summary>
    private static bool OpensBehind(Sentence sentence, Mention mention, int comma) =>
        sentence.Written(comma) is "," && sentence.Written(sentence.First) is "With" or "For" or "From" or "Besides" or "Like" or "Unlike" or "Alongside" && mention.Tokens.End < sentence.End && sentence.Written(mention.Tokens.End) is "has" or "had" or "is" or "was" or "will" or "would" or "wants" or "plans" or "signed" or "agreed" or "intends" or "buys" or "gets";

    /// <summary>The first company before the first verb that carries the sentence; of a sentence without a verb the first at all.</summary>
    public static Mention? Subject(Sentence sentence, Terms terms)
    {
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Kind != MentionKind.Organisation || mention.Organisation is { GivesMoney: true } && !OnlyOne(sentence, mention) || IsOblique(sentence, mention)) continue;
            for (var at = sentence.First; at < mention.Tokens.First; at++)
            {
                if (terms.Has(sentence[at], TermClass.Finite) && sentence.MentionAt(at) is null && sentence.Written(at) is not ("'s" or "’s")) return null;
            }

            return mention;
        }

        return null;
    }

    /// <summary>"it", "the company", "the Korean maker" before the first verb: the sentence goes on about who was spoken of. The country, where it says one.</summary>
    public static (bool Says, Place? Of) Resumes(Sentence sentence, Terms terms)
    {
        for (var at = sentence.First; at < Math.Min(sentence.End, sentence.First + 12); at++)
        {
            if (sentence.MentionAt(at) is { Kind: MentionKind.Organisation } || terms.Has(sentence[at], TermClass.Finite) && sentence.MentionAt(at) is null) return default;
            if ((terms.Has(sentence[at], TermClass.Pronoun) || sentence.Written(at) is "We") && !IsBehindVerb(sentence, terms, at)) return (true, null);
            if (!terms.Has(sentence[at], TermClass.Definite)) continue;
            Place? of = null;
            for (var next = at + 1; next < Math.Min(sentence.End, at + 5); next++)
            {
                if (sentence.MentionAt(next) is { Kind: MentionKind.Nationality or MentionKind.Place } origin) of = origin.Place;
                else if (sentence.MentionAt(next) is not null) break;
                if (terms.Has(sentence[next], TermClass.CompanyNoun | TermClass.CarMakerNoun) && !(next + 1 < sentence.End && terms.Has(sentence[next + 1], TermClass.CompanyNoun))) return (true, of);
            }
        }

        return default;
    }

    /// <summary>"The buyer wants all of X": a company behind the first verb of a sentence that begins with "the company".</summary>
    public static bool IsBehindFirm(Sentence sentence, Mention mention, Terms terms)
    {
        // "In May it bought X"
        for (var at = sentence.First + 1; at < Math.Min(mention.Tokens.First, sentence.First + 7); at++)
        {
            if (sentence.MentionAt(at) is { Kind: MentionKind.Organisation } || terms.Has(sentence[at], TermClass.Finite)) break;
            if (sentence.Written(at) is "it" && at + 1 < sentence.End && terms.Has(sentence[at + 1], TermClass.Finite) && sentence.Written(sentence.First) is "In" or "Since" or "Last" or "Earlier" or "By" or "At") return true;
        }

        if (sentence.Tokens.Length < 3 || sentence.Written(sentence.First) is not "The" || !terms.Has(sentence[sentence.First + 1], TermClass.CompanyNoun)) return false;
        return terms.Has(sentence[sentence.First + 2], TermClass.Finite) && mention.Tokens.First > sentence.First + 2;
    }

    /// <summary>"Contrast it with": behind a plain word a pronoun is what is done something to.</summary>
    private static bool IsBehindVerb(Sentence sentence, Terms terms, int pronoun) =>
        pronoun > sentence.First && sentence[pronoun - 1] is { Kind: TokenKind.Word } && sentence.MentionAt(pronoun - 1) is null && terms[sentence[pronoun - 1]] == TermClass.None && sentence.Written(pronoun - 1) is not ("that" or "as" or "if" or "when" or "then" or "since" or "once" or "after" or "before" or "until");

    /// <summary>"from China's CATL", "with Korean maker LG": where a company comes from, before its name.</summary>
    private static bool IsOrigin(Sentence sentence, int at) => sentence.MentionAt(at) switch
    {
        { Kind: MentionKind.Nationality } => true,
        { Kind: MentionKind.Place } place => place.Tokens.End < sentence.End && sentence.Written(place.Tokens.End) is "'s" or "’s" or "-",
        null => sentence.Written(at) is "'s" or "’s" && at > sentence.First && sentence.MentionAt(at - 1) is { Kind: MentionKind.Place },
        _ => false,
    };

    public static Mention? Pick(Sentence sentence, int from, int to, bool cells, bool oblique)
    {
        Mention? best = null;
        var bestRank = 20;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Kind != MentionKind.Organisation || mention.Tokens.First < from || mention.Tokens.First >= to) continue;
            if (!oblique && (IsOblique(sentence, mention) || IsUnnamedDaughter(sentence, mention))) continue;
            var rank = mention.Organisation is { Kind: "investor" } && !OnlyOne(sentence, mention) ? 20 : Rank(mention, cells);
            if (rank < bestRank) (best, bestRank) = (mention, rank);
        }

        return best;
    }

    /// <summary>An investor that acts without any other company beside it: a group that builds.</summary>
    public static bool OnlyOne(Sentence sentence, Mention mention) =>
        mention.Organisation is { Kind: "investor" } && ReferenceEquals(sentence.Mentions[0], mention) && !sentence.Mentions.Exists(other => other.Kind == MentionKind.Organisation && other.Name != mention.Name);

    /// <summary>"the Volkswagen subsidiary" without its name: not Volkswagen.</summary>
    private static bool IsUnnamedDaughter(Sentence sentence, Mention mention)
    {
        var next = mention.Tokens.End;
        if (next < sentence.End && sentence.Written(next) is "battery" or "cell") next++;
        return next < sentence.End && sentence.Written(next) is "subsidiary" or "unit" or "daughter" or "offshoot";
    }

    /// <summary>"For Britishvolt, which had wanted to build": the company right before a relative clause.</summary>
    public static Mention? Antecedent(Sentence sentence, TokenRange clause, Terms terms) => !terms.Has(sentence[clause.First], TermClass.Relative) || sentence.Written(clause.First) is "where" or "whose" ? null :
        sentence.Mentions.Find(mention => mention.IsCompany && mention.Tokens.End <= clause.First && mention.Tokens.End >= clause.First - 1);

    /// <summary>"X, a wholly owned subsidiary of Y, has": the one whose owner is told by the way; null where the words are no such.</summary>
    public static Mention? Owned(Sentence sentence, Mention owner)
    {
        if (owner.Tokens.End >= sentence.End) return null;
        // "X, a Y company, announced"
        if (sentence.Written(owner.Tokens.End) is "company" or "subsidiary" or "unit" or "affiliate" or "brand" or "group" or "Group" && owner.Tokens.First - 2 > sentence.First && sentence.Written(owner.Tokens.First - 1) is "a" or "an" && sentence.Written(owner.Tokens.First - 2) is "," or "(") return sentence.MentionAt(owner.Tokens.First - 3) is { Kind: MentionKind.Organisation } own ? own : null;
        if (sentence.Written(owner.Tokens.End) is not ("," or ")" or "–" or "—")) return null;
        var at = owner.Tokens.First - 1;
        while (at > sentence.First && at > owner.Tokens.First - 6 && sentence.Written(at) is not "of") at--;
        if (at <= sentence.First + 2 || sentence.Written(at) is not "of" || sentence.Written(at - 1) is not ("subsidiary" or "unit" or "arm" or "division" or "daughter" or "offshoot" or "affiliate" or "brand" or "member" or "part" or "business")) return null;
        for (var open = at - 2; open > Math.Max(sentence.First, at - 9); open--)
        {
            if (sentence.Written(open) is not ("," or "(" or "–" or "—")) continue;
            var end = sentence.Written(open - 1) is ")" ? open - 2 : open - 1;
            return sentence.MentionAt(end) is { Kind: MentionKind.Organisation } daughter ? daughter : null;
        }

        return null;
    }

    /// <summary>Who is likelier to run a battery plant, or simply to act, first.</summary>
    private static int Rank(Mention mention, bool cells) => mention.Organisation switch
    {
        { GivesMoney: true, Kind: not "investor" } => 20,
        { MakesCells: true } => 0,
        { MakesCars: true } => cells ? 2 : 0,
        null => cells ? 1 : 0,
        { GivesMoney: true } => 5,
        _ => cells ? 3 : 0,
    };

    public static string? AgentAfter(Sentence sentence, int at)
    {
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Kind == MentionKind.Organisation && mention.Tokens.First > at && mention.Tokens.First > sentence.First && sentence.Written(mention.Tokens.First - 1) is "by") return mention.Name;
        }

        return null;
    }
}
