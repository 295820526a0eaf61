using System.Text;
using Gigatrace.Publishing.Vaults;

namespace Gigatrace.App;

/// <summary>The notes of a folder, and new texts into it: whole or not at all, and never outside of it.</summary>
internal sealed class VaultFolder(string path)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Hidden folders, and links to files or folders, are not looked into; a note that is a link is told and left.</summary>
    public IReadOnlyList<VaultFile> Read()
    {
        if (!Directory.Exists(_root)) return [];
        var files = new List<VaultFile>();
        var waiting = new Stack<DirectoryInfo>([new DirectoryInfo(_root)]);
        while (waiting.TryPop(out var folder))
        {
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                if (entry.Name.StartsWith('.')) continue;
                if (entry is DirectoryInfo inner && entry.LinkTarget is null) waiting.Push(inner);
                else if (entry is FileInfo file && entry.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) files.Add(Read(file));
            }
        }

        return files;
    }

    /// <summary>What was written, or why it could not be.</summary>
    public VaultChange Write(VaultChange change, VaultFile? before)
    {
        if (change.Text is null) return change;
        try
        {
            var full = Path.GetFullPath(Path.Combine(_root, change.Path));
            if (!full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || HasLink(full)) return Left(change, "it would be written outside of the folder");
            if (before is null ? File.Exists(full) || Directory.Exists(full) : Read(new FileInfo(full)).Text != before.Text) return Left(change, "it was changed meanwhile; export again");
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            Replace(full, change.Text);
            return change;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Left(change, e.Message.ReplaceLineEndings(" "));
        }
    }

    private VaultFile Read(FileInfo file)
    {
        var shown = Path.GetRelativePath(_root, file.FullName).Replace('\\', '/');
        if (file.LinkTarget is not null) return new VaultFile(shown, null, "it is a link, which is not followed");
        try
        {
            var text = Strict.GetString(File.ReadAllBytes(file.FullName));
            return new VaultFile(shown, text.Contains(Vault.Sign, StringComparison.Ordinal) ? text : null);
        }
        catch (ArgumentException)
        {
            return new VaultFile(shown, null, "it is no UTF-8 text");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new VaultFile(shown, null, e.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>A folder on the way is a link.</summary>
    private bool HasLink(string full)
    {
        for (var folder = Path.GetDirectoryName(full)!; folder.Length > _root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (new DirectoryInfo(folder).LinkTarget is not null) return true;
        }

        return false;
    }

    private static void Replace(string full, string text)
    {
        var made = Path.Combine(Path.GetDirectoryName(full)!, $".gigatrace-{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllBytes(made, Strict.GetBytes(text));
            if (!OperatingSystem.IsWindows() && File.Exists(full)) File.SetUnixFileMode(made, File.GetUnixFileMode(full));
            File.Move(made, full, overwrite: true);
        }
        finally
        {
            File.Delete(made);
        }
    }

    private static VaultChange Left(VaultChange change, string why) => change with { Result = VaultResult.Left, Text = null, Why = why };
}
