using Gigatrace.Documents;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>Which words name a place, and which of the places of that name: by what stands around them, since most towns are called like something else.</summary>
internal sealed class PlaceFinder(NameLexicon lexicon, Terms terms)
{
    /// <summary>A list name that is only the start of a longer place's name behind "in" ("Commerce", "Georgetown").</summary>
    public Mention? LongerPlace(Sentence sentence, int at, int end)
    {
        if (!Located(sentence, at)) return null;
        for (var last = Math.Min(sentence.End, at + Gazetteer.MaxTokens); last > end; last--)
        {
            if (!NameLike(sentence, at, last)) continue;
            if (lexicon.Places.Best(sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, last))), Hint(sentence, last)) is { } place) return Mention.In(sentence, MentionKind.Place, place.Name, at, last) with { Place = place };
        }

        return null;
    }

    public Mention? Municipality(Sentence sentence, int at, DocumentNames names, bool learn)
    {
        var token = sentence[at];
        if (token.Kind != TokenKind.Word || !token.Upper) return null;
        // "South Bend": a quarter of the sky begins many a name and is none.
        var quarter = sentence.Written(at) is "North" or "South" or "East" or "West";
        if (!quarter && terms.Has(token, TermClass.NotAName | TermClass.Month | TermClass.Weekday)) return null;
        for (var end = Math.Min(sentence.End, at + Gazetteer.MaxTokens); end > (quarter ? at + 1 : at); end--)
        {
            if (!NameLike(sentence, at, end) || end == at + 1 && sentence[at].AllUpper && sentence[at].Length <= 4) continue;
            var written = sentence.Text[sentence.SpanOf(new TokenRange(at, end))];
            if (names.Place(written) is { } plain) return Mention.In(sentence, MentionKind.Place, plain.Name, at, end) with { Place = plain };
            // "for Patrick Pouyanné": the name goes on.
            if (end < sentence.End && sentence[end] is { Kind: TokenKind.Word, Upper: true, SpaceBefore: true, LineBefore: false } && terms[sentence[end]] == TermClass.None && !lexicon.Names.Longest(sentence.Text, sentence.UpToEnd, end, false, out _, out _)) continue;
            if (IsPart(sentence, at, end) || IsSeason(sentence, at, end)) continue;
            // Towns called Asia and Europe are not meant.
            if (!IsPlain(sentence, at, end) || lexicon.Places.FindRegion(written.ToString()) is { Kind: PlaceKind.Continent }) continue;
            if ((lexicon.Places.Best(written.ToString(), Hint(sentence, end) ?? lexicon.Works.RegionOf(written.ToString())) ?? Unlisted(sentence, at, end)) is not { } place) continue;
            if (learn) names.AddPlace(written.ToString(), place);
            return Mention.In(sentence, MentionKind.Place, place.Name, at, end) with { Place = place };
        }

        return null;
    }

    /// <summary>"Holland, Michigan", and "the Holland plant" further down: a town called like a country or region, where the text says so.</summary>
    public Mention? Namesake(Sentence sentence, int at, int end, DocumentNames names)
    {
        var written = sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, end)));
        if (names.Place(written) is null && Hint(sentence, end) is { } hint && lexicon.Places.Best(written, hint) is { Population: > 0 } listed && listed.Region == hint) names.AddPlace(written, listed);
        // "in Michigan, where its Holland facility": the region was said before, a works is said behind.
        var near = end < sentence.End && terms.Has(sentence[end], TermClass.Plant) ? sentence.Mentions.FindLast(mention => mention.Place is { Kind: PlaceKind.Region })?.Place : null;
        if (near is not null && lexicon.Places.Find(written).FirstOrDefault(place => place.Region == near.Name && place.CountryCode == near.CountryCode) is { } local) names.AddPlace(written, local);
        return names.Place(written) is { } town ? Mention.In(sentence, MentionKind.Place, town.Name, at, end) with { Place = town } : null;
    }

    /// <summary>People. A smaller town is not spoken of without its state.</summary>
    private const int OfSomeSize = 5_000;

    /// <summary>"Holland" in a text on Michigan, which speaks of no Dutch: the town of a region that the text names, not the country that is only called so at times.</summary>
    public void Nicknames(IReadOnlyList<Sentence> sentences, DocumentNames names)
    {
        var areas = sentences.SelectMany(sentence => sentence.Mentions).Where(mention => mention.Place is { Kind: not PlaceKind.Municipality }).ToList();
        foreach (var called in areas.Where(area => area is { Kind: MentionKind.Place, Place.Kind: PlaceKind.Country, Written: { } written } && written != area.Name && areas.TrueForAll(other => other.Place != area.Place || other.Written == written)).DistinctBy(area => area.Name))
        {
            var town = lexicon.Places.Find(called.Written!).FirstOrDefault(place => place.Population >= OfSomeSize && areas.Exists(area => area.Place!.Kind == PlaceKind.Region && area.Place.Name == place.Region && area.Place.CountryCode == place.CountryCode));
            if (town is not null) names.AddPlace(called.Written!, town);
        }
    }

    /// <summary>The region or country behind a comma or in brackets: "Smyrna, Tennessee", "Überherrn (Saarland)".</summary>
    public string? Hint(Sentence sentence, int end)
    {
        while (end < sentence.End && sentence.Written(end) is "]" or "*" or "city" or "City" or "district" or "District" or "town") end++;
        // "Pryor OK" in a table or note
        if (end < sentence.End && sentence[end] is { AllUpper: true, Length: 2 } && sentence.Passage.Kind is PassageKind.TableRow or PassageKind.ListItem or PassageKind.Heading && lexicon.Places.FindRegion(sentence.Text.Quote(sentence[end].Span)) is { Kind: PlaceKind.Region } state) return state.Name;
        if (end + 1 >= sentence.End || sentence.Written(end) is not ("," or "(" or "in" or "of")) return null;
        if (sentence.Written(end) is "in" or "of" && sentence.Written(end + 1) is "the") end++;
        if (end + 1 >= sentence.End || !sentence[end + 1].Upper) return null;
        var tokens = sentence.UpToEnd;
        if (!lexicon.Names.Longest(sentence.Text, tokens, end + 1, false, out var behind, out var target)) return HintOfDistrict(sentence, tokens, end + 1);
        if (target is Place { Kind: PlaceKind.Municipality }) return HintOfDistrict(sentence, tokens, end + 1);
        // "Holland in the US state of Michigan"
        if (target is Place { Kind: PlaceKind.Country } or Nationality && behind + 2 < sentence.End && sentence.Written(behind) is "state" or "province" or "region" && sentence.Written(behind + 1) is "of" && lexicon.Names.Longest(sentence.Text, tokens, behind + 2, false, out _, out var inner) && inner is Place within) return within.Name;
        return target is Place place ? place.Name : null;
    }

    /// <summary>"Divitipally in the Mahbubnagar district of Telangana": the region behind a district that no list holds.</summary>
    private string? HintOfDistrict(Sentence sentence, ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at; i + 2 < Math.Min(sentence.End, at + 5) && sentence[i].Upper; i++)
        {
            if (sentence.Written(i + 1) is not ("district" or "county" or "County" or "District" or "department" or "prefecture")) continue;
            var region = sentence.Written(i + 2) is "of" or "in" or "," ? i + 3 : -1;
            return region > 0 && region < sentence.End && lexicon.Names.Longest(sentence.Text, tokens, region, false, out _, out var target) && target is Place place ? place.Name : null;
        }

        return null;
    }

    /// <summary>"in Smallville, Ohio": no list holds it, but the text says that it is a place and where.</summary>
    private Place? Unlisted(Sentence sentence, int at, int end)
    {
        if (IsGrounds(sentence, end)) return null;
        // "Windsor ON": a town with its province behind it.
        if (end - at > 1 && sentence[end - 1] is { AllUpper: true, Length: 2 } && lexicon.Places.FindRegion(sentence.Text.Quote(sentence[end - 1].Span)) is not null) return null;
        if (sentence.Written(at - (at > sentence.First ? 1 : 0)) is not ("in" or "In" or "near" or "outside" or "at" or "At") && sentence.Passage.Kind != PassageKind.TableRow || ((Hint(sentence, end) is { } hint ? lexicon.Places.FindRegion(hint) : null) ?? RegionOfTownBeside(sentence, end)) is not { } region) return null;
        if (sentence.Mentions.Exists(mention => mention.Tokens.First < end && mention.Tokens.End > at) || Enumerable.Range(at, end - at).Any(i => sentence[i].Kind == TokenKind.Word && !sentence[i].Upper)) return null;
        return region with { Name = sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, end))), Kind = PlaceKind.Municipality, Region = region.Kind == PlaceKind.Region ? region.Name : null };
    }

    /// <summary>"Eyde Energy Park, Arendal": grounds of a town that is named behind them; the works is called by the town.</summary>
    private bool IsGrounds(Sentence sentence, int end) =>
        sentence.Written(end - 1) is "Park" or "Campus" or "Site" or "Megasite" or "Estate" or "Zone" or "Port" or "Harbour" or "Hub" or "Cluster" or "Complex" or "Centre" or "Center" && end + 1 < sentence.End && sentence.Written(end) is "," or "in" or "at" or "near" or "(" &&
        sentence[end + 1].Upper && lexicon.Places.Find(sentence.Text.Quote(sentence[end + 1].Span)).Any(place => place.Kind == PlaceKind.Municipality);

    /// <summary>"in the Science Park, Lyon": a town of some size behind the grounds and a comma.</summary>
    private bool BehindGrounds(Sentence sentence, int at, int end) =>
        at - 2 > sentence.First && sentence.Written(at - 1) is "," && sentence.Written(at - 2) is "Park" or "park" or "Campus" or "campus" or "Estate" or "estate" or "Zone" or "zone" or "Megasite" or "Hub" or "Port" or "port" &&
        (end == sentence.End || sentence[end].Kind == TokenKind.Punctuation) && lexicon.Places.Best(sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, end))), null) is { Population: >= Known };

    /// <summary>"at Devanahalli, near Bengaluru", "in Panyu, Guangzhou": the region or country of a larger town behind a comma.</summary>
    private Place? RegionOfTownBeside(Sentence sentence, int end)
    {
        if (end + 1 >= sentence.End || sentence.Written(end) is not ",") return null;
        var at = end + 1;
        while (at + 1 < sentence.End && at < end + 5 && sentence.Written(at) is "near" or "outside" or "close" or "to" or "just" or "on" or "the" or "outskirts" or "edge" or "north" or "south" or "east" or "west" or "of") at++;
        if (!sentence[at].Upper || sentence[at].Kind != TokenKind.Word) return null;
        var town = lexicon.Names.Longest(sentence.Text, sentence.UpToEnd, at, false, out _, out var target) ? target as Place : lexicon.Places.Find(sentence.Written(at)).FirstOrDefault();
        return town is { Kind: PlaceKind.Municipality, Population: >= OfSize } ? (town.Region is { } name ? lexicon.Places.FindRegion(name) : null) ?? (town.CountryCode is { } code ? lexicon.Places.FindCountry(code) : null) : null;
    }

    /// <summary>People. By a smaller town nobody says where another one lies.</summary>
    private const int OfSize = 100_000;

    /// <summary>Capitalised words with small ones and hyphens between them, ending in a capitalised one.</summary>
    private static bool NameLike(Sentence sentence, int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            var token = sentence[i];
            if (i > at && token.LineBefore) return false;
            var joint = sentence.Written(i) is "-" or "." or "'" or "‑";
            if (joint ? i == at || token.SpaceBefore : token.Kind != TokenKind.Word) return false;
            if (!joint && !token.Upper && (i == at || i == end - 1 || token.Length > 4)) return false;
        }

        return sentence[end - 1].Kind == TokenKind.Word && (end == sentence.End || !sentence[end].Upper || sentence[end].SpaceBefore || sentence.Written(end) is "'s" or "’s");
    }

    /// <summary>"in Central China", "in Upper Austria": no town called Central.</summary>
    private bool IsPart(Sentence sentence, int at, int end) =>
        end == at + 1 && sentence.Written(at) is "Central" or "Upper" or "Lower" or "Northern" or "Southern" or "Eastern" or "Western" or "Greater" or "Mid" && end < sentence.End && lexicon.Names.Longest(sentence.Text, sentence.UpToEnd, end, false, out _, out var target) && target is Place;

    /// <summary>"to start in Spring": the town has its state behind it.</summary>
    private bool IsSeason(Sentence sentence, int at, int end) =>
        end == at + 1 && sentence.Written(at) is "Spring" or "Summer" or "Autumn" or "Fall" or "Winter" && Hint(sentence, end) is null;

    /// <summary>Whether the words around it make it plain that a place is named.</summary>
    private bool IsPlain(Sentence sentence, int at, int end)
    {
        if (Located(sentence, at) || FollowedByRegion(sentence, end) || BehindMaker(sentence, at, end) || IsLinked(sentence, at, end)) return true;
        if (sentence.Passage.Kind is PassageKind.TableRow or PassageKind.Heading or PassageKind.ListItem && Alone(sentence, at, end)) return true;
        if (end < sentence.End && at > sentence.First && sentence.Written(at - 1) is "the" or "The" or "a" && terms.Has(sentence[end], TermClass.Battery | TermClass.CompanyNoun) && HasCompanyNoun(sentence, end)) return true;
        if (end < sentence.End && terms.Has(sentence[end], TermClass.Plant) && (at == sentence.First || !sentence[at - 1].Upper || terms.Has(sentence[at - 1], TermClass.Determiner | TermClass.Possessive))) return true;
        if (end + 1 < sentence.End && sentence.Written(end) is "'s" or "’s" && NearPlant(sentence, end)) return true;
        if (BehindGrounds(sentence, at, end)) return true;
        // "Douai, Dunkirk and Douvrin": behind another place in a row.
        return at > sentence.First + 1 && sentence.Mentions is [.., { Kind: MentionKind.Place } before] && before.Tokens.End == at - 1 &&
            (sentence.Written(at - 1) is "," or "and" or "&" or "/");
    }

    /// <summary>"CATL Szeged, 40 GWh": side by side with a maker of cells, first in a line or behind its colon, as works are called for short.</summary>
    private bool BehindMaker(Sentence sentence, int at, int end) =>
        sentence.Mentions is [.., { Organisation.MakesCells: true } maker] && maker.Tokens.End == at && (maker.Tokens.First == sentence.First || sentence.Written(maker.Tokens.First - 1) is ":") &&
        (end == sentence.End || sentence.Written(end) is "," or ":" or "–" or "—" or "(") && lexicon.Places.Best(sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, end))), null) is { Population: >= Known };

    /// <summary>"[[Marshall]] goes on": a note of its own on a place where the list knows works.</summary>
    private bool IsLinked(Sentence sentence, int at, int end) =>
        Mention.IsLinked(sentence.Text.Value, sentence.SpanOf(new TokenRange(at, end))) && lexicon.Works.RegionOf(sentence.Text.Quote(sentence.SpanOf(new TokenRange(at, end)))) is not null;

    /// <summary>People. A smaller town may be called like a product.</summary>
    private const int Known = 20_000;

    /// <summary>"the Endicott cell maker": what sort of company within three words.</summary>
    private bool HasCompanyNoun(Sentence sentence, int at) => terms.Any(sentence, at, Math.Min(sentence.End, at + 3), TermClass.CompanyNoun | TermClass.Plant);

    private bool NearPlant(Sentence sentence, int end) => terms.Any(sentence, end + 1, Math.Min(sentence.End, end + 5), TermClass.Plant);

    private bool Located(Sentence sentence, int at)
    {
        if (at == sentence.First) return false;
        var before = at - 1;
        while (before > sentence.First && sentence.Written(before) is "[" or "*" or "\"" or "“" or "#" or "nearby" or "neighbouring" or "neighboring") before--;
        if (sentence.Written(before) is "picks" or "picked" or "selects" or "selected" or "chooses" or "chose" or "choose" or "choosing") return true;
        return terms.Has(sentence[before], TermClass.Locating) && (sentence.Written(before) is not ("of" or "by") || FollowedByRegion(sentence, at + 1) || IsOfGround(sentence, before));
    }

    /// <summary>"the factory of Douai", "the land of Kanda": ground, a works or a town's own word stands before "of".</summary>
    private bool IsOfGround(Sentence sentence, int of) =>
        of > sentence.First && sentence.Written(of) is "of" && (terms.Has(sentence[of - 1], TermClass.Plant) || sentence.Written(of - 1) is "land" or "lands" or "plot" or "ground" or "grounds" or "area" or "town" or "city" or "village" or "municipality" or "commune" or "outskirts" or "port" or "harbour");

    private static bool Alone(Sentence sentence, int at, int end)
    {
        var before = at == sentence.First || sentence[at - 1].Kind is TokenKind.Punctuation or TokenKind.Symbol;
        return before && (end == sentence.End || sentence[end].Kind is TokenKind.Punctuation or TokenKind.Symbol || sentence[end].LineBefore);
    }

    private bool FollowedByRegion(Sentence sentence, int end) => Hint(sentence, end) is not null;
}
