using Gigatrace.Extraction.Lexicon;

namespace Gigatrace.Extraction;

/// <summary>
/// What all columns of a table mean together. A head that the list knows says it, unless its cells are plainly something else; any other
/// column is what its cells, its head's words and the words above the table make likeliest beside what the others are.
/// </summary>
/// <param name="above">The words above the table.</param>
internal sealed class ColumnMeanings(TableWords words, List<Column> columns, string above)
{
    /// <summary>So much must speak for a meaning that no list gives.</summary>
    private const double Least = 2;

    private const double Mostly = 2.0 / 3;

    private static readonly string[] Open = ["place", "country", "company", "customer", "models", "capacity", "share", "grant", "investment", "jobs", "status", "chemistry", "start"];

    private readonly List<string?> _given = words.Meanings([.. columns.Select(column => column.Head)]);

    public List<string?> All()
    {
        // What was taken away from a column is not what it means.
        var refused = _given.Select(static _ => (string?)null).ToList();
        for (var at = 0; at < columns.Count; at++)
        {
            if (_given[at] is not { } listed || !IsRefuted(columns[at], listed)) continue;
            (refused[at], _given[at]) = (listed, null);
            // "For | cells for Tuscaloosa", "Goes into | EQS": what a customer takes, where no customer is named.
            if (listed is "customer" or "event" && !_given.Contains("models") && columns[at].Companies == 0) _given[at] = "models";
        }

        while (Best(refused) is var (column, meaning)) _given[column] = meaning;
        return _given;
    }

    private (int Column, string Meaning)? Best(List<string?> refused)
    {
        (int Column, string Meaning, double Score)? best = null;
        for (var at = 0; at < columns.Count; at++)
        {
            if (_given[at] is not null || columns[at].Filled < 2) continue;
            foreach (var meaning in Open)
            {
                if (meaning == refused[at] || _given.Contains(meaning) && meaning != "share") continue;
                var score = Score(at, meaning);
                if (score >= Least && (best is null || score > best.Value.Score)) best = (at, meaning, score);
            }
        }

        return best is { } found ? (found.Column, found.Meaning) : null;
    }

    /// <summary>Figures below a head of names, names below one of figures: the list's word was meant otherwise.</summary>
    private bool IsRefuted(Column column, string listed)
    {
        if (column.Filled < 2) return false;
        switch (listed)
        {
            case "status":
                return column.Names(static name => name.Kind == MentionKind.Place && !name.IsTown) >= Mostly || column.Lands >= Mostly;
            case "company" or "customer" or "partner" or "place" or "plant" when column.Figures >= Mostly && column.Unnamed:
            case "date" or "start" when column.Figures >= Mostly && column.Dates == 0:
            case "event" or "product" when !HasWorks && column.Models >= 0.5 && columns.Exists(static other => other.Makers >= 0.5):
            case "place" when column.Unnamed && column.Models >= 0.5:
            case "place" when column.Places == 0 && States(column) >= 0.5:
            case "giver" when column.Places >= Mostly:
            // "Who | Car" below "Customers"
            case "owner" when column.CarMakers >= Mostly && Ties.Of(above) == Tie.Supply:
            case "amount" or "grant" or "investment" when column.Percents >= Mostly:
            case "giver" when column.Dates >= Mostly || column.Makers >= Mostly && !_given.Exists(static meaning => meaning is "amount" or "grant" or "investment"):
            // Who only holds has no capacity and no jobs.
            case "owner" when column.Companies >= Mostly && !HasWorks && !_given.Contains("company") && !_given.Exists(static meaning => meaning is "stake" or "share") && _given.Exists(static meaning => meaning is "capacity" or "jobs"):
                return true;
            // "For" over models, beside who makes the cells or buys them; "Carmaker | Town": who has the works there.
            case "customer" when !HasWorks && column.Companies == 0 && columns.Exists(static other => other.Companies >= Mostly):
            case "customer" when HasWorks && column == columns[0] && !_given.Contains("company"):
                return true;
            case "customer" or "partner" or "owner" when !HasWorks && !_given.Contains("company") && column.Makers >= Mostly && !_given.Exists(static meaning => meaning is "stake" or "share"):
                return listed != "partner" || Ties.Of(above) == Tie.Supply;
            case "chemistry" or "capacity" or "investment" or "jobs" or "start" or "amount" or "product" or "founded":
                return column.Companies >= Mostly && column.Chemistries == 0;
            default:
                return false;
        }
    }

    private bool HasWorks => _given.Contains("place") || _given.Contains("plant");

    private double Score(int at, string meaning)
    {
        var column = columns[at];
        return meaning switch
        {
            "country" => column.Lands >= Mostly ? 2.5 : 0,
            "place" => !HasWorks && column.Names(static name => name.Kind == MentionKind.Place) >= Mostly ? 2.4 : 0,
            "company" => Company(at, column),
            "customer" => !HasWorks && column.CarMakers >= Mostly && column.Companies > 0 && (_given.Contains("company") || Ties.Of(above) == Tie.Supply) ? 2.5 : 0,
            "models" => column.Models >= 0.5 && column.Companies < Mostly ? 2.4 : 0,
            "share" => Share(column),
            _ when column.Companies + column.Places >= 0.5 || Has(column.Head, Others) => 0,
            "capacity" => Figured(column, column.Energies, "gwh", Capacities),
            "grant" => Figured(column, column.Sums, null, Grants),
            "investment" => Figured(column, column.Sums, null, Costs),
            "jobs" => Figured(column, column.Part(static cell => cell.Any(cell.First, cell.End, static word => word is "jobs" or "people" or "employees")), null, People),
            "status" => HasWorks && States(column) >= Mostly ? 2.2 : 0,
            "chemistry" => column.Chemistries >= Mostly ? 2.2 : 0,
            "start" => column.Dates >= Mostly && (Has(column.Head, Starts) || column.Head is "from" or "by") ? 2.2 : 0,
            _ => 0,
        };
    }

    /// <summary>Cells that say how a works stands: "running", "being built", "dropped".</summary>
    private double States(Column column) => column.Part(cell => cell.Tokens.Length <= 8 && words.State(cell.Text[cell.Span]) is not null);

    /// <summary>Who stands in the first column of names; one beside it of more makers of cells goes before.</summary>
    private double Company(int at, Column column)
    {
        if (_given.Contains("customer") && column.Makers < 0.5 || (HasWorks && at > 0 ? column.Makers : column.Companies) < Mostly) return 0;
        return at > 0 && column.Makers == 0 ? 0 : 2 + (column.Makers >= 0.5 ? 1 : 0);
    }

    /// <summary>Percent that are parts of one whole, by their head, by their order or by what stands over the table.</summary>
    private double Share(Column column)
    {
        var percent = Has(column.Head, Percent);
        if (column.Signed || Has(column.Head, Changes) || column.Percents < Mostly && !(column.Numbers >= Mostly && (percent || Has(column.Head, Parts)))) return 0;
        if (!columns.Exists(static other => other.Makers >= 0.5)) return 0;
        if (_given.Contains("share") && IsOfOtherYear(column.Head)) return Least;
        return (Has(column.Head, Parts) ? 1.5 : 0) + (percent ? 0.8 : 0) + (column.Falling ? 1 : 0) + (Has(above, Markets) ? 0.6 : 0);
    }

    /// <summary>"Year before", "2022": beside a column of shares.</summary>
    private static bool IsOfOtherYear(string head) => Has(head, Earlier) || head.Split(' ').Any(static word => word is ['2', '0', _, _] && word.All(char.IsAsciiDigit));

    public static bool IsOfYearBefore(string head) => Has(head, Earlier);

    private static readonly string[] Earlier = ["year before", "year ago", "year earlier", "previous year", "prior year", "last year"];

    private static double Figured(Column column, double unit, string? inHead, string[] ofHead) =>
        (unit >= Mostly ? 1.6 : column.Figures < Mostly ? -1 : 1) + (inHead is not null && column.Head.Contains(inHead, StringComparison.Ordinal) || Has(column.Head, ofHead) ? 1 : 0) + (inHead is not null && unit >= Mostly ? 0.6 : 0);

    private static bool Has(string text, string[] some) => Array.Exists(some, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Percent = ["%", "percent", "per cent", "pct"];

    private static readonly string[] Parts = ["share", "slice", "portion", "piece", "part of", "of all", "of total", "of the total", "of world", "of market", "of the market"];

    private static readonly string[] Changes = ["grow", "change", "margin", "rise", "increase", "gain", "yoy", "y/y", "y-o-y", "+/-", "±", "vs", "against", "utili", "yield", "women", "interest", "discount", "tax"];

    private static readonly string[] Markets = ["market", "rank", "biggest", "largest", "leading", "top ", "install", "who sold", "league", "share", "makers", "world", "global"];

    /// <summary>"Revenue, $ bn": figures of a company that are none of its works.</summary>
    public static bool IsOfTrade(string head) => Has(head, Others);

    private static readonly string[] Others = ["revenue", "turnover", "sales", "sold", "profit", "loss", "price", "margin", "per kwh", "/kwh", "value", "debt", "installed", "shipped", "shipment", "delivered", "demand", "need", "used", "weight", "range", "order"];

    private static readonly string[] Capacities = ["capacity", "output", "volume", "scale", "size"];

    private static readonly string[] Grants = ["aid", "grant", "support", "subsid", "help", "public", "state", "government", "backing"];

    private static readonly string[] Costs = ["cost", "spend", "spent", "capex", "invest", "bill", "budget", "outlay", "price tag"];

    private static readonly string[] People = ["jobs", "staff", "people", "employ", "worker", "head count", "hires"];

    private static readonly string[] Starts = ["start", "begin", "sop", "output from", "running", "producing", "commission", "operation", "opening", "going since", "ready", "on stream", "first cell"];
}
