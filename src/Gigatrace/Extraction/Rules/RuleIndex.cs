using System.Numerics;
using System.Runtime.InteropServices;
using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Rules;

/// <summary>
/// Which patterns are worth trying at which tokens: those that what stands there may begin, where all that they need stands there or behind
/// it. Sets of patterns are bits; of those that hang on a word only the stretches of 64 that hold any are kept, since most hold few.
/// </summary>
internal sealed class RuleIndex
{
    /// <summary>How many of the sets of words that a pattern's start needs are looked for, the rarest first.</summary>
    private const int MostNeeds = 4;

    [ThreadStatic]
    private static ulong[]? buffer;

    private readonly IReadOnlyList<PatternCompiler.Compiled> _patterns;

    /// <summary>Stretches of 64 patterns, as many as fill vectors.</summary>
    private readonly int _stretches;

    private readonly OfWord?[] _words;

    /// <summary>What a sentence without any words meets: first the patterns that need none besides those of their starts, then those without a first need of their start, without a second …</summary>
    private readonly ulong[] _met;

    private readonly Bits[] _askingFor = [.. Enumerable.Range(0, 32).Select(_ => new Bits())];
    private readonly Bits[] _beginningIn = [.. Enumerable.Range(0, 32).Select(_ => new Bits())];
    private readonly Bits _beginningAnyhow = new();

    /// <summary>Those that begin where a sentence does.</summary>
    private readonly Bits _ofStart = new();

    /// <summary>What hangs on one word: the patterns that need it beside their start, those of whose starts it meets a need, and those that may begin with it.</summary>
    private sealed class OfWord
    {
        public readonly Bits Beside = new();
        public readonly Bits Meeting = new();
        public readonly Bits Beginning = new();
    }

    /// <summary>Some bits, by stretches of 64.</summary>
    private sealed class Bits
    {
        private (int Stretch, ulong Bits)[] _some = [];

        public bool IsEmpty => _some.Length == 0;

        public ReadOnlySpan<(int Stretch, ulong Bits)> Some => _some;

        public void Set(int number, int stretch = 0)
        {
            stretch += number / 64;
            var at = Array.FindIndex(_some, some => some.Stretch == stretch);
            if (at < 0) (at, _some) = (_some.Length, [.. _some, (stretch, 0)]);
            _some[at].Bits |= 1UL << number % 64;
        }

        public void AddTo(Span<ulong> all)
        {
            foreach (var (stretch, bits) in _some) all[stretch] |= bits;
        }
    }

    public RuleIndex(IReadOnlyList<PatternCompiler.Compiled> patterns, int words)
    {
        _patterns = patterns;
        _stretches = (patterns.Count / 64 / Vector<ulong>.Count + 1) * Vector<ulong>.Count;
        _words = new OfWord[words];
        _met = new ulong[_stretches * (MostNeeds + 1)];
        for (var at = 0; at < patterns.Count; at++) Add(patterns[at], at);
    }

    private void Add(PatternCompiler.Compiled pattern, int number)
    {
        if (pattern.Needs is [{ OfStart: false } beside, ..]) foreach (var word in beside.Words) At(word).Beside.Set(number);
        else _met[number / 64] |= 1UL << number % 64;
        var ofStart = pattern.Needs.Where(need => need.OfStart).ToList();
        for (var need = 0; need < MostNeeds; need++)
        {
            var stretch = (need + 1) * _stretches;
            if (need >= ofStart.Count) _met[stretch + number / 64] |= 1UL << number % 64;
            else foreach (var word in ofStart[need].Words) At(word).Meeting.Set(number, stretch);
        }

        foreach (var slot in pattern.Slots) _askingFor[(int)slot].Set(number);
        if (pattern.Start is StartNode) _ofStart.Set(number);
        var beginnings = new Beginnings();
        pattern.Start.AddTo(beginnings);
        if (beginnings.Any)
        {
            _beginningAnyhow.Set(number);
            return;
        }

        foreach (var word in beginnings.Words) At(word).Beginning.Set(number);
        for (var kinds = beginnings.Slots; kinds != 0; kinds &= kinds - 1) _beginningIn[BitOperations.TrailingZeroCount(kinds)].Set(number);
    }

    private OfWord At(int word) => _words[word] ??= new OfWord();

    /// <summary>The patterns whose rarest needed word, or first slot, the sentence has, ascending.</summary>
    public List<int> Candidates(PatternContext context)
    {
        HashSet<int> words = [.. context.Words];
        return [.. Enumerable.Range(0, _patterns.Count).Where(at => _patterns[at].Needs is [var rarest, ..] ? rarest.Words.Overlaps(words) : MayTake(context, _patterns[at].Slots[0]))];
    }

    private static bool MayTake(PatternContext context, SlotKind slot) => !Slots.TakesValue(slot) || context.Sentence.Values.Exists(value => Slots.SlotOf(value.Kind) == slot);

    /// <summary>What to try: the pattern in the upper half, the token from the sentence's first in the lower. From the last token to the first, so that what stands behind one is known.</summary>
    public void Attempts(PatternContext context, List<long> attempts)
    {
        var words = context.Words;
        var slots = context.SlotsAt;
        var sets = buffer?.Length >= _met.Length + 2 * _stretches ? buffer : buffer = new ulong[_met.Length + 2 * _stretches];
        var met = sets.AsSpan(0, _met.Length);
        var lacking = sets.AsSpan(met.Length, _stretches);
        var open = sets.AsSpan(met.Length + _stretches, _stretches);
        _met.CopyTo(met);
        foreach (var word in words) Of(word)?.Beside.AddTo(met);
        var start = StartNode.Last(context.Sentence) - context.Sentence.First;
        var (seen, changed) = (0U, true);
        Lacking(seen, start < words.Length - 1, lacking);
        for (var at = words.Length - 1; at >= 0; at--)
        {
            var kinds = slots[at];
            var of = Of(words[at]);
            if (of is { Meeting.IsEmpty: false })
            {
                of.Meeting.AddTo(met);
                changed = true;
            }

            if ((kinds & ~seen) != 0 || at == start)
            {
                seen |= kinds;
                Lacking(seen, at > start, lacking);
                changed = true;
            }

            if (kinds == 0 && of is null or { Beginning.IsEmpty: true } && _beginningAnyhow.IsEmpty) continue;
            if (changed)
            {
                Open(met, lacking, open);
                changed = false;
            }

            if (of is not null) Attempt(of.Beginning, open, at, attempts);
            for (; kinds != 0; kinds &= kinds - 1) Attempt(_beginningIn[BitOperations.TrailingZeroCount(kinds)], open, at, attempts);
            Attempt(_beginningAnyhow, open, at, attempts);
        }
    }

    private OfWord? Of(int word) => (uint)word < (uint)_words.Length ? _words[word] : null;

    /// <summary>The patterns that ask for a slot of a kind that was not seen, and behind a sentence's start those that begin there.</summary>
    private void Lacking(uint seen, bool behindStart, Span<ulong> into)
    {
        into.Clear();
        for (var kinds = ~seen; kinds != 0; kinds &= kinds - 1) _askingFor[BitOperations.TrailingZeroCount(kinds)].AddTo(into);
        if (behindStart) _ofStart.AddTo(into);
    }

    /// <summary>The patterns all of whose needs are met and that lack no slot.</summary>
    private static void Open(ReadOnlySpan<ulong> met, ReadOnlySpan<ulong> lacking, Span<ulong> into)
    {
        var needs = MemoryMarshal.Cast<ulong, Vector<ulong>>(met);
        var without = MemoryMarshal.Cast<ulong, Vector<ulong>>(lacking);
        var open = MemoryMarshal.Cast<ulong, Vector<ulong>>(into);
        for (var stretch = 0; stretch < open.Length; stretch++)
        {
            var left = ~without[stretch];
            for (var need = stretch; need < needs.Length; need += open.Length) left &= needs[need];
            open[stretch] = left;
        }
    }

    private static void Attempt(Bits beginning, ReadOnlySpan<ulong> open, int at, List<long> attempts)
    {
        foreach (var (stretch, patterns) in beginning.Some)
        {
            for (var both = patterns & open[stretch]; both != 0; both &= both - 1) attempts.Add((long)(stretch * 64 + BitOperations.TrailingZeroCount(both)) << 32 | (uint)at);
        }
    }
}
