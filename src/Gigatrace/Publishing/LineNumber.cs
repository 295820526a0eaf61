using Gigatrace.Claims;

namespace Gigatrace.Publishing;

/// <summary>Where in a file a claim's words begin.</summary>
public static class LineNumber
{
    /// <summary>Kinds of which the text is the decoded file itself, so that its lines are the file's.</summary>
    private static readonly string[] Plain = [".txt", ".md", ".markdown", ".csv", ".tsv"];

    /// <summary>From 1; null where the text is not known or is not the file as it stands.</summary>
    public static int? Of(Claim claim, SourceText? text) =>
        text is not null && Plain.Any(ending => claim.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && claim.Start <= text.CodePoints
            ? text.Place(text.FromCodePoint(claim.Start)).Line
            : null;
}
