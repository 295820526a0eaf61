using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>
/// One field → drafts: a label ("Capacity", "Main customer", "CEO") and what stands beside it, be that a cell of a table or the rest of
/// a line, said of a works or of a company.
/// </summary>
internal sealed class Fields(Discourse discourse, TableWords words, Legend legend)
{
    /// <summary>A label in a line has no more words than this.</summary>
    private const int LongestLabel = 6;

    /// <summary>A state in a line is said in no more words than this.</summary>
    private const int LongestState = 8;

    /// <summary>What the headings above say of all works below them.</summary>
    public SectionStates Section { get; } = new(words);

    /// <summary>The states of works that a cell of their row said.</summary>
    private readonly Dictionary<Plant, string> _states = [];

    /// <summary>"Start: July 2028", "CEO: A. B.": a line that is a label and its value; empty for any other.</summary>
    public IReadOnlyList<ClaimDraft> Line(Sentence sentence)
    {
        var colon = Colon(sentence);
        if (colon < 0) return [];
        // "Subsidy of the ministry: 50 million": who gives it is no part of the label.
        var giver = sentence.Mentions.Find(mention => mention.Tokens.End == colon && mention.Organisation is { GivesMoney: true });
        var end = giver?.Tokens.First ?? colon;
        while (giver is not null && end > sentence.First + 1 && sentence.Written(end - 1) is "the" or "of" or "from" or "by") end--;
        var label = sentence.Text.Quote(sentence.SpanOf(new TokenRange(sentence.First, end)));
        if (words.Label(label) is not { } meaning || meaning is not ("capacity" or "status" or "investment" or "jobs" or "start" or "announced" or "approved" or "construction_start" or "inauguration" or "full_production" or "chemistry" or "grant" or "customer" or "owner" or "partner" or "role" or "founded" or "vehicles" or "share")) return [];
        var value = Piece(sentence, colon + 1, sentence.End);
        if (meaning == "status" && value.Tokens.Length > LongestState) return [];
        // Outside of a list a customer is the company's, unless the section is about its only works.
        var ofCompany = meaning == "customer" && sentence.Passage.Kind != PassageKind.ListItem && discourse.Company is { } maker && (discourse.SectionPlant is null || discourse.HasSeveral(maker));
        var said = Of(value, meaning, label, ofCompany ? null : discourse.SectionPlant ?? discourse.Focus, discourse.Company);
        if (giver is not null) said = said.ConvertAll(draft => draft.Predicate == "funding" ? draft with { Object = giver.Name, ObjectSpan = giver.Span } : draft);
        return said;
    }

    /// <summary>The end of a line's label: the colon or equals sign behind its first words, which hold neither a value nor a company.</summary>
    private static int Colon(Sentence sentence)
    {
        var longest = LongestLabel;
        for (var at = sentence.First; at < Math.Min(sentence.End - 1, sentence.First + longest + 1); at++)
        {
            if (sentence.MentionAt(at) is { Organisation.GivesMoney: true } giver && at > sentence.First)
            {
                if (giver.Tokens.First == at) longest += giver.Tokens.Length - 1;
                continue;
            }

            if (at > sentence.First && sentence.Written(at) is ":" or "=" or "::") return at;
            if (sentence.ValueAt(at) is { Kind: not ValueKind.Ordinal } || sentence.MentionAt(at) is { Kind: MentionKind.Organisation or MentionKind.Place or MentionKind.Person }) return -1;
        }

        return -1;
    }

    /// <summary>A stretch of a sentence, read as one of its own.</summary>
    public static Sentence Piece(Sentence whole, int from, int to)
    {
        var piece = new Sentence { Text = whole.Text, All = whole.All, Tokens = new TokenRange(from, to), Passage = whole.Passage, Published = whole.Published };
        piece.Mentions.AddRange(whole.Mentions.Where(mention => mention.Tokens.First >= from && mention.Tokens.End <= to));
        piece.Values.AddRange(whole.Values.Where(value => value.Tokens.First >= from && value.Tokens.End <= to));
        piece.Clauses.Add(piece.Tokens);
        piece.Index();
        return piece;
    }

    /// <summary>What one field says of a works, or of the company where its label speaks of that or no works is known.</summary>
    public List<ClaimDraft> Of(Sentence cell, string meaning, string label, Plant? plant, string? company)
    {
        company ??= plant?.Operator;
        List<ClaimDraft> said = company is null ? [] : OfCompany(cell, meaning, label, company, plant);
        return said.Count > 0 || plant is null ? said : OfPlant(cell, meaning, plant, StateOf(plant, meaning, cell), label);
    }

    public string? StateOf(Plant plant, string? meaning, Sentence cell)
    {
        var state = meaning == "status" ? State(cell) : null;
        if (state is null && meaning == "start" && !_states.ContainsKey(plant) && HasStarted(cell, "")) state = "operating";
        if (state is not null) _states[plant] = state;
        return state ?? _states.GetValueOrDefault(plant);
    }

    /// <summary>The state that a cell says in words, else by a sign that the text explains.</summary>
    public string? State(Sentence cell)
    {
        var text = cell.Text[cell.Span];
        // "running, +30 under construction": what it is comes first.
        return (text.IndexOf(", +") is > 0 and var more ? words.State(text[..more]) : null) ?? Ended(text) ?? words.State(text) ?? legend.State(cell);
    }

    /// <summary>"paused June 2024, off for good in February 2026": where what came last ended it, that counts.</summary>
    private string? Ended(ReadOnlySpan<char> cell) =>
        cell.LastIndexOfAny(',', ';') is > 0 and var last && words.State(cell[(last + 1)..]) is "cancelled" or "closed" && words.State(cell[..last]) is not null ? words.State(cell[(last + 1)..]) : null;

    public void Note(Plant plant, string? state)
    {
        if (state is not null) _states[plant] = state;
    }

    /// <summary>"Market share | 3 %", "Owner | Envision Group", "CEO | A. B.": what is said of a company.</summary>
    private List<ClaimDraft> OfCompany(Sentence cell, string meaning, string label, string company, Plant? plant)
    {
        ClaimDraft Draft(string predicate, Value? value) => New(cell, predicate, null, company, value, null, Modality.Actual);
        switch (meaning)
        {
            case "share" when Percent(cell) is { } percent:
                return [Draft("market_share", percent) with { When = Date(cell) }];
            case "owner" or "stake" when Holdings.Of(cell, company).ToList() is { Count: > 0 } holdings:
                return holdings;
            // "Shareholders | A, B, C"
            case "owner" when cell.Values.Count == 0 && cell.Mentions.FindAll(mention => mention.Kind == MentionKind.Organisation && mention.Name != company) is [_, _, ..] holders:
                return [.. holders.Select(holder => Draft("stake", null) with { Object = holder.Name, ObjectSpan = holder.Span })];
            case "owner" when Named(cell) is { } owner && owner.Name != company && cell.Values.Count == 0:
                return [Draft("parent", null) with { Object = owner.Name, ObjectSpan = owner.Span }];
            case "founded" when Date(cell) is { } founded && (plant is null || Has(label, "founded", "incorporated")):
                return [Draft("founded", null) with { When = founded }];
            case "role" when cell.Mentions.Find(mention => mention.Kind == MentionKind.Person) is { } person && person.Tokens.First <= cell.First + 2:
                var title = cell.Mentions.Find(mention => mention.Kind == MentionKind.Title);
                var word = title?.Name ?? label.Trim(' ', '*', '_', ':');
                return [New(cell, "role", null, person.Name, null, new ClaimValue.Text(title is null && !word.Any(char.IsLower) ? word : title is null ? char.ToLowerInvariant(word[0]) + word[1..] : word), Modality.Actual) with { Object = company }];
            case "customer":
                return [.. Buyers(cell, company).Select(buyer => (plant is null ? Draft("supplies", null) : New(cell, "supplies", plant, null, null, null, Modality.Planned) with { Hangs = true }) with { Object = buyer.Name, ObjectSpan = buyer.Span, Models = Models(cell, buyer.Name) })];
            case "partner" when Named(cell) is { } partner && partner.Name != company && cell.Tokens.Length <= 8:
                return [Draft("partnership", null) with { Object = partner.Name, ObjectSpan = partner.Span }];
            case "capacity" when plant is null:
                var aim = Has(label, "target", "goal", "plan", "by ");
                return [.. cell.Values.Where(value => value.Kind == ValueKind.Energy).Take(1).Select(value => New(cell, "capacity", null, company, value, null, aim ? Modality.Planned : Modality.Actual) with { When = By(cell, value) })];
            case "chemistry" when plant is null:
                return [.. Chemistries(cell, null, company, Modality.Actual).Where(draft => discourse.Makes(draft.Subject!))];
            default:
                return [];
        }
    }

    public static bool Bracketed(Sentence cell, Mention mention)
    {
        for (var at = mention.Tokens.First - 1; at >= Math.Max(cell.First, mention.Tokens.First - 3); at--)
        {
            if (cell.Written(at) is "(") return true;
            if (cell.Written(at) is ")" or ",") return false;
        }

        return false;
    }

    /// <summary>What a field says of a works.</summary>
    public List<ClaimDraft> OfPlant(Sentence cell, string? meaning, Plant plant, string? state, string head)
    {
        var drafts = new List<ClaimDraft>();
        var text = cell.Text[cell.Span];
        var struck = cell.Span.Start > 1 && cell.Text.Value[cell.Span.Start - 1] == '~' && cell.Text.Value[cell.Span.Start - 2] == '~';
        var (said, sure) = Meant(text, head, state, struck);
        var aimed = Aimed(head, cell);
        ClaimDraft Of(string predicate, Value? value, ClaimValue? amount, Modality modality) => New(cell, predicate, plant, null, value, amount, modality);
        if (meaning == "status" && State(cell) is { } stated) drafts.AddRange(States(cell, plant, stated));
        if (meaning is "announced" or "approved" or "construction_start" or "inauguration" or "full_production" or "paused" or "cancelled" or "closed" && cell.Values.Find(value => value is { Kind: ValueKind.Date, When: not null }) is { When: { } day })
        {
            var ahead = day.Earliest is { } first && cell.Published?.Latest is { } today && first > today;
            if (!struck) drafts.Add(Of("milestone", null, new ClaimValue.Text(meaning), ahead || Has(head, "plan", "due", "expected", "target") ? Modality.Planned : Modality.Actual) with { When = day });
        }

        if (meaning == "start" && !struck)
        {
            foreach (var date in cell.Values.Where(value => value is { Kind: ValueKind.Date, When: not null })) drafts.Add(Of("milestone", null, new ClaimValue.Text(Since(head, state, cell) ?? (IsFull(cell, date) || Has(head, "full") ? "full_production" : "production_start")), state == "operating" || Since(head, state, cell) is not null ? Modality.Actual : Modality.Planned) with { When = date.When });
        }

        foreach (var value in cell.Values)
        {
            var predicate = value.Kind switch
            {
                // "₹225 crore per GWh": a price.
                ValueKind.Money when value.Tokens.End < cell.End && cell.Written(value.Tokens.End) is "per" or "/" => null,
                // "The bill: €1.5bn, of which the EIB lends 400 million": a part that somebody gives.
                ValueKind.Money when meaning is "investment" && cell.Any(Math.Max(cell.First, value.Tokens.First - 4), value.Tokens.First, static word => word is "lends" or "lent" or "lend" or "gives" or "grants" or "pays" or "contributes" or "loan" or "grant" or "subsidy") => null,
                ValueKind.Energy => "capacity",
                ValueKind.Number when meaning == "capacity" && (head.Contains("GWh", StringComparison.OrdinalIgnoreCase) || text.Contains("GWh", StringComparison.OrdinalIgnoreCase) || cell.Passage.Kind == PassageKind.TableRow && value.High < MostOfBare && cell.Tokens.Length <= 6) && !IsCounted(cell, value) => "capacity",
                ValueKind.Number when meaning == "jobs" && value.High >= 5 => "jobs",
                ValueKind.Number when value.High >= 1000 && (meaning is "vehicles" or "models" || IsCars(cell, value)) => "vehicles",
                ValueKind.Number when value.High >= 5 && IsJobs(cell, value) => "jobs",
                ValueKind.Money when meaning is "investment" or "amount" || meaning is null && cell.Tokens.Length <= 8 && !text.Contains("grant", StringComparison.OrdinalIgnoreCase) && !text.Contains("loan", StringComparison.OrdinalIgnoreCase) => "investment",
                ValueKind.Money when meaning is "grant" => "funding",
                _ => null,
            };
            if (predicate is null || (predicate == "capacity" && meaning != "capacity" && IsDelivery(cell, value))) continue;
            var modality = Goes(cell, value) ?? (aimed is null ? said : Modality.Planned);
            if (predicate == "capacity" && modality == Modality.Denied) modality = Modality.Planned;
            drafts.Add(Of(predicate, value, null, modality) with
            {
                Kind = predicate == "funding" ? KindOf(head + " " + text.ToString()) : null,
                Object = predicate == "funding" ? cell.Mentions.Find(mention => mention.Organisation is { GivesMoney: true })?.Name : null,
                When = predicate is "capacity" or "jobs" or "vehicles" && modality != Modality.Actual ? By(cell, value) ?? aimed : null,
                Hangs = !sure && aimed is null && modality == Modality.Planned && Goes(cell, value) is null,
            });
        }

        foreach (var (customer, where) in Customers(cell, meaning, plant))
        {
            drafts.Add(Of("supplies", null, null, state is "planned" or "under_construction" ? Modality.Planned : Modality.Actual) with { Object = customer, ObjectSpan = where, Models = Models(cell, customer) });
        }

        drafts.AddRange(Chemistries(cell, plant, null, said == Modality.Denied ? Modality.Denied : Modality.Actual).Select(draft => draft with { Hangs = state is null }));
        return drafts;
    }

    /// <summary>"GWh 2030": the year to come that a head names; null where it names none.</summary>
    private static When? Aimed(string head, Sentence cell) =>
        head.Split([' ', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word is ['2', '0', _, _] && word.All(char.IsAsciiDigit)) is { } year && When.TryParse(year, out var when) && when.Earliest > cell.Published?.Latest ? when : null;

    /// <summary>What began on a day that lies below "Since", by the state of the works; null for a works at work, or another head.</summary>
    private static string? Since(string head, string? state, Sentence cell) => !Has(head, "since") || Date(cell)?.Earliest > cell.Published?.Latest ? null : state switch
    {
        "under_construction" => "construction_start",
        "planned" => "announced",
        "paused" or "cancelled" or "closed" => state,
        _ => null,
    };

    /// <summary>A bare number below a head of capacity is of GWh up to this.</summary>
    private const decimal MostOfBare = 300;

    /// <summary>The state that a field says of a works, and the dated event by which it came there.</summary>
    public static IEnumerable<ClaimDraft> States(Sentence cell, Plant plant, string state)
    {
        yield return New(cell, "status", plant, null, null, new ClaimValue.Text(state), state != "planned" ? Modality.Actual : Has(cell.Text[cell.Span], "stud", "consider", "talks", "discuss", "possib", "option", "examin", "weigh") ? Modality.Possible : Modality.Planned) with { ValueSpan = cell.Span };
        if (EventOf(cell.Text[cell.Span], state) is { } happened && cell.Values.Find(value => value.Kind == ValueKind.Date) is { When: { } day } dated && (cell.Tokens.Length <= 6 || dated.Tokens.First <= cell.First + 2)) yield return New(cell, "milestone", plant, null, null, new ClaimValue.Text(happened), Modality.Actual) with { When = day };
    }

    /// <summary>A start of production that lies before the day of the text, and was not only promised for then.</summary>
    public static bool HasStarted(Sentence cell, string head) =>
        Date(cell) is not null && cell.Written(cell.First) is "since" or "Since" ||
        Date(cell)?.Latest is { } start && cell.Published?.Earliest is { } today && start < today && !Has(head, "plan", "promise", "target", "goal", "due", "scheduled", "expected") && !Has(cell.Text[cell.Span], "plan", "promise", "target", "goal", "was ", "delayed", "?");

    /// <summary>What the head, the cell and the works' state make of a figure, and whether that is sure or hangs on what the text says elsewhere.</summary>
    private static (Modality Said, bool Sure) Meant(ReadOnlySpan<char> cell, string head, string? state, bool struck)
    {
        if (state is null && struck) return (Modality.Denied, true);
        if (Has(head, "now", "current", "today", "present", "so far", "actual")) return (Modality.Actual, true);
        if (Has(head, "goal", "target", "plan", "promised", "projected", "expected", "foreseen", "expan", "final", "later", "future", "eventual", "ultimate", "meant")) return (state == "cancelled" ? Modality.Denied : Modality.Planned, true);
        if (Has(cell, "goal", "plan", "target")) return (Modality.Planned, true);
        return state switch
        {
            "operating" => (Modality.Actual, true),
            "cancelled" => (Modality.Denied, true),
            null => (Modality.Planned, false),
            _ => (Modality.Planned, true),
        };
    }

    private static bool Has(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>"could go to 40", "36 possible", "later 18", "expandable to 30": what one figure of a cell is, apart from the others.</summary>
    private static Modality? Goes(Sentence cell, Value value)
    {
        for (var at = value.Tokens.First - 1; at >= Math.Max(cell.First, value.Tokens.First - 4) && cell.ValueAt(at) is null; at--)
        {
            if (cell.Written(at) is "could" or "may" or "might" or "expandable" or "extendable" or "possibly" or "option" or "possible" or "maybe" or "perhaps") return Modality.Possible;
            if (cell.Written(at) is "later" or "then" or "goal" or "target" or "planned" or "aim" or "to" or "final" or "finally" or "eventually" or "ultimately") return Modality.Planned;
        }

        for (var at = value.Tokens.End; at < Math.Min(cell.End, value.Tokens.End + 3) && cell.ValueAt(at) is null; at++)
        {
            if (cell.Written(at) is "possible" or "optional" or "option" or "later") return cell.Written(at) is "later" ? Modality.Planned : Modality.Possible;
            if (cell.Written(at) is "goal" or "target" or "planned" or "promised" or "full") return Modality.Planned;
        }

        return null;
    }

    /// <summary>"LFP for Renault, 39 GWh in all": what goes to a customer.</summary>
    public static bool IsDelivery(Sentence cell, Value value) =>
        cell.Mentions.Exists(mention => CarMaker(mention) is not null && mention.Tokens.End <= value.Tokens.First && mention.Tokens.First > cell.First && cell.Written(mention.Tokens.First - 1) is "for" or "to") && !cell.Any(value.Tokens.First, cell.End, static word => word is "capacity");

    /// <summary>A number with a noun that is none of energy: "5 lines".</summary>
    private static bool IsCounted(Sentence cell, Value value) =>
        value.Tokens.First > cell.First && cell.Written(value.Tokens.First - 1) is "phase" or "Phase" or "stage" or "Stage" or "line" or "Line" or "plant" or "Plant" or "hall" or "No" || value.Tokens.End < cell.End && cell.Written(value.Tokens.End) is "lines" or "line" or "packs" or "phases" or "cars" or "EVs" or "modules" or "halls" or "buildings" or "cells" or "jobs" or "people" or "p";

    private static bool IsCars(Sentence cell, Value value) =>
        value.Tokens.End < cell.End && cell.Written(value.Tokens.End) is "cars" or "EVs" or "vehicles" or "e-cars";

    private static bool IsJobs(Sentence cell, Value value) =>
        value.Tokens.End < cell.End && cell.Written(value.Tokens.End) is "jobs" or "employees" or "people" or "workers" or "staff" or "p";

    /// <summary>The date that a figure is to be reached by: behind "by" or "in" in the cell.</summary>
    private static When? By(Sentence cell, Value value) => cell.Values.Find(date => date is { Kind: ValueKind.Date, When: not null } && date.Tokens.First >= value.Tokens.End && date.Tokens.First <= value.Tokens.End + 3)?.When;

    private static bool IsFull(Sentence cell, Value date)
    {
        for (var at = date.Tokens.First - 1; at >= Math.Max(cell.First, date.Tokens.First - 3) && cell.ValueAt(at) is null; at--)
        {
            if (cell.Written(at) is "full" or "Full") return true;
        }

        return false;
    }

    /// <summary>Money that somebody gives, by a row that names who: promised where it is said to be "up to" so much.</summary>
    public ClaimDraft Grant(Sentence cell, Value sum, Plant? plant, string? company, string? giver, string said, string head = "") =>
        New(cell, "funding", plant, company, sum, null, Has(head, "up to", "max", "promise") || Has(said, "up to", "max", "promise", "plan") ? Modality.Planned : Modality.Actual) with { Object = giver, Kind = KindOf(said) };

    /// <summary>What kind of money a row is of: by its own words, else by what stands over it.</summary>
    public static string KindOf(string row, string above) => KindOf(row) is not "grant" and var own ? own : Has(row, "grant", "subsid") ? "grant" : KindOf(above);

    private static string KindOf(string said) => said switch
    {
        _ when Has(said, "loan", "credit facility", "lend") => "loan",
        _ when Has(said, "equity", "shares", "share capital") => "equity",
        _ when Has(said, "tax", "abatement", "job credit") => "other",
        _ => "grant",
    };

    /// <summary>The event that a dated state tells of.</summary>
    private static string? EventOf(ReadOnlySpan<char> text, string state) => state switch
    {
        "cancelled" or "paused" or "closed" => state,
        "operating" when Has(text, "opened", "inaugurated") => "inauguration",
        "operating" when Has(text, "since", "started") => "production_start",
        "planned" when Has(text, "announced", "contract", "signed", "agreement", "agreed", "unveiled", "made public", "presented") => "announced",
        "under_construction" when Has(text, "broke", "broken", "started", "since") => "construction_start",
        _ => null,
    };

    /// <summary>Car makers that a short cell or one about supply names, by their name or that of a model.</summary>
    private static IEnumerable<(string Name, Span Span)> Customers(Sentence cell, string? meaning, Plant plant)
    {
        if (meaning != "customer" && cell.Tokens.Length > 4 && !cell.Text[cell.Span].Contains("suppl", StringComparison.OrdinalIgnoreCase) && !cell.Text[cell.Span].Contains("customer", StringComparison.OrdinalIgnoreCase) && cell.Written(cell.First) is not ("for" or "For" or "cells" or "batteries")) return [];
        return meaning is "owner" or "partner" or "giver" or "grant" or "status" || plant.Operator is null ? [] : Buyers(cell, plant.Operator);
    }

    private static IEnumerable<(string Name, Span Span)> Buyers(Sentence cell, string maker)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in cell.Mentions)
        {
            if (mention.Kind == MentionKind.Organisation && Bracketed(cell, mention) && cell.Values.Count > 0) continue;
            if (CarMaker(mention) is { } name && name != maker && seen.Add(name)) yield return (name, mention.Span);
        }
    }

    /// <summary>A maker of cars, by its own name or that of a model.</summary>
    public static string? CarMaker(Mention mention) => mention.Organisation is { MakesCars: true } ? mention.Name : mention.Maker;

    public static ImmutableArray<string> Models(Sentence cell, string maker) =>
        [.. cell.Mentions.Where(mention => mention.Kind == MentionKind.Model && mention.Maker == maker).Select(mention => mention.Name)];

    public static IEnumerable<ClaimDraft> Chemistries(Sentence cell, Plant? plant, string? company, Modality modality)
    {
        foreach (var mention in cell.Mentions)
        {
            if (mention.Kind == MentionKind.Chemistry) yield return New(cell, "chemistry", plant, cell.Mentions.Find(maker => maker.Organisation is { MakesCells: true })?.Name ?? company, null, new ClaimValue.Text(mention.Name), modality);
        }
    }

    public static Mention? Named(Sentence cell) => cell.Mentions.Find(mention => mention.Kind == MentionKind.Organisation);

    public static Value? Percent(Sentence cell) => cell.Values.Find(value => value.Kind == ValueKind.Percent);

    public static When? Date(Sentence cell) => cell.Values.Find(value => value.Kind == ValueKind.Date)?.When;

    public static ClaimDraft New(Sentence cell, string predicate, Plant? plant, string? company, Value? value, ClaimValue? amount, Modality modality) => new()
    {
        Rule = (cell.Passage.Kind == PassageKind.TableRow ? "table." : "line.") + predicate,
        Predicate = predicate,
        Passage = cell.Passage,
        Span = cell.Passage.Kind == PassageKind.TableRow ? cell.Passage.Span : cell.Span,
        Plant = plant,
        Subject = plant?.Operator ?? company,
        Reason = cell.Passage.Kind == PassageKind.TableRow ? "row of a table" : "line with a label",
        Value = amount ?? (value is null ? null : value.IsRange ? new ClaimValue.Range(value.Low, value.High) : new ClaimValue.Number(value.Low)),
        ValueSpan = value?.Span,
        Unit = value?.Kind == ValueKind.Money ? value.Unit : Predicates.UnitOf(predicate),
        Qualifier = value?.Qualifier,
        Modality = modality,
    };
}
