using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Attachment;

/// <summary>One pass for all rules: gives each trigger of a sentence its subject, object, time and modality, and makes drafts of claims.</summary>
/// <param name="publisher">Who publishes the document: what it says itself is attributed to nobody else. Null where it is not known.</param>
public sealed class Attacher(Discourse discourse, Terms terms, ModalityPass modalities, string? publisher)
{
    /// <summary>Fewer or more cars a year than one works makes batteries for: a count of models, or a market's.</summary>
    private const int FewestCars = 500;

    private const int MostCars = 5_000_000;

    /// <summary>Fewer people are no staff of a works; more than the largest makers of cells employ are a country's, or something else.</summary>
    private const int FewestJobs = 5;

    private const int MostJobs = 300_000;

    /// <summary>Less money is not what a works costs, or what is given to one, in any currency.</summary>
    private const int LeastInvestment = 500_000;

    private const int LeastFunding = 50_000;

    private readonly Subjects _subjects = new(discourse, terms);

    private readonly Spoken _spoken = new(discourse);

    private Objects Objects => field ??= new Objects(discourse, terms, _spoken);

    private Bearers Bearers => field ??= new Bearers(discourse, terms, _subjects, Objects, _spoken);

    private readonly Deliveries _deliveries = new(discourse);

    private readonly Placing _placing = new(discourse, terms);

    private readonly Meaning _meaning = new(terms, modalities);

    private Passage? _passage;

    /// <summary>What the last figure was of: the next may leave it unsaid ("In 2023 it had 37 percent").</summary>
    private string? _figure;

    /// <summary>When a deal closed by the sentence before, be it that only the next says who was sold.</summary>
    private (Passage Passage, When When)? _closed;

    /// <summary>Dates of the sentence that a rule binds as the time of its own claim, with what that says.</summary>
    private readonly List<(Value Date, string Meaning)> _ownDates = [];

    public List<ClaimDraft> Attach(Sentence sentence, List<PlantPhrase> phrases, List<Trigger> triggers)
    {
        if (!ReferenceEquals(_passage, sentence.Passage)) (_passage, _meaning.Before) = (sentence.Passage, null);
        discourse.Enter(sentence, phrases);
        if (sentence.End > sentence.First && sentence.Written(sentence.End - 1) is ":") Announce(sentence);
        foreach (var phrase in phrases) discourse.Resolve(sentence, phrase);
        _placing.Refine(sentence, phrases);
        if (phrases.Count == 0) _subjects.NoteWorks(sentence);
        var cues = modalities.Cues(sentence);
        _ownDates.Clear();
        _spoken.Enter(sentence);
        var drafts = triggers.Count == 0 ? [] : Make(sentence, phrases, triggers, cues);
        if (Relations is not null && sentence.Passage.Kind != PassageKind.TableRow && !Asks(sentence)) Relate(sentence, phrases, cues, triggers.Count == 0, drafts);
        if (drafts.FindLast(draft => draft is { Predicate: "role", Object: not null, ObjectSpan: not null }) is { } office) _spoken.Office(sentence, office.Object!);
        if (drafts.FindLast(draft => draft is { Predicate: "stake", Plant: null, Subject: not null, SubjectSpan: not null }) is { } share) _spoken.Shares(sentence, share.Subject!);
        if (drafts.FindLast(draft => draft is { Predicate: "acquired", Subject: not null, Object: not null }) is { } bought)
        {
            _spoken.Takeover(sentence, new Attached(bought.Plant, bought.Subject, null, "takeover spoken of"), bought.Object!);
            if (bought is { When: null, Modality: Modality.Actual } && _closed is { } before && ReferenceEquals(before.Passage, sentence.Passage)) bought.When = before.When;
        }

        _closed = triggers.Find(trigger => trigger.Rule.Id == "acquired.closed") is { } closed && closed.Bound("date")?.Target is Value { When: { } day } ? (sentence.Passage, day) : null;
        foreach (var draft in drafts)
        {
            // "Prime Planet Energy & Solutions, the JV with Panasonic": of Panasonic with the other partner.
            if (draft is { Predicate: "partnership", Subject: { } venture, Object: { } partner } && discourse.Listed(venture) is { Parents: [var one, var other] } && (one == partner || other == partner)) draft.Subject = one == partner ? other : one;
            if (draft is { Plant: { } running, Modality: Modality.Actual, Value: ClaimValue.Text said } && (said.Word == "operating" || said.Word == "production_start" && sentence.Any(sentence.First, sentence.End, static word => word is "since" or "Since"))) discourse.NoteRunning(running);
        }

        _spoken.Leave(sentence);

        _meaning.Before = modalities.Of(sentence, cues, sentence.Tokens, sentence.End) ?? _meaning.Before;
        _figure = FigureBefore(drafts, null) ?? _figure;
        // A works that only a maker and a town made plain is spoken on as "the plant" all the same.
        if (phrases.Count == 0 && !Subjects.IsAside(sentence, discourse.Focus) && drafts.Find(draft => draft.Plant is { PlaceName: not null }) is { } spoken) discourse.SetFocus(spoken.Plant, null, section: false);
        discourse.Leave(sentence, phrases);
        return drafts;
    }

    /// <summary>Reads what companies have to do with each other where no rule found it; null where only the rules are asked.</summary>
    internal IRelations? Relations { get; init; }

    /// <summary>Adds what the parts that companies play in a sentence say, where no rule said it.</summary>
    private void Relate(Sentence sentence, List<PlantPhrase> phrases, List<ModalityPass.Cue> cues, bool untouched, List<ClaimDraft> drafts)
    {
        if (untouched) _taken.Clear();
        foreach (var relation in Relations!.Read(new Scene(sentence, phrases, discourse, _spoken, terms, drafts, IsUsed)))
        {
            // Names and percentages behind market shares are more of these.
            if (relation is { Predicate: "stake", Subject.Span: null } && _figure == "market_share") continue;
            if (relation.Replaces) drafts.RemoveAll(draft => draft.Predicate == relation.Predicate && draft.Name != relation.Subject.Company && draft.Rule != relation.Rule);
            var subject = relation.Subject;
            var shape = new ClaimShape(relation.Predicate, null, null, relation.Word, null, null, relation.Kind is { } kind ? ImmutableDictionary<string, string>.Empty.Add("kind", kind) : ImmutableDictionary<string, string>.Empty);
            var trigger = Relation.Found(relation.Rule, relation.Tokens, []);
            if (relation.Predicate == "supplies" && subject is { Plant: null, Company: { } deliverer } && _deliveries.From(sentence, phrases, trigger, deliverer) is { } source) subject = subject with { Plant = source, Reason = "works that the delivery comes from" };
            var draft = One(sentence, trigger, shape, relation.Value, cues, relation.At, subject, (relation.Object, relation.ObjectSpan, relation.Models));
            if (relation.Timeless) draft.When = null;
            drafts.Add(draft);
        }
    }

    /// <summary>What the rules of the sentence under way have given so far.</summary>
    private readonly List<(string Predicate, Value Value)> _taken = [];

    private readonly List<(TokenRange Person, TokenRange Title, bool Former, string? Company)> _titled = [];

    private readonly HashSet<(string Predicate, string? Name, Span Target)> _related = [];

    private readonly List<string> _said = [];

    /// <summary>What the rules of a sentence say, the more exact ones first.</summary>
    private List<ClaimDraft> Make(Sentence sentence, List<PlantPhrase> phrases, List<Trigger> triggers, List<ModalityPass.Cue> cues)
    {
        var drafts = new List<ClaimDraft>();
        _taken.Clear();
        _titled.Clear();
        _related.Clear();
        foreach (var trigger in triggers) NoteDates(trigger);
        foreach (var trigger in Ordered(triggers))
        {
            _said.Clear();
            foreach (var shape in trigger.Rule.Claims)
            {
                // Several shapes of one predicate are ways to say the same: the first that fits counts.
                if (_said.Contains(shape.Meaning) || shape is { Predicate: "status" or "milestone" or "insolvency", Word: null or "paused" or "cancelled" or "closed" } && IsNegated(sentence, trigger.Tokens.First)) continue;
                var value = trigger.Bound(shape.Value)?.Target as Value;
                if (value is not null && IsTaken(shape.Predicate, value)) continue;
                if (shape.More.TryGetValue(After, out var topic) && (topic != Everything && topic != FigureBefore(drafts, value) || value is not null && IsUsed(value))) continue;
                if (shape.Predicate == "role" && trigger.Bound(shape.Subject) is { } person && IsTitled(person.Tokens, shape, trigger)) continue;
                var made = Make(sentence, phrases, trigger, shape, value, cues);
                if (value is not null && (made.Count > 0 || shape.Predicate == "none")) _taken.Add((shape.Predicate, value));
                if (made.Count == 0) continue;
                _said.Add(shape.Meaning);
                if (shape.Predicate == "role" && trigger.Bound(shape.Subject) is { } holder) _titled.Add((holder.Tokens, trigger.Bound(shape.Value)?.Tokens ?? default, shape is { Word: "former", Value: not null }, made[0].Object));
                RemoveSaid(made, drafts, trigger, shape, topic);
                drafts.AddRange(made);
                if (made is [{ Predicate: "stake", Plant: null, Subject: { } held }, ..]) _spoken.SharesHere(sentence, held);
                if (made.Find(draft => draft is { Predicate: "partnership", Kind: "jv", Subject: not null, Object: not null }) is { } joined) discourse.Partners = [joined.Subject!, joined.Object!];
            }
        }

        return drafts;
    }

    /// <summary>"has not closed", "never really halted": the words of an end, and no end.</summary>
    private static bool IsNegated(Sentence sentence, int verb)
    {
        for (var at = verb - 1; at >= Math.Max(sentence.First, verb - 2); at--)
        {
            if (sentence.Written(at) is "not" or "never" or "n't" or "n’t") return at == verb - 1 || sentence[verb - 1].Kind == TokenKind.Word && sentence.MentionAt(verb - 1) is null && sentence.Written(verb - 1) is not ("but" or "and" or "only");
        }

        return false;
    }

    private void NoteDates(Trigger trigger)
    {
        foreach (var shape in trigger.Rule.Claims)
        {
            if (shape.Time is not null && trigger.Bound(shape.Time)?.Target is Value date) _ownDates.Add((date, shape.Meaning));
        }
    }

    private bool IsUsed(Value value)
    {
        foreach (var (_, known) in _taken)
        {
            if (ReferenceEquals(known, value)) return true;
        }

        return false;
    }

    private bool IsTitled(TokenRange person, ClaimShape shape, Trigger trigger)
    {
        foreach (var known in _titled)
        {
            if (known.Person == person && !IsAnother(known, shape, trigger)) return true;
        }

        return false;
    }

    /// <summary>Takes out what the sentence has said already, and said better.</summary>
    private void RemoveSaid(List<ClaimDraft> made, List<ClaimDraft> drafts, Trigger trigger, ClaimShape shape, string? topic)
    {
        made.RemoveAll(draft => draft.ObjectSpan is { } target && draft.Predicate is "supplies" or "partnership" or "acquired" && !_related.Add((draft.Predicate, draft.Name, target)));
        if (drafts.Count == 0) return;
        made.RemoveAll(draft => draft is { Predicate: "founded", SubjectSpan: null } && drafts.Exists(other => other is { Predicate: "founded", SubjectSpan: not null } && other.Span.Overlaps(draft.Span)));
        // "A and B are shareholders": the share of B is no other one where the rule fits behind A again.
        made.RemoveAll(draft => draft is { Predicate: "stake" or "parent", SubjectSpan: null, ObjectSpan: { } target } && drafts.Exists(other => other.Rule == draft.Rule && other.ObjectSpan == target));
        // Whom a rule names as the subject counts before whom the text only spoke of.
        if (trigger.Bound(shape.Subject) is null && shape.Predicate is "supplies" or "acquired" or "parent") made.RemoveAll(draft => draft.ObjectSpan is { } target && drafts.Exists(other => other.Predicate == draft.Predicate && other.ObjectSpan == target && (other.SubjectSpan is not null || other.Rule == draft.Rule)));
        // What a more specific rule said of a partner is not said again with another one.
        made.RemoveAll(draft => draft is { Predicate: "partnership", ObjectSpan: { } target } && drafts.Exists(other => other.Predicate == "partnership" && other.ObjectSpan == target && other.Rule != draft.Rule));
        if (topic == Everything) made.RemoveAll(draft => drafts.Exists(other => other.Predicate == draft.Predicate && other.Name == draft.Name && Equals(other.Value, draft.Value)));
    }

    /// <summary>Rules that hold only behind a figure come after those that may give it, what is only left over last.</summary>
    private static IEnumerable<Trigger> Ordered(List<Trigger> triggers)
    {
        static int Rank(Trigger trigger)
        {
            var rank = 0;
            foreach (var shape in trigger.Rule.Claims)
            {
                if (!shape.More.IsEmpty && shape.More.TryGetValue(After, out var topic)) rank = Math.Max(rank, topic == Everything ? 2 : 1);
            }

            return rank;
        }

        return triggers.TrueForAll(static trigger => Rank(trigger) == 0) ? triggers : triggers.OrderBy(Rank);
    }

    /// <summary>One office a sentence for each person, but for a former one beside another, whoever founded one company and leads another, and a second company that the rule names.</summary>
    private static bool IsAnother((TokenRange Person, TokenRange Title, bool Former, string? Company) known, ClaimShape shape, Trigger trigger)
    {
        if (shape is { Word: "founder", Value: null } or { Object: "second" }) return trigger.Bound(shape.Object)?.Target is List<Mention> { Count: > 0 } row && row[0].Name != known.Company;
        return known.Former && shape.Word is null && trigger.Bound(shape.Value) is { } title && title.Tokens != known.Title && title.Tokens.End <= known.Title.First;
    }

    /// <summary>A rule's claim that holds only behind a figure of the predicate it names.</summary>
    private const string After = "after";

    /// <summary>A claim that holds only where no other rule made anything of the value.</summary>
    private const string Everything = "all";

    /// <summary>A heading, or what leads to a list, that says what the figures below it are: "Market shares 2024".</summary>
    public void Announce(Sentence heading)
    {
        for (var at = heading.First; at + 1 < heading.End; at++)
        {
            if (heading.Written(at) is "market" or "Market" or "MARKET" && heading.Written(at + 1) is "share" or "shares" or "Share" or "Shares" or "SHARE" or "SHARES" ||
                heading.Written(at) is "league" or "League" && heading.Written(at + 1) is "table") _figure = "market_share";
        }
    }

    /// <summary>The figures of a row of a table are spoken on of below it.</summary>
    public void Note(List<ClaimDraft> row) => _figure = FigureBefore(row, null) ?? _figure;

    /// <summary>What the figure before a value is of, in the sentence or before it; before its end where no value is given.</summary>
    private string? FigureBefore(List<ClaimDraft> drafts, Value? value)
    {
        ClaimDraft? last = null;
        foreach (var draft in drafts)
        {
            if (draft.ValueSpan is not { } span || draft.Predicate is "milestone" or "status" or "role" or "chemistry" || value is not null && span.Start >= value.Span.Start) continue;
            if (last is null || span.Start > last.ValueSpan!.Value.Start) last = draft;
        }

        return last?.Predicate ?? (value is null ? null : _figure);
    }

    /// <summary>One value, one predicate: what a more specific rule took is not taken again.</summary>
    private bool IsTaken(string predicate, Value value)
    {
        foreach (var (of, known) in _taken)
        {
            if (ReferenceEquals(known, value) && value.Kind is not ValueKind.Date and not ValueKind.Percent || (of == predicate || of == "none") && known == value) return true;
        }

        return IsNoFigure(predicate, value);
    }

    /// <summary>"two people said", "20 new EVs", "30,000 euros": no works is so small, and models, speakers and prices are counted so.</summary>
    private static bool IsNoFigure(string predicate, Value value) => (predicate, value.Kind) switch
    {
        ("jobs", ValueKind.Number) => value.High < FewestJobs || value.Low > MostJobs,
        ("vehicles", ValueKind.Number) => value.High < 1000,
        ("market_share", ValueKind.Number) => value.High >= 100,
        // The price of a car or a cell, a wage, a buyer's premium.
        ("investment", ValueKind.Money) => value.High < LeastInvestment,
        ("funding", ValueKind.Money) => value.High < LeastFunding,
        _ => false,
    };

    private List<ClaimDraft> Make(Sentence sentence, List<PlantPhrase> phrases, Trigger trigger, ClaimShape shape, Value? value, List<ModalityPass.Cue> cues)
    {
        var at = value?.Tokens.First ?? trigger.Anchor.First;
        if (shape.Predicate == "none") return [];
        // "The 48 million are not the 48 GWh of ProLogium"
        if (value is not null && value.Tokens.First - 2 >= sentence.First && sentence.Written(value.Tokens.First - 1) is "the" && sentence.Written(value.Tokens.First - 2) is "not") return [];
        // "When is the ground-breaking?" asks; a plan asked after may be one.
        if (shape.Predicate is "milestone" or "status" && shape.Word is not "planned" && sentence.Written(sentence.End - 1) is "?") return [];
        if (shape.Predicate is "supplies" or "stake" or "partnership" or "acquired" && Asks(sentence)) return [];
        // Names and percentages behind market shares are more of these.
        if (shape is { Predicate: "stake", Subject: null } && _figure == "market_share") return [];
        // Who holds all of it is no partner in it but its parent.
        if (shape.Predicate == "stake" && value is { IsRange: false, Low: 100 }) (shape, value) = (shape with { Predicate = "parent", Value = null }, null);
        if (shape.Predicate == "vehicles" && value is not null && (value.High < FewestCars || value.Low > MostCars)) return [];
        if (shape.Predicate is "milestone" or "status" && Surroundings.IsOfModel(sentence, trigger.Tokens.End - 1)) return [];
        if (shape.Predicate is "milestone" && (Words.IsOfCar(sentence, trigger, terms) || IsOfOther(phrases, trigger))) return [];
        if (shape is { Predicate: "milestone", Word: "announced" } && Words.IsOtherNews(sentence, phrases, trigger)) return [];
        if (shape is { Predicate: "milestone" or "status", Word: "cancelled" or "paused" or "closed" } && Words.IsSupposed(sentence, trigger)) return [];
        // "the company asked for permission", "is meant to make cells": not yet.
        if (shape is { Predicate: "milestone", Word: "approved" } && sentence.Any(trigger.Tokens.First, trigger.Tokens.End, static word => word is "asked" or "applied" or "requested" or "sought" or "awaits" or "awaited" or "awaiting" or "seek" or "seeks")) return [];
        if (shape is { Predicate: "milestone", Word: "production_start" } && sentence.Any(trigger.Tokens.First, trigger.Tokens.End, static word => word is "meant" or "intended" or "designed" or "supposed")) return [];
        if (shape.Predicate == "founded" && trigger.Tokens.End < sentence.End && sentence.Written(trigger.Tokens.End) is "office" or "Office" or "seat") return [];
        // "wants money to keep the plant running": nothing runs yet for that.
        if (shape is { Predicate: "status", Word: "operating" } && trigger.Tokens.First - 2 > sentence.First && sentence.Written(trigger.Tokens.First - 1) is "keep" && sentence.Written(trigger.Tokens.First - 2) is "to") return [];
        if (shape.Predicate is "milestone" or "status" && IsOfOffice(sentence, trigger)) return [];
        if (IsOfAside(sentence, trigger, shape) || IsOfSale(sentence, trigger, shape)) return [];
        // "6. X: 35 GWh, or 4%", in a text on market shares.
        if (shape.Predicate == "capacity" && _figure == "market_share" && phrases.Count == 0 && !sentence.Any(sentence.First, sentence.End, static word => word is "capacity" or "capacities" or "year" or "annual" or "annually" or "per")) return [];
        if (shape.Predicate == "market_share" && trigger.Bound(shape.Subject) is null or { Target: Description } && Words.IsOfSeveral(sentence, trigger)) return [];
        if (shape is { Predicate: "milestone", Word: "production_start" } && Words.IsOnlyTold(sentence, trigger)) return [];
        if (shape.Predicate == "parent" && trigger.Bound(shape.Subject)?.Target is List<Mention> { Count: 1 } beside && beside[0].Tokens.First == sentence.First + 1 && sentence.Written(sentence.First) is "Besides" or "Alongside" or "Like" or "Unlike" or "Beside") return [];
        if (shape.Predicate == "pair") return Pairs(sentence, trigger, shape, cues);
        var subjects = Bearers.Of(sentence, phrases, trigger, shape, at);
        // Who counts, lends or governs makes no cells: the share is that of the maker spoken of.
        if (shape.Predicate is "capacity" or "market_share" or "vehicles" && subjects is [{ Plant: null, Company: { } office }] && discourse.IsOffice(office)) subjects = shape.Predicate == "market_share" && discourse.CellMaker is { } counted && counted != office ? [new Attached(null, counted, null, "maker of cells spoken of")] : [];
        if (subjects.Count == 0) return [];
        if (shape.Predicate == "supplies" && subjects is [{ Plant: null, Company: { } deliverer } whole] && _deliveries.From(sentence, phrases, trigger, deliverer) is { } source) subjects = [whole with { Plant = source, Reason = "works that the delivery comes from" }];
        var objects = Objects.Of(sentence, trigger, shape, at, subjects[0].Plant ?? (discourse.Focus is { } works && subjects[0].Company is { } firm && works.IsOf(firm) ? works : null));
        if (objects.Count == 0) return [];
        subjects = NotItself(sentence, at, subjects, objects, shape);
        Bearers.Note(sentence, shape.Predicate, subjects);
        var made = new List<ClaimDraft>();
        foreach (var subject in subjects)
        {
            foreach (var target in objects)
            {
                if (shape.Predicate is "milestone" or "status" && Words.IsAbroad(sentence, trigger, subject)) continue;
                // "Owners: its own arm 90 percent": not of its parent.
                if (shape.Predicate == "stake" && subject is { Plant: null, Span: null, Company: { } held } && target.Name is { } holds && discourse.IsDaughter(holds, held)) continue;
                // A state signs with whom it helps: no partner in making cells.
                if (shape.Predicate == "partnership" && (target.Name is { } partner && discourse.IsState(partner) || subject.Company is { } first && discourse.IsState(first))) continue;
                if (target.Name is not null && target.Name == subject.Company && !(shape.Predicate == "stake" && subject.Plant is not null)) continue;
                if (shape is { Predicate: "status", Word: "planned", Modality: null } && _meaning.Of(sentence, cues, at, trigger.Tokens.End, shape.Predicate, subject.Plant).Modality == Modality.Actual) continue;
                if (shape is { Predicate: "status", Word: "under_construction" } && IsStillPlanned(sentence, cues, at, trigger.Tokens.End) && sentence.Written(trigger.Tokens.End) is not ("and" or ",")) continue;
                if (shape is { Predicate: "status", Word: "operating" or "under_construction" } && _meaning.Of(sentence, SaysItself(sentence, phrases, trigger) ? Own(cues, trigger) : cues, at, trigger.Tokens.End, shape.Predicate, subject.Plant).Modality != Modality.Actual) continue;
                made.Add(One(sentence, trigger, shape, value, cues, at, subject, target));
            }
        }

        made.RemoveAll(static draft => draft is { Predicate: "milestone", When.Latest.Year: < FirstWorks });
        return made;
    }

    /// <summary>"since it began in the country long ago": before this year nobody made cells as are spoken of here.</summary>
    private const int FirstWorks = 1985;

    /// <summary>"AESC, acquired by Envision in 2018, will supply": Envision is no subject of that.</summary>
    private bool IsOfAside(Sentence sentence, Trigger trigger, ClaimShape shape) =>
        (trigger.Bound(shape.Subject) is { } named && Participles.Around(sentence, terms, named.Tokens.First) is { } around && trigger.Tokens.End > around.End) ||
        (Participles.Around(sentence, terms, trigger.Tokens.First) is { } aside && trigger.Tokens.End > aside.End);

    /// <summary>"Nissan sold its battery unit AESC to Envision and keeps 20 percent": the seller is no parent any more, and the share is not the buyer's.</summary>
    private static bool IsOfSale(Sentence sentence, Trigger trigger, ClaimShape shape)
    {
        // "the purchase of Nissan's battery business": not of Nissan
        if (shape.Predicate is "acquired" && trigger.Bound(shape.Subject)?.Target is List<Mention> { Count: 1 } bought && bought[0].Tokens.End < sentence.End && sentence.Written(bought[0].Tokens.End) is "'s" or "’s" && sentence.Any(bought[0].Tokens.End + 1, Math.Min(sentence.End, bought[0].Tokens.End + 4), static word => word is "business" or "unit" or "arm" or "division" or "operations" or "activities")) return true;
        if (shape.Predicate is not ("parent" or "stake") || !sentence.Any(sentence.First, trigger.Tokens.End, static word => word is "sold" or "sells" or "sell" or "selling" or "divested")) return false;
        if (shape.Predicate is "parent") return trigger.Tokens.First > sentence.First && sentence.Any(Math.Max(sentence.First, trigger.Tokens.First - 2), trigger.Tokens.First, static word => word is "sold" or "sells" or "sell" or "selling" or "divested");
        return trigger.Bound(shape.Object)?.Target is List<Mention> { Count: 1 } holder && holder[0].Tokens.First > sentence.First && holder[0].Tokens.End < sentence.End && sentence.Written(holder[0].Tokens.First - 1) is "to" && sentence.Written(holder[0].Tokens.End) is "and" or ",";
    }

    /// <summary>The dates that are no claim's of these words: those that rules bind to say something else, and those of an aside that the words end outside of.</summary>
    private HashSet<Value> DatesOfOthers(Sentence sentence, Trigger trigger, ClaimShape shape)
    {
        HashSet<Value> dates = [.. _ownDates.Where(own => own.Meaning != shape.Meaning).Select(own => own.Date)];
        foreach (var value in sentence.Values)
        {
            if (value.Kind == ValueKind.Date && Participles.Around(sentence, terms, value.Tokens.First) is { } aside && !aside.Contains(trigger.Tokens.End - 1)) dates.Add(value);
        }

        return dates;
    }

    /// <summary>"the laboratory, which has worked since May": of no works.</summary>
    private static bool IsOfOffice(Sentence sentence, Trigger trigger)
    {
        for (var at = Math.Min(trigger.Tokens.First + 1, sentence.End - 1); at > Math.Max(sentence.First + 1, trigger.Tokens.First - 4); at--)
        {
            if (sentence.Written(at) is "which" or "that") return sentence.Written(sentence.Written(at - 1) is "," ? at - 2 : at - 1) is "centre" or "center" or "laboratory" or "lab" or "office" or "offices" or "academy" or "school" or "headquarters";
        }

        return false;
    }

    /// <summary>An event of a works that makes something else.</summary>
    private static bool IsOfOther(List<PlantPhrase> phrases, Trigger trigger) => phrases.Exists(phrase => phrase is { OtherIndustry: true, Battery: false } && trigger.Tokens.Contains(phrase.Head));

    private static bool IsStillPlanned(Sentence sentence, List<ModalityPass.Cue> cues, int at, int end) =>
        cues.Exists(cue => cue.Modality == Modality.Planned && sentence.Clause(at).Contains(cue.Tokens.First) && cue.Tokens.First >= end && cue.Tokens.First <= end + 1);

    private static List<ModalityPass.Cue> Own(List<ModalityPass.Cue> cues, Trigger trigger) => cues.FindAll(cue => cue.Modality != Modality.Planned || cue.Tokens.End >= trigger.Tokens.First && cue.Tokens.End != trigger.Tokens.End);

    /// <summary>"Does BMW buy its cells there?": a question that may be answered with no.</summary>
    private static bool Asks(Sentence sentence) =>
        sentence.Written(sentence.End - 1) is "?" && sentence.Written(sentence.First) is "Do" or "Does" or "Did" or "Is" or "Are" or "Was" or "Were" or "Will" or "Would" or "Could" or "Should" or "Can" or "May" or "Might" or "Has" or "Have" or "Had" or "Shall";

    /// <summary>"It will spend $8bn on the factory it is building": a state with a verb of its own, which no plan before it takes back. So is one that is all of a line: "Construction on schedule".</summary>
    private bool SaysItself(Sentence sentence, List<PlantPhrase> phrases, Trigger trigger) =>
        // "It is to come from the factory going up in Dunkirk"
        phrases.Exists(phrase => trigger.Tokens.Contains(phrase.Head) && phrase.Tokens.End < trigger.Tokens.End && (sentence.Written(phrase.Tokens.End) is "going" or "being" or "under" or "rising" || sentence.Written(phrase.Tokens.End) is "now" or "currently" or "already" or "still" && sentence.Written(phrase.Tokens.End + 1) is "going" or "being" or "under" or "rising")) ||
        terms.Any(sentence, trigger.Tokens.First, trigger.Tokens.End, TermClass.Finite, outsideNames: true) || (trigger.Tokens.First == sentence.First && trigger.Tokens.End >= sentence.End - 1);

    /// <summary>"Nissan keeps 20 percent of the shares": of the company spoken of, since nobody holds itself.</summary>
    private List<Attached> NotItself(Sentence sentence, int at, List<Attached> subjects, List<(string? Name, Span? Span, ImmutableArray<string> Models)> objects, ClaimShape shape)
    {
        if (shape is { Subject: null, Predicate: "funding" } && discourse.Focus is { } works && subjects is [{ Plant: null, Company: { } receiver }] && AreAll(objects, receiver)) return [new Attached(works, works.Operator, null, "plant last spoken of")];
        if (shape.Subject is not null || !Predicates.OfCompany(shape.Predicate) && shape.Predicate != "funding" || subjects is not [{ Plant: null } self]) return subjects;
        foreach (var target in objects)
        {
            if (target.Name != self.Company) return subjects;
        }

        return Other(sentence, at, self.Company) is { } other ? [new Attached(null, other, null, "company spoken of")] : subjects;
    }

    private static bool AreAll(List<(string? Name, Span? Span, ImmutableArray<string> Models)> objects, string receiver) => objects.TrueForAll(target => Givers.IsOne(target.Name, receiver));

    private string? Other(Sentence sentence, int at, string? self)
    {
        var named = sentence.Mentions.Find(mention => mention.Kind == MentionKind.Organisation && mention.Name != self && !Actors.IsOblique(sentence, mention) && mention.Tokens.First < sentence.Clause(at).First)?.Name;
        return Array.Find([named, discourse.Company, discourse.CellMaker], name => name is not null && name != self);
    }

    /// <summary>A row of two or more companies of which each pair is partners.</summary>
    private List<ClaimDraft> Pairs(Sentence sentence, Trigger trigger, ClaimShape shape, List<ModalityPass.Cue> cues)
    {
        var partnership = shape with { Predicate = "partnership", Subject = null };
        var made = new List<ClaimDraft>();
        if (shape.Subject is "two" or "three" && trigger.Bound(shape.Subject) is null)
        {
            var meant = _spoken.Last(sentence, trigger.Tokens.First, shape.Subject == "three" ? 3 : 2);
            for (var first = 0; first < meant.Count; first++)
            {
                foreach (var second in meant.Skip(first + 1)) made.Add(One(sentence, trigger, partnership, null, cues, trigger.Tokens.First, new Attached(null, meant[first], null, "one of those last spoken of"), (second, null, [])));
            }

            return made;
        }

        if (trigger.Bound(shape.Subject)?.Target is not List<Mention> { Count: > 1 } row || Words.IsOneSide(sentence, row)) return [];
        for (var first = 0; first < row.Count; first++)
        {
            foreach (var second in row.Skip(first + 1).Where(other => other.Name != row[first].Name))
            {
                made.Add(One(sentence, trigger, partnership, null, cues, trigger.Tokens.First, new Attached(null, row[first].Name, row[first].Span, "one of a pair"), (second.Name, second.Span, [])));
            }
        }

        return made;
    }

    private ClaimDraft One(Sentence sentence, Trigger trigger, ClaimShape shape, Value? value, List<ModalityPass.Cue> cues, int at, Attached subject, (string? Name, Span? Span, ImmutableArray<string> Models) target)
    {
        var (amount, unit) = Amount(shape, value, trigger);
        var (modality, hangs) = shape.Modality is { } meant ? (meant, false) : _meaning.Of(sentence, cues, _meaning.Said(sentence, trigger, shape.Predicate, at), trigger.Tokens.End, shape.Predicate, subject.Plant);
        if (shape is { Predicate: "status" or "milestone", Modality: Modality.Actual } && Meaning.IsDenied(sentence, cues, trigger)) modality = Modality.Denied;
        // Shares that a company issued are paid for, whatever its works are.
        if (hangs && shape.More.GetValueOrDefault("kind") == "equity") (modality, hangs) = (Modality.Actual, false);
        if (value is not null && Predicates.IsFigure(shape.Predicate) && Meaning.IsPresent(sentence, cues, value)) (modality, hangs) = (Modality.Actual, false);
        var when = Times.Of(sentence, trigger, shape, at, discourse.SectionDate, discourse.Period, discourse.Ahead, modality, DatesOfOthers(sentence, trigger, shape));
        // "Postponed from 2025 to 2026": the later one counts.
        if (trigger.Rule.Id == "milestone.production_delayed" && when?.Edtf.Split('/') is [_, var until] && When.TryParse(until, out var later)) when = later;
        if (shape is { Predicate: "milestone", Modality: null } && modality is Modality.Planned or Modality.Possible && when is not null && Times.IsOfTelling(sentence, when)) when = null;
        // "It will not open before 2027": late, not never.
        if (shape is { Predicate: "milestone", Modality: null } && modality == Modality.Denied && when is { Earliest: not null, Latest: null }) modality = Modality.Planned;
        if (shape.Predicate == "milestone" && modality == Modality.Actual) (modality, when) = Happened(sentence, trigger, shape, when, subject);
        // "BMW has ordered cells", "has a contract with them": to be delivered.
        if (shape is { Predicate: "supplies", Modality: null } && modality == Modality.Actual && Meaning.IsPromise(sentence, trigger)) (modality, hangs) = (Modality.Planned, false);
        // "50 GWh by 2030", also where the verb is of the past.
        if (shape.Modality is null && value is not null && modality == Modality.Actual && shape.Predicate is "capacity" or "jobs" or "vehicles" && Times.LiesAhead(sentence, when)) (modality, hangs) = (Modality.Planned, false);
        // "It broke ground on 9 December 2022; it will have 12 GWh": no figure is meant for a day that is over.
        if (Predicates.IsFigure(shape.Predicate) && modality is Modality.Planned or Modality.Possible && when is { Earliest: { } day, Latest: { } same } && day == same && !Times.LiesAhead(sentence, when)) when = null;
        return new ClaimDraft
        {
            Rule = trigger.Rule.Id,
            Predicate = shape.Predicate,
            Passage = sentence.Passage,
            Span = sentence.SpanOf(Evidence(sentence, trigger, value)),
            Plant = subject.Plant,
            Subject = subject.Company,
            SubjectSpan = subject.Span,
            Reason = subject.Reason,
            Value = amount,
            ValueSpan = value?.Span ?? (shape.Value is not null ? sentence.SpanOf(trigger.Bound(shape.Value)?.Tokens ?? default) : null),
            Unit = unit,
            Object = target.Name,
            ObjectSpan = target.Span,
            Models = target.Models,
            Kind = shape.More.GetValueOrDefault("kind"),
            Basis = shape.More.GetValueOrDefault("basis"),
            Product = shape.More.GetValueOrDefault("product") ?? (shape.Predicate is "supplies" or "capacity" ? Details.Product(sentence, sentence.Clause(at)) : null),
            Level = shape.More.GetValueOrDefault("level") ?? (shape.Predicate == "capacity" ? Details.Level(sentence, sentence.Clause(at), value?.Tokens ?? new TokenRange(at, at + 1)) : null),
            Region = shape.Predicate == "market_share" ? Details.Region(sentence, sentence.Clause(at)) : null,
            Attribution = Details.Attribution(sentence, publisher),
            Qualifier = value?.Qualifier,
            // "to 100 GWh by 2030 from 40 now": what is there today has not the day of what is to come.
            When = shape.Modality == Modality.Actual && Predicates.IsFigure(shape.Predicate) && Times.LiesAhead(sentence, when) ? null : when,
            Modality = modality,
            Hangs = hangs,
            Part = subject.Plant is { Part: > 1 } numbered ? numbered.Part.ToString(System.Globalization.CultureInfo.InvariantCulture) : Details.WholeSite(sentence, shape.Predicate, subject.Span),
        };
    }

    /// <summary>Whether a milestone that is told as a fact has come about, and when: what is agreed, awaited or lies ahead has not.</summary>
    private static (Modality Modality, When? When) Happened(Sentence sentence, Trigger trigger, ClaimShape shape, When? when, Attached subject)
    {
        // A rule that says itself that it happened: then a day that lies ahead is another's.
        if (shape.Modality is not null) return (Modality.Actual, Times.LiesAhead(sentence, when) ? null : when);
        // "Deliveries begin later this year": the present tense of what lies ahead.
        if (Times.LiesAhead(sentence, when)) return (Modality.Planned, when);
        // "The plant opens in 2025", said in that year, or nobody knows when.
        var undated = sentence.Published is null && when is not null;
        if ((undated || Times.MayLieAhead(sentence, when)) && Meaning.IsOfPresent(sentence, trigger)) return (Modality.Planned, when);
        // "Upon commencement of operations, this would be the biggest": before it comes to that.
        if (when is null && Meaning.IsAwaited(sentence, trigger)) return (Modality.Planned, when);
        // "It signed a memorandum on 2 November to launch a plant": the date is that of the signing.
        if (shape.Word is not ("announced" or "approved") && Meaning.IsPurpose(sentence, trigger)) return (Modality.Planned, null);
        // "first lines by Q4 2026", in a text that does not say when it was written.
        if (undated && when is { Earliest: null, Latest: not null }) return (Modality.Planned, when);
        // "To begin production at a planned plant"
        return (subject.Span is { Length: > 0 } named && Words.IsPlanned(sentence, named) ? Modality.Planned : Modality.Actual, when);
    }

    /// <summary>"Ford originally expected the plant to have 35 GWh": the words are to say that this was meant once. The place of those that say so; null where none do.</summary>
    private static int? OnceMeant(Sentence sentence, int at)
    {
        for (var i = at - 1; i >= sentence.Clause(at).First; i--)
        {
            if (sentence.Written(i) is "originally") return i;
        }

        return null;
    }

    private static TokenRange Evidence(Sentence sentence, Trigger trigger, Value? value)
    {
        var range = value is null ? trigger.Tokens : new TokenRange(Math.Min(trigger.Tokens.First, value.Tokens.First), Math.Max(trigger.Tokens.End, value.Tokens.End));
        if (value is not null && OnceMeant(sentence, range.First) is { } once) return new TokenRange(once, range.End);
        if (range.Length >= 5) return range;
        var clause = sentence.Clause(range.First);
        return new TokenRange(Math.Max(clause.First, range.First - 5), Math.Max(range.End, Math.Min(clause.End, range.End + 3)));
    }

    private static (ClaimValue?, string?) Amount(ClaimShape shape, Value? value, Trigger trigger)
    {
        if (value is null && trigger.Bound(shape.Value)?.Target is Mention mention) return (new ClaimValue.Text(shape.Word is { } prefix && !mention.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? $"{prefix} {mention.Name}" : mention.Name), null);
        if (shape.Word is { } word) return decimal.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var share) ? (new ClaimValue.Number(share), Predicates.UnitOf(shape.Predicate)) : (new ClaimValue.Text(word), null);
        if (value is null) return (null, Predicates.UnitOf(shape.Predicate));
        ClaimValue amount = value.IsRange ? new ClaimValue.Range(value.Low, value.High) : new ClaimValue.Number(value.Low);
        return (amount, value.Kind == ValueKind.Money ? value.Unit : Predicates.UnitOf(shape.Predicate));
    }
}
