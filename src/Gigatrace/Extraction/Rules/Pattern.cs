using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Rules;

/// <summary>What a slot took from the sentence: a value, mentions (a row of organisations is one slot), or a plant phrase.</summary>
public readonly record struct Binding(string Label, TokenRange Tokens, object Target);

/// <summary>What patterns are matched against: one sentence with what was found in it.</summary>
public sealed class PatternContext(Sentence sentence, List<PlantPhrase> plants, Terms terms)
{
    /// <summary>What one sentence after the other is written down in.</summary>
    private sealed class Buffers(int length)
    {
        public readonly int[] Words = new int[length];
        public readonly uint[] Slots = new uint[length];
        public readonly List<Binding> Bindings = [];
        public readonly Stack<PatternNode?> Returns = [];
        public readonly (bool Known, (TokenRange Tokens, List<Mention> Target)? Row)[] Rows = new (bool, (TokenRange, List<Mention>)?)[length];
    }

    [ThreadStatic]
    private static Buffers? buffers;

    /// <summary>Between the brackets, at most: "(JV)", "(Li-ion)", "(South Korea)".</summary>
    private const int LongestAside = 3;

    private const int LargestKept = 16 * 1024;

    private int[] _words = [];
    private uint[] _slots = [];
    private (bool Known, (TokenRange Tokens, List<Mention> Target)? Row)[] _rows = [];
    private bool _brackets;
    private (int At, int Behind) _apposition = (-1, -1);

    public Sentence Sentence => sentence;

    public List<PlantPhrase> Plants => plants;

    public Terms Terms => terms;

    /// <summary>Bindings of the attempt under way, in text order.</summary>
    public List<Binding> Bindings { get; private set; } = null!;

    /// <summary>Of the phrases that the attempt under way is in: what follows each in its pattern.</summary>
    internal Stack<PatternNode?> Returns { get; private set; } = null!;

    /// <summary>For each token of the sentence its word's number. As what follows, to be asked once <see cref="Prepare"/> has been called.</summary>
    internal ReadOnlySpan<int> Words => _words.AsSpan(0, sentence.Tokens.Length);

    /// <summary>For each token, as bits, the slots that something may fit which begins there: no other does.</summary>
    internal ReadOnlySpan<uint> SlotsAt => _slots.AsSpan(0, sentence.Tokens.Length);

    /// <summary>Looks at every token once. What it finds lasts until the thread looks at another sentence.</summary>
    internal void Prepare()
    {
        var length = sentence.Tokens.Length;
        var into = buffers;
        if (into is null || into.Words.Length < length) into = new Buffers(Math.Max(256, length * 2));
        // What one endless sentence needs is not held on to.
        if (into.Words.Length <= LargestKept) buffers = into;
        (_words, _slots, _rows, Bindings, Returns) = (into.Words, into.Slots, into.Rows, into.Bindings, into.Returns);
        var tokens = sentence.Run(sentence.Tokens);
        for (var at = 0; at < tokens.Length; at++) _words[at] = tokens[at].Word;
        _brackets = HasBrackets();
        Array.Clear(_slots, 0, length);
        Array.Clear(_rows, 0, length);
        Slots.Mark(this, _slots.AsSpan(0, length));
    }

    /// <summary>The number of a token's word; -1 behind the sentence.</summary>
    internal int Word(int at) => at < sentence.End ? _words[at - sentence.First] : -1;

    /// <summary>Where a name or letters in brackets that only repeat what stands before them end, "a joint venture (JV) with", or what compares a figure, ", up 20%,"; -1 where none begin.</summary>
    internal int BehindAside(int at)
    {
        if (at + 3 < sentence.End && sentence.Written(at) is ",") return Asides.BehindComparison(sentence, at);
        if (!_brackets || at >= sentence.End || sentence.Written(at) is not "(") return -1;
        var named = false;
        for (var inside = at + 1; inside < sentence.End && inside <= at + LongestAside + 1; inside++)
        {
            var written = sentence.Written(inside);
            if (written is ")") return named ? inside + 1 : -1;
            if (sentence.ValueAt(inside) is not null || !char.IsLetter(written[0]) && written is not "-") return -1;
            named |= char.IsUpper(written[0]);
        }

        return -1;
    }

    /// <summary>Where what is said of a name between commas ends and its verb stands: behind "Lyten" in "Lyten, a maker of batteries, acquired"; -1 where nothing is.</summary>
    internal int BehindApposition(int at)
    {
        if (_apposition.At != at) _apposition = (at, Asides.Behind(sentence, terms, at));
        return _apposition.Behind;
    }

    /// <summary>The organisations at a token, one or a row of them. Many patterns ask for the same.</summary>
    internal (TokenRange Tokens, List<Mention> Target)? Organisations(int at)
    {
        ref var known = ref _rows[at - sentence.First];
        if (!known.Known) known = (true, Slots.ReadOrganisations(this, at));
        return known.Row;
    }

    private bool HasBrackets()
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (sentence.Written(at) is "(") return true;
        }

        return false;
    }

    internal bool MayTake(SlotKind kind, int at) => at < sentence.End && (_slots[at - sentence.First] & 1u << (int)kind) != 0;
}

/// <summary>What a match may begin with.</summary>
internal sealed class Beginnings
{
    public HashSet<int> Words { get; } = [];

    /// <summary>Kinds of slots as bits.</summary>
    public uint Slots { get; set; }

    /// <summary>Anything, or nothing at all: words and slots do not tell.</summary>
    public bool Any { get; set; }

    /// <summary>Of a phrase: also with what follows it.</summary>
    public bool Returns { get; set; }
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

    internal abstract void AddTo(Beginnings beginnings);

    /// <summary>For a node that takes nothing itself.</summary>
    private protected void AddNext(Beginnings beginnings)
    {
        if (Next is null) beginnings.Any = true;
        else Next.AddTo(beginnings);
    }

    protected int GoOn(PatternContext context, int at) => Next is null ? at : Next.Match(context, at);

    /// <summary>Goes on behind what a node has taken, if need be also behind an aside that stands there.</summary>
    private protected int GoOnPast(PatternContext context, int at)
    {
        if (Next is null) return at;
        var end = Next.Match(context, at);
        return end < 0 && context.BehindAside(at) is > 0 and var behind ? Next.Match(context, behind) : end;
    }
}

/// <summary>One token out of a set of words.</summary>
internal sealed class WordNode(WordMap words, PatternNode? next) : PatternNode(next)
{
    private readonly WordMap? _words = words.Only < 0 ? words : null;
    private readonly int _word = words.Only;

    public override int Match(PatternContext context, int at)
    {
        var word = context.Word(at);
        return (_words is null ? word == _word : _words.Contains(word)) ? GoOnPast(context, at + 1) : -1;
    }

    internal override void AddTo(Beginnings beginnings) => beginnings.Words.UnionWith(_words?.Words ?? [_word]);
}

/// <summary>Where a sentence starts, also behind a date that leads it: "2019-12 company founded".</summary>
internal sealed class StartNode(PatternNode? next) : PatternNode(next)
{
    public override int Match(PatternContext context, int at)
    {
        var sentence = context.Sentence;
        return at < sentence.End && at <= Last(sentence) ? GoOn(context, at) : -1;
    }

    /// <summary>The last token that may count as the first.</summary>
    public static int Last(Sentence sentence)
    {
        var at = sentence.First;
        while (at < sentence.End && (sentence[at].Kind == TokenKind.Punctuation || sentence.ValueAt(at) is { Kind: ValueKind.Date })) at++;
        return at;
    }

    internal override void AddTo(Beginnings beginnings) => AddNext(beginnings);
}

/// <summary>Up to a number of tokens of any sort, not over a semicolon; a narrow one not over a verb, a relative word, a negation or a colon either.</summary>
internal sealed class GapNode(int most, bool narrow, PatternNode? next) : PatternNode(next)
{
    public override int Match(PatternContext context, int at)
    {
        // "AESC's rival …" is not about AESC: a pattern that means the owner says 's itself.
        var owned = context.Bindings.Count > 0 && context.Bindings[^1].Tokens.End == at && at < context.Sentence.End && context.Sentence.Written(at) is "'s" or "’s";
        for (var skipped = 0; skipped <= most && at <= context.Sentence.End && !(owned && skipped > 0); skipped++, at++)
        {
            var bound = context.Bindings.Count;
            if (GoOn(context, at) is >= 0 and var end) return end;
            context.Bindings.RemoveRange(bound, context.Bindings.Count - bound);
            if (at < context.Sentence.End && Stops(context, at)) return -1;
            if (context.BehindAside(at) is > 0 and var behind) at = behind - 1;
        }

        return -1;
    }

    internal override void AddTo(Beginnings beginnings) => beginnings.Any = true;

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

    internal override void AddTo(Beginnings beginnings) => AddNext(beginnings);
}

/// <summary>A value, mention or plant phrase of a kind, over articles and descriptions that stand before it.</summary>
internal sealed class SlotNode(SlotKind kind, string label, PatternNode? next) : PatternNode(next)
{
    public override int Match(PatternContext context, int at)
    {
        if (!context.MayTake(kind, at) || Slots.Take(context, kind, at) is not { } taken) return -1;
        context.Bindings.Add(new Binding(label, taken.Tokens, taken.Target));
        var end = GoOnPast(context, taken.Tokens.End);
        if (end < 0 && Next is not null && kind is SlotKind.Org or SlotKind.One or SlotKind.Pair or SlotKind.Two or SlotKind.Who or SlotKind.Cellmaker or SlotKind.Buyer or SlotKind.Plant or SlotKind.Works && context.BehindApposition(taken.Tokens.End) is > 0 and var behind)
        {
            end = Next.Match(context, behind);
        }

        if (end < 0) context.Bindings.RemoveAt(context.Bindings.Count - 1);
        return end;
    }

    internal override void AddTo(Beginnings beginnings) => beginnings.Slots |= 1u << (int)kind;
}
