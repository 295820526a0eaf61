using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>Who is who: people with their titles, and companies with their owners and what they run.</summary>
public static class WhoIsWho
{
    /// <param name="name">Only this person, or this company and its people; null for all.</param>
    public static Report Make(View view, string? name, bool evidence)
    {
        var roles = view.Findings.Where(finding => finding.Predicate == "role" && (name is null || finding.Subject == name || finding.Object == name))
            .OrderBy(finding => finding.Object, StringComparer.Ordinal).ThenBy(finding => finding.Subject, StringComparer.Ordinal).ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var companies = view.Entities.Where(entity => entity.Kind == EntityKind.Organisation && (name is null || entity.Name == name))
            .OrderBy(entity => entity.Name, StringComparer.Ordinal).Select(entity => Describe(view, entity)).Where(company => company.Row.Cells.Skip(1).Any(cell => cell.Length > 0))
            .ToImmutableArray();
        return new Report
        {
            Title = $"Who is who, as of {Phrases.Day(view.AsOf)}",
            Tables =
            [
                new Table([new("person"), new("title"), new("company"), new("when", Whole: true), new("source")]) { Title = "People", Rows = [.. roles.Select(role => ToRow(view, role))] },
                new Table([new("company"), new("owner"), new("plants"), new("customers")]) { Title = "Companies", Rows = [.. companies.Select(company => company.Row)] },
            ],
            Items = [.. roles.Select(role => ToJson(view, role, evidence)), .. companies.Select(company => company.Json)],
            Nothing = "nobody is known yet",
        };
    }

    private static Row ToRow(View view, Finding role) => new(
        [role.Subject, Phrases.Figure(role.Value, null), role.Object ?? "", Phrases.Time(role.Valid), Facts.Source(view, role)],
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

    private static (Row Row, JsonObject Json) Describe(View view, Entity company)
    {
        var about = view.About(company.Name);
        var owners = about.Where(finding => finding.Predicate == "parent").ToList();
        var plants = view.Entities.Where(entity => entity.Kind == EntityKind.Plant && entity.Operator == company.Name).Select(plant => plant.Name).Order(StringComparer.Ordinal).ToList();
        var customers = about.Where(finding => finding.Predicate == "supplies").ToList();
        var names = customers.Select(finding => finding.Object).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var row = new Row(
            [company.Name, string.Join(", ", owners.Select(owner => owner.Object)), string.Join(", ", plants.Select(plant => Short(plant, company.Name))), string.Join(", ", names)],
            view.EvidenceOf(owners.Concat(customers).SelectMany(finding => finding.Supports)));
        var json = new JsonObject
        {
            ["type"] = "company",
            ["name"] = company.Name,
            ["aliases"] = Json.Array(company.Aliases),
            ["owners"] = Json.Array(owners.Select(owner => owner.Object).OfType<string>()),
            ["plants"] = Json.Array(plants),
            ["customers"] = Json.Array(names),
        };
        return (row, json);
    }

    /// <summary>Beside its operator a plant needs only its place and number.</summary>
    private static string Short(string plant, string company) => plant.StartsWith(company + " ", StringComparison.Ordinal) ? plant[(company.Length + 1)..] : plant;
}
