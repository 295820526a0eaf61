using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction.Attachment;

/// <summary>Which of the organisations that a sentence names acts in it, and which is only named beside.</summary>
internal static class Actors
{
    /// <summary>Behind "with", "from", "to", "by", "for": not what a sentence is about.</summary>
    public static bool IsOblique(Sentence sentence, Mention mention)
    {
        var before = mention.Tokens.First - 1;
        while (before > sentence.First && (sentence.Written(before) is "the" or "a" or "both" or "its" or "their" or "partner" or "maker" or "supplier" or "manufacturer" or "battery" or "cell" or "carmaker" or "automaker" or "giant" or "startup" or "start-up" or "subsidiary" or "-" or "based" || IsOrigin(sentence, before))) before--;
        if (before > sentence.First && sentence.Written(before) is "and" or "," or "&" && sentence.MentionAt(before - 1) is { Kind: MentionKind.Organisation } row && row.Tokens.End == before) return IsOblique(sentence, row);
        return before >= sentence.First && sentence.Written(before) is "with" or "from" or "to" or "by" or "for" or "With" or "From" or "For" or "of" or "into" or "in" or "against" or "than";
    }

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
