using System.Text.RegularExpressions;

namespace Gigatrace.Tests;

/// <summary>
/// What keeps the source in order: a folder uses only folders named before it; input, output and the clock stay where they
/// belong; ARCHITECTURE.md names only paths that exist.
/// </summary>
public sealed partial class LayoutTests
{
    /// <summary>The order in which data flows. A folder may use itself and what stands before it.</summary>
    private static readonly string[] Order =
    [
        "Claims", "Documents", "Documents.Marks", "Documents.Text", "Documents.Web", "Documents.Pdf", "Documents.Feeds", "Documents.Mail", "Documents.Archives", "Extraction.Tokens", "Extraction.Values", "Extraction.Lexicon", "Extraction.Rules", "Extraction.Attachment", "Extraction.Relations", "Extraction",
        "Identity", "Ledger", "Ledger.Storage", "Publishing", "Publishing.Exchange", "Publishing.Forms", "Publishing.Scoring", "Publishing.Cards", "Publishing.Checks", "Publishing.Digests", "Publishing.Exports", "Publishing.Vaults",
    ];

    /// <summary>What touches the world, and the files of the library that may: readers of documents and the ledger's storage.</summary>
    private static readonly (string What, string Pattern, string[] Allowed)[] World =
    [
        ("files", @"\b(File|Directory)\.|\b(FileInfo|DirectoryInfo|FileSystemInfo|FileStream)\b", ["Documents/", "Ledger/Storage/"]),
        ("databases", @"\b(Sqlite|SQLitePCL|Npgsql)|\bDb(Connection|Command|DataReader)\b", ["Ledger/Storage/"]),
        ("the network", @"\b(Socket|TcpClient|HttpClient|WebRequest)\b", []),
        ("processes and the environment", @"\b(Process|Environment)\.", ["Documents/Pdf/PdfText.cs"]),
        ("the console", @"\bConsole\.", []),
        ("the clock", @"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bStopwatch\b", []),
    ];

    public static TheoryData<string> Folders => [.. Order];

    public static TheoryData<string> Worlds => [.. World.Select(world => world.What)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_folders_named_before_it(string folder)
    {
        var later = Order[(Array.IndexOf(Order, folder) + 1)..];
        var broken = from file in Sources("src/Gigatrace")
                     where FolderOf(file) == folder
                     from used in Used(file)
                     where later.Contains(used)
                     select $"{file} uses {used}";
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_library_has_a_place_in_the_order() =>
        Sources("src/Gigatrace").Select(FolderOf).Where(folder => folder.Length > 0 && !Order.Contains(folder)).Distinct(StringComparer.Ordinal).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Worlds))]
    public void The_library_touches_the_world_only_where_it_may(string what)
    {
        var (_, pattern, allowed) = World.Single(world => world.What == what);
        var broken = from file in Sources("src/Gigatrace")
                     where !allowed.Any(place => file.StartsWith("src/Gigatrace/" + place, StringComparison.Ordinal))
                     from Match match in Regex.Matches(Code(file), pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
                     select $"{file}: {match.Value}";
        broken.ShouldBeEmpty();
    }

    /// <summary>The program asks its own clock, which tests can set.</summary>
    [Fact]
    public void The_program_asks_no_other_clock() =>
        Sources("src/Gigatrace.App").Where(file => Regex.IsMatch(Code(file), @"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))).ShouldBeEmpty();

    [Fact]
    public void Every_path_that_the_architecture_names_exists()
    {
        Exists("ARCHITECTURE.md").ShouldBeTrue("ARCHITECTURE.md is missing");
        var text = File.ReadAllText(Path.Combine(Expectations.Root, "ARCHITECTURE.md"));
        var named = InCode().Matches(text).Select(match => match.Groups["path"].Value).Concat(Links().Matches(text).Select(match => match.Groups["path"].Value)).Distinct(StringComparer.Ordinal).ToList();
        named.ShouldNotBeEmpty();
        named.Where(path => !Exists(path)).ShouldBeEmpty();
    }

    /// <summary>As written, or, in the code map, below the library.</summary>
    private static bool Exists(string path) => new[] { "", "src/Gigatrace/", "src/" }
        .Select(under => Path.Combine(Expectations.Root, under + path))
        .Any(full => File.Exists(full) || Directory.Exists(full));

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Path.Combine(Expectations.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Expectations.Root, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>"Extraction.Tokens" for a file in <c>src/Gigatrace/Extraction/Tokens</c>; empty for one at the top.</summary>
    private static string FolderOf(string file) => string.Join('.', file.Split('/')[2..^1]);

    /// <summary>Every folder whose name the file writes, in a using line or in full.</summary>
    private static IEnumerable<string> Used(string file) => Names().Matches(Code(file))
        .Select(match => Order.Where(folder => match.Groups["name"].Value == folder || match.Groups["name"].Value.StartsWith(folder + ".", StringComparison.Ordinal)).MaxBy(folder => folder.Length))
        .OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The text without comments.</summary>
    private static string Code(string file) => Comments().Replace(File.ReadAllText(Path.Combine(Expectations.Root, file)), "");

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline, 5000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\bGigatrace\.(?<name>[A-Z]\w*(\.[A-Z]\w*)*)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Names();

    [GeneratedRegex(@"`(?<path>[\w./-]*(/[\w./-]*|\.(cs|md|sh|tsv|rules|json|props|slnx)))`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex InCode();

    [GeneratedRegex(@"\]\((?!https?:|#)(?<path>[\w./-]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Links();
}
