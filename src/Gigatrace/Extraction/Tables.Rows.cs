using Gigatrace.Claims;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>Rows that are about neither a works nor a place: who delivers to whom, who holds how much, what companies plan, and money given.</summary>
internal sealed partial class Tables
{
    /// <summary>What the title or heading says that the companies of a table are to the one that the text is about.</summary>
    private Tie Tie => _tieOfHeading == Tie.None ? _tieOfTitle : _tieOfHeading;

    private bool IsOfHoldings => Tie is Tie.Holding or Tie.Holds or Tie.Held;

    /// <summary>What a table without works or places is of: its columns say so together, or with its heading.</summary>
    private RowKind KindOfRows(Part first)
    {
        var company = _meanings.IndexOf("company");
        // "Supplier | From | For": out of which works.
        if (_supplied && _meanings.Exists(static meaning => meaning is "plant" or "place") && !_meanings.Exists(static meaning => meaning is "investment" or "jobs" or "status" or "capacity" or "share") && Company is { } served && discourse.MakesCarsOnly(served)) return RowKind.Supply;
        if (_meanings.Exists(static meaning => meaning is "plant" or "place" or "giver")) return RowKind.Any;
        // Makers of cars alone, in a text about a maker of cells, with what they get or since when.
        if (company >= 0 && !_supplied && !_meanings.Contains("customer") && _columns[company] is { Makers: 0, CarMakers: >= 0.66 } && Company is { } maker && discourse.Makes(maker) && !discourse.MakesCars(maker) && !IsOfHoldings
            && _meanings.TrueForAll(static meaning => meaning is null or "company" or "models" or "date" or "start" or "product" or "chemistry" or "status" or "country")) (_meanings[company], company) = ("customer", -1);
        if (IsOfHoldings && company >= 0 && !_meanings.Contains("owner") && Stakes(first) >= 0) return RowKind.Holding;
        if (_meanings.Exists(static meaning => meaning is "share" or "stake" or "owner")) return RowKind.Any;
        if (IsOfSupply(company)) return RowKind.Supply;
        if (company < 0 || _meanings.Contains("customer")) return RowKind.Any;
        var figures = _meanings.Count(static meaning => meaning is "capacity" or "investment" or "grant" or "amount" or "jobs" or "start" or "vehicles" or "status");
        if (figures < 2 && !(figures == 1 && _meanings.IndexOf("capacity") is >= 0 and var aimed && IsAim(first.Heads[aimed]))) return RowKind.Any;
        // "Year" of what is still to come.
        if (_meanings.IndexOf("date") is >= 0 and var year && !_meanings.Contains("start") && _columns[year].Part(static cell => Fields.Date(cell)?.Earliest > cell.Published?.Latest) >= 0.5) _meanings[year] = "start";
        return RowKind.Figures;
    }

    /// <summary>"GWh by 2030", "Target", "Capacity": none of what was sold.</summary>
    private static bool IsAim(string head) => head.Contains("capacity", StringComparison.OrdinalIgnoreCase) || head.Contains(" by 2", StringComparison.Ordinal) || head.Contains("target", StringComparison.OrdinalIgnoreCase) || head.Contains("plan", StringComparison.OrdinalIgnoreCase) || head.Contains("goal", StringComparison.OrdinalIgnoreCase);

    /// <summary>The column of what part each holds; -1 where there is none.</summary>
    private int Stakes(Part first) =>
        Enumerable.Range(0, Math.Min(_columns.Count, first.Heads.Count)).Where(at => _columns[at].Percents >= 0.5 || _meanings[at] == "stake").DefaultIfEmpty(-1).First();

    /// <summary>Makers of cells beside makers or models of cars; or one of the two, where the text is about the other and says that they deliver.</summary>
    private bool IsOfSupply(int company)
    {
        var (customer, models) = (_meanings.IndexOf("customer"), _meanings.IndexOf("models"));
        if (_meanings.Exists(static meaning => meaning is "investment" or "grant" or "amount" or "jobs")) return false;
        if (company < 0) return Company is { } maker && !discourse.MakesCarsOnly(maker) && (customer >= 0 || models >= 0 && Tie == Tie.Supply && discourse.Makes(maker) && _columns[models].CarMakers > 0);
        if (!_supplied && _columns[company].Makers < 0.5) return customer >= 0;
        return customer >= 0 || models >= 0 && _columns[models].CarMakers > 0 || Company is { } buyer && discourse.MakesCars(buyer) && (_supplied || Tie == Tie.Supply);
    }

    /// <summary>"CATL | EQS | now", "Toyota | ? | rumour": who delivers to whom, by the row's own makers, else by the one that the text is about.</summary>
    private List<ClaimDraft> OfSupply(Part row, Func<Sentence, List<ClaimDraft>> prose)
    {
        var (vendor, customer) = (At(row, "company"), At(row, "customer"));
        List<Sentence> cells = [.. row.Cells.OfType<Sentence>()];
        var suppliers = vendor is not null ? vendor.Mentions.Where(static mention => mention.IsCompany).Select(static mention => mention.Name).Distinct().ToList() : Company is { } about ? [about] : [];
        if (suppliers.Count == 0 || Firmness.Of(cells) is not var (modality, when)) return [];
        if (vendor is not null) discourse.SetFocus(null, suppliers[0], section: false);
        var buyers = Buyers(customer is null ? cells.Where(cell => cell != vendor) : [customer]);
        if (buyers.Count == 0 && vendor is not null && Company is { } carMaker && discourse.MakesCars(carMaker)) buyers = [(carMaker, null)];
        var drafts = new List<ClaimDraft>();
        foreach (var (supplier, buyer) in suppliers.SelectMany(supplier => buyers.Where(buyer => buyer.Name != supplier).Select(buyer => (supplier, buyer))))
        {
            var said = customer ?? vendor ?? cells[0];
            var from = (At(row, "place") ?? At(row, "plant")) is { } where && Town(where) is { } town ? discourse.FindOrAdd(supplier, town, null) : null;
            drafts.Add(Fields.New(said, "supplies", from, supplier, null, null, modality) with { Object = buyer.Name, ObjectSpan = buyer.Span, When = when, Models = [.. cells.SelectMany(cell => Fields.Models(cell, buyer.Name)).Distinct()] });
            if (cells.Exists(static cell => cell.Text[cell.Span].Contains("partnership", StringComparison.OrdinalIgnoreCase))) drafts.Add(Fields.New(said, "partnership", null, supplier, null, null, Modality.Actual) with { Object = buyer.Name, ObjectSpan = buyer.Span, Kind = "alliance" });
        }

        foreach (var cell in row.Cells.Where((cell, at) => vendor is not null && cell is not null && cell != vendor && at < _meanings.Count && _meanings[at] is null or "event" or "chemistry").OfType<Sentence>())
        {
            drafts.AddRange(Fields.Chemistries(cell, null, suppliers[0], Modality.Actual));
            drafts.AddRange(prose(cell).Where(static draft => draft.Predicate is not ("supplies" or "chemistry" or "capacity")));
        }

        return drafts;
    }

    /// <summary>Makers of cars, by their names or those of their models; of a column of customers whoever else is named, too.</summary>
    private List<(string Name, Span? Span)> Buyers(IEnumerable<Sentence> cells)
    {
        var buyers = new List<(string Name, Span? Span)>();
        foreach (var mention in cells.SelectMany(static cell => cell.Mentions))
        {
            var name = Fields.CarMaker(mention) ?? (_meanings.Contains("customer") && mention.Kind == MentionKind.Organisation ? mention.Name : null);
            // "Jaguar I-Pace", in a note on Jaguar Land Rover: whose brand it is.
            if (name is not null && Company is { } group && discourse.IsDaughter(name, group)) name = group;
            if (name is not null && !buyers.Exists(buyer => buyer.Name == name)) buyers.Add((name, mention.Span));
        }

        return buyers;
    }

    /// <summary>"Gotion | 25 % | 2021" below "Where they bought in": who of the row and of the text holds how much of the other.</summary>
    private List<ClaimDraft> OfHolding(Part row)
    {
        if (At(row, "company") is not { } cell || Fields.Named(cell) is not { } name || Company is not { } about || about == name.Name || Stakes(row) is not (>= 0 and var at) || at >= row.Cells.Count || row.Cells[at] is not { } part || Fields.Percent(part) is not { } share) return [];
        var (held, holder) = Ties.Sides(Tie, about, name, discourse);
        return [Fields.New(part, "stake", null, held, share, null, Modality.Actual) with { Object = holder, ObjectSpan = holder == name.Name ? name.Span : null, When = row.Cells.OfType<Sentence>().Select(Fields.Date).FirstOrDefault(static when => when is not null) }];
    }

    /// <summary>"Panasonic + Subaru | 463 | 16 | 2028": what a company, or two together, plan, for their only works that the text speaks of, else for the company.</summary>
    private List<ClaimDraft> OfFigures(Part row, Sentence who, Func<Sentence, List<ClaimDraft>> prose)
    {
        var (runs, companies) = Whose(who);
        if (whereabouts.Works(runs, companies) is { } plant) return OfPlant(row, plant, prose);
        discourse.SetFocus(null, runs);
        List<ClaimDraft> drafts = [.. Joined(who, null)];
        for (var at = 0; at < row.Cells.Count && at < _meanings.Count; at++)
        {
            if (row.Cells[at] is not { } cell || _meanings[at] is "company" or "country" or "status") continue;
            // Remarks in words are read as such.
            if (_meanings[at] is null or "event" or "product") drafts.AddRange(prose(cell));
            else drafts.AddRange(OfWhole(cell, _meanings[at] == "amount" ? _ofGifts ? "grant" : "investment" : _meanings[at]!, runs, row.Heads[at]).Select(draft => draft is { Predicate: "funding", Object: null } ? draft with { Object = _sums[at].Giver ?? _lender ?? Aid.Giver } : draft));
        }

        return drafts;
    }

    /// <summary>What a cell says of a company as of its works.</summary>
    private IEnumerable<ClaimDraft> OfWhole(Sentence cell, string meaning, string company, string head)
    {
        var runs = !_meanings.Exists(static one => one is "start" or "grant" or "investment" or "amount");
        return fields.OfPlant(cell, meaning, new Plant { Operator = company }, null, head).Select(draft => draft with { Plant = null, Subject = company, Hangs = false, Modality = runs && draft.Hangs ? Modality.Actual : draft.Modality });
    }

    /// <summary>Who a cell says that plans something, as one name, and whom by their own names.</summary>
    private (string Runs, IReadOnlyList<string> Companies) Whose(Sentence who)
    {
        List<string> companies = [.. who.Mentions.Where(static mention => mention.Kind == MentionKind.Organisation).Select(static mention => mention.Name)];
        return Both(who) is { } joined ? (discourse.Ventures.NameOf(companies[0], companies[1]) ?? joined, companies) : (Through(who) ?? companies[0], [companies[0]]);
    }

    /// <summary>"Samsung SDI Göd | HU | 89.6" below "State aid": what a works or company was given, by the country of the row or who stands over the table.</summary>
    private List<ClaimDraft> Granted(Part row)
    {
        if (SumOf(row) is not var (cell, sum)) return [];
        var works = At(row, "plant");
        var whose = (At(row, "company") ?? At(row, "owner")) is { } named && Fields.Named(named) is not null ? Whose(named) : default;
        var company = whose.Runs is not null ? whose.Runs : works is null ? null : Fields.Named(works)?.Name;
        var several = works is not null && IsSeveral(works);
        var plant = several ? null : PlantOf(row) ?? (company is not null && row.Cells.OfType<Sentence>().SelectMany(one => one.Mentions).Where(mention => mention.IsTown).ToList() is [var town] ? discourse.FindOrAdd(company, town, null) : null) ?? (works is null && whose.Runs is { } runs ? whereabouts.Works(runs, whose.Companies) : null);
        if (plant is null && company is null) return [];
        var said = string.Join(' ', row.Cells.OfType<Sentence>().Select(one => one.Text.Quote(one.Span)));
        var giver = (At(row, "country") is { } country ? Country(country, plant) : null) ?? Aid.Giver;
        var kind = Fields.KindOf(said, row.Heads[IndexOf(row, cell)] + " " + Aid.Said);
        var drafts = new List<ClaimDraft> { fields.Grant(cell, sum, plant, plant is null ? company : null, giver, said, row.Heads[IndexOf(row, cell)]) with { Kind = kind, When = Granting(row) } };
        for (var at = 0; at < row.Cells.Count && at < _meanings.Count; at++)
        {
            if (row.Cells[at] is not { } other || _meanings[at] is not ("jobs" or "capacity" or "investment" or "status" or "start")) continue;
            if (plant is not null) drafts.AddRange(fields.OfPlant(other, _meanings[at], plant, null, row.Heads[at]));
            else if (_meanings[at] != "status") drafts.AddRange(OfWhole(other, _meanings[at]!, company!, row.Heads[at]));
        }

        if ((At(row, "company") ?? At(row, "owner")) is { } pair) drafts.AddRange(Joined(pair, plant));
        return drafts;
    }

    private (Sentence Cell, Value Sum)? SumOf(Part row) =>
        row.Cells.Select((cell, at) => (Cell: cell, At: at)).Where(one => one.Cell is not null && one.At < _meanings.Count && _meanings[one.At] is "amount" or "grant").SelectMany(one => one.Cell!.Values.Where(value => value.Kind == ValueKind.Money).Select(value => ((Sentence, Value)?)(one.Cell, value))).FirstOrDefault();

    private static int IndexOf(Part row, Sentence cell) => row.Cells.FindIndex(one => ReferenceEquals(one, cell));

    /// <summary>A country as a giver of money, by its name, or by its code where the works stands there.</summary>
    private string? Country(Sentence cell, Plant? plant) =>
        cell.Text.Quote(cell.Span).Trim() is var code && plant?.Place?.CountryCode == code && discourse.Government(code) is { } own ? discourse.State(own) ?? own
        : cell.Mentions.Find(mention => mention is { Kind: MentionKind.Place, Place.Kind: not PlaceKind.Municipality }) is { } place ? Sites.NameOf(place) : discourse.Government(code) is { } government ? discourse.State(government) ?? government : null;

    /// <summary>The day on which money was given, rather than promised: of several days of a row the one whose head says so, else the last.</summary>
    private When? Granting(Part row)
    {
        var dated = Enumerable.Range(0, Math.Min(row.Cells.Count, row.Heads.Count)).Where(at => row.Cells[at] is { } cell && _meanings[at] != "start" && Fields.Date(cell) is not null).ToList();
        if (dated.Count == 0) return null;
        var best = dated.FindIndex(at => row.Heads[at].ToLowerInvariant() is var head && (head.Contains("closed", StringComparison.Ordinal) || head.Contains("signed", StringComparison.Ordinal) || head.Contains("granted", StringComparison.Ordinal) || head.Contains("paid", StringComparison.Ordinal) || head.Contains("approved", StringComparison.Ordinal)));
        return Fields.Date(row.Cells[dated[best < 0 ? ^1 : best]]!);
    }

    private static bool IsSupply(string head) =>
        head.Trim(' ', '*').ToLowerInvariant() is "supplier" or "suppliers" or "cell supplier" or "cell suppliers" or "battery supplier" or "vendor" or "vendors" or "cells from" or "bought from" or "supplied by" or "who supplies" or "from whom";
}
