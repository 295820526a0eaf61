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
    [InlineData("docs/guide.md")]
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

    [Theory]
    [InlineData("docs/guide.md")]
    [InlineData("docs/reading.md")]
    public void Every_command_of_a_page_ends_well(string page)
    {
        using var shell = new TestShell();
        shell.Set("GIGATRACE_BY", "a reader");
        AtTheRoot();
        var commands = Commands().Matches(Text(page)).Select(match => match.Groups["typed"].Value.Trim()).Where(command => !command.Contains(" ID", StringComparison.Ordinal) && !GoesOn(command)).Distinct(StringComparer.Ordinal).ToList();
        commands.ShouldNotBeEmpty();
        foreach (var command in commands) _ = Typed(shell, command);
    }

    /// <summary>Until it is ended; ServeVerbTests starts it.</summary>
    private static bool GoesOn(string command) => command.StartsWith("gigatrace serve", StringComparison.Ordinal);

    /// <summary>Every verb is in the guide, and has its page in the list.</summary>
    [Fact]
    public void No_verb_is_left_out()
    {
        var verbs = Directory.EnumerateFiles(Path.Combine(Expectations.Root, "docs/verbs"), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).ToArray();
        verbs.ShouldNotBeEmpty();
        verbs.Where(verb => !Text("docs/README.md").Contains($"(verbs/{verb}.md)", StringComparison.Ordinal)).ShouldBeEmpty();
        verbs.Where(verb => !Regex.IsMatch(Text("docs/guide.md"), $@"gigatrace {verb}\b|verbs/{verb}\.md|`{verb}`", RegexOptions.None, TimeSpan.FromSeconds(5))).ShouldBeEmpty();
    }

    /// <summary>Pages and headings that pages link to are there.</summary>
    [Fact]
    public void Links_among_the_pages_lead_somewhere()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Expectations.Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Expectations.Root, "README.md"));
        var broken = from page in pages
                     from Match link in Links().Matches(Fenced().Replace(File.ReadAllText(page), ""))
                     let target = link.Groups["path"].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, link.Groups["path"].Value))
                     where !(File.Exists(target) || Directory.Exists(target)) || (link.Groups["anchor"].Length > 0 && !Anchors(target).Contains(link.Groups["anchor"].Value))
                     select $"{Path.GetRelativePath(Expectations.Root, page)}: {link.Value}";
        broken.ShouldBeEmpty();
    }

    private static HashSet<string> Anchors(string page) => [.. File.ReadAllLines(page).Where(line => line.StartsWith('#')).Select(line => string.Concat(line.TrimStart('#').Trim().ToLowerInvariant().Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '_')).Replace(' ', '-'))];

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

    /// <summary>The time is that of all sessions of a page together.</summary>
    [GeneratedRegex(@"```console\n\$ (?<typed>[^\n]*)\n(?:.*?\n)??```\n", RegexOptions.Singleline, 300_000)]
    private static partial Regex Sessions();

    [GeneratedRegex(@"```text\n(?<excerpt>.*?)```\n", RegexOptions.Singleline, 5000)]
    private static partial Regex Excerpts();

    [GeneratedRegex(@"(?:^(?:\$ )?|`)(?<typed>gigatrace [^\n`]*)", RegexOptions.Multiline, 5000)]
    private static partial Regex Commands();

    [GeneratedRegex("""
        "[^"]*"|'[^']*'|[^ ]+
        """, RegexOptions.None, 5000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\]\((?!https?:|mailto:)(?<path>[^)#\s]*)(#(?<anchor>[^)\s]+))?\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Links();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline, 5000)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"\s+", RegexOptions.None, 5000)]
    private static partial Regex Space();
}
