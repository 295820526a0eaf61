using System.Collections.Immutable;
using System.Text.Json;
using Gigatrace.Claims;

namespace Gigatrace.Publishing.Scoring;

/// <summary>A gold file: a first line that names the document and its date, then one gold claim a line.</summary>
/// <param name="Name">The file's name without its ending, which is the document's.</param>
/// <param name="Published">The date to take where the document itself has none.</param>
public sealed record GoldFile(string Name, When? Published, ImmutableArray<ScoredClaim> Claims)
{
    /// <param name="path">As it is to be named in messages.</param>
    public static (GoldFile Gold, ImmutableArray<Diagnostic> Diagnostics) Read(string name, string path, IEnumerable<string> lines)
    {
        When? published = null;
        var claims = ImmutableArray.CreateBuilder<ScoredClaim>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (number, line) in lines.Index().Where(line => line.Item.Trim().Length > 0))
        {
            if (Parse(line) is not { ValueKind: JsonValueKind.Object } json) diagnostics.Add(new Diagnostic("gold.json", path, number + 1, "is no JSON object; the line was left out"));
            else if (ScoredClaim.Read(json) is { } claim) claims.Add(claim);
            else if (json.TryGetProperty("published", out var date) && date.ValueKind == JsonValueKind.String) published = When.FromLoose(date.GetString());
        }

        return (new GoldFile(name, published, claims.ToImmutable()), diagnostics.ToImmutable());
    }

    private static JsonElement? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
