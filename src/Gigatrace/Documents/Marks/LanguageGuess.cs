using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>The language of a text by its script and its commonest small words.</summary>
internal static class LanguageGuess
{
    private const int Sample = 40_000;
    private const int FewestWords = 3;

    private static readonly (string Language, string[] Words)[] SmallWords =
    [
        ("en", Set("the of and to in is that for with was are on has be by from it at an will this which have as its")),
        ("de", Set("der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat dass wird bei")),
        ("fr", Set("le la les de des et en un une du dans que est pour qui sur au par plus avec ce il sont aux l d")),
        ("es", Set("el la los las de que y en un una del se por con para es al lo como más su ha sus fue")),
        ("it", Set("il la di che e in un una del della per con è le da sono nel alla si i dei delle anche ha")),
        ("nl", Set("de het een van en in is op te dat die voor met zijn niet aan er om ook als bij uit door naar heeft")),
    ];

    private static readonly int Longest = SmallWords.Max(language => language.Words.Max(word => word.Length));

    /// <summary>Words packed into one number each, at places that a hash of it gives or behind, and the languages that have them; 0 is free.</summary>
    private static readonly (ulong Word, int[] Languages)[] Table = Fill();

    /// <summary>ISO 639-1; null where the text is too short or none stands out.</summary>
    public static string? Of(string text, List<Draft> drafts)
    {
        var counts = new int[SmallWords.Length];
        int han = 0, kana = 0, hangul = 0, letters = 0, read = 0;
        foreach (var span in drafts.Where(d => !d.Boilerplate).Select(d => d.Span))
        {
            for (var at = span.Start; at < span.End && read < Sample; read++)
            {
                var start = at;
                while (at < span.End && char.IsLetter(text[at]))
                {
                    letters++;
                    if (text[at] is >= '\u3040' and <= '\u30FF') kana++;
                    else if (text[at] is >= '\u4E00' and <= '\u9FFF') han++;
                    else if (text[at] is >= '\uAC00' and <= '\uD7AF') hangul++;
                    at++;
                }

                if (at > start) Count(text.AsSpan(start, Math.Min(at - start, 12)), counts);
                else at++;
            }
        }

        if (letters > 0 && (han + kana + hangul) * 4 > letters) return hangul > han + kana ? "ko" : kana * 10 > han ? "ja" : "zh";
        var best = counts.Max();
        return best >= FewestWords && counts.Count(c => c == best) == 1 ? SmallWords[Array.IndexOf(counts, best)].Language : null;
    }

    private static void Count(ReadOnlySpan<char> word, int[] counts)
    {
        if (word.Length > Longest) return;
        var packed = 0UL;
        foreach (var letter in word)
        {
            var small = letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter < 0x80 ? letter : char.ToLowerInvariant(letter);
            if (small >= 1 << Letter) return;
            packed = packed << Letter | (uint)small;
        }

        for (var at = Place(packed); Table[at].Word != 0; at = (at + 1) % Table.Length)
        {
            if (Table[at].Word != packed) continue;
            foreach (var language in Table[at].Languages) counts[language]++;
            return;
        }
    }

    /// <summary>Bits of a letter: six of them are one number.</summary>
    private const int Letter = 10;

    private static int Place(ulong packed) => (int)(packed * 0x9E3779B97F4A7C15 >> 54) % 1024;

    private static (ulong Word, int[] Languages)[] Fill()
    {
        var table = new (ulong Word, int[] Languages)[1024];
        foreach (var word in SmallWords.SelectMany(language => language.Words).Distinct(StringComparer.Ordinal))
        {
            var packed = word.Aggregate(0UL, (all, letter) => all << Letter | letter);
            var at = Place(packed);
            while (table[at].Word != 0) at = (at + 1) % table.Length;
            table[at] = (packed, [.. Enumerable.Range(0, SmallWords.Length).Where(language => SmallWords[language].Words.Contains(word, StringComparer.Ordinal))]);
        }

        return table;
    }

    private static string[] Set(string words) => words.Split(' ');
}
