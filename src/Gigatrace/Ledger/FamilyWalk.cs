using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger;

/// <summary>The name of an organisation or person of another family, as it was printed on a day.</summary>
internal delegate string NameOn(string name, DateOnly day);

/// <summary>
/// Everything that is held of one family of names, walked through day by day. What holds on a day is the same whether it was reached in one
/// step or in many: only what a day changes is settled anew.
/// </summary>
internal sealed class FamilyWalk
{
    private readonly KnownClaim[] _claims;
    private readonly KeyValuePair<Fact, DateOnly>[] _facts;
    private readonly Knowledge _knowledge;
    private readonly Judgements _judged;
    private readonly NameOn _others;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, Entry>> _bySubject = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownClaim>> _byDocument = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<PlantKey>> _building = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Settlement> _settled = new(StringComparer.Ordinal);
    private readonly SortedSet<(DateOnly Day, string Claim)> _turning = [];
    private readonly RegisterWords _registers = new();

    /// <summary>Targets that a register named before its last word, by claim and by subject: they count for nothing but how often a target was moved.</summary>
    private readonly Dictionary<string, Entry> _former = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, Entry>> _formerBySubject = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Identities> _grouped = [];
    private int _nextClaim, _nextFact;

    /// <param name="claims">Those settled under a name of the family.</param>
    /// <param name="facts">Those about its names, each with the first day on which it was known.</param>
    /// <param name="others">The names of other families.</param>
    public FamilyWalk(IEnumerable<KnownClaim> claims, IEnumerable<KeyValuePair<Fact, DateOnly>> facts, NameOn others, Judgements judged, Knowledge knowledge)
    {
        _claims = [.. claims.OrderBy(claim => claim.Known).ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal)];
        _facts = [.. facts.OrderBy(fact => fact.Value)];
        (_others, _judged, _knowledge) = (others, judged, knowledge);
        Identities = Grouped(0);
    }

    /// <summary>As of the day the walk has come to.</summary>
    public Identities Identities { get; private set; }

    /// <summary>Whether the last step changed the grouping.</summary>
    public bool Regrouped { get; private set; }

    /// <summary>What is held of each subject, as of the day the walk has come to.</summary>
    public Dictionary<string, SubjectHeld> Held { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of other families that its claims use, each once.</summary>
    public IEnumerable<string> Others
    {
        get
        {
            var own = _facts.Select(fact => fact.Key.Name).ToHashSet(StringComparer.Ordinal);
            return _claims.SelectMany(known => new[] { known.Claim.Subject, known.Claim.Object }).OfType<string>().Where(name => name.Length > 0 && !own.Contains(name)).Distinct(StringComparer.Ordinal);
        }
    }

    /// <summary>The next day on which something changes; null where nothing does any more.</summary>
    public DateOnly? Next
    {
        get
        {
            DateOnly? next = _nextClaim < _claims.Length ? _claims[_nextClaim].Known : null;
            if (_nextFact < _facts.Length && !(next < _facts[_nextFact].Value)) next = _facts[_nextFact].Value;
            return _turning.Count > 0 && !(next < _turning.Min.Day) ? _turning.Min.Day : next;
        }
    }

    /// <summary>Goes on to a day. The subjects of which something may have changed are returned.</summary>
    /// <param name="renamed">Names of other families that are printed otherwise than on the day before.</param>
    public IReadOnlyCollection<string> Advance(DateOnly day, IReadOnlySet<string>? renamed = null)
    {
        var touched = new SortedSet<string>(StringComparer.Ordinal);
        var arrived = Arrive(day);
        var replaced = arrived.SelectMany(_registers.Take).ToArray();
        foreach (var known in replaced) Remove(_entries, _bySubject, known.Claim.Id, touched);
        Regroup(day);
        if (!Regrouped) foreach (var known in replaced) Assign(known, day, touched);
        foreach (var claim in Regrouped ? _claims.AsSpan(0, _nextClaim) : ToAssign(arrived, renamed)) Assign(claim, day, touched);
        while (_turning.Count > 0 && _turning.Min is var turn && turn.Day <= day)
        {
            _ = _turning.Remove(turn);
            if (_entries.TryGetValue(turn.Claim, out var entry)) _ = touched.Add(entry.Subject);
        }

        Settle(touched, day);
        return touched;
    }

    /// <summary>What counts of a subject, as of the day the walk has come to.</summary>
    public IReadOnlyCollection<Entry> EntriesOf(string subject) => _bySubject.TryGetValue(subject, out var entries) ? entries.Values : [];

    /// <summary>A subject as it would be settled if some more were said of it; the walk stays as it is.</summary>
    /// <param name="day">The day the walk has come to.</param>
    public Settlement With(string subject, IEnumerable<Entry> more, DateOnly day) => Settled(subject, Held.Of(subject).Plant, EntriesOf(subject).Concat(more), day);

    private List<KnownClaim> Arrive(DateOnly day)
    {
        var arrived = new List<KnownClaim>();
        for (; _nextClaim < _claims.Length && _claims[_nextClaim].Known <= day; _nextClaim++)
        {
            var known = _claims[_nextClaim];
            arrived.Add(known);
            Of(_byDocument, known.Claim.DocumentId).Add(known);
            if (Parts.SpeaksOfBuilding(known.Claim)) _ = Of(_building, known.Claim.DocumentId).Add(Identities.KeyOf(known.Claim));
            if (Turns(known.Claim) && known.Claim.When?.Latest is { } last && last >= known.Known && last < DateOnly.MaxValue) _turning.UnionWith([(last, known.Claim.Id), (last.AddDays(1), known.Claim.Id)]);
        }

        return arrived;
    }

    /// <summary>A target that passes, or a start that comes, changes what holds without a word.</summary>
    private static bool Turns(Claim claim) => Predicates.Find(claim.Predicate)?.Settles == Settles.PlanOrState || Ladder.StepOf(claim) is "operating";

    private void Regroup(DateOnly day)
    {
        var before = _nextFact;
        while (_nextFact < _facts.Length && _facts[_nextFact].Value <= day) _nextFact++;
        Regrouped = _nextFact > before;
        if (Regrouped) Identities = Grouped(_nextFact);
    }

    /// <summary>How names are grouped on a day, wherever the walk has come to.</summary>
    public Identities GroupedOn(DateOnly day) => Grouped(_facts.Count(fact => fact.Value <= day));

    /// <summary>The days on which the grouping changes, in order.</summary>
    public IEnumerable<DateOnly> GroupingDays => _facts.Select(fact => fact.Value).Distinct();

    private Identities Grouped(int facts)
    {
        if (!_grouped.TryGetValue(facts, out var grouped)) _grouped.Add(facts, grouped = Identities.Of(_facts[..facts], _knowledge.Organisations, _knowledge.Places, _judged.Names));
        return grouped;
    }

    /// <summary>A claim may belong elsewhere when another of its document arrives, and say something else when its other side is called otherwise.</summary>
    private ReadOnlySpan<KnownClaim> ToAssign(List<KnownClaim> arrived, IReadOnlySet<string>? renamed)
    {
        var documents = arrived.Select(known => known.Claim.DocumentId).Distinct(StringComparer.Ordinal).SelectMany(id => _byDocument[id]);
        var others = renamed is null ? [] : _claims.Take(_nextClaim).Where(known => (known.Claim.Object is { } other && renamed.Contains(other)) || renamed.Contains(known.Claim.Subject));
        return documents.Concat(others).Distinct().ToArray();
    }

    private void Assign(KnownClaim known, DateOnly day, SortedSet<string> touched)
    {
        if (!_registers.Stands(known))
        {
            Remember(known, day, touched);
            return;
        }

        var (subject, other, inferred) = Placed(known.Claim, day);
        if (_entries.TryGetValue(known.Claim.Id, out var old) && old.Subject == subject && old.Object == other && old.Inferred == inferred) return;
        if (EntryOf(known, subject, other, inferred) is { } entry) Put(_entries, _bySubject, entry, touched);
    }

    private void Remember(KnownClaim known, DateOnly day, SortedSet<string> touched)
    {
        if (known.Claim is not { Predicate: "milestone", Modality: Modality.Planned, When: not null }) return;
        var (subject, other, inferred) = Placed(known.Claim, day);
        if (_former.TryGetValue(known.Claim.Id, out var old) && old.Subject == subject) return;
        if (EntryOf(known, subject, other, inferred) is { } entry) Put(_former, _formerBySubject, entry, touched);
    }

    private static void Put(Dictionary<string, Entry> entries, Dictionary<string, SortedDictionary<string, Entry>> bySubject, Entry entry, SortedSet<string> touched)
    {
        Remove(entries, bySubject, entry.Id, touched);
        entries.Add(entry.Id, entry);
        if (!bySubject.TryGetValue(entry.Subject, out var list)) bySubject.Add(entry.Subject, list = new SortedDictionary<string, Entry>(StringComparer.Ordinal));
        list.Add(entry.Id, entry);
        _ = touched.Add(entry.Subject);
    }

    private static void Remove(Dictionary<string, Entry> entries, Dictionary<string, SortedDictionary<string, Entry>> bySubject, string claim, SortedSet<string> touched)
    {
        if (!entries.Remove(claim, out var old)) return;
        _ = bySubject[old.Subject].Remove(claim);
        _ = touched.Add(old.Subject);
    }

    /// <summary>Null for a claim whose predicate settles nothing.</summary>
    public Entry? EntryOf(KnownClaim known, string subject, string? other, string? inferred)
    {
        var claim = known.Claim;
        if (Predicates.Find(claim.Predicate) is not { } predicate) return null;
        if (claim.Modality == Modality.Actual && claim.When?.Earliest > claim.Published?.Latest)
        {
            // What lies ahead of its own publication has not happened, whatever the words.
            claim = claim with { Modality = Modality.Planned };
        }

        var entry = Entry.Of(claim, predicate, subject, other, inferred, known.Recorded, known.Original, _knowledge.Sources);
        return claim.Predicate is "parent" && other is not null ? entry with { Above = _knowledge.Organisations.AllAbove(other) } : entry;
    }

    private (string Subject, string? Other, string? Inferred) Placed(Claim claim, DateOnly day)
    {
        var home = KnownClaim.Home(claim, _knowledge.Organisations);
        var (subject, inferred) = home == claim.Subject ? Assigned(claim) : (NameOf(home, day), null);
        return (subject, home != claim.Subject ? NameOf(claim.Subject, day) : claim.Object is { Length: > 0 } name ? NameOf(name, day) : null, inferred);
    }

    private (string Subject, string? Inferred) Assigned(Claim claim)
    {
        var assigned = Identities.Assign(claim, _building.GetValueOrDefault(claim.DocumentId) ?? []);
        return (assigned.Entity, assigned.Inferred);
    }

    private string NameOf(string name, DateOnly day) => Identities.Name(name) ?? _others(name, day);

    private void Settle(SortedSet<string> touched, DateOnly day)
    {
        var sites = new HashSet<(string?, string?)>();
        if (Regrouped) touched.UnionWith(Held.Where(row => row.Value.Plant is { } plant && Changed(plant)).Select(row => row.Key));
        foreach (var subject in touched)
        {
            if (Held.TryGetValue(subject, out var before) && before.Plant is { } was) _ = sites.Add((was.Operator, was.Place));
            if (!_bySubject.TryGetValue(subject, out var entries) || entries.Count == 0)
            {
                _ = _settled.Remove(subject);
                _ = Held.Remove(subject);
                continue;
            }

            var plant = PlantOf(subject, entries.Values);
            if (plant is not null) _ = sites.Add((plant.Operator, plant.Place));
            _settled[subject] = Settled(subject, plant, entries.Values, day);
            Held[subject] = SubjectHeld.Nothing with { Plant = plant };
        }

        // A site's own card tells of its parts, that of a company with figures of its own of its works.
        touched.UnionWith(sites.Select(site => site.Item1).OfType<string>().Where(name => _settled.TryGetValue(name, out var company) && company.HasFigures));
        touched.UnionWith(Held.Where(row => row.Value.Plant is { Part: null } plant && sites.Contains((plant.Operator, plant.Place))).Select(row => row.Key));
        foreach (var subject in touched)
        {
            if (_settled.TryGetValue(subject, out var settled)) Held[subject] = HeldOf(settled, Held[subject].Plant, _bySubject[subject].Values);
        }
    }

    private Settlement Settled(string subject, Entity? plant, IEnumerable<Entry> entries, DateOnly day) =>
        new Settlement(subject, plant?.Part, [.. entries], _judged, day) { Former = _formerBySubject.GetValueOrDefault(subject)?.Values.ToArray() ?? [] }.Run();

    private bool Changed(Entity plant) => Identities.Plant(plant.Name) is var now && (now.Operator, now.Place, now.Region, now.Country) != (plant.Operator, plant.Place, plant.Region, plant.Country);

    private Entity? PlantOf(string subject, IEnumerable<Entry> entries)
    {
        var plants = entries.Where(entry => Identities.KindOf(entry.Claim) == EntityKind.Plant && KnownClaim.Home(entry.Claim, _knowledge.Organisations) == entry.Claim.Subject).ToArray();
        if (plants.Length == 0) return null;
        return Identities.Plant(subject) with { Aliases = [.. plants.Select(entry => entry.Claim.Subject).Where(name => name != subject).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };
    }

    private SubjectHeld HeldOf(Settlement settled, Entity? plant, IEnumerable<Entry> entries)
    {
        var below = plant is { Part: not null } ? [] : Held.Values.Select(held => held.Plant).OfType<Entity>()
            .Where(other => plant is null ? other.Operator == settled.Subject : other.Part is not null && other.Operator == plant.Operator && other.Place == plant.Place)
            .OrderBy(other => other.Name, StringComparer.Ordinal).Select(other => _settled[other.Name]);
        return new SubjectHeld
        {
            Plant = plant,
            Findings = SubjectHeld.Sorted(settled.Findings),
            Disagreements = SubjectHeld.Sorted(settled.Disagreements.Concat(below.SelectMany(one => plant is null ? settled.ScopesOfWorks(one) : settled.ScopesOf(one)))),
            Slips = [.. settled.Slips],
            Owned = settled.Owned,
            Path = Cards.PathOf(settled.CapacityPath),
            Heard = [.. entries.Where(entry => !entry.Undated).Select(entry => new Heard(entry.Known, entry.Publisher)).Distinct().OrderBy(heard => heard.Known).ThenBy(heard => heard.Publisher, StringComparer.Ordinal)],
        };
    }

    private static TValue Of<TValue>(Dictionary<string, TValue> table, string key)
        where TValue : new()
    {
        ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(table, key, out var exists);
        if (!exists) value = new TValue();
        return value!;
    }
}
