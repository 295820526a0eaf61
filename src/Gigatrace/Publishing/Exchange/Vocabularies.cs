using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Ledger;

namespace Gigatrace.Publishing.Exchange;

/// <summary>The words that a claim may use, and what is wrong with one that a person or another program made.</summary>
public static class Vocabularies
{
    private static readonly ImmutableArray<string> Statuses = ["planned", "under_construction", "operating", "paused", "cancelled", "closed"];
    private static readonly ImmutableArray<string> Milestones = ["announced", "approved", "construction_start", "inauguration", "production_start", "full_production", "paused", "cancelled", "closed"];
    private static readonly ImmutableArray<string> Meant = [.. Enum.GetValues<Modality>().Select(modality => modality.Name())];
    private static readonly ImmutableArray<string> Bases = ["initial", "total", "ceiling", "additional", "output"];
    private static readonly ImmutableArray<string> Qualifiers = ["about", "at_least", "up_to"];
    private static readonly ImmutableArray<string> Levels = ["cell", "module", "pack"];

    /// <summary>The closed list for a part of a claim (<c>value</c>, <c>modality</c>, <c>basis</c>, <c>qualifier</c>, <c>level</c>); null where any word will do.</summary>
    public static ImmutableArray<string>? Words(string predicate, string part) => part switch
    {
        "value" when predicate is "status" => Statuses,
        "value" when predicate is "milestone" => Milestones,
        "modality" => Meant,
        "basis" => Bases,
        "qualifier" => Qualifiers,
        "level" => Levels,
        _ => null,
    };

    /// <summary>What does not fit the table of predicates, a sentence each; empty where all does.</summary>
    public static IEnumerable<string> Problems(Claim claim)
    {
        if (Predicates.Find(claim.Predicate) is not { } predicate)
        {
            yield return $"there is no predicate \"{claim.Predicate}\"; there are {string.Join(", ", Predicates.All.Select(one => one.Name))}";
            yield break;
        }

        foreach (var problem in OfValue(claim, predicate).Concat(OfUnit(claim, predicate)).Concat(OfWords(claim))) yield return problem;
        if (predicate.Topic.Contains("object") && claim.Object is null && claim.Modality != Modality.Denied) yield return $"{predicate.Name} needs an object: {predicate.Doc}";
    }

    private static IEnumerable<string> OfValue(Claim claim, Predicate predicate)
    {
        var needed = claim.Modality != Modality.Denied && predicate.Name is not ("stake" or "funding" or "investment");
        if (predicate.Type == Ledger.ValueType.Number && claim.Value is ClaimValue.Text) yield return $"{predicate.Name} takes a number, or two with a dash between them: {claim.Value}";
        else if (predicate.Type == Ledger.ValueType.Word && claim.Value is ClaimValue.Number or ClaimValue.Range) yield return $"{predicate.Name} takes a word: {claim.Value}";
        else if (predicate.Type == Ledger.ValueType.None && claim.Value is not null) yield return $"{predicate.Name} takes no value: {predicate.Doc}";
        else if (predicate.Type != Ledger.ValueType.None && claim.Value is null && needed) yield return $"{predicate.Name} needs a value: {predicate.Doc}";
        if (claim.Value is ClaimValue.Range { Low: var low, High: var high } && low > high) yield return $"the range {low}–{high} ends below its start";
        if (claim.Value is ClaimValue.Text text && Words(predicate.Name, "value") is { } words && !words.Contains(text.Word)) yield return $"\"{text.Word}\" is no {predicate.Name}; there are {string.Join(", ", words)}";
    }

    private static IEnumerable<string> OfUnit(Claim claim, Predicate predicate)
    {
        if (predicate.Unit is "currency")
        {
            if (claim.Value is not null && claim.Unit is not { Length: 3 }) yield return $"{predicate.Name} needs a currency as its unit, such as EUR";
        }
        else if (claim.Unit is not null && claim.Unit != predicate.Unit) yield return predicate.Unit is null ? $"{predicate.Name} has no unit" : $"{predicate.Name} is counted in {predicate.Unit}, not in {claim.Unit}";
    }

    private static IEnumerable<string> OfWords(Claim claim)
    {
        foreach (var (part, word) in new[] { ("basis", claim.Basis), ("qualifier", claim.Qualifier), ("level", claim.Level) })
        {
            if (word is not null && Words(claim.Predicate, part) is { } words && !words.Contains(word)) yield return $"\"{word}\" is no {part}; there are {string.Join(", ", words)}";
        }

        if (claim.Basis is not null && claim.Predicate is not ("capacity" or "vehicles")) yield return $"{claim.Predicate} has no basis";
    }
}
