using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction.Attachment;

/// <summary>Who gives the money of a funding, where the rule does not bind it: a lender or agency of the clause, who stands behind "from" or "by", or before the verb of giving.</summary>
internal static class Givers
{
    public static (string Name, Span Span)? Find(Sentence sentence, int at)
    {
        var clause = sentence.Clause(at);
        var near = sentence.Mentions.Where(mention => clause.Contains(mention.Tokens.First)).OrderBy(mention => Math.Abs(mention.Tokens.First - at)).ToList();
        var giver = near.Find(mention => mention.Kind is MentionKind.Organisation or MentionKind.Place && Behind(sentence, mention, "from", "by") && !Clears(sentence, mention))
            ?? near.Find(mention => mention.Organisation is { GivesMoney: true } && !Clears(sentence, mention))
            ?? near.Find(mention => mention.Kind == MentionKind.Nationality && IsPublicMoney(sentence, mention))
            ?? near.Find(mention => mention.Kind == MentionKind.Place && mention.Place is { Kind: not PlaceKind.Municipality } && Behind(sentence, mention, "grant", "grants") );
        return giver is null ? null : (giver.Kind is MentionKind.Place or MentionKind.Nationality ? Sites.NameOf(giver) : giver.Name, giver.Span);
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
