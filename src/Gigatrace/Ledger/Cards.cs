using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>The cards of plants and companies, from the findings alone.</summary>
internal static class Cards
{
    /// <summary>With fewer, several threads cost more than they save.</summary>
    private const int Many = 200;

    public static State AddTo(State state, IReadOnlyDictionary<string, SubjectHeld> held, DateOnly day)
    {
        var plants = state.Entities.Where(entity => entity.Kind == EntityKind.Plant).ToArray();
        var silence = new Silence(held.SelectMany(row => row.Value.Heard.Select(heard => (row.Key, heard))), plants, day);
        var companies = new Companies(state, plants, held);
        return state with
        {
            Plants = [.. Each(plants, plant => Plant(plant, held, silence))],
            Companies = [.. Each([.. state.Entities.Where(entity => entity.Kind == EntityKind.Organisation)], companies.Card)],
        };
    }

    /// <summary>One after the other where they are few, on all cores where they are many; in their order.</summary>
    private static IEnumerable<T> Each<T>(Entity[] entities, Func<Entity, T> card) => entities.Length < Many ? entities.Select(card) : entities.AsParallel().AsOrdered().Select(card);

    public static Figure FigureOf(Finding finding, bool of = false) => new()
    {
        Finding = finding.Id,
        Value = finding.Value,
        Unit = finding.Unit,
        Object = finding.Object,
        Of = of ? finding.Subject : null,
        Kind = finding.Kind,
        Basis = finding.Basis,
        Qualifier = finding.Qualifier,
        Models = finding.Models,
        When = finding.Valid,
        Modality = finding.Modality,
        Inferred = finding.Inferred,
    };

    /// <summary>What happened before what is meant, then in order of time.</summary>
    public static ImmutableArray<Figure> Figures(IEnumerable<Finding> findings, bool of = false) => findings.TryGetNonEnumeratedCount(out var count) && count == 0 ? [] :
        [.. findings.OrderBy(finding => finding.Modality).ThenBy(finding => finding.Valid?.Earliest ?? finding.Valid?.Latest ?? DateOnly.MaxValue).ThenBy(finding => finding.Topic, StringComparer.Ordinal).Select(finding => FigureOf(finding, of))];

    private static PlantState Plant(Entity plant, IReadOnlyDictionary<string, SubjectHeld> all, Silence silence)
    {
        var held = all.Of(plant.Name);
        var own = held.Findings.ToLookup(finding => finding.Predicate, StringComparer.Ordinal);
        var status = own["status"].FirstOrDefault();
        var step = status?.Value?.ToString();
        var owners = Owners(plant, all);
        var capacity = Capacity([.. own["capacity"]], held.Path);
        var customers = Supplies.Customers(own["supplies"], step);
        return new PlantState
        {
            Id = plant.Id,
            Name = plant.Name,
            Operator = own["operator"].FirstOrDefault(finding => finding.Modality == Modality.Actual)?.Object ?? plant.Operator,
            Owners = owners,
            Ownership = Ownership(plant, owners, all),
            Place = plant.Place,
            Region = plant.Region,
            Country = plant.Country,
            Part = plant.Part,
            Status = status is null ? null : FigureOf(status),
            InferredStatus = silence.Infer(plant, step),
            Capacity = capacity,
            Start = Start([.. own["milestone"]]),
            Milestones = [.. own["milestone"].OrderBy(finding => finding.Valid?.Earliest ?? finding.Valid?.Latest ?? DateOnly.MaxValue).ThenBy(finding => finding.Topic, StringComparer.Ordinal).Select(finding => FigureOf(finding))],
            Customers = customers,
            Commitment = Supplies.Committed(customers, capacity),
            Funding = Figures(own["funding"]),
            Money = Money.Of(own["funding"], held.Disagreements),
            Investment = Figures(own["investment"]),
            Jobs = Figures(own["jobs"]),
            Vehicles = Figures(own["vehicles"]),
            Chemistry = Figures(own["chemistry"]),
            Slips = held.Slips,
            Slipped = SlippedOf(held.Slips),
            Disagreements = held.Disagreements,
        };
    }

    /// <summary>Owners of the plant, then of its operator, then of those, each owner once.</summary>
    private static ImmutableArray<Figure> Owners(Entity plant, IReadOnlyDictionary<string, SubjectHeld> all)
    {
        var owners = ImmutableArray.CreateBuilder<Figure>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { plant.Name };
        var held = new Queue<string>([plant.Name]);
        if (plant.Operator is { } runs && seen.Add(runs)) held.Enqueue(runs);
        while (held.TryDequeue(out var name))
        {
            foreach (var finding in Holders(all.Of(name).Findings))
            {
                if (finding.Object is not { } owner || owner == plant.Operator) continue;
                owners.Add(FigureOf(finding, of: true));
                if (seen.Add(owner)) held.Enqueue(owner);
            }
        }

        return owners.ToImmutable();
    }

    /// <summary>Of the plant, its operator and whoever owns those, each once.</summary>
    private static ImmutableArray<Owned> Ownership(Entity plant, ImmutableArray<Figure> owners, IReadOnlyDictionary<string, SubjectHeld> all) =>
    [
        .. new[] { plant.Name, plant.Operator }.Concat(owners.Select(owner => owner.Of)).OfType<string>().Distinct(StringComparer.Ordinal)
            .SelectMany(name => all.Of(name).Owned),
    ];

    private static ImmutableArray<Slipped> SlippedOf(ImmutableArray<Slip> slips) =>
    [
        .. slips.GroupBy(slip => slip.Milestone).OrderBy(group => group.Key is "production_start" ? 0 : 1).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Slipped(group.Key, group.Count(), group.First().From, group.Last().To, Slip.Between(group.First().From, group.Last().To))),
    ];

    /// <summary>Parents, holders of stakes, and acquirers who are named in no other way; former and denied ones left out.</summary>
    public static IEnumerable<Finding> Holders(IEnumerable<Finding> findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return findings.Where(finding => finding is { Predicate: "parent" or "stake" or "acquired", Object: not null } && finding.Modality != Modality.Denied)
            .OrderBy(finding => finding.Predicate switch { "parent" => 0, "stake" => 1, _ => 2 }).ThenBy(finding => finding.Modality).ThenBy(finding => finding.Object, StringComparer.Ordinal)
            .Where(finding => seen.Add(finding.Object!)).ToArray();
    }

    private static CapacityState Capacity(IReadOnlyList<Finding> findings, ImmutableArray<Figure> path)
    {
        var held = findings.Where(finding => finding.Modality != Modality.Denied).ToArray();
        var installed = Pick(held, finding => finding.Modality == Modality.Actual && !Has(finding, "ceiling", "additional", "output"));
        var planned = Pick(held, finding => finding.Modality != Modality.Actual && !Has(finding, "ceiling", "additional", "output"));
        var reached = Math.Max(High(installed?.Value), High(planned?.Value));
        return new CapacityState
        {
            Installed = installed,
            Planned = planned,
            Ceiling = Pick(held, finding => Has(finding, "ceiling") && High(finding.Value) > reached),
            Additional = [.. held.Where(finding => Has(finding, "additional")).OrderBy(finding => finding.KnownFrom ?? DateOnly.MinValue).ThenBy(finding => finding.Topic, StringComparer.Ordinal).Select(finding => Add(finding, findings, installed ?? planned))],
            Output = Figures(held.Where(finding => Has(finding, "output"))),
            Path = path,
        };
    }

    /// <summary>What became known only later may hold the addition already.</summary>
    private static Addition Add(Finding finding, IReadOnlyList<Finding> all, Figure? to)
    {
        var before = to is not null && !(all.First(other => other.Id == to.Finding).KnownFrom > finding.KnownFrom) && Agreement.Bounds(to.Value) is not null && Agreement.Bounds(finding.Value) is not null;
        if (!before) return new Addition(FigureOf(finding), null, null);
        var (low, high) = (Agreement.Bounds(to!.Value)!.Value.Low + Agreement.Bounds(finding.Value)!.Value.Low, Agreement.Bounds(to.Value)!.Value.High + Agreement.Bounds(finding.Value)!.Value.High);
        return new Addition(FigureOf(finding), to.Finding, low == high ? new ClaimValue.Number(low) : new ClaimValue.Range(low, high));
    }

    /// <summary>Every capacity that was ever held, in the order in which it became known.</summary>
    public static ImmutableArray<Figure> PathOf(IEnumerable<(Entry Entry, Finding Finding)> said) =>
    [
        .. said.OrderBy(row => row.Entry.Known).ThenBy(row => row.Entry.Claim.When?.Latest ?? DateOnly.MinValue).ThenBy(row => Agreement.Bounds(row.Entry.Value)?.Low ?? 0).ThenBy(row => row.Entry.Id, StringComparer.Ordinal)
            .GroupBy(row => (row.Entry.Value, row.Entry.Basis, row.Entry.Modality, row.Entry.Claim.When, row.Entry.Claim.Part)).Select(Step),
    ];

    /// <summary>One step of the path as it was first said; without a time where no text gives one.</summary>
    private static Figure Step(IEnumerable<(Entry Entry, Finding Finding)> said)
    {
        var (first, finding) = said.First();
        return new Figure
        {
            Finding = finding.Id,
            Claims = [.. said.Select(row => row.Entry.Id).Distinct(StringComparer.Ordinal)],
            Value = first.Value,
            Unit = first.Claim.Unit,
            Basis = first.Basis,
            Qualifier = first.Claim.Qualifier,
            When = first.Claim.When,
            Modality = first.Modality,
            Inferred = said.All(row => row.Entry.Inferred is not null) ? first.Inferred : null,
            As = first.Basis is "ceiling" or "additional" or "output" ? first.Basis : first.Modality switch { Modality.Actual => "installed", Modality.Denied => "withdrawn", _ => "planned" },
            Part = first.Claim.Part,
        };
    }

    private static decimal High(ClaimValue? value) => Agreement.Bounds(value)?.High ?? 0;

    /// <summary>The plain topic first, then cells before packs and the like.</summary>
    private static Figure? Pick(IEnumerable<Finding> findings, Func<Finding, bool> fits) =>
        findings.Where(fits).OrderBy(finding => finding.Topic.Length).ThenBy(finding => finding.Modality).ThenBy(finding => finding.Topic, StringComparer.Ordinal).Select(finding => FigureOf(finding)).FirstOrDefault();

    private static bool Has(Finding finding, params ReadOnlySpan<string> scopes)
    {
        foreach (var part in finding.Topic.Split('/').AsSpan(2..))
        {
            foreach (var scope in scopes)
            {
                if (part.StartsWith(scope, StringComparison.Ordinal)) return true;
            }
        }

        return false;
    }

    private static Figure? Start(IReadOnlyList<Finding> milestones) =>
        milestones.Where(finding => finding.Modality != Modality.Denied && finding.Value is ClaimValue.Text { Word: "production_start" }).OrderBy(finding => finding.Modality).Select(finding => FigureOf(finding)).FirstOrDefault();
}
