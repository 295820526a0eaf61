using Gigatrace.Claims;

namespace Gigatrace.Ledger;

/// <summary>When two statements fit: one is the other rounded, or contains it. Nothing here knows who said it.</summary>
internal static class Agreement
{
    /// <summary>A rounded form may be off by this share of it; "about" as well.</summary>
    private const decimal Tolerance = 0.05m;

    /// <summary>A share of a few percent is rounded to whole ones.</summary>
    private const decimal PercentTolerance = 0.1m;

    /// <summary>Whether two values fit. A missing value fits every value.</summary>
    public static bool OfValues(Claim a, Claim b)
    {
        if (a.Value is null || b.Value is null) return true;
        if (a.Value is ClaimValue.Text left) return b.Value is ClaimValue.Text right && string.Equals(left.Word, right.Word, StringComparison.OrdinalIgnoreCase);
        if (Bounds(a.Value) is not { } x || Bounds(b.Value) is not { } y) return false;
        if (a.Unit != b.Unit) return false;
        return x == y || Contains(a.Qualifier, x, y) || Contains(b.Qualifier, y, x) || Rounds(a, b) || Rounds(b, a);
    }

    /// <summary>Whether two figures are the same but for rounding: what "up to" or "at least" leaves open does not count.</summary>
    public static bool Alike(Claim a, Claim b) => OfValues(Plain(a), Plain(b));

    private static Claim Plain(Claim claim) => claim.Qualifier is "up_to" or "at_least" ? claim with { Qualifier = null } : claim;

    /// <summary>The same value in the same form: only the qualifier may differ.</summary>
    public static bool Equal(ClaimValue? a, ClaimValue? b) => Bounds(a) is { } x && Bounds(b) is { } y ? x == y
        : a is ClaimValue.Text left && b is ClaimValue.Text right ? string.Equals(left.Word, right.Word, StringComparison.OrdinalIgnoreCase) : a is null && b is null;

    /// <summary>Whether two times fit: one lies inside the other. A missing time fits every time; one without a year every year's.</summary>
    public static bool OfTimes(When? a, When? b) => a is null || b is null || a == b || Inside(a, b) || Inside(b, a);

    public static bool Inside(When inner, When outer)
    {
        var slack = outer.Edtf.Contains('~', StringComparison.Ordinal) ? 183 : 0;
        return (outer.Earliest is not { } from || (inner.Earliest ?? inner.Latest) >= from.AddDays(-slack)) && (outer.Latest is not { } to || (inner.Latest ?? inner.Earliest) <= to.AddDays(slack));
    }

    /// <summary>Both ends of a number or range; null for a word or nothing.</summary>
    public static (decimal Low, decimal High)? Bounds(ClaimValue? value) => value switch
    {
        ClaimValue.Number number => (number.Amount, number.Amount),
        ClaimValue.Range range => (range.Low, range.High),
        _ => null,
    };

    /// <summary>How little a value leaves open; the finer has the larger number. Missing is 0.</summary>
    public static int Fineness(Claim claim)
    {
        if (Bounds(claim.Value) is not { } bounds) return claim.Value is null ? 0 : 10;
        if (bounds.Low != bounds.High || claim.Qualifier is "at_least" or "up_to") return 1;
        return 2 + Digits(bounds.Low) - (claim.Qualifier is "about" ? 1 : 0);
    }

    /// <summary>How little a time leaves open: days it spans, negative; the finer has the larger number.</summary>
    public static int Fineness(When? when) => when is null ? int.MinValue
        : when.Earliest is { } from && when.Latest is { } to ? from.DayNumber - to.DayNumber - (when.Edtf.Contains('~', StringComparison.Ordinal) ? 365 : 0) : -100_000;

    private static bool Contains(string? qualifier, (decimal Low, decimal High) outer, (decimal Low, decimal High) inner) => qualifier switch
    {
        "at_least" => inner.Low >= outer.Low,
        "up_to" => inner.High <= outer.High,
        "about" => inner.Low >= outer.Low * (1 - Tolerance) && inner.High <= outer.High * (1 + Tolerance),
        _ => inner.Low >= outer.Low && inner.High <= outer.High,
    };

    private static bool Rounds(Claim fine, Claim rough)
    {
        if (fine.Value is not ClaimValue.Number { Amount: var exact } || rough.Value is not ClaimValue.Number { Amount: var round }) return false;
        if (Math.Abs(exact - round) > Math.Abs(round) * (rough.Unit is "percent" ? PercentTolerance : Tolerance)) return false;
        var step = Math.Max(Step(round), InWords(rough.AsWritten, round));
        return step > Step(exact) && Math.Round(exact / step, MidpointRounding.AwayFromZero) * step == round;
    }

    /// <summary>What "5" counts in "$5bn": a billion. 0 where more than one digit is written, or the number itself.</summary>
    private static decimal InWords(string? written, decimal number)
    {
        var digits = written.AsSpan();
        var at = digits.IndexOfAnyInRange('0', '9');
        if (at < 0 || number < 1000) return 0;
        for (var next = at + 1; next < digits.Length && (char.IsAsciiDigit(digits[next]) || digits[next] is '.' or ','); next++)
        {
            if (char.IsAsciiDigit(digits[next])) return 0;
        }

        var unit = number / Math.Max(1, digits[at] - '0');
        return unit == Step(unit) * 10 ? unit : 0;
    }

    /// <summary>The worth of a number's last digit that counts: 0.1 for 21.5, 1 for 37 and 40, 100 for 2,100.</summary>
    private static decimal Step(decimal number)
    {
        number = Math.Abs(number);
        if (number != Math.Truncate(number))
        {
            var step = 1m;
            while (number != Math.Truncate(number)) (number, step) = (number * 10, step / 10);
            return step;
        }

        var last = 1m;
        while (number >= 100 && number % 10 == 0) (number, last) = (number / 10, last * 10);
        return last;
    }

    private static int Digits(decimal number) => (int)Math.Round(Math.Log10((double)(Math.Max(1, Math.Abs(number)) / Step(number)))) + 1;
}
