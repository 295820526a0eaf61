using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>Everything that is held on one day. Made by <see cref="Reconcile.Run"/>; the same rows give the same state, in whatever order they come.</summary>
public sealed record State
{
    /// <summary>The day asked for; null where everything recorded counts.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Sorted by kind and name.</summary>
    public required ImmutableArray<Entity> Entities { get; init; }

    /// <summary>Sorted by subject, predicate and topic.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Sorted by subject, predicate, kind and claim.</summary>
    public required ImmutableArray<Disagreement> Disagreements { get; init; }

    public required ImmutableArray<PlantState> Plants { get; init; }

    public required ImmutableArray<CompanyState> Companies { get; init; }

    /// <summary>Names that could be one entity or two: what a person should decide.</summary>
    public ImmutableArray<Undecided> Queue { get; init; } = [];

    /// <summary>The claims that count on that day, by id.</summary>
    public required ImmutableDictionary<string, Claim> Claims { get; init; }

    /// <summary>Claims of documents without a date: counted from the day they were recorded.</summary>
    public ImmutableHashSet<string> Undated { get; init; } = [];

    /// <param name="asOf">The day asked for; null where everything recorded counts.</param>
    /// <param name="day">The day asked for, or the last on which anything became known.</param>
    /// <param name="held">By subject; of those that are asked for and whoever owns them.</param>
    /// <param name="others">Organisations and persons.</param>
    /// <param name="queue">What a person should decide, in any order.</param>
    /// <param name="claims">Claims that evidence may be asked of.</param>
    internal static State Of(DateOnly? asOf, DateOnly day, IReadOnlyDictionary<string, SubjectHeld> held, IEnumerable<Entity> others, IEnumerable<Undecided> queue, IEnumerable<Claim> claims)
    {
        var byId = claims.ToImmutableDictionary(claim => claim.Id, StringComparer.Ordinal);
        return Of(asOf, day, held, others, queue, byId, UndatedOf(byId.Values));
    }

    /// <param name="undated">Ids of those of them whose documents have no date.</param>
    internal static State Of(
        DateOnly? asOf, DateOnly day, IReadOnlyDictionary<string, SubjectHeld> held, IEnumerable<Entity> others, IEnumerable<Undecided> queue, ImmutableDictionary<string, Claim> claims, ImmutableHashSet<string> undated)
    {
        var subjects = held.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Value).ToArray();
        var state = new State
        {
            AsOf = asOf,
            Entities = [.. others.Concat(subjects.Select(one => one.Plant).OfType<Entity>()).OrderBy(entity => entity.Kind).ThenBy(entity => entity.Name, StringComparer.Ordinal)],
            Findings = [.. subjects.SelectMany(one => one.Findings)],
            Disagreements = [.. subjects.SelectMany(one => one.Disagreements)],
            Plants = [],
            Companies = [],
            Queue = [.. queue.OrderBy(open => open.Name, StringComparer.Ordinal).ThenBy(open => open.Candidates[0], StringComparer.Ordinal)],
            Claims = claims,
            Undated = undated,
        };
        return Cards.AddTo(state, held, day);
    }

    /// <summary>Claims of documents without a date.</summary>
    internal static ImmutableHashSet<string> UndatedOf(IEnumerable<Claim> claims) => [.. claims.Where(claim => claim.Published is not { Latest: not null } and not { Earliest: not null }).Select(claim => claim.Id)];
}

/// <summary>A name that was not joined to an entity for want of knowledge.</summary>
/// <param name="Name">The name as claims use it.</param>
/// <param name="Candidates">The entities it could mean, sorted.</param>
/// <param name="Why">One sentence for a person.</param>
public sealed record Undecided(string Name, ImmutableArray<string> Candidates, string Why);

/// <summary>One figure of a card, with the finding it comes from.</summary>
public sealed record Figure
{
    /// <summary>Id of the finding.</summary>
    public required string Finding { get; init; }

    public ClaimValue? Value { get; init; }

    public string? Unit { get; init; }

    /// <summary>The other side: customer, giver, holder, parent, company.</summary>
    public string? Object { get; init; }

    /// <summary>What the finding speaks of, where that is not the card's own subject (an owner of the operator, a plant of the company).</summary>
    public string? Of { get; init; }

    public string? Kind { get; init; }

    public string? Basis { get; init; }

    /// <summary>about, at_least, up_to; null where the value is given plainly.</summary>
    public string? Qualifier { get; init; }

    /// <summary>Vehicle models named with a supply.</summary>
    public ImmutableArray<string> Models { get; init; } = [];

    public When? When { get; init; }

    public Modality Modality { get; init; }

    /// <summary>For a step of a capacity path: the claims that state it, as they became known. Empty else; the finding names its claims.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];

    /// <summary>Why the claim was given to this plant, where no text names it.</summary>
    public string? Inferred { get; init; }

    /// <summary>For a step of a capacity path: installed, planned, withdrawn, ceiling, additional or output. Null else.</summary>
    public string? As { get; init; }

    /// <summary>For a step of a capacity path: "phase 1", "site" as the text says it. Null else.</summary>
    public string? Part { get; init; }

    /// <summary>For a customer: talks, agreed, supplying, ended, denied. Null else.</summary>
    public string? State { get; init; }
}

/// <summary>A target that was moved.</summary>
/// <param name="Milestone">What was to happen: <c>production_start</c>.</param>
/// <param name="From">The earlier target.</param>
/// <param name="To">The later target, or the day it happened.</param>
/// <param name="Modality">Actual where it happened then, planned where that is the new target.</param>
/// <param name="Known">The day on which the new date became known; null for an undated document.</param>
/// <param name="Finding">The finding that holds the new date.</param>
public sealed record Slip(string Milestone, When From, When To, Modality Modality, DateOnly? Known, string Finding)
{
    /// <summary>From the last day that the earlier target may mean to the last that the later may mean, in months; null where one of them is open.</summary>
    public int? Months => Between(From, To);

    internal static int? Between(When from, When to) => from.Latest is { } first && to.Latest is { } last ? (int)Math.Round((last.DayNumber - first.DayNumber) / 30.436875, MidpointRounding.AwayFromZero) : null;
}

/// <summary>How often and how far one milestone was put off.</summary>
/// <param name="From">The first target.</param>
/// <param name="To">The last, or the day it happened.</param>
/// <param name="Months">In all; null where one of them is open.</param>
public sealed record Slipped(string Milestone, int Times, When From, When To, int? Months);

/// <summary>A capacity that comes on top of another.</summary>
/// <param name="To">Finding of what it is added to: what is installed, or planned where nothing is; null where neither was known by then.</param>
/// <param name="Total">Both together, in GWh a year; null where it is added to nothing known.</param>
public sealed record Addition(Figure Figure, string? To, ClaimValue? Total);

/// <summary>A plant's capacity in GWh a year.</summary>
public sealed record CapacityState
{
    public Figure? Installed { get; init; }

    /// <summary>The plan that stands: null once it came true or was withdrawn.</summary>
    public Figure? Planned { get; init; }

    /// <summary>As far as it may be expanded.</summary>
    public Figure? Ceiling { get; init; }

    /// <summary>What comes on top of it.</summary>
    public ImmutableArray<Addition> Additional { get; init; } = [];

    /// <summary>What it made, year by year.</summary>
    public ImmutableArray<Figure> Output { get; init; } = [];

    /// <summary>Every capacity that was ever held of it, in the order in which it became known.</summary>
    public ImmutableArray<Figure> Path { get; init; } = [];
}

/// <summary>A plant's card.</summary>
public sealed record PlantState
{
    /// <summary>What <see cref="Status"/> may say.</summary>
    public static ImmutableArray<string> Statuses => Ladder.All;

    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Operator { get; init; }

    /// <summary>Who owns the plant or its operator, nearest first; <see cref="Figure.Object"/> is the owner.</summary>
    public ImmutableArray<Figure> Owners { get; init; } = [];

    public string? Place { get; init; }

    public string? Region { get; init; }

    public string? Country { get; init; }

    public string? Part { get; init; }

    /// <summary>Who owned it, its operator and those, from when to when; of each in order of time.</summary>
    public ImmutableArray<Owned> Ownership { get; init; } = [];

    /// <summary>A step of the ladder; <see cref="Figure.When"/> is since when, where a milestone says so.</summary>
    public Figure? Status { get; init; }

    /// <summary>paused or cancelled after years of silence; null where nothing is to be inferred.</summary>
    public string? InferredStatus { get; init; }

    public CapacityState Capacity { get; init; } = new();

    /// <summary>Start of production, happened or planned.</summary>
    public Figure? Start { get; init; }

    /// <summary>In order of time; <see cref="Figure.Value"/> is the milestone.</summary>
    public ImmutableArray<Figure> Milestones { get; init; } = [];

    public ImmutableArray<Figure> Customers { get; init; } = [];

    /// <summary>Null where no text says how much goes to a customer.</summary>
    public Commitment? Commitment { get; init; }

    public ImmutableArray<Figure> Funding { get; init; } = [];

    /// <summary>The funding added up, nothing of it twice.</summary>
    public ImmutableArray<MoneySum> Money { get; init; } = [];

    public ImmutableArray<Figure> Investment { get; init; } = [];

    public ImmutableArray<Figure> Jobs { get; init; } = [];

    public ImmutableArray<Figure> Vehicles { get; init; } = [];

    public ImmutableArray<Figure> Chemistry { get; init; } = [];

    public ImmutableArray<Slip> Slips { get; init; } = [];

    /// <summary>How often and how far each milestone was put off: start of production first.</summary>
    public ImmutableArray<Slipped> Slipped { get; init; } = [];

    public ImmutableArray<Disagreement> Disagreements { get; init; } = [];
}

/// <summary>A company's card: a car maker's, a cell maker's, a holding's.</summary>
public sealed record CompanyState
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Parents, acquirers and holders; <see cref="Figure.Object"/> is the owner, <see cref="Figure.Value"/> its percentage.</summary>
    public ImmutableArray<Figure> Owners { get; init; } = [];

    /// <summary>Who owned it from when to when.</summary>
    public ImmutableArray<Owned> Ownership { get; init; } = [];

    /// <summary>What it holds of others; <see cref="Figure.Of"/> is the company held.</summary>
    public ImmutableArray<Figure> Holdings { get; init; } = [];

    public Figure? Founded { get; init; }

    public ImmutableArray<Figure> Shares { get; init; } = [];

    /// <summary>Its own, then its plants' (<see cref="Figure.Of"/>).</summary>
    public ImmutableArray<Figure> Capacity { get; init; } = [];

    /// <summary>Names of its plants, sorted.</summary>
    public ImmutableArray<string> Plants { get; init; } = [];

    /// <summary>Who it supplies, by the company or by one of its plants (<see cref="Figure.Of"/>).</summary>
    public ImmutableArray<Figure> Customers { get; init; } = [];

    /// <summary>Who supplies it; <see cref="Figure.Of"/> is the supplier.</summary>
    public ImmutableArray<Figure> Suppliers { get; init; } = [];

    public ImmutableArray<Figure> Partners { get; init; } = [];

    /// <summary>Roles; <see cref="Figure.Of"/> is the person, <see cref="Figure.Value"/> the title.</summary>
    public ImmutableArray<Figure> People { get; init; } = [];

    public ImmutableArray<Figure> Funding { get; init; } = [];

    /// <summary>The funding added up, nothing of it twice.</summary>
    public ImmutableArray<MoneySum> Money { get; init; } = [];

    public ImmutableArray<Figure> Investment { get; init; } = [];

    public ImmutableArray<Figure> Jobs { get; init; } = [];

    /// <summary>Its own, then its plants' (<see cref="Figure.Of"/>).</summary>
    public ImmutableArray<Figure> Chemistry { get; init; } = [];

    public Figure? Headquarters { get; init; }

    /// <summary>Its ranks and shares beside those of others.</summary>
    public ImmutableArray<Standing> Standings { get; init; } = [];

    /// <summary>In <see cref="Figure.Object"/>, whichever side the finding names first.</summary>
    public ImmutableArray<Figure> Competitors { get; init; } = [];

    /// <summary>Everything else that is held of it.</summary>
    public ImmutableArray<Figure> Other { get; init; } = [];

    public ImmutableArray<Disagreement> Disagreements { get; init; } = [];
}
