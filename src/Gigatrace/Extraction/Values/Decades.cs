using Gigatrace.Claims;

namespace Gigatrace.Extraction.Values;

/// <summary>Ten years, or a hundred: the 2020s · the 1990's · the nineties · the 15th century.</summary>
internal static class Decades
{
    public static IEnumerable<(string Forms, Lexeme Lexeme)> Words()
    {
        string[] words = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
        for (var at = 0; at < words.Length; at++) yield return (words[at], new Lexeme { Decade = (at + 2) * 10 });
    }

    public static bool TryRead(in ValueTokens s, int at, out DatePoint point)
    {
        point = default;
        if (s.Lexeme(at).Decade is > 0 and var decade) return TryWord(s, at, decade, out point);
        if (!s.IsNumber(at) || s[at].Length != 4 || s[at][3] != '0' || s[at].ContainsAny('.', ',')) return false;
        var letter = s[at + 1] is "'" or "’" ? at + 2 : at + 1;
        if (s[letter] is not ("s" or "'s" or "’s") || !(s.IsGlued(letter) || s[letter] is "s")) return false;
        point = new DatePoint(letter + 1) { Year = DatePoints.Number(s[at]), IsDecade = true };
        return true;
    }

    /// <summary>"15th century", as the hundred years that begin with its number.</summary>
    public static bool TryCentury(in ValueTokens s, int rank, int at, out DatePoint point)
    {
        point = default;
        if (!s.IsDiary || !s.Is(at, "century") || rank is < 2 or > 21) return false;
        point = DatePoint.Known(When.Between(When.Year((rank - 1) * 100), When.Year(((rank - 1) * 100) + 99)), at + 1);
        return true;
    }

    /// <summary>The last such ten years that have begun.</summary>
    private static bool TryWord(in ValueTokens s, int at, int decade, out DatePoint point)
    {
        point = default;
        if (!s.IsAny(at - 1, "the", "late", "early", "mid") && !(s.IsDiary && s.Is(at - 1, "in"))) return false;
        if (s.Reference?.Latest is not { } day) return false;
        var year = (day.Year / 100 * 100) + decade;
        point = new DatePoint(at + 1) { Year = year > day.Year ? year - 100 : year, IsDecade = true };
        return true;
    }
}
