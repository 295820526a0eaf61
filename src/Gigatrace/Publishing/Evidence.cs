using System.Text.Json.Nodes;
using Gigatrace.Claims;

namespace Gigatrace.Publishing;

/// <summary>The words a claim rests on and where they stand: the quote, who published it and when, the file and its line.</summary>
public sealed record Evidence(string Claim, string Doc, string Quote, string? Publisher, string? Published, string Path, int? Line)
{
    public bool AiGenerated { get; init; }

    /// <summary>Where the document was published; null for one without an address.</summary>
    public string? Url { get; init; }

    /// <summary>A file's place as editors and terminals understand it: <c>press/douai.md:12</c>.</summary>
    public string Place => Line is { } line ? $"{Path}:{line}" : Path;

    /// <summary>Publisher, or the document's name where it has none, and date: "Morning Post, 2025-06-05".</summary>
    public string Source => Phrases.Source(Publisher ?? Doc, Published) + (AiGenerated ? " (AI-generated)" : "");

    public static Evidence Of(Claim claim, int? line) =>
        new(claim.Id, claim.Doc, claim.Quote, claim.Publisher, claim.Published?.Edtf, claim.Path, line) { AiGenerated = claim.AiGenerated, Url = claim.Url };

    public JsonObject ToJson() => new()
    {
        ["claim"] = Claim,
        ["quote"] = Quote,
        ["publisher"] = Publisher,
        ["published"] = Published,
        ["path"] = Path,
        ["line"] = Line,
        ["ai_generated"] = AiGenerated,
    };
}
