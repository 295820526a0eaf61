using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Checks;

namespace Gigatrace.App.Web.Api;

/// <summary>A text that is sent: what is claimed in it, and what the ledger has against it. Nothing of it is recorded.</summary>
internal static class TextOperations
{
    private const string Group = "Texts";

    private static readonly ReadingOptions Quick = new() { MaxTime = TimeSpan.FromSeconds(5) };

    public static ImmutableArray<Operation> All { get; } =
    [
        new("/extract", "extract", "The claims of a text, each with its exact words", "claim") { Group = Group, IsWholeList = true, Take = (_, given) => Replies.Whole(Json.Array(new SentText(given.Read(Quick)).Claims.Select(claim => JsonNode.Parse(ClaimLines.Write(claim))))) },
        new("/check", "check", "A note beside the ledger: what newer or better evidence supersedes, contradicts or leaves stale", "check") { Group = Group, IsWholeList = true, Parameters = [Parameter.AsOf], Take = Check },
    ];

    private static Reply Check(Visit visit, Given given)
    {
        // Whoever sends a text wants it checked, whoever published it.
        var note = new SentText(given.Read(Quick with { Notes = true }) with { SourceKind = SourceKind.Note });
        return Replies.Whole(Json.Array(note.Beside(visit.Store, visit.Held, visit.Day).Problems.Select(CheckJson.Of)));
    }
}
