using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Checks;
using Microsoft.AspNetCore.Http;

namespace Gigatrace.App.Web.Api;

/// <summary>A text that is sent: what is claimed in it, and what the ledger has against it. Nothing of it is recorded.</summary>
internal static class TextOperations
{
    private const string Group = "Texts";

    /// <summary>What claims and problems say they stand in.</summary>
    private const string Name = "text.md";

    private static readonly Pipeline Pipeline = new();

    private static readonly ReadingOptions Quick = new() { MaxTime = TimeSpan.FromSeconds(5) };

    public static ImmutableArray<Operation> All { get; } =
    [
        new("/extract", "extract", "The claims of a text, each with its exact words", "claim") { Group = Group, IsWholeList = true, Take = (_, given) => Replies.Whole(Json.Array(Read(given, Quick).Claims.Select(claim => JsonNode.Parse(ClaimLines.Write(claim))))) },
        new("/check", "check", "A note beside the ledger: what newer or better evidence supersedes, contradicts or leaves stale", "check") { Group = Group, IsWholeList = true, Parameters = [Parameter.AsOf], Take = Check },
    ];

    private static Reply Check(Visit visit, Given given)
    {
        var (document, claims) = Read(given, Quick with { Notes = true });
        // Whoever sends a text wants it checked, whoever published it.
        var vault = new Vault { Name = "", Notes = [new Note(document with { SourceKind = SourceKind.Note }, claims, Name)] };
        var found = vault.Check(visit.Held, visit.Day, Pipeline.Lines(visit.Store));
        return Replies.Whole(Json.Array(found.Problems.Select(CheckJson.Of)));
    }

    private static (Document Document, ImmutableArray<Claim> Claims) Read(Given given, ReadingOptions options)
    {
        var reading = DocumentReader.Parse(Encoding.UTF8.GetBytes(given.Text), Name, given.Said, options);
        if (reading.Document is not { } document) throw new Refused(StatusCodes.Status400BadRequest, $"the text cannot be read: {string.Join("; ", reading.Diagnostics.Select(one => one.Message))}");
        return (document, Pipeline.Extract(document).Claims);
    }
}
