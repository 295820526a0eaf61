namespace Gigatrace.Extraction.Tokens;

/// <summary>
/// Latin letters without their diacritics. The program runs without ICU, where <see cref="string.Normalize()"/> leaves
/// everything but ASCII as it is; so the letters stand here.
/// </summary>
internal static class LatinLetters
{
    /// <summary>From U+00C0; a space where a letter has no one plain letter (æ, ß) or is none (×).</summary>
    private const string From00C0 =
        "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkkllllllllllnnnnnn nnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz ";

    /// <summary>From U+0180.</summary>
    private const string From0180 =
        "                                oo             uu                            aaiioouuuuuuuuuu aaaa    ggkkoooo  j   gg  nnaa    aaaaeeeeiiiioooorrrruuuusstt  hh      aaeeooooooooyy                            ";

    /// <summary>From U+1E00.</summary>
    private const string From1E00 =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy      aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      ";

    /// <summary>The plain lower-case letter of a Latin letter with a mark (Š, ø, ế), or <c>null</c> for anything else.</summary>
    public static char? Plain(char letter)
    {
        var plain = letter switch
        {
            < 'À' => ' ',
            < '\u0180' => From00C0[letter - 'À'],
            < '\u0250' => From0180[letter - '\u0180'],
            >= '\u1E00' and < '\u1F00' => From1E00[letter - '\u1E00'],
            _ => ' ',
        };
        return plain == ' ' ? null : plain;
    }
}
