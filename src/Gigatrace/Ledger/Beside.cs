using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>
/// What a ledger holds, for statements that are no part of it to be put beside: notes that are checked. They are given to the same entities and settled by the
/// same rules as everything else, and nothing of them stays: each note meets what the ledger says alone. Of the ledger only the families are worked out that a
/// note speaks of, each once.
/// </summary>
internal sealed class Beside
{
    /// <summary>Where the ledger knows works of an operator in so many places, it knows the operator.</summary>
    private const int KnownPlaces = 3;

    /// <summary>Kilometres. One works is called by its town or by the next.</summary>
    private const double Neighbourhood = 30;

    private readonly DateOnly _day;
    private readonly PrintedNames _names;
    private readonly Judgements _judged;
    private readonly Knowledge _knowledge;
    private readonly Families _families;
    private readonly ILookup<string, KnownClaim> _claims;
    private readonly ILookup<string, KeyValuePair<Fact, DateOnly>> _facts;
    private readonly Dictionary<string, BesideFamily> _worked = new(StringComparer.Ordinal);
    private HashSet<string>? _operators;

    /// <param name="claims">What the ledger says of everything that the notes may speak of; the notes themselves left out.</param>
    /// <param name="facts">What is said there of names, each with the first day on which it was known.</param>
    /// <param name="notes">All claims of all notes.</param>
    /// <param name="day">Only what was known on that day counts.</param>
    /// <param name="names">How names are printed that neither the claims nor the notes tell enough of.</param>
    public Beside(IReadOnlyCollection<KnownClaim> claims, IReadOnlyDictionary<Fact, DateOnly> facts, IEnumerable<Claim> notes, PrintedNames names, Judgements judged, Knowledge knowledge, DateOnly day)
    {
        (_day, _names, _judged, _knowledge) = (day, names, judged, knowledge);
        var said = notes.SelectMany(claim => Fact.Of(claim, knowledge.Organisations, knowledge.Places));
        _families = Families.Make([.. facts.Keys.Concat(said).Distinct()], knowledge.Organisations, knowledge.Places, judged.Names);
        _claims = claims.Where(claim => claim.Known <= day).ToLookup(claim => _families.Of(KnownClaim.Home(claim.Claim, knowledge.Organisations)), StringComparer.Ordinal);
        _facts = facts.Where(fact => fact.Value <= day).ToLookup(fact => _families.Of(fact.Key.Name), StringComparer.Ordinal);
    }

    /// <summary>Each subject that a note speaks of, as it would be settled with what one passage of it says.</summary>
    /// <param name="claims">Of one note, each with the day from which the note speaks; a passage is told by the document's id.</param>
    public IReadOnlyList<Confronted> With(IReadOnlyCollection<Claim> claims)
    {
        var known = claims.Select(claim => new KnownClaim(claim, Entry.KnownOn(claim, _day) ?? _day, _day, null)).ToArray();
        var names = new NoteNames(known, this, _knowledge);
        var entries = known.Select(names.EntryOf).OfType<Entry>().Select(entry => entry.AsChecked(_day)).ToLookup(entry => (entry.Subject, entry.Claim.DocumentId));
        return [.. entries.OrderBy(group => group.Key.Subject, StringComparer.Ordinal).ThenBy(group => group.Key.DocumentId, StringComparer.Ordinal).Select(group => Confront(group.Key.Subject, [.. group.DistinctBy(entry => entry.Id)]))];
    }

    /// <summary>Printed names of those who run plants, of all that the notes speak of.</summary>
    public IReadOnlySet<string> Operators => _operators ??= _claims.Select(group => FamilyOf(group.Key)).ToArray().SelectMany(family => family.Walk.Held.Values).Select(held => held.Plant?.Operator).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>A subject as whose works where; null where it is none.</summary>
    public PlantName? Plant(string subject) => PlantName.Parse(subject, _knowledge.Organisations, _knowledge.Places, surely: false);

    /// <summary>The family of a name, as the ledger has it.</summary>
    public BesideFamily FamilyOf(string name)
    {
        var family = _families.Of(name);
        if (_worked.TryGetValue(family, out var worked)) return worked;
        var walk = new FamilyWalk(_claims[family], _facts[family], (other, _) => PrintedElsewhere(family, other), _judged, _knowledge);
        _worked.Add(family, worked = new BesideFamily(family, walk, _facts[family], _day));
        return worked;
    }

    /// <summary>How a family groups its names where some more are known.</summary>
    public Identities Grouped(BesideFamily family, IReadOnlyDictionary<Fact, DateOnly> more)
    {
        var all = family.Facts.Concat(more.Where(fact => _families.Of(fact.Key.Name) == family.Name)).GroupBy(fact => fact.Key).Select(group => KeyValuePair.Create(group.Key, group.Min(fact => fact.Value)));
        return Identities.Of([.. all], _knowledge.Organisations, _knowledge.Places, _judged.Names);
    }

    private string PrintedElsewhere(string family, string name) => _families.Of(name) is var other && other == family ? name : FamilyOf(other).Printed(name) ?? _names.On(name, _day);

    private Confronted Confront(string subject, Entry[] said)
    {
        var family = FamilyOf(KnownClaim.Home(said[0].Claim, _knowledge.Organisations));
        var evidence = family.Walk.EntriesOf(subject);
        return new Confronted(subject, said, evidence, evidence.Count == 0 ? null : family.Walk.With(subject, said, _day)) { Nearby = evidence.Count == 0 ? Nearby(subject, said, family) : [], Kin = Array.Exists(said, entry => entry.Predicate.Name is "funding") ? Kin(subject, family) : [] };
    }

    /// <summary>What was given to the works of a company, or to the company of a works.</summary>
    private static IReadOnlyCollection<Entry> Kin(string subject, BesideFamily family)
    {
        var kin = family.Walk.Held.GetValueOrDefault(subject)?.Plant is { Operator: { } runs } ? [runs] : family.Walk.Held.Values.Select(held => held.Plant).OfType<Entity>().Where(plant => plant.Operator == subject).Select(plant => plant.Name);
        return [.. kin.SelectMany(family.Walk.EntriesOf).Where(entry => entry.Predicate.Name is "funding")];
    }

    /// <summary>For a plant in a municipality: those that the ledger knows of its operator, and of ventures with it, in its country, or anywhere where it knows many.</summary>
    private IReadOnlyList<string> Nearby(string subject, Entry[] said, BesideFamily family)
    {
        if (!Array.Exists(said, entry => entry.Claim.Predicate is "status" or "milestone" or "capacity" or "jobs" or "vehicles") || PlantName.Parse(subject, _knowledge.Organisations, _knowledge.Places, surely: true) is not { } plant) return [];
        // What is known of the world is no slip of the pen, whether or not a text of the ledger speaks of it.
        if (_knowledge.Places.HasWorks(plant.Operator, plant.Place)) return [];
        // Most towns share their name with others: whichever is meant, the ledger must not know works there.
        PlaceInfo[] meant = [.. _knowledge.Places.Find(plant.Place).Where(place => place.Level == PlaceLevel.Local)];
        if (meant.Length == 0) return [];
        Entity[] own = [.. family.Walk.Held.Values.Select(held => held.Plant).OfType<Entity>().Where(one => one.Operator is { } runs && (runs == plant.Operator || _knowledge.Organisations.ParentsOf(runs).Contains(plant.Operator)))];
        var key = Sites.KeyOf(plant.Place, _knowledge.Places);
        if (Array.Exists(own, one => Sites.KeyOf(one.Place ?? "", _knowledge.Places) == key)) return [];
        // One known by its state or country only may be this one.
        if (Array.Exists(own, one => one.Place is { } other && (_knowledge.Places.Within(plant.Place, other) ?? _knowledge.Places.Within(other, plant.Place)) is not null)) return [];
        // "Coweta" is Coweta County, if there is one.
        if (Array.Exists(own, one => one.Place is { } place && (place == plant.Place + " County" || place + " County" == plant.Place))) return [];
        if (own.SelectMany(one => _knowledge.Places.Find(one.Place ?? "")).Any(other => Array.Exists(meant, place => other.To(place) < Neighbourhood))) return [];
        var isKnown = own.Select(one => one.Place).Distinct(StringComparer.Ordinal).Count() >= KnownPlaces;
        return [.. own.Where(one => isKnown || Array.TrueForAll(meant, place => place.Country == one.Country)).Select(one => one.Name).Order(StringComparer.Ordinal)];
    }
}

/// <summary>A subject that a note speaks of.</summary>
/// <param name="Said">By the note.</param>
/// <param name="Evidence">What the ledger says of it; empty where it does not know it.</param>
/// <param name="Settled">Of both together; null where the ledger does not know the subject.</param>
internal sealed record Confronted(string Subject, IReadOnlyList<Entry> Said, IReadOnlyCollection<Entry> Evidence, Settlement? Settled)
{
    /// <summary>For a plant that the ledger does not know: those it knows of the same operator in the same country, sorted.</summary>
    public IReadOnlyList<string> Nearby { get; init; } = [];

    /// <summary>Money that the ledger knows to have been given to the works of the company that is spoken of, or to the company of the works.</summary>
    public IReadOnlyCollection<Entry> Kin { get; init; } = [];
}

/// <summary>A family of names as the ledger has it on the day that is asked for.</summary>
internal sealed class BesideFamily
{
    private readonly Lazy<Dictionary<string, string>> _names;
    private readonly Lazy<FamilyWalk> _walk;

    public BesideFamily(string name, FamilyWalk walk, IEnumerable<KeyValuePair<Fact, DateOnly>> facts, DateOnly day)
    {
        (Name, Facts) = (name, [.. facts]);
        _names = new(() => walk.GroupedOn(day).Names.ToDictionary(StringComparer.Ordinal));
        _walk = new(() =>
        {
            _ = walk.Advance(day);
            return walk;
        });
    }

    public string Name { get; }

    public IReadOnlyList<KeyValuePair<Fact, DateOnly>> Facts { get; }

    /// <summary>Come to the day that is asked for.</summary>
    public FamilyWalk Walk => _walk.Value;

    public Identities Identities => Walk.Identities;

    /// <summary>The printed name of an organisation or person; null where the ledger does not use the name.</summary>
    public string? Printed(string name) => _names.Value.GetValueOrDefault(name);
}
