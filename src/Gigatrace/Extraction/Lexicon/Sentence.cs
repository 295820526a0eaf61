using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>One sentence with everything that was recognised in it. Token places are those of the document's token list.</summary>
public sealed class Sentence
{
    public required SourceText Text
    {
        get;
        init => (field, _letters) = (value, value.Value);
    }

    /// <summary>All tokens of the document, once it is cut.</summary>
    internal Token[] All { get; set; } = [];

    private readonly string _letters = "";

    public required TokenRange Tokens { get; init; }

    public required Passage Passage { get; init; }

    private int[] _mentionAt = [];
    private int[] _valueAt = [];
    private int[] _clauseAt = [];

    /// <summary>When the document was published; null where that is not known.</summary>
    public When? Published { get; init; }

    /// <summary>In text order, not overlapping.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>In text order, not overlapping each other; a value may lie inside a mention (the 5 of "Renault 5") and is then left out.</summary>
    public List<Value> Values { get; } = [];

    /// <summary>In text order, covering the sentence.</summary>
    public List<TokenRange> Clauses { get; } = [];

    /// <summary>Once it was asked for them.</summary>
    internal List<PlantPhrase>? Phrases { get; set; }

    public int First => Tokens.First;

    public int End => Tokens.End;

    public ref readonly Token this[int token] => ref All[token];

    /// <summary>A token's letters; none before the first and behind the last of the text.</summary>
    public ReadOnlySpan<char> Written(int token)
    {
        if ((uint)token >= (uint)All.Length) return [];
        ref readonly var written = ref All[token];
        return _letters.AsSpan(written.Start, written.Length);
    }

    /// <summary>Whether a token from <paramref name="first"/> to before <paramref name="end"/> is one of the words asked for, as it is written.</summary>
    public bool Any(int first, int end, Predicate<ReadOnlySpan<char>> isOne)
    {
        for (var at = first; at < end; at++)
        {
            if (isOne(Written(at))) return true;
        }

        return false;
    }

    private static readonly System.Buffers.SearchValues<char> QuotationMarks = System.Buffers.SearchValues.Create("\"“”„«");

    /// <summary>Holds words of somebody who is quoted.</summary>
    public bool Quotes => Text[Span].IndexOfAny(QuotationMarks) >= 0 && Any(First, End, static word => word is "\"" or "“" or "”" or "„" or "«");

    public ReadOnlySpan<Token> Run(TokenRange range) => All.AsSpan(range.First, range.Length);

    /// <summary>The document's tokens as far as a name that starts in the sentence may go.</summary>
    public ReadOnlySpan<Token> UpToEnd => Run(new TokenRange(0, End));

    public Span Span => SpanOf(Tokens);

    public Span SpanOf(TokenRange range) => range.Length == 0 ? default : new Span(All[range.First].Start, All[range.End - 1].End);

    /// <summary>Makes the look-ups below cost one step instead of a search; to be called whenever mentions, values or clauses have changed.</summary>
    public void Index()
    {
        Blank(ref _mentionAt, Mentions.Count);
        Blank(ref _valueAt, Values.Count);
        Blank(ref _clauseAt, Clauses.Count);
        for (var i = 0; i < Mentions.Count; i++) Fill(_mentionAt, Mentions[i].Tokens, i + 1);
        for (var i = 0; i < Values.Count; i++) Fill(_valueAt, Values[i].Tokens, i + 1);
        for (var i = 0; i < Clauses.Count; i++) Fill(_clauseAt, Clauses[i], i + 1);
    }

    /// <summary>The clause that holds a token.</summary>
    public TokenRange Clause(int token) => At(_clauseAt, token) is > 0 and var found ? Clauses[found - 1] : Tokens;

    /// <summary>For a main clause that goes on behind a relative one ("Natron, which …, closed its works"): where it began, which holds its subject. Else the clause itself.</summary>
    public TokenRange Opening(TokenRange clause)
    {
        var at = Clauses.IndexOf(clause);
        return at > 1 && IsResumed(clause.First) ? Clauses[at - 2] : clause;
    }

    /// <summary>Whether a main clause goes on here behind a relative one, without a subject of its own.</summary>
    public bool IsResumed(int at) => _resumed?.Contains(at) == true;

    private List<int>? _resumed;

    internal void Resume(int at) => (_resumed ??= []).Add(at);

    public Mention? MentionAt(int token) => At(_mentionAt, token) is > 0 and var found ? Mentions[found - 1] : null;

    public Value? ValueAt(int token) => At(_valueAt, token) is > 0 and var found ? Values[found - 1] : null;

    private void Blank(ref int[] index, int found)
    {
        if (found == 0) index = [];
        else if (index.Length == Tokens.Length) Array.Clear(index);
        else index = new int[Tokens.Length];
    }

    private int At(int[] index, int token) => (uint)(token - First) < (uint)index.Length ? index[token - First] : 0;

    private void Fill(int[] index, TokenRange range, int number)
    {
        for (var token = Math.Max(range.First, First); token < Math.Min(range.End, End); token++) index[token - First] = number;
    }
}
