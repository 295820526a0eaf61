using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction;
using Gigatrace.Publishing;

namespace Gigatrace.Tests;

/// <summary>What <c>docs/extending.md</c> teaches works: its line and its record, added to what is built in, turn its sentence into its claim.</summary>
public sealed partial class ExtendingTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Expectations.Root, "docs/extending.md")).ReplaceLineEndings("\n");

    [Fact]
    public void With_the_line_and_the_record_the_sentence_gives_the_claim()
    {
        var expected = JsonNode.Parse(Block("json"))!.AsObject();
        Claims(Taught()).Any(claim => expected.All(pair => JsonNode.DeepEquals(claim[pair.Key], pair.Value))).ShouldBeTrue();
    }

    [Fact]
    public void Without_them_it_gives_nothing() => Claims(new KnowledgeSource()).ShouldBeEmpty();

    [Fact]
    public void The_record_holds_to_its_own_examples() => RuleCheck.Run(Taught()).Where(problem => Block("rules").Contains($"rule  {problem.Rule}\n", StringComparison.Ordinal)).ShouldBeEmpty();

    /// <summary>What is built in, with the page's blocks at the end of the files that they name.</summary>
    private static KnowledgeSource Taught()
    {
        var added = Blocks().Matches(Page).Where(match => match.Groups["file"].Length > 0).ToDictionary(match => match.Groups["file"].Value, match => match.Groups["text"].Value, StringComparer.Ordinal);
        var builtIn = new KnowledgeSource();
        return new KnowledgeSource(name => added.TryGetValue(name, out var text) ? builtIn.Read(name).TrimEnd('\n') + (name.EndsWith(".rules", StringComparison.Ordinal) ? "\n\n" : "\n") + text : null);
    }

    private static List<JsonObject> Claims(KnowledgeSource knowledge)
    {
        var document = DocumentReader.Parse(Encoding.UTF8.GetBytes(Block("text")), "news.txt").Document!;
        return [.. Extractor.Create(knowledge).Extract(document).Claims.Select(claim => JsonNode.Parse(ClaimLines.Write(claim))!.AsObject())];
    }

    private static string Block(string kind) => Blocks().Matches(Page).Single(match => match.Groups["kind"].Value == kind).Groups["text"].Value;

    [GeneratedRegex(@"```(?<kind>\w+) ?(?<file>[^\n]*)\n(?<text>.*?)```\n", RegexOptions.Singleline, 5000)]
    private static partial Regex Blocks();
}
