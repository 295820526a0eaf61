using System.Globalization;
using System.Text;

namespace Gigatrace.Extraction.Tokens;

/// <summary>
/// The numbers of all words that the program's knowledge uses (lexicon, rules, value grammars), so that a text's words
/// are looked up once and compared as numbers from then on. Filled while knowledge is loaded, only read afterwards.
/// </summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers = new(8192, StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _words = [""];

    public Vocabulary() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>One more than the highest number in use.</summary>
    public int Count => _words.Count;

    /// <summary>The folded word of a number; empty for 0.</summary>
    public string this[int word] => _words[word];

    /// <summary>The number of a word, which is folded first; a new one where it has none.</summary>
    public int Add(string word)
    {
        var folded = Fold(word);
        if (folded.Length == 0) return 0;
        if (_numbers.TryGetValue(folded, out var number)) return number;
        _numbers.Add(folded, _words.Count);
        _words.Add(folded);
        return _words.Count - 1;
    }

    /// <summary>The number of a word as it stands in a text; 0 where it has none. Words over 64 characters have none.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 64) return 0;
        Span<char> folded = stackalloc char[64];
        for (var at = 0; at < word.Length; at++)
        {
            var c = word[at];
            if (c >= 0x80) return FindFolded(word);
            folded[at] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        }

        return _lookup.TryGetValue(folded[..word.Length], out var number) ? number : 0;
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

    private int FindFolded(ReadOnlySpan<char> word) => _numbers.GetValueOrDefault(Fold(word.ToString()));
}
