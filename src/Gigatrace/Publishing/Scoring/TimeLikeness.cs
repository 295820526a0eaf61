using System.Globalization;
using System.Text.RegularExpressions;

namespace Gigatrace.Publishing.Scoring;

/// <summary>
/// When two times count as the same in scoring: the predicted one lies inside gold's, or both cover mostly the same days.
/// Reads EDTF and the plainer shorthand of gold files (<c>2025-Q2</c>, <c>../2030</c>), as day numbers of 31-day months.
/// </summary>
public static partial class TimeLikeness
{
    private static readonly Dictionary<string, (int First, int Last)> Parts = new(StringComparer.Ordinal)
    {
        ["early"] = (1, 4), ["mid"] = (5, 8), ["late"] = (9, 12), ["Q1"] = (1, 3), ["Q2"] = (4, 6), ["Q3"] = (7, 9), ["Q4"] = (10, 12),
        ["H1"] = (1, 6), ["H2"] = (7, 12), ["21"] = (3, 5), ["22"] = (6, 8), ["23"] = (9, 11), ["24"] = (12, 12), ["33"] = (1, 3),
        ["34"] = (4, 6), ["35"] = (7, 9), ["36"] = (10, 12), ["40"] = (1, 6), ["41"] = (7, 12), ["37"] = (1, 4), ["38"] = (5, 8), ["39"] = (9, 12),
    };

    public static bool Same(string? gold, string? predicted)
    {
        if (Days(gold) is not { } g || Days(predicted) is not { } p) return Days(gold) is null && Days(predicted) is null;
        var shared = Math.Min(g.Last, p.Last) - Math.Max(g.First, p.First) + 1;
        return shared > 0 && (shared == p.Last - p.First + 1 || shared >= 0.5 * (Math.Max(g.Last, p.Last) - Math.Min(g.First, p.First) + 1));
    }

    /// <summary>First and last day number; a by-date stands for its own year, month or day. Null: no time that can be read.</summary>
    private static (int First, int Last)? Days(string? value)
    {
        var text = (value ?? "").Trim().Trim('[', ']', '{', '}').Replace("%", "", StringComparison.Ordinal).Replace("~", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal);
        var parts = Separators().Split(text).Where(part => Start().IsMatch(part)).ToList();
        if (parts.Count == 0) return null;
        if (text.Contains(',', StringComparison.Ordinal)) parts = [.. SeparatorsAndCommas().Split(text).Where(part => part.Trim().Length > 0)];
        var bounds = parts.Select(part => Bounds(part.Trim())).ToList();
        return bounds.Contains(null) ? null : (bounds[0]!.Value.First, bounds[^1]!.Value.Last);
    }

    private static (int First, int Last)? Bounds(string part)
    {
        var match = Whole().Match(part);
        if (!match.Success) return null;
        var year = match.Groups["year"].Value == "XXXX" ? 0 : Number(match.Groups["year"]);
        if (Months(match.Groups["part"]) is not { } months) return null;
        int? day = match.Groups["day"].Success && match.Groups["day"].Value != "XX" ? Number(match.Groups["day"]) : null;
        return ((((year * 12) + months.First - 1) * 31) + (day ?? 1), (((year * 12) + months.Last - 1) * 31) + (day ?? 31));
    }

    private static (int First, int Last)? Months(Group part)
    {
        if (!part.Success) return (1, 12);
        var isMonth = part.Length == 2 && int.TryParse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12;
        return isMonth ? (Number(part), Number(part)) : Parts.GetValueOrDefault(part.Value, (1, 12));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/|\.\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"[,/]|\.\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SeparatorsAndCommas();

    [GeneratedRegex("^(-?[0-9]{4}|XXXX)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Start();

    [GeneratedRegex("^(?<year>[0-9]{4}|XXXX)(-(?<part>[A-Za-z0-9]+))?(-(?<day>[0-9][0-9]|XX))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();
}
