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
    private static readonly CheckRule Unsupported = CheckRule.Find("unsupported")!;

    /// <summary>As without settings, and what the ledger says nothing of is told too: who asks wants to know what is not confirmed.</summary>
    private static readonly CheckSettings Settings = new() { Severities = ImmutableDictionary<string, Severity>.Empty.Add(Unsupported.Id, Severity.Hint) };

    public static Answer Of(Call call)
    {
        var day = call.Asked.AsOf ?? call.Shell.Today;
        var bytes = Encoding.UTF8.GetBytes(call.Given.Needed("text"));
        if (SentText.IsPdf(bytes)) throw new Failure("'text' is to be the words themselves, not a PDF");
        var reading = DocumentReader.Parse(bytes, SentText.Name, sidecar: null, new ReadingOptions { Notes = true });
        if (reading.Document is not { } read) throw new Failure($"the text cannot be read: {string.Join("; ", reading.Diagnostics)}");
        // What an assistant writes speaks for nobody who has published it, whatever its first lines say.
        var document = read with { SourceKind = SourceKind.Note, Published = call.Given.LastDay("written") is { } written ? When.Day(written) : read.Published };
        var text = call.Still(new SentText(document));
        var found = call.Still(text.Beside(call.Store, Pipeline.Refreshed(call.Store), day, Settings));
        return new Answer(Head(day, text.Claims, found), [.. found.Told.Select(CheckJson.Of)]);
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
