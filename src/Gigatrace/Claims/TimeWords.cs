namespace Gigatrace.Claims;

/// <summary>EDTF as people say it: "by 2030", "Q1 2025", "early 2026", "about 2028", "2026 or 2027".</summary>
public static class TimeWords
{
    public static string Of(When when) => Of(when.Edtf);

    private static string Of(string edtf)
    {
        if (edtf.StartsWith("[..", StringComparison.Ordinal)) return "by " + Of(edtf[3..].TrimEnd(']'));
        if (edtf.StartsWith('[') && edtf.EndsWith("..]", StringComparison.Ordinal)) return "from " + Of(edtf[1..^3]);
        if (edtf.StartsWith('[') && edtf.Split("..") is [var first, var last]) return $"between {Of(first[1..])} and {Of(last[..^1])}";
        if (edtf.StartsWith('[')) return string.Join(" or ", edtf.Trim('[', ']').Split(',').Select(Of));
        if (edtf.Contains('/', StringComparison.Ordinal)) return string.Join(" to ", edtf.Split('/').Where(end => end.Length > 0 && end != "..").Select(Of));
        if (edtf.EndsWith('~')) return "about " + Of(edtf[..^1]);
        if (edtf.EndsWith('?')) return "perhaps " + Of(edtf[..^1]);
        if (edtf.StartsWith("XXXX-", StringComparison.Ordinal)) return edtf["XXXX-".Length..];
        return edtf.Length == 7 && Part(edtf[5..]) is { } part ? $"{part} {edtf[..4]}" : edtf;
    }

    /// <summary>What EDTF's codes past the months mean; null for a month.</summary>
    private static string? Part(string code) => code switch
    {
        "21" => "spring", "22" => "summer", "23" => "autumn", "24" => "winter",
        "33" => "Q1", "34" => "Q2", "35" => "Q3", "36" => "Q4",
        "37" => "early", "38" => "mid", "39" => "late",
        "40" => "H1", "41" => "H2",
        _ => null,
    };
}
