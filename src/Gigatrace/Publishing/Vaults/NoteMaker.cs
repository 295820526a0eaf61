using System.Collections.Immutable;
using System.Text;
using Gigatrace.Claims;
using Gigatrace.Ledger;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.Publishing.Vaults;

/// <summary>What the notes of a vault say: the cards of plants and companies, with links among them and footnotes to sources.</summary>
internal sealed class NoteMaker(View view)
{
    private readonly ILookup<string, Finding> _findings = view.State.Findings.SelectMany(finding => new[] { finding.Subject, finding.Object }.OfType<string>().Distinct(StringComparer.Ordinal).Select(name => (name, finding))).ToLookup(row => row.name, row => row.finding, StringComparer.Ordinal);

    /// <summary>What becomes a note: every plant, and every company of which anything is held.</summary>
    /// <returns>Kind and name.</returns>
    public IEnumerable<(string Kind, string Name)> Things() =>
        view.State.Plants.Select(plant => ("plant", plant.Name)).Concat(view.State.Companies.Where(company => _findings.Contains(company.Name) || !company.Plants.IsEmpty).Select(company => ("company", company.Name)));

    public VaultNote Plant(PlantState plant, ImmutableArray<string> aliases, NoteLinks links)
    {
        var card = PlantCard.Make(view, plant, evidence: false);
        var timeline = Cards.Timeline.ToTable(view, Cards.Timeline.Events(_findings[plant.Name])) with { Title = "Timeline" };
        var status = plant.Status?.Value?.ToString();
        return new VaultNote("plant", plant.Name, aliases, ["gigatrace/plant", .. status is null ? [] : new[] { $"gigatrace/status/{status.Replace(' ', '_')}" }], Properties(plant, links), Parts([plant.Name, plant.Place, plant.Region, plant.Country], card.Lead, [.. card.Tables, timeline], links));
    }

    public VaultNote Company(CompanyState company, NoteLinks links)
    {
        var card = CompanyCard.Make(view, company, evidence: false);
        return new VaultNote("company", company.Name, company.Aliases, ["gigatrace/company"], Properties(company, links), Parts([company.Name], card.Lead, card.Tables, links));
    }

    public VaultNote Index(IReadOnlyCollection<string> companies, NoteLinks links)
    {
        var plants = PlantList.ToTable(view, view.State.Plants.OrderBy(plant => plant.Name, StringComparer.OrdinalIgnoreCase)) with { Title = "Plants" };
        var listed = view.State.Companies.Where(company => companies.Contains(company.Name)).OrderBy(company => company.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        var table = new Table([new("company"), new("plants", Right: true), new("owners")])
        {
            Title = "Companies",
            Rows = [.. listed.Select(company => new Row([company.Name, company.Plants.IsEmpty ? "" : $"{company.Plants.Length}", string.Join(", ", company.Owners.Select(owner => owner.Object).OfType<string>().Distinct(StringComparer.Ordinal))], []))],
        };
        var lead = $"{Phrases.Count(view.State.Plants.Length, "plant")} and {Phrases.Count(listed.Length, "company")}. What stands between the marks is written anew by `gigatrace export vault`; everything else here and in the notes is yours.";
        return new VaultNote("index", "Gigatrace", [], ["gigatrace/index"], AsOf(), Parts([], [lead], [plants with { Rows = [.. plants.Rows.Select(row => row with { Evidence = [], ByCell = [] })] }, table], links));
    }

    private ImmutableArray<(string, Property)> AsOf() => view.State.AsOf is { } day ? [("as_of", new Property.Date(day))] : [];

    private ImmutableArray<(string, Property)> Properties(PlantState plant, NoteLinks links) =>
    [
        .. Text("operator", plant.Operator is null ? null : links.Property(plant.Operator)),
        .. List("owners", plant.Owners.Where(owner => owner.Modality == Modality.Actual).Select(owner => owner.Object), links),
        .. Text("place", plant.Place), .. Text("region", plant.Region), .. Text("country", plant.Country), .. Text("part", plant.Part),
        .. Text("status", plant.Status?.Value?.ToString()), .. Day("status_since", plant.Status?.When), .. Text("inferred_status", plant.InferredStatus),
        .. Number("installed_gwh", plant.Capacity.Installed?.Value), .. Number("planned_gwh", plant.Capacity.Planned?.Value), .. Number("ceiling_gwh", plant.Capacity.Ceiling?.Value),
        .. Number("committed_gwh", plant.Commitment is { } promised ? new ClaimValue.Number(promised.Committed) : null),
        .. Text("start", plant.Start?.When is { } start ? Phrases.Time(start) : null), .. Day("start_date", plant.Start?.When),
        .. List("customers", plant.Customers.Where(one => one.State is "agreed" or "supplying").Select(one => one.Object), links),
        .. List("chemistry", plant.Chemistry.Where(one => one.Modality != Modality.Denied).Select(one => one.Value?.ToString())),
        .. Number("disagreements", new ClaimValue.Number(plant.Disagreements.Length)), .. AsOf(),
    ];

    private ImmutableArray<(string, Property)> Properties(CompanyState company, NoteLinks links) =>
    [
        .. List("owners", company.Owners.Where(owner => owner.Modality == Modality.Actual).Select(owner => owner.Object), links),
        .. Text("headquarters", company.Headquarters?.Value?.ToString()), .. Text("founded", company.Founded?.When is { } founded ? Phrases.Time(founded) : null),
        .. List("plants", company.Plants, links),
        .. List("customers", company.Customers.Where(one => one.State is "agreed" or "supplying").Select(one => one.Object), links),
        .. List("chemistry", company.Chemistry.Where(one => one.Modality != Modality.Denied).Select(one => one.Value?.ToString())),
        .. Number("market_share", company.Standings.FirstOrDefault(one => one is { Predicate: "market_share", Scope.Length: 0 })?.Figures.FirstOrDefault(figure => figure.Of == company.Name)?.Value),
        .. Number("disagreements", new ClaimValue.Number(company.Disagreements.Length)), .. AsOf(),
    ];

    private static IEnumerable<(string, Property)> Text(string key, string? text) => string.IsNullOrEmpty(text) ? [] : [(key, new Property.Text(text))];

    /// <summary>Only where one day is known.</summary>
    private static IEnumerable<(string, Property)> Day(string key, When? when) => when is { Earliest: { } first, Latest: { } last } && first == last ? [(key, new Property.Date(first))] : [];

    /// <summary>Of a range its upper end.</summary>
    private static IEnumerable<(string, Property)> Number(string key, ClaimValue? value) => Agreement.Bounds(value) is { } bounds ? [(key, new Property.Number(bounds.High))] : [];

    private static IEnumerable<(string, Property)> List(string key, IEnumerable<string?> values, NoteLinks? links = null)
    {
        var list = values.OfType<string>().Distinct(StringComparer.Ordinal).Select(value => links is null ? value : links.Property(value)).ToImmutableArray();
        return list.IsEmpty ? [] : [(key, new Property.List(list))];
    }

    /// <summary>One part for each table that says anything, and one for the sources of all.</summary>
    /// <param name="own">Names that are no links in this note.</param>
    private ImmutableArray<(string, string)> Parts(IEnumerable<string?> own, IEnumerable<string> lead, IEnumerable<Table> tables, NoteLinks links)
    {
        var plain = own.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var sources = new NoteSources(view);
        var parts = ImmutableArray.CreateBuilder<(string, string)>();
        var head = string.Concat(lead.Append(view.State.AsOf is { } day ? $"as of {Phrases.Day(day)}" : "").Where(line => line.Length > 0).Select(line => links.Linked(line, plain) + "\n\n"));
        foreach (var table in tables)
        {
            var text = table.Rows.IsEmpty ? "" : Written(table, plain, links, sources);
            if (table.Title is null) text = (head + text).TrimEnd('\n') + "\n";
            if (text.Trim().Length > 0) parts.Add((Slug(table.Title), text));
        }

        if (parts.Count == 0 || parts[0].Item1 != "facts") parts.Insert(0, ("facts", head.Length > 0 ? head.TrimEnd('\n') + "\n" : "Nothing is held yet.\n"));
        if (sources.Text.Length > 0) parts.Add(("sources", $"## Sources\n\n{sources.Text}"));
        return parts.ToImmutable();
    }

    private static string Slug(string? title) => title is null ? "facts" : title.ToLowerInvariant().Replace(' ', '-');

    private static string Written(Table table, HashSet<string> plain, NoteLinks links, NoteSources sources)
    {
        var text = new StringBuilder(table.Title is null ? "" : $"## {table.Title}\n\n");
        Line(text, table.Columns.Select(column => column.Name));
        Line(text, table.Columns.Select(column => column.Right ? "---:" : "---"));
        foreach (var row in table.Rows)
        {
            Line(text, row.Cells.Select((cell, at) =>
            {
                var words = IsPlain(table.Columns[at].Name) ? NoteLinks.Escaped(cell) : links.Linked(cell, plain);
                var mark = row.ByCell.IsEmpty ? at == row.Cells.Length - 1 ? sources.Mark(row.Evidence) : "" : sources.Mark(row.ByCell[at]);
                return $"{words} {mark}".Trim();
            }));
        }

        return text.ToString();
    }

    /// <summary>A publisher, a country or a town may be called as a company is, and is not meant as one.</summary>
    private static bool IsPlain(string column) => column is "source" or "place" or "country" or "why";

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
