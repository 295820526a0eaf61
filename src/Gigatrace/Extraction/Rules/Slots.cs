using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Rules;

/// <summary>The slots of values come first.</summary>
public enum SlotKind : byte
{
    Energy,
    Money,
    Percent,
    Number,
    Date,
    Ordinal,
    Factor,

    /// <summary>Organisations that are named, one or a row of them.</summary>
    Org,

    /// <summary>One organisation, also where it stands in a row.</summary>
    One,

    /// <summary>As Org, or a description of one that was named before: "the carmaker", "the company", "it".</summary>
    Who,

    /// <summary>A row of two or more organisations.</summary>
    Pair,

    /// <summary>A row of exactly two organisations.</summary>
    Two,

    /// <summary>As Who without pronouns, but only of those that make cells, as far as is known.</summary>
    Cellmaker,

    /// <summary>As Who, but only of those that make cars or what else is built around batteries, as far as is known: who may buy cells.</summary>
    Buyer,

    /// <summary>A state, its government, or one that the lists know for giving public money or loans.</summary>
    Giver,
    Model,
    Place,
    Person,
    Title,
    Chemistry,

    /// <summary>A plant phrase: "its new plant in Douai", "the facility".</summary>
    Plant,

    /// <summary>A plant phrase that no preposition governs: what does something, or to which something is done.</summary>
    Works,
}

/// <summary>An organisation spoken of without its name: "the French carmaker", "it". Resolved from what was said before.</summary>
public sealed record Description(TokenRange Tokens, bool CarMaker, bool Pronoun);

public static class Slots
{
    public static SlotKind? Find(string name) => Enum.TryParse<SlotKind>(name, ignoreCase: true, out var kind) ? kind : null;

    /// <summary>Whether a slot takes a value, rather than what a name or phrase stands for.</summary>
    internal static bool TakesValue(SlotKind slot) => slot <= SlotKind.Factor;

    /// <summary>
    /// Sets, for each token of the sentence, the bits of the slots that something may fit which begins there. Where
    /// <see cref="Take"/> finds something its bit is set; a set bit promises nothing.
    /// </summary>
    internal static void Mark(PatternContext context, Span<uint> into)
    {
        var (sentence, terms) = (context.Sentence, context.Terms);
        foreach (var value in sentence.Values)
        {
            if (SlotOf(value.Kind) is { } slot) MarkBefore(sentence, value.Tokens.First, 2, 1u << (int)slot, into);
        }

        var organisations = 0;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Kind == MentionKind.Organisation) organisations++;
            else if (SlotOf(mention.Kind) is { } slot) MarkBefore(sentence, mention.Tokens.First, slot == SlotKind.Person ? 3 : 1, 1u << (int)slot | (slot == SlotKind.Place ? 1u << (int)SlotKind.Giver : 0), into);
        }

        foreach (var phrase in context.Plants) MarkBefore(sentence, phrase.Tokens.First, 1, 1u << (int)SlotKind.Plant | 1u << (int)SlotKind.Works, into);
        var tokens = sentence.Run(sentence.Tokens);
        for (var at = 0; at < tokens.Length; at++)
        {
            var of = terms[tokens[at]];
            if ((of & TermClass.Pronoun) != TermClass.None) into[at] |= 1u << (int)SlotKind.Who;
            else if ((of & TermClass.Definite) != TermClass.None) into[at] |= 1u << (int)SlotKind.Who | 1u << (int)SlotKind.Cellmaker | 1u << (int)SlotKind.Buyer;
        }

        if (organisations == 0) return;
        var named = 1u << (int)SlotKind.Org | 1u << (int)SlotKind.Who | 1u << (int)SlotKind.Cellmaker | 1u << (int)SlotKind.Buyer | 1u << (int)SlotKind.Giver | (organisations > 1 ? 1u << (int)SlotKind.Pair | 1u << (int)SlotKind.Two : 0);
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (FirstOrganisation(context, at) is not { } first) continue;
            into[at - sentence.First] |= first.Tokens.First == at ? named | 1u << (int)SlotKind.One : named;
        }
    }

    private static void MarkBefore(Sentence sentence, int at, int before, uint slots, Span<uint> into)
    {
        for (var from = Math.Max(0, at - sentence.First - before); from <= at - sentence.First && from < into.Length; from++) into[from] |= slots;
    }

    internal static SlotKind? SlotOf(ValueKind kind) => kind switch
    {
        ValueKind.Energy => SlotKind.Energy,
        ValueKind.Money => SlotKind.Money,
        ValueKind.Percent => SlotKind.Percent,
        ValueKind.Number => SlotKind.Number,
        ValueKind.Date => SlotKind.Date,
        ValueKind.Ordinal => SlotKind.Ordinal,
        ValueKind.Factor => SlotKind.Factor,
        _ => null,
    };

    private static SlotKind? SlotOf(MentionKind kind) => kind switch
    {
        MentionKind.Model => SlotKind.Model,
        MentionKind.Place => SlotKind.Place,
        MentionKind.Person => SlotKind.Person,
        MentionKind.Title => SlotKind.Title,
        MentionKind.Chemistry => SlotKind.Chemistry,
        _ => null,
    };

    /// <summary>What stands at a token and fits the slot; null where nothing does.</summary>
    public static (TokenRange Tokens, object Target)? Take(PatternContext context, SlotKind kind, int at)
    {
        if (at >= context.Sentence.End) return null;
        if (TakesValue(kind)) return TakeValue(context.Sentence, context.Terms, kind, at);
        return kind switch
        {
            SlotKind.Plant => TakePlant(context, at),
            SlotKind.Works => IsGoverned(context, at) ? null : TakePlant(context, at),
            SlotKind.Org => context.Organisations(at),
            SlotKind.One => context.Sentence.MentionAt(at) is { Kind: MentionKind.Organisation } one && one.Tokens.First == at ? (one.Tokens, new List<Mention> { one }) : null,
            SlotKind.Who => context.Organisations(at) ?? TakeDescription(context, at),
            SlotKind.Pair => context.Organisations(at) is { } pair && AreSeveral(pair.Target) ? pair : null,
            SlotKind.Two => context.Organisations(at) is { Target: { Count: 2 } target } two && target[0].Name != target[1].Name ? two : null,
            SlotKind.Cellmaker => context.Organisations(at) is { } makers ? Only(makers, Cells) : TakeDescription(context, at) is { } maker && maker.Target is Description { CarMaker: false, Pronoun: false } ? maker : null,
            SlotKind.Buyer => context.Organisations(at) is { } buyers ? Only(buyers, Cars) : TakeDescription(context, at) is { } buyer && buyer.Target is Description { CarMaker: true } ? buyer : null,
            SlotKind.Giver => context.Organisations(at) is { } givers ? Only(givers, Givers) : TakeMention(context, SlotKind.Place, at) is { Item2: Mention { Place.Kind: PlaceKind.Region or PlaceKind.Country } } state ? state : null,
            _ => TakeMention(context, kind, at),
        };
    }

    private static (TokenRange, object)? TakeValue(Sentence sentence, Terms terms, SlotKind kind, int at)
    {
        for (var i = at; i < Math.Min(sentence.End, at + 3); i++)
        {
            if (sentence.ValueAt(i) is { } value) return SlotOf(value.Kind) == kind && value.Tokens.First == i ? (value.Tokens, value) : null;
            if (!terms.Has(sentence[i], TermClass.Determiner) && sentence.Written(i) is not ("additional" or "further" or "total" or "estimated" or "initial")) return null;
        }

        return null;
    }

    private static (TokenRange, object)? TakePlant(PatternContext context, int at)
    {
        var skipped = context.Terms.Has(context.Sentence[at], TermClass.Determiner) ? at + 1 : at;
        foreach (var phrase in context.Plants)
        {
            if (phrase.Tokens.First == at || phrase.Tokens.First == skipped) return (phrase.Tokens, phrase);
        }

        return null;
    }

    /// <summary>Behind a preposition, an article between them or none.</summary>
    private static bool IsGoverned(PatternContext context, int at)
    {
        if (at > context.Sentence.First && context.Terms.Has(context.Sentence[at - 1], TermClass.Determiner) && context.Sentence.MentionAt(at - 1) is null) at--;
        return at > context.Sentence.First && IsPreposition(context.Sentence.Written(at - 1));
    }

    private static bool IsPreposition(ReadOnlySpan<char> word) => word is "in" or "at" or "of" or "for" or "to" or "on" or "near" or "from" or "with" or "around" or "against" or "about" or "outside" or "behind" or "by" or "into" or "over" or "beside" or "through" or "as" or "like" or "inside" or "within" or "under";

    private static (TokenRange, object)? TakeMention(PatternContext context, SlotKind kind, int at)
    {
        var skipped = context.Terms.Has(context.Sentence[at], TermClass.Determiner) && context.Sentence.MentionAt(at) is null ? at + 1 : at;
        // "Dr. A. B."
        while (kind == SlotKind.Person && skipped < context.Sentence.End && context.Sentence.Written(skipped) is "Dr" or "Prof" or "Mr" or "Mrs" or "Ms" or "Sir" or "." && context.Sentence.MentionAt(skipped) is null) skipped++;
        return skipped < context.Sentence.End && context.Sentence.MentionAt(skipped) is { } mention && SlotOf(mention.Kind) == kind && mention.Tokens.First == skipped
            ? (mention.Tokens, mention)
            : null;
    }

    /// <summary>One organisation or a row of them ("A, B and C"), over "the Swedish battery manufacturer" before the first.</summary>
    internal static (TokenRange Tokens, List<Mention> Target)? ReadOrganisations(PatternContext context, int at)
    {
        if (FirstOrganisation(context, at) is not { } one) return null;
        var row = new List<Mention> { one };
        var end = one.Tokens.End;
        while ((NextInRow(context, end) ?? BehindApposition(context, end)) is { } next)
        {
            if (IsApposed(context, row[^1])) break;
            row.Add(next);
            end = next.Tokens.End;
        }

        return (new TokenRange(at, end), row);
    }

    /// <summary>"the popular German carmaker, BMW", "the local utility Energy Absolute": the organisation behind an article and what it is said to be; null where that is not so.</summary>
    private static Mention? Described(PatternContext context, int at)
    {
        var (sentence, terms) = (context.Sentence, context.Terms);
        if (sentence.MentionAt(at) is not null || !terms.Has(sentence[at], TermClass.Determiner)) return null;
        for (var i = at + 1; i < Math.Min(sentence.End - 1, at + LongestDescription); i++)
        {
            if (sentence.MentionAt(i) is { Kind: MentionKind.Nationality }) continue;
            if (sentence.MentionAt(i) is not null || sentence.ValueAt(i) is not null || !IsDescriptive(sentence, terms, i)) return null;
            // "start-up" is three tokens.
            if (!terms.Has(sentence[i], TermClass.CompanyNoun | TermClass.CarMakerNoun) && sentence.Written(i) is not "utility" && !(sentence.Written(i) is "up" && sentence.Written(i - 1) is "-")) continue;
            var name = sentence.Written(i + 1) is "," && i + 2 < sentence.End ? i + 2 : i + 1;
            if (sentence.MentionAt(name) is not { Kind: MentionKind.Organisation } one || one.Tokens.First != name) continue;
            return name == i + 1 || EndsThere(sentence, one.Tokens.End) ? one : null;
        }

        return null;
    }

    /// <summary>From the article on.</summary>
    private const int LongestDescription = 8;

    /// <summary>A small word between an article and its noun: no preposition, verb or conjunction.</summary>
    private static bool IsDescriptive(Sentence sentence, Terms terms, int at) =>
        sentence.Written(at) is "-" || sentence[at].Kind == TokenKind.Word && !sentence[at].Upper && !IsPreposition(sentence.Written(at)) && !terms.Has(sentence[at], TermClass.And | TermClass.Relative | TermClass.ClauseStart | TermClass.Determiner | TermClass.Pronoun | TermClass.Plant | TermClass.Plants | TermClass.TitleHead) &&
        (!terms.Has(sentence[at], TermClass.Finite) || terms.Has(sentence[at], TermClass.CompanyNoun)) && sentence.Written(at) is not ("or" or "that" or "than" or "not" or "'s" or "’s");

    /// <summary>A name behind a comma is the company described where no row or statement goes on with it.</summary>
    private static bool EndsThere(Sentence sentence, int end) => end >= sentence.End || sentence.Written(end) is "." or "," or ";" or ")" or "–" or "—" or "!" or "?";

    /// <summary>The organisation at a token, or behind what describes it there.</summary>
    private static Mention? FirstOrganisation(PatternContext context, int at)
    {
        if (Described(context, at) is { } described) return described;
        var sentence = context.Sentence;
        var first = at;
        while (first < Math.Min(sentence.End, at + 7) && !IsOrganisation(sentence, first))
        {
            var mention = sentence.MentionAt(first);
            if (mention is { Kind: not (MentionKind.Nationality or MentionKind.Chemistry or MentionKind.Place) }) return null;
            if (mention is { Kind: MentionKind.Place } && !(mention.Tokens.End < sentence.End && sentence.Written(mention.Tokens.End) is "-" or "'s" or "’s")) return null;
            if (mention is null && !context.Terms.Has(sentence[first], TermClass.Determiner | TermClass.CompanyNoun | TermClass.Battery | TermClass.OtherIndustry | TermClass.CarMakerNoun | TermClass.PlantModifier | TermClass.Venture) && sentence.Written(first) is not ("-" or "based" or "tech" or "green" or "state" or "owned" or "local" or "listed" or "privately" or "held" or "its" or "\"" or "“" or "like" or "rival" or "rivals" or "customers" or "client" or "startup" or "up" or "'s" or "’s")) return null;
            first = mention?.Tokens.End ?? first + 1;
        }

        if (first >= sentence.End || sentence.MentionAt(first) is not { Kind: MentionKind.Organisation } one || one.Tokens.First != first) return null;
        return one;
    }

    private static bool IsOrganisation(Sentence sentence, int at) => sentence.MentionAt(at) is { Kind: MentionKind.Organisation };

    private static Mention? NextInRow(PatternContext context, int end)
    {
        var sentence = context.Sentence;
        var at = end;
        if (at < sentence.End && sentence.Written(at) is "(")
        {
            var close = at;
            while (close < Math.Min(sentence.End, at + 10) && sentence.Written(close) is not ")") close++;
            if (close < sentence.End && sentence.Written(close) is ")") at = end = close + 1;
        }

        while (at < sentence.End && at < end + 3 && (sentence.Written(at) is "," or "and" or "&" or "/" or "+" or "or" or "as" || sentence.Written(at) is "well" && at == end + 1 || sentence.Written(at) is "(" or ")" && at == end)) at++;
        // "from A and from B"
        if (at > end && at < sentence.End && sentence.Written(at - 1) is "and" && sentence.Written(at) is "from" or "with" or "by" && OfSame(sentence, end, at)) at++;
        if (at > end) at = BehindOwner(sentence, at);
        if (at > end && at < sentence.End && sentence.Written(at - 1) is "and" or "&" && Described(context, at) is { } member && sentence.Written(member.Tokens.First - 1) is not ",") return member;
        var described = at;
        while (at > end && at < sentence.End && at < described + 6 && sentence.MentionAt(at) is null or { Kind: MentionKind.Nationality } && (sentence.MentionAt(at) is not null || context.Terms.Has(sentence[at], TermClass.Definite | TermClass.CompanyNoun | TermClass.Battery | TermClass.OtherIndustry | TermClass.CarMakerNoun) || sentence.Written(at) is "electric" or "-" or "up" or "tech" or "storage" or "systems" or "provider" or "bus" or "truck" or "trading" or "house")) at++;
        if (at == end || at >= sentence.End || sentence.MentionAt(at) is not { Kind: MentionKind.Organisation } next || next.Tokens.First != at) return null;
        return IsOwner(context, end, next) ? null : next;
    }

    /// <summary>Whether the organisation that ends before a token stands behind the same preposition as the one at another.</summary>
    private static bool OfSame(Sentence sentence, int end, int preposition) =>
        sentence.MentionAt(end - 1) is { Kind: MentionKind.Organisation } last && last.Tokens.First > sentence.First && sentence.Written(last.Tokens.First - 1).SequenceEqual(sentence.Written(preposition));

    /// <summary>Behind a comma alone whoever owns what follows only says what stands before it: "SK On, SK Group's battery unit".</summary>
    private static bool IsOwner(PatternContext context, int end, Mention next)
    {
        var sentence = context.Sentence;
        var at = next.Tokens.End;
        if (sentence.Written(end) is not "," || next.Tokens.First != end + 1 || at >= sentence.End || sentence.Written(at) is not ("'s" or "’s")) return false;
        return context.Terms.Any(sentence, at + 1, Math.Min(sentence.End, at + 4), TermClass.CompanyNoun);
    }

    /// <summary>Behind a country or company that owns what follows: "GM and Korea's LG Chem", "WeLion and Volkswagen-backed Gotion".</summary>
    private static int BehindOwner(Sentence sentence, int at) => at >= sentence.End ? at : sentence.MentionAt(at) switch
    {
        { Kind: MentionKind.Place } place when place.Tokens.End < sentence.End && sentence.Written(place.Tokens.End) is "'s" or "’s" => place.Tokens.End + 1,
        { Kind: MentionKind.Organisation } backer when backer.Tokens.End + 2 < sentence.End && sentence.Written(backer.Tokens.End) is "-" && sentence.Written(backer.Tokens.End + 1) is "backed" or "owned" or "funded" or "controlled" or "supported" or "led" => backer.Tokens.End + 2,
        _ => at,
    };

    /// <summary>"A, the battery arm of B, and C", "A, which belongs to B, and C": behind what is said of a company, the next in its row.</summary>
    private static Mention? BehindApposition(PatternContext context, int end)
    {
        var sentence = context.Sentence;
        if (end + 2 >= sentence.End) return null;
        if (Asides.IsDash(sentence, end)) return BehindDashes(context, end);
        if (sentence.Written(end) is not "," || !BeginsAside(context, end + 1)) return null;
        var tells = context.Terms.Has(sentence[end + 1], TermClass.Relative);
        for (var at = end + 2; at < Math.Min(sentence.End - 2, end + LongestAside); at++)
        {
            if (sentence.Written(at) is ";" or "(" || sentence.MentionAt(at) is null && context.Terms.Has(sentence[at], tells ? TermClass.Relative : TermClass.Finite | TermClass.Relative)) return null;
            if (sentence.Written(at) is not ",") continue;
            if (sentence.Written(at + 1) is "and" or "&") return NextInRow(context, at) is { } next && !(tells && IsSubject(context, next)) ? next : null;
            return Owns(sentence, end + 1, at) && NextInRow(context, at) is { } third && sentence.Written(third.Tokens.End) is "and" or "&" && NextInRow(context, third.Tokens.End) is not null ? third : null;
        }

        return null;
    }

    /// <summary>"A – a member of B – and C": the next in the row behind what stands between dashes.</summary>
    private static Mention? BehindDashes(PatternContext context, int open)
    {
        var sentence = context.Sentence;
        for (var at = open + 2; at < Math.Min(sentence.End - 2, open + LongestAside); at++)
        {
            if (sentence.Written(at) is ";" or ":") return null;
            if (Asides.IsDash(sentence, at)) return sentence.Written(at + 1) is "and" or "&" ? NextInRow(context, at + 1) : null;
        }

        return null;
    }

    /// <summary>What is said of a company between commas has no more words than this.</summary>
    private const int LongestAside = 16;

    /// <summary>"a maker of", "one of the", "which belongs to": what begins behind a name's comma and says who that is.</summary>
    private static bool BeginsAside(PatternContext context, int at) =>
        context.Sentence.MentionAt(at) is null && (context.Terms.Has(context.Sentence[at], TermClass.Determiner) || context.Sentence.Written(at) is "one" or "which" or "who" or "itself");

    /// <summary>"…, and B plans": behind a relative clause a company with a verb of its own begins another statement.</summary>
    private static bool IsSubject(PatternContext context, Mention mention) =>
        mention.Tokens.End < context.Sentence.End && context.Sentence.MentionAt(mention.Tokens.End) is null && context.Terms.Has(context.Sentence[mention.Tokens.End], TermClass.Finite) && context.Sentence.Written(mention.Tokens.End) is not ("have" or "are" or "were");

    /// <summary>"the zero-emissions unit of engine maker B": a company has one owner, so that who comes next stands in no row with it.</summary>
    private static bool Owns(Sentence sentence, int from, int to) =>
        sentence.Any(from, to, static word => word is "unit" or "arm" or "subsidiary" or "division" or "daughter" or "offshoot" or "affiliate" or "brand");

    /// <summary>The B of "A, the battery arm of B, and C": it says who A is, and stands in no row with C.</summary>
    private static bool IsApposed(PatternContext context, Mention mention)
    {
        var sentence = context.Sentence;
        if (mention.Tokens.End + 1 >= sentence.End || sentence.Written(mention.Tokens.End) is not ",") return false;
        for (var at = mention.Tokens.First - 1; at > Math.Max(sentence.First, mention.Tokens.First - LongestAside); at--)
        {
            if (sentence.Written(at) is ";" or "(") return false;
            if (sentence.Written(at) is not ",") continue;
            return sentence.MentionAt(at - 1) is { Kind: MentionKind.Organisation } first && BehindApposition(context, first.Tokens.End) is { } next && next.Tokens.First > mention.Tokens.End;
        }

        return false;
    }

    private static readonly Predicate<Mention> Cells = mention => mention.Organisation is null or { MakesCells: true };

    private static readonly Predicate<Mention> Cars = mention => mention.Organisation is null or { MakesCars: true } or { Kind: "other" };

    private static readonly Predicate<Mention> Givers = mention => mention.Organisation is { Kind: "lender" or "agency" or "government", Name: not "European Commission" };

    private static bool AreSeveral(List<Mention> row) => row.Exists(other => other.Name != row[0].Name);

    /// <summary>The first of a row, as far as they are wanted: "CATL and BMW" begins with one that makes cells.</summary>
    private static (TokenRange, object)? Only((TokenRange Tokens, List<Mention> Target) row, Predicate<Mention> wanted)
    {
        var fit = 0;
        while (fit < row.Target.Count && wanted(row.Target[fit])) fit++;
        return fit == 0 ? null : fit == row.Target.Count ? row : (new TokenRange(row.Tokens.First, row.Target[fit - 1].Tokens.End), row.Target[..fit]);
    }

    private static (TokenRange Tokens, object Target)? TakeDescription(PatternContext context, int at)
    {
        var (sentence, terms) = (context.Sentence, context.Terms);
        if (terms.Has(sentence[at], TermClass.Pronoun)) return (new TokenRange(at, at + 1), new Description(new TokenRange(at, at + 1), CarMaker: false, Pronoun: true));
        if (!terms.Has(sentence[at], TermClass.Definite)) return null;
        for (var i = at + 1; i < Math.Min(sentence.End, at + 5); i++)
        {
            if (sentence.MentionAt(i) is { } mention && mention.Kind is not (MentionKind.Nationality or MentionKind.Place)) return null;
            if (terms.Has(sentence[i], TermClass.CompanyNoun | TermClass.CarMakerNoun) && (i + 1 == sentence.End || !terms.Has(sentence[i + 1], TermClass.CompanyNoun) && sentence.MentionAt(i + 1) is not { Kind: MentionKind.Organisation }))
            {
                return (new TokenRange(at, i + 1), new Description(new TokenRange(at, i + 1), terms.Has(sentence[i], TermClass.CarMakerNoun), Pronoun: false));
            }
        }

        return null;
    }
}
