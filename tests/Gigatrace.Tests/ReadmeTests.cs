using System.Text.RegularExpressions;
using Gigatrace.Tests.App;

namespace Gigatrace.Tests;

/// <summary>
/// What the pages show is what the program prints. <c>UPDATE_EXPECT=1 dotnet test --filter ReadmeTests</c> prints the
/// sessions anew; then look at the difference before it is committed.
/// </summary>
public sealed partial class ReadmeTests
{
    private static readonly string[] Programs = ["gigatrace", "dotnet run --project src/Gigatrace.App -c Release --"];

    [Theory]
    [InlineData("README.md")]
    [InlineData("ARCHITECTURE.md")]
    public void Sessions_print_what_the_page_says(string page)
    {
        using var shell = new TestShell();
        AtTheRoot();
        Expectations.Check(Sessions().Replace(Text(page), match => $"```console\n$ {match.Groups["typed"].Value}\n{Typed(shell, match.Groups["typed"].Value)}```\n"), page);
    }

    [Fact]
    public void The_first_command_shows_the_plants_of_the_samples()
    {
        using var shell = new TestShell();
        AtTheRoot();
        var command = Text("README.md").Split('\n').First(line => line.StartsWith("dotnet run ", StringComparison.Ordinal));
        Typed(shell, command).ShouldContain("AESC Douai ");
    }

    /// <summary>Elisions (…) between pieces that follow one another in one file.</summary>
    [Fact]
    public void Excerpts_stand_in_the_samples()
    {
        var samples = Directory.EnumerateFiles(Path.Combine(Expectations.Root, "samples"), "*.*", SearchOption.AllDirectories).Select(file => Squeezed(File.ReadAllText(file))).ToList();
        var excerpts = Excerpts().Matches(Text("README.md")).Select(match => match.Groups["excerpt"].Value).ToList();
        excerpts.ShouldNotBeEmpty();
        foreach (var excerpt in excerpts)
        {
            var pieces = excerpt.Split('…').Select(Squeezed).Where(piece => piece.Length > 0).ToList();
            samples.ShouldContain(sample => pieces.TrueForAll(piece => sample.Contains(piece, StringComparison.Ordinal)), excerpt);
        }
    }

    [Fact]
    public void Every_command_of_the_guide_ends_well()
    {
        using var shell = new TestShell();
        shell.Set("GIGATRACE_BY", "a reader");
        AtTheRoot();
        var commands = Commands().Matches(Text("docs/guide.md")).Select(match => match.Groups["typed"].Value.Trim()).Where(command => !command.Contains(" ID", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        commands.ShouldNotBeEmpty();
        foreach (var command in commands) _ = Typed(shell, command);
    }

    /// <summary>What a person would see who types this; what stands behind a bar does what it does in a shell.</summary>
    private static string Typed(TestShell shell, string command)
    {
        var stages = command.Split(" | ");
        var program = Programs.Single(name => stages[0].StartsWith(name + " ", StringComparison.Ordinal));
        var (code, output, error) = shell.Run([.. Words().Matches(stages[0].Split(" > ")[0][program.Length..]).Select(match => match.Value.Trim('"'))]);
        code.ShouldBe(0, $"{command}: {error}");
        IEnumerable<string> lines = output.TrimEnd('\n').Split('\n');
        foreach (var stage in stages[1..]) lines = Filtered(lines, Words().Matches(stage).Select(match => match.Value.Trim('\'')).ToArray()).ToList();
        return string.Concat(lines.Select(line => line.TrimEnd() + "\n"));
    }

    private static IEnumerable<string> Filtered(IEnumerable<string> lines, string[] filter) => filter switch
    {
        ["head", var number] => lines.Take(-int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)),
        ["sed", ['/', '^', .. var start, '/', ',', '$', 'd']] => lines.TakeWhile(line => !line.StartsWith(start, StringComparison.Ordinal)),
        ["grep", "-A", var after, var words] => Found(lines.ToList(), words, int.Parse(after, System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"only head, grep -A and sed to the end are known here, not {string.Join(' ', filter)}", nameof(filter)),
    };

    private static IEnumerable<string> Found(List<string> lines, string words, int after)
    {
        var last = -1;
        for (var at = 0; at < lines.Count; at++)
        {
            if (!lines[at].Contains(words, StringComparison.Ordinal)) continue;
            if (last >= 0 && at > last + 1) yield return "--";
            for (var line = Math.Max(at, last + 1); line <= at + after && line < lines.Count; line++) yield return lines[last = line];
        }
    }

    /// <summary>The pages name files from the repository's root. No other test needs another folder to be the current one.</summary>
    private static void AtTheRoot() => Environment.CurrentDirectory = Expectations.Root;

    private static string Text(string page) => File.ReadAllText(Path.Combine(Expectations.Root, page)).ReplaceLineEndings("\n");

    private static string Squeezed(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"```console\n\$ (?<typed>[^\n]*)\n(?:.*?\n)??```\n", RegexOptions.Singleline, 5000)]
    private static partial Regex Sessions();

    [GeneratedRegex(@"```text\n(?<excerpt>.*?)```\n", RegexOptions.Singleline, 5000)]
    private static partial Regex Excerpts();

    [GeneratedRegex(@"(?:^|`)(?<typed>gigatrace [^\n`]*)", RegexOptions.Multiline, 5000)]
    private static partial Regex Commands();

    [GeneratedRegex("""
        "[^"]*"|'[^']*'|[^ ]+
        """, RegexOptions.None, 5000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+", RegexOptions.None, 5000)]
    private static partial Regex Space();
}
