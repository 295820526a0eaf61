using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Attachment;

namespace Gigatrace.Extraction;

/// <summary>Drafts → claims: those without a subject are dropped, facts said twice become one, states that events imply are added.</summary>
internal static class Finish
{
    public static ImmutableArray<Claim> Claims(Document document, List<ClaimDraft> drafts) =>
        [.. Kept(drafts).Select(draft => ToClaim(document, draft)).OrderBy(claim => claim.Start).ThenBy(claim => claim.Predicate, StringComparer.Ordinal).ThenBy(claim => claim.Id, StringComparer.Ordinal).DistinctBy(claim => claim.Id)];

    /// <summary>The drafts that become claims, each fact once.</summary>
    public static List<ClaimDraft> Kept(List<ClaimDraft> drafts)
    {
        Settle(drafts);
        var named = drafts.Where(draft => draft.Name is not null && !(draft.Plant is { Name: null } && NeedsPlant(draft.Predicate)) && (!IsIdle(draft) || Stops(draft))).ToList();
        named.RemoveAll(draft => IsLess(draft, named));
        named.RemoveAll(draft => draft.Predicate == "milestone" && named.Exists(other => IsOneEvent(draft, other)));
        States(named);
        named.AddRange(Joined(named));
        named.RemoveAll(draft => Stops(draft) || draft is { Predicate: "milestone", When: null, Value: ClaimValue.Text { Word: "construction_start" } });
        var kept = new List<ClaimDraft>();
        var alike = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        foreach (var draft in named.OrderBy(draft => draft.Passage.AiGenerated ? 1 : 0))
        {
            var key = draft.Predicate == "partnership" ? "partnership" : $"{draft.Predicate}|{draft.Name}|{draft.Value}";
            if (!alike.TryGetValue(key, out var candidates)) alike.Add(key, candidates = []);
            var same = candidates.FindIndex(known => SameFact(kept[known], draft));
            var at = same < 0 ? -1 : candidates[same];
            if (at < 0)
            {
                candidates.Add(kept.Count);
                kept.Add(draft);
            }
            else if (kept[at].Object is null && draft.Object is not null && kept[at].Passage.AiGenerated == draft.Passage.AiGenerated) kept[at] = draft;
            // "The deal closed on …": the words that have the day.
            else if (draft is { Predicate: "acquired", When: not null } && kept[at].When is null && kept[at].Passage.AiGenerated == draft.Passage.AiGenerated) kept[at] = draft;
            else if (kept[at].When is null && draft.When is not null && kept[at].Passage.AiGenerated == draft.Passage.AiGenerated) kept[at].When = draft.When;
        }

        return kept;
    }

    /// <summary>Less than so many percent is what was kept or taken in what is another's.</summary>
    private const int LeastOfPartner = 25;

    /// <summary>Two that hold all of a company between them have it together, also where the text never calls it a joint venture.</summary>
    private static List<ClaimDraft> Joined(List<ClaimDraft> drafts)
    {
        var joined = new List<ClaimDraft>();
        foreach (var held in drafts.Where(draft => draft is { Predicate: "stake", Object: not null, Value: ClaimValue.Number { Amount: >= LeastOfPartner } }).GroupBy(draft => draft.Name, StringComparer.OrdinalIgnoreCase))
        {
            var shares = held.DistinctBy(share => share.Object, StringComparer.OrdinalIgnoreCase).ToList();
            if (shares is not [{ Value: ClaimValue.Number first } one, { Value: ClaimValue.Number second } other] || Math.Abs(first.Amount + second.Amount - 100) > 1) continue;
            if (drafts.Exists(draft => draft.Predicate == "partnership" && ArePartners(draft, one.Object, other.Object))) continue;
            joined.Add(new ClaimDraft
            {
                Rule = Sharing,
                Predicate = "partnership",
                Kind = "jv",
                Passage = other.Passage,
                Span = other.Span,
                Subject = one.Object,
                SubjectSpan = one.ObjectSpan,
                Object = other.Object,
                ObjectSpan = other.ObjectSpan,
                Reason = "implied by " + other.Rule,
                Modality = other.Modality,
            });
        }

        return joined;
    }

    private const string Sharing = "partnership.implied";

    /// <summary>
    /// What hangs on a works' state is so where the text says that it runs, planned where it says that it is to, and denied where
    /// it was given up, as is whatever was planned for it.
    /// </summary>
    private static void Settle(List<ClaimDraft> drafts)
    {
        foreach (var plant in drafts.Where(draft => draft.Plant is not null).GroupBy(draft => draft.Plant))
        {
            bool Says(Modality modality, params ReadOnlySpan<string> words)
            {
                foreach (var draft in plant)
                {
                    if (draft.Predicate is "status" or "milestone" && draft.Modality == modality && draft.Value is ClaimValue.Text text && words.Contains(text.Word)) return true;
                }

                return false;
            }

            var givenUp = Says(Modality.Actual, "cancelled");
            var runs = Says(Modality.Actual, "operating", "production_start", "full_production", "inauguration");
            var ahead = Says(Modality.Actual, "under_construction", "paused", "construction_start", "announced", "approved") || Says(Modality.Planned, "planned", "production_start", "construction_start") || Says(Modality.Possible, "planned", "production_start") || Says(Modality.Rumoured, "planned", "production_start");
            foreach (var draft in plant)
            {
                // A row of a table gives the plan of what was given up as the plan it was.
                if (draft.Rule.StartsWith("table.", StringComparison.Ordinal) && draft.Predicate == "milestone") continue;
                if (givenUp && !runs && (draft.Hangs || draft.Modality == Modality.Planned) && (Predicates.IsFigure(draft.Predicate) || draft is { Predicate: "milestone", Value: ClaimValue.Text { Word: "production_start" or "full_production" } })) draft.Modality = Modality.Denied;
                // "Total investment: 80 million euros", "is investing 80 million": where nothing runs, money that nobody says was spent.
                else if (draft.Hangs) draft.Modality = runs ? Modality.Actual : ahead || draft is { Predicate: "investment", Modality: Modality.Actual } ? Modality.Planned : draft.Modality;
            }
        }
    }

    /// <summary>Another draft says the same more exactly: of the company's plant, with a figure, or of a share and not the whole.</summary>
    private static bool IsLess(ClaimDraft draft, List<ClaimDraft> all) => draft switch
    {
        { Predicate: "supplies" or "acquired", Plant: null, ObjectSpan: not null } when all.Exists(other => other.Predicate == draft.Predicate && (other.ObjectSpan == draft.ObjectSpan || other.Object == draft.Object && other.Span.Overlaps(draft.Span)) && other.Plant is { } plant && plant.IsOf(draft.Name!)) => true,
        { Predicate: "stake", Value: null } => all.Exists(other => other is { Predicate: "stake", Value: not null } && SameName(other.Name, draft.Name) && SameName(other.Object, draft.Object)),
        { Predicate: "acquired", ObjectSpan: not null } => all.Exists(other => other.Predicate == "stake" && other.ObjectSpan == draft.ObjectSpan && SameName(other.Name, draft.Name)),
        _ => false,
    };

    /// <summary>An event without a day that only repeats what the state says: an approval, an announcement or an end at some time.</summary>
    private static bool IsIdle(ClaimDraft draft) => draft is { Predicate: "milestone", When: null, Value: ClaimValue.Text text } &&
        (text.Word is "approved" or "announced" or "paused" or "cancelled" or "closed" or "full_production" || draft.Modality is Modality.Planned or Modality.Possible);

    /// <summary>A halt or an end without a day: no event, but the state that its works is in.</summary>
    private static bool Stops(ClaimDraft draft) => draft is { Predicate: "milestone", When: null, Modality: Modality.Actual, Value: ClaimValue.Text { Word: "paused" or "closed" or "cancelled" } };

    private static bool NeedsPlant(string predicate) => predicate is "vehicles" or "status" or "milestone" or "investment";

    /// <summary>
    /// A works is in one state. Of what the text says and what its events imply (one that began to produce runs, one whose ground was
    /// broken is being built, one that is to start is planned), the furthest: given up before stopped, stopped before running, running before being built.
    /// </summary>
    private static void States(List<ClaimDraft> drafts)
    {
        var implied = new List<ClaimDraft>();
        var states = new Dictionary<string, ClaimDraft>(StringComparer.Ordinal);
        foreach (var plant in drafts.Where(draft => draft.Plant is not null).GroupBy(draft => draft.Name, StringComparer.Ordinal).ToList())
        {
            ClaimDraft? best = null;
            var toBuild = plant.Any(draft => Says(draft, "construction_start") && draft.Modality == Modality.Planned);
            var toStart = plant.Any(draft => Says(draft, "production_start") && draft.Modality == Modality.Planned) && !plant.Any(draft => Says(draft, "production_start") && draft.Modality == Modality.Actual);
            foreach (var draft in plant.Where(draft => draft is { Predicate: "status" or "milestone", Value: ClaimValue.Text }).OrderBy(Stops))
            {
                if (State(draft) is not { } state) continue;
                // A halt without a day says little beside what else is said.
                if (best is { Value: ClaimValue.Text { Word: not "planned" } } && Stops(draft)) continue;
                // "Series production begins with LFP cells", of a works that is still to be built.
                if (draft is { Predicate: "milestone", When: null } && state.Word == "operating" && toBuild) continue;
                // "It was inaugurated in May; production is due in the third quarter".
                if (toStart && (Says(draft, "inauguration") || Says(draft, "construction_start") && plant.Any(other => Says(other, "inauguration") && other.Modality == Modality.Actual))) continue;
                var candidate = draft.Predicate == "status" ? draft : Status(draft, state.Word, state.Modality);
                // What the text says itself counts before what follows from an event.
                if (best is null || Rank(candidate) > Rank(best) || (best.Rule == Implying && candidate.Rule != Implying && Equals(candidate.Value, best.Value) && candidate.Modality == best.Modality)) best = candidate;
            }

            // "It had been shelved; now production is to start in 2027": taken up again.
            if (best is { Rule: Implying, Value: ClaimValue.Text { Word: "paused" } } && !plant.Any(draft => draft is { Predicate: "status", Value: ClaimValue.Text { Word: "paused" } }) && plant.FirstOrDefault(draft => draft.Modality == Modality.Planned && Says(draft, "production_start")) is { } ahead) best = Status(ahead, "planned", Modality.Planned);
            if (best is { Rule: Implying, Value: ClaimValue.Text { Word: "paused" } } && GoneOn([.. plant]) is { } further) best = further;
            best ??= Ahead([.. plant]);
            if (best is null) continue;
            states.Add(plant.Key!, best);
            if (!plant.Any(draft => ReferenceEquals(draft, best))) implied.Add(best);
        }

        drafts.RemoveAll(draft => draft.Predicate == "status" && states.TryGetValue(draft.Name!, out var best) && !ReferenceEquals(draft, best));
        drafts.AddRange(implied);
    }

    /// <summary>"Full operation in 2026", "diggers at work since May", "the last cell left the line": the second says of the same words and day what they are, the first what one of them is elsewhere.</summary>
    private static bool IsOneEvent(ClaimDraft draft, ClaimDraft other)
    {
        if (other.Predicate != "milestone" && !Delays(other) || !ReferenceEquals(draft.Passage, other.Passage) || draft.Name != other.Name) return false;
        // "The start of production was postponed from 2025 to 2026".
        if ((Says(draft, "production_start") || Says(draft, "inauguration")) && Delays(other) && !Delays(draft) && draft.Span.Overlaps(other.Span)) return true;
        // "It ceases production with effect from 30 June".
        if (Says(draft, "production_start") && Says(other, "closed") && draft.Span.Overlaps(other.Span)) return true;
        // "Decided on 27 February, start of production in 2022".
        if (draft is { Predicate: "milestone", Modality: Modality.Actual } && other is { Predicate: "milestone", Modality: Modality.Planned } && Equals(draft.Value, other.Value) && draft.Span.Overlaps(other.Span) && draft.When?.Latest < other.When?.Earliest) return true;
        if (draft.When is not { } when || other.When?.Edtf != when.Edtf) return false;
        // "The first stone is foreseen for autumn": what says more of the words knows how they are meant.
        if (draft is { Predicate: "milestone", Modality: Modality.Actual } && other is { Predicate: "milestone", Modality: Modality.Planned } && Equals(draft.Value, other.Value) && draft.Span.Overlaps(other.Span)) return true;
        if (Says(draft, "production_start")) return Says(other, "full_production") && other.Span.Contains(draft.Span) || Says(other, "closed") || Says(other, "construction_start") && (other.Span.Contains(draft.Span) || draft.Span.Contains(other.Span));
        return Says(draft, "paused") && Says(other, "closed");
    }

    private static bool Delays(ClaimDraft draft) => draft.Rule == "milestone.production_delayed";

    private static bool Says(ClaimDraft draft, string milestone) => draft is { Predicate: "milestone", Value: ClaimValue.Text text } && text.Word == milestone;

    /// <summary>"Work was halted in May 2023; the first cells were made in November 2025": what came about after the last halt; null where nothing did.</summary>
    private static ClaimDraft? GoneOn(List<ClaimDraft> plant)
    {
        if (plant.Where(draft => draft.Modality == Modality.Actual && Says(draft, "paused")).Max(draft => draft.When?.Latest) is not { } halted) return null;
        ClaimDraft? Later(string word) => plant.Find(draft => draft.Modality == Modality.Actual && Says(draft, word) && draft.When?.Earliest > halted);

        if ((Later("production_start") ?? Later("full_production") ?? Later("inauguration")) is { } start) return Status(start, "operating", Modality.Actual);
        return Later("construction_start") is { } building ? Status(building, "under_construction", Modality.Actual) : null;
    }

    /// <summary>A works that is to be built or to start is planned, and so is one that was announced or approved, where nothing else is said of its state.</summary>
    private static ClaimDraft? Ahead(List<ClaimDraft> plant)
    {
        ClaimDraft? Event(Modality modality, string word) => plant.Find(draft => draft.Modality == modality && Says(draft, word));

        var plan = Event(Modality.Planned, "construction_start");
        if (plan is null && !plant.Exists(IsThere) && Event(Modality.Actual, "inauguration") is null) plan = Event(Modality.Planned, "production_start") ?? Event(Modality.Actual, "approved") ?? Event(Modality.Actual, "announced");
        return plan is null ? null : Status(plan, "planned", Modality.Planned);
    }

    /// <summary>What only a works has that stands: people and output of today.</summary>
    private static bool IsThere(ClaimDraft draft) => draft is { Predicate: "jobs" or "capacity", Modality: Modality.Actual, Hangs: false };

    /// <summary>What state a draft says or implies; null for an event that leaves it open.</summary>
    private static (string Word, Modality Modality)? State(ClaimDraft draft)
    {
        var word = ((ClaimValue.Text)draft.Value!).Word;
        if (draft.Predicate == "status") return (word, draft.Modality);
        if (draft.Modality != Modality.Actual) return null;
        return word switch
        {
            "cancelled" or "closed" or "paused" => (word, Modality.Actual),
            "production_start" or "full_production" or "inauguration" => ("operating", Modality.Actual),
            "construction_start" => ("under_construction", Modality.Actual),
            _ => null,
        };
    }

    private const string Implying = "status.implied";

    private static int Rank(ClaimDraft status) => (((ClaimValue.Text)status.Value!).Word, status.Modality) switch
    {
        ("cancelled", Modality.Actual) => 60,
        ("closed", Modality.Actual) => 50,
        ("under_construction", Modality.Actual) when status.Rule == "status.resumed" => 45,
        ("paused", Modality.Actual) => 40,
        ("operating", Modality.Actual) => 30,
        // Said in so many words, it comes before what an event implies.
        ("under_construction", Modality.Actual) => status.Rule == Implying ? 20 : 35,
        ("planned", Modality.Planned) => 10,
        _ => 5,
    };

    private static ClaimDraft Status(ClaimDraft source, string status, Modality modality) => new()
    {
        Rule = Implying,
        Predicate = "status",
        Passage = source.Passage,
        Span = source.Span,
        Plant = source.Plant,
        Subject = source.Subject,
        SubjectSpan = source.SubjectSpan,
        Reason = "implied by " + source.Rule,
        Value = new ClaimValue.Text(status),
        Modality = modality,
        Part = source.Part,
    };

    private static bool SameFact(ClaimDraft a, ClaimDraft b)
    {
        if (a.Predicate == "partnership") return ArePartners(a, b.Name, b.Object) && SameTime(a, b);
        if (a.Predicate != b.Predicate || !SameName(a.Name, b.Name) || !Equals(a.Value, b.Value) || a.Unit != b.Unit) return false;
        if (a.Predicate != "investment" && !SameName(a.Object, b.Object) && !(a.Predicate == "funding" && (a.Object is null || b.Object is null))) return false;
        if (a.Predicate == "supplies" && (!a.Models.SequenceEqual(b.Models) && !b.Models.IsEmpty)) return false;
        return SameTime(a, b);
    }

    /// <summary>A partnership has no direction.</summary>
    private static bool ArePartners(ClaimDraft draft, string? one, string? other) =>
        SameName(draft.Name, one) && SameName(draft.Object, other) || SameName(draft.Name, other) && SameName(draft.Object, one);

    private static bool SameName(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool SameTime(ClaimDraft a, ClaimDraft b)
    {
        if (a.When is null || b.When is null || a.Predicate is "capacity" or "jobs" or "vehicles" or "investment" or "status" or "role" or "parent" or "chemistry") return true;
        return a.When.Edtf.StartsWith(b.When.Edtf, StringComparison.Ordinal) || b.When.Edtf.StartsWith(a.When.Edtf, StringComparison.Ordinal);
    }

    private static Claim ToClaim(Document document, ClaimDraft draft)
    {
        var span = document.Text.Trim(draft.Span);
        return new Claim
        {
            Id = Hash($"{document.Id}|{span.Start}|{span.End}|{draft.Name}|{draft.Predicate}|{draft.Value}|{draft.Object}|{draft.When}"),
            DocumentId = document.Id,
            Doc = document.Name,
            Path = document.Path,
            Url = document.Url,
            Publisher = document.Publisher,
            SourceKind = document.SourceKind,
            Published = document.Published,
            Subject = draft.Name!,
            Part = draft.Part,
            Predicate = draft.Predicate,
            Value = draft.Value,
            Unit = draft.Unit,
            Object = draft.Object,
            Kind = draft.Kind,
            Basis = draft.Basis,
            Qualifier = draft.Qualifier,
            Product = draft.Product,
            Level = draft.Level,
            Region = draft.Region,
            Models = draft.Models,
            When = draft.When,
            Modality = draft.Modality,
            Attribution = draft.Attribution,
            AiGenerated = draft.Passage.AiGenerated,
            AsWritten = draft.ValueSpan is { IsEmpty: false } written ? document.Text.Quote(written) : null,
            Quote = document.Text.Quote(span),
            Start = document.Text.ToCodePoint(span.Start),
            End = document.Text.ToCodePoint(span.End),
            Rule = draft.Rule,
        };
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
