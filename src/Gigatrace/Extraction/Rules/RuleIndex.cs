using System.Numerics;

namespace Gigatrace.Extraction.Rules;

/// <summary>
/// Which patterns are worth trying at which tokens. A sentence is looked through once for the sets of words that patterns need, and each found set keeps
/// as bits where its words stand. Of the patterns that hang on a found set only those remain all of whose needs stand there in the pattern's order,
/// each behind the one before; they are tried where they may begin, no later than the last place from which all of that is still ahead.
/// </summary>
internal sealed class RuleIndex
{
    /// <summary>One bit for each token; of a sentence with more of them two, four … share one.</summary>
    private const int Bits = 64;

    [ThreadStatic]
    private static Places? places;

    private readonly IReadOnlyList<PatternCompiler.Compiled> _compiled;
    private readonly Needs[] _patterns;

    /// <summary>The words of all sets, by their numbers here, and where those of each set begin.</summary>
    private readonly ushort[] _setWords;

    private readonly int[] _sets;

    /// <summary>Of each word that a pattern uses its number here, from 1; 0 for others.</summary>
    private readonly int[] _numbers;

    /// <summary>By a word's number here, the patterns that are looked at where it stands: it is of the rarest set that they need.</summary>
    private readonly Candidate[][] _byWord;

    /// <summary>Those that need no word, by the first kind of slot that they need.</summary>
    private readonly Candidate[][] _bySlot;

    /// <summary>A pattern with what rules most of them out: the kinds of slots that it needs, as bits, and the second of its sets of words; -1 where it needs no second.</summary>
    private readonly record struct Candidate(ushort Pattern, short Second, uint Slots);

    /// <summary>What all patterns need, one behind the other; <see cref="Needs"/> says where each begins.</summary>
    private readonly short[] _needs;

    /// <summary>What a pattern needs, as numbers of sets; a kind of slot is its number below zero.</summary>
    /// <param name="First">Where in <see cref="_needs"/> the sets begin of which a word must stand anywhere in the sentence, the rarest two left out.</param>
    /// <param name="InOrder">Where those begin that must stand each behind the one before.</param>
    /// <param name="End">Where they end.</param>
    /// <param name="Beginning">The set of words that it may begin with; -1 for none.</param>
    /// <param name="BeginningIn">The kinds of slots that it may begin with, as bits.</param>
    /// <param name="Anyhow">It may begin with anything.</param>
    /// <param name="OfStart">It begins where a sentence does.</param>
    private readonly record struct Needs(int First, int InOrder, int End, int Beginning, uint BeginningIn, bool Anyhow, bool OfStart);

    /// <summary>Where things stand in one sentence. What a set's words come to is worked out once it is asked for.</summary>
    private sealed class Places(RuleIndex index)
    {
        private readonly ulong[] _ofWord = new ulong[index._byWord.Length];
        private readonly (ulong Bits, long Sentence)[] _ofSet = new (ulong, long)[index._sets.Length];
        private readonly ulong[] _ofSlot = new ulong[32];
        private readonly int[] _words = new int[index._byWord.Length];

        /// <summary>A bit for each word that stands in the sentence; of each set whether one of its words does: 0 not asked for yet, 1 no, 2 yes. Small, so that they stay at hand.</summary>
        private readonly ulong[] _there = new ulong[index._byWord.Length / Bits + 1];

        private readonly byte[] _asked = new byte[index._sets.Length];
        private long _sentence;

        public readonly RuleIndex Index = index;
        public readonly ulong[] Patterns = new ulong[index._patterns.Length / Bits + 1];

        /// <summary>The kinds of slots that there are, as bits.</summary>
        public uint Slots { get; private set; }

        /// <summary>Notes where each word and slot stands; gives the words that patterns use, each once, by their numbers here.</summary>
        public ReadOnlySpan<int> Enter(ReadOnlySpan<int> words, ReadOnlySpan<uint> slots, int shift)
        {
            _sentence++;
            Slots = 0;
            var count = 0;
            for (var at = 0; at < words.Length; at++)
            {
                var bit = 1UL << (at >> shift);
                if (Index.NumberOf(words[at]) is > 0 and var word)
                {
                    if (_ofWord[word] == 0) _words[count++] = word;
                    _ofWord[word] |= bit;
                    _there[word / Bits] |= 1UL << word % Bits;
                }

                Slots |= slots[at];
                for (var kinds = slots[at]; kinds != 0; kinds &= kinds - 1) _ofSlot[BitOperations.TrailingZeroCount(kinds)] |= bit;
            }

            return _words.AsSpan(0, count);
        }

        public void Leave(ReadOnlySpan<int> words)
        {
            Array.Clear(_ofSlot);
            Array.Clear(_asked);
            Array.Clear(_there);
            foreach (var word in words) _ofWord[word] = 0;
        }

        /// <summary>Whether a word of a set stands in the sentence.</summary>
        public bool Has(int set)
        {
            ref var known = ref _asked[set];
            if (known == 0) known = IsThere(Index.WordsOf(set)) ? (byte)2 : (byte)1;
            return known == 2;
        }

        private bool IsThere(ReadOnlySpan<ushort> words)
        {
            foreach (var word in words)
            {
                if ((_there[word / Bits] >> word % Bits & 1) != 0) return true;
            }

            return false;
        }

        public ulong OfSlot(int kind) => _ofSlot[kind];

        public ulong OfSet(int set)
        {
            ref var known = ref _ofSet[set];
            return known.Sentence == _sentence ? known.Bits : Find(set, ref known);
        }

        private ulong Find(int set, ref (ulong Bits, long Sentence) into)
        {
            var all = 0UL;
            foreach (var word in Index.WordsOf(set)) all |= _ofWord[word];
            into = (all, _sentence);
            return all;
        }
    }

    public RuleIndex(IReadOnlyList<PatternCompiler.Compiled> patterns, int words)
    {
        _compiled = patterns;
        var sets = new Dictionary<HashSet<int>, int>(HashSet<int>.CreateSetComparer());
        var needs = new List<short>();
        _patterns = [.. patterns.Select(pattern => Read(pattern, set => Number(sets, set), needs))];
        _needs = [.. needs];
        _numbers = new int[words];
        var used = sets.Keys.SelectMany(set => set).Distinct().ToList();
        for (var at = 0; at < used.Count; at++) _numbers[used[at]] = at + 1;
        var inTurn = sets.OrderBy(set => set.Value).Select(set => set.Key).ToList();
        _setWords = [.. inTurn.SelectMany(set => set).Select(word => checked((ushort)_numbers[word]))];
        _sets = [.. inTurn.Select((_, at) => inTurn.Take(at).Sum(set => set.Count)), _setWords.Length];
        var all = Enumerable.Range(0, patterns.Count).ToList();
        Candidate CandidateOf(int at) => new(checked((ushort)at), checked((short)(patterns[at].Needs.Count > 1 ? sets[patterns[at].Needs[1].Words] : -1)), patterns[at].Slots.Aggregate(0U, (bits, slot) => bits | 1U << (int)slot));
        var byWord = all.Where(at => patterns[at].Needs.Count > 0).SelectMany(at => patterns[at].Needs[0].Words, (at, word) => (At: at, Word: word)).ToLookup(one => _numbers[one.Word], one => CandidateOf(one.At));
        var bySlot = all.Where(at => patterns[at].Needs.Count == 0).ToLookup(at => (int)patterns[at].Slots[0], CandidateOf);
        _byWord = [.. Enumerable.Range(0, used.Count + 1).Select(word => byWord[word].ToArray())];
        _bySlot = [.. Enumerable.Range(0, 32).Select(slot => bySlot[slot].ToArray())];
    }

    private ReadOnlySpan<ushort> WordsOf(int set) => _setWords.AsSpan(_sets[set].._sets[set + 1]);

    private static int Number(Dictionary<HashSet<int>, int> sets, HashSet<int> set)
    {
        if (!sets.TryGetValue(set, out var number)) sets.Add(set, number = sets.Count);
        return number;
    }

    private static Needs Read(PatternCompiler.Compiled pattern, Func<HashSet<int>, int> setOf, List<short> needs)
    {
        var beginnings = new Beginnings();
        pattern.Start.AddTo(beginnings);
        var first = needs.Count;
        foreach (var (words, _) in pattern.Needs) setOf(words);
        needs.AddRange(pattern.Needs.Skip(2).Select(need => checked((short)setOf(need.Words))));
        var inOrder = needs.Count;
        needs.AddRange(pattern.InOrder.Select(need => need.Words is { } words ? checked((short)setOf(words)) : (short)~(int)need.Slot));
        return new Needs(first, inOrder, needs.Count, beginnings.Words.Count == 0 ? -1 : setOf(beginnings.Words), beginnings.Slots, beginnings.Any, pattern.Start is StartNode);
    }

    private int NumberOf(int word) => (uint)word < (uint)_numbers.Length ? _numbers[word] : 0;

    /// <summary>The patterns whose rarest needed word, or first slot, the sentence has, ascending.</summary>
    public List<int> Candidates(PatternContext context)
    {
        HashSet<int> words = [.. context.Words];
        return [.. Enumerable.Range(0, _compiled.Count).Where(at => _compiled[at].Needs is [var rarest, ..] ? rarest.Words.Overlaps(words) : MayTake(context, _compiled[at].Slots[0]))];
    }

    private static bool MayTake(PatternContext context, SlotKind slot) => !Slots.TakesValue(slot) || context.Sentence.Values.Exists(value => Slots.SlotOf(value.Kind) == slot);

    /// <summary>What to try, ascending: the pattern in the upper half, the token from the sentence's first in the lower.</summary>
    public void Attempts(PatternContext context, List<long> attempts)
    {
        var found = places is { } known && ReferenceEquals(known.Index, this) ? known : places = new Places(this);
        var words = context.Words;
        var shift = 0;
        while (words.Length > Bits << shift) shift++;
        var used = found.Enter(words, context.SlotsAt, shift);
        foreach (var word in used) LookAt(_byWord[word], found);
        for (var kinds = found.Slots; kinds != 0; kinds &= kinds - 1) LookAt(_bySlot[BitOperations.TrailingZeroCount(kinds)], found);
        var start = StartNode.Last(context.Sentence) - context.Sentence.First;
        for (var stretch = 0; stretch < found.Patterns.Length; stretch++)
        {
            for (var left = found.Patterns[stretch]; left != 0; left &= left - 1)
            {
                var pattern = stretch * Bits + BitOperations.TrailingZeroCount(left);
                ref readonly var needs = ref _patterns[pattern];
                var where = Where(needs, found, shift);
                if (where == 0) continue;
                if (shift == 0) Add(pattern, needs.OfStart && start < Bits - 1 ? where & (2UL << start) - 1 : where, attempts);
                else AddShared(pattern, needs, where, shift, start, context, attempts);
            }

            found.Patterns[stretch] = 0;
        }

        found.Leave(used);
    }

    /// <summary>Those of some patterns whose other needs stand anywhere in the sentence, as far as they are looked for here.</summary>
    private static void LookAt(Candidate[] candidates, Places found)
    {
        var missing = ~found.Slots;
        foreach (var candidate in candidates)
        {
            if ((candidate.Slots & missing) == 0 && (candidate.Second < 0 || found.Has(candidate.Second))) found.Patterns[candidate.Pattern / Bits] |= 1UL << candidate.Pattern % Bits;
        }
    }

    /// <summary>Where a pattern may begin, as bits; 0 where what it needs stands in another order.</summary>
    private ulong Where(in Needs needs, Places found, int shift)
    {
        foreach (var set in _needs.AsSpan(needs.First, needs.InOrder - needs.First))
        {
            if (!found.Has(set)) return 0;
        }

        var inOrder = _needs.AsSpan(needs.InOrder, needs.End - needs.InOrder);
        foreach (var need in inOrder)
        {
            if (need >= 0 && !found.Has(need)) return 0;
        }

        // From the last need to the first: each before the last place of what comes behind it.
        var before = ulong.MaxValue;
        for (var at = inOrder.Length - 1; at >= 0; at--)
        {
            var need = inOrder[at];
            var there = (need >= 0 ? found.OfSet(need) : found.OfSlot(~need)) & before;
            if (there == 0) return 0;
            var last = 1UL << BitOperations.Log2(there);
            before = at > 0 && shift == 0 ? last - 1 : last | last - 1;
        }

        if (needs.Anyhow) return before;
        var begins = needs.Beginning >= 0 ? found.OfSet(needs.Beginning) : 0;
        for (var kinds = needs.BeginningIn; kinds != 0; kinds &= kinds - 1) begins |= found.OfSlot(BitOperations.TrailingZeroCount(kinds));
        return begins & before;
    }

    private static void Add(int pattern, ulong where, List<long> attempts)
    {
        for (; where != 0; where &= where - 1) attempts.Add((long)pattern << 32 | (uint)BitOperations.TrailingZeroCount(where));
    }

    /// <summary>Where several tokens share a bit, those of them that the pattern may begin with.</summary>
    private void AddShared(int pattern, in Needs needs, ulong where, int shift, int start, PatternContext context, List<long> attempts)
    {
        for (; where != 0; where &= where - 1)
        {
            var first = BitOperations.TrailingZeroCount(where) << shift;
            for (var at = first; at < Math.Min(context.Words.Length, first + (1 << shift)) && !(needs.OfStart && at > start); at++)
            {
                if (needs.Anyhow || (context.SlotsAt[at] & needs.BeginningIn) != 0 || needs.Beginning >= 0 && WordsOf(needs.Beginning).Contains((ushort)NumberOf(context.Words[at]))) attempts.Add((long)pattern << 32 | (uint)at);
            }
        }
    }
}
