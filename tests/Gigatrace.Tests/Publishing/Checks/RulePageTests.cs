using System.Text.RegularExpressions;
using Gigatrace.App;
using Gigatrace.Publishing.Checks;
using YamlDotNet.RepresentationModel;

namespace Gigatrace.Tests.Publishing.Checks;

/// <summary>Every rule has its page, and the examples for other programs hold.</summary>
public sealed partial class RulePageTests
{
    private static readonly string Folder = Path.Combine(Expectations.Root, "docs/rules");

    [Fact]
    public void Every_rule_has_a_page_and_a_row()
    {
        var list = File.ReadAllText(Path.Combine(Folder, "README.md"));
        foreach (var rule in CheckRule.All)
        {
            var page = File.ReadAllText(Path.Combine(Expectations.Root, "docs", rule.Page));
            page.ShouldStartWith($"# {rule.Id}: {rule.Name.Replace('-', ' ')}\n\n{rule.Summary}\n");
            foreach (var part in (string[])["## Example", "## What to do", "## What it does not say", "## To silence it"]) page.ShouldContain(part);
            list.ShouldContain($"| [{rule.Id}]({rule.Id}.md) | {rule.Name.Replace('-', ' ')} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Summary} |");
        }

        Directory.EnumerateFiles(Folder, "GT*.md").Count().ShouldBe(CheckRule.All.Length);
    }

    /// <summary>Each call of the program in them is one that its command line takes.</summary>
    [Theory]
    [InlineData("github-workflow.yaml", 2)]
    [InlineData("pre-commit.yaml", 1)]
    public void Examples_parse_and_call_what_there_is(string file, int calls)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        yaml.Documents[0].RootNode.ShouldBeOfType<YamlMappingNode>();
        var typed = Calls().Matches(text).Select(match => match.Groups["call"].Value.Trim()).ToArray();
        typed.Length.ShouldBe(calls);
        var verbs = Program.Verbs(new Shell { Out = TextWriter.Null, Error = TextWriter.Null, In = () => Stream.Null });
        foreach (var call in typed) verbs.Parse(call.Split(' ')).Errors.ShouldBeEmpty(call);
    }

    [GeneratedRegex(@"(run|entry): gigatrace (?<call>[^>\n]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Calls();
}
