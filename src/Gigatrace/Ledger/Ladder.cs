using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>A plant's status, as steps of a ladder and three states aside of it.</summary>
internal static class Ladder
{
    private static readonly string[] Steps = ["rumoured", "announced", "permitted", "under_construction", "operating"];

    /// <summary>The states aside: reached and left by an event, whatever the step.</summary>
    private static readonly string[] Aside = ["paused", "cancelled", "closed"];

    /// <summary>All that a plant may be said to be, in their order.</summary>
    public static ImmutableArray<string> All { get; } = [.. Steps, .. Aside];

    /// <summary>What a claim says of the status; null where it says nothing.</summary>
    public static string? StepOf(Claim claim)
    {
        if (claim.Value is not ClaimValue.Text { Word: var word }) return null;
        if (claim.Predicate is "status") return Said(word, claim.Modality);
        if (claim.Predicate is not "milestone") return null;
        return claim.Modality switch
        {
            Modality.Actual => word switch
            {
                "announced" => "announced",
                "approved" => "permitted",
                "construction_start" => "under_construction",
                "inauguration" or "production_start" or "full_production" => "operating",
                "paused" or "cancelled" or "closed" => word,
                _ => null,
            },
            Modality.Planned => word is "paused" or "cancelled" or "closed" ? null : "announced",
            Modality.Possible or Modality.Rumoured => word is "paused" or "cancelled" or "closed" ? null : "rumoured",
            _ => null,
        };
    }

    /// <summary>Null where nothing says where the plant stands.</summary>
    public static (string Step, Settled Settled)? Settle(IReadOnlyList<Entry> entries, Judgements judgements)
    {
        var stated = entries.Where(entry => entry.Claim is { SourceKind: SourceKind.Register, Predicate: "status" }).Select(entry => entry.Claim.Doc).ToHashSet(StringComparer.Ordinal);
        // A register that states where a plant stands means that, whatever its dates imply.
        // Of a state and the event that brought it, by the same words, the event comes last, wherever their document lies.
        var all = entries.Where(entry => StepOf(entry.Claim) is not null && !(entry.Claim is { SourceKind: SourceKind.Register, Predicate: "milestone" } && stated.Contains(entry.Claim.Doc)))
            .OrderBy(Time).ThenByDescending(entry => entry.Tier).ThenBy(entry => Order(StepOf(entry.Claim)!)).ThenByDescending(entry => entry.Claim.Predicate, StringComparer.Ordinal).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToArray();
        if (all.Length == 0) return null;
        // What has no date at all never stands against what has one.
        var dated = Array.Exists(all, entry => Time(entry) > DateOnly.MinValue) ? Array.FindAll(all, entry => Time(entry) > DateOnly.MinValue) : all;
        var now = new List<Entry>();
        var by = "only";
        foreach (var entry in dated)
        {
            if (now.Count == 0) now.Add(entry);
            else if (StepOf(entry.Claim) == StepOf(now[0].Claim)) now.Add(entry);
            else if (Moves(now, entry) is { } rule) (now, by) = ([entry], rule);
        }

        if (judgements.Preferred(all) is { } preferred) (now, by) = ([.. all.Where(entry => StepOf(entry.Claim) == StepOf(preferred.Claim))], "judgement");
        var step = StepOf(now[0].Claim)!;
        var since = now.Min(Time);
        now.AddRange(all.Where(entry => StepOf(entry.Claim) == step && !dated.Contains(entry)));
        // A text that knows of the step it reached does not deny it by telling the way there.
        var documents = now.Select(entry => entry.Claim.DocumentId).ToHashSet(StringComparer.Ordinal);
        var against = all.Where(entry => StepOf(entry.Claim) != step && !CameTrue(entry, all)).Select(entry => (Entry: entry, Kind: Kind(entry, step, since, all)))
            .Where(row => row.Kind is not null && !IsEventOnTheWay(row.Entry, step) && (row.Kind is DisagreementKind.Superseded || !documents.Contains(row.Entry.Claim.DocumentId)))
            .Select(row => (row.Entry, row.Kind!.Value)).ToImmutableArray();
        if (by is "only" && against.Length > 0) by = "latest-state";
        return (step, new Settled(Since(now), Sources.BestFirst(now), against, by));
    }

    /// <summary>A note that tells what others had planned, for the same time, denies nothing.</summary>
    private static bool CameTrue(Entry entry, Entry[] all) => entry is { Weak: true, Modality: Modality.Actual, Claim: { Predicate: "milestone", When: not null } } &&
        Array.Exists(all, other => IsTarget(other) && !other.Weak && other.Claim.When is not null && Agreement.Equal(other.Value, entry.Value) && Agreement.OfTimes(other.Claim.When, entry.Claim.When));

    /// <summary>Progress up the ladder is a plant's life: only what was said of its state is overtaken by it, and a plan not before it is being built.</summary>
    public static bool IsProgress(Entry entry, string step) => StepOf(entry.Claim) is { } said && Height(said) >= 0 && Height(said) < Height(step);

    public static bool IsOvertaken(Entry entry, string step) => !entry.Undated && IsLeftBehind(entry, step);

    private static bool IsLeftBehind(Entry entry, string step) =>
        entry.Claim.Predicate is "status" && !entry.Historic && IsProgress(entry, step) && StepOf(entry.Claim) is not "rumoured" && Height(step) >= Height("under_construction");

    /// <summary>A ground-breaking stays true when the plant runs.</summary>
    private static bool IsEventOnTheWay(Entry entry, string step) => entry is { Modality: Modality.Actual, Claim.Predicate: "milestone" } && IsProgress(entry, step);

    private static string? Said(string word, Modality modality) => modality switch
    {
        Modality.Actual => word is "planned" ? "announced" : word,
        Modality.Planned => word is "planned" or "operating" or "under_construction" ? "announced" : null,
        Modality.Possible or Modality.Rumoured => Array.IndexOf(Aside, word) >= 0 ? null : "rumoured",
        _ => null,
    };

    /// <summary>The rule by which an entry moves the status; null where it does not.</summary>
    private static string? Moves(List<Entry> now, Entry entry)
    {
        var (from, to) = (StepOf(now[0].Claim)!, StepOf(entry.Claim)!);
        var strong = now.Exists(other => !other.Weak);
        if (entry.Weak && strong) return null;
        if (Array.IndexOf(Aside, to) >= 0) return "latest-state";
        if (Array.IndexOf(Aside, from) >= 0) return to is "rumoured" || IsTarget(entry) || IsStillMeant(from, entry) || now.Exists(other => other.Claim.DocumentId == entry.Claim.DocumentId && Time(other) == Time(entry)) || now.Exists(other => Math.Abs(Time(other).DayNumber - Time(entry).DayNumber) <= Timeline.SameTimeDays && other.Tier < entry.Tier) ? null : "latest-state";
        if (Height(to) > Height(from)) return "latest-state";
        return !entry.Weak && !strong && entry.Claim.Predicate is not "milestone" ? "better-source" : null;
    }

    /// <summary>A bare plan for a plant on hold: it is still meant, and not taken up again.</summary>
    private static bool IsStillMeant(string from, Entry entry) => from is "paused" && entry.Claim.Predicate is "status" && entry.Modality != Modality.Actual;

    private static DisagreementKind? Kind(Entry entry, string step, DateOnly since, Entry[] all)
    {
        var said = StepOf(entry.Claim)!;
        if (Time(entry) == DateOnly.MinValue && since > DateOnly.MinValue) return Height(step) >= 0 && Height(said) > Height(step) ? DisagreementKind.Contradiction : IsLeftBehind(entry, step) ? DisagreementKind.Stale : DisagreementKind.Superseded;
        if (Time(entry) <= since && !(Time(entry) == since && Height(said) > Height(step))) return DisagreementKind.Superseded;
        if (IsTarget(entry)) return null;
        // What was on hold before it was given up.
        if (said is "paused" && step is ("cancelled" or "closed")) return DisagreementKind.Stale;
        if (Height(said) >= 0 && Height(step) >= 0) return Height(said) < Height(step) ? DisagreementKind.Stale : DisagreementKind.Contradiction;
        if (Array.Exists(all, other => other != entry && StepOf(other.Claim) == said && Time(other) < since)) return DisagreementKind.Stale;
        return Height(said) < 0 || (Array.IndexOf(Aside, step) >= 0 && entry.Claim.Predicate is "status" && entry.Modality == Modality.Actual && Time(entry).DayNumber - since.DayNumber <= Timeline.SameTimeDays) ? DisagreementKind.Contradiction : DisagreementKind.Stale;
    }

    /// <summary>The earliest dated milestone that brought the plant there, else the first to say so.</summary>
    private static Entry Since(List<Entry> now) =>
        now.OrderByDescending(entry => entry.Claim.Predicate is "milestone" && entry is { Modality: Modality.Actual, Claim.When: not null }).ThenBy(IsTarget).ThenBy(entry => entry.Weak).ThenBy(Time)
            .ThenByDescending(entry => Agreement.Fineness(entry.Claim.When)).ThenBy(entry => entry.Tier).ThenBy(entry => entry.Claim.Predicate, StringComparer.Ordinal).ThenBy(entry => entry.Id, StringComparer.Ordinal).First();

    private static int Height(string step) => Array.IndexOf(Steps, step);

    /// <summary>Of statements of one day the step reached last comes last.</summary>
    private static int Order(string step) => Height(step) is >= 0 and var height ? height : Steps.Length;

    /// <summary>A milestone that is meant: it says that the plant is announced, but moves nothing that stands aside.</summary>
    private static bool IsTarget(Entry entry) => entry.Modality != Modality.Actual && entry.Claim.Predicate is "milestone";

    /// <summary>What is meant for later is a statement of the day it was made.</summary>
    private static DateOnly Time(Entry entry) => entry.Modality == Modality.Actual
        ? entry.Undated && entry.Claim.When is null ? DateOnly.MinValue : entry.Valid
        : entry.Undated ? DateOnly.MinValue : entry.Known;
}
