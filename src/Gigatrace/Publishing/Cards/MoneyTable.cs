using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Cards;

/// <summary>Money by kind and in all, nothing counted twice.</summary>
public static class MoneyTable
{
    /// <summary>Nothing where there is nothing to add up.</summary>
    public static Table Make(View view, ImmutableArray<MoneySum> money) =>
        new([new("money", Whole: true), new("sum", Right: true, Whole: true), new("said as", Whole: true), new("counted")])
        {
            Title = "Money",
            Rows = [.. money.GroupBy(sum => (sum.Unit, sum.Modality)).Where(group => group.Last().Findings.Length + group.Last().LeftOut.Length > 1).SelectMany(group => group).Select(sum => ToRow(view, sum))],
        };

    public static JsonArray ToJson(ImmutableArray<MoneySum> money) => Json.Array(money.Select(sum => (JsonNode?)new JsonObject
    {
        ["kind"] = sum.Kind,
        ["value"] = Json.Of(Value(sum)),
        ["unit"] = sum.Unit,
        ["modality"] = sum.Modality.Name(),
        ["findings"] = Json.Array(sum.Findings),
        ["left_out"] = Json.Array(sum.LeftOut),
        ["how"] = sum.How,
    }));

    private static Row ToRow(View view, MoneySum sum) => new(
        [sum.Kind, Phrases.Figure(Value(sum), sum.Unit), sum.Modality.Name(), sum.How],
        view.EvidenceOfFindings(sum.Findings));

    private static ClaimValue Value(MoneySum sum) => sum.Low == sum.High ? new ClaimValue.Number(sum.High) : new ClaimValue.Range(sum.Low, sum.High);
}
