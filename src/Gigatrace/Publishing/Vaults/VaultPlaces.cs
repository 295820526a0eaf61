using Gigatrace.Claims;
using Gigatrace.Documents;

namespace Gigatrace.Publishing.Vaults;

/// <summary>
/// Where each note of a vault lies. A note of ours is known by its properties <c>gigatrace</c> and <c>name</c>, wherever a person moved it and however they called
/// it; else by its name, with marks in it; else it is new. Files that differ in upper and lower case only are one file.
/// </summary>
internal sealed class VaultPlaces
{
    /// <summary>Folded paths of notes that are somebody's already.</summary>
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>By folder, the folded names in it, for new notes.</summary>
    private readonly Dictionary<string, HashSet<string>> _names = new(StringComparer.Ordinal);

    /// <param name="Before">Null for a new one.</param>
    public sealed record Place(string Kind, string Name, string Path, VaultFile? Before);

    /// <summary>A note on something that is no longer held under its name.</summary>
    public sealed record Orphan(string Kind, string Name, VaultFile Before);

    public sealed record Double(string Kind, string Name, string Path, string Kept);

    /// <param name="files">All notes of the folder.</param>
    /// <param name="things">Kind and printed name of whatever is to have a note; the first of a name is linked to.</param>
    /// <param name="folders">By kind, the folder of new ones, with a slash at its end.</param>
    public VaultPlaces(IEnumerable<VaultFile> files, IReadOnlyList<(string Kind, string Name)> things, IReadOnlyDictionary<string, string> folders)
    {
        var all = files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => (Note: file, Mark: MarkOf(file))).ToArray();
        var marked = all.Where(row => row.Mark is { Kind: not null }).ToLookup(row => (row.Mark!.Value.Kind!, row.Mark.Value.Name), row => row.Note);
        var byPath = all.GroupBy(row => FileNames.Fold(row.Note.Path), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Note, StringComparer.Ordinal);
        var named = all.Where(row => row.Mark is { Kind: null }).ToLookup(row => FileNames.Fold(BaseName(row.Note.Path)), row => row.Note, StringComparer.Ordinal);
        var ours = all.Where(row => row.Mark is { Kind: not null }).Select(row => FileNames.Fold(row.Note.Path)).ToHashSet(StringComparer.Ordinal);
        var notes = new Dictionary<(string, string), Place>();
        foreach (var thing in things.Where(marked.Contains))
        {
            var usual = folders[thing.Kind] + FileNames.Safe(thing.Name) + ".md";
            var found = marked[thing].OrderBy(file => file.Path == usual ? 0 : FileNames.Fold(BaseName(file.Path)) == FileNames.Fold(FileNames.Safe(thing.Name)) ? 1 : 2).ThenBy(file => file.Path, StringComparer.Ordinal).ToArray();
            notes.Add(thing, Take(thing, found[0]));
            Doubles.AddRange(found[1..].Select(file => new Double(thing.Kind, thing.Name, file.Path, found[0].Path)));
        }

        foreach (var thing in things.Where(thing => !notes.ContainsKey(thing)))
        {
            var safe = FileNames.Safe(thing.Name);
            var usual = FileNames.Fold($"{folders[thing.Kind]}{safe}.md");
            var there = !_taken.Contains(usual) && !ours.Contains(usual) ? byPath.GetValueOrDefault(usual) : null;
            there ??= named[FileNames.Fold(safe)].FirstOrDefault(file => !_taken.Contains(FileNames.Fold(file.Path)));
            notes.Add(thing, there is not null ? Take(thing, there) : New(thing, folders[thing.Kind], byPath.Keys));
        }

        Notes = [.. things.Distinct().Select(thing => notes[thing])];
        Orphans = [.. all.Where(row => row.Mark is { Kind: { } kind } && folders.ContainsKey(kind) && !notes.ContainsKey((kind, row.Mark.Value.Name))).Select(row => new Orphan(row.Mark!.Value.Kind!, row.Mark.Value.Name, row.Note))];
        Targets = LinksTo(all.Select(row => row.Note.Path));
    }

    public IReadOnlyList<Place> Notes { get; }

    public IReadOnlyList<Orphan> Orphans { get; }

    public List<Double> Doubles { get; } = [];

    /// <summary>By printed name, what a link to its note says: the file's name where no other note is called so, else its path.</summary>
    public IReadOnlyDictionary<string, string> Targets { get; }

    private Place Take((string Kind, string Name) thing, VaultFile file)
    {
        _ = _taken.Add(FileNames.Fold(file.Path));
        return new Place(thing.Kind, thing.Name, file.Path, file);
    }

    private Place New((string Kind, string Name) thing, string folder, IEnumerable<string> there)
    {
        if (!_names.TryGetValue(folder, out var names)) _names[folder] = names = there.Where(path => path.StartsWith(FileNames.Fold(folder), StringComparison.Ordinal)).Select(path => path[folder.Length..^".md".Length]).ToHashSet(StringComparer.Ordinal);
        return new Place(thing.Kind, thing.Name, $"{folder}{FileNames.Unique(thing.Name, names)}.md", null);
    }

    private Dictionary<string, string> LinksTo(IEnumerable<string> paths)
    {
        var called = paths.Concat(Notes.Select(note => note.Path)).DistinctBy(FileNames.Fold, StringComparer.Ordinal).CountBy(path => FileNames.Fold(BaseName(path)), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var note in Notes)
        {
            var target = called[FileNames.Fold(BaseName(note.Path))] == 1 ? BaseName(note.Path) : note.Path[..^".md".Length];
            // No link leads to a file with such a sign in its name.
            if (!target.AsSpan().ContainsAny("#^[]|\\")) _ = targets.TryAdd(note.Name, target);
        }

        return targets;
    }

    /// <summary>What a note says that it is on: a kind of null where it has marks only; null for one that is none of ours.</summary>
    private static (string? Kind, string Name)? MarkOf(VaultFile file)
    {
        if (file.Text is not { } text) return null;
        var front = FrontMatter.Read(text.TrimStart('\uFEFF'), file.Path, new List<Diagnostic>());
        if (front.Values?.First(GeneratedParts.Key) is { } kind && front.Values.First("name") is { } name) return (kind, name);
        return GeneratedParts.Read(text, 0) is { Hidden.Count: > 0 } ? (null, "") : null;
    }

    private static string BaseName(string path) => path[(path.LastIndexOf('/') + 1)..^".md".Length];
}
