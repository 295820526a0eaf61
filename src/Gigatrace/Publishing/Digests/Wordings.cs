using Gigatrace.Claims;

namespace Gigatrace.Publishing.Digests;

/// <summary>What is said of a subject, without it: "started production on 3 June 2025", "is to have a capacity of 12 GWh a year".</summary>
/// <remarks>How firmly it is said stays in the words: is to (planned), may (possible), is said to (rumoured), will not (denied).</remarks>
internal static class Wordings
{
    /// <param name="alike">One statement, or several of one subject that differ only in the other side or the chemistry.</param>
    public static string Of(IReadOnlyList<Statement> alike, Naming naming)
    {
        var first = alike[0];
        var (finite, infinitive) = Verb(first, alike, naming);
        var said = first.Modality switch
        {
            Modality.Actual => finite,
            Modality.Planned => first is { Predicate: "status", Word: "planned" } ? finite : $"{(first.IsPast ? "was" : "is")} to {infinitive}",
            Modality.Possible => $"may {infinitive}",
            Modality.Rumoured => $"is said to {infinitive}",
            _ => $"will not {infinitive}",
        };
        return said + (first.Attribution is { } who && who != first.Subject ? $" (according to {who})" : "");
    }

    /// <summary>Statements that one sentence tells with several names: they are told together.</summary>
    public static (string, Modality, string?, string?, string?) Family(Statement one) =>
        one.Predicate is "supplies" or "partnership" or "chemistry" or "competitor" or "parent" ? (one.Predicate, one.Modality, one.Kind, one.Product, one.Attribution)
        : one.Predicate is "stake" ? ($"stake {one.Value}", one.Modality, one.Kind, one.Product, one.Attribution)
        : ($"{one.Predicate} {one.Value} {one.Object} {string.Join(' ', one.Claims)}", one.Modality, one.Kind, one.Product, one.Attribution);

    private static (string Finite, string Infinitive) Verb(Statement one, IReadOnlyList<Statement> alike, Naming naming)
    {
        var figure = Spoken.Figure(one);
        var (when, aside) = (Spoken.Time(one.When), Spoken.Aside(one.When));
        var others = Naming.Joined([.. alike.Select(each => Named(each, naming)).Distinct(StringComparer.Ordinal)]);
        return one.Predicate switch
        {
            "milestone" => Milestone(one.Word, when),
            "status" => Status(one.Word),
            "capacity" => Capacity(one, figure, one.Modality == Modality.Actual && one.Basis is not "output" ? "" : when),
            "vehicles" => ($"can equip {Vehicles(figure)}", $"equip {Vehicles(figure)}{when}"),
            "jobs" => ($"provides {figure} jobs{aside}", $"provide {figure} jobs{when}"),
            "investment" => ($"takes an investment of {figure}{By(others, " by ")}{aside}", $"take an investment of {figure}{By(others, " by ")}{when}"),
            "funding" => ($"received {Money(one, figure)}{By(others, " from ")}{when}", $"receive {Money(one, figure)}{By(others, " from ")}{aside}"),
            "supplies" => ($"supplies {others}{Product(one)}{aside}", $"supply {others}{Product(one)}{aside}"),
            "stake" => ($"is {Share(figure)} owned by {others}{aside}", $"be {Share(figure)} owned by {others}{aside}"),
            "acquired" => ($"was bought by {others}{when}", $"be bought by {others}{when}"),
            "parent" => ($"belongs to {others}", $"belong to {others}"),
            "operator" => ($"is run by {others}", $"be run by {others}"),
            "partnership" => Partnership(one, others, aside),
            "founded" => ($"was founded{when}", $"be founded{when}"),
            "insolvency" => one.Word is "bankruptcy" ? ($"went bankrupt{when}", $"go bankrupt{when}") : ($"asked for protection from its creditors{when}", $"ask for protection from its creditors{when}"),
            "role" => ($"is {figure}{By(others, " of ")}{aside}", $"become {figure}{By(others, " of ")}{when}"),
            "market_share" => ($"has a market share of {figure}{By(one.Region ?? "", " in ")}{aside}", $"reach a market share of {figure}{By(one.Region ?? "", " in ")}{when}"),
            "chemistry" => ($"makes {Naming.Joined([.. alike.Select(each => Phrases.Word(each.Word))])} cells", $"make {Naming.Joined([.. alike.Select(each => Phrases.Word(each.Word))])} cells"),
            "headquarters" => ($"has its headquarters in {others}{figure}", $"have its headquarters in {others}{figure}"),
            "rank" => ($"holds rank {figure}{By(one.Region ?? "", " in ")}{aside}", $"hold rank {figure}{By(one.Region ?? "", " in ")}{when}"),
            "competitor" => ($"competes with {others}", $"compete with {others}"),
            _ => ($"has {Phrases.Word(one.Predicate)} {figure}{By(others, " ")}{aside}", $"have {Phrases.Word(one.Predicate)} {figure}{By(others, " ")}{when}"),
        };
    }

    private static (string, string) Milestone(string? word, string when) => word switch
    {
        "announced" => ($"was announced{when}", $"be announced{when}"),
        "approved" => ($"was approved{when}", $"be approved{when}"),
        "construction_start" => ($"had its ground-breaking{when}", $"have its ground-breaking{when}"),
        "inauguration" => ($"opened{when}", $"open{when}"),
        "production_start" => ($"started production{when}", $"start production{when}"),
        "full_production" => ($"reached full production{when}", $"reach full production{when}"),
        _ => ($"was {Phrases.Word(word)}{when}", $"be {Phrases.Word(word)}{when}"),
    };

    private static (string, string) Status(string? word) => word switch
    {
        "operating" => ("is in operation", "be in operation"),
        "planned" => ("is planned", "be built"),
        _ => ($"is {Phrases.Word(word)}", $"be {Phrases.Word(word)}"),
    };

    private static (string, string) Capacity(Statement one, string figure, string when) => one.Basis switch
    {
        "initial" => ($"begins with a capacity of {figure}{when}", $"begin with a capacity of {figure}{when}"),
        "ceiling" => ($"can reach a capacity of {figure}{when}", $"reach a capacity of {figure}{when}"),
        "additional" => ($"gained {figure} of capacity{when}", $"gain {figure} of capacity{when}"),
        "output" => ($"made {figure}{when}", $"make {figure}{when}"),
        _ => ($"has a capacity of {figure}{when}", $"have a capacity of {figure}{when}"),
    };

    private static (string, string) Partnership(Statement one, string others, string aside) => one.Kind switch
    {
        "jv" => ($"has a joint venture with {others}{aside}", $"form a joint venture with {others}{aside}"),
        "mou" => ($"has a memorandum of understanding with {others}{aside}", $"sign a memorandum of understanding with {others}{aside}"),
        "technology" => ($"has a technology partnership with {others}{aside}", $"enter a technology partnership with {others}{aside}"),
        _ => ($"has a partnership with {others}{aside}", $"enter a partnership with {others}{aside}"),
    };

    private static string Money(Statement one, string figure) => one.Kind switch
    {
        "loan" => $"a loan of {figure}",
        "grant" => $"a grant of {figure}",
        "equity" => $"equity of {figure}",
        _ => figure,
    };

    private static string Vehicles(string figure) => figure.EndsWith(" EV a year", StringComparison.Ordinal) ? $"{figure[..^" EV a year".Length]} electric vehicles a year" : figure;

    private static string Product(Statement one) => one.Product switch
    {
        null or "traction" => "",
        "storage" => " with storage batteries",
        _ => $" with {one.Product} batteries",
    };

    private static string Share(string figure) => figure.Length == 0 ? "partly" : figure;

    private static string By(string name, string word) => name.Length == 0 ? "" : word + name;

    private static string Named(Statement one, Naming naming) => one.Object is null ? "" : naming.Of(one.Object) + (one.Models.IsEmpty ? "" : $" ({Naming.Joined(one.Models)})");
}
