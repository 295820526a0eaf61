using System.Globalization;

namespace Gigatrace.Documents;

/// <summary>What a page's address says.</summary>
internal static class WebAddress
{
    /// <summary>The address behind an archive's: <c>web.archive.org/web/20130217080612/http://…</c>.</summary>
    public static string? Original(string? address)
    {
        if (address is null) return null;
        var at = address.IndexOf("web.archive.org/web/", StringComparison.OrdinalIgnoreCase);
        var inner = at < 0 ? -1 : address.IndexOf("http", at + 20, StringComparison.OrdinalIgnoreCase);
        return inner < 0 ? address : address[inner..];
    }

    /// <summary>EDTF: a day such as <c>/2021/07/05/</c>, <c>-20210705</c>, <c>/2021-07-05-</c>, <c>/2021/jul/05/</c>, or a month such as <c>/2021/07/</c>; null where it has none.</summary>
    public static string? Date(string? address)
    {
        if (address is null || address.Length > 2000) return null;
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var path = address.AsSpan(scheme < 0 ? 0 : scheme + 3);
        var end = path.IndexOfAny('?', '#');
        if (end >= 0) path = path[..end];
        if (path.IndexOf('/') is var slash && scheme >= 0) path = slash < 0 ? default : path[slash..];
        return Day(path) ?? Month(path);
    }

    private static string? Day(ReadOnlySpan<char> path)
    {
        for (var at = 0; at + 8 <= path.Length; at++)
        {
            if (!IsYear(path, at)) continue;
            var rest = path[(at + 4)..];
            if (rest[0] is '/' or '-' or '_' && Number(rest[1..], 2) is var (month, length) && rest.Length > length + 2 && rest[length + 1] == rest[0] && Number(rest[(length + 2)..], 2) is var (day, dayLength)
                && Ends(rest, length + 2 + dayLength) && Text(path.Slice(at, 4), month, day) is { } dashed) return dashed;
            if (rest[0] == '/' && rest[1..].IndexOf('/') is >= 3 and <= 9 and var slash && Months.Find(rest.Slice(1, slash)) is > 0 and var named && Number(rest[(slash + 2)..], 2) is (> 0 and var namedDay, var namedLength)
                && Ends(rest, slash + 2 + namedLength) && Text(path.Slice(at, 4), named, namedDay) is { } worded) return worded;
            if (Number(rest, 2) is (var compactMonth, 2) && rest.Length >= 4 && Number(rest[2..], 2) is (var compactDay, 2) && Ends(rest, 4) && Text(path.Slice(at, 4), compactMonth, compactDay) is { } compact) return compact;
        }

        return null;
    }

    /// <summary>Only whole steps: <c>/2021/07/</c>.</summary>
    private static string? Month(ReadOnlySpan<char> path)
    {
        for (var at = 1; at + 7 < path.Length; at++)
        {
            if (path[at - 1] == '/' && IsYear(path, at) && path[at + 4] is '/' or '-' && Number(path[(at + 5)..], 2) is (>= 1 and <= 12 and var month, 2) && path[at + 7] == '/')
            {
                return string.Create(CultureInfo.InvariantCulture, $"{path.Slice(at, 4)}-{month:00}");
            }
        }

        return null;
    }

    private static bool IsYear(ReadOnlySpan<char> path, int at) =>
        (at == 0 || !char.IsAsciiLetterOrDigit(path[at - 1])) && (path[at..].StartsWith("20") || path[at..].StartsWith("199")) && char.IsAsciiDigit(path[at + 2]) && char.IsAsciiDigit(path[at + 3]);

    private static bool Ends(ReadOnlySpan<char> rest, int at) => at >= rest.Length || !char.IsAsciiDigit(rest[at]);

    private static (int Value, int Length) Number(ReadOnlySpan<char> text, int longest)
    {
        var length = 0;
        while (length < text.Length && length < longest && char.IsAsciiDigit(text[length])) length++;
        return length == 0 ? (0, 0) : (int.Parse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture), length);
    }

    private static string? Text(ReadOnlySpan<char> year, int month, int day)
    {
        var y = int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture);
        return y is < 1995 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(y, month) ? null : string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{month:00}-{day:00}");
    }
}
