using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Publishing.Digests;

/// <summary>
/// How much a statement matters: what kind of news it is, how firmly it is said, how much the text says of whom it names, whether the headline names it,
/// how early it stands, and whether it is of the day or background. The product of these; <c>docs/method.md</c> tells why.
/// </summary>
/// <param name="said">By the actor (a plant's operator, else the name) in a story, how many statements name it.</param>
/// <param name="now">The states that are told, by story, subject and step: what brought a plant there is no background, however long ago, but for an announcement.</param>
/// <param name="headlines">By story, its headline, folded; what stands above all stories under -1.</param>
/// <param name="day">The day from which "long ago" is counted; null where there is none.</param>
internal sealed class Newsworthiness(IReadOnlyDictionary<(int, string), int> said, IReadOnlySet<(int, string, string)> now, IReadOnlyDictionary<int, string> headlines, DateOnly? day, Naming naming)
{
    private const int YearInDays = 366;

    /// <summary>Figures between the highest in importance (1) and what is told only where there is nothing else.</summary>
    private static readonly ImmutableDictionary<string, double> Kinds = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["milestone production_start"] = 1, ["milestone cancelled"] = 1, ["milestone closed"] = 1, ["milestone inauguration"] = 0.95, ["milestone paused"] = 0.95, ["milestone construction_start"] = 0.95,
        ["milestone full_production"] = 0.85, ["milestone announced"] = 0.8, ["milestone approved"] = 0.8,
        ["status cancelled"] = 0.95, ["status closed"] = 0.95, ["status paused"] = 0.9, ["status operating"] = 0.75, ["status under_construction"] = 0.75, ["status planned"] = 0.7,
        ["insolvency"] = 0.95, ["capacity"] = 0.85, ["acquired"] = 0.85, ["stake"] = 0.75, ["supplies"] = 0.75, ["partnership"] = 0.7, ["investment"] = 0.75, ["funding"] = 0.7, ["jobs"] = 0.6, ["market_share"] = 0.55,
        ["parent"] = 0.5, ["vehicles"] = 0.45, ["chemistry"] = 0.45, ["operator"] = 0.4, ["rank"] = 0.4, ["role"] = 0.25, ["founded"] = 0.25,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>By story, of how many statements its foremost is.</summary>
    private readonly Dictionary<int, int> _most = said.GroupBy(row => row.Key.Item1).ToDictionary(story => story.Key, story => story.Max(row => row.Value));

    public static Newsworthiness Of(IReadOnlyCollection<Statement> all, IReadOnlyDictionary<int, string> headlines, DateOnly? day, Naming naming) => new(
        all.SelectMany(one => Actors(one, naming).Select(actor => (one.Story, actor))).GroupBy(key => key).ToDictionary(group => group.Key, group => group.Count()),
        all.Where(one => one is { Predicate: "status", Word: not null }).Select(one => (one.Story, one.Subject, one.Word!)).ToHashSet(),
        headlines.ToDictionary(row => row.Key, row => $" {Vocabulary.Fold(row.Value)} "), day, naming);

    public double Of(Statement one) => Kind(one) * Firmness(one.Modality) * Prominence(one) * (IsInHeadline(one) ? 1.4 : 1) * (1.15 - (0.3 * one.Position)) * (IsBackground(one) ? 0.5 : 1) * (one.AiGenerated ? 0.85 : 1);

    /// <summary>Somebody who leaves or comes on a day is news; who holds an office is not.</summary>
    private static double Kind(Statement one) => one.Predicate is "role" && (one.When is not null || one.Word?.StartsWith("former", StringComparison.OrdinalIgnoreCase) == true) ? 0.6 : Kinds.TryGetValue($"{one.Predicate} {one.Word}", out var exact) ? exact : Kinds.GetValueOrDefault(one.Predicate, 0.2);

    /// <summary>What is so goes before what is meant; that something will not be is news as well.</summary>
    private static double Firmness(Modality modality) => modality switch { Modality.Actual => 1, Modality.Planned => 0.9, Modality.Denied => 0.9, Modality.Possible => 0.8, _ => 0.75 };

    /// <summary>From 0.3 to 1, by how much is said of those whom it names, beside the one of whom most is said in its story.</summary>
    private double Prominence(Statement one) => 0.3 + (0.7 * Actors(one, naming).Average(actor => said[(one.Story, actor)]) / _most[one.Story]);

    /// <summary>Whose matter it is, and the other side.</summary>
    private static IEnumerable<string> Actors(Statement one, Naming naming) => new[] { one.Subject, one.Object }.OfType<string>().Select(naming.Actor).Distinct(StringComparer.Ordinal);

    private bool IsInHeadline(Statement one) => Names(one).Any(name => Has(one.Story, name) || Has(-1, name));

    private bool Has(int story, string name) => headlines.TryGetValue(story, out var headline) && headline.Contains(Vocabulary.Fold(name), StringComparison.Ordinal);

    /// <summary>Whose matter it is, its place, and the other side.</summary>
    private IEnumerable<string> Names(Statement one)
    {
        yield return naming.Actor(one.Subject);
        if (naming.Plant(one.Subject)?.Place is { } place) yield return place;
        if (one.Object is not null) yield return naming.Actor(one.Object);
    }

    /// <summary>The state that a milestone brings, as a status names it; null for what is only meant.</summary>
    internal static string? StepOf(Statement one) => one is not { Predicate: "milestone", Modality: Modality.Actual } ? null : one.Word switch
    {
        "inauguration" or "production_start" or "full_production" => "operating",
        "construction_start" => "under_construction",
        "announced" => "planned",
        var word => word,
    };

    /// <summary>It was over more than a year before the day of the news and is not what made things as they are, or was meant and is past.</summary>
    private bool IsBackground(Statement one) => one.IsPast || one.Modality == Modality.Actual && day is { } today && one.When?.Latest is { } then && today.DayNumber - then.DayNumber > YearInDays
        && !(StepOf(one) is { } step and not "planned" && now.Contains((one.Story, one.Subject, step)));
}
