using System.Collections.Immutable;
using Gigatrace.Claims;
using Gigatrace.Documents;
using Gigatrace.Extraction.Attachment;
using Gigatrace.Extraction.Rules;

namespace Gigatrace.Extraction;

/// <param name="Example">The text of the example, or what else of the rule is meant.</param>
public sealed record RuleProblem(string Rule, string Example, string Problem, string Place);

/// <summary>
/// Holds rules to their own examples: <c>yes</c> gives a claim of the rule whose subject, value and object stand exactly
/// where they are marked, <c>no</c> gives none, <c>todo</c> still gives none.
/// </summary>
public static class RuleCheck
{
    public static ImmutableArray<RuleProblem> Run(KnowledgeSource? knowledge = null)
    {
        var extractor = Extractor.Create(knowledge);
        var problems = ImmutableArray.CreateBuilder<RuleProblem>();
        foreach (var problem in extractor.Rules.Problems) problems.Add(new RuleProblem("", problem.Path, problem.Message, problem.Path));
        foreach (var twice in extractor.Rules.Rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).Where(group => group.Count() > 1)) problems.Add(new RuleProblem(twice.Key, "", "the name is used twice", twice.Last().Place));
        foreach (var rule in extractor.Rules.Rules)
        {
            if (!rule.Examples.Any(example => example.Kind == ExampleKind.Yes)) problems.Add(new RuleProblem(rule.Id, "", "has no yes", rule.Place));
            if (!rule.Examples.Any(example => example.Kind == ExampleKind.No)) problems.Add(new RuleProblem(rule.Id, "", "has no no", rule.Place));
            foreach (var example in rule.Examples)
            {
                if (Check(extractor, rule, example) is { } problem) problems.Add(new RuleProblem(rule.Id, example.Text, problem, example.Place));
            }
        }

        return problems.ToImmutable();
    }

    /// <summary>What is wrong with an example; null where it holds.</summary>
    public static string? Check(Extractor extractor, Rule rule, Example example)
    {
        if (IsGuard(rule)) return CheckGuard(extractor, rule, example);
        var drafts = Drafts(extractor, example.Text).Where(draft => draft.Rule == rule.Id).ToList();
        return example.Kind switch
        {
            ExampleKind.Yes when drafts.Count == 0 => "gives no claim of this rule",
            ExampleKind.Yes when !drafts.Exists(draft => Spans(draft).SetEquals(example.Spans)) => "marks other words: " + string.Join("; ", drafts.Select(draft => string.Join(" + ", Spans(draft).OrderBy(span => span.Start).Select(span => $"“{example.Text[span.Start..span.End]}”")))),
            ExampleKind.No when drafts.Count > 0 => $"gives {drafts[0].Name} {drafts[0].Predicate} {drafts[0].Value}",
            ExampleKind.Todo when drafts.Exists(draft => Spans(draft).SetEquals(example.Spans)) => "holds now: make it a yes",
            _ => null,
        };
    }

    /// <summary>A guard takes values out of the way and claims nothing: yes means that nothing numeric is left.</summary>
    private static bool IsGuard(Rule rule) => rule.Claims.All(shape => shape.Predicate == "none");

    private static string? CheckGuard(Extractor extractor, Rule rule, Example example)
    {
        var predicate = rule.Id[..rule.Id.IndexOf('.', StringComparison.Ordinal)];
        var claims = Drafts(extractor, example.Text).Exists(draft => draft.Predicate == predicate);
        return (example.Kind, claims) switch
        {
            (ExampleKind.Yes, true) => $"still gives a claim of {predicate}",
            (ExampleKind.No, false) => $"gives no claim of {predicate}",
            _ => null,
        };
    }

    private static List<ClaimDraft> Drafts(Extractor extractor, string text)
    {
        var source = new SourceText(text);
        var document = new Document { Id = "example", Name = "example", Path = "example", Text = source, Published = Published, Passages = [new Passage { Span = source.All, Kind = PassageKind.Paragraph }] };
        return Finish.Kept(extractor.Read(document, null));
    }

    private static HashSet<Span> Spans(ClaimDraft draft) => [.. new[] { draft.SubjectSpan, draft.ValueSpan, draft.ObjectSpan }.OfType<Span>().Where(span => !span.IsEmpty)];

    /// <summary>Examples are read as if published on this day.</summary>
    private static readonly When Published = When.Day(new DateOnly(2025, 6, 30));
}
