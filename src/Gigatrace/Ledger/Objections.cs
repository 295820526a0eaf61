using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>What evidence has against a statement of a note.</summary>
internal enum ObjectionKind
{
    /// <summary>Both cannot be so.</summary>
    Contradicted,

    /// <summary>It repeats an older state, though newer evidence was there when it was written, or what it means for later is over.</summary>
    Stale,

    /// <summary>It was so when it was written, and something newer took its place.</summary>
    Superseded,

    /// <summary>It is the rounder form of what is known.</summary>
    LessPrecise,

    /// <summary>The subject is known, but nothing says this of it.</summary>
    Unsupported,
}

/// <summary>A statement of a note, and the evidence against it.</summary>
/// <param name="Holds">The statement that holds instead; null for one that nothing supports.</param>
/// <param name="Evidence">What says so, best first; empty for one that nothing supports.</param>
internal sealed record Objection(ObjectionKind Kind, Entry Said, Entry? Holds, ImmutableArray<Entry> Evidence)
{
    /// <summary>Whom the subject supplies by the evidence.</summary>
    public IReadOnlyCollection<string> Customers { get; init; } = [];
}

/// <summary>
/// What evidence has against the statements of a note, taken from the disagreements of both settled together. Where both may be so (another scope, a rumour, a
/// state that may have changed since the evidence) there is none.
/// </summary>
internal sealed class Objections
{
    /// <summary>A figure or an owner may have changed since evidence that is so much older than the note.</summary>
    private const int FigureDays = 1461;

    /// <summary>A plant may have gone on since evidence that is so much older than the note.</summary>
    private const int ProgressDays = 180;

    /// <summary>Days between the first and last of a month, and some.</summary>
    private const int LongestMonth = 31;

    private readonly Settlement _settled;
    private readonly DateOnly _day;
    private readonly Dictionary<string, Entry> _evidence;
    private readonly HashSet<string> _own;
    private readonly IReadOnlyList<Entry> _said;
    private readonly IReadOnlyCollection<Entry> _kin;

    private Objections(Confronted one, Settlement settled, DateOnly day)
    {
        (_settled, _day, _said, _kin) = (settled, day, one.Said, one.Kin);
        _evidence = one.Evidence.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        _own = one.Said.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>At most one for each statement, the gravest.</summary>
    /// <param name="day">The day that is asked for.</param>
    public static IReadOnlyList<Objection> Of(Confronted one, DateOnly day)
    {
        if (one.Settled is not { } settled) return [];
        var objections = new Objections(one, settled, day);
        string[] customers = [.. one.Evidence.Where(entry => entry.Predicate.Name is "supplies").Select(entry => entry.Object).OfType<string>().Distinct(StringComparer.Ordinal)];
        return [.. one.Said.Select(objections.To).OfType<Objection>().Select(objection => objection with { Customers = customers })];
    }

    private Objection? To(Entry said) =>
        _settled.Disagreements.SelectMany(row => Against(said, row)).Concat(PassedPlans(said)).Concat(LeftOffices(said)).Concat(OtherSums(said)).Concat(FinerDays(said)).OrderBy(objection => objection.Kind).FirstOrDefault() ?? (IsSupported(said) ? null : new Objection(ObjectionKind.Unsupported, said, null, []));

    private IEnumerable<Objection> Against(Entry said, Disagreement row)
    {
        if (row.Against.Contains(said.Id) && !_own.Contains(row.Holds))
        {
            var holds = _evidence[row.Holds];
            // Where sources themselves are at odds, whoever follows one of them is not wrong.
            var disputed = row.Kind is DisagreementKind.Contradiction or DisagreementKind.Scope && row.Against.Any(id => !_own.Contains(id));
            if (!disputed && !(row.Kind is not DisagreementKind.Precision && IsSaidAsLate(said, holds)) && KindOf(row, said, holds) is { } kind) yield return new Objection(kind, said, holds, Support(holds));
        }
        else if (row.Holds == said.Id && row.Kind is DisagreementKind.Contradiction && !IsSupported(said))
        {
            var against = Sources.BestFirst(row.Against.Where(id => !_own.Contains(id)).Select(id => _evidence[id]));
            if (against is [var best, ..] && KindOf(row, said, best) is { } kind) yield return new Objection(kind, said, best, against);
        }
    }

    /// <summary>A source that is no older than what holds says the same, if less firmly: that the other was preferred makes nobody wrong who follows it. One that tells what had been planned says no such thing.</summary>
    private bool IsSaidAsLate(Entry said, Entry holds) => said.Predicate.Settles != Settles.Ladder &&
        _evidence.Values.Any(other => !other.Historic && other.Known >= holds.Known && IsAsFirm(said, other) && Repeats(said, other) && Agreement.Equal(said.Value, other.Value));

    /// <summary>What a works may once grow to is no source for what it has.</summary>
    private static bool IsAsFirm(Entry said, Entry other) => (said.Modality != Modality.Actual || other.Modality == Modality.Actual) && IsGrowth(said) == IsGrowth(other);

    private static bool IsGrowth(Entry entry) => entry.Basis is "ceiling" or "additional" or "output";

    /// <summary>What else says what holds, best first; what holds itself comes first.</summary>
    private ImmutableArray<Entry> Support(Entry holds)
    {
        var finding = _settled.Findings.Find(finding => finding.Supports.Contains(holds.Id));
        return [holds, .. Sources.BestFirst((finding?.Supports ?? []).Where(id => id != holds.Id && !_own.Contains(id)).Select(id => _evidence.GetValueOrDefault(id)).OfType<Entry>())];
    }

    private bool IsSupported(Entry said) =>
        _settled.Findings.Exists(finding => finding.Supports.Contains(said.Id) && finding.Supports.Any(id => !_own.Contains(id))) || _evidence.Values.Any(other => Repeats(said, other));

    private static bool Repeats(Entry said, Entry other) => said.Predicate == other.Predicate && said.Object == other.Object && Agreement.OfValues(said.Claim, other.Claim) && Agreement.OfTimes(said.Claim.When, other.Claim.When);

    /// <summary>Null where both may be so, or the evidence is too weak to say.</summary>
    private ObjectionKind? KindOf(Disagreement row, Entry said, Entry holds)
    {
        var ladder = Predicates.Find(row.Predicate)?.Settles == Settles.Ladder;
        // A note or a machine alone is asked for dates of what happens once, and for nothing else.
        if (holds.Weak && (row.Predicate is "status" || said.Predicate.Name is not ("acquired" or "founded"))) return null;
        if (!IsFirm(said, holds) || IsFurther(said, holds) || IsExpansion(said, holds) || SpeaksOfPacks(said) != SpeaksOfPacks(holds)) return null;
        if (ladder && HasStoodSince(said, holds)) return null;
        // That two founded something in 2022 stays so when they part.
        if (said is { Predicate.Settles: Settles.Set, Modality: Modality.Actual, Claim.When.Latest: { } founded } && founded < holds.Known) return null;
        var climbed = ladder && Ladder.IsProgress(holds, Ladder.StepOf(said.Claim) ?? "");
        return row.Kind switch
        {
            DisagreementKind.Precision => IsMuchRounder(said, holds) ? ObjectionKind.LessPrecise : null,
            // What happened on a day did, whatever came of it.
            DisagreementKind.Superseded or DisagreementKind.Stale when ladder && said is { Claim.Predicate: "milestone", Modality: Modality.Actual } => null,
            DisagreementKind.Superseded when !climbed => ObjectionKind.Superseded,
            // That something was announced stays so.
            DisagreementKind.Stale when ladder && said.Claim.Predicate is "status" && Says(said, "announced") && !Says(said, "plan") => null,
            DisagreementKind.Stale => ObjectionKind.Stale,
            DisagreementKind.Scope => null,
            _ when said.Modality is Modality.Possible or Modality.Rumoured || holds.Modality is Modality.Possible or Modality.Rumoured => null,
            _ when !ladder && IsOverdue(said, holds) => ObjectionKind.Stale,
            _ when !ladder && BothHappened(said, holds) => IsOneEvent(said, holds) ? ObjectionKind.Contradicted : null,
            _ when IsFirstStage(said, holds) || IsFirstStage(holds, said) || IsOtherMarket(said, holds) || (climbed && Ladder.StepOf(holds.Claim) is "rumoured" or "announced") => null,
            _ => MayHaveChanged(said, holds, climbed) ? null : ObjectionKind.Contradicted,
        };
    }

    /// <summary>"It has stood still since June", of what was closed then: the same, in other words.</summary>
    private bool HasStoodSince(Entry said, Entry holds) => Ladder.StepOf(said.Claim) is "paused" && Ladder.StepOf(holds.Claim) is "closed" or "cancelled" &&
        _said.Any(own => own.Claim is { Predicate: "milestone", When.Latest: { } since } && Ladder.StepOf(own.Claim) is "paused" && (holds.Claim.When?.Earliest ?? holds.Known) <= since);

    /// <summary>Who names the month has said when it was, and a rounded figure is one whose last digits are not there: "about" alone is no fault.</summary>
    private static bool IsMuchRounder(Entry said, Entry holds) => said.Predicate.Settles != Settles.Event
        || (said.Claim.When is { Earliest: { } from, Latest: { } to } && to.DayNumber - from.DayNumber > LongestMonth && Agreement.Fineness(holds.Claim.When) >= -LongestMonth);

    /// <summary>What may be is not refuted by what is meant, nor a denial by anything but what is so.</summary>
    private static bool IsFirm(Entry said, Entry holds) => said.Modality switch
    {
        Modality.Possible or Modality.Rumoured => holds.Modality is Modality.Actual or Modality.Denied,
        Modality.Denied => holds.Modality is Modality.Actual,
        _ => true,
    };

    /// <summary>The target that it names was over when the evidence spoke of another.</summary>
    private static bool IsOverdue(Entry said, Entry holds) => said.Modality == Modality.Planned && said.Predicate.Settles == Settles.Event && said.Claim.When?.Latest < holds.Known && holds.Claim.When?.Latest > said.Claim.When?.Latest;

    /// <summary>A works starts more than once: a line, a product, a hall. Only dates as fine as months tell that one start is meant; a company is founded and sold in a year.</summary>
    private static bool IsOneEvent(Entry said, Entry holds) => said.Predicate.Name is not "milestone" || (Agreement.Fineness(said.Claim.When) >= -LongestMonth && Agreement.Fineness(holds.Claim.When) >= -LongestMonth);

    /// <summary>A larger figure meant for later than what is there, or than what is meant first.</summary>
    private bool IsExpansion(Entry said, Entry holds) => said is { Modality: Modality.Planned or Modality.Possible, Predicate: { Settles: Settles.PlanOrState, Name: "capacity" or "jobs" or "vehicles" } } && Agreement.Bounds(said.Value)?.Low > Agreement.Bounds(holds.Value)?.High
        && (said.Claim.When?.Latest is { } target ? target >= _day && (holds.Modality == Modality.Actual || holds.Claim.When?.Latest < target) : holds.Modality == Modality.Actual);

    private static bool IsFirstStage(Entry said, Entry holds) => said.Basis is "initial" && holds.Basis is not "initial" && Agreement.Bounds(said.Value)?.High < Agreement.Bounds(holds.Value)?.Low;

    /// <summary>Two shares that are so far apart are not of one market.</summary>
    private static bool IsOtherMarket(Entry said, Entry holds) => said.Predicate.Name is "market_share" && Agreement.Bounds(said.Value) is { } one && Agreement.Bounds(holds.Value) is { } other && (one.Low > 2 * other.High || other.Low > 2 * one.High);

    /// <summary>What is meant for years after it has happened is a further stage.</summary>
    private static bool IsFurther(Entry said, Entry happened) => said.Modality == Modality.Planned && happened.Modality == Modality.Actual && said.Predicate.Settles == Settles.Event && said.Claim.When?.Earliest > (happened.Claim.When?.Latest ?? happened.Known).AddYears(1);

    /// <summary>Modules and packs are made at other times than cells.</summary>
    private static bool SpeaksOfPacks(Entry entry) => entry.Predicate.Name is "milestone" or "status" && (entry.Claim.Level is "module" or "pack" || Says(entry, "module") || Says(entry, "pack "));

    private static bool Says(Entry entry, string word) => entry.Claim.Quote.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool BothHappened(Entry said, Entry holds) => said.Predicate.Settles == Settles.Event && said.Modality == Modality.Actual && holds.Modality == Modality.Actual;

    /// <summary>The note is so much newer than the evidence, or speaks of a later day, that both may have been so.</summary>
    private bool MayHaveChanged(Entry said, Entry holds, bool climbed)
    {
        var known = Support(holds).Max(entry => entry.Known);
        if (said.Modality == Modality.Actual && said.Claim.When?.Earliest > known) return true;
        return said.Known.DayNumber - known.DayNumber > (climbed ? ProgressDays : FigureDays);
    }

    /// <summary>What the note means for later is over by the evidence: it came, it came otherwise, or its time has passed.</summary>
    private IEnumerable<Objection> PassedPlans(Entry said)
    {
        if (said is not { Modality: Modality.Planned, Historic: false }) return [];
        return said.Predicate.Settles switch
        {
            Settles.Event when said.Claim.Predicate is "milestone" => Happened(said),
            Settles.PlanOrState => Installed(said).Concat(GivenUp(said)),
            _ => [],
        };
    }

    /// <summary>A figure that is meant for a works that will not come.</summary>
    private IEnumerable<Objection> GivenUp(Entry said)
    {
        var states = _evidence.Values.Where(entry => entry is { Undated: false, Weak: false, Modality: Modality.Actual } && Ladder.StepOf(entry.Claim) is not null).ToArray();
        var ended = Sources.BestFirst(states.Where(entry => Ladder.StepOf(entry.Claim) is "cancelled"));
        if (ended.Length == 0 || states.Any(entry => entry.Known > ended.Max(end => end.Known))) return [];
        return [new Objection(ended[0].Known > said.Known ? ObjectionKind.Superseded : ObjectionKind.Stale, said, ended[0], ended)];
    }

    /// <summary>It has happened before the note was written, or the plant was not there yet when the target was over.</summary>
    private IEnumerable<Objection> Happened(Entry said)
    {
        var happened = _evidence.Values.Where(entry => entry.Predicate == said.Predicate && Agreement.Equal(entry.Value, said.Value) && entry.Modality == Modality.Actual && entry.Known < said.Known && !IsFurther(said, entry)).ToArray();
        if (happened.Length > 0)
        {
            var best = Sources.BestFirst(happened);
            if (said.Claim.When?.Latest < _day || said.Claim.When is null) yield return new Objection(ObjectionKind.Stale, said, best[0], best);
            yield break;
        }

        if (said.Claim.When?.Latest is not { } target || Ladder.StepOf(said.Claim) is null) yield break;
        // "Opening in early 2025", of what was opened that summer.
        var starts = IsStart(said) ? _evidence.Values.Where(entry => entry.Modality == Modality.Actual && IsStart(entry)).ToArray() : [];
        if (starts.Length > 0 && Array.TrueForAll(starts, entry => !entry.Weak && entry.Claim.When?.Earliest > target))
        {
            var best = Sources.BestFirst(starts);
            yield return new Objection(best[0].Known > said.Known ? ObjectionKind.Superseded : ObjectionKind.Stale, said, best[0], best);
            yield break;
        }

        var before = _evidence.Values.Where(entry => entry.Known > target && entry.Claim is { Predicate: "status" } && entry is { Undated: false, Weak: false } && entry.Modality == Modality.Actual && Ladder.StepOf(entry.Claim) is "announced" or "permitted" or "under_construction").OrderByDescending(entry => entry.Known).ToArray();
        if (said.Value is ClaimValue.Text { Word: "production_start" or "full_production" or "inauguration" } && before is [var last, ..]) yield return new Objection(ObjectionKind.Stale, said, last, [last]);
    }

    private static bool IsStart(Entry entry) => entry.Value is ClaimValue.Text { Word: "production_start" or "inauguration" };

    /// <summary>A figure that was meant, where production runs and another figure is known for what is there.</summary>
    private IEnumerable<Objection> Installed(Entry said)
    {
        if (_settled.Findings.Find(finding => finding.Predicate == said.Predicate.Name && finding.Modality != Modality.Actual && finding.Supports.Contains(said.Id)) is not { } plan) return [];
        if (plan.Supports.Any(id => !_own.Contains(id))) return [];
        var installed = _settled.Findings.Find(finding => finding.Topic == plan.Topic && finding.Modality == Modality.Actual && !_own.Contains(finding.Supports[0]));
        if (installed is null || _evidence[installed.Supports[0]] is not { Weak: false, Undated: false } now || Agreement.OfValues(said.Claim, now.Claim)) return [];
        var larger = Agreement.Bounds(said.Value)?.Low > Agreement.Bounds(now.Value)?.High;
        var passed = said.Claim.When?.Latest is { } target ? target < now.Known : !larger && said.Known > now.Known;
        return passed ? [new Objection(ObjectionKind.Stale, said, now, Support(now))] : [];
    }

    /// <summary>What may happen again and again has a topic for each date: the one date that evidence knows within the time that the note names.</summary>
    private IEnumerable<Objection> FinerDays(Entry said)
    {
        if (said is not { Predicate.Name: "milestone", Modality: Modality.Actual, Claim.When: { Earliest: { } from, Latest: { } to } }) return [];
        var within = _evidence.Values.Where(entry => entry.Predicate == said.Predicate && entry is { Modality: Modality.Actual, Weak: false } && Agreement.Equal(entry.Value, said.Value) && entry.Claim.When is { Earliest: { } first, Latest: { } last } && from <= first && last <= to).ToArray();
        if (within.Length == 0 || !Array.TrueForAll(within, entry => Agreement.OfTimes(entry.Claim.When, within[0].Claim.When))) return [];
        var finest = within.MaxBy(entry => Agreement.Fineness(entry.Claim.When))!;
        return IsMuchRounder(said, finest) ? [new Objection(ObjectionKind.LessPrecise, said, finest, [finest, .. Sources.BestFirst(within.Where(entry => entry != finest))])] : [];
    }

    /// <summary>An office that its holder has left by the evidence.</summary>
    private IEnumerable<Objection> LeftOffices(Entry said)
    {
        if (said is not { Predicate.Name: "role", Modality: Modality.Actual, Value: ClaimValue.Text { Word: var office } } || Offices.IsFormer(office)) return [];
        var left = _evidence.Values.Where(entry => entry.Predicate == said.Predicate && entry.Object == said.Object && !entry.Undated && entry.Value is ClaimValue.Text { Word: var word } && Offices.IsFormer(word) && Offices.AreOne(word, office)).OrderBy(entry => entry.Known).ToArray();
        if (left is not [var first, ..] || _evidence.Values.Any(entry => entry.Predicate == said.Predicate && entry.Object == said.Object && entry.Known > first.Known && entry.Value is ClaimValue.Text { Word: var word } && !Offices.IsFormer(word))) return [];
        return [new Objection(first.Known > said.Known ? ObjectionKind.Superseded : ObjectionKind.Stale, said, first, [.. left])];
    }

    /// <summary>What one giver gave in one way, where the evidence knows of one such sum and it is another.</summary>
    private IEnumerable<Objection> OtherSums(Entry said)
    {
        if (said is not { Predicate.Name: "funding", Object: not null, Modality: Modality.Actual or Modality.Planned, Claim: { Kind: not (null or "other"), Unit: not null } } || Agreement.Bounds(said.Value) is null) return [];
        if (_evidence.Values.Any(entry => entry.Predicate == said.Predicate && entry.Claim.Unit == said.Claim.Unit && Agreement.Alike(entry.Claim, said.Claim))) return [];
        var given = _evidence.Values.Where(IsGivenAlike).ToArray();
        // What a company borrowed for one of its works is told of either.
        if (given.Length == 0) given = [.. _kin.Where(IsGivenAlike)];
        if (given.Length == 0 || Array.Exists(given, entry => Agreement.Alike(entry.Claim, said.Claim) || !Agreement.Alike(entry.Claim, given[0].Claim) || !Sums.AreNear(entry.Claim.When, said.Claim.When))) return [];
        var best = Sources.BestFirst(given);
        return best[0].Claim.AiGenerated ? [] : [new Objection(ObjectionKind.Contradicted, said, best[0], best)];

        bool IsGivenAlike(Entry entry) => entry.Predicate == said.Predicate && entry.Object == said.Object && entry.Claim.Kind == said.Claim.Kind && entry.Claim.Unit == said.Claim.Unit && entry.Modality is Modality.Actual or Modality.Planned && Agreement.Bounds(entry.Value) is not null;
    }
}
