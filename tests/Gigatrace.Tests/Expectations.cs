using System.Runtime.CompilerServices;

namespace Gigatrace.Tests;

/// <summary>
/// Texts that are expected as they stand in a file. <c>UPDATE_EXPECT=1 dotnet test</c> writes the files anew; then look at
/// the difference before it is committed.
/// </summary>
internal static class Expectations
{
    public static string Root { get; } = FindRoot();

    /// <param name="path">Under the repository's root, with forward slashes.</param>
    public static void Check(string actual, string path)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        var expected = File.Exists(file) ? File.ReadAllText(file) : "";
        actual.ShouldBe(expected, $"{path} differs; UPDATE_EXPECT=1 writes it anew");
    }

    /// <summary>The folder above this test's own source that holds the solution.</summary>
    private static string FindRoot([CallerFilePath] string here = "")
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Path.GetDirectoryName(here) ?? "."])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Gigatrace.slnx"))) return folder.FullName;
            }
        }

        throw new InvalidOperationException("no folder above the tests holds Gigatrace.slnx");
    }
}
