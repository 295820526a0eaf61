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

    /// <summary>
    /// Files as given, folders with everything below them in ordinal order, what <c>*</c>, <c>?</c> and <c>**</c> stand for, and the paths in a list
    /// (<c>@list.txt</c>); each file once. Hidden files and folders below a given folder are left out, so are sidecars; symbolic links are not followed out
    /// of it. In folders, what is no document is passed over and counted; what cannot be read is reported, and the rest goes on.
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
        foreach (var file in paths.SelectMany(path => Found(path, report)))
        {
            if (seen.Add(Path.GetFullPath(file.Path))) yield return file;
        }
    }

    private static IEnumerable<InputFile> Found(string path, Action<Diagnostic> report) =>
        path.StartsWith('@') && !Exists(path) ? PathList.Read(path[1..], Display(path[1..]), report).SelectMany(listed => Named(listed, report)) : Named(path, report);

    private static IEnumerable<InputFile> Named(string path, Action<Diagnostic> report)
    {
        var display = Display(path);
        if (Directory.Exists(path)) return InFolder(path, display, null, report);
        if (IsSidecar(path)) report(new Diagnostic("doc.ending", display, null, "describes another file and is read with it", Skipped: true));
        else if (File.Exists(path)) return [new InputFile(path, display)];
        else if (Glob.Parse(path) is { } glob) return Matching(glob, display, report);
        else report(new Diagnostic("doc.missing", display, null, "no such file or folder", Skipped: true));
        return [];
    }

    private static IEnumerable<InputFile> Matching(Glob glob, string display, Action<Diagnostic> report)
    {
        var any = false;
        if (Directory.Exists(glob.Root))
        {
            foreach (var file in InFolder(glob.Root, glob.Root == "." ? "" : Display(glob.Root), glob, report))
            {
                any = true;
                yield return file;
            }
        }

        if (!any) report(new Diagnostic("doc.missing", display, null, "no file or folder of such a name", Skipped: true));
    }

    /// <summary>Depth first, without recursion: a stack of folders, the last one on top.</summary>
    private static IEnumerable<InputFile> InFolder(string root, string display, Glob? glob, Action<Diagnostic> report)
    {
        var passedOver = new PassedOver();
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
                foreach (var entry in Entries(folder, next.Display, report).Where(entry => glob is null || IsMeant(glob, entry.Entry, Below(entry.Display, display)))) waiting.Push(entry);
            }
            else if (!IsSidecar(next.Entry.Name) && IsDocument(next.Entry, passedOver))
            {
                yield return new InputFile(next.Entry.FullName, next.Display);
            }
        }

        passedOver.Tell(display.Length == 0 ? "." : display, report);
    }

    private static bool IsMeant(Glob glob, FileSystemInfo entry, string below) => entry is DirectoryInfo ? glob.MayHold(below) : glob.Holds(below);

    private static string Below(string display, string root) => root.Length == 0 ? display : display[(root.TrimEnd('/').Length + 1)..];

    private static bool IsDocument(FileSystemInfo file, PassedOver passedOver)
    {
        var kind = Endings.KindPassedOver(file.Name) ?? (Endings.IsDocument(file.Name) ? null : ContentKinds.NoDocument(file.FullName));
        if (kind is not null) passedOver.Add(kind);
        return kind is null;
    }

    /// <summary>In descending order, as they go onto a stack.</summary>
    private static List<(FileSystemInfo Entry, string Display)> Entries(DirectoryInfo folder, string display, Action<Diagnostic> report)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos()
                .Where(entry => !entry.Name.StartsWith('.'))
                .OrderByDescending(entry => entry.Name, StringComparer.Ordinal)
                .Select(entry => (entry, display.Length == 0 ? entry.Name : $"{display.TrimEnd('/')}/{entry.Name}"))];
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

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    internal static string Reason(Exception e) => e is UnauthorizedAccessException or System.Security.SecurityException ? "no permission" : "it is in use, broken or gone";

    private static bool IsSidecar(string name) => name.EndsWith(SidecarEnding, StringComparison.OrdinalIgnoreCase);

    private static string Display(string path)
    {
        var display = path.Replace('\\', '/');
        while (display.StartsWith("./", StringComparison.Ordinal) && display.Length > 2) display = display[2..].TrimStart('/');
        return display;
    }
}
