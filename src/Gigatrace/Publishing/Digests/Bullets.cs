using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Digests;

/// <summary>One of the three to five things to know: a sentence and the statements it is made of.</summary>
public sealed record Bullet(string Text, ImmutableArray<Statement> Statements)
{
    /// <summary>Only to compare with other bullets of the same digest.</summary>
    internal double Weight { get; init; }

    internal int Story => Statements[0].Story;

    internal string Subject => Statements[0].Subject;
}

/// <summary>From statements to the few sentences that matter most: statements on one subject and theme make a sentence, and the weightiest are chosen.</summary>
internal static class Bullets
{
    public const int Most = 5;

    private const int Fewest = 3;

    /// <summary>So many things one sentence tells, and so many a second one that begins with "It".</summary>
    private const int Things = 3;
    private const int Further = 2;

    /// <summary>From so many plants of one company on, of which only the state is told, one sentence tells them all.</summary>
    private const int Footprint = 2;

    private static readonly string[] Prepositions = [" on ", " in ", " by ", " from "];

    private static readonly string[] Steps = ["operating", "under_construction", "planned", "paused", "cancelled", "closed"];

    public static ImmutableArray<Bullet> Choose(IReadOnlyList<Statement> all, Newsworthiness news, Naming naming)
    {
        var rest = Candidates(all, news, naming).ToList();
        var chosen = new List<Bullet>();
        var stories = rest.Select(one => one.Story).Distinct().Count();
        while (chosen.Count < Most && rest.Count > 0)
        {
            // A story or subject that has been told leaves room for the next.
            double Left(Bullet one) => one.Weight * Math.Pow(0.85, chosen.Count(other => other.Subject == one.Subject)) * (stories < 2 ? 1 : Math.Pow(0.6, chosen.Count(other => other.Story == one.Story)));
            var next = rest.MaxBy(Left)!;
            if (chosen.Count >= Fewest && Left(next) < chosen[0].Weight / 10) break;
            chosen.Add(next);
            _ = rest.Remove(next);
        }

        return [.. chosen];
    }

    /// <summary>Every sentence there is to tell, as <see cref="Choose"/> chooses from them, in the order of the text.</summary>
    public static IEnumerable<Bullet> Candidates(IReadOnlyList<Statement> all, Newsworthiness news, Naming naming)
    {
        var footprints = Footprints(all, news, naming).ToArray();
        var told = footprints.SelectMany(one => one.Statements).ToHashSet();
        var sentences = Told(all, naming).Where(one => !told.Contains(one)).GroupBy(one => (one.Story, one.Subject)).SelectMany(Themes).Select(group => Sentence(group, news, naming));
        return footprints.Concat(sentences).OrderBy(bullet => bullet.Story).ThenBy(bullet => bullet.Statements.Min(one => one.Position)).ThenBy(bullet => bullet.Text, StringComparer.Ordinal);
    }

    /// <summary>What is said of one subject, theme by theme; what it costs and how many it employs with what it is, where both are told in one breath.</summary>
    private static IEnumerable<ImmutableArray<Statement>> Themes(IEnumerable<Statement> subject)
    {
        var themes = subject.GroupBy(one => Theme(one.Predicate)).ToDictionary(theme => theme.Key, theme => theme.ToImmutableArray(), StringComparer.Ordinal);
        if (themes.TryGetValue("works", out var works) && themes.TryGetValue("effort", out var effort) && works.Length + effort.Length <= Things + Further)
        {
            themes["works"] = works.AddRange(effort);
            _ = themes.Remove("effort");
        }

        return themes.Values;
    }

    /// <summary>A state is told by the event that brought it, and whom a company supplies not again of its plants. That something was founded is nothing without the time, nor that it is to be announced.</summary>
    private static IEnumerable<Statement> Told(IReadOnlyList<Statement> all, Naming naming)
    {
        var events = all.Where(one => one.Predicate is "milestone").Select(one => (one.Subject, Step: Newsworthiness.StepOf(one) ?? (one.Word is "production_start" or "inauguration" && one.Modality != Modality.Denied ? "planned" : ""))).ToHashSet();
        var supplied = all.Where(one => one.Predicate is "supplies").Select(one => (one.Story, one.Subject, one.Object)).ToHashSet();
        return all.Where(one => one switch
        {
            { Predicate: "status" } => !events.Contains((one.Subject, one.Word ?? "")),
            { Predicate: "supplies" } => naming.Actor(one.Subject) is var runs && (runs == one.Subject || !supplied.Contains((one.Story, runs, one.Object))),
            { Predicate: "founded" } => one.When is not null,
            { Predicate: "milestone", Word: "announced" } => one.Modality == Modality.Actual,
            _ => true,
        });
    }

    private static string Theme(string predicate) => predicate switch
    {
        "milestone" or "status" or "capacity" or "vehicles" or "chemistry" or "operator" => "works",
        "supplies" => "customers",
        "funding" or "investment" or "jobs" => "effort",
        "role" => "people",
        "market_share" or "rank" or "competitor" or "headquarters" => "market",
        _ => "owners",
    };

    private static Bullet Sentence(ImmutableArray<Statement> group, Newsworthiness news, Naming naming)
    {
        var families = group.GroupBy(Wordings.Family).Select(family => family.ToArray()).OrderByDescending(family => family.Max(news.Of)).ThenBy(family => family[0].Position).Take(Things + Further).ToArray();
        var (first, further) = (InOrder(families.Take(Things)), InOrder(families.Skip(Things)));
        var told = first.Concat(further).SelectMany(family => family).ToImmutableArray();
        var text = Ended($"{Capital(naming.Of(group[0].Subject))} {Verbs(first, naming)}") + (further.Length > 0 ? " " + Ended($"It {Verbs(further, naming)}") : "");
        return new Bullet(told.All(one => one.AiGenerated) ? $"{text} (From an AI-generated passage.)" : text, told) { Weight = Weight(told.Select(news.Of)) };
    }

    /// <summary>What is so before what is meant; what happened, how large, for what.</summary>
    private static Statement[][] InOrder(IEnumerable<Statement[]> families) => [.. families.OrderBy(family => family[0].Modality != Modality.Actual).ThenBy(family => Order(family[0])).ThenBy(family => family[0].When?.Latest ?? DateOnly.MaxValue).ThenBy(family => family[0].Position)];

    private static string Verbs(IEnumerable<Statement[]> families, Naming naming) => Verbs([.. families.Select(family => Wordings.Of(family, naming))]);

    /// <summary>With one full stop, also after "Inc.".</summary>
    private static string Ended(string sentence) => sentence.EndsWith('.') ? sentence : $"{sentence}.";

    /// <summary>"opened and started production on 3 June 2025": a time that two verbs share is said once, and so is "is to".</summary>
    internal static string Verbs(IReadOnlyList<string> verbs)
    {
        var said = verbs.ToList();
        for (var at = 0; at + 1 < said.Count; at++)
        {
            var time = Prepositions.Max(word => said[at].LastIndexOf(word, StringComparison.Ordinal));
            if (time > 0 && said[at].AsSpan(time).ContainsAnyInRange('0', '9') && said[at + 1].EndsWith(said[at][time..], StringComparison.Ordinal)) said[at] = said[at][..time];
        }

        for (var at = said.Count - 1; at > 0; at--)
        {
            foreach (var word in (string[])["is to ", "was to ", "may ", "is said to "])
            {
                if (said[at].StartsWith(word, StringComparison.Ordinal) && verbs[at - 1].StartsWith(word, StringComparison.Ordinal)) said[at] = said[at][word.Length..];
            }
        }

        return Naming.Joined(said);
    }

    /// <summary>In which order a sentence tells them: what happened, how large, for what.</summary>
    private static int Order(Statement one) => one.Predicate switch { "milestone" => 0, "status" => 1, "capacity" => 2, "vehicles" => 3, "investment" => 0, _ => 4 };

    /// <summary>The first counts whole, each further one half of the one before it.</summary>
    private static double Weight(IEnumerable<double> weights) => weights.OrderDescending().Select((weight, at) => weight * Math.Pow(0.5, at)).Take(4).Sum();

    private static IEnumerable<Bullet> Footprints(IReadOnlyList<Statement> all, Newsworthiness news, Naming naming) =>
        from operated in all.Where(one => naming.Plant(one.Subject)?.Operator is not null && Theme(one.Predicate) is "works").GroupBy(one => (one.Story, Runs: naming.Actor(one.Subject)))
        let plants = operated.GroupBy(one => one.Subject).Where(plant => plant.All(one => one.Predicate is "status" or "capacity") && plant.Count(one => one.Predicate is "status") == 1 && plant.Count() <= 2).ToArray()
        where plants.Length >= Footprint
        let statements = plants.SelectMany(plant => plant).ToImmutableArray()
        select new Bullet(FootprintText(operated.Key.Runs, plants, naming), statements) { Weight = Weight(statements.Select(news.Of)) };

    private static string FootprintText(string runs, IReadOnlyList<IGrouping<string, Statement>> plants, Naming naming)
    {
        var steps = plants.GroupBy(plant => plant.First(one => one.Predicate is "status") is { Modality: var modality, Word: var word } ? (Word: word ?? "", Modality: modality) : default)
            .OrderBy(group => Array.IndexOf(Steps, group.Key.Word)).ThenBy(group => group.Key.Modality);
        return $"{Capital(runs)} {Naming.Joined([.. steps.Select(group => Step(group.Key.Word, group.Key.Modality, Naming.Joined([.. group.Select(plant => Where(plant, naming))], 12), group.Count() > 1))])}.";
    }

    private static string Where(IGrouping<string, Statement> plant, Naming naming)
    {
        var entity = naming.Plant(plant.Key);
        var capacity = plant.FirstOrDefault(one => one.Predicate is "capacity");
        string[] aside = [.. entity?.Part is { } part ? [Naming.Which(part)] : Array.Empty<string>(), .. capacity is null ? Array.Empty<string>() : [Spoken.Figure(capacity) + (capacity.Modality == Modality.Actual ? "" : $" {capacity.Modality.Name()}")]];
        return (entity?.Place is { } place ? Naming.Place(place) : plant.Key) + (aside.Length == 0 ? "" : $" ({string.Join("; ", aside)})");
    }

    private static string Step(string word, Modality modality, string places, bool several) => (word, modality) switch
    {
        (_, Modality.Denied) => $"will not build in {places}",
        (_, Modality.Rumoured) => $"is said to plan {(several ? "plants" : "a plant")} in {places}",
        (_, Modality.Possible) => $"may build in {places}",
        ("operating", Modality.Actual) => $"runs {(several ? "plants" : "a plant")} in {places}",
        ("under_construction", _) => $"is building in {places}",
        ("paused" or "cancelled" or "closed", _) => $"has {word} its {(several ? "plants" : "plant")} in {places}",
        _ => $"plans {(several ? "plants" : "a plant")} in {places}",
    };

    private static string Capital(string text) => char.IsLower(text[0]) && text.Length > 1 && !char.IsUpper(text[1]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
