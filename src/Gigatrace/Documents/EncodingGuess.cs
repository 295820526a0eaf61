using System.Text;

namespace Gigatrace.Documents;

/// <summary>
/// Which of the old encodings bytes are in that say nothing of themselves and are no UTF-8. East Asian ones by the share of the letters that such texts are full of;
/// the others by the letters of a language: in the wrong encoding a text has some that its language has not, or capitals amid words. Where none fits,
/// it is Windows-1252.
/// </summary>
internal static class EncodingGuess
{
    private const int Probe = 256 * 1024;

    /// <summary>Of the letters beyond ASCII so many must fit, capitals where they may stand.</summary>
    private const double Enough = 0.7;

    private const string Kana = "のにはをたがでてとしれさいるなかもこらりうまスンルトリアイクラ";
    private const string Hangul = "이다는을의가에고하한로를지사도기서인은나자어있대";
    private const string Simplified = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经";
    private const string Traditional = "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經";

    /// <param name="Common">What texts of this kind are full of.</param>
    /// <param name="Share">The least that they have of it.</param>
    private sealed record Wide(Encoding Encoding, string Common, double Share);

    /// <param name="Letters">All that a language has beyond ASCII, in lower case.</param>
    private sealed record Narrow(string Table, string Letters);

    private static readonly Wide[] EastAsian =
    [
        new(Of("shift_jis"), Kana, 0.15), new(Of("euc-jp"), Kana, 0.15), new(Of("euc-kr"), Hangul, 0.12), new(Of("gb18030"), Simplified, 0.06), new(Of("big5"), Traditional, 0.06),
    ];

    /// <summary>What fits equally well goes to the first.</summary>
    private static readonly Narrow[] Languages =
    [
        new("windows-1252", "äöüßéè"), new("windows-1252", "éèêëàâçùûîïôœ"), new("windows-1252", "áéíóúñüïç"), new("windows-1252", "ãõáéíóúâêôçàü"), new("windows-1252", "àèéìòùî"),
        new("windows-1252", "åäöøæéü"), new("windows-1252", "ëéïöüèó"), new("windows-1252", "äöõüšž"), new("windows-1252", "áéíóúýðþæö"),
        new("windows-1250", "ąćęłńóśźż"), new("windows-1250", "áčďéěíňóřšťúůýž"), new("windows-1250", "áäčďéíĺľňóôŕšťúýž"), new("windows-1250", "áéíóöőúüű"), new("windows-1250", "čćđšž"), new("windows-1250", "ăâîşţ"),
        new("iso-8859-2", "ąćęłńóśźż"), new("iso-8859-2", "áčďéěíňóřšťúůýž"), new("iso-8859-2", "áäčďéíĺľňóôŕšťúýž"), new("iso-8859-2", "áéíóöőúüű"), new("iso-8859-2", "čćđšž"), new("iso-8859-2", "ăâîşţ"),
        new("windows-1254", "çğıöşüâ"), new("windows-1257", "ąčęėįšųūž"), new("windows-1257", "āčēģīķļņšūž"),
        new("windows-1251", Cyrillic), new("koi8-r", Cyrillic), new("iso-8859-5", Cyrillic), new("cp866", Cyrillic), new("windows-1251", Cyrillic + "іїєґ"), new("koi8-u", Cyrillic + "іїєґ"),
        new("windows-1253", "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ"),
    ];

    private const string Cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюяё";

    /// <summary>Stands in texts of any language.</summary>
    private const string Signs = "\u00A0«»„“”‚‘’‹›–—…•·°§©®™€£№²³½×±´¸¨\u00AD";

    public static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, Probe)];
        (Encoding Encoding, double Fit) best = (Decoding.Windows1252, Enough);
        foreach (var one in EastAsian)
        {
            // Twice what it must have is as good as a language that fits wholly.
            var fit = CommonShare(one.Encoding.GetString(bytes), one.Common) / one.Share;
            if (fit >= 1 && Math.Min(fit / 2 + Enough, 2) > best.Fit) best = (one.Encoding, Math.Min(fit / 2 + Enough, 2));
        }

        foreach (var table in Languages.GroupBy(language => language.Table, StringComparer.Ordinal))
        {
            var encoding = Of(table.Key);
            var text = encoding.GetString(bytes);
            foreach (var language in table)
            {
                if (Fit(text, language.Letters) is var fit && fit > best.Fit) best = (encoding, fit);
            }
        }

        return best.Encoding;
    }

    /// <summary>Of the letters beyond ASCII. None where something cannot be read, but for a letter cut through at the end.</summary>
    private static double CommonShare(string text, string common)
    {
        int high = 0, hits = 0, broken = 0;
        foreach (var letter in text)
        {
            if (letter < 0x80 || letter is (>= '\u3000' and <= '\u303F') or (>= '\uFF01' and <= '\uFF5E')) continue;
            high++;
            if (letter == '\uFFFD') broken++;
            else if (common.Contains(letter, StringComparison.Ordinal)) hits++;
        }

        return high == 0 || broken > 1 + high / 200 ? 0 : (double)hits / high;
    }

    /// <summary>From 0, or less, to 1: how well the letters beyond ASCII are those of the language.</summary>
    private static double Fit(string text, string letters)
    {
        double fit = 0;
        var high = 0;
        var before = ' ';
        foreach (var letter in text)
        {
            if (letter >= 0x80 && !Signs.Contains(letter, StringComparison.Ordinal))
            {
                high++;
                var small = char.ToLowerInvariant(letter);
                if (!letters.Contains(small, StringComparison.Ordinal)) fit -= 2;
                else if (letter == small) fit++;
                // Capitals begin words, or words are of capitals.
                else fit += char.IsLower(before) ? -1 : char.IsLetter(before) ? 0.5 : 0.9;
            }

            before = letter;
        }

        return high == 0 ? 0 : fit / high;
    }

    private static Encoding Of(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")) ?? Decoding.Windows1252;
}
