using System.Globalization;
using Gigatrace.Claims;
using Gigatrace.Extraction;
using Gigatrace.Extraction.Rules;

namespace Gigatrace.Tests.Extraction.Rules;

/// <summary>Each example of knowledge/rules holds; each rule reads, has examples, and claims what the vocabulary knows.</summary>
public sealed class RuleExamplesTests
{
    private static readonly KnowledgeSource Knowledge = new();
    private static readonly Extractor Extractor = Extractor.Create(Knowledge);

    /// <summary>What a rule may claim beside the predicates: a guard takes a value away, a pair makes partners of a row.</summary>
    private static readonly string[] NoPredicates = ["none", "pair"];

    public static TheoryData<string> Examples => [.. Extractor.Rules.Rules.SelectMany(rule => Named(rule).Select(named => named.Name))];

    public static TheoryData<string> RuleNames => [.. Extractor.Rules.Rules.Select(rule => rule.Id).Distinct()];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_holds(string name)
    {
        var rule = Rule(name[..name.IndexOf(' ', StringComparison.Ordinal)]);
        var example = Named(rule).Single(named => named.Name == name).Example;
        RuleCheck.Check(Extractor, rule, example).ShouldBeNull($"{example.Place}: {example.Text}");
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Rule_is_sound(string id)
    {
        var rule = Rule(id);
        rule.Examples.ShouldContain(example => example.Kind == ExampleKind.Yes, rule.Place);
        rule.Examples.ShouldContain(example => example.Kind == ExampleKind.No, rule.Place);
        var known = Knowledge.Table("predicates.tsv").Select(row => row[0]).Concat(NoPredicates).ToHashSet(StringComparer.Ordinal);
        foreach (var shape in rule.Claims) known.ShouldContain(shape.Predicate, rule.Place);
        known.ShouldContain(id[..id.IndexOf('.', StringComparison.Ordinal)], rule.Place);
    }

    [Fact]
    public void All_rules_read() => Extractor.Rules.Problems.ShouldBeEmpty();

    [Fact]
    public void Names_are_unique() => Extractor.Rules.Rules.Select(rule => rule.Id).ShouldBeUnique();

    private static Rule Rule(string id) => Extractor.Rules.Rules.First(rule => rule.Id == id);

    /// <summary>"capacity.of yes 1": the rule, the kind and the number among the rule's examples of that kind.</summary>
    private static IEnumerable<(string Name, Example Example)> Named(Rule rule) =>
        rule.Examples.GroupBy(example => example.Kind).SelectMany(kind => kind.Select((example, i) =>
            (string.Create(CultureInfo.InvariantCulture, $"{rule.Id} {kind.Key.ToString().ToLowerInvariant()} {i + 1}"), example)));
}
