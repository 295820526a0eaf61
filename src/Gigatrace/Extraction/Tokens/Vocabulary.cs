using System.Globalization;
using System.Text;

namespace Gigatrace.Extraction.Tokens;

/// <summary>
/// The numbers of all words that the program's knowledge uses (lexicon, rules, value grammars), so that a text's words
/// are looked up once and compared as numbers from then on. Filled while knowledge is loaded, only read afterwards.
/// </summary>
public sealed class Vocabulary
{
    private readonly List<string> _words = [""];

    /// <summary>Numbers of words, each at a place that its hash gives or at the next free one behind it; 0 is free. At most half full.</summary>
    private int[] _places = new int[16384];

    /// <summary>One more than the highest number in use.</summary>
    public int Count => _words.Count;

    /// <summary>The folded word of a number; empty for 0.</summary>
    public string this[int word] => _words[word];

    /// <summary>The number of a word, which is folded first; a new one where it has none.</summary>
    public int Add(string word)
    {
        var folded = Fold(word);
        if (folded.Length == 0) return 0;
        if (FindFolded(folded) is > 0 and var number) return number;
        _words.Add(folded);
        if (_words.Count * 2 > _places.Length)
        {
            _places = new int[_places.Length * 2];
            for (var known = 1; known < _words.Count - 1; known++) Place(known);
        }

        Place(_words.Count - 1);
        return _words.Count - 1;
    }

    /// <summary>The number of a word as it stands in a text; 0 where it has none. Words over 64 characters have none.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 64) return 0;
        var hash = (uint)word.Length;
        foreach (var c in word)
        {
            if (c >= 0x80) return FindFolded(Fold(word.ToString()));
            hash = (hash ^ Lower(c)) * 0x01000193;
        }

        return Find(word, hash);
    }

    /// <summary>Lower case without diacritics: Škoda is skoda, Göd is god, Straße is strasse, ’ is '.</summary>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word)) return word.ToLowerInvariant();
        var result = new StringBuilder(word.Length + 2);
        foreach (var c in word)
        {
            if (c >= 0x300 && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            _ = c switch
            {
                '’' or '‘' or 'ʼ' => result.Append('\''),
                'ß' => result.Append("ss"),
                'æ' or 'Æ' => result.Append("ae"),
                'œ' or 'Œ' => result.Append("oe"),
                _ => result.Append(LatinLetters.Plain(c) ?? char.ToLowerInvariant(c)),
            };
        }

        return result.ToString();
    }

    private int FindFolded(string folded) => Find(folded, Hash(folded));

    /// <summary>A word in any case, with the hash that it has in lower case.</summary>
    private int Find(ReadOnlySpan<char> word, uint hash)
    {
        for (var at = First(hash); _places[at] is > 0 and var number; at = (at + 1) & (_places.Length - 1))
        {
            if (IsLower(word, _words[number])) return number;
        }

        return 0;
    }

    private void Place(int number)
    {
        var at = First(Hash(_words[number]));
        while (_places[at] > 0) at = (at + 1) & (_places.Length - 1);
        _places[at] = number;
    }

    private int First(uint hash) => (int)((hash ^ hash >> 15) & (uint)(_places.Length - 1));

    private static uint Hash(string folded)
    {
        var hash = (uint)folded.Length;
        foreach (var c in folded) hash = (hash ^ c) * 0x01000193;
        return hash;
    }

    private static char Lower(char c) => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;

    private static bool IsLower(ReadOnlySpan<char> word, string folded)
    {
        if (word.Length != folded.Length) return false;
        for (var at = 0; at < word.Length; at++)
        {
            if (Lower(word[at]) != folded[at]) return false;
        }

        return true;
    }
}
