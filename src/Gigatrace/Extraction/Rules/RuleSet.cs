using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

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
    private readonly Dictionary<int, List<int>> _byWord = [];
    private readonly Dictionary<SlotKind, List<int>> _bySlot = [];

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
        foreach (var (rule, pattern) in compiled) set.Index(rule, pattern);
        return set;
    }

    /// <summary>All matches in a sentence, in the order of the rules, then of the text.</summary>
    public List<Trigger> Match(PatternContext context)
    {
        var triggers = new List<Trigger>();
        foreach (var candidate in Candidates(context))
        {
            var (rule, start, beside) = _patterns[candidate];
            for (var at = context.Sentence.First; at < context.Sentence.End; at++)
            {
                context.Bindings.Clear();
                var end = start.Match(context, at);
                if (end <= at) continue;
                var anchor = new TokenRange(at, end);
                var bound = context.Bindings.Count;
                if (beside.Count == 0) triggers.Add(new Trigger(rule, anchor, anchor, [.. context.Bindings]));
                else if (Beside(context, anchor, beside, [.. context.Bindings]) is var (tokens, bindings)) triggers.Add(new Trigger(rule, tokens, anchor, bindings));
                if (bound == 0) at = end - 1;
            }
        }

        return triggers;
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
        var found = new SortedSet<int>();
        var sentence = context.Sentence;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (sentence[at].Word != 0 && _byWord.TryGetValue(sentence[at].Word, out var patterns)) found.UnionWith(patterns);
        }

        foreach (var (slot, patterns) in _bySlot)
        {
            if (Slots.ValueOf(slot) is not { } kind || sentence.Values.Exists(value => value.Kind == kind)) found.UnionWith(patterns);
        }

        return found;
    }

    public Rule RuleOf(int pattern) => _patterns[pattern].Rule;

    private void Index(Rule rule, PatternCompiler.Compiled pattern)
    {
        var at = _patterns.Count;
        _patterns.Add((rule, pattern.Start, pattern.Beside));
        if (pattern.NeedsOneOf is { } words)
        {
            foreach (var word in words) Add(_byWord, word, at);
        }
        else
        {
            Add(_bySlot, pattern.NeedsSlot!.Value, at);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<int>> index, TKey key, int pattern)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var patterns)) index.Add(key, patterns = []);
        patterns.Add(pattern);
    }
}
