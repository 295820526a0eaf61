using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A file of paths, one a line, from where the file lies; empty lines and lines that start with <c>#</c> say nothing.</summary>
internal static class PathList
{
    private const long MaxBytes = 64L * 1024 * 1024;

    public static IEnumerable<string> Read(string path, string display, Action<Diagnostic> report)
    {
        if (Text(path, display, report) is not { } text) yield break;
        var folder = Path.GetDirectoryName(path) ?? "";
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var entry = line.Trim();
            if (entry.Length == 0 || entry[0] == '#') continue;
            if (entry[0] == '@') report(new Diagnostic("doc.list", display, number, "a list in a list is not read", Skipped: true));
            else yield return Path.Combine(folder, entry);
        }
    }

    private static string? Text(string path, string display, Action<Diagnostic> report)
    {
        var problems = new List<Diagnostic>();
        using var stream = DocumentReader.Open(path, display, problems);
        var bytes = stream is null ? null : ContentKinds.Bytes(stream, display, new ReadingOptions { MaxBytes = MaxBytes }, problems.Add);
        var text = bytes is null ? null : Decoding.Decode(bytes, display, problems);
        problems.ForEach(report);
        return text;
    }
}
