using System.Collections.Immutable;
using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>
/// Settles a topic on which one answer holds at a time: walks through what was said in order, keeps the present answer, and
/// lets a later one replace it unless its source is too weak or another source of the same days says otherwise and is better.
/// </summary>
internal static class Timeline
{
    /// <summary>Two publishers who differ within so many days contradict each other; after that the later one knows of a change.</summary>
    public const int SameTimeDays = 30;

    /// <summary>Null where nothing is left to hold.</summary>
    public static Settled? Settle(IReadOnlyList<Entry> entries, Terms terms, Judgements judgements)
    {
        var all = entries.OrderBy(terms.Time).ThenByDescending(entry => entry.Tier).ThenBy(entry => entry.Known).ThenBy(entry => Agreement.Bounds(entry.Value)?.Low ?? 0).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToArray();
        if (all.Length == 0) return null;
        var walked = Array.Exists(all, entry => !entry.Historic) && terms.Changed is "latest-plan" ? Array.FindAll(all, entry => !entry.Historic) : all;
        var walk = new Walk(terms);
        foreach (var entry in walked) walk.Take(entry);
        if (judgements.Preferred(all) is { } preferred) walk.Prefer(preferred, walked.Contains(preferred) ? walked : all);
        return walk.Result(all);
    }

    private sealed class Walk(Terms terms)
    {
        private readonly List<Entry> _seen = [];
        private readonly List<List<Entry>> _eras = [];
        private string _by = "only";

        /// <summary>The rule by which the present answer was kept against another.</summary>
        private string? _kept;

        private List<Entry> Now => _eras[^1];

        /// <summary>The finest form of the present answer.</summary>
        private Entry _lead = null!;

        public void Take(Entry entry)
        {
            if (_eras.Count == 0) Begin([entry]);
            else if (terms.Agree(entry, _lead)) Support(entry);
            else if (MayReplace(entry) is { } rule) Change(entry, rule);
            _seen.Add(entry);
        }

        public void Prefer(Entry preferred, Entry[] entries)
        {
            Begin([.. entries.Where(entry => terms.Agree(entry, preferred))]);
            _by = "judgement";
        }

        public Settled Result(Entry[] all)
        {
            var holds = _lead;
            var supports = Sources.BestFirst(Now);
            var start = Now.Min(terms.Time);
            var holding = Now.ToHashSet();
            var earlier = _eras.SkipLast(1).Select(era => (Lead: Finest(era), Entries: era.ToHashSet())).ToArray();
            var against = ImmutableArray.CreateBuilder<(Entry, DisagreementKind)>();
            foreach (var entry in all)
            {
                if (!holding.Contains(entry) && Kind(entry, holds, start, earlier) is { } kind) against.Add((entry, kind));
            }

            if (_by is not "judgement" && _kept is not null) _by = _kept;
            else if (_by is "only" && supports.Any(entry => terms.Fineness(entry) < terms.Fineness(holds) && entry.Value is not null && !Agreement.Equal(entry.Value, holds.Value))) _by = "finer";
            return new Settled(holds, supports, against.ToImmutable(), _by) { Eras = [.. _eras.Select(era => era.ToImmutableArray())] };
        }

        /// <summary>The rule by which an entry that differs replaces the present answer; null where it does not.</summary>
        private string? MayReplace(Entry entry)
        {
            if (entry.Weak && Now.Exists(other => !other.Weak)) return Keep("better-source");
            if (!entry.Weak && Now.TrueForAll(other => other.Weak)) return "better-source";
            if (terms.Changed is "latest-plan" && Weight(entry) > Now.Min(Weight)) return null;
            if (Terms.Withdrawn(entry) && !Terms.Withdrawn(_lead)) return entry.Value is null || Agreement.OfValues(entry.Claim, _lead.Claim) ? terms.Changed : null;
            var rivals = Now.Where(other => AtOneTime(entry, other)).ToArray();
            if (rivals.Length > 0) return Better(entry, rivals);
            return Repeats(entry) ? null : terms.Changed;
        }

        /// <summary>
        /// It says again what was left before, and is neither the company's own word nor said by more publishers than the present answer: it was
        /// copied from an older text. What was withdrawn can be taken up again by any independent report.
        /// </summary>
        private bool Repeats(Entry entry)
        {
            if (entry.Tier == Tier.Primary || (Terms.Withdrawn(_lead) && entry.Tier <= Tier.News)) return false;
            var start = Now.Min(terms.Time);
            if (!_eras.SkipLast(1).Any(era => terms.Agree(era[0], entry) && start.DayNumber - era.Max(terms.Time).DayNumber > SameTimeDays)) return false;
            return Sources.Count(_seen.Where(other => terms.Time(other) >= start && terms.Agree(other, entry)).Append(entry)) <= Sources.Count(Now);
        }

        /// <summary>Within one time: the better kind of source, more independent sources, the later.</summary>
        private string? Better(Entry entry, Entry[] rivals)
        {
            var like = Recent(entry).Append(entry).ToArray();
            var (tier, rival) = (like.Min(other => other.Tier), rivals.Min(other => other.Tier));
            if (tier != rival) return tier < rival ? "better-source" : Keep("better-source");
            var (count, against) = (Sources.Count(like), Sources.Count(rivals));
            return count == against ? "later" : count > against ? "more-sources" : Keep("more-sources");
        }

        private string? Keep(string rule)
        {
            _kept = rule;
            return null;
        }

        private void Change(Entry entry, string rule)
        {
            // What lost until now counts for it again.
            Begin([.. Recent(entry), entry]);
            _by = rule;
        }

        /// <summary>What agreed with it within the same days, in order; only the end of what was seen is looked at.</summary>
        private IEnumerable<Entry> Recent(Entry entry)
        {
            var from = _seen.Count;
            while (from > 0 && Days(_seen[from - 1], entry) <= SameTimeDays) from--;
            return _seen.Skip(from).Where(other => terms.Agree(other, entry));
        }

        private void Begin(List<Entry> era)
        {
            _eras.Add(era);
            _kept = null;
            _lead = Finest(era);
        }

        private void Support(Entry entry)
        {
            Now.Add(entry);
            _lead = Finest([_lead, entry]);
        }

        private DisagreementKind? Kind(Entry entry, Entry holds, DateOnly start, (Entry Lead, HashSet<Entry> Entries)[] eras)
        {
            if (terms.Agree(entry, holds) || IsOtherPlan(entry, holds) || (entry.Historic && !Now.Exists(other => NameOneTime(entry, other)))) return null;
            if (Now.Exists(other => other.Claim.DocumentId == entry.Claim.DocumentId)) return Now.Exists(other => other.Claim.DocumentId != entry.Claim.DocumentId && terms.Time(entry) < terms.Time(other)) ? DisagreementKind.Superseded : DisagreementKind.Scope;
            var time = terms.Time(entry);
            // Without a date of its own nothing tells when it was said, but that others said so before.
            var undated = time == DateOnly.MinValue;
            var earlier = Array.Exists(eras, era => terms.Agree(entry, era.Lead) && (undated ? era.Entries.Any(other => terms.Time(other) > time) : !era.Entries.Contains(entry)));
            if (earlier && (undated || time >= start)) return DisagreementKind.Stale;
            if (undated || Now.Exists(other => AtOneTime(entry, other))) return terms.AreSteps(entry, holds) ? DisagreementKind.Scope : DisagreementKind.Contradiction;
            return time < start ? DisagreementKind.Superseded : DisagreementKind.Contradiction;
        }

        /// <summary>An option or a rumour beside a plan, or a denial of something else, does not disagree with it.</summary>
        private bool IsOtherPlan(Entry entry, Entry holds) => terms.Changed is "latest-plan" &&
            ((Weight(entry) > Weight(holds) && terms.Time(entry) >= Now.Min(terms.Time)) || (Terms.Withdrawn(entry) && !Terms.Withdrawn(holds) && entry.Value is not null && !Agreement.OfValues(entry.Claim, holds.Claim)));

        /// <summary>Different publishers within thirty days of each other; for states also two texts that name the same time.</summary>
        private bool AtOneTime(Entry a, Entry b) => (a.Publisher != b.Publisher && Days(a, b) <= SameTimeDays) || NameOneTime(a, b);

        /// <summary>Two texts that tell of one past time differ about it, however long ago it was.</summary>
        private bool NameOneTime(Entry a, Entry b) =>
            a.Publisher != b.Publisher && terms.Changed is "latest-state" && a.Claim.When is { } x && b.Claim.When is { } y && (Agreement.Inside(x, y) || Agreement.Inside(y, x));

        private int Days(Entry a, Entry b) => Math.Abs(terms.Time(a).DayNumber - terms.Time(b).DayNumber);

        private Entry Finest(List<Entry> entries)
        {
            var best = entries[0];
            foreach (var entry in entries)
            {
                var (one, other) = (terms.Fineness(entry), terms.Fineness(best));
                if (one > other || (one == other && Order(entry, best) < 0)) best = entry;
            }

            return best;
        }

        private static int Order(Entry a, Entry b) => (Weight(a), a.Tier, a.Known).CompareTo((Weight(b), b.Tier, b.Known)) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id);

        /// <summary>A stated plan before an option before a rumour; a withdrawal weighs as much as a plan.</summary>
        private static int Weight(Entry entry) => entry.Modality is Modality.Possible ? 1 : entry.Modality is Modality.Rumoured ? 2 : 0;
    }
}
