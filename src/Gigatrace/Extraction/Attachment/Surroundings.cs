using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Attachment;

/// <summary>What the words around a plant phrase say of it: who builds it, where it stands, that it is only named for comparison.</summary>
internal static class Surroundings
{
    /// <summary>"from AESC, whose factory in Douai": who stands before "whose".</summary>
    public static Mention? Whose(Sentence sentence, PlantPhrase phrase)
    {
        var at = sentence.Written(phrase.Tokens.First) is "whose" ? phrase.Tokens.First : phrase.Tokens.First - 1;
        if (at <= sentence.First || sentence.Written(at) is not "whose") return null;
        return sentence.Mentions.FindLast(mention => mention.Tokens.End <= at && mention.Tokens.End >= at - 1) is { Kind: MentionKind.Organisation } holder ? holder : null;
    }

    /// <summary>"France gets its third cell factory": counted by the country, not at a site.</summary>
    public static bool IsCountrys(Sentence sentence, PlantPhrase phrase) =>
        phrase.Possessive && sentence.Mentions is [{ Kind: MentionKind.Place, Place.Kind: not PlaceKind.Municipality } first, ..] && first.Tokens.First == sentence.First &&
        !sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.End <= phrase.Tokens.First);

    /// <summary>"the factory, which Verkor will build in France": who builds it and where, said by the clause behind it.</summary>
    public static (string Company, Mention? Place)? BuiltBy(Sentence sentence, PlantPhrase phrase, Terms terms)
    {
        var at = phrase.Tokens.End;
        if (at < sentence.End && sentence.Written(at) is ",") at++;
        // "the factory planned by Tesla near Berlin"
        if (at + 2 < sentence.End && sentence.Written(at) is "planned" or "built" or "run" or "operated" or "proposed" && sentence.Written(at + 1) is "by" && sentence.MentionAt(at + 2) is { Kind: MentionKind.Organisation, Organisation: null or { GivesMoney: false } } maker)
        {
            var town = maker.Tokens.End + 1 < sentence.End && sentence.Written(maker.Tokens.End) is "in" or "at" or "near" ? sentence.MentionAt(maker.Tokens.End + 1) : null;
            return (maker.Name, town is { Kind: MentionKind.Place } ? town : null);
        }

        if (at + 1 >= sentence.End || !(terms.Has(sentence[at], TermClass.Relative) || sentence.Written(at) is "that")) return null;
        if (sentence.MentionAt(at + 1) is not { Kind: MentionKind.Organisation } builder || builder.Tokens.First != at + 1) return null;
        // "which Tata Group's Agratas is building": the daughter.
        if (builder.Tokens.End + 1 < sentence.End && sentence.Written(builder.Tokens.End) is "'s" or "’s" && sentence.MentionAt(builder.Tokens.End + 1) is { Kind: MentionKind.Organisation } daughter) builder = daughter;
        for (var i = builder.Tokens.End; i < Math.Min(sentence.End, builder.Tokens.End + 5); i++)
        {
            if (sentence.Written(i) is not ("build" or "builds" or "building" or "plans" or "planning" or "runs" or "operates" or "opened" or "constructing")) continue;
            var place = sentence.Mentions.Find(mention => mention.Kind == MentionKind.Place && mention.Tokens.First > i && mention.Tokens.First <= i + 5 && sentence.Written(mention.Tokens.First - 1) is "in" or "at" or "near");
            return (builder.Name, place);
        }

        return null;
    }

    /// <summary>"A and B … their common factory": a works of two has the names of both, "A-B".</summary>
    public static string? JointOwner(Sentence sentence, PlantPhrase phrase)
    {
        if (sentence.Written(phrase.Tokens.First) is not ("their" or "Their")) return null;
        for (var at = sentence.Mentions.Count - 1; at > 0; at--)
        {
            var (first, last) = (sentence.Mentions[at - 1], sentence.Mentions[at]);
            if (first.Kind != MentionKind.Organisation || last.Kind != MentionKind.Organisation || last.Tokens.First >= phrase.Tokens.First || first.Name == last.Name) continue;
            if (last.Tokens.First != first.Tokens.End + 1 || sentence.Written(first.Tokens.End) is not ("and" or "&")) continue;
            var names = Ventures.Joined(first.Name, last.Name);
            for (var before = at - 2; before >= 0 && sentence.Mentions[before] is { Kind: MentionKind.Organisation } more && sentence.Written(more.Tokens.End) is "," && sentence.Mentions[before + 1].Tokens.First == more.Tokens.End + 1; before--) names = Ventures.Joined(more.Name, names);
            return names;
        }

        return null;
    }

    /// <summary>"next to the Nissan works in Sunderland AESC plans a second factory": the town of the clause before the phrase.</summary>
    public static Mention? ClausePlace(Sentence sentence, PlantPhrase phrase, Terms terms)
    {
        var clause = sentence.Clause(phrase.Head);
        if (sentence.Written(clause.First) is "where" && sentence.Mentions.FindLast(mention => mention.Kind == MentionKind.Place && mention.Tokens.End <= clause.First && mention.Tokens.End >= clause.First - 6 && mention.Place is { Kind: PlaceKind.Municipality }) is { } there) return there;
        return sentence.Mentions.FindLast(mention => mention.IsTown && clause.Contains(mention.Tokens.First) && mention.Tokens.End <= phrase.Tokens.First && (OfGovernment(sentence, mention) || !IsNoSite(sentence, mention, terms)) &&
            mention.Tokens.First > sentence.First && ((sentence.Written(mention.Tokens.First - 1) is "in" or "In" or "at" or "At" || sentence.Written(mention.Tokens.First - 1) is "near" && sentence.MentionAt(mention.Tokens.First - 2) is not { Kind: MentionKind.Place }) || OfGovernment(sentence, mention)));
    }

    /// <summary>"A second plant is being built in Kaiserslautern": the town in which the clause goes on to say that it stands.</summary>
    public static Mention? PlaceBehind(Sentence sentence, PlantPhrase phrase, Terms terms)
    {
        var clause = sentence.Clause(phrase.Head);
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Tokens.First <= phrase.Tokens.End || !clause.Contains(mention.Tokens.First) || mention.Tokens.First > phrase.Tokens.End + FarthestBehind) continue;
            if (mention.Kind == MentionKind.Organisation || sentence.Phrases?.Exists(other => !ReferenceEquals(other, phrase) && other.Tokens.Contains(mention.Tokens.First)) == true) return null;
            if (mention.IsTown && sentence.Written(mention.Tokens.First - 1) is "in" or "at" or "near" or "outside") return IsNoSite(sentence, mention, terms) ? null : mention;
        }

        return null;
    }

    /// <summary>So many words of verbs and what goes with them stand between a works and its town.</summary>
    private const int FarthestBehind = 12;

    /// <summary>"In Jacksonville, Florida, a Saft factory turns out cells": the town that the sentence or clause begins with.</summary>
    public static Mention? Fronted(Sentence sentence, PlantPhrase phrase, Terms terms)
    {
        var own = sentence.Clause(phrase.Head).First;
        // "…; in Dunkirk, it bought a site": the pronoun opens a clause of its own.
        var lead = own > sentence.First && sentence.Written(own - 1) is "," && own - sentence.Clause(own - 1).First < 8 ? sentence.Clause(own - 1).First : own;
        foreach (var start in (int[])[lead, own, sentence.First])
        {
            var place = sentence.Mentions.Find(mention => mention.IsTown && mention.Tokens.First > start && mention.Tokens.First <= start + 4) ?? (lead < own && sentence.MentionAt(lead) is { IsTown: true } first ? first : null);
            if (place is null || place.Tokens.First == sentence.First || place.Tokens.End > phrase.Tokens.First || sentence.Written(place.Tokens.First - 1) is not ("in" or "In" or "at" or "At" or "near" or "Near") || IsNoSite(sentence, place, terms)) continue;
            if (!sentence.Mentions.Exists(mention => mention.Kind is MentionKind.Organisation && mention.Tokens.First >= start && mention.Tokens.End <= place.Tokens.First)) return place;
        }

        return Lead(sentence, phrase, terms);
    }

    /// <summary>"In a new park near Dunkirk, the maker is erecting a plant": the last town of what leads the sentence up to a comma.</summary>
    private static Mention? Lead(Sentence sentence, PlantPhrase phrase, Terms terms)
    {
        if (sentence.Written(sentence.First) is not ("On" or "In" or "At" or "Near" or "Outside" or "Beside" or "Just" or "Next")) return null;
        Mention? town = null;
        for (var at = sentence.First + 1; at < Math.Min(phrase.Tokens.First, sentence.First + LongestLead); at++)
        {
            if (sentence.MentionAt(at) is { } mention)
            {
                if (mention.IsTown) town = mention;
                if (mention is { Kind: MentionKind.Organisation, New: false }) return town is not null && sentence.Written(at - 1) is "," ? town : null;
                at = mention.Tokens.End - 1;
            }
            else if (terms.Has(sentence[at], TermClass.Finite | TermClass.Relative))
            {
                return null;
            }
            else if (town is not null && sentence.Written(at) is "," && !(at + 1 < sentence.End && sentence.MentionAt(at + 1) is { Kind: MentionKind.Place }))
            {
                return town;
            }
        }

        return null;
    }

    /// <summary>So many words may lead a sentence to its comma.</summary>
    private const int LongestLead = 18;

    /// <summary>"a cell factory on the same site", "the forerunner of a larger plant", "beside it a plant is to rise": another works at the site spoken of.</summary>
    public static bool IsOnSameSite(Sentence sentence, PlantPhrase phrase)
    {
        var (first, end) = phrase.Tokens;
        if (sentence.Any(Math.Max(sentence.First, first - 4), first, static word => word is "forerunner" or "precursor" or "predecessor" or "prelude" or "template" or "blueprint")) return true;
        for (var at = end; at + 2 < Math.Min(sentence.End, end + 9); at++)
        {
            if (sentence.Written(at) is "on" or "at" or "in" && sentence.Written(at + 1) is "the" && sentence.Written(at + 2) is "same" && sentence.Any(at + 3, Math.Min(sentence.End, at + 7), static word => word is "site" or "estate" or "grounds" or "plot" or "land" or "campus" or "premises" or "location" or "park" or "place" or "spot" or "area")) return true;
        }

        return sentence.Written(sentence.First) is "Beside" or "Next" or "Behind" && sentence.Any(sentence.First + 1, Math.Min(sentence.End, sentence.First + 4), static word => word is "it");
    }

    /// <summary>"convert the press shop at Douai into a cell factory": the town of what becomes a works of cells.</summary>
    public static Mention? TurnedInto(Sentence sentence, PlantPhrase phrase)
    {
        var into = phrase.Tokens.First - 1;
        if (into <= sentence.First || sentence.Written(into) is not ("into" or "to")) return null;
        var town = sentence.Mentions.FindLast(mention => mention.IsTown && mention.Tokens.End <= into && mention.Tokens.End >= into - 4);
        return town is not null && sentence.Any(Math.Max(sentence.First, into - 14), town.Tokens.First, static word => word is "turn" or "turns" or "turned" or "turning" or "convert" or "converts" or "converted" or "converting" or "transform" or "transforms" or "transformed" or "transforming" or "make" or "change") ? town : null;
    }

    /// <summary>"In Thailand, EVE Energy is also planning a factory": the country or region that the sentence begins with.</summary>
    public static Mention? FrontedArea(Sentence sentence, PlantPhrase phrase) =>
        sentence.Mentions.Find(mention => mention is { Kind: MentionKind.Place, IsTown: false, Place.Kind: PlaceKind.Country or PlaceKind.Region }) is { } area && area.Tokens.First <= sentence.First + 4 && area.Tokens.End <= phrase.Tokens.First && sentence.Written(sentence.First) is "In" && sentence.Clause(phrase.Head).First <= area.Tokens.End + 1 &&
        !sentence.Mentions.Exists(mention => mention.IsTown && mention.Tokens.First < phrase.Tokens.End) ? area : null;

    /// <summary>"The company's largest works to date is in Kaohsiung": the town right behind the verb.</summary>
    public static Mention? StandsIn(Sentence sentence, PlantPhrase phrase)
    {
        for (var at = phrase.Tokens.End; at + 1 < Math.Min(sentence.End, phrase.Tokens.End + 5); at++)
        {
            if (sentence.Written(at) is "," || sentence.MentionAt(at) is not null) return null;
            if (sentence.Written(at) is not ("is" or "was" or "stands" or "lies" or "sits" or "stood" or "are")) continue;
            at++;
            if (sentence.Written(at) is "located" or "situated" or "based") at++;
            return at + 1 < sentence.End && sentence.Written(at) is "in" or "at" or "near" && sentence.MentionAt(at + 1) is { IsTown: true } town ? town : null;
        }

        return null;
    }

    /// <summary>"picked Lauchhammer in Brandenburg for its first cell factory", "a fourth plant was announced for Bartow County": the town chosen for a works.</summary>
    public static Mention? ChosenFor(Sentence sentence, PlantPhrase phrase)
    {
        foreach (var town in sentence.Mentions)
        {
            if (!town.IsTown) continue;
            var (first, last) = (town.Tokens.First, town.Tokens.End);
            if (first > phrase.Head && first <= phrase.Head + 14 && sentence.Written(first - 1) is "for" && sentence.Any(phrase.Tokens.End, first, static word => word is "announced" or "planned" or "foreseen" or "earmarked" or "slated" or "agreed" or "decided")) return town;
            if (last <= phrase.Tokens.First && phrase.Tokens.First - last <= 5 && first > sentence.First && sentence.Any(Math.Max(sentence.First, first - 2), first, static word => word is "picked" or "picks" or "chose" or "chosen" or "chooses" or "selected" or "selects") && sentence.Any(last, phrase.Tokens.First, static word => word is "for" or "as")) return town;
        }

        return null;
    }

    /// <summary>"a contract with the government of Jiangmen to build a base"</summary>
    private static bool OfGovernment(Sentence sentence, Mention town) =>
        town.Tokens.First - 2 >= sentence.First && sentence.Written(town.Tokens.First - 1) is "of" && sentence.Written(town.Tokens.First - 2) is "government" or "city" or "town" or "municipality";

    /// <summary>"After its German plant", "unlike the works in A": named beside what the sentence is about.</summary>
    public static bool IsCompared(Sentence sentence, PlantPhrase phrase) =>
        // "The sister plant in Spring Hill goes down too": not what the text is about.
        phrase.Head > phrase.Tokens.First && sentence.Written(phrase.Head - 1) is "sister" || phrase.Tokens.First > sentence.First && (IsMeasure(sentence, phrase) || sentence.Written(phrase.Tokens.First - 1) is "After" or "after" or "Unlike" or "unlike" or "Besides" or "besides" or "than" or "Like" or "following" or "Following" or "alongside" or "Alongside" or "beside" or "Beside" or "to" && (phrase.Tokens.First - 2 < sentence.First || sentence.Written(phrase.Tokens.First - 1) is not "to" || sentence.Written(phrase.Tokens.First - 2) is "compared" or "similar" or "addition" or "next" or "Next" or "comparable" or "identical"));

    /// <summary>"six times what its existing factory makes", "three times the size of the works in A"</summary>
    public static bool IsMeasure(Sentence sentence, PlantPhrase phrase) =>
        sentence.Any(Math.Max(sentence.First, phrase.Tokens.First - 5), phrase.Tokens.First, static word => word is "times" or "twice" or "double") && sentence.Written(phrase.Tokens.First - 1) is "what" or "of" or "as";

    /// <summary>Whether one of the phrases of two words stands before a token, with at most three words between ("belongs to the Chinese company X").</summary>
    public static bool Says(Sentence sentence, int at, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = phrase.Split(' ');
            for (var end = at; end > at - 4 && end - 2 >= sentence.First; end--)
            {
                if (sentence.Written(end - 2).SequenceEqual(words[0]) && sentence.Written(end - 1).SequenceEqual(words[1])) return true;
                if (sentence.MentionAt(end - 1) is { Kind: MentionKind.Organisation }) break;
            }
        }

        return false;
    }

    /// <summary>"Bourbourg, outside Dunkirk", "Bishan, on the edge of Chongqing": where words that end at a token and only say what a place lies by begin; -1 where there are none.</summary>
    private static int LiesBy(Sentence sentence, int at)
    {
        if (sentence.Written(at) is "outside") return Back(sentence, at);
        if (at == sentence.First) return -1;
        var nearest = sentence.Written(at - 1);
        if (sentence.Written(at) is "of" && (IsCompass(nearest) || nearest is "edge" or "outskirts" or "suburb" or "downstream" or "upstream" or "outside")) return Back(sentence, at - 1);
        return sentence.Written(at) is "to" && nearest is "close" or "next" || sentence.Written(at) is "from" && (IsDistance(nearest) || nearest is "away" or "far") ? Back(sentence, at - 1) : -1;
    }

    /// <summary>Over "just", "some 50 kilometres", "on the", "a suburb".</summary>
    private static int Back(Sentence sentence, int at)
    {
        while (at > sentence.First && (sentence.Written(at - 1) is "just" or "on" or "the" or "a" or "an" or "in" or "not" or "far" or "some" or "about" or "two" or "half" or "," || IsDistance(sentence.Written(at - 1)) || sentence[at - 1].Kind == Tokens.TokenKind.Number)) at--;
        return at;
    }

    public static bool IsCompass(ReadOnlySpan<char> word) => word is "north" or "south" or "east" or "west" or "northwest" or "northeast" or "southeast" or "southwest";

    private static bool IsDistance(ReadOnlySpan<char> word) => word is "kilometres" or "kilometers" or "km" or "miles" or "hour" or "hours" or "minutes";

    /// <summary>"The Kona Electric, which Hyundai builds in Cikarang": said of a car.</summary>
    public static bool IsOfModel(Sentence sentence, int at)
    {
        foreach (var model in sentence.Mentions)
        {
            if (model.Kind != MentionKind.Model || model.Tokens.End >= at || at - model.Tokens.End > LongestRelative) continue;
            var next = sentence.Written(model.Tokens.End) is "," ? model.Tokens.End + 1 : model.Tokens.End;
            if (sentence.Written(next) is not ("which" or "that")) continue;
            if (sentence.Any(next, at + 1, static word => word is "builds" or "build" or "makes" or "assembles" or "produces" or "built" or "assembled" or "made" or "produced") && !sentence.Any(next, at, static word => word is "," or ";")) return true;
        }

        return false;
    }

    /// <summary>How far from a car's name a town stands in the clause that says who builds it.</summary>
    private const int LongestRelative = 14;

    /// <summary>"Hosted in Rabat the signing ceremony", "at a ceremony held in Rabat", "in a statement from Rabat": where people met or spoke.</summary>
    private static bool IsOfCeremony(Sentence sentence, Mention place)
    {
        var before = place.Tokens.First - 1;
        if (before <= sentence.First || sentence.Written(before) is not ("in" or "at" or "from")) return false;
        for (var at = before - 1; at > Math.Max(sentence.First, before - 5); at--)
        {
            if (sentence.Written(at) is "to" or "," or "that" or "for") break;
            if (sentence.Written(at) is "ceremony" or "signing" or "gathering" or "briefing" or "statement" or "interview" or "hosted" or "hosts" or "hosting") return !sentence.Any(at, before, static word => word is "plant" or "factory" or "gigafactory" or "works" or "site") && sentence.Written(at - 1) is not ("breaking" or "groundbreaking" or "opening" or "stone");
        }

        return sentence.Any(place.Tokens.End, Math.Min(sentence.End, place.Tokens.End + 3), static word => word is "signing" or "press");
    }

    /// <summary>"on the lands of the former paper mill of Heide": where a new works is to stand.</summary>
    public static bool IsOnGrounds(Sentence sentence, PlantPhrase phrase) =>
        phrase.Tokens.First - 2 >= sentence.First && sentence.Any(Math.Max(sentence.First, phrase.Tokens.First - 4), phrase.Head, static word => word is "land" or "lands" or "grounds" or "ground" or "terrain" or "terrains" or "plot" or "site" or "area") && sentence.Any(Math.Max(sentence.First, phrase.Tokens.First - 2), phrase.Head, static word => word is "former" or "old" or "ancient" or "disused" or "closed" or "abandoned");

    /// <summary>Where somebody sits, speaks or comes from, or what a place lies near: no site of a works.</summary>
    public static bool IsNoSite(Sentence sentence, Mention place, Terms terms)
    {
        var (before, after) = (place.Tokens.First - 1, place.Tokens.End);
        if (IsOfModel(sentence, place.Tokens.First)) return true;
        // "A spokesman said that Jeffersonville was being fitted out": what is said, not where.
        if (before > sentence.First && sentence.Written(before) is "that" && sentence.Written(before - 1) is "said" or "only" or "told" or "says") return false;
        if (after + 1 < sentence.End && sentence.Written(after) is "-" && sentence.Written(after + 1) is "based") return true;
        // "the Fort Wayne Assembly": where cars are put together. "the Chengdu Auto Show": where they are shown.
        if (after < sentence.End && sentence.Written(after) is "Assembly" or "Stamping" or "Metaplant") return true;
        if (IsNameOfEvent(sentence, after)) return true;
        // A dateline: "SEOUL, 3 May –".
        if (before < sentence.First && after < sentence.End && sentence.Written(after) is "," or "–" or "—" or "(" && sentence.Any(after, Math.Min(sentence.End, after + 8), static word => word is "–" or "—" or "-" or ")") && sentence[place.Tokens.First].AllUpper) return true;
        // "(Grimstad)" behind a reader's question: where who asks lives.
        if (before == sentence.First && after < sentence.End && sentence.Written(before) is "(" && sentence.Written(after) is ")" && after >= sentence.End - 2) return true;
        // A dateline: "Grenoble, 14 September 2023 –".
        if (before < sentence.First && after + 1 < sentence.End && sentence.Written(after) is "," && sentence.ValueAt(after + 1) is { Kind: Values.ValueKind.Date } day && day.Tokens.End < sentence.End && sentence.Written(day.Tokens.End) is "–" or "—" or "-" or "." or ":") return true;
        // "the Endicott cell maker"
        for (var at = after; at < Math.Min(sentence.End, after + 4) && sentence.MentionAt(at) is null; at++)
        {
            if (terms.Has(sentence[at], TermClass.CompanyNoun) && !terms.Has(sentence[at], TermClass.Plant)) return true;
            if (!terms.Has(sentence[at], TermClass.Battery) && sentence.Written(at) is not "-") break;
        }

        if (sentence.Any(Math.Max(sentence.First, before - 3), before + 1, static word => word is "based" or "Based" or "headquartered" or "Headquartered" or "headquarters" or "seat" or "office" or "offices" or "mayor" or "Mayor" or "university" or "University" or "bureau" or "said" or "told" or "court" or "embassy" or "conference" or "listed" or "exchange" or "born" or "founded" or "between" or "government" or "ministry" or "minister" or "parliament" or "officials" or "fair" or "session" or "Commission" or "cabinet" or "summit" or "meeting" or "talks" or "event" or "show" or "expo" or "exhibition" or "forum" or "congress" or "symposium" or "spokesman" or "spokeswoman" or "spokesperson" or "analyst" or "analysts" or "nobody" or "politicians" or "bureaucrats" or "diplomats" or "lawmakers" or "lobbyists")) return true;
        if (IsOfCeremony(sentence, place) || IsOfFounding(sentence, place, terms)) return true;
        if (before < sentence.First) return false;
        // "signed a memorandum with X in Namyang": where it was signed.
        for (var at = before; at >= Math.Max(sentence.First, before - 12); at--)
        {
            if (terms.Has(sentence[at], TermClass.Plant) || sentence.Written(at) is "build" or "set" or "establish" or "construct" or "produce" or "make" or "to") break;
            if (sentence.Written(at) is "signed" or "signs" or "inked" or "initialled") return true;
        }

        if (LiesBy(sentence, before) is var by && by >= 0 && sentence.Mentions.Exists(mention => mention.IsTown && mention != place && mention.Tokens.End <= by && mention.Tokens.End >= by - 4)) return true;
        var beside = sentence.MentionAt(before - 1);
        return sentence.Written(before) switch
        {
            "near" => beside is { Kind: MentionKind.Place } || before > sentence.First && terms.Has(sentence[before - 1], TermClass.Plant) && sentence.Mentions.Exists(mention => mention.IsTown && mention.Tokens.End <= before && mention.Tokens.End >= before - 4),
            "of" when before > sentence.First && sentence.Written(before - 1) is "outside" => !place.IsTown,
            // "Farasis Energy of Ganzhou": where it comes from.
            "of" => beside is { Kind: MentionKind.Place } || beside is { Kind: MentionKind.Organisation } && place.IsTown || before > sentence.First && (IsCompass(sentence.Written(before - 1)) || sentence.Written(before - 1) is "capital"),
            // "agreed in Ningbo on Wednesday": where it was said.
            "in" => beside is { IsTown: true } && beside.Place != place.Place || before > sentence.First && sentence.Written(before - 1) is "agreed" or "announced" or "announces" or "declared" or "stated" or "confirmed" or "speaking" or "spoke" or "met" or "explained" or "reported" or "unveiled" or "presented",
            // "its first plant outside China"
            "outside" => !place.IsTown,
            // "the startup from Grenoble"
            "from" => beside is { Kind: MentionKind.Organisation } || before > sentence.First && (terms.Has(sentence[before - 1], TermClass.CompanyNoun | TermClass.CarMakerNoun) || sentence.Written(before - 1) is "veteran" or "pioneer" or "giant" or "specialist" or "champion" or "outfit" or "upstart" or "newcomer" or "player" or "expert" or "heavyweight" or "conglomerate" or "brand" || sentence.Written(before - 1) is "up" && sentence.Written(before - 2) is "-"),
            _ => false,
        };
    }

    /// <summary>"Auto Show", "International Motor Show", "Battery Expo 2023": what a town's name is part of.</summary>
    private static bool IsNameOfEvent(Sentence sentence, int at)
    {
        for (var i = at; i < Math.Min(sentence.End, at + 4) && sentence[i] is { Upper: true, SpaceBefore: true }; i++)
        {
            if (sentence.Written(i) is "Show" or "Expo" or "Exhibition" or "Fair" or "Forum" or "Summit" or "Congress" or "Conference" or "Salon" or "Week" or "Symposium" or "Festival") return true;
        }

        return false;
    }

    /// <summary>"Set up 2015 in Luoyang by …", "HQ in Yokohama", first in a sentence that names no works: where a company comes from or sits.</summary>
    private static bool IsOfFounding(Sentence sentence, Mention place, Terms terms)
    {
        if (place.Tokens.First - sentence.First is < 1 or > 8) return false;
        var founding = sentence.Written(sentence.First) is "Founded" or "Established" or "Registered" or "Incorporated" or "Formed" or "Born" or "HQ" or "Seat" || sentence.Written(sentence.First) is "Set" or "Started" && sentence.Written(sentence.First + 1) is "up" || sentence.Written(sentence.First) is "Head" && sentence.Written(sentence.First + 1) is "office";
        founding |= place.Tokens.First - 2 >= sentence.First && sentence.Written(place.Tokens.First - 1) is "in" && sentence.Written(place.Tokens.First - 2) is "HQ" or "domiciled" or "seated";
        return founding && !terms.Any(sentence, sentence.First, place.Tokens.First, TermClass.Plant);
    }
}
