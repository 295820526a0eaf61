using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>What a clause says of a claim beside its value: which product, at which level, in which market, and who says so.</summary>
internal static class Details
{
    /// <summary>"12V", "storage", "traction"; null where the clause does not say.</summary>
    public static string? Product(Sentence sentence, TokenRange clause)
    {
        for (var at = clause.First; at < clause.End; at++)
        {
            if (sentence.Written(at) is "12" && at + 1 < sentence.End && Behind(sentence, at) is "V" or "volt" or "Volt" or "v") return "12V";
            if (sentence.Written(at) is "stationary" || sentence.Written(at) is "storage" && at > clause.First && sentence.Written(at - 1) is "energy" or "grid" or "battery" or "power") return "storage";
            if (sentence.Written(at) is "traction") return "traction";
        }

        return null;
    }

    /// <summary>"site" where a capacity is said of the whole of it ("the site could be expanded to …"); null where the text does not say.</summary>
    public static string? WholeSite(Sentence sentence, string predicate, Claims.Span? subject) =>
        predicate == "capacity" && subject is { } named && sentence.Text[named].EndsWith("site", StringComparison.OrdinalIgnoreCase) ? "site" : null;

    /// <summary>"cell", "module" or "pack": the word nearest to the value; null where the clause has none.</summary>
    public static string? Level(Sentence sentence, TokenRange clause, TokenRange value)
    {
        // "10 GWh of packs and 40 GWh of cells"
        if (value.End + 1 < clause.End && sentence.Written(value.End) is "of" && LevelAt(sentence, clause, value.End + 1) is { } counted) return counted;
        for (var distance = 1; distance < 12; distance++)
        {
            if (LevelAt(sentence, clause, value.First + distance) is { } behind) return behind;
            if (LevelAt(sentence, clause, value.First - distance) is { } before) return before;
        }

        return null;
    }

    /// <summary>Where a market share holds: "Europe", a country; null for the world or where the clause does not say.</summary>
    public static string? Region(Sentence sentence, TokenRange clause)
    {
        var place = sentence.Mentions.Find(mention => clause.Contains(mention.Tokens.First) && mention.Kind is MentionKind.Place or MentionKind.Nationality && mention.Place is { Kind: PlaceKind.Country } && !IsHome(sentence, mention));
        if (place is not null) return place.Place!.Name;
        return sentence.Any(clause.First, clause.End, static word => word is "Europe" or "European") ? "Europe" : null;
    }

    /// <summary>"China's CALB", "the Chinese maker": where a company comes from is no market.</summary>
    private static bool IsHome(Sentence sentence, Mention country)
    {
        var next = country.Tokens.End;
        if (next < sentence.End && sentence.Written(next) is "'s" or "’s") next++;
        return next < sentence.End && (sentence.MentionAt(next) is { Kind: MentionKind.Organisation } || sentence.Written(next) is "maker" or "company" or "group" or "firm" or "battery" && next + 1 < sentence.End && sentence.Written(next + 1) is "maker" or "makers" or "giant" or "company" or "firm" or "producer" or "manufacturer");
    }

    /// <summary>Who says it, by "according to X" or "X said": the publisher itself is nobody else.</summary>
    public static string? Attribution(Sentence sentence, string? publisher)
    {
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Kind is not (MentionKind.Organisation or MentionKind.Person)) continue;
            var (first, end) = (mention.Tokens.First, mention.Tokens.End);
            var according = first - 2 >= sentence.First && sentence.Written(first - 1) is "to" && sentence.Written(first - 2) is "according" or "According";
            var said = end < sentence.End && sentence.Written(end) is "said" or "says" or "reported" or "reports" or "told" || end + 1 < sentence.End && sentence.Written(end) is "'s" or "’s" && sentence.Written(end + 1) is "spokesman" or "spokeswoman" or "spokesperson";
            var inverted = first > sentence.First && sentence.Written(first - 1) is "said" or "says";
            if ((according || said || inverted) && !string.Equals(mention.Name, publisher, StringComparison.OrdinalIgnoreCase)) return mention.Name;
        }

        return null;
    }

    private static string? LevelAt(Sentence sentence, TokenRange clause, int at) => !clause.Contains(at) ? null : sentence.Written(at) switch
    {
        "cell" or "cells" or "Cells" => "cell",
        "module" or "modules" => "module",
        "pack" or "packs" => "pack",
        _ => null,
    };

    private static ReadOnlySpan<char> Behind(Sentence sentence, int at) => sentence.Written(at + 1) is "-" && at + 2 < sentence.End ? sentence.Written(at + 2) : sentence.Written(at + 1);
}
