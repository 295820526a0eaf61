using Gigatrace.Documents;

namespace Gigatrace.Benchmarks;

/// <summary>The documents of <c>samples/</c>, as bytes and as read.</summary>
internal static class Samples
{
    public static IReadOnlyList<(string Path, byte[] Bytes)> Files { get; } = Load();

    public static List<Document> Read() => [.. Files.Select(file => DocumentReader.Parse(file.Bytes, file.Path).Document).OfType<Document>()];

    private static List<(string Path, byte[] Bytes)> Load()
    {
        var folder = Path.Combine(Root(), "samples");
        var files = InputFiles.Enumerate([folder], problem => throw new InvalidDataException(problem.ToString()));
        return [.. files.Select(file => (file.Path, File.ReadAllBytes(file.Path)))];
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gigatrace.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("no folder above the program holds Gigatrace.slnx");
    }
}
