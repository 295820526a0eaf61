using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>Who gives the money of a funding, where the rule does not bind it: a lender or agency of the clause, who stands behind "from" or "by", or before the verb of giving.</summary>
internal static class Givers
{
    /// <param name="plant">The works that the money is for, if it is for one: "the state" is the one where it stands.</param>
    /// <param name="government">The government of a country, by its code.</param>
    public static (string Name, Span? Span)? Find(Sentence sentence, int at, Terms terms, Plant? plant, Func<string, string?> government)
    {
        var clause = sentence.Clause(at);
        // "French aid: up to €1.5bn": the label says whose.
        if (clause.First > sentence.First && sentence.Written(clause.First - 1) is ":") clause = new TokenRange(sentence.Clause(clause.First - 1).First, clause.End);
        var near = sentence.Mentions.Where(mention => clause.Contains(mention.Tokens.First)).OrderBy(mention => Math.Abs(mention.Tokens.First - at)).ToList();
        near.RemoveAll(mention => IsOfOther(sentence, at, mention) || IsBesides(sentence, at, mention) || IsSource(sentence, mention));
        var giver = Describes(sentence, at) ?? Indicates(sentence, clause) ?? near.Find(mention => mention.Kind is MentionKind.Organisation or MentionKind.Place && mention.Place is not { Kind: PlaceKind.Municipality } && Behind(sentence, mention, "from", "by") && !Clears(sentence, mention))
            ?? near.Find(mention => mention.Organisation is { GivesMoney: true } && !Clears(sentence, mention))
            ?? near.Find(mention => mention.Kind == MentionKind.Nationality && (IsPublicMoney(sentence, mention) || mention.Tokens.End < sentence.End && sentence.Written(mention.Tokens.End) is "state" or "State" or "government" or "Government" or "treasury" or "taxpayer" or "taxpayers"))
            // "Hungary's government is adding"
            ?? near.Find(mention => mention is { Kind: MentionKind.Place, Place.Kind: not PlaceKind.Municipality } && mention.Tokens.End + 1 < sentence.End && sentence.Written(mention.Tokens.End) is "'s" or "’s" && sentence.Any(mention.Tokens.End + 1, Math.Min(sentence.End, mention.Tokens.End + 3), static word => word is "government" or "state" or "treasury" or "cabinet" or "incentives" or "incentive" or "aid" or "grant" or "grants" or "subsidy" or "subsidies" or "support" or "contribution" or "money" or "taxpayers" or "ministry"))
            ?? near.Find(mention => mention.Kind == MentionKind.Place && mention.Place is { Kind: not PlaceKind.Municipality } && (Behind(sentence, mention, "grant", "grants") || Acts(sentence, clause, mention, terms)));
        giver ??= Opens(sentence, clause, at);
        if (giver is not null) return (NameWithNext(sentence, giver, government), giver.Span);
        if (Seat(sentence, clause) is { } seat && government(seat.Country) is { } seated) return (seated, sentence.SpanOf(new TokenRange(seat.At, seat.At + 1)));
        if (plant?.Place is not { CountryCode: { } code } place) return null;
        if (SaysGovernment(sentence, at) && government(code) is { } national) return (BesideGovernment(sentence) is { } land ? Together([national, land]) : national, null);
        // Only in a federation is "the state" a part of the country.
        var federal = code is "US" or "CA" or "IN" or "AU" or "DE" or "AT" or "BR" or "MX" or "MY";
        if (SaysPublicMoney(sentence, at) && (!federal || code is "DE" or "AT") && place.Country is { } whole) return (whole, null);
        if (!SaysState(sentence, terms)) return null;
        return !federal ? (place.Country is { } country ? (country, null) : null)
            : place.Kind is PlaceKind.Municipality or PlaceKind.Region && (place.Kind == PlaceKind.Region ? place.Name : place.Region) is { } state ? (state, null) : null;
    }

    /// <summary>"A French grant of 650 million", "an EIB loan of 600": whose it is called.</summary>
    private static Mention? Describes(Sentence sentence, int at)
    {
        var noun = at - 1;
        while (noun > sentence.First && sentence.Written(noun) is "of" or "worth" or "about" or "some" or "around" or "over" or "nearly" or "up" or "to" or "(" or "at" or "least") noun--;
        if (noun == at - 1 || noun <= sentence.First || sentence.Written(noun) is not ("grant" or "grants" or "loan" or "loans" or "aid" or "subsidy" or "subsidies" or "support" or "guarantee" or "guarantees" or "funding" or "incentives")) return null;
        var before = noun - 1;
        while (before > sentence.First && before > noun - 3 && sentence.MentionAt(before) is null && sentence.Written(before) is "state" or "government" or "public" or "federal" or "regional" or "soft" or "green") before--;
        return sentence.MentionAt(before) is { } whose && (whose.Kind == MentionKind.Nationality || whose.Organisation is { GivesMoney: true } || whose is { Kind: MentionKind.Place, Place.Kind: not PlaceKind.Municipality }) ? whose : null;
    }

    /// <summary>"850 million in capital, 600 million in loans from the EIB": between a sum and who gives another one stands that other one.</summary>
    private static bool IsOfOther(Sentence sentence, int at, Mention mention) =>
        sentence.ValueAt(at) is { Kind: Values.ValueKind.Money } sum && mention.Tokens.First > at && sentence.Values.Exists(value => value.Kind == Values.ValueKind.Money && value.Tokens.First >= sum.Tokens.End + 2 && value.Tokens.End <= mention.Tokens.First && sentence.Written(value.Tokens.First - 1) is not "(");

    /// <summary>"A loan of 1.1 billion, as well as subsidies from the EU": who gives what comes on top.</summary>
    private static bool IsBesides(Sentence sentence, int at, Mention mention)
    {
        if (mention.Tokens.First <= at || !Behind(sentence, mention, "from", "by")) return false;
        for (var i = at; i + 2 < mention.Tokens.First; i++)
        {
            if (sentence.Written(i) is not ("alongside" or "besides") && !(sentence.Written(i) is "as" && sentence.Written(i + 1) is "well" && sentence.Written(i + 2) is "as") && !(sentence.Written(i) is "in" && sentence.Written(i + 1) is "addition")) continue;
            return sentence.Any(i + 1, mention.Tokens.First, static word => word is "grant" or "grants" or "subsidy" or "subsidies" or "aid" or "loan" or "loans" or "support" or "funding" or "funds" or "guarantee" or "guarantees" or "incentives" or "money");
        }

        return false;
    }

    /// <summary>"According to a French government source": who says it.</summary>
    private static bool IsSource(Sentence sentence, Mention mention) =>
        sentence.Any(mention.Tokens.End, Math.Min(sentence.End, mention.Tokens.End + 2), static word => word is "source" or "sources" or "official" or "officials" or "spokesman" or "spokeswoman" or "spokesperson");

    /// <summary>"Backing from Eksfin, which has indicated up to 400 million": who the relative clause is about.</summary>
    private static Mention? Indicates(Sentence sentence, TokenRange clause) =>
        clause.First > sentence.First && sentence.Written(clause.First) is "which" or "who" ? sentence.Mentions.Find(mention => (mention.Organisation is { GivesMoney: true } || mention is { Kind: MentionKind.Place, Place.Kind: not PlaceKind.Municipality } && SaysGiving(sentence, clause)) && mention.Tokens.End <= clause.First && mention.Tokens.End >= clause.First - 1) : null;

    /// <summary>"We went in with ten million": the clause's subject is who speaks.</summary>
    public static bool SaysWe(Sentence sentence, int at)
    {
        var clause = sentence.Clause(at);
        return sentence.Any(clause.First, Math.Min(at, clause.First + 3), static word => word is "we" or "We") && sentence.Any(clause.First, at, static word => word is "went" or "put" or "invested" or "gave" or "injected" or "lent" or "contributed" or "topped" or "paid");
    }

    /// <summary>"The European Investment Bank, one hears, is weighing a loan of": the bank that the sentence begins with, where it names nobody else before the sum.</summary>
    private static Mention? Opens(Sentence sentence, TokenRange clause, int at) =>
        sentence.Mentions.Find(static mention => mention.Kind == MentionKind.Organisation) is { Organisation: { GivesMoney: true } } first && first.Tokens.First <= sentence.First + 2 && first.Tokens.End < at && !clause.Contains(first.Tokens.First) && !Clears(sentence, first) && !IsSource(sentence, first) &&
        !sentence.Mentions.Exists(other => other.Kind is MentionKind.Organisation or MentionKind.Place && other.Tokens.First > first.Tokens.First && other.Tokens.End <= at) ? first : null;

    private static bool SaysGiving(Sentence sentence, TokenRange clause) =>
        sentence.Any(clause.First, clause.End, static word => word is "spent" or "gave" or "gives" or "promised" or "pledged" or "offered" or "offers" or "wooed" or "wooing" or "lured" or "granted" or "contributed" or "contributes" or "pays" or "paid" or "lent" or "supports" or "supported");

    /// <summary>Who gives together: "A and B", "A, B and C".</summary>
    public static string Together(IReadOnlyList<string> names)
    {
        List<string> own = [.. names.Distinct(StringComparer.Ordinal)];
        return own.Count == 1 ? own[0] : string.Join(", ", own.Take(own.Count - 1)) + " and " + own[^1];
    }

    /// <summary>Whether a company is one of those who give together.</summary>
    public static bool IsOne(string? givers, string company) =>
        givers is not null && givers != company && Array.Exists(givers.Split([", ", " and "], StringSplitOptions.None), one => one == company);

    /// <summary>A giver with the one named with it: "Canada and Ontario".</summary>
    public static string NameWithNext(Sentence sentence, Mention giver, Func<string, string?> government)
    {
        var names = new List<string> { Name(sentence, giver) };
        for (var before = Joined(sentence, giver, back: true); before is not null && names.Count < 4; before = Joined(sentence, before, back: true)) names.Insert(0, Name(sentence, before));
        for (var next = Joined(sentence, giver, back: false); next is not null && names.Count < 4; next = Joined(sentence, next, back: false)) names.Add(Name(sentence, next));
        if (names.Count == 1 && giver.Place?.CountryCode is { } code && IsBehindGovernment(sentence, giver.Tokens.First) && government(code) is { } national) names.Insert(0, national);
        if (names.Count == 1 && giver.Tokens.First - 2 >= sentence.First && sentence.Written(giver.Tokens.First - 1) is "and" && Capitals.Country(sentence.Written(giver.Tokens.First - 2)) is { } country && government(country) is { } seated) names.Insert(0, seated);
        return Together(names);
    }

    /// <summary>A place that gives: a state by its name; null for a town.</summary>
    public static string? NameOf(Sentence sentence, Mention place, Func<string, string?> government) =>
        place.Place is { Kind: PlaceKind.Municipality } ? null : NameWithNext(sentence, place, government);

    /// <summary>"Ottawa pays", "from Berlin": a capital that opens the clause or stands behind who gives.</summary>
    private static (string Country, int At)? Seat(Sentence sentence, TokenRange clause)
    {
        for (var at = clause.First; at < clause.End; at++)
        {
            if (Capitals.Country(sentence.Written(at)) is not { } country) continue;
            if (at <= clause.First + 1 && at + 1 < clause.End && (sentence.Written(at + 1) is not ("," or "-" or "'s" or "’s") || at + 2 < clause.End && sentence.Written(at + 1) is "'s" or "’s" && (sentence.ValueAt(at + 2) is { Kind: Values.ValueKind.Money } || sentence.Written(at + 2) is "contribution" or "share" or "cheque" or "check" or "grant" or "aid" or "support" or "help" or "commitment")) || at > clause.First && sentence.Written(at - 1) is "from" or "by") return (country, at);
        }

        return null;
    }

    /// <summary>"the federal government and Ontario".</summary>
    private static bool IsBehindGovernment(Sentence sentence, int at) =>
        // "the federal and Quebec governments"
        at - 2 >= sentence.First && at + 1 < sentence.End && sentence.Written(at - 1) is "and" && sentence.Written(at - 2) is "federal" or "Federal" or "national" or "central" && sentence.Any(at + 1, Math.Min(sentence.End, at + 3), static word => word is "government" or "governments") ||
        at - 3 >= sentence.First && sentence.Written(at - 1) is "and" && sentence.Written(at - 2) is "government" && sentence.Written(at - 3) is "federal" or "the" or "national" or "central";

    private static Mention? Joined(Sentence sentence, Mention giver, bool back)
    {
        foreach (var other in sentence.Mentions)
        {
            if (!IsPublic(other) || back && other.Tokens.End > giver.Tokens.First || !back && other.Tokens.First < giver.Tokens.End || giver.Kind == MentionKind.Organisation && !IsPublic(giver)) continue;
            var (from, to) = back ? (other.Tokens.End, giver.Tokens.First) : (giver.Tokens.End, other.Tokens.First);
            var joins = false;
            var apart = to - from is < 1 or > 6;
            for (var at = from; at < to && !apart; at++)
            {
                if (sentence.Written(at) is "and" or "&" || sentence.Written(at) is "with" && at > from && sentence.Written(at - 1) is "together") joins = true;
                else if (sentence.Written(at) is not ("the" or "state" or "province" or "Province" or "State" or "of" or "government" or "governments" or "both" or "together" or "Land" or "federal" or "region" or "-")) apart = true;
            }

            if (joins && !apart) return other;
        }

        return null;
    }

    /// <summary>A state by its name, its adjective or its government's.</summary>
    private static bool IsPublic(Mention mention) => mention switch
    {
        { Kind: MentionKind.Organisation, Organisation.Kind: "government" or "agency" or "lender" } => true,
        { Kind: MentionKind.Place, Place.Kind: not PlaceKind.Municipality } => true,
        _ => false,
    };

    /// <summary>A country or region by its name; "the Hungarian government" as it stands, but for a careless "hungarian".</summary>
    private static string Name(Sentence sentence, Mention giver)
    {
        if (giver.Kind == MentionKind.Nationality && giver.Tokens.End < sentence.End && sentence.Written(giver.Tokens.End) is "government" or "state" && sentence[giver.Tokens.First].Upper) return sentence.Text.Quote(giver.Span) + " government";
        return giver.Kind is MentionKind.Place or MentionKind.Nationality ? Sites.NameOf(giver) : giver.Name;
    }

    /// <summary>"Georgia had paid", "Québec will lend": the subject of the clause.</summary>
    private static bool Acts(Sentence sentence, TokenRange clause, Mention place, Terms terms)
    {
        if (place.Tokens.First > clause.First + 3 || place.Tokens.First > sentence.First && terms.Has(sentence[place.Tokens.First - 1], TermClass.Locating)) return false;
        for (var at = place.Tokens.End; at < Math.Min(clause.End, place.Tokens.End + 3); at++)
        {
            if (sentence.Written(at) is "'s" or "’s" or ",") return false;
            if (terms.Has(sentence[at], TermClass.Finite) || sentence.Written(at) is "lent" or "lends" or "pays" or "paid" or "granted" or "grants" or "offered" or "offers" or "pledged" or "pledges" or "promised" or "promises" or "supports" or "supported" or "backs" or "backed" or "put" or "puts" or "provides" or "provided" or "contributes" or "contributed" or "awarded" or "awards" or "is" or "hands" or "handed" or "chips" or "throws" or "lend" or "pay" or "puts" or "wants" or "adds" or "added" or "agreed" or "agrees" or "stumped" or "stumps" or "gives" or "gave" or "covers" or "covered" or "bears" or "promise" or "subsidises" or "subsidised" or "helps" or "helped" or ":") return true;
        }

        return false;
    }

    /// <summary>"the federal government and (the state of) Baden-Württemberg": who gives with it; null where nobody does.</summary>
    private static string? BesideGovernment(Sentence sentence)
    {
        foreach (var region in sentence.Mentions)
        {
            if (region is not { Kind: MentionKind.Place, Place.Kind: PlaceKind.Region }) continue;
            var at = region.Tokens.First;
            while (at > sentence.First && sentence.Written(at - 1) is "the" or "state" or "of" or "Land" or "province" or "region") at--;
            if (IsBehindGovernment(sentence, at)) return Sites.NameOf(region);
        }

        return null;
    }

    /// <summary>"The federal government promised", "by the government": the one of the country that the works stands in.</summary>
    private static bool SaysGovernment(Sentence sentence, int at)
    {
        var clause = sentence.Clause(at);
        for (var i = clause.First; i < clause.End; i++)
        {
            // "13 billion in federal production support"
            if (sentence.Written(i) is "federal" && sentence.Any(i + 1, Math.Min(clause.End, i + 3), static word => word is "support" or "aid" or "grant" or "grants" or "money" or "funding" or "funds" or "subsidies" or "subsidy" or "incentives" or "loan" or "loans")) return true;
            if (sentence.Written(i) is not ("government" or "Government" or "taxpayer" or "taxpayers" or "Taxpayers")) continue;
            if (i > sentence.First && (sentence.MentionAt(i - 1) is not null || sentence.Written(i - 1) is "state" or "provincial" or "local" or "regional" or "county" or "city" or "'s" or "’s" or "-")) return false;
            return sentence.Written(i) is not "government" || i + 1 >= sentence.End || sentence.Written(i + 1) is not ("of" or "-");
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

    /// <summary>"The aid consists of …": a gift that was spoken of before, be it a paragraph ago.</summary>
    public static bool SaysTheGift(Sentence sentence) =>
        sentence.Tokens.Length > 2 && sentence.Written(sentence.First) is "The" or "This" && sentence.Any(sentence.First + 1, sentence.First + 3, static word => word is "aid" or "measure" or "package" or "support" or "money" or "funding" or "subsidy" or "assistance");

    /// <summary>"Of that 150 million are a grant", "the other 64 million come as tax relief", "the aid consists of": money that was spoken of, in its parts.</summary>
    public static bool IsPartOfGift(Sentence sentence, int at) =>
        sentence.Any(Math.Max(sentence.First, at - 8), at, static word => word is "remaining" or "rest" or "other" or "another" or "further" or "half" or "that" or "which" or "consists" or "comprises" or "includes" or "including" or "aid" or "measure" or "plus") &&
        sentence.Any(Math.Max(sentence.First, at - 8), Math.Min(sentence.End, at + 9), static word => word is "grant" or "grants" or "subsidy" or "subsidies" or "relief" or "tax" or "guarantee" or "guarantees" or "loan" or "loans" or "aid");

    /// <summary>"150 million are a direct subsidy", "a billion in state support", "the help of the state": the public purse of where the works stands.</summary>
    private static bool SaysPublicMoney(Sentence sentence, int at)
    {
        for (var i = Math.Max(sentence.First, at - 9); i < Math.Min(sentence.End, at + 9); i++)
        {
            if (sentence.Written(i) is "subsidy" or "subsidies" or "Subsidies" or "subvention" or "subventions" or "taxpayer" or "taxpayers" or "Taxpayers") return true;
            if (sentence.Written(i) is not ("state" or "State" or "public" or "Public")) continue;
            if (sentence.Any(i + 1, Math.Min(sentence.End, i + 2), static word => word is "aid" or "support" or "help" or "money" or "funds" or "funding" or "purse" or "grant" or "grants" or "coffers" or "treasury" or "budget" or "incentives" or "backing" or "assistance") || sentence.Any(Math.Max(sentence.First, i - 3), i, static word => word is "help" or "aid" or "support" or "money" or "assistance")) return true;
        }

        return false;
    }

    /// <summary>"a French grant", "Polish state aid".</summary>
    private static bool IsPublicMoney(Sentence sentence, Mention nationality) =>
        sentence.Any(nationality.Tokens.End, Math.Min(sentence.End, nationality.Tokens.End + 3), static word => word is "grant" or "grants" or "subsidy" or "subsidies" or "aid" or "support" or "funding" or "incentives" or "loan" or "measure" or "scheme" or "programme" or "contribution" or "assistance" or "help" or "guarantee");

    /// <summary>"Cleared under EU state aid rules": by what a subsidy is measured, and not who pays it.</summary>
    private static bool IsOfRules(Sentence sentence, Mention mention) =>
        sentence.Any(mention.Tokens.End, Math.Min(sentence.End, mention.Tokens.End + 4), static word => word is "rules" or "law" or "laws" or "framework" or "guidelines" or "approval" or "clearance");

    /// <summary>Who approves or clears a subsidy does not pay it.</summary>
    private static bool Clears(Sentence sentence, Mention mention)
    {
        if (IsOfRules(sentence, mention) || sentence.Any(mention.Tokens.End, Math.Min(sentence.End, mention.Tokens.End + 4), static word => word is "approved" or "approves" or "approve" or "cleared" or "clears" or "waved" or "waves" or "authorised" or "authorized")) return true;

        return mention.Name == "European Commission" && !Behind(sentence, mention, "from");
    }

    private static bool Behind(Sentence sentence, Mention mention, params ReadOnlySpan<string> words)
    {
        var before = mention.Tokens.First - 1;
        while (before > sentence.First && sentence.Written(before) is "the" or "state" or "of" or "Province" or "province" or "State" or "region" or "Region" or "government" or "governments" or "Government" or "federal" or "Land" or "Kingdom" or "Republic" or "Commonwealth" or "both" or "department" && sentence.Written(before - 1) is not "loan") before--;
        if (before < sentence.First) return false;
        // "partly owned by Renault", "run by", "built by": no giver.
        if (sentence.Written(before) is "by" && before > sentence.First && sentence.Written(before - 1) is "owned" or "held" or "run" or "built" or "operated" or "led" or "made" or "founded" or "controlled" or "developed" or "planned") return false;
        foreach (var word in words)
        {
            if (sentence.Written(before).SequenceEqual(word)) return true;
        }

        return false;
    }
}
