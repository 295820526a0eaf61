using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Attachment;

/// <summary>
/// What a document has spoken of so far: its plants, and what "the plant", "the company", "it" and "there" mean at the
/// sentence under way. One for a document; a new story starts with an empty memory of what was last spoken of.
/// </summary>
public sealed class Discourse(Terms terms, NameLexicon lexicon)
{
    private readonly List<Plant> _plants = [];
    private readonly Dictionary<PlantPhrase, List<Plant>> _resolved = new(ReferenceEqualityComparer.Instance);
    private readonly Ventures _ventures = new(terms);
    private int _story = -1;

    /// <summary>The works that sentences have spoken of so far.</summary>
    private readonly HashSet<Plant> _spoken = [];

    /// <summary>Which works "the third in Hungary" was found to be.</summary>
    private readonly Dictionary<(string Area, int Number), Plant> _counted = [];

    /// <summary>A memory that already knows the works and ventures of the text.</summary>
    internal Discourse(Terms terms, NameLexicon lexicon, Surveyed known)
        : this(terms, lexicon)
    {
        Main = known.Main;
        _others = known.Others;
        _speaksOfOld = known.SpeaksOfOld;
        _isOfSecond = known.IsOfSecond;
        _takeovers = known.Takeovers;
        _plants.AddRange(known.Plants);
        _ventures.Know(known.Ventures);
    }

    /// <summary>The passage speaks of a works that makes something else ("its cathode plant"): what "the plant" means then is not one of cells.</summary>
    private Passage? _elsewhere;

    /// <summary>A heading spoke of such a works, so the text below does.</summary>
    private bool _sectionElsewhere;

    /// <summary>The text calls a works the existing one.</summary>
    private readonly bool _speaksOfOld;

    /// <summary>The text is about the second works at its site.</summary>
    private readonly bool _isOfSecond;

    /// <summary>What a title that names a site is about: the second works there, where the text says so.</summary>
    public Plant? OfTitle(Plant? plant) => _isOfSecond && plant is { Part: 1, Operator: not null, PlaceName: not null } ? Numbered(plant, 2) : plant;

    /// <summary>The works that sentences have said to be at work.</summary>
    private readonly HashSet<Plant> _running = [];

    /// <summary>Remembers that a works is at work: a new one beside it is another.</summary>
    public void NoteRunning(Plant plant) => _running.Add(plant);

    /// <summary>Where the whole text says that something else is made.</summary>
    private readonly OtherTowns? _others;

    private readonly Takeovers? _takeovers;

    public IReadOnlyList<Plant> Plants => _plants;

    /// <summary>The maker of cells that the whole text is about; null where there is no one.</summary>
    public string? Main { get; }

    /// <summary>The plant last spoken of in this story.</summary>
    public Plant? Focus { get; private set; }

    /// <summary>The works that were last named in a row; empty before any were.</summary>
    public IReadOnlyList<Plant> Several { get; private set; } = [];

    /// <summary>The works that the last sentence with any named, in its order.</summary>
    public IReadOnlyList<Plant> Row { get; private set; } = [];

    /// <summary>Who says "we" in this text; null where nobody does.</summary>
    public string? Self { get; set; }

    /// <summary>The organisation that the last sentence was about.</summary>
    public string? Company { get; private set; }

    public string? CarMaker { get; private set; }

    /// <summary>Who was last named in this story, where "he" or "she" means a person.</summary>
    public string? Person { get; private set; }

    /// <summary>The organisation spoken of makes cars: a plant is rather that of the maker of cells.</summary>
    private bool _companyMakesCars;

    /// <summary>How many sentences ago a maker of cells was last named.</summary>
    private int _sinceCellMaker;

    /// <summary>The passages in which the company and the maker of cells last spoken of were named.</summary>
    private Passage? _companyIn, _makerIn;

    /// <summary>The last one that may run a battery plant.</summary>
    public string? CellMaker { get; private set; }

    /// <summary>The two that the last joint venture joins; empty before one was named.</summary>
    public IReadOnlyList<string> Partners { get; set; } = [];

    /// <summary>The venture that the text named last.</summary>
    public string? Joint { get; private set; }

    /// <summary>Where a company sits or works, as far as the text says in passing: "the Endicott cell maker X".</summary>
    public Dictionary<string, Mention> Homes { get; } = new(StringComparer.Ordinal);

    /// <summary>What the section is about by its heading; a list item starts from there.</summary>
    private (Plant? Plant, string? Company) _section;

    /// <summary>The company that the last telling heading named; null before one did.</summary>
    public string? SectionCompany => _section.Company;

    /// <summary>The works that the last telling heading named; null where it named none.</summary>
    public Plant? SectionPlant => _section.Plant;

    /// <summary>The last sentence's subject was a plant, so that "it" means that.</summary>
    public bool LastSubjectWasPlant { get; private set; }

    public Mention? LastPlace { get; private set; }

    /// <summary>The makers of cells that the paragraph under way has named.</summary>
    private readonly HashSet<string> _makers = new(StringComparer.Ordinal);

    private Passage? _makersOf;

    /// <summary>The one maker of cells that a paragraph has named so far; null where it has named none or several.</summary>
    public string? OnlyMaker(Passage passage) => ReferenceEquals(passage, _makersOf) && _makers.Count == 1 ? _makers.First() : null;

    /// <summary>The date that stands over this section or before this list item; null where none does.</summary>
    public When? SectionDate { get; set; }

    /// <summary>The date that the last heading gave: each list item below it starts from there.</summary>
    public When? HeadingDate { get; set; }

    /// <summary>The year, half or quarter that the text last spoke of, no later than its own day: what a ranking below it is of.</summary>
    public When? Period { get; private set; }

    /// <summary>The time to come that was last spoken of: "by 2023. It will then …".</summary>
    public When? Ahead { get; private set; }

    /// <summary>Remembers the period that a sentence or heading speaks of.</summary>
    public void NotePeriod(Sentence sentence)
    {
        foreach (var value in sentence.Values)
        {
            // "37 percent more than a year ago"
            if (value.Tokens.First > sentence.First && sentence.Written(value.Tokens.First - 1) is "than") continue;
            if (value.Kind == ValueKind.Date && Times.LiesAhead(sentence, value.When)) Ahead = value.When;
            if (value is { Kind: ValueKind.Date, When: { Earliest: { } first, Latest: { } last } when } && last.DayNumber - first.DayNumber is > 80 and < 370 && (sentence.Published?.Latest is not { } published || first <= published)) Period = when;
        }
    }

    /// <summary>What the headings above the section are about, each with its rank.</summary>
    private readonly List<(int Level, Plant? Plant, string? Company)> _outline = [];

    /// <summary>To be called for each heading: a section below another one is about what that is about, until its own heading says more.</summary>
    public void EnterSection(int level, Plant? plant, string? company)
    {
        _outline.RemoveAll(above => above.Level >= level);
        var outer = _outline is [.., var last] ? (last.Plant, last.Company) : (null, null);
        if (plant is null && (company is null || outer.Plant?.IsOf(company) == true)) plant = outer.Plant;
        _section = (plant, company ?? outer.Company);
        // A section that says nothing of its own goes on from what it is below, not from the section before it.
        if (level > 0 && plant == outer.Plant && company is null && outer.Company is { } above) SetFocus(plant, above, section: false);
        _outline.Add((level, _section.Plant, _section.Company));
    }

    public void EnterStory(int story)
    {
        if (story == _story) return;
        _outline.Clear();
        if (_story >= 0) (Focus, Company, CarMaker, CellMaker, LastPlace, SectionDate, Period, Ahead, LastSubjectWasPlant) = (null, null, null, null, null, null, null, null, false);
        Person = null;
        if (_story >= 0) (_elsewhere, _sectionElsewhere, HeadingDate) = (null, false, null);
        _ventures.Forget();
        _story = story;
    }

    /// <summary>Whether the text speaks of a works of another industry, so that a figure without a plant of its own is not a battery plant's.</summary>
    public bool Elsewhere(Sentence sentence) => _sectionElsewhere || ReferenceEquals(_elsewhere, sentence.Passage) && !(Actors.Subject(sentence, terms) is { Organisation.MakesCells: true } maker && maker.Name != Company);

    /// <summary>The works is named before any word of batteries: "its cathode plant can supply 20 GWh of batteries".</summary>
    private bool SaidFirst(Sentence sentence, PlantPhrase phrase) =>
        !terms.Any(sentence, sentence.First, phrase.Head, TermClass.Battery) && !(phrase.Tokens.First > sentence.First && terms.Has(sentence[phrase.Tokens.First - 1], TermClass.Locating));

    /// <summary>The two that act together in the clause before a token, or their venture; null where none does.</summary>
    public string? VentureAt(Sentence sentence, int at) => _ventures.At(sentence, at);

    /// <summary>Ventures that the text has spoken of.</summary>
    public Ventures Ventures => _ventures;

    /// <summary>To be called before a sentence is attached: who has joined with whom, and whether its works are of another industry.</summary>
    public void Enter(Sentence sentence, List<PlantPhrase> phrases)
    {
        if (_ventures.Note(sentence) is { } named) Rename(named.Joined, named.Name);
        var other = phrases.Exists(phrase => phrase.OtherIndustry && !phrase.Battery);
        var battery = phrases.Exists(phrase => phrase.Battery) || terms.Any(sentence, sentence.First, sentence.End, TermClass.Battery);
        if (battery && !other && phrases.Count > 0) (_elsewhere, _sectionElsewhere) = (null, _sectionElsewhere && !phrases.Exists(phrase => phrase.Battery));
        if (!other || battery && !SaidFirst(sentence, phrases[0]) || phrases.Exists(phrase => !phrase.OtherIndustry) || sentence.Passage.Kind is PassageKind.ListItem or PassageKind.TableRow) return;
        if (sentence.Passage.Kind == PassageKind.Heading) _sectionElsewhere = true;
        else _elsewhere = sentence.Passage;
    }

    /// <summary>A venture has a name of its own.</summary>
    private void Rename(string joined, string name)
    {
        foreach (var plant in _plants)
        {
            if (plant.Operator == joined) plant.Operator = name;
        }
    }

    /// <summary>Sets what a heading, title or first cell speaks of.</summary>
    public void SetFocus(Plant? plant, string? company, bool section = true)
    {
        Focus = plant ?? (company is null || Focus?.IsOf(company) == true ? Focus : null);
        Company = company ?? Company;
        if (company is not null) CellMaker = company;
        if (section) _section = (plant, company ?? _section.Company);
    }

    /// <summary>A paragraph or item is about a company: a venture that was spoken of before is not meant.</summary>
    public void EnterCompany(Plant? only, string company)
    {
        SetFocus(only, company, section: false);
        (Joint, Partners) = (company, []);
    }

    private (Plant? Focus, string? Company, string? CellMaker)? _beforeTable;

    /// <summary>To be called for every passage: below a table the text goes on from what it spoke of above it, not from the last row.</summary>
    public void EnterPassage(Passage passage)
    {
        if (passage.Kind == PassageKind.TableRow) _beforeTable ??= (Focus, Company, CellMaker);
        else if (_beforeTable is { } above) (Focus, Company, CellMaker, _beforeTable) = (above.Focus, above.Company, above.CellMaker, null);
    }

    /// <summary>What a heading says holds for each list item below it, whatever the item before spoke of.</summary>
    public void EnterListItem()
    {
        if (_section.Company is not { } company) return;
        (Company, CellMaker) = (company, company);
        Focus = _section.Plant ?? (Focus is { } focus && Runs(company, focus) ? Focus : null);
    }

    /// <summary>An item of a list is about one place: a works there if it names who has it, else nobody's; what the item before spoke of is over.</summary>
    /// <param name="part">Which of several works there; null where that is not said.</param>
    public void EnterPlace(Mention place, string? company, int? part = null)
    {
        company ??= _section.Company;
        Focus = company is null ? null : FindOrAdd(company, place, part);
        (Company, CellMaker, LastPlace) = (company, company, place);
    }

    /// <summary>The item about one place is over: the next is about the works of the section, if it is about one.</summary>
    public void LeavePlace() => Focus = _section.Plant;

    /// <summary>The plants that a phrase means; empty where that cannot be told. Asked once a phrase, in text order.</summary>
    public IReadOnlyList<Plant> Resolve(Sentence sentence, PlantPhrase phrase)
    {
        if (_resolved.TryGetValue(phrase, out var known)) return known;
        var focus = Focus;
        var plants = Find(sentence, phrase);
        if (plants is [{ Part: > 1 } part] && phrase.Part > 1) part.IsPhase = sentence.Written(phrase.Head) is "phase" or "stage" or "Phase" or "Stage";
        if (Surroundings.IsCompared(sentence, phrase) && focus is not null) Focus = focus;
        if (plants is [var plant]) Correct(sentence, phrase, plant);
        if (phrase.Age == PlantAge.Old) _running.UnionWith(plants);
        _resolved.Add(phrase, plants);
        _spoken.UnionWith(plants);
        return plants;
    }

    /// <summary>"The factory belongs to ACC": said of whoever runs it.</summary>
    private void Correct(Sentence sentence, PlantPhrase phrase, Plant plant)
    {
        if (phrase.Operator is not null || plant.Operator is null) return;
        var clause = sentence.Clause(phrase.Head);
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Kind != MentionKind.Organisation || plant.IsOf(mention.Name) || !clause.Contains(mention.Tokens.First)) continue;
            // "belongs to a joint venture, X"
            var from = mention.Tokens.First;
            while (from - 1 > phrase.Tokens.End && sentence.Written(from - 1) is "," or "a" or "the" or "joint" or "venture" or "called" or "named" or "company" or "new") from--;
            var runs = mention.Tokens.First > phrase.Tokens.End && Surroundings.Says(sentence, from, "belongs to", "belonging to", "run by", "operated by", "owned by") || StandsBehind(sentence, phrase, mention);
            if (!runs) continue;
            (plant.Operator, plant.OperatorIsGuess) = (mention.Name, false);
            return;
        }
    }

    /// <summary>"Behind the plant stands CATIB, a joint venture".</summary>
    private static bool StandsBehind(Sentence sentence, PlantPhrase phrase, Mention company) =>
        phrase.Tokens.First > sentence.First && sentence.Written(phrase.Tokens.First - 1) is "Behind" or "behind" && company.Tokens.First > phrase.Tokens.End && company.Tokens.First <= phrase.Tokens.End + 4 && sentence.Written(phrase.Tokens.End) is "stands" or "stand" or "is" or "are" or "stood";

    /// <summary>To be called when a sentence has given its claims: what it spoke of is what the next one may point back to.</summary>
    /// <param name="heading">Only names are remembered; what a heading is about was set by <see cref="SetFocus"/>.</param>
    public void Leave(Sentence sentence, List<PlantPhrase> phrases, bool heading = false)
    {
        Mention? subject = null;
        Mention? maker = null;
        if (!ReferenceEquals(_makersOf, sentence.Passage)) _makers.Clear();
        _makersOf = sentence.Passage;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Organisation is { MakesCells: true }) _makers.Add(mention.Name);
            if (mention.Kind == MentionKind.Place) LastPlace = mention;
            if (mention.Kind == MentionKind.Person) Person = mention.Name;
            if (mention.Kind != MentionKind.Organisation) continue;
            if (mention.Organisation is { Parents.Length: 2 } || _ventures.IsName(mention.Name)) Joint = mention.Name;
            if (mention.Organisation is { MakesCars: true }) CarMaker = mention.Name;
            else if ((mention.Organisation is { MakesCells: true } || mention.New) && (maker is null || Actors.IsOblique(sentence, maker))) maker = mention;
            if (Home(sentence, mention) is { } home) Homes.TryAdd(mention.Name, home);
            if (mention.Organisation is { GivesMoney: true } && !Actors.OnlyOne(sentence, mention) || Actors.IsOblique(sentence, mention)) continue;
            if (mention.Tokens.First > sentence.First && RunsOther(phrases, mention) || subject is null && IsRelative(sentence, mention)) continue;
            // "The buyer wants all of X": the sentence goes on about who was spoken of.
            if (subject is null && Company is not null && Actors.IsBehindFirm(sentence, mention, terms)) continue;
            subject ??= mention;
        }

        if (SaysBuyer(sentence) && _takeovers?.TheBuyer is { } buyer) (Company, subject) = (buyer, null);
        subject ??= ForWhom(sentence);
        NotePeriod(sentence);
        Row = Named(sentence, phrases) ?? Row;
        if (heading) return;
        _sinceCellMaker = maker is null ? _sinceCellMaker + 1 : 0;
        if (maker is not null && (CellMaker is null || CellMaker != Focus?.Operator && CellMaker != SectionCompany || !Actors.IsOblique(sentence, maker))) (CellMaker, _makerIn) = (maker.Name, sentence.Passage);
        var firstPlant = FirstKnown(sentence, phrases);
        // "A second phase could bring it to 60 GWh": no more than an aside.
        if (firstPlant is { Part: > 1 } && Focus is { Part: > 1 } && IsOnlyPossible(sentence, firstPlant) && _plants.Find(plant => plant.IsFirstBeside(Focus) && _spoken.Contains(plant)) is { } built) Focus = built;
        // "The first phase has 6 GWh, a second phase may follow": likewise.
        else if (firstPlant is { Part: > 1, Definite: false } && Focus is { Part: > 1 } && IsBehindFirst(sentence, firstPlant) && _plants.Find(plant => plant.IsFirstBeside(Focus)) is { } first) Focus = first;
        // What a sentence is about is said first; what a later clause compares it with is not spoken on.
        else if (firstPlant is not null && (!firstPlant.Plural || _resolved[firstPlant] is [_])) Focus = _resolved[firstPlant][0];
        else if (firstPlant is null && !phrases.Exists(phrase => phrase.Places.Count > 0 && Surroundings.IsCompared(sentence, phrase)) && Bare(sentence) is { } bare) Focus = bare;
        if (subject is not null && !StartsWithPronoun(sentence)) (Company, _companyMakesCars, _companyIn) = (subject.Name, subject.Organisation is { MakesCars: true }, subject.Organisation is { Kind: "supplier" } ? sentence.Passage : null);
        if (Focus is { PlaceName: null, Near: null } unplaced) unplaced.Near = TownIn(sentence) ?? CountryOf(sentence, phrases);
        if (firstPlant is not null || subject is not null)
        {
            LastSubjectWasPlant = firstPlant is not null && (subject is null || firstPlant.Tokens.First <= subject.Tokens.First || firstPlant.Tokens.Contains(subject.Tokens.First) || subject.Tokens.First > firstPlant.Tokens.First);
        }
    }

    /// <summary>"…, its parent SK Innovation said": named for whose it is, and not what the text is about.</summary>
    private static bool IsRelative(Sentence sentence, Mention company)
    {
        var at = company.Tokens.First - 1;
        return at - 1 > sentence.First && sentence.Written(at) is "parent" or "owner" or "subsidiary" or "unit" or "sister" or "partner" or "supplier" or "rival" or "affiliate" or "arm" && sentence.Any(Math.Max(sentence.First, at - 2), at, static word => word is "its" or "their");
    }

    private static bool SaysBuyer(Sentence sentence) =>
        sentence.Tokens.Length > 2 && sentence.Written(sentence.First) is "The" && sentence.Written(sentence.First + 1) is "buyer" or "acquirer" or "purchaser" or "bidder";

    /// <summary>"For SK On the split cuts its debt": whom a sentence without another subject begins with.</summary>
    private static Mention? ForWhom(Sentence sentence) =>
        sentence.Tokens.Length > 2 && sentence.Written(sentence.First) is "For" && sentence.MentionAt(sentence.First + 1) is { Kind: MentionKind.Organisation } whom ? whom : null;

    private static bool IsBehindFirst(Sentence sentence, PlantPhrase phrase)
    {
        for (var at = sentence.First + 1; at < phrase.Tokens.First; at++)
        {
            if (sentence.Written(at) is "phase" or "stage" or "step" && sentence.ValueAt(at - 1) is { Kind: ValueKind.Ordinal, Low: 1 }) return true;
        }

        return false;
    }

    private static bool RunsOther(List<PlantPhrase> phrases, Mention company)
    {
        foreach (var phrase in phrases)
        {
            if (phrase is { OtherIndustry: true, Battery: false } && ReferenceEquals(phrase.Operator, company)) return true;
        }

        return false;
    }

    private PlantPhrase? FirstKnown(Sentence sentence, List<PlantPhrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (!phrase.OtherIndustry && !Surroundings.IsCompared(sentence, phrase) && _resolved.TryGetValue(phrase, out var plants) && plants.Count > 0) return phrase;
        }

        return null;
    }

    private Mention? TownIn(Sentence sentence) => sentence.Mentions.Find(mention => mention.IsTown && !Surroundings.IsNoSite(sentence, mention, terms));

    /// <summary>"The gigafactory will strengthen Morocco's position": the one country that a sentence says a works is good for.</summary>
    private static Mention? CountryOf(Sentence sentence, List<PlantPhrase> phrases) =>
        phrases is [{ Plural: false, OtherIndustry: false }] && sentence.Mentions.FindAll(static mention => mention.Place is { Kind: PlaceKind.Country }) is [{ Kind: MentionKind.Place } country] && country.Tokens.First > phrases[0].Head && country.Tokens.End + 1 < sentence.End && sentence.Written(country.Tokens.End) is "'s" or "’s" &&
        sentence.Any(country.Tokens.End + 1, Math.Min(sentence.End, country.Tokens.End + 3), static word => word is "position" or "role" or "place" or "ambition" or "ambitions" or "industry" or "first" or "largest" or "economy" or "battery") ? country : null;

    private static bool IsOnlyPossible(Sentence sentence, PlantPhrase phrase) =>
        sentence.Any(phrase.Head, Math.Min(sentence.End, phrase.Head + 4), static word => word is "could" or "may" or "might" or "would" or "possible");

    /// <summary>The works of a sentence in its order, by phrases and by towns alone.</summary>
    private List<Plant>? Named(Sentence sentence, List<PlantPhrase> phrases)
    {
        List<(int At, Plant Plant)>? named = null;
        foreach (var phrase in phrases)
        {
            if (!_resolved.TryGetValue(phrase, out var plants)) continue;
            foreach (var plant in plants) (named ??= []).Add((phrase.Tokens.First, plant));
        }

        foreach (var place in sentence.Mentions)
        {
            if (place.IsTown && !IsWithin(phrases, place) && At(sentence, place) is { } plant) (named ??= []).Add((place.Tokens.First, plant));
        }

        return named switch
        {
            null => null,
            [var (_, only)] => [only],
            _ => [.. named.OrderBy(one => one.At).Select(one => one.Plant).Distinct()],
        };
    }

    private static bool IsWithin(List<PlantPhrase> phrases, Mention place)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Tokens.Contains(place.Tokens.First)) return true;
        }

        return false;
    }

    /// <summary>"The market frets about Debrecen.": a town alone stands for the one works that the text knows there.</summary>
    private Plant? Bare(Sentence sentence)
    {
        if (!sentence.Mentions.Exists(mention => mention.IsTown) || Subjects.IsAside(sentence, Focus)) return null;
        // "The first will make them; it already does so in Ochang": what is added behind is not spoken on.
        var aside = sentence.First;
        while (aside < sentence.End && (Focus is null || sentence.Written(aside) is not ";")) aside++;
        var known = sentence.Mentions.Where(mention => mention.IsTown && mention.Tokens.First < aside && !Surroundings.IsNoSite(sentence, mention, terms)).Select(place => At(sentence, place)).OfType<Plant>().Distinct().ToList();
        return known is [var plant] ? plant : null;
    }

    /// <summary>"the Endicott cell maker iM3NY": a place before a description of what sort of company.</summary>
    private Mention? Home(Sentence sentence, Mention company)
    {
        for (var at = company.Tokens.First - 1; at >= Math.Max(sentence.First, company.Tokens.First - 5); at--)
        {
            if (sentence.MentionAt(at) is { } mention) return mention.Kind == MentionKind.Place && at < company.Tokens.First - 1 ? mention : null;
            if (!terms.Has(sentence[at], TermClass.CompanyNoun | TermClass.Battery | TermClass.CarMakerNoun) && sentence.Written(at) is not ("-" or "based" or "up")) return null;
        }

        return null;
    }

    private bool StartsWithPronoun(Sentence sentence) => sentence.Tokens.Length > 0 && terms.Has(sentence[sentence.First], TermClass.Pronoun) && !IsEmpty(sentence);

    /// <summary>"It is now clear where Tata will build", "It was Envision that": the pronoun stands for nobody.</summary>
    private static bool IsEmpty(Sentence sentence) =>
        sentence.Tokens.Length > 3 && sentence.Written(sentence.First) is "It" && sentence.Written(sentence.First + 1) is "is" or "was" or "'s" or "’s" && sentence.Any(sentence.First + 2, Math.Min(sentence.End, sentence.First + 7), static word => word is "where" or "that" or "who" or "whether" or "how" or "why");

    /// <summary>
    /// The organisation that acts at a token: the subject of the clause, of the sentence, the one last spoken of; one behind
    /// "with" or "from" only where there is no other.
    /// </summary>
    /// <param name="cells">Who makes cells comes before who makes cars.</param>
    public string? CompanyAt(Sentence sentence, int at, bool cells = false, bool builds = false)
    {
        var clause = sentence.Clause(at);
        if (cells && Actors.Pick(sentence, sentence.First, at, cells, oblique: false) is { Organisation.MakesCells: true } maker) return maker.Name;
        if (Actors.Pick(sentence, clause.First, at, cells, oblique: false) is { } own) return Preferred(own, cells && !builds);
        if (Actors.Antecedent(sentence, clause, terms) is { } meantBy) return meantBy.Name;
        if (sentence.Opening(clause) is var opening && opening != clause && Actors.Pick(sentence, opening.First, opening.End, cells, oblique: false) is { } opener) return Preferred(opener, cells && !builds);
        if (OwnSubject(sentence, clause, at) is { } meant) return cells && meant == Company && _companyMakesCars && CellMaker is not null ? CellMaker : meant;
        return (Actors.Pick(sentence, sentence.First, clause.First, cells, oblique: false) is { } earlier ? Preferred(earlier, cells && !builds) : null)
            ?? Actors.AgentAfter(sentence, at)
            ?? (cells && !(_sinceCellMaker > 0 && _companyMakesCars) && !SpeaksOfSupplier(sentence) ? CellMaker ?? Company : Company)
            ?? Actors.Pick(sentence, sentence.First, at, cells, oblique: true)?.Name
            ?? Actors.Pick(sentence, at, sentence.End, cells, oblique: true)?.Name;
    }

    /// <summary>The paragraph is about a maker of materials or a recycler, and names no maker of cells.</summary>
    public bool SpeaksOfSupplier(Sentence sentence) => ReferenceEquals(_companyIn, sentence.Passage) && !ReferenceEquals(_makerIn, sentence.Passage);

    /// <summary>Where a maker of cells is asked for and the sentence only names another sort of company, the maker last spoken of.</summary>
    private string Preferred(Mention found, bool cells) =>
        cells && found.Organisation is { MakesCells: false } && CellMaker is { } maker && Company == maker ? maker : found.Name;

    /// <summary>The clause has a pronoun, "the company" or "the carmaker" before the token as its subject.</summary>
    private string? OwnSubject(Sentence sentence, TokenRange clause, int at)
    {
        for (var i = clause.First; i < Math.Min(at, clause.End); i++)
        {
            if (Self is { } speaker && sentence.Written(i) is "we" or "We" or "our" or "Our") return speaker;
            // "In May it bought X, and now it wants Y": of whom the sentence spoke from its beginning.
            if (terms.Has(sentence[i], TermClass.Pronoun)) return clause.First == sentence.First || Actors.Resumes(sentence, terms) is { Says: true, Of: null } && sentence.Any(sentence.First, clause.First, static word => word is "it" or "It") && sentence.Written(i) is "it" ? Company : null;
            if (terms.Has(sentence[i], TermClass.Venture) && i - 2 >= sentence.First && sentence.Written(i - 1) is "joint" && terms.Has(sentence[i - 2], TermClass.Definite)) return sentence.Mentions.FindLast(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.End <= i - 2)?.Name ?? _ventures.Current ?? Company;
            if (i == sentence.First || !terms.Has(sentence[i - 1], TermClass.Definite)) continue;
            if (terms.Has(sentence[i], TermClass.CarMakerNoun)) return CarMakerBefore(sentence, i);
            // "BlueOval SK builds two plants. In Hungary the company runs …": the text's own company, not its venture.
            if (terms.Has(sentence[i], TermClass.CompanyNoun)) return Main is not null && Company is not null && lexicon.Organisation(Company) is { Parents.Length: > 1 } joint && joint.Parents.Contains(Main) ? Main : Company;
        }

        return null;
    }

    /// <summary>"… for Subaru; a year earlier deliveries to the carmaker start": the one that the sentence named before it, else the one last spoken of.</summary>
    internal string? CarMakerBefore(Sentence sentence, int at) =>
        sentence.Mentions.FindLast(mention => mention.Tokens.End <= at && mention.Organisation is { MakesCars: true })?.Name ?? CarMaker;

    private List<Plant> Find(Sentence sentence, PlantPhrase phrase)
    {
        if (phrase.OtherIndustry && !phrase.Battery) return [];
        var places = Sites.Distinct(phrase);
        if (!phrase.Battery && phrase.Works is null && places.Count > 0 && places.TrueForAll(IsOther)) return [];
        if (phrase.Works is { } works && !Elsewhere(works, places)) return Focused(OfName(works, places.Find(place => place.Kind == MentionKind.Place)));
        if (!phrase.Battery && Elsewhere(sentence) && !places.Exists(place => _plants.Exists(plant => Sites.SamePlace(plant, place)))) return [];
        if (phrase.Plural)
        {
            places.RemoveAll(place => place.Kind == MentionKind.Nationality);
            // "ten plants in the US": many works somewhere are no works with a name.
            if (places is [{ Place.Kind: not PlaceKind.Municipality }] && Enumerable.Range(phrase.Tokens.First, phrase.Tokens.Length).Any(at => sentence.ValueAt(at) is { Kind: ValueKind.Number, Low: > 2 })) return [];
            // "The old factories 1 and 2 …", where the third at the site was spoken of.
            if (places.Count == 0 && phrase is { Age: PlantAge.Old, Operator: null } && Focus is { Part: > 1 } latest && _plants.Find(plant => plant.IsFirstBeside(latest)) is { } older) return [older];
            if (places.Count < 1) return [];
            var owner = phrase.Operator?.Name ?? CompanyAt(sentence, phrase.Head, cells: true);
            List<Plant> several = [.. places.Where(_ => owner is not null).Select(place => FindOrAdd(owner, place, phrase.Part, sure: phrase.Operator is not null))];
            if (several.Count > 1) Several = several;
            return several;
        }

        // "For X it is the fourth plant in Europe": counted, and none of those spoken of before.
        if (places.Count == 0 && phrase.Part > 1 && sentence.Written(sentence.First) is "For" && sentence.Any(sentence.First + 2, phrase.Tokens.First, static word => word is "it" or "this") && sentence.Mentions is [{ Kind: MentionKind.Organisation } whose, ..] && Focus?.IsOf(whose.Name) != true) return [];
        if (places.Count == 0 && phrase is { Part: > 1, Battery: true } && Focus is not null && IsItself(sentence, phrase)) return [Focus];
        if (sentence.ValueAt(phrase.Head) is { Kind: ValueKind.Ordinal }) return Counted(sentence, phrase);
        var fronted = places.Count > 0 || phrase is { Definite: true, Part: null } ? null : Surroundings.Fronted(sentence, phrase, terms);
        // "In Dunkirk the 16 GWh plant is late": of the one that is known there.
        if (places.Count == 0 && phrase is { Definite: true, Operator: null, Part: null, Plural: false } && Surroundings.Fronted(sentence, phrase, terms) is { } known && _plants.Exists(plant => Sites.SamePlace(plant, known))) fronted = known;
        // "In Thailand it is also planning a factory", where works elsewhere were spoken of.
        if (fronted is null && places.Count == 0 && phrase is { Definite: false, Possessive: false, Part: null, Plural: false } && Focus is { Place: { } now } && Surroundings.FrontedArea(sentence, phrase) is { Place: { } area } abroad && area != now && !Sites.Broader(area, now)) fronted = abroad;
        // "In Heze a third site", "- Heze: third site": the company's third, and the first there.
        if ((fronted ?? (phrase.Definite ? null : Notes.Place(sentence))) is { } first && phrase.Part > 1 && !_plants.Exists(plant => Sites.SamePlace(plant, first) && _spoken.Contains(plant))) phrase.Part = null;
        var here = !places.Exists(place => place.IsTown) && Surroundings.TurnedInto(sentence, phrase) is { } turned ? turned : places.Count > 0 ? places[0] : ThereOf(sentence, phrase) ?? fronted ?? (phrase.Definite ? null : Surroundings.ChosenFor(sentence, phrase)) ?? (phrase.Operator is not null || phrase.Possessive ? Surroundings.StandsIn(sentence, phrase) : null) ?? (phrase.Another || phrase.Part > 1 || phrase.Tokens.Length > 2 && phrase.Operator is null ? Surroundings.ClausePlace(sentence, phrase, terms) : null) ?? (!phrase.Definite && !phrase.Possessive && (phrase.Another || phrase.Part > 1) ? Surroundings.PlaceBehind(sentence, phrase, terms) : null);
        // "Panasonic's second American plant, in De Soto": likewise.
        if (here is { IsTown: true } && phrase is { National: true, Part: > 1 } && !_plants.Exists(plant => Sites.SamePlace(plant, here) && (_spoken.Contains(plant) || plant == Focus))) phrase.Part = null;
        // "A third factory is going up in Hazel Park": likewise.
        if (here is { IsTown: true } && here.Tokens.First > phrase.Tokens.End && places.Count == 0 && phrase is { Part: > 1, Definite: false } && Focus is { Operator: not null } && !_plants.Exists(plant => Sites.SamePlace(plant, here) && (_spoken.Contains(plant) || plant == Focus)) && !IsSecondBesideListed(sentence, phrase, here)) phrase.Part = null;
        // "a third one, in Douai, is late": likewise.
        if (here is { IsTown: true } && places.Count > 0 && phrase is { Part: > 1, Definite: false, National: false } && sentence.Written(phrase.Head + 1) is "," && !_plants.Exists(plant => Sites.SamePlace(plant, here) && (_spoken.Contains(plant) || plant == Focus))) phrase.Part = null;
        if (phrase is { Part: > 0, Operator: null, Possessive: false } && here is { Place.Kind: not PlaceKind.Municipality } && !phrase.Another) phrase.Part = null;
        if (phrase.Part > 0 && Surroundings.IsCountrys(sentence, phrase)) phrase.Part = null;
        if (phrase.Operator is { Organisation.MakesCars: true } && !phrase.Battery && here is null && Focus?.Operator != phrase.Operator.Name) return [];
        if (phrase.Operator is { Organisation.MakesCars: true } && !phrase.Battery && here is not null && !_plants.Exists(plant => plant.Operator == phrase.Operator.Name)) return [];
        if (phrase.Operator is null && Surroundings.BuiltBy(sentence, phrase, terms) is { } builder) return Focused(builder.Place is { } site ? FindOrAdd(builder.Company, site, phrase.Part) : FindOf(builder.Company, phrase));
        // "It is followed by a cell factory on the same site": another beside the one spoken of.
        if (here is null && phrase is { Part: null, Definite: false, Possessive: false, Operator: null, Battery: true } && Focus is { PlaceName: not null, Part: 1 } beside && Surroundings.IsOnSameSite(sentence, phrase)) return Focused(Numbered(beside, 2));
        if (here is null && Theirs(sentence, phrase) is { } theirs) return Focused(theirs);
        if (here is null && phrase.Operator is null && !phrase.Another && (phrase.Part is null || Focus?.Part == phrase.Part) && (phrase.Definite || !phrase.Possessive && !phrase.Battery)) return Focus is null ? Anonymous(sentence, phrase) : [phrase.Age == PlantAge.Old && !Surroundings.IsCompared(sentence, phrase) && Beside(phrase, Focus) is { } old ? old : Whole(sentence, phrase, Focus)];
        if (here is null && phrase.Operator is null && phrase.Possessive && Surroundings.JointOwner(sentence, phrase) is { } together && _ventures.NameOf(together) is var joint) return Focused(Focus?.Operator == joint ? Focus : FindOf(joint, phrase));
        if (here is not null && phrase.Operator is null && phrase.Possessive && Surroundings.JointOwner(sentence, phrase) is { } two && _ventures.NameOf(two) is var both) return Focused(FindOrAdd(both, here, phrase.Part));
        // A phase, "plant two", "the second factory" is one of the works spoken of, whoever speaks of it.
        if (here is null && phrase is { Operator: null, Possessive: false, Part: > 1 } && (phrase.Definite || sentence.Written(phrase.Head) is "phase" or "stage" or "Phase" or "Stage") && Focus is { Operator: { } runs }) return Focused(FindOf(runs, phrase));
        var company = phrase.Operator is { Organisation.GivesMoney: false } or { Organisation: null } ? phrase.Operator!.Name : OwnerOf(sentence, phrase, here);
        // "A plant to serve X's car factory. The new plant …": X runs no works of cells.
        if (here is null && phrase is { Operator: null, Definite: true, Another: true, New: false, Part: null } && Focus is not null && (company is null || !Makes(company))) return [Focus];
        // "Mercedes buys its cells in Komárom. The second factory …": that of who makes them.
        if (here is null && phrase is { Operator: null, Possessive: false, Part: > 1 } && company is not null && !Makes(company) && Focus is { Operator: { } maker }) return Focused(FindOf(maker, phrase));
        if (phrase.Operator is not null && phrase.Tokens.Contains(phrase.Operator.Tokens.First) && _ventures.At(sentence, phrase.Operator.Tokens.End) is { } pair && Ventures.IsPartner(pair, company!)) company = pair;
        if (phrase.Operator is { } runner && company == runner.Name) company = _ventures.OfBoth(sentence, runner) ?? company;
        if (company is null && here is null) return [];
        var found = here is null ? FindOf(company!, phrase) : FindOrAdd(company, here, phrase.Part, sure: phrase.Operator is not null);
        if (here is not null && Beside(phrase, found) is { } sister) found = sister;
        return Focused(found);
    }

    /// <summary>"Next to the car works in Sunderland AESC plans a second battery factory": of a company that the list knows to have a first one there.</summary>
    private bool IsSecondBesideListed(Sentence sentence, PlantPhrase phrase, Mention here) =>
        phrase.Part == 2 && phrase.Another && here.Tokens.End <= phrase.Tokens.First && CompanyAt(sentence, phrase.Tokens.First, cells: true) is { } company && lexicon.Works.At(here).Any(known => known.Company == company && known.IsAt(here));

    /// <summary>"It is BYD's third battery works": counted among the company's, it is the one spoken of.</summary>
    private bool IsItself(Sentence sentence, PlantPhrase phrase) =>
        phrase.Tokens.First - sentence.First is > 1 and < 5 && (terms.Has(sentence[sentence.First], TermClass.Pronoun) || sentence.Written(sentence.First) is "This") && sentence.Written(sentence.First + 1) is "is" or "was" or "will" or "becomes" or "would";

    /// <summary>"The second is on hold": one of two at a place that the text has told apart; nothing where it counts a company's works wherever they are.</summary>
    private List<Plant> Counted(Sentence sentence, PlantPhrase phrase)
    {
        if (Focus is not { Operator: { } runs } focus || sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Place && mention.Tokens.First > phrase.Head)) return [];
        var apart = sentence.Phrases?.Exists(other => other.Part == 1 && other.Head < phrase.Head) == true || _plants.Exists(plant => plant.Part > 1 && plant.Operator == runs && plant.PlaceName == focus.PlaceName) || sentence.Any(sentence.First, phrase.Tokens.First, static word => word is "two" or "both");
        return apart ? Focused(FindOf(runs, phrase)) : [];
    }

    /// <summary>The works of a name: the one that the text called so, else the company's where it stands, else a new one.</summary>
    private Plant OfName(Works works, Mention? place)
    {
        var plant = _plants.Find(plant => plant.Works == works);
        if (plant is not null && place is not null) Sites.Refine(plant, place);
        plant ??= place is not null ? FindOrAdd(works.Company.Name, place, null) : _plants.Find(plant => plant.PlaceName == works.Place && plant.IsOf(works.Company.Name)) ?? OnlyIn(works);
        if (plant is null) _plants.Add(plant = new Plant { Operator = works.Company.Name });
        plant.Works = works;
        return plant;
    }

    /// <summary>"in Gigafactory 1 in Darmstadt": a name that others use too, with a town that is not that of the listed one.</summary>
    private bool Elsewhere(Works works, List<Mention> places) =>
        places.Find(place => place.IsTown) is { Place: { } town } && town.Name != works.Place && lexicon.Places.FindRegion(works.Region) is { } region && region.CountryCode != town.CountryCode;

    /// <summary>The only works of the company in the country of a works' name: what the text calls Newnan is what it calls Giga America.</summary>
    private Plant? OnlyIn(Works works) =>
        lexicon.Places.FindRegion(works.Region) is { } region && _plants.Where(plant => plant.IsOf(works.Company.Name) && plant.Works is null && plant.Place?.CountryCode == region.CountryCode).ToList() is [var only] ? only : null;

    private List<Plant> Focused(Plant plant)
    {
        Focus = plant;
        return [plant];
    }

    /// <summary>"The complex" is the site, also where its second works was spoken of last.</summary>
    private Plant Whole(Sentence sentence, PlantPhrase phrase, Plant focus) =>
        focus.Part > 1 && (sentence.Written(phrase.Head) is "complex" or "campus" or "site" || focus.IsPhase && phrase.Part is null) ? _plants.Find(plant => plant.IsFirstBeside(focus)) ?? focus : focus;

    /// <summary>"The plant" before any was named: one that gets its place and operator later, of the company spoken of.</summary>
    private List<Plant> Anonymous(Sentence sentence, PlantPhrase phrase)
    {
        var company = CompanyAt(sentence, phrase.Head, cells: true);
        return company is null ? [] : Focused(FindOf(company, phrase));
    }

    /// <summary>"A and B agreed to form a venture in China. The new plant …": what the two build together, wherever either has works; null once a works was spoken of.</summary>
    private Plant? Theirs(Sentence sentence, PlantPhrase phrase)
    {
        if (Focus is not null || phrase is not { Definite: true, Plural: false, Operator: null, Possessive: false, Part: null, Age: not PlantAge.Old } || _ventures.Current is not { } joint || Actors.Subject(sentence, terms) is not null) return null;
        var plant = FindOf(joint, phrase);
        if (plant is { PlaceName: null, Near: null }) plant.Near = _ventures.Where;
        return plant;
    }

    /// <summary>"there" behind the phrase: the place last named.</summary>
    private Mention? ThereOf(Sentence sentence, PlantPhrase phrase)
    {
        // "there" right behind it, or "a third one … is being built there"
        var says = phrase.Tokens.End < sentence.End && sentence.Written(phrase.Tokens.End) is "there" or "here";
        for (var at = phrase.Tokens.End; at < sentence.End && !says && (phrase.Another || phrase.Part > 1); at++) says = sentence.Written(at) is "there" && (at + 1 == sentence.End || sentence[at + 1].Kind == TokenKind.Punctuation);
        if (!says) return null;
        Mention? last = null;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Kind == MentionKind.Place && mention.Tokens.End <= phrase.Tokens.First) last = mention;
        }

        return last ?? LastPlace;
    }

    private string? OwnerOf(Sentence sentence, PlantPhrase phrase, Mention? here)
    {
        if (Surroundings.Whose(sentence, phrase) is { } holder) return holder.Name;
        if (Self is not null && sentence.Written(phrase.Tokens.First) is "our" or "Our") return Self;
        if (_ventures.At(sentence, phrase.Tokens.First) is { } both) return both;
        var acts = CompanyAt(sentence, phrase.Tokens.First, cells: true, builds: phrase is { Battery: true, Definite: false, Possessive: false });
        if (here is not null && !phrase.Possessive && acts is not null && _plants.Exists(plant => Sites.SamePlace(plant, here) && plant.Operator == acts) && !_plants.Exists(plant => Sites.SamePlace(plant, here) && plant.Operator is { } joint && (Ventures.IsPartner(joint, acts) || lexicon.Organisation(joint)?.Parents.Contains(acts) == true))) return acts;
        if (here is not null && !phrase.Possessive && _plants.Find(plant => Sites.SamePlace(plant, here))?.Operator is { } known) return known;
        return acts;
    }

    /// <summary>The known plant at a place: one of a company that the sentence names, the one spoken of, else the first works there, else any; null where none is known.</summary>
    public Plant? At(Sentence sentence, Mention place)
    {
        if (_plants.Find(plant => plant.Operator is not null && Sites.SamePlace(plant, place) && sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && plant.IsOf(mention.Name))) is { } named) return Focus is { } same && same.IsOf(named.Operator!) && Sites.SamePlace(same, place) ? same : named;
        return Focus is { } focus && Sites.SamePlace(focus, place) ? focus : _plants.Find(plant => Sites.SamePlace(plant, place) && plant.Part == 1) ?? _plants.Find(plant => Sites.SamePlace(plant, place));
    }

    /// <summary>Whether a works is a company's, its daughter's, or that of a venture of either.</summary>
    public bool Runs(string company, Plant plant) =>
        plant.IsOf(company) || plant.Operator is { } runs && (lexicon.Organisation(runs)?.Parents.Contains(company) == true || Array.Exists(runs.Split('-'), partner => lexicon.Organisation(partner)?.Parents.Contains(company) == true));

    /// <summary>A company's plant without a place: the one in focus if it is that company's, else its last one, else a new one.</summary>
    private Plant FindOf(string company, PlantPhrase phrase)
    {
        var part = phrase.Part ?? 0;
        company = lexicon.Operator(company);
        // "Samsung SDI's second factory", of one that the text only knows to have works with another: their venture's.
        if (!_plants.Exists(plant => plant.IsOf(company)) && _plants.Where(plant => plant.Operator is { } runs && IsPartner(runs, company)).Select(plant => plant.Operator!).Distinct(StringComparer.Ordinal).ToArray() is [var venture]) company = venture;
        bool Fits(Plant plant) => plant.IsOf(company) && (part == 0 || plant.Part == part);
        if (!phrase.Another || phrase.Part is not null || !phrase.New)
        {
            if (Focus is { } before && before.IsOf(company) && Beside(phrase, before) is { } other) return other;
            if (Focus is not null && Fits(Focus)) return Focus;
            if (_plants.FindLast(plant => Fits(plant) && _spoken.Contains(plant)) is { } last) return last;
            if (_plants.Find(Fits) is { } first) return first;
        }

        var plant = new Plant { Operator = company, Part = Math.Max(part, 1) };
        // "The first one" beside the second: at the same place.
        if (part > 0 && (Focus is { } near && near.Operator == company ? near : _plants.FindLast(known => known.Operator == company)) is { } sister) (plant.Place, plant.PlaceName, plant.Works) = (sister.Place, sister.PlaceName, sister.Works);
        _plants.Add(plant);
        return plant;
    }

    /// <summary>"The new plant", where the first of two was spoken of last, "its existing one", where the second was; null for any other phrase.</summary>
    private Plant? Beside(PlantPhrase phrase, Plant plant)
    {
        if (phrase.Part is not null || phrase.Age == PlantAge.Unsaid) return null;
        if (phrase.Age == PlantAge.Old) return plant.Part > 1 ? _plants.Find(other => other.IsFirstBeside(plant)) : null;
        if (plant.Part != 1) return null;
        if ((phrase.Definite || phrase.Operator is not null || phrase.Possessive || _isOfSecond) && _plants.Find(plant.IsFirstBeside) is { } second) return second;
        // "It runs a plant in A. The new plant in A …", in a text that goes on to tell it from the existing one.
        return _speaksOfOld && _running.Contains(plant) && plant.PlaceName is not null ? Numbered(plant, 2) : null;
    }

    /// <summary>The plant of a company (null: whoever) at a place, known or new.</summary>
    /// <param name="sure">The words name the company with the place; else it is only who acts there, and whoever is known to be at the place comes first.</param>
    public Plant FindOrAdd(string? company, Mention place, int? part, bool sure = true)
    {
        var number = part ?? 0;
        if (company is not null) company = lexicon.Operator(company, place);
        if (company is not null && _takeovers?.Seller(company, seller => _plants.Exists(plant => plant.IsOf(seller) && Sites.SamePlace(plant, place))) is { } seller) company = seller;
        if (!sure && company is not null && Whoever(place, company) is { } holder) company = holder;
        bool Owned(Plant plant) => plant.Operator is null || company is null || plant.IsOf(company) || Ventures.IsPartner(company, plant.Operator) || GivesWay(plant, company);
        bool Numbered(Plant plant) => number == 0 ? true : plant.Part == number;
        if (number > 1 && place.Place is { Kind: not PlaceKind.Municipality })
        {
            if (_counted.TryGetValue((place.Name, number), out var before) && Owned(before)) return before;
            if (Counted(place, Owned, number) is { } counted) return _counted[(place.Name, number)] = counted;
        }

        var known = (Focus is { } focus && Sites.SamePlace(focus, place) && Owned(focus) && Numbered(focus) && !(number == 0 && focus.IsPhase) ? focus : null)
            ?? _plants.Find(plant => Sites.SamePlace(plant, place) && Owned(plant) && (number == 0 ? plant.Part == 1 : plant.Part == number))
            ?? _plants.Find(plant => Sites.SamePlace(plant, place) && Owned(plant) && Numbered(plant))
            ?? _plants.FindLast(plant => plant.PlaceName is null && plant.Operator is not null && company is not null && plant.IsOf(company) && Numbered(plant) && ReferenceEquals(plant, Focus))
            // "in Sunderland" without a number is the first works there, not the second one that was spoken of as the country's.
            ?? _plants.Find(plant => Sites.Broader(plant.Place, place.Place) && company is not null && plant.IsOf(company) && plant.Part == Math.Max(number, 1));
        if (known is null)
        {
            known = new Plant { Part = Math.Max(number, 1), Known = number > 1 && place.Place is not { Kind: not PlaceKind.Municipality } ? _plants.Find(plant => Sites.SamePlace(plant, place) && Owned(plant))?.Known : null };
            _plants.Add(known);
        }

        if (company is not null && (known.Operator is null || known.Operator != company && (GivesWay(known, company) || Ventures.IsPartner(company, known.Operator)))) (known.Operator, known.OperatorIsGuess) = (company, true);
        Sites.Refine(known, place);
        return known;
    }

    /// <summary>What a company has in several towns of a region, taken together: none of its works there.</summary>
    internal Plant Over(string company, Mention area)
    {
        var known = _plants.Find(plant => plant.Operator == company && plant.PlaceName == Sites.NameOf(area));
        if (known is null) _plants.Add(known = new Plant { Operator = company, PlaceName = Sites.NameOf(area), Place = area.Place });
        return known;
    }

    /// <summary>"Two steps of 6 GWh each": the first and second works at the site spoken of; empty where no such steps are counted.</summary>
    internal List<Attached> Steps(Sentence sentence, TokenRange clause, int at)
    {
        if (Focus is not { } site) return [];
        for (var i = Math.Max(clause.First, at - 8) + 1; i < at; i++)
        {
            if (sentence.Written(i) is not ("steps" or "phases" or "stages" or "blocks" or "halves" or "tranches" or "halls" or "modules" or "expansions") || sentence.Written(i - 1) is not ("two" or "2" or "equal" or "identical") && sentence.Written(i) is not "halves") continue;
            var first = Numbered(site, 1);
            return [new Attached(first, first.Operator, null, "each of two steps"), new Attached(Numbered(site, 2), site.Operator, null, "each of two steps")];
        }

        return [];
    }

    /// <summary>The works of a number at the site of another.</summary>
    internal Plant Numbered(Plant beside, int number)
    {
        if (beside.Part == number) return beside;
        var known = _plants.Find(plant => plant.Operator == beside.Operator && plant.PlaceName == beside.PlaceName && plant.Part == number);
        if (known is null) _plants.Add(known = new Plant { Operator = beside.Operator, PlaceName = beside.PlaceName, Place = beside.Place, Works = beside.Works, Known = beside.Known, Part = number });
        return known;
    }

    /// <summary>Whether one of two is the other's owner: what is said of the works of one is said by either.</summary>
    public bool IsArm(string one, string other) => lexicon.Organisation(one) is { MakesCells: true } first && lexicon.Organisation(other) is { MakesCells: true } second && (first.Parents.Contains(other) || second.Parents.Contains(one));

    /// <summary>Whether a company is one of those whose venture runs a works: what it says of "the plant" is the venture's.</summary>
    public bool IsPartner(string venture, string company) => Ventures.IsPartner(venture, company) || lexicon.Organisation(venture) is { Parents.Length: > 1 } joint && joint.Parents.Any(parent => parent == company || parent.StartsWith(company + " ", StringComparison.Ordinal));

    /// <summary>A listed company that makes cars, and no cells for them.</summary>
    public bool MakesCarsOnly(string company) => lexicon.Organisation(company) is { MakesCells: false, MakesCars: true };

    /// <summary>A listed company that neither makes cells nor cars: whoever only gives money or sells machines.</summary>
    public bool IsOutsider(string company) => lexicon.Organisation(company) is { MakesCells: false, MakesCars: false };

    /// <summary>Whether a company makes cells, so far as the lists or its ventures know; one that no list holds, only where the text gives it a works.</summary>
    public bool Makes(string company) => lexicon.Organisation(company) is { } known ? known.MakesCells : _plants.Exists(plant => plant.Operator == company);

    public bool MakesCars(string company) => lexicon.Organisation(company) is { MakesCars: true };

    /// <summary>An agency, ministry, bank or firm of researchers.</summary>
    public bool IsOffice(string company) => lexicon.Organisation(company) is { MakesCells: false, Kind: "agency" or "government" or "lender" or "other" };

    /// <summary>Whether a company belongs to another, as far as the lists know.</summary>
    public bool IsDaughter(string company, string of) => lexicon.Organisation(company)?.Parents.Contains(of) == true;

    /// <summary>As the lists know it; null where they do not.</summary>
    internal Organisation? Listed(string company) => lexicon.Organisation(company);

    /// <summary>"Koreans", "Slovaks": the code of the country whose people they are; null for any other word.</summary>
    internal string? Demonym(ReadOnlySpan<char> people) =>
        people.Length > 4 && char.IsUpper(people[0]) && people[^1] == 's' && lexicon.Names.Single(people[..^1].ToString()) is Nationality nationality ? nationality.Place.CountryCode : null;

    /// <summary>A government, ministry or agency.</summary>
    public bool IsState(string name) => lexicon.Organisation(name) is { Kind: "government" or "agency" };

    /// <summary>Whether the text knows more than one works of a company, so that what it says of the company is of none of them.</summary>
    public bool HasSeveral(string company) => _plants.Count(plant => plant.IsOf(company)) > 1;

    /// <summary>Whether the text says of a place only that something else is made there.</summary>
    public bool IsOther(Mention place) => _others?.Has(place) == true;

    /// <summary>The one company that has all the works a sentence names, or points back to as "the three"; null where they are several companies' or fewer than two works.</summary>
    public string? Holder(Sentence sentence)
    {
        var named = sentence.Mentions.Where(mention => mention.IsTown).Select(town => At(sentence, town)).OfType<Plant>().Distinct().ToList();
        if (named.Count == 0 && !sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation)) named = [.. Row];
        return named.Count > 1 && named.Select(plant => plant.Operator).Distinct().ToList() is [{ } only] ? only : null;
    }

    /// <summary>The government of a country, by the country's code; null where no list names it.</summary>
    public string? Government(string country) => lexicon.Government(country);

    /// <summary>The country or region that a government is named after; null for any other name.</summary>
    public string? State(string government) => lexicon.State(government);

    /// <summary>A car maker that was only spoken of with a place gives way to who makes cells there.</summary>
    private bool GivesWay(Plant plant, string company) => plant is { OperatorIsGuess: true, Operator: { } guess } && lexicon.Organisation(guess) is { MakesCars: true } or { GivesMoney: true } && lexicon.Organisation(company) is not { MakesCars: true };

    /// <summary>Who is at a place, where that is not the company given: of a town the one known there, of a country or region only the one spoken of.</summary>
    private string? Whoever(Mention place, string company)
    {
        var there = _plants.Where(plant => Sites.SamePlace(plant, place) && plant.Operator is not null).Select(plant => plant.Operator).Distinct().ToList();
        if (there.Count == 0 || there.Exists(name => name == company || Ventures.IsPartner(name, company) || Ventures.IsPartner(company, name!))) return null;
        return Focus is { Operator: { } now } && there.Contains(now) ? now : place.Place is { Kind: PlaceKind.Municipality } ? there[0] : null;
    }

    /// <summary>"The third Hungarian works": counted over a country or region, so one of those that the text knows there: the one spoken of, unless it is the first, else the one at its turn.</summary>
    private Plant? Counted(Mention area, Func<Plant, bool> owned, int number)
    {
        List<Plant> there = [.. _plants.Where(plant => owned(plant) && Sites.Broader(area.Place, plant.Place))];
        if (there.Count > 1 && Focus is { } focus && there.IndexOf(focus) > 0) return focus;
        return there.Count < Math.Max(2, number - 1) ? null : there.Find(plant => !_spoken.Contains(plant)) ?? (there.Count >= number ? there[number - 1] : null);
    }
}
