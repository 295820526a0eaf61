using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Ledger.Storage;

namespace Gigatrace.App;

/// <summary>Goes through what a person named, document by document, and says on standard error what could not be read.</summary>
internal static class Inputs
{
    public const string StandardInput = "-";

    /// <param name="work">What takes time: called for every reading, from several threads where there are several jobs.</param>
    /// <param name="each">Gets every file's readings (a document, or none and the reasons) with what was made of them; one after another, in order.</param>
    /// <param name="options">Null for the usual bounds.</param>
    /// <returns>How many documents there were, those that were left included.</returns>
    public static int Read<T>(Shell shell, IReadOnlyList<string> paths, int jobs, Func<Reading, T> work, Action<string, Reading, T> each, ReadingOptions? options = null)
    {
        var skipped = new List<Diagnostic>();
        var files = InputFiles.Enumerate(paths.Where(path => path != StandardInput), skipped.Add).ToList();
        foreach (var problem in skipped) Report(shell.Say, problem, work, each);
        var standardInput = paths.Contains(StandardInput);
        using var progress = new ProgressLine(shell, files.Count + (standardInput ? 1 : 0));
        void Hand(string path, Reading reading, T made)
        {
            shell.Cancelled.ThrowIfCancellationRequested();
            foreach (var problem in reading.Diagnostics) progress.Say(Line(problem));
            if (reading.Document is not null || reading.IsLeft) progress.Document();
            each(reading.Document?.Path ?? path, reading, made);
        }

        foreach (var file in InOrder.Map(Sources(shell, standardInput, files, options), jobs, source => Open(source, reading => Made(shell, reading, work)), shell.Cancelled))
        {
            shell.Cancelled.ThrowIfCancellationRequested();
            progress.File(file.Path);
            Hand(file.Path, file.First.Reading, file.First.Value);
            foreach (var (reading, made) in InOrder.Map(file.Others, jobs, reading => Made(shell, reading, work), shell.Cancelled)) Hand(file.Path, reading, made);
        }

        return progress.Documents;
    }

    /// <summary>For a verb that found nothing to do: the messages have been said.</summary>
    public static int NothingRead(Shell shell, IReadOnlyList<string> paths)
    {
        shell.Say($"gigatrace: no document could be read from {string.Join(", ", paths)}");
        return Ending.NothingDone;
    }

    public static string Line(Diagnostic problem) => $"gigatrace: {problem}";

    /// <summary>What was made of a reading. A document on which this program fails is told, and the rest goes on.</summary>
    private static (Reading Reading, T Value) Made<T>(Shell shell, Reading reading, Func<Reading, T> work)
    {
        try
        {
            return (reading, work(reading));
        }
        catch (Exception e) when (reading.Document is not null && e is not (OperationCanceledException or Failure or LedgerException or IOException or OutOfMemoryException))
        {
            shell.Trace(e);
            var failed = new Reading(null, [.. reading.Diagnostics, new Diagnostic("extract.failed", reading.Document.Path, null, $"gigatrace itself fails on this text ({e.GetType().Name}; GIGATRACE_DEBUG=1 shows where); it is left out, the rest goes on", Skipped: true)]);
            return (failed, work(failed));
        }
    }

    /// <summary>A file with its first reading and what was made of it; most have no other.</summary>
    private sealed record Opened<T>(string Path, (Reading Reading, T Value) First, IEnumerable<Reading> Others);

    private static Opened<T> Open<T>((string Path, Func<IEnumerable<Reading>> Read) source, Func<Reading, (Reading, T)> work)
    {
        var readings = source.Read().GetEnumerator();
        _ = readings.MoveNext();
        var first = readings.Current;
        // A file that holds one document is closed by asking for a second.
        return new Opened<T>(source.Path, work(first), readings.MoveNext() ? Rest(readings) : []);
    }

    private static IEnumerable<Reading> Rest(IEnumerator<Reading> readings)
    {
        using var open = readings;
        do yield return open.Current;
        while (open.MoveNext());
    }

    private static void Report<T>(Action<string> say, Diagnostic problem, Func<Reading, T> work, Action<string, Reading, T> each)
    {
        say(Line(problem));
        var nothing = new Reading(null, [problem]);
        each(problem.Path, nothing, work(nothing));
    }

    private static IEnumerable<(string Path, Func<IEnumerable<Reading>> Read)> Sources(Shell shell, bool standardInput, IEnumerable<InputFile> files, ReadingOptions? options)
    {
        if (standardInput) yield return (StandardInput, () => ReadStandardInput(shell, options));
        foreach (var file in files) yield return (file.DisplayPath, () => Pipeline.Read(file, options));
    }

    private static IEnumerable<Reading> ReadStandardInput(Shell shell, ReadingOptions? options)
    {
        using var input = shell.In();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        bytes.Position = 0;
        foreach (var reading in DocumentReader.Read(bytes, "stdin", options)) yield return reading;
    }
}
