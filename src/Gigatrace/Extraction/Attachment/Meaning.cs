using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Attachment;

/// <summary>How a claim is meant: by the cues of its clause, else by what stands around it.</summary>
internal sealed class Meaning(Terms terms, ModalityPass modalities)
{
    /// <summary>Modality of the last sentence of the passage, for one without a verb.</summary>
    public Modality? Before { get; set; }

    /// <summary>What the clause means, and whether that hangs on the state of the works: its words do not tell a plan from a fact.</summary>
    public (Modality Modality, bool Hangs) Of(Sentence sentence, List<ModalityPass.Cue> cues, int at, int end, string predicate, Plant? plant)
    {
        if (predicate is "role" or "parent" or "founded" or "market_share") return (Modality.Actual, false);
        var clause = sentence.Clause(at);
        var figure = Predicates.IsFigure(predicate);
        var own = modalities.Of(sentence, cues, clause, at, figure ? int.MaxValue : end);
        // "announced a venture to make cells, creating 1,100 jobs"
        if (own is null && figure && plant is not null && IsResult(sentence, clause)) return (Before is Modality.Possible ? Modality.Possible : Modality.Planned, true);
        // "Several hundred more are expected; some 11,000 people work there today".
        if (own is null && figure && IsSo(sentence, clause)) return (Modality.Actual, false);
        if (own is null)
        {
            var earlier = new TokenRange(sentence.First, clause.First);
            own = earlier.Length > 0 ? modalities.Of(sentence, cues, earlier, at) : null;
            // "…, closed its factory", "In May the two initiated the works": a verb of its own, though no list has it.
            if (own is not null && sentence.IsResumed(clause.First) || own is null && predicate is "milestone" or "stake" or "partnership" or "acquired" or "insolvency" && HasPast(sentence, clause)) own = Modality.Actual;
            if (own is null) return figure && plant is not null ? (Before is { } before and not Modality.Actual ? before : Modality.Planned, true) : (Before is { } meant and not Modality.Actual && predicate is not "status" && !(meant is Modality.Denied && terms.Any(sentence, clause.First, clause.End, TermClass.Finite, outsideNames: true)) ? meant : Modality.Actual, false);
        }

        return (own.Value, figure && plant is not null && own is Modality.Actual && !(predicate == "investment" ? IsSpent(sentence, clause) : IsSo(sentence, clause) || IsThere(sentence, clause, at, predicate)));
    }

    /// <summary>"It will be Renault, which is also a shareholder": how the part of a rule's words is meant that has the verb.</summary>
    public int Said(Sentence sentence, Trigger trigger, string predicate, int at)
    {
        if (predicate is not ("stake" or "partnership" or "acquired")) return at;
        for (var i = Math.Max(at, trigger.Tokens.First) + 1; i < trigger.Tokens.End; i++)
        {
            if ((terms.Has(sentence[i], TermClass.Relative) || sentence.Written(i) is "that") && i + 1 < sentence.End) return i;
        }

        return at;
    }

    /// <summary>"The company denies press talk that the project is being shelved".</summary>
    public static bool IsDenied(Sentence sentence, List<ModalityPass.Cue> cues, Trigger trigger) =>
        cues.Exists(cue => cue.Modality == Modality.Denied && cue.Tokens.End <= trigger.Tokens.First && sentence.Written(cue.Tokens.First) is "denies" or "denied" or "deny" or "disputes" or "disputed" or "dispute" or "refutes" or "refuted" or "contradicts" or "contradicted");

    /// <summary>"begins", "opens": the present tense of what is to come, where its date is.</summary>
    public static bool IsOfPresent(Sentence sentence, Trigger trigger) =>
        trigger.Tokens.End < sentence.End && sentence.Written(trigger.Tokens.End) is "is" or "are" ||
        sentence.Any(trigger.Tokens.First, trigger.Tokens.End, static word => word is "begins" or "starts" or "opens" or "commences" or "launches" or "goes" or "enters" or "begin" or "start" or "open" or "commence" or "arrive" or "arrives" or "enter" or "come" or "comes" or "roll");

    /// <summary>"Once in operation, it will employ 500": what a main clause that lies ahead waits for.</summary>
    public static bool IsAwaited(Sentence sentence, Trigger trigger)
    {
        var at = trigger.Tokens.First;
        if (at == sentence.First || sentence.Written(at - 1) is not ("upon" or "Upon" or "once" or "Once" or "until" or "Until" or "following" or "Following" or "after" or "After" or "when" or "When")) return false;
        return sentence.Any(sentence.First, sentence.End, static word => word is "will" or "would" or "shall");
    }

    /// <summary>"It signed a memorandum to launch a plant": what somebody agreed or was given money to do is not done yet.</summary>
    public static bool IsPurpose(Sentence sentence, Trigger trigger)
    {
        var at = trigger.Tokens.First;
        if (at - 2 < sentence.First || sentence.Written(at - 1) is not "to") return false;
        return sentence.Any(sentence.Clause(at).First, at - 1, static word => word is "memorandum" or "Memorandum" or "MoU" or "MOU" or "letter" or "agreement" or "contract" or "deal" or "licence" or "license" or "permit" or "permission" or "loan" or "grant" or "subsidy" or "funding" or "decision" or "agreed" or "decided" or "raised" or "chosen" or "picked" or "selected");
    }

    /// <summary>A contract or an order, and no word of deliveries made.</summary>
    public static bool IsPromise(Sentence sentence, Trigger trigger)
    {
        var from = Math.Min(trigger.Tokens.First, sentence.Clause(trigger.Tokens.First).First);
        return sentence.Any(from, trigger.Tokens.End, static word => word is "contract" or "contracts" or "order" or "orders" or "ordered" or "agreement" or "agreements" or "agreed" or "deal" or "deals" or "signed" or "memorandum" or "committed") &&
            !sentence.Any(from, trigger.Tokens.End, static word => word is "since" or "already" or "once" or "delivers" or "delivered" or "supplies" or "supplied");
    }

    /// <summary>Money that "the total now stands at", or that a works costs, need not be spent yet.</summary>
    private static bool IsSpent(Sentence sentence, TokenRange clause)
    {
        for (var at = clause.First; at < clause.End; at++)
        {
            if (sentence.Written(at) is "spent" or "invested" or "already" or "swallowed" or "sunk" or "drawn" or "paid" or "gone" or "far" or "opened" or "inaugurated") return true;
            if (sentence.Written(at) is "put" && at > clause.First && sentence.Written(at - 1) is "has" or "have" or "had") return true;
        }

        return false;
    }

    private static bool IsResult(Sentence sentence, TokenRange clause) => sentence.Written(clause.First) is "creating" or "bringing" or "adding" or "providing" or "generating";

    private static bool HasPast(Sentence sentence, TokenRange clause)
    {
        for (var at = clause.First; at < clause.End; at++)
        {
            if (sentence.Written(at) is { Length: > 4 } word && word.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(word[0]) && sentence.MentionAt(at) is null) return true;
        }

        return false;
    }

    /// <summary>"double its present 10 GWh", "currently good for 86 GWh", "the 100 it has today": so, whatever else the clause plans.</summary>
    public static bool IsPresent(Sentence sentence, List<ModalityPass.Cue> cues, Value value)
    {
        bool IsCue(int from, int to) => cues.Exists(cue => cue.Modality != Modality.Actual && cue.Tokens.First >= from && cue.Tokens.First <= to);
        for (var at = value.Tokens.First - 1; at >= Math.Max(sentence.First, value.Tokens.First - 4); at--)
        {
            if (sentence.Written(at) is "to" or "by" or "," or ";" or "and" or "with" || sentence.ValueAt(at) is not null) break;
            if (sentence.Written(at) is "current" or "currently" or "present" or "presently" or "existing") return !IsCue(at, value.Tokens.First);
        }

        for (var at = value.Tokens.End; at < Math.Min(sentence.End, value.Tokens.End + 9); at++)
        {
            if (sentence.Written(at) is "," or ";" or "and" or "to" || sentence.ValueAt(at) is { Kind: not ValueKind.Date }) break;
            if (sentence.Written(at) is "today" or "currently" or "presently" || sentence.Written(at) is "far" && sentence.Written(at - 1) is "so") return !IsCue(value.Tokens.End, at + 1);
        }

        return false;
    }

    /// <summary>"Its existing factory has 1.8 GWh", "500 people work there": of a works that is there, though a text also speaks of one to come.</summary>
    private static bool IsThere(Sentence sentence, TokenRange clause, int at, string predicate) =>
        predicate == "jobs" && sentence.Any(at, clause.End, static word => word is "work" or "works") || sentence.Any(sentence.First, at, static word => word is "existing" or "Existing");

    /// <summary>"already", "now", "so far", "has spent": so, whatever the works' state.</summary>
    private bool IsSo(Sentence sentence, TokenRange clause) => terms.Any(sentence, clause.First, clause.End, TermClass.Already, outsideNames: true);
}
