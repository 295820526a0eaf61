using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Ledger;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.Tests.Acceptance;

/// <summary>One thing that a card or list says: under which key of its JSON, and the parts of which it is made.</summary>
internal sealed record CardLine(string Label, IReadOnlyList<string> Parts)
{
    public override string ToString() => $"{Label}: {string.Join(", ", Parts)}";
}

/// <summary>What a program gets from a card, figure by figure, so that an expectation can name as much of it as it is about.</summary>
internal static class CardLines
{
    public static IReadOnlyList<CardLine> Of(View view, PlantState plant) => [.. Walk("card", PlantCard.Make(view, plant, evidence: true).Items[0])];

    public static IReadOnlyList<CardLine> Of(View view, CompanyState company) => [.. Walk("card", CompanyCard.Make(view, company, evidence: true).Items[0])];

    public static IReadOnlyList<CardLine> OfDisagreements(View view) => [.. view.State.Disagreements.Select(one => new CardLine(one.Kind.Name(), [.. Parts(view, one)]))];

    private static IEnumerable<CardLine> Walk(string label, JsonNode? node) => node switch
    {
        JsonObject figure when figure.ContainsKey("finding") => [new CardLine(label, [.. Parts(figure)])],
        JsonObject folded => folded.Where(one => one.Key is not "disagreements").SelectMany(one => Walk(one.Key, one.Value)),
        JsonArray many => many.SelectMany(one => Walk(label, one)),
        JsonValue word => [new CardLine(label, [word.ToString()])],
        _ => [],
    };

    /// <summary>A number with its unit is one part, "10 GWh/yr"; so is each document that says so, "from opening".</summary>
    private static IEnumerable<string> Parts(JsonObject figure)
    {
        foreach (var (key, value) in figure)
        {
            if (value is null || key is "finding" or "unit") continue;
            switch (key)
            {
                case "value":
                    yield return value is JsonArray range ? WithUnit($"{range[0]}-{range[1]}", figure) : WithUnit(value.ToString(), figure);
                    break;
                case "inferred":
                    yield return "inferred";
                    break;
                case "evidence":
                    foreach (var doc in value.AsArray().Select(quote => Path.GetFileNameWithoutExtension(quote!["path"]!.ToString())).Distinct(StringComparer.Ordinal)) yield return $"from {doc}";
                    break;
                case "of" or "from" or "to":
                    yield return $"{key} {value}";
                    break;
                default:
                    foreach (var one in value is JsonArray words ? words.AsEnumerable() : [value]) yield return one!.ToString();
                    break;
            }
        }
    }

    private static string WithUnit(string value, JsonObject figure) => figure["unit"] is { } unit ? $"{value} {unit}" : value;

    private static IEnumerable<string> Parts(View view, Disagreement one)
    {
        yield return one.Subject;
        yield return one.Predicate;
        foreach (var part in Parts(view.State.Claims[one.Holds])) yield return $"holds {part}";
        foreach (var part in one.Against.SelectMany(against => Parts(view.State.Claims[against])).Distinct(StringComparer.Ordinal)) yield return $"against {part}";
    }

    private static IEnumerable<string> Parts(Claim claim)
    {
        if (claim.Value is { } value) yield return claim.Unit is { } unit ? $"{value} {unit}" : value.ToString()!;
        if (claim.Object is { } other) yield return other;
        if (claim.When is { } when) yield return when.Edtf;
        yield return claim.Modality.Name();
        yield return $"from {claim.Doc}";
    }
}
