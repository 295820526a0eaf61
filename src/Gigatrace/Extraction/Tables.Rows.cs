using Gigatrace.Claims;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction;

/// <summary>Rows that are about neither a works nor who runs it: money given, and who supplies the text's car maker.</summary>
internal sealed partial class Tables
{
    /// <summary>"Samsung SDI Göd | HU | 89.6" below "State aid": what a works or company was given, by the country of the row or who stands over the table.</summary>
    private List<ClaimDraft> Granted(Part row)
    {
        if (SumOf(row) is not var (cell, sum)) return [];
        var works = At(row, "plant");
        var company = (At(row, "company") ?? At(row, "owner")) is { } named ? Fields.Named(named)?.Name : works is null ? null : Fields.Named(works)?.Name;
        var several = works is not null && IsSeveral(works);
        var plant = several ? null : PlantOf(row) ?? (company is not null && row.Cells.OfType<Sentence>().SelectMany(one => one.Mentions).Where(mention => mention.IsTown).ToList() is [var town] ? discourse.FindOrAdd(company, town, null) : null);
        if (plant is null && company is null) return [];
        var said = string.Join(' ', row.Cells.OfType<Sentence>().Select(one => one.Text.Quote(one.Span)));
        var giver = (At(row, "country") is { } country ? Country(country, plant) : null) ?? Aid.Giver;
        var kind = Fields.KindOf(said, row.Heads[IndexOf(row, cell)] + " " + Aid.Said);
        var drafts = new List<ClaimDraft> { fields.Grant(cell, sum, plant, plant is null ? company : null, giver, said) with { Kind = kind, When = Granting(row) } };
        for (var at = 0; at < row.Cells.Count && at < _meanings.Count; at++)
        {
            if (row.Cells[at] is not { } other || _meanings[at] is not ("jobs" or "capacity" or "investment" or "status" or "start")) continue;
            drafts.AddRange(plant is not null ? fields.OfPlant(other, _meanings[at], plant, null, row.Heads[at]) : _meanings[at] == "jobs" ? other.Values.Where(value => value is { Kind: ValueKind.Number, High: >= 5 }).Take(1).Select(value => Fields.New(other, "jobs", null, company, value, null, Modality.Planned)) : []);
        }

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
    private static When? Granting(Part row)
    {
        var dated = Enumerable.Range(0, Math.Min(row.Cells.Count, row.Heads.Count)).Where(at => row.Cells[at] is { } cell && Fields.Date(cell) is not null).ToList();
        if (dated.Count == 0) return null;
        var best = dated.FindIndex(at => row.Heads[at].ToLowerInvariant() is var head && (head.Contains("closed", StringComparison.Ordinal) || head.Contains("signed", StringComparison.Ordinal) || head.Contains("granted", StringComparison.Ordinal) || head.Contains("paid", StringComparison.Ordinal) || head.Contains("approved", StringComparison.Ordinal)));
        return Fields.Date(row.Cells[dated[best < 0 ? ^1 : best]]!);
    }

    private static bool IsSupply(string head) =>
        head.Trim(' ', '*').ToLowerInvariant() is "supplier" or "suppliers" or "cell supplier" or "cell suppliers" or "battery supplier" or "vendor" or "vendors" or "cells from" or "bought from" or "supplied by" or "who supplies" or "from whom";

    /// <summary>"CATL | 2019 | bZ4X" under "Supplier | Since | For": who delivers to the car maker that the text is about.</summary>
    private List<ClaimDraft> OfSupplier(Part row, Sentence vendor, string carMaker, Func<Sentence, List<ClaimDraft>> prose)
    {
        if (Fields.Named(vendor) is not { } maker || maker.Name == carMaker) return [];
        discourse.SetFocus(null, maker.Name, section: false);
        var since = row.Cells.Where((cell, at) => cell is not null && at < _meanings.Count && _meanings[at] is "start" or "date").OfType<Sentence>().Select(Fields.Date).FirstOrDefault();
        var ahead = since?.Earliest is { } first && vendor.Published?.Latest is { } today && first > today;
        var drafts = new List<ClaimDraft>
        {
            Fields.New(vendor, "supplies", null, maker.Name, null, null, ahead ? Modality.Planned : Modality.Actual) with
            {
                Object = carMaker, When = since, Models = [.. row.Cells.OfType<Sentence>().SelectMany(cell => Fields.Models(cell, carMaker)).Distinct()],
            },
        };
        foreach (var cell in row.Cells.Where((cell, at) => cell is not null && at < _meanings.Count && _meanings[at] is null or "event" or "chemistry").OfType<Sentence>())
        {
            drafts.AddRange(Fields.Chemistries(cell, null, maker.Name, Modality.Actual));
            drafts.AddRange(prose(cell).Where(draft => draft.Predicate is not ("supplies" or "chemistry")));
        }

        return drafts;
    }
}
