using System.CommandLine;
using Gigatrace.Claims;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Scoring;

namespace Gigatrace.App.Verbs;

internal static class EvalVerb
{
    public static Command Build(Shell shell)
    {
        var gold = new Argument<string>("GOLD") { Description = "A folder of gold claims, one .jsonl file a document." };
        var documents = new Argument<string?>("DOCS") { Description = "The folder of the documents, or a file of claim lines to score. Default: beside the gold.", Arity = ArgumentArity.ZeroOrOne };
        var options = new EvalOptions();
        return Verb.Of(
            "eval",
            "Precision, recall and F1 of the extraction against gold claims; exit code 1 below --min-f1.",
            "gigatrace eval corpus/dev\ngigatrace eval corpus/seeds seeds --per-doc --errors 10",
            parsed => Run(shell, parsed.GetValue(gold)!, parsed.GetValue(documents), options, parsed),
            [gold, documents, .. options.All]);
    }

    private static int Run(Shell shell, string gold, string? documents, EvalOptions options, ParseResult parsed)
    {
        var files = GoldFolder.Read(shell, gold);
        var predicted = documents is not null && documents.EndsWith(".jsonl", StringComparison.Ordinal)
            ? GoldFolder.ReadPredicted(shell, documents)
            : Extracted(shell, files, documents ?? gold);
        var score = new Score { Documents = [.. files.Select(file => Score.Document(file.Name, file.Claims, predicted[file.Name]))] };
        options.Format.Write(shell, parsed, ScoreReport.Make(score, parsed.GetValue(options.PerDoc), parsed.GetValue(options.Errors)));
        return score.All.F1 < parsed.GetValue(options.MinF1) ? Ending.Found : Ending.Done;
    }

    /// <summary>Reads and extracts the documents that gold knows; where a document says no date, gold's is taken.</summary>
    private static ILookup<string, ScoredClaim> Extracted(Shell shell, IReadOnlyList<GoldFile> files, string folder)
    {
        var gold = files.ToDictionary(file => file.Name, StringComparer.Ordinal);
        var pipeline = new Pipeline();
        var claims = new List<Claim>();
        Inputs.Read(shell, GoldFolder.Documents(folder, gold.ContainsKey), Environment.ProcessorCount,
            reading => reading.Document is { } document ? pipeline.Extract(document with { Published = document.Published ?? gold[document.Name].Published }) : null,
            (_, _, extraction) => claims.AddRange(extraction?.Claims ?? []));
        return claims.Select(claim => ScoredClaim.Read(GoldFolder.Parse(ClaimLines.Write(claim)))!).ToLookup(claim => claim.Doc ?? "", StringComparer.Ordinal);
    }
}

internal sealed class EvalOptions
{
    public Option<int> Errors { get; } = new("--errors") { Description = "Print so many missed and so many spurious claims.", HelpName = "N" };

    public Option<bool> PerDoc { get; } = new("--per-doc") { Description = "Print the figures of each document." };

    public Option<double> MinF1 { get; } = new("--min-f1") { Description = "The bound: exit code 1 where F1 over all is lower.", HelpName = "F1" };

    public FormatOption Format { get; } = new();

    public IEnumerable<Symbol> All => [PerDoc, Errors, MinF1, Format];
}
