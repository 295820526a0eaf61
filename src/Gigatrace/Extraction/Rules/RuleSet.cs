using System.Collections.Immutable;
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

    private RuleIndex _index = null!;

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
        set._patterns.AddRange(compiled.Select(one => (one.Rule, one.Pattern.Start, one.Pattern.Beside)));
        set._index = new RuleIndex([.. compiled.Select(one => one.Pattern)], vocabulary.Count);
        return set;
    }

    /// <summary>All matches in a sentence, in the order of the rules, then of the text.</summary>
    public List<Trigger> Match(PatternContext context)
    {
        var triggers = new List<Trigger>();
        context.Prepare();
        if (buffer?.Capacity > 64 * 1024) buffer = null;
        var attempts = buffer ??= [];
        attempts.Clear();
        _index.Attempts(context, attempts);
        var (last, behind) = (-1L, 0);
        foreach (var attempt in attempts)
        {
            if (attempt >> 32 != last >> 32) behind = 0;
            last = attempt;
            if ((int)attempt < behind) continue;
            behind = Match(context, (int)(attempt >> 32), context.Sentence.First + (int)attempt, triggers) - context.Sentence.First;
        }

        return triggers;
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
        context.Prepare();
        return _index.Candidates(context);
    }

    public Rule RuleOf(int pattern) => _patterns[pattern].Rule;
}
