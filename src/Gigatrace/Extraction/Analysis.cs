using System.Runtime.InteropServices;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction;

/// <summary>One passage with its sentences; those of a table row by cell.</summary>
internal sealed record Part(Passage Passage, List<Sentence> Sentences)
{
    /// <summary>Of a table row: the first sentence of each cell, null for an empty one. Empty for other passages.</summary>
    public List<Sentence?> Cells { get; } = [];

    /// <summary>Of a table row: the head cells' text by column.</summary>
    public List<string> Heads { get; } = [];

    /// <summary>Of a table's first row below its head: the head cells, read.</summary>
    public List<Sentence?> HeadSentences { get; } = [];
}

/// <summary>A document cut into tokens and sentences, passage by passage.</summary>
internal sealed class Analysis(Document document)
{
    private readonly List<TokenRange> _ranges = [];
    private int _table = -1;

    public List<Token> Tokens { get; } = new(document.Text.Length / 4 + 16);

    public List<Part> Parts { get; } = [];

    /// <summary>The plant phrases of each sentence that was asked for them.</summary>
    public Dictionary<Sentence, List<PlantPhrase>> Phrases { get; } = [];

    public void Add(Passage passage, Vocabulary vocabulary)
    {
        var part = new Part(passage, []);
        if (passage.Kind == PassageKind.TableRow)
        {
            foreach (var head in passage.Header)
            {
                part.Heads.Add(document.Text.Quote(head));
                if (passage.Table != _table) part.HeadSentences.Add(Sentences(passage, head, vocabulary, part.Sentences));
            }

            _table = passage.Header.IsEmpty ? _table : passage.Table;
            foreach (var cell in passage.Cells) part.Cells.Add(Sentences(passage, cell, vocabulary, part.Sentences));
        }
        else
        {
            Sentences(passage, passage.Span, vocabulary, part.Sentences);
        }

        Parts.Add(part);
    }

    /// <summary>The publisher, where the text outside of quotations says "we" and "our": a company that speaks of itself.</summary>
    public string? Speaker { get; private set; }

    public void FindSpeaker(NameLexicon lexicon)
    {
        if (document is not { Publisher: { Length: > 1 } publisher, SourceKind: not SourceKind.News }) return;
        var said = Parts.SelectMany(part => part.Sentences).Where(sentence => sentence.Passage.Kind != PassageKind.Heading && !sentence.Quotes).Sum(sentence => Enumerable.Range(sentence.First, sentence.Tokens.Length).Count(at => sentence.Written(at) is "we" or "We" or "our" or "Our"));
        Speaker = said >= 3 ? lexicon.Names.Single(publisher) is Organisation known ? known.Name : publisher : null;
    }

    private Sentence? Sentences(Passage passage, Span span, Vocabulary vocabulary, List<Sentence> into)
    {
        var first = Tokens.Count;
        Tokenizer.Tokenize(document.Text, span, vocabulary, Tokens);
        Markup.Remove(document.Text, Tokens, first);
        _ranges.Clear();
        Gigatrace.Extraction.Tokens.Sentences.Split(document.Text, CollectionsMarshal.AsSpan(Tokens)[first..], _ranges);
        Sentence? opening = null;
        foreach (var range in _ranges)
        {
            var sentence = new Sentence { Text = document.Text, All = Tokens, Tokens = new TokenRange(first + range.First, first + range.End), Passage = passage, Published = document.SpokenOn(passage) };
            opening ??= sentence;
            into.Add(sentence);
        }

        return opening;
    }
}
