using System.Globalization;

namespace Gigatrace.Extraction.Values;

/// <summary>Years of an account: fiscal year 2025 · fiscal 2025 · FY2025 · FY25 · financial year 2024/25 · calendar year 2025. The year of its name counts, as its months are not said.</summary>
internal static class FiscalYears
{
    public static IEnumerable<(string Forms, Lexeme Lexeme)> Words()
    {
        yield return ("fiscal financial calendar school fy cy", new Lexeme { IsSortOfYear = true });
        for (var year = 1990; year <= 2059; year++)
        {
            var (four, two) = (year.ToString(CultureInfo.InvariantCulture), (year % 100).ToString("D2", CultureInfo.InvariantCulture));
            yield return ($"fy{four} cy{four}", new Lexeme { Year = year });
            if (year >= 2000) yield return ($"fy{two}", new Lexeme { Year = year });
        }
    }

    public static bool TryRead(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        var next = at + 1;
        var year = s.Lexeme(at).Year;
        if (year == 0)
        {
            if (!s.Lexeme(at).IsSortOfYear || s.Is(at, "financial") && !s.Is(next, "year")) return false;
            next = s.Skip(next, "year");
            if (!DatePoints.IsYear(s, next) && !IsShort(s, at, next)) return false;
            year = DatePoints.Number(s[next]);
            if (year < 100) year += 2000;
            next++;
        }

        point = new DatePoint(next) { Year = year };
        return true;
    }

    /// <summary>"FY 25", "FY'25".</summary>
    private static bool IsShort(in ValueTokens s, int at, int next) => s.Is(at, "fy") && s.IsNumber(next) && s[next].Length == 2 && !s[next].ContainsAny('.', ',');
}
