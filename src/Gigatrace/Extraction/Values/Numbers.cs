using System.Globalization;

namespace Gigatrace.Extraction.Values;

/// <summary>A number as read: its amount, where it ends and how it is written.</summary>
/// <param name="Mantissa">Before million, thousand… : 1.5 of "1.5 million".</param>
/// <param name="Scale">1 where it has none.</param>
/// <param name="InWords">Spelled out: "twelve".</param>
internal readonly record struct Amount(decimal Mantissa, decimal Scale, int First, int End, bool InWords)
{
    public decimal Value => Mantissa * Scale;

    /// <summary>A point with three digits behind it, which in a sum of money can only part thousands: "32.500 euros".</summary>
    public bool HasPointBeforeThree { get; init; }
}

/// <summary>Numbers in digits or words: 1,000 · 1.4 · 20 000 · 1.5 million · twenty-five · two hundred thousand · a dozen · half a million.</summary>
internal static class Numbers
{
    public static IEnumerable<(string Forms, Lexeme Lexeme)> Words()
    {
        string[] small = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        for (var at = 0; at < small.Length; at++) yield return (small[at], new Lexeme { Cardinal = at + 1 });
        for (var at = 0; at < tens.Length; at++) yield return (tens[at], new Lexeme { Cardinal = (at + 2) * 10 });
        yield return ("fourty", new Lexeme { Cardinal = 40 });
        yield return ("dozen", new Lexeme { Scale = 12 });
        yield return ("hundred", new Lexeme { Scale = 100 });
        yield return ("thousand thousands k", new Lexeme { Scale = 1_000 });
        yield return ("lakh lakhs lac", new Lexeme { Scale = 100_000 });
        yield return ("million millions mn mln mio", new Lexeme { Scale = 1_000_000 });
        yield return ("crore crores cr", new Lexeme { Scale = 10_000_000 });
        yield return ("billion billions bn bln mrd milliard milliards", new Lexeme { Scale = 1_000_000_000 });
        yield return ("trillion trillions tn trn", new Lexeme { Scale = 1_000_000_000_000 });
        yield return ("m mm", new Lexeme { ShortScale = 1_000_000, Starts = false });
        yield return ("b", new Lexeme { ShortScale = 1_000_000_000, Starts = false });
        yield return ("t", new Lexeme { ShortScale = 1_000_000_000_000, Starts = false });
        yield return ("a an half few couple", new Lexeme { IsCount = true, Starts = false });
    }

    /// <summary>Before million, billion, trillion. No text says more, and a decimal holds its trillions in any unit.</summary>
    private const decimal Largest = 1e13m;

    public static bool TryRead(in ValueTokens s, int at, out Amount amount) =>
        (s.IsNumber(at) ? TryDigits(s, at, out amount) : TryWords(s, at, out amount)) && amount.Mantissa <= Largest;

    /// <summary>The amount of digits with separators: 1,000 · 1.000.000 · 12,34,567.89 · 1,5; null for what is no single number (a version, a date).</summary>
    public static decimal? Parse(ReadOnlySpan<char> digits)
    {
        var (points, commas) = (digits.Count('.'), digits.Count(','));
        if (digits.Length > 20) return null;
        var mark = (points, commas) switch
        {
            (0, 0) => '\0',
            (1, 0) => IsThousands(digits, '.', onlyZeros: true) ? '\0' : '.',
            (0, 1) => IsThousands(digits, ',', onlyZeros: false) ? '\0' : ',',
            (> 1, 0) => IsGrouped(digits, '.') ? '\0' : 'x',
            (0, > 1) => IsGrouped(digits, ',') ? '\0' : 'x',
            (1, _) when digits.LastIndexOf(',') < digits.IndexOf('.') && IsGrouped(digits[..digits.IndexOf('.')], ',') => '.',
            (_, 1) when digits.LastIndexOf('.') < digits.IndexOf(',') && IsGrouped(digits[..digits.IndexOf(',')], '.') => ',',
            _ => 'x',
        };
        return mark == 'x' ? null : Join(digits, mark);
    }

    private static decimal Join(ReadOnlySpan<char> digits, char mark)
    {
        Span<char> plain = stackalloc char[digits.Length];
        var length = 0;
        foreach (var c in digits)
        {
            if (c == mark) plain[length++] = '.';
            else if (char.IsAsciiDigit(c)) plain[length++] = c;
        }

        return decimal.Parse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    /// <summary>One separator with three digits behind it: a comma parts thousands; a point only before 000, as nobody writes three empty decimals.</summary>
    private static bool IsThousands(ReadOnlySpan<char> digits, char mark, bool onlyZeros)
    {
        var place = digits.IndexOf(mark);
        return place is >= 1 and <= 3 && digits.Length - place == 4 && digits[0] != '0' && (!onlyZeros || digits[(place + 1)..] is "000");
    }

    /// <summary>Groups of three, or of two before the last three as in India.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> digits, char mark)
    {
        var last = digits.LastIndexOf(mark);
        if (last < 0) return true;
        if (digits.Length - last != 4) return false;
        foreach (var group in digits[..last].Split(mark))
        {
            var length = group.End.Value - group.Start.Value;
            if (length is 0 or > 3 || (length == 1 && group.Start.Value > 0)) return false;
        }

        return true;
    }

    private static bool TryDigits(in ValueTokens s, int at, out Amount amount)
    {
        amount = default;
        if (IsPartOfName(s, at) || Parse(s[at]) is not { } value) return false;
        var end = at + 1;
        while (end < at + 5 && IsGroup(s, at, end))
        {
            value = (value * 1000) + (Parse(s[end]) ?? 0);
            end++;
        }

        if (s.IsWord(end) && s.IsGlued(end) && !IsSuffix(s, end)) return false;
        var scale = TakeScale(s, ref end);
        value += Lower(s, scale, ref end);
        var point = s[at].IndexOf('.');
        var isThousands = scale == 1 && end == at + 1 && point is >= 1 and <= 3 && s[at].Length == point + 4 && s[at][0] != '0' && value % 1 != 0;
        amount = new Amount(value, scale, at, end, InWords: false) { HasPointBeforeThree = isThousands };
        return true;
    }

    /// <summary>"1 trillion 500 billion": the part behind, in the scale of the one before.</summary>
    private static decimal Lower(in ValueTokens s, decimal scale, ref int end)
    {
        if (scale < 1_000_000_000 || !s.IsNumber(end) || s[end].Length > 3 || s.Lexeme(end + 1).Scale is not (>= 1_000_000 and var lower) || lower >= scale || Parse(s[end]) is not { } value || value % 1 != 0) return 0;
        end += 2;
        return value * lower / scale;
    }

    /// <summary>Letters right behind a number are a unit or scale; others make it a name: 5G, 3D, 1A.</summary>
    private static bool IsSuffix(in ValueTokens s, int at) =>
        (s.Lexeme(at).Unit is not null && Units.IsMeant(s, at)) || s.Lexeme(at) is { Scale: > 0 } or { ShortScale: > 0 } or { Period: not Period.None } or { Month: > 0 } || s[at] is "s" or "x" or "fold" or "am" or "pm";

    /// <summary>F-150, ID.4, NMC_811, A/320: glued by a mark to a word that is no part of a value.</summary>
    public static bool IsPartOfName(in ValueTokens s, int at) =>
        s.IsGlued(at) && s.IsGlued(at - 1) && s.IsWord(at - 2) && (s.IsHyphen(at - 1) || s[at - 1] is "." or "_" or "/" or "+") &&
        s.Lexeme(at - 2) is { Month: 0, Third: 0, Prefix: false } word && !IsScaleOf(s, at - 2) && word.Unit is not { Kind: ValueKind.Energy or ValueKind.Percent } && !(s[at - 1] is "/" && word.Unit is not null) &&
        !s.IsAny(at - 2, "pre", "post", "horizon");

    /// <summary>"$2bn-3bn": what is bound to the number before it.</summary>
    private static bool IsScaleOf(in ValueTokens s, int at) => s.Lexeme(at) is { Scale: >= 1000 } or { ShortScale: > 0 } && s.IsNumber(at - 1) && s.IsGlued(at);

    /// <summary>The next three digits belong to the number before: "20 000" with any single space, "1’000".</summary>
    private static bool IsGroup(in ValueTokens s, int first, int at)
    {
        if (!s.IsNumber(at) || s[at].Length != 3 || s[at].ContainsAny(',', '.')) return false;
        if (s[first].ContainsAny(',', '.') || s[first].Length > 3 || s[first][0] == '0' || s.Lexeme(first - 1).Month > 0) return false;
        return s.Tokens[at].Start == s.Tokens[at - 1].End + 1;
    }

    /// <summary>hundred, thousand, million behind the number, also bound by a hyphen: "48-million".</summary>
    private static decimal TakeScale(in ValueTokens s, ref int end)
    {
        var scale = 1m;
        for (var next = s.SkipHyphen(end); s.Lexeme(next).Scale is > 0 and var more && scale * more <= 1_000_000_000_000m; next = s.SkipHyphen(end))
        {
            if (s[next].Length == 1 && !s.IsGlued(next)) break;
            scale *= more;
            end = next + 1;
        }

        return scale;
    }

    private static bool TryWords(in ValueTokens s, int at, out Amount amount)
    {
        var end = at;
        if (TryPart(s, ref end, out var part))
        {
            amount = new Amount(part, TakeScale(s, ref end), at, end, InWords: true);
            return amount.Scale > 1 || IsPower(s, end);
        }

        amount = default;
        if (s.IsAny(at - 1, "several", "few", "many", "some") && s.Lexeme(at).Scale > 0) return false;
        // "north of a gigawatt-hour"
        if (s.Is(at, "a") && IsPower(s, at + 1) && (s.IsAny(at - 1, "than", "over", "about", "around", "almost", "nearly", "roughly", "just", "exactly", "least") || s.Is(at - 1, "of") && s.IsAny(at - 2, "north", "capacity", "output", "excess", "shy", "shade")))
        {
            amount = new Amount(1, 1, at, at + 1, InWords: false);
            return true;
        }

        if (s.IsAny(at, "a", "an") && s.Lexeme(at + 1).Scale > 0) end = at + 1;
        else if (s.Lexeme(at).Cardinal == 0) return false;
        decimal total = 0, current = end > at ? 1 : 0;
        var last = 0m;
        while (true)
        {
            var next = end == at ? at : s.SkipHyphen(end);
            if (s.Is(next, "and") && last >= 100 && s.Lexeme(next + 1).Cardinal > 0) next++;
            var word = s.Lexeme(next);
            if (word.Cardinal > 0 && Fits(last, word.Cardinal)) current += last = word.Cardinal;
            else if (word.Scale is > 0 and < 1000 && current is > 0 and < 1000 && s[next].Length > 1) current *= last = word.Scale;
            else if (word.Scale >= 1000 && current > 0 && (last < 1000 || word.Scale < last) && s[next].Length > 1) (total, current, last) = (total + (current * word.Scale), 0, word.Scale);
            else break;
            end = next + 1;
        }

        var mantissa = total + current;
        var scale = 1m;
        if (mantissa is > 0 and < 100 && s.Is(end, "and") && s.Is(end + 1, "a") && s.Is(end + 2, "half"))
        {
            mantissa += 0.5m;
            end += 3;
            scale = TakeScale(s, ref end);
        }

        amount = new Amount(mantissa, scale, at, end, InWords: true);
        return mantissa > 0;
    }

    /// <summary>Five behind twenty, anything behind a hundred, nothing behind five.</summary>
    private static bool Fits(decimal last, int cardinal) =>
        last == 0 || (last is >= 20 and < 100 && cardinal < 10) || (last >= 100 && cardinal < 100);

    /// <summary>"half a", "a half", "a quarter (of a)", "three quarters of a" before million, billion, gigawatt-hour.</summary>
    private static bool TryPart(in ValueTokens s, ref int end, out decimal part)
    {
        part = 0;
        var at = end;
        var count = s.IsAny(at, "a", "an") ? 1 : s.Lexeme(at).Cardinal;
        if (count > 0) at = s.SkipHyphen(at + 1);
        if (s.Is(at, "half")) part = 0.5m;
        else if (count > 0 && s.IsAny(at, "quarter", "quarters")) part = count / 4m;
        else return false;
        at = s.Skip(at + 1, "of");
        at = s.SkipHyphen(s.Skip(at, "a"));
        if (s.Lexeme(at).Scale is not (12 or >= 1000) && !IsPower(s, at)) return false;
        end = at;
        return true;
    }

    /// <summary>A large unit, of which half a one is much: "half a gigawatt-hour".</summary>
    private static bool IsPower(in ValueTokens s, int at) => s.Lexeme(at).Unit is { Kind: ValueKind.Energy } or { Name: "GW" or "TW" };
}
