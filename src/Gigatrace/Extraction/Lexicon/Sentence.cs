using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>One sentence with everything that was recognised in it. Token places are those of the document's token list.</summary>
public sealed class Sentence
{
    public required SourceText Text { get; init; }

    /// <summary>All tokens of the document.</summary>
    public required IReadOnlyList<Token> All { get; init; }

    public required TokenRange Tokens { get; init; }

    public required Passage Passage { get; init; }

    /// <summary>When the document was published; null where that is not known.</summary>
    public When? Published { get; init; }

    /// <summary>In text order, not overlapping.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>In text order, not overlapping each other; a value may lie inside a mention (the 5 of "Renault 5") and is then left out.</summary>
    public List<Value> Values { get; } = [];

    /// <summary>In text order, covering the sentence.</summary>
    public List<TokenRange> Clauses { get; } = [];

    public int First => Tokens.First;

    public int End => Tokens.End;

    public Token this[int token] => All[token];

    public ReadOnlySpan<char> Written(int token) => Text[All[token].Span];

    public Span Span => SpanOf(Tokens);

    public Span SpanOf(TokenRange range) => range.Length == 0 ? default : new Span(All[range.First].Start, All[range.End - 1].End);

    /// <summary>The clause that holds a token.</summary>
    public TokenRange Clause(int token)
    {
        foreach (var clause in Clauses)
        {
            if (clause.Contains(token)) return clause;
        }

        return Tokens;
    }

    public Mention? MentionAt(int token)
    {
        foreach (var mention in Mentions)
        {
            if (mention.Tokens.Contains(token)) return mention;
        }

        return null;
    }

    public Value? ValueAt(int token)
    {
        foreach (var value in Values)
        {
            if (value.Tokens.Contains(token)) return value;
        }

        return null;
    }
}
