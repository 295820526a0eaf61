using Gigatrace.Claims;

namespace Gigatrace.Publishing.Checks;

/// <summary>What a place of a note stands in.</summary>
internal static class Around
{
    /// <summary>Where its line begins.</summary>
    public static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>The line break behind it, or the end of the text.</summary>
    public static int LineEnd(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    /// <summary>The line that a claim begins in.</summary>
    public static ReadOnlySpan<char> Line(SourceText text, Claim claim)
    {
        var at = text.FromCodePoint(claim.Start);
        return text.Value.AsSpan()[LineStart(text.Value, at)..LineEnd(text.Value, at)];
    }

    /// <summary>The value of a claim as it is written, where it stands once within the words; else all of the words.</summary>
    public static Span ValueOf(SourceText text, Claim claim)
    {
        var whole = SpanOf(text, claim);
        if (claim.AsWritten is not { Length: > 0 } written) return whole;
        var quote = text[whole];
        var at = quote.IndexOf(written, StringComparison.Ordinal);
        return at < 0 || quote[(at + 1)..].Contains(written, StringComparison.Ordinal) ? whole : new Span(whole.Start + at, whole.Start + at + written.Length);
    }

    /// <summary>The words of a claim.</summary>
    public static Span SpanOf(SourceText text, Claim claim) => new(text.FromCodePoint(claim.Start), text.FromCodePoint(claim.End));
}
