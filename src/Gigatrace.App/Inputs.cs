using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.App;

/// <summary>Goes through what a person named, document by document, and says on standard error what could not be read.</summary>
internal static class Inputs
{
    public const string StandardInput = "-";

    /// <param name="each">Gets every file with what came of it: a document, or none and the reasons.</param>
    /// <returns>How many documents there were.</returns>
    public static int Read(Shell shell, IReadOnlyList<string> paths, Action<string, Reading> each)
    {
        var skipped = new List<Diagnostic>();
        var files = InputFiles.Enumerate(paths.Where(path => path != StandardInput), skipped.Add).ToList();
        foreach (var problem in skipped) Report(shell.Say, problem, each);
        var documents = 0;
        using var progress = new ProgressLine(shell, files.Count);
        foreach (var (path, read) in Sources(shell, paths, files))
        {
            shell.Cancelled.ThrowIfCancellationRequested();
            progress.Step(path);
            foreach (var reading in read())
            {
                shell.Cancelled.ThrowIfCancellationRequested();
                foreach (var problem in reading.Diagnostics) progress.Say(Line(problem));
                if (reading.Document is not null) documents++;
                each(reading.Document?.Path ?? path, reading);
            }
        }

        return documents;
    }

    /// <summary>For a verb that found nothing to do: the messages have been said.</summary>
    public static int NothingRead(Shell shell, IReadOnlyList<string> paths)
    {
        shell.Say($"gigatrace: no document could be read from {string.Join(", ", paths)}");
        return Ending.NothingDone;
    }

    public static string Line(Diagnostic problem) => $"gigatrace: {problem}";

    private static void Report(Action<string> say, Diagnostic problem, Action<string, Reading> each)
    {
        say(Line(problem));
        each(problem.Path, new Reading(null, [problem]));
    }

    private static IEnumerable<(string Path, Func<IEnumerable<Reading>> Read)> Sources(Shell shell, IReadOnlyList<string> paths, IEnumerable<InputFile> files)
    {
        if (paths.Contains(StandardInput)) yield return (StandardInput, () => ReadStandardInput(shell));
        foreach (var file in files) yield return (file.DisplayPath, () => Pipeline.Read(file));
    }

    private static IEnumerable<Reading> ReadStandardInput(Shell shell)
    {
        using var input = shell.In();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        bytes.Position = 0;
        foreach (var reading in DocumentReader.Read(bytes, "stdin")) yield return reading;
    }
}
