using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>Finds the plant phrases of a sentence: from a head word to the left over what describes it, to the right over its number, owner and places.</summary>
public static class PlantPhrases
{
    public static void Find(Sentence sentence, Terms terms, List<PlantPhrase> into)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (sentence.MentionAt(at) is { } mention)
            {
                if (mention.Kind == MentionKind.Works && mention.Tokens.First == at && !(mention.Tokens.End < sentence.End && terms.Has(sentence[mention.Tokens.End], TermClass.Plant))) into.Add(Named(sentence, terms, mention));
                continue;
            }

            if (!PlantHeads.Is(sentence, terms, at)) continue;
            var phrase = Read(sentence, terms, at);
            if (into.Count > 0 && into[^1].Tokens.Contains(at) && !into[^1].Plural) continue;
            // "the Fort Wayne Assembly … the plant": the one just named.
            if (into.Count > 0 && into[^1] is { OtherIndustry: true, Battery: false } && phrase is { Definite: true, Battery: false, Operator: null, Places: [] }) phrase.OtherIndustry = true;
            into.Add(phrase);
        }
    }

    /// <summary>"Giga Arctic", "Northvolt Ett in Skellefteå": a name alone.</summary>
    private static PlantPhrase Named(Sentence sentence, Terms terms, Mention mention)
    {
        var phrase = new PlantPhrase(mention.Tokens, mention.Tokens.End - 1) { Works = mention.Works, Definite = true, Battery = true };
        return phrase with { Tokens = mention.Tokens with { End = Right(sentence, terms, phrase) } };
    }

    private static PlantPhrase Read(Sentence sentence, Terms terms, int head)
    {
        var phrase = new PlantPhrase(new TokenRange(head, head + 1), head)
        {
            Plural = terms.Has(sentence[head], TermClass.Plants),
            Battery = terms.Has(sentence[head], TermClass.Battery),
            Part = sentence.ValueAt(head) is { Kind: ValueKind.Ordinal } alone ? (int)alone.Low : null,
        };
        var first = OneOf(sentence, phrase, Left(sentence, terms, phrase));
        // "The planned plant": the word is what is said of it, and no part of its name.
        if (first - 2 >= sentence.First && sentence.Written(first - 1) is "planned" or "proposed" or "promised" or "projected" or "future" or "mooted" && terms.Has(sentence[first - 2], TermClass.Definite)) phrase.Definite = true;
        var end = Right(sentence, terms, phrase);
        // "the third French gigafactory", "France's third" counts those of the country; "its second UK plant" those of its owner.
        var ofCountry = phrase is { Part: > 0, Operator: null, Possessive: false } && (!phrase.Another || phrase.Part > 2) && phrase.Places.Exists(place => place.Place is { Kind: PlaceKind.Country });
        if (phrase.Wide || ofCountry || InContinent(sentence, end)) phrase.Part = null;
        phrase.OtherIndustry |= !phrase.Battery && (MakesVehicles(sentence, first, head) || PlantHeads.IsAssembly(sentence, head) || IsServed(sentence, terms, first));
        return phrase with { Tokens = new TokenRange(first, end) };
    }

    /// <summary>"Their batteries will go to the carmaker's plant in Georgetown": where batteries are sent to, cars are made.</summary>
    private static bool IsServed(Sentence sentence, Terms terms, int first)
    {
        // "to the carmaker's plant": whose it is stands before the phrase.
        while (first > sentence.First + 3 && (sentence.Written(first) is "'s" or "’s" || terms.Has(sentence[first - 1], TermClass.CarMakerNoun | TermClass.CompanyNoun | TermClass.Definite))) first--;
        if (first - 3 < sentence.First || sentence.Written(first - 1) is not ("to" or "for")) return false;
        for (var at = first - 2; at > Math.Max(sentence.First, first - 8); at--)
        {
            if (sentence.Written(at) is "," or ";" or ":") return false;
            if (sentence.Written(at) is "go" or "goes" or "going" or "went" or "gone" or "shipped" or "ship" or "ships" or "delivered" or "deliver" or "delivers" or "sent" or "send" or "destined" or "bound" or "travel" or "supplied" or "supply" or "supplies" or "feed" or "trucked" or "meant" or "intended") return terms.Any(sentence, Math.Max(sentence.First, at - 7), first - 1, TermClass.Battery);
        }

        return false;
    }

    /// <summary>"the second of the two factories at Glendale", "one of India's first cell factories": one of them. Where the phrase then begins.</summary>
    private static int OneOf(Sentence sentence, PlantPhrase phrase, int first)
    {
        if (phrase is { Plural: true, Possessive: false, Operator: null } && first - 2 >= sentence.First && sentence.Written(first - 1) is "of" && sentence.Written(first - 2) is "one" or "One")
        {
            (phrase.Plural, phrase.Part, phrase.Definite, phrase.Another) = (false, null, false, true);
            phrase.Places.RemoveAll(place => place.Place is not { Kind: PlaceKind.Municipality });
            return first - 2;
        }

        if (!phrase.Plural || first - 2 < sentence.First || sentence.Written(first - 1) is not "of" || sentence.ValueAt(first - 2) is not { Kind: ValueKind.Ordinal, Low: < 6 } ordinal) return first;
        (phrase.Plural, phrase.Part, phrase.Definite) = (false, (int)ordinal.Low, true);
        return ordinal.Tokens.First;
    }

    /// <summary>"its second factory in Europe"</summary>
    private static bool InContinent(Sentence sentence, int end) =>
        end + 1 < sentence.End && sentence.Written(end) is "in" or "on" or "outside" && sentence.Written(end + 1) is "Europe" or "Asia" or "Africa" or "North" or "South" or "America";

    /// <summary>"an EV manufacturing facility", "its electric vehicle plant": one of cars.</summary>
    private static bool MakesVehicles(Sentence sentence, int first, int head)
    {
        var at = head - 1;
        while (at > first && sentence.Written(at) is "manufacturing" or "production" or "making" or "-") at--;
        return at >= first && sentence.Written(at) is "EV" or "EVs" or "vehicle" or "vehicles";
    }

    private static int Left(Sentence sentence, Terms terms, PlantPhrase phrase)
    {
        var first = phrase.Head;
        for (var at = phrase.Head - 1; at >= sentence.First && at > phrase.Head - 16;)
        {
            var next = Step(sentence, terms, phrase, at, ref first);
            if (next < 0) break;
            at = next;
        }

        return first;
    }

    /// <summary>Takes in what stands at a token before the head; gives the token to go on with, or -1 to stop.</summary>
    private static int Step(Sentence sentence, Terms terms, PlantPhrase phrase, int at, ref int first)
    {
        if (sentence.MentionAt(at) is { } mention)
        {
            var next = OverMention(phrase, mention, ref first);
            if (mention.Kind == MentionKind.Organisation && ReferenceEquals(phrase.Operator, mention))
            {
                Joint(sentence, phrase, mention, ref first);
                // "the second BlueOval SK plant"
                if (first > sentence.First && sentence.ValueAt(first - 1) is { Kind: ValueKind.Ordinal, Low: 1 or 2 } count && !sentence[first - 1].Upper && mention.Tokens.End <= phrase.Head && !(mention.Tokens.End < sentence.End && sentence.Written(mention.Tokens.End) is "'s" or "’s")) OverValue(sentence, phrase, count, ref first);
            }

            return next;
        }

        if (sentence.ValueAt(at) is { } value) return OverValue(sentence, phrase, value, ref first);
        var token = sentence[at];
        // "an electric vehicle (EV) battery plant"
        if (sentence.Written(at) is ")" && at - 2 > sentence.First && sentence.Written(at - 2) is "(" && sentence[at - 1].AllUpper)
        {
            first = at - 2;
            return at - 3;
        }

        if (sentence.Written(at) is "'s" or "’s" or "-" or "'" or "’" or "\"" or "“" or "”" or "/")
        {
            first = at;
            return at - 1;
        }

        // "its De Soto, Kansas, plant", "its German and Italian plants"
        if (sentence.Written(at) is "," && IsInSteps(sentence, phrase, at) || phrase.Plural && sentence.Written(at) is "and" && IsBetween(sentence, at, MentionKind.Nationality)) return at - 1;

        // "its under-construction facility": a state, no sort of works.
        if (sentence.Written(at) is "construction" && at - 2 >= sentence.First && sentence.Written(at - 1) is "-" && sentence.Written(at - 2) is "under") return -1;

        // "two state-of-the-art battery plants"
        if (sentence.Written(at) is "art" && at - 6 >= sentence.First && sentence.Written(at - 1) is "-" && sentence.Written(at - 2) is "the" && sentence.Written(at - 6) is "state")
        {
            first = at - 6;
            return at - 7;
        }

        if (sentence.Written(at) is "European" or "Asian" or "overseas" or "foreign" or "African" or "North" or "American" or "domestic") phrase.Wide = true;
        if (terms.Has(token, TermClass.Possessive))
        {
            phrase.Possessive = true;
            first = at;
            return -1;
        }

        if (sentence.Written(at) is "new" or "another" or "further" or "additional" or "New") (phrase.Another, phrase.New) = (true, sentence.Written(at) is not ("new" or "New"));
        if (phrase.Age == PlantAge.Unsaid) phrase.Age = sentence.Written(at) switch { "new" or "newest" => PlantAge.New, "existing" or "old" or "older" or "original" or "earlier" => PlantAge.Old, _ => PlantAge.Unsaid };
        if (terms.Has(token, TermClass.Determiner))
        {
            phrase.Definite |= terms.Has(token, TermClass.Definite);
            phrase.Another |= !terms.Has(token, TermClass.Definite);
            first = at;
            return -1;
        }

        if (terms.Has(token, TermClass.Battery))
        {
            var solar = IsOfSolar(sentence, at);
            phrase.Battery |= !solar;
            phrase.OtherIndustry |= solar && !phrase.Battery;
            first = at;
            return at - 1;
        }

        if (terms.Has(token, TermClass.OtherIndustry) && !terms.Has(token, TermClass.PlantModifier))
        {
            phrase.OtherIndustry |= !phrase.Battery;
            first = at;
            return at - 1;
        }

        // "X's planned factory"
        if (at == phrase.Head - 1 && sentence.Written(at) is "planned" or "proposed" or "promised" or "projected" or "future" or "mooted" or "unbuilt" or "unfinished" or "half-built" && at > sentence.First && sentence.Written(at - 1) is "'s" or "’s")
        {
            first = at;
            return at - 1;
        }

        if (terms.Has(token, TermClass.Finite | TermClass.Locating | TermClass.And | TermClass.Relative) && sentence.Written(at) is not "of") return -1;
        var modifies = terms.Has(token, TermClass.PlantModifier) || token.Kind == TokenKind.Word && !token.Upper && token.Length > 3 && at == phrase.Head - 1 && sentence.Written(at) is not ("turning" or "running" or "operating");
        if (!modifies || sentence.Written(at) is "of" or "the") return -1;
        first = at;
        return at - 1;
    }

    /// <summary>"a solar module plant", "its PV cell factory"</summary>
    private static bool IsOfSolar(Sentence sentence, int at)
    {
        while (at > sentence.First && sentence.Written(at - 1) is "-" or "module" or "modules" or "cell" or "cells" or "and") at--;
        return at > sentence.First && sentence.Written(at - 1) is "solar" or "Solar" or "photovoltaic" or "Photovoltaic" or "PV" or "pv";
    }

    /// <summary>A comma behind a town and before its state, or behind that.</summary>
    private static bool IsInSteps(Sentence sentence, PlantPhrase phrase, int at) =>
        IsBetween(sentence, at, MentionKind.Place) && sentence.MentionAt(at - 1) is { IsTown: true } ||
        phrase.Places.Count == 0 && at - 2 > sentence.First && sentence.MentionAt(at - 1) is { Kind: MentionKind.Place, IsTown: false } area && area.Tokens.First > sentence.First + 1 && sentence.Written(area.Tokens.First - 1) is "," && sentence.MentionAt(area.Tokens.First - 2) is { IsTown: true } && at + 3 > phrase.Head;

    private static bool IsBetween(Sentence sentence, int at, MentionKind kind) =>
        at > sentence.First && at + 1 < sentence.End && sentence.MentionAt(at - 1)?.Kind == kind && sentence.MentionAt(at + 1)?.Kind == kind;

    /// <summary>"the CATL-Stellantis factory": both names, joined.</summary>
    private static void Joint(Sentence sentence, PlantPhrase phrase, Mention second, ref int first)
    {
        if (second.Tokens.First - 2 < sentence.First || sentence.Written(second.Tokens.First - 1) is not ("-" or "–" or "/") || sentence.MentionAt(second.Tokens.First - 2) is not { Kind: MentionKind.Organisation } other || other.Name == second.Name) return;
        phrase.Operator = second with { Name = $"{other.Name}-{second.Name}", Organisation = null, Tokens = second.Tokens with { First = other.Tokens.First } };
        first = other.Tokens.First;
    }

    private static int OverMention(PlantPhrase phrase, Mention mention, ref int first)
    {
        switch (mention.Kind)
        {
            case MentionKind.Organisation:
                if (phrase.Operator is not null) return -1;
                phrase.Operator = mention;
                first = mention.Tokens.First;
                return -1;
            case MentionKind.Place or MentionKind.Nationality:
                if (phrase.Places.Count > 0 && mention.Kind == MentionKind.Nationality) break;
                phrase.Places.Add(mention);
                phrase.National |= mention.Kind == MentionKind.Nationality;
                break;
            case MentionKind.Works:
                (phrase.Works, phrase.Definite) = (mention.Works, true);
                break;
            case MentionKind.Person or MentionKind.Title:
                return -1;
        }

        first = mention.Tokens.First;
        return mention.Tokens.First - 1;
    }

    private static int OverValue(Sentence sentence, PlantPhrase phrase, Value value, ref int first)
    {
        if (value.Kind is ValueKind.Date or ValueKind.Percent) return -1;
        if (value.Kind == ValueKind.Ordinal && !(value.Tokens.End < sentence.End && sentence.Written(value.Tokens.End) is "largest" or "biggest" or "most" or "highest")) phrase.Part = (int)value.Low;
        first = value.Tokens.First;
        return value.Tokens.First - 1;
    }

    private static int Right(Sentence sentence, Terms terms, PlantPhrase phrase)
    {
        var end = phrase.Head + 1;
        if (PlantHeads.Number(sentence, end) is > 0 and var number && !(end + 1 < sentence.End && sentence.Written(end + 1) is "of" or "." or "," && sentence[end].Kind == TokenKind.Number && !sentence[end + 1].SpaceBefore && end + 2 < sentence.End && sentence[end + 2].Kind == TokenKind.Number))
        {
            phrase.Part ??= number;
            phrase.Definite = true;
            end++;
        }

        for (var at = end; at < Math.Min(sentence.End, end + 9); at++)
        {
            var token = sentence[at];
            if (!phrase.Plural && at <= end + 1 && (terms.Has(token, TermClass.Relative) || sentence.Written(at) is "that" or "planned" or "promised" or "foreseen" or "proposed" or "slated" or "going" or "rising" or "under" or "being") && MeantFor(sentence, terms, at) is { } meant)
            {
                Places(sentence, phrase, meant);
                return end;
            }

            if (!phrase.Plural && at == end && PutUp(sentence, terms, terms.Has(token, TermClass.Relative) || sentence.Written(at) is "that" ? at + 1 : at) is var (there, builder))
            {
                Places(sentence, phrase, there);
                phrase.Operator ??= builder;
                return end;
            }

            if (phrase.Plural && at == end && (terms.Has(token, TermClass.Relative) || sentence.Written(at) is "that") && InPlaces(sentence, terms, at) is { } far)
            {
                Places(sentence, phrase, far);
                return end;
            }

            if (terms.Has(token, TermClass.Relative | TermClass.Plants) || terms.Has(token, TermClass.Plant) && at > end || sentence.Written(at) is "," or ";" or "." or ":" or "(" && at > end)
            {
                // "a third factory, once considered for Oklahoma, is off the table"
                if (sentence.Written(at) is "," && at == end && phrase is { Definite: false, Places.Count: 0 } && ConsideredFor(sentence, terms, at + 1) is { } considered) Places(sentence, phrase, considered);
                break;
            }

            if (terms.Has(token, TermClass.Finite) && sentence.MentionAt(at) is null) break;
            if (sentence.Written(at) is "in" or "at" or "near" or "outside" or "beside" or "around" or "(" or "close" or "within")
            {
                // "its first plant outside China" is anywhere else.
                if (PlaceAfter(sentence, terms, at + 1) is { } place && !(sentence.Written(at) is "outside" && place.Place is not { Kind: PlaceKind.Municipality }))
                {
                    end = Places(sentence, phrase, place);
                    phrase.Operator ??= HolderBehind(sentence, terms, end);
                    return end;
                }

                if (sentence.Written(at) is not "close") break;
            }

            // "rents a former plant of X": not X's any more.
            if (sentence.Written(at) is "of" && at == end && IsFormer(sentence, phrase) && OrganisationAfter(sentence, terms, at + 1) is { } former)
            {
                at = former.Tokens.End - 1;
                end = former.Tokens.End;
                continue;
            }

            if (sentence.Written(at) is "of" or "from" or "by" && at == end && phrase.Operator is null && at + 1 < sentence.End && OrganisationAfter(sentence, terms, at + 1) is { } owner)
            {
                phrase.Operator = owner;
                at = owner.Tokens.End - 1;
                end = owner.Tokens.End;
            }
            else if (sentence.Written(at) is "of" && at == end && PlaceAfter(sentence, terms, at + 1) is { } of)
            {
                return Places(sentence, phrase, of);
            }
        }

        return end;
    }

    private static bool IsFormer(Sentence sentence, PlantPhrase phrase) =>
        sentence.Any(Math.Max(sentence.First, phrase.Head - 4), phrase.Head, static word => word is "former" or "old" or "disused" or "shuttered" or "abandoned" or "closed" or "empty");

    /// <summary>"plants in Kentucky and Tennessee that are part of the BlueOval SK venture": whose they are, said behind their places; null where it is not.</summary>
    private static Mention? HolderBehind(Sentence sentence, Terms terms, int at)
    {
        if (at < sentence.End && sentence.Written(at) is ",") at++;
        if (at + 3 >= sentence.End || !terms.Has(sentence[at], TermClass.Relative) && sentence.Written(at) is not "that") return null;
        at++;
        if (sentence.Written(at) is "is" or "are" or "was" or "were" && sentence.Written(at + 1) is "part" or "owned" or "run" or "operated") at++;
        if (sentence.Written(at) is not ("part" or "owned" or "run" or "operated" or "belong" or "belongs" or "belonged") || sentence.Written(at + 1) is not ("of" or "by" or "to")) return null;
        return OrganisationAfter(sentence, terms, at + 2);
    }

    /// <summary>"the gigafactories that X is preparing in A and B": the place of a relative clause of at most seven words.</summary>
    private static Mention? InPlaces(Sentence sentence, Terms terms, int at)
    {
        for (var i = at + 1; i < Math.Min(sentence.End, at + 8); i++)
        {
            if (sentence.Written(i) is "," or ";") return null;
            if (sentence.Written(i) is "in" or "at" && PlaceAfter(sentence, terms, i + 1) is { } place) return place;
        }

        return null;
    }

    /// <summary>"the pack plant it is putting up in Woodruff", "the factory Ford is building in Marshall": where, in a clause without a relative.</summary>
    private static (Mention There, Mention? Builder)? PutUp(Sentence sentence, Terms terms, int at)
    {
        if (at >= sentence.End) return null;
        var who = sentence.MentionAt(at) is { Kind: MentionKind.Organisation } named ? named : null;
        var verb = who?.Tokens.End ?? (terms.Has(sentence[at], TermClass.Pronoun) ? at + 1 : -1);
        if (verb < 0 || verb + 2 >= sentence.End || sentence.Written(verb) is not ("is" or "was" or "has" or "had" or "plans" or "wants" or "intends" or "hopes" or "wanted" or "planned" or "will" or "are" or "were" or "have")) return null;
        if (!sentence.Any(verb, Math.Min(sentence.End, verb + 4), static word => word is "building" or "putting" or "erecting" or "constructing" or "planning" or "setting" or "preparing" or "developing" or "built" or "planned" or "build" or "put" or "erect" or "construct" or "opened" or "open" or "equipping" or "finishing")) return null;
        for (var i = verb + 1; i < Math.Min(sentence.End, verb + 8) && sentence.Written(i) is not ("," or ";" or "." or ":"); i++)
        {
            if (sentence.Written(i) is "in" or "at" or "near" && PlaceAfter(sentence, terms, i + 1) is { } place) return (place, who is { IsCompany: true } ? who : null);
        }

        return null;
    }

    /// <summary>"once considered for Oklahoma", "long planned in Salo": where, in an aside right behind a works.</summary>
    private static Mention? ConsideredFor(Sentence sentence, Terms terms, int at)
    {
        for (var i = at; i < Math.Min(sentence.End - 1, at + 4); i++)
        {
            if (sentence.Written(i) is "considered" or "planned" or "mooted" or "envisaged" or "foreseen" or "announced" or "promised" or "intended" && sentence.Written(i + 1) is "for" or "in" or "at" && i + 2 < sentence.End) return PlaceAfter(sentence, terms, i + 2);
        }

        return null;
    }

    /// <summary>"a plant that had been promised to X", "the works going up in Y": the place of what is said of a works right behind it.</summary>
    private static Mention? MeantFor(Sentence sentence, Terms terms, int at)
    {
        for (var i = at; i < Math.Min(sentence.End, at + 8); i++)
        {
            if (sentence.Written(i) is "," or ";" or "." || i > at && (terms.Has(sentence[i], TermClass.Plant | TermClass.Plants | TermClass.Relative) || sentence.MentionAt(i) is { Kind: MentionKind.Organisation })) return null;
            if (i > at && sentence.Written(i) is "in" or "at" or "near" or "to" or "for" && i + 1 < sentence.End && PlaceAfter(sentence, terms, i + 1) is { } place) return place;
        }

        return null;
    }

    /// <summary>The place behind "in", over "the", "the city of", "southern", a nationality: at most five words.</summary>
    private static Mention? PlaceAfter(Sentence sentence, Terms terms, int at)
    {
        var last = at + 6;
        for (var i = at; i < Math.Min(sentence.End, last); i++)
        {
            if (sentence.MentionAt(i) is { } mention)
            {
                // "in the U.S. state of Michigan": the state.
                if (mention is { Kind: MentionKind.Place, Place.Kind: PlaceKind.Country } && mention.Tokens.End + 1 < sentence.End && sentence.Written(mention.Tokens.End) is "state" or "region" or "province" or "city" or "town" && sentence.Written(mention.Tokens.End + 1) is "of")
                {
                    (i, last) = (mention.Tokens.End, last + mention.Tokens.Length);
                    continue;
                }

                if (mention.Kind == MentionKind.Place) return mention.Tokens.End < sentence.End && sentence.Written(mention.Tokens.End) is "'s" or "’s" ? null : mention;
                if (mention.Kind != MentionKind.Nationality) return null;
                if (i + 1 >= sentence.End || sentence[i + 1].Kind != TokenKind.Word) return null;
                continue;
            }

            if (sentence.Written(i) is "," or "." or ";" or "(" || sentence[i].Kind != TokenKind.Word || terms.Has(sentence[i], TermClass.Finite | TermClass.Relative)) return null;
            // "told this site at a meeting in Munich"
            if (sentence.Written(i) is "meeting" or "conference" or "fair" or "event" or "summit" or "forum" or "expo" or "ceremony" or "interview" or "congress") return null;
        }

        return null;
    }

    private static Mention? OrganisationAfter(Sentence sentence, Terms terms, int at)
    {
        for (var i = at; i < Math.Min(sentence.End, at + 5); i++)
        {
            if (sentence.MentionAt(i) is { } mention)
            {
                if (mention.Kind == MentionKind.Organisation) return mention;
                if (mention.Kind != MentionKind.Nationality) return null;
            }
            else if (!terms.Has(sentence[i], TermClass.Determiner | TermClass.Battery | TermClass.CompanyNoun | TermClass.OtherIndustry)) return null;
        }

        return null;
    }

    /// <summary>Takes in a place and what follows it: ", France", and for several works ", A and B".</summary>
    private static int Places(Sentence sentence, PlantPhrase phrase, Mention place)
    {
        phrase.Places.RemoveAll(known => known.Kind == MentionKind.Nationality);
        phrase.Places.Insert(0, place);
        var end = place.Tokens.End;
        for (var at = end; at < sentence.End; at++)
        {
            if (sentence.MentionAt(at) is { Kind: MentionKind.Place } next)
            {
                phrase.Places.Add(next);
                end = next.Tokens.End;
                at = end - 1;
            }
            else if (!(sentence.Written(at) is "," or "(" or ")" || phrase.Plural && sentence.Written(at) is "and" or "&" or "/" && at + 1 < sentence.End || phrase.Plural && sentence.Written(at) is "in" or "at" && sentence.Written(at - 1) is "and" && sentence.MentionAt(at + 1) is { Kind: MentionKind.Place }))
            {
                break;
            }
        }

        return end;
    }
}
