using System.Text.RegularExpressions;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.Tests.Publishing.Exports;

/// <summary>What stands in the documents of the samples and is quoted by no claim: none of it may leave the ledger.</summary>
internal static partial class Unquoted
{
    /// <summary>Shorter stretches are names and addresses.</summary>
    private const int Shortest = 60;

    /// <returns>The stretches that stand in what is exported.</returns>
    public static IReadOnlyList<string> FoundIn(string exported, ExportedSamples samples)
    {
        var squeezed = Squeezed(exported);
        using var store = LedgerStore.Open(samples.Shell.Ledger, create: false);
        var claims = store.LoadClaims().ToLookup(claim => claim.DocumentId, StringComparer.Ordinal);
        var stretches = store.LoadDocuments().SelectMany(stored => Of(stored.Document, claims[stored.Document.Id])).Where(stretch => stretch.Length >= Shortest).ToList();
        stretches.Count.ShouldBeGreaterThan(50);
        return [.. stretches.Where(stretch => squeezed.Contains(stretch, StringComparison.Ordinal))];
    }

    /// <summary>Line by line, what stands between quotes; the title, which is told with the address, is none of it.</summary>
    private static IEnumerable<string> Of(Document document, IEnumerable<Claim> claims)
    {
        var text = document.Text.Value.ToCharArray();
        foreach (var claim in claims) Array.Fill(text, '\n', document.Text.FromCodePoint(claim.Start), document.Text.FromCodePoint(claim.End) - document.Text.FromCodePoint(claim.Start));
        return new string(text).Split('\n').Select(Squeezed).Where(line => document.Title is null || !line.Contains(Squeezed(document.Title), StringComparison.Ordinal));
    }

    private static string Squeezed(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, 5000)]
    private static partial Regex Spaces();
}
