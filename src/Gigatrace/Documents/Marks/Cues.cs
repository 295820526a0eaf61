using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>The first column of both files, which say what each is.</summary>
internal enum CueMark { Line, Begins, Starts, Whole, Tail, Job, Ai, Box, Caption, Credit, Closed, Paid, Bio, Trail }

/// <summary>A word of a passage as cues are compared: lower case, no apostrophes. Its place is in the document.</summary>
/// <param name="Hash">Of its letters; most words are no cue's first, and are told so by it alone.</param>
internal readonly record struct CueWord(string Word, int Start, int End, uint Hash);

/// <summary>A cue found in a passage: words [First, End).</summary>
internal readonly record struct CueHit(CueMark Mark, int First, int End);

/// <summary>The phrases of <c>knowledge/boilerplate.tsv</c> and <c>web-lines.tsv</c>, and where they stand in a passage.</summary>
internal sealed class Cues
{
    /// <summary>Only so many words of a passage are looked at: what is longer is prose.</summary>
    public const int MaxWords = 80;

    private static readonly Lazy<Cues> Loaded = new(() => Load("boilerplate.tsv"));
    private static readonly Lazy<Cues> LoadedOfPages = new(() => Load("boilerplate.tsv", "web-lines.tsv"));

    private readonly Dictionary<string, List<(CueMark Mark, string[] Words)>> _byFirstWord = new(StringComparer.Ordinal);

    /// <summary>A bit for each first word's hash.</summary>
    private readonly ulong[] _firstWords = new ulong[256];

    public static Cues Default => Loaded.Value;

    /// <summary>With those that only a web page's text can be told by, where what is no text was never written by its author.</summary>
    public static Cues OfPages => LoadedOfPages.Value;

    public static List<CueWord> WordsOf(string text, Span span)
    {
        var words = new List<CueWord>(Math.Min(MaxWords, span.Length / 5 + 1));
        for (var at = span.Start; at < span.End && words.Count < MaxWords;)
        {
            if (!char.IsLetterOrDigit(text[at])) { at++; continue; }
            var start = at;
            while (at < span.End && (char.IsLetterOrDigit(text[at]) || IsInner(text, at, span.End))) at++;
            for (var from = start; from < at && words.Count < MaxWords;)
            {
                // Signs of languages without spaces count as a word each.
                var length = text[from] > '\u2E80' ? 1 : LatinLength(text.AsSpan(from, at - from));
                var word = Fold(text.AsSpan(from, length), out var hash);
                words.Add(new CueWord(word, from, from + length, hash));
                from += length;
            }
        }

        return words;
    }

    public List<CueHit> Find(List<CueWord> words)
    {
        var hits = new List<CueHit>();
        for (var at = 0; at < words.Count; at++)
        {
            var hash = words[at].Hash;
            if ((_firstWords[hash / 64 % (uint)_firstWords.Length] >> (int)(hash % 64) & 1) == 0 || !_byFirstWord.TryGetValue(words[at].Word, out var candidates)) continue;
            foreach (var (mark, phrase) in candidates)
            {
                if (Matches(words, at, phrase)) hits.Add(new CueHit(mark, at, at + phrase.Length));
            }
        }

        return hits;
    }

    private static bool Matches(List<CueWord> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count) return false;
        for (var word = 1; word < phrase.Length; word++)
        {
            if (words[at + word].Word != phrase[word]) return false;
        }

        return true;
    }

    private static Cues Load(params string[] files)
    {
        var cues = new Cues();
        foreach (var row in files.SelectMany(new KnowledgeSource().Table)) cues.Add(Enum.Parse<CueMark>(row[0], ignoreCase: true), row[2]);
        return cues;
    }

    private void Add(CueMark mark, string phrase)
    {
        var all = WordsOf(phrase, new Span(0, phrase.Length));
        var words = all.ConvertAll(w => w.Word).ToArray();
        _firstWords[all[0].Hash / 64 % (uint)_firstWords.Length] |= 1UL << (int)(all[0].Hash % 64);
        if (!_byFirstWord.TryGetValue(words[0], out var same)) _byFirstWord[words[0]] = same = [];
        same.Add((mark, words));
    }

    /// <summary>An apostrophe between letters belongs to the word.</summary>
    private static bool IsInner(string text, int at, int end) =>
        text[at] is '\'' or '’' && at + 1 < end && char.IsLetter(text[at + 1]) && at > 0 && char.IsLetter(text[at - 1]);

    private static int LatinLength(ReadOnlySpan<char> run)
    {
        var at = 0;
        while (at < run.Length && run[at] <= '\u2E80') at++;
        return at;
    }

    [ThreadStatic]
    private static string[]? pool;

    /// <summary>A string of these letters; often one that is at hand, since the same words come again and again.</summary>
    private static string Pooled(ReadOnlySpan<char> word, uint hash)
    {
        // A long one does not come again, and would be held on to.
        if (word.Length > 32) return new string(word);
        pool ??= new string[4096];
        ref var known = ref pool[hash % (uint)pool.Length];
        return known is not null && word.SequenceEqual(known) ? known : known = new string(word);
    }

    private static string Fold(ReadOnlySpan<char> word, out uint hash)
    {
        Span<char> folded = word.Length <= 64 ? stackalloc char[64] : new char[word.Length];
        var length = 0;
        hash = 0x811C9DC5;
        foreach (var letter in word)
        {
            if (letter is '\'' or '’') continue;
            var small = letter is >= 'A' and <= 'Z' ? (char)(letter | 0x20) : letter < 0x80 ? letter : char.ToLowerInvariant(letter);
            folded[length++] = small;
            hash = (hash ^ small) * 0x01000193;
        }

        hash ^= hash >> 15;
        return Pooled(folded[..length], hash);
    }
}
