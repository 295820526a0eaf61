using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>Who is who: people with their titles, and companies with their owners and what they run.</summary>
public static class WhoIsWho
{
    /// <param name="names">Only these people, or these companies and their people; empty for all.</param>
    /// <param name="part">Null for all.</param>
    public static Report Make(View view, ImmutableArray<string> names, bool evidence, Part? part = null)
    {
        var told = part ?? Part.All;
        var allRoles = view.Concerning(names).Where(finding => finding.Predicate == "role")
            .OrderBy(finding => finding.Object, StringComparer.Ordinal).ThenBy(finding => finding.Subject, StringComparer.Ordinal).ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var allCompanies = view.State.Companies.Where(company => names.IsEmpty || names.Contains(company.Name)).Where(IsTold)
            .OrderBy(company => company.Name, StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        var (roles, companies) = (told.Of(allRoles), told.After(allRoles.Length).Of(allCompanies));
        return new Report
        {
            Of = allRoles.Length + allCompanies.Length,
            Title = $"Who is who, as of {Phrases.Day(view.Day)}",
            Tables =
            [
                new Table([new("person"), new("title"), new("company"), new("when", Whole: true), new("source")]) { Title = "People", Rows = [.. roles.Select(role => ToRow(view, role))] },
                new Table([new("company"), new("owner"), new("plants"), new("customers")]) { Title = "Companies", Rows = [.. companies.Select(company => ToRow(view, company))] },
            ],
            Items = [.. roles.Select(role => ToJson(view, role, evidence)), .. companies.Select(ToJson)],
            Nothing = "nobody is known yet",
        };
    }

    private static Row ToRow(View view, Finding role) => new(
        [role.Subject, Phrases.Figure(role.Value, null), role.Object ?? "", Phrases.Time(role.Valid), Facts.Source(view.EvidenceOf(role))],
        view.EvidenceOf(role));

    private static JsonObject ToJson(View view, Finding role, bool evidence)
    {
        var json = new JsonObject
        {
            ["type"] = "person",
            ["name"] = role.Subject,
            ["title"] = Json.Of(role.Value),
            ["company"] = role.Object,
            ["when"] = role.Valid?.Edtf,
            ["finding"] = role.Id,
        };
        if (evidence) json["evidence"] = Json.Array(view.EvidenceOf(role).Select(one => (JsonNode?)one.ToJson()));
        return json;
    }

    private static bool IsTold(CompanyState company) => !company.Owners.IsEmpty || !company.Plants.IsEmpty || !company.Customers.IsEmpty;

    private static Row ToRow(View view, CompanyState company) => new(
        [
            company.Name, string.Join(", ", Others(company.Owners)), string.Join(", ", company.Plants.Select(plant => Short(plant, company.Name))),
            string.Join(", ", Others(company.Customers)),
        ],
        [.. company.Owners.Concat(company.Customers).SelectMany(figure => view.EvidenceOf(figure))]);

    private static JsonObject ToJson(CompanyState company) => new()
    {
        ["type"] = "company",
        ["name"] = company.Name,
        ["aliases"] = Json.Array(company.Aliases),
        ["owners"] = Json.Array(Others(company.Owners)),
        ["plants"] = Json.Array(company.Plants),
        ["customers"] = Json.Array(Others(company.Customers)),
    };

    private static IEnumerable<string> Others(IEnumerable<Figure> figures) => figures.Select(figure => figure.Object).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Beside its operator a plant needs only its place and number.</summary>
    private static string Short(string plant, string company) => plant.StartsWith(company + " ", StringComparison.Ordinal) ? plant[(company.Length + 1)..] : plant;
}
