using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>
/// Who has works where, learned from the whole of a text before any sentence of it is read for claims. Every town that could be
/// a site asks the words around it whose it is: a name in the same plant phrase says more than the subject of the clause, that more
/// than who was spoken of before. What all its mentions say together decides, so the order of the sentences does not matter.
/// </summary>
public sealed class Survey(Terms terms, NameLexicon lexicon, Ventures ventures, string? speaker)
{
    /// <summary>What one mention says of who is at a place.</summary>
    private const double InPhrase = 6, Beside = 5, Acts = 3, InSentence = 1.5, Before = 1, CarMaker = 0.5;

    /// <summary>What a sum of such votes must reach to be believed.</summary>
    internal const double Enough = 2;

    /// <summary>Companies that one sentence alone ties to a place: "X intends to put money into a plant in Y".</summary>
    private readonly HashSet<(string Site, string Company)> _told = [];

    private readonly Dictionary<string, (Mention Place, Dictionary<string, double> Companies)> _sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The company last spoken of, and in which passage.</summary>
    private (string Name, Passage Passage)? _company;

    private string? _section;

    /// <summary>The headings above the section, each with its rank and the company that it names or is below.</summary>
    private readonly List<(int Level, string? Company)> _outline = [];

    /// <summary>The maker of cells last named under this heading, and the one that the text names most.</summary>
    private string? _maker, _main;

    /// <summary>Joint ventures that the passage has named so far.</summary>
    private readonly List<Mention> _ventures = [];

    private Passage? _passage;

    /// <summary>The last item that is about one place: whose works is there, it says itself or nobody does.</summary>
    private Passage? _placed;

    /// <summary>Where the text says that something else is made.</summary>
    internal OtherTowns Others { get; } = new(terms);

    /// <summary>Who buys whose works.</summary>
    internal Takeovers Takeovers { get; } = new();

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The last place that could be a site.</summary>
    private (Mention Place, Passage Passage)? _last;

    /// <summary>The companies named so far, and which of them the list of works knows at a place.</summary>
    private readonly KnownHolders _holders = new(lexicon);

    /// <summary>To be called for every sentence before the first is read: which maker of cells the text is about.</summary>
    public void Count(Sentence sentence)
    {
        foreach (var maker in sentence.Mentions)
        {
            if (maker.Organisation is { MakesCells: true }) _counts[maker.Name] = _counts.GetValueOrDefault(maker.Name) + (sentence.Passage.Kind == PassageKind.Heading ? 2 : 1);
        }
    }

    /// <summary>To be called once all sentences are counted: one maker is what the text is about if it is named twice as often as any other, or alone.</summary>
    public void Counted()
    {
        var (first, second) = (_counts.OrderByDescending(count => count.Value).FirstOrDefault(), _counts.OrderByDescending(count => count.Value).Skip(1).FirstOrDefault());
        _main = _counts.Count == 1 || first.Value >= 2 && first.Value >= 2 * second.Value ? first.Key : null;
    }

    /// <summary>The maker of cells that the text is about; null where it is about several or none.</summary>
    public string? Main => _main;

    /// <summary>The text calls a works the existing one.</summary>
    public bool SpeaksOfOld { get; private set; }

    /// <summary>What the text is about is the second works at its site: of those that it counts, it speaks of that first.</summary>
    public bool IsOfSecond => _counted == 2;

    private int? _counted;

    /// <summary>So many lines and sentences from its beginning say what a text is about.</summary>
    private const int Opening = 8;

    private int _read;

    /// <summary>"the second plant in Sunderland", "… in the city", "… on the site": counted at one place, and not over all that a company has.</summary>
    private static bool CountsAtSite(Sentence sentence, PlantPhrase phrase)
    {
        if (phrase.Places.Count > 0) return phrase.Places.TrueForAll(static place => place.IsTown);
        var at = phrase.Tokens.End;
        if (at < sentence.End && sentence.Written(at) is "there" or "here") return true;
        return at + 2 < sentence.End && sentence.Written(at) is "in" or "at" or "on" && sentence.Written(at + 1) is "the" && sentence.Any(at + 2, Math.Min(sentence.End, at + 4), static word => word is "city" or "town" or "site" or "same" or "campus" or "spot" or "place" or "village" or "grounds" or "estate" or "park");
    }

    public void Read(Sentence sentence, List<PlantPhrase> phrases)
    {
        SpeaksOfOld |= phrases.Exists(phrase => phrase is { Age: PlantAge.Old, Definite: true, Plural: false, OtherIndustry: false });
        if (_read++ < Opening) _counted ??= phrases.Find(phrase => phrase is { Part: > 0, Plural: false, OtherIndustry: false, National: false } && CountsAtSite(sentence, phrase))?.Part;
        if (!ReferenceEquals(sentence.Passage, _passage)) _ventures.Clear();
        _passage = sentence.Passage;
        Others.Read(sentence, phrases);
        if (sentence.Passage.Kind == PassageKind.Heading) Enter(sentence.Passage.Level);
        _holders.Read(sentence);
        Takeovers.Read(sentence);
        foreach (var company in sentence.Mentions)
        {
            if (company.Organisation is { MakesCells: true, Parents.Length: > 1 }) _ventures.Add(company);
        }

        if (speaker is not null && sentence.Any(sentence.First, sentence.End, static word => word is "we" or "We" or "our" or "Our")) _company = (speaker, sentence.Passage);
        // An item that is about one place has nothing to do with the company of the item before.
        if (Notes.Place(sentence) is not null) (_company, _maker, _placed) = (null, null, sentence.Passage);
        foreach (var place in sentence.Mentions)
        {
            if (place.Kind == MentionKind.Place && IsSite(sentence, phrases, place)) Ask(sentence, phrases, place);
        }

        OnGrounds(sentence, phrases);
        if (sentence.Mentions.FindLast(mention => mention.Organisation is { MakesCells: true }) is { } maker) _maker = maker.Name;
        var subject = Actors.Subject(sentence, terms);
        // "Proterra announced that plant": whoever acts on the works that the sentence before placed.
        if (subject is not null && _last is { } last && ReferenceEquals(last.Passage, sentence.Passage) && phrases is [{ Definite: true, Operator: null, Plural: false } spoken, ..] && spoken.Places.Count == 0 && spoken.Tokens.First > subject.Tokens.First && subject.IsCompany) Vote(last.Place, subject.Name, InSentence);
        if (_last is { } named && Actors.Resumes(sentence, terms).Says && sentence.Mentions.Find(mention => mention.IsCompany && Surroundings.Says(sentence, mention.Tokens.First, "belongs to", "run by", "operated by", "owned by")) is { } owner) Vote(named.Place, owner.Name, Beside);
        if (_last is { } spokenOf && sentence.Mentions.Find(mention => mention.IsCompany && Runs(sentence, mention)) is { } runner) Vote(spokenOf.Place, runner.Name, Beside);
        if (sentence.Mentions.FindLast(mention => mention.Kind == MentionKind.Place && IsSite(sentence, phrases, mention)) is { } town) _last = (town, sentence.Passage);
        if (subject is null || !subject.IsCompany) subject = Named(sentence);
        if (subject is null) return;
        var name = ventures.At(sentence, sentence.End) ?? subject.Name;
        if (sentence.Passage.Kind == PassageKind.Heading) (_section, _company, _outline[^1]) = (name, null, (sentence.Passage.Level, name));
        else _company = (name, sentence.Passage);
    }

    /// <summary>The town of the last works of another industry, and who has that.</summary>
    private (Mention Place, string Company)? _grounds;

    /// <summary>"BMW's car works in A … a battery hall on the factory grounds": a works of cells or packs beside it.</summary>
    private void OnGrounds(Sentence sentence, List<PlantPhrase> phrases)
    {
        if (_grounds is { } there && phrases.Exists(phrase => phrase is { Battery: true, Definite: false, Plural: false } && phrase.Places.Count == 0 && sentence.Any(phrase.Tokens.End, Math.Min(sentence.End, phrase.Tokens.End + 9), static word => word is "grounds" or "premises" or "site" or "plot" or "location" or "campus")))
        {
            Vote(there.Place, there.Company, InPhrase);
            Others.Cells(there.Place);
        }

        if (phrases.Find(static phrase => phrase is { OtherIndustry: true, Battery: false }) is not { } other) return;
        var town = sentence.Mentions.Find(static mention => mention.Kind == MentionKind.Place);
        var company = sentence.Mentions.Find(static mention => mention.Organisation is { MakesCars: true });
        _grounds = town is not null && company is not null ? (town, company.Name) : _grounds;
    }

    /// <summary>A section without a company in its heading is about whom the heading above it names.</summary>
    private void Enter(int level)
    {
        _maker = null;
        _outline.RemoveAll(above => above.Level >= level);
        _outline.Add((level, _outline is [.., var outer] ? outer.Company : null));
        (_section, _company) = (_outline[^1].Company ?? _section, _outline[^1].Company is null ? _company : null);
    }

    /// <summary>A row of a table without its customers: the company in it, else that of the heading, is at the town in it.</summary>
    public void Row(List<Sentence> cells)
    {
        var companies = cells.SelectMany(cell => cell.Mentions).Where(mention => mention.IsCompany).Select(mention => mention.Name).Distinct(StringComparer.Ordinal).ToList();
        var towns = cells.SelectMany(cell => cell.Mentions.Where(mention => mention.IsTown && !Surroundings.IsNoSite(cell, mention, terms))).ToList();
        if (towns is not [var town]) return;
        if (companies is [var company]) Vote(town, company, Beside);
        else if (companies is [] && _section is not null) Vote(town, _section, Enough);
    }

    /// <summary>The works that the text knows, each with its company and place.</summary>
    public IEnumerable<Plant> Plants()
    {
        var said = new Dictionary<Mention, double>(_sites.Count, ReferenceEqualityComparer.Instance);
        foreach (var site in _sites.Values) said.Add(site.Place, site.Companies.Values.Sum());
        foreach (var (key, (place, companies)) in _sites.Where(site => !Others.Has(site.Value.Place)))
        {
            // The county of a town that the text names too is no works of its own.
            foreach (var buyer in companies.Keys.ToList()) GiveBack(place, companies, buyer);
            var listed = _holders.Vote(place, companies, known => IsElsewhere(known, place, companies, said));
            // Whoever makes cells there comes before the car maker beside it.
            if (companies.Any(company => company.Value >= Enough && !MakesCars(company.Key))) foreach (var carMaker in companies.Keys.Where(company => MakesCars(company)).ToList()) companies[carMaker] *= CarMaker;
            var most = companies.Values.DefaultIfEmpty().Max();
            foreach (var (company, votes) in companies)
            {
                if (listed.Count > 0 && votes < Beside && !listed.ContainsKey(company)) continue;
                if (votes < Enough || votes < most / 2 && !_told.Contains((key, company)) || votes < most && companies.Any(other => other.Value > votes && (_holders.IsJoint(other.Key, company) || Ventures.IsPartner(company, other.Key)))) continue;
                if (_sites.Values.Any(exact => Sites.Broader(place.Place, exact.Place.Place) && exact.Companies.ContainsKey(company))) continue;
                var plant = new Plant { Operator = company, OperatorIsGuess = votes < Beside, Known = listed.GetValueOrDefault(company) };
                Sites.Refine(plant, place);
                if (place.Place is not { Kind: PlaceKind.Municipality } && OnlyTown(place) is { } town) Sites.Refine(plant, town);
                yield return plant;
            }
        }
    }

    /// <summary>The text places a listed works rather at another of its sites: the town before its county or grounds, and whoever bought it has it no more.</summary>
    private bool IsElsewhere(KnownSite known, Mention place, Dictionary<string, double> companies, Dictionary<Mention, double> said)
    {
        if (Sold(place, companies, known.Company) is not null) return true;
        foreach (var (other, _) in _sites.Values)
        {
            if (other == place || !known.Covers(other) || known.IsAt(place) && IsMuchSmaller(place, other)) continue;
            if (KnownSite.OfGrounds(other.Name) is null && IsRather(known, other, place, said)) return true;
            if (known.IsAt(other) && (KnownSite.OfGrounds(place.Name) is not null || !known.IsAt(place) && (IsOfAnother(place, companies, known) || IsMuchSmaller(other, place)))) return true;
        }

        return false;
    }

    /// <summary>Somebody else whom the text names has listed works at the place itself, which for this one is only near.</summary>
    private bool IsOfAnother(Mention place, Dictionary<string, double> companies, KnownSite near) =>
        lexicon.Works.At(place).Any(known => known.Company != near.Company && known.IsAt(place) && (companies.ContainsKey(known.Company) || known.Partners.Any(companies.ContainsKey)));

    /// <summary>What is said of the buyer of a maker's works at a place is said of the maker's.</summary>
    private void GiveBack(Mention place, Dictionary<string, double> companies, string buyer)
    {
        if (Sold(place, companies, buyer) is not { } seller) return;
        companies[seller] = companies.GetValueOrDefault(seller) + companies[buyer];
        companies.Remove(buyer);
    }

    /// <summary>Whose works at a place a company buys; null where it buys none there.</summary>
    private string? Sold(Mention place, Dictionary<string, double> companies, string buyer)
    {
        if (Takeovers.Seller(buyer, seller => lexicon.Works.At(place).Any(known => known.Company == seller || known.Company != buyer && lexicon.Organisation(seller)?.Parents.Contains(known.Company) == true)) is { } listed) return listed;
        // Where the buyer has listed works of its own, and the seller none, that is what is spoken of.
        return lexicon.Works.At(place).Any(known => known.Company == buyer) ? null : Takeovers.Seller(buyer, companies.ContainsKey);
    }

    /// <summary>Polatlı beside Ankara: the town itself, and not the city or region by which news also places it.</summary>
    private static bool IsMuchSmaller(Mention town, Mention area) => town.Place is { Population: > 0 and var people } && area.Place?.Population > 10 * people;

    /// <summary>Of two names for one site the town before its county, then the one at which the text places works more, then the smaller place.</summary>
    private static bool IsRather(KnownSite known, Mention one, Mention other, Dictionary<Mention, double> said)
    {
        // "its Suminoe factory in Osaka": the town before the prefecture or city that it lies in.
        if (one.Place?.Region is { } of && of == other.Name || other.Place?.Region is { } within && within == one.Name) return one.Place?.Region == other.Name;
        if (known.IsDistrict(one) != known.IsDistrict(other)) return known.IsDistrict(other);
        return said[one] > said[other] || said[one] == said[other] && (one.Place?.Population ?? 0) < (other.Place?.Population ?? 0);
    }

    /// <summary>The one town of battery plants that the text names in a country or region and knows nobody at: "a plant in Indonesia", and Karawang in the dateline.</summary>
    private Mention? OnlyTown(Mention area) =>
        _sites.Values.Where(site => site.Place.Known && Sites.Broader(area.Place, site.Place.Place)).ToList() is [var only] && only.Companies.Values.DefaultIfEmpty().Max() < Enough ? only.Place : null;

    private void Ask(Sentence sentence, List<PlantPhrase> phrases, Mention place)
    {
        var phrase = phrases.Find(phrase => phrase.Places.Contains(place));
        // "its Suminoe factory in Osaka": the city that the town lies in.
        if (phrase is { Plural: false } && phrase.Places.Exists(other => other != place && other.IsTown && other.Place?.Region == place.Name)) return;
        // "another plant in Britain", "a second one in the US": not the first works that the country has.
        if (phrase is { New: true } or { Part: > 1 } && place.Place is not { Kind: PlaceKind.Municipality }) return;
        if (phrase?.Operator is { } named && !GivesMoney(named) && (phrase.Battery || named.Organisation is not { MakesCars: true }))
        {
            Vote(place, ventures.OfBoth(sentence, named) ?? named.Name, InPhrase);
            return;
        }

        if (phrase is not null && Surroundings.Whose(sentence, phrase) is { } holder)
        {
            Vote(place, holder.Name, InPhrase);
            return;
        }

        if ((phrase is { Possessive: true } ? Surroundings.JointOwner(sentence, phrase) : null) is { } joint)
        {
            Vote(place, ventures.NameOf(joint), InPhrase);
            return;
        }

        if (Where(sentence, place) is { } within)
        {
            Vote(place, within.Name, Beside);
            return;
        }

        if (ventures.At(sentence, place.Tokens.First) is { } both)
        {
            Vote(place, both, Beside);
            return;
        }

        var (resumes, origin) = Actors.Resumes(sentence, terms);
        resumes |= GoesOn(sentence, place);
        if (resumes && (origin is null ? sentence.Passage.Kind == PassageKind.Heading ? null : _company?.Name : From(origin)) is { } meant)
        {
            if (phrase is { Battery: true } && origin is not null) Vote(place, meant, Beside);
            // "Its project in Yichang": whose it is, said in so many words.
            else if (phrase is { Possessive: true } && phrase.Tokens.First <= sentence.First + 1 && RunsWorks(meant)) Vote(place, meant, InPhrase);
            else Say(place, meant, Acts);
            return;
        }

        var clause = sentence.Clause(place.Tokens.First);
        var best = sentence.Mentions.Where(mention => mention.IsCompany).Select(company => (company.Name, Says: Says(sentence, clause, phrase, company, place))).OrderByDescending(vote => vote.Says).FirstOrDefault();
        var works = phrase is not null || place.Known || SpeaksOfWorks(sentence, phrases) || sentence.Passage.Kind != PassageKind.Paragraph;
        // "Last month Tata unveiled a works at Bridgwater": a works that is new to the text is that of who acts, be it no maker of cells, where none stands beside.
        if (best.Says >= Acts && phrase is { Another: true, OtherIndustry: false } && !sentence.Mentions.Exists(mention => mention.Organisation is { MakesCells: true }))
        {
            Vote(place, best.Name, Beside);
            return;
        }

        // "Ola builds in Krishnagiri, there are 5 GWh foreseen": nobody else is named.
        if (best.Says >= Acts && place.IsTown && Builds(sentence, place) && sentence.Mentions.Where(mention => mention.IsCompany).All(mention => mention.Name == best.Name) && SpeaksOfWorks(sentence, phrases) && !phrases.Exists(works => works is { OtherIndustry: true, Battery: false }))
        {
            Vote(place, best.Name, Beside);
            return;
        }

        if (best.Says > Before)
        {
            Say(place, best.Name, works ? best.Says + (phrase is null ? 0 : 0.5) : best.Says / 2);
            return;
        }

        var weight = (place.Known ? 0.5 : 0) + (!SpeaksOfWorks(sentence, phrases) ? 0 : phrases.Count > 0 || sentence.Values.Exists(value => value.Kind == Values.ValueKind.Energy) ? 1 : 0.5);
        // A line of a note or a heading goes on from what stands over it.
        if (_section is not null && (_company is null || sentence.Passage.Kind is not PassageKind.Paragraph)) Say(place, _section, InSentence + weight);
        else if (_company is { } spoken)
        {
            Say(place, spoken.Name, ReferenceEquals(spoken.Passage, sentence.Passage) ? InSentence + weight : Before + weight);
            // Who was spoken of a paragraph ago may have been named in passing: what the text is about counts as much.
            if (_main is not null && _main != spoken.Name && !ReferenceEquals(spoken.Passage, sentence.Passage)) Vote(place, _main, InSentence + weight);
        }
        else if ((_maker ?? (ReferenceEquals(_placed, sentence.Passage) ? null : _main)) is { } known) Vote(place, known, Before + weight);
    }

    /// <summary>What is said of a company that may well be a customer, owner or lender is said of the maker of cells beside it too.</summary>
    private void Say(Mention place, string company, double weight)
    {
        if (RunsWorks(company) || weight >= Beside)
        {
            Vote(place, company, weight);
            return;
        }

        Vote(place, company, weight * CarMaker);
        if ((_maker ?? _main) is { } maker && maker != company) Vote(place, maker, Math.Min(weight, InSentence));
    }

    /// <summary>"Sunderland, sixty minutes down the road, where AESC makes …": who acts in the clause that says what is there.</summary>
    private Mention? Where(Sentence sentence, Mention place)
    {
        for (var at = place.Tokens.End; at < Math.Min(sentence.End, place.Tokens.End + 14); at++)
        {
            if (sentence.MentionAt(at) is { IsTown: true } other && other.Place != place.Place && sentence.Written(other.Tokens.First - 1) is not ("in" or ",")) return null;
            if (sentence.Written(at) is not "where") continue;
            var company = sentence.Mentions.Find(mention => mention.IsCompany && mention.Tokens.First > at && mention.Tokens.First <= at + 4 && !Actors.IsOblique(sentence, mention));
            return company is not null && !terms.Any(sentence, at, company.Tokens.First, TermClass.Finite, outsideNames: true) ? company : null;
        }

        return null;
    }

    /// <summary>"In Debrecen, it builds": a pronoun right behind a place goes on about who was spoken of.</summary>
    private bool GoesOn(Sentence sentence, Mention place)
    {
        for (var at = place.Tokens.End; at < Math.Min(sentence.End, place.Tokens.End + 5) && sentence.Written(at) is not (":" or ";"); at++)
        {
            if (terms.Has(sentence[at], TermClass.Pronoun)) return true;
        }

        return false;
    }

    private static bool Builds(Sentence sentence, Mention place) =>
        sentence.Any(sentence.First, place.Tokens.First, static word => word is "build" or "builds" or "building" or "plans" or "erects" or "opens" or "opened" or "constructs" or "constructing" or "built");

    /// <summary>"AESC own and run it": of the works that the sentence before, or this one, has placed.</summary>
    private static bool Runs(Sentence sentence, Mention company)
    {
        for (var at = company.Tokens.End; at + 1 < Math.Min(sentence.End, company.Tokens.End + 4); at++)
        {
            if (sentence.Written(at) is "own" or "owns" or "run" or "runs" or "operate" or "operates" && sentence.Written(at + 1) is "it") return true;
        }

        return false;
    }

    /// <summary>"The agency has given X a loan", "first of all comes X": a maker of cells straight behind the verb of a sentence without a company as its subject.</summary>
    private Mention? Named(Sentence sentence) =>
        sentence.Mentions.Find(mention => mention.Organisation is { MakesCells: true } && mention.Tokens.First > sentence.First && sentence.MentionAt(mention.Tokens.First - 1) is null && (terms.Has(sentence[mention.Tokens.First - 1], TermClass.Finite) && sentence.Written(mention.Tokens.First - 1) is not ("'s" or "’s") || sentence.Written(mention.Tokens.First - 1) is "given" or "awarded" or "granted" or "lent" or "gives" or "awards" or "lends" or "promised" or "offered"));

    /// <summary>"the Swedish group": the company of that country named so far, who makes cells before who makes cars.</summary>
    private string? From(Place origin)
    {
        var there = _holders.Named.Values.Where(company => company.Organisation?.Country == origin.CountryCode).ToList();
        return (there.FindLast(company => company.Organisation is { MakesCells: true }) ?? there.LastOrDefault())?.Name;
    }

    private bool SpeaksOfWorks(Sentence sentence, List<PlantPhrase> phrases) =>
        phrases.Count > 0 || sentence.Values.Exists(value => value.Kind == Values.ValueKind.Energy) || terms.Any(sentence, sentence.First, sentence.End, TermClass.Battery);

    /// <summary>How strongly a sentence ties a company to a place.</summary>
    private double Says(Sentence sentence, TokenRange clause, PlantPhrase? phrase, Mention company, Mention place)
    {
        var said = Ties(sentence, clause, phrase, company, place);
        if (company.Organisation is { MakesCells: true }) return said + 0.5;
        // A car maker is mostly the customer, unless it is "its battery plant".
        if (company.Organisation is null) return said;
        return phrase is { Battery: true } and ({ Possessive: true } or { Another: true }) && said >= Acts ? Beside : Math.Min(said, Beside - 1);
    }

    private double Ties(Sentence sentence, TokenRange clause, PlantPhrase? phrase, Mention company, Mention place)
    {
        // "Verkor, in which X has held a share, builds in Dunkirk": who the clause that goes on speaks of stands right before the one between.
        var opening = sentence.Opening(clause);
        // "X, with Y as partner, opened"
        var beside = sentence.Written(clause.First) is "with" && company.Tokens.End == clause.First - 1;
        var same = clause.Contains(company.Tokens.First) || beside || opening != clause && company.Tokens.End <= opening.End && company.Tokens.End >= opening.End - 2;
        if (company.Tokens.End <= place.Tokens.First)
        {
            // "Administrators of Britishvolt, which wanted to build in Blyth": whom the relative clause is about.
            if (terms.Has(sentence[clause.First], TermClass.Relative) && clause.Contains(place.Tokens.First) && company.Tokens.End <= clause.First && company.Tokens.End >= clause.First - 1) return Beside;
            if (same && IsBeside(sentence, company.Tokens.End, place.Tokens.First)) return Beside;
            if (Actors.IsOblique(sentence, company)) return same && company.Organisation is { MakesCells: true } ? Before : 0;
            if (same) return Acts - (sentence.Mentions.Exists(other => other.IsCompany && other.Tokens.First > company.Tokens.First && other.Tokens.End <= place.Tokens.First && !Actors.IsOblique(sentence, other)) ? 1 : 0);
            return InSentence;
        }

        // "In Debrecen CATL …", "Dunkirk, where Verkor …", "Douvrin (ACC)", "built in Douvrin by ACC"
        var gap = company.Tokens.First - place.Tokens.End;
        if (gap <= 3 && Enumerable.Range(place.Tokens.End, gap).Any(at => terms.Has(sentence[at], TermClass.Relative) || sentence.Written(at) is "(")) return Beside;
        if (same && sentence.Written(company.Tokens.First - 1) is "by") return Acts + 1;
        if (Actors.IsOblique(sentence, company)) return 0;
        if (gap == 0 || gap <= 4 && place.Tokens.First <= clause.First + 2) return Acts + 1;
        return same && phrase is null ? InSentence : Before;
    }

    /// <summary>Nothing but words of place, plant and quality stands between: "ACC, already at it in Douvrin", "CATL's new plant near Debrecen".</summary>
    private bool IsBeside(Sentence sentence, int from, int to)
    {
        if (to - from > 10) return false;
        for (var at = from; at < to; at++)
        {
            if (at + 1 < to && sentence.Written(at).EndsWith("ed", StringComparison.Ordinal) && sentence.MentionAt(at) is null && terms.Has(sentence[at + 1], TermClass.Determiner | TermClass.Possessive)) return false;
            if (sentence.MentionAt(at) is { Kind: not (MentionKind.Place or MentionKind.Nationality) } || terms.Has(sentence[at], TermClass.Finite | TermClass.And | TermClass.Relative) && sentence.Written(at) is not ("'s" or "’s") || sentence.Written(at) is "to" or "for" or ";") return false;
        }

        return true;
    }

    /// <summary>A town, or the region or country of a plant phrase, that could be where a works stands: not a seat, an origin or where something was said.</summary>
    private bool IsSite(Sentence sentence, List<PlantPhrase> phrases, Mention place)
    {
        if (phrases.Find(phrase => phrase.Places.Contains(place)) is { } phrase) return !phrase.OtherIndustry || phrase.Battery || Surroundings.IsOnGrounds(sentence, phrase);
        if (place.Place is not { Kind: PlaceKind.Municipality }) return false;
        // "Tokyo's goal", where nobody is known to have works: those who govern there.
        if (!place.Known && place.Tokens.End < sentence.End && sentence.Written(place.Tokens.End) is "'s" or "’s") return false;
        return !Surroundings.IsNoSite(sentence, place, terms);
    }

    private bool MakesCars(string company) => _holders.Named.TryGetValue(company, out var mention) && mention.Organisation is { MakesCars: true };

    private bool RunsWorks(string company) => !_holders.Named.TryGetValue(company, out var mention) || mention.Organisation is null or { MakesCells: true };

    private static bool GivesMoney(Mention mention) => mention.Organisation is { GivesMoney: true };

    /// <summary>The joint venture that the passage names, rather than one of its partners.</summary>
    private string Venture(string company) => _ventures.Find(venture => venture.Organisation!.Parents.Contains(company))?.Name ?? company;

    private void Vote(Mention place, string company, double weight)
    {
        company = lexicon.Operator(Venture(company), place);
        var key = place.Place is { } known ? $"{Sites.NameOf(place)}|{known.CountryCode}" : Sites.NameOf(place);
        if (!_sites.TryGetValue(key, out var site)) _sites.Add(key, site = (place, new Dictionary<string, double>(StringComparer.Ordinal)));
        site.Companies[company] = site.Companies.GetValueOrDefault(company) + weight;
        if (weight > Acts) _told.Add((key, company));
    }
}
