using System.Numerics;

namespace Gigatrace.Extraction.Rules;

/// <summary>What is known of each of some words, by their numbers: places that a hash gives, the next free one behind it, at most a third in use.</summary>
internal sealed class WordMap
{
    private readonly int[] _words;
    private readonly int[] _values;

    public WordMap(HashSet<int> words)
        : this(words.ToDictionary(word => word, _ => 0))
    {
    }

    /// <param name="values">None below 0.</param>
    public WordMap(IReadOnlyDictionary<int, int> values)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(values.Count * 3) + 1);
        (_words, _values) = (new int[size], new int[size]);
        Array.Fill(_words, -1);
        Array.Fill(_values, -1);
        foreach (var (word, value) in values)
        {
            var at = First(word);
            while (_words[at] >= 0) at = (at + 1) & (size - 1);
            (_words[at], _values[at]) = (word, value);
        }
    }

    public IEnumerable<int> Words => _words.Where(word => word >= 0);

    /// <summary>The one word that it knows; -2, which is no token's, where there are more.</summary>
    public int Only => Words.Take(2).ToArray() is [var only] ? only : -2;

    public bool Contains(int word) => this[word] >= 0;

    /// <summary>-1 for a word that it does not know.</summary>
    public int this[int word]
    {
        get
        {
            var words = _words;
            var at = First(word);
            while ((uint)at < (uint)words.Length)
            {
                if (words[at] == word) return _values[at];
                if (words[at] < 0) return -1;
                at = (at + 1) & (words.Length - 1);
            }

            return -1;
        }
    }

    private int First(int word) => word & (_words.Length - 1);
}
