using System.Globalization;

namespace Gigatrace.Claims;

/// <summary>The years that a year's digits allow: one, or several where a digit is X.</summary>
internal readonly record struct EdtfYear(long Low, long High, bool Unsaid)
{
    /// <summary>Four digits or X, with a minus before Christ; there is no <c>-0000</c>.</summary>
    public static bool TryTake(ref ReadOnlySpan<char> rest, out EdtfYear year)
    {
        year = default;
        var negative = rest.StartsWith('-');
        var digits = negative ? rest[1..] : rest;
        if (digits.Length < 4) return false;
        long low = 0, high = 0;
        foreach (var c in digits[..4])
        {
            if (c != 'X' && !char.IsAsciiDigit(c)) return false;
            low = (low * 10) + (c == 'X' ? 0 : c - '0');
            high = (high * 10) + (c == 'X' ? 9 : c - '0');
        }

        if (negative && high == 0) return false;
        year = new EdtfYear(negative ? -high : low, negative ? -low : high, digits[..4] is "XXXX");
        rest = digits[4..];
        return true;
    }

    /// <summary>Behind <c>Y</c>: more than four digits, or digits with a power of ten (<c>17E8</c>), and perhaps how many count (<c>S3</c>).</summary>
    public static bool TryLong(ReadOnlySpan<char> text, out EdtfDate date)
    {
        date = default;
        var negative = text.StartsWith('-');
        if (negative) text = text[1..];
        var digits = TakeDigits(ref text);
        if (digits.Length is 0 or > 15) return false;
        var year = long.Parse(digits, CultureInfo.InvariantCulture);
        var power = 0;
        if (text.StartsWith('E'))
        {
            text = text[1..];
            var exponent = TakeDigits(ref text);
            if (exponent.Length is 0 or > 2) return false;
            power = int.Parse(exponent, CultureInfo.InvariantCulture);
        }
        else if (digits.Length <= 4 || digits[0] == '0')
        {
            return false;
        }

        for (; power > 0; power--)
        {
            if (year > long.MaxValue / 10) return false;
            year *= 10;
        }

        var exact = new EdtfYear(negative ? -year : year, negative ? -year : year, false);
        if (text.StartsWith('S')) return TrySignificant(exact, text[1..], out date);
        date = Whole(exact);
        return text.IsEmpty;
    }

    /// <summary>The first <paramref name="count"/> digits of the year count, the rest may be anything.</summary>
    public static bool TrySignificant(EdtfYear year, ReadOnlySpan<char> count, out EdtfDate date)
    {
        date = default;
        if (year.Low != year.High || count.Length is 0 or > 2 || count.ContainsAnyExceptInRange('0', '9')) return false;
        var significant = int.Parse(count, CultureInfo.InvariantCulture);
        var size = Math.Abs(year.Low);
        var unit = 1L;
        for (var digits = size.ToString(CultureInfo.InvariantCulture).Length; digits > significant; digits--) unit *= 10;
        var low = size / unit * unit;
        date = Whole(year.Low < 0 ? new EdtfYear(-low - unit + 1, -low, false) : new EdtfYear(low, low + unit - 1, false));
        return significant > 0;
    }

    private static EdtfDate Whole(EdtfYear year) => new(new(year.Low, 1, 1), new(year.High, 12, 31), new(year.High, 1, 1), false);

    private static ReadOnlySpan<char> TakeDigits(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits;
    }
}
