using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing;

/// <summary>One line to copy under a figure: the words, who published them, when, and where they stand.</summary>
public static class Citation
{
    public static string Of(Claim claim, int? line) =>
        $"“{claim.Quote.ReplaceLineEndings(" ")}” {Phrases.Source(claim.Publisher ?? claim.Doc, claim.Published?.Edtf)}{Marked(claim)}. {Place(claim.Url, claim.Path)}{(line is null ? "" : $", line {line}")}.";

    public static string Of(Document document) =>
        $"{(document.Title is null ? "" : $"“{document.Title}”, ")}{Phrases.Source(document.Publisher ?? document.Name, document.Published?.Edtf)}. {Place(document.Url, document.Path)}.";

    private static string Place(string? url, string path) => url is null ? path : $"{url} ({path})";

    private static string Marked(Claim claim) => claim.AiGenerated ? " (AI-generated passage)" : claim.Attribution is null ? "" : $", citing {claim.Attribution}";
}
