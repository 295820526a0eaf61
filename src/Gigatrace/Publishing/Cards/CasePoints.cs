using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>A point for or against a company, by one of the rules of <see cref="CasePoints"/>.</summary>
/// <param name="Bull">It speaks for the company.</param>
/// <param name="Rule">The rule's name, as <c>docs/method.md</c> has it.</param>
/// <param name="Known">When it could be known; null where no text on it has a date.</param>
/// <param name="Claims">Ids of the claims it rests on, best first; never empty.</param>
public sealed record CasePoint(bool Bull, string Rule, string Text, DateOnly? Known, ImmutableArray<string> Claims);

/// <summary>
/// What speaks for a company and what against it, from findings alone. Only what became known in the two years before the newest text on the company
/// or its plants: no clock is asked, and an old wound is no news.
/// </summary>
public static class CasePoints
{
    private const int Years = 2;

    /// <summary>Figures that became known within so many days of each other are two reports, not growth.</summary>
    private const int SameTimeDays = 30;

    /// <summary>What speaks for it first, then what against; of each the newest first.</summary>
    public static ImmutableArray<CasePoint> Of(View view, CompanyState company)
    {
        var plants = view.State.Plants.Where(plant => company.Plants.Contains(plant.Name)).ToArray();
        var points = plants.SelectMany(plant => OfPlant(view, plant)).Concat(Customers(view, company)).Concat(Funding(view, company, plants)).Concat(Shares(view, company)).Where(point => !point.Claims.IsEmpty).ToArray();
        var since = plants.Select(plant => plant.Name).Append(company.Name).Distinct(StringComparer.Ordinal).SelectMany(view.FindingsOf).Max(finding => finding.KnownFrom)?.AddYears(-Years);
        return
        [
            .. points.Where(point => point.Known is null || !(point.Known < since)).OrderByDescending(point => point.Bull).ThenByDescending(point => point.Known ?? DateOnly.MinValue)
                .ThenBy(point => point.Rule, StringComparer.Ordinal).ThenBy(point => point.Text, StringComparer.Ordinal),
        ];
    }

    public static Table ToTable(View view, ImmutableArray<CasePoint> points) => new([new("case", Whole: true), new("point"), new("known", Whole: true), new("source")])
    {
        Title = "Bull and bear",
        Rows = [.. points.Select(point => (Point: point, Words: view.EvidenceOf(point.Claims))).Select(row => new Row([row.Point.Bull ? "bull" : "bear", row.Point.Text, row.Point.Known is { } day ? Phrases.Day(day) : "undated", Facts.Source(row.Words)], row.Words))],
    };

    public static JsonArray ToJson(View view, ImmutableArray<CasePoint> points, bool evidence) => Json.Array(points.Select(point =>
    {
        var json = new JsonObject
        {
            ["case"] = point.Bull ? "bull" : "bear",
            ["rule"] = point.Rule,
            ["text"] = point.Text,
            ["known"] = point.Known is { } day ? Phrases.Day(day) : null,
            ["claims"] = Json.Array(point.Claims),
        };
        if (evidence) json["evidence"] = Json.Array(view.EvidenceOf(point.Claims).Select(one => (JsonNode?)one.ToJson()));
        return (JsonNode?)json;
    }));

    private static IEnumerable<CasePoint> OfPlant(View view, PlantState plant)
    {
        if (plant.Status is { Value: ClaimValue.Text { Word: "paused" or "cancelled" or "closed" } word } stopped) yield return Point(view, false, "stopped", $"{plant.Name} is {word.Word}", stopped);
        if (Moved(view, plant, plant.Capacity.Installed, "installed") is { } grown) yield return grown;
        if (Moved(view, plant, plant.Capacity.Planned, "planned") is { } planned) yield return planned;
        if (Opened(view, plant) is { } opened) yield return opened;
        foreach (var slipped in plant.Slipped.Where(one => one.Months is > 0))
        {
            var last = plant.Slips.Last(slip => slip.Milestone == slipped.Milestone);
            if (view.Finding(last.Finding) is not { } finding) continue;
            yield return new CasePoint(false, "slipped", $"{Phrases.Word(slipped.Milestone)} of {plant.Name} put off from {Phrases.Time(slipped.From)} to {Phrases.Time(slipped.To)}, by {Phrases.Count(slipped.Months!.Value, "month")}", last.Known, finding.Supports);
        }

        foreach (var unsettled in plant.Disagreements.Where(one => one is { Kind: DisagreementKind.Contradiction, Predicate: "capacity" }))
        {
            yield return new CasePoint(false, "unclear", $"sources contradict each other on the capacity of {plant.Name}", Newest(view, unsettled.Against.Prepend(unsettled.Holds)), [unsettled.Holds, .. unsettled.Against]);
        }
    }

    /// <summary>What is installed now, or planned now, against what was so before of the same part and basis; notes and passages by a machine left out.</summary>
    private static CasePoint? Moved(View view, PlantState plant, Figure? now, string how)
    {
        if (now is null || Agreement.Bounds(now.Value) is not { } bounds) return null;
        var steps = plant.Capacity.Path.Where(step => step.As == how && step.Claims.Any(id => IsReport(view, id))).Select(step => (Step: step, Known: Oldest(view, step.Claims))).ToArray();
        if (Array.Find(steps, row => Agreement.Equal(row.Step.Value, now.Value)) is not { Step: { } held, Known: { } since }) return null;
        var before = Array.FindLast(steps, row => row.Known?.AddDays(SameTimeDays) < since && row.Step.Part == held.Part && (how is "installed" || row.Step.Basis == held.Basis) && Agreement.Bounds(row.Step.Value) is not null).Step;
        if (before is null || Agreement.Bounds(before.Value) is not { } was || !(bounds.Low > was.High || bounds.High < was.Low)) return null;
        var up = bounds.Low > was.High;
        var (rule, verb) = (how, up) switch { ("installed", true) => ("grew", "grew"), ("installed", false) => ("shrank", "fell"), (_, true) => ("plan-raised", "was raised"), _ => ("plan-cut", "was cut") };
        return new CasePoint(up, rule, $"{how} capacity of {plant.Name} {verb} from {Amount(before)} to {Amount(now)}", since, [.. held.Claims, .. before.Claims]);
    }

    /// <summary>It began to produce or, where nothing is said of that, opened, and was not put off.</summary>
    private static CasePoint? Opened(View view, PlantState plant)
    {
        Figure? Milestone(string word) => plant.Milestones.FirstOrDefault(one => one is { Modality: Modality.Actual, When: not null, Value: ClaimValue.Text text } && text.Word == word);
        var (began, opened) = (Milestone("production_start"), Milestone("inauguration"));
        if ((began ?? opened) is not { } start || plant.Slipped.Any(one => one.Milestone == start.Value!.ToString())) return null;
        return Point(view, true, "opened", $"{plant.Name} {(began is null ? "opened" : "began production")}, {Phrases.Time(start.When)}", start);
    }

    /// <summary>Each customer once, where it stands best.</summary>
    private static IEnumerable<CasePoint> Customers(View view, CompanyState company)
    {
        foreach (var customer in company.Customers.Where(one => one is { Object: not null, State: "agreed" or "supplying" or "ended" }).GroupBy(one => one.Object!, StringComparer.Ordinal))
        {
            var best = customer.OrderBy(one => one.State switch { "supplying" => 0, "agreed" => 1, _ => 2 }).ToArray();
            var alike = best.Where(one => one.State == best[0].State).ToArray();
            var models = alike.SelectMany(one => one.Models).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            var from = alike.Select(one => one.Of).OfType<string>().Where(name => name != company.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            var verb = best[0].State switch { "supplying" => "supplies", "agreed" => "is to supply", _ => "no longer supplies" };
            yield return Point(view, best[0].State is not "ended", best[0].State is "ended" ? "customer-ended" : "customer",
                $"{verb} {customer.Key}{(models.Length == 0 ? "" : $" ({string.Join(", ", models)})")}{(from.Length == 0 ? "" : $" from {string.Join(", ", from)}")}", alike);
        }
    }

    private static IEnumerable<CasePoint> Funding(View view, CompanyState company, IEnumerable<PlantState> plants) =>
        from row in plants.SelectMany(plant => plant.Funding.Select(figure => (plant.Name, Figure: figure))).Concat(company.Funding.Select(figure => (company.Name, Figure: figure)))
        where row.Figure.Modality == Modality.Actual
        let giver = row.Figure.Object is null ? "" : $" from {row.Figure.Object}"
        let more = string.Join(", ", new[] { row.Figure.Kind is "other" ? "" : Phrases.Word(row.Figure.Kind), Phrases.Time(row.Figure.When) }.Where(part => part.Length > 0))
        select Point(view, true, "funded", $"{row.Name} has {Amount(row.Figure)}{giver}{(more.Length == 0 ? "" : $" ({more})")}", row.Figure);

    /// <summary>The same months or quarter of two years running.</summary>
    private static IEnumerable<CasePoint> Shares(View view, CompanyState company)
    {
        var own = company.Standings.Where(one => one is { Predicate: "market_share", Period.Latest: not null }).Select(one => (one.Scope, Period: one.Period!, Figure: one.Figures.First(figure => figure.Of == company.Name))).ToArray();
        foreach (var (scope, period, figure) in own)
        {
            var year = period.Latest!.Value.Year;
            var before = Array.Find(own, one => one.Scope == scope && one.Period.Latest!.Value.Year == year - 1 && Moment(one.Period, year - 1) == Moment(period, year)).Figure;
            if (before is null || Agreement.Bounds(figure.Value) is not { } now || Agreement.Bounds(before.Value) is not { } was || now == was) continue;
            var up = now.Low > was.Low;
            yield return Point(view, up, up ? "share-rose" : "share-fell", $"market share{(scope.Length == 0 ? "" : $" ({scope})")} {(up ? "rose" : "fell")} from {Amount(before)} ({Phrases.Time(before.When)}) to {Amount(figure)} ({Phrases.Time(period)})", figure, before);
        }
    }

    private static string Moment(When period, int year) => period.Edtf.Replace(year.ToString(CultureInfo.InvariantCulture), "", StringComparison.Ordinal);

    private static string Amount(Figure figure) => Phrases.Figure(figure.Value, figure.Unit, figure.Qualifier);

    private static CasePoint Point(View view, bool bull, string rule, string text, params Figure[] figures)
    {
        var findings = figures.Select(figure => view.Finding(figure.Finding)).OfType<Finding>().ToArray();
        return new CasePoint(bull, rule, text, findings.FirstOrDefault()?.KnownFrom, [.. findings.SelectMany(finding => finding.Supports).Distinct(StringComparer.Ordinal)]);
    }

    private static bool IsReport(View view, string id) => view.State.Claims.GetValueOrDefault(id) is { AiGenerated: false } claim && claim.SourceKind != SourceKind.Note;

    private static DateOnly? Oldest(View view, IEnumerable<string> claims) => claims.Select(id => view.State.Claims.GetValueOrDefault(id)?.Published?.Latest).Min();

    private static DateOnly? Newest(View view, IEnumerable<string> claims) => claims.Select(id => view.State.Claims.GetValueOrDefault(id)?.Published?.Latest).Max();
}
