using Gigatrace.Claims;

namespace Gigatrace.Extraction.Tokens;

/// <summary>
/// Cuts a passage's tokens into sentences. A sentence ends at . ! ? or … with the quotes and brackets that close behind it, not at
/// the point of an abbreviation or initial; a point in the middle stands between two, a semicolon or a line break ends none. What goes on without an end is cut, so that the time to read it grows with
/// its length alone.
/// </summary>
public static class Sentences
{
    /// <summary>Tokens of a sentence: many times those of any that was written to be read.</summary>
    internal const int Longest = 1000;

    /// <summary>Words whose point does not end a sentence where more follows.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "ste", "mt", "ft", "gen", "col", "lt", "sgt", "capt", "sen", "rep", "gov", "pres", "hon", "rev", "sr", "jr", "messrs",
        "approx", "ca", "vs", "cf", "etc", "incl", "excl", "est", "max", "min", "avg", "resp", "al", "eg", "ie", "viz", "no", "nos", "nr", "vol", "fig", "pp", "art", "sec", "para",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat",
        "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "kans", "ky", "mass", "md", "mich", "minn", "miss", "mo", "mont", "neb", "nev",
        "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "ont", "que", "dept", "univ", "bros", "rs", "yr", "mio", "mrd", "bn", "mn", "tel", "ext",
    };

    /// <summary>Legal forms end a name and may end a sentence: what follows decides.</summary>
    private static readonly HashSet<string> LegalForms = new(StringComparer.OrdinalIgnoreCase) { "co", "ltd", "inc", "corp", "plc", "llc", "bv", "nv", "sa", "spa", "pty", "pte", "bhd", "cos", "intl" };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationLookup = Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> LegalLookup = LegalForms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the sentences of the tokens, which are one passage's, as places in <paramref name="tokens"/>; together they cover all of them.</summary>
    public static void Split(SourceText text, ReadOnlySpan<Token> tokens, List<TokenRange> into)
    {
        var chars = text.Value.AsSpan();
        var first = 0;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (at - first == Longest)
            {
                into.Add(new TokenRange(first, at));
                first = at;
            }

            if (IsPoint(chars, tokens, at))
            {
                into.Add(new TokenRange(first, at + 1));
                first = at + 1;
                continue;
            }

            if (tokens[at].Kind != TokenKind.Punctuation || !IsEnd(chars, tokens, at)) continue;
            var end = at + 1;
            while (end < tokens.Length && (IsStop(chars, tokens[end]) || IsClosing(chars, tokens, end))) end++;
            if (!MayFollow(chars, tokens, at, end)) continue;
            into.Add(new TokenRange(first, end));
            first = end;
            at = end - 1;
        }

        if (first < tokens.Length) into.Add(new TokenRange(first, tokens.Length));
    }

    /// <summary>"2016-10 announced · 2017-10 works start": a point in the middle, with spaces around it, stands between two things noted.</summary>
    private static bool IsPoint(ReadOnlySpan<char> chars, ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Length == 1 && chars[tokens[at].Start] is '·' or '•' && tokens[at].SpaceBefore && at > 0 && at + 1 < tokens.Length && tokens[at + 1].SpaceBefore;

    private static bool IsStop(ReadOnlySpan<char> chars, Token token) => chars[token.Start] is '.' or '!' or '?' or '…' or '。' or '！' or '？' && token.Kind == TokenKind.Punctuation;

    private static bool IsEnd(ReadOnlySpan<char> chars, ReadOnlySpan<Token> tokens, int at)
    {
        var token = tokens[at];
        if (!IsStop(chars, token)) return false;
        if (chars[token.Start] != '.') return true;
        return at > 0 && (token.SpaceBefore || !IsAbbreviation(chars, tokens, at));
    }

    /// <summary>Behind the end stands a space, or nothing; a small letter continues the sentence: "Yahoo! said".</summary>
    private static bool MayFollow(ReadOnlySpan<char> chars, ReadOnlySpan<Token> tokens, int stop, int next)
    {
        if (next >= tokens.Length) return true;
        var follower = tokens[next];
        if (chars[tokens[stop].Start] is '。' or '！' or '？') return true;
        if (!follower.SpaceBefore) return false;
        return follower.LineBefore || !char.IsLower(chars[follower.Start]) || IsName(chars, follower);
    }

    /// <summary>A name that begins small and goes on in capitals: iM3NY, eBay.</summary>
    private static bool IsName(ReadOnlySpan<char> chars, Token token) => token.Length > 1 && char.IsUpper(chars[token.Start + 1]);

    /// <summary>The point at <paramref name="at"/> belongs to the word before it.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> chars, ReadOnlySpan<Token> tokens, int at)
    {
        var word = chars.Slice(tokens[at - 1].Start, tokens[at - 1].Length);
        var isLast = at + 1 >= tokens.Length;
        if (tokens[at - 1].Kind == TokenKind.Number) return !isLast && at - 1 == 0;
        if (tokens[at - 1].Kind != TokenKind.Word || isLast) return false;
        // "€450m. Cells", "1.1 m. Next": the letter is a unit, no initial, and so is that of "5 bn. Costs".
        if (word.Length <= 2 && char.IsLower(word[0]) && at > 1 && tokens[at - 2].Kind == TokenKind.Number) return false;
        if (word.Length == 1 && char.IsLetter(word[0])) return !EndsSentence(chars, tokens, at);
        if (LegalLookup.Contains(word)) return !StartsSentence(chars, tokens, at + 1);
        if (!AbbreviationLookup.Contains(word)) return false;
        // "in Kokomo, Ind. The venture": a state that ends a sentence.
        if (char.IsUpper(word[0]) && word.Length >= 3 && tokens[at + 1].Length > 1 && StartsSentence(chars, tokens, at + 1)) return false;
        // A month or a "no" that ends a sentence is followed by a capital and is no abbreviation when written small.
        return char.IsUpper(word[0]) || !tokens[at + 1].Upper || word.Length <= 2 && !word.SequenceEqual("no");
    }

    /// <summary>"the U.S. The", "Vitamin C. It": an initial's point ends a sentence where a word that begins sentences follows.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> chars, ReadOnlySpan<Token> tokens, int at) => StartsSentence(chars, tokens, at + 1);

    private static bool StartsSentence(ReadOnlySpan<char> chars, ReadOnlySpan<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.LineBefore) return true;
        if (!token.Upper || !token.SpaceBefore) return false;
        return Starters.Contains(chars.Slice(token.Start, token.Length));
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = new HashSet<string>(StringComparer.Ordinal)
    {
        "The", "A", "An", "This", "That", "These", "Those", "It", "Its", "He", "She", "They", "We", "I", "In", "On", "At", "By", "For", "From", "But", "And", "However", "When", "While",
        "After", "Before", "As", "According", "With", "If", "There", "Their", "Our", "His", "Her", "Both", "Since", "Under", "To", "What", "Last", "Meanwhile", "Production", "Construction",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsClosing(ReadOnlySpan<char> chars, ReadOnlySpan<Token> tokens, int at) =>
        chars[tokens[at].Start] is ')' or ']' or '”' or '’' or '»' or '"' or '\'' or '“' or '*' or '_' && !tokens[at].SpaceBefore;
}
