using System.Globalization;
using System.Text.Json.Nodes;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>All companies on a line each.</summary>
public static class CompanyList
{
    public static Report Make(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Make(view, view.State.Companies);
    }

    /// <summary>Some of them, by name.</summary>
    public static Report Make(View view, IEnumerable<CompanyState> some)
    {
        ArgumentNullException.ThrowIfNull(view);
        var companies = some.OrderBy(company => company.Name, StringComparer.OrdinalIgnoreCase).ToList();
        return new Report
        {
            Title = $"{Phrases.Count(companies.Count, "company")} as of {Phrases.Day(view.Day)}",
            Tables =
            [
                new Table([new("company"), new("plants", Right: true), new("customers", Right: true), new("suppliers", Right: true), new("disagreements", Right: true)])
                {
                    Rows =
                    [
                        .. companies.Select(company => new Row(
                            [company.Name, Written(company.Plants.Length), Written(company.Customers.Length), Written(company.Suppliers.Length), Written(company.Disagreements.Length)], [])),
                    ],
                },
            ],
            Items = [.. companies.Select(ToJson)],
            Nothing = "no companies are known",
        };
    }

    private static JsonObject ToJson(CompanyState company) => new()
    {
        ["name"] = company.Name,
        ["aliases"] = Json.Array(company.Aliases),
        ["plants"] = company.Plants.Length,
        ["customers"] = company.Customers.Length,
        ["suppliers"] = company.Suppliers.Length,
        ["disagreements"] = company.Disagreements.Length,
    };

    private static string Written(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);
}
