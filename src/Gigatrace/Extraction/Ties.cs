using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction;

/// <summary>What joins the companies below a heading to the one that the text is about.</summary>
internal enum Tie
{
    None,

    /// <summary>They deliver cells to it, or it to them.</summary>
    Supply,

    /// <summary>They hold shares of it, or it of them.</summary>
    Holding,

    /// <summary>They hold shares of it.</summary>
    Held,

    /// <summary>It holds shares of them.</summary>
    Holds,
}

/// <summary>"Shares they bought", "Who delivers what": the tie that the words of a heading or title speak of.</summary>
internal static class Ties
{
    public static Tie Of(string heading)
    {
        var text = heading.ToLowerInvariant();
        if (Has(text, Others)) return Tie.None;
        if (Has(text, Shares)) return Has(text, Holders) ? Tie.Held : Has(text, Buying) ? Tie.Holds : Tie.Holding;
        if (Has(text, Holders)) return Tie.Held;
        // "Who gets the cells"
        return Has(text, Stakes) ? Tie.Holds : Has(text, Supplies) || Has(text, ["who "]) && Has(text, ["cells", "batteries"]) && !Has(text, ["makes", "making", "builds"]) ? Tie.Supply : Tie.None;
    }

    /// <summary>Who is held and who holds, of the one that the text is about and another: as the heading says, else whoever makes no cells holds shares of whoever does.</summary>
    public static (string Held, string Holder) Sides(Tie tie, string about, Mention other, Discourse discourse) =>
        tie == Tie.Held || tie == Tie.Holding && discourse.Makes(about) && other.Organisation is not { MakesCells: true } ? (about, other.Name) : (other.Name, about);

    private static readonly string[] Others = ["market", "lithium", "cathode", "anode", "material", "machine", "equipment", "question", "open point", "lawsuit", "price"];

    private static readonly string[] Shares = ["shares", "stake", "shareholding", "equity"];

    private static readonly string[] Holders = ["shareholders", "owners", "who owns", "who holds", "holders", "backers", "investors", "owned by", "held by", "who is behind"];

    private static readonly string[] Buying = ["bought", "buys", "their", "its own", "acquired", "invested", "taken"];

    private static readonly string[] Stakes = ["holdings", "participations", "bought in", "buys into", "invested in", "investments in", "money in"];

    private static readonly string[] Supplies = ["suppl", "deliver", "sourc", "vendor", "customer", "client", "buyer", "buys", "taker", "purchas", "cells from", "cells for", "cells of", "cells go", "cells come", "whose cells", "which cells", "their cells", "batteries from", "batteries for", "order book", "drive", "contract", "from whom"];

    private static bool Has(string text, string[] some)
    {
        foreach (var word in some)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && (at == 0 || !char.IsLetter(text[at - 1]))) return true;
        }

        return false;
    }
}
