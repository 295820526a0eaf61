using System.Text.RegularExpressions;
using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Exchange;

/// <summary>The bytes of a table or of claim lines to text.</summary>
public static class TableText
{
    /// <param name="encoding">What a person says it is; null where the bytes tell it. A byte order mark and sound UTF-8 are believed before it.</param>
    /// <returns>Null for what is no text; the message says so.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? encoding, string path, Action<Diagnostic> report) => Decoding.Decode(bytes, path, report, Charsets.Find(encoding));
}

/// <summary>The date of a register's edition by its file's name.</summary>
public static class SnapshotDate
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy_MM_dd", "yyyyMMdd", "yyyy-MM", "yyyy_MM", "yyyyMM", "MMMM_yyyy", "MMMM-yyyy", "MMMM yyyy", "MMMMyyyy", "MMM_yyyy", "MMM-yyyy", "MMM yyyy", "MMMyyyy", "yyyy"];

    /// <param name="pattern">Its first group, or where it has none all of it, is the date.</param>
    public static When? In(string name, string pattern)
    {
        try
        {
            var match = Regex.Match(name, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            return match.Success ? Dates.Read(match.Groups[match.Groups.Count > 1 ? 1 : 0].Value, [.. Formats]) : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
