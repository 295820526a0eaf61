using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Rules;

/// <summary>What a slot took from the sentence: a value, mentions (a row of organisations is one slot), or a plant phrase.</summary>
public readonly record struct Binding(string Label, TokenRange Tokens, object Target);

/// <summary>What patterns are matched against: one sentence with what was found in it.</summary>
public sealed class PatternContext(Sentence sentence, List<PlantPhrase> plants, Terms terms)
{
    public Sentence Sentence => sentence;

    public IReadOnlyList<PlantPhrase> Plants => plants;

    public Terms Terms => terms;

    /// <summary>Bindings of the attempt under way, in text order.</summary>
    public List<Binding> Bindings { get; } = [];
}

/// <summary>
/// One piece of a pattern with what follows it; null as a next node means that the pattern has matched. Matching gives the
/// end token, or -1. Shortest gaps first, alternatives in the order written.
/// </summary>
public abstract class PatternNode
{
    private protected PatternNode(PatternNode? next) => Next = next;

    public PatternNode? Next { get; }

    public abstract int Match(PatternContext context, int at);

    protected int GoOn(PatternContext context, int at) => Next is null ? at : Next.Match(context, at);
}

/// <summary>One token out of a set of words.</summary>
internal sealed class WordNode(HashSet<int> words, PatternNode? next) : PatternNode(next)
{
    public HashSet<int> Words => words;

    public override int Match(PatternContext context, int at) =>
        at < context.Sentence.End && words.Contains(context.Sentence[at].Word) ? GoOn(context, at + 1) : -1;
}

/// <summary>Where a sentence starts, also behind a date that leads it: "2019-12 company founded".</summary>
internal sealed class StartNode(PatternNode? next) : PatternNode(next)
{
    public override int Match(PatternContext context, int at)
    {
        var sentence = context.Sentence;
        for (var before = sentence.First; before < at; before++)
        {
            if (sentence[before].Kind == TokenKind.Punctuation || sentence.ValueAt(before) is { Kind: ValueKind.Date }) continue;
            return -1;
        }

        return at < sentence.End ? GoOn(context, at) : -1;
    }
}

/// <summary>Up to a number of tokens of any sort, not over a semicolon; a narrow one not over a verb, a relative word, a negation or a colon either.</summary>
internal sealed class GapNode(int most, bool narrow, PatternNode? next) : PatternNode(next)
{
    public override int Match(PatternContext context, int at)
    {
        // "AESC's rival …" is not about AESC: a pattern that means the owner says 's itself.
        var owned = context.Bindings.Count > 0 && context.Bindings[^1].Tokens.End == at && at < context.Sentence.End && context.Sentence.Written(at) is "'s" or "’s";
        for (var skipped = 0; skipped <= most && at + skipped <= context.Sentence.End && !(owned && skipped > 0); skipped++)
        {
            var bound = context.Bindings.Count;
            if (GoOn(context, at + skipped) is >= 0 and var end) return end;
            context.Bindings.RemoveRange(bound, context.Bindings.Count - bound);
            if (at + skipped < context.Sentence.End && Stops(context, at + skipped)) return -1;
        }

        return -1;
    }

    private bool Stops(PatternContext context, int at) => context.Sentence.Written(at) switch
    {
        ";" => true,
        ":" => narrow,
        "'s" or "’s" => false,
        "not" or "never" => narrow,
        _ => narrow && context.Sentence.MentionAt(at) is null && context.Terms.Has(context.Sentence[at], TermClass.Finite | TermClass.Relative | TermClass.ClauseStart),
    };
}

/// <summary>Takes nothing, and fits where something else does not.</summary>
internal sealed class NotNode(PatternNode unwanted, PatternNode? next) : PatternNode(next)
{
    public override int Match(PatternContext context, int at)
    {
        var bound = context.Bindings.Count;
        var found = unwanted.Match(context, at) >= 0;
        context.Bindings.RemoveRange(bound, context.Bindings.Count - bound);
        return found ? -1 : GoOn(context, at);
    }
}

/// <summary>The first of several ways that leads to a match; each goes on to what follows the whole.</summary>
internal sealed class ChoiceNode(PatternNode?[] branches) : PatternNode(null)
{
    public IReadOnlyList<PatternNode?> Branches => branches;

    public override int Match(PatternContext context, int at)
    {
        foreach (var branch in branches)
        {
            var bound = context.Bindings.Count;
            var end = branch is null ? at : branch.Match(context, at);
            if (end >= 0) return end;
            context.Bindings.RemoveRange(bound, context.Bindings.Count - bound);
        }

        return -1;
    }
}

/// <summary>A value, mention or plant phrase of a kind, over articles and descriptions that stand before it.</summary>
internal sealed class SlotNode(SlotKind kind, string label, PatternNode? next) : PatternNode(next)
{
    public SlotKind Kind => kind;

    public string Label => label;

    public override int Match(PatternContext context, int at)
    {
        if (Slots.Take(context, kind, at) is not { } taken) return -1;
        context.Bindings.Add(new Binding(label, taken.Tokens, taken.Target));
        var end = GoOn(context, taken.Tokens.End);
        if (end < 0) context.Bindings.RemoveAt(context.Bindings.Count - 1);
        return end;
    }
}
