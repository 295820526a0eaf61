using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Digests;

/// <summary>A name and what it is to the matter: "customer of AESC's plant in Douai".</summary>
public sealed record Who(string Name, string What, ImmutableArray<Statement> Statements)
{
    private const int Most = 12;
    private const int Things = 3;

    /// <summary>Of whom most is said with most weight, first.</summary>
    internal static ImmutableArray<Who> All(IReadOnlyList<Statement> all, Newsworthiness news, Naming naming) =>
    [
        .. all.SelectMany(one => Roles(one, naming)).Concat(Works(all, naming)).GroupBy(role => role.Name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(role => news.Of(role.From))).ThenBy(group => group.Key, StringComparer.Ordinal).Take(Most).Select(Told),
    ];

    /// <summary>Who is the same to several is told so once: "owner of A and B".</summary>
    private static Who Told(IGrouping<string, (string Name, string Is, string To, Statement From)> group)
    {
        var roles = group.GroupBy(role => role.Is, StringComparer.Ordinal).Take(Things).ToArray();
        return new Who(
            group.Key,
            string.Join("; ", roles.Select(role => Said(role.Key, [.. role.Select(one => one.To).Where(to => to.Length > 0).Distinct(StringComparer.Ordinal)]))),
            [.. roles.SelectMany(role => role).Select(role => role.From).Distinct()]);
    }

    /// <summary>Who runs, builds or plans a plant: of each plant what brings it furthest.</summary>
    private static IEnumerable<(string Name, string Is, string To, Statement From)> Works(IReadOnlyList<Statement> all, Naming naming) =>
        from plant in all.Where(one => one.Predicate is "milestone" or "status" or "capacity").GroupBy(one => one.Subject, StringComparer.Ordinal)
        let entity = naming.Plant(plant.Key)
        where entity is { Operator: not null, Place: not null }
        let furthest = plant.OrderBy(one => Array.IndexOf(Ways, Runs(one))).ThenBy(one => one.Position).First()
        select (entity.Operator!, Runs(furthest), Naming.Place(entity.Place!) + (entity.Part is null ? "" : $" ({Naming.Which(entity.Part)})"), furthest);

    private static IEnumerable<(string Name, string Is, string To, Statement From)> Roles(Statement one, Naming naming)
    {
        var subject = naming.Of(one.Subject);
        if (one.Predicate is "role") yield return (one.Subject, $"{Meant(one.Modality)}{Spoken.Figure(one)}{(one.Object is null ? "" : " of ")}", one.Object ?? "", one);
        if (one.Predicate is "market_share") yield return (one.Subject, $"{Spoken.Figure(one)} of the market", one.Region is null ? "" : $" in {one.Region}", one);
        if (one.Object is not { } other || one.Predicate is "role" or "operator") yield break;
        if (Is(one) is { } role) yield return (naming.Plant(other) is null ? other : naming.Of(other), Meant(one.Modality) + role, subject, one);
        if (one.Predicate is "partnership" or "competitor") yield return (subject, Meant(one.Modality) + Is(one), naming.Of(other), one);
        if (one.Predicate is "parent") yield return (subject, $"{Meant(one.Modality)}part of ", other, one);
    }

    private static string Said(string role, IReadOnlyList<string> to) => (to.Count > 1 ? role.Replace("the plant in", "the plants in", StringComparison.Ordinal) : role) + Naming.Joined(to);

    private static readonly string[] Ways = ["gave up the plant in ", "runs the plant in ", "builds the plant in ", "behind the plant in ", "said to weigh a plant in ", "no plant in "];

    private static string Runs(Statement one) => (one.Predicate, one.Word, one.Modality) switch
    {
        ("status", "operating", Modality.Actual) or ("milestone", "production_start" or "inauguration" or "full_production", Modality.Actual) => "runs the plant in ",
        ("status", "cancelled" or "closed", _) or ("milestone", "cancelled" or "closed", Modality.Actual) => "gave up the plant in ",
        (_, _, Modality.Rumoured or Modality.Possible) => "said to weigh a plant in ",
        (_, _, Modality.Denied) => "no plant in ",
        ("status", "under_construction", _) or ("milestone", "construction_start", Modality.Actual) => "builds the plant in ",
        _ => "behind the plant in ",
    };

    private static string? Is(Statement one) => one.Predicate switch
    {
        "supplies" => "customer of ",
        "funding" => one.Kind switch { "loan" => "lender to ", "grant" => "giver of a grant to ", "equity" => "investor in ", _ => "backer of " },
        "investment" => "investor in ",
        "parent" => "owner of ",
        "acquired" => "buyer of ",
        "stake" => one.Value is null ? "part owner of " : $"owner of {Spoken.Figure(one)} of ",
        "partnership" => one.Kind is "jv" ? "joint venture partner of " : "partner of ",
        "competitor" => "competitor of ",
        _ => null,
    };

    private static string Meant(Modality modality) => modality switch { Modality.Actual => "", Modality.Planned => "future ", Modality.Possible => "possible ", Modality.Rumoured => "rumoured ", _ => "not " };
}
