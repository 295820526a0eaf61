using System.Text;
using Gigatrace.Publishing.Exports;

namespace Gigatrace.App;

/// <summary>
/// A folder that holds a site and nothing else: what did not change is not written, what is no longer part of the site is removed, and a folder with
/// other things in it is left alone.
/// </summary>
internal sealed class SiteFolder(string folder)
{
    /// <summary>Names every file of the site, so that the next export knows which are its own.</summary>
    private const string List = "files.txt";

    private const string Head = "# Files of this site, written by gigatrace export site";

    /// <summary>How many files were written, stayed as they were and were removed.</summary>
    public (int Written, int Same, int Removed) Write(IEnumerable<SiteFile> files, CancellationToken cancelled)
    {
        var before = Before();
        var (now, written) = (new SortedSet<string>(StringComparer.Ordinal), 0);
        foreach (var file in files)
        {
            cancelled.ThrowIfCancellationRequested();
            if (WriteOne(file)) written++;
            _ = now.Add(file.Path);
        }

        var removed = before.Where(path => !now.Contains(path) && File.Exists(At(path))).ToArray();
        foreach (var path in removed) File.Delete(At(path));
        _ = WriteOne(new SiteFile(List, $"{Head}\n{string.Join('\n', now)}\n"));
        return (written, now.Count - written, removed.Length);
    }

    /// <summary>What an earlier export wrote here; nothing for an empty or new folder.</summary>
    private string[] Before()
    {
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()) return [];
        var lines = File.Exists(At(List)) ? File.ReadAllLines(At(List)) : [];
        if (lines is not [Head, ..]) throw new Failure($"{folder} holds other things than a site of this program; name an empty or a new folder");
        return [.. lines.Skip(1).Where(line => line.Length > 0 && Path.GetFullPath(At(line)).StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))];
    }

    private bool WriteOne(SiteFile file)
    {
        var (path, bytes) = (At(file.Path), Encoding.UTF8.GetBytes(file.Text));
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)) return false;
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return true;
    }

    private string At(string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
}
