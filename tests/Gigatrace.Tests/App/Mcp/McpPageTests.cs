using System.Globalization;
using System.Text.RegularExpressions;
using Gigatrace.App;
using Gigatrace.App.Mcp;

namespace Gigatrace.Tests.App.Mcp;

/// <summary>The page on the tools names every one of them, all that it takes, and every bound.</summary>
public sealed partial class McpPageTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Expectations.Root, "docs/mcp.md"));

    public static TheoryData<string> Names => [.. Tools.All.Select(tool => tool.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tool_is_documented_with_all_it_takes(string name)
    {
        var row = Text.Split('\n').SingleOrDefault(line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal));
        row.ShouldNotBeNull($"docs/mcp.md has no row for {name}");
        var cells = row.Split('|', StringSplitOptions.TrimEntries);
        var told = Code().Matches(cells[2]).Select(match => match.Groups["name"].Value).ToArray();
        told.ShouldBe(Tools.All.Single(tool => tool.Name == name).Parameters.Select(one => one.Name).Except(name is "judge" ? [] : ["as_of", "limit", "cursor"]), ignoreOrder: true);
    }

    [Fact]
    public void No_row_speaks_of_a_tool_that_is_not_there() => Rows().Matches(Text[..Text.IndexOf("## What an answer", StringComparison.Ordinal)]).Select(match => match.Groups["name"].Value).Except(Tools.All.Select(tool => tool.Name)).ShouldBeEmpty();

    [Fact]
    public void The_bounds_are_those_of_the_program()
    {
        foreach (var bound in (int[])[Page.Usual, Page.Least, Page.Most, SentText.Longest, Parameter.LongestName])
        {
            Text.ShouldContain(bound.ToString("N0", CultureInfo.InvariantCulture));
        }

        Text.ShouldContain($"{Page.CharactersAToken} characters");
        Text.ShouldContain($"{Page.MostQuotes} quotes");
        Text.ShouldContain($"{Toolbox.LongestMessage / 1024 / 1024} MiB");
    }

    [GeneratedRegex("`(?<name>[a-z_]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| `(?<name>[a-z_]+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Rows();
}
