using System.Globalization;
using System.Text;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Lexicon;

/// <summary>
/// What a place's name is looked up by: folded like a word of the <see cref="Vocabulary"/>, and besides without points,
/// commas and apostrophes, hyphens as spaces, <c>saint</c> as <c>st</c>, and without a bracket behind it. So "St. Thomas",
/// "Saint-Thomas" and "st thomas" are one, and "Halle (Saale)" is found as Halle.
/// </summary>
internal static class PlaceKey
{
    /// <summary>Longer names have no key; no place has one.</summary>
    public const int MaxLength = 128;

    public static string Of(string name)
    {
        Span<byte> key = stackalloc byte[MaxLength];
        return Encoding.UTF8.GetString(key[..Write(name, key)]);
    }

    /// <summary>Writes the key in UTF-8 and returns its length; 0 where there is none.</summary>
    public static int Write(ReadOnlySpan<char> name, Span<byte> key)
    {
        if (name.EndsWith(")") && name.LastIndexOf(" (") is > 0 and var bracket) name = name[..bracket];
        var length = 0;
        var word = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            if (length + 4 > key.Length) return 0;
            if (!IsGap(rune))
            {
                length += Append(rune, key[length..]);
            }
            else if (length > word)
            {
                length = Abbreviate(key, word, length);
                key[length++] = (byte)' ';
                word = length;
            }
        }

        if (length > word) return Abbreviate(key, word, length);
        return Math.Max(length - 1, 0);
    }

    private static int Append(Rune rune, Span<byte> into)
    {
        switch (rune.Value)
        {
            case '.' or ',' or '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '´':
                return 0;
            case 'ß':
                "ss"u8.CopyTo(into);
                return 2;
            case 'æ' or 'Æ':
                "ae"u8.CopyTo(into);
                return 2;
            case 'œ' or 'Œ':
                "oe"u8.CopyTo(into);
                return 2;
            case >= 0x300 when Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark:
                return 0;
            default:
                return Plain(rune).EncodeToUtf8(into);
        }
    }

    private static Rune Plain(Rune rune) =>
        rune.IsBmp && LatinLetters.Plain((char)rune.Value) is { } letter ? new Rune(letter) : Rune.ToLowerInvariant(rune);

    private static bool IsGap(Rune rune) => rune.Value is '-' or '‐' or '‑' or '–' or '/' || Rune.IsWhiteSpace(rune);

    private static int Abbreviate(Span<byte> key, int word, int end)
    {
        var written = key[word..end];
        if (!written.SequenceEqual("saint"u8) && !written.SequenceEqual("sainte"u8)) return end;
        var sainte = written.Length == 6;
        "ste"u8.CopyTo(written);
        return word + (sainte ? 3 : 2);
    }
}
