using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Attachment;

/// <summary>Finds when a claim holds: the date that its rule binds, else the nearest of the clause, else of the sentence, else of the section.</summary>
internal static class Times
{
    /// <param name="section">The date that stands over the section.</param>
    /// <param name="period">The year, half or quarter last spoken of.</param>
    /// <param name="ahead">The time to come that was last spoken of.</param>
    /// <param name="taken">Dates that rules of this sentence bind as their own: "founded five years ago" says when of nothing else.</param>
    public static When? Of(Sentence sentence, Trigger trigger, ClaimShape shape, int at, When? section, When? period, When? ahead, Modality modality, IReadOnlySet<Value> taken)
    {
        if (shape.Time is not null && trigger.Bound(shape.Time)?.Target is Value bound) return bound.When;
        if (shape.Predicate is "role" or "parent") return Since(sentence, trigger, section);
        if (!TakesTime(shape)) return null;
        if (shape.Predicate == "milestone" && After(sentence, at) is > 0 and var after) return sentence.Values.Find(value => value.Kind == ValueKind.Date && value.Tokens.First > after && value.Tokens.First < trigger.Tokens.End + 8)?.When;
        if (shape.Predicate == "market_share") return Nearest(sentence, sentence.First, sentence.End, at, trigger.Tokens.End, shape, taken)?.When ?? period;
        var clause = sentence.Clause(at);
        if (!IsEvent(shape) && modality is Modality.Planned or Modality.Possible or Modality.Rumoured) return Target(sentence, at, taken)?.When ?? (IsThen(sentence, clause) ? ahead : IsOfPlans(shape) ? null : (Limit(sentence, clause, at, taken) ?? (shape.Predicate == "supplies" ? Nearest(sentence, clause.First, clause.End, at, trigger.Tokens.End, shape, taken) : null))?.When);
        if (IsOfPlans(shape)) return null;
        // "agreed in March to supply cells from 2028 on": when they are delivered, not when that was agreed.
        if (shape.Predicate == "supplies" && Target(sentence, at, taken) is { When: { } delivered } && LiesAhead(sentence, delivered)) return delivered;
        // A date that its own pattern asks for, wherever a clause is cut: "first output at A: 2028".
        if (IsEvent(shape) && trigger.Bound("date") is { Target: Value { When: { } said } own } asked && !clause.Contains(asked.Tokens.First) && !taken.Contains(own)) return said;
        if (Nearest(sentence, clause.First, clause.End, at, trigger.Tokens.End, shape, taken) is { } here) return here.When;
        if (!IsEvent(shape)) return null;
        // "Closure of the plant: 30 June 2025".
        if (sentence.Written(clause.End - 1) is ":" && clause.End < sentence.End && Nearest(sentence, clause.End, sentence.Clause(clause.End).End, at, trigger.Tokens.End, shape, taken) is { } behind) return behind.When;
        // "SK On, with which Ford had signed a memorandum in March": where the rule's words end.
        if (shape.Predicate is "partnership" or "acquired" or "stake" && !clause.Contains(trigger.Tokens.End - 1) && sentence.Clause(trigger.Tokens.End - 1) is var last && Nearest(sentence, last.First, last.End, at, trigger.Tokens.End, shape, taken) is { } there) return there.When;
        if (Nearest(sentence, sentence.First, clause.First, at, trigger.Tokens.End, shape, taken) is { } before) return before.When;
        // "It started work on its factory, with a partner, in November": what goes with the event without a verb of its own.
        if (clause.End < sentence.End && sentence.Written(clause.End) is "with" or "together" or "alongside" or "in" or "on" or "at" or "despite" or "near" && sentence.Clause(clause.End) is var rest && Nearest(sentence, rest.First, rest.End, at, trigger.Tokens.End, shape, taken) is { } along) return along.When;
        if (Told(sentence, shape, clause.End, taken) is { } told) return told.When;
        return section;
    }

    /// <summary>"Opened in May, two years after he laid the cornerstone": the word by which an event is only set apart from another one; 0 where none does.</summary>
    private static int After(Sentence sentence, int at)
    {
        for (var i = at - 1; i > Math.Max(sentence.First, at - 7); i--)
        {
            if (sentence.Written(i) is "," or ";") return 0;
            if (sentence.Written(i) is "after" && sentence.ValueAt(i - 1) is { Kind: ValueKind.Duration }) return i;
        }

        return 0;
    }

    /// <summary>"It has put the plant on ice, the company said on Friday": an event that is one by being told has the day on which it was told.</summary>
    private static Value? Told(Sentence sentence, ClaimShape shape, int from, IReadOnlySet<Value> taken)
    {
        if (shape is not { Predicate: "milestone", Word: "cancelled" or "paused" or "closed" }) return null;
        return sentence.Values.FirstOrDefault(value => value is { Kind: ValueKind.Date, When: not null } && value.Tokens.First >= from && !taken.Contains(value) && IsTold(sentence, value, from));
    }

    /// <summary>"It announced on 28 September that it would open a factory": the time is that of the telling, and does not lie ahead.</summary>
    public static bool IsOfTelling(Sentence sentence, When when) =>
        !LiesAhead(sentence, when) && sentence.Values.Exists(value => value is { Kind: ValueKind.Date, When: { } said } && said.Edtf == when.Edtf && IsTold(sentence, value, sentence.First));

    private static bool IsTold(Sentence sentence, Value date, int from)
    {
        for (var i = date.Tokens.First - 1; i >= Math.Max(from, date.Tokens.First - 3); i--)
        {
            if (sentence.Written(i) is "said" or "says" or "announced" or "confirmed" or "declared" or "stated" or "informed" or "told" or "disclosed" or "learned" or "learnt") return true;
        }

        return false;
    }

    /// <summary>Wholly after the day of publication, or at any time up to a day after it: "by 2030".</summary>
    public static bool LiesAhead(Sentence sentence, When? when) =>
        sentence.Published?.Latest is { } published && (when?.Earliest ?? when?.Latest) is { } first && first > published;

    /// <summary>Some of it after the day of publication.</summary>
    public static bool MayLieAhead(Sentence sentence, When? when) =>
        when?.Latest is { } last && sentence.Published?.Latest is { } published && last > published;

    /// <summary>For what is meant to be: the nearest date of the sentence that lies ahead ("which will open in 2025").</summary>
    private static Value? Target(Sentence sentence, int at, IReadOnlySet<Value> taken) => sentence.Values
        .Where(value => !taken.Contains(value) && !IsOfLast(sentence, value, at) && value is { Kind: ValueKind.Date, When: not null } && IsAhead(sentence, value) && !(value.Tokens.First > sentence.First && sentence.Written(value.Tokens.First - 1) is "since" or "Since"))
        .OrderBy(value => (sentence.Clause(at).Contains(value.Tokens.First) ? 0 : 100) + (LiesAhead(sentence, value.When) ? 0 : 50) + Away(sentence, value, at, sentence.ValueAt(at)?.Tokens.End ?? at))
        .FirstOrDefault();

    /// <summary>"Together they were to reach 600 MWh by the end of 2012": up to when something was once to be.</summary>
    private static Value? Limit(Sentence sentence, TokenRange clause, int at, IReadOnlySet<Value> taken) =>
        sentence.Values.Find(value => value is { Kind: ValueKind.Date, When: { Earliest: null, Latest: not null } } && clause.Contains(value.Tokens.First) && !taken.Contains(value) && !IsOfLast(sentence, value, at));

    /// <summary>Not before a word of the past: a date that the sentence does not speak of as gone.</summary>
    private static bool IsAhead(Sentence sentence, Value date)
    {
        var day = date.When!.Latest;
        return day is null || sentence.Published is not { Earliest: { } published } || day >= published;
    }

    /// <summary>"It will then have 32 GWh": at the time last spoken of.</summary>
    private static bool IsThen(Sentence sentence, TokenRange clause) => sentence.Any(clause.First, clause.End, static word => word is "then" or "Then");

    /// <summary>States have no time of their own; their document has.</summary>
    private static bool TakesTime(ClaimShape shape) => shape.Predicate != "status";

    /// <summary>What has a time only while it lies ahead: "LFP cells from 2027", "to invest 2 billion by 2029".</summary>
    private static bool IsOfPlans(ClaimShape shape) => shape.Predicate is "chemistry" or "investment";

    /// <summary>From when somebody is in office or somebody's daughter: "chief executive since April", "became president in 2019".</summary>
    private static When? Since(Sentence sentence, Trigger trigger, When? section)
    {
        var entered = false;
        for (var at = Math.Max(sentence.First, trigger.Tokens.First - 6); at < Math.Min(sentence.End, trigger.Tokens.End + 12); at++)
        {
            if (at >= trigger.Tokens.End && sentence.Written(at) is ";" or "(") break;
            entered |= sentence.Written(at) is "became" or "becomes" or "took" or "appointed" or "named" or "succeeded" or "succeeds" or "joined";
            if (sentence.ValueAt(at) is not { Kind: ValueKind.Date, When: not null } date) continue;
            var before = date.Tokens.First > sentence.First ? sentence.Written(date.Tokens.First - 1) : "";
            if (before is "since" or "Since" || sentence.Written(date.Tokens.First) is "since" or "Since" || entered && at >= trigger.Tokens.First) return date.When;
        }

        return entered ? section : null;
    }

    private static bool IsEvent(ClaimShape shape) => shape.Predicate is "milestone" or "acquired" or "founded" or "partnership" or "funding" or "stake" or "insolvency";

    private static Value? Nearest(Sentence sentence, int from, int to, int at, int end, ClaimShape shape, IReadOnlySet<Value> taken)
    {
        Value? nearest = null;
        foreach (var value in sentence.Values)
        {
            if (value.Kind != ValueKind.Date || taken.Contains(value) && shape.Predicate != "partnership" || value.Tokens.First < from || value.Tokens.First >= to) continue;
            if (!IsEvent(shape) && IsOfLast(sentence, value, at)) continue;
            if (shape is { Predicate: "milestone", Word: "cancelled" or "paused" or "closed" } && IsOfPromise(sentence, value)) continue;
            if (!IsEvent(shape) && sentence.Written(value.Tokens.First) is "today" or "now" or "currently" or "Today") continue;
            if (shape.Predicate is "capacity" or "jobs" or "supplies" && value.When is { Latest: null, Earliest: null }) continue;
            if (nearest is null || Away(sentence, value, at, end) + Told(sentence, value, shape) < Away(sentence, nearest, at, end) + Told(sentence, nearest, shape)) nearest = value;
        }

        return nearest is null ? null : Finer(sentence, nearest) ?? nearest;
    }

    /// <summary>"A year ago, on 10 December 2024", "last summer (7 August)": the same time said again more finely, right behind it; null where it is not.</summary>
    private static Value? Finer(Sentence sentence, Value date) => sentence.Values.Find(next => next is { Kind: ValueKind.Date, When: { Earliest: { } first, Latest: { } last } } && next.When != date.When &&
        next.Tokens.First > date.Tokens.End && next.Tokens.First <= date.Tokens.End + 2 && sentence.Written(date.Tokens.End) is "," or "(" && (next.Tokens.First == date.Tokens.End + 1 || sentence.Written(next.Tokens.First - 1) is "on" or "in") &&
        (date.When is null || date.When is { Earliest: { } from, Latest: { } to } && from <= first && last <= to));

    /// <summary>"The plant, announced in April 2021, opened in March 2024": the day of an announcement is not that of another event.</summary>
    private static int Told(Sentence sentence, Value date, ClaimShape shape) =>
        shape is { Predicate: "milestone", Word: not ("announced" or "approved" or "cancelled" or "paused" or "closed") } && sentence.Any(Math.Max(sentence.First, date.Tokens.First - 2), date.Tokens.First, static word => word is "announced" or "unveiled" or "presented" or "promised") ? 30 : 0;

    /// <summary>"It will not build the plant it promised in November": the day of the promise is not that of its end.</summary>
    private static bool IsOfPromise(Sentence sentence, Value date) =>
        sentence.Any(Math.Max(sentence.First, date.Tokens.First - 2), date.Tokens.First, static word => word is "promised" or "planned" or "proposed" or "pledged" or "unveiled" or "presented");

    /// <summary>"1 GWh this year, next year 2.5": a date that stands before another value of the kind is of that one.</summary>
    private static bool IsOfNext(Sentence sentence, Value date, int at) =>
        sentence.ValueAt(at) is { } own && date.Tokens.End < sentence.End && sentence.ValueAt(date.Tokens.End) is { } next && next.Kind == own.Kind && sentence.Written(date.Tokens.First - 1) is "," or "and" or "in" or ";";

    /// <summary>"13 GWh, increasing to 40 GWh by 2030": a date right behind another value of the kind that the first grows to is of that one.</summary>
    private static bool IsOfLast(Sentence sentence, Value date, int at)
    {
        if (sentence.ValueAt(at) is not { } own || date.Tokens.First < own.Tokens.End) return false;
        return sentence.Values.FindLast(value => value.Kind == own.Kind && value.Tokens.End <= date.Tokens.First) is { } last && last.Tokens.First > own.Tokens.First && date.Tokens.First - last.Tokens.End <= 2 &&
            sentence.Any(own.Tokens.End, last.Tokens.First, static word => word is "increasing" or "rising" or "growing" or "expanding" or "ramping" or "scaling" or "to" or "then");
    }

    /// <summary>How far a date is from an event: behind it from its last word on, so that "opens in 2022 and its production begins in 2024" gives each its own.</summary>
    private static int Away(Sentence sentence, Value date, int at, int end)
    {
        if (date.Tokens.First >= at) return Math.Max(0, date.Tokens.First - end) + (IsOfNext(sentence, date, at) ? 20 : 0);
        var away = at - date.Tokens.End;
        for (var i = date.Tokens.End; i < at; i++)
        {
            if (sentence.Written(i) is "and" or ";") away += 4;
        }

        return away;
    }
}
