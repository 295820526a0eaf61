using Gigatrace.Claims;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>
/// Table rows → drafts. What a column means is read from its head; what a row is about from the cell under "plant",
/// "company", "customer" …, else from what the text around the table is about.
/// </summary>
/// <param name="topic">The company that the whole document is about; null where that is not plain.</param>
internal sealed class Tables(Discourse discourse, TableWords words, string? topic)
{
    private int _table = -1;
    private List<string?> _meanings = [];

    /// <summary>Heads that are plants themselves, by column: a table lying on its side.</summary>
    private List<Plant?> _sideways = [];
    private readonly Dictionary<Plant, string> _states = [];

    private string? Company => discourse.SectionCompany ?? topic ?? discourse.Company;

    public List<ClaimDraft> Row(Part row, Func<Sentence, List<ClaimDraft>> prose)
    {
        if (row.Passage.Header.IsEmpty || row.Cells.Count == 0) return [];
        if (row.Passage.Table != _table) Enter(row);
        if (_sideways.Exists(plant => plant is not null)) return Sideways(row);
        if (At(row, "date") is { } date && At(row, "event") is { } story) return Dated(date, story, prose);
        if (PlantOf(row) is { } plant) return OfPlant(row, plant);
        if (At(row, "customer") is { } customer && Company is { } maker) return OfCustomer(row, customer, maker);
        if (At(row, "company") is { } named && Named(named) is { } company) return OfCompany(row, company, prose);
        if (At(row, "owner") is { } holder && (At(row, "stake") ?? At(row, "share")) is { } part && Company is { } held) return Shares(holder, part, held);
        if (At(row, "chemistry") is { } cells && Company is { } owner) return [.. Chemistries(cells, null, owner)];
        if (row.Cells[0] is { } first && Company is { } kind && Chemistries(first, null, kind).ToList() is { Count: > 0 } chemistries) return chemistries;
        return _meanings is ["metric", ..] ? Metric(row) : [];
    }

    private void Enter(Part row)
    {
        _table = row.Passage.Table;
        _meanings = words.Meanings(row.Heads);
        _sideways = _meanings is [null, ..] && row.Heads.Count > 2 ? [.. row.HeadSentences.Select(head => head is null ? null : PlantOf(head))] : [];
        if (_sideways.Count(plant => plant is not null) < row.Heads.Count - 1) _sideways = [];
    }

    private Sentence? At(Part row, string meaning) => _meanings.IndexOf(meaning) is >= 0 and var at && at < row.Cells.Count ? row.Cells[at] : null;

    private static Mention? Named(Sentence cell) => cell.Mentions.Find(mention => mention.Kind == MentionKind.Organisation);

    /// <summary>The plant of a row: named in its cell, or put together from cells for the company, the works and the place.</summary>
    private Plant? PlantOf(Part row)
    {
        var (works, where) = (At(row, "plant"), At(row, "place"));
        if (where is null && (At(row, "status") ?? At(row, "capacity")) is not null) where = At(row, "country");
        if (((works is null ? null : Town(works)) ?? (where is null ? null : Town(where))) is not { } town) return null;
        var maker = At(row, "company");
        var company = (works is null ? null : Named(works)?.Name) ?? (maker is null ? Company : Named(maker)?.Name ?? maker.Text.Quote(maker.Span));
        return company is null ? null : discourse.FindOrAdd(company, town, works is null ? null : Town(works) is null ? NumberThere(works, company, town) : Number(works));
    }

    private static Mention? Town(Sentence cell) =>
        cell.Mentions.Find(mention => mention.Kind == MentionKind.Place && mention.Place?.Kind == PlaceKind.Municipality) ?? cell.Mentions.Find(mention => mention.Kind == MentionKind.Place);

    /// <summary>"second", "No. 2", "Sunderland 2"; null where the cell has no number.</summary>
    private static int? Number(Sentence cell) => cell.Values.Find(value => value.Kind == ValueKind.Ordinal) is { } ordinal ? (int)ordinal.Low : Trailing(cell);

    private Plant? PlantOf(Sentence cell)
    {
        var company = Named(cell)?.Name ?? Company;
        return company is null || Town(cell) is not { } place ? null : discourse.FindOrAdd(company, place, Number(cell));
    }

    /// <summary>The number of a works counted apart from its town: "No. 3" is the third there only where the text knows of one before it there, else the company's third.</summary>
    private int? NumberThere(Sentence works, string company, Mention town) =>
        Number(works) is { } number && (number == 1 || discourse.Plants.Any(plant => plant.Part == number - 1 && plant.IsOf(company) && Sites.SamePlace(plant, town))) ? number : null;

    /// <summary>"Sunderland 2": a number from 2 to 9 at the end of the cell.</summary>
    private static int? Trailing(Sentence cell) => cell.Written(cell.End - 1) is [>= '2' and <= '9'] digit ? digit[0] - '0' : null;

    private List<ClaimDraft> Dated(Sentence date, Sentence story, Func<Sentence, List<ClaimDraft>> prose)
    {
        discourse.SectionDate = Date(date);
        if (Company is { } about) discourse.SetFocus(discourse.Focus, about);
        var drafts = prose(story);
        discourse.SectionDate = null;
        return drafts;
    }

    private List<ClaimDraft> OfPlant(Part row, Plant plant)
    {
        discourse.SetFocus(plant, null);
        var drafts = new List<ClaimDraft>();
        var state = StateOf(row);
        if (state is not null) _states[plant] = state;
        for (var at = 0; at < row.Cells.Count && at < _meanings.Count; at++)
        {
            if (row.Cells[at] is { } cell && _meanings[at] is not ("plant" or "place" or "company" or "country")) drafts.AddRange(Cell(cell, _meanings[at], plant, state, at < row.Heads.Count ? row.Heads[at] : ""));
        }

        return drafts;
    }

    private string? StateOf(Part row)
    {
        if (At(row, "status") is { } status) return words.State(status.Text[status.Span]);
        return row.Cells.Select((cell, at) => at < _meanings.Count && _meanings[at] is null or "event" or "product" && cell is not null ? words.State(cell.Text[cell.Span]) : null).FirstOrDefault(state => state is not null);
    }

    /// <summary>One cell of a plant's row.</summary>
    private List<ClaimDraft> Cell(Sentence cell, string? meaning, Plant plant, string? state, string head)
    {
        var drafts = new List<ClaimDraft>();
        var meant = cell.Text[cell.Span].Contains("goal", StringComparison.OrdinalIgnoreCase) || cell.Text[cell.Span].Contains("plan", StringComparison.OrdinalIgnoreCase) ? Modality.Planned : ModalityOf(state);
        ClaimDraft Of(string predicate, Value? value, ClaimValue? amount, Modality modality) => New(cell, predicate, plant, null, value, amount, modality);
        if (meaning == "status" && state is not null)
        {
            drafts.Add(Of("status", null, new ClaimValue.Text(state), state == "planned" ? Modality.Planned : Modality.Actual));
            if (state is "cancelled" or "paused" or "closed" && cell.Tokens.Length <= 6 && Date(cell) is { } ended) drafts.Add(Of("milestone", null, new ClaimValue.Text(state), Modality.Actual) with { When = ended });
        }

        if (meaning == "announced" && Date(cell) is { } announced) drafts.Add(Of("milestone", null, new ClaimValue.Text("announced"), Modality.Actual) with { When = announced });
        if (meaning == "start")
        {
            foreach (var date in cell.Values.Where(value => value is { Kind: ValueKind.Date, When: not null })) drafts.Add(Of("milestone", null, new ClaimValue.Text("production_start"), state == "operating" ? Modality.Actual : Modality.Planned) with { When = date.When });
        }

        foreach (var value in cell.Values)
        {
            var predicate = value.Kind switch
            {
                ValueKind.Energy => "capacity",
                ValueKind.Number when meaning == "capacity" && head.Contains("GWh", StringComparison.OrdinalIgnoreCase) => "capacity",
                ValueKind.Number when meaning == "jobs" => "jobs",
                ValueKind.Money when meaning is "investment" => "investment",
                ValueKind.Money when meaning is "grant" => "funding",
                _ => null,
            };
            if (predicate is null) continue;
            drafts.Add(Of(predicate, value, null, predicate == "capacity" && meant == Modality.Denied ? Modality.Planned : meant) with { Kind = predicate == "funding" ? "grant" : null });
        }

        foreach (var (customer, where) in Customers(cell, plant))
        {
            drafts.Add(Of("supplies", null, null, state is "planned" or "under_construction" ? Modality.Planned : Modality.Actual) with { Object = customer, ObjectSpan = where, Models = Models(cell, customer) });
        }

        drafts.AddRange(Chemistries(cell, plant, null));
        return drafts;
    }

    /// <summary>Car makers that a short cell or one about supply names, by their name or that of a model.</summary>
    private static IEnumerable<(string Name, Span Span)> Customers(Sentence cell, Plant plant)
    {
        if (cell.Tokens.Length > 4 && !cell.Text[cell.Span].Contains("suppl", StringComparison.OrdinalIgnoreCase) && !cell.Text[cell.Span].Contains("customer", StringComparison.OrdinalIgnoreCase) && cell.Written(cell.First) is not ("for" or "For" or "cells" or "batteries")) yield break;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in cell.Mentions)
        {
            var name = mention.Organisation is { MakesCars: true } ? mention.Name : mention.Maker;
            if (name is not null && name != plant.Operator && seen.Add(name)) yield return (name, mention.Span);
        }
    }

    private static System.Collections.Immutable.ImmutableArray<string> Models(Sentence cell, string maker) =>
        [.. cell.Mentions.Where(mention => mention.Kind == MentionKind.Model && mention.Maker == maker).Select(mention => mention.Name)];

    private static Modality ModalityOf(string? state) => state switch
    {
        "operating" => Modality.Actual,
        "cancelled" => Modality.Denied,
        _ => Modality.Planned,
    };

    private List<ClaimDraft> OfCustomer(Part row, Sentence customer, string maker)
    {
        var drafts = new List<ClaimDraft>();
        foreach (var named in customer.Mentions.Where(mention => mention.Kind == MentionKind.Organisation))
        {
            var models = At(row, "models") is { } cell ? Models(cell, named.Name) : [];
            drafts.Add(New(customer, "supplies", null, maker, null, null, Modality.Actual) with { Object = named.Name, ObjectSpan = named.Span, Models = models });
            if (row.Cells.Exists(cell => cell is not null && cell.Text[cell.Span].Contains("partnership", StringComparison.OrdinalIgnoreCase)))
            {
                drafts.Add(New(customer, "partnership", null, maker, null, null, Modality.Actual) with { Object = named.Name, ObjectSpan = named.Span, Kind = "alliance" });
            }
        }

        return drafts;
    }

    private List<ClaimDraft> OfCompany(Part row, Mention company, Func<Sentence, List<ClaimDraft>> prose)
    {
        var drafts = new List<ClaimDraft>();
        discourse.SetFocus(null, company.Name);
        for (var at = 0; at < row.Cells.Count && at < _meanings.Count; at++)
        {
            if (row.Cells[at] is not { } cell || _meanings[at] == "company") continue;
            if (cell.Values.Find(value => value.Kind == ValueKind.Percent) is { } percent && _meanings[at] is "share" or "stake")
            {
                drafts.Add(New(cell, "market_share", null, company.Name, percent, null, Modality.Actual) with { When = discourse.Period });
            }
            else if (_meanings[at] is null or "event" or "product")
            {
                drafts.AddRange(prose(cell));
            }
        }

        return drafts;
    }

    /// <summary>"Stellantis | 45 %" under "Shareholder | Share": who holds how much of the company spoken of.</summary>
    private static List<ClaimDraft> Shares(Sentence holder, Sentence part, string held) =>
        Named(holder) is { } owner && part.Values.Find(value => value.Kind == ValueKind.Percent) is { } percent && owner.Name != held
            ? [New(part, "stake", null, held, percent, null, Modality.Actual) with { Object = owner.Name, ObjectSpan = owner.Span }]
            : [];

    /// <summary>"Market share | 3 %", "Owner | Envision Group": a fact of what the note is about.</summary>
    private List<ClaimDraft> Metric(Part row)
    {
        if (Company is not { } company || row.Cells is not [{ } label, { } value, ..]) return [];
        return words.Meaning(label.Text.Quote(label.Span)) switch
        {
            "share" when value.Values.Find(amount => amount.Kind == ValueKind.Percent) is { } percent => [New(value, "market_share", null, company, percent, null, Modality.Actual) with { When = Date(value) ?? discourse.Period }],
            "owner" when Named(value) is { } owner => [New(value, "parent", null, company, null, null, Modality.Actual) with { Object = owner.Name, ObjectSpan = owner.Span }],
            "chemistry" => [.. Chemistries(value, null, company)],
            _ => [],
        };
    }

    /// <summary>A table with a plant over each column: each row's label says what its cells are.</summary>
    private List<ClaimDraft> Sideways(Part row)
    {
        if (row.Cells[0] is not { } label || words.Meaning(label.Text.Quote(label.Span)) is not { } meaning) return [];
        var drafts = new List<ClaimDraft>();
        for (var at = 1; at < row.Cells.Count && at < _sideways.Count; at++)
        {
            if (row.Cells[at] is not { } cell || _sideways[at] is not { } plant) continue;
            var state = meaning == "status" ? words.State(cell.Text[cell.Span]) : _states.GetValueOrDefault(plant);
            if (state is not null) _states[plant] = state;
            drafts.AddRange(Cell(cell, meaning, plant, state, label.Text.Quote(label.Span)));
        }

        return drafts;
    }

    private static IEnumerable<ClaimDraft> Chemistries(Sentence cell, Plant? plant, string? company)
    {
        foreach (var mention in cell.Mentions)
        {
            if (mention.Kind == MentionKind.Chemistry) yield return New(cell, "chemistry", plant, company, null, new ClaimValue.Text(mention.Name), Modality.Actual);
        }
    }

    private static When? Date(Sentence cell) => cell.Values.Find(value => value.Kind == ValueKind.Date)?.When;

    private static ClaimDraft New(Sentence cell, string predicate, Plant? plant, string? company, Value? value, ClaimValue? amount, Modality modality) => new()
    {
        Rule = "table." + predicate,
        Predicate = predicate,
        Passage = cell.Passage,
        Span = cell.Passage.Span,
        Plant = plant,
        Subject = plant?.Operator ?? company,
        Reason = "row of a table",
        Value = amount ?? (value is null ? null : value.IsRange ? new ClaimValue.Range(value.Low, value.High) : new ClaimValue.Number(value.Low)),
        ValueSpan = value?.Span,
        Unit = value?.Kind == ValueKind.Money ? value.Unit : Predicates.UnitOf(predicate),
        Qualifier = value?.Qualifier,
        Modality = modality,
    };
}
