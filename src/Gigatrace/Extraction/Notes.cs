using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>Shorthand of notes: what is still to be done or asked claims nothing, an arrow stands for a delivery.</summary>
internal static class Notes
{
    /// <summary>A box that is not ticked, or one of a task.</summary>
    public static bool IsOpen(string text, Passage passage) =>
        passage.Kind == PassageKind.ListItem && text.AsSpan(0, passage.Span.Start).TrimEnd().EndsWith("[ ]", StringComparison.Ordinal);

    /// <summary>A question in a list, or anywhere in a note.</summary>
    public static bool Asks(Sentence sentence, bool inNote) => inNote
        ? sentence.Any(sentence.First, sentence.End, static word => word is "?" or "??")
        : sentence.Passage.Kind == PassageKind.ListItem && sentence.Tokens.Length > 0 && sentence.Written(sentence.End - 1) is "?" or "??";

    /// <summary>
    /// What a writer thinks, hopes or guesses, outside of anybody's quoted words: "I don't think that …", "Maybe …", "it would be great to see …".
    /// It states nothing that a ledger could hold.
    /// </summary>
    public static bool Opines(Sentence sentence)
    {
        if (sentence.Quotes) return false;
        if (sentence.Tokens.Length > 1 && sentence.Written(sentence.First) is "Maybe" or "Perhaps" or "Hopefully" or "Imagine") return true;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (sentence.Written(at) is "I" && Thinks(sentence, at + 1)) return true;
            if (at + 2 < sentence.End && sentence.Written(at) is "would" && sentence.Written(at + 1) is "be" && sentence.Written(at + 2) is "great" or "nice" or "cool" or "interesting") return true;
        }

        return false;
    }

    private static bool Thinks(Sentence sentence, int from)
    {
        for (var at = from; at < Math.Min(sentence.End, from + 5); at++)
        {
            if (sentence.Written(at) is "think" or "believe" or "guess" or "expect" or "foresee" or "doubt" or "hope" or "suspect" or "bet" or "assume" or "imagine" or "wish" or "wonder" or "predict") return true;
            if (sentence.Written(at) is not ("do" or "'t" or "’t" or "don't" or "don’t" or "don" or "n't" or "n’t" or "'" or "’" or "t" or "not" or "also" or "really" or "personally" or "still" or "would" or "can" or "cannot" or "only" or "just")) return false;
        }

        return false;
    }

    /// <summary>"**Windsor.** …", "**[[Debrecen]]** is another league": a few words in bold that end as a sentence does, or are a name, and more behind them. Where they end; -1 for any other beginning.</summary>
    public static int LeadEnd(Sentence opening)
    {
        var passage = opening.Passage.Span;
        var text = opening.Text[passage];
        var close = text.StartsWith("**") ? text[2..].IndexOf("**") : -1;
        if (close <= 0 || close + 4 >= text.Length) return -1;
        var end = opening.First;
        while (end < opening.End && opening[end].Span.Start < passage.Start + close + 2) end++;
        var ends = text[2..][close - 1] is '.' or ':';
        var isName = opening.Mentions.Find(mention => mention.Tokens.First <= opening.First + 2) is { Kind: MentionKind.Organisation or MentionKind.Place } named && named.Tokens.End <= end && (named.Tokens.End >= end - 2 || opening.Written(named.Tokens.End) is "(" && named.Tokens.End >= end - 4);
        return end - opening.First <= (isName ? 9 : 6) && (isName || (ends && opening.Span.End <= passage.Start + close + 4)) ? end : -1;
    }

    /// <summary>"**ARENDAL.** …", "**SKELLEFTEÅ / SAN LEANDRO.**": a bold lead that is nothing but where its paragraph is.</summary>
    public static bool IsPlace(Sentence opening, int end)
    {
        for (var at = opening.First; at < end; at++)
        {
            if (opening.MentionAt(at) is not { Kind: MentionKind.Place } && opening.Written(at) is not ("*" or "**" or "." or ":" or "/" or "," or "–" or "-")) return false;
        }

        return opening.Mentions.Exists(place => place.Tokens.First < end && place.Kind == MentionKind.Place);
    }

    /// <summary>"SUNDERLAND: Envision builds …": the place that an item of a list is about, set off at its start; null where none is.</summary>
    public static Mention? Place(Sentence sentence)
    {
        return sentence.Passage.Kind != PassageKind.ListItem || sentence.Span.Start > sentence.Passage.Span.Start + 2 ? null : PlaceFirst(sentence);
    }

    /// <summary>The same of any sentence: "Kosai (Shizuoka): packs from 2026".</summary>
    public static Mention? PlaceFirst(Sentence sentence)
    {
        if (sentence.Mentions is not [{ Kind: MentionKind.Place } place, ..] || place.Tokens.First > sentence.First) return null;
        var end = place.Tokens.End;
        // "Douvrin, France:", "Kaiserslautern (Germany):"
        if (end + 1 < sentence.End && sentence.Written(end) is "," or "(" && sentence.MentionAt(end + 1) is { Kind: MentionKind.Place } outer) end = outer.Tokens.End + (sentence.Written(end) is "(" ? 1 : 0);
        // "Komárom 2:", and a place alone over a list
        if (end < sentence.End - 1 && NumberBehind(sentence, place) is not null) end++;
        return end < sentence.End - 1 && sentence.Written(end) is ":" or "–" or "—" || end == sentence.End && sentence.Passage.Kind == PassageKind.ListItem ? place : null;
    }

    /// <summary>"Komárom 2": which works in a town.</summary>
    public static int? NumberBehind(Sentence sentence, Mention place) =>
        place.Tokens.End < sentence.End && sentence.Written(place.Tokens.End) is [>= '1' and <= '9'] digit ? digit[0] - '0' : null;

    /// <summary>Whether an item stands further in than another: below it.</summary>
    public static bool IsBelow(string text, Passage item, Passage other) => item.Kind == PassageKind.ListItem && Column(text, item) > Column(text, other);

    /// <summary>Whether an item names an organisation and points back to nothing.</summary>
    public static bool IsOfOthers(IReadOnlyList<Sentence> item) =>
        item.Any(sentence => sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation)) &&
        !item.Any(sentence => sentence.Any(sentence.First, sentence.End, static word => word is "there" or "There" or "it" or "It" or "its" or "Its" or "here" or "Here"));

    private static int Column(string text, Passage item) => item.Span.Start - (item.Span.Start == 0 ? 0 : text.LastIndexOf('\n', item.Span.Start - 1) + 1);

    /// <summary>"2024-03 Heide: first spade": the town that a dated line is about; null where it is about none.</summary>
    public static Mention? Dated(Sentence sentence)
    {
        if (sentence.Values is not [{ Kind: ValueKind.Date } date, ..] || date.Tokens.First > sentence.First + 1) return null;
        var at = date.Tokens.End;
        while (at < sentence.End && sentence.Written(at) is ":" or "–" or "—" or "-" or "*" or "," or "|") at++;
        if (at >= sentence.End || sentence.MentionAt(at) is not { IsTown: true } town) return null;
        var end = town.Tokens.End;
        return end < sentence.End - 1 && sentence.Written(end) is ":" or "–" or "—" ? town : null;
    }

    /// <summary>"[[Sunderland]] goes on", below a company's name: the town that an item links to first, where it names nobody else; null where it does not.</summary>
    public static Mention? Linked(Sentence sentence) =>
        sentence.Passage.Kind == PassageKind.ListItem && sentence.Mentions is [{ IsTown: true } town, ..] && town.Tokens.First <= sentence.First && Mention.IsLinked(sentence.Text.Value, town.Span) && !sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation) ? town : null;

    /// <summary>"CATL Szeged, 40 GWh", first in a line or behind its colon: a maker and a town side by side, as works are called for short; null where there are none.</summary>
    public static (Mention Place, string Maker)? Named(Sentence sentence)
    {
        for (var at = 0; at + 1 < sentence.Mentions.Count; at++)
        {
            if (sentence.Mentions[at] is not { Kind: MentionKind.Organisation, Organisation: { MakesCells: true } or { MakesCars: true } } maker || sentence.Mentions[at + 1] is not { IsTown: true } town || town.Tokens.First != maker.Tokens.End) continue;
            if (maker.Tokens.First > sentence.First && sentence.Written(maker.Tokens.First - 1) is not ":") continue;
            if (town.Tokens.End == sentence.End || sentence.Written(town.Tokens.End) is "," or ":" or "–" or "—" or "-" or "(" or ".") return (town, maker.Name);
        }

        return null;
    }

    /// <summary>"(Rayong)" straight behind a company's name in bold letters, at the start of what is said of it: where its works stand; null where none is.</summary>
    public static Mention? Bracketed(Sentence sentence) =>
        sentence.Passage.Kind == PassageKind.Paragraph && sentence.Tokens.Length > 2 && sentence.Written(sentence.First) is "(" && sentence.Mentions is [{ IsTown: true } town, ..] && town.Tokens.First == sentence.First + 1 && sentence.Written(town.Tokens.End) is ")" or "," ? town : null;

    /// <summary>"Nuovo Plus 51 / Gotion 49", "joint venture of April 2020, Toyota 51%, Panasonic 49%": who holds how much of the company of the line or section, in shares that make a hundred.</summary>
    public static IReadOnlyList<ClaimDraft> Shares(Sentence sentence, Discourse discourse)
    {
        if (Split(sentence, discourse) is { Count: > 0 } split) return split;
        if (sentence.Passage.Kind is not (PassageKind.ListItem or PassageKind.Paragraph or PassageKind.TableRow)) return [];
        var shares = sentence.Values.Where(value => value.Kind is ValueKind.Percent or ValueKind.Number && value.Low is > 0 and < 100 && !value.IsRange).ToList();
        if (shares.Count is < 2 or > 4 || shares.Sum(share => share.Low) is < 99 or > 101) return [];
        var first = sentence.Mentions.Find(mention => mention.Kind == MentionKind.Organisation);
        var venture = sentence.Any(sentence.First, sentence.End, static word => word is "venture" or "JV" or "jv");
        if ((venture && first is not null && first.Tokens.First <= sentence.First + 1 && shares[0].Tokens.First > first.Tokens.End + 6 ? first.Name : discourse.SectionCompany ?? discourse.Company) is not { } held) return [];
        var holdings = Holdings.Of(sentence, held).ToList();
        if (holdings.Count != shares.Count || holdings.Exists(holding => holding.Object == held)) return [];
        var made = sentence.Values.Find(value => value is { Kind: ValueKind.Date, When: not null } && value.Tokens.First > sentence.First && sentence.Any(Math.Max(sentence.First, value.Tokens.First - 3), value.Tokens.First, static word => word is "venture" or "JV" or "deal" or "since" or "founded" or "formed"))?.When;
        if (venture && made is not null) holdings.Add(Fields.New(sentence, "founded", null, held, null, null, Modality.Actual) with { When = made });
        if (holdings is [{ Object: { } one }, { Object: { } other } second, ..] && shares.Count == 2) holdings.Add(Fields.New(sentence, "partnership", null, one, null, null, Modality.Actual) with { Object = other, ObjectSpan = second.ObjectSpan, Kind = "jv", When = made });
        return holdings;
    }

    /// <summary>"[[Windsor]] (NextStar): 51 % LG, the rest Stellantis": behind a colon a share and a holder each, of the company before it, or of whoever runs the works there.</summary>
    private static List<ClaimDraft> Split(Sentence sentence, Discourse discourse)
    {
        var colon = sentence.First;
        while (colon < sentence.End && sentence.Written(colon) is not ":") colon++;
        if (colon >= sentence.End - 2 || sentence.Tokens.Length > LongestHolding) return [];
        if (colon > sentence.First + LongestLabel) return sentence.Mentions.Exists(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.End <= colon) || discourse.SectionCompany is null ? [] : Held(sentence, discourse.SectionCompany, colon);
        var before = sentence.Mentions.FindLast(mention => mention.Tokens.End <= colon && mention is { Kind: MentionKind.Organisation, Organisation: not { Kind: "government" or "agency" or "lender" } });
        var held = before?.Name ?? (sentence.Mentions.Find(mention => mention.Tokens.End <= colon && mention.IsTown) is { } town ? discourse.At(sentence, town)?.Operator : null);
        return held is null ? [] : Held(sentence, held, colon);
    }

    /// <summary>The shares and holders behind a colon, where nothing else stands there.</summary>
    private static List<ClaimDraft> Held(Sentence sentence, string held, int colon)
    {
        var (holders, shares) = (sentence.Mentions.FindAll(mention => mention.Kind == MentionKind.Organisation && mention.Tokens.First > colon), sentence.Values.FindAll(value => value.Kind == ValueKind.Percent && value.Tokens.First > colon));
        // "the rest Stellantis"
        var rest = shares.Count == holders.Count - 1 && sentence.Any(colon, sentence.End, static word => word is "rest" or "remainder" or "remaining");
        if (holders.Count < 2 || (shares.Count != holders.Count && !rest) || shares.Sum(share => share.Low) > 100) return [];
        for (var at = colon + 1; at < sentence.End; at++)
        {
            if (sentence.MentionAt(at) is null && sentence.ValueAt(at) is null && sentence.Written(at) is not ("," or "/" or ";" or "+" or "and" or "&" or "the" or "rest" or "remainder" or "remaining" or "." or "for" or "with" or "is" or "to" or "-" or "–" or "(" or ")" or "%" or "|")) return [];
        }

        return [.. holders.Select((holder, at) => Fields.New(sentence, "stake", null, held, at < shares.Count ? shares[at] : null, at < shares.Count ? null : new ClaimValue.Number(100 - shares.Sum(share => share.Low)), Modality.Actual) with { Object = holder.Name, ObjectSpan = holder.Span })];
    }

    /// <summary>What stands before the colon names what is held in no more words than this.</summary>
    private const int LongestLabel = 5;

    /// <summary>A line that says nothing but who holds how much has no more words than this.</summary>
    private const int LongestHolding = 20;

    /// <summary>"LFP, 0.3 GWh to begin with", "NMC cells": a kind of cell that stands alone between two marks of a line says what the works, or the company, of the section makes.</summary>
    public static IReadOnlyList<ClaimDraft> Chemistry(Sentence sentence, Discourse discourse)
    {
        if (sentence.Passage.Kind != PassageKind.ListItem) return [];
        if ((discourse.SectionPlant ?? discourse.Focus) is not { } plant) return discourse.SectionCompany is { } maker && discourse.Makes(maker) ? [.. Kinds(sentence).Select(mention => Fields.New(sentence, "chemistry", null, maker, null, new ClaimValue.Text(mention.Name), Modality.Actual))] : [];
        return [.. sentence.Mentions.Where(mention => mention.Kind == MentionKind.Chemistry && StandsAlone(sentence, mention)).Select(mention => Fields.New(sentence, "chemistry", plant, null, null, new ClaimValue.Text(mention.Name), Modality.Actual) with { Hangs = true, Span = mention.Span })];
    }

    /// <summary>"LFP and NMC in parallel": the kinds of cells that an item about a company begins with, where nothing is said of the kind itself.</summary>
    private static List<Mention> Kinds(Sentence sentence)
    {
        var (row, at) = (new List<Mention>(), sentence.First);
        while (at < sentence.End && (sentence.MentionAt(at) is { Kind: MentionKind.Chemistry } || row.Count > 0 && sentence.Written(at) is "and" or "+" or "/" or "&" or ","))
        {
            if (sentence.MentionAt(at) is not { } kind) at++;
            else (row, at) = ([.. row, kind], kind.Tokens.End);
        }

        return row.Count > 0 && (at >= sentence.End || sentence.Written(at) is ";" or "." or "(" or "cells" or "only" or "in" or "for" or "since" or "from" or "so" or "both" || sentence.Written(at - 1) is ",") ? row : [];
    }

    private static bool StandsAlone(Sentence sentence, Mention kind)
    {
        var (before, behind) = (kind.Tokens.First - 1, kind.Tokens.End);
        // "its first own LFP cells"
        while (before >= sentence.First && sentence.Written(before) is "its" or "first" or "own" or "new" or "the" or "round" or "mainly" or "mostly" or "only" or "cylindrical" or "prismatic") before--;
        if (behind < sentence.End && sentence.Written(behind) is "cells" or "only" or "pouch" or "cylindrical" or "prismatic") behind++;
        return (before < sentence.First || sentence.Written(before) is "," or ";" or ":" or "=") && (behind >= sentence.End || sentence.Written(behind) is "," or ";" or "." or "(");
    }

    /// <summary>"**PPES** (…) – joint venture of", "Ultium: run by": the company that a paragraph in bold letters, or an item of a list, is about; null where it is about none.</summary>
    public static Mention? Owner(string text, Passage passage, Sentence opening)
    {
        if (opening.Mentions is not [{ IsCompany: true } company, ..] || company.Tokens.First > opening.First) return null;
        if (passage.Kind == PassageKind.Paragraph && !text.AsSpan(passage.Span.Start, company.Span.Start - passage.Span.Start).Contains("**", StringComparison.Ordinal) && !text.AsSpan(Math.Max(0, passage.Span.Start - 2)).StartsWith("**")) return null;
        var end = company.Tokens.End;
        if (end < opening.End && opening.Written(end) is "(")
        {
            while (end < opening.End && end < company.Tokens.End + 8 && opening.Written(end) is not ")") end++;
            end++;
        }

        return end < opening.End - 1 && (opening.Written(end) is ":" || passage.Kind == PassageKind.Paragraph && opening.Written(end) is "–" or "—" or "-" or ".") ? company : null;
    }

    /// <summary>Who has the works in the place that an item is about: the maker of cells that it names, else the first company; null where it names none.</summary>
    public static string? Holder(IReadOnlyList<Sentence> item)
    {
        var companies = item.SelectMany(sentence => sentence.Mentions.Where(mention => mention is { Kind: MentionKind.Organisation, Organisation: null or { Kind: not ("government" or "agency" or "lender") } } && !Actors.IsOblique(sentence, mention))).ToList();
        return (companies.Find(company => company.Organisation is { MakesCells: true }) ?? companies.Find(company => company.IsCompany) ?? companies.FirstOrDefault())?.Name;
    }

    /// <summary>"Cell arm of SK Innovation", first in a line: whose daughter the company of the section is.</summary>
    public static IReadOnlyList<ClaimDraft> Parent(Sentence sentence, Discourse discourse)
    {
        if (discourse.SectionCompany is not { } child || sentence.Passage.Kind is not (PassageKind.ListItem or PassageKind.Paragraph) || sentence.Span.Start > sentence.Passage.Span.Start + 2) return [];
        for (var at = sentence.First; at < Math.Min(sentence.End - 2, sentence.First + 4) && sentence.MentionAt(at) is null; at++)
        {
            if (sentence.Written(at) is not ("arm" or "subsidiary" or "division" or "daughter" or "offshoot" or "unit") || sentence.Written(at + 1) is not "of") continue;
            var name = sentence.Written(at + 2) is "the" ? at + 3 : at + 2;
            return name < sentence.End && sentence.MentionAt(name) is { Kind: MentionKind.Organisation } parent && parent.Name != child ? [Fields.New(sentence, "parent", null, child, null, null, Modality.Actual) with { Object = parent.Name, ObjectSpan = parent.Span }] : [];
        }

        return [];
    }

    /// <summary>"Carlsson is Northvolt's CEO", first in a line of a note: an office of somebody whom it calls by the last name.</summary>
    public static IReadOnlyList<ClaimDraft> Office(Sentence sentence, Discourse discourse)
    {
        var at = sentence.First;
        // "Chief executive of Northvolt.", first in a note on a person
        if (sentence.MentionAt(at) is { Kind: MentionKind.Title } first && discourse.Person is { } whose && first.Tokens.End + 1 < sentence.End && sentence.Written(first.Tokens.End) is "of" or "at" && sentence.MentionAt(first.Tokens.End + 1) is { Kind: MentionKind.Organisation } led && led.Tokens.End + 1 >= sentence.End) return [Office(sentence, first, led) with { Subject = whose }];
        if (sentence.Tokens.Length < 5 || sentence.MentionAt(at) is not null || !char.IsUpper(sentence.Written(at)[0]) || sentence.Written(at + 1) is not ("is" or "remains" or "stays" or "became")) return [];
        if (sentence.Written(at) is "It" or "He" or "She" or "This" or "That" or "There" or "Who" or "Here" or "What" or "They" or "Nobody") return [];
        var next = at + 2;
        while (next < sentence.End && sentence.Written(next) is "the" or "still" or "now" or "new" or "also") next++;
        if (sentence.MentionAt(next) is { Kind: MentionKind.Organisation } company && company.Tokens.End + 1 < sentence.End && sentence.Written(company.Tokens.End) is "'s" or "’s" && sentence.MentionAt(company.Tokens.End + 1) is { Kind: MentionKind.Title } title) return [Office(sentence, title, company)];
        return sentence.MentionAt(next) is { Kind: MentionKind.Title } office && office.Tokens.End + 1 < sentence.End && sentence.Written(office.Tokens.End) is "of" or "at" && sentence.MentionAt(office.Tokens.End + 1) is { Kind: MentionKind.Organisation } of ? [Office(sentence, office, of)] : [];
    }

    private static ClaimDraft Office(Sentence sentence, Mention title, Mention company) =>
        Fields.New(sentence, "role", null, sentence.Text.Quote(sentence.SpanOf(new TokenRange(sentence.First, sentence.First + 1))), null, new ClaimValue.Text(title.Name), Modality.Actual) with { Object = company.Name, ObjectSpan = company.Span };

    /// <summary>"Florence → BMW": what goes from a works, or a company, to a maker of cars.</summary>
    public static IReadOnlyList<ClaimDraft> Supply(Sentence sentence, Discourse discourse)
    {
        var arrow = -1;
        for (var at = sentence.First + 1; at < Math.Min(sentence.End - 1, sentence.First + 10) && arrow < 0; at++)
        {
            if (sentence.Written(at) is "→" or "->" or "=>" or "⇒") arrow = at;
        }

        if (arrow < 0) return [];
        var giver = sentence.Mentions.Find(mention => mention.Tokens.End <= arrow && mention.Kind is MentionKind.Place or MentionKind.Organisation);
        if (giver is null) return [];
        var plant = giver.Kind == MentionKind.Place ? discourse.At(sentence, giver) : null;
        // "SK On: Commerce, Georgia → F-150"
        if (giver.Organisation is { MakesCells: true } && sentence.Mentions.Find(mention => mention.IsTown && mention.Tokens.First > giver.Tokens.End && mention.Tokens.End <= arrow) is { } site) plant = discourse.FindOrAdd(giver.Name, site, null);
        if (plant is null && giver is not { Organisation.MakesCells: true }) return [];
        var drafts = new List<ClaimDraft>();
        for (var at = arrow + 1; at < sentence.End; at++)
        {
            if (sentence.MentionAt(at) is { } mention)
            {
                if (Fields.CarMaker(mention) is not { } buyer) break;
                drafts.Add(Fields.New(sentence, "supplies", plant, plant is null ? giver.Name : null, null, null, plant is null ? Modality.Actual : Modality.Planned) with
                {
                    Object = buyer, ObjectSpan = mention.Span, Models = Fields.Models(sentence, buyer), Hangs = plant is not null,
                });
                at = mention.Tokens.End - 1;
            }
            else if (sentence.Written(at) is not ("," or "and" or "+" or "&" or "/"))
            {
                break;
            }
        }

        return drafts;
    }
}

/// <summary>Signs for states that the text explains: "● running ◐ being built ○ planned".</summary>
internal sealed class Legend
{
    private readonly Dictionary<string, string> _signs = new(StringComparer.Ordinal);

    public static Legend Read(Analysis analysis, TableWords words)
    {
        var legend = new Legend();
        var signs = new List<int>();
        foreach (var sentence in analysis.Parts.Where(part => part.Passage.Kind != PassageKind.TableRow).SelectMany(part => part.Sentences))
        {
            if (!MayHaveSigns(sentence.Text[sentence.Span])) continue;
            signs.Clear();
            for (var at = sentence.First; at < sentence.End; at++)
            {
                if (IsSign(sentence.Written(at))) signs.Add(at);
            }

            if (signs.Count < 2) continue;
            for (var i = 0; i < signs.Count; i++)
            {
                var end = i + 1 < signs.Count ? signs[i + 1] : sentence.End;
                if (end > signs[i] + 1 && words.State(sentence.Text[sentence.SpanOf(new Tokens.TokenRange(signs[i] + 1, end))]) is { } state) legend._signs.TryAdd(sentence.Text.Quote(sentence.SpanOf(new Tokens.TokenRange(signs[i], signs[i] + 1))), state);
            }
        }

        return legend;
    }

    /// <summary>The state that the sign in a cell stands for; null where it has none.</summary>
    public string? State(Sentence cell)
    {
        for (var at = cell.First; _signs.Count > 0 && at < cell.End; at++)
        {
            if (_signs.TryGetValue(cell.Text.Quote(cell.SpanOf(new Tokens.TokenRange(at, at + 1))), out var state)) return state;
        }

        return null;
    }

    private static bool MayHaveSigns(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u2190', '\u2BFF') || text.ContainsAnyInRange('\uD83C', '\uD83E') || text.ContainsAny('*', '†', '‡');

    private static bool IsSign(ReadOnlySpan<char> token) => token is [>= '\u2190' and <= '\u2BFF', ..] or [>= '\uD83C' and <= '\uD83E', ..] or "*" or "†" or "‡";
}
