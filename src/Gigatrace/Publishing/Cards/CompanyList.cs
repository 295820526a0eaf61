using System.Globalization;

namespace Gigatrace.Publishing.Cards;

/// <summary>All companies on a line each.</summary>
public static class CompanyList
{
    public static Report Make(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new Report
        {
            Title = $"{Phrases.Count(view.State.Companies.Length, "company")} as of {Phrases.Day(view.Day)}",
            Tables =
            [
                new Table([new("company"), new("plants", Right: true), new("customers", Right: true), new("suppliers", Right: true), new("disagreements", Right: true)])
                {
                    Rows =
                    [
                        .. view.State.Companies.OrderBy(company => company.Name, StringComparer.OrdinalIgnoreCase).Select(company => new Row(
                            [company.Name, Written(company.Plants.Length), Written(company.Customers.Length), Written(company.Suppliers.Length), Written(company.Disagreements.Length)], [])),
                    ],
                },
            ],
            Nothing = "no companies are known",
        };
    }

    private static string Written(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);
}
