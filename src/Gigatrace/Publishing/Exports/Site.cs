using System.Collections.Immutable;
using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Ledger;
using Gigatrace.Publishing.Cards;
using Gigatrace.Publishing.Forms;

namespace Gigatrace.Publishing.Exports;

/// <summary>One file of a site.</summary>
/// <param name="Path">From its root, with forward slashes.</param>
public sealed record SiteFile(string Path, string Text);

/// <summary>
/// Everything that is held, as a folder of pages that need no server: the same answers as on the command line, names leading to their pages and figures to their words.
/// </summary>
/// <param name="view">With the claims that all rests on.</param>
/// <param name="past">Everything that ever began or ended.</param>
public sealed class Site(View view, Past past, TagUris tags)
{
    /// <summary>Changes on their page; the feed has as many.</summary>
    private const int MostChanges = 200;

    private const int Few = 10;

    private readonly ImmutableArray<ToldChange> _told = ChangeFeed.Latest(view, past, DateOnly.MinValue, view.State.AsOf, [], MostChanges);

    private readonly SitePaths _paths = new(view.State);

    private string Day => Phrases.Day(view.Day);

    /// <summary>Page by page, in the same order each time.</summary>
    public IEnumerable<SiteFile> Files()
    {
        yield return new SiteFile(SiteFrame.StylePath, SiteFrame.Style);
        yield return Page("index.html", Overview(), evidence: true);
        yield return Page("plants.html", PlantList.Make(view, evidence: false) with { Tables = [PlantList.ToTable(view, Plants, withPlace: true)] }, evidence: false);
        yield return Page("companies.html", CompanyList.Make(view), evidence: false);
        yield return Page("pipeline.html", PipelineCard.Make(view, "status", evidence: true), evidence: true);
        yield return Page("network.html", NetworkCard.Make(view, [], null, evidence: true), evidence: true);
        yield return Page("disagreements.html", DisagreementList.Make(view, [], null, evidence: true), evidence: true);
        yield return Page("changes.html", Changes(MostChanges), evidence: true);
        yield return Page("sources.html", Sources(), evidence: false);
        yield return Page("about.html", SiteMethod.Report, evidence: false);
        foreach (var plant in Plants) yield return Page(_paths.All[plant.Name], PlantCard.Make(view, plant, evidence: true), evidence: true, plant.Name);
        foreach (var company in view.State.Companies) yield return Page(_paths.All[company.Name], CompanyCard.Make(view, company, evidence: true), evidence: true, company.Name);
        yield return new SiteFile("changes.atom", Written(output => new ChangeFeed(tags).Write(output, _told, [], view.Day)));
        yield return new SiteFile("plants.geojson", Json.Pretty(PlantMap.Make(view)) + "\n");
        yield return new SiteFile("findings.csv", Written(output => CsvForm.Write(output, FindingTable.Make(view, evidence: true), evidence: true)));
    }

    private IEnumerable<PlantState> Plants => view.State.Plants.OrderBy(plant => plant.Name, StringComparer.OrdinalIgnoreCase).ThenBy(plant => plant.Name, StringComparer.Ordinal);

    private SiteFile Page(string path, Report report, bool evidence, string? self = null) => new(
        path, SiteFrame.Page(path, report.Title ?? "Gigatrace", Day, output => HtmlForm.WriteBody(output, report, evidence, new HtmlLinks(_paths.From(path).GetValueOrDefault, self))));

    private Report Overview()
    {
        var pipeline = PipelineCard.Make(view, "status", evidence: true);
        var (documents, contradictions) = (view.State.Claims.Values.Select(claim => claim.DocumentId).Distinct(StringComparer.Ordinal).Count(), view.State.Disagreements.Where(one => one.Kind is DisagreementKind.Contradiction).ToArray());
        return new Report
        {
            Title = $"Battery plants, as of {Day}",
            Lead =
            [
                $"{Phrases.Count(view.State.Plants.Length, "plant")} and {Phrases.Count(view.State.Companies.Length, "company")}, from {Phrases.Count(view.State.Claims.Count, "claim")} in {Phrases.Count(documents, "document")}.",
                .. pipeline.Lead.Select(line => $"GWh a year: {line}."),
            ],
            Tables =
            [
                .. pipeline.Tables.Where(table => table.Title == PipelineCard.GrowthTitle),
                Changes(Few).Tables[0] with { Title = "Known last" },
                DisagreementList.ToTable(view, contradictions.Take(Few), withSubject: true) with { Title = "Contradictions" },
            ],
            Nothing = "the ledger holds no plants yet",
        };
    }

    /// <summary>The latest first, a line each.</summary>
    /// <param name="most">No more than <see cref="MostChanges"/>.</param>
    private Report Changes(int most)
    {
        var told = _told.Take(most).ToImmutableArray();
        return ChangeFeed.Of(told) with { Title = $"What became known until {Day}", Lead = told.Length < most ? [] : [$"The last {most} changes."] };
    }

    private Report Sources()
    {
        var documents = view.State.Claims.Values.GroupBy(claim => claim.DocumentId, StringComparer.Ordinal).Select(claims => (First: claims.MinBy(claim => claim.Id, StringComparer.Ordinal)!, Count: claims.Count()))
            .OrderByDescending(one => one.First.Published?.Latest ?? DateOnly.MinValue).ThenBy(one => one.First.Path, StringComparer.Ordinal).ToArray();
        return new Report
        {
            Title = Phrases.Count(documents.Length, "document"),
            Lead = ["What all of this rests on. The texts stay where they were published: here are their addresses, and on each page the words that count."],
            Tables =
            [
                new Table([new("published", Whole: true), new("publisher"), new("kind"), new("where"), new("claims", Right: true)])
                {
                    Rows = [.. documents.Select(one => new Row([one.First.Published?.Edtf ?? "undated", one.First.Publisher ?? "", one.First.SourceKind.Name(), one.First.Url ?? one.First.Path, Written(one.Count)], []))],
                },
            ],
            Nothing = "no documents",
        };
    }

    private static string Written(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);

    private static string Written(Action<TextWriter> write)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(output);
        return output.ToString();
    }
}
