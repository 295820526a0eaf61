using Gigatrace.Claims;

namespace Gigatrace.Publishing.Checks;

/// <summary>What a place of a note stands in.</summary>
internal static class Around
{
    /// <summary>Where its line begins.</summary>
    public static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>The line break behind it, or the end of the text.</summary>
    public static int LineEnd(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    /// <summary>The words of a claim.</summary>
    public static Span SpanOf(SourceText text, Claim claim) => new(text.FromCodePoint(claim.Start), text.FromCodePoint(claim.End));
}
