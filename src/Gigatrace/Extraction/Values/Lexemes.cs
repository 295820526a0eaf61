using System.Collections.Frozen;
using Gigatrace.Claims;
using Gigatrace.Extraction.Tokens;

namespace Gigatrace.Extraction.Values;

/// <summary>The words of all grammars. One look for a token: its first letter and length rule out nearly every word of a text.</summary>
internal static class Lexemes
{
    private const int Longest = 15;

    private static readonly FrozenDictionary<string, Lexeme> Words = Build();

    /// <summary>The same at places that a hash of the word gives, or the next free one behind; at most a quarter in use. It is asked for most words of a text.</summary>
    private static readonly (string? Word, Lexeme Lexeme)[] Table = Places();

    /// <summary>For each first letter, the lengths of the words that begin with it, as bits.</summary>
    private static readonly ushort[] LengthsByLetter = Lengths();

    /// <summary>Fills in what each token may be; false where none begins a value.</summary>
    public static bool Classify(SourceText text, ReadOnlySpan<Token> tokens, Span<Lexeme?> into)
    {
        var chars = text.Value.AsSpan();
        var starts = false;
        for (var at = 0; at < tokens.Length; at++)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Number)
            {
                into[at] = null;
                starts = true;
                continue;
            }

            var lexeme = Find(chars.Slice(token.Start, token.Length));
            into[at] = lexeme;
            starts |= lexeme is { Starts: true };
        }

        return starts;
    }

    public static Lexeme? Find(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > Longest) return null;
        var first = word[0] | 0x20;
        if (first is < 'a' or > 'z') return word.Length == 1 ? Currencies.Symbol(word[0]) ?? Units.Symbol(word[0]) ?? Ordinals.Symbol(word[0]) : null;
        if ((LengthsByLetter[first - 'a'] & (1 << word.Length)) == 0) return null;
        Span<char> folded = stackalloc char[Longest];
        var hash = Basis;
        for (var at = 0; at < word.Length; at++)
        {
            var c = word[at];
            if (c >= 0x80) return Words.GetValueOrDefault(Vocabulary.Fold(word.ToString()));
            folded[at] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
            hash = (hash ^ folded[at]) * Prime;
        }

        for (var place = First(hash, Table.Length); Table[place].Word is { } known; place = (place + 1) & (Table.Length - 1))
        {
            if (folded[..word.Length].SequenceEqual(known)) return Table[place].Lexeme;
        }

        return null;
    }

    private const uint Basis = 0x811C9DC5, Prime = 0x01000193;

    private static int First(uint hash, int places) => (int)((hash ^ hash >> 15) & (uint)(places - 1));

    private static (string? Word, Lexeme Lexeme)[] Places()
    {
        var table = new (string? Word, Lexeme Lexeme)[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Words.Count * 4)];
        foreach (var (word, lexeme) in Words)
        {
            var place = First(word.Aggregate(Basis, (hash, letter) => (hash ^ letter) * Prime), table.Length);
            while (table[place].Word is not null) place = (place + 1) & (table.Length - 1);
            table[place] = (word, lexeme);
        }

        return table;
    }

    private static FrozenDictionary<string, Lexeme> Build()
    {
        var words = new Dictionary<string, Lexeme>(StringComparer.Ordinal);
        foreach (var (forms, lexeme) in (IEnumerable<(string, Lexeme)>)
            [.. Numbers.Words(), .. Ordinals.Words(), .. Factors.Words(), .. Periods.Words(), .. DateWords.Words(), .. Decades.Words(), .. FiscalYears.Words(), .. Holidays.Words(), .. Currencies.Words(), .. Units.Words()])
        {
            foreach (var form in forms.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words[form] = words.TryGetValue(form, out var other) ? Merge(other, lexeme) : lexeme;
            }
        }

        return words.ToFrozenDictionary(word => word.Key, word => word.Value.Settled(), StringComparer.Ordinal);
    }

    /// <summary>A word of two grammars is both: m is a metre and a million.</summary>
    private static Lexeme Merge(Lexeme one, Lexeme other) => one with
    {
        Cardinal = Math.Max(one.Cardinal, other.Cardinal),
        Scale = Math.Max(one.Scale, other.Scale),
        ShortScale = Math.Max(one.ShortScale, other.ShortScale),
        Ordinal = Math.Max(one.Ordinal, other.Ordinal),
        Denominator = Math.Max(one.Denominator, other.Denominator),
        Factor = Math.Max(one.Factor, other.Factor),
        Unit = one.Unit ?? other.Unit,
        Prefix = one.Prefix || other.Prefix,
        Month = Math.Max(one.Month, other.Month),
        Weekday = Math.Max(one.Weekday, other.Weekday),
        Season = Math.Max(one.Season, other.Season),
        NeedsNumber = one.NeedsNumber || other.NeedsNumber,
        Period = one.Period == Period.None ? other.Period : one.Period,
        Third = Math.Max(one.Third, other.Third),
        DayShift = one.DayShift ?? other.DayShift,
        Shift = one.Shift ?? other.Shift,
        NumberOfPeriod = Math.Max(one.NumberOfPeriod, other.NumberOfPeriod),
        Year = Math.Max(one.Year, other.Year),
        IsSortOfYear = one.IsSortOfYear || other.IsSortOfYear,
        Decade = Math.Max(one.Decade, other.Decade),
        IsCount = one.IsCount || other.IsCount,
        IsHoliday = one.IsHoliday || other.IsHoliday,
        Starts = one.Starts || other.Starts,
    };

    private static ushort[] Lengths()
    {
        var lengths = new ushort[26];
        foreach (var word in Words.Keys)
        {
            if (word.Length > Longest || word[0] is < 'a' or > 'z') throw new InvalidOperationException($"no word of a value: {word}");
            lengths[word[0] - 'a'] |= (ushort)(1 << word.Length);
        }

        return lengths;
    }
}
