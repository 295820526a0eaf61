using System.CommandLine;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction;
using Gigatrace.Publishing;

namespace Gigatrace.App.Verbs;

internal static class ExtractVerb
{
    public static Command Build(Shell shell)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders; - reads a document from standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new FormatOption("jsonl");
        var jobs = new JobsOption();
        return Verb.Of(
            "extract",
            "Documents to claim lines, without a ledger: one JSON object a line.",
            "gigatrace extract press/ > claims.jsonl\ngigatrace extract note.md --format table",
            parsed => Run(shell, parsed.GetValue(paths)!, jobs.Of(parsed), parsed.GetValue(format) == "jsonl" ? null : report => format.Write(shell, parsed, report)),
            paths, format, jobs);
    }

    /// <summary>A text without a word of the field gives no claim: in a crawl of other pages most are left after a look at their bytes.</summary>
    private static readonly ReadingOptions Relevant = new() { Wanted = bytes => Extractor.MayClaim(bytes.Span) };

    /// <param name="write">Null for claim lines, which are written as they come.</param>
    private static int Run(Shell shell, string[] paths, int jobs, Action<Report>? write)
    {
        var pipeline = new Pipeline();
        var all = new List<(Claim Claim, int? Line)>();
        var documents = Inputs.Read(shell, paths, jobs, reading => reading.Document is { } document ? pipeline.Extract(document) : null, (_, reading, extraction) =>
        {
            if (reading.Document is not { } document || extraction is null) return;
            foreach (var problem in extraction.Diagnostics) shell.Say(Inputs.Line(problem));
            if (write is not null) all.AddRange(extraction.Claims.Select(claim => (claim, LineNumber.Of(claim, document.Text))));
            else foreach (var claim in extraction.Claims) shell.Out.Write(ClaimLines.Write(claim) + "\n");
        },
        Relevant);
        if (documents == 0) return Inputs.NothingRead(shell, paths);
        write?.Invoke(ToReport(all));
        return Ending.Done;
    }

    private static Report ToReport(List<(Claim Claim, int? Line)> claims) => new()
    {
        Title = Phrases.Count(claims.Count, "claim"),
        Tables =
        [
            new Table([new("subject"), new("predicate", Whole: true), new("value"), new("object"), new("when", Whole: true), new("said as", Whole: true), new("place")])
            {
                Rows = [.. claims.Select(one => ToRow(one.Claim, one.Line))],
            },
        ],
        Items = [.. claims.Select(one => JsonNode.Parse(ClaimLines.Write(one.Claim))!.AsObject())],
        Nothing = "no claims found",
    };

    private static Row ToRow(Claim claim, int? line) => new(
        [
            claim.Subject, Phrases.Word(claim.Predicate), Phrases.Figure(claim.Value, claim.Unit), claim.Object ?? "", Phrases.Time(claim.When), claim.Modality.Name(),
            line is null ? claim.Doc : $"{claim.Doc}:{line}",
        ],
        [Evidence.Of(claim, line)]);
}
