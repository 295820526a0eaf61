using System.Text;
using BenchmarkDotNet.Attributes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction;
using Gigatrace.Extraction.Lexicon;
using Gigatrace.Extraction.Rules;
using Gigatrace.Extraction.Tokens;
using Gigatrace.Extraction.Values;
using Sentence = Gigatrace.Extraction.Lexicon.Sentence;

namespace Gigatrace.Benchmarks;

/// <summary>
/// Each stage from bytes to claims over all samples, beside decoding the same bytes in the same run: the ratio says what a
/// stage costs on any machine. Stages stand alone: a later one does not contain the earlier, but for the last, which is the whole.
/// </summary>
[MemoryDiagnoser]
public class TextBench
{
    private readonly Vocabulary _vocabulary = new();
    private readonly List<Token> _tokens = new(4096);
    private readonly List<Value> _values = [];
    private Extractor _extractor = null!;
    private NameLexicon _lexicon = null!;
    private List<Document> _documents = null!;
    private List<PatternContext> _sentences = null!;
    private Dictionary<Sentence, Token[]> _cut = null!;

    [GlobalSetup]
    public void Load()
    {
        _extractor = Extractor.Create();
        _lexicon = NameLexicon.Load(new KnowledgeSource(), _vocabulary);
        _documents = Samples.Read();
        _sentences = [.. _documents.SelectMany(document => _extractor.Analyse(document).Parts).SelectMany(part => part.Sentences).Select(Context)];
        _cut = _sentences.ToDictionary(context => context.Sentence, context => Cut(context.Sentence));
    }

    [Benchmark(Baseline = true, Description = "decode")]
    public int Decode() => Samples.Files.Sum(file => Encoding.UTF8.GetString(file.Bytes).Length);

    [Benchmark(Description = "read documents")]
    public int ReadDocuments() => Samples.Files.Sum(file => DocumentReader.Parse(file.Bytes, file.Path).Document?.Passages.Length ?? 0);

    [Benchmark(Description = "tokens")]
    public int Tokens()
    {
        var all = 0;
        foreach (var document in _documents)
        {
            _tokens.Clear();
            Tokenizer.Tokenize(document.Text, document.Text.All, _vocabulary, _tokens);
            all += _tokens.Count;
        }

        return all;
    }

    [Benchmark(Description = "names of the lists")]
    public int Names()
    {
        var found = 0;
        foreach (var (sentence, tokens) in _cut)
        {
            for (var at = 0; at < tokens.Length; at++)
            {
                if (_lexicon.Names.Longest(sentence.Text, tokens, at, anyCase: false, out _, out _)) found++;
            }
        }

        return found;
    }

    [Benchmark(Description = "places")]
    public int Places()
    {
        var found = 0;
        foreach (var (sentence, tokens) in _cut)
        {
            foreach (var token in tokens)
            {
                if (token.Upper && _lexicon.Places.Find(sentence.Text[token.Span]).Count > 0) found++;
            }
        }

        return found;
    }

    [Benchmark(Description = "values")]
    public int Values()
    {
        _values.Clear();
        foreach (var (sentence, tokens) in _cut) ValueReader.Read(sentence.Text, tokens, 0, sentence.Published, _values);
        return _values.Count;
    }

    [Benchmark(Description = "rules")]
    public int Rules() => _sentences.Sum(sentence => _extractor.Rules.Match(sentence).Count);

    [Benchmark(Description = "document to claims")]
    public int Extract() => _documents.Sum(document => _extractor.Extract(document).Claims.Length);

    private PatternContext Context(Sentence sentence)
    {
        var phrases = new List<PlantPhrase>();
        PlantPhrases.Find(sentence, _extractor.Terms, phrases);
        return new PatternContext(sentence, phrases, _extractor.Terms);
    }

    /// <summary>The sentence's tokens, numbered by this benchmark's vocabulary.</summary>
    private Token[] Cut(Sentence sentence)
    {
        _tokens.Clear();
        Tokenizer.Tokenize(sentence.Text, sentence.Span, _vocabulary, _tokens);
        return [.. _tokens];
    }
}
