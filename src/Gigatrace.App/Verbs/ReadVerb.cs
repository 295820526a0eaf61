using System.CommandLine;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction;
using Gigatrace.Ledger;
using Gigatrace.Ledger.Storage;
using Gigatrace.Publishing;
using Gigatrace.Publishing.Cards;

namespace Gigatrace.App.Verbs;

internal static class ReadVerb
{
    public static Command Build(Shell shell)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders; - reads a document from standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new FormatOption();
        var ledger = new LedgerOption();
        var jobs = new JobsOption();
        return Verb.Of(
            "read",
            "Documents into the ledger; says what was new, changed, unchanged or skipped, and why.",
            "gigatrace read samples/\ngigatrace read press/ notes/ --ledger team.db",
            parsed => Run(shell, parsed.GetValue(paths)!, jobs.Of(parsed), ledger.Path(shell, parsed), report => format.Write(shell, parsed, report), format.IsTable(parsed)),
            paths, format, ledger, jobs);
    }

    private static int Run(Shell shell, string[] paths, int jobs, string path, Action<Report> write, bool withPlants)
    {
        using var ledger = LedgerStore.Open(path, create: true, shell.Clock);
        var pipeline = new Pipeline();
        var before = ledger.ReadBefore(Pipeline.Version);
        var recording = new Recording(shell, ledger);
        var started = shell.Clock.GetTimestamp();
        int documents;
        try
        {
            documents = Inputs.Read(shell, paths, jobs, reading => Made.Of(pipeline, before, reading), recording.Add);
            recording.Flush();
            recording.Mark(Pipeline.Copies(ledger, [.. recording.Outcomes.Select(outcome => outcome.Id).OfType<string>()]));
        }
        catch (OperationCanceledException)
        {
            // What is ready is recorded; then the report is of what the ledger holds.
            recording.Flush();
            Say(shell, recording, started);
            throw;
        }

        write(ReadingReport.Of(recording.Outcomes, forPeople: withPlants));
        Say(shell, recording, started);
        if (documents == 0) return Inputs.NothingRead(shell, paths);
        if (withPlants) WritePlants(shell, ledger, write);
        return Ending.Done;
    }

    private static void Say(Shell shell, Recording recording, long started)
    {
        if (recording.Outcomes.Count == 0) return;
        var took = shell.Clock.GetElapsedTime(started);
        var read = recording.Outcomes.Count(one => !one.Skipped);
        shell.Say(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"gigatrace: {ReadingReport.Summary(recording.Outcomes)}; {took.TotalSeconds:0.0} s, {ProgressLine.Rate(read, took)}"));
    }

    private static void WritePlants(Shell shell, LedgerStore ledger, Action<Report> write)
    {
        shell.Out.WriteLine();
        write(PlantList.Make(Pipeline.Publish(ledger, Pipeline.Reconcile(ledger, null, withClaims: false), shell.Today, withLines: false), evidence: false));
    }
}

/// <summary>What was made of a reading on its way to the ledger.</summary>
/// <param name="Extracted">Null where there is no document, or it was read before.</param>
/// <param name="Before">How many claims it gave when it was read before; null where it was not.</param>
internal readonly record struct Made(Extracted? Extracted, int? Before)
{
    public static Made Of(Pipeline pipeline, ReadBefore before, Reading reading)
    {
        if (reading.Document is not { } document) return default;
        return before.Claims(document) is { } claims ? new Made(null, claims) : new Made(pipeline.Extract(document), null);
    }
}

/// <summary>Readings into the ledger, some at a time. An outcome is told only when it is on disk.</summary>
internal sealed class Recording(Shell shell, LedgerStore ledger)
{
    /// <summary>One wait for the disk for so many documents, claims and seconds at the most: what is lost by a crash is soon read again.</summary>
    private const int MostDocuments = 64, MostClaims = 4000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly List<(string Path, Reading Reading, Made Made)> _waiting = [];
    private readonly HashSet<string> _retracted = ledger.LoadRetractions().Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
    private long _flushed = shell.Clock.GetTimestamp();
    private int _claims;

    public List<Outcome> Outcomes { get; } = [];

    /// <param name="copies">By document id, the original.</param>
    public void Mark(IReadOnlyDictionary<string, Signed> copies)
    {
        for (var at = 0; at < Outcomes.Count; at++)
        {
            if (Outcomes[at].Id is { } id && copies.TryGetValue(id, out var original)) Outcomes[at] = Outcomes[at] with { CopyOf = original.Path };
        }
    }

    public void Add(string path, Reading reading, Made made)
    {
        foreach (var problem in made.Extracted?.Diagnostics ?? []) shell.Say(Inputs.Line(problem));
        _waiting.Add((path, reading, made));
        _claims += made.Extracted?.Claims.Length ?? 0;
        if (_waiting.Count >= MostDocuments || _claims >= MostClaims || shell.Clock.GetElapsedTime(_flushed) > Longest) Flush();
    }

    public void Flush()
    {
        var read = _waiting.Where(one => one.Made.Extracted is not null).Select(one => (one.Reading.Document!, (IReadOnlyList<Claim>)one.Made.Extracted!.Claims)).ToList();
        var added = new Queue<Added>(read.Count == 0 ? [] : Pipeline.Record(ledger, read));
        foreach (var (path, reading, made) in _waiting)
        {
            var problems = reading.Diagnostics.Concat(made.Extracted?.Diagnostics ?? []).Concat(TakenBack(path, reading)).ToList();
            var result = reading.Document is null ? Outcome.SkippedResult : made.Extracted is null ? "unchanged" : added.Dequeue().ToString().ToLowerInvariant();
            Outcomes.Add(new Outcome(path, result, made.Before ?? made.Extracted?.Claims.Length ?? 0, problems) { Id = reading.Document?.Id });
        }

        _waiting.Clear();
        (_claims, _flushed) = (0, shell.Clock.GetTimestamp());
    }

    /// <summary>A document that was taken back does not come back by being read again.</summary>
    private IEnumerable<Diagnostic> TakenBack(string path, Reading reading)
    {
        if (reading.Document is not { } document || !_retracted.Contains(document.Id)) yield break;
        var problem = new Diagnostic("doc.retracted", path, null, $"{Fates.Retracted(ledger, document.Id)}; it is kept, and does not count");
        shell.Say(Inputs.Line(problem));
        yield return problem;
    }
}
