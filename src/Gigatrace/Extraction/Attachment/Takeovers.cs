using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction.Attachment;

/// <summary>
/// Who a text says buys which maker of cells, or its works. What it says of the buyer at a place of that maker it says of the maker's works:
/// it names that deal, and the works is known by whoever built it.
/// </summary>
internal sealed class Takeovers
{
    private readonly HashSet<(string Buyer, string Seller)> _known = [];

    public void Read(Sentence sentence)
    {
        if (!sentence.Mentions.Exists(static mention => mention.Organisation is { MakesCells: true })) return;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (!IsDeal(sentence.Written(at)) && !(sentence.Written(at) is "deal" or "agreement" or "bid" or "offer" or "contract" && at + 1 < sentence.End && sentence.Written(at + 1) is "for")) continue;
            foreach (var seller in sentence.Mentions)
            {
                if (seller.Organisation is { MakesCells: true } && Buyer(sentence, at, seller) is { } buyer) _known.Add((buyer.Name, seller.Name));
            }
        }
    }

    /// <summary>The maker of cells that the text says a company buys, out of those given; null where there is none.</summary>
    public string? Seller(string buyer, Func<string, bool> isThere)
    {
        foreach (var deal in _known)
        {
            if (deal.Buyer == buyer && isThere(deal.Seller)) return deal.Seller;
        }

        return null;
    }

    /// <summary>Whom "the buyer" means: the one company that buys in this text; null where none or several do.</summary>
    public string? TheBuyer => _known.Select(static deal => deal.Buyer).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    private static bool IsDeal(ReadOnlySpan<char> word) =>
        word is "buy" or "buys" or "buying" or "bought" or "acquire" or "acquires" or "acquiring" or "acquired" or "acquisition" or "purchase" or "purchases" or "purchased" or "takeover" or "take" or "takes" or "took" or "taking" or "taken" or "heir" or "snapped" or "snaps" or "snap" or "swallow" or "swallows" or "swallowed" or "absorbs" or "absorbed";

    /// <summary>"X will buy the works in A that was left of Y", "X's purchase of Y", "Y was bought by X".</summary>
    private static Mention? Buyer(Sentence sentence, int deal, Mention seller)
    {
        if (sentence.Written(deal) is "take" or "takes" or "took" or "taking" or "taken" && !sentence.Any(deal, Math.Min(sentence.End, deal + 3), static word => word is "over")) return null;
        if (seller.Tokens.End <= deal) return sentence.Mentions.Find(mention => mention.IsCompany && mention.Name != seller.Name && mention.Tokens.First > deal && mention.Tokens.First <= deal + 4 && sentence.Written(mention.Tokens.First - 1) is "by");
        if (IsOfGoods(sentence, deal, seller)) return null;
        var buyer = sentence.Mentions.FindLast(mention => mention.IsCompany && mention.Name != seller.Name && mention.Tokens.End <= deal && !Actors.IsOblique(sentence, mention));
        return buyer is not null && IsObject(sentence, deal, seller) ? buyer : null;
    }

    /// <summary>"buys cells from Y", "a stake in Y": neither Y nor a works of it.</summary>
    private static bool IsOfGoods(Sentence sentence, int deal, Mention seller) =>
        sentence.Any(deal, seller.Tokens.First, static word => word is "cells" or "batteries" or "modules" or "packs" or "stake" or "stakes" or "share" or "shares" or "percent" or "%" or "half" or "licence" or "license");

    /// <summary>The maker is what is bought, or has what is bought: "buys Y", "all that is left of Y", "Y's plants", "from Y".</summary>
    private static bool IsObject(Sentence sentence, int deal, Mention seller)
    {
        var before = seller.Tokens.First - 1;
        while (before > deal && sentence.Written(before) is "the" or "insolvent" or "bankrupt" or "ailing" or "its" or "rival" or "maker" or "battery" or "cell" or "over" or "Swedish" or "former" || before > deal && sentence.MentionAt(before) is { Kind: MentionKind.Nationality }) before--;
        return before == deal || sentence.Written(before) is "of" or "from" or "assets" or "plants" or "factories" or "sites" || sentence.Written(deal) is "heir" && sentence.Written(before) is "to" || seller.Tokens.End < sentence.End && sentence.Written(seller.Tokens.End) is "'s" or "’s" or "'" or "’";
    }
}
