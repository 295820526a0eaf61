using Gigatrace.Documents;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction;

/// <summary>
/// Where a text says that a company, or two together, have the one works that a row of a table without any place is about: in a remark above or below
/// the table that begins with its name, else wherever the text speaks of its works.
/// </summary>
internal sealed class Whereabouts(IReadOnlyList<Part> parts, Discourse discourse)
{
    /// <summary>A place stands no further behind the company that is there.</summary>
    private const int Nearest = 8;

    /// <summary>Null where the text places none, or several.</summary>
    public Plant? Works(string runs, IReadOnlyList<string> companies)
    {
        foreach (var part in parts.Where(static part => part.Passage.Kind is PassageKind.ListItem or PassageKind.Paragraph))
        {
            if (part.Sentences is not [var remark, ..] || !IsOf(remark, companies)) continue;
            if (Region(remark) is { } region) return discourse.Over(runs, region);
            if (Place(remark) is { } place) return discourse.FindOrAdd(runs, place, null);
        }

        var known = discourse.Plants.Where(plant => plant is { PlaceName: not null, Part: 1, Operator: { } own } && (own == runs || companies.All(company => plant.IsOf(company) || discourse.IsPartner(own, company)))).DistinctBy(static plant => plant.PlaceName).ToList();
        if (known is [var only]) return only;
        return known.Count == 0 && Beside(companies) is { } there ? discourse.FindOrAdd(runs, there, null) : null;
    }

    /// <summary>"Subaru: new joint works in Oizumi": a remark on one of the companies.</summary>
    private static bool IsOf(Sentence remark, IReadOnlyList<string> companies) =>
        remark.Mentions is [{ Kind: MentionKind.Organisation } first, ..] && first.Tokens.First <= remark.First + 1 && companies.Contains(first.Name) && first.Tokens.End < remark.End && remark.Written(first.Tokens.End) is ":" or "–" or "—" or "]]" or "]" or "=";

    /// <summary>The one town of a remark, else its one country or region; what only says more of another place does not count.</summary>
    private static Mention? Place(Sentence remark)
    {
        var places = remark.Mentions.Where(place => place.Kind == MentionKind.Place && !IsAside(remark, place)).DistinctBy(static place => place.Name).ToList();
        return places.Where(static place => place.IsTown).ToList() is { Count: > 0 } towns ? towns is [var town] ? town : null : places is [var only] ? only : null;
    }

    /// <summary>"Two Osaka plants (Suminoe, Kaizuka)": the region, where the remark names it, of several towns.</summary>
    private static Mention? Region(Sentence remark)
    {
        if (remark.Mentions.Count(static place => place.IsTown) < 2) return null;
        foreach (var inner in remark.Mentions.Where(static place => place.IsTown).Select(static town => town.Place!))
        {
            for (var at = remark.First; at < remark.End && inner.Region is not null; at++)
            {
                if (remark.MentionAt(at) is null && remark.Written(at).Equals(inner.Region, StringComparison.Ordinal)) return Mention.In(remark, MentionKind.Place, inner.Region, at, at + 1) with { Place = new Place(inner.Region, PlaceKind.Region, null, inner.Country, inner.CountryCode, null, null, 0, null) };
            }
        }

        return null;
    }

    /// <summary>"(Shiga)", "near Valencia"</summary>
    private static bool IsAside(Sentence remark, Mention place) => IsBracketed(remark, place) || remark.Written(place.Tokens.First - 1) is "near" or "outside" or "beside" or "from" or "of";

    private static bool IsBracketed(Sentence remark, Mention place)
    {
        for (var at = place.Tokens.First - 1; at >= remark.First && remark.Written(at) is not ")"; at--)
        {
            if (remark.Written(at) is "(") return true;
        }

        return false;
    }

    /// <summary>"LG Energy Solution in Holland, Michigan; Ultium in Lansing": the one town that stands behind the company alone.</summary>
    private Mention? Beside(IReadOnlyList<string> companies)
    {
        Mention? found = null;
        foreach (var sentence in parts.Where(static part => part.Passage.Kind is PassageKind.ListItem or PassageKind.Paragraph).SelectMany(static part => part.Sentences))
        {
            for (var at = 0; at + 1 < sentence.Mentions.Count; at++)
            {
                if (sentence.Mentions[at] is not { Kind: MentionKind.Organisation } company || !companies.Contains(company.Name)) continue;
                var town = sentence.Mentions[at + 1];
                if (!town.IsTown || town.Tokens.First - company.Tokens.End > Nearest || sentence.Written(town.Tokens.First - 1) is not ("in" or "at" or "(")) continue;
                if (companies.Count > 1 && !sentence.Mentions.Exists(other => other.Tokens.End <= company.Tokens.First && company.Tokens.First - other.Tokens.End <= 2 && other.Name != company.Name && companies.Contains(other.Name))) continue;
                if (found is not null && found.Name != town.Name) return null;
                found = town;
            }
        }

        return found;
    }
}
