using Gigatrace.Claims;

namespace Gigatrace.Documents;

/// <summary>A file to read.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="DisplayPath">As given, with forward slashes; for a file in a folder, the folder as given and the rest.</param>
public sealed record InputFile(string Path, string DisplayPath);

/// <summary>Which files lie behind the paths that a person gave.</summary>
public static class InputFiles
{
    private const string SidecarEnding = ".meta.yaml";

    private static readonly string[] Endings = [".txt", ".md", ".markdown", ".html", ".htm", ".xml", ".rss", ".atom", ".rdf", ".eml", ".mbox", ".mht", ".mhtml"];

    /// <summary>
    /// Files as given, folders with everything below them in ordinal order, each file once. Hidden files and folders
    /// below a given folder are left out, so are sidecars; symbolic links are not followed out of it. What cannot be
    /// read, or is no document, is reported, and the rest goes on.
    /// </summary>
    public static IEnumerable<InputFile> Enumerate(IEnumerable<string> paths, Action<Diagnostic> report)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(report);
        return EnumerateAll(paths, report);
    }

    private static IEnumerable<InputFile> EnumerateAll(IEnumerable<string> paths, Action<Diagnostic> report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var found = Directory.Exists(path) ? InFolder(path, Display(path), report) : Single(path, report);
            foreach (var file in found)
            {
                if (seen.Add(Path.GetFullPath(file.Path))) yield return file;
            }
        }
    }

    private static IEnumerable<InputFile> Single(string path, Action<Diagnostic> report)
    {
        var display = Display(path);
        if (!File.Exists(path)) report(new Diagnostic("doc.missing", display, null, "no such file or folder", Skipped: true));
        else if (IsSidecar(path)) report(new Diagnostic("doc.ending", display, null, "describes another file and is read with it", Skipped: true));
        else if (IsRead(path, display, report)) return [new InputFile(path, display)];
        return [];
    }

    /// <summary>Depth first, without recursion: a stack of folders, the last one on top.</summary>
    private static IEnumerable<InputFile> InFolder(string root, string display, Action<Diagnostic> report)
    {
        var rootPath = RealPath(new DirectoryInfo(root));
        var waiting = new Stack<(FileSystemInfo Entry, string Display)>();
        waiting.Push((new DirectoryInfo(root), display));
        var first = true;
        while (waiting.TryPop(out var next))
        {
            var linked = !first && next.Entry.LinkTarget is not null;
            first = false;
            if (linked && !StaysInside(next.Entry, rootPath, next.Display, report)) continue;
            if (next.Entry is DirectoryInfo folder)
            {
                foreach (var entry in Entries(folder, next.Display, report)) waiting.Push(entry);
            }
            else if (!IsSidecar(next.Entry.Name) && IsRead(next.Entry.Name, next.Display, report))
            {
                yield return new InputFile(next.Entry.FullName, next.Display);
            }
        }
    }

    /// <summary>In descending order, as they go onto a stack.</summary>
    private static List<(FileSystemInfo Entry, string Display)> Entries(DirectoryInfo folder, string display, Action<Diagnostic> report)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos()
                .Where(entry => !entry.Name.StartsWith('.'))
                .OrderByDescending(entry => entry.Name, StringComparer.Ordinal)
                .Select(entry => (entry, $"{display.TrimEnd('/')}/{entry.Name}"))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            report(new Diagnostic("doc.unreadable", display, null, "the folder cannot be opened: " + Reason(e), Skipped: true));
            return [];
        }
    }

    /// <summary>A link to a file inside the folder counts as that file; a linked folder inside it is met anyway.</summary>
    private static bool StaysInside(FileSystemInfo link, string root, string display, Action<Diagnostic> report)
    {
        var target = RealPath(link);
        if (!target.StartsWith(root.TrimEnd('/', '\\') + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            report(new Diagnostic("doc.link", display, null, "a link that leads out of the folder is not followed", Skipped: true));
            return false;
        }

        return link is FileInfo && File.Exists(target);
    }

    private static string RealPath(FileSystemInfo entry)
    {
        try
        {
            return entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? entry.FullName;
        }
        catch (IOException)
        {
            // A ring of links leads nowhere, so outside every folder.
            return "";
        }
    }

    private static bool IsRead(string name, string display, Action<Diagnostic> report)
    {
        var ending = Path.GetExtension(name);
        if (Endings.Contains(ending, StringComparer.OrdinalIgnoreCase)) return true;
        var what = ending.Length == 0 ? "a name without an ending" : $"files ending in {ending}";
        report(new Diagnostic("doc.ending", display, null, $"{what} are not read, only {string.Join(' ', Endings)}".Replace("ending are", "ending is", StringComparison.Ordinal), Skipped: true));
        return false;
    }

    internal static string Reason(Exception e) => e is UnauthorizedAccessException or System.Security.SecurityException ? "no permission" : "it is in use, broken or gone";

    private static bool IsSidecar(string name) => name.EndsWith(SidecarEnding, StringComparison.OrdinalIgnoreCase);

    private static string Display(string path)
    {
        var display = path.Replace('\\', '/');
        while (display.StartsWith("./", StringComparison.Ordinal) && display.Length > 2) display = display[2..].TrimStart('/');
        return display;
    }
}
