using System.IO.Enumeration;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction;
using Gigatrace.Publishing.Checks;

namespace Gigatrace.App;

/// <summary>A vault on the disk: its notes, what else lies in it, and how it wants to be checked.</summary>
internal sealed class VaultFiles
{
    private static readonly string[] NoteEndings = [".md", ".markdown", ".txt"];

    private readonly string _path;
    private readonly Pipeline _pipeline = new();

    /// <summary>A note that names neither the field nor a maker of cells claims nothing: most of a vault is left after a look at its bytes.</summary>
    private readonly ReadingOptions _relevant;

    private VaultFiles(string path) => (_path, _relevant) = (path, new ReadingOptions { Wanted = bytes => _pipeline.MayClaim(bytes.Span), Notes = true });

    /// <exception cref="Failure">There is no such folder or file.</exception>
    public static VaultFiles At(string path)
    {
        if (!Directory.Exists(path) && !File.Exists(path)) throw new Failure($"no such folder or note: {path}");
        return new VaultFiles(path);
    }

    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_path)));

    private bool IsFolder => Directory.Exists(_path);

    /// <summary>The folder that settings and baseline are looked for in.</summary>
    public string Root => IsFolder ? _path : Path.GetDirectoryName(Path.GetFullPath(_path))!;

    public CheckSettings Settings()
    {
        if (CheckSettings.FileNames.Select(name => Path.Combine(Root, name)).FirstOrDefault(File.Exists) is not { } file) return new CheckSettings();
        return CheckSettings.Parse(File.ReadAllText(file), Display(file));
    }

    /// <summary>Every file of the vault that is in no hidden folder, below it; null for a single note.</summary>
    public IReadOnlyCollection<string>? Files()
    {
        if (!IsFolder) return null;
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System };
        var files = new FileSystemEnumerable<string>(_path, (ref FileSystemEntry file) => file.ToSpecifiedFullPath(), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry folder) => !folder.FileName.StartsWith('.'),
        };
        return [.. files.Select(Below).Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads the notes that may have to do with the field, each with its claims.</summary>
    /// <param name="files">Of the vault; below it. Null for a single note.</param>
    /// <param name="only">Paths of notes; empty for all.</param>
    /// <returns>The notes, and how many were looked at.</returns>
    /// <param name="works">Those that the ledger knows.</param>
    public (IReadOnlyList<Note> Notes, int Looked) Read(Shell shell, int jobs, CheckSettings settings, IReadOnlyCollection<string>? files, IReadOnlyCollection<string> only, LedgerWorks works)
    {
        var wanted = only.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        string[] paths = files is null ? [_path] : [.. files.Where(file => IsNote(file) && !settings.Excludes(file)).Select(file => Path.Join(_path, file)).Where(path => wanted.Count == 0 || wanted.Contains(Path.GetFullPath(path)))];
        var notes = new List<Note>();
        var looked = Inputs.Read(
            shell, paths, jobs, reading => reading is { Document: { } document, IsLeft: false } ? _pipeline.Extract(document, works).Claims : [],
            (_, reading, claims) =>
            {
                if (reading is { Document: { } document, IsLeft: false }) notes.Add(new Note(document, claims, files is null ? document.Path : Below(document.Path)));
            },
            _relevant);
        return (notes, looked);
    }

    /// <summary>The problems that are known already.</summary>
    /// <param name="named">On the command line; null for what the settings name.</param>
    public BaselineFile Baseline(string? named, CheckSettings settings) => BaselineFile.Open(named ?? (settings.Baseline is { } file ? Path.Join(Root, file) : null));

    /// <summary>Writes notes that were put right; one that is no UTF-8, or was changed since it was read, is left as it is.</summary>
    public void Write(Shell shell, IReadOnlyCollection<Mended> mended)
    {
        foreach (var note in mended)
        {
            var bytes = File.ReadAllBytes(note.Path);
            var mark = bytes.AsSpan().StartsWith(System.Text.Encoding.UTF8.Preamble);
            var plain = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: mark);
            if (plain.GetString(bytes.AsSpan(mark ? 3 : 0)) != note.Before) shell.Say($"gigatrace: {note.Path}: it is no UTF-8, or was changed meanwhile; left as it is");
            else File.WriteAllText(note.Path, note.After, plain);
        }

        shell.Say(mended.Count == 0 ? "gigatrace: nothing could be put right for certain" : $"gigatrace: {Publishing.Phrases.Count(mended.Sum(note => note.Values), "value")} put right in {Publishing.Phrases.Count(mended.Count, "note")}");
    }

    public VaultWatch Watch() => new(Root);

    private static string Display(string file) => Path.GetRelativePath(Environment.CurrentDirectory, file).Replace('\\', '/') is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? file.Replace('\\', '/') : relative;

    private static bool IsNote(string file) => NoteEndings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private string Below(string path) => Path.GetRelativePath(_path, path).Replace('\\', '/');
}
