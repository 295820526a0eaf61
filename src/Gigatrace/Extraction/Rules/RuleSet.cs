using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Rules;

/// <summary>A rule that matched: where, and what its slots took.</summary>
/// <param name="Tokens">From the first to the last token that the rule asked for.</param>
/// <param name="Anchor">Where its pattern, or the first part of one with several, stands.</param>
public sealed record Trigger(Rule Rule, TokenRange Tokens, TokenRange Anchor, ImmutableArray<Binding> Bindings)
{
    public Binding? Bound(string? label)
    {
        foreach (var binding in Bindings)
        {
            if (binding.Label == label) return binding;
        }

        return null;
    }
}

/// <summary>All rules, indexed by a word or value that each needs, so that a sentence costs what it triggers, not what rules there are.</summary>
public sealed class RuleSet
{
    private readonly List<(Rule Rule, PatternNode Start, IReadOnlyList<PatternNode> Beside)> _patterns = [];

    [ThreadStatic]
    private static List<long>? buffer;

    /// <summary>Sets of patterns as bits, of so many words each (as many as fill vectors): by the word or slot that each needs, and by the words and slots that each may begin with.</summary>
    private int _sets;
    private ulong[]?[] _needing = [];
    private ulong[]?[] _needingSlot = [];

    /// <summary>By the first few words that each start needs: those that need no such word, and those that a word satisfies.</summary>
    private (ulong[] Free, ulong[]?[] ByWord)[] _needs = [];
    private ulong[]?[] _askingFor = [];
    private uint _asked;
    private ulong[]?[] _beginningWith = [];
    private ulong[]?[] _beginningIn = [];
    private ulong[]? _beginningAnyhow;

    private RuleSet(ImmutableArray<Rule> rules, ImmutableArray<Diagnostic> problems)
    {
        Rules = rules;
        Problems = problems;
    }

    public ImmutableArray<Rule> Rules { get; }

    /// <summary>Rules that could not be read, with file and line.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    public static RuleSet Load(KnowledgeSource source, Vocabulary vocabulary, Lemmas lemmas)
    {
        var problems = new List<Diagnostic>();
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var name in KnowledgeSource.Names.Where(name => name.EndsWith(".rules", StringComparison.Ordinal)))
        {
            rules.AddRange(RuleFile.Parse(name, source.Read(name), problems));
        }

        var compiler = new PatternCompiler(vocabulary, lemmas, source.Table("phrases.tsv").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal));
        var compiled = new List<(Rule Rule, PatternCompiler.Compiled Pattern)>();
        foreach (var rule in rules)
        {
            foreach (var pattern in rule.Patterns)
            {
                try
                {
                    compiled.Add((rule, compiler.Compile(pattern)));
                }
                catch (FormatException problem)
                {
                    problems.Add(new Diagnostic("rules.pattern", rule.Place, null, problem.Message));
                }
            }
        }

        var set = new RuleSet(rules.ToImmutable(), [.. problems]);
        set.Index(compiled, vocabulary.Count);
        return set;
    }

    /// <summary>All matches in a sentence, in the order of the rules, then of the text.</summary>
    public List<Trigger> Match(PatternContext context)
    {
        var triggers = new List<Trigger>();
        context.Prepare();
        Span<ulong> candidates = stackalloc ulong[_sets];
        if (!Candidates(context, candidates)) return triggers;
        if (buffer?.Capacity > 64 * 1024) buffer = null;
        var attempts = buffer ??= [];
        attempts.Clear();
        Attempts(context, candidates, attempts);
        attempts.Sort();
        var (last, behind) = (-1L, 0);
        foreach (var attempt in attempts)
        {
            if (attempt == last) continue;
            if (attempt >> 32 != last >> 32) behind = 0;
            last = attempt;
            if ((int)attempt < behind) continue;
            behind = Match(context, (int)(attempt >> 32), context.Sentence.First + (int)attempt, triggers) - context.Sentence.First;
        }

        return triggers;
    }

    /// <summary>From the last token to the first: the patterns that what stands there may begin, where all that they need stands there or behind it.</summary>
    private void Attempts(PatternContext context, Span<ulong> candidates, List<long> attempts)
    {
        var words = context.Words;
        var slots = context.SlotsAt;
        var all = 0U;
        foreach (var kinds in slots) all |= kinds;
        Span<ulong> lacking = stackalloc ulong[_sets];
        Span<ulong> open = stackalloc ulong[_sets];
        AskingFor(~all, lacking);
        var any = 0UL;
        for (var set = 0; set < _sets; set++) any |= candidates[set] &= ~lacking[set];
        if (any == 0) return;
        Span<ulong> met = stackalloc ulong[_sets * _needs.Length];
        for (var need = 0; need < _needs.Length; need++) _needs[need].Free.CopyTo(met[(need * _sets)..]);
        var seen = 0U;
        for (var at = words.Length - 1; at >= 0; at--)
        {
            var (word, kinds) = (words[at], slots[at]);
            var known = (uint)word < (uint)_beginningWith.Length;
            var changed = at == words.Length - 1;
            for (var need = 0; known && need < _needs.Length; need++)
            {
                if (_needs[need].ByWord[word] is not { } meets) continue;
                Add(meets, met.Slice(need * _sets, _sets));
                changed = true;
            }

            if ((kinds & ~seen) != 0 || changed)
            {
                seen |= kinds;
                AskingFor(all & ~seen, lacking);
                Open(candidates, lacking, met, open);
            }

            if (known && _beginningWith[word] is { } patterns) Attempt(patterns, open, at, attempts);
            for (; kinds != 0; kinds &= kinds - 1)
            {
                if (_beginningIn[BitOperations.TrailingZeroCount(kinds)] is { } fitting) Attempt(fitting, open, at, attempts);
            }

            if (_beginningAnyhow is not null) Attempt(_beginningAnyhow, open, at, attempts);
        }
    }

    /// <summary>The patterns that ask for a slot of one of these kinds.</summary>
    private void AskingFor(uint kinds, Span<ulong> into)
    {
        into.Clear();
        for (var rest = _asked & kinds; rest != 0; rest &= rest - 1) Add(_askingFor[BitOperations.TrailingZeroCount(rest)]!, into);
    }

    private static void Open(ReadOnlySpan<ulong> candidates, ReadOnlySpan<ulong> lacking, ReadOnlySpan<ulong> met, Span<ulong> into)
    {
        var some = MemoryMarshal.Cast<ulong, Vector<ulong>>(candidates);
        var without = MemoryMarshal.Cast<ulong, Vector<ulong>>(lacking);
        var needs = MemoryMarshal.Cast<ulong, Vector<ulong>>(met);
        var open = MemoryMarshal.Cast<ulong, Vector<ulong>>(into);
        for (var set = 0; set < open.Length; set++)
        {
            var left = Vector.AndNot(some[set], without[set]);
            for (var need = set; need < needs.Length; need += open.Length) left &= needs[need];
            open[set] = left;
        }
    }

    /// <summary>Tries one pattern at one token, and gives the token from which it may be tried again.</summary>
    private int Match(PatternContext context, int pattern, int at, List<Trigger> triggers)
    {
        var (rule, start, beside) = _patterns[pattern];
        context.Bindings.Clear();
        var end = start.Match(context, at);
        if (end <= at) return at;
        var anchor = new TokenRange(at, end);
        var bound = context.Bindings.Count;
        if (beside.Count == 0) triggers.Add(new Trigger(rule, anchor, anchor, [.. context.Bindings]));
        else if (Beside(context, anchor, beside, [.. context.Bindings]) is var (tokens, bindings)) triggers.Add(new Trigger(rule, tokens, anchor, bindings));
        return bound == 0 ? end : at;
    }

    private static void Attempt(ulong[] patterns, ReadOnlySpan<ulong> candidates, int at, List<long> attempts)
    {
        var begin = MemoryMarshal.Cast<ulong, Vector<ulong>>(patterns);
        var open = MemoryMarshal.Cast<ulong, Vector<ulong>>(candidates);
        for (var set = 0; set < candidates.Length; set++)
        {
            if (set % Vector<ulong>.Count == 0 && (begin[set / Vector<ulong>.Count] & open[set / Vector<ulong>.Count]) == Vector<ulong>.Zero)
            {
                set += Vector<ulong>.Count - 1;
                continue;
            }

            for (var both = patterns[set] & candidates[set]; both != 0; both &= both - 1) attempts.Add((long)(set * 64 + BitOperations.TrailingZeroCount(both)) << 32 | (uint)at);
        }
    }

    /// <summary>The other parts of a pattern, each at its place nearest to the anchor in the anchor's clause; null where one is missing.</summary>
    private static (TokenRange Tokens, ImmutableArray<Binding> Bindings)? Beside(PatternContext context, TokenRange anchor, IReadOnlyList<PatternNode> parts, ImmutableArray<Binding> bindings)
    {
        var clause = context.Sentence.Clause(anchor.First);
        var tokens = anchor;
        foreach (var part in parts)
        {
            (TokenRange Tokens, ImmutableArray<Binding> Bindings)? nearest = null;
            for (var at = clause.First; at < clause.End; at++)
            {
                context.Bindings.Clear();
                var end = part.Match(context, at);
                if (end <= at || end > clause.End || at < anchor.End && end > anchor.First) continue;
                if (nearest is null || Distance(anchor, at, end) < Distance(anchor, nearest.Value.Tokens.First, nearest.Value.Tokens.End)) nearest = (new TokenRange(at, end), [.. context.Bindings]);
            }

            if (nearest is not { } found) return null;
            tokens = new TokenRange(Math.Min(tokens.First, found.Tokens.First), Math.Max(tokens.End, found.Tokens.End));
            bindings = bindings.AddRange(found.Bindings);
        }

        return (tokens, bindings);
    }

    private static int Distance(TokenRange anchor, int first, int end) => first >= anchor.End ? first - anchor.End : anchor.First - end;

    /// <summary>Indices of the patterns whose needed word or value the sentence has, ascending.</summary>
    public IReadOnlyCollection<int> Candidates(PatternContext context)
    {
        Span<ulong> candidates = stackalloc ulong[_sets];
        context.Prepare();
        Candidates(context, candidates);
        var found = new List<int>();
        for (var pattern = 0; pattern < _patterns.Count; pattern++)
        {
            if ((candidates[pattern / 64] & 1UL << pattern % 64) != 0) found.Add(pattern);
        }

        return found;
    }

    private bool Candidates(PatternContext context, Span<ulong> into)
    {
        into.Clear();
        var any = false;
        foreach (var word in context.Words)
        {
            if ((uint)word < (uint)_needing.Length && _needing[word] is { } patterns) any |= Add(patterns, into);
        }

        for (var slot = 0; slot < _needingSlot.Length; slot++)
        {
            if (_needingSlot[slot] is { } patterns && (!Slots.TakesValue((SlotKind)slot) || HasValue(context.Sentence, (SlotKind)slot))) any |= Add(patterns, into);
        }

        return any;
    }

    private static bool Add(ulong[] patterns, Span<ulong> into)
    {
        var from = MemoryMarshal.Cast<ulong, Vector<ulong>>(patterns);
        var to = MemoryMarshal.Cast<ulong, Vector<ulong>>(into);
        var any = Vector<ulong>.Zero;
        for (var set = 0; set < to.Length; set++) any |= to[set] |= from[set];
        return any != Vector<ulong>.Zero;
    }

    private static bool HasValue(Sentence sentence, SlotKind slot)
    {
        foreach (var value in sentence.Values)
        {
            if (Slots.SlotOf(value.Kind) == slot) return true;
        }

        return false;
    }

    public Rule RuleOf(int pattern) => _patterns[pattern].Rule;

    private void Index(List<(Rule Rule, PatternCompiler.Compiled Pattern)> compiled, int words)
    {
        _sets = (compiled.Count / 64 / Vector<ulong>.Count + 1) * Vector<ulong>.Count;
        (_needing, _beginningWith) = (new ulong[words][], new ulong[words][]);
        (_needingSlot, _beginningIn, _askingFor) = (new ulong[32][], new ulong[32][], new ulong[32][]);
        _needs = [.. Enumerable.Range(0, 3).Select(_ => (new ulong[_sets], new ulong[words][]))];
        foreach (var (rule, pattern) in compiled)
        {
            var at = _patterns.Count;
            _patterns.Add((rule, pattern.Start, pattern.Beside));
            if (pattern.Needs is [var rarest, ..]) SetAll(_needing, rarest.Words, at);
            else Set(ref _needingSlot[(int)pattern.Slots[0]], at);
            var ofStart = pattern.Needs.Where(need => need.OfStart).ToList();
            for (var need = 0; need < _needs.Length; need++)
            {
                if (need < ofStart.Count) SetAll(_needs[need].ByWord, ofStart[need].Words, at);
                else _needs[need].Free[at / 64] |= 1UL << at % 64;
            }

            foreach (var slot in pattern.Slots)
            {
                Set(ref _askingFor[(int)slot], at);
                _asked |= 1U << (int)slot;
            }

            var beginnings = new Beginnings();
            pattern.Start.AddTo(beginnings);
            if (beginnings.Any)
            {
                Set(ref _beginningAnyhow, at);
                continue;
            }

            SetAll(_beginningWith, beginnings.Words, at);
            for (var kinds = beginnings.Slots; kinds != 0; kinds &= kinds - 1) Set(ref _beginningIn[BitOperations.TrailingZeroCount(kinds)], at);
        }
    }

    private void SetAll(ulong[]?[] byWord, HashSet<int> words, int pattern)
    {
        foreach (var word in words) Set(ref byWord[word], pattern);
    }

    private void Set(ref ulong[]? patterns, int pattern)
    {
        patterns ??= new ulong[_sets];
        patterns[pattern / 64] |= 1UL << pattern % 64;
    }
}
