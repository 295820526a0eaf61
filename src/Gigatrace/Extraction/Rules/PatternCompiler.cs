using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Rules;

/// <summary>
/// Turns a pattern's text into nodes. The whole language: a word, <c>{lemma}</c>, <c>@phrase</c>, <c>&lt;slot&gt;</c> or
/// <c>&lt;slot:label&gt;</c>, <c>(a b|c)</c>, <c>x?</c>, <c>!x</c>, <c>...N</c>, <c>..N</c>; a backslash takes the next
/// character as it is, <c>^</c> is the start of a sentence. <c>a ~ b</c>: both in one clause, in any order.
/// </summary>
/// <param name="phrases">By name, what <c>@name</c> stands for: ways to say one thing, as a pattern in the same language.</param>
public sealed class PatternCompiler(Vocabulary vocabulary, Lemmas lemmas, IReadOnlyDictionary<string, string> phrases)
{
    private readonly Dictionary<string, Choice> _ways = new(StringComparer.Ordinal);

    private int _depth;

    /// <summary>A compiled pattern and what it cannot match without: the keys of the rule index.</summary>
    /// <param name="Start">What must stand somewhere, and is what the rule is about.</param>
    /// <param name="Beside">What must stand in the same clause besides, before or behind it.</param>
    /// <param name="Needs">Sets of words of each of which one must stand there, the rarest first; and whether it is the start that asks for it.</param>
    /// <param name="Slots">The kinds of slots that the start cannot do without, in its order.</param>
    /// <param name="InOrder">What the start cannot do without, in its order: of each either a set of words or a kind of slot. Each takes tokens, so the next stands behind it.</param>
    public sealed record Compiled(PatternNode Start, IReadOnlyList<PatternNode> Beside, IReadOnlyList<(HashSet<int> Words, bool OfStart)> Needs, IReadOnlyList<SlotKind> Slots, IReadOnlyList<(HashSet<int>? Words, SlotKind Slot)> InOrder);

    /// <exception cref="FormatException">The pattern does not read so; the message names the place in it.</exception>
    public Compiled Compile(string pattern)
    {
        var parts = pattern.Split(" ~ ").Select(One).ToList();
        return parts[0] with
        {
            Beside = [.. parts.Skip(1).Select(part => part.Start)],
            Needs = [.. parts.SelectMany((part, at) => part.Needs.Select(need => (need.Words, OfStart: at == 0))).OrderBy(need => Commonness(need.Words))],
        };
    }

    private Compiled One(string pattern)
    {
        var at = 0;
        var elements = Sequence(pattern, ref at, nested: false);
        if (at < pattern.Length) throw new FormatException($"'{pattern}': unexpected '{pattern[at]}' at {at + 1}");
        if (Chain(elements, null) is not { } start) throw new FormatException($"'{pattern}': matches nothing");
        var needs = elements.Select(Needed).OfType<HashSet<int>>().Select(words => (words, true)).ToList();
        var slots = elements.OfType<Slot>().Select(slot => slot.Kind).ToList();
        if (needs.Count == 0 && slots.Count == 0) throw new FormatException($"'{pattern}': needs a word or slot outside optional parts");
        return new Compiled(start, [], needs, slots, [.. elements.Where(element => element is not Not).Select(InOrder).OfType<(HashSet<int>?, SlotKind)>()]);
    }

    /// <summary>The words of which an element must hold one; null where there are none.</summary>
    private HashSet<int>? Needed(Element element) => element switch
    {
        Words words => words.Set,
        // "!!x" takes nothing, but x stands there.
        Not { Unwanted: [Not { Unwanted: var wanted }] } => Rarest(wanted),
        Choice choice when choice.Branches.Select(Rarest).ToList() is var branches && branches.TrueForAll(set => set is not null) => [.. branches.SelectMany(set => set!)],
        _ => null,
    };

    private (HashSet<int>? Words, SlotKind Slot)? InOrder(Element element) =>
        element is Slot slot ? (null, slot.Kind) : Needed(element) is { } words ? (words, default) : null;

    private HashSet<int>? Rarest(List<Element> elements) => elements.Select(Needed).OfType<HashSet<int>>().MinBy(Commonness);

    private int Commonness(HashSet<int> words) => words.Sum(word => IsCommon(vocabulary[word]) ? 100 : 1);

    /// <summary>Words of nearly every sentence: a rule that waits for one of them is tried nearly always.</summary>
    private static bool IsCommon(string word) => word.Length < 3 || word is "the" or "and" or "for" or "with" or "has" or "have" or "was" or "are" or "will" or "its" or "from" or "that" or "which" or "been" or "were" or "had" or "into" or "also" or "year" or "new" or "battery" or "plant";

    private abstract record Element;

    private sealed record Words(HashSet<int> Set) : Element
    {
        public WordMap Map { get; } = new(Set);
    }

    private sealed record Start : Element;

    private sealed record Gap(int Most, bool Narrow) : Element;

    private sealed record Not(List<Element> Unwanted) : Element;

    private sealed record Slot(SlotKind Kind, string Label) : Element;

    private sealed record Choice(List<List<Element>> Branches) : Element
    {
        /// <summary>It has a name, and may stand in many patterns.</summary>
        public bool IsPhrase { get; init; }

        /// <summary>Of a phrase: the node that all patterns with it share, once one was made.</summary>
        public PatternNode? Node { get; set; }
    }

    private List<Element> Sequence(string pattern, ref int at, bool nested)
    {
        var elements = new List<Element>();
        while (at < pattern.Length && !(nested && pattern[at] is '|' or ')'))
        {
            if (pattern[at] == ' ')
            {
                at++;
                continue;
            }

            var before = elements.Count;
            One(pattern, ref at, elements);
            if (at < pattern.Length && pattern[at] == '?')
            {
                at++;
                var optional = elements[before..];
                elements.RemoveRange(before, elements.Count - before);
                elements.Add(new Choice([optional, []]));
            }
        }

        return elements;
    }

    private void One(string pattern, ref int at, List<Element> into)
    {
        switch (pattern[at])
        {
            case '(':
                at++;
                into.Add(Branches(pattern, ref at));
                return;
            case '{':
                into.Add(new Words(lemmas.Forms(Until(pattern, ref at, '}'), vocabulary)));
                return;
            case '<':
                into.Add(SlotOf(pattern, Until(pattern, ref at, '>')));
                return;
            case '^':
                at++;
                into.Add(new Start());
                return;
            case '@':
                into.Add(Phrase(pattern, ref at));
                return;
            case '\\' when at + 1 < pattern.Length:
                into.Add(new Words([vocabulary.Add(pattern[(at + 1)..(at + 2)])]));
                at += 2;
                return;
            case '!':
                at++;
                var unwanted = new List<Element>();
                One(pattern, ref at, unwanted);
                into.Add(new Not(unwanted));
                return;
            case '.' when pattern.AsSpan(at).StartsWith(".."):
                var start = pattern.AsSpan(at).StartsWith("...") ? at + 3 : at + 2;
                var narrow = start == at + 2;
                at = start;
                while (at < pattern.Length && char.IsAsciiDigit(pattern[at])) at++;
                into.Add(new Gap(int.Parse(pattern.AsSpan(start, at - start), System.Globalization.CultureInfo.InvariantCulture), narrow));
                return;
        }

        var from = at;
        while (at < pattern.Length && pattern[at] is not (' ' or '|' or ')' or '(' or '?')) at++;
        foreach (var word in Cut(pattern[from..at])) into.Add(new Words([vocabulary.Add(word)]));
    }

    /// <summary>The ways to say <c>@name</c>, as if they stood here in brackets.</summary>
    private Choice Phrase(string pattern, ref int at)
    {
        var start = ++at;
        while (at < pattern.Length && (char.IsAsciiLetterOrDigit(pattern[at]) || pattern[at] is '_')) at++;
        var name = pattern[start..at];
        if (!phrases.TryGetValue(name, out var ways)) throw new FormatException($"'{pattern}': no phrase @{name}");
        if (_ways.TryGetValue(name, out var known)) return known;
        if (++_depth > 8) throw new FormatException($"'{pattern}': @{name} stands for itself");
        var from = 0;
        var choice = Branches(ways + ")", ref from) with { IsPhrase = true };
        _depth--;
        return _ways[name] = choice;
    }

    private Choice Branches(string pattern, ref int at)
    {
        var branches = new List<List<Element>>();
        while (true)
        {
            branches.Add(Sequence(pattern, ref at, nested: true));
            if (at >= pattern.Length) throw new FormatException($"'{pattern}': a bracket is not closed");
            if (pattern[at++] == ')') return new Choice(Merged(branches));
        }
    }

    /// <summary>Branches of one word each are one branch, where the first of them stood: one look-up for all.</summary>
    private static List<List<Element>> Merged(List<List<Element>> branches)
    {
        var single = branches.Where(branch => branch is [Words]).ToList();
        if (single.Count < 2) return branches;
        List<Element> all = [new Words([.. single.SelectMany(branch => ((Words)branch[0]).Set)])];
        return [.. branches.Where(branch => branch is not [Words] || branch == single[0]).Select(branch => branch == single[0] ? all : branch)];
    }

    private static Slot SlotOf(string pattern, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon];
        return Slots.Find(name) is { } kind ? new Slot(kind, colon < 0 ? name : text[(colon + 1)..]) : throw new FormatException($"'{pattern}': no slot <{name}>");
    }

    private static string Until(string pattern, ref int at, char close)
    {
        var end = pattern.IndexOf(close, at);
        if (end < 0) throw new FormatException($"'{pattern}': '{close}' is missing");
        var text = pattern[(at + 1)..end];
        at = end + 1;
        return text;
    }

    private static readonly Vocabulary Empty = new();

    private static IEnumerable<string> Cut(string word)
    {
        // A suffix is a token of its own only behind a word.
        if (word.StartsWith('\'')) return [word];
        var text = new SourceText(word);
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, text.All, Empty, tokens);
        return tokens.Select(token => text.Quote(token.Span));
    }

    /// <summary>Links elements from the last to the first, so that each node knows what follows it.</summary>
    private static PatternNode? Chain(List<Element> elements, PatternNode? next)
    {
        for (var i = elements.Count - 1; i >= 0; i--)
        {
            next = elements[i] switch
            {
                Words words => new WordNode(words.Map, next),
                Start => new StartNode(next),
                Gap gap => new GapNode(gap.Most, gap.Narrow, next),
                Not not => new NotNode(Chain(not.Unwanted, null) ?? throw new FormatException("a '!' stands before nothing"), next),
                Slot slot => new SlotNode(slot.Kind, slot.Label, next),
                Choice { Branches: [[Words words]] } => new WordNode(words.Map, next),
                Choice { IsPhrase: true } phrase => new PhraseNode(phrase.Node ??= new ChoiceNode([.. phrase.Branches.Select(branch => Chain(branch, ReturnNode.Only))]), next),
                Choice choice => new ChoiceNode([.. choice.Branches.Select(branch => Chain(branch, next))]),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        return next;
    }
}

/// <summary>The forms of a word: those that <c>knowledge/lemmas.tsv</c> lists, else the regular ones of an English verb or noun.</summary>
public sealed class Lemmas
{
    private readonly Dictionary<string, string[]> _listed = new(StringComparer.Ordinal);

    public static Lemmas Load(KnowledgeSource source)
    {
        var lemmas = new Lemmas();
        foreach (var row in source.Table("lemmas.tsv")) lemmas._listed[row[0]] = [row[0], .. row[1].Split('|')];
        return lemmas;
    }

    public HashSet<int> Forms(string lemma, Vocabulary vocabulary) =>
        [.. (_listed.TryGetValue(lemma, out var forms) ? forms : Regular(lemma)).Select(vocabulary.Add)];

    private static string[] Regular(string lemma)
    {
        if (lemma.EndsWith('e')) return [lemma, lemma + "s", lemma + "d", lemma[..^1] + "ing"];
        if (lemma.EndsWith('y') && lemma.Length > 2 && !"aeiou".Contains(lemma[^2], StringComparison.Ordinal)) return [lemma, lemma[..^1] + "ies", lemma[..^1] + "ied", lemma + "ing"];
        var plural = lemma.EndsWith('s') || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma.EndsWith("ch", StringComparison.Ordinal) ? lemma + "es" : lemma + "s";
        return [lemma, plural, lemma + "ed", lemma + "ing"];
    }
}
