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
/// <param name="words">What heads and labels mean.</param>
/// <param name="columns">What the columns of the text's tables mean.</param>
/// <param name="aid">Who is said to give money over the tables.</param>
/// <param name="sums">What the text says that all its sums are counted in; asked for only where a table has any.</param>
/// <param name="whereabouts">Where companies have their works, for rows that do not say so.</param>
internal sealed partial class Tables(Discourse discourse, TableWords words, TableHeads columns, Fields fields, string? topic, Lazy<SumUnit?> sums, AidTable aid, Whereabouts whereabouts)
{
    /// <summary>A cell that says what happened to a works has no more words than this; a longer one is prose.</summary>
    private const int LongestState = 8;

    private int _table = -1;

    /// <summary>The works that was spoken of before the table.</summary>
    private Plant? _before;
    private List<string?> _meanings = [];

    /// <summary>What the cells of each column are.</summary>
    private List<Column> _columns = [];

    /// <summary>What the rows are about: who delivers to whom, who holds how much, or what companies plan.</summary>
    private RowKind _kind;

    private enum RowKind : byte
    {
        Any,
        Supply,
        Holding,
        Figures,
    }

    /// <summary>"Plants (¥ bn)": the unit of bare sums that the last heading gives.</summary>
    private SumUnit? _headed;

    /// <summary>What the title, and the last heading, say of companies and the one that the text is about.</summary>
    private Tie _tieOfTitle, _tieOfHeading;

    /// <summary>Heads that are plants themselves, by column: a table lying on its side.</summary>
    private List<Plant?> _sideways = [];

    /// <summary>Heads that are companies, by column: what each has is told row by row; their works are known once a row says where they are.</summary>
    private List<string?> _owners = [];

    /// <summary>The table's rows are fields, a label each, of one works or company.</summary>
    private bool _labelled;

    /// <summary>The dates that heads name, by column.</summary>
    private List<When?> _dates = [];

    /// <summary>What heads say of the sums below them: their unit, and who gives them.</summary>
    private List<(SumUnit? Unit, string? Giver)> _sums = [];

    private List<Sentence?> _heads = [];

    /// <summary>The column of companies is one of suppliers.</summary>
    private bool _supplied;

    /// <summary>What the text says of public money over its tables.</summary>
    private AidTable Aid { get; } = aid;

    /// <summary>The heading says that the figures below it are shares of a market.</summary>
    private bool _ofMarket;

    /// <summary>The title or a heading speaks of loans or aid: a sum is not what a works costs.</summary>
    private bool _ofGifts;

    /// <summary>"Loans of the European Investment Bank": whose money the figures below a heading are; null where it does not say.</summary>
    private string? _lender;

    private string? Company => discourse.SectionCompany ?? topic ?? discourse.Company;

    /// <summary>What stands over tables: a heading, or the title.</summary>
    public void Head(Part heading)
    {
        var text = heading.Sentences is [var line, ..] ? line.Text[heading.Passage.Span] : "";
        var gives = text.ContainsAny(Giving);
        _ofGifts |= gives;
        _lender = gives ? heading.Sentences.SelectMany(line => line.Mentions).FirstOrDefault(mention => mention.Organisation is { GivesMoney: true })?.Name : null;
        _headed = SumUnit.OfHeading(text.ToString());
        _tieOfHeading = Ties.Of(text.ToString());
        if (heading.Passage.Level <= 1) _tieOfTitle = _tieOfHeading;
        _ofMarket = text.Contains("share", StringComparison.OrdinalIgnoreCase) && text.ContainsAny(Markets);
        Aid.Head(heading);
    }

    private static readonly System.Buffers.SearchValues<string> Giving = System.Buffers.SearchValues.Create(["loan", "grant", "credit", "aid", "funding", "money", "support"], StringComparison.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<string> Markets = System.Buffers.SearchValues.Create(["market", "installation", "installed", "sales of", "world", "global"], StringComparison.OrdinalIgnoreCase);

    public List<ClaimDraft> Row(Part row, Func<Sentence, List<ClaimDraft>> prose)
    {
        // Without a head: lines of a label and a value.
        if (row.Passage.Header.IsEmpty) return row.Cells is [{ } lead, { }] && lead.Values.Count == 0 ? Labelled(row, prose) : [];
        if (row.Cells.Count == 0) return [];
        // "12 May 2023 | announced" below no heads: a diary.
        if (row.Cells is [{ Values: [{ Kind: ValueKind.Date }] } day, { } told] && row.Heads.All(string.IsNullOrWhiteSpace)) return Dated(day, told, prose);
        if (row.Passage.Table != _table) Enter(row);
        Count(row);
        if (_sideways.Exists(plant => plant is not null) || _owners.Count > 0) return Sideways(row);
        if (_labelled) return Labelled(row, prose);
        if (At(row, "date") is { } date && At(row, "event") is { } story && !_meanings.Contains("place") && !_meanings.Contains("plant")) return Dated(date, story, prose);
        if (At(row, "giver") is { } giver && _meanings.Exists(meaning => meaning is "amount" or "grant" or "investment")) return Given(row, giver);
        if (Aid.IsOf(_meanings) && Granted(row) is { Count: > 0 } granted) return granted;
        if (_kind == RowKind.Supply) return OfSupply(row, prose);
        if (PlantOf(row) is { } plant) return [.. Offices(row), .. OfPlant(row, plant, prose)];
        if (_kind == RowKind.Holding) return OfHolding(row);
        if (_kind == RowKind.Figures && At(row, "company") is { } who && Fields.Named(who) is not null) return OfFigures(row, who, prose);
        if (At(row, "company") is { } named && Fields.Named(named) is { } company) return OfCompany(row, company, prose);
        if (discourse.SectionPlant is { Operator: not null } versioned && _meanings.Count(meaning => meaning is "capacity" or "investment" or "jobs" or "vehicles" or "models" or "start") > 1) return OfPlant(row, versioned, prose);
        if (At(row, "owner") is { } holder && (At(row, "stake") ?? At(row, "share")) is { } part && Company is { } held) return Shares(holder, part, held);
        if (At(row, "chemistry") is { } cells && Company is { } owner) return [.. Fields.Chemistries(cells, null, owner, Modality.Actual)];
        return row.Cells[0] is { } first && Company is { } kind ? [.. Fields.Chemistries(first, null, kind, Modality.Actual)] : [];
    }

    private void Enter(Part row)
    {
        (_table, _before) = (row.Passage.Table, discourse.Focus);
        var sheet = columns.SheetOf(row);
        (_meanings, _columns) = ([.. sheet.Meanings], sheet.Columns);
        // "| | H1 2025 | share |": who stands in the first column under no head.
        if (_meanings is [null, ..] && row.Heads[0].Trim().Length == 0 && _meanings.Contains("share") && !_meanings.Contains("company") && row.Cells[0] is { } named && Fields.Named(named) is not null) _meanings[0] = "company";
        _heads = row.HeadSentences;
        _sums = [.. row.Heads.Select((head, at) => (SumUnit.OfHead(head), at < _heads.Count && _heads[at] is { } named ? Giver(named) : null))];
        for (var at = 1; at < _meanings.Count; at++)
        {
            // "METI pays", "€m"
            if (_meanings[at] is null && _sums[at].Giver is not null) _meanings[at] = "grant";
            else if (_meanings[at] is null && _sums[at].Unit is not null && !ColumnMeanings.IsOfTrade(row.Heads[at])) _meanings[at] = "amount";
        }

        // "Who | EUR million | What": whose money it is.
        if (_meanings.IndexOf("owner") is >= 0 and var who && _meanings.Exists(static meaning => meaning is "amount" or "grant" or "investment") && !_meanings.Exists(static meaning => meaning is "stake" or "share" or "plant" or "place" or "company" or "giver")) _meanings[who] = "giver";

        _supplied = _meanings.IndexOf("company") is >= 0 and var makers && IsSupply(row.Heads[makers]);
        _kind = KindOfRows(row);
        var open = _meanings is [null or "metric" or "product", ..];
        _sideways = open && row.Heads.Count > 1 ? [.. row.HeadSentences.Select((head, at) => head is null || at == 0 ? null : PlantOf(head) ?? Counted(head))] : [];
        if (2 * _sideways.Count(plant => plant is not null) < row.Heads.Count - 1) _sideways = [];
        _owners = _sideways.Count == 0 && open && row.Heads.Count > 2 && row.Heads[0].Trim().Length == 0 ? [.. row.HeadSentences.Select((head, at) => at > 0 && head is not null ? Fields.Named(head)?.Name : null)] : [];
        if (_owners.Count > 0 && _owners.Skip(1).Contains(null)) _owners = [];
        if (_owners.Count > 0) _sideways = [.. _owners.Select(static _ => (Plant?)null)];
        _dates = [.. row.HeadSentences.Select(head => head is null ? null : Fields.Date(head))];
        var corner = row.HeadSentences is [{ } above, ..] ? above : null;
        _labelled = (open || corner is not null && Fields.Named(corner) is not null) && !_meanings.Skip(1).Any(meaning => meaning is "plant" or "place" or "company" or "customer" or "date" or "owner" || meaning is "event" && _meanings[0] != "metric")
            && row.Heads.Count <= 3 && (row.Heads.Count == 2 || !row.HeadSentences.Skip(1).Any(head => head is not null && head.Mentions.Exists(mention => mention.Kind is MentionKind.Organisation or MentionKind.Place)));
        // "| L-H Battery Company | |", "| Item | PowerCo |": whose fields they are.
        if (_labelled && ((corner is not null ? Fields.Named(corner) : null) ?? (row.HeadSentences is [_, { } beside] ? Fields.Named(beside) : null)) is { } company) discourse.SetFocus(null, company.Name);
    }

    /// <summary>Who gives money, by a head or cell: an agency, a government, or a country or state without a town.</summary>
    private static string? Giver(Sentence cell) =>
        cell.Mentions.Find(mention => mention.Organisation is { GivesMoney: true })?.Name ?? (cell.Tokens.Length > 1 && cell.Any(cell.First + 1, cell.End, static word => word is "pays" or "gives" or "contributes" or "aid" or "support" or "grant" or "share") ? cell.Mentions.Find(mention => mention is { Kind: MentionKind.Place or MentionKind.Nationality, Place.Kind: not PlaceKind.Municipality })?.Place?.Name : null);

    /// <summary>Makes sums of the bare numbers of a row, where its heads or the text say what they are counted in.</summary>
    private void Count(Part row)
    {
        for (var at = 0; at < row.Cells.Count && at < _meanings.Count; at++)
        {
            if (row.Cells[at] is not { } cell) continue;
            if (IsOfMoney(_meanings[at]) || _sums[at].Unit is not null) (_sums[at].Unit ?? _headed ?? sums.Value)?.Apply(cell);
            else if (_meanings[at] is "share" or "stake") AsPercent(cell);
        }
    }

    /// <summary>"37.0" below "% of all".</summary>
    private static void AsPercent(Sentence cell)
    {
        for (var at = 0; at < cell.Values.Count; at++)
        {
            if (cell.Values[at] is { Kind: ValueKind.Number, Low: > 0 and <= 100 } number) cell.Values[at] = number with { Kind = ValueKind.Percent };
        }
    }

    /// <summary>A bank lends, where nothing says that it gives.</summary>
    private static ClaimDraft Lent(ClaimDraft draft, Mention? giver, string said) =>
        giver?.Organisation is { Kind: "lender" } && draft.Kind is "grant" && !said.Contains("grant", StringComparison.OrdinalIgnoreCase) ? draft with { Kind = "loan" } : draft;

    /// <summary>The same of a cell with its label beside it.</summary>
    private void Count(Sentence cell, string? meaning, Sentence label)
    {
        if (IsOfMoney(meaning)) (SumUnit.OfHead(label.Text.Quote(label.Span)) ?? sums.Value)?.Apply(cell);
    }

    private static bool IsOfMoney(string? meaning) => meaning is "investment" or "grant" or "amount";

    /// <summary>"Ohio | grant for roads | 71.3" under "From | What | $m": who gives money to what the table is about.</summary>
    private List<ClaimDraft> Given(Part row, Sentence giver)
    {
        var sum = row.Cells.OfType<Sentence>().SelectMany(cell => cell.Values.Where(value => value.Kind == ValueKind.Money).Select(value => (Cell: cell, Value: value))).FirstOrDefault();
        if (sum.Value is not { } amount) return [];
        var plant = PlantOf(row) ?? discourse.SectionPlant ?? discourse.Focus;
        if (plant is null && Company is null) return [];
        var name = (giver.Mentions.Find(mention => mention.Kind is MentionKind.Organisation or MentionKind.Place) is { } named ? named.Kind == MentionKind.Place ? Sites.NameOf(named) : named.Name : giver.Text.Quote(giver.Span));
        var said = string.Join(' ', row.Cells.OfType<Sentence>().Select(cell => cell.Text.Quote(cell.Span)));
        return [Lent(fields.Grant(sum.Cell, amount, plant, plant is null ? Company : null, name, said), giver.Mentions.Find(static mention => mention.Kind == MentionKind.Organisation), said)];
    }

    private Sentence? At(Part row, string meaning) => _meanings.IndexOf(meaning) is >= 0 and var at && at < row.Cells.Count ? row.Cells[at] : null;

    /// <summary>The plant of a row: named in its cell, or put together from cells for the company, the works and the place.</summary>
    private Plant? PlantOf(Part row)
    {
        var (works, where) = (At(row, "plant"), At(row, "place"));
        if (where is null && (At(row, "status") ?? At(row, "capacity")) is not null) where = At(row, "country");
        if (works is not null && IsSeveral(works)) return null;
        if (((works is null ? null : Town(works)) ?? (where is null ? null : Town(where))) is not { } town) return null;
        var maker = At(row, "company");
        var company = (works is null ? null : Runs(works)?.Name) ?? (maker is null ? Holder(town) ?? Company : Both(maker) ?? Through(maker) ?? Fields.Named(maker)?.Name ?? maker.Text.Quote(maker.Span));
        return company is null ? null : discourse.FindOrAdd(company, town, works is null ? null : Town(works) is null ? NumberThere(works, company, town) : Number(works));
    }

    /// <summary>"CATL/Stellantis": two that run it together.</summary>
    private static string? Both(Sentence cell) =>
        cell.Mentions.Where(mention => mention.Kind == MentionKind.Organisation).ToList() is [var first, var second] && second.Tokens.First == first.Tokens.End + 1 && cell.Written(first.Tokens.End) is "/" or "+" or "&" or "-" or "–" or "and" or "with" or "×" && first.Name != second.Name ? Ventures.Joined(first.Name, second.Name) : null;

    /// <summary>"A + B, 50/50" as who runs a works: their venture.</summary>
    private static IEnumerable<ClaimDraft> Joined(Sentence cell, Plant? plant)
    {
        if (Both(cell) is null || cell.Mentions.Where(mention => mention.Kind == MentionKind.Organisation).ToList() is not [var one, var two]) yield break;
        yield return Fields.New(cell, "partnership", null, one.Name, null, null, Modality.Actual) with { Object = two.Name, ObjectSpan = two.Span, Kind = "jv" };
        var text = cell.Text[cell.Span];
        if (plant is null) yield break;
        if (!text.Contains("50:50", StringComparison.Ordinal) && !text.Contains("50/50", StringComparison.Ordinal) && !text.Contains("half each", StringComparison.OrdinalIgnoreCase)) yield break;
        foreach (var holder in new[] { one, two }) yield return Fields.New(cell, "stake", plant, null, null, new ClaimValue.Number(50), Modality.Actual) with { Object = holder.Name, ObjectSpan = holder.Span };
    }

    /// <summary>The company in the cell of a works; one in brackets ("under Tesla's roof") only where no other is spoken of.</summary>
    private Mention? Runs(Sentence works) =>
        works.Mentions.Find(mention => mention.Kind == MentionKind.Organisation && !(Company is not null && Fields.Bracketed(works, mention)));

    /// <summary>"Rajesh Exports (via ACC Energy Storage)": through whom a company runs its works.</summary>
    private static string? Through(Sentence cell)
    {
        for (var at = cell.First + 1; at + 1 < cell.End; at++)
        {
            if (cell.Written(at) is not ("via" or "through") || !char.IsUpper(cell.Written(at + 1)[0])) continue;
            var end = at + 1;
            while (end < cell.End && cell.Written(end) is not (")" or "," or ";" or "(")) end++;
            return cell.MentionAt(at + 1) is { Kind: MentionKind.Organisation } named && named.Tokens.End == end ? named.Name : cell.Text.Quote(cell.SpanOf(new Tokens.TokenRange(at + 1, end)));
        }

        return null;
    }

    /// <summary>"3 (OH, TN, MI)": a number of works.</summary>
    private static bool IsSeveral(Sentence works) =>
        works.Values is [{ Kind: ValueKind.Number, Low: >= 2, Low: < 20 } count, ..] && count.Tokens.First == works.First && (count.Tokens.End == works.End || works.Written(count.Tokens.End) is "(" or ":" or "plants" or "sites" or "works" or "factories");

    /// <summary>The one company that the text knows to have works in a town, where the row does not say whose it is.</summary>
    private string? Holder(Mention town) =>
        town.IsTown && discourse.Plants.Where(plant => plant.Operator is not null && Sites.SamePlace(plant, town)).Select(plant => plant.Operator).Distinct().ToList() is [var only] ? only : null;

    private static Mention? Town(Sentence cell) =>
        cell.Mentions.Find(mention => mention.IsTown) ?? cell.Mentions.Find(mention => mention.Kind == MentionKind.Place);

    /// <summary>"second", "No. 2", "Sunderland 2"; null where the cell has no number.</summary>
    private static int? Number(Sentence cell) => cell.Values.Find(value => value.Kind == ValueKind.Ordinal) is { } ordinal ? (int)ordinal.Low : Trailing(cell);

    private Plant? PlantOf(Sentence cell)
    {
        if (Town(cell) is not { } place) return null;
        var company = Fields.Named(cell)?.Name ?? Before(cell, place) ?? Holder(place) ?? Company;
        return company is null ? null : discourse.FindOrAdd(company, place, Number(cell));
    }

    /// <summary>"Plant 2", "second phase" over a column: of the works that the section is about.</summary>
    private Plant? Counted(Sentence head) =>
        head.Tokens.Length <= 3 && head.Any(head.First, head.End, static word => word is "plant" or "Plant" or "phase" or "Phase" or "works" or "Works" or "factory" or "Factory" or "stage" or "Stage") && CountOf(head) is { } number && (discourse.SectionPlant ?? discourse.Focus) is { Operator: not null } whole ? discourse.Numbered(whole, number) : null;

    private static int? CountOf(Sentence head) => Number(head) ?? (head.Written(head.End - 1) is "1" or "one" or "I" ? 1 : null);

    /// <summary>"Amita Chachoengsao": a name that no list holds straight before the town.</summary>
    private static string? Before(Sentence cell, Mention town)
    {
        if (town.Place is not { Kind: PlaceKind.Municipality } || town.Tokens.First == cell.First) return null;
        for (var at = cell.First; at < town.Tokens.First; at++)
        {
            if (!char.IsUpper(cell.Written(at)[0]) || cell.ValueAt(at) is not null || cell.MentionAt(at) is not null || cell.Written(at) is "Plant" or "Site" or "Works" or "Phase" or "Giga" or "Gigafactory" or "Factory" or "The") return null;
        }

        return cell.Text.Quote(cell.SpanOf(new Tokens.TokenRange(cell.First, town.Tokens.First)));
    }

    /// <summary>The number of a works counted apart from its town: "No. 3" is the third there only where the text knows of one before it there, else the company's third.</summary>
    private int? NumberThere(Sentence works, string company, Mention town) =>
        Number(works) is { } number && (number == 1 || discourse.Plants.Any(plant => plant.Part == number - 1 && plant.IsOf(company) && Sites.SamePlace(plant, town))) ? number : null;

    /// <summary>"Sunderland 2", "Teverola 2 (CE)": a number from 2 to 9 at the end of the cell or straight behind the town.</summary>
    private static int? Trailing(Sentence cell)
    {
        var behind = Town(cell) is { } town && town.Tokens.End < cell.End ? town.Tokens.End : cell.End - 1;
        return cell.Written(cell.End - 1) is [>= '2' and <= '9'] last ? last[0] - '0' : cell.Written(behind) is [>= '2' and <= '9'] digit ? digit[0] - '0' : null;
    }

    private List<ClaimDraft> Dated(Sentence date, Sentence story, Func<Sentence, List<ClaimDraft>> prose)
    {
        discourse.SectionDate = Fields.Date(date);
        if (Company is { } about) discourse.SetFocus(discourse.SectionPlant ?? _before, about, section: false);
        var drafts = prose(story);
        discourse.SectionDate = null;
        return drafts;
    }

    private List<ClaimDraft> OfPlant(Part row, Plant plant, Func<Sentence, List<ClaimDraft>> prose)
    {
        discourse.SetFocus(plant, null);
        var drafts = new List<ClaimDraft>();
        var state = StateOf(row);
        state ??= Started(row) ? "operating" : null;
        fields.Note(plant, state);
        if (At(row, "company") is { } maker) drafts.AddRange(Joined(maker, plant));

        for (var at = 0; at < row.Cells.Count && at < _meanings.Count; at++)
        {
            if (row.Cells[at] is not { } cell || _meanings[at] is "plant" or "place" or "company" or "country") continue;
            var meaning = _meanings[at] switch
            {
                "amount" when _meanings.Contains("grant") => "grant",
                // "Plant | Sum | Remark"
                "amount" when !_meanings.Contains("investment") && !_ofGifts => "investment",
                "event" when !_meanings.Contains("status") && cell.Tokens.Length <= LongestState && fields.State(cell) is not null => "status",
                var other => other,
            };
            var said = fields.OfPlant(cell, meaning, plant, state, meaning == "grant" && At(row, "grant") is { } kind ? row.Heads[at] + " " + kind.Text.Quote(kind.Span) : row.Heads[at]);
            if (meaning == "grant" && (_sums[at].Giver ?? (At(row, "grant") is { } instrument ? Giver(instrument) : null) ?? _lender ?? (_kind == RowKind.Figures ? Aid.Giver : null)) is { } payer) said = [.. said.Select(draft => draft is { Predicate: "funding", Object: null } ? draft with { Object = payer } : draft)];
            if (_meanings[at] == "partner" && Fields.Named(cell) is { IsCompany: true } partner && plant.Operator is { } runs && runs != partner.Name && !discourse.IsPartner(runs, partner.Name)) said.Add(Fields.New(cell, "partnership", null, runs, null, null, Modality.Actual) with { Object = partner.Name, ObjectSpan = partner.Span });
            // Remarks in words are read as such.
            if (_meanings[at] is null or "event" or "status" or "date" && cell.Tokens.Length > 2) said.AddRange(prose(cell).Where(other => !said.Exists(known => known.Predicate == other.Predicate) && !(other.Predicate == "capacity" && cell.Values.Exists(value => value.Span == other.ValueSpan && Fields.IsDelivery(cell, value))) && !(other.Predicate == "milestone" && other.Value is ClaimValue.Text ended && ended.Word == state)));
            drafts.AddRange(said);
        }

        // "Kaiserslautern, Termoli | 80 together"
        if ((At(row, "place") ?? At(row, "plant")) is { } where && where.Mentions.Where(static mention => mention.IsTown).DistinctBy(static mention => mention.Place).Count() > 1) drafts.RemoveAll(static draft => Predicates.IsFigure(draft.Predicate));

        // "on hold | June 2024" under "What happened | When"
        if (state is "cancelled" or "paused" or "closed" && At(row, "date") is { } date && Fields.Date(date) is { } day && !drafts.Exists(draft => draft is { Predicate: "milestone" })) drafts.Add(Fields.New(date, "milestone", plant, null, null, new ClaimValue.Text(state), Modality.Actual) with { When = day });

        if (row.Cells.OfType<Sentence>().FirstOrDefault() is { } first) drafts.AddRange(fields.Section.Of(first, drafts));
        return drafts;
    }

    /// <summary>A column that gives when production began has a day in the past.</summary>
    private bool Started(Part row) =>
        row.Cells.Where((cell, at) => cell is not null && at < _meanings.Count && _meanings[at] == "start" && Fields.HasStarted(cell, row.Heads[at])).Any();

    private string? StateOf(Part row)
    {
        if (At(row, "status") is { } status && fields.State(status) is { } stated) return stated;
        if (fields.Section.State is { } section) return section;
        if (At(row, "status") is not null) return null;
        return row.Cells.Select((cell, at) => at < _meanings.Count && _meanings[at] is null or "event" or "product" && cell is not null ? words.State(cell.Text[cell.Span]) : null).FirstOrDefault(state => state is not null);
    }

    /// <summary>"Jane Doe, CEO" under "Boss", beside a company.</summary>
    private List<ClaimDraft> Offices(Part row) =>
        _meanings.IndexOf("role") is >= 0 and var boss && At(row, "role") is { } cell && ((At(row, "company") is { } named ? Fields.Named(named) : null) ?? row.Cells.OfType<Sentence>().Select(Fields.Named).FirstOrDefault(static name => name is not null)) is { } company ? fields.Of(cell, "role", row.Heads[boss], null, company.Name) : [];

    private List<ClaimDraft> OfCompany(Part row, Mention company, Func<Sentence, List<ClaimDraft>> prose)
    {
        var drafts = Offices(row);
        discourse.SetFocus(null, company.Name);
        var since = row.Cells.Where((cell, at) => cell is not null && at < _meanings.Count && _meanings[at] is "start" or "date").OfType<Sentence>().Select(Fields.Date).FirstOrDefault();
        for (var at = 0; at < row.Cells.Count && at < _meanings.Count; at++)
        {
            if (row.Cells[at] is not { } cell || _meanings[at] == "company") continue;
            if (_meanings[at] == "owner" && Holdings.Of(cell, company.Name).ToList() is { Count: > 0 } holdings)
            {
                drafts.AddRange(holdings.Select(holding => holding with { When = since }));
            }
            else if (_meanings[at] == "owner" && IsWhole(row.Heads[at]))
            {
                drafts.AddRange(fields.Of(cell, "owner", row.Heads[at], null, company.Name));
            }
            else if (Fields.Percent(cell) is { } percent && (_meanings[at] is "share" or "stake" || _meanings[at] is null && (words.Meaning(row.Heads[at]) == "share" || _ofMarket && _dates[at] is not null)))
            {
                drafts.Add(Fields.New(cell, "market_share", null, company.Name, percent, null, Modality.Actual) with { When = _dates[at] ?? Before(row.Heads[at]) ?? discourse.Period });
            }
            else if (_meanings[at] is null or "event" or "product")
            {
                // "339 GWh" in a ranking is what was sold.
                drafts.AddRange(prose(cell).Where(draft => draft.Predicate != "capacity" || !_meanings.Contains("share")));
            }
        }

        return drafts;
    }

    /// <summary>"Belongs to", "Parent": no head of a part only ("Main owner").</summary>
    private static bool IsWhole(string head) =>
        (head.Contains("own", StringComparison.OrdinalIgnoreCase) || head.Contains("belong", StringComparison.OrdinalIgnoreCase) || head.Contains("parent", StringComparison.OrdinalIgnoreCase)) && !head.Contains("main", StringComparison.OrdinalIgnoreCase) && !head.Contains("part", StringComparison.OrdinalIgnoreCase) && !head.Contains("est ", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Year before, %": the year before the one that the text speaks of; null for any other head.</summary>
    private When? Before(string head) =>
        discourse.Period?.Edtf is [_, _, _, _, ..] period && int.TryParse(period.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture, out var year) && ColumnMeanings.IsOfYearBefore(head) && When.TryParse($"{year - 1}{period[4..]}", out var before) ? before : null;

    /// <summary>"Stellantis | 45 %" under "Shareholder | Share": who holds how much of the company spoken of.</summary>
    private static List<ClaimDraft> Shares(Sentence holder, Sentence part, string held) =>
        Fields.Named(holder) is { } owner && Fields.Percent(part) is { } percent && owner.Name != held
            ? [Fields.New(part, "stake", null, held, percent, null, Modality.Actual) with { Object = owner.Name, ObjectSpan = owner.Span }]
            : [];

    /// <summary>"Market share | 3 %", "Capacity | 30 GWh": a field of what the text is about; more cells are more versions of it.</summary>
    private List<ClaimDraft> Labelled(Part row, Func<Sentence, List<ClaimDraft>> prose)
    {
        if (row.Cells is not [{ } label, ..]) return [];
        if (words.Meaning(label.Text.Quote(label.Span)) is not { } meaning) return Company is { } maker ? [.. Fields.Chemistries(label, null, maker, Modality.Actual)] : [];
        var drafts = new List<ClaimDraft>();
        foreach (var cell in row.Cells.Skip(1).OfType<Sentence>())
        {
            if (meaning is "place" or "plant" && Town(cell) is { Place.Kind: PlaceKind.Municipality } town && Company is { } owner)
            {
                var site = discourse.FindOrAdd(owner, town, Number(cell));
                discourse.SetFocus(site, owner);
                // A sheet that says where: what the text is about, whatever its headings leave open.
                discourse.EnterSection(0, site, owner);
            }

            Count(cell, meaning, label);
            // A sheet of a company with several works gives what all of them have.
            var plant = discourse.SectionPlant ?? (Company is { } whole && discourse.HasSeveral(whole) ? null : discourse.Focus);
            var said = fields.Of(cell, meaning, label.Text.Quote(label.Span), plant, Company);
            // "State aid (Japan)"
            if (meaning == "grant" && label.Mentions.Find(mention => mention.Kind == MentionKind.Place || mention.Organisation is { GivesMoney: true }) is { } payer) said = [.. said.Select(draft => draft is { Predicate: "funding", Object: null } ? draft with { Object = payer.Kind == MentionKind.Place ? Sites.NameOf(payer) : payer.Name } : draft)];
            drafts.AddRange(said.Count > 0 ? said : cell.Tokens.Length > 4 ? prose(cell) : []);
        }

        return [.. drafts.Select(draft => draft.Predicate == "market_share" && draft.When is null ? draft with { When = discourse.Period } : draft)];
    }

    private static string? Runner(Sentence cell) => Both(cell) ?? Through(cell) ?? Fields.Named(cell)?.Name;

    /// <summary>A table with a plant over each column: each row's label says what its cells are.</summary>
    private List<ClaimDraft> Sideways(Part row)
    {
        if (row.Cells[0] is not { } label) return [];
        var written = label.Text.Quote(label.Span);
        var meaning = _owners.Count == 0 && words.NamesRunner(written) ? "company" : words.Meaning(written);
        var drafts = new List<ClaimDraft>();
        for (var at = 1; at < row.Cells.Count && at < _sideways.Count; at++)
        {
            // "wanted | 29 GWh a year": a figure says what it is.
            if (row.Cells[at] is not { } cell) continue;
            // "2021 | 5.9% | 52.1%" below "| | CALB | CATL |": the shares of a year.
            if (_owners.Count > 0 && _ofMarket && meaning is null or "share" && Fields.Percent(cell) is { } share)
            {
                drafts.Add(Fields.New(cell, "market_share", null, _owners[at], share, null, Modality.Actual) with { When = Fields.Date(label) ?? discourse.Period });
                continue;
            }

            if (meaning is null && !cell.Values.Exists(value => value.Kind == ValueKind.Energy)) continue;
            if (_owners.Count > 0 && meaning is "place" or "plant" && Town(cell) is { } site)
            {
                _sideways[at] = discourse.FindOrAdd(_owners[at], site, Number(cell));
                continue;
            }

            if (_sideways[at] is not { } plant)
            {
                if (_owners.Count > 0 && meaning is not null) drafts.AddRange(fields.Of(cell, meaning, label.Text.Quote(label.Span), null, _owners[at]));
                continue;
            }

            if (meaning == "company" && _heads[at] is { } head && Town(head) is { } town && Runner(cell) is { } runner)
            {
                _sideways[at] = discourse.FindOrAdd(runner, town, Number(head));
                drafts.AddRange(Joined(cell, _sideways[at]!));
                continue;
            }

            Count(cell, meaning, label);
            drafts.AddRange(fields.OfPlant(cell, meaning, plant, fields.StateOf(plant, meaning, cell), label.Text.Quote(label.Span)));
        }

        return drafts;
    }
}
