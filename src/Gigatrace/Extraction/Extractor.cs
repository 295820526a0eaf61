using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Relations;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>The claims of a document and what a person should know about how they came to be.</summary>
public sealed record Extracted(ImmutableArray<Claim> Claims, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// Document → claims, by fixed stages: tokens, sentences, names, values, clauses, rules, attachment. Knowledge is loaded
/// once; an extractor may be used from several threads at once.
/// </summary>
public sealed class Extractor
{
    private readonly Vocabulary _vocabulary = new();
    private readonly NameFinder _names;
    private readonly ModalityPass _modalities;
    private readonly TableWords _tableWords;
    private readonly RelationReader _relations;

    private Extractor(KnowledgeSource source)
    {
        Lexicon = NameLexicon.Load(source, _vocabulary);
        var lemmas = Lemmas.Load(source);
        Rules = RuleSet.Load(source, _vocabulary, lemmas);
        Terms = Terms.Load(source, _vocabulary);
        _modalities = new ModalityPass(source, _vocabulary, lemmas, Terms);
        _names = new NameFinder(Lexicon, Terms);
        _tableWords = new TableWords(source);
        _relations = new RelationReader(new RelationWords(source, _vocabulary));
    }

    public NameLexicon Lexicon { get; }

    public RuleSet Rules { get; }

    public Terms Terms { get; }

    public static Extractor Create(KnowledgeSource? knowledge = null) => new(knowledge ?? new KnowledgeSource());

    /// <param name="works">Known beforehand; null where nothing but the text is to count.</param>
    public Extracted Extract(Document document, LedgerWorks? works = null) =>
        new(Relevance.IsOfTheField(document.Text.Value, document.Title) || IsOfMaker(document) ? Finish.Claims(document, Read(document, null, works)) : [], Rules.Problems);

    /// <summary>
    /// Whether a text in UTF-8, not decoded yet, has any word of the field; without one it gives no claim. For a stream in which
    /// few texts do, before the others cost anything more. A page's words may be written in entities: decode those first.
    /// </summary>
    public static bool MayClaim(ReadOnlySpan<byte> utf8) => Relevance.SpeaksOfBatteries(utf8);

    /// <summary>Whether a note, not decoded yet, may claim anything: as any text, or because it names a maker of cells, whose works it may speak of in bare words ("Work began in July").</summary>
    public bool MayClaimAsNote(ReadOnlySpan<byte> note) => MayClaim(note) || IsOfMaker(System.Text.Encoding.Latin1.GetString(note[..Math.Min(note.Length, LongestLook)]));

    /// <summary>So many bytes of a note are looked at for makers' names.</summary>
    private const int LongestLook = 64 * 1024;

    private bool IsOfMaker(Document document) => document.SourceKind == SourceKind.Note && (IsOfMaker(document.Text.Value) || Lexicon.NamesMaker(document.Title));

    /// <summary>A note names a maker of cells, or its properties one whose name may be another word elsewhere ("operator: Saft").</summary>
    private bool IsOfMaker(string note) =>
        Lexicon.NamesMaker(note) || (Relevance.Maker(note) is { } name && (Lexicon.Organisation(name) ?? Lexicon.Names.Single(name)) is Organisation { MakesCells: true });

    /// <summary>How a text is read, stage by stage: tokens, names, values, every rule whose words are there, and each claim with its reason.</summary>
    public string Explain(string text)
    {
        var source = new SourceText(text);
        return Explain(new Document { Id = "", Name = "", Path = "", Text = source, Passages = [new Passage { Span = source.All, Kind = PassageKind.Paragraph }] });
    }

    public string Explain(Document document)
    {
        var explanation = new Explanation();
        Read(document, explanation);
        return explanation.ToString();
    }

    /// <summary>
    /// Reads a document twice: the first time to learn which works and ventures it speaks of, the second time, with that in mind, for its claims.
    /// So a works that is named in the last sentence is known where the first one calls it "the factory".
    /// </summary>
    internal List<ClaimDraft> Read(Document document, Explanation? explanation, LedgerWorks? works = null)
    {
        var analysis = Analyse(document);
        var title = TitleOf(document);
        var columns = new TableHeads(_tableWords, analysis.Parts, document.Title ?? "");
        var discourse = new Discourse(Terms, Lexicon, Look(analysis, title, columns));
        works?.Tell(discourse, analysis.Parts.Concat(title?.Parts ?? []).SelectMany(static part => part.Sentences));
        explanation?.Works(discourse.Plants);
        var drafts = Read(document, analysis, title, discourse, columns, explanation);
        foreach (var plant in discourse.Plants) Sites.Narrow(plant, analysis.Parts);
        foreach (var plant in discourse.Plants.Where(plant => plant is { PlaceName: null, Operator: not null }))
        {
            if (plant.Near is { } near && plant.Works is null) Sites.Refine(plant, near);
            else if (discourse.Homes.TryGetValue(plant.Operator!, out var home)) Sites.Refine(plant, home);
        }

        return drafts;
    }

    /// <summary>The first reading: ventures, then who has works where.</summary>
    private Surveyed Look(Analysis analysis, Analysis? title, TableHeads columns)
    {
        var ventures = new Ventures(Terms);
        List<Part> parts = [.. title?.Parts ?? [], .. analysis.Parts];
        var survey = new Survey(Terms, Lexicon, ventures, analysis.Speaker);
        foreach (var sentence in parts.SelectMany(part => part.Sentences))
        {
            ventures.Note(sentence);
            survey.Count(sentence);
        }

        ventures.Forget();
        survey.Counted();
        var (header, heads, meanings) = (ImmutableArray<Span>.Empty, new List<Sentence?>(), new List<string?>());
        foreach (var part in parts)
        {
            if (part.Passage.Kind == PassageKind.TableRow)
            {
                if (part.Passage.Header != header) (header, heads, meanings) = (part.Passage.Header, part.HeadSentences, columns.Of(part));
                // "run by | A | B" below "| | Hanover | Celle |": a table on its side.
                if (part.Cells is [{ } label, ..] && _tableWords.NamesRunner(label.Text.Quote(label.Span)))
                {
                    for (var at = 1; at < Math.Min(heads.Count, part.Cells.Count); at++)
                    {
                        if (heads[at] is { } head && part.Cells[at] is { } holder) survey.Row([head, holder]);
                    }
                }

                survey.Row([.. part.Cells.Where((cell, at) => cell is not null && !(at < meanings.Count && meanings[at] is "customer" or "owner" or "partner" or "models")).OfType<Sentence>()]);
            }

            foreach (var sentence in part.Sentences)
            {
                if (part.Passage.Kind != PassageKind.TableRow) survey.Read(sentence, Phrases(sentence));
            }
        }

        return new Surveyed(ventures, [.. survey.Plants()], survey.Main, survey.Others, survey.Takeovers, survey.SpeaksOfOld, survey.IsOfSecond);
    }

    private List<ClaimDraft> Read(Document document, Analysis analysis, Analysis? title, Discourse discourse, TableHeads columns, Explanation? explanation)
    {
        var drafts = new List<ClaimDraft>();
        var attacher = new Attacher(discourse, Terms, _modalities, document.Publisher) { Relations = _relations };
        discourse.Self = analysis.Speaker;
        if (title is not null)
        {
            discourse.EnterStory(0);
            foreach (var part in title.Parts) Headings.Read(part.Sentences, discourse, Terms, level: 0);
        }

        if (discourse is { Company: null, Self: { } self }) discourse.SetFocus(null, self, section: false);
        var fields = new Fields(discourse, _tableWords, Legend.Read(analysis, _tableWords));
        var tables = new Tables(discourse, _tableWords, columns, fields, discourse.Company ?? Topic(analysis), new Lazy<SumUnit?>(() => SumUnit.OfText(analysis)), new AidTable(new Lazy<string?>(() => AidTable.First(analysis))), new Whereabouts(analysis.Parts, discourse));
        var items = new HeadedItems(discourse, _tableWords, fields);
        foreach (var part in title?.Parts ?? [])
        {
            tables.Head(part);
            foreach (var line in part.Sentences) attacher.Announce(line);
        }

        Passage? ofPlace = null;
        var rankings = new Rankings();
        var note = document.SourceKind == SourceKind.Note ? new NoteLines(discourse, _tableWords, fields, [.. title is null ? [] : new[] { title }, .. document.Aliases.Select(alias => TitleOf(document with { Title = alias })).OfType<Analysis>()]) : null;
        foreach (var part in analysis.Parts)
        {
            discourse.EnterStory(part.Passage.Story);
            discourse.EnterPassage(part.Passage);
            if (part.Passage.Kind != PassageKind.ListItem) rankings.Lead(part);
            discourse.SectionDate = part.Passage.Kind is PassageKind.ListItem or PassageKind.Heading ? discourse.HeadingDate : discourse.SectionDate;
            switch (part.Passage.Kind)
            {
                case PassageKind.Heading:
                    // A line alone looks like a heading; in a note of a works it may say something of that.
                    if (note is { HasWorks: true } && part.Passage.Level == 6)
                    {
                        var said = part.Sentences.SelectMany(line => Line(line, null)).ToList();
                        drafts.AddRange(said);
                        if (said.Count > 0 && !part.Sentences.Exists(line => line.Mentions.Exists(mention => mention.Kind is MentionKind.Place or MentionKind.Organisation))) break;
                    }

                    Headings.Read(part.Sentences, discourse, Terms, part.Passage.Level);
                    // "## Numbers", of a company with several works: of none of them.
                    if (note is not null && discourse is { SectionPlant: null, SectionCompany: { } whole } && discourse.HasSeveral(whole)) discourse.LeavePlace();
                    foreach (var heading in part.Sentences) attacher.Announce(heading);
                    drafts.AddRange(fields.Section.Enter(part, discourse));
                    items.Head(part);
                    tables.Head(part);
                    break;
                case PassageKind.TableRow:
                    List<ClaimDraft> row = [.. tables.Row(part, Cell)];
                    attacher.Note(row);
                    drafts.AddRange(row);
                    break;
                default:
                    // Each line of a note stands for itself; prose goes on from what was said before.
                    if (part.Passage.Kind == PassageKind.ListItem || document.SourceKind == SourceKind.Note) discourse.EnterListItem();
                    // "- Ankara: off": what stands below it is said of Ankara; what stands beside it is not, where it names somebody else.
                    if (ofPlace is not null && !Notes.IsBelow(document.Text.Value, part.Passage, ofPlace) && Notes.IsOfOthers(part.Sentences)) discourse.LeavePlace();

                    if (Notes.IsOpen(document.Text.Value, part.Passage)) break;
                    if (note is not null && part.Sentences is [var property]) note.Property(property);
                    var opening = part.Sentences.FirstOrDefault();
                    if (note is not null && opening is not null) note.Lead(document.Text.Value, part.Passage, opening);
                    var named = note is null || opening is null ? null : Notes.Named(opening);
                    if (named is var (at, maker)) discourse.EnterPlace(at, maker);
                    if (opening is not null && Notes.LeadEnd(opening) is > 0 and var lead && (note is not null || Notes.IsPlace(opening, lead))) Headings.Lead(Fields.Piece(opening, opening.First, lead), lead < opening.End ? null : part.Sentences.Skip(1).FirstOrDefault(), discourse, Terms);
                    if (opening is not null && Notes.Place(opening) is { } place && !discourse.IsOther(place))
                    {
                        discourse.EnterPlace(place, Notes.Holder(part.Sentences), Notes.NumberBehind(opening, place));
                        if (note is not null) ofPlace = part.Passage;
                    }
                    else if (note is not null && opening is not null && discourse.SectionCompany is not null && Notes.Linked(opening) is { } link)
                    {
                        discourse.EnterPlace(link, null);
                    }

                    if (opening is not null && Notes.Bracketed(opening) is { } town && discourse.SectionCompany is { } owner) discourse.SetFocus(discourse.FindOrAdd(owner, town, null), owner);
                    if (opening is not null && Notes.Dated(opening) is { } told && discourse.At(opening, told) is { } there) discourse.SetFocus(there, null, section: false);
                    var ranked = items.IsOfShares ? [] : rankings.Read(part, discourse);
                    drafts.AddRange(ranked);
                    if (ranked.Count > 0) break;
                    foreach (var sentence in part.Sentences)
                    {
                        if (Notes.Asks(sentence, inNote: note is not null) || Notes.Opines(sentence)) continue;
                        if (Notes.Supply(sentence, discourse) is { Count: > 0 } goes)
                        {
                            drafts.AddRange(goes);
                            continue;
                        }

                        if (note is not null && sentence != opening && Notes.PlaceFirst(sentence) is { } within) discourse.EnterPlace(within, Notes.Holder([sentence]) ?? discourse.Company);
                        var all = Line(sentence, sentence == opening ? named?.Place : null);
                        drafts.AddRange(note is null ? all : note.OfSection(sentence, all));
                        if (part.Passage.Kind == PassageKind.ListItem) drafts.AddRange(fields.Section.Of(sentence, all));
                    }

                    break;
            }
        }

        return drafts;

        List<ClaimDraft> Cell(Sentence cell)
        {
            var told = Prose(cell, discourse, attacher, explanation);
            return told.Exists(draft => draft.Predicate == "stake") ? told : [.. told, .. Notes.Shares(cell, discourse)];
        }

        // What a sentence says by its labels, as prose and as shorthand.
        List<ClaimDraft> Line(Sentence sentence, Mention? town)
        {
            var labelled = new List<ClaimDraft>();
            labelled.AddRange(fields.Line(sentence));
            labelled.AddRange(items.Item(sentence));
            labelled.AddRange(Notes.Parent(sentence, discourse));
            if (note is not null) labelled.AddRange(Notes.Office(sentence, discourse));
            var told = Prose(sentence, discourse, attacher, explanation);
            if (!told.Exists(draft => draft.Predicate == "stake")) told.AddRange(Notes.Shares(sentence, discourse));
            if (note is not null && labelled.Count == 0) told.AddRange(town is not null ? note.Behind(sentence, town, told) : note.Bare(sentence, told));
            if (!told.Exists(draft => draft.Predicate == "chemistry")) labelled.AddRange(Notes.Chemistry(sentence, discourse));
            // A figure is what its label says; an office, what a rule makes of it, where one does.
            if (labelled.Count > 0) labelled.RemoveAll(draft => draft.Predicate == "role" && told.Exists(other => other.Predicate == "role"));
            return labelled.Count == 0 ? told : [.. labelled, .. told.Where(draft => !labelled.Exists(known => known.Predicate == draft.Predicate || known is { Predicate: "supplies", Rule: "line.supplies" } && draft.Predicate == "capacity"))];
        }
    }

    /// <summary>Everything recognised in a document, passage by passage, before any rule is tried.</summary>
    internal Analysis Analyse(Document document)
    {
        var analysis = new Analysis(document);
        foreach (var passage in document.Passages)
        {
            if (!passage.Boilerplate) analysis.Add(passage, _vocabulary);
        }

        var sentences = analysis.Complete();
        var unsaid = new Unsaid();
        var told = new ToldDates();
        foreach (var sentence in sentences)
        {
            ValueReader.Read(document.Text, sentence.Run(sentence.Tokens), sentence.First, sentence.Published, sentence.Values, unsaid: unsaid);
            told.Read(sentence);
        }

        analysis.FindSpeaker(Lexicon);
        var names = _names.Learn(sentences, analysis.Speaker);
        foreach (var sentence in sentences)
        {
            _names.Mark(sentence, names);
        }

        foreach (var sentence in sentences) Comparison.Leave(sentence);
        LocalCurrencies.Settle(sentences);
        if (document.SourceKind == SourceKind.Note) LocalCurrencies.SettleGiven(sentences);
        Remainders.Read(sentences);
        analysis.FindInterviewed();
        return analysis;
    }

    private List<ClaimDraft> Prose(Sentence sentence, Discourse discourse, Attacher attacher, Explanation? explanation)
    {
        if (sentence.Values is [{ Kind: ValueKind.Date, When: { } lead } first, ..] && first.Tokens.First <= sentence.First + 1 && sentence.Passage.Kind == PassageKind.ListItem) discourse.SectionDate = lead;
        var phrases = Phrases(sentence);
        var context = new PatternContext(sentence, phrases, Terms);
        var triggers = Rules.Match(context);
        explanation?.Sentence(sentence, phrases);
        explanation?.Rules(Rules, context, triggers);
        var drafts = attacher.Attach(sentence, phrases, triggers);
        explanation?.Claims(drafts);
        return drafts;
    }

    /// <summary>Plant phrases hang on the sentence alone: found in the first reading, used in both.</summary>
    private List<PlantPhrase> Phrases(Sentence sentence)
    {
        if (sentence.Phrases is { } known) return known;
        var phrases = sentence.Phrases = [];
        PlantPhrases.Find(sentence, Terms, phrases);
        return phrases;
    }

    /// <summary>The organisation that a document without a telling title speaks of first.</summary>
    private static string? Topic(Analysis analysis) =>
        analysis.Parts.SelectMany(part => part.Sentences).SelectMany(sentence => sentence.Mentions).FirstOrDefault(mention => mention.IsCompany)?.Name;

    /// <summary>The title says what a text is about, also where it is not part of the text.</summary>
    private Analysis? TitleOf(Document document)
    {
        if (document.Title is not { Length: > 0 } title) return null;
        var text = new SourceText(title);
        var passage = new Passage { Span = text.All, Kind = PassageKind.Heading };
        return Analyse(document with { Text = text, Passages = [passage], Title = null });
    }
}
