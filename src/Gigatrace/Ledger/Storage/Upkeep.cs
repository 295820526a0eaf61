using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger.Storage;

/// <summary>
/// Keeps what is held in step with the rows of the ledger: after new rows only the families that they speak of are worked out anew, and of these
/// only what was known from the first day on that they change. What comes out is the same as if everything were worked out at once.
/// </summary>
internal sealed class Upkeep(Database database, LedgerStore ledger, UseRows uses, CopyRows copies, Knowledge knowledge, string version)
{
    /// <summary>Where more of the readings changed than this share, everything is worked out anew: that is quicker then.</summary>
    private const double MostChanged = 0.2;

    /// <summary>The first day on which documents without a date were recorded, as far as it was asked for: it never changes.</summary>
    private readonly Dictionary<string, DateOnly?> _recorded = new(StringComparer.Ordinal);

    /// <summary>Brings what is held up to the rows of the ledger. Nothing is written where it is.</summary>
    public void Refresh()
    {
        if (IsUpToDate()) return;
        _ = database.Write(() =>
        {
            // Another process may have done it while this one waited for the lock.
            if (IsUpToDate()) return 0;
            if (ledger.Held.Meta("version") != version || Watermark.Parse(ledger.Held.Meta("upto")) is not { } upto || !Update(upto)) Rebuild();
            return 0;
        });
    }

    /// <summary>Forgets everything and works it out anew, whatever was there.</summary>
    public void Rebuild() => _ = database.Write(() =>
    {
        ledger.Held.Clear();
        uses.AddReadings(uses.CountedReadings());
        var judged = new Judgements(ledger.LoadJudgements());
        _ = copies.Rebuild(ledger.LoadSignatures());
        var facts = AddAllUses(judged);
        var families = Families.Make(facts.Keys, knowledge.Organisations, knowledge.Places, judged.Names);
        Write(families.All, facts.Keys.Where(fact => fact.Kind == FactKind.OfPerson).Select(fact => fact.Name).ToHashSet(StringComparer.Ordinal));
        var byFamily = facts.ToLookup(fact => families.Of(fact.Key.Name), StringComparer.Ordinal);
        var names = new PrintedNames();
        foreach (var family in byFamily) names.Add(new FamilyWalk([], family, names.On, judged, knowledge));
        var members = families.All.ToLookup(row => row.Family, row => row.Name, StringComparer.Ordinal);
        foreach (var some in byFamily.Chunk(64))
        {
            ledger.Held.Insert(some.SelectMany(family =>
            {
                var walk = new FamilyWalk(uses.SettledUnder([.. members[family.Key]], copies), family, names.On, judged, knowledge);
                return History.Of(family.Key, walk, Histories.Renaming(walk.Others, names));
            }));
        }

        Mark(uses.LastDay());
        return 0;
    });

    /// <summary>The last day on which anything became known.</summary>
    public DateOnly LastDay() => DateOnly.FromDayNumber(int.Parse(ledger.Held.Meta("last") ?? "0", CultureInfo.InvariantCulture));

    private bool IsUpToDate() => ledger.Held.Meta("upto") == uses.Here().ToString() && ledger.Held.Meta("version") == version;

    /// <param name="last">The last day on which anything became known.</param>
    private void Mark(long last)
    {
        ledger.Held.SetMeta("version", version);
        ledger.Held.SetMeta("upto", uses.Here().ToString());
        ledger.Held.SetMeta("last", last.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Goes on from where it was. False where it is quicker to begin anew; nothing was written then.</summary>
    private bool Update(Watermark upto)
    {
        var changed = uses.ChangedReadings(upto);
        if (changed.Count > 16 && changed.Count > MostChanged * database.Number("SELECT count(*) FROM held_readings")) return false;
        var all = ledger.LoadJudgements();
        var judged = new Judgements(all);
        var change = new Change();
        var before = changed.Select(row => row.Before).OfType<long>().ToArray();
        foreach (var claim in uses.ClaimsOfReadings(before)) RemoveUses(claim, change);
        foreach (var reading in before) uses.RemoveReading(reading);
        var now = changed.Select(row => row.Now).OfType<(long Reading, long Document)>().ToArray();
        uses.AddReadings(now);
        change.Add(AddUses(uses.ClaimsOfReadings([.. now.Select(row => row.Reading)]), judged));
        foreach (var judgement in uses.JudgedSince(upto, all)) Decide(judgement, judged, change);
        if (changed.Count > 0) Recopy([.. now.Select(row => row.Reading)], onlyNew: before.Length == 0, change);
        if (change.Names.Count > 0) new Rework(ledger.Held, uses, knowledge, judged, copies, change).Run();
        Mark(change.Removed ? uses.LastDay() : Math.Max(LastDay().DayNumber, change.Last.DayNumber));
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

        var claims = uses.ClaimsById([judgement.First]);
        foreach (var claim in claims) RemoveUses(claim, change);
        change.Add(AddUses(claims, judged));
    }

    /// <summary>Claims of documents that are a copy of something else than before speak with another voice.</summary>
    /// <param name="now">Readings that count and did not.</param>
    /// <param name="onlyNew">None counts no longer.</param>
    private void Recopy(IReadOnlyList<long> now, bool onlyNew, Change change)
    {
        var documents = uses.DocumentsOf(now);
        var others = onlyNew ? copies.Add(documents) : null;
        // Of a document that is there in another version its copies speak with another voice too, though they are copies of the same.
        others ??= [.. copies.Rebuild(ledger.LoadSignatures()), .. uses.CopiesOf(documents)];
        change.Add(uses.ClaimsOfReadings(uses.ReadingsOf(others)).Select(claim => Known(claim.Claim)));
    }

    private Dictionary<Fact, DateOnly> AddAllUses(Judgements judged)
    {
        var facts = new Dictionary<Fact, DateOnly>();
        foreach (var some in uses.AllClaims().Chunk(20_000))
        {
            foreach (var claim in AddUses(some, judged)) FamilySet.AddFacts(facts, claim, knowledge, _ => true);
        }

        return facts;
    }

    /// <summary>Those that nobody rejected, and which are used now.</summary>
    private List<KnownClaim> AddUses(IEnumerable<CountedClaim> claims, Judgements judged)
    {
        var (known, rows) = (new List<KnownClaim>(), new List<(string, int, DateOnly, long)>());
        foreach (var claim in claims.Where(claim => !judged.Rejected(claim.Claim.Id)))
        {
            known.Add(Known(claim.Claim));
            rows.AddRange(UsesOf(claim, known[^1].Known));
        }

        uses.AddUses(rows);
        return known;
    }

    private void RemoveUses(CountedClaim claim, Change change)
    {
        var known = Known(claim.Claim);
        uses.RemoveUses(UsesOf(claim, known.Known));
        change.Add(known);
        change.Removed = true;
    }

    private IEnumerable<(string Name, int Role, DateOnly Known, long Claim)> UsesOf(CountedClaim claim, DateOnly known)
    {
        var home = KnownClaim.Home(claim.Claim, knowledge.Organisations);
        yield return (home, UseRows.Home, known, claim.Row);
        if (home != claim.Claim.Subject) yield return (claim.Claim.Subject, UseRows.Subject, known, claim.Row);
        if (claim.Claim.Object is { Length: > 0 } other) yield return (other, UseRows.Object, known, claim.Row);
    }

    /// <summary>What its document is a copy of is not asked for.</summary>
    private KnownClaim Known(Claim claim)
    {
        DateOnly? recorded = null;
        if (Entry.KnownOn(claim, null) is null && !_recorded.TryGetValue(claim.DocumentId, out recorded)) _recorded.Add(claim.DocumentId, recorded = uses.RecordedOn(claim.DocumentId));
        return new KnownClaim(claim, Entry.KnownOn(claim, recorded) ?? DateOnly.MinValue, recorded, null);
    }

    private void Write(IEnumerable<(string Name, string Family)> names, IReadOnlySet<string> persons)
    {
        var rows = names.ToArray();
        uses.AddNames(rows);
        uses.AddBlocks(rows.SelectMany(row => NameGroups.BlocksOf(row.Name, knowledge.Organisations, persons.Contains(row.Name)).Select(block => (block, row.Name))));
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

    public void Add(IEnumerable<KnownClaim> claims)
    {
        foreach (var claim in claims) Add(claim);
    }

    public void Add(KnownClaim of)
    {
        var (claim, known) = (of.Claim, of.Known);
        _ = Names.Add(claim.Subject);
        if (claim.Predicate is "role") _ = Persons.Add(claim.Subject);
        if (claim.Object is { Length: > 0 } other) _ = Names.Add(other);
        if (known < From) From = known;
        if (known > Last) Last = known;
        Owners |= claim.Predicate is "parent" or "acquired";
    }
}
