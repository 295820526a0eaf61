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
    [ThreadStatic]
    private static List<Token>? buffer;

    private readonly List<Token> _tokens = Buffer(document.Text.Length);
    private readonly List<TokenRange> _ranges = [];
    private int _table = -1;

    public List<Part> Parts { get; } = [];

    /// <summary>A document's tokens are gathered in what the one before it left.</summary>
    private static List<Token> Buffer(int length)
    {
        var tokens = length > LargestKept ? [] : buffer ??= [];
        tokens.Clear();
        return tokens;
    }

    /// <summary>In letters. What a longer document needs is not held on to.</summary>
    private const int LargestKept = 512 * 1024;

    /// <summary>All passages have been added: gives their sentences, which know all tokens from here on.</summary>
    public List<Sentence> Complete()
    {
        Token[] all = [.. _tokens];
        var sentences = new List<Sentence>();
        foreach (var part in Parts) sentences.AddRange(part.Sentences);
        foreach (var sentence in sentences) sentence.All = all;
        return sentences;
    }

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

    /// <summary>Who says "we" in the text; null where nobody does, or nobody can tell who.</summary>
    public string? Speaker { get; private set; }

    /// <summary>The publisher, where the text outside of quotations says "we" and "our": a company that speaks of itself, so one that has a name.</summary>
    public void FindSpeaker(NameLexicon lexicon)
    {
        if (document is not { Publisher: { Length: > 1 } publisher, SourceKind: not SourceKind.News } || !SaysWe()) return;
        if (lexicon.Names.Single(publisher) is Organisation known) Speaker = known.Name;
        else if (publisher.AsSpan().IndexOfAny(",;:(") < 0 && publisher.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => !char.IsLower(word[0]))) Speaker = publisher;
    }

    /// <summary>An interview: questions stand alone, and the company that the text names most often answers them.</summary>
    public void FindInterviewed()
    {
        if (Speaker is not null || Parts.Count(part => part.Passage.Kind is PassageKind.Paragraph or PassageKind.Heading && document.Text[part.Passage.Span].TrimEnd("*_ \"”").EndsWith('?')) < MinQuestions || !SaysWe()) return;
        Speaker = Parts.SelectMany(part => part.Sentences).SelectMany(sentence => sentence.Mentions).Where(mention => mention.IsCompany).CountBy(mention => mention.Name).OrderByDescending(company => company.Value).FirstOrDefault().Key;
    }

    private const int MinQuestions = 3;

    private bool SaysWe() =>
        Parts.SelectMany(part => part.Sentences).Where(sentence => sentence.Passage.Kind != PassageKind.Heading && !sentence.Quotes).Sum(sentence => Enumerable.Range(sentence.First, sentence.Tokens.Length).Count(at => sentence.Written(at) is "we" or "We" or "our" or "Our")) >= 3;

    private Sentence? Sentences(Passage passage, Span span, Vocabulary vocabulary, List<Sentence> into)
    {
        var first = _tokens.Count;
        Tokenizer.Tokenize(document.Text, span, vocabulary, _tokens);
        Markup.Remove(document.Text, _tokens, first);
        _ranges.Clear();
        Gigatrace.Extraction.Tokens.Sentences.Split(document.Text, CollectionsMarshal.AsSpan(_tokens)[first..], _ranges);
        Sentence? opening = null;
        foreach (var range in _ranges)
        {
            var sentence = new Sentence { Text = document.Text, Tokens = new TokenRange(first + range.First, first + range.End), Passage = passage, Published = document.SpokenOn(passage) };
            opening ??= sentence;
            into.Add(sentence);
        }

        return opening;
    }
}
