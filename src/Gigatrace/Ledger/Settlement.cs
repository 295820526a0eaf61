using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>Settles every topic of one subject: its findings, its disagreements, its moved targets.</summary>
internal sealed class Settlement(string subject, string? part, IReadOnlyList<Entry> entries, Judgements judgements, DateOnly day)
{
    private readonly List<(Topic Topic, Settled Settled)> _plain = [];
    private readonly List<(Topic Topic, Settled Settled)> _figures = [];
    private readonly List<(Topic Topic, Settled Settled)> _sums = [];
    private readonly List<(Topic Topic, Settled Settled)> _owners = [];

    /// <summary>Who is said to own all of it, by the last text that says so.</summary>
    private readonly Entry? _sole = entries.Where(entry => entry is { Predicate.Name: "parent", Modality: Modality.Actual, Weak: false, Undated: false, Historic: false } && Ownership.IsOfAll(entry.Claim.Quote)).MaxBy(entry => (entry.Known, entry.Id));

    public string Subject => subject;

    /// <summary>A capacity, jobs, sums: what may differ in scope from those of a part.</summary>
    public bool HasFigures => _figures.Count > 0;

    /// <summary>Targets that a register named before the one that stands.</summary>
    public IReadOnlyList<Entry> Former { get; init; } = [];

    public List<Finding> Findings { get; } = [];

    public List<Disagreement> Disagreements { get; } = [];

    public List<Slip> Slips { get; } = [];

    /// <summary>Every capacity that was said, in the order in which it became known, with the finding that answers for it.</summary>
    public List<(Entry Entry, Finding Finding)> CapacityPath { get; } = [];

    /// <summary>Who owned it from when to when.</summary>
    public ImmutableArray<Owned> Owned { get; private set; } = [];

    public Settlement Run()
    {
        if (Ladder.Settle(entries, judgements) is { } status) AddStatus(status.Step, status.Settled);
        foreach (var group in entries.GroupBy(entry => entry.Predicate).OrderBy(group => group.Key.Name, StringComparer.Ordinal))
        {
            if (group.Key.Settles == Settles.Ladder) continue;
            var topics = Topics.Of(subject, group.Key, [.. group.OrderBy(entry => entry.Id, StringComparer.Ordinal)]);
            foreach (var topic in topics) Settle(topic);
            if (group.Key.Settles == Settles.PlanOrState) SettleFigures(topics);
            AddScopes();
            AddPackages();
        }

        Owned = Ownership.Of(subject, _owners);
        // A plan that a text itself reports as overtaken answers to what holds now.
        var shown = CapacityPath.Select(row => row.Entry).ToHashSet();
        if (Findings.Find(finding => finding.Predicate is "capacity") is { } capacity)
        {
            CapacityPath.AddRange(entries.Where(entry => entry.Predicate.Name is "capacity" && entry.Modality != Modality.Denied && !shown.Contains(entry)).Select(entry => (entry, capacity)));
        }

        return this;
    }

    /// <summary>A figure for the whole site, and as far as the site may grow, differ from a part's without contradicting it: capacity, jobs, sums.</summary>
    public IEnumerable<Disagreement> ScopesOf(Settlement part) =>
        from row in _figures
        where row.Topic.Scope is "ceiling" || row.Settled.Supports.Any(entry => entry.Claim.Part is "site")
        from other in part._figures
        where IsOfPart(other.Topic, row.Topic) && Differ(other.Settled.Holds, row.Settled.Holds)
        select Disagreement(row.Topic, DisagreementKind.Scope, row.Settled.Holds, other.Settled.Supports);

    /// <summary>What a company has in all differs from what one of its works has without contradicting it.</summary>
    public IEnumerable<Disagreement> ScopesOfWorks(Settlement works) =>
        from row in _figures
        where row.Topic.Scope.Length == 0 && !Terms.Withdrawn(row.Settled.Holds)
        from other in works._figures
        where other.Topic.Predicate == row.Topic.Predicate && other.Topic.Scope.Length == 0 && !Terms.Withdrawn(other.Settled.Holds) && Differ(other.Settled.Holds, row.Settled.Holds)
        select Disagreement(row.Topic, DisagreementKind.Scope, row.Settled.Holds, other.Settled.Supports);

    private static bool IsOfPart(Topic part, Topic whole) => part.Predicate == whole.Predicate && (part.Scope == whole.Scope || (whole.Scope is "ceiling" && part.Scope.Length == 0));

    private static bool Differ(Entry one, Entry other) => one.Claim.Unit == other.Claim.Unit && !Agreement.Alike(one.Claim, other.Claim);

    private void Settle(Topic topic)
    {
        switch (topic.Predicate.Settles)
        {
            case Settles.Set or Settles.Sum:
                if (Sets.Settle(topic.Entries, judgements) is not { } fact) break;
                SettleFact(topic, fact);
                if (topic.Predicate.Settles == Settles.Sum) _sums.Add((topic, fact));
                break;
            case Settles.Event:
                SettleEvent(topic);
                break;
            case Settles.State:
                var terms = topic.Predicate.Type == ValueType.None ? Terms.Others : Terms.States;
                if (Timeline.Settle([.. topic.Entries.Where(entry => entry.Modality == Modality.Actual)], terms, judgements) is { } state) KeepShared(topic, state, terms);
                else if (Timeline.Settle(topic.Entries, terms, judgements) is { } meant) _ = Add(topic, meant);
                break;
            default:
                break;
        }
    }

    /// <summary>What was only talked of and then denied is no change; what was agreed or so, and ended, is one.</summary>
    private void SettleFact(Topic topic, Settled fact)
    {
        var ended = fact.Holds.Modality == Modality.Denied;
        _ = Add(topic, fact, listed: !ended);
        if (ended) Report(topic, fact, fact.Against.Where(row => row.Entry.Modality is Modality.Actual or Modality.Planned));
    }

    /// <summary>Owners that one text names side by side own it together: each has a topic of its own.</summary>
    private void KeepShared(Topic topic, Settled state, Terms terms)
    {
        var shared = topic.Predicate.Type != ValueType.None ? [] : state.Against.Where(row => row.Kind == DisagreementKind.Scope).Select(row => row.Entry.Object).ToHashSet(StringComparer.Ordinal);
        if (shared.Count == 0)
        {
            if (topic.Predicate.Name is "parent") _owners.Add((topic, state));
            Keep(topic, state);
            return;
        }

        foreach (var one in topic.Entries.Where(entry => entry.Modality == Modality.Actual && shared.Contains(entry.Object)).GroupBy(entry => entry.Object).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (Timeline.Settle([.. one], terms, judgements) is not { } owner) continue;
            if (topic.Predicate.Name is "parent") _owners.Add((topic, owner));
            Keep(topic with { Name = $"{topic.Name}/{one.Key}" }, owner);
        }

        var others = topic.Entries.Where(entry => entry.Modality == Modality.Actual && !shared.Contains(entry.Object)).ToArray();
        if (Timeline.Settle(others, terms, judgements) is not { } rest) return;
        if (topic.Predicate.Name is "parent") _owners.Add((topic, rest));
        Keep(topic with { Name = $"{topic.Name}/{rest.Holds.Object}" }, rest);
    }

    private void SettleEvent(Topic topic)
    {
        var (happened, target) = Events.Settle(topic.Entries, judgements);
        if (happened is not null && topic.Predicate.Name is "acquired") _owners.Add((topic, happened));
        if (happened is not null) AddSlips(topic, Add(topic, happened));
        else if (target is not null) AddSlips(topic, Add(topic, target));
    }

    /// <summary>What is and what is meant, topic by topic, then the plans against what is.</summary>
    private void SettleFigures(IReadOnlyList<Topic> topics)
    {
        foreach (var scope in topics.GroupBy(topic => (topic.Scope, Plain: PlainName(topic))).OrderBy(group => group.Key.Plain, StringComparer.Ordinal))
        {
            var standing = new List<(Topic Topic, Settled Settled)>();
            foreach (var topic in scope)
            {
                if (Timeline.Settle([.. topic.Entries.Where(entry => entry.Modality == Modality.Actual)], Terms.States, judgements) is not { } state) continue;
                if (_sole is { } sole && topic.Predicate.Name is "stake" && IsEnded(state, sole)) End(topic, state, sole);
                else standing.Add((topic, state));
            }

            var installed = standing.Count == 0 ? ((Topic Topic, Settled Settled)?)null : standing.MaxBy(row => (row.Topic.Period, row.Topic.Name));
            var meant = scope.SelectMany(topic => topic.Entries).Where(entry => entry.Modality != Modality.Actual).ToArray();
            var planTopic = scope.FirstOrDefault(topic => topic.Period.Length == 0) ?? scope.First();
            if (Timeline.Settle(meant, Terms.Plans, judgements) is { } plan) installed = Meet(planTopic, plan, installed, standing);
            foreach (var (topic, settled) in standing) Keep(topic, installed?.Topic == topic ? installed.Value.Settled : settled);
        }
    }

    /// <summary>Somebody was said to own all of it after anything but a note gave this share.</summary>
    private static bool IsEnded(Settled share, Entry sole) =>
        (share.Holds.Object != sole.Object || Agreement.Bounds(share.Holds.Value)?.High < 100) && share.Supports.Where(entry => !entry.Weak).DefaultIfEmpty(share.Holds).Max(entry => entry.Known) < sole.Known;

    /// <summary>A share that ended when somebody took all.</summary>
    private void End(Topic topic, Settled share, Entry sole)
    {
        _owners.Add((topic, share with { Eras = [.. share.Eras, [sole]] }));
        foreach (var late in share.Supports.GroupBy(entry => entry.Known > sole.Known).OrderBy(group => group.Key)) Add(topic, late.Key ? DisagreementKind.Stale : DisagreementKind.Superseded, sole, [.. late]);
    }

    /// <summary>A plan beside what is: it came true, its time has passed, or both hold.</summary>
    private (Topic Topic, Settled Settled)? Meet(Topic topic, Settled plan, (Topic Topic, Settled Settled)? installed, List<(Topic, Settled)> standing)
    {
        if (installed is not { } is_ || Terms.Withdrawn(plan.Holds))
        {
            Keep(topic, plan);
            return installed;
        }

        var now = is_.Settled;
        if (plan.Supports.Any(entry => Agreement.OfValues(entry.Claim, now.Holds.Claim)) && !Larger(plan.Holds, now.Holds))
        {
            // It came true; what the plan had replaced is replaced by what is now.
            return (is_.Topic, now with { Against = [.. now.Against, .. Replaced(plan.Against.Select(row => row.Entry), now)], By = now.By is "only" ? "happened" : now.By });
        }

        if (!Passed(plan, now))
        {
            Keep(topic, plan);
            return installed;
        }

        return (is_.Topic, now with { Against = [.. now.Against, .. Replaced(plan.Supports.Concat(plan.Against.Select(row => row.Entry)), now)], By = now.By is "only" ? "happened" : now.By });
    }

    private static IEnumerable<(Entry Entry, DisagreementKind Kind)> Replaced(IEnumerable<Entry> plans, Settled now) =>
        plans.Where(entry => !entry.Historic && !Terms.Withdrawn(entry) && !Agreement.OfValues(entry.Claim, now.Holds.Claim) && now.Supports.All(support => support.Claim.DocumentId != entry.Claim.DocumentId)).Distinct()
            .Select(entry => (entry, Terms.Plans.Time(entry) > now.Supports.Min(support => support.Known) ? DisagreementKind.Stale : DisagreementKind.Superseded));

    /// <summary>
    /// The plan's target has passed; without one, production has started since the plan was made. A figure that is no newer
    /// than the plan says nothing of it, nor does one that stands beside a larger plan in one text.
    /// </summary>
    private bool Passed(Settled plan, Settled now)
    {
        var (meant, known) = (plan.Supports.Min(Terms.Plans.Time), now.Supports.Max(entry => entry.Known));
        var documents = now.Supports.Select(entry => entry.Claim.DocumentId).ToHashSet(StringComparer.Ordinal);
        var beside = plan.Supports.Any(entry => documents.Contains(entry.Claim.DocumentId));
        if (beside ? !Smaller(plan.Holds, now.Holds) : known <= meant) return false;
        if (plan.Holds.Claim.When is { Latest: { } target }) return target < day;
        var start = entries.Where(entry => entry.Modality == Modality.Actual && Ladder.StepOf(entry.Claim) is "operating").Select(entry => (DateOnly?)entry.Valid).Min();
        return start is { } started && started <= day && (beside || meant < started) && known >= started;
    }

    private static bool Smaller(Entry plan, Entry now) => Agreement.Bounds(plan.Value)?.High < Agreement.Bounds(now.Value)?.Low;

    private static bool Larger(Entry plan, Entry now) => Agreement.Bounds(plan.Value)?.Low > Agreement.Bounds(now.Value)?.High && !Agreement.OfValues(plan.Claim, now.Claim);

    private static string PlainName(Topic topic) => topic.Period.Length == 0 ? topic.Name : topic.Name[..^(topic.Period.Length + 1)];

    private void Keep(Topic topic, Settled settled)
    {
        _plain.Add((topic, settled));
        var finding = Add(topic, settled);
        if (topic.Predicate.Name is "stake") _owners.Add((topic, settled));
        if (topic.Predicate is { Settles: Settles.PlanOrState, Name: not "stake" }) _figures.Add((topic, settled));
        if (topic.Predicate.Name is not "capacity") return;
        foreach (var entry in settled.Supports.Concat(settled.Against.Select(row => row.Entry))) CapacityPath.Add((entry, finding));
    }

    private void AddStatus(string step, Settled settled)
    {
        var predicate = Predicates.Find("status")!;
        var topic = new Topic(subject, predicate, $"{subject}/status", "", "", []);
        var finding = Make(topic, settled) with { Value = new ClaimValue.Text(step), Modality = step is "rumoured" ? Modality.Rumoured : step is "announced" ? Modality.Planned : Modality.Actual, Valid = settled.Holds.Modality == Modality.Actual ? settled.Holds.Claim.When : null };
        Findings.Add(finding with { Id = IdOf(finding) });
        // Of the life before it left the ladder only the last state is told.
        var last = settled.Against.LastOrDefault(row => row.Kind == DisagreementKind.Superseded).Entry;
        Report(topic, settled, settled.Against.Where(row => row.Kind != DisagreementKind.Superseded || Ladder.IsOvertaken(row.Entry, step) || (row.Entry == last && !Ladder.IsProgress(row.Entry, step))));
    }

    private Finding Add(Topic topic, Settled settled, bool listed = true)
    {
        var finding = Make(topic, settled);
        Findings.Add(finding);
        if (listed) Report(topic, settled, settled.Against);
        ReportPrecision(topic, settled);
        return finding;
    }

    private Finding Make(Topic topic, Settled settled)
    {
        var holds = settled.Holds;
        var meant = settled.Supports.Where(entry => !Terms.Withdrawn(entry)).Select(entry => entry.Modality).DefaultIfEmpty(Modality.Denied).Min();
        var finding = new Finding
        {
            Id = "",
            Subject = subject,
            Part = part,
            Predicate = topic.Predicate.Name,
            Topic = topic.Name,
            Value = holds.Value ?? settled.Supports.Select(entry => entry.Value).FirstOrDefault(value => value is not null),
            Unit = holds.Claim.Unit,
            Object = holds.Object ?? settled.Supports.Select(entry => entry.Object).FirstOrDefault(other => other is not null),
            Kind = holds.Claim.Kind ?? settled.Supports.Select(entry => entry.Claim.Kind).FirstOrDefault(kind => kind is not null),
            Basis = holds.Basis ?? settled.Supports.Select(entry => entry.Basis).FirstOrDefault(basis => basis is not null),
            Qualifier = holds.Claim.Qualifier,
            Models = [.. settled.Supports.SelectMany(entry => entry.Claim.Models).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Valid = holds.Claim.When ?? FinestTime(settled),
            Modality = meant,
            KnownFrom = settled.Supports.Where(entry => !entry.Undated).Select(entry => (DateOnly?)entry.Known).Min(),
            DecidedBy = settled.By,
            Supports = [.. settled.Supports.Select(entry => entry.Id)],
            Against = [.. settled.Against.Select(row => new Opposition(row.Entry.Id, row.Kind)).Distinct().OrderBy(row => row.Kind).ThenBy(row => row.Claim, StringComparer.Ordinal)],
            Inferred = settled.Supports.All(entry => entry.Inferred is not null) ? settled.Supports[0].Inferred : null,
        };
        return finding with { Id = IdOf(finding) };
    }

    /// <summary>The finest time that a support with the kept modality gives.</summary>
    private static When? FinestTime(Settled settled) => settled.Supports.Where(entry => entry.Modality == settled.Holds.Modality && entry.Claim.When is not null)
        .OrderByDescending(entry => Agreement.Fineness(entry.Claim.When)).ThenBy(entry => entry.Id, StringComparer.Ordinal).FirstOrDefault()?.Claim.When;

    private static string IdOf(Finding finding)
    {
        var text = string.Join('\n', finding.Subject, finding.Part, finding.Topic, finding.Value, finding.Unit, finding.Object, finding.Valid, finding.Modality.Name());
        return "f" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..15];
    }

    private void Report(Topic topic, Settled settled, IEnumerable<(Entry Entry, DisagreementKind Kind)> against)
    {
        foreach (var group in against.Distinct().GroupBy(row => (row.Kind, Says: Content(row.Entry))).OrderBy(group => group.Key.Kind).ThenBy(group => group.Key.Says, StringComparer.Ordinal))
        {
            Add(topic, group.Key.Kind, settled.Holds, Sources.BestFirst(group.Select(row => row.Entry)));
        }
    }

    private void ReportPrecision(Topic topic, Settled settled)
    {
        var rough = settled.Supports.Where(entry => IsRougher(topic, entry, settled.Holds)).ToArray();
        foreach (var group in rough.GroupBy(Content).OrderBy(group => group.Key, StringComparer.Ordinal)) Add(topic, DisagreementKind.Precision, settled.Holds, Sources.BestFirst(group));
    }

    private static bool IsRougher(Topic topic, Entry entry, Entry holds) => topic.Predicate.Settles switch
    {
        Settles.Event => entry.Modality == holds.Modality && entry.Claim.When is { } when && holds.Claim.When is { } fine && when != fine,
        Settles.Set => false,
        Settles.Sum => entry.Claim.Unit == holds.Claim.Unit && !Agreement.Equal(entry.Value, holds.Value),
        _ => entry.Value is not null and not ClaimValue.Text && !Agreement.Equal(entry.Value, holds.Value),
    };

    private static string Content(Entry entry) => entry.Predicate.Settles == Settles.Event || entry.Predicate.Name is "milestone"
        ? $"{entry.Value} {entry.Claim.When} {entry.Modality}" : $"{entry.Value} {entry.Claim.Unit} {entry.Object} {entry.Modality == Modality.Actual}";

    private void Add(Topic topic, DisagreementKind kind, Entry holds, ImmutableArray<Entry> against) => Disagreements.Add(Disagreement(topic, kind, holds, against));

    private Disagreement Disagreement(Topic topic, DisagreementKind kind, Entry holds, ImmutableArray<Entry> against) => new()
    {
        Kind = kind,
        Subject = subject,
        Predicate = topic.Predicate.Name,
        Topic = topic.Name,
        Holds = holds.Id,
        Against = [.. against.Select(entry => entry.Id)],
        Why = Wording.Why(kind, holds, against[0], against.Length - 1),
    };

    /// <summary>Sibling topics of one subject and predicate whose figures differ: the first stage and the end, cells and packs.</summary>
    private void AddScopes()
    {
        var plain = _plain.Where(row => row.Topic.Scope.Length == 0 && !Terms.Withdrawn(row.Settled.Holds)).OrderBy(row => row.Settled.Holds.Modality).ThenByDescending(row => row.Topic.Period, StringComparer.Ordinal).FirstOrDefault();
        if (plain.Settled is not null)
        {
            foreach (var (topic, settled) in _plain.Where(row => row.Topic.Scope.Length > 0 && !row.Topic.Predicate.Topic.Contains("region")))
            {
                if (!Agreement.Alike(settled.Holds.Claim, plain.Settled.Holds.Claim)) Add(topic, Overtaken(settled, plain.Settled) ? DisagreementKind.Superseded : DisagreementKind.Scope, plain.Settled.Holds, settled.Supports);
            }
        }

        _plain.Clear();
    }

    private void AddPackages()
    {
        foreach (var (package, one) in Packages.Of([.. _sums.Select(row => row.Settled)])) Add(_sums.Find(row => row.Settled == package).Topic, DisagreementKind.Scope, package.Holds, one.Supports);
        _sums.Clear();
    }

    /// <summary>What was once as far as it should go is less than what runs now.</summary>
    private static bool Overtaken(Settled end, Settled now) =>
        now.Holds.Modality == Modality.Actual && end.Holds.Modality != Modality.Actual && end.Holds.Basis is "ceiling" && Smaller(end.Holds, now.Holds) && end.Supports.Max(entry => entry.Known) < now.Supports.Max(entry => entry.Known);

    /// <summary>Each target that was replaced by a later one, and the day it happened when that was later than meant. A target that a lesser source repeats is no new one.</summary>
    private void AddSlips(Topic topic, Finding finding)
    {
        if (topic.Predicate.Name is not "milestone") return;
        var left = new List<When>();
        When? target = null;
        foreach (var entry in topic.Entries.Concat(Former.Where(entry => Agreement.Equal(entry.Value, finding.Value))).Where(entry => entry is { Modality: Modality.Planned, Weak: false, Historic: false, Claim.When: not null }).OrderBy(entry => entry.Known).ThenBy(entry => entry.Id, StringComparer.Ordinal))
        {
            var said = entry.Claim.When!;
            if (target is not null && !Agreement.OfTimes(target, said))
            {
                if (entry.Tier != Tier.Primary && left.Exists(old => Agreement.OfTimes(old, said))) continue;
                AddSlip(topic, target, said, entry, finding);
                left.Add(target);
                target = said;
            }
            else if (target is null || Agreement.Fineness(said) > Agreement.Fineness(target)) target = said;
        }

        if (target is not null && finding is { Modality: Modality.Actual, Valid: { } day } && topic.Entries.FirstOrDefault(entry => entry.Id == finding.Supports[0]) is { } happened) AddSlip(topic, target, day, happened, finding);
    }

    private void AddSlip(Topic topic, When before, When after, Entry entry, Finding finding)
    {
        if (Agreement.OfTimes(before, after) || !(after.Earliest > before.Latest)) return;
        Slips.Add(new Slip(entry.Value?.ToString() ?? topic.Predicate.Name, before, after, entry.Modality, entry.Undated ? null : entry.Known, finding.Id));
    }
}
