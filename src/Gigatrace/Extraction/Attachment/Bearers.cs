using Gigatrace.Documents;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>Whom a claim is about: whom its rule's slot names, or of whom the rule says that it is spoken; else what <see cref="Subjects"/> finds.</summary>
internal sealed class Bearers(Discourse discourse, Terms terms, Subjects subjects, Objects objects, Spoken spoken)
{
    /// <summary>Of what a passage gave the last figure, by predicate.</summary>
    private (Passage Passage, string Predicate, Attached Bearer)? _last;

    /// <summary>Remembers of whom a figure was: the next sentence may say what it was before.</summary>
    public void Note(Sentence sentence, string predicate, List<Attached> bearers)
    {
        if (Predicates.IsFigure(predicate) && bearers is [var one]) _last = (sentence.Passage, predicate, one);
    }

    /// <summary>"At the end of last year it stood at 16 GWh", "the figure was 1,200 a year ago": of whom the figure before it was; null where the words are no such.</summary>
    private Attached? Resumed(Sentence sentence, List<PlantPhrase> phrases, string predicate, int at)
    {
        if (_last is not { } last || !ReferenceEquals(last.Passage, sentence.Passage) || last.Predicate != predicate || phrases.Count > 0 || sentence.Mentions.Exists(mention => mention.Kind is MentionKind.Organisation or MentionKind.Place && !(predicate == "funding" && (mention.Organisation is { GivesMoney: true } || mention.Place is { Kind: not PlaceKind.Municipality })))) return null;
        for (var i = Math.Max(sentence.First, at - 7) + 1; i < at; i++)
        {
            var says = predicate == "funding" && IsOfSum(sentence, i) || sentence.Written(i) is "stood" or "stands" && sentence.Written(i - 1) is "it" or "It" or "figure" or "number" or "total" || sentence.Written(i) is "was" or "is" && sentence.Written(i - 1) is "figure" or "number" or "total";
            if (says) return last.Bearer with { Span = null, Reason = "of whom the figure before was" };
        }

        return null;
    }

    /// <summary>"Of that", "the other £320 million", "the remaining": a part of the sum before.</summary>
    private static bool IsOfSum(Sentence sentence, int at) =>
        sentence.Written(at) is "that" or "it" or "this" or "which" && sentence.Written(at - 1) is "of" or "Of" || sentence.Written(at) is "other" or "remaining" or "rest" && sentence.Written(at - 1) is "the" or "The";

    /// <summary>The subjects of a claim, one claim each; none where nobody is meant.</summary>
    public List<Attached> Of(Sentence sentence, List<PlantPhrase> phrases, Trigger trigger, ClaimShape shape, int at)
    {
        if (shape.Predicate == "stake" && Spoken.IsRanking(sentence)) return [];
        if (trigger.Bound(shape.Subject) is { } bound)
        {
            // "may pay X a subsidy for its factory at Y"
            if (shape.Predicate == "funding" && shape.More.GetValueOrDefault("kind") == "grant" && phrases.Find(phrase => phrase is { Possessive: true, Plural: false } && phrase.Tokens.First > at && phrase.Tokens.First <= at + 8 && sentence.Written(phrase.Tokens.First - 1) is "for" or "towards") is { } funded && discourse.Resolve(sentence, funded) is [var works]) return [new Attached(works, works.Operator, sentence.SpanOf(funded.Tokens), "works that the money is for")];
            var meant = (shape.Predicate == "founded" ? Founded(sentence, bound.Tokens.First) : null) ?? Bound(sentence, phrases, bound, shape);
            return shape.Predicate is "status" or "milestone" && meant is [var one] ? InRow(sentence, one) : meant;
        }

        if (shape.Predicate == "supplies" && Words.MadeBy(sentence, trigger) is { } cellsMaker) return [new Attached(null, cellsMaker.Name, cellsMaker.Span, "who makes what is spoken of")];
        // So grave a thing is said of nobody by a guess: of whom alone the paragraph speaks, or the section.
        if (shape is { Predicate: "insolvency", Subject: "maker" }) return (discourse.OnlyMaker(sentence.Passage) ?? discourse.SectionCompany) is { } only ? [new Attached(null, only, null, "only maker spoken of")] : [];
        if (shape.Subject == "speaker") return discourse.Person is { } person ? [new Attached(null, person, null, "person spoken of")] : [];
        // "The plant is ready. Its customer is Renault": the plant's.
        if (shape is { Subject: "maker", Predicate: "supplies" } && sentence.Written(trigger.Tokens.First) is "Its" && discourse is { LastSubjectWasPlant: true, Focus: { PlaceName: not null } spokenAs }) return [new Attached(spokenAs, spokenAs.Operator, null, "its: the plant last spoken of")];
        if (shape.Subject == "maker") return (discourse.CellMaker ?? discourse.Company) is { } maker ? [new Attached(null, maker, null, "maker spoken of")] : [];
        if (shape.Subject == "takeover") return spoken.TakenOver(sentence) is { } last ? [last.Target] : [];
        if (shape is { Subject: "venture", Predicate: "founded" }) return Formed(sentence, trigger, at) is { } formed ? [formed] : [];
        if (shape.Subject == "venture") return spoken.Venture(sentence, trigger, at) is { } venture ? [venture] : [];
        if (shape is { Subject: "company", Predicate: "funding" } && Raiser(sentence, trigger, at) is { } raiser) return [new Attached(null, raiser.Name, raiser.Span, "who raises the money")];
        if (shape is { Predicate: "stake", Subject: null or "company" } && !Spoken.IsOfMarket(sentence) && spoken.Held(sentence, trigger) is { } held) return [new Attached(null, held, null, "whose shares were spoken of")];
        // "Honda and LG's joint venture L-H Battery makes cells; LG holds 51 percent": of the venture that the sentence names.
        if (shape is { Predicate: "stake", Subject: null } && sentence.Mentions.Find(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.End <= trigger.Tokens.First && (discourse.Ventures.IsName(mention.Name) || mention.Organisation is { Parents.Length: 2 } joint && trigger.Bound(shape.Object)?.Target is List<Mention> { Count: 1 } holds && joint.Parents.Contains(holds[0].Name))) is { } own) return [new Attached(null, own.Name, own.Span, "venture that the sentence names")];
        if (shape is { Predicate: "parent", Subject: null } && trigger.Bound(shape.Object)?.Target is List<Mention> { Count: 1 } owner && Daughter(sentence, trigger, owner[0]) is { } daughter) return [new Attached(null, daughter.Name, daughter.Span, "only other company of the sentence")];
        // "Stellantis and LG run NextStar. LG holds 51 percent": a partner's share is one in the venture, not in the other partner.
        if (shape is { Predicate: "stake", Subject: null or "company" } && !Spoken.IsOfMarket(sentence) && discourse.Joint is { } spokenOf && trigger.Bound(shape.Object)?.Target is List<Mention> { Count: 1 } partner && discourse.IsPartner(spokenOf, partner[0].Name) && sentence.Mentions.TrueForAll(mention => mention.Kind != MentionKind.Organisation || mention.Name == partner[0].Name) && (discourse.Company == partner[0].Name || discourse.Company is { } other && discourse.IsPartner(spokenOf, other))) return [new Attached(null, spokenOf, null, "venture spoken of")];
        // "LG holds 51 percent", below the name of a venture of LG's.
        if (shape is { Predicate: "stake", Subject: null } && !Spoken.IsOfMarket(sentence) && discourse.SectionCompany is { } above && trigger.Bound(shape.Object)?.Target is List<Mention> { Count: 1 } owns && discourse.IsPartner(above, owns[0].Name) && sentence.Mentions.TrueForAll(mention => mention.Kind != MentionKind.Organisation || mention.Name == owns[0].Name)) return [new Attached(null, above, null, "venture of the section")];
        // "Nissan wants out; a sale to GSR is agreed": of its cells, and not of the carmaker.
        if (shape is { Subject: "company", Predicate: "acquired" } && discourse.CarMaker is { } cars && cars == discourse.Company && discourse.CellMaker is { } cellsOf && cellsOf != cars) return [new Attached(null, cellsOf, null, "maker of cells spoken of")];
        if (shape.Subject == "company") return (shape.Predicate == "funding" ? Raised(sentence) : discourse.Company) is { } known ? [new Attached(null, known, null, "company spoken of")] : [];
        if (shape.Subject is not null || shape.Predicate == "stake" && Spoken.IsOfMarket(sentence)) return [];
        // "Founded in 2020", alone: said of whom the section is about, whoever was named last.
        if (shape.Predicate == "founded" && trigger.Tokens.First <= sentence.First + 1 && sentence.Mentions.TrueForAll(mention => mention.Tokens.First > trigger.Tokens.First) && discourse.SectionCompany is { } section) return [new Attached(null, section, null, "company of the section")];
        if (Predicates.OfCompany(shape.Predicate))
        {
            return discourse.CompanyAt(sentence, at) is { } company ? [new Attached(null, company, null, "company of the clause")] : [];
        }

        if (shape.Predicate == "supplies" && Seller(sentence, phrases, trigger) is { } whose) return [new Attached(null, whose.Name, whose.Span, "whose customers they are")];
        if (Resumed(sentence, phrases, shape.Predicate, at) is { } resumed) return [resumed];
        if (shape.Predicate is "status" or "milestone" && subjects.InGeneral(sentence, phrases, trigger.Tokens)) return [];
        if (subjects.PlantOrCompany(sentence, phrases, at, Predicates.AllowsCompany(shape.Predicate), makesPlant: shape.Predicate is not "jobs" and not "funding", companyFirst: IsRatherOfCompany(sentence, phrases, shape, at)) is not { } attached) return [];
        // "XPeng and Leapmotor remain the largest customers": whose customers they are makes cells.
        if (shape.Predicate == "supplies" && attached is { Plant: null, Company: { } buyer } && !discourse.Makes(buyer) && (discourse.CellMaker ?? discourse.Main) is { } seller && seller != buyer) attached = discourse.Focus is { } works && works.IsOf(seller) && !discourse.HasSeveral(seller) ? new Attached(works, seller, null, "works of the maker spoken of") : new Attached(null, seller, null, "maker of cells spoken of");
        // "Hyundai builds an electric factory for 200,000 cars": cars, and no batteries for them.
        if (shape.Predicate == "vehicles" && attached is { Plant.Operator: { } builder } && discourse.MakesCarsOnly(builder) && !terms.Any(sentence, sentence.First, sentence.End, TermClass.Battery) && phrases.Exists(static phrase => !phrase.Battery)) return [];
        if (shape.Predicate == "chemistry" && attached is { Plant.Operator: { } runs, Span: null } && phrases.Count == 0 && SaysCompany(sentence) && discourse.HasSeveral(runs)) attached = new Attached(null, runs, null, "what the company makes");
        if (shape.Predicate == "chemistry" && subjects.OfCells(sentence, at, attached) is var cells) return cells is { } made ? [made] : [];
        if (subjects.Each(sentence, at, shape.Predicate) is { Count: > 1 } each) return each;
        if (shape.Predicate is not ("status" or "milestone") || attached.Plant is not { } of) return [attached];
        // "It announced today that the two will make cells", "a recycling plant: start in 2024": news, or works, of something else.
        if (phrases.Count == 0 && shape.Word is "announced" && attached.Reason == Subjects.OfCompanyAlone || attached.Span is null && phrases.Count > 0 && phrases.TrueForAll(phrase => phrase is { OtherIndustry: true, Battery: false } && phrase.Head < trigger.Tokens.First)) return [];
        return AllOf(sentence, phrases, attached, of) is { Count: > 1 } all ? all : InRow(sentence, attached);
    }

    /// <summary>"Work goes on in Kaiserslautern and Termoli": what is said of a town is said of those that stand with it in a row, as far as their works are known.</summary>
    private List<Attached> InRow(Sentence sentence, Attached attached)
    {
        var at = sentence.Mentions.FindIndex(mention => mention.IsTown && mention.Span == attached.Span);
        if (at < 0) return [attached];
        var row = new List<Attached> { attached };
        for (var next = at + 1; next < sentence.Mentions.Count && IsJoined(sentence, sentence.Mentions[next - 1], sentence.Mentions[next]); next++) Add(sentence.Mentions[next]);
        for (var before = at - 1; before >= 0 && IsJoined(sentence, sentence.Mentions[before], sentence.Mentions[before + 1]); before--) Add(sentence.Mentions[before]);
        return row;

        void Add(Mention town)
        {
            if (town.IsTown && discourse.At(sentence, town) is { } plant && !row.Exists(one => one.Plant == plant)) row.Add(attached with { Plant = plant, Company = plant.Operator, Span = town.Span, Reason = "named in a row" });
        }
    }

    /// <summary>Nothing but commas, brackets, "and" and "in" stands between two places.</summary>
    private static bool IsJoined(Sentence sentence, Mention first, Mention second)
    {
        if (first.Kind != MentionKind.Place || second.Kind != MentionKind.Place) return false;
        for (var at = first.Tokens.End; at < second.Tokens.First; at++)
        {
            if (sentence.Written(at) is not ("," or "(" or ")" or "and" or "&" or "in" or "at" or "both" or "/" or "as" or "well")) return false;
        }

        return true;
    }

    /// <summary>"A, B and C own 30 percent each of the joint venture, which was formed in June": none of those whom the sentence names, and no two without a name.</summary>
    private Attached? Formed(Sentence sentence, Trigger trigger, int at)
    {
        bool IsNamed(string name) => sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && mention.Name == name && mention.Tokens.First < trigger.Tokens.First);
        var venture = spoken.Venture(sentence, trigger, at);
        if (venture is { Company: { } name } && !IsNamed(name) && !(discourse.Partners is [var one, var other] && name == Ventures.Joined(one, other))) return venture;
        return Array.Find([discourse.Company, discourse.Main], company => company is not null && !IsNamed(company) && !discourse.Partners.Contains(company)) is { } meant ? new Attached(null, meant, null, "company spoken of") : null;
    }

    /// <summary>Who was founded, where a name stands beside who was; null where it stands for itself.</summary>
    private List<Attached>? Founded(Sentence sentence, int at)
    {
        if (PartnersAt(sentence, at) is var (one, other)) return discourse.Ventures.NameOf(one, other) is { } joint ? [new Attached(null, joint, null, "venture of the two that are named")] : [];
        // "Verkor, supported by Schneider Electric and founded in 2020, opened": who stands before the aside.
        if (at > sentence.First && sentence.Written(at - 1) is "by" && Participles.Around(sentence, terms, at) is { } aside && sentence.Mentions.Find(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.End == aside.First - 1) is { } own) return [new Attached(null, own.Name, own.Span, "of whom the aside is")];
        return OwnedBy(sentence, at) is { } daughter ? [new Attached(null, daughter.Name, daughter.Span, "whose owner is named behind it")] : null;
    }

    /// <summary>"A joint venture between Ford and SK On, which was formed in 2021": what is said behind the second of the two is said of the venture. Both; null where the words are no such.</summary>
    private (string One, string Other)? PartnersAt(Sentence sentence, int at)
    {
        if (at - 3 < sentence.First || sentence.Written(at - 1) is not ("and" or "&" or "with") || sentence.MentionAt(at - 2) is not { Kind: MentionKind.Organisation } first || sentence.MentionAt(at) is not { } second) return null;
        var before = first.Tokens.First - 1;
        while (before > sentence.First && before > first.Tokens.First - 4 && sentence.Written(before) is not ("between" or "of" or "by")) before--;
        return sentence.Written(before) is "between" or "of" or "by" && terms.Any(sentence, Math.Max(sentence.First, before - 2), before, TermClass.Venture) ? (first.Name, second.Name) : null;
    }

    /// <summary>"PowerCo, a subsidiary of Volkswagen, which was founded in 2022": what is said behind the owner is said of its daughter; null where the words are no such.</summary>
    private Mention? OwnedBy(Sentence sentence, int at)
    {
        if (at - 4 < sentence.First || sentence.Written(at - 1) is not "of") return null;
        var before = at - 2;
        while (before > sentence.First && before > at - 8 && sentence.Written(before) is not ",") before--;
        var daughter = sentence.Written(before) is "," && sentence.Written(before + 1) is "a" or "the" or "an" ? sentence.Mentions.Find(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.End == before) : null;
        return terms.Any(sentence, before, at - 1, TermClass.CompanyNoun) || sentence.Any(before, at - 1, static word => word is "subsidiary" or "unit" or "arm" or "division" or "daughter" or "offshoot" or "affiliate" or "brand" or "spin" or "off") ? daughter : null;
    }

    /// <summary>The works of a plural phrase that means this one among others.</summary>
    private List<Attached> AllOf(Sentence sentence, List<PlantPhrase> phrases, Attached attached, Plant of)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Plural && discourse.Resolve(sentence, phrase) is var all && all.Contains(of)) return [.. all.Select(plant => attached with { Plant = plant, Company = plant.Operator })];
        }

        return [attached];
    }

    /// <summary>"Farasis's works had been paid for by a share sale of 3.4 billion yuan": the maker of cells that the clause begins with, whoever was spoken of before.</summary>
    private static Mention? Raiser(Sentence sentence, Trigger trigger, int at) =>
        sentence.Mentions.Find(mention => mention.Kind == MentionKind.Organisation) is { Organisation: { MakesCells: true, GivesMoney: false } } first && first.Tokens.First < at && first.Tokens.First <= sentence.First + 2 &&
        sentence.Clause(at).Contains(first.Tokens.First) && !Actors.IsOblique(sentence, first) && !trigger.Bindings.Any(binding => binding.Tokens.Contains(first.Tokens.First)) ? first : null;

    /// <summary>Who raised the money that a sentence speaks of: the company spoken of, but for a bank or supplier that was named in passing.</summary>
    private string? Raised(Sentence sentence) =>
        discourse.Company is { } last && discourse.IsOutsider(last) && (discourse.Main ?? discourse.CellMaker) is { } maker && !sentence.Mentions.Exists(mention => mention.Name == last) ? maker : discourse.Company;

    /// <summary>Money that is lent or raised, and customers where no works is spoken of, are the company's before they are the works'.</summary>
    private static bool IsRatherOfCompany(Sentence sentence, List<PlantPhrase> phrases, ClaimShape shape, int at)
    {
        var (kind, told) = (shape.More.GetValueOrDefault("kind"), sentence.Passage.Kind == PassageKind.Paragraph);
        return shape.Predicate switch
        {
            "funding" => kind is "equity" || told && (kind is "loan" || SaysLending(sentence, sentence.Clause(at))),
            "supplies" => told && phrases.Count == 0 && SaysCustomer(sentence),
            _ => false,
        };
    }

    /// <summary>"For SK On the split cuts its debt, its parent SK Innovation said": the only other company that the sentence names before the words.</summary>
    private static Mention? Daughter(Sentence sentence, Trigger trigger, Mention owner)
    {
        if (sentence.Written(trigger.Tokens.First) is not ("its" or "Its")) return null;
        var others = sentence.Mentions.FindAll(mention => mention.Kind == MentionKind.Organisation && mention.Name != owner.Name && mention.Tokens.End <= trigger.Tokens.First);
        return others.Count > 0 && others.TrueForAll(mention => mention.Name == others[0].Name) ? others[0] : null;
    }

    /// <summary>"CALB has works in Xiamen and Wuhan, and Changan and XPeng are the old customers": the maker that the sentence is about has the customers, and no works of it.</summary>
    private Mention? Seller(Sentence sentence, List<PlantPhrase> phrases, Trigger trigger)
    {
        var clause = sentence.Clause(trigger.Tokens.First);
        if (!sentence.Any(trigger.Tokens.First, trigger.Tokens.End, static word => word is "customer" or "customers" or "client" or "clients") || sentence.Any(clause.First, clause.End, static word => word is "will" or "would" or "first" or "could" or "may")) return null;
        return Actors.Subject(sentence, terms) is { Organisation.MakesCells: true } maker && discourse.CompanyAt(sentence, trigger.Tokens.First) == maker.Name && !phrases.Exists(phrase => clause.Contains(phrase.Head) && (phrase.Tokens.First <= maker.Tokens.First || ReferenceEquals(phrase.Operator, maker))) ? maker : null;
    }

    /// <summary>"The company makes both NMC and LFP cells": its range, and no works'.</summary>
    private bool SaysCompany(Sentence sentence) => sentence.Tokens.Length > 2 && sentence.Written(sentence.First) is "The" && terms.Has(sentence[sentence.First + 1], TermClass.CompanyNoun);

    /// <summary>What is lent or raised is the company's; what a state grants is for a works.</summary>
    private static bool SaysLending(Sentence sentence, TokenRange clause) =>
        sentence.Any(clause.First, clause.End, static word => word is "lend" or "lends" or "lent" or "lending" or "loan" or "loans" or "borrowed" or "borrows" or "debt" or "raised" or "raises" or "listing" or "shares");

    /// <summary>"The most important customer will be Renault": a company has customers; its works has cells for them.</summary>
    private static bool SaysCustomer(Sentence sentence) =>
        sentence.Any(sentence.First, sentence.End, static word => word is "customer" or "customers" or "Customers" or "client" or "clients" or "buyers");

    private List<Attached> Bound(Sentence sentence, List<PlantPhrase> phrases, Binding bound, ClaimShape shape)
    {
        var span = sentence.SpanOf(bound.Tokens);
        switch (bound.Target)
        {
            // "The purchase of Nissan's battery business": what a maker of cars sells is not itself.
            case List<Mention> { Count: 1 } owner when shape.Predicate == "acquired" && owner[0].Organisation is { MakesCars: true, MakesCells: false } && owner[0].Tokens.End < sentence.End && sentence.Written(owner[0].Tokens.End) is "'s" or "’s" or "'" or "’":
                return [];
            // "took full ownership of a third Ultium Cells plant in Lansing": a works, and not who runs it.
            case List<Mention> { Count: 1 } runs when shape.Predicate == "acquired" && phrases.Find(phrase => phrase.Tokens.Contains(runs[0].Tokens.First) && phrase.Head >= runs[0].Tokens.End && !phrase.Plural && !phrase.OtherIndustry) is { } works && discourse.Resolve(sentence, works) is [{ PlaceName: not null } sold]:
                return [new Attached(sold, sold.Operator, span, "works named by the rule's slot")];
            case PlantPhrase phrase:
                return [.. discourse.Resolve(sentence, phrase).Select(plant => new Attached(plant, plant.Operator, span, "plant named by the rule's slot"))];
            // "X, a subsidiary of Y, has agreed with Z": said of X.
            case List<Mention> { Count: 1 } owner when shape.Predicate is not ("parent" or "stake") && Actors.Owned(sentence, owner[0]) is { } daughter:
                return [new Attached(null, daughter.Name, daughter.Span, "whose owner is named behind it")];
            case List<Mention> organisations:
                return [.. organisations.Select(mention => new Attached(null, mention.Name, mention.Span, "named by the rule's slot"))];
            case Description { Pronoun: true } when discourse is { LastSubjectWasPlant: true, Focus: { } focus } && !Predicates.OfCompany(shape.Predicate):
                return [new Attached(focus, focus.Operator, null, "it: the plant last spoken of")];
            case Description description:
                return objects.Meant(sentence, description) is { } name ? [new Attached(null, name, null, "description of the one last spoken of")] : [];
            case Mention { Kind: MentionKind.Person or MentionKind.Organisation } mention:
                return [new Attached(null, mention.Name, mention.Span, "named by the rule's slot")];
            case Mention { Kind: MentionKind.Place } place when discourse.IsOther(place):
                return [];
            case Mention { Kind: MentionKind.Place } place:
                if (discourse.At(sentence, place) is { } there) return [new Attached(there, there.Operator, span, "place named by the rule's slot")];
                if (place.IsTown && discourse.CompanyAt(sentence, place.Tokens.First, cells: true) is { } holder) return [new Attached(discourse.FindOrAdd(holder, place, null, sure: false), holder, span, "place named by the rule's slot")];
                return [];
            default:
                return [];
        }
    }
}
