using System.CommandLine;
using System.Text.Json.Nodes;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class ReadVerb
{
    /// <summary>So many documents are listed for people; programs get all.</summary>
    private const int Listed = 40;

    /// <summary>What a person should look at first.</summary>
    private static readonly string[] Order = ["skipped", "changed", "reread", "new"];

    public static Command Build(Shell shell)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders; - reads a document from standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new FormatOption();
        var ledger = new LedgerOption();
        return Verb.Of(
            "read",
            "Documents into the ledger; says what was new, changed, unchanged or skipped, and why.",
            "gigatrace read samples/\ngigatrace read press/ notes/ --ledger team.db",
            parsed => Run(shell, parsed.GetValue(paths)!, ledger.Path(shell, parsed), report => format.Write(shell, parsed, report), format.IsTable(parsed)),
            paths, format, ledger);
    }

    private static int Run(Shell shell, string[] paths, string path, Action<Report> write, bool withPlants)
    {
        using var ledger = LedgerStore.Open(path, create: true, shell.Clock);
        var pipeline = new Pipeline();
        var outcomes = new List<Outcome>();
        var documents = Inputs.Read(shell, paths, (name, reading) => outcomes.Add(Record(shell, pipeline, ledger, name, reading)));
        write(ToReport(outcomes, withPlants ? Listed : int.MaxValue));
        if (documents == 0) return Inputs.NothingRead(shell, paths);
        if (withPlants) WritePlants(shell, ledger, write);
        return Ending.Done;
    }

    private static Outcome Record(Shell shell, Pipeline pipeline, LedgerStore ledger, string path, Reading reading)
    {
        var problems = reading.Diagnostics.Select(problem => problem.Message).ToList();
        if (reading.Document is not { } document) return new Outcome(path, "skipped", 0, problems);
        var extraction = pipeline.Extract(document);
        foreach (var problem in extraction.Diagnostics) shell.Say(Inputs.Line(problem));
        var added = Pipeline.Record(ledger, document, extraction.Claims);
        return new Outcome(path, added.ToString().ToLowerInvariant(), extraction.Claims.Length, [.. problems, .. extraction.Diagnostics.Select(problem => problem.Message)]);
    }

    private static void WritePlants(Shell shell, LedgerStore ledger, Action<Report> write)
    {
        shell.Out.WriteLine();
        write(PlantList.Make(Pipeline.Publish(ledger, Pipeline.Reconcile(ledger, null), shell.Today, withLines: false), evidence: false));
    }

    /// <summary>What is unchanged is counted for people, not listed.</summary>
    private static Report ToReport(List<Outcome> outcomes, int listed)
    {
        var told = outcomes.Where(one => one.Result != "unchanged").OrderBy(one => Array.IndexOf(Order, one.Result)).ToList();
        return new Report
        {
            Title = Summary(outcomes),
            Lead = told.Count > listed ? [$"the first {listed} of {told.Count} that were not unchanged; --format jsonl lists all"] : [],
            Tables = [new Table([new("document"), new("read as", Whole: true), new("claims", Right: true, Whole: true), new("remarks")]) { Rows = [.. told.Take(listed).Select(ToRow)] }],
            Items = [.. outcomes.Select(one => new JsonObject { ["path"] = one.Path, ["result"] = one.Result, ["claims"] = one.Claims, ["remarks"] = Json.Array(one.Remarks) })],
            Nothing = "nothing new",
        };
    }

    private static Row ToRow(Outcome one) => new([one.Path, one.Result, one.Result == "skipped" ? "" : $"{one.Claims}", string.Join("; ", one.Remarks)], []);

    private static string Summary(List<Outcome> outcomes)
    {
        var read = outcomes.Where(one => one.Result != "skipped").ToList();
        var parts = outcomes.GroupBy(one => one.Result, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}");
        return $"{Phrases.Count(read.Count, "document")}, {Phrases.Count(read.Sum(one => one.Claims), "claim")}: {string.Join(", ", parts)}";
    }

    /// <param name="Result">new, changed, reread, unchanged or skipped.</param>
    private sealed record Outcome(string Path, string Result, int Claims, IReadOnlyList<string> Remarks);
}
