using System.Collections.Immutable;
using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger.Storage;

/// <summary>
/// Keeps what is held in step with the rows of the ledger: after new rows only the families that they speak of are worked out anew, and of these
/// only what was known from the first day on that they change. What comes out is the same as if everything were worked out at once.
/// </summary>
public sealed class Holdings
{
    /// <summary>Where more of the readings changed than this share, everything is worked out anew: that is quicker then.</summary>
    private const double MostChanged = 0.2;

    private const int RowsAtOnce = 4096;

    private readonly Database _database;
    private readonly LedgerStore _ledger;
    private readonly UseRows _uses;
    private readonly CopyRows _copies;
    private readonly Knowledge _knowledge;
    private readonly string _version;

    internal Holdings(Database database, LedgerStore ledger, Knowledge knowledge, string version)
    {
        (_database, _ledger, _knowledge, _version) = (database, ledger, knowledge, version);
        _uses = new UseRows(database);
        _copies = new CopyRows(database, _uses);
    }

    /// <summary>Brings what is held up to the rows of the ledger. Nothing is written where it is.</summary>
    public void Refresh()
    {
        if (IsUpToDate()) return;
        _ = _database.Write(() =>
        {
            // Another process may have done it while this one waited for the lock.
            if (IsUpToDate()) return 0;
            if (_ledger.Held.Meta("version") != _version || Watermark.Parse(_ledger.Held.Meta("upto")) is not { } upto || !Update(upto)) Rebuild();
            return 0;
        });
    }

    /// <summary>Forgets everything and works it out anew, whatever was there.</summary>
    public void Rebuild() => _ = _database.Write(() =>
    {
        _ledger.Held.Clear();
        _uses.AddReadings(_uses.CountedReadings());
        var judged = new Judgements(_ledger.LoadJudgements());
        _ = _copies.Rebuild(_ledger.LoadSignatures());
        var facts = AddAllUses(judged);
        var families = Families.Make(facts.Keys, _knowledge.Organisations, _knowledge.Places, judged.Names);
        Write(families.All, facts.Keys.Where(fact => fact.Kind == FactKind.OfPerson).Select(fact => fact.Name).ToHashSet(StringComparer.Ordinal));
        var byFamily = facts.ToLookup(fact => families.Of(fact.Key.Name), StringComparer.Ordinal);
        var names = new PrintedNames();
        foreach (var family in byFamily) names.Add(new FamilyWalk([], family, names.On, judged, _knowledge));
        var members = families.All.ToLookup(row => row.Family, row => row.Name, StringComparer.Ordinal);
        foreach (var some in byFamily.Chunk(64))
        {
            _ledger.Held.Insert(some.SelectMany(family =>
            {
                var walk = new FamilyWalk(_uses.SettledUnder([.. members[family.Key]], _copies), family, names.On, judged, _knowledge);
                return History.Of(family.Key, walk, Histories.Renaming(walk.Others, names));
            }));
        }

        Mark(_uses.LastDay());
        return 0;
    });

    /// <summary>Everything that is held as of a day.</summary>
    /// <param name="asOf">Null for everything that is known; so below.</param>
    /// <param name="withClaims">The claims that it rests on are loaded too.</param>
    public State At(DateOnly? asOf, bool withClaims = true) => _ledger.Read(() => StateOf(asOf, _ledger.Held.At(DayOf(asOf).DayNumber), withClaims));

    /// <summary>Who and what there is as of a day, and nothing of what is held of them.</summary>
    public IReadOnlyList<Entity> Entities(DateOnly? asOf) => _ledger.Read(() => (IReadOnlyList<Entity>)
    [
        .. new[] { HeldKinds.Other, HeldKinds.Plant }.SelectMany(kind => _ledger.Held.KindAt(kind, DayOf(asOf).DayNumber)).Select(row => HeldJson.Read<Entity>(row.Payload)).OrderBy(entity => entity.Kind).ThenBy(entity => entity.Name, StringComparer.Ordinal),
    ]);

    /// <summary>What does not fit as of a day, and nothing else.</summary>
    public State Disagreements(DateOnly? asOf, bool withClaims = false) => _ledger.Read(() =>
    {
        // While rows are read, those before them are made into what they say.
        var (parts, some) = (new List<Task<Disagreement[]>>(), new List<string>(RowsAtOnce));
        _ledger.Held.PayloadsAt(HeldKinds.Disagreement, DayOf(asOf).DayNumber, payload =>
        {
            some.Add(payload);
            if (some.Count == RowsAtOnce) Make();
        });
        Make();
        ImmutableArray<Disagreement> rows = [.. parts.SelectMany(part => part.Result)];
        var claims = withClaims ? _uses.ClaimsById([.. rows.SelectMany(row => row.Against.Append(row.Holds)).Distinct(StringComparer.Ordinal)]).Select(claim => claim.Claim).DistinctBy(claim => claim.Id) : [];
        return new State
        {
            AsOf = asOf, Entities = [], Findings = [], Disagreements = rows, Plants = [], Companies = [], Claims = claims.ToImmutableDictionary(claim => claim.Id, StringComparer.Ordinal),
        };

        void Make()
        {
            var payloads = some;
            some = new List<string>(RowsAtOnce);
            parts.Add(Task.Run(() => payloads.Select(HeldJson.Read<Disagreement>).ToArray()));
        }
    });

    /// <summary>How many findings there are of some subjects as of a day.</summary>
    public int CountOf(string subject, DateOnly? asOf) => _ledger.Held.At([subject], DayOf(asOf).DayNumber).Count(row => row.Kind == HeldKinds.Finding);

    /// <summary>All that was ever held of some subjects, and of whoever ran them.</summary>
    public Past Past(IReadOnlyCollection<string> subjects) => _ledger.Read(() => PastOf(Ledger.Past.About(subjects, _ledger.Held.Of)));

    /// <summary>What began or ended from one day until another, both among them.</summary>
    /// <param name="to">Null for all that came after.</param>
    public Past Changed(DateOnly from, DateOnly? to) => _ledger.Read(() => PastOf([.. Ledger.Past.Told.SelectMany(kind => _ledger.Held.KindChanged(kind, from.DayNumber - 1, to?.DayNumber ?? HeldRow.Open - 1))]));

    /// <summary>What the card of a plant is made from, by its printed name: what is held of it, of who runs it and of their owners.</summary>
    public State Plant(string name, DateOnly? asOf) => _ledger.Read(() =>
    {
        var day = DayOf(asOf).DayNumber;
        var rows = new List<HeldRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = new List<string> { name }; next.Count > 0;)
        {
            seen.UnionWith(next);
            var found = _ledger.Held.At(next, day);
            rows.AddRange(found);
            next = [.. found.SelectMany(Behind).Distinct(StringComparer.Ordinal).Where(one => !seen.Contains(one))];
        }

        // Whether there is silence on a plant is told by the others of its operator.
        var beside = rows.Where(row => row.Kind is HeldKinds.Runs && !seen.Contains(row.Key)).Select(row => row.Key).Distinct(StringComparer.Ordinal).ToArray();
        rows.AddRange(_ledger.Held.At(beside, day).Where(row => row.Kind is HeldKinds.Plant or HeldKinds.Heard));
        return StateOf(asOf, rows, withClaims: true);
    });

    /// <summary>What the card of a company is made from, by its printed name: what is held of it and its plants, and of whom it is the other side.</summary>
    public State Company(string name, DateOnly? asOf) => _ledger.Read(() =>
    {
        var day = DayOf(asOf).DayNumber;
        var own = _ledger.Held.At([name], day);
        var others = own.Where(row => row.Kind is HeldKinds.Runs or HeldKinds.Object).Select(row => row.Kind is HeldKinds.Runs ? row.Key : row.Payload).Distinct(StringComparer.Ordinal).Where(other => other != name).ToArray();
        return StateOf(asOf, [.. own, .. _ledger.Held.At(others, day)], withClaims: true);
    });

    /// <summary>Who runs a plant, and who owns what is spoken of.</summary>
    private static IEnumerable<string> Behind(HeldRow row)
    {
        if (row.Kind is HeldKinds.Plant && HeldJson.Read<Entity>(row.Payload).Operator is { } runs) yield return runs;
        if (row.Kind is HeldKinds.Finding && HeldJson.Read<Finding>(row.Payload) is { Predicate: "parent" or "stake" or "acquired", Object: { } owner }) yield return owner;
    }

    private DateOnly DayOf(DateOnly? asOf) => asOf ?? LastDay();

    /// <summary>Of those of some documents (by id) that are copies, the original.</summary>
    public IReadOnlyDictionary<string, Signed> Originals(IReadOnlyCollection<string> documents) => _copies.Originals(documents);

    /// <summary>The last day on which anything became known.</summary>
    public DateOnly LastDay() => DateOnly.FromDayNumber(int.Parse(_ledger.Held.Meta("last") ?? "0", CultureInfo.InvariantCulture));

    private State StateOf(DateOnly? asOf, IReadOnlyCollection<HeldRow> rows, bool withClaims)
    {
        var held = HeldSet.Of(rows);
        var claims = withClaims ? _uses.ClaimsById([.. HeldSet.ClaimsOf(held.Values)]).Select(claim => claim.Claim).DistinctBy(claim => claim.Id) : [];
        return State.Of(asOf, DayOf(asOf), held, HeldSet.Others(rows), HeldSet.Queue(rows), claims);
    }

    private Past PastOf(IReadOnlyCollection<HeldRow> rows) => Ledger.Past.Of(rows, ids => _uses.ClaimsById(ids).Select(claim => claim.Claim));

    private bool IsUpToDate() => _ledger.Held.Meta("upto") == _uses.Here().ToString() && _ledger.Held.Meta("version") == _version;

    /// <param name="last">The last day on which anything became known.</param>
    private void Mark(long last)
    {
        _ledger.Held.SetMeta("version", _version);
        _ledger.Held.SetMeta("upto", _uses.Here().ToString());
        _ledger.Held.SetMeta("last", last.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Goes on from where it was. False where it is quicker to begin anew; nothing was written then.</summary>
    private bool Update(Watermark upto)
    {
        var changed = _uses.ChangedReadings(upto);
        if (changed.Count > 16 && changed.Count > MostChanged * _database.Number("SELECT count(*) FROM held_readings")) return false;
        var all = _ledger.LoadJudgements();
        var judged = new Judgements(all);
        var change = new Change();
        foreach (var claim in _uses.ClaimsOfReadings([.. changed.Select(row => row.Before).OfType<long>()])) RemoveUses(claim, change);
        foreach (var row in changed.Where(row => row.Before is not null)) _uses.RemoveReading(row.Before!.Value);
        _uses.AddReadings(changed.Where(row => row.Now is not null).Select(row => row.Now!.Value));
        AddUses(_uses.ClaimsOfReadings([.. changed.Where(row => row.Now is not null).Select(row => row.Now!.Value.Reading)]), judged, change);
        foreach (var judgement in _uses.JudgedSince(upto, all)) Decide(judgement, judged, change);
        Recopy(changed, change);
        if (change.Names.Count > 0) new Rework(_ledger.Held, _uses, _knowledge, judged, _copies, change).Run();
        Mark(change.Removed ? _uses.LastDay() : Math.Max(LastDay().DayNumber, change.Last.DayNumber));
        return true;
    }

    /// <summary>What a person said counts whatever the day.</summary>
    private void Decide(Judgement judgement, Judgements judged, Change change)
    {
        change.From = DateOnly.MinValue;
        if (judgement.Verdict is not (Verdict.Prefer or Verdict.Reject))
        {
            change.Names.Add(judgement.First);
            change.Names.Add(judgement.Second ?? judgement.First);
            return;
        }

        var claims = _uses.ClaimsById([judgement.First]);
        foreach (var claim in claims) RemoveUses(claim, change);
        AddUses(claims, judged, change);
    }

    /// <summary>Claims of documents that are a copy of something else than before speak with another voice.</summary>
    private void Recopy(IReadOnlyList<ChangedReading> changed, Change change)
    {
        if (changed.Count == 0) return;
        var now = _uses.DocumentsOf([.. changed.Where(row => row.Now is not null).Select(row => row.Now!.Value.Reading)]);
        var others = changed.Any(row => row.Before is not null) ? null : _copies.Add(now);
        // Of a document that is there in another version its copies speak with another voice too, though they are copies of the same.
        others ??= [.. _copies.Rebuild(_ledger.LoadSignatures()), .. _uses.CopiesOf(now)];
        foreach (var claim in _uses.ClaimsOfReadings(_uses.ReadingsOf(others))) change.Add(claim.Claim, KnownDay(claim.Claim));
    }

    private Dictionary<Fact, DateOnly> AddAllUses(Judgements judged)
    {
        var facts = new Dictionary<Fact, DateOnly>();
        var change = new Change();
        foreach (var some in _uses.AllClaims().Where(claim => !judged.Rejected(claim.Claim.Id)).Chunk(20_000))
        {
            AddUses(some, judged, change);
            foreach (var claim in some) FamilySet.AddFacts(facts, new KnownClaim(claim.Claim, KnownDay(claim.Claim), null, null), _knowledge, _ => true);
        }

        return facts;
    }

    private void AddUses(IEnumerable<CountedClaim> claims, Judgements judged, Change change)
    {
        var rows = new List<(string, int, DateOnly, long)>();
        foreach (var claim in claims.Where(claim => !judged.Rejected(claim.Claim.Id)))
        {
            var known = KnownDay(claim.Claim);
            rows.AddRange(UsesOf(claim, known));
            change.Add(claim.Claim, known);
        }

        _uses.AddUses(rows);
    }

    private void RemoveUses(CountedClaim claim, Change change)
    {
        var known = KnownDay(claim.Claim);
        _uses.RemoveUses(UsesOf(claim, known));
        change.Add(claim.Claim, known);
        change.Removed = true;
    }

    private IEnumerable<(string Name, int Role, DateOnly Known, long Claim)> UsesOf(CountedClaim claim, DateOnly known)
    {
        var home = KnownClaim.Home(claim.Claim, _knowledge.Organisations);
        yield return (home, UseRows.Home, known, claim.Row);
        if (home != claim.Claim.Subject) yield return (claim.Claim.Subject, UseRows.Subject, known, claim.Row);
        if (claim.Claim.Object is { Length: > 0 } other) yield return (other, UseRows.Object, known, claim.Row);
    }

    private DateOnly KnownDay(Claim claim) => claim.Published?.Latest ?? claim.Published?.Earliest ?? _uses.RecordedOn(claim.DocumentId) ?? DateOnly.MinValue;

    private void Write(IEnumerable<(string Name, string Family)> names, IReadOnlySet<string> persons)
    {
        var rows = names.ToArray();
        _uses.AddNames(rows);
        _uses.AddBlocks(rows.SelectMany(row => NameGroups.BlocksOf(row.Name, _knowledge.Organisations, persons.Contains(row.Name)).Select(block => (block, row.Name))));
    }
}

/// <summary>What new rows of the ledger touch.</summary>
internal sealed class Change
{
    /// <summary>Names as claims write them.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of them that claims use for a person.</summary>
    public HashSet<string> Persons { get; } = new(StringComparer.Ordinal);

    /// <summary>The first day of which something may be known otherwise.</summary>
    public DateOnly From { get; set; } = DateOnly.MaxValue;

    /// <summary>The last day on which one of the claims became known.</summary>
    public DateOnly Last { get; private set; }

    /// <summary>Claims that counted do no longer.</summary>
    public bool Removed { get; set; }

    /// <summary>Who owns whom may be known otherwise.</summary>
    public bool Owners { get; private set; }

    public void Add(Claim claim, DateOnly known)
    {
        _ = Names.Add(claim.Subject);
        if (claim.Predicate is "role") _ = Persons.Add(claim.Subject);
        if (claim.Object is { Length: > 0 } other) _ = Names.Add(other);
        if (known < From) From = known;
        if (known > Last) Last = known;
        Owners |= claim.Predicate is "parent" or "acquired";
    }
}
