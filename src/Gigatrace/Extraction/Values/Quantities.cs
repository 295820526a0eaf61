using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>
/// Numbers with what they count in, alone or as a range: 12GWh · 24-30 GWh · €1.8bn · 48-million-euro · 20 per cent · 6–8 months · 200,000.
/// </summary>
internal static class Quantities
{
    /// <summary>One side of a range.</summary>
    private readonly record struct Side(Amount Amount, Unit? Unit, bool UnitBefore, int First, int End, string? Qualifier)
    {
        public decimal Value => Amount.Value * (Unit?.Factor ?? 1) * (Amount is { HasPointBeforeThree: true, Scale: 1 } && Unit?.Kind == ValueKind.Money ? 1000 : 1);
    }

    public static Value? TryRead(in ValueTokens s, int at, int floor)
    {
        if (!TrySide(s, at, floor, out var low)) return null;
        if (TryHigh(s, low, floor, out var high, out var start))
        {
            if (high.Amount.End == 0) return Make(s, low with { Unit = high.Unit, Amount = low.Amount with { Scale = Math.Max(low.Amount.Scale, high.Amount.Scale) } }, default, floor, low.First);
            return Make(s, Align(low, high), high, floor, start);
        }

        if (low.Unit is null && !IsNumberAlone(s, low)) return null;
        return Make(s, low, default, floor, low.First);
    }

    private static bool TrySide(in ValueTokens s, int at, int floor, out Side side)
    {
        side = default;
        var before = Currencies.Before(s, at, floor, out var first, out var numberAt);
        if (before is not null && s[numberAt] is "~") numberAt++;
        if (!Numbers.TryRead(s, before is null ? at : numberAt, out var amount)) return false;
        if (before is null) first = at;
        var end = amount.End;
        var qualifier = Qualifiers.After(s, ref end);
        TakeShortScale(s, before is not null, ref amount, ref end);
        qualifier ??= Qualifiers.After(s, ref end);
        if (before is not null)
        {
            var repeated = Currencies.Behind(s, end, out var repeatedEnd);
            if (s[numberAt - 1] is "$" && s.IsAny(end, "cdn", "canadian", "cad")) (before, end) = (before with { Name = "CAD" }, end + 1);
            else if (repeated?.Name == before.Name) end = repeatedEnd;
            else if (s.Is(end, "and")) (amount, end) = ScaleBehind(s, amount, before, end);
            side = new Side(amount, before, true, first, end, qualifier);
            return true;
        }

        // 7 Mio. €, 1.2 Mrd. Euro
        if (amount.Scale > 1 && s[end] is "." && s.IsGlued(end) && s.IsAny(end - 1, "mio", "mrd", "mln", "mn", "bn", "cr") && s.Lexeme(end + 1).Unit is { Kind: ValueKind.Money } && !s.IsNumber(end + 2)) end++;
        var unit = Currencies.Behind(s, s.Skip(end, "of"), out var unitEnd) ?? Currencies.Behind(s, end, out unitEnd);
        if (unit is not null) (amount, unitEnd) = ScaleBehind(s, amount, unit, unitEnd);
        unit ??= Units.TryRead(s, end, out unitEnd) ?? Periods.TryUnit(s, end, out unitEnd);
        side = new Side(amount, unit, false, first, unit is null ? end : unitEnd, qualifier);
        return true;
    }

    /// <summary>m, b, k, t: a scale where a currency stands before the number, or behind the letter.</summary>
    private static void TakeShortScale(in ValueTokens s, bool afterCurrency, ref Amount amount, ref int end)
    {
        var at = s.SkipHyphen(end);
        if (s.Lexeme(at).ShortScale is not (> 0 and var scale) || amount.Scale > 1 || amount.InWords) return;
        if (!afterCurrency && !((s.IsGlued(at) || s.IsGlued(at + 1)) && Currencies.Behind(s, at + 1, out _) is not null)) return;
        amount = amount with { Scale = scale, End = at + 1 };
        end = at + 1;
    }

    /// <summary>"75 USD million"; "3 dollars 50 cents".</summary>
    private static (Amount Amount, int End) ScaleBehind(in ValueTokens s, Amount amount, Unit currency, int end)
    {
        if (amount.Scale == 1 && s.Lexeme(end).Scale is >= 1000 and var scale && s[end].Length > 1) return (amount with { Scale = scale }, end + 1);
        var cents = s.Skip(end, "and");
        if (currency.Factor != 1 || !Numbers.TryRead(s, cents, out var small) || small is not { Scale: 1, Value: > 0 and < 100 }) return (amount, end);
        var isNamed = s.Lexeme(small.End).Unit is { Kind: ValueKind.Money, Factor: 0.01m };
        if (!isNamed && !IsBareCents(s, amount, small)) return (amount, end);
        return (amount with { Mantissa = amount.Value + (small.Value / 100), Scale = 1 }, isNamed ? small.End + 1 : small.End);
    }

    /// <summary>"15 dollars 50", "fifteen dollars and fifty": hundredths of a whole sum, with nothing behind them that they could count.</summary>
    private static bool IsBareCents(in ValueTokens s, in Amount whole, in Amount small) =>
        whole is { Scale: 1, Value: < 1000 } && whole.Value % 1 == 0 && small.Value is >= 10 && small.Value % 1 == 0 && s[whole.End] is not "%" &&
        !s.IsNumber(small.End) && !s.IsDash(small.End) && s[small.End] is not ("%" or "/" or ":") && s.Lexeme(small.End) is { Unit: null, Scale: 0 } && (!s.IsWord(small.End) || s.IsAny(small.End, "more", "each", "apiece"));

    /// <summary>The upper end of a range. "From 9 to 12 GWh" is no range but a change: then only the unit is taken from it, and the million of a sum.</summary>
    private static bool TryHigh(in ValueTokens s, Side low, int floor, out Side high, out int start)
    {
        high = default;
        start = low.First;
        var isBetween = low.First > floor && s.Is(low.First - 1, "between");
        var isDash = s.IsDash(low.End) || s[low.End] is "~" or "〜";
        if (!(isDash && IsRangeDash(s, low.End)) && !s.Is(low.End, "to") && !(isBetween && s.Is(low.End, "and"))) return false;
        if (!TrySide(s, low.End + 1, low.End, out var side) || !Fits(low, side)) return false;
        if (isBetween) start = low.First - 1;
        var isChange = !isDash && !isBetween && IsFrom(s, low, floor);
        high = isChange ? side with { Amount = default(Amount) with { Scale = LeavesScale(low, side) ? side.Amount.Scale : 1 } } : side;
        return isChange ? low.Unit is null ? side is { Unit: not null, UnitBefore: false } : LeavesScale(low, side) : Align(low, side).Value < side.Value;
    }

    /// <summary>"from 470 to 800 million euros", "from €470 to €800 million"</summary>
    private static bool LeavesScale(Side low, Side high) =>
        low.Amount is { Scale: 1, Mantissa: < 1000 } && high.Amount.Scale >= 1_000_000 && high.Unit is { Kind: ValueKind.Money } && (low.Unit is null || low.UnitBefore);

    /// <summary>"from 9", "from about 9", "from an initial 9".</summary>
    private static bool IsFrom(in ValueTokens s, Side low, int floor)
    {
        var at = Qualifiers.Before(s, low.First, floor).Start - 1;
        while (at > floor && s.IsAny(at, "a", "an", "the", "its", "their", "initial", "initially", "current", "currently", "original", "originally", "previous", "previously", "present", "existing", "planned")) at--;
        return s.Is(at, "from");
    }

    /// <summary>A hyphen or dash between two numbers, spaced on both sides or on neither; a long dash only unspaced.</summary>
    private static bool IsRangeDash(in ValueTokens s, int at) => s.IsGlued(at) == s.IsGlued(at + 1) && (s.IsGlued(at) || !(s[at] is "—"));

    /// <summary>The same unit on both sides, or on one: before the first number or behind the last.</summary>
    private static bool Fits(Side low, Side high) => (low.Unit, high.Unit) switch
    {
        (null, _) => !high.UnitBefore,
        ({ } unit, null) => low.UnitBefore || unit.Kind == ValueKind.Percent && high.Amount.Scale == 1 && high.Amount.Value <= 100,
        ({ } one, { } other) => one.Kind == other.Kind && (one.Name == other.Name || one.Kind is ValueKind.Energy or ValueKind.Duration),
    };

    /// <summary>The lower end with what it leaves to the upper: unit and million.</summary>
    private static Side Align(Side low, Side high)
    {
        var shares = low.Unit is null || low.UnitBefore || high.Unit is null;
        var scale = shares && low.Amount.Scale == 1 && high.Amount.Scale >= 1000 && low.Amount.Mantissa < high.Amount.Mantissa ? high.Amount.Scale : low.Amount.Scale;
        return low with { Unit = low.Unit ?? high.Unit, Amount = low.Amount with { Scale = scale } };
    }

    /// <summary>A number without a unit: not a bare "one", the hour of a time, half of a pair such as 24/7, nor a bare "a hundred" of hundreds.</summary>
    private static bool IsNumberAlone(in ValueTokens s, Side side)
    {
        if (side.Amount is { InWords: true, Value: 1 }) return false;
        var isPair = s[side.End] is "/" && s.IsGlued(side.End) && s.IsNumber(side.End + 1) && s.IsGlued(side.End + 1);
        var isPaired = s[side.First - 1] is "/" && s.IsGlued(side.First) && s.IsNumber(side.First - 2) && s.IsGlued(side.First - 1);
        return !isPair && !isPaired;
    }

    private static Value Make(in ValueTokens s, Side low, Side high, int floor, int start)
    {
        var last = high.First > 0 && high.Amount.End > 0 ? high : low;
        var unit = low.Unit ?? last.Unit;
        var lowest = (low with { Unit = low.Unit ?? unit }).Value;
        var highest = last == low ? lowest : (last with { Unit = last.Unit ?? unit }).Value;
        var name = last.Unit?.Name ?? unit?.Name;
        var end = last.End;
        // "5 million over 20 years": over a length of time is not more than it.
        var (first, qualifier) = unit?.Kind == ValueKind.Duration && s.Is(start - 1, "over") ? (start, null) : Qualifiers.Before(s, start, floor);
        var span = s.Span(low.First, end);
        var loosened = Qualifiers.After(s, ref end);
        (decimal, string)? also = unit?.Kind == ValueKind.Money ? Also(s, unit.Name, ref end) : null;
        return new Value(unit?.Kind ?? ValueKind.Number, new(first, end), span, Plain(lowest), Plain(highest))
        {
            Unit = name,
            Qualifier = qualifier ?? low.Qualifier ?? last.Qualifier ?? loosened,
            Also = also,
        };
    }

    /// <summary>The same sum in another currency: "£1 billion ($1.34 billion)", "1.4tn won, or about $1bn", "ten billion yuan, the equivalent of 1.4 billion dollars".</summary>
    private static (decimal Amount, string Currency)? Also(in ValueTokens s, string currency, ref int end)
    {
        var at = end;
        var isBracket = s[at] is "(" or "[";
        if (isBracket) at++;
        else if (s[at] is ",") at++;
        // "ten billion yuan, the equivalent of 1.4 billion dollars,"
        var isAside = !isBracket && at > end && (s.IsAny(at, "about", "around", "approximately", "roughly", "equivalent") || s.Is(at, "the") && s.Is(at + 1, "equivalent") || s.Is(at, "that") && s.Is(at + 1, "is"));
        var isSlash = s[at] is "/" && s.IsGlued(at) && s.IsGlued(at + 1) && !s.IsWord(at + 1);
        if (isSlash || s.Is(at, "or") || s[at] is "=") at++;
        else if (!isBracket && !isAside) return null;
        while (s.IsAny(at, "about", "around", "approximately", "approx", "roughly", "nearly", "almost", "some", "the", "equivalent", "of", "that", "is", "to", "worth", "equal", "over", "or", "i", "e") || s[at] is "~" or "≈" or "." or "," or "=") at++;
        var money = Currencies.Before(s, at, at, out _, out _) is null && s.Lexeme(at + 1).Unit is { Kind: ValueKind.Money } && s.IsWord(at) && !s.IsNumber(at) && s.Lexeme(at).Cardinal == 0 ? at + 1 : at;
        if (!TrySide(s, money, end, out var side) || side.Unit is not { Kind: ValueKind.Money } unit || unit.Name == currency) return null;
        if (isBracket && s[side.End] is not (")" or "]" or "," or ";")) return null;
        if (isAside && s.Is(side.End, "of")) return null;
        end = isBracket && s[side.End] is ")" or "]" ? side.End + 1 : side.End;
        return (Plain(side.Value), unit.Name);
    }

    /// <summary>Without the zeros that "1.50 million" leaves behind the point.</summary>
    private static decimal Plain(decimal amount) => amount / 1.000000000000000000000000000m;
}
