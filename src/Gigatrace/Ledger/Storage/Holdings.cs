using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Identity;

namespace Gigatrace.Ledger.Storage;

/// <summary>What is held, as of every day: kept, and brought in step with the rows of the ledger when it is asked to.</summary>
public sealed class Holdings
{
    private const int RowsAtOnce = 4096;

    private readonly LedgerStore _ledger;
    private readonly UseRows _uses;
    private readonly CopyRows _copies;
    private readonly Upkeep _upkeep;
    private readonly Knowledge _knowledge;

    internal Holdings(Database database, LedgerStore ledger, Knowledge knowledge, string version)
    {
        (_ledger, _knowledge) = (ledger, knowledge);
        _uses = new UseRows(database);
        _copies = new CopyRows(database, _uses);
        _upkeep = new Upkeep(database, ledger, _uses, _copies, knowledge, version);
    }

    /// <summary>Brings what is held up to the rows of the ledger. Nothing is written where it is.</summary>
    public void Refresh() => _upkeep.Refresh();

    /// <summary>Forgets everything and works it out anew, whatever was there.</summary>
    public void Rebuild() => _upkeep.Rebuild();

    /// <summary>Everything that is held as of a day.</summary>
    /// <param name="asOf">Null for everything that is known; so below.</param>
    /// <param name="withClaims">The claims that it rests on are loaded too.</param>
    public State At(DateOnly? asOf, bool withClaims = true) => _ledger.Read(() => StateOf(asOf, _ledger.Held.At(DayOf(asOf).DayNumber), withClaims));

    /// <summary>Everything that was ever held, in memory, with all claims that it rests on.</summary>
    public Chronicle Chronicle() => _ledger.Read(() =>
    {
        var rows = _ledger.Held.All();
        return new Chronicle(rows, _ledger.LoadClaims(), LastDay());
    });

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
        var claims = withClaims ? ClaimsOf([.. rows.SelectMany(row => row.Against.Append(row.Holds)).Distinct(StringComparer.Ordinal)]) : [];
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

    /// <summary>What the card of a company is made from, by its printed name: what is held of it and its plants, of whom it is the other side, and of whoever it is measured with.</summary>
    public State Company(string name, DateOnly? asOf) => _ledger.Read(() =>
    {
        var day = DayOf(asOf).DayNumber;
        var own = _ledger.Held.At([name], day);
        var findings = own.Where(row => row.Kind is HeldKinds.Finding).Select(row => HeldJson.Read<Finding>(row.Payload)).ToArray();
        var beside = _ledger.Held.At([.. findings.Select(Standing.TopicOf).OfType<string>().Distinct(StringComparer.Ordinal)], day).Where(row => row.Kind is HeldKinds.Standing).Select(row => row.Payload);
        var others = own.Where(row => row.Kind is HeldKinds.Runs or HeldKinds.Object).Select(row => row.Kind is HeldKinds.Runs ? row.Key : row.Payload)
            .Concat(beside).Concat(findings.Where(finding => finding.Predicate is "competitor").Select(finding => finding.Object).OfType<string>())
            .Distinct(StringComparer.Ordinal).Where(other => other != name).ToArray();
        return StateOf(asOf, [.. own, .. _ledger.Held.At(others, day)], withClaims: true);
    });

    /// <summary>What is held of all that some notes speak of, for them to be put beside. Nothing is written.</summary>
    /// <param name="notes">All claims of all notes.</param>
    /// <param name="asOf">Only what was known on that day counts.</param>
    /// <param name="own">Which documents of the ledger are the notes themselves, or copies of them: they do not speak. Asked once, with each document that has a say and its claims.</param>
    internal Beside Beside(IReadOnlyCollection<Claim> notes, DateOnly asOf, Func<IReadOnlyCollection<Spoken>, IReadOnlySet<string>> own) => _ledger.Read(() =>
    {
        var judged = new Judgements(_ledger.LoadJudgements());
        var neighbours = new Neighbours(_uses, _knowledge, judged, _copies);
        var spoken = new Change();
        spoken.Add(notes.Select(claim => new KnownClaim(claim, asOf, null, null)));
        var around = neighbours.Around(spoken);
        var members = neighbours.Members(around);
        var (claims, beside) = Heard(members, own);
        var facts = neighbours.FactsOf(members, claims.Concat(beside));
        var others = claims.SelectMany(known => new[] { known.Claim.Subject, known.Claim.Object }).OfType<string>().Where(name => !members.Contains(name)).Distinct(StringComparer.Ordinal).ToArray();
        var names = new PrintedNames();
        names.Add(_ledger.Held.Names(others));
        return new Beside(claims, facts, notes, names, judged, _knowledge, asOf);
    });

    /// <summary>The claims that are settled under some names, and the others that speak of them, without those of the notes themselves.</summary>
    private (KnownClaim[] Settled, KnownClaim[] Beside) Heard(HashSet<string> members, Func<IReadOnlyCollection<Spoken>, IReadOnlySet<string>> own)
    {
        var (settled, beside) = (_uses.SettledUnder(members, _copies), _uses.SpeakingOf(members).ToArray());
        var byDocument = settled.Concat(beside).Select(known => known.Claim).ToLookup(claim => claim.DocumentId, StringComparer.Ordinal);
        var left = own([.. _uses.Signed([.. byDocument.Select(group => group.Key)], withPrints: true).Select(row => new Spoken(row.Signed, [.. byDocument[row.Signed.Id]]))]);
        return ([.. settled.Where(IsHeard)], [.. beside.Where(IsHeard)]);

        bool IsHeard(KnownClaim known) => !left.Contains(known.Claim.DocumentId);
    }

    /// <summary>Who runs a plant, and who owns what is spoken of.</summary>
    private static IEnumerable<string> Behind(HeldRow row)
    {
        if (row.Kind is HeldKinds.Plant && HeldJson.Read<Entity>(row.Payload).Operator is { } runs) yield return runs;
        if (row.Kind is HeldKinds.Finding && HeldJson.Read<Finding>(row.Payload) is { Predicate: "parent" or "stake" or "acquired", Object: { } owner }) yield return owner;
    }

    private DateOnly DayOf(DateOnly? asOf) => asOf ?? LastDay();

    /// <summary>Of those of some documents (by id) that are copies, the original.</summary>
    public IReadOnlyDictionary<string, Signed> Originals(IReadOnlyCollection<string> documents) => _copies.Originals(documents);

    /// <summary>Up to where the ledger goes: while this stays, so does every answer.</summary>
    public Watermark Here() => _uses.Here();

    /// <summary>The first day on which anything was held; the last where nothing ever was.</summary>
    public DateOnly FirstDay() => _ledger.Held.FirstDay() is { } day ? DateOnly.FromDayNumber(day) : LastDay();

    /// <summary>The day since which, until another, so many findings began; the first of all where there are not so many.</summary>
    public DateOnly DaySince(DateOnly day, int findings) => _ledger.Held.DaySince(day.DayNumber, findings) is { } found ? DateOnly.FromDayNumber(found) : DateOnly.MinValue;

    /// <summary>The last day on which anything became known.</summary>
    public DateOnly LastDay() => _upkeep.LastDay();

    private State StateOf(DateOnly? asOf, IReadOnlyCollection<HeldRow> rows, bool withClaims)
    {
        var items = HeldItem.Of(rows);
        var held = HeldSet.Of(items);
        var claims = withClaims ? ClaimsOf([.. HeldSet.ClaimsOf(held.Values)]) : [];
        return State.Of(asOf, DayOf(asOf), held, HeldSet.Others(items), HeldSet.Queue(items), claims);
    }

    private Past PastOf(IReadOnlyCollection<HeldRow> rows) => Ledger.Past.Of(rows, ClaimsOf);

    private IEnumerable<Claim> ClaimsOf(IReadOnlyCollection<string> ids) => _uses.ClaimsById(ids).Select(claim => claim.Claim).DistinctBy(claim => claim.Id);
}

/// <summary>A document of the ledger, and those of its claims that have a say.</summary>
internal sealed record Spoken(Signed Document, IReadOnlyList<Claim> Claims);
