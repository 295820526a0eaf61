using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>A subject that was found, where the sentence names it (null: it was spoken of before), and why it is this one.</summary>
public readonly record struct Attached(Plant? Plant, string? Company, Span? Span, string Reason);

/// <summary>
/// Finds the subject of a claim that its rule leaves open: from the clause, the sentence, the discourse, in that order.
/// It knows when it does not know: null means no claim.
/// </summary>
public sealed class Subjects(Discourse discourse, Terms terms)
{
    /// <summary>The plant (or, where the predicate allows, the company) that a value or trigger at a token is about.</summary>
    /// <param name="makesPlant">A company and a town are taken for a works of it, also where the text has not spoken of one.</param>
    /// <param name="companyFirst">Said of a company unless the sentence names a works: money raised.</param>
    public Attached? PlantOrCompany(Sentence sentence, List<PlantPhrase> phrases, int at, bool allowCompany, bool makesPlant = true, bool companyFirst = false)
    {
        var clause = sentence.Clause(at);
        if (Quoted(sentence, at) is { } speaks && discourse.Focus?.IsOf(speaks.Name) != true) return allowCompany ? new Attached(null, speaks.Name, speaks.Span, "who is quoted") : PlantOf(sentence, speaks);
        if (allowCompany && (CompanyWide(sentence, clause, at) && !IsOfOneTown(phrases, clause) || OfContinent(sentence, phrases, at, clause) || Totals.IsTotal(sentence, phrases, discourse, terms, at)) && (discourse.Holder(sentence) ?? discourse.CompanyAt(sentence, at)) is { } whole) return new Attached(null, whole, null, "company-wide");
        if (allowCompany && Brings(sentence, at) is { } grown) return grown;
        if (WholeSite(sentence, phrases, at) is { } site) return site;
        if (!allowCompany && Totals.IsTotal(sentence, phrases, discourse, terms, at)) return null;
        if (allowCompany && OwnCapacity(sentence, phrases, at) is { } owner) return new Attached(null, owner.Name, owner.Span, "capacity of the company");
        if (allowCompany && sentence.ValueAt(at) is { Kind: Values.ValueKind.Money } sum && phrases.Exists(phrase => phrase is { Plural: true, Possessive: true } && (phrase.Battery || phrase.Places.Count > 0) && phrase.Places.TrueForAll(static place => place.Kind == MentionKind.Nationality) && phrase.Tokens.First > at && phrase.Tokens.First <= sum.Tokens.End + 6) && discourse.CompanyAt(sentence, at, cells: true) is { } spender) return new Attached(null, spender, null, "for several works that are not named");
        if (allowCompany && companyFirst && IsOfFirm(sentence, clause, at) && (discourse.Focus?.Operator ?? discourse.CellMaker) is { } borrower) return new Attached(null, borrower, null, "the company of the works spoken of");
        if ((Goal(sentence, at) ?? Target(sentence, phrases, clause, at)) is { } goal) return allowCompany ? goal : null;
        if ((OneEach(sentence, phrases, at) ?? Respectively(sentence, at) ?? OneOfTwo(sentence, clause)) is { } own) return own;
        if (Where(sentence, phrases, clause) is { } there) return there;
        if (allowCompany && Counts(sentence, phrases, clause, at) is { } counted) return counted;
        if (OfNoPlant(sentence, phrases, at, clause)) return allowCompany && Several(sentence, phrases, at, clause) ? OfCompany(sentence, at) : null;
        var opening = sentence.Opening(clause);
        if ((OwnPlace(sentence, phrases, at, makesPlant) ?? With(sentence, clause, at)) is { } ownPlace) return ownPlace;
        if (Phrase(sentence, phrases, at, clause) is { } inClause) return inClause;
        if (opening != clause && Phrase(sentence, phrases, at, opening) is { } opened) return opened;
        if (ByNumber(sentence, phrases, clause, at) is { } numbered) return numbered;
        if (PlaceIn(sentence, phrases, clause, at, makesPlant) is { } placed) return placed;
        if (Actor(sentence, phrases, clause) is { } actor) return allowCompany ? new Attached(null, actor.Name, actor.Span, "whom the relative clause is about") : PlantOf(sentence, actor);
        var before = new TokenRange(sentence.First, clause.First);
        if (BehindPlace(sentence, phrases, clause) is { } told) return told;
        if ((OtherCompany(sentence, clause, at) ?? OtherCompany(sentence, opening, at)) is { } other) return allowCompany ? new Attached(null, other.Name, other.Span, "clause's company") : PlantOf(sentence, other);
        if (Phrase(sentence, phrases, at, before) is { } earlier) return earlier;
        if (PlaceIn(sentence, phrases, before, at, makesPlant) is { } earlierPlace) return earlierPlace;
        var after = new TokenRange(clause.End, sentence.End);
        if (OtherCompany(sentence, before, at) is { } far) return allowCompany ? new Attached(null, far.Name, far.Span, "sentence's company") : PlantOf(sentence, far);
        if (FirstPhase(sentence, clause) is { } first) return first;
        if (Phrase(sentence, phrases, at, after) is { } later) return later;
        if (allowCompany && sentence.ValueAt(at) is { Kind: Values.ValueKind.Energy, High: > LargestWorks } && discourse.CompanyAt(sentence, at, cells: true) is { } group) return new Attached(null, group, null, "more than any one works makes");
        if (allowCompany && Receives(sentence, clause, at) is { } receiver) return new Attached(null, receiver.Name, receiver.Span, "who gets the money");
        if (allowCompany && SaysCompany(sentence, clause, at) && discourse.Focus?.Operator is { } itself) return new Attached(null, itself, null, "the company of the works spoken of");
        // A loan for whom the sentence does not name is for the works spoken of, rather than for another company named last.
        if (allowCompany && companyFirst && discourse.CompanyAt(sentence, at, cells: true) is { } firm && (discourse.Focus is not { } spoken || spoken.IsOf(firm) || sentence.Mentions.Exists(mention => mention.Name == firm) || sentence.ValueAt(at) is not { Kind: Values.ValueKind.Money })) return new Attached(null, firm, null, "company of the clause");
        if (allowCompany && IsHeadcount(sentence, phrases, clause, at) && discourse.CompanyAt(sentence, at, cells: true) is { } employer) return new Attached(null, employer, null, "whom the people work for");
        if (discourse.Focus is { } focus) return OfRegion(sentence, clause, focus, at) ?? new Attached(focus, focus.Operator, null, "plant last spoken of");
        return allowCompany && discourse.CompanyAt(sentence, at) is { } company ? new Attached(null, company, null, "company last spoken of") : null;
    }

    /// <summary>"“We are 200 now,” said A. B., CEO of X": the company of who is quoted, where the quotation names none.</summary>
    private static Mention? Quoted(Sentence sentence, int at)
    {
        if (!sentence.Quotes) return null;
        var close = at;
        while (close < sentence.End && sentence.Written(close) is not ("\"" or "”")) close++;
        if (close + 2 >= sentence.End || sentence.Written(close + 1) is not ("said" or "says" or "explained" or "added" or "remarked" or "commented" or "stated")) return null;
        return sentence.Mentions.Exists(mention => mention.Kind is MentionKind.Organisation or MentionKind.Place && mention.Tokens.First < close) ? null :
            sentence.Mentions.Find(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.First > close && sentence.Written(mention.Tokens.First - 1) is "of" or "at" && sentence.MentionAt(mention.Tokens.First - 2) is { Kind: MentionKind.Title });
    }

    /// <summary>"The two would bring the company to 73 GWh": what one has in all.</summary>
    private Attached? Brings(Sentence sentence, int at)
    {
        if (sentence.ValueAt(at) is not { Kind: Values.ValueKind.Energy or Values.ValueKind.Number } value) return null;
        for (var to = value.Tokens.First; to > Math.Max(sentence.First + 2, value.Tokens.First - 5); to--)
        {
            if (sentence.Written(to) is not ("to" or "up")) continue;
            var firm = sentence.MentionAt(to - 1) is { Kind: MentionKind.Organisation } named ? named : null;
            var verb = firm is not null ? firm.Tokens.First - 1 : terms.Has(sentence[to - 1], TermClass.CompanyNoun) && terms.Has(sentence[to - 2], TermClass.Definite) ? to - 3 : -1;
            if (verb < sentence.First || sentence.Written(verb) is not ("bring" or "brings" or "bringing" or "brought" or "take" or "takes" or "taking" or "took" or "lift" or "lifts" or "lifting" or "put" or "puts" or "get" or "gets")) continue;
            return (firm?.Name ?? discourse.Company ?? discourse.Focus?.Operator) is { } company ? new Attached(null, company, firm?.Span, "what the company has in all") : null;
        }

        return null;
    }

    /// <summary>"A second phase would bring the whole to 60 GWh", "Komárom as a whole comes to 17.5 GWh": a figure of all works at a site is that of the site, which has the name of its first.</summary>
    private Attached? WholeSite(Sentence sentence, List<PlantPhrase> phrases, int at)
    {
        if (sentence.ValueAt(at) is not { Kind: Values.ValueKind.Energy or Values.ValueKind.Number } value) return null;
        var of = phrases.FindLast(phrase => phrase.Part > 1 && phrase.Head < value.Tokens.First && discourse.Resolve(sentence, phrase).Count == 1) is { } part && sentence.Clause(part.Head) == sentence.Clause(at) && IsRaise(sentence, part.Tokens.End, value.Tokens.First) ? discourse.Resolve(sentence, part)[0] : null;
        if (of is null && sentence.Mentions.FindLast(mention => mention.IsTown && mention.Tokens.End <= value.Tokens.First && value.Tokens.First - mention.Tokens.End < 14 && IsWhole(sentence, mention)) is { } town) of = discourse.At(sentence, town);
        of ??= IsForWhole(sentence, value.Tokens.End) ? discourse.Focus : null;
        if (of is null) return null;
        var whole = discourse.Numbered(of, 1);
        return new Attached(whole, whole.Operator, null, "the site as a whole");
    }

    /// <summary>"brings the whole to", "would lift capacity to", "doubles output to": what stands between a further works and the figure of all.</summary>
    private static bool IsRaise(Sentence sentence, int from, int to) =>
        sentence.Any(Math.Max(from, to - 4), to, static word => word is "to") && sentence.Any(from, to, static word => word is "bring" or "brings" or "bringing" or "carry" or "carries" or "lift" or "lifts" or "raise" or "raises" or "take" or "takes" or "push" or "pushes" or "boost" or "boosts" or "increase" or "increases" or "double" or "doubles" or "elevate" or "elevates" or "expand" or "expands" or "grow" or "bring") &&
        sentence.Any(from, to, static word => word is "whole" or "total" or "site" or "it" or "plant" or "factory" or "complex" or "capacity" or "output" or "all" or "everything" or "production" or "overall" or "sum");

    /// <summary>"38 GWh was the goal for the whole site".</summary>
    private static bool IsForWhole(Sentence sentence, int from)
    {
        for (var at = from; at + 1 < Math.Min(sentence.End, from + 12); at++)
        {
            if (sentence.Written(at) is "whole" or "entire" && sentence.Written(at + 1) is "site" or "complex" or "campus" or "location" or "works" or "park") return sentence.Any(Math.Max(from, at - 3), at, static word => word is "for" or "of" or "at" or "on");
        }

        return false;
    }

    /// <summary>"Seosan entire", "the whole of Seosan", "Seosan as a whole", "all of Seosan".</summary>
    private static bool IsWhole(Sentence sentence, Mention town) =>
        sentence.Any(town.Tokens.End, Math.Min(sentence.End, town.Tokens.End + 3), static word => word is "entire" or "whole" or "altogether" or "overall" or "total") ||
        town.Tokens.First - 2 >= sentence.First && sentence.Any(town.Tokens.First - 2, town.Tokens.First, static word => word is "entire" or "whole" or "Entire" or "Whole" or "all" or "All");

    /// <summary>"… 3 GWh in the US state of Tennessee", where a works elsewhere was spoken of: its operator's there; null where the figure stands in no other region or country.</summary>
    private Attached? OfRegion(Sentence sentence, TokenRange clause, Plant focus, int at)
    {
        if (focus is not { Place: { } here, Operator: { } runs } || sentence.ValueAt(at) is not { Kind: Values.ValueKind.Energy } value || value.Tokens.End >= clause.End || sentence.Written(value.Tokens.End) is not "in") return null;
        var region = sentence.Mentions.FindLast(mention => mention is { Kind: MentionKind.Place, IsTown: false, Place.Kind: PlaceKind.Region or PlaceKind.Country } && clause.Contains(mention.Tokens.First) && mention.Tokens.First > value.Tokens.End && mention.Tokens.First <= value.Tokens.End + 6);
        if (region?.Place is not { } there || here == there || Sites.Broader(there, here) || Sites.Broader(here, there)) return null;
        return new Attached(discourse.FindOrAdd(runs, region, null, sure: false), runs, region.Span, "place behind the figure");
    }

    /// <summary>"ACC has about 2,000 employees", "SK On has 47.5 GWh": what a company with several works has, where the sentence names none of them.</summary>
    private Attached? Counts(Sentence sentence, List<PlantPhrase> phrases, TokenRange clause, int at)
    {
        if (phrases.Count > 0 || sentence.ValueAt(at) is not { Kind: Values.ValueKind.Energy or Values.ValueKind.Number } || sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Place)) return null;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Kind != MentionKind.Organisation || !clause.Contains(mention.Tokens.First) || mention.Tokens.End >= at || Actors.IsOblique(sentence, mention)) continue;
            if (sentence.Written(mention.Tokens.End) is not ("has" or "had" or "have" or "employs" or "employed" or "counts" or "counted" or "possesses" or "owns" or "boasts" or "commands")) continue;
            return discourse.HasSeveral(mention.Name) ? new Attached(null, mention.Name, mention.Span, "what a company with several works has") : null;
        }

        return null;
    }

    /// <summary>"Its teams now number 400", "headcount was about 350": the people that a company has, where no works is named.</summary>
    private bool IsHeadcount(Sentence sentence, List<PlantPhrase> phrases, TokenRange clause, int at)
    {
        if (phrases.Count > 0 || discourse.LastSubjectWasPlant || sentence.Passage.Kind == Documents.PassageKind.ListItem || sentence.ValueAt(at) is not { Kind: Values.ValueKind.Number } || terms.Any(sentence, sentence.First, at, TermClass.Plant)) return false;
        if (sentence.Any(clause.First, clause.End, static word => word is "there" or "here" or "site" or "place")) return false;
        return sentence.Any(clause.First, Math.Min(clause.End, at + 4), static word => word is "headcount" or "Headcount" or "workforce" or "payroll" or "teams") && !IsToCome(sentence, clause, at);
    }

    private static bool IsToCome(Sentence sentence, TokenRange clause, int at) =>
        sentence.Any(clause.First, at, static word => word is "will" or "would" or "to" or "should" or "expected");

    /// <summary>"The first phase was inaugurated", where the second was spoken of last.</summary>
    private Attached? FirstPhase(Sentence sentence, TokenRange clause)
    {
        if (discourse.Focus is { Part: 1 } whole && discourse.Plants.FirstOrDefault(whole.IsFirstBeside) is { } second && sentence.Any(clause.First, clause.End - 1, static word => word is "new") && NewLines(sentence, clause)) return new Attached(second, second.Operator, null, "its new lines");
        if (discourse.Focus is not { Part: > 1 } focus) return null;
        for (var at = clause.First + 1; at < clause.End; at++)
        {
            // "At the existing one 1,500 earn their living"
            var isOld = sentence.Written(at) is "one" && sentence.Written(at - 1) is "existing" or "old" or "older" or "original" or "first" or "present" && terms.Has(sentence[Math.Max(clause.First, at - 2)], TermClass.Definite);
            // "The second plant … In its first stage": of a works that is no phase itself, a phase of that.
            if (!isOld && (!focus.IsPhase || sentence.Written(at) is not ("phase" or "stage") || sentence.ValueAt(at - 1) is not { Kind: Values.ValueKind.Ordinal, Low: 1 })) continue;
            return discourse.Plants.FirstOrDefault(plant => plant.IsFirstBeside(focus)) is { } first ? new Attached(first, first.Operator, null, "its first phase") : null;
        }

        return null;
    }

    /// <summary>"300 will work on the new lines", where the second works was spoken of before.</summary>
    private static bool NewLines(Sentence sentence, TokenRange clause)
    {
        for (var at = clause.First; at + 2 < clause.End; at++)
        {
            if (sentence.Written(at) is "the" or "its" && sentence.Written(at + 1) is "new" && sentence.Written(at + 2) is "lines" or "halls" or "hall" or "line" or "building" or "buildings" or "part" or "unit") return true;
        }

        return false;
    }

    /// <summary>"Verkor has secured two billion euros": where the sentence names no works, who gets a sum gets it for the whole company.</summary>
    private static Mention? Receives(Sentence sentence, TokenRange clause, int at) => sentence.ValueAt(at) is not { Kind: Values.ValueKind.Money } ? null :
        sentence.Mentions.Find(mention => mention.IsCompany && clause.Contains(mention.Tokens.First) && mention.Tokens.First < at && !Actors.IsOblique(sentence, mention) && mention.Tokens.End < sentence.End && sentence.Written(mention.Tokens.End) is not ("'s" or "’s" or "," or "and"));

    /// <summary>"The company had an annual capacity of 69 GWh", of one with more than one works, where the clause names none; "300 people work for the company".</summary>
    private bool SaysCompany(Sentence sentence, TokenRange clause, int at)
    {
        if (sentence.ValueAt(at) is not { Kind: Values.ValueKind.Energy or Values.ValueKind.Number } value) return false;
        for (var i = clause.First; i + 1 < Math.Min(at, clause.First + 6); i++)
        {
            if (terms.Has(sentence[i], TermClass.Definite) && terms.Has(sentence[i + 1], TermClass.CompanyNoun)) return discourse.Focus?.Operator is { } company && discourse.HasSeveral(company);
        }

        for (var i = value.Tokens.End; i + 2 < Math.Min(clause.End, value.Tokens.End + 5); i++)
        {
            if (sentence.Written(i) is "for" or "at" && terms.Has(sentence[i + 1], TermClass.Definite) && terms.Has(sentence[i + 2], TermClass.CompanyNoun)) return value.Kind == Values.ValueKind.Number;
        }

        return false;
    }

    /// <summary>"…, and the company borrows 600 million": of a company that the clause begins with.</summary>
    private bool IsOfFirm(Sentence sentence, TokenRange clause, int at)
    {
        if (sentence.ValueAt(at) is not { Kind: Values.ValueKind.Money }) return false;
        for (var i = clause.First; i + 2 < at; i++)
        {
            if ((i == clause.First || sentence.Written(i - 1) is "and" or "," or "while" or "whereas" or "but") && terms.Has(sentence[i], TermClass.Definite) && sentence.Written(i + 1) is "company" or "firm" or "group" or "maker" or "start-up" or "startup" && sentence.MentionAt(i + 2) is null) return !terms.Any(sentence, i, at, TermClass.Plant, outsideNames: true);
        }

        return false;
    }

    /// <summary>GWh a year. The largest single works built or planned so far are about 100 to 120: a figure above it that names no works is a company's.</summary>
    private const decimal LargestWorks = 120;

    /// <summary>"BYD's annual production capacity is 60 GWh", "boost A's US-based capacity to 73 GWh": a company's capacity where no works is named, and with more than one works known.</summary>
    private Mention? OwnCapacity(Sentence sentence, List<PlantPhrase> phrases, int at)
    {
        if (sentence.ValueAt(at) is not { Kind: Values.ValueKind.Energy }) return null;
        foreach (var mention in sentence.Mentions)
        {
            var next = mention.Tokens.End;
            if (mention.Kind != MentionKind.Organisation || next >= at || sentence.Written(next) is not ("'s" or "’s" or "'" or "’")) continue;
            if (phrases.Exists(phrase => phrase.Head > next && phrase.Head < at) || !discourse.HasSeveral(mention.Name)) continue;
            for (var i = next + 1; i < Math.Min(at, next + 8); i++)
            {
                if (sentence.MentionAt(i) is { IsTown: true }) break;
                if (sentence.Written(i) is "capacity") return mention;
            }
        }

        return null;
    }

    /// <summary>A figure of works of another industry, of several works that are not named, or of a country's or continent's.</summary>
    private bool OfNoPlant(Sentence sentence, List<PlantPhrase> phrases, int at, TokenRange clause)
    {
        if (discourse.Elsewhere(sentence) && !phrases.Exists(phrase => discourse.Resolve(sentence, phrase).Count > 0)) return true;
        // "The two had invested 11 billion in joint battery plants": in works that are not named.
        if (sentence.ValueAt(at) is { Kind: Values.ValueKind.Money } money && phrases.Exists(phrase => phrase is { Plural: true, Definite: false, Possessive: false } && phrase.Tokens.First > at && phrase.Tokens.First <= money.Tokens.End + 3 && discourse.Resolve(sentence, phrase).Count == 0)) return true;
        // "The output of French battery plants in 2030": of all that a country has or needs.
        if (phrases.FindAll(phrase => clause.Contains(phrase.Head)) is [{ Plural: true, Definite: false, Possessive: false, Operator: null } all] && all.Tokens.End <= at && all.Places.TrueForAll(static place => place.Place is not { Kind: PlaceKind.Municipality }) && discourse.Resolve(sentence, all).Count == 0) return true;
        if (sentence.ValueAt(at) is { Kind: Values.ValueKind.Money } spent && phrases.Count == 0 && IsSpentAbroad(sentence, spent)) return true;
        if (phrases.Count == 0 && sentence.Mentions.FindAll(mention => mention.IsTown && clause.Contains(mention.Tokens.First)) is [_, ..] towns && towns.TrueForAll(discourse.IsOther)) return true;
        for (var i = Math.Max(clause.First, at - 14); i + 1 < at; i++)
        {
            if (sentence.Written(i) is "America" or "Europe" or "Asia" or "country" or "nation" or "continent" or "world" or "industry" or "state" or "region" or "bloc" && sentence.Written(i + 1) is "'s" or "’s" && !IsBest(sentence, i + 2, at) && !(sentence.ValueAt(at) is { Kind: Values.ValueKind.Money } && (!OfIndustry(sentence, i + 2) || sentence.Any(i + 2, Math.Min(at, i + 6), static word => word is "fund" or "funds" or "programme" or "program")))) return true;
        }

        return Several(sentence, phrases, at, clause) || OtherIndustry(sentence, phrases, at, clause) || OfContinent(sentence, phrases, at, clause);
    }

    /// <summary>"will invest 5 billion more in France": in all that it does there.</summary>
    private static bool IsSpentAbroad(Sentence sentence, Values.Value money)
    {
        for (var at = money.Tokens.End; at + 1 < Math.Min(sentence.End, money.Tokens.End + 4); at++)
        {
            if (sentence.Written(at) is "in") return (sentence.MentionAt(at + 1) ?? (at + 2 < sentence.End && sentence.Written(at + 1) is "the" ? sentence.MentionAt(at + 2) : null)) is { Kind: MentionKind.Place, Place.Kind: PlaceKind.Country };
            if (sentence.Written(at) is not ("more" or "additional" or "extra" or "further")) return false;
        }

        return false;
    }

    /// <summary>"The country's exports", "the state's budget": money of a country; "the state's contribution", "the state's programme supports" may be for a works.</summary>
    private static bool OfIndustry(Sentence sentence, int at) =>
        sentence.Any(at, Math.Min(sentence.End, at + 4), static word => word is "industry" or "industries" or "economy" or "budget" or "exports" or "imports" or "market" or "output" or "sector" or "companies" or "firms" or "makers" or "manufacturers" or "producers" or "carmakers" or "GDP" or "gross" or "debt" or "share" or "total" or "spending" or "investment" or "investments");

    /// <summary>"The world's largest maker of cells", "Europe's second most modern plant": a rank that somebody has, no figure of the world's.</summary>
    private static bool IsBest(Sentence sentence, int at, int end) =>
        sentence.Any(at, Math.Min(end, at + 3), static word => word is "most" or "leading" or "top" or "first" or "second" or "third" or "only" or "best" or "No" || word.Length > 5 && word.EndsWith("est", StringComparison.Ordinal) && word is not "latest");

    /// <summary>"1 million units of annual capacity in North America": a company's, unless it is "the largest in Europe".</summary>
    private static bool OfContinent(Sentence sentence, List<PlantPhrase> phrases, int at, TokenRange clause)
    {
        if (sentence.ValueAt(at) is not { } value || phrases.Exists(phrase => clause.Contains(phrase.Head))) return false;
        for (var i = value.Tokens.End; i + 1 < Math.Min(clause.End, value.Tokens.End + 9); i++)
        {
            if (sentence.Written(i) is "largest" or "biggest" or "first" or ",") return false;
            if (sentence.Written(i) is "on" && sentence.Written(i + 1) is "the" && i + 2 < clause.End && sentence.Written(i + 2) is "continent") return true;
            if (sentence.Written(i) is "in" && sentence.Written(i + 1) is "Europe" or "Asia" or "Africa" or "North" or "Latin" or "South" && (sentence.Written(i + 1) is not ("North" or "South") || i + 2 < clause.End && sentence.Written(i + 2) is "America")) return true;
        }

        return false;
    }

    /// <summary>"ten plants that employ 48,000", "five facilities": several works that are not named.</summary>
    private bool Several(Sentence sentence, List<PlantPhrase> phrases, int at, TokenRange clause) =>
        Nearest(sentence, phrases, at, clause) is { Plural: true, Definite: false } nearest && !phrases.Exists(phrase => clause.Contains(phrase.Head) && discourse.Resolve(sentence, phrase).Count > 0) && Enumerable.Range(nearest.Tokens.First, nearest.Tokens.Length).Any(token => sentence.ValueAt(token) is { Kind: Values.ValueKind.Number });

    private bool OtherIndustry(Sentence sentence, List<PlantPhrase> phrases, int at, TokenRange clause)
    {
        // "…, which began in May and is to be full by June": the second verb is of the same.
        while (clause.First > sentence.First + 1 && clause.First + 1 < clause.End && sentence.Written(clause.First) is "and" && sentence.MentionAt(clause.First + 1) is null && terms.Has(sentence[clause.First + 1], TermClass.Finite)) clause = sentence.Clause(clause.First - 1);
        if ((Nearest(sentence, phrases, at, clause) ?? Behind(sentence, phrases, at, clause)) is not { OtherIndustry: true, Battery: false } other) return false;
        // "its solar plant in A, which began": said of that, whatever other works the sentence names.
        var own = other.Tokens.End <= clause.First && other.Tokens.End >= clause.First - 1;
        return own && !phrases.Exists(phrase => clause.Contains(phrase.Head)) || !phrases.Exists(phrase => discourse.Resolve(sentence, phrase).Count > 0);
    }

    /// <summary>The last works named before a token, in its clause or, where that is a relative one, in the one before.</summary>
    private PlantPhrase? Nearest(Sentence sentence, List<PlantPhrase> phrases, int at, TokenRange clause) =>
        phrases.FindLast(phrase => phrase.Head < at && (clause.Contains(phrase.Head) || (terms.Has(sentence[clause.First], TermClass.Relative) || sentence.Written(clause.First) is "that") && phrase.Tokens.End >= clause.First - 5));

    /// <summary>The works that an event is said of: "shut its car assembly plant".</summary>
    private static PlantPhrase? Behind(Sentence sentence, List<PlantPhrase> phrases, int at, TokenRange clause) =>
        sentence.ValueAt(at) is null ? phrases.Find(phrase => phrase.Head > at && phrase.Tokens.First <= at + 3 && clause.Contains(phrase.Head)) : null;

    /// <summary>"The list of planned cell factories", "it runs plants in Japan, China and France": what is said of works in general is said of none.</summary>
    public bool InGeneral(Sentence sentence, List<PlantPhrase> phrases, TokenRange said) =>
        phrases.Find(phrase => phrase.Head >= said.First && phrase.Tokens.First <= said.End) is { Plural: true, Definite: false, Possessive: false } phrase && (discourse.Resolve(sentence, phrase).Count == 0 || phrase.Places.Count != 2 && !Enumerable.Range(phrase.Tokens.First, phrase.Tokens.Length).Any(at => sentence.ValueAt(at) is not null) && phrase.Places.TrueForAll(place => place.Place is not { Kind: PlaceKind.Municipality }));

    private static Attached? OfCompany(Sentence sentence, int at) =>
        sentence.Mentions.FindLast(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.First < at && !Actors.IsOblique(sentence, mention)) is { } company ? new Attached(null, company.Name, company.Span, "total of several works") : null;

    /// <summary>"Its two works in Kokomo will have 33 GWh and 34 GWh": the first and the second of two at one place, each its own; null for any other figure.</summary>
    private Attached? OneEach(Sentence sentence, List<PlantPhrase> phrases, int at)
    {
        if (sentence.ValueAt(at) is not { Kind: Values.ValueKind.Energy } value || phrases is not [{ Plural: true } two] || two.Tokens.First > at) return null;
        if (!sentence.Any(two.Tokens.First, two.Tokens.End, static word => word is "two" or "both") || Sites.Distinct(two) is not [{ IsTown: true }] || discourse.Resolve(sentence, two) is not [var first]) return null;
        if (sentence.Values.FindAll(static other => other.Kind == Values.ValueKind.Energy) is not [var one, var other] || other.Tokens.First - one.Tokens.End > 2 || sentence.Written(one.Tokens.End) is not "and") return null;
        var plant = discourse.Numbered(first, value == one ? 1 : 2);
        return new Attached(plant, plant.Operator, sentence.SpanOf(two.Tokens), "its turn of two");
    }

    /// <summary>"12 GWh and 8 GWh respectively": as many values as works that were named in a row, each for its own.</summary>
    private Attached? Respectively(Sentence sentence, int at)
    {
        if (sentence.ValueAt(at) is not { } value || !sentence.Any(sentence.First, sentence.End, static word => word is "respectively")) return null;
        var row = sentence.Values.Where(other => other.Kind == value.Kind).ToList();
        if (row.Count != discourse.Several.Count) return null;
        var plant = discourse.Several[row.IndexOf(value)];
        return new Attached(plant, plant.Operator, null, "its turn in a row");
    }

    /// <summary>"This will be followed by AESC, which plans 9 GWh": the company before a relative clause that it acts in, unless its works is spoken of; null where the clause is about something else.</summary>
    private Mention? Actor(Sentence sentence, List<PlantPhrase> phrases, TokenRange clause)
    {
        if (clause.First + 1 >= clause.End || Actors.Antecedent(sentence, clause, terms) is not { Organisation: not { GivesMoney: true } } company || phrases.Exists(phrase => phrase.Tokens.Contains(company.Tokens.First))) return null;
        var acts = sentence.Written(clause.First + 1) is "plans" or "wants" or "aims" or "intends" or "hopes" or "operates" or "runs" or "expects" or "targets" or "makes" or "produces" || clause.First + 2 < clause.End && sentence.Written(clause.First + 1) is "is" or "has" && sentence.Written(clause.First + 2) is "planning" or "aiming" or "planned" or "hoping" or "targeting" or "building";
        // "one being built by ACC, which should start by the end of the year"
        acts |= company.Tokens.First > sentence.First && sentence.Written(company.Tokens.First - 1) is "by" && sentence.Any(sentence.First, company.Tokens.First, static word => word is "one" or "ones" or "others" or "another");
        // "It was overtaken by CATL, which has 40 GWh"
        acts |= company.Tokens.First > sentence.First && sentence.Written(company.Tokens.First - 1) is "by" && phrases.Count == 0 && sentence.Written(clause.First + 1) is "has" or "had" or "owns";
        if (!acts || discourse.Focus is { } focus && discourse.Runs(company.Name, focus)) return null;
        return phrases.Exists(phrase => phrase.Tokens.End <= company.Tokens.First && !phrase.Plural && discourse.Resolve(sentence, phrase).Any(plant => plant.IsOf(company.Name))) ? null : company;
    }

    /// <summary>"Part of Renault's plan to reach 80 GWh", "X's goal of 250 GWh": whose goal a figure is.</summary>
    private Attached? Goal(Sentence sentence, int at)
    {
        if (sentence.ValueAt(at) is not { Kind: Values.ValueKind.Energy } value || value.Tokens.First < sentence.First + 3) return null;
        var noun = value.Tokens.First - 1;
        while (noun > sentence.First + 2 && noun > value.Tokens.First - 10 && !IsGoal(sentence, noun)) noun--;
        if (!IsGoal(sentence, noun) || !IsOfGoal(sentence, noun + 1, value.Tokens.First)) return null;
        while (noun > sentence.First + 1 && sentence[noun - 1].Kind == TokenKind.Word && sentence.MentionAt(noun - 1) is null && sentence.Written(noun - 1) is not ("'s" or "’s") && !terms.Has(sentence[noun - 1], TermClass.Possessive | TermClass.Determiner)) noun--;
        if (sentence.Written(noun - 1) is "'s" or "’s" or "'" or "’") return sentence.MentionAt(noun - 2) is { Kind: MentionKind.Organisation } owner ? new Attached(null, owner.Name, owner.Span, "whose goal it is") : null;
        if (!terms.Has(sentence[noun - 1], TermClass.Possessive) || !SaysShare(sentence, noun - 1)) return null;
        return discourse.CompanyAt(sentence, at, cells: true) is { } company ? new Attached(null, company, null, "whose goal it is") : null;
    }

    /// <summary>"Its 120 GWh target for 2030", "the group's goal of 100 GWh": what a company is to reach, where the clause names no works.</summary>
    private Attached? Target(Sentence sentence, List<PlantPhrase> phrases, TokenRange clause, int at)
    {
        if (sentence.ValueAt(at) is not { Kind: Values.ValueKind.Energy } value || value.Tokens.First < clause.First + 2 || phrases.Exists(phrase => clause.Contains(phrase.Head)) || sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Place && clause.Contains(mention.Tokens.First))) return null;
        var behind = value.Tokens.End + 1 < sentence.End && sentence.Written(value.Tokens.End) is "target" or "goal" && sentence.Written(value.Tokens.End + 1) is "for" or "by" && terms.Has(sentence[value.Tokens.First - 1], TermClass.Possessive | TermClass.Definite);
        var before = value.Tokens.First - 5;
        var said = before >= clause.First && IsGoal(sentence, before + 3) && sentence.Written(before + 4) is "of" && sentence.Written(before + 2) is "'s" or "’s" && terms.Has(sentence[before + 1], TermClass.CompanyNoun) && terms.Has(sentence[before], TermClass.Definite);
        // "The plant opened. It misses its 30 GWh target for 2025": the plant's.
        if (behind && discourse.LastSubjectWasPlant && !sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.End < at) && !terms.Any(sentence, clause.First, at, TermClass.CompanyNoun)) return null;
        return (behind || said) && discourse.CompanyAt(sentence, at, cells: true) is { } company ? new Attached(null, company, null, "whose target it is") : null;
    }

    private static bool IsGoal(Sentence sentence, int at) => sentence.Written(at) is "plan" or "plans" or "goal" or "goals" or "target" or "targets" or "aim" or "ambition" or "ambitions" or "objective" or "strategy";

    /// <summary>Only what is to be reached, and by when, stands between a goal and its figure.</summary>
    private static bool IsOfGoal(Sentence sentence, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (sentence.Written(at) is not ("to" or "of" or "for" or "reach" or "reaching" or "have" or "having" or "get" or "getting" or "achieve" or "achieving" or "hit" or "hitting" or "secure" or "securing" or "a" or "total" or "about" or "around" or "some" or "over" or "more" or "than" or "at" or "least" or "capacity" or "battery" or "cell" or "production" or "the" or "an" or "annual" or "up" or "by" or "in" or "from" or "Europe") && sentence.ValueAt(at) is null) return false;
        }

        return from < to;
    }

    /// <summary>"is part of its plan", "brings it closer to its goal": what a works only adds to.</summary>
    private static bool SaysShare(Sentence sentence, int at) =>
        sentence.Any(Math.Max(sentence.First, at - 5), at, static word => word is "part" or "contribute" or "contributes" or "contributing" or "towards" or "toward" or "closer" or "step" or "within" or "raised" or "raises" or "lifted" or "lifts" or "increased" or "upgraded" or "revised" or "doubled" or "tripled" or "cut" or "lowered");

    /// <summary>"Each of them is laid out for 40 GWh", "25 GWh apiece": of all the works that the sentence or the one before named in a row.</summary>
    public List<Attached> Each(Sentence sentence, int at, string predicate)
    {
        if (predicate is not ("capacity" or "jobs" or "investment" or "vehicles") || sentence.ValueAt(at) is not { } value) return [];
        var clause = sentence.Clause(at);
        for (var i = clause.First; i < Math.Min(clause.End, value.Tokens.End + 4); i++)
        {
            var says = i < at ? sentence.Written(i) is "Each" or "each" && i + 1 < clause.End && sentence.Written(i + 1) is "of" or "plant" or "factory" or "site" or "one" or "is" or "will" or "has" : i >= value.Tokens.End && sentence.Written(i) is "each" or "apiece";
            if (!says) continue;
            // "35 GWh, each 50 percent of the equity"
            if (i >= value.Tokens.End && i + 1 < sentence.End && sentence.ValueAt(i + 1) is not null) continue;
            if (discourse.Steps(sentence, clause, at) is { Count: > 1 } steps) return steps;
            var row = discourse.Several.Count > 1 && sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Place) ? discourse.Several : discourse.Row;
            return [.. row.Select(plant => new Attached(plant, plant.Operator, null, "each of a row"))];
        }

        return [];
    }

    /// <summary>"The latter, sized for 16 GWh": the first or last of the works that the sentence before named.</summary>
    private Attached? OneOfTwo(Sentence sentence, TokenRange clause)
    {
        if (discourse.Row.Count < 2) return null;
        for (var at = clause.First; at < Math.Min(clause.End, clause.First + 3); at++)
        {
            if (sentence.Written(at) is not ("latter" or "former" or "Latter" or "Former") && !(sentence.Written(at) is "last" && at - 3 >= sentence.First && sentence.Written(at - 2) is "which" && sentence.Written(at - 3) is "of") || at == sentence.First || !terms.Has(sentence[at - 1], TermClass.Definite)) continue;
            var plant = sentence.Written(at) is "latter" or "Latter" or "last" ? discourse.Row[^1] : discourse.Row[0];
            return new Attached(plant, plant.Operator, null, "the former or the latter");
        }

        return null;
    }

    /// <summary>"SK On takes the one in Stanton, Tennessee, where production is to begin": the works of the town right before such a clause, where that names none of its own.</summary>
    private Attached? Where(Sentence sentence, List<PlantPhrase> phrases, TokenRange clause)
    {
        if (sentence.Written(clause.First) is not "where" || phrases.Exists(phrase => clause.Contains(phrase.Head))) return null;
        var end = clause.First;
        for (var i = sentence.Mentions.Count - 1; i >= 0; i--)
        {
            var place = sentence.Mentions[i];
            if (place.Tokens.First >= end) continue;
            if (place.Kind != MentionKind.Place || place.Tokens.End < end - 1 || place.Tokens.End == end - 1 && sentence.Written(end - 1) is not "," and not ")") return null;
            if (place.IsTown) return !phrases.Exists(phrase => phrase.Tokens.Contains(place.Tokens.First)) && discourse.At(sentence, place) is { } plant ? new Attached(plant, plant.Operator, place.Span, "town of which the clause speaks") : null;
            end = place.Tokens.First;
        }

        return null;
    }

    /// <summary>The nearest plant phrase in a stretch of the sentence; before the token rather than behind it.</summary>
    private Attached? Phrase(Sentence sentence, List<PlantPhrase> phrases, int at, TokenRange within)
    {
        foreach (var phrase in phrases.Where(phrase => within.Contains(phrase.Head) && !(phrase.Tokens.First > at && Surroundings.IsMeasure(sentence, phrase))).OrderBy(phrase => Distance(phrase, at)))
        {
            if (discourse.Resolve(sentence, phrase) is [var plant, ..])
            {
                return new Attached(plant, plant.Operator, sentence.SpanOf(phrase.Tokens), "plant named in the " + (within.Contains(at) ? "clause" : "sentence"));
            }
        }

        return null;
    }

    private static int Distance(PlantPhrase phrase, int at) =>
        phrase.Tokens.Contains(at) ? 0 : phrase.Head < at ? at - phrase.Tokens.End + 1 : phrase.Tokens.First - at + 6;

    /// <summary>By so much a place behind a figure counts as further away than one before it.</summary>
    private const int BehindIsFurther = 4;

    /// <summary>"in Grünheide", "at Commerce": a place of the clause outside plant phrases, with the company that acts there.</summary>
    private Attached? PlaceIn(Sentence sentence, List<PlantPhrase> phrases, TokenRange within, int at, bool makesPlant)
    {
        foreach (var place in sentence.Mentions.Where(mention => mention.Kind == MentionKind.Place && within.Contains(mention.Tokens.First)).OrderBy(mention => IsRightBehind(sentence, mention, at) ? 0 : mention.Tokens.First > at ? mention.Tokens.First - at + BehindIsFurther : at - mention.Tokens.First + 1))
        {
            if (phrases.Exists(phrase => phrase.Tokens.Contains(place.Tokens.First)) || !Located(sentence, place) && (place.Place is not { Kind: PlaceKind.Municipality } || discourse.At(sentence, place) is null)) continue;
            // "Number three in China": one country or region of several works means none of them.
            if (place.Place is { Kind: not PlaceKind.Municipality } && discourse.Focus is null && discourse.Plants.Count(plant => plant.Operator is not null && Sites.SamePlace(plant, place)) > 1) continue;
            if (discourse.At(sentence, place) is { } known)
            {
                // "Sunderland, where AESC makes 1.8 GWh and builds a second plant": the second one is spoken of only behind.
                if (known.Part > 1 && place.Tokens.First < at && phrases.Exists(phrase => phrase.Part == known.Part && phrase.Tokens.First > at) && !phrases.Exists(phrase => phrase.Part == known.Part && phrase.Tokens.First < at)) known = discourse.Numbered(known, 1);
                return new Attached(known, known.Operator, place.Span, "place of a known plant");
            }

            if (!makesPlant || place.Place is not { Kind: PlaceKind.Municipality } || Surroundings.IsNoSite(sentence, place, terms) || discourse.IsOther(place)) continue;
            // "In Langen, a few kilometres up the motorway, Akasol can make": who acts behind the place.
            var acts = sentence.Mentions.Find(mention => mention.IsCompany && mention.Tokens.First >= place.Tokens.End && mention.Tokens.End <= at && within.Contains(mention.Tokens.First) && !Actors.IsOblique(sentence, mention) && mention.Tokens.End < sentence.End && terms.Has(sentence[mention.Tokens.End], TermClass.Finite));
            if ((place.Tokens.First <= sentence.First + 2 && acts is not null ? acts.Name : discourse.CompanyAt(sentence, place.Tokens.First, cells: true)) is not { } company) continue;
            var added = discourse.FindOrAdd(company, place, null, sure: false);
            return new Attached(added, company, place.Span, "company and place in the sentence");
        }

        return null;
    }

    /// <summary>"… is investing $4bn in De Soto: 30 GWh, 4,000 jobs": figures behind a colon are of the works at the place right before it; null where none is.</summary>
    private Attached? BehindPlace(Sentence sentence, List<PlantPhrase> phrases, TokenRange clause)
    {
        var colon = clause.First - 1;
        while (colon > sentence.First && colon > clause.First - 8 && sentence.Written(colon) is not ":") colon--;
        if (colon <= sentence.First || sentence.Written(colon) is not ":") return null;
        var place = sentence.Mentions.FindLast(mention => mention.IsTown && mention.Tokens.End <= colon && mention.Tokens.End >= colon - 2);
        if (place is null || phrases.Exists(phrase => phrase.Tokens.Contains(place.Tokens.First))) return null;
        return discourse.At(sentence, place) is { } known ? new Attached(known, known.Operator, place.Span, "place before the colon") : null;
    }

    /// <summary>"The second there can make 10 GWh", of a site of which a works was spoken of; null where the clause does not begin so.</summary>
    private Attached? ByNumber(Sentence sentence, List<PlantPhrase> phrases, TokenRange clause, int at)
    {
        // "The second, with its 10 GWh, cost 239 billion": the clause goes on about what the one before began with.
        if (clause.First > sentence.First && sentence.Written(clause.First) is "with" && sentence.Written(clause.First - 1) is "," && sentence.Clause(clause.First - 1) is { Length: < 4 } head) clause = new TokenRange(head.First, clause.End);
        if (discourse.Focus is not { PlaceName: not null } focus || clause.First + 2 >= Math.Min(clause.End, at) || !terms.Has(sentence[clause.First], TermClass.Definite) && sentence.Written(clause.First) is not ("The" or "A" or "a")) return null;
        if (sentence.ValueAt(clause.First + 1) is not { Kind: Values.ValueKind.Ordinal, Low: >= 1 and <= 4 } number || phrases.Exists(phrase => clause.Contains(phrase.Head)) || sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Place && clause.Contains(mention.Tokens.First) && mention.Tokens.First < at)) return null;
        var next = number.Tokens.End;
        if (sentence.Written(next) is not ("there" or "one" or "," or "(") && !terms.Has(sentence[next], TermClass.Finite)) return null;
        var meant = discourse.Numbered(focus, (int)number.Low);
        return new Attached(meant, meant.Operator, null, "counted at the site spoken of");
    }

    /// <summary>"… $2 billion on its plant in Manteno and $2.36 billion in Big Rapids": of several figures of a kind the later one's own place, whatever works stands before it.</summary>
    private Attached? OwnPlace(Sentence sentence, List<PlantPhrase> phrases, int at, bool makesPlant)
    {
        if (phrases.Count == 0 || sentence.ValueAt(at) is not { } value || !sentence.Values.Exists(other => other.Kind == value.Kind && other.Tokens.End <= value.Tokens.First)) return null;
        var place = sentence.Mentions.Find(mention => mention.IsTown && IsRightBehind(sentence, mention, at) && !phrases.Exists(phrase => phrase.Tokens.Contains(mention.Tokens.First)));
        if (place is null) return null;
        if (discourse.At(sentence, place) is { } known) return new Attached(known, known.Operator, place.Span, "place behind the figure");
        if (!makesPlant || Surroundings.IsNoSite(sentence, place, terms) || discourse.IsOther(place) || discourse.CompanyAt(sentence, at, cells: true) is not { } company) return null;
        return new Attached(discourse.FindOrAdd(company, place, null, sure: false), company, place.Span, "place behind the figure");
    }

    /// <summary>"works in Warren, Ohio, with 1,700 workers, and in Spring Hill, with 1,300": of the town that stands before the comma, where the sentence has several.</summary>
    private Attached? With(Sentence sentence, TokenRange clause, int at)
    {
        if (clause.First == sentence.First || at > clause.First + 3 || sentence.Written(clause.First) is not ("with" or "employing" or "making") || sentence.Written(clause.First - 1) is not ",") return null;
        var towns = sentence.Mentions.FindAll(static mention => mention.IsTown);
        var place = towns.FindLast(mention => mention.Tokens.End < clause.First && mention.Tokens.End >= clause.First - 4);
        return place is not null && towns.Count > 1 && discourse.At(sentence, place) is { } known ? new Attached(known, known.Operator, place.Span, "place before the comma") : null;
    }

    /// <summary>"9 GWh in A and 24 GWh in B": the place behind a value is its own.</summary>
    private static bool IsRightBehind(Sentence sentence, Mention place, int at) =>
        sentence.ValueAt(at) is { } value && place.Tokens.First > value.Tokens.End && place.Tokens.First - value.Tokens.End <= 3 && sentence.Written(place.Tokens.First - 1) is "in" or "at" or "for" or "near";

    /// <summary>"Tesla will make cells in Grünheide": a maker, batteries and a town are a works, also where no plant word stands; the next sentence may say "the plant".</summary>
    public void NoteWorks(Sentence sentence)
    {
        var place = sentence.Mentions.Find(mention => mention.IsTown && mention.Tokens.First > sentence.First && sentence.Written(mention.Tokens.First - 1) is "in" or "at" or "near");
        if (place is null || !terms.Any(sentence, sentence.First, sentence.End, TermClass.Battery) || Surroundings.IsOfModel(sentence, place.Tokens.First)) return;
        var maker = sentence.Mentions.Find(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.First < place.Tokens.First && !Actors.IsOblique(sentence, mention) && mention.Organisation is null or { MakesCells: true } or { MakesCars: true });
        if (maker is null || IsAside(sentence, discourse.Focus)) return;
        if (!sentence.Any(maker.Tokens.End, place.Tokens.First, static word => word is "make" or "makes" or "produce" or "produces" or "build" or "builds" or "building" or "producing" or "making" or "manufacture" or "manufactures")) return;
        discourse.SetFocus(discourse.FindOrAdd(maker.Name, place, null, sure: false), maker.Name, section: false);
    }

    /// <summary>"It already makes such cells in Ochang": what is told beside the works spoken of, which the text goes on about.</summary>
    public static bool IsAside(Sentence sentence, Plant? spoken)
    {
        if (spoken is not { PlaceName: not null }) return false;
        for (var at = sentence.First; at + 1 < sentence.End; at++)
        {
            if (sentence.Written(at) is not "already" || sentence.Written(at + 1) is not ("makes" or "produces" or "manufactures" or "turns" or "made" or "assembles")) continue;
            return sentence.Mentions.Exists(mention => mention.IsTown && mention.Tokens.First > at && !Sites.SamePlace(spoken, mention));
        }

        return false;
    }

    private static bool Located(Sentence sentence, Mention place)
    {
        var before = place.Tokens.First - 1;
        while (before > sentence.First && sentence.Written(before) is "the" or "\"" or "town" or "city" or "of" or "nearby") before--;
        if (place.Tokens.End < sentence.End && sentence.Written(place.Tokens.End) is "'s" or "’s") return false;
        return before < sentence.First || sentence.Written(before) is "picked" or "picks" or "chose" or "choose" or "choosing" or "chosen" or "chooses" or "selected" or "selects" || sentence.Written(before) is "in" or "at" or "near" or "In" or "At" or "from" or "for" or "From" or "outside";
    }

    /// <summary>The clause's subject is a company that does not run the plant last spoken of.</summary>
    private Mention? OtherCompany(Sentence sentence, TokenRange clause, int at)
    {
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Kind != MentionKind.Organisation || !clause.Contains(mention.Tokens.First) || mention.Tokens.First >= at) continue;
            if (Actors.IsOblique(sentence, mention) || mention.Organisation is { GivesMoney: true }) continue;
            // "Toyota's name is going around as customer for its 50 GWh": what the works makes.
            if (mention.Organisation is { MakesCars: true, MakesCells: false } && discourse.Focus is not null && IsIts(sentence, at) && sentence.Any(mention.Tokens.End, at, static word => word is "customer" or "buyer" or "client" or "taker" or "customers")) return null;
            return discourse.Focus is { } focus && (focus.Operator is null || focus.IsOf(mention.Name) || IsWith(sentence, mention, focus) || discourse.IsArm(focus.Operator, mention.Name) || discourse.IsPartner(focus.Operator, mention.Name) || IsItself(mention, focus.Operator)) ? null : mention;
        }

        return null;
    }

    /// <summary>"Volkswagen and PowerCo will invest", of PowerCo's works.</summary>
    private static bool IsWith(Sentence sentence, Mention company, Plant works) =>
        company.Tokens.End + 1 < sentence.End && sentence.Written(company.Tokens.End) is "and" or "&" or "with" && sentence.MentionAt(company.Tokens.End + 1) is { Kind: MentionKind.Organisation } next && works.IsOf(next.Name);

    /// <summary>"Toyota Battery Manufacturing North Carolina", in a text on a works of Toyota's: the company that is that works.</summary>
    private static bool IsItself(Mention company, string operates) =>
        company.Name.StartsWith(operates, StringComparison.Ordinal) && company.Name.Length > operates.Length && company.Name[operates.Length] == ' ' && (company.Organisation is null || company.Organisation.Parents.Contains(operates));

    /// <summary>"its 50 GWh a year"</summary>
    private bool IsIts(Sentence sentence, int at) =>
        sentence.ValueAt(at) is { Kind: Values.ValueKind.Energy } value && value.Tokens.First > sentence.First && terms.Has(sentence[value.Tokens.First - 1], TermClass.Possessive);

    /// <summary>Why a works is the subject where a sentence only names its company.</summary>
    public const string OfCompanyAlone = "the company's plant";

    private Attached? PlantOf(Sentence sentence, Mention company)
    {
        var own = discourse.Plants.Where(plant => plant.IsOf(company.Name)).ToList();
        // "The board of A passed the venture with B", "B's board follows": the works of both before any other of one.
        bool IsBoth(Plant plant) => plant.Operator != company.Name && (sentence.Mentions.Exists(other => other.Kind == MentionKind.Organisation && other.Name != company.Name && discourse.Runs(other.Name, plant)) || discourse.SectionCompany is { } section && section != company.Name && discourse.Runs(section, plant));
        return (own.FindLast(IsBoth) ?? own.LastOrDefault()) is { } meant ? new Attached(meant, company.Name, company.Span, OfCompanyAlone) : null;
    }

    /// <summary>"The Megane has NMC cells from X": cells are those of who makes them, not of a car maker that fits them or of a name that nothing else makes known.</summary>
    /// <param name="attached">Whom the sentence else would speak of.</param>
    /// <returns>Null where nobody is said to make them.</returns>
    public Attached? OfCells(Sentence sentence, int at, Attached attached)
    {
        var maker = sentence.Mentions.Find(mention => mention.Organisation is { MakesCells: true } && mention.Tokens.First > at && sentence.Written(mention.Tokens.First - 1) is "from" or "by" && sentence.Clause(at).Contains(mention.Tokens.First));
        if (maker is not null && attached.Company != maker.Name && attached.Plant?.IsOf(maker.Name) != true) return new Attached(null, maker.Name, maker.Span, "who makes the cells");
        if (attached is not { Company: { } company } || discourse.Makes(company)) return attached;
        return attached.Plant is not null || attached.Span is not null && SaysMaking(sentence) ? attached : null;
    }

    private static bool SaysMaking(Sentence sentence) =>
        sentence.Any(sentence.First, sentence.End, static word => word is "make" or "makes" or "making" or "produce" or "produces" or "producing" or "develop" or "develops" or "developing" or "developed" or "manufacture" or "manufactures" or "manufacturing");

    private bool SeveralSites(Sentence sentence) =>
        sentence.Mentions.Where(mention => mention.IsTown).Select(place => discourse.At(sentence, place)).OfType<Plant>().Select(plant => plant.PlaceName).Distinct().Count() > 1;

    /// <summary>"two factories in Komárom with a combined 17.5 GWh"</summary>
    private static bool IsOfOneTown(List<PlantPhrase> phrases, TokenRange clause) =>
        phrases.Exists(phrase => phrase.Plural && clause.Contains(phrase.Head) && Sites.Distinct(phrase) is [{ IsTown: true }]);

    /// <summary>"Northvolt employs 7,000 people in all, 3,000 of them at its plant in A": of a company, where no works stands before the figure.</summary>
    private bool SaysInAll(Sentence sentence, TokenRange clause, int at)
    {
        if (sentence.ValueAt(at) is not { } value || terms.Any(sentence, clause.First, at, TermClass.Plant, outsideNames: true) || sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Place && mention.Tokens.First < at)) return false;
        for (var i = value.Tokens.End; i < Math.Min(sentence.End, value.Tokens.End + 5); i++)
        {
            var says = sentence.Written(i) is "worldwide" or "globally" or "altogether" || i + 1 < sentence.End && sentence.Written(i) is "in" && sentence.Written(i + 1) is "all" or "total" || i + 2 < sentence.End && sentence.Written(i) is "around" or "across" && sentence.Written(i + 1) is "the" && sentence.Written(i + 2) is "world" or "globe";
            if (says) return sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.End <= at && mention.Tokens.First <= sentence.First + 3 && !Actors.IsOblique(sentence, mention) && sentence.Written(mention.Tokens.End) is not ("'s" or "’s"));
            if (sentence.Written(i) is "," or ";" or ".") return false;
        }

        return false;
    }

    /// <summary>"BYD wants to raise its total capacity to", "Verkor is aiming for a combined 50 GWh": of a company that the clause begins with, where it names no works.</summary>
    private bool IsOwnTotal(Sentence sentence, TokenRange clause, int i, int at)
    {
        if (sentence.ValueAt(at) is not { Kind: Values.ValueKind.Energy } || sentence.Written(i) is not ("total" or "overall" or "combined" or "global" or "worldwide" or "entire" or "group")) return false;
        var isOwn = i > clause.First && terms.Has(sentence[i - 1], TermClass.Possessive) && sentence.Any(i + 1, Math.Min(clause.End, i + 4), static word => word is "capacity" or "output" or "production" or "ability");
        if (!isOwn && !(sentence.Written(i) is "combined" or "total" && sentence.Written(i - 1) is "a" && i >= at - 3)) return false;
        if (terms.Any(sentence, clause.First, at, TermClass.Plant, outsideNames: true)) return false;
        return sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && clause.Contains(mention.Tokens.First) && mention.Tokens.End < i && !Actors.IsOblique(sentence, mention) && sentence.Written(mention.Tokens.End) is not ("'s" or "’s"));
    }

    /// <summary>"total", "worldwide", "company-wide": a figure of the whole company, not of one plant.</summary>
    private bool CompanyWide(Sentence sentence, TokenRange clause, int at)
    {
        // "It also has plants in Japan. Capacity totals 7.5 GWh."
        if (at > sentence.First && sentence.Written(at - 1) is "totals" or "totalled" or "totaled" && !terms.Any(sentence, sentence.First, at, TermClass.Plant)) return true;
        if (SaysInAll(sentence, clause, at)) return true;
        // "The programme costs 3 billion"
        if (sentence.ValueAt(at) is { Kind: Values.ValueKind.Money } && sentence.Any(clause.First, at, static word => word is "programme" or "program") && !sentence.Any(clause.First, clause.End, static word => word is "grant" or "loan" or "subsidy" or "grants" or "under" or "Under")) return true;
        for (var i = clause.First; i < Math.Min(clause.End, at); i++)
        {
            if (sentence.Written(i) is "combined" or "altogether" or "together" && (discourse.Row.Select(plant => plant.PlaceName).Distinct().Count() > 1 || SeveralSites(sentence)) || i + 1 < clause.End && sentence.Written(i) is "all" && sentence.Written(i + 1) is "told" or "plants" or "sites" || sentence.Written(i) is "group" or "Group" && sentence.Written(i + 1) is "capacity") return true;
            // "In the world SK On has 89 GWh"
            if (sentence.Written(i) is "world" && i - 2 >= sentence.First && sentence.Written(i - 2) is "In" or "Around" or "Across" && sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.First > i && mention.Tokens.First <= i + 2)) return true;
            if (IsOwnTotal(sentence, clause, i, at)) return true;
            if (sentence.Written(i) is "total" or "worldwide" or "globally" or "overall" or "global" or "wide" && i > clause.First && !terms.Has(sentence[i - 1], TermClass.Determiner) && !(i + 1 < sentence.End && sentence.Written(i + 1) is "of" or "planned" or "capacity" or "investment" or "is" or "was")) return true;
        }

        return false;
    }
}
