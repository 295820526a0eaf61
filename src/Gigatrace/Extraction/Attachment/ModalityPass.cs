using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Attachment;

/// <summary>
/// How a clause is meant: the strongest of its cues (denied, rumoured, possible, planned), else actual where it has a finite
/// verb, else null: a clause without a verb takes over what the one before it meant.
/// </summary>
public sealed class ModalityPass
{
    private readonly List<(WordMap[] Words, Modality Modality)>?[] _byFirstWord;
    private readonly Terms _terms;

    public ModalityPass(KnowledgeSource source, Vocabulary vocabulary, Lemmas lemmas, Terms terms)
    {
        _terms = terms;
        var byFirstWord = new Dictionary<int, List<(WordMap[] Words, Modality Modality)>>();
        foreach (var row in source.Table("modality.tsv"))
        {
            var cue = row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.StartsWith('{') ? lemmas.Forms(word.Trim('{', '}'), vocabulary) : [vocabulary.Add(word)])
                .ToArray();
            var words = Array.ConvertAll(cue, some => new WordMap(some));
            foreach (var first in cue[0])
            {
                if (!byFirstWord.TryGetValue(first, out var cues)) byFirstWord.Add(first, cues = []);
                cues.Add((words, Modalities.Find(row[0]) ?? throw new FormatException($"modality.tsv: no modality {row[0]}")));
            }
        }

        _byFirstWord = new List<(WordMap[] Words, Modality Modality)>?[vocabulary.Count];
        foreach (var (first, cues) in byFirstWord) _byFirstWord[first] = cues;
    }

    /// <summary>A cue in a sentence.</summary>
    public readonly record struct Cue(TokenRange Tokens, Modality Modality);

    /// <summary>All cues of a sentence, longest first at each token, in text order.</summary>
    public List<Cue> Cues(Sentence sentence)
    {
        var found = new List<Cue>();
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if ((uint)sentence[at].Word >= (uint)_byFirstWord.Length || _byFirstWord[sentence[at].Word] is not { } cues || sentence.ValueAt(at) is { Kind: Values.ValueKind.Date }) continue;
            Cue? longest = null;
            foreach (var (words, modality) in cues)
            {
                if (End(sentence, at, words) is { } end && (longest is null || end - at > longest.Value.Tokens.Length)) longest = new Cue(new TokenRange(at, end), modality);
            }

            if (longest is not { } cue || sentence.MentionAt(at) is not null) continue;
            if (IsCondition(sentence, cue)) cue = cue with { Modality = Modality.Possible };
            found.Add(cue);
            // "continues to be" is no plan, whatever "to be" is alone.
            if (cue.Modality == Modality.Actual) at = cue.Tokens.End - 1;
        }

        return found;
    }

    /// <summary>"Should demand grow, the works will …": what the whole sentence hangs on.</summary>
    private static bool IsCondition(Sentence sentence, Cue cue) => cue.Tokens.First == sentence.First && sentence.Written(sentence.First) is "Should";

    /// <summary>What a clause means; null where it has neither cue nor finite verb.</summary>
    /// <param name="until">Cues behind this token do not count: what comes after an event is not about it.</param>
    public Modality? Of(Sentence sentence, List<Cue> cues, TokenRange clause, int at, int until = int.MaxValue)
    {
        Modality? strongest = null;
        foreach (var cue in cues)
        {
            var rumour = cue.Modality == Modality.Rumoured && !IsAside(sentence, cue);
            if (!rumour && !clause.Contains(cue.Tokens.First) && !IsCondition(sentence, cue) || cue.Tokens.First >= until && !rumour || strongest is { } known && Strength(known) >= Strength(cue.Modality)) continue;
            if (cue.Modality == Modality.Planned && IsDone(sentence, clause, at, cue)) continue;
            if (cue.Tokens.First > at && cue.Modality is Modality.Planned or Modality.Possible && (OfAnother(sentence, at, cue.Tokens.First) || GoesOn(sentence, clause, at, cue.Tokens.First))) continue;
            strongest = cue.Modality;
        }

        if (strongest is Modality.Planned or Modality.Possible && TakenBack(sentence, cues, clause)) return Modality.Denied;
        if (strongest is not null) return strongest;
        for (var i = clause.First; i < clause.End; i++)
        {
            if ((_terms.Has(sentence[i], TermClass.Finite) || IsGiving(sentence, i)) && sentence.MentionAt(i) is null) return Modality.Actual;
        }

        return null;
    }

    /// <summary>"was to come by 2027, but that is off the table".</summary>
    private static bool TakenBack(Sentence sentence, List<Cue> cues, TokenRange clause)
    {
        if (clause.End + 1 >= sentence.End || sentence.Written(clause.End) is not ("but" or "and" or "which")) return false;
        if (sentence.Written(clause.End) is not "which" && sentence.Written(clause.End + 1) is not ("that" or "this" or "these" or "nothing" or "all")) return false;
        var next = sentence.Clause(clause.End);
        return cues.Exists(cue => cue.Modality == Modality.Denied && next.Contains(cue.Tokens.First) && cue.Tokens.First <= clause.End + 6);
    }

    /// <summary>"a plant of 20 GWh, which will reportedly reach 35": an adverb of a relative clause says nothing of the main one.</summary>
    private bool IsAside(Sentence sentence, Cue cue) =>
        sentence.Written(cue.Tokens.First) is "reportedly" && sentence.Clause(cue.Tokens.First) is var own && own.First > sentence.First && _terms.Has(sentence[own.First], TermClass.Relative);

    /// <summary>A cue behind the value is about the last value before it, "100 GWh at first and 250 GWh as an option", or about that which it stands before: "1 GWh, planned 3 GWh".</summary>
    private static bool OfAnother(Sentence sentence, int at, int cue)
    {
        if (sentence.ValueAt(at) is not { } own) return false;
        if (cue + 1 < sentence.End && sentence.ValueAt(cue + 1) is { } next && next.Kind == own.Kind && next.Tokens.First > own.Tokens.First) return true;
        return sentence.Values.Exists(value => value.Kind == own.Kind && value.Tokens.First > own.Tokens.First && value.Tokens.End <= cue);
    }

    /// <summary>The clause has said its own verb and value, and goes on with a new statement: "has 41 GWh, so that the two will have 73".</summary>
    private bool GoesOn(Sentence sentence, TokenRange clause, int at, int cue)
    {
        if (sentence.ValueAt(at) is not { } own || !_terms.Any(sentence, clause.First, at, TermClass.Finite, outsideNames: true)) return false;
        return sentence.Any(own.Tokens.End, cue - 1, static word => word is "and" or "but" or "so" or "because" or "while" or "though" or "although" or "since");
    }

    /// <summary>Verbs of paying that can be nothing else, or are what was done where they stand without a helping verb.</summary>
    private static bool IsGiving(Sentence sentence, int at) => sentence.Written(at) is "paid" or "keeps" or "owned" or "lent" or "lends" or "injected" or "injects" or "spent" or "poured" or "received" or "receives" or "loaned" or "pumped" or "brought" or "won" or "supports" or "supported";

    /// <summary>A finite verb of the past, or "already", between the cue and the value: "was planned in 2019 and has made 10 GWh".</summary>
    private static bool IsDone(Sentence sentence, TokenRange clause, int at, Cue cue)
    {
        for (var i = Math.Max(clause.First, cue.Tokens.End); i < Math.Min(clause.End, at); i++)
        {
            if (i >= cue.Tokens.End && sentence.Written(i) is "now" && i + 1 < clause.End && sentence.Written(i + 1) is not ("to" or "be" or "on") && sentence.Written(i + 1).EndsWith("s", StringComparison.Ordinal)) return true;
            if (i > cue.Tokens.End && (sentence.Written(i) is "already" or "has" || sentence.Written(i) is "have" && !IsHelped(sentence, i))) return true;
        }

        return sentence.Any(clause.First, Math.Min(Math.Min(clause.End, at), cue.Tokens.First), static word => word is "already");
    }

    /// <summary>"will have", "will initially have".</summary>
    private static bool IsHelped(Sentence sentence, int have)
    {
        var before = have - 1;
        while (before > sentence.First && (sentence.Written(before) is "now" or "then" or "also" or "soon" or "first" or "later" || sentence.Written(before).EndsWith("ly", StringComparison.Ordinal))) before--;
        return before >= sentence.First && sentence.Written(before) is "to" or "will" or "would" or "should" or "shall" or "could" or "may" or "might";
    }

    private static int Strength(Modality modality) => modality switch
    {
        Modality.Denied => 4,
        Modality.Rumoured => 3,
        Modality.Possible => 2,
        Modality.Planned => 1,
        _ => 0,
    };

    /// <summary>Where a cue that begins here ends; null where it does not stand here. An adverb may part its first two words: "is now to".</summary>
    private static int? End(Sentence sentence, int at, WordMap[] words)
    {
        var end = at;
        for (var i = 0; i < words.Length; i++)
        {
            if (i == 1 && end + 1 < sentence.End && !words[i].Contains(sentence[end].Word) && sentence.Written(end) is "now" or "also" or "still" or "then" or "soon" or "later" or "initially" or "first" or "ultimately" or "currently" or "eventually" or "both" or "all" or "therefore" or "thus" or "just" or "quietly" or "finally" or "officially" or "since") end++;
            if (end >= sentence.End || !words[i].Contains(sentence[end].Word)) return null;
            end++;
        }

        return end;
    }
}
