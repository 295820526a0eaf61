using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Checks;

namespace Gigatrace.App.Mcp;

/// <summary>A text beside the ledger, as <c>check</c> puts a note beside it. Nothing of it is recorded.</summary>
internal static class CheckTool
{
    public const int LongestText = 200_000;

    private const string Name = "text.md";

    private static readonly CheckRule Unsupported = CheckRule.Find("unsupported")!;

    /// <summary>As without settings, and what the ledger says nothing of is told too: who asks wants to know what is not confirmed.</summary>
    private static readonly CheckSettings Settings = new() { Severities = ImmutableDictionary<string, Severity>.Empty.Add(Unsupported.Id, Severity.Hint) };

    public static Answer Of(Call call)
    {
        var day = call.Asked.AsOf ?? call.Shell.Today;
        // What is given is words: no other program is run to read it.
        if (call.Given.Needed("text").Contains("%PDF-", StringComparison.Ordinal)) throw new Failure("'text' is to be the words themselves, not a PDF");
        var reading = DocumentReader.Parse(Encoding.UTF8.GetBytes(call.Given.Needed("text")), Name, sidecar: null, new ReadingOptions { Notes = true });
        if (reading.Document is not { } read) throw new Failure($"the text cannot be read: {string.Join("; ", reading.Diagnostics)}");
        // What an assistant writes speaks for nobody who has published it, whatever its first lines say.
        var document = read with { SourceKind = SourceKind.Note, Published = call.Given.LastDay("written") is { } written ? When.Day(written) : read.Published };
        var claims = call.Still(call.Pipeline.Extract(document).Claims);
        var vault = new Vault { Name = "", Notes = [new Note(document, claims, Name)], Settings = Settings };
        var found = call.Still(vault.Check(Pipeline.Refreshed(call.Store), day, Pipeline.Lines(call.Store)));
        return new Answer(Head(day, claims, found), [.. found.Told.Select(CheckJson.Of)]);
    }

    private static JsonObject Head(DateOnly day, ImmutableArray<Claim> claims, Checked found)
    {
        var told = found.Told.ToArray();
        return new JsonObject
        {
            ["title"] = $"{Phrases.Count(claims.Length, "statement")} read, {Phrases.Count(told.Length, "problem")}",
            ["as_of"] = Phrases.Day(day),
            ["statements"] = claims.Length,
            ["problems"] = new JsonObject(told.GroupBy(problem => problem.Rule.Name, StringComparer.Ordinal).Select(group => KeyValuePair.Create(group.Key, (JsonNode?)group.Count()))),
            ["nothing"] = claims.IsEmpty ? "no statement on battery works was found in the text" : told.Length == 0 ? "the ledger has nothing against the text" : null,
        };
    }
}
