using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>Who gives the money of a funding, where the rule does not bind it: a lender or agency of the clause, who stands behind "from" or "by", or before the verb of giving.</summary>
internal static class Givers
{
    /// <param name="plant">The works that the money is for, if it is for one: "the state" is the one where it stands.</param>
    public static (string Name, Span? Span)? Find(Sentence sentence, int at, Terms terms, Plant? plant)
    {
        var clause = sentence.Clause(at);
        var near = sentence.Mentions.Where(mention => clause.Contains(mention.Tokens.First)).OrderBy(mention => Math.Abs(mention.Tokens.First - at)).ToList();
        var giver = near.Find(mention => mention.Kind is MentionKind.Organisation or MentionKind.Place && Behind(sentence, mention, "from", "by") && !Clears(sentence, mention))
            ?? near.Find(mention => mention.Organisation is { GivesMoney: true } && !Clears(sentence, mention))
            ?? near.Find(mention => mention.Kind == MentionKind.Nationality && IsPublicMoney(sentence, mention))
            ?? near.Find(mention => mention.Kind == MentionKind.Place && mention.Place is { Kind: not PlaceKind.Municipality } && (Behind(sentence, mention, "grant", "grants") || Acts(sentence, clause, mention, terms)));
        if (giver is not null) return (Name(sentence, giver), giver.Span);
        return SaysState(sentence, terms) && plant?.Place is { Kind: PlaceKind.Municipality or PlaceKind.Region } place && (place.Kind == PlaceKind.Region ? place.Name : place.Region) is { } state ? (state, null) : null;
    }

    /// <summary>A country or region by its name; "the Hungarian government" as it stands.</summary>
    private static string Name(Sentence sentence, Mention giver)
    {
        if (giver.Kind == MentionKind.Nationality && giver.Tokens.End < sentence.End && sentence.Written(giver.Tokens.End) is "government" or "state") return sentence.Text.Quote(giver.Span) + " government";
        return giver.Kind is MentionKind.Place or MentionKind.Nationality ? Sites.NameOf(giver) : giver.Name;
    }

    /// <summary>"Georgia had paid", "Québec will lend": the subject of the clause.</summary>
    private static bool Acts(Sentence sentence, TokenRange clause, Mention place, Terms terms)
    {
        if (place.Tokens.First > clause.First + 3 || place.Tokens.First > sentence.First && terms.Has(sentence[place.Tokens.First - 1], TermClass.Locating)) return false;
        for (var at = place.Tokens.End; at < Math.Min(clause.End, place.Tokens.End + 3); at++)
        {
            if (sentence.Written(at) is "'s" or "’s" or ",") return false;
            if (terms.Has(sentence[at], TermClass.Finite) || sentence.Written(at) is "lent" or "lends" or "pays" or "paid" or "granted" or "grants" or "offered" or "offers" or "pledged" or "pledges" or "promised" or "promises" or "supports" or "supported" or "backs" or "backed" or "put" or "puts" or "provides" or "provided" or "contributes" or "contributed" or "awarded" or "awards" or "is" or "hands" or "handed" or "chips" or "throws") return true;
        }

        return false;
    }

    private static bool SaysState(Sentence sentence, Terms terms)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (sentence.Written(at) is "state" or "province" or "State" or "Province" && (at == sentence.First || terms.Has(sentence[at - 1], TermClass.Definite) || at + 1 < sentence.End && sentence.Written(at + 1) is "incentives" or "grant" or "grants" or "money" or "aid")) return true;
        }

        return false;
    }

    /// <summary>"a French grant", "Polish state aid".</summary>
    private static bool IsPublicMoney(Sentence sentence, Mention nationality)
    {
        for (var at = nationality.Tokens.End; at < Math.Min(sentence.End, nationality.Tokens.End + 3); at++)
        {
            if (sentence.Written(at) is "grant" or "grants" or "subsidy" or "subsidies" or "aid" or "support" or "funding" or "incentives" or "loan") return true;
        }

        return false;
    }

    /// <summary>Who approves or clears a subsidy does not pay it.</summary>
    private static bool Clears(Sentence sentence, Mention mention)
    {
        for (var at = mention.Tokens.End; at < Math.Min(sentence.End, mention.Tokens.End + 4); at++)
        {
            if (sentence.Written(at) is "approved" or "approves" or "approve" or "cleared" or "clears" or "waved" or "waves" or "authorised" or "authorized") return true;
        }

        return mention.Name == "European Commission" && !Behind(sentence, mention, "from");
    }

    private static bool Behind(Sentence sentence, Mention mention, params ReadOnlySpan<string> words)
    {
        var before = mention.Tokens.First - 1;
        while (before > sentence.First && sentence.Written(before) is "the" or "state" or "of" && sentence.Written(before - 1) is not "loan") before--;
        if (before < sentence.First) return false;
        foreach (var word in words)
        {
            if (sentence.Written(before).SequenceEqual(word)) return true;
        }

        return false;
    }
}
