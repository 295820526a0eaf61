namespace Gigatrace.Extraction.Rules;

/// <summary>The first of several ways that leads to a match; each goes on to what follows the whole.</summary>
internal sealed class ChoiceNode(PatternNode?[] branches) : PatternNode(null)
{
    private ChoiceIndex? _index;

    public override int Match(PatternContext context, int at)
    {
        foreach (var number in (_index ??= new ChoiceIndex(branches)).For(context.Word(at)))
        {
            var branch = branches[number];
            var bound = context.Bindings.Count;
            var end = branch is null ? at : branch.Match(context, at);
            if (end >= 0) return end;
            if (context.Bindings.Count > bound) context.Bindings.RemoveRange(bound, context.Bindings.Count - bound);
        }

        return -1;
    }

    internal override void AddTo(Beginnings beginnings)
    {
        foreach (var branch in branches)
        {
            if (branch is null) beginnings.Any = true;
            else branch.AddTo(beginnings);
        }
    }
}

/// <summary>The ways to say one thing, which all patterns with it share: a copy for each would not stay in the processor's cache.</summary>
internal sealed class PhraseNode(PatternNode ways, PatternNode? next) : PatternNode(next)
{
    public override int Match(PatternContext context, int at)
    {
        context.Returns.Push(Next);
        var end = ways.Match(context, at);
        context.Returns.Pop();
        return end;
    }

    internal override void AddTo(Beginnings beginnings)
    {
        var own = new Beginnings();
        ways.AddTo(own);
        beginnings.Words.UnionWith(own.Words);
        beginnings.Slots |= own.Slots;
        beginnings.Any |= own.Any;
        if (own.Returns) AddNext(beginnings);
    }
}

/// <summary>The end of a phrase's way: goes on with what follows the phrase in the pattern under way.</summary>
internal sealed class ReturnNode : PatternNode
{
    public static readonly ReturnNode Only = new();

    private ReturnNode()
        : base(null)
    {
    }

    public override int Match(PatternContext context, int at)
    {
        var next = context.Returns.Pop();
        var end = next is null ? at : next.Match(context, at);
        context.Returns.Push(next);
        return end;
    }

    internal override void AddTo(Beginnings beginnings) => beginnings.Returns = true;
}

/// <summary>Of all branches of a choice those that a word may begin, in their order; and those that any other word may.</summary>
internal sealed class ChoiceIndex
{
    private readonly WordMap _words;
    private readonly List<int[]> _byWord = [];
    private readonly int[] _others;

    public ChoiceIndex(PatternNode?[] branches)
    {
        var beginnings = Array.ConvertAll(branches, branch =>
        {
            var of = new Beginnings { Any = branch is null };
            branch?.AddTo(of);
            return of;
        });
        bool Always(int branch) => beginnings[branch].Any || beginnings[branch].Returns || beginnings[branch].Slots != 0;
        int[] all = [.. Enumerable.Range(0, branches.Length)];
        _others = Array.FindAll(all, Always);
        var words = new Dictionary<int, int>();
        foreach (var word in beginnings.SelectMany(of => of.Words))
        {
            if (words.ContainsKey(word)) continue;
            var begun = Array.FindAll(all, branch => Always(branch) || beginnings[branch].Words.Contains(word));
            var same = _byWord.FindIndex(known => known.AsSpan().SequenceEqual(begun));
            words.Add(word, same >= 0 ? same : _byWord.Count);
            if (same < 0) _byWord.Add(begun);
        }

        _words = new WordMap(words);
    }

    public int[] For(int word) => _words[word] is >= 0 and var known ? _byWord[known] : _others;
}
