using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A file of paths, one a line, from where the file lies; empty lines and lines that start with <c>#</c> say nothing.</summary>
internal static class PathList
{
    private const long MaxBytes = 64L * 1024 * 1024;

    public static IEnumerable<string> Read(string path, string display, Action<Diagnostic> report)
    {
        if (DocumentReader.TextOf(path, display, MaxBytes, report) is not { } text) yield break;
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
}
