using System.Text.Json;
using Gigatrace.Publishing.Scoring;

namespace Gigatrace.App;

/// <summary>The files that an evaluation reads.</summary>
internal static class GoldFolder
{
    private static readonly string[] Endings = [".md", ".markdown", ".txt", ".html", ".htm"];

    /// <summary>Every gold file of a folder, by name.</summary>
    public static IReadOnlyList<GoldFile> Read(Shell shell, string folder)
    {
        if (!Directory.Exists(folder)) throw new Failure($"{folder}: no such folder");
        var files = Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).ToList();
        return files.Count == 0 ? throw new Failure($"{folder}: holds no gold, no .jsonl file") : [.. files.Select(file => Read(shell, file, Path.GetFileNameWithoutExtension(file)))];
    }

    /// <summary>Claim lines, by the name of their document.</summary>
    public static ILookup<string, ScoredClaim> ReadPredicted(Shell shell, string path)
    {
        if (!File.Exists(path)) throw new Failure($"{path}: no such file");
        return Read(shell, path, path).Claims.ToLookup(claim => claim.Doc ?? "", StringComparer.Ordinal);
    }

    /// <summary>The documents of a folder that gold knows by name.</summary>
    public static IReadOnlyList<string> Documents(string folder, Func<string, bool> isKnown)
    {
        if (!Directory.Exists(folder)) throw new Failure($"{folder}: no such folder");
        var files = Directory.EnumerateFiles(folder)
            .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) && isKnown(Path.GetFileNameWithoutExtension(file)))
            .Order(StringComparer.Ordinal).ToList();
        return files.Count == 0 ? throw new Failure($"{folder}: holds no document that gold names") : files;
    }

    public static JsonElement Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.Clone();
    }

    private static GoldFile Read(Shell shell, string path, string name)
    {
        var (gold, diagnostics) = GoldFile.Read(name, path, File.ReadLines(path));
        foreach (var problem in diagnostics) shell.Say(Inputs.Line(problem));
        return gold;
    }
}
