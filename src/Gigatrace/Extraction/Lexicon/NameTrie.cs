using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>
/// Finds the longest known name at a token. Names are paths of vocabulary words; hyphens and points inside a name are
/// ignored on both sides, so that "Mercedes Benz" and "Mercedes-Benz", "SK On" and "SK-On" are one name.
/// </summary>
public sealed class NameTrie(Vocabulary vocabulary)
{
    private readonly Dictionary<long, int> _next = new(16384);
    private readonly List<List<Entry>?> _entries = [null];

    /// <summary>For each word the node of the names that begin with it; 0 where none does.</summary>
    private int[] _first = new int[16384];

    /// <param name="Target">What the name means.</param>
    /// <param name="Exact">Matches only this spelling and case; null where any case will do.</param>
    /// <param name="LowerCase">May start with a lower-case letter in a text.</param>
    public readonly record struct Entry(object Target, string? Exact, bool LowerCase);

    /// <param name="alias">As the lists write it: a leading <c>=</c> asks for exactly this spelling.</param>
    public void Add(string alias, object target, bool lowerCase = false)
    {
        var exact = alias.StartsWith('=');
        if (exact) alias = alias[1..];
        var node = 0;
        foreach (var word in Words(alias))
        {
            var key = ((long)node << 32) | (uint)vocabulary.Add(word);
            if (!_next.TryGetValue(key, out var child))
            {
                child = _entries.Count;
                _entries.Add(null);
                _next.Add(key, child);
                if (node == 0) Begin((int)(uint)key, child);
            }

            node = child;
        }

        if (node == 0) return;
        (_entries[node] ??= []).Add(new Entry(target, exact ? alias : null, lowerCase || alias.Length > 0 && char.IsLower(alias[0])));
    }

    private void Begin(int word, int node)
    {
        if (word >= _first.Length) Array.Resize(ref _first, Math.Max(_first.Length * 2, word + 1));
        _first[word] = node;
    }

    /// <summary>The longest name that starts at a token and stands as its entry asks. False where there is none.</summary>
    public bool Longest(SourceText text, ReadOnlySpan<Token> tokens, int at, bool anyCase, out int end, out object target)
    {
        (end, target) = (at, this);
        var node = 0;
        for (var i = at; i < tokens.Length; i++)
        {
            var word = tokens[i].Word;
            if (word == 0) break;
            if (i > at && IsJoint(text, tokens[i])) continue;
            node = node == 0 ? First(word) : _next.GetValueOrDefault(((long)node << 32) | (uint)word);
            if (node == 0) break;
            if (_entries[node] is not { } entries) continue;
            if (Fits(text, tokens, at, i + 1, entries, anyCase) is { } found) (end, target) = (i + 1, found);
            // "Tenn.", "N.C.": the point behind an abbreviation is the name's.
            else if (i + 1 < tokens.Length && IsPoint(text, tokens[i + 1]) && Fits(text, tokens, at, i + 2, entries, anyCase: false, exactly: true) is { } abbreviated) (end, target) = (i + 2, abbreviated);
        }

        return end > at;
    }

    /// <summary>What a name of one word means, as it stands; null where there is none.</summary>
    public object? Single(ReadOnlySpan<char> written)
    {
        if (vocabulary.Find(written) is not (> 0 and var word) || First(word) is not (> 0 and var node) || _entries[node] is not { } entries) return null;
        foreach (var entry in entries)
        {
            if (entry.Exact is null || written.SequenceEqual(entry.Exact)) return entry.Target;
        }

        return null;
    }

    /// <param name="exactly">Only names that ask for their own spelling.</param>
    private static object? Fits(SourceText text, ReadOnlySpan<Token> tokens, int first, int end, List<Entry> entries, bool anyCase, bool exactly = false)
    {
        var written = text[new Span(tokens[first].Start, tokens[end - 1].End)];
        foreach (var entry in entries)
        {
            if (entry.Exact is { } exact ? written.SequenceEqual(exact) : !exactly && (anyCase || tokens[first].Upper || entry.LowerCase || tokens[first].Kind == TokenKind.Number)) return entry.Target;
        }

        return null;
    }

    /// <summary>Whether a name begins with the word.</summary>
    public bool MayBegin(int word) => First(word) > 0;

    private int First(int word) => (uint)word < (uint)_first.Length ? _first[word] : 0;

    private static bool IsPoint(SourceText text, Token token) => token.Length == 1 && !token.SpaceBefore && text.Value[token.Start] is '.';

    private static bool IsJoint(SourceText text, Token token) =>
        token.Length == 1 && !token.SpaceBefore && text.Value[token.Start] is '-' or '.' or '‑';

    private static IEnumerable<string> Words(string alias)
    {
        var text = new SourceText(alias);
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, text.All, Empty, tokens);
        var first = true;
        foreach (var token in tokens)
        {
            if (first || !IsJoint(text, token)) yield return text.Quote(token.Span);
            first = false;
        }
    }

    private static readonly Vocabulary Empty = new();
}
